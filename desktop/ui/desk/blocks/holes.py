"""Tab from hole to hole: what is typed takes the place of a hole, one with choices shows them (desk.md §3)."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, QRegularExpression, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor, QTextDocument

from desktop.models.rules.blocks import HOLE, choices
from desktop.ui.desk.stream.shorthand import Found, Shorthand
from desktop.ui.richtext.textedit import LineEdit

_PATTERN = QRegularExpression(HOLE)
_BRACKETS = 2
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOVES = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)


class Holes(QObject):
    """The holes of one text field.

    From the first hole on until the caret is moved by hand, the text is being filled: Enter then ends the whole entry
    instead of parting it behind the hole, and Tab behind the last hole leads to the end.
    """

    #: the keyboard comes to the text
    entered = Signal()

    def __init__(self, editor: LineEdit, shorthand: Shorthand) -> None:
        super().__init__(editor)
        self._editor, self._shorthand = editor, shorthand
        self._filling: QTextDocument | None = None
        editor.installEventFilter(self)
        editor.viewport().installEventFilter(self)

    def go_next(self) -> bool:
        """To the next hole, from the last to the first, then to the end; False where Tab means something else.

        That is a person's short form. Only a word in small letters is taken for one here: what was typed into a hole
        is a name more often.
        """
        if self._names_somebody():
            return False
        return self.go_from(self._editor.textCursor().selectionEnd()) or (self.is_filling() and self._go_to_end())

    def go_from(self, position: int) -> bool:
        """To the first hole from a position of the document on, else to the first of all."""
        document = self._editor.document()
        found = document.find(_PATTERN, position)
        if found.isNull():
            found = document.find(_PATTERN, 0)
        if found.isNull():
            return False
        self._editor.setTextCursor(found)
        self._filling = document
        offered = choices(found.selectedText()[_BRACKETS:-_BRACKETS])
        if offered:
            self._shorthand.offer([Found(one, partial(self._choose, one)) for one in offered])
        return True

    def _choose(self, text: str, _word: str, _first: bool) -> None:
        cursor = self._editor.textCursor()
        cursor.insertText(text)
        self._editor.setTextCursor(cursor)
        if not self.go_from(cursor.position()):
            self._go_to_end()

    def _go_to_end(self) -> bool:
        moved = not self._editor.textCursor().atEnd()
        self._editor.moveCursor(QTextCursor.MoveOperation.End)
        self._filling = None
        return moved

    def is_filling(self) -> bool:
        """Whether what is typed goes into holes."""
        return self._filling is not None and self._filling is self._editor.document()

    def _names_somebody(self) -> bool:
        cursor = self._editor.textCursor()
        if cursor.hasSelection():
            return False
        cursor.movePosition(QTextCursor.MoveOperation.PreviousWord, QTextCursor.MoveMode.KeepAnchor)
        word = cursor.selectedText()
        if len(word) < 2 or not word.islower():
            return False
        directory = self._shorthand.directory
        return bool(directory.find(word)) and not directory.is_loose(word)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Enter and moves by hand end the filling; nothing is kept from the text."""
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit()
        if self._filling is None:
            return False
        if event.type() == QEvent.Type.MouseButtonPress:
            self._filling = None
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _ENTER and not event.modifiers() and self.is_filling():
                self._go_to_end()
            elif event.key() in _MOVES:
                self._filling = None
        return False
