"""The marks in one document. They are formats of its layout: the text and what is stored never know of them."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextDocument, QTextLayout

from desktop.ui.spelling.process import Mark

#: a longer paragraph is not checked: looking at it would take longer than a key press may
LONGEST = 20_000

MarksOf = Callable[[str], Sequence[Mark] | None]
"""What is wrong in a text; None where nobody knows yet."""


class Watch(QObject):
    """Keeps the marks of a document where its words are. It belongs to its document and goes with it."""

    #: the text was changed
    touched = Signal()

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        #: the text is to be looked at
        self.stale = True
        self._version = 0
        #: where the last change ended: the word there is being typed while the caret stays
        self.written = -1
        #: where the caret was when it was looked at
        self.caret = -1
        document.contentsChange.connect(self._follow)

    @property
    def document(self) -> QTextDocument:
        """The document. It is not held: a reference from its own child would keep it for ever."""
        return cast(QTextDocument, self.parent())

    def _follow(self, position: int, removed: int, added: int) -> None:
        """With every key press: marks behind the change move along, one that was changed goes. A few microseconds."""
        self.stale = True
        self._version += 1
        self.written = position + added
        document = self.document
        block = document.findBlock(position)
        formats = block.layout().formats() if block.isValid() else []
        if formats:
            goes_on = added > 0 and document.characterAt(position).isalpha()
            moved = _moved(formats, position - block.position(), removed, added, goes_on)
            room = block.length()
            block.layout().setFormats([one for one in moved if one.start + one.length < room])
        self.touched.emit()

    def mark(self, marks_of: MarksOf, style: QTextCharFormat, caret: int) -> Iterator[str]:
        """Marks one block after the other and gives the text of each, "" where it is not known yet what is wrong.

        The word that is being typed at ``caret`` is left alone.
        """
        version = self._version
        typing = self.written if caret == self.written else -1
        block = self.document.begin()
        while block.isValid():
            text = block.text() if 1 < block.length() < LONGEST else ""
            marks = marks_of(text) if text else ()
            if marks is not None:
                self._show(block, marks, style, typing - block.position())
            yield text if marks is None else ""
            if version != self._version:  # it was changed meanwhile, and blocks may be gone
                return
            block = block.next()
        self.stale = False

    def _show(self, block: QTextBlock, marks: Sequence[Mark], style: QTextCharFormat, typing: int) -> None:
        layout = block.layout()
        wanted = [one for one in marks if not one.start <= typing <= one.start + one.length]
        shown: list[Any] = layout.formats()
        places = [(one.start, one.length) for one in shown]
        if places == [(one.start, one.length) for one in wanted] and all(one.format == style for one in shown):
            return
        layout.setFormats([_range(one, style) for one in wanted])
        self.document.markContentsDirty(block.position(), block.length())


def _range(mark: Mark, style: QTextCharFormat) -> QTextLayout.FormatRange:
    made: Any = QTextLayout.FormatRange()
    made.start, made.length, made.format = mark.start, mark.length, style
    return cast(QTextLayout.FormatRange, made)


def _moved(formats: Sequence[Any], at: int, removed: int, added: int, goes_on: bool) -> Iterator[Any]:
    """Marks of a block after a change at ``at``; ``goes_on``: letters came, which belong to a word right before."""
    for one in formats:
        end = one.start + one.length
        if end < at or (end == at and not goes_on):
            yield one
        elif one.start >= at + removed:
            one.start += added - removed
            yield one
