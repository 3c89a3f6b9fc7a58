"""What the line at the top says about the state of the meeting."""

import pytest

from desktop.models.book import Book
from desktop.models.values import AgendaItem, AttendanceStatus, Land, Recusal
from desktop.ui import house
from desktop.ui.bus import Bus
from desktop.ui.desk.header import Header
from desktop.ui.desk.procedure import course
from desktop.ui.desk.procedure.course import Act
from tests.ui.conftest import TestClock
from tests.ui.desk.council import make
from tests.ui.keys import type_text


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


def test_the_badge_says_whether_the_public_is_in_the_room(header: Header, book: Book, clock: TestClock) -> None:
    hidden = book.add(AgendaItem(number="1", name="Grundstück", public=False), book.meeting.key, "agenda")
    course.call_item(book, hidden, clock.now())
    assert header._badge.text() == "NICHTÖFFENTLICH"
    for act, words in ((Act.EXCLUDE, "NICHTÖFFENTLICH"), (Act.RESTORE, "ÖFFENTLICHKEIT HERGESTELLT")):
        course.perform(book, act, None, clock.now())
        assert header._badge.text() == words


def test_the_rule_of_the_quorum_is_said_with_its_numbers_and_paragraph(header: Header, book: Book) -> None:
    body = house.body_of(book).key
    book.change(body, state=Land.SH)
    assert header._present.toolTip() == "mehr als die Hälfte von 15 = 8 · § 38 GO SH · ungeprüft"
    assert header.accessibleDescription() == header._present.toolTip()
    book.change(body, state=Land.NI)
    assert header._present.toolTip() == "mehr als die Hälfte von 15 = 8 · § 65 NKomVG"
    book.change(body, state=Land.BW)
    assert header._present.toolTip() == "mindestens die Hälfte von 15 = 8 · § 37 Abs. 2, 3 GemO"


def test_the_recused_are_taken_off_in_schleswig_holstein(header: Header, book: Book) -> None:
    book.change(house.body_of(book).key, state=Land.SH)
    running = course.running_item(book)
    assert running is not None
    first = book.meeting.attendance[0].person
    book.add(Recusal(person=first), running.key, "recusals")
    assert header._present.text() == "12 von 15 stimmberechtigt, beschlussfähig"
    assert header._present.toolTip() == (
        "mehr als die Hälfte von 14 = 8 · 15 nach Gesetz, davon ab 1 befangenes Mitglied · § 38 GO SH · ungeprüft"
    )


def test_too_few_to_go_on_is_said(header: Header, book: Book) -> None:
    book.change(house.body_of(book).key, state=Land.SH)
    for line in book.meeting.attendance[4:]:
        book.change(line.key, status=AttendanceStatus.UNEXCUSED)
    assert header._present.text() == "4 von 15 stimmberechtigt, NICHT beschlussfähig"
    assert header._present.toolTip().endswith("· Vorsitz muss es von sich aus feststellen")
    assert header._present.autoFillBackground()


def test_letters_typed_blindly_are_given_out(header: Header) -> None:
    typed: list[str] = []
    header.blindText.connect(typed.append)
    type_text("Ja", header)
    assert typed == ["J", "a"]
