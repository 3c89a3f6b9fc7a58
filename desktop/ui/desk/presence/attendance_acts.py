"""Coming and going as acts on the book: intervals, status, entries in the running item. No widgets here.

Before the meeting is opened presence is a status only; from then on, who comes or goes gets an interval and an entry in
the item (desk.md §5), which after the end is a correction and needs a time. Each act is one step of the book.
"""

from collections.abc import Sequence
from datetime import datetime

from desktop.clock import stamp
from desktop.models.book import Book
from desktop.models.rules import convening, presence
from desktop.models.rules.presence import Moment, Seat
from desktop.models.values import (
    Attendance,
    AttendanceGroup,
    AttendanceStatus,
    Event,
    EventType,
    Interval,
    ItemStage,
    Meeting,
    MeetingState,
    Membership,
    Person,
)
from desktop.ui.desk.names.speakers import person_from
from desktop.ui.desk.presence.attendance_edges import Edge, put_in_order, telling, told_of
from desktop.ui.desk.procedure.course import callable_items, running_item
from desktop.ui.desk.procedure.exclusion import public_of_new
from desktop.ui.desk.voting.grid_book import organizations, people
from desktop.ui.desk.writing import add_entry, entries, is_prepared, item_of

LIST = "attendance"
#: what Space steps through while presence is a status only
_STATUSES = (AttendanceStatus.PRESENT, AttendanceStatus.EXCUSED, AttendanceStatus.UNEXCUSED)


def is_live(book: Book) -> bool:
    """Whether the meeting runs, so that coming and going have a time."""
    if book.meeting.end is not None:
        return False
    return book.meeting.state is MeetingState.RUNNING or running_item(book) is not None


def is_over(book: Book) -> bool:
    """Whether the meeting has ended, so that coming and going are corrections."""
    state = book.meeting.state
    return book.meeting.end is not None or state not in (None, MeetingState.PREPARATION, MeetingState.RUNNING)


def clock_of(book: Book, now: datetime) -> datetime:
    """The moment that a time of day is seen from: now, in a meeting that is over its end."""
    if not is_over(book):
        return now
    return presence.moment_of(book.meeting.end) or presence.moment_of(book.meeting.start) or now


def _has_times(book: Book) -> bool:
    return is_live(book) or is_over(book)


def line_of(book: Book, person: str) -> Attendance | None:
    """A person's line in the attendance list."""
    return next((line for line in book.meeting.attendance if line.person == person), None)


def seats_now(book: Book, now: datetime) -> tuple[Seat, ...]:
    """Who is there: while the meeting runs by clock and running item, after it as at its end, before it by status."""
    if book.meeting.end is not None:
        # A recusal ends with its item, and at the end none is treated any more.
        last = presence.seats(book.meeting, people(book), organizations(book), presence.at_end(book.meeting))
        return presence.without_recusals(last)
    running = running_item(book)
    moment = Moment(now if is_live(book) else None, running.key if running else None)
    return presence.seats(book.meeting, people(book), organizations(book), moment)


def is_here(book: Book, person: str, at: datetime) -> bool:
    """Whether a person is in the room at a time; after the meeting is over, whether they were."""
    seats = seats_now(book, at)
    if is_over(book) and at < clock_of(book, at):
        moment = Moment(at, item_at(book, at))
        seats = presence.seats(book.meeting, people(book), organizations(book), moment)
    return any(seat.here for seat in seats if seat.person == person)


def come(book: Book, person: str, at: datetime, item: str | None, deputy_for: str | None = None) -> None:
    """Somebody comes: from then on present, for somebody else where ``deputy_for`` is given.

    Who is in the room already takes the other's seat and does not come a second time; who came later, came at this
    time instead.
    """
    with book.step("change.Attendance"):
        line = line_of(book, person)
        before = line is not None and is_here(book, person, at)
        told = told_of(book, line, _later_coming(line, at), Edge.BEGIN)
        arrive(book, person, at, item, deputy_for)
        if _has_times(book) and not before:
            _tell(book, told, EventType.ARRIVAL, person, at, item)


def add_guest(book: Book, name: str, at: datetime, item: str | None) -> str:
    """Somebody unknown comes: a guest from now on; the key of the person."""
    body = book.shelf.records[book.meeting.key].parent
    with book.step("make_guest"):
        person = book.add(person_from(name), body, "persons")
        if is_live(book):
            come(book, person, at, item)
        else:
            add_person(book, person)
    return person


