"""Ctrl+Z: the text field first, then the book; the menu says what it would be."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from desktop.models.book import Book
from desktop.models.values import Body, Organization, Person
from desktop.ui import undo
from desktop.ui.bus import Bus
from desktop.ui.parts import form
from desktop.ui.parts.plaintext import PlainLine, PlainTextEdit
from desktop.ui.undo import Undo, act_name
from tests.ui.conftest import TestClock
from tests.ui.keys import press, show, type_text


class Small(QMainWindow):
    """A window with two bound fields and nothing else."""

    def __init__(self, book: Book, bus: Bus) -> None:
        super().__init__()
        self.book = book
        self.key = book.add(Body(name="Alt", classification="Stadt"), None, "bodies")
        inside = QWidget(self)
        rows = QVBoxLayout(inside)
        self.line, self.text = PlainLine(), PlainTextEdit()
        for field in (self.line, self.text):
            rows.addWidget(field)
        form.bind_text(self.line, book, bus, self.key, "name", optional=False)
        form.bind_text(self.text, book, bus, self.key, "classification")
        self.setCentralWidget(inside)
        self.undo = Undo(book, self)
        for keys, act in (("Ctrl+Z", self.undo.undo), ("Ctrl+Y", self.undo.redo)):
            action = QAction(self)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(act)
            self.addAction(action)
        show(self)

    def stored(self, field: str) -> object:
        return self.book.shelf.records[self.key].data[field]


@pytest.fixture
def window(book: Book, bus: Bus) -> Small:
    return Small(book, bus)


def test_the_field_goes_first_and_then_the_book(window: Small, clock: TestClock) -> None:
    window.line.setFocus()
    window.line.setCursorPosition(3)
    type_text(" und neu")
    clock.forward(seconds=20)
    window.text.setFocus()
    type_text("Hanse", window.text)
    assert window.stored("classification") == "HanseStadt"
    press("Ctrl+Z")
    assert (window.text.text(), window.stored("classification")) == ("Stadt", "Stadt")
    press("Ctrl+Z")  # the field has nothing left: on to what was typed before, in the other field
    assert (window.line.text(), window.stored("name")) == ("Alt", "Alt")


def test_redo_brings_back_in_the_same_order(window: Small) -> None:
    window.book.change(window.key, name="Neu")
    window.line.setFocus()
    press("Ctrl+Z")
    assert window.line.text() == "Alt"
    press("Ctrl+Y")
    assert window.line.text() == "Neu"


def test_undo_with_the_focus_elsewhere_is_the_books(window: Small) -> None:
    window.book.change(window.key, name="Neu")
    window.setFocus()
    press("Ctrl+Z", window)
    assert window.stored("name") == "Alt"


def test_acts_have_german_names(book: Book) -> None:
    key = book.add(Body(name="Alt"), None, "bodies")
    assert act_name(book.undo_action) == "Körperschaft hinzufügen"
    book.change(key, name="Neu", typing=True)
    assert act_name(book.undo_action) == "Eingabe (Körperschaft)"
    person = book.add(Person(), key, "persons")
    book.remove(person)
    assert act_name(book.undo_action) == "Person entfernen"
    book.add(Organization(name="x"), key, "organizations")
    book.undo()
    assert act_name(book.redo_action) == "Gremium oder Fraktion hinzufügen"
    assert act_name(None) == ""


def test_every_step_of_the_window_has_a_name() -> None:
    """``book.step("…")`` anywhere in the window needs a line in undo.py."""
    sources = [path.read_text("utf-8") for path in Path(undo.__file__).parent.rglob("*.py")]
    codes = {code.rstrip(".") for source in sources for code in re.findall(r'\.step\(\s*f?"([^"{]+)', source)}
    assert "meeting.new" in codes
    assert [code for code in sorted(codes) if not act_name((code, {}))] == []
