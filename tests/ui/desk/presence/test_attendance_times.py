"""Late corrections: list and stream follow each other, each in one step."""

from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.clock import BERLIN, stamp
from desktop.models.book import Book
from desktop.models.rules import timeline
from desktop.models.values import AttendanceStatus, Event, EventType, Interval, TextEntry
from desktop.ui.desk.presence import attendance_acts as acts
from desktop.ui.desk.presence import attendance_times as times
from desktop.ui.desk.presence import recusal_acts
from desktop.ui.desk.presence.attendance_edges import Edge
from desktop.ui.desk.procedure import course
from tests.ui.conftest import TestClock
from tests.ui.desk.council import line_of, make, person


def at(hour: int, minute: int) -> datetime:
    return datetime(2026, 3, 5, hour, minute, tzinfo=BERLIN)


@pytest.fixture
def council(book: Book, clock: TestClock) -> Book:
    """Amsel1 went at 18:42 in item 1; a text of 18:30 and one of 18:50 stand around it."""
    make(book)
    item = book.meeting.agenda[0].key
    book.add(TextEntry(text="vorher", at=stamp(at(18, 30))), item, "proceedings")
    acts.leave(book, person(book, "Amsel1"), clock.now(), item)
    book.add(TextEntry(text="nachher", at=stamp(at(18, 50))), item, "proceedings")
    return book


def told(book: Book, item: int = 0) -> list[tuple[EventType, str | None] | str]:
    """An item in short: events with person, texts."""
    return [
        (one.event_type, one.person) if isinstance(one, Event) else getattr(one, "text", "") or ""
        for one in book.meeting.agenda[item].proceedings
    ]


def span(book: Book, name: str, place: int = 0) -> Interval:
    return line_of(book, name).intervals[place]


def event(book: Book, item: int = 0) -> Event:
    return next(one for one in book.meeting.agenda[item].proceedings if isinstance(one, Event))


def test_another_time_in_the_list_moves_the_entry(council: Book) -> None:
    before = council.meeting
    times.set_edge(council, span(council, "Amsel1").key, Edge.END, at=stamp(at(18, 20)))
    assert span(council, "Amsel1").until == event(council).from_ == stamp(at(18, 20))
    assert told(council) == [(EventType.DEPARTURE, person(council, "Amsel1")), "vorher", "nachher"]
    council.undo()
    assert council.meeting == before


def test_a_time_that_fits_leaves_the_entry_in_its_place(council: Book) -> None:
    times.set_edge(council, span(council, "Amsel1").key, Edge.END, at=stamp(at(18, 44)))
    assert told(council)[1] == (EventType.DEPARTURE, person(council, "Amsel1"))


def test_another_item_in_the_list_takes_the_entry_along(council: Book) -> None:
    second = council.meeting.agenda[1].key
    times.set_edge(council, span(council, "Amsel1").key, Edge.END, item=second)
    assert told(council) == ["vorher", "nachher"]
    assert told(council, 1) == [(EventType.DEPARTURE, person(council, "Amsel1"))]
    assert span(council, "Amsel1").until_item == second


def test_an_emptied_edge_is_told_no_more(council: Book) -> None:
    times.set_edge(council, span(council, "Amsel1").key, Edge.END, at=None, item=None)
    assert told(council) == ["vorher", "nachher"]
    assert acts.is_here(council, person(council, "Amsel1"), at(19, 0))


def test_a_removed_interval_takes_what_tells_of_it(council: Book, clock: TestClock) -> None:
    clock.forward(minutes=15)
    acts.come(council, person(council, "Amsel1"), clock.now(), council.meeting.agenda[0].key)
    assert len(told(council)) == 4
    times.remove_interval(council, span(council, "Amsel1", 1).key)
    assert [one.until for one in line_of(council, "Amsel1").intervals] == [stamp(at(18, 42).replace(second=7))]
    assert told(council)[1:] == [(EventType.DEPARTURE, person(council, "Amsel1")), "nachher"]


def test_who_is_missing_throughout_is_told_of_no_more(council: Book) -> None:
    acts.set_status(council, line_of(council, "Amsel1").key, AttendanceStatus.UNEXCUSED)
    assert (line_of(council, "Amsel1").intervals, told(council)) == ((), ["vorher", "nachher"])


def test_there_from_the_beginning_on(book: Book, clock: TestClock) -> None:
    make(book)
    acts.set_status(book, line_of(book, "Birke0").key, AttendanceStatus.EXCUSED)
    acts.come(book, person(book, "Birke0"), clock.now(), book.meeting.agenda[0].key)
    assert len(told(book)) == 1
    times.from_beginning(book, span(book, "Birke0").key)
    assert (line_of(book, "Birke0").intervals, told(book)) == ((), [])
    assert acts.is_here(book, person(book, "Birke0"), at(18, 1))


def test_one_more_time_begins_where_the_last_ended(council: Book, clock: TestClock) -> None:
    clock.forward(minutes=30)
    key = times.add_interval(council, line_of(council, "Amsel1"), clock.now())
    assert span(council, "Amsel1", 1).key == key
    assert span(council, "Amsel1", 1).from_ == span(council, "Amsel1").until
    times.add_interval(council, line_of(council, "Birke0"), clock.now())
    assert span(council, "Birke0").from_ == stamp(clock.now())


