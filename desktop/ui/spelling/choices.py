"""The list of suggestions under a wrong word. It never has the focus: it takes a few keys from the field, no Enter."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.text import ui_text as _
from desktop.ui.commands.keystrokes import COMMANDS
from desktop.ui.desk.names.suggest import KeyedLines
from desktop.ui.looks.theme import Label

_ARROWS: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ALONE = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)


@dataclass(frozen=True, slots=True)
class Choice:
    """One line: its digit, its words, what it does."""

    digit: int
    text: str
    take: Callable[[], None]


class Choices(KeyedLines):
    """Tab takes the line that ↑ and ↓ mark, a digit takes its own; Esc leaves, any other key leaves and is typed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._choices: list[Choice] = []
        self._marked = 0
        self._field: QWidget | None = None
        self._below = QPoint()

    def offer(self, choices: Sequence[Choice], spoken: str, field: QWidget, below: QPoint) -> None:
        """Opens under a point of the parent; ``field`` has the keyboard. ``spoken`` says what the list is about."""
        self.close_list()
        self._choices, self._marked, self._field, self._below = list(choices), 0, field, below
        field.installEventFilter(self)
        lines = ", ".join(f"{one.digit} {one.text}" for one in choices)
        self._show(_("{word}: Tab or a digit chooses: {lines}", word=spoken, lines=lines))

    def close_list(self) -> None:
        """Takes the list away."""
        if self._field is not None:
            self._field.removeEventFilter(self)
        self._field = None
        self._choices = []
        self.hide()

    def _show(self, spoken: str) -> None:
        lines = []
        for place, one in enumerate(self._choices):
            sign = "⇥" if place == self._marked else " "
            lines.append(Label(f"{sign} {one.digit}  {one.text}", bold=place == self._marked, parent=self))
        self.put(lines, spoken, self._below)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of the field it stands under."""
        if event.type() == QEvent.Type.FocusOut:
            self.close_list()
        elif event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_own(event):
            event.accept()
            return True
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() not in _ALONE:
            return self._press(event)
        return False

    def _is_own(self, event: QKeyEvent) -> bool:
        if event.modifiers() & (COMMANDS | Qt.KeyboardModifier.ShiftModifier):
            return False
        return event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Escape, *_ARROWS) or self._chosen(event.text()) is not None

    def _chosen(self, text: str) -> Choice | None:
        return next((one for one in self._choices if str(one.digit) == text), None)

    def _press(self, event: QKeyEvent) -> bool:
        if not self._is_own(event):
            self.close_list()
            return False
        if event.key() in _ARROWS:
            self._marked = (self._marked + _ARROWS[event.key()]) % len(self._choices)
            self._show(self._choices[self._marked].text)
            return True
        chosen = self._choices[self._marked] if event.key() == Qt.Key.Key_Tab else self._chosen(event.text())
        self.close_list()
        if chosen is not None:
            chosen.take()
        return True
