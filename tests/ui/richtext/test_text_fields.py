"""Text of papers and resolutions: the same editor in a form."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from desktop.models.book import Book
from desktop.models.values import AgendaItem
from desktop.ui.bus import Bus
from desktop.ui.desk.page import DeskPage
from desktop.ui.parts.plaintext import PlainLine
from desktop.ui.richtext.richfield import RichField
from tests.ui.desk.stream.test_stream import small_meeting
from tests.ui.desk.test_desk_page import desk, entries, item  # noqa: F401
from tests.ui.keys import press, show, type_text


@pytest.fixture
def field(book: Book, bus: Bus) -> Iterator[RichField]:
    """The resolution of an item between two lines."""
    key = small_meeting(book)
    window = QWidget()
    made = RichField(book, bus, window)
    made.bind(key, "resolution")
    row = QHBoxLayout(window)
    for widget in (PlainLine(parent=window), made, PlainLine(parent=window)):
        row.addWidget(widget)
    show(window)
    made.setFocus()
    yield made
    window.close()


def resolution(book: Book) -> str | None:
    value = book.shelf.value(book.meeting.agenda[0].key)
    assert isinstance(value, AgendaItem)
    return value.resolution


def test_tab_leaves_the_field_but_walks_through_a_table(field: RichField, book: Book) -> None:
    type_text("Beschluss\nzwei")
    press("Ctrl+Shift+I")
    type_text("a\tb\tc\td")
    press("Alt+Shift+Left")
    assert resolution(book) == "Beschluss\n\nzwei\n\n| a |\n| --- |\n| c |"
    press("Shift+Return")
    type_text("Ende")
    press("Tab")
    assert not field.hasFocus()
    press("Shift+Tab")
    assert field.hasFocus()
    press("Shift+Tab")
    assert not field.hasFocus()
    assert (resolution(book) or "").endswith("| c |\n\nEnde")


def test_to_look_into_another_window_is_no_leaving(field: RichField, bus: Bus) -> None:
    """The hall sees a text once it is left; a glance elsewhere must not show half a name."""
    left: list[None] = []
    bus.typing_ended.connect(lambda: left.append(None))
    type_text("Der Antrag der Frau Halb")
    for reason in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
        QApplication.sendEvent(field, QFocusEvent(QEvent.Type.FocusOut, reason))
    assert left == []
    press("Tab")
    assert left


def test_tab_at_the_start_of_a_point_changes_its_level(field: RichField, book: Book) -> None:
    type_text("- a\nb")
    press("Home")
    press("Tab")
    assert resolution(book) == "- a\n  - b"
    press("Backtab")
    assert resolution(book) == "- a\n- b"
    assert field.hasFocus()


def test_undo_and_a_row_that_comes_back_are_shown(field: RichField, book: Book) -> None:
    type_text("Text")
    book.undo()
    assert field.stored_text() == ""
    book.redo()
    assert field.stored_text() == "Text"


def test_the_palette_makes_a_table_on_the_ready_line(desk: DeskPage) -> None:  # noqa: F811
    type_text("+ta\tb")
    assert [getattr(entry, "text", None) for entry in entries(desk)] == ["| a | b |\n| --- | --- |\n|  |  |"]


def test_the_keys_of_the_window_work_in_the_table_of_a_resolution(desk: DeskPage, app: QApplication) -> None:  # noqa: F811
    press("F5")
    press("Ctrl+Shift+I")
    type_text("a")
    press("Alt+Shift+Right")
    press("Alt+Shift+Down")
    type_text("b")
    assert item(desk, 0).resolution == "| a |  |  |\n| --- | --- | --- |\n|  | b |  |\n|  |  |  |"
    press("Alt+Shift+Up")
    press("Ctrl+Z")
    assert "b" in (item(desk, 0).resolution or "")


def test_an_empty_table_alone_is_no_entry(desk: DeskPage) -> None:  # noqa: F811
    press("Ctrl+Shift+I")
    assert len(entries(desk)) == 1
    press("Esc")
    assert entries(desk) == ()
