"""Ctrl+K: type a few letters of what you want to do, Enter does it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.text import ui_text as _
from desktop.ui.actions import Action, key_label
from desktop.ui.plaintext import PlainLine
from desktop.ui.shortcuts import KEYS
from desktop.ui.sizes import fit_screen
from desktop.ui.synonyms import SYNONYMS

_ID = Qt.ItemDataRole.UserRole


class CommandDialog(QDialog):
    """Offers what can be done now."""

    #: id of the action
    chosen = Signal(str)

    def __init__(self, actions: Sequence[Action], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Command"))
        self._line = _Line(parent=self)
        self._line.setAccessibleName(_("Command"))
        self._line.setPlaceholderText(_("What do you want to do?"))
        self._list = QListWidget(self)
        self._list.setAccessibleName(_("Commands that fit"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        rows = QVBoxLayout(self)
        rows.addWidget(self._line)
        rows.addWidget(self._list)
        self._entries = [
            (action.id, self._label(action), _also(action)) for action in actions if action.id != "command"
        ]
        self._line.textChanged.connect(self._filter)
        self._line.moved.connect(self._move)
        self._line.returnPressed.connect(self._choose)
        self._list.itemClicked.connect(self._choose)
        self._filter("")
        fit_screen(self, 60, 20)

    @staticmethod
    def _label(action: Action) -> str:
        text = _(action.text)
        keys = KEYS.of(action.id)
        return f"{text}   ({key_label(keys[0])})" if keys else text

    def _filter(self, typed: str) -> None:
        """What has all words; those found by other words of theirs come behind."""
        words = typed.casefold().split()
        self._list.clear()
        named = [entry for entry in self._entries if all(word in entry[1].casefold() for word in words)]
        other = [entry for entry in self._entries if all(word in f"{entry[1]} {entry[2]}".casefold() for word in words)]
        for action_id, label, _words in dict.fromkeys((*named, *other)):
            item = QListWidgetItem(label)
            item.setData(_ID, action_id)
            self._list.addItem(item)
        if not self._list.count():
            nothing = QListWidgetItem(_("Nothing found"))
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self._list.addItem(nothing)
        self._list.setCurrentRow(0)
        self._speak()

    def _move(self, steps: int) -> None:
        row = self._list.currentRow() + steps
        self._list.setCurrentRow(min(max(row, 0), self._list.count() - 1))
        self._speak()

    def _speak(self) -> None:
        """The line has the focus, so a screen reader is told of the chosen command with it."""
        current = self._list.currentItem()
        self._line.setAccessibleDescription(current.text() if current else "")

    def _choose(self) -> None:
        current = self._list.currentItem()
        if current is not None and current.data(_ID):
            self.accept()
            self.chosen.emit(current.data(_ID))


def _also(action: Action) -> str:
    return _(SYNONYMS[action.id]) if action.id in SYNONYMS else ""


class _Line(PlainLine):
    """Up and down move in the list below."""

    moved = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}
        if event.key() in steps:
            self.moved.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)
