"""Where the wrong words of a text field are, seen from its caret."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from desktop.ui.spelling.process import Mark
from desktop.ui.spelling.watch import LONGEST, MarksOf


@dataclass(frozen=True, slots=True)
class Place:
    """A wrong word in a document: its position there."""

    start: int
    mark: Mark

    @property
    def end(self) -> int:
        """Behind its last character."""
        return self.start + self.mark.length

    def cursor(self, document: QTextDocument) -> QTextCursor | None:
        """Selects it; None where something else stands there now."""
        cursor = QTextCursor(document)
        cursor.setPosition(min(self.start, document.characterCount() - 1))
        cursor.setPosition(min(self.end, document.characterCount() - 1), QTextCursor.MoveMode.KeepAnchor)
        return cursor if cursor.selectedText() == self.mark.word else None


def nearest(document: QTextDocument, caret: int, marks_of: MarksOf) -> Place | None:
    """The wrong word at the caret, else the last before it, else the first behind it."""
    before = None
    for place in _places(document.begin(), marks_of):
        if place.start <= caret <= place.end:
            return place
        if place.start > caret:
            return before or place
        before = place
    return before


def following(document: QTextDocument, caret: int, marks_of: MarksOf) -> Place | None:
    """The first wrong word that begins behind the caret."""
    return next((place for place in _places(document.findBlock(max(caret, 0)), marks_of) if place.start > caret), None)


def at(document: QTextDocument, position: int, marks_of: MarksOf) -> Place | None:
    """The wrong word at a position."""
    block = document.findBlock(position)
    places = (Place(block.position() + one.start, one) for one in marks_of(block.text()) or ())
    return next((place for place in places if place.start <= position <= place.end), None)


def unknown(document: QTextDocument, marks_of: MarksOf) -> list[str]:
    """The paragraphs of which nobody knows yet whether they are right."""
    texts, block = [], document.begin()
    while block.isValid():
        if 1 < block.length() < LONGEST and marks_of(block.text()) is None:
            texts.append(block.text())
        block = block.next()
    return texts


def _places(block: QTextBlock, marks_of: MarksOf) -> Iterator[Place]:
    while block.isValid():
        if 1 < block.length() < LONGEST:
            yield from (Place(block.position() + one.start, one) for one in marks_of(block.text()) or ())
        block = block.next()
