"""Text fields that give back exactly what was typed, and take in plain text only.

Qt's own ways change text: ``toPlainText`` turns no-break spaces into spaces, pasted HTML loads local images and brings
hidden text along. Fields of the program are made of these classes.
"""

import re

from PySide6.QtCore import QMimeData
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
    QValidator,
)
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QToolTip, QWidget

from desktop.models.clean import clean
from desktop.text import ui_text as _
from desktop.ui.commands.keystrokes import is_mnemonic
from desktop.ui.parts.accessible import announce

#: names, numbers and other single lines
LINE_LIMIT = 2_000
#: text fields; pasted text beyond it is refused, because a window of megabytes is of no use to anybody
TEXT_LIMIT = 1_100_000

_PARAGRAPH = "\u2029"
#: where a placeholder may end
_CLAUSES = re.compile(r"[;,]? [·–] |[;,] ")
#: what a line leaves at each side of its text: frame, margin, the button that clears it
_EDGE = 8
_LINE = "\u2028"
_BREAKS = re.compile(r"[\r\n\t\v\f\u2028\u2029]+")


def raw_text(document: QTextDocument) -> str:
    """The text of a document as typed, no-break spaces kept; paragraphs and line breaks both end with ``\\n``."""
    return document.toRawText().replace(_PARAGRAPH, "\n").replace(_LINE, "\n")


def selected_text(cursor: QTextCursor) -> str:
    """What a cursor selects, as typed. Positions of Qt count UTF-16 units, so slices of Python text would be off."""
    return cursor.selectedText().replace(_PARAGRAPH, "\n").replace(_LINE, "\n")


def mime_text(source: QMimeData) -> str:
    """Plain text from the clipboard or a drop, cleaned; empty where there is none."""
    return clean(source.text()) if source.hasText() else ""


def commit_preedit(field: QWidget | None = None) -> None:
    """Takes in what an input method holds back (dead keys), to be called before leaving or closing a field.

    ``field`` is the one that has or had the keyboard, where the caller knows. Some input methods do not answer; what
    stands in the field as not yet written is then written by itself.
    """
    QGuiApplication.inputMethod().commit()
    field = field or QApplication.focusWidget()
    held = ""
    if isinstance(field, QTextEdit | QPlainTextEdit):
        held = field.textCursor().block().layout().preeditAreaText()
    elif isinstance(field, PlainLine):
        held = field.held
    if field is not None and held:
        written = QInputMethodEvent()
        written.setCommitString(held)
        QApplication.sendEvent(field, written)


class PlainTextEdit(QPlainTextEdit):
    """A text field of several lines. Tab leaves it, because forms are walked through by Tab."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setPlainText(text)

    def text(self) -> str:
        """What stands in the field, cleaned as it is to be stored."""
        return clean(raw_text(self.document()))

    def set_text(self, text: str) -> None:
        """Shows a text from elsewhere; the field's own undo is emptied. Does nothing where it shows it already."""
        if text != raw_text(self.document()):
            self.setPlainText(text)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Pastes plain text only; a text that is too long is refused, and that is said at the field."""
        text = mime_text(source)
        if len(text) + self.document().characterCount() <= TEXT_LIMIT:
            self.insertPlainText(text)
            return
        words = _("A field takes no more than a million characters · please paste the text in parts")
        QToolTip.showText(self.mapToGlobal(self.cursorRect().bottomLeft()), words, self)
        announce(self, words)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Anything that has a plain form."""
        return source.hasText()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt and a letter is no text."""
        if is_mnemonic(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Nothing that is typed is left behind in the input method."""
        commit_preedit(self)
        super().focusOutEvent(event)


class _OneLine(QValidator):
    """What is pasted with line breaks and tabs becomes one line."""

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        """Spaces instead of them; nothing is refused."""
        if text.isprintable():
            return QValidator.State.Acceptable, text, place
        return QValidator.State.Acceptable, _BREAKS.sub(" ", text), len(_BREAKS.sub(" ", text[:place]))


class PlainLine(QLineEdit):
    """A text field of one line."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        #: what an input method holds back
        self.held = ""
        #: what it says while it is empty, whole
        self._asks = ""
        self.setMaxLength(LINE_LIMIT)
        self.setValidator(_OneLine(self))
        self.setText(text)

    def setPlaceholderText(self, text: str) -> None:
        """Says what belongs here; a narrow field says as many clauses of it as it can, its tooltip all."""
        if self.toolTip() in ("", self._asks):
            self.setToolTip(text)
        self._asks = text
        self._ask()

    def _ask(self) -> None:
        """The whole, else fewer clauses, but at least the first."""
        room = self.width() - 2 * _EDGE
        ends = [len(self._asks), *(found.start() for found in reversed(list(_CLAUSES.finditer(self._asks))))]
        fitting = (end for end in ends if self.fontMetrics().horizontalAdvance(self._asks[:end]) <= room)
        super().setPlaceholderText(self._asks[: next(fitting, ends[-1])])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More room or less for what it asks."""
        super().resizeEvent(event)
        if self._asks:
            self._ask()

    def typed(self) -> str:
        """What stands in the field, cleaned as it is to be stored."""
        return clean(self.text())

    def set_text(self, text: str) -> None:
        """Shows a text from elsewhere, leaving the caret alone where it shows it already."""
        if text != self.text():
            self.setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt and a letter is no text."""
        if is_mnemonic(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Remembers what is not written yet."""
        super().inputMethodEvent(event)
        self.held = event.preeditString()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Nothing that is typed is left behind in the input method."""
        commit_preedit(self)
        super().focusOutEvent(event)
