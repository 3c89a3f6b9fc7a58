"""The kinds of field that the line of an entry is made of; each writes into the book at once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.models.book import Book
from desktop.text import ui_text as _
from desktop.ui.bus import Bus
from desktop.ui.commands.keystrokes import is_text
from desktop.ui.desk.keyfields import Run
from desktop.ui.desk.timefield import TimeField
from desktop.ui.desk.words import word
from desktop.ui.parts.form import Binding, Choice, bind_check, bind_choice, bind_text
from desktop.ui.parts.plaintext import PlainLine
from desktop.ui.parts.ticks import Tick


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the line: ``name`` as in the value."""

    name: str
    label: str
    widget: QWidget
    wide: bool = False


class LetterChoice(Choice):
    """A list in which one letter, the first of a word, chooses; a second one shows that a sentence was begun."""

    #: what was typed blindly; the list is as it was
    blind = Signal(str)

    def __init__(self, options: Sequence[tuple[Any, str]], parent: QWidget | None = None) -> None:
        super().__init__(options, parent)
        self._run = Run(self)
        self._run.meant.connect(lambda: self.chosen.emit(self.value()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters; a space opens the list, but not within words."""
        if not is_text(event) or (event.key() == Qt.Key.Key_Space and not self._run.is_open):
            self.settle()
            super().keyPressEvent(event)
            return
        follows = self._run.is_open
        self._run.add(event.text(), self.value())
        place = self._next(event.text())
        if follows or place is None:
            typed, before = self._run.take_back()
            self.set_value(before)
            self.blind.emit(typed)
        else:
            self.setCurrentIndex(place)

    def _next(self, letter: str) -> int | None:
        """The next word that begins so, after the one chosen."""
        after = self.currentIndex() + 1
        places = [*range(after, self.count()), *range(after)]
        return next((at for at in places if self.itemText(at).casefold().startswith(letter.casefold())), None)

    def settle(self) -> None:
        """The letter that was pressed was meant."""
        self._run.close()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Who leaves it has chosen."""
        self.settle()
        super().focusOutEvent(event)


class FieldKinds:
    """Makes fields of one entry. ``parent`` is the line they stand in."""

    def __init__(self, book: Book, bus: Bus, now: Callable[[], datetime], parent: QWidget) -> None:
        self._book, self._bus, self._now, self._parent = book, bus, now, parent
        self.key = ""

    def line(self, name: str, label: str, *, wide: bool = False) -> Field:
        """A line of text that may be absent."""
        line = PlainLine("", self._parent)
        bind_text(line, self._book, self._bus, self.key, name, optional=True)
        return Field(name, label, line, wide)

    def choice(
        self, name: str, label: str, kinds: type[StrEnum], *, required: bool = False, none: StrEnum | None = None
    ) -> Field:
        """One of a closed set; ``none`` is the member that stands for absent."""
        options = [(None if kind == none else kind, word(kind)) for kind in kinds]
        choice = LetterChoice(options if required or none else [(None, "–"), *options], self._parent)
        bind_choice(choice, self._book, self._bus, self.key, name)
        return Field(name, label, choice)

    def time(self, name: str, label: str, stored: str | None, write: Callable[..., None]) -> Field:
        """A time of day."""
        field = TimeField(self._now, self._parent)
        field.show_time(stored)
        field.timed.connect(lambda time: write(**{name: time}))
        return Field(name, label, field)

    def hidden(self) -> Field:
        """A tick makes the entry non-public; without one it is as public as its item."""
        hidden = Tick(_("not public"), self._parent)
        binding = Binding(
            hidden, self._book, self._bus, self.key, "public", lambda value: hidden.setChecked(value is False)
        )
        hidden.toggled.connect(lambda on: binding.write(False if on else None))
        return Field("public", _("not public"), hidden)

    def on_request(self) -> Field:
        """A tick says that somebody demanded the entry."""
        ticked = Tick(_("for the record on request"), self._parent)
        bind_check(ticked, self._book, self._bus, self.key, "on_request")
        return Field("on_request", ticked.text(), ticked)
