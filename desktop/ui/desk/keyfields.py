"""Fields of the desk in which only digits or single keys mean something: numbers, choices, ticks, a time, a list.

A sentence typed blindly into one is given out as text (``blind``), and what it changed on the way is taken back.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QListWidget, QWidget

from desktop.ui.commands.keystrokes import is_text
from desktop.ui.desk.timefield import TimeField
from desktop.ui.desk.voting.grid_state import PAUSE
from desktop.ui.parts.form import Choice
from desktop.ui.parts.plaintext import PlainLine
from desktop.ui.parts.ticks import Tick

_MOST_DIGITS = 4
_TIME_BEGUN = re.compile(r"\s*\d{0,2}[:. ]?\d{0,2}\s*(?:U|Uh|Uhr)?\s*", re.IGNORECASE)


class Run(QObject):
    """The keys pressed into a field without a pause, and what stood there before them."""

    #: a pause or another key shows that they were meant
    meant = Signal()

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self._text, self._before = "", None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(round(PAUSE * 1000))
        self._pause.timeout.connect(self.close)

    @property
    def is_open(self) -> bool:
        """Whether the next key follows another without a pause."""
        return bool(self._text)

    @property
    def text(self) -> str:
        """What was pressed so far."""
        return self._text

    def add(self, text: str, stands: Any) -> None:
        """One more key; ``stands`` is what the field holds now."""
        if not self._text:
            self._before = stands
        self._text += text
        self._pause.start()

    def take_back(self) -> tuple[str, Any]:
        """It was text: what was typed, and what stood there before."""
        found = self._text, self._before
        self._text = ""
        self._pause.stop()
        return found

    def close(self) -> None:
        """What was pressed so far was meant."""
        if self._text:
            self.take_back()
            self.meant.emit()


class CountField(PlainLine):
    """A number of people; empty is unknown."""

    #: every key: int, or None
    counted = Signal(object)
    #: the same, once it is sure that it was meant
    settled = Signal(object)
    #: text that was typed blindly; the number is as it was
    blind = Signal(str)

    def __init__(self, count: int | None, parent: QWidget | None = None) -> None:
        super().__init__("" if count is None else str(count), parent)
        self._told = count
        self.setMaxLength(_MOST_DIGITS)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFixedWidth(self.fontMetrics().horizontalAdvance("00000") + 14)
        self._run = Run(self)
        self._run.meant.connect(self._settle)
        self.textEdited.connect(lambda: self.counted.emit(self.count()))
        self.editingFinished.connect(self._settle)

    def count(self) -> int | None:
        """What stands in the field."""
        text = self.text().strip()
        return int(text) if text.isascii() and text.isdigit() else None

    @property
    def is_pending(self) -> bool:
        """Whether a number stands there that is not settled yet."""
        return self.count() != self._told

    def show_count(self, count: int | None) -> None:
        """Shows a number from elsewhere."""
        self._told = count
        self.set_text("" if count is None else str(count))

    def _settle(self) -> None:
        self._run.close()
        if self.count() != self._told:
            self._told = self.count()
            self.settled.emit(self._told)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits; any other character was not meant for it, a space alone does nothing."""
        text = event.text()
        if not is_text(event):
            self._run.close()
            super().keyPressEvent(event)
            return
        self._run.add(text, (self._told, self.count()))
        if text.isascii() and text.isdigit():
            super().keyPressEvent(event)
        elif text != " ":
            typed, (told, before) = self._run.take_back()
            changed = before != self.count()
            self.show_count(before)
            self._told = told
            if changed:
                self.counted.emit(before)
            self.blind.emit(typed)


class KeyChoice(Choice):
    """A list from which single keys or the beginning of a word choose; other letters were not meant for it.

    ``chosen`` comes with every key, ``settled`` once it is sure that it was meant.
    """

    settled = Signal(object)
    #: text that was typed blindly; the choice is as it was
    blind = Signal(str)

    def __init__(
        self, options: Sequence[tuple[Any, str]], keys: Mapping[str, Any], parent: QWidget | None = None
    ) -> None:
        """``keys``: small letters or digits with the value each one chooses."""
        super().__init__(options, parent)
        self._keys = dict(keys)
        self._run = Run(self)
        self._run.meant.connect(lambda: self.settled.emit(self.value()))
        self.activated.connect(lambda _place: self.settled.emit(self.value()))

    def set_keys(self, keys: Mapping[str, Any]) -> None:
        """Gives other keys to choose by."""
        self._keys = dict(keys)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Takes the keys that choose. A space opens the list, but not within words."""
        if not is_text(event) or (event.key() == Qt.Key.Key_Space and not self._run.is_open):
            self._run.close()
            super().keyPressEvent(event)
            return
        self._run.add(event.text(), self.value())
        letter = event.text().casefold()
        word = self._begun(self._run.text.casefold())
        if word is not None:
            self._choose(word)
        elif letter in self._keys:
            self._choose(self._keys[letter])
        elif letter != " " and not letter.isdigit():  # a digit alone is no text
            typed, before = self._run.take_back()
            self._choose(before)
            self.blind.emit(typed)

    def _begun(self, typed: str) -> Any:
        """What a word is the beginning of, ja or geheim; one letter alone is a key."""
        words = [(self.itemText(place).casefold(), value) for place, value in enumerate(self._values)]
        return next((value for word, value in words if len(typed) > 1 and word.startswith(typed)), None)

    def _choose(self, value: Any) -> None:
        if value != self.value():
            self.set_value(value)
            self.chosen.emit(value)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Who leaves it has chosen."""
        self._run.close()
        super().focusOutEvent(event)


class KeyCheck(Tick):
    """A tick that the space bar sets; letters were not meant for it."""

    blind = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Gives out what is text."""
        if is_text(event) and event.text() != " ":
            self.blind.emit(event.text())
        else:
            super().keyPressEvent(event)


class KeyList(QListWidget):
    """A list in which the space bar ticks; letters were not meant for it."""

    blind = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Gives out what is text."""
        if is_text(event) and event.text() != " ":
            self.blind.emit(event.text())
        else:
            super().keyPressEvent(event)


class TimeLine(TimeField):
    """A time of day; letters that do not belong to one were not meant for it."""

    blind = Signal(str)

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(now, parent)
        self._run = Run(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Takes what a time is made of."""
        if not is_text(event):
            self._run.close()
        else:
            self._run.add(event.text(), self.text())
        super().keyPressEvent(event)
        if self._run.is_open and event.text().isalpha() and not _TIME_BEGUN.fullmatch(self.text()):
            typed, before = self._run.take_back()
            self.set_text(before)
            self.blind.emit(typed)