def arrive(book: Book, person: str, at: datetime, item: str | None, deputy_for: str | None = None) -> None:
    """What the attendance list knows of somebody's coming; no entry tells of it yet."""
    line, live = line_of(book, person), _has_times(book)
    before = line is not None and live and is_here(book, person, at)
    if line is None:
        key = book.add(_new_line(book, person, deputy_for), book.meeting.key, LIST)
    else:
        key = line.key
        if line.status is not AttendanceStatus.PRESENT or not live:
            forget_intervals(book, line)
        book.change(key, status=AttendanceStatus.PRESENT)
        if deputy_for is not None:
            book.change(key, deputy_for=deputy_for, group=AttendanceGroup.DEPUTY)
    if live and not before:
        later = _later_coming(line_of(book, person), at)
        if later is not None:
            book.change(later.key, from_=stamp(at), from_item=item)
        else:
            book.add(presence.arrival(stamp(at), item), key, "intervals")


def _later_coming(line: Attendance | None, at: datetime) -> Interval | None:
    """The next coming after a time at which somebody was not there: what is corrected, as nobody comes twice."""
    begun = [(presence.moment_of(one.from_), one) for one in (line.intervals if line is not None else ())]
    later = [(moment, one) for moment, one in begun if moment is not None and moment > at]
    return min(later, key=lambda pair: pair[0])[1] if later else None


def leave(book: Book, person: str, at: datetime, item: str | None, reason: str | None = None) -> None:
    """Somebody goes, or went at another time. Where presence is a status only, that is »excused«.

    ``reason`` is for the office alone.
    """
    with book.step("change.Attendance"):
        line = line_of(book, person)
        told = told_of(book, line, _last_going(line), Edge.END)
        depart(book, person, at, item)
        if reason is not None and line is not None:
            book.change(line.key, reason=reason)
        if _has_times(book):
            _tell(book, told, EventType.DEPARTURE, person, at, item)


def _last_going(line: Attendance | None) -> Interval | None:
    """The interval that another going ends at another time."""
    if line is None:
        return None
    ended = presence.departure(line, None, None).key
    return next((one for one in line.intervals if one.key == ended), None)


def depart(book: Book, person: str, at: datetime, item: str | None) -> None:
    """What the attendance list knows of somebody's going."""
    line = line_of(book, person)
    assert line is not None
    if not _has_times(book):
        book.change(line.key, status=AttendanceStatus.EXCUSED)
        return
    ended = presence.departure(line, stamp(at), item)
    if ended.key:
        book.change(ended.key, until=ended.until, until_item=ended.until_item)
    else:
        book.add(ended, line.key, "intervals")


def toggle(book: Book, person: str, now: datetime) -> None:
    """Comes or goes; before the opening the next status: present, excused, unexcused."""
    line = line_of(book, person)
    item = place_now(book)
    if line is not None and not _has_times(book):
        place = _STATUSES.index(line.status) if line.status in _STATUSES else 0
        set_status(book, line.key, _STATUSES[(place + 1) % len(_STATUSES)])
    elif line is not None and is_here(book, person, now):
        leave(book, person, now, item)
    else:
        come(book, person, now, item)


def set_status(book: Book, key: str, status: AttendanceStatus) -> None:
    """Present or missing for the whole meeting; who is missing has no intervals."""
    line = book.shelf.value(key)
    assert isinstance(line, Attendance)
    with book.step("change.Attendance"):
        if status is not AttendanceStatus.PRESENT:
            forget_intervals(book, line)
        book.change(key, status=status)


def take_off(book: Book, key: str) -> None:
    """Takes somebody off the list, with the entries that tell of coming and going."""
    line = book.shelf.value(key)
    assert isinstance(line, Attendance)
    with book.step("remove.Attendance"):
        forget_intervals(book, line)
        book.remove(key)


def add_person(book: Book, person: str | Person, group: AttendanceGroup | None = None) -> str:
    """Puts somebody on the list, a new person too; returns the key of the line. Who is on it already stays as is."""
    with book.step("add.Attendance"):
        if isinstance(person, Person):
            body = book.shelf.records[book.meeting.key].parent
            person = book.add(person, body, "persons")
        line = line_of(book, person)
        if line is not None:
            return line.key
        made = _new_line(book, person, None)
        key = book.add(made, book.meeting.key, LIST)
        if group is not None:
            book.change(key, group=group)
    return key


