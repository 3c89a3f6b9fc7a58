"""Ctrl+K: type a few letters of what you want to do, Enter does it. What is no command can go to the ready line."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.text import ui_text as _
from desktop.ui.looks.sizes import fit_screen
from desktop.ui.looks.theme import Label
from desktop.ui.parts.accessible import announce
from desktop.ui.parts.plaintext import PlainLine

_PLACE = Qt.ItemDataRole.UserRole
#: in place of a command: what was typed goes to the ready line
_WRITE = -1


@dataclass(frozen=True, slots=True)
class Command:
    """What can be chosen. ``words``: other words by which it is found; ``reason``: why not now."""

    id: str
    label: str
    words: str = ""
    reason: str = ""

    def rank(self, typed: Sequence[str]) -> int | None:
        """How well it fits what was typed: 0 by its name or a whole other one, 1 by parts; 2 and 3 where impossible."""
        label, words = self.label.casefold(), self.words.casefold()
        if not all(word in f"{label} {words}" for word in typed):
            return None
        named = all(word in label for word in typed) or " ".join(typed) in words.split(", ")
        return (0 if named else 1) + (2 if self.reason else 0)


class CommandDialog(QDialog):
    """Offers commands in the order they are given; what cannot be done now says why."""

    #: id of the command
    chosen = Signal(str)
    #: a text that is no command; it belongs to the ready line
    blindText = Signal(str)

    def __init__(
        self,
        commands: Sequence[Command],
        parent: QWidget | None = None,
        *,
        writes: Callable[[str], bool] = lambda text: False,
    ) -> None:
        """``writes``: whether a text that is no command belongs to the ready line."""
        super().__init__(parent)
        self.setWindowTitle(_("Command"))
        self._commands = tuple(commands)
        self._writes = writes
        self._line = _Line(parent=self)
        self._line.setAccessibleName(_("Command"))
        self._line.setPlaceholderText(_("What do you want to do?"))
        self._list = QListWidget(self)
        self._list.setAccessibleName(_("Commands that fit"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setWordWrap(True)
        self.message = Label(colour="notice", parent=self)
        self.message.setWordWrap(True)
        self.message.hide()
        rows = QVBoxLayout(self)
        rows.addWidget(self._line)
        rows.addWidget(self._list)
        rows.addWidget(self.message)
        self._line.textChanged.connect(self._filter)
        self._line.moved.connect(self._move)
        self._line.returnPressed.connect(self._choose)
        self._list.itemClicked.connect(self._choose)
        self._filter("")
        fit_screen(self, 80, 24)

    def _filter(self, typed: str) -> None:
        """What has all words, the best first; those not possible now come behind."""
        words = typed.casefold().split()
        ranked = [(rank, place) for place, one in enumerate(self._commands) if (rank := one.rank(words)) is not None]
        self._list.clear()
        self.message.hide()
        for _rank, place in sorted(ranked):
            one = self._commands[place]
            self._add(f"{one.label} – {one.reason}" if one.reason else one.label, place, muted=bool(one.reason))
        if not ranked and self._writes(typed):
            self._add(_("Nothing found · Enter writes it on the ready line: “{text}”", text=typed.strip()), _WRITE)
        elif not ranked:
            self._add(_("Nothing found"), None)
        self._list.setCurrentRow(0)
        self._speak()

    def _add(self, text: str, place: int | None, *, muted: bool = False) -> None:
        item = QListWidgetItem(text, self._list)
        item.setData(_PLACE, place)
        if place is None:
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        if muted:
            item.setForeground(self.palette().color(QPalette.ColorRole.PlaceholderText))

    def _move(self, steps: int) -> None:
        row = self._list.currentRow() + steps
        self._list.setCurrentRow(min(max(row, 0), self._list.count() - 1))
        self._speak()

    def _speak(self) -> None:
        """The line has the focus, so a screen reader is told of the chosen command with it."""
        current = self._list.currentItem()
        words = current.text() if current else ""
        if words != self._line.accessibleDescription():
            self._line.setAccessibleDescription(words)
            announce(self._line, words)

    def _choose(self) -> None:
        current = self._list.currentItem()
        place = current.data(_PLACE) if current else None
        if place == _WRITE:
            self.accept()
            self.blindText.emit(self._line.typed())
        elif place is None:
            self._say(_("Nothing found"))
        elif self._commands[place].reason:
            one = self._commands[place]
            self._say(_("Not now: {reason}.", reason=one.reason))
        else:
            self.accept()
            self.chosen.emit(self._commands[place].id)

    def _say(self, text: str) -> None:
        self.message.setText(text)
        self.message.show()
        announce(self.message, text)


class _Line(PlainLine):
    """Up and down move in the list below."""

    moved = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}
        if event.key() in steps:
            self.moved.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)
