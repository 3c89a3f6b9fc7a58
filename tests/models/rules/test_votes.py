"""Sums, differences and outcome of votes."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.rules.votes import (
    Column,
    Counts,
    Reason,
    announced,
    counts,
    is_unanimous,
    leaders,
    outcome,
    rest_count,
    sum_of_ballots,
    sum_of_rows,
)
from desktop.models.values import Ballot, Choice, FactionRow, Majority, Rest, Stance, Vote, VoteMethod, VoteOption
from desktop.models.values.law import MajorityBase


def test_blank_cells_add_nothing_and_rows_without_counts_say_nothing() -> None:
    rows = (FactionRow(organization="a", yes=3), FactionRow(organization="b", yes=5, no=2))
    assert sum_of_rows(rows) == Counts(8, 2, 0, 0)
    assert sum_of_rows((FactionRow(organization="a"),)) is None
    assert sum_of_rows(()) is None


def test_a_faction_of_which_only_the_direction_is_known_makes_the_sum_unknown() -> None:
    rows = (FactionRow(organization="a", yes=3), FactionRow(organization="b", stance=Stance.NO))
    assert sum_of_rows(rows) is None


def test_ballots_are_counted_by_choice() -> None:
    choices = [Choice.YES, Choice.YES, Choice.NO, Choice.ABSTENTION, Choice.NOT_VOTING, Choice.UNKNOWN]
    assert sum_of_ballots(Ballot(person="p", choice=choice) for choice in choices) == Counts(2, 1, 1, 1)
    assert sum_of_ballots(()) is None


def test_what_is_announced_goes_before_what_is_counted() -> None:
    vote = Vote(yes=14, by_faction=(FactionRow(label="a", yes=15, no=1),), ballots=(Ballot(person="p"),))
    assert announced(vote) == Counts(14)
    assert counts(vote) == Counts(14, 1, 0, 0)


@pytest.mark.parametrize(
    ("vote", "rest", "reckoned"),
    [
        (Vote(present=15, no=3, abstentions=2, rest=Rest.YES), 10, Counts(10, 3, 2)),
        (Vote(present=15, yes=12, rest=Rest.NO), 3, Counts(12, 3)),
        (Vote(present=15, yes=12, no=1, invalid=1, rest=Rest.ABSTENTIONS), 1, Counts(12, 1, 1)),
        (Vote(present=2, no=3, rest=Rest.YES), 0, Counts(0, 3)),
        (Vote(no=3, rest=Rest.YES), None, Counts(None, 3)),
        (Vote(present=15, yes=4), None, Counts(4)),
        (Vote(present=15, yes=9, no=3, rest=Rest.YES), 12, Counts(9, 3)),
        (Vote(present=20, rest=Rest.YES, by_faction=(FactionRow(label="a", no=3),)), 17, Counts(17, 3, 0, 0)),
        (Vote(rest=Rest.YES, by_faction=(FactionRow(label="a", no=3),)), None, Counts(None, 3, 0, 0)),
        (Vote(present=20, rest=Rest.NO, ballots=(Ballot(choice=Choice.YES),)), 19, Counts(1, 19, 0, 0)),
    ],
)
def test_the_rest_is_everyone_else(vote: Vote, rest: int | None, reckoned: Counts) -> None:
    assert rest_count(vote) == rest
    assert counts(vote) == reckoned


@pytest.mark.parametrize(
    ("vote", "accepted", "reason", "needed"),
    [
        (Vote(yes=15, no=0), True, Reason.MAJORITY, 1),
        (Vote(yes=8, no=7, abstentions=40), True, Reason.MAJORITY, 8),
        (Vote(yes=7, no=7), False, Reason.TIE, 8),
        (Vote(yes=0, no=0, abstentions=15), False, Reason.ALL_ABSTAINED, 1),
        (Vote(yes=6, no=7), False, Reason.MINORITY, 8),
        (Vote(yes=45), None, Reason.COUNTS_UNKNOWN, None),
        (Vote(no=45), None, Reason.COUNTS_UNKNOWN, None),
        (Vote(by_faction=(FactionRow(label="a", yes=3),)), True, Reason.MAJORITY, 1),
        (Vote(yes=16, majority=Majority.ABSOLUTE_OF_MEMBERS, statutory=31), True, Reason.MAJORITY, 16),
        (Vote(yes=15, no=0, majority=Majority.ABSOLUTE_OF_MEMBERS, statutory=31), False, Reason.MINORITY, 16),
        (Vote(yes=15, majority=Majority.ABSOLUTE_OF_MEMBERS, statutory=30), False, Reason.MINORITY, 16),
        (Vote(yes=20, majority=Majority.TWO_THIRDS_OF_MEMBERS, statutory=30), True, Reason.MAJORITY, 20),
        (Vote(yes=20, majority=Majority.TWO_THIRDS_OF_MEMBERS, statutory=31), False, Reason.MINORITY, 21),
        (Vote(yes=10, no=9, majority=Majority.TWO_THIRDS_OF_PRESENT, present=15), True, Reason.MAJORITY, 10),
        (Vote(yes=10, no=5, majority=Majority.TWO_THIRDS_OF_VOTES), True, Reason.MAJORITY, 10),
        (Vote(yes=9, no=5, majority=Majority.TWO_THIRDS_OF_VOTES), False, Reason.MINORITY, 10),
        (Vote(yes=0, no=0, majority=Majority.TWO_THIRDS_OF_VOTES), None, Reason.NOBODY_VOTED, None),
        (Vote(yes=23, majority=Majority.THREE_QUARTERS_OF_MEMBERS, statutory=30), True, Reason.MAJORITY, 23),
        (Vote(yes=22, majority=Majority.THREE_QUARTERS_OF_MEMBERS, statutory=30), False, Reason.MINORITY, 23),
        (Vote(yes=20, majority=Majority.TWO_THIRDS_OF_MEMBERS), None, Reason.BASE_UNKNOWN, None),
        (Vote(yes=20, majority=Majority.TWO_THIRDS_OF_PRESENT), None, Reason.BASE_UNKNOWN, None),
    ],
)
def test_outcome(vote: Vote, accepted: bool | None, reason: Reason, needed: int | None) -> None:
    found = outcome(vote)
    assert (found.accepted, found.reason, found.needed) == (accepted, reason, needed)


@pytest.mark.parametrize(
    ("vote", "strict", "loose"),
    [
        (Vote(yes=15, no=0, abstentions=0), True, True),
        (Vote(yes=0, no=15), True, True),
        (Vote(yes=13, no=0, abstentions=2), False, True),
        (Vote(yes=13, no=2), False, False),
        (Vote(yes=0, no=0, abstentions=15), False, False),
        (Vote(yes=15), None, None),
        (Vote(unanimous=True), True, True),
        (Vote(yes=15, no=0, unanimous=False), False, False),
    ],
)
def test_unanimity_depends_on_the_house(vote: Vote, strict: bool | None, loose: bool | None) -> None:
    assert is_unanimous(vote, abstentions_break=True) is strict
    assert is_unanimous(vote, abstentions_break=False) is loose


COUNT = st.none() | st.integers(0, 60)
ROWS = st.lists(
    st.builds(FactionRow, label=st.just("a"), yes=COUNT, no=COUNT, abstentions=COUNT, not_voting=COUNT), max_size=8
)
VOTES = st.builds(
    Vote,
    majority=st.none() | st.sampled_from(Majority),
    statutory=COUNT,
    present=COUNT,
    yes=COUNT,
    no=COUNT,
    abstentions=COUNT,
    not_voting=COUNT,
    invalid=COUNT,
    rest=st.none() | st.sampled_from(Rest),
    by_faction=ROWS.map(tuple),
)


@given(ROWS, ROWS)
def test_sums_add_up(some: list[FactionRow], others: list[FactionRow]) -> None:
    first, second, both = sum_of_rows(some), sum_of_rows(others), sum_of_rows([*some, *others])
    if first and second:
        assert both is not None
        for column in Column:
            assert both.of(column) == (first.of(column) or 0) + (second.of(column) or 0)
        assert both.total == first.total + second.total


@given(VOTES)
def test_one_more_yes_never_loses_and_one_more_no_never_wins(vote: Vote) -> None:
    before = outcome(vote)
    if before.accepted is None or vote.rest is not None:
        return
    more_yes = outcome(replace(vote, yes=(before.yes or 0) + 1))
    more_no = outcome(replace(vote, no=(before.no or 0) + 1))
    assert more_yes.accepted is not None
    assert more_yes.accepted >= before.accepted
    assert more_no.accepted is not None
    assert more_no.accepted <= before.accepted


@given(st.integers(0, 99), st.integers(0, 99), st.integers(0, 99))
def test_simple_majority_is_more_yes_than_no(yes: int, no: int, abstentions: int) -> None:
    found = outcome(Vote(yes=yes, no=no, abstentions=abstentions))
    assert found.accepted is (yes > no if yes + no + abstentions else None)


TWO_THIRDS = Majority.TWO_THIRDS_OF_MEMBERS


def ballots(*letters: str) -> tuple[Ballot, ...]:
    choices = {"j": Choice.YES, "n": Choice.NO, "e": Choice.ABSTENTION, "?": Choice.UNKNOWN}
    return tuple(Ballot(choice=choices[letter]) for letter in letters)


VARIANTS = (VoteOption(label="A", votes=9), VoteOption(label="B", votes=9), VoteOption(label="C", votes=3))


@pytest.mark.parametrize(
    ("vote", "base", "accepted", "reason", "needed", "of"),
    [
        (Vote(yes=8, no=6, abstentions=5), MajorityBase.YES_AND_NO, True, Reason.MAJORITY, 7, 14),
        (Vote(yes=8, no=6, abstentions=5), MajorityBase.VOTES_CAST, False, Reason.MINORITY, 10, 19),
        (Vote(yes=8, no=6, abstentions=1), MajorityBase.VOTES_CAST, True, Reason.MAJORITY, 8, 15),
        (Vote(yes=8, no=6, abstentions=0, invalid=2), MajorityBase.VOTES_CAST, False, Reason.MINORITY, 9, 16),
        (Vote(yes=8, no=8, abstentions=0), MajorityBase.VOTES_CAST, False, Reason.TIE, 9, 16),
        (Vote(yes=8, no=6), MajorityBase.VOTES_CAST, None, Reason.BASE_UNKNOWN, None, None),
        (Vote(yes=8, no=6, present=15), MajorityBase.PRESENT, True, Reason.MAJORITY, 8, 15),
        (Vote(yes=8, no=6, present=16), MajorityBase.PRESENT, False, Reason.MINORITY, 9, 16),
        (Vote(yes=8, no=6), MajorityBase.PRESENT, None, Reason.BASE_UNKNOWN, None, None),
        (
            Vote(yes=16, no=9, majority=Majority.ABSOLUTE_OF_MEMBERS, statutory=31),
            MajorityBase.VOTES_CAST,
            True,
            Reason.MAJORITY,
            16,
            31,
        ),
    ],
)
def test_the_law_says_what_a_simple_majority_is_reckoned_from(
    vote: Vote, base: MajorityBase, accepted: bool | None, reason: Reason, needed: int | None, of: int | None
) -> None:
    found = outcome(vote, base)
    assert (found.accepted, found.reason, found.needed, found.of) == (accepted, reason, needed, of)


@pytest.mark.parametrize(
    ("vote", "accepted", "reason"),
    [
        (Vote(yes=0, no=0, abstentions=0), None, Reason.NOBODY_VOTED),
        (Vote(yes=0, no=0, present=0, recused=5), None, Reason.NOBODY_VOTED),
        (Vote(yes=0, no=0, invalid=3), False, Reason.MINORITY),
        (Vote(yes=1, no=0, abstentions=30), True, Reason.MAJORITY),
        (Vote(method=VoteMethod.UNOPPOSED), True, Reason.UNOPPOSED),
        (Vote(method=VoteMethod.UNOPPOSED, no=1), None, Reason.COUNTS_UNKNOWN),
        (Vote(options=VARIANTS), None, Reason.VARIANTS_TIE),
        (Vote(options=VARIANTS[1:]), True, Reason.MOST_VOTES),
        (Vote(options=(VoteOption(label="A"),)), None, Reason.NOBODY_VOTED),
        (Vote(by_faction=(FactionRow(stance=Stance.YES), FactionRow(yes=3))), True, Reason.DIRECTIONS),
        (Vote(by_faction=(FactionRow(stance=Stance.NO), FactionRow(abstentions=3))), False, Reason.DIRECTIONS),
        (Vote(by_faction=(FactionRow(stance=Stance.NO), FactionRow(yes=3))), None, Reason.COUNTS_UNKNOWN),
        (Vote(by_faction=(FactionRow(stance=Stance.YES), FactionRow(no=1))), None, Reason.COUNTS_UNKNOWN),
        (Vote(by_faction=(FactionRow(stance=Stance.SPLIT),)), None, Reason.COUNTS_UNKNOWN),
        (Vote(by_faction=(FactionRow(stance=Stance.ABSTENTION),)), None, Reason.COUNTS_UNKNOWN),
        (Vote(majority=TWO_THIRDS, by_faction=(FactionRow(stance=Stance.YES),)), None, Reason.COUNTS_UNKNOWN),
        (Vote(majority=TWO_THIRDS, by_faction=(FactionRow(stance=Stance.NO),)), False, Reason.DIRECTIONS),
        (Vote(majority=TWO_THIRDS, method=VoteMethod.UNOPPOSED), None, Reason.COUNTS_UNKNOWN),
        (Vote(ballots=ballots("?", "?")), None, Reason.COUNTS_UNKNOWN),
        (Vote(ballots=ballots("j", "?")), None, Reason.COUNTS_UNKNOWN),
        (Vote(ballots=ballots("j", "j", "?")), True, Reason.MAJORITY),
        (Vote(ballots=ballots("j", "n", "?", "?")), None, Reason.COUNTS_UNKNOWN),
        (Vote(ballots=ballots("j", "n", "n", "?")), False, Reason.MINORITY),
        (Vote(yes=1, no=0, ballots=ballots("j", "?")), True, Reason.MAJORITY),
        (Vote(no=3, rest=Rest.YES), None, Reason.COUNTS_UNKNOWN),
        (Vote(no=3, rest=Rest.YES, present=13), True, Reason.MAJORITY),
    ],
)
def test_votes_without_numbers_and_without_voters(vote: Vote, accepted: bool | None, reason: Reason) -> None:
    found = outcome(vote)
    assert (found.accepted, found.reason) == (accepted, reason)


@pytest.mark.parametrize(
    ("base", "row", "accepted"),
    [
        (MajorityBase.YES_AND_NO, FactionRow(stance=Stance.ABSTENTION), True),
        (MajorityBase.PRESENT, FactionRow(stance=Stance.ABSTENTION), None),
        (MajorityBase.VOTES_CAST, FactionRow(abstentions=2), None),
        (MajorityBase.VOTES_CAST, FactionRow(yes=2), True),
    ],
)
def test_directions_decide_only_where_abstentions_cannot(
    base: MajorityBase, row: FactionRow, accepted: bool | None
) -> None:
    assert outcome(Vote(by_faction=(FactionRow(stance=Stance.YES), row)), base).accepted is accepted


@pytest.mark.parametrize("row", [FactionRow(stance=Stance.ABSTENTION), FactionRow(abstentions=1)])
def test_a_faction_that_abstains_breaks_unanimity_where_the_house_says_so(row: FactionRow) -> None:
    vote = Vote(by_faction=(FactionRow(stance=Stance.YES), row))
    assert is_unanimous(vote, abstentions_break=True) is False
    assert is_unanimous(vote, abstentions_break=False) is True


def test_directions_alone_can_be_unanimous() -> None:
    one_way = Vote(by_faction=(FactionRow(stance=Stance.YES), FactionRow(yes=3)))
    assert is_unanimous(one_way, abstentions_break=True) is True
    assert is_unanimous(replace(one_way, no=1), abstentions_break=True) is None


def test_the_variants_with_most_votes_lead() -> None:
    assert [option.label for option in leaders(Vote(options=VARIANTS))] == ["A", "B"]
    assert leaders(Vote()) == ()


@given(VOTES, st.sampled_from(MajorityBase))
def test_one_more_yes_never_loses_whatever_the_base(vote: Vote, base: MajorityBase) -> None:
    before = outcome(vote, base)
    if before.accepted is None or vote.rest is not None or before.yes is None:
        return
    more = outcome(replace(vote, yes=before.yes + 1), base)
    assert more.accepted is not None
    assert more.accepted >= before.accepted


@given(VOTES, st.randoms(use_true_random=False), st.sampled_from(MajorityBase))
def test_the_order_of_factions_changes_nothing(vote: Vote, random: Random, base: MajorityBase) -> None:
    rows = list(vote.by_faction)
    random.shuffle(rows)
    assert outcome(replace(vote, by_faction=tuple(rows)), base) == outcome(vote, base)
    assert counts(replace(vote, by_faction=tuple(rows))) == counts(vote)


@given(ROWS)
def test_the_totals_are_those_of_the_factions(rows: list[FactionRow]) -> None:
    if sum_of_rows(rows) is not None:
        assert counts(Vote(by_faction=tuple(rows))) == sum_of_rows(rows)
