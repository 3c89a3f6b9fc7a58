"""Fields bound to rows: what is typed is in the book, what changes in the book is in the field."""

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QSpinBox

from desktop.models.book import Book
from desktop.models.values import Body, Land, Organization, Person
from desktop.ui.bus import Bus
from desktop.ui.parts import form
from desktop.ui.parts.form import Choice, Form
from desktop.ui.parts.plaintext import PlainLine, PlainTextEdit
from tests.ui.keys import type_text


def body_key(book: Book) -> str:
    return book.add(Body(name="Musterstadt"), None, "bodies")


def data(book: Book, key: str, field: str) -> object:
    return book.shelf.records[key].data[field]


def test_typed_text_is_in_the_book_and_one_undo_takes_it_back(book: Book, bus: Bus) -> None:
    key = body_key(book)
    line = PlainLine()
    form.bind_text(line, book, bus, key, "name", optional=False)
    line.selectAll()
    type_text("Ölkirchen § 3", line)
    assert data(book, key, "name") == "Ölkirchen § 3"
    book.undo()
    assert (data(book, key, "name"), line.text()) == ("Musterstadt", "Musterstadt")


def test_an_emptied_field_is_absent(book: Book, bus: Bus) -> None:
    person = book.add(Person(family_name="Muster"), body_key(book), "persons")
    line = PlainLine()
    form.bind_text(line, book, bus, person, "family_name")
    type_text("\b" * 6, line)
    assert data(book, person, "family_name") is None


def test_no_break_spaces_and_lines_stay_as_typed(book: Book, bus: Bus) -> None:
    key = body_key(book)
    edit = PlainTextEdit()
    form.bind_text(edit, book, bus, key, "classification")
    type_text("§\u00a034\nAbs. 2 \U0001f600", edit)
    assert data(book, key, "classification") == "§\u00a034\nAbs. 2 \U0001f600"


def test_the_caret_stays_while_typing_in_the_middle(book: Book, bus: Bus) -> None:
    key = body_key(book)
    line = PlainLine()
    form.bind_text(line, book, bus, key, "name")
    line.setCursorPosition(6)
    type_text("-Neu", line)
    assert (line.text(), line.cursorPosition()) == ("Muster-Neustadt", 10)


def test_pasting_takes_plain_text_only() -> None:
    source = QMimeData()
    source.setHtml('<b>fett</b><span style="display:none">versteckt</span>')
    source.setText("fett\x07\r\nweiter")
    edit = PlainTextEdit()
    edit.insertFromMimeData(source)
    assert edit.text() == "fett\nweiter"
    only_html = QMimeData()
    only_html.setHtml("<img src='file:///etc/hostname'>")
    edit.insertFromMimeData(only_html)
    assert edit.text() == "fett\nweiter"


def test_a_choice_writes_and_follows(book: Book, bus: Bus) -> None:
    key = body_key(book)
    choice = Choice([(None, "–"), (Land.SH, "Schleswig-Holstein"), (Land.HH, "Hamburg")])
    form.bind_choice(choice, book, bus, key, "state")
    assert choice.value() is None
    choice.setCurrentIndex(1)
    choice.activated.emit(1)
    assert data(book, key, "state") is Land.SH
    book.undo()
    assert choice.value() is None


def test_a_number_at_its_smallest_is_absent(book: Book, bus: Bus) -> None:
    committee = book.add(Organization(name="HA", voting_member_count=15), body_key(book), "organizations")
    spin = QSpinBox()
    form.bind_number(spin, book, bus, committee, "voting_member_count")
    assert spin.value() == 15
    spin.setValue(0)
    assert data(book, committee, "voting_member_count") is None


def test_a_row_names_its_field() -> None:
    shown = Form()
    line = PlainLine()
    shown.row("Raum", line, "wo getagt wird")
    assert (line.accessibleName(), line.accessibleDescription()) == ("Raum", "wo getagt wird")


def test_what_is_being_typed_is_not_read_back(book: Book, bus: Bus) -> None:
    """An accent typed after its letter is stored as one character; the field under the caret is left alone."""
    key = body_key(book)
    line = PlainLine()
    form.bind_text(line, book, bus, key, "name")
    type_text(" Cafe\u0301", line)
    assert data(book, key, "name") == "Musterstadt Café"
    assert line.text() == "Musterstadt Cafe\u0301"
