"""Buttons for pages."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QDialogButtonBox, QPushButton, QWidget

from desktop.text import ui_text as _


class PushButton(QPushButton):
    """A button that Enter presses as well as the space bar; outside dialogs Qt gives it the space bar only."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAutoDefault(True)


class FlatButton(QPushButton):
    """A button without a frame, until it has the keyboard: else nobody would see where that is."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setFlat(True)
        self.setAutoDefault(False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard comes."""
        super().focusInEvent(event)
        self.setFlat(False)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard goes."""
        super().focusOutEvent(event)
        self.setFlat(True)


def take_by_key(buttons: QDialogButtonBox, take: QAbstractButton, refused: Callable[[], None] = lambda: None) -> None:
    """Ctrl+Enter presses a button from everywhere in its dialog, also from a field in which Enter is a new line.

    ``refused`` is called where the button cannot be pressed yet.
    """

    def press() -> None:
        if take.isEnabled():
            take.setFocus(Qt.FocusReason.ShortcutFocusReason)  # ends what is being typed in a cell
            take.click()
        else:
            refused()

    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        shortcut = QShortcut(QKeySequence(Qt.KeyboardModifier.ControlModifier | key), buttons.window())
        shortcut.activated.connect(press)
    take.setToolTip(_("Ctrl+Enter"))
