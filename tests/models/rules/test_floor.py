"""The list of speakers: order, seconds, totals and limits."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.clock import BERLIN, stamp
from desktop.models.rules import floor
from desktop.models.rules.floor import Level, Pause, SpeakingTime
from desktop.models.values import AgendaItem, AttendanceGroup, Event, EventType, Meeting
from desktop.models.values.aside import FloorLimit, SpeakerTurn

NOW = datetime(2026, 3, 5, 19, 0, tzinfo=BERLIN)
TIMES = SpeakingTime(
    limit_minutes=5,
    point_of_order_minutes=3,
    guest_minutes=2,
    administration_minutes=0,
    faction_minutes=10,
    warn_percent=80,
)


def at(seconds: int) -> str:
    return stamp(NOW + timedelta(seconds=seconds))


def turn(key: str, **fields: object) -> SpeakerTurn:
    return SpeakerTurn(key=key, person=key, **fields)  # type: ignore[arg-type]


def test_points_of_order_go_first_in_the_order_in_which_they_came() -> None:
    turns = (turn("a"), turn("b", point_of_order=True), turn("c"), turn("d", point_of_order=True))
    assert [one.key for one in floor.waiting(turns)] == ["b", "d", "a", "c"]


def test_who_speaks_or_has_spoken_does_not_wait() -> None:
    turns = (
        turn("over", begun=at(-300), ended=at(-200)),
        turn("stopped", spoken=12),
        turn("waits"),
    )
    assert [one.key for one in floor.waiting(turns)] == ["waits"]
    speaking = floor.speaking(turns)
    assert speaking is not None
    assert speaking.key == "stopped"
    assert [one.key for one in floor.done(turns)] == ["over"]
    assert floor.speaking(()) is None


@pytest.mark.parametrize(
    ("fields", "breaks", "seconds"),
    [
        ({"begun": at(-160)}, (), 160),
        ({"begun": at(-160), "spoken": 40}, (), 200),
        ({"spoken": 40}, (), 40),
        ({}, (), 0),
        ({"begun": at(-160), "ended": at(-60)}, (), 100),
        ({"begun": at(60)}, (), 0),  # the clock of the machine was set back
        ({"begun": at(-160)}, ((-100, -40),), 100),
        ({"begun": at(-160)}, ((-100, None),), 60),
        ({"begun": at(-160)}, ((-300, -200),), 160),
        ({"begun": at(-160), "ended": at(-60)}, ((-50, None),), 100),
    ],
)
def test_seconds_of_a_turn_without_pauses(
    fields: dict[str, str], breaks: tuple[tuple[int, int | None], ...], seconds: int
) -> None:
    given_breaks = [
        Pause(NOW + timedelta(seconds=begin), None if end is None else NOW + timedelta(seconds=end))
        for begin, end in breaks
    ]
    assert floor.seconds(turn("a", **fields), NOW, given_breaks) == seconds


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 500), st.booleans()), max_size=8))
def test_a_clock_stopped_and_started_counts_only_what_ran(spans: list[tuple[int, bool]]) -> None:
    """However often it is stopped, the seconds are those in which it ran."""
    moment, now = turn("a", begun=stamp(NOW)), NOW
    ran = 0
    for span, stops in spans:
        running = moment.begun is not None
        now += timedelta(seconds=span)
        ran += span if running else 0
        assert floor.seconds(moment, now) == ran
        if stops:
            moment = turn("a", spoken=ran) if running else turn("a", spoken=ran, begun=stamp(now))


def test_pauses_are_the_interruptions_of_the_meeting() -> None:
    events = (
        Event(event_type=EventType.INTERRUPTION, from_=at(-100), until=at(-40)),
        Event(event_type=EventType.ARRIVAL, from_=at(-90)),
        Event(event_type=EventType.INTERRUPTION, from_=at(-10)),
        Event(event_type=EventType.INTERRUPTION),
    )
    meeting = Meeting(start=at(-3600), agenda=(AgendaItem(proceedings=events),))
    breaks = floor.pauses(meeting)
    assert [(one.begin, one.end) for one in breaks] == [
        (NOW - timedelta(seconds=100), NOW - timedelta(seconds=40)),
        (NOW - timedelta(seconds=10), None),
    ]
    assert floor.is_paused(breaks, NOW)
    assert not floor.is_paused(breaks, NOW - timedelta(seconds=20))


def test_totals_of_speakers_and_factions() -> None:
    turns = (
        SpeakerTurn(person="a", on_behalf_of="f", begun=at(-100), ended=at(-60)),
        SpeakerTurn(person="b", on_behalf_of="f", begun=at(-60), ended=at(-30)),
        SpeakerTurn(person="a", on_behalf_of="f", begun=at(-30)),
        SpeakerTurn(name="Frau Gast", spoken=5, ended=at(0)),
        SpeakerTurn(person="c", on_behalf_of="g"),
    )
    speakers = floor.per_speaker(turns, NOW)
    assert [(one.who, one.turns, one.seconds) for one in speakers] == [("a", 2, 70), ("b", 1, 30), ("Frau Gast", 1, 5)]
    assert [(one.who, one.seconds) for one in floor.per_faction(turns, NOW)] == [("f", 100)]
    assert floor.spoke_before(turns, turns[2]) == 1


@pytest.mark.parametrize(
    ("group", "own", "point", "minutes"),
    [
        (AttendanceGroup.MEMBER, None, None, 5),
        (AttendanceGroup.MEMBER, FloorLimit(minutes=3), None, 3),
        (AttendanceGroup.MEMBER, FloorLimit(minutes=0), None, None),
        (AttendanceGroup.MEMBER, FloorLimit(faction_minutes=4), None, 5),
        (AttendanceGroup.MEMBER, FloorLimit(minutes=1), True, 3),
        (AttendanceGroup.GUEST, None, None, 2),
        (AttendanceGroup.GUEST, FloorLimit(minutes=4), None, 4),
        (AttendanceGroup.ADMINISTRATION, FloorLimit(minutes=3), None, None),
        (None, None, None, 5),
    ],
)
def test_the_limit_of_a_turn(
    group: AttendanceGroup | None, own: FloorLimit | None, point: bool | None, minutes: int | None
) -> None:
    expected = None if minutes is None else minutes * 60
    assert floor.limit(turn("a", point_of_order=point), group, TIMES, own) == expected


def test_a_faction_has_its_time_for_all_its_turns_but_points_of_order() -> None:
    turns = (
        turn("a", on_behalf_of="f", begun=at(-100), ended=at(-60)),
        turn("b", on_behalf_of="f", begun=at(-60), ended=at(-30), point_of_order=True),
        turn("c", on_behalf_of="f", begun=at(-30)),
    )
    assert floor.faction_seconds(turns, "f", NOW) == 70
    assert floor.faction_seconds(turns, None, NOW) == 0
    assert floor.faction_limit(TIMES) == 600
    assert floor.faction_limit(TIMES, FloorLimit(faction_minutes=0)) is None


@pytest.mark.parametrize(
    ("spent", "allowed", "level"),
    [
        (239, 300, Level.FINE),
        (240, 300, Level.NEAR),
        (299, 300, Level.NEAR),
        (300, 300, Level.OVER),
        (9999, None, Level.FINE),
    ],
)
def test_the_level_of_a_limit(spent: int, allowed: int | None, level: Level) -> None:
    assert floor.level(spent, allowed, 80) is level


def test_a_pause_noted_twice_is_taken_off_once() -> None:
    item = AgendaItem(
        proceedings=(
            Event(event_type=EventType.INTERRUPTION, from_=at(-100), until=at(-40)),
            Event(event_type=EventType.INTERRUPTION, from_=at(-90), until=at(-30)),
            Event(event_type=EventType.INTERRUPTION, from_=at(-10)),
            Event(event_type=EventType.INTERRUPTION, from_=at(-5), until=at(-1)),
        )
    )
    breaks = floor.pauses(Meeting(agenda=(item,)))
    assert [(one.begin, one.end) for one in breaks] == [
        (NOW - timedelta(seconds=100), NOW - timedelta(seconds=30)),
        (NOW - timedelta(seconds=10), None),
    ]
    assert floor.seconds(turn("a", begun=at(-160)), NOW, breaks) == 160 - 70 - 10
