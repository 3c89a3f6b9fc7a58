"""Fields of the election's form: numbers, choices by one key, and how a label stands before its field.

Where only digits or single letters mean something, a sentence typed blindly is given out as text, and what it changed
on the way is taken back.
"""

import time
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.desk.grid_state import PAUSE
from desktop.ui.form import Choice
from desktop.ui.plaintext import PlainLine
from desktop.ui.theme import Label

_MOST_DIGITS = 4
_PLAIN = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.KeypadModifier


class Labelled(QWidget):
    """A field with its label before it."""

    def __init__(self, words: str, field: QWidget, spoken: str = "", *, wide: bool = False) -> None:
        """``spoken`` is what a screen reader says, where the label alone would not do."""
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        label = Label(words, colour="muted")
        label.setBuddy(field)
        field.setAccessibleName(spoken or words)
        line.addWidget(label)
        line.addWidget(field, 1 if wide else 0)


class _Run:
    """The keys pressed without a pause, and what stood in the field before them."""

    def __init__(self) -> None:
        self._text, self._before, self._last = "", None, 0.0

    def add(self, text: str, stands: Any) -> None:
        """One more key; ``stands`` is what the field holds now."""
        now = time.monotonic()
        if not self._text or now - self._last > PAUSE:
            self._text, self._before = "", stands
        self._text, self._last = self._text + text, now

    def end(self) -> tuple[str, Any]:
        """What was typed, and what stood there before."""
        found = self._text, self._before
        self._text = ""
        return found

    def forget(self) -> None:
        """What was pressed so far was meant."""
        self._text = ""


def _is_text(event: QKeyEvent) -> bool:
    return event.text().isprintable() and bool(event.text()) and event.modifiers() in _PLAIN


class CountField(PlainLine):
    """A number of votes; empty is unknown."""

    #: int, or None
    counted = Signal(object)
    #: text that was typed blindly; the number is as it was
    blind = Signal(str)

    def __init__(self, count: int | None, parent: QWidget | None = None) -> None:
        super().__init__("" if count is None else str(count), parent)
        self.setMaxLength(_MOST_DIGITS)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFixedWidth(self.fontMetrics().horizontalAdvance("00000") + 14)
        self._run = _Run()
        self.textEdited.connect(lambda: self.counted.emit(self.count()))

    def count(self) -> int | None:
        """What stands in the field."""
        text = self.text().strip()
        return int(text) if text.isascii() and text.isdigit() else None

    def show_count(self, count: int | None) -> None:
        """Shows a number from elsewhere."""
        self.set_text("" if count is None else str(count))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits; any other character was not meant for it."""
        text = event.text()
        if not _is_text(event):
            self._run.forget()
            super().keyPressEvent(event)
            return
        self._run.add(text, self.count())
        if text.isascii() and text.isdigit():
            super().keyPressEvent(event)
            return
        typed, before = self._run.end()
        if before != self.count():
            self.show_count(before)
            self.counted.emit(before)
        self.blind.emit(typed)


class KeyChoice(Choice):
    """A list from which single keys choose; other letters were not meant for it."""

    #: text that was typed blindly; the choice is as it was
    blind = Signal(str)

    def __init__(
        self, options: Sequence[tuple[Any, str]], keys: Mapping[str, Any], parent: QWidget | None = None
    ) -> None:
        """``keys``: small letters or digits with the value each one chooses."""
        super().__init__(options, parent)
        self._keys = dict(keys)
        self._run = _Run()

    def set_keys(self, keys: Mapping[str, Any]) -> None:
        """Gives other keys to choose by."""
        self._keys = dict(keys)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Takes the keys that choose."""
        if not _is_text(event) or event.key() == Qt.Key.Key_Space:
            self._run.forget()
            super().keyPressEvent(event)
            return
        self._run.add(event.text(), self.value())
        letter = event.text().casefold()
        if letter in self._keys:
            self._choose(self._keys[letter])
            return
        typed, before = self._run.end()
        self._choose(before)
        self.blind.emit(typed)

    def _choose(self, value: Any) -> None:
        if value != self.value():
            self.set_value(value)
            self.chosen.emit(value)
