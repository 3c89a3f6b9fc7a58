"""Sums, differences and outcome of votes."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.rules.votes import (
    Column,
    Counts,
    Difference,
    Reason,
    Source,
    announced,
    counts,
    differences,
    is_unanimous,
    open_difference,
    outcome,
    rest_count,
    sum_of_ballots,
    sum_of_rows,
)
from desktop.models.values import Ballot, Choice, FactionRow, Majority, Rest, Stance, Vote


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
    ],
)
def test_the_rest_is_everyone_else(vote: Vote, rest: int | None, reckoned: Counts) -> None:
    assert rest_count(vote) == rest
    assert counts(vote) == reckoned


def test_differences_name_source_column_and_both_numbers() -> None:
    vote = Vote(
        yes=15,
        no=0,
        present=14,
        by_faction=(FactionRow(label="a", yes=14, no=1),),
        ballots=(Ballot(person="p", choice=Choice.YES),),
    )
    assert differences(vote) == (
        Difference(Source.ROWS, Column.YES, 15, 14),
        Difference(Source.ROWS, Column.NO, 0, 1),
        Difference(Source.BALLOTS, Column.YES, 15, 1),
        Difference(Source.PRESENT, None, 14, 15),
    )


def test_nothing_to_compare_is_no_difference() -> None:
    assert differences(Vote(yes=15, no=0)) == ()
    assert differences(Vote(present=15)) == ()
    assert differences(Vote(yes=15, by_faction=(FactionRow(label="a", yes=15),), present=15)) == ()


@pytest.mark.parametrize(
    ("vote", "open_votes"),
    [
        (Vote(present=15, yes=10, no=3), 2),
        (Vote(present=15, yes=10, no=3, abstentions=1, invalid=1), 0),
        (Vote(present=15, yes=10, no=3, not_voting=4), -2),
        (Vote(present=15, no=3, rest=Rest.YES), 0),
        (Vote(present=15), None),
        (Vote(yes=15), None),
    ],
)
def test_open_difference(vote: Vote, open_votes: int | None) -> None:
    assert open_difference(vote) == open_votes


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
def test_announcing_what_was_counted_leaves_no_difference_with_the_rows(vote: Vote) -> None:
    summed = sum_of_rows(vote.by_faction)
    if summed is None:
        return
    told = replace(
        vote, yes=summed.yes, no=summed.no, abstentions=summed.abstentions, not_voting=summed.not_voting, present=None
    )
    assert differences(told) == ()


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
