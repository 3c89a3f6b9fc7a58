"""Rounds of elections: every majority, ties for every place, several places, ballots that do not add up."""

from dataclasses import replace

import pytest

from desktop.models.rules.elections import Setting, Stand, lots_drawn, result, rounds_of, surplus
from desktop.models.values import Candidate, ElectionRound
from desktop.models.values.law import ElectionLaw, RoundLaw, RoundMajority

MEMBERS, PRESENT, VALID, CAST, MOST = RoundMajority
COUNCIL = Setting(statutory=21, present=20)
#: the majority of the members, then most votes of all (§ 67 NKomVG)
NI = ElectionLaw(rounds=(RoundLaw(majority=MEMBERS), RoundLaw(majority=MOST)))
#: more than half of the votes, twice; then the two best (§ 40 GemO RP)
RP = ElectionLaw(rounds=(RoundLaw(), RoundLaw(), RoundLaw(majority=MOST, runoff=True)))
#: more than half, then the two best (§ 39 SächsGemO); with one candidate most votes in the second round
SN = ElectionLaw(
    rounds=(RoundLaw(majority=PRESENT), RoundLaw(majority=MOST, runoff=True)),
    single_rounds=(RoundLaw(majority=PRESENT), RoundLaw(majority=MOST)),
)


def once(majority: RoundMajority, *, valid_no: bool = True) -> ElectionLaw:
    """A law of one round, which is its last."""
    return ElectionLaw(rounds=(RoundLaw(majority=majority),), no_votes_are_valid=valid_no)


def held(*votes: int | None, **counts: int | None) -> ElectionRound:
    return ElectionRound(candidates=tuple(Candidate(name=f"K{n}", votes=v) for n, v in enumerate(votes)), **counts)


def alone(yes: int | None, no: int | None, **counts: int | None) -> ElectionRound:
    return ElectionRound(candidates=(Candidate(name="K0"),), yes=yes, no=no, **counts)


@pytest.mark.parametrize(
    ("majority", "one", "needed", "elected"),
    [
        (MEMBERS, held(11, 9), 11, True),
        (MEMBERS, held(10, 9), 11, False),
        (PRESENT, held(11, 8), 11, True),
        (PRESENT, held(10, 8, abstentions=2), 11, False),
        (VALID, held(10, 8, abstentions=2), 10, True),
        (VALID, held(10, 8, no=2), 11, False),
        (VALID, held(9, 9, invalid=2), 10, False),
        (CAST, held(10, 8, abstentions=1, invalid=1), 11, False),
        (CAST, held(11, 7, abstentions=1, invalid=1), 11, True),
        (CAST, held(10, 8, cast=19), 10, True),
        (MOST, held(3, 2, abstentions=15), None, True),
    ],
)
def test_what_is_needed(majority: RoundMajority, one: ElectionRound, needed: int | None, elected: bool) -> None:
    found = result(once(majority), one, 0, COUNCIL)
    assert found.needed == needed
    assert (found.elected == (0,)) is elected


@pytest.mark.parametrize("majority", RoundMajority)
def test_the_statutory_number_may_be_even_or_odd(majority: RoundMajority) -> None:
    for members, least in ((20, 11), (21, 11), (22, 12)):
        setting = Setting(statutory=members, present=members)
        short = held(least - 1, 0, abstentions=members - least + 1)
        enough = held(least, 0, abstentions=members - least)
        wins_short = majority in (VALID, MOST)
        assert (result(once(majority), short, 0, setting).stand is Stand.ELECTED) is wins_short
        assert result(once(majority), enough, 0, setting).stand is Stand.ELECTED


def test_nein_counts_only_where_the_law_says_so() -> None:
    one = alone(9, 9)
    assert result(once(VALID), one, 0, COUNCIL).stand is Stand.NONE
    assert result(once(VALID, valid_no=False), one, 0, COUNCIL).elected == (0,)


@pytest.mark.parametrize("valid_no", [True, False])
def test_the_same_ballots_elect_by_most_votes_where_they_elect_by_more_than_half(valid_no: bool) -> None:
    law = ElectionLaw(rounds=(RoundLaw(), RoundLaw(majority=MOST)), no_votes_are_valid=valid_no)
    for one in (alone(5, 10), ElectionRound(candidates=(Candidate(name="K0", yes=5, no=10),))):
        assert [bool(result(law, one, number, COUNCIL).elected) for number in (0, 1)] == [not valid_no] * 2


@pytest.mark.parametrize("majority", RoundMajority)
def test_nobody_is_elected_without_a_vote(majority: RoundMajority) -> None:
    for one in (held(0, 0, cast=0), held(0, 0, cast=20, invalid=20), alone(0, 0, cast=20, abstentions=20)):
        found = result(once(majority), one, 0, COUNCIL)
        assert (found.stand, found.elected, found.lot) == (Stand.NONE, (), ())


def test_numbers_that_are_missing_leave_it_open() -> None:
    assert result(NI, held(11, None), 0, COUNCIL).stand is Stand.OPEN
    assert result(NI, ElectionRound(), 0, COUNCIL).stand is Stand.OPEN
    assert result(NI, held(11, 9), 0, Setting()).stand is Stand.OPEN
    assert result(NI, held(11, 9), 1, Setting()).stand is Stand.ELECTED