def absent_members(book: Book) -> tuple[Attendance, ...]:
    """The lines that the members of the body would have; none once anybody is on the list."""
    meeting, lines = book.meeting, dict[str, Attendance]()
    for body in () if meeting.attendance else meeting.organizations:
        for line in convening.attendance(people(book).values(), body, meeting.start[:10]):
            lines.setdefault(line.person, line)
    return tuple(lines.values())


def add_members(book: Book) -> None:
    """Fills an empty list as that of a new meeting is filled, for members who were entered later."""
    lines, meeting = absent_members(book), book.meeting
    with book.step("add.Attendance"):
        for line in lines:
            book.add(line, meeting.key, LIST)
        chairs = meeting.chairs or convening.chairs(lines)
        takers = meeting.minute_takers or convening.minute_takers(lines)
        book.change(meeting.key, chairs=chairs, minute_takers=takers)


def _new_line(book: Book, person: str, deputy_for: str | None) -> Attendance:
    """Somebody's place in the list, by membership; whoever has none is a guest."""
    membership = membership_of(book, person)
    replaced = line_of(book, deputy_for) if deputy_for else None
    group = convening.group(membership) if membership else AttendanceGroup.GUEST
    return Attendance(
        person=person,
        group=AttendanceGroup.DEPUTY if deputy_for else group,
        on_behalf_of=(membership.on_behalf_of if membership else None) or (replaced.on_behalf_of if replaced else None),
        voting_right=membership.voting_right if membership else None,
        deputy_for=deputy_for,
    )


def membership_of(book: Book, person: str) -> Membership | None:
    """A person's seat in the body that meets, on the day of the meeting."""
    meeting: Meeting = book.meeting
    value = book.shelf.value(person)
    assert isinstance(value, Person)
    bodies: Sequence[str] = meeting.organizations
    found = (one for one in value.memberships if one.organization in bodies)
    return next((one for one in found if convening.is_current(one, meeting.start[:10])), None)


def forget_intervals(book: Book, line: Attendance) -> None:
    """Somebody is there, or missing, for the whole meeting: what tells of other times goes, too."""
    for interval in line.intervals:
        for told in filter(None, (telling(book, line, interval, edge) for edge in Edge)):
            book.remove(told)
        book.remove(interval.key)


def place_now(book: Book) -> str | None:
    """The item that what happens now belongs to: the running one, between items the last one, else the first."""
    running = running_item(book)
    if running is not None:
        return running.key
    done = [item for item in book.meeting.agenda if item.stage is ItemStage.DONE]
    items = done[-1:] or callable_items(book)[:1]
    return items[0].key if items else None


def item_at(book: Book, at: datetime) -> str | None:
    """The item that was treated at a time: the last one called before it; None where none was."""
    begun = [(moment, item.key) for item in book.meeting.agenda if (moment := presence.moment_of(item.start))]
    return max(((moment, key) for moment, key in begun if moment <= at), default=(None, None))[1]


def note(book: Book, kind: EventType, person: str, at: datetime, item: str | None) -> None:
    """The entry that tells it: in the item by its time, at the end for now; without any item, at the opening."""
    event = Event(event_type=kind, person=person, from_=stamp(at), prepared=is_prepared(book))
    place = item or place_now(book)
    if place is None:
        book.add(event, book.meeting.key, "opening")
    else:
        _put(book, add_entry(book, event, place), place)


def _tell(book: Book, told: str | None, kind: EventType, person: str, at: datetime, item: str | None) -> None:
    """Corrects the entry that told it with another time, else notes it."""
    if told is None:
        note(book, kind, person, at, item)
        return
    book.change(told, from_=stamp(at))
    place = item or item_of(book, told)
    if book.shelf.records[place].table == "AgendaItem":
        _put(book, told, place)


def _put(book: Book, key: str, place: str) -> None:
    """Puts an entry into its order in an item; it is as public as what stands there."""
    put_in_order(book, key, place)
    index = entries(book, place).index(key)
    last = index == len(entries(book, place)) - 1
    book.change(key, public=public_of_new(book, place, None if last else index))
