"""The course of presence: any comings and goings against an independent reckoning; chairs by item."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.models.rules.presence import Moment, arrival, departure, head_counts, places, seats
from desktop.models.rules.timeline import (
    Change,
    ChangeKind,
    chair_for_item,
    chair_from_item,
    changes,
    in_chair,
    is_reversed,
)
from desktop.models.values import (
    AgendaItem,
    Attendance,
    AttendanceGroup,
    AttendanceStatus,
    Chair,
    Interval,
    ItemKind,
    Meeting,
    Recusal,
)
from tests.models.rules.test_presence import AGENDA, FACTIONS, at, clock, line, meeting

MEMBERS = tuple(f"m{number}" for number in range(5))
DEPUTIES = {"d0": "m0", "d1": "m0", "d2": "m3"}
OTHERS = ("guest", "advisor")
PEOPLE = (*MEMBERS, *DEPUTIES, *OTHERS)
#: minutes of an item: the third is pulled forward, so the items are treated in this order
LENGTH, TREATED = 60, ("i1", "i3", "i2", "i4", "i5")


@dataclass(frozen=True)
class Turn:
    """Somebody goes through the door at a minute."""

    minute: int
    person: str


@dataclass(frozen=True)
class Evening:
    """What happens: who is there at the beginning, who goes through the door, who is recused in which item."""

    there: frozenset[str]
    turns: tuple[Turn, ...]
    recused: frozenset[tuple[str, str]]

    def here(self, minute: int) -> frozenset[str]:
        """Everybody who is in the room: an odd number of turns changes sides."""
        turned = [turn.person for turn in self.turns if turn.minute <= minute]
        return frozenset(one for one in PEOPLE if (one in self.there) != bool(turned.count(one) % 2))

    def voting(self, minute: int) -> int:
        """How many may vote: the seats that somebody sits in who is not recused; the first deputy has the seat."""
        here, recused = self.here(minute), {who for who, item in self.recused if item == item_at(minute)}
        sitting = []
        for member in MEMBERS:
            deputies = [one for one, whom in DEPUTIES.items() if whom == member and one in here]
            sitting += [member] if member in here else deputies[:1]
        return sum(one not in recused for one in sitting)


def item_at(minute: int) -> str:
    return TREATED[min(minute // LENGTH, len(TREATED) - 1)]


_TURNS = st.lists(
    st.builds(Turn, st.integers(1, 299), st.sampled_from(PEOPLE)), max_size=14, unique_by=lambda turn: turn.minute
)
EVENINGS = st.builds(
    Evening,
    st.frozensets(st.sampled_from(PEOPLE)),
    _TURNS.map(lambda turns: tuple(sorted(turns, key=lambda turn: turn.minute))),
    st.frozensets(st.tuples(st.sampled_from(PEOPLE), st.sampled_from(TREATED)), max_size=4),
)


def held(evening: Evening) -> Meeting:
    """The meeting as the desk would have written it down, turn by turn."""
    lines = {one: _line(one, one in evening.there) for one in PEOPLE}
    for turn in evening.turns:
        one, here = lines[turn.person], turn.person in evening.here(turn.minute)
        time, item = clock(turn.minute), item_at(turn.minute)
        if not here:
            ended = departure(one, time, item)
            lines[turn.person] = replace(one, intervals=(*one.intervals[:-1], ended))
        else:
            come = (*one.intervals, arrival(time, item))
            lines[turn.person] = replace(one, status=AttendanceStatus.PRESENT, intervals=come)
    agenda = [
        replace(
            item,
            treated_order=2 if item.key == "i3" else None,
            start=clock(TREATED.index(item.key) * LENGTH),
            recusals=tuple(Recusal(person=who) for who, where in sorted(evening.recused) if where == item.key),
        )
        for item in AGENDA
    ]
    return meeting(*lines.values(), agenda=tuple(agenda))


def _line(person: str, there: bool) -> Attendance:
    fields: dict[str, object] = {"on_behalf_of": "red" if person in ("m0", "m1", "d0") else "blue"}
    if person in DEPUTIES:
        fields |= {"group": AttendanceGroup.DEPUTY, "deputy_for": DEPUTIES[person]}
    if person in OTHERS:
        fields = {"group": AttendanceGroup.GUEST if person == "guest" else AttendanceGroup.ADVISORY}
    return line(person, status=AttendanceStatus.PRESENT if there else AttendanceStatus.EXCUSED, **fields)


@settings(max_examples=60)
@given(EVENINGS, st.lists(st.integers(0, 299), min_size=1, max_size=5))
def test_whoever_comes_and_goes_the_heads_are_right(evening: Evening, minutes: list[int]) -> None:
    evening_held = held(evening)
    for minute in minutes:
        found = seats(evening_held, {}, FACTIONS, at(minute, item_at(minute)))
        assert {seat.person for seat in found if seat.here} == evening.here(minute)
        entitled = {seat.person for seat in found if seat.entitled}
        assert len(entitled) == evening.voting(minute) <= len(MEMBERS)
        assert not entitled & set(OTHERS)
        assert all(not {deputy, member} <= entitled for deputy, member in DEPUTIES.items())
        assert sum(count.entitled for count in head_counts(found, FACTIONS)) == len(entitled)


@settings(max_examples=60)
@given(EVENINGS)
def test_the_changes_are_the_turns_in_order_of_time(evening: Evening) -> None:
    found = changes(held(evening))
    assert [(one.at, one.item, one.person, one.kind is ChangeKind.ARRIVAL) for one in found] == [
        (clock(turn.minute), item_at(turn.minute), turn.person, turn.person in evening.here(turn.minute))
        for turn in evening.turns
    ]


@settings(max_examples=60)
@given(
    st.lists(
        st.builds(
            Interval,
            from_=st.one_of(st.none(), st.integers(0, 300).map(clock)),
            until=st.one_of(st.none(), st.integers(0, 300).map(clock)),
            from_item=st.sampled_from([None, *TREATED]),
            until_item=st.sampled_from([None, *TREATED]),
        ),
        max_size=4,
    ),
    st.integers(0, 300),
)
def test_overlapping_open_and_reversed_intervals_are_taken_as_they_are(spans: list[Interval], minute: int) -> None:
    """Somebody is there when any interval says so, whatever the others say; and nothing raises."""
    sat = meeting(line("a", intervals=tuple(spans)))
    alone = [meeting(line("a", intervals=(span,))) for span in spans] or [meeting(line("a"))]
    moment = at(minute, item_at(minute))
    assert _here(sat, moment) is any(_here(one, moment) for one in alone)
    assert all(change.person == "a" for change in changes(sat))


def _here(sat: Meeting, moment: Moment) -> bool:
    return seats(sat, {}, (), moment)[0].here


def _told(*spans: Interval, **fields: object) -> list[tuple[ChangeKind, str | None]]:
    sat = replace(meeting(line("a", intervals=spans, **fields)), end=clock(240))
    return [(one.kind, one.at) for one in changes(sat)]


@pytest.mark.parametrize(
    ("spans", "told"),
    [
        ([Interval(from_=clock(10), until=clock(20)), Interval(from_=clock(20))], [(ChangeKind.ARRIVAL, clock(10))]),
        ([Interval(from_=clock(10)), Interval(from_=clock(30))], [(ChangeKind.ARRIVAL, clock(10))]),
        ([Interval(from_=clock(0), until=clock(240))], []),
        ([Interval(from_=clock(30), until=clock(20))], []),
        ([Interval()], []),
        ([Interval(from_=clock(10))] * 2, [(ChangeKind.ARRIVAL, clock(10))]),
    ],
)
def test_nobody_goes_between_intervals_that_touch_nor_at_the_edges(
    spans: Sequence[Interval], told: list[tuple[ChangeKind, str]]
) -> None:
    assert _told(*spans) == told


def test_who_is_missing_throughout_did_not_come() -> None:
    assert _told(Interval(from_=clock(10)), status=AttendanceStatus.EXCUSED) == []


def test_without_times_the_items_give_the_order() -> None:
    late = line("late", intervals=(Interval(from_item="i2"),))
    early = line("early", intervals=(Interval(until_item="i2"),))
    timed = line("timed", intervals=(Interval(from_=clock(70)),))
    agenda = tuple(replace(item, start=clock(60 * place)) for place, item in enumerate(AGENDA))
    assert [one.person for one in changes(meeting(early, timed, late, agenda=agenda))] == ["late", "timed", "early"]


_BY_ITEM = st.builds(
    Interval, from_item=st.sampled_from([None, *TREATED]), until_item=st.sampled_from([None, *TREATED])
)


@settings(max_examples=200)
@given(st.lists(_BY_ITEM, min_size=1, max_size=4))
def test_by_items_only_who_is_there_without_a_break_neither_comes_nor_goes(spans: list[Interval]) -> None:
    """On a line with two points for each item, in it and behind it, an interval ends in its last item."""
    sat = meeting(line("a", intervals=tuple(spans)), agenda=_moved())
    there = {
        point
        for span in spans
        for point in range(2 * _place(span.from_item, -1), 2 * _place(span.until_item, len(TREATED)) + 1)
    }
    within = range(2 * len(TREATED))
    told = [
        (kind, TREATED[point // 2])
        for point in within
        if point in there
        for kind, beyond in ((ChangeKind.ARRIVAL, point - 1), (ChangeKind.DEPARTURE, point + 1))
        if beyond not in there
    ]
    assert [(one.kind, one.item) for one in changes(sat)] == told


def _place(item: str | None, without: int) -> int:
    return TREATED.index(item) if item else without


def _moved() -> tuple[AgendaItem, ...]:
    return tuple(replace(item, treated_order=2 if item.key == "i3" else None) for item in AGENDA)


def test_an_edge_by_item_and_one_by_the_clock_in_it_are_one() -> None:
    spans = (Interval(from_item="i2"), Interval(from_=clock(70), from_item="i2", until=clock(80), until_item="i2"))
    assert changes(meeting(line("a", intervals=spans))) == (Change(ChangeKind.ARRIVAL, "a", item="i2"),)


@pytest.mark.parametrize(
    ("interval", "wrong"),
    [
        (Interval(from_=clock(10), until=clock(5)), True),
        (Interval(from_=clock(10), until=clock(10)), False),
        (Interval(from_item="i3", until_item="i2"), True),
        (Interval(from_item="i3", until=clock(5)), False),
        (Interval(), False),
    ],
)
def test_going_before_coming_is_seen(interval: Interval, wrong: bool) -> None:
    assert is_reversed(interval, places(meeting())) is wrong


# --- the chair


def test_a_substitute_has_the_chair_for_one_item() -> None:
    sat = replace(meeting(), chairs=(Chair(person="a"),))
    sat = replace(sat, chairs=chair_for_item(sat, "b", "i3"))
    assert [in_chair(sat, item.key) for item in AGENDA] == ["a", "a", "b", "a", "a"]
    sat = replace(sat, chairs=chair_for_item(sat, "c", "i3"))
    assert in_chair(sat, "i3") == "c"
    assert len(sat.chairs) == 2


def test_the_chair_changes_for_good_and_comes_back() -> None:
    sat = replace(meeting(), chairs=(Chair(person="a"),))
    sat = replace(sat, chairs=chair_from_item(sat, "b", "i3"))
    sat = replace(sat, chairs=chair_from_item(sat, "a", "i5"))
    assert [in_chair(sat, item.key) for item in AGENDA] == ["a", "a", "b", "b", "a"]
    assert sat.chairs == (
        Chair(person="a", until_item="i2"),
        Chair(person="b", from_item="i3", until_item="i4"),
        Chair(person="a", from_item="i5"),
    )


def test_who_takes_the_chair_back_in_the_same_item_never_gave_it_away() -> None:
    sat = replace(meeting(), chairs=(Chair(person="a"),))
    sat = replace(sat, chairs=chair_from_item(sat, "b", "i3"))
    assert chair_from_item(sat, "a", "i3") == (Chair(person="a"),)


def test_who_gives_the_chair_away_behind_a_divider_had_it_until_the_item_before() -> None:
    agenda = (*AGENDA[:2], AgendaItem(key="d", kind=ItemKind.DIVIDER, public=False), *AGENDA[2:])
    sat = replace(meeting(agenda=agenda), chairs=(Chair(person="a"),))
    sat = replace(sat, chairs=chair_from_item(sat, "b", "i3"))
    assert sat.chairs == (Chair(person="a", until_item="i2"), Chair(person="b", from_item="i3"))
    first = replace(meeting(agenda=agenda[2:]), chairs=(Chair(person="a"),))
    assert chair_from_item(first, "b", "i3") == (Chair(person="a"), Chair(person="b", from_item="i3"))


def test_in_the_first_item_nobody_was_before() -> None:
    sat = replace(meeting(), chairs=(Chair(person="a"),))
    sat = replace(sat, chairs=chair_from_item(sat, "b", "i1"))
    assert in_chair(sat, "i1") == "b"
    assert in_chair(meeting(), "i1") is None


# --- deputies


def _voting(*lines: Attendance) -> list[str]:
    return [seat.person for seat in seats(meeting(*lines), {}, FACTIONS, at(10, "i1")) if seat.entitled]


def _deputy(person: str, **fields: object) -> Attendance:
    return line(person, group=AttendanceGroup.DEPUTY, **fields)


def test_a_deputy_who_stands_for_nobody_takes_a_free_seat_of_the_faction() -> None:
    away = line("a", on_behalf_of="red", status=AttendanceStatus.EXCUSED)
    there = line("b", on_behalf_of="blue")
    assert _voting(away, there, _deputy("d", on_behalf_of="red")) == ["b", "d"]
    assert _voting(away, there, _deputy("d", on_behalf_of="blue")) == ["b"]
    assert _voting(away, there, _deputy("d"), _deputy("e")) == ["b", "d"]
    assert _voting(there, _deputy("d", voting_right=True)) == ["b", "d"]


def test_a_recused_member_keeps_the_seat() -> None:
    agenda = (replace(AGENDA[0], recusals=(Recusal(person="a"),)),)
    sat = meeting(line("a"), _deputy("d", deputy_for="a"), agenda=agenda)
    assert not any(seat.entitled for seat in seats(sat, {}, FACTIONS, at(10, "i1")))


def test_who_is_listed_twice_votes_once() -> None:
    assert _voting(line("a"), line("a")) == ["a"]
    gone = line("a", intervals=(Interval(until=clock(5)),))
    assert _voting(gone, replace(line("a"), intervals=(Interval(from_=clock(5)),))) == ["a"]
