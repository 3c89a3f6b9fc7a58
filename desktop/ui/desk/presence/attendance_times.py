"""Times of coming and going, corrected later: the interval and the entry that tells of it follow each other.

An entry tells of an edge of an interval where person, kind, item and minute are the same. Each act is one step of the
book. Nothing is refused: a going before the coming is shown by the list, not prevented. No widgets here.
"""

from dataclasses import replace
from datetime import datetime
from typing import Any

from desktop.clock import parse_moment, stamp
from desktop.models.book import Book
from desktop.models.values import (
    Attendance,
    AttendanceStatus,
    Event,
    EventType,
    Interval,
    Recusal,
)
from desktop.ui.desk.presence import attendance_acts as acts
from desktop.ui.desk.presence.attendance_edges import Edge, put_in_order, telling, told_by
from desktop.ui.desk.writing import entry, item_of

_UNSET: Any = object()

# --- from the list to the stream


def line_with(book: Book, interval: str) -> Attendance:
    """The line of the attendance list that an interval belongs to."""
    line = book.shelf.value(book.shelf.records[interval].parent or "")
    assert isinstance(line, Attendance)
    return line


def set_edge(book: Book, key: str, edge: Edge, *, at: str | None = _UNSET, item: str | None = _UNSET) -> None:
    """Another time, another item or both for an edge; the entry that tells of it goes along."""
    interval = book.shelf.value(key)
    assert isinstance(interval, Interval)
    told = telling(book, line_with(book, key), interval, edge)
    new_time = edge.time_of(interval) if at is _UNSET else at
    new_item = edge.item_of(interval) if item is _UNSET else item
    with book.step("change.Interval"):
        _set(book, key, edge, new_time, new_item)
        if told is None:
            return
        if new_time is None and new_item is None:
            book.remove(told)
            return
        book.change(told, from_=new_time)
        put_in_order(book, told, new_item or item_of(book, told))


def _set(book: Book, key: str, edge: Edge, at: str | None, item: str | None) -> None:
    """Writes an edge and nothing else."""
    if edge is Edge.BEGIN:
        book.change(key, from_=at, from_item=item)
    else:
        book.change(key, until=at, until_item=item)


def add_interval(book: Book, line: Attendance, now: datetime) -> str:
    """One more time in the room, from the last going on, else from now on; returns its key."""
    before = [one.until for one in line.intervals if one.until]
    begin = max(before, default=None) or (stamp(now) if acts.is_live(book) else book.meeting.start)
    with book.step("add.Interval"):
        if line.status is not AttendanceStatus.PRESENT:
            book.change(line.key, status=AttendanceStatus.PRESENT)
        return book.add(Interval(from_=begin), line.key, "intervals")


def remove_interval(book: Book, key: str) -> None:
    """Takes a time in the room off the list, with the entries that tell of it."""
    line, interval = line_with(book, key), book.shelf.value(key)
    assert isinstance(interval, Interval)
    with book.step("remove.Interval"):
        for told in filter(None, (telling(book, line, interval, edge) for edge in Edge)):
            book.remove(told)
        book.remove(key)


def from_beginning(book: Book, key: str) -> None:
    """Somebody was there from the beginning on and did not come: the entry goes, too."""
    with book.step("change.Interval"):
        set_edge(book, key, Edge.BEGIN, at=None, item=None)
        left = book.shelf.value(key)
        if isinstance(left, Interval) and left.until is None and left.until_item is None:
            book.remove(key)


# --- from the stream to the list


def change_event(book: Book, key: str, **fields: Any) -> None:
    """Changes an entry of an event; what the attendance list knows of it follows."""
    event = entry(book, key)
    assert isinstance(event, Event)
    known = None if event.prepared else told_by(book, event)
    with book.step("change.Event"):
        if known is not None and "from_" in fields:
            _set(book, known[1].key, known[2], fields["from_"], known[2].item_of(known[1]))
        if known is not None and ("person" in fields or "event_type" in fields):
            told = replace(event, **fields)
            _tell_anew(book, known, told.person, told.event_type)
        elif event.event_type is EventType.RECUSAL and "person" in fields:
            _other_recused(book, event, fields["person"])
        book.change(key, **fields)


def _tell_anew(book: Book, known: tuple[Attendance, Interval, Edge], person: str | None, kind: EventType) -> None:
    """It was somebody else, or the other way round: what was told did not happen, something else did."""
    line, interval, edge = known
    at, item = edge.time_of(interval), edge.item_of(interval)
    _take_back(book, line, interval, edge)
    moment = parse_moment(at) if at else None
    if person is None or moment is None:
        return
    if kind is EventType.ARRIVAL:
        acts.arrive(book, person, moment, item)
    elif kind is EventType.DEPARTURE and (other := acts.line_of(book, person)) is not None:
        book.change(other.key, status=AttendanceStatus.PRESENT)
        acts.depart(book, person, moment, item)


def _take_back(book: Book, line: Attendance, interval: Interval, edge: Edge) -> None:
    """As if it had not happened: who did not go stayed on; who did not come and did not go either was never there."""
    other = Edge.END if edge is Edge.BEGIN else Edge.BEGIN
    whole = other.time_of(interval) is None and other.item_of(interval) is None
    if not whole:
        _set(book, interval.key, edge, None, None)
        return
    book.remove(interval.key)
    if edge is Edge.BEGIN and len(line.intervals) == 1:
        book.change(line.key, status=AttendanceStatus.ABSENT)


def _other_recused(book: Book, event: Event, person: str | None) -> None:
    item = item_of(book, event.key)
    for key in book.shelf.children(item, "recusals"):
        recusal = book.shelf.value(key)
        if isinstance(recusal, Recusal) and recusal.person == event.person:
            if person is None:
                book.remove(key)
            else:
                book.change(key, person=person, reason=None)
