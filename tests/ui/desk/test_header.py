"""What the line at the top says about the state of the meeting."""

import pytest

from desktop.models.book import Book
from desktop.ui.bus import Bus
from desktop.ui.desk import course
from desktop.ui.desk.course import Act
from desktop.ui.desk.header import Header
from tests.ui.conftest import TestClock
from tests.ui.desk.council import make


@pytest.fixture
def header(book: Book, bus: Bus, clock: TestClock) -> Header:
    make(book)
    made = Header(book, bus, clock)
    made.refresh()
    return made


def test_a_closed_meeting_is_neither_public_nor_counted(header: Header, book: Book, clock: TestClock) -> None:
    assert (header._badge.text(), header._present.text()) == ("ÖFFENTLICH", "13 von 15 stimmberechtigt, beschlussfähig")
    public = header._badge.palette()
    course.perform(book, Act.CLOSE, None, clock.now())
    assert (header._badge.text(), header._present.text()) == ("geschlossen 18:42", "")
    assert header._badge.palette() != public
    assert "geschlossen 18:42" in header.accessibleName()
    course.perform(book, Act.REOPEN, None, clock.now())
    assert (header._badge.text(), header._badge.palette()) == ("ÖFFENTLICH", public)


def test_where_only_the_day_of_the_end_is_known_no_time_is_made_up(header: Header, book: Book) -> None:
    book.change(book.meeting.key, end="2026-03-05")
    assert header._badge.text() == "geschlossen"


def test_a_pause_is_shown_as_long_as_it_goes_on(header: Header, book: Book, clock: TestClock) -> None:
    assert header._pause.isHidden()
    course.perform(book, Act.PAUSE, None, clock.now())
    assert (header._pause.text(), header._pause.isHidden()) == ("Pause seit 18:42", False)
    assert "Pause seit 18:42" in header.accessibleName()
    clock.forward(minutes=10)
    course.perform(book, Act.RESUME, None, clock.now())
    assert header._pause.isHidden()
