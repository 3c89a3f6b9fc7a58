"""The order of votes at an item: procedural motions, amendments, the main motion, parts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.rules.voting_order import State, arranged, chain, next_stop, numbers, open_number
from desktop.models.values import AgendaItem, Entry, Motion, MotionOutcome, MotionType, Vote

KINDS = {
    "s": MotionType.SUBSTANTIVE,
    "a": MotionType.AMENDMENT,
    "e": MotionType.SUPPLEMENT,
    "v": MotionType.ALTERNATIVE,
    "g": MotionType.PROCEDURAL,
    "d": MotionType.URGENCY,
}


def motion(key: str, **fields: object) -> Motion:
    return Motion(key=key, motion_type=KINDS[key[0]], **fields)  # type: ignore[arg-type]


def item(*entries: Entry, **fields: object) -> AgendaItem:
    return AgendaItem(key="TOP", proceedings=entries, **fields)  # type: ignore[arg-type]


def order(keys: str, **settings: object) -> str:
    stops = chain(item(*(motion(key) for key in keys.split())), **settings)  # type: ignore[arg-type]
    return " ".join(stop.key for stop in stops)


@pytest.mark.parametrize(
    ("moved", "expected"),
    [
        ("", "TOP"),
        ("s1", "s1"),
        ("a1", "a1 TOP"),
        ("s1 a1", "a1 s1"),
        ("a1 s1 e2 v3", "a1 e2 v3 s1"),
        ("s1 a1 g1", "g1 a1 s1"),
        ("g1 d2 a1", "d2 g1 a1 TOP"),
    ],
)
def test_procedural_motions_then_amendments_as_moved_then_the_main_motion(moved: str, expected: str) -> None:
    assert order(moved) == expected


def test_a_proposal_is_voted_on_after_the_motions() -> None:
    assert order("s1 a1", proposal="Gebaut wird.") == "a1 s1 TOP"
    assert [stop.key for stop in chain(item(motion("s1"), resolution="Gebaut wird."))] == ["s1", "TOP"]


def test_where_the_main_motion_comes_first() -> None:
    assert order("s1 a1 g1 a2", amendments_first=False) == "g1 s1 a1 a2"


def test_an_order_somebody_set() -> None:
    assert order("a1 a2 a3", wanted=("a3", "a1")) == "a3 a2 a1 TOP"
    assert order("a1", wanted=("TOP", "a1")) == "TOP a1"
    assert order("a1 a2", wanted=("gone", "a2", "a1")) == "a2 a1 TOP"


def test_an_amendment_of_an_amendment_comes_before_it() -> None:
    stops = chain(item(motion("a1"), motion("a2"), motion("a3", amends="a1")))
    assert [stop.key for stop in stops] == ["a3", "a1", "a2", "TOP"]


@pytest.mark.parametrize("outcome", [MotionOutcome.WITHDRAWN, MotionOutcome.SETTLED, MotionOutcome.ADOPTED_BY_MOVER])
def test_nobody_votes_on_what_is_withdrawn_or_only_prepared(outcome: MotionOutcome) -> None:
    stops = chain(item(motion("a1", outcome=outcome), motion("a2", prepared=True), motion("a3")))
    assert [stop.key for stop in stops] == ["a3", "TOP"]


def states(*entries: Entry) -> list[State]:
    return [stop.state for stop in chain(item(*entries))]


def test_what_was_voted_on_is_done() -> None:
    amendment = motion("a1", outcome=MotionOutcome.REJECTED)
    assert states(amendment, Vote(on=("a1",), accepted=False)) == [State.DONE, State.OPEN]
    assert states(motion("a1"), Vote(on=("a1",), yes=3)) == [State.BEGUN, State.OPEN]
    assert states(motion("a1"), Vote(accepted=True)) == [State.OPEN, State.DONE]
    assert states(Vote(on=("TOP", "other"), accepted=True)) == [State.DONE]
    assert [stop.state for stop in chain(item(), elsewhere=(Vote(on=("TOP",), accepted=True),))] == [State.DONE]


def test_parts_do_not_settle_the_whole() -> None:
    partly = motion("a1", outcome=MotionOutcome.PARTLY_ACCEPTED)
    votes = (Vote(on=("a1",), part="Ziffer 1", accepted=True), Vote(on=("a1",), part="Ziffer 2", accepted=False))
    (stop, _rest) = chain(item(partly, *votes))
    assert (stop.state, stop.parts) == (State.BEGUN, ("Ziffer 1", "Ziffer 2"))


def test_a_void_vote_leaves_nothing_done() -> None:
    void = Vote(key="v1", part="Ziffer 1", accepted=True)
    again = Vote(key="v2", part="Ziffer 1", voids="v1", accepted=False)
    (stop,) = chain(item(void, again))
    assert (stop.state, stop.parts) == (State.BEGUN, ("Ziffer 1",))


def test_the_next_stop_goes_round() -> None:
    stops = chain(item(motion("a1"), motion("a2"), Vote(on=("a1",), accepted=True)))
    found = [next_stop(stops, after) for after in (None, "a2", "TOP", "a1")]
    assert [stop and stop.key for stop in found] == ["a2", "TOP", "a2", "a2"]
    assert next_stop(chain(item(Vote(accepted=True)))) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ()),
        ("Der Radweg wird gebaut.", ()),
        ("1. Gebaut wird.", ()),
        ("1. Gebaut wird.\n2. Bezahlt wird.", (1, 2)),
        ("Der Rat beschließt:\n\n1) Bau\n\n2) Kauf\n   10. Mai", (1, 2, 10)),
        ("Am 1. Mai und am 2. Mai.", ()),
    ],
)
def test_numbered_points_of_a_wording(text: str, expected: tuple[int, ...]) -> None:
    assert numbers(text) == expected


@pytest.mark.parametrize(
    ("text", "done", "expected"),
    [("", (), 1), ("", (1, 2), 3), ("1. a\n2. b", (), 1), ("1. a\n2. b", (2,), 1), ("1. a\n2. b", (1, 2), None)],
)
def test_the_next_part(text: str, done: tuple[int, ...], expected: int | None) -> None:
    assert open_number(text, done) == expected


@given(
    st.lists(st.sampled_from(["s1", "a1", "a2", "v1", "g1", "d1"]), unique=True), st.permutations(["a2", "s1", "a1"])
)
def test_nothing_is_lost_and_nothing_comes_twice(moved: list[str], wanted: list[str]) -> None:
    for first in (True, False):
        stops = chain(item(*map(motion, moved)), proposal="x", amendments_first=first, wanted=wanted)
        assert sorted(stop.key for stop in stops) == sorted([*moved, "TOP"])
    assert arranged(wanted, wanted) == tuple(wanted)