def test_another_time_in_the_stream_is_the_lists(council: Book) -> None:
    before = council.meeting
    times.change_event(council, event(council).key, from_=stamp(at(18, 35)))
    assert span(council, "Amsel1").until == event(council).from_ == stamp(at(18, 35))
    council.undo()
    assert council.meeting == before


def test_it_was_somebody_else_who_went(council: Book) -> None:
    times.change_event(council, event(council).key, person=person(council, "Amsel2"))
    assert line_of(council, "Amsel1").intervals == ()
    assert span(council, "Amsel2").until == event(council).from_
    assert span(council, "Amsel2").until_item == council.meeting.agenda[0].key


def test_it_was_somebody_else_who_came(book: Book, clock: TestClock) -> None:
    make(book)
    for name in ("Birke0", "Birke1"):
        acts.set_status(book, line_of(book, name).key, AttendanceStatus.EXCUSED)
    acts.come(book, person(book, "Birke0"), clock.now(), book.meeting.agenda[0].key)
    times.change_event(book, event(book).key, person=person(book, "Birke1"))
    assert (line_of(book, "Birke0").status, line_of(book, "Birke0").intervals) == (AttendanceStatus.ABSENT, ())
    assert line_of(book, "Birke1").status is AttendanceStatus.PRESENT
    assert span(book, "Birke1").from_ == stamp(clock.now())
    assert [kind for kind, _who in told(book)] == [EventType.ARRIVAL]


def test_a_recusal_of_somebody_else(book: Book, clock: TestClock) -> None:
    make(book)
    recusal_acts.recuse(book, person(book, "Birke0"), book.meeting.agenda[0].key, clock.now(), "Nachbarin")
    times.change_event(book, event(book).key, person=person(book, "Birke1"))
    assert [(one.person, one.reason) for one in book.meeting.agenda[0].recusals] == [(person(book, "Birke1"), None)]


def test_an_entry_that_tells_of_nothing_in_the_list_changes_nothing_there(book: Book) -> None:
    make(book)
    item = book.meeting.agenda[0].key
    key = book.add(Event(event_type=EventType.INTERRUPTION, from_=stamp(at(18, 0))), item, "proceedings")
    before = book.meeting.attendance
    times.change_event(book, key, from_=stamp(at(18, 10)))
    assert event(book).from_ == stamp(at(18, 10))
    assert book.meeting.attendance == before


def test_a_deputy_in_the_room_takes_a_seat_without_coming_twice(book: Book, clock: TestClock) -> None:
    make(book)
    acts.add_person(book, person(book, "Reserve"))
    acts.set_status(book, line_of(book, "Birke0").key, AttendanceStatus.EXCUSED)
    acts.come(book, person(book, "Reserve"), clock.now(), book.meeting.agenda[0].key, person(book, "Birke0"))
    assert (line_of(book, "Reserve").intervals, told(book)) == ((), [])
    assert line_of(book, "Reserve").deputy_for == person(book, "Birke0")


def test_between_items_it_is_noted_where_the_stream_shows_it(book: Book, clock: TestClock) -> None:
    make(book)
    course.perform(book, course.Act.CLOSE, None, clock.now())
    course.perform(book, course.Act.REOPEN, None, clock.now())
    acts.toggle(book, person(book, "Amsel1"), clock.now())
    assert told(book) == [(EventType.DEPARTURE, person(book, "Amsel1"))]
    assert book.meeting.opening == ()


def test_it_was_the_other_way_round(book: Book, clock: TestClock) -> None:
    make(book)
    acts.set_status(book, line_of(book, "Birke0").key, AttendanceStatus.EXCUSED)
    acts.come(book, person(book, "Birke0"), clock.now(), book.meeting.agenda[0].key)
    times.change_event(book, event(book).key, event_type=EventType.DEPARTURE)
    assert line_of(book, "Birke0").status is AttendanceStatus.PRESENT
    assert (span(book, "Birke0").from_, span(book, "Birke0").until) == (None, stamp(clock.now()))


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(["Amsel0", "Amsel1", "Birke0", "Held"]), st.booleans()), max_size=12))
def test_the_entries_tell_what_the_list_knows(book: Book, clock: TestClock, turns: list[tuple[str, bool]]) -> None:
    """Through the door and on to the next item: entries in their order are the changes in theirs."""
    make(book)
    for name, calls in turns:
        clock.forward(minutes=1)
        if calls:
            course.call_item(book, book.meeting.agenda[1].key, clock.now())
        acts.toggle(book, person_here(book, name), clock.now())
    entries = [one for item in book.meeting.agenda for one in item.proceedings if isinstance(one, Event)]
    found = [(EventType(one.kind), one.person, one.at) for one in timeline.changes(book.meeting)]
    assert [(one.event_type, one.person, one.from_) for one in entries] == found


def person_here(book: Book, name: str) -> str:
    """A person of the open meeting; every example makes a council of its own."""
    people = {line.person for line in book.meeting.attendance}
    return next(key for key in people if book.shelf.records[key].data["family_name"] == name)
