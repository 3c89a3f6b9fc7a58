"""What the entries of a meeting tell that its lists say as well, so that nobody tells it a second time."""

from collections.abc import Iterator

from desktop.models.rules.motions import voided
from desktop.models.values import AttendanceGroup, Entry, Event, EventType, Meeting

#: who comes and goes without a word in the text: the list is enough
SILENT = (AttendanceGroup.ADMINISTRATION, AttendanceGroup.MINUTES, AttendanceGroup.GUEST, AttendanceGroup.PRESS)
_PRESENCE = (EventType.ARRIVAL, EventType.DEPARTURE)


def entries(meeting: Meeting) -> Iterator[Entry]:
    """Everything that happened, in the order of the agenda."""
    yield from meeting.opening
    for item in meeting.agenda:
        yield from item.proceedings
    yield from meeting.closing


def silent(meeting: Meeting) -> frozenset[str]:
    """The persons of whose coming and going only the list speaks."""
    return frozenset(line.person for line in meeting.attendance if line.group in SILENT)


def tells_presence(meeting: Meeting) -> bool:
    """Whether entries tell who came and went; then they tell all of it, but for officials and guests."""
    untold = silent(meeting)
    return any(
        isinstance(entry, Event) and entry.event_type in _PRESENCE and entry.person not in untold
        for entry in entries(meeting)
    )


def told_elsewhere(whole: Meeting, shown: Meeting) -> frozenset[str]:
    """Persons in what is shown of a meeting whose coming and going the rest of it tells, or happened there."""
    lines = {line.person: line.intervals for line in whole.attendance}
    told = tells_presence(whole) and not tells_presence(shown)
    return frozenset(line.person for line in shown.attendance if told or line.intervals != lines.get(line.person))


def voided_elsewhere(whole: Meeting, shown: Meeting) -> frozenset[str]:
    """Votes in what is shown of a meeting that are void by a repetition in the rest of it."""
    void = voided(entries(whole)) - voided(entries(shown))
    return void.intersection(entry.key for entry in entries(shown))
