"""The rows of the list of speakers. Space and Enter act only on a row reached by the arrow keys; letters do nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from desktop.text import ui_text as _
from desktop.ui.commands.keystrokes import is_text
from desktop.ui.looks.theme import colours

_KEY = Qt.ItemDataRole.UserRole
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
#: the row that opens and shuts those who have spoken
FOLD = "fold"


@dataclass(frozen=True, slots=True)
class TurnRow:
    """A row: the key of its turn, or FOLD. ``spoken`` is for screen readers, ``over`` one who has spoken."""

    key: str
    text: str
    spoken: str
    over: bool = False


def keys_words() -> str:
    """The keys of the list, for the line below it and for screen readers."""
    return _("↑ ↓, then Enter: has the floor · Alt+↑ ↓: moves · Del: off the list")


class TurnList(QListWidget):
    """Who waits, below who has spoken."""

    #: Enter, Space or a double click on a row
    chosen = Signal(str)
    #: Alt+↑ or Alt+↓: -1 or 1
    shifted = Signal(str, int)
    #: Del
    removed = Signal(str)
    #: ↑ on the first row
    above = Signal()
    #: text was typed, which is nothing to this list
    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reached = False
        self._rows: tuple[TurnRow, ...] = ()
        self.setAccessibleName(_("List of speakers"))
        self.setAccessibleDescription(keys_words())
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setUniformItemSizes(True)
        self.setSpacing(1)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def fill(self, rows: Sequence[TurnRow]) -> None:
        """Shows other rows; the keyboard stays on the same turn, else where it was."""
        if tuple(rows) == self._rows:
            return
        key, place = self.key(), self.currentRow()
        self._rows = tuple(rows)
        self.clear()
        for row in rows:
            shown = QListWidgetItem(row.text, self)
            shown.setData(_KEY, row.key)
            shown.setData(Qt.ItemDataRole.AccessibleTextRole, row.spoken)
            shown.setToolTip(row.spoken)
        self._dress()
        same = next((number for number, row in enumerate(rows) if row.key == key), None)
        if same is None:
            self._reached = False
        self.setCurrentRow(same if same is not None else min(place, self.count() - 1))

    def key(self) -> str | None:
        """The turn the keyboard is on, or FOLD."""
        row = self.currentItem()
        return str(row.data(_KEY)) if row is not None else None

    def enter_from_above(self) -> None:
        """The first one who waits is reached from the line."""
        waiting = [place for place, row in enumerate(self._rows) if row.key != FOLD and not row.over]
        if self._rows:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.setCurrentRow(waiting[0] if waiting else 0)
            self._reached = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, with Alt the row itself; Space and Enter act on a row reached so."""
        reached, key = self._reached, event.key()
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        plain, arrows = not held, {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if key in arrows and held == Qt.KeyboardModifier.AltModifier:
            self._emit(self.shifted, arrows[Qt.Key(key)])
        elif plain and key == Qt.Key.Key_Up and self.currentRow() <= 0:
            self.above.emit()
        elif plain and key in arrows:
            super().keyPressEvent(event)
            self._reached = True
        elif plain and key in _ENTER:
            self._choose()
        elif plain and key == Qt.Key.Key_Delete:
            self._emit(self.removed)
            self._reached = reached  # the next one can go as well
        elif is_text(event):
            self._typed(event.text())
        else:
            event.ignore()

    def _choose(self) -> None:
        if self._reached and self.key() is not None:
            self.chosen.emit(self.key())

    def _typed(self, text: str) -> None:
        if text == " ":
            self._choose()
        else:
            self.typed.emit(text)

    def _emit(self, signal: SignalInstance, *more: int) -> None:
        """Tells of a row that is a turn."""
        if self._reached and self.key() not in (None, FOLD):
            signal.emit(self.key(), *more)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming here reaches nobody yet."""
        super().focusInEvent(event)
        self._reached = False
        if self.currentRow() < 0 and self.count():
            self.setCurrentRow(0)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """No row looks chosen while the keyboard is elsewhere in the window."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self.setCurrentRow(-1)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click is meant."""
        if self.itemAt(event.position().toPoint()) is not None:
            self._reached = True
            self._choose()
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        """Another theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._dress()

    def _dress(self) -> None:
        """Who has spoken is muted; a row has room for umlauts."""
        high = QSize(0, self.fontMetrics().lineSpacing() + 4)
        for place, row in enumerate(self._rows):
            self.item(place).setSizeHint(high)
            if row.over or row.key == FOLD:
                self.item(place).setForeground(QColor(colours().muted))
