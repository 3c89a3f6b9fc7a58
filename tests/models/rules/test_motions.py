"""What votes do to motions: void votes, outcomes, Ja to a rejection, parts, variants, the method of the next vote."""

from dataclasses import replace

import pytest

from desktop.models.profiles import load
from desktop.models.rules.motions import (
    carried,
    counting,
    follows,
    is_before_election,
    is_finished,
    on_resolution,
    outcome_of,
    proposed_method,
    voided,
    winner,
)
from desktop.models.values import (
    AgendaItem,
    Election,
    Entry,
    Majority,
    Motion,
    MotionOutcome,
    MotionType,
    Vote,
    VoteMethod,
    VoteOption,
)

WORDS = load("standard").procedural
ACCEPTED, REJECTED, PARTLY = MotionOutcome.ACCEPTED, MotionOutcome.REJECTED, MotionOutcome.PARTLY_ACCEPTED


def vote(accepted: bool | None = True, **fields: object) -> Vote:
    return Vote(on=("m",), accepted=accepted, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("votes", "expected"),
    [
        ((), None),
        ((vote(None),), None),
        ((vote(),), ACCEPTED),
        ((vote(False),), REJECTED),
        ((vote(yes_means_rejection=True),), REJECTED),
        ((vote(False, yes_means_rejection=True),), ACCEPTED),
        ((vote(prepared=True),), None),
        ((vote(part="Ziffer 1"),), None),
        ((vote(part="Ziffer 1"), vote(False, part="Ziffer 2")), PARTLY),
        ((vote(part="Ziffer 1"), vote(False, part="Ziffer 2"), vote()), PARTLY),
        ((vote(part="Ziffer 1"), vote(part="Ziffer 2"), vote()), ACCEPTED),
        ((vote(part="Ziffer 1"), vote(False)), REJECTED),
        ((vote(False, part="Ziffer 1"), vote(part="Ziffer 1"), vote()), ACCEPTED),
        ((vote(key="a"), vote(False, voids="a")), REJECTED),
        ((vote(key="a"), vote(None, voids="a")), ACCEPTED),
    ],
)
def test_a_motion_follows_the_votes_that_count(votes: tuple[Entry, ...], expected: MotionOutcome | None) -> None:
    assert outcome_of("m", votes) is expected


def test_votes_on_other_motions_say_nothing() -> None:
    assert outcome_of("n", (vote(),)) is None


def test_among_variants_the_one_with_most_votes_is_accepted() -> None:
    options = (VoteOption(label="A", votes=4), VoteOption(label="B", votes=9))
    chosen = Vote(on=("a", "b"), options=options, verdict="Variante B")
    assert (outcome_of("a", (chosen,)), outcome_of("b", (chosen,))) == (REJECTED, ACCEPTED)
    other = Vote(on=("a",), options=options, verdict="Variante B")
    assert outcome_of("a", (other,)) is None


@pytest.mark.parametrize(
    ("counts", "expected"), [((), None), ((0, 0), None), ((3, 3), None), ((2, 5, 5), None), ((7,), 0), ((2, 5, 4), 1)]
)
def test_the_winner_has_more_votes_than_any_other(counts: tuple[int, ...], expected: int | None) -> None:
    assert winner(Vote(options=tuple(VoteOption(label="v", votes=count) for count in counts))) == expected


@pytest.mark.parametrize(
    ("accepted", "turned", "expected"), [(None, True, None), (True, None, True), (True, True, False)]
)
def test_ja_to_the_recommendation_to_reject_does_not_carry(
    accepted: bool | None, turned: bool | None, expected: bool | None
) -> None:
    assert carried(Vote(accepted=accepted, yes_means_rejection=turned)) is expected


def test_a_repeated_vote_is_void_as_soon_as_the_repetition_has_a_result() -> None:
    first, second, third = vote(key="a"), vote(key="b", voids="a"), vote(None, key="c", voids="b")
    assert voided((first, second, third)) == {"a"}
    assert counting((first, second, third)) == [second]


def test_a_repetition_that_is_only_prepared_voids_nothing() -> None:
    first, second = vote(key="a"), vote(False, key="b", voids="a", prepared=True)
    assert voided((first, second)) == frozenset()
    assert counting((first, second)) == [first]


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        (Vote(yes=2, no=13), True),
        (Vote(yes=13, no=2), False),
        (Vote(yes=10, no=10), False),
        (Vote(yes=0, no=0, abstentions=20), False),
        (Vote(yes=12, no=8, majority=Majority.TWO_THIRDS_OF_VOTES), False),
        (Vote(), True),  # announced only: rejected is all that is known
    ],
)
def test_a_recommendation_to_reject_that_fails_carries_the_motion_only_by_a_majority(
    numbers: Vote, expected: bool
) -> None:
    asked = replace(numbers, on=("m",), accepted=False, yes_means_rejection=True)
    assert carried(asked) is expected
    assert outcome_of("m", (asked,)) is (ACCEPTED if expected else REJECTED)


