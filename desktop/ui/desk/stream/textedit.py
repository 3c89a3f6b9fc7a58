"""A text field that edits a document of lines: bold, lists, plain paste. Which keys mean what is said elsewhere."""

from PySide6.QtCore import QMimeData, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QTextCharFormat, QTextCursor, QTextDocument, QTextOption
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from desktop.text import ui_text as _
from desktop.ui.desk.stream.linedoc import FILLING, kind_of, leave_list, lines_of, list_of, start_list
from desktop.ui.desk.stream.lines import LineKind, text_from, without_empty_points
from desktop.ui.plaintext import TEXT_LIMIT, mime_text, selected_text


class LineEdit(QTextEdit):
    """Edits the document it is given in place. Stored text is read from the document, never from Qt's own markup."""

    #: the text was changed by the user
    edited = Signal()
    #: the height of the text may have changed
    grown = Signal()
    #: a sentence for the user
    said = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setTabChangesFocus(False)
        #: the last space gives way where the next key is a comma or the like
        self.soft_space = False
        self._loading = False
        self._empty = QTextDocument(self)
        self.textChanged.connect(self._changed)

    # --- the document

    def load(self, document: QTextDocument | None) -> None:
        """Edits a document from now on; None lets go of it."""
        self._loading = True
        self.setDocument(document or self._empty)
        self._loading = False

    def _changed(self) -> None:
        if not self._loading and not self.document().property(FILLING):
            self.edited.emit()
            self.grown.emit()

    def stored_text(self) -> str:
        """What the document says, as text to store."""
        return text_from(lines_of(self.document()))

    def is_blank(self) -> bool:
        """Whether there is no character in it."""
        return self.document().isEmpty()

    def place_caret(self, position: int) -> None:
        """Puts the caret at a position of the document, at its end where it is shorter."""
        cursor = self.textCursor()
        cursor.setPosition(min(max(position, 0), self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def place_at(self, line: int, column: int) -> None:
        """Puts the caret into a line, after so many characters (of Python, not of UTF-16)."""
        block = self.document().findBlockByNumber(line)
        units = len(block.text()[:column].encode("utf-16-le")) // 2
        self.place_caret(block.position() + units)

    def halves(self) -> tuple[str, str]:
        """The text before and after the caret, each as text to store."""
        position = self.textCursor().position()
        return self._without(position, self.document().characterCount() - 1), self._without(0, position)

    def _without(self, start: int, end: int) -> str:
        copy = self.document().clone()
        cursor = QTextCursor(copy)
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        return text_from(without_empty_points(lines_of(copy)))

    def before_caret(self) -> str:
        """What stands in the line before the caret."""
        cursor = QTextCursor(self.textCursor())
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
        return selected_text(cursor)

    def replace_before(self, word: str, text: str, *, soft: bool = False) -> None:
        """Puts a text in place of a word that stands right before the caret.

        ``soft``: the space at its end gives way where the next key is a comma or the like.
        """
        cursor = self.textCursor()
        units = len(word.encode("utf-16-le")) // 2
        cursor.setPosition(cursor.position() - units, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text)
        self.setTextCursor(cursor)
        self.soft_space = soft

    # --- styles

    def toggle_bold(self) -> None:
        """Bold for what is selected, or for what is typed next."""
        bold = self.currentCharFormat().fontWeight() >= QFont.Weight.Bold
        style = QTextCharFormat()
        style.setFontWeight(QFont.Weight.Normal if bold else QFont.Weight.Bold)
        self.mergeCurrentCharFormat(style)

    def turn_list(self) -> None:
        """The line of the caret becomes a bullet, a bullet becomes numbered, a number an ordinary line again."""
        cursor = self.textCursor()
        found = list_of(cursor.block())
        if found is None:
            start_list(cursor, LineKind.BULLET)
        elif LineKind.BULLET is kind_of(cursor.block()):
            start_list(cursor, LineKind.NUMBER, found.format().indent() - 1)
        else:
            leave_list(cursor)

    # --- a well-behaved field

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Anything that has a plain form."""
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Pastes plain text only; each line is a paragraph."""
        text = mime_text(source)
        if len(text) + self.document().characterCount() > TEXT_LIMIT:
            self.said.emit(_("The text is too long to be pasted here; an entry takes a million characters."))
            return
        self.textCursor().insertText(text)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shows the caret at once."""
        super().focusInEvent(event)
        self.ensureCursorVisible()

    def caret_area(self) -> QRect:
        """Where the caret is, in the coordinates of the widget."""
        return self.cursorRect().translated(self.viewport().pos())
