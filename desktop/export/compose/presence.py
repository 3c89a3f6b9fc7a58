"""Who came, went and took the chair, as the lists say it, and the course of the items with it.

Where the entries tell of none of it, because the minutes come from a program that has it in its lists only, the
sentences are made from the lists.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from desktop.clock import parse_moment
from desktop.models.rules.presence import treated_items
from desktop.models.rules.telling import entries, silent, tells_presence
from desktop.models.rules.timeline import Change, ChangeKind, changes, in_chair
from desktop.models.values import (
    AgendaItem,
    Edition,
    Entry,
    Event,
    EventType,
    Meeting,
    Reader,
)

_KINDS = {ChangeKind.ARRIVAL: EventType.ARRIVAL, ChangeKind.DEPARTURE: EventType.DEPARTURE}


@dataclass(frozen=True, slots=True)
class _Insertion:
    """An event that no entry tells of, in an item; ``last``: without a time it stands at the end of it."""

    item: str
    event: Event
    last: bool = False


def comings_and_goings(meeting: Meeting) -> tuple[Change, ...]:
    """Who came late, who left early; somebody who was there from the first item to the last did neither."""
    items = [item.key for item in treated_items(meeting)]
    ends = {ChangeKind.ARRIVAL: items[:1], ChangeKind.DEPARTURE: items[-1:]}
    return tuple(change for change in changes(meeting) if change.at is not None or change.item not in ends[change.kind])


def is_during(item: AgendaItem, at: str | None) -> bool:
    """Whether an item was treated at a time, to the minute; where times are missing nothing speaks against it.

    An edition without the item in which somebody came or went names the next one it has, and the clock tells.
    """
    now, start, end = (_minute(moment) for moment in (at, item.start, item.end))
    return now is None or ((start is None or start <= now) and (end is None or now <= end))


def _minute(stored: str | None) -> datetime | None:
    moment = parse_moment(stored or "")
    return moment.replace(second=0, microsecond=0) if moment else None


def courses(edition: Edition) -> Mapping[str, tuple[Entry, ...]]:
    """What happened in each item, by its key."""
    meeting = edition.meeting
    told = {entry.event_type for entry in entries(meeting) if isinstance(entry, Event)}
    insertions: list[_Insertion] = []
    if EventType.CHAIR_CHANGE not in told:
        insertions += _chair_changes(meeting)
    if not tells_presence(meeting):
        insertions += _coming_and_going(meeting, edition.told | silent(meeting))
    # What is public stands in the public minutes; the others have only the frame of those items.
    left_out = {item.key for item in meeting.agenda if item.public} if edition.reader is Reader.NONPUBLIC else set()
    by_item: dict[str, list[_Insertion]] = {}
    for one in insertions:
        if one.item not in left_out:
            by_item.setdefault(one.item, []).append(one)
    return {item.key: _merged(item.proceedings, by_item.get(item.key, ())) for item in meeting.agenda}


def _coming_and_going(meeting: Meeting, untold: Collection[str]) -> Iterable[_Insertion]:
    items = {item.key: item for item in meeting.agenda}
    for change in comings_and_goings(meeting):
        known = items.get(change.item or "")
        item = known.key if known and is_during(known, change.at) else _item_at(meeting, change.at)
        if item is not None and change.person not in untold:
            event = Event(event_type=_KINDS[change.kind], person=change.person, from_=change.at)
            yield _Insertion(item, event, last=change.kind is ChangeKind.DEPARTURE)


def _item_at(meeting: Meeting, at: str | None) -> str | None:
    """The item that was treated at a time, as far as the items have times; the last begun of several."""
    now = parse_moment(at or "")
    if now is None:
        return None
    begun = [(start, item) for item in meeting.agenda if (start := parse_moment(item.start or "")) and start <= now]
    running = [(start, item) for start, item in begun if (end := parse_moment(item.end or "")) is None or now < end]
    return max(running, key=lambda one: one[0])[1].key if running else None


def _chair_changes(meeting: Meeting) -> Iterable[_Insertion]:
    """A new chair from an item on; who was in the chair first took it from nobody."""
    if len(meeting.chairs) < 2:
        return
    before = None
    for item in treated_items(meeting):
        person = in_chair(meeting, item.key)
        if before is not None and person not in (None, before):
            yield _Insertion(item.key, Event(event_type=EventType.CHAIR_CHANGE, person=person))
        before = person or before


def _merged(entries: Sequence[Entry], insertions: Sequence[_Insertion]) -> tuple[Entry, ...]:
    placed = [(_place(entries, one), one.event) for one in insertions]
    course: list[Entry] = []
    for place in range(len(entries) + 1):
        course += [event for at, event in placed if at == place]
        course += entries[place : place + 1]
    return tuple(course)


def _place(entries: Sequence[Entry], insertion: _Insertion) -> int:
    """Before the first entry of a later time; where times do not tell, at the start or at the end of the item."""
    at = parse_moment(insertion.event.from_ or "")
    times = [parse_moment((entry.from_ if isinstance(entry, Event) else entry.at) or "") for entry in entries]
    if at and any(times):
        return next((place for place, time in enumerate(times) if time and time > at), len(entries))
    return len(entries) if insertion.last else 0
