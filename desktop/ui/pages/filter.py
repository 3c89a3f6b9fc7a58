"""The line above a table that narrows it while typing."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.text import ui_text as _
from desktop.ui.plaintext import PlainLine


class FilterLine(PlainLine):
    """A search line above a table: arrows, page keys and Enter are the table's."""

    handedOn = Signal(QKeyEvent)
    _KEYS = frozenset(
        {
            Qt.Key.Key_Up,
            Qt.Key.Key_Down,
            Qt.Key.Key_PageUp,
            Qt.Key.Key_PageDown,
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
        }
    )

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setClearButtonEnabled(True)
        self.setPlaceholderText(_("Type to filter; ↑ ↓ choose, Enter opens"))
        self.setAccessibleName(_("Filter"))

    def event(self, event: QEvent) -> bool:
        """Esc while something is typed is its own; what stands there from the last visit is selected."""
        if isinstance(event, QKeyEvent) and self._empties(event) and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def _empties(self, event: QKeyEvent) -> bool:
        return event.key() == Qt.Key.Key_Escape and bool(self.text()) and not self.hasSelectedText()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that move go to the table, Esc empties the line first."""
        if self._empties(event):
            self.clear()
        elif event.key() in self._KEYS and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            self.handedOn.emit(event)
        else:
            super().keyPressEvent(event)
