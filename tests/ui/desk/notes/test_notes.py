"""Raw notes by keys: to the item and to the meeting, in the book with every key, in no document."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton, QToolTip

from desktop.models.book import Book
from desktop.ui.bus import Bus
from desktop.ui.desk.page import DeskPage
from desktop.ui.looks.theme import Theme
from desktop.ui.parts.plaintext import TEXT_LIMIT
from desktop.ui.window import Window
from tests.ui.conftest import TestClock
from tests.ui.desk.council import make
from tests.ui.keys import press, show, type_text


@pytest.fixture
def desk(book: Book, bus: Bus, clock: TestClock, app: QApplication, tmp_path: Path) -> DeskPage:
    """The council in the window."""
    make(book)
    window = Window(book, bus, clock, Theme(app), tmp_path)
    window.resize(1366, 768)
    show(window)
    window.open_meeting(book.meeting.key)
    return window.desk


def notes(desk: DeskPage) -> tuple[str | None, ...]:
    """What is noted to the meeting and to each item."""
    meeting = desk._book.meeting
    return meeting.note, *(item.note for item in meeting.agenda)


def test_a_note_is_in_the_book_with_every_key(desk: DeskPage) -> None:
    press("Ctrl+M")
    type_text("Zahlen – nachfragen\nmorgen")
    assert notes(desk) == (None, "Zahlen – nachfragen\nmorgen", None)
    press("Ctrl+M")
    type_text("Mikrofon 7")
    assert notes(desk) == ("Mikrofon 7", "Zahlen – nachfragen\nmorgen", None)
    press("Esc")
    assert desk.pen.editor.hasFocus()


def test_every_item_has_its_own_note_and_the_title_says_where_one_is(desk: DeskPage) -> None:
    def title() -> str:
        return desk.side.title_of(desk.side.notes_panel)

    assert title() == "Notizen"
    press("Ctrl+M")
    type_text("zum ersten")
    assert title() == "Notizen ✎"
    spoken = [button.accessibleName() for button in desk.side.findChildren(QPushButton)]
    assert "Notizen, es ist etwas notiert" in spoken
    press("Ctrl+PgDown")
    assert title() == "Notizen"
    assert desk.side.notes_panel.item_field.text() == ""
    assert desk.side.notes_panel.item_field.accessibleName() == "Notiz zu Ö 2"
    press("Ctrl+M")
    type_text("zum zweiten")
    press("Ctrl+PgUp")
    assert desk.side.notes_panel.item_field.text() == "zum ersten"
    assert notes(desk) == (None, "zum ersten", "zum zweiten")


def test_undo_goes_to_the_field_first_then_to_the_book(desk: DeskPage) -> None:
    press("Ctrl+M")
    type_text("eins")
    press("Ctrl+Z")
    assert notes(desk)[1] is None
    type_text("zwei")
    press("Esc")
    press("Ctrl+Z")
    assert notes(desk)[1] is None
    assert desk.side.notes_panel.item_field.text() == ""
    press("Ctrl+Y")
    assert desk.side.notes_panel.item_field.text() == "zwei"


def test_typing_begins_a_line_behind_what_is_noted(desk: DeskPage) -> None:
    desk._book.change(desk._book.meeting.agenda[0].key, note="Vorher.")
    press("Ctrl+M")
    type_text("Nachher.")
    assert notes(desk)[1] == "Vorher.\nNachher."


def test_the_row_of_an_item_shows_that_something_is_noted(desk: DeskPage) -> None:
    def shown() -> list[str]:
        return [row.text(0) for row in desk.agenda._rows.values()]

    press("Ctrl+M")
    type_text("ab")
    assert shown() == ["▶ Ö 1 ✎", "  Ö 2"]
    type_text("\b\b")
    assert shown() == ["▶ Ö 1", "  Ö 2"]
    assert notes(desk)[1] is None


def test_a_no_break_space_and_an_emoji_stay_as_typed(desk: DeskPage) -> None:
    press("Ctrl+M")
    type_text("§\N{NO-BREAK SPACE}22 🙂")
    assert notes(desk)[1] == "§\N{NO-BREAK SPACE}22 🙂"


def test_who_comes_back_to_a_note_begins_a_new_line(desk: DeskPage) -> None:
    for text in ("eins", "zwei"):
        press("Ctrl+M")
        type_text(text)
        press("Esc")
    assert notes(desk)[1] == "eins\nzwei"
    press("Ctrl+M")
    press("Esc")
    assert notes(desk)[1] == "eins\nzwei"
    press("Ctrl+M")
    press("Left")
    type_text("-")
    assert notes(desk)[1] == "eins\nzwe-i"


def test_a_paste_that_is_too_long_is_refused_with_a_word(desk: DeskPage) -> None:
    press("Ctrl+M")
    QGuiApplication.clipboard().setText("x" * (TEXT_LIMIT + 1))
    press("Ctrl+V")
    assert notes(desk)[1] is None
    assert "in Teilen einfügen" in QToolTip.text()
