"""The course of presence: who came, who went and who was in the chair, in the order in which it was.

It is read from intervals and chairs, never from the entries that tell it, so that both can be compared.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from desktop.models.rules.presence import Moment, is_here, moment_of, places, treated_items
from desktop.models.values import Attendance, AttendanceStatus, Chair, Interval, Meeting

_INSTANT = timedelta(microseconds=1)


class ChangeKind(StrEnum):
    """What changed."""

    ARRIVAL = "arrival"
    DEPARTURE = "departure"


@dataclass(frozen=True, slots=True)
class Change:
    """Somebody came or went: whose presence it is, when by clock and by item (its key), as far as known."""

    kind: ChangeKind
    person: str
    at: str | None = None
    item: str | None = None


def changes(meeting: Meeting) -> tuple[Change, ...]:
    """All comings and goings in the order in which they were.

    Who was there from the beginning did not come, and who stayed to the end did not go; where two intervals of a person
    overlap or touch, nobody went between them: by the clock, or by items where an edge has no time. The item decides
    before the clock, because minutes are read by item.
    """
    order = places(meeting)
    found = [change for line in meeting.attendance for change in _of_line(meeting, line, order)]
    known = _known_places(meeting, found, order)
    found.sort(key=lambda change: _sort_key(change, order, known))
    return tuple(dict.fromkeys(found))


def _of_line(meeting: Meeting, line: Attendance, order: Mapping[str, int]) -> Iterator[Change]:
    if line.status is not AttendanceStatus.PRESENT:
        return
    intervals = [one for one in line.intervals if not is_reversed(one, order)]
    for interval in intervals:
        others = replace(line, intervals=tuple(one for one in intervals if one is not interval))
        for kind, at, item in (
            (ChangeKind.ARRIVAL, interval.from_, interval.from_item),
            (ChangeKind.DEPARTURE, interval.until, interval.until_item),
        ):
            if (at or item) and not _at_edge(meeting, kind, at) and not _covered(others, kind, at, item, order):
                yield Change(kind, line.person, at, item)


def is_reversed(interval: Interval, order: Mapping[str, int]) -> bool:
    """Whether somebody would go before coming; ``order`` as ``presence.places`` gives it."""
    came, left = moment_of(interval.from_), moment_of(interval.until)
    if came is not None and left is not None:
        return left < came
    first, last = order.get(interval.from_item or ""), order.get(interval.until_item or "")
    return first is not None and last is not None and last < first


def _at_edge(meeting: Meeting, kind: ChangeKind, at: str | None) -> bool:
    """Files of other programs let everybody come at the beginning and go at the end."""
    moment, begin, end = moment_of(at), moment_of(meeting.start), moment_of(meeting.end)
    if moment is None:
        return False
    if kind is ChangeKind.ARRIVAL:
        return begin is not None and moment <= begin
    return end is not None and moment >= end


def _covered(others: Attendance, kind: ChangeKind, at: str | None, item: str | None, order: Mapping[str, int]) -> bool:
    """Whether another interval says that the person was there on the other side of the edge, too."""
    moment, place = moment_of(at), order.get(item or "")
    if moment is None:
        return place is not None and any(_goes_over(one, kind, place, order) for one in others.intervals)
    beyond = moment - _INSTANT if kind is ChangeKind.ARRIVAL else moment
    return bool(others.intervals) and is_here(others, Moment(beyond, item), order)


def _goes_over(interval: Interval, kind: ChangeKind, place: int, order: Mapping[str, int]) -> bool:
    """Whether an interval holds in the item at ``place`` and, before an arrival or after a departure, beyond it."""
    first = order.get(interval.from_item or "", place if interval.from_ else 0)
    last = order.get(interval.until_item or "", place if interval.until else len(order) + 1)
    return first < place <= last if kind is ChangeKind.ARRIVAL else first <= place < last


def _known_places(meeting: Meeting, found: Iterable[Change], order: Mapping[str, int]) -> list[tuple[datetime, int]]:
    """Which item was treated at which time, from the items and from changes that know both; in order of time."""
    stated = [(line.start, line.key) for line in meeting.agenda] + [(change.at, change.item) for change in found]
    moments = ((moment_of(at), order.get(item or "")) for at, item in stated)
    return sorted((moment, place) for moment, place in moments if moment is not None and place is not None)


def _sort_key(
    change: Change, order: Mapping[str, int], known: Iterable[tuple[datetime, int]]
) -> tuple[int, int, float]:
    """By item, in it by clock; without a time one comes at its beginning and goes at its end."""
    moment = moment_of(change.at)
    place = order.get(change.item or "")
    if place is None:
        place = max((number for at, number in known if moment is not None and at <= moment), default=0)
    if moment is not None:
        return (place, 1, moment.timestamp())
    return (place, 2 if change.kind is ChangeKind.DEPARTURE else 0, 0.0)


# --- the chair


def in_chair(meeting: Meeting, item: str | None) -> str | None:
    """Who is in the chair while an item is treated; the key of the person, None where nobody is known.

    A span of items goes before the whole meeting, what was noted later before what was noted earlier.
    """
    order = places(meeting)
    now = order.get(item or "")
    fitting = [chair for chair in meeting.chairs if _presides(chair, now, order)]
    spans = [chair for chair in fitting if chair.from_item or chair.until_item]
    return (spans or fitting)[-1].person if fitting else None


def _presides(chair: Chair, now: int | None, order: Mapping[str, int]) -> bool:
    first, last = order.get(chair.from_item or ""), order.get(chair.until_item or "")
    return (first is None or now is None or first <= now) and (last is None or now is None or now <= last)


def chair_for_item(meeting: Meeting, person: str, item: str) -> tuple[Chair, ...]:
    """The chairs with a person in the chair for one item only; before it and after it everything stays as it is."""
    return (*_without(meeting, item), Chair(person=person, from_item=item, until_item=item))


def chair_from_item(meeting: Meeting, person: str, item: str) -> tuple[Chair, ...]:
    """The chairs with a person in the chair from an item on, until another change; who was before ends before it."""
    order = places(meeting)
    earlier = [line.key for line in treated_items(meeting) if order[line.key] < order[item]]
    before = earlier[-1] if earlier else None
    chairs = tuple(_ended(chair, before, order) for chair in _without(meeting, item))
    if before is not None and chairs and chairs[-1].person == person and chairs[-1].until_item == before:
        return (*chairs[:-1], replace(chairs[-1], until_item=None))
    return (*chairs, Chair(person=person, from_item=item))


def _ended(chair: Chair, before: str | None, order: Mapping[str, int]) -> Chair:
    """A chair that was open, ended with the item before; as it is where it began later or nothing is before."""
    if before is None or chair.until_item is not None or order.get(chair.from_item or "", 0) > order[before]:
        return chair
    return replace(chair, until_item=before)


def _without(meeting: Meeting, item: str) -> tuple[Chair, ...]:
    """The chairs but for what was noted for this item before."""
    return tuple(chair for chair in meeting.chairs if chair.from_item != item)
