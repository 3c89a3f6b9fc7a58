"""Tab from hole to hole: what is typed takes the place of a hole, one with choices shows them (desk.md §3)."""

from functools import partial

from PySide6.QtCore import QRegularExpression
from PySide6.QtGui import QTextCursor

from desktop.models.rules.blocks import HOLE, choices
from desktop.ui.desk.stream.shorthand import Found, Shorthand
from desktop.ui.desk.stream.textedit import LineEdit

_PATTERN = QRegularExpression(HOLE)
_BRACKETS = 2


class Holes:
    """The holes of one text field."""

    def __init__(self, editor: LineEdit, shorthand: Shorthand) -> None:
        self._editor, self._shorthand = editor, shorthand

    def go_next(self) -> bool:
        """To the next hole, from the last to the first; False where there is none or a person's short form goes first.

        Only a word in small letters is taken for a short form here: what was typed into a hole is a name more often.
        """
        return not self._names_somebody() and self.go_from(self._editor.textCursor().selectionEnd())

    def go_from(self, position: int) -> bool:
        """To the first hole from a position of the document on, else to the first of all."""
        document = self._editor.document()
        found = document.find(_PATTERN, position)
        if found.isNull():
            found = document.find(_PATTERN, 0)
        if found.isNull():
            return False
        self._editor.setTextCursor(found)
        offered = choices(found.selectedText()[_BRACKETS:-_BRACKETS])
        if offered:
            self._shorthand.offer([Found(one, partial(self._choose, one)) for one in offered])
        return True

    def _choose(self, text: str, _word: str, _first: bool) -> None:
        cursor = self._editor.textCursor()
        cursor.insertText(text)
        self._editor.setTextCursor(cursor)
        self.go_next()

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
