"""The checklist on elections without a result and times outside the meeting: planted, and beside it the near miss."""

from dataclasses import replace

import pytest

from desktop.models.rules.checks import Code
from desktop.models.values import (
    Attendance,
    AttendanceGroup,
    AttendanceStatus,
    Candidate,
    Election,
    ElectionForm,
    ElectionRound,
    Entry,
    Event,
    EventType,
    Interval,
    MeetingState,
    TextEntry,
)
from tests.models.rules.test_checks import FAIR, codes, election, found, meeting, members


def without_result(*votes: int | None, **changes: object) -> Election:
    return election(sum(count or 0 for count in votes) + 1, *votes, **{"elected": (), **changes})


def alone(yes: int, no: int) -> ElectionRound:
    return ElectionRound(candidates=(Candidate(name="1"),), yes=yes, no=no)


def lists(seats: int | None) -> tuple[ElectionRound, ...]:
    return (ElectionRound(candidates=(Candidate(name="1", votes=3, seats=seats), Candidate(name="2", votes=1))),)


ELECTIONS: list[tuple[str, Election, bool]] = [
    ("a tie without a lot", without_result(2, 2), True),
    ("a tie and the lot", without_result(2, 2, lot="1"), False),
    ("who has won is not noted", without_result(3, 1), True),
    ("elected, acceptance open", without_result(3, 1, elected=("0",), accepts=None), False),
    ("elected, not accepted", without_result(3, 1, elected=("0",), accepts=False), False),
    ("candidates without numbers", without_result(None, None), True),
    ("nothing at all", Election(office="Amt"), True),
    ("nothing but who counts", Election(office="Amt", text="Stimmenzählung: Frau Muster"), True),
    ("told in words", Election(office="Amt", text="Durch Zuruf gewählt: Frau Muster."), False),
    ("only prepared", without_result(2, 2, prepared=True), False),
    ("one candidate, first round lost", Election(rounds=(alone(1, 3),)), True),
    ("one candidate, no further round", Election(rounds=(alone(1, 3), alone(1, 3))), False),
    ("lists without seats", Election(form=ElectionForm.LIST, rounds=lists(None)), True),
    ("lists with seats", Election(form=ElectionForm.LIST, rounds=lists(3)), False),
]


@pytest.mark.parametrize(
    ("held", "silent"), [(case[1], not case[2]) for case in ELECTIONS], ids=[case[0] for case in ELECTIONS]
)
def test_an_election_without_a_result(held: Election, silent: bool) -> None:
    assert codes(held) == ([] if silent else [Code.NOBODY_ELECTED])


# --- times

OPENED, CLOSED = "2026-03-05T18:00:37+01:00", "2026-03-06T00:30:00+01:00"


def clock(time: str, day: int = 5) -> str:
    return f"2026-03-{day:02}T{time}:00+01:00"


def ballot(begin: str, end: str, day: int = 5) -> Election:
    held = ElectionRound(candidates=(Candidate(name="1"),), at=clock(begin, day), text=f"Ende der Wahlhandlung: {end}")
    return Election(office="Amt", rounds=(held,), elected=("1",), at=clock("12:00"))


TIMES: list[tuple[str, Entry, list[Code]]] = [
    ("a vote before the opening", replace(FAIR, at=clock("17:59")), [Code.TIME_BEFORE]),
    ("a vote in the minute of the opening", replace(FAIR, at=clock("18:00")), []),
    ("a vote after the end", replace(FAIR, at=clock("00:31", 6)), [Code.TIME_AFTER]),
    ("a vote at the end", replace(FAIR, at=clock("00:30", 6)), []),
    ("a vote whose time has no offset", replace(FAIR, at="2026-03-05T12:00:00"), []),
    ("a text, whenever it was written", TextEntry(text="Bericht", at=clock("12:00", 9)), []),
    ("an event before", Event(from_=clock("17:50"), until=clock("18:10")), [Code.TIME_BEFORE]),
    ("an event that ends after the end", Event(from_=clock("23:50"), until=clock("00:40", 6)), [Code.TIME_AFTER]),
    ("an event that ends before it begins", Event(from_=clock("19:10"), until=clock("19:00")), [Code.TIME_REVERSED]),
    ("an event of a moment", Event(from_=clock("19:10"), until=clock("19:10")), []),
    ("an event only prepared", Event(from_=clock("17:50"), prepared=True), []),
    ("a round before", ballot("16:00", "18:10 Uhr"), [Code.TIME_BEFORE]),
    ("a round whose end is before it", ballot("19:10", "19:00 Uhr"), [Code.TIME_REVERSED]),
    ("a round of one minute", ballot("19:10", "19:10 Uhr"), []),
    ("a round over midnight", ballot("23:50", "00:05 Uhr"), []),
    ("a round over the end", ballot("00:10", "00:40 Uhr", 6), [Code.TIME_AFTER]),
    ("an end that is no time", ballot("19:10", "25:00 Uhr"), []),
    ("the absurd ballot", ballot("16:00", "00:00 Uhr"), [Code.TIME_BEFORE, Code.TIME_REVERSED]),
]


@pytest.mark.parametrize(("entry", "expected"), [case[1:] for case in TIMES], ids=[case[0] for case in TIMES])
def test_times_within_the_meeting(entry: Entry, expected: list[Code]) -> None:
    held = replace(meeting(entry), start=OPENED, end=CLOSED)
    assert found(held) == [(code, "e1") for code in expected]


def test_nothing_is_held_against_an_opening_or_end_that_nobody_knows() -> None:
    held = meeting(replace(FAIR, at=clock("17:00")))
    assert found(held) == [(Code.TIME_BEFORE, "e1")]
    assert found(replace(held, start="2026-03-05")) == []
    assert found(replace(held, state=MeetingState.PREPARATION)) == []
    assert found(replace(held, start=clock("16:00"))) == []


@pytest.mark.parametrize(
    ("interval", "expected"),
    [
        (Interval(until=clock("17:53")), [Code.PRESENCE_BEFORE]),
        (Interval(from_=clock("18:00"), until=clock("19:00")), []),
        (Interval(from_=clock("19:00"), until=clock("18:30")), [Code.PRESENCE_REVERSED]),
        (Interval(from_=clock("19:00"), until=clock("00:45", 6)), [Code.PRESENCE_AFTER]),
        (Interval(from_item="i", until_item="i"), []),
    ],
)
def test_coming_and_going_within_the_meeting(interval: Interval, expected: list[Code]) -> None:
    line = Attendance(person="b2", group=AttendanceGroup.MEMBER, on_behalf_of="B", intervals=(interval,))
    held = replace(meeting(attendance=members(b2=line)), start=OPENED, end=CLOSED)
    assert found(held) == [(code, "") for code in expected]
    away = replace(line, status=AttendanceStatus.EXCUSED)
    assert found(replace(held, attendance=members(b2=away))) == []


def test_a_departure_that_the_minutes_tell_is_found_there_alone() -> None:
    line = Attendance(person="b2", group=AttendanceGroup.MEMBER, intervals=(Interval(until=clock("17:53")),))
    left = Event(event_type=EventType.DEPARTURE, person="b2", from_=clock("17:53"))
    assert found(meeting(left, attendance=members(b2=line))) == [(Code.TIME_BEFORE, "e1")]
    other = replace(left, person="b1")
    assert found(meeting(other, attendance=members(b2=line))) == [(Code.PRESENCE_BEFORE, ""), (Code.TIME_BEFORE, "e1")]
