"""The line above a table that narrows it while typing."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QListView, QTableView, QWidget

from desktop.text import ui_text as _
from desktop.ui.parts.accessible import announce
from desktop.ui.parts.plaintext import PlainLine

#: what is chosen is said once typing pauses for so long
_PAUSE_MS = 200


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

    def speak_for(self, view: QListView | QTableView) -> None:
        """While the keyboard is in the line, a screen reader hears what is chosen in a view, and of how many."""

        def tell() -> None:
            if self.hasFocus():
                announce(self, _chosen(view))

        pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        pause.timeout.connect(tell)
        for moved in (self.textChanged, view.selectionModel().currentRowChanged):
            moved.connect(lambda *_found: pause.start() if QAccessible.isActive() else None)

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


def _chosen(view: QListView | QTableView) -> str:
    """The current row in words, with its place among those that are shown."""
    index = view.currentIndex()
    shown = [row for row in range(view.model().rowCount()) if not view.isRowHidden(row)]
    if index.row() not in shown:
        return _("Nothing found.")
    first = index.siblingAtColumn(0)
    words = first.data(Qt.ItemDataRole.AccessibleTextRole) or first.data() or ""
    place, count = shown.index(index.row()) + 1, len(shown)
    return _("{words}, {place} of {count}", words=words, place=place, count=count)
