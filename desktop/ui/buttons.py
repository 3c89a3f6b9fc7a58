"""Buttons for pages."""

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPushButton, QWidget


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
