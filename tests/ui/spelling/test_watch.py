"""Marks are formats of the layout: text, signals and what is stored never know of them."""

import pytest
from PySide6.QtGui import QTextCharFormat, QTextDocument
from PySide6.QtWidgets import QApplication

from desktop.ui.richtext.linedoc import fill, new_document
from desktop.ui.richtext.lines import lines_from
from desktop.ui.richtext.textedit import LineEdit
from desktop.ui.spelling.process import Mark
from desktop.ui.spelling.watch import Watch
from tests.ui.keys import type_text

WRONG = {"Verwaltug": 9, "Haushaltt": 9}


def marks_of(text: str) -> list[Mark]:
    return [Mark(text.find(word), size, word) for word, size in WRONG.items() if word in text]


def marked(document: QTextDocument) -> list[str]:
    found = []
    block = document.begin()
    while block.isValid():
        found += [block.text()[one.start : one.start + one.length] for one in block.layout().formats()]
        block = block.next()
    return found


class Desk:
    """A field with a watched document."""

    def __init__(self, text: str) -> None:
        self.edit = LineEdit()
        self.document = new_document(self.edit.font())
        fill(self.document, lines_from(text))
        self.edit.load(self.document)
        self.edit.show()
        self.edit.setFocus()
        self.watch = Watch(self.document)
        self.style = QTextCharFormat()
        self.style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)

    def look(self) -> None:
        list(self.watch.mark(marks_of, self.style, self.edit.textCursor().position()))


@pytest.fixture
def desk(app: QApplication) -> Desk:
    return Desk("Die Verwaltug sagt **es**.\n\nDer Haushaltt auch.")


def test_marking_changes_nothing_but_the_layout(desk: Desk) -> None:
    told: list[object] = []
    before = desk.edit.stored_text()
    desk.edit.edited.connect(lambda: told.append("edited"))
    desk.document.contentsChange.connect(lambda *change: told.append(change))
    desk.look()
    QApplication.processEvents()
    assert marked(desk.document) == ["Verwaltug", "Haushaltt"]
    assert told == []
    assert desk.edit.stored_text() == before
    assert desk.edit.toHtml().count("wave") == 0


def test_marks_move_with_their_words_at_once(desk: Desk) -> None:
    desk.look()
    desk.edit.place_caret(0)
    type_text("Ja: ", desk.edit)
    assert marked(desk.document) == ["Verwaltug", "Haushaltt"]


def test_a_changed_word_is_not_marked_any_more(desk: Desk) -> None:
    desk.look()
    desk.edit.place_caret(4 + len("Verwaltu"))
    type_text("n", desk.edit)
    assert marked(desk.document) == ["Haushaltt"]


def test_the_word_that_is_being_typed_is_left_alone_until_the_caret_is_elsewhere(desk: Desk) -> None:
    desk.edit.place_caret(desk.document.characterCount())
    type_text(" Verwaltug", desk.edit)
    desk.look()
    assert marked(desk.document) == ["Verwaltug", "Haushaltt"]
    type_text(" ", desk.edit)
    desk.look()
    assert sorted(marked(desk.document)) == ["Haushaltt", "Verwaltug", "Verwaltug"]


def test_a_document_that_goes_takes_its_marks_along(app: QApplication) -> None:
    """The watch holds no reference to its document, so that texts out of view can be let go of."""
    gone: list[int] = []
    document = new_document(app.font())
    watch = Watch(document)
    document.destroyed.connect(lambda: gone.append(1))
    del document
    assert gone == [1]
    del watch
