"""What happens while the public is out of a public item is not in the public minutes."""

import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.models.book import Book
from desktop.models.rules import floor
from desktop.models.values import AgendaItem, Event, EventType, Person, TextEntry
from desktop.ui.desk import writing
from desktop.ui.desk.presence import attendance_acts, chairing
from desktop.ui.desk.procedure import course
from desktop.ui.desk.procedure.course import Act
from desktop.ui.desk.procedure.exclusion import public_of_new
from tests.ui.conftest import TestClock
from tests.ui.desk import council

DESK = Path(writing.__file__).parent


def test_all_entries_go_through_one_door() -> None:
    """It sets what is public; the few others keep what an entry had."""
    past = re.compile(r"book\.add\([^\n]*(PROCEEDINGS|\"proceedings\")")
    assert not [path.name for path in DESK.rglob("*.py") if past.search(path.read_text(encoding="utf-8"))]


def test_who_goes_and_chairs_behind_closed_doors_is_not_public(book: Book, clock: TestClock) -> None:
    council.make(book)
    item, now = book.meeting.agenda[0].key, clock.now()
    course.perform(book, Act.EXCLUDE, item, now)
    later = now + timedelta(minutes=1)
    attendance_acts.note(book, EventType.DEPARTURE, book.meeting.attendance[3].person, later, item)
    chairing.take(book, chairing.candidates(book, now)[0], later)
    course.perform(book, Act.PAUSE, item, later)
    course.perform(book, Act.RESTORE, item, later)
    course.perform(book, Act.QUORUM, item, later)
    # noted afterwards, for a time before the doors were closed
    attendance_acts.note(book, EventType.DEPARTURE, book.meeting.attendance[4].person, now - timedelta(minutes=1), item)
    found = {(one.event_type, one.public) for one in book.meeting.agenda[0].proceedings if isinstance(one, Event)}
    assert found == {
        (EventType.DEPARTURE, None),
        (EventType.PUBLIC_EXCLUDED, None),
        (EventType.DEPARTURE, False),
        (EventType.CHAIR_CHANGE, False),
        (EventType.INTERRUPTION, False),
        (EventType.PUBLIC_RESTORED, None),
        (EventType.QUORUM_STATED, None),
    }


@pytest.mark.parametrize("slot", ["agenda", "opening"])
def test_what_is_only_prepared_has_not_happened(book: Book, clock: TestClock, slot: str) -> None:
    council.make(book)
    hidden = book.add(AgendaItem(number="1", name="Grundstück", public=False), book.meeting.key, "agenda")
    shown = book.meeting.agenda[0].key
    place, where = (hidden, "proceedings") if slot == "agenda" else (book.meeting.key, "opening")
    keys = [
        book.add(replace(Event(event_type=kind, from_="2026-03-05T18:00:00+01:00"), prepared=True), place, where)
        for kind in (EventType.PUBLIC_EXCLUDED, EventType.INTERRUPTION)
    ]
    assert course.state(book) == course.State(opened=True, closed=False, pause=None, excluded=False)
    assert public_of_new(book, shown) is None
    assert not floor.pauses(book.meeting)
    for key in keys:
        book.change(key, prepared=None)
    assert course.state(book) == course.State(opened=True, closed=False, pause=keys[1], excluded=True)
    assert public_of_new(book, shown) is False
    assert floor.pauses(book.meeting)


def test_a_new_text_between_the_events_goes_by_its_place(book: Book, clock: TestClock) -> None:
    council.make(book)
    item = book.meeting.agenda[0].key
    course.perform(book, Act.EXCLUDE, item, clock.now())
    course.perform(book, Act.RESTORE, item, clock.now())
    keys = [writing.add_entry(book, TextEntry(text="Text"), item, place) for place in (2, 1, 0)]
    assert [book.shelf.value(key).public for key in keys] == [None, False, None]  # type: ignore[union-attr]


def test_who_is_first_named_behind_closed_doors_is_not_on_the_printed_list(book: Book, clock: TestClock) -> None:
    council.make(book)
    hidden = book.add(AgendaItem(number="1", name="Grundstück", public=False), book.meeting.key, "agenda")
    shown = book.meeting.agenda[0].key
    made = [writing.make_guest(book, item, Person(family_name="Neu")) for item in (shown, hidden)]
    course.perform(book, Act.EXCLUDE, shown, clock.now())
    made.append(writing.make_guest(book, shown, Person(family_name="Neu")))
    listed = {line.person for line in book.meeting.attendance}
    assert [key in listed for key in made] == [True, False, False]
