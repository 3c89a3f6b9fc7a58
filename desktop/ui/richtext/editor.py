"""The one live text of the stream: it edits the document of the row it stands on and says what the keys mean."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from desktop.ui.commands.keystrokes import is_mnemonic
from desktop.ui.looks.theme import colours
from desktop.ui.richtext.linedoc import format_of, head_room, kind_of, leave_list, list_of, start_list
from desktop.ui.richtext.lines import LineKind
from desktop.ui.richtext.textedit import LineEdit

#: keys with Ctrl that stay with the text; all others belong to the window
_OWN = (
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.Cut,
    QKeySequence.StandardKey.Paste,
    QKeySequence.StandardKey.SelectAll,
    QKeySequence.StandardKey.MoveToPreviousWord,
    QKeySequence.StandardKey.MoveToNextWord,
    QKeySequence.StandardKey.SelectPreviousWord,
    QKeySequence.StandardKey.SelectNextWord,
    QKeySequence.StandardKey.MoveToStartOfDocument,
    QKeySequence.StandardKey.MoveToEndOfDocument,
    QKeySequence.StandardKey.SelectStartOfDocument,
    QKeySequence.StandardKey.SelectEndOfDocument,
    QKeySequence.StandardKey.DeleteStartOfWord,
    QKeySequence.StandardKey.DeleteEndOfWord,
)
_CTRL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
#: what stands right behind a word, without a space
_CLOSING = (",", ".", ";", ":", ")", "!", "?")
#: on the empty ready line a key more makes these a command
SIGNS = ("+", "/")
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EntryEditor(LineEdit):
    """The live text of the stream: as high as its text, so that it never scrolls itself."""

    #: Enter
    entered = Signal()
    #: Backspace at the start of the text
    joined = Signal()
    #: Tab
    expanded = Signal()
    #: one of ``twins`` was typed and the text was nothing but + or /
    twin = Signal(str)
    #: Alt+Enter: the fields of the entry
    fieldsWanted = Signal()
    #: Alt+↑ (-1) or Alt+↓ (+1): the entry is to move
    shifted = Signal(int)
    #: the caret wants to leave upwards (-1) or downwards (+1)
    left = Signal(int)
    #: a digit was typed while a list of suggestions is open
    digit = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        #: a list of suggestions is open and takes the digits
        self.suggesting = False
        #: whether a character belongs to a digit typed before it, and is written with it
        self.goes_on: Callable[[str], bool] = lambda _text: False
        #: digits and letters that are a key behind + or /; in a field of its own they are text
        self.twins = ""
        #: whether the sign that stands there was offered as a command
        self.awaits_twin: Callable[[], bool] = lambda: True
        #: whether a colon in the empty text is meant for who speaks, and then taken
        self.takes_colon: Callable[[], bool] = lambda: False
        self._ghost = ""
        self._lead = ""
        self.dress()

    def dress(self) -> None:
        """Takes over the colours: the ground of the current row."""
        own = QPalette(self.palette())
        own.setColor(QPalette.ColorRole.Base, QColor(colours().current_back))
        self.setPalette(own)

    # --- keys

    def event(self, event: QEvent) -> bool:
        """Keys with Ctrl or Alt belong to the window unless they move or edit within the text."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            modifiers = event.modifiers()
            alone = bool(modifiers & _CTRL) != bool(modifiers & _ALT)
            if alone and not any(event.matches(key) for key in _OWN):
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the keys of the stream mean (desk.md §3); everything else is typing."""
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers & (_CTRL | _ALT) and self._is_command(event, modifiers):
            event.ignore()
        elif key in _ENTER and modifiers == _ALT:
            self.fieldsWanted.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and modifiers == _ALT:
            self.shifted.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key in _ENTER and modifiers == _SHIFT:
            self._new_paragraph()
        elif key in _ENTER:
            self.entered.emit()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._tab(key == Qt.Key.Key_Backtab)
        elif key == Qt.Key.Key_Backspace and self._at_start():
            if not event.isAutoRepeat():  # a key held down deletes within its entry only
                self._back()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not modifiers and self._at_edge(key):
            self.left.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            event.ignore()
        elif not self._takes(event.text()):
            if event.text():
                self._harden(event.text())
            super().keyPressEvent(event)
            if event.text() == " ":
                self._dash_to_bullet()

    @staticmethod
    def _is_command(event: QKeyEvent, modifiers: Qt.KeyboardModifier) -> bool:
        """Whether a key belongs to the window: with Ctrl unless it edits text, and letters with Alt."""
        if modifiers & _CTRL:
            return not modifiers & _ALT and not any(event.matches(own) for own in _OWN)
        return is_mnemonic(event)

    def _takes(self, text: str) -> bool:
        """Whether a character is a key here and no text."""
        if len(text) != 1:
            return False
        if self.goes_on(text):
            return True
        if self.suggesting and text in "123456789":
            self.digit.emit(int(text))
            return True
        if text.casefold() in self.twins and self.holds_sign() and self.awaits_twin():
            self.twin.emit(text.casefold())
            return True
        return text == ":" and self.is_blank() and self.takes_colon()

    def holds_sign(self) -> bool:
        """Whether nothing but + or / stands in the text."""
        return self.document().characterCount() == 2 and self.document().firstBlock().text() in SIGNS

    def _at_start(self) -> bool:
        cursor = self.textCursor()
        return cursor.atStart() and not cursor.hasSelection()

    def _back(self) -> None:
        if list_of(self.textCursor().block()) is not None:
            leave_list(self.textCursor())
        else:
            self.joined.emit()

    def _at_edge(self, key: int) -> bool:
        cursor = QTextCursor(self.textCursor())
        move = QTextCursor.MoveOperation.Up if key == Qt.Key.Key_Up else QTextCursor.MoveOperation.Down
        return not cursor.movePosition(move)

    def _tab(self, back: bool) -> None:
        cursor = self.textCursor()
        found = list_of(cursor.block())
        if found is not None and cursor.atBlockStart():
            level = found.format().indent() - 1 + (-1 if back else 1)
            if level >= 0:
                start_list(cursor, kind_of(cursor.block()), level)
        elif not back:
            self.expanded.emit()

    def _new_paragraph(self) -> None:
        """A paragraph in the same entry; an empty point of a list ends the list."""
        cursor = self.textCursor()
        if list_of(cursor.block()) is not None:
            if not cursor.block().text():
                leave_list(cursor)
            else:
                cursor.insertBlock()
        elif cursor.blockFormat().headingLevel():
            cursor.insertBlock(format_of(LineKind.PARAGRAPH), QTextCharFormat())
        else:
            plain = QTextBlockFormat(cursor.blockFormat())
            plain.setTextIndent(0)
            cursor.insertBlock(plain)
        self.ensureCursorVisible()
        self.setTextCursor(cursor)

    def _dash_to_bullet(self) -> None:
        """»- « at the start of a line makes a list."""
        cursor = self.textCursor()
        block = cursor.block()
        if block.text() != "- " or list_of(block) is not None or not cursor.atBlockEnd() or cursor.currentTable():
            return
        cursor.beginEditBlock()
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        start_list(cursor, LineKind.BULLET)
        cursor.endEditBlock()

    def _harden(self, text: str) -> None:
        """Takes the soft space away before punctuation."""
        if self.soft_space and text in _CLOSING:
            self.textCursor().deletePreviousChar()
        self.soft_space = False

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The stream scrolls, not the text."""
        event.ignore()

    # --- what stands around the text

    def set_ghost(self, text: str) -> None:
        """Shows a greyed word after the caret: what Tab would do."""
        if text != self._ghost:
            self._ghost = text
            self.viewport().update()

    def set_lead(self, text: str) -> None:
        """Shows who speaks in the room that the first line leaves."""
        if text != self._lead:
            self._lead = text
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, before it who speaks, and behind the caret what Tab would do."""
        super().paintEvent(event)
        if self._lead and event.rect().top() < self.fontMetrics().height() * 2:
            self._paint_lead()
        if self._ghost:
            self._paint_ghost()

    def _paint_lead(self) -> None:
        painter = QPainter(self.viewport())
        font = QFont(self.document().defaultFont())
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        ascent = QFontMetrics(font).ascent()
        font.setBold(True)
        painter.setFont(font)
        painter.drawText(QPoint(0, ascent + head_room(self.document().defaultFont().toString())), self._lead)

    def _paint_ghost(self) -> None:
        painter = QPainter(self.viewport())
        painter.setPen(QColor(colours().muted))
        painter.setFont(self.document().defaultFont())
        caret = self.cursorRect()
        ascent = QFontMetrics(self.document().defaultFont()).ascent()
        painter.drawText(QPoint(caret.right() + 8, caret.top() + ascent), self._ghost)