def test_numbers_alone_are_a_result_but_not_while_they_are_counted_at_the_desk() -> None:
    first, second = Vote(key="a", on=("m",), yes=3, no=0), Vote(key="b", on=("m",), yes=1, no=2, voids="a")
    assert is_finished(second)
    assert counting((first, second)) == [second]
    assert carried(second) is False
    assert outcome_of("m", (first, second)) is REJECTED
    typed = replace(second, at="2026-03-05T18:00:00+01:00")
    assert not is_finished(typed)
    assert counting((first, typed)) == [first]
    assert not is_finished(Vote(yes=2))


def is_on_resolution(vote: Vote, item: AgendaItem) -> bool:
    """The rule vote by vote, as ``on_resolution`` is held against."""
    own = not vote.on and vote in item.proceedings and not is_before_election(vote, item)
    return own or item.key in vote.on


def test_a_vote_on_the_resolution_is_on_nothing_else_or_on_the_item() -> None:
    plain, block, on_motion = Vote(key="a"), Vote(key="b", on=("i", "j")), Vote(key="c", on=("m",))
    item = AgendaItem(key="i", proceedings=(plain, block, on_motion))
    assert [is_on_resolution(vote, item) for vote in (plain, block, on_motion)] == [True, True, False]
    assert on_resolution(item) == [plain, block]
    other = AgendaItem(key="j")
    assert [is_on_resolution(vote, other) for vote in (plain, block, on_motion)] == [False, True, False]


@pytest.mark.parametrize("resolution", [None, "Der Radweg wird gebaut."])
def test_all_votes_on_the_resolution_are_those_that_are_each_by_itself(resolution: str | None) -> None:
    entries = (
        Vote(key="a", subject="Vertagung"),
        Vote(key="b"),
        Vote(key="c", subject="Vertagung", on=("i",)),
        Election(key="d"),
        Vote(key="e", subject="Losverfahren"),
        Vote(key="f", on=("m",), prepared=True),
        Election(key="g", prepared=True),
    )
    item = AgendaItem(key="i", resolution=resolution, proceedings=entries)
    votes = [entry for entry in entries if isinstance(entry, Vote)]
    assert on_resolution(item) == [vote for vote in votes if is_on_resolution(vote, item)]
    assert counting(entries, on_resolution(item)) == []


@pytest.mark.parametrize(
    ("stored", "before", "now", "expected"),
    [
        (None, None, ACCEPTED, True),
        (MotionOutcome.OPEN, None, REJECTED, True),
        (ACCEPTED, ACCEPTED, REJECTED, True),  # counted anew
        (ACCEPTED, ACCEPTED, None, True),  # the vote is open again
        (ACCEPTED, ACCEPTED, ACCEPTED, False),
        (MotionOutcome.WITHDRAWN, None, ACCEPTED, False),  # set by hand
        (PARTLY, ACCEPTED, REJECTED, False),
        (None, None, None, False),
        (MotionOutcome.OPEN, None, None, False),
    ],
)
def test_an_outcome_set_by_hand_stays(
    stored: MotionOutcome | None, before: MotionOutcome | None, now: MotionOutcome | None, expected: bool
) -> None:
    assert follows(stored, before, now) is expected


def procedural(text: str, outcome: MotionOutcome = ACCEPTED, kind: MotionType = MotionType.PROCEDURAL) -> Motion:
    return Motion(key="p", motion_type=kind, text=text, outcome=outcome)


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ((), None),
        ((procedural("Es wird geheim abgestimmt."),), None),
        ((procedural("geheime Abstimmung"),), VoteMethod.SECRET),
        ((procedural("beantragt, geheim abzustimmen"),), VoteMethod.SECRET),
        ((procedural("Antrag auf namentliche Abstimmung"),), VoteMethod.ROLL_CALL),
        ((procedural("namentliche Abstimmung", REJECTED),), None),
        ((procedural("geheime Abstimmung", kind=MotionType.SUBSTANTIVE),), None),
        ((procedural("Schluss der Debatte"),), None),
        ((procedural("keine geheime Abstimmung"),), None),
        ((procedural("Ablehnung der geheimen Abstimmung"),), None),
        ((replace(procedural("nicht offen abzustimmen"), procedural_type="Geheime Abstimmung"),), VoteMethod.SECRET),
        ((replace(procedural(""), title="Namentliche Abstimmung"),), VoteMethod.ROLL_CALL),
        ((procedural("geheime Abstimmung"), Vote(on=("p",), accepted=True)), VoteMethod.SECRET),
        ((procedural("geheime Abstimmung"), Vote(on=("p",), accepted=True), vote()), None),
    ],
)
def test_an_accepted_procedural_motion_says_how_the_next_vote_is_taken(
    entries: tuple[Entry, ...], expected: VoteMethod | None
) -> None:
    assert proposed_method(entries, WORDS) is expected
