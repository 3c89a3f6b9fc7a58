"""A sentence typed without looking, wherever the keyboard is: it stands in the ready line, and nothing else changed."""

import pytest
from PySide6.QtWidgets import QApplication

from desktop.models.book import Book
from desktop.models.values import Attendance, TextEntry
from desktop.ui.bus import Bus
from desktop.ui.desk.page import DeskPage
from desktop.ui.desk.presence.attendance import AttendanceDialog
from desktop.ui.looks.theme import Theme
from desktop.ui.window import Window
from tests.ui.conftest import TestClock
from tests.ui.desk.council import make
from tests.ui.keys import press, show, type_text, wait_until

SENTENCE = "Der Ausschuss nimmt den Bericht zur Kenntnis."


@pytest.fixture
def desk(book: Book, bus: Bus, clock: TestClock, app: QApplication) -> DeskPage:
    make(book)
    window = Window(book, bus, clock, Theme(app), book.path.parent)
    window.resize(1366, 768)
    show(window)
    window.open_meeting(book.meeting.key)
    return window.desk


def written(book: Book) -> list[str | None]:
    return [one.text for one in book.meeting.agenda[0].proceedings if isinstance(one, TextEntry)]


def attendance(book: Book) -> tuple[Attendance, ...]:
    return book.meeting.attendance


def test_in_the_attendance_list(desk: DeskPage, book: Book) -> None:
    before = attendance(book)
    press("Shift+F7")
    dialog = desk.window().findChild(AttendanceDialog)
    assert dialog is not None
    wait_until(dialog.isActiveWindow, "the list is in front")
    type_text("n", dialog.focusWidget())  # a slip does nothing
    wait_until(lambda: not dialog._table._run.is_open, "a pause")
    assert dialog.isVisible()
    type_text(SENTENCE[:2], dialog.focusWidget())
    wait_until(lambda: desk.pen.editor.hasFocus(), "the keyboard in the ready line")
    type_text(SENTENCE[2:])
    assert written(book) == [SENTENCE]
    assert attendance(book) == before


@pytest.mark.parametrize("end", ["Return", "Esc"])
def test_in_the_member_field_of_the_grid(desk: DeskPage, book: Book, end: str) -> None:
    press("F4")
    press("F9")
    type_text(SENTENCE)
    press(end)
    assert written(book) == [SENTENCE]


@pytest.mark.parametrize("end", ["Return", "Esc"])
def test_in_the_line_of_a_new_item(desk: DeskPage, book: Book, end: str) -> None:
    desk.agenda.setFocus()
    press("Ins")
    type_text(SENTENCE)
    press(end)
    assert written(book) == [SENTENCE]
    assert len(book.meeting.agenda) == 2


def test_a_title_that_esc_left_is_there_again(desk: DeskPage, book: Book) -> None:
    desk.agenda.setFocus()
    press("Ins")
    type_text("Sanierung der Turnhalle")
    press("Esc")
    assert written(book) == []
    desk.agenda.setFocus()
    press("Ins")
    press("Return")
    assert "Sanierung der Turnhalle" in [item.name for item in book.meeting.agenda]
