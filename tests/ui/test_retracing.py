"""Ctrl+Z and Ctrl+Y show the place where something came back, and lose nothing on the way."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.models.book import Book
from desktop.models.values import Speech, TextEntry
from desktop.ui.bus import Bus
from desktop.ui.looks.theme import Theme
from desktop.ui.window import Window
from tests.ui.conftest import TestClock
from tests.ui.keys import press, show, type_text


@pytest.fixture
def window(demo: Book, bus: Bus, clock: TestClock, app: QApplication, tmp_path: Path) -> Window:
    made = Window(demo, bus, clock, Theme(app), tmp_path)
    show(made)
    made.open_meeting(demo.meeting.key)
    return made


def texts(book: Book, item: str | None) -> list[str]:
    entries = (book.shelf.value(key) for key in book.shelf.children(item, "proceedings"))
    return [entry.text or "" for entry in entries if isinstance(entry, TextEntry | Speech)]


def test_undo_shows_the_item_where_it_took_something_back(window: Window, demo: Book) -> None:
    first = window.desk.proceedings.item
    type_text("Etwas hier.")
    press("Ctrl+PgDown")
    press("Ctrl+PgDown")
    assert window.desk.proceedings.item != first
    press("Ctrl+Z")
    assert window.desk.proceedings.item == first
    assert "Rückgängig in Ö" in window.statusBar().currentMessage()
    press("Ctrl+PgDown")
    press("Ctrl+Y")
    assert window.desk.proceedings.item == first
    assert texts(demo, first)[-1] == "Etwas hier."
    assert "Wiederhergestellt in Ö" in window.statusBar().currentMessage()


def test_the_caret_goes_to_what_came_back(window: Window, demo: Book, clock: TestClock) -> None:
    item = window.desk.proceedings.item
    type_text("Frau Muster fragt nach den Kosten.")
    clock.forward(seconds=11)
    editor = window.desk.pen.editor
    editor.place_caret(len("Frau Muster "))
    type_text("(SPD) ")
    clock.forward(seconds=11)
    editor.place_caret(0)
    press("Ctrl+Z")
    assert texts(demo, item)[-1] == "Frau Muster fragt nach den Kosten."
    assert editor.textCursor().position() == len("Frau Muster ")
    type_text("😀")  # an emoji is two of Qt's characters
    press("Ctrl+Z")
    press("Ctrl+Y")
    assert editor.textCursor().position() == len("Frau Muster ") + 2


def test_undo_in_another_entry_of_the_item_goes_there(window: Window, demo: Book, clock: TestClock) -> None:
    item = window.desk.proceedings.item
    type_text("Erster.")
    first = window.desk.pen.key
    press("Return")
    type_text("Zweiter.")
    clock.forward(seconds=11)
    press("Ctrl+Up")
    assert window.desk.pen.key == first
    type_text(" Mehr.")
    press("Ctrl+Down")
    press("Ctrl+Z")
    assert window.desk.pen.key == first
    assert texts(demo, item)[-2:] == ["Erster.", "Zweiter."]


def test_what_ctrl_z_took_back_step_by_step_comes_again_step_by_step(
    window: Window, demo: Book, clock: TestClock
) -> None:
    item = window.desk.proceedings.item
    begin = texts(demo, item)
    for words in ("Ein Satz. ", "Noch einer. ", "Und ein dritter."):
        type_text(words)
        clock.forward(seconds=11)
    end = texts(demo, item)
    pressed = 0
    while texts(demo, item) != begin:
        press("Ctrl+Z")
        pressed += 1
    for _ in range(pressed):
        press("Ctrl+Y")
    assert texts(demo, item) == end
    assert window.desk.pen.editor.hasFocus()
