"""Which key presses type something. Lists and choices in which letters mean nothing give them on as text."""

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

#: keys that go with a key that is a command, not text
COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def is_mnemonic(event: QKeyEvent) -> bool:
    """Whether a letter is pressed with Alt alone: it opens a menu and is never text. On a Mac it writes signs."""
    alone = event.modifiers() & COMMANDS == Qt.KeyboardModifier.AltModifier
    return alone and bool(event.text()) and event.text().isprintable() and sys.platform != "darwin"


def is_text(event: QKeyEvent) -> bool:
    """Whether a key types a character, a space included."""
    return bool(event.text()) and event.text().isprintable() and not event.modifiers() & COMMANDS
