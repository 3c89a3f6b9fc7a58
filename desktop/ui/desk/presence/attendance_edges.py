"""Which entry tells of which coming and going.

An entry tells of an edge of an interval where person, kind, item and minute are the same. No widgets here.
"""

from datetime import datetime
from enum import StrEnum

from desktop.clock import parse_moment
from desktop.models.book import Book
from desktop.models.values import Attendance, Entry, Event, EventType, Interval
from desktop.ui.desk.writing import PROCEEDINGS, entries, entry, item_of


class Edge(StrEnum):
    """The beginning or the end of an interval."""

    BEGIN = "begin"
    END = "end"

    def time_of(self, interval: Interval) -> str | None:
        """The time of this edge."""
        return interval.from_ if self is Edge.BEGIN else interval.until

    def item_of(self, interval: Interval) -> str | None:
        """The item of this edge; its key."""
        return interval.from_item if self is Edge.BEGIN else interval.until_item

    @property
    def kind(self) -> EventType:
        """What tells of it."""
        return EventType.ARRIVAL if self is Edge.BEGIN else EventType.DEPARTURE


_EDGES = {edge.kind: edge for edge in Edge}


def _minute(stored: str | None) -> datetime | None:
    moment = parse_moment(stored) if stored else None
    return moment.replace(second=0, microsecond=0) if moment else None


def _tells(event: Event, place: str | None, person: str, interval: Interval, edge: Edge) -> bool:
    """Whether an event in an item tells of an edge; an edge without an item is told anywhere."""
    item = edge.item_of(interval)
    same_time = _minute(event.from_) == _minute(edge.time_of(interval))
    return event.person == person and event.event_type is edge.kind and same_time and item in (None, place)


def telling(book: Book, line: Attendance, interval: Interval, edge: Edge) -> str | None:
    """The entry that tells of an edge; None where nothing does."""
    courses = [(item.key, item.proceedings) for item in book.meeting.agenda] + [(None, book.meeting.opening)]
    if edge.time_of(interval) is None and edge.item_of(interval) is None:
        return None
    return next(
        (
            one.key
            for place, course in courses
            for one in course
            if isinstance(one, Event) and _tells(one, place, line.person, interval, edge)
        ),
        None,
    )


def told_of(book: Book, line: Attendance | None, interval: Interval | None, edge: Edge) -> str | None:
    """The same where there may be no interval."""
    return telling(book, line, interval, edge) if line is not None and interval is not None else None


def told_by(book: Book, event: Event) -> tuple[Attendance, Interval, Edge] | None:
    """The edge that an entry tells of."""
    edge = _EDGES.get(event.event_type)
    line = next((one for one in book.meeting.attendance if one.person == event.person), None)
    if edge is None or line is None:
        return None
    place = item_of(book, event.key)
    found = (one for one in line.intervals if _tells(event, place, line.person, one, edge))
    return next(((line, interval, edge) for interval in found), None)


def put_in_order(book: Book, event: str, item: str) -> None:
    """Moves an entry to an item; where times tell that it stands wrong, before the first entry of a later time."""
    if book.shelf.records[item].table != "AgendaItem":
        return
    own = entries(book, item).index(event) if item_of(book, event) == item else None
    others = [key for key in entries(book, item) if key != event]
    times = [_time_of(entry(book, key)) for key in others]
    moment = _time_of(entry(book, event))
    later = [place for place, time in enumerate(times) if time and moment and time > moment]
    earlier = [place for place, time in enumerate(times) if time and moment and time < moment]
    fits = own is not None and all(place < own for place in earlier) and all(place >= own for place in later)
    if not fits:
        book.move(event, later[0] if later else len(others), item, PROCEEDINGS)


def _time_of(value: Entry) -> datetime | None:
    stored = value.from_ if isinstance(value, Event) else value.at
    return parse_moment(stored) if stored else None
