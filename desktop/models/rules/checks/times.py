"""Checks of times: nothing before the meeting was opened or after it was closed, nothing that ends before it begins."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta

from desktop.models.rules import electionnotes
from desktop.models.rules.checks.base import Facts, Finding, Part, Steps, parts
from desktop.models.rules.checks.codes import Code
from desktop.models.rules.electionnotes import Note
from desktop.models.rules.presence import moment_of
from desktop.models.values import AttendanceStatus, Election, ElectionRound, Entry, Event, MeetingState, Vote

#: an end up to this long after a beginning may be of the next day
_LONGEST_BALLOT = timedelta(hours=3)
_CLOCK = re.compile(r"(\d{1,2}):(\d\d)\b")
_Span = tuple[datetime | None, datetime | None]


def check_times(part: Part, facts: Facts) -> Steps:
    """The times of votes, elections and events; of each the first of a kind. Texts may be written at any time."""
    for entry in part.entries:
        yield None
        found: dict[Code, dict[str, int | str]] = {}
        for span in () if entry.prepared else _spans(entry):
            for code, params in _wrong(span, facts):
                found.setdefault(code, params)
        for code, params in found.items():
            yield Finding(code, part.key, entry.key, params)


#: the same of somebody who came or left
_OF_PERSONS = {
    Code.TIME_BEFORE: Code.PRESENCE_BEFORE,
    Code.TIME_AFTER: Code.PRESENCE_AFTER,
    Code.TIME_REVERSED: Code.PRESENCE_REVERSED,
}


def check_intervals(facts: Facts) -> Iterator[Finding]:
    """When people came and left by the attendance list; what an entry of the minutes says too is found there."""
    told = {
        (entry.person, moment)
        for part in parts(facts.meeting)
        for entry in part.entries
        if isinstance(entry, Event) and not entry.prepared
        for moment in _minutes(entry.from_, entry.until)
    }
    for line in facts.meeting.attendance:
        if line.status is not AttendanceStatus.PRESENT:
            continue
        for interval in line.intervals:
            begin, end = _minutes(interval.from_, interval.until)
            own = tuple(None if (line.person, moment) in told else moment for moment in (begin, end))
            reversed_ = [one for one in _wrong((begin, end), facts) if one[0] is Code.TIME_REVERSED]
            outside = [one for one in _wrong((own[0], own[1]), facts) if one[0] is not Code.TIME_REVERSED]
            for code, params in (*outside, *reversed_):
                yield Finding(_OF_PERSONS[code], params={"person": line.person, **params})


def _wrong(span: _Span, facts: Facts) -> Iterator[tuple[Code, dict[str, int | str]]]:
    """What does not fit of a beginning and an end, either may be unknown; times are compared by the minute."""
    meeting, (begin, end) = facts.meeting, span
    opened, closed = _minutes(meeting.start, meeting.end)
    if meeting.state is MeetingState.PREPARATION:
        opened = None
    times = [one for one in span if one is not None]
    early, late = min(times, default=None), max(times, default=None)
    if early is not None and opened is not None and early < opened:
        yield Code.TIME_BEFORE, {"time": early.isoformat(), "bound": opened.isoformat()}
    if late is not None and closed is not None and late > closed:
        yield Code.TIME_AFTER, {"time": late.isoformat(), "bound": closed.isoformat()}
    if begin is not None and end is not None and end < begin:
        yield Code.TIME_REVERSED, {"time": begin.isoformat(), "bound": end.isoformat()}


def _spans(entry: Entry) -> Iterator[_Span]:
    if isinstance(entry, Event):
        yield _minutes(entry.from_, entry.until)
    if isinstance(entry, Election) and any(held.at for held in entry.rounds):
        yield from map(_span_of_round, entry.rounds)
    elif isinstance(entry, Vote | Election):
        yield _minutes(entry.at, None)


def _span_of_round(held: ElectionRound) -> _Span:
    """The end of a round is noted by the clock alone: on the day it began, or soon after midnight."""
    begin, _none = _minutes(held.at, None)
    noted = _CLOCK.search(electionnotes.read(held.text).get(Note.END))
    if begin is None or noted is None or int(noted[1]) > 23 or int(noted[2]) > 59:
        return begin, None
    end = begin.replace(hour=int(noted[1]), minute=int(noted[2]))
    next_day = end + timedelta(days=1)
    return begin, next_day if end < begin and next_day - begin <= _LONGEST_BALLOT else end


def _minutes(begin: str | None, end: str | None) -> _Span:
    """Two stored times to the minute, as people write them down; None where one is unknown."""
    first, second = moment_of(begin), moment_of(end)
    return (
        first.replace(second=0, microsecond=0) if first else None,
        second.replace(second=0, microsecond=0) if second else None,
    )
