"""Text to be read, not written: scrolled by keys, letters typed into it go to the ready line."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QFrame, QTextEdit, QWidget

from desktop.models.rules.textdiff import Fate, Piece
from desktop.text import ui_text as _
from desktop.ui.commands.keystrokes import is_text
from desktop.ui.looks.theme import colours
from desktop.ui.richtext.linedoc import fill, new_document
from desktop.ui.richtext.lines import lines_from

#: keys that go with a key that is a command, not text
#: the signs before what went and what came; strike and underline alone would be lost to a screen reader
_SIGNS = {Fate.GONE: "−", Fate.NEW: "+"}
_LINE = "\u2028"


class ReadText(QTextEdit):
    """Shows stored text as the stream shows it. Tab leaves it."""

    #: text was typed, which is nothing to this field
    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, scale: float = 1.0) -> None:
        super().__init__(parent)
        self._scale = scale
        self._text = ""
        self._pieces: tuple[str, tuple[Piece, ...]] | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )

    def show_text(self, text: str, changes: tuple[str, Iterable[Piece]] | None = None) -> None:
        """Shows stored text; above it, under a heading, what was changed in a wording."""
        self._text = text
        self._pieces = (changes[0], tuple(changes[1])) if changes is not None else None
        self._fill()

    def set_scale(self, scale: float) -> None:
        """Shows it larger or smaller."""
        self._scale = scale
        self._fill()

    def dress(self) -> None:
        """Another theme or size."""
        self._fill()

    def _fill(self) -> None:
        font = QFont(QApplication.font())
        font.setPointSizeF(font.pointSizeF() * self._scale)
        document = new_document(font)
        document.setParent(self)
        document.setDocumentMargin(6)
        fill(document, lines_from(self._text))
        if self._pieces is not None:
            _put_changes(QTextCursor(document), *self._pieces)
        self.setDocument(document)  # the one before belonged to the field and goes with it

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters are no command here."""
        if is_text(event) and event.text() != " ":
            self.typed.emit(event.text())
        elif event.key() == Qt.Key.Key_Space:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + bar.pageStep())
        else:
            super().keyPressEvent(event)


def _put_changes(cursor: QTextCursor, title: str, pieces: Iterable[Piece]) -> None:
    """A heading and a wording with its changes before what stands in the document."""
    head = QTextCharFormat()
    head.setFontWeight(QFont.Weight.Bold)
    cursor.insertText(title, head)
    cursor.insertBlock()
    for piece in pieces:
        text = piece.text.replace("\n", _LINE)
        if piece.fate is Fate.SAME or not text.strip():
            cursor.insertText(text, QTextCharFormat())
        else:
            cursor.insertText(text[: len(text) - len(text.lstrip())], QTextCharFormat())
            cursor.insertText(f"[{_SIGNS[piece.fate]} {text.strip()}]", _format_of(piece.fate))
            cursor.insertText(text[len(text.rstrip()) :], QTextCharFormat())
    cursor.insertBlock()


def _format_of(fate: Fate) -> QTextCharFormat:
    made = QTextCharFormat()
    if fate is Fate.GONE:
        made.setFontStrikeOut(True)
        made.setForeground(QColor(colours().rejected))
        made.setToolTip(_("gone"))
    else:
        made.setFontUnderline(True)
        made.setForeground(QColor(colours().accepted))
        made.setToolTip(_("new"))
    return made