def test_without_a_majority_it_goes_on_by_the_law() -> None:
    first = held(8, 7, 5)
    assert result(NI, first, 0, COUNCIL).again == (0, 1, 2)
    assert result(RP, first, 0, COUNCIL).again == (0, 1, 2)
    assert result(RP, first, 1, COUNCIL).again == (0, 1)
    assert result(RP, held(9, 11), 2, COUNCIL).elected == (1,)
    assert result(ElectionLaw(), first, 0, COUNCIL).again == (0, 1)


@pytest.mark.parametrize(
    ("votes", "again", "lot", "drawn"),
    [
        ((7, 7, 6), (0, 1), (), 0),
        ((8, 6, 6), (0,), (1, 2), 1),
        ((6, 6, 6), (), (0, 1, 2), 2),
        ((6, 8, 6, 6), (1,), (0, 2, 3), 1),
        ((0, 8, 0), (1,), (0, 2), 1),
    ],
)
def test_a_tie_for_the_run_off(
    votes: tuple[int, ...], again: tuple[int, ...], lot: tuple[int, ...], drawn: int
) -> None:
    found = result(SN, held(*votes), 0, COUNCIL)
    assert (found.again, found.lot, found.drawn) == (again, lot, drawn)
    assert found.stand is (Stand.LOT_AGAIN if lot else Stand.AGAIN)


def test_the_lot_fills_the_run_off() -> None:
    found = result(SN, held(6, 6, 6), 0, COUNCIL)
    once_drawn = lots_drawn(found, 2)
    assert (once_drawn.stand, once_drawn.again, once_drawn.drawn) == (Stand.LOT_AGAIN, (2,), 1)
    twice = lots_drawn(once_drawn, 0)
    assert (twice.stand, twice.again, twice.lot) == (Stand.AGAIN, (2, 0), ())
    assert lots_drawn(twice, 1) == twice


@pytest.mark.parametrize("law", [NI, SN, RP, once(VALID), once(MOST)])
def test_a_tie_in_the_last_round_is_for_the_lot(law: ElectionLaw) -> None:
    number = len(law.rounds) - 1
    found = result(law, held(10, 10), number, COUNCIL)
    assert (found.stand, found.lot, found.drawn) == (Stand.LOT, (0, 1), 1)
    assert lots_drawn(found, 1).elected == (1,)
    assert result(law, held(10, 10), number + 3, COUNCIL).stand is Stand.LOT


def test_a_tie_by_most_votes_before_the_last_round_is_voted_on_again() -> None:
    law = ElectionLaw(rounds=(RoundLaw(majority=MOST), RoundLaw(majority=MOST)))
    assert result(law, held(8, 8, 4), 0, COUNCIL).again == (0, 1)


def test_one_candidate_has_rounds_of_its_own() -> None:
    assert rounds_of(SN, 1)[1].runoff is False
    assert result(SN, alone(10, 8), 0, COUNCIL).again == (0,)
    assert result(SN, alone(10, 8), 1, COUNCIL).elected == (0,)
    assert result(SN, alone(9, 9), 1, COUNCIL).stand is Stand.NONE
    assert result(SN, replace(held(12), no=8), 0, COUNCIL).elected == (0,)


def test_several_places_are_filled_at_once() -> None:
    three = Setting(places=3, statutory=21, present=20)
    found = result(once(MOST), held(12, 5, 9, 7), 0, three)
    assert found.elected == (0, 2, 3)
    tie = result(once(MOST), held(12, 7, 9, 7), 0, three)
    assert (tie.stand, tie.elected, tie.lot, tie.drawn) == (Stand.LOT, (0, 2), (1, 3), 1)
    some = result(SN, held(12, 5, 9, 7, 4), 0, three)
    assert (some.stand, some.elected, some.again) == (Stand.AGAIN, (0,), (2, 3, 1, 4))
    assert result(once(VALID), held(9, 8, 3, cast=16), 0, replace(three, places=2)).needed == 9


def test_each_voted_on_alone() -> None:
    ballots = (Candidate(name="A", yes=12, no=3), Candidate(name="B", yes=7, no=8), Candidate(name="C", yes=8, no=7))
    found = result(once(VALID), ElectionRound(candidates=ballots), 0, replace(COUNCIL, places=3))
    assert found.elected == (0, 2)
    assert result(once(MEMBERS), ElectionRound(candidates=ballots), 0, replace(COUNCIL, places=3)).elected == (0,)
    assert result(once(MEMBERS), ElectionRound(candidates=ballots), 0, Setting(places=3)).stand is Stand.OPEN


@pytest.mark.parametrize(
    ("one", "counted", "cast"),
    [
        (held(11, 9, cast=20), 0, 0),
        (held(11, 10, cast=20), 1, 0),
        (held(11, 10, cast=21), 0, 1),
        (held(10, 8, invalid=1, cast=20), -1, 0),
        (held(11, 10), None, 1),
        (held(11, None, cast=20), None, 0),
        (alone(15, 4, abstentions=1, cast=20), 0, 0),
    ],
)
def test_ballots_that_do_not_add_up_are_told(one: ElectionRound, counted: int | None, cast: int | None) -> None:
    found = surplus(one, COUNCIL)
    assert (found.counted, found.cast) == (counted, cast)
    assert surplus(one, Setting()).cast is None
    assert surplus(one, replace(COUNCIL, places=2)).counted is None
