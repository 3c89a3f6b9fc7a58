"""Ctrl+G: the number of an item; what is no number is not lost."""

import pytest
from PySide6.QtWidgets import QApplication

from desktop.models.book import Book
from desktop.ui.bus import Bus
from desktop.ui.looks.theme import Theme
from desktop.ui.window import Window
from tests.ui.conftest import TestClock
from tests.ui.desk import council
from tests.ui.keys import press, show, type_text


@pytest.mark.parametrize("key", ["Esc", "Return"])
def test_a_sentence_typed_blindly_goes_to_the_ready_line(
    book: Book, bus: Bus, clock: TestClock, app: QApplication, key: str
) -> None:
    council.make(book)
    window = Window(book, bus, clock, Theme(app), book.path.parent)
    window.open_meeting(book.meeting.key)
    show(window)
    desk = window.desk
    press("Ctrl+G")
    type_text("Die Sitzung wird 3 Minuten unterbrochen.")
    press(key)
    assert desk.goto.isHidden()
    assert desk.pen.editor.hasFocus()
    assert desk.pen.editor.stored_text() == "Die Sitzung wird 3 Minuten unterbrochen."
    press("Ctrl+G")
    type_text("2\n")
    assert desk.proceedings.item == book.meeting.agenda[1].key
