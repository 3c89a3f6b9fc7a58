"""Buttons for pages."""

from PySide6.QtWidgets import QPushButton, QWidget


class PushButton(QPushButton):
    """A button that Enter presses as well as the space bar; outside dialogs Qt gives it the space bar only."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAutoDefault(True)
