"""The line that waits for a key to be pressed, whatever that key does otherwise."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.text import ui_text as _
from desktop.ui.commands.keypress import HELD, keys_of

_NOT_YET = frozenset(
    {
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
        Qt.Key.Key_unknown,
    }
)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class KeyRecorder(QLineEdit):
    """Hidden until ``record``. Enter alone and Esc alone are answers, every other key is given out."""

    #: a key as the table writes it
    pressed = Signal(str)
    #: Enter
    confirmed = Signal()
    #: Esc, or the keyboard went elsewhere
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setAccessibleName(_("New key"))
        self.hide()

    def record(self, prompt: str) -> None:
        """Waits for a key."""
        self.setText(prompt)
        self.setAccessibleDescription(prompt)
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        """No key is a shortcut here."""
        if event.type() == QEvent.Type.ShortcutOverride and self.isVisible():
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() not in _TABS:
            self.keyPressEvent(event)  # also what Qt would take to go from field to field
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Gives the key out; a modifier alone is none yet."""
        alone = not event.modifiers() & HELD
        if event.key() in _NOT_YET or event.isAutoRepeat():
            return
        if alone and event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif alone and event.key() in _ENTER:
            self.confirmed.emit()
        else:
            self.pressed.emit(keys_of(event))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Who goes elsewhere wants no key. A window in front of it changes nothing."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self.cancelled.emit()
