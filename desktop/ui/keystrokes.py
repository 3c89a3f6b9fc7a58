"""Which key presses type something. Lists and choices in which letters mean nothing give them on as text."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

#: keys that go with a key that is a command, not text
COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def is_text(event: QKeyEvent) -> bool:
    """Whether a key types a character, a space included."""
    return bool(event.text()) and event.text().isprintable() and not event.modifiers() & COMMANDS
