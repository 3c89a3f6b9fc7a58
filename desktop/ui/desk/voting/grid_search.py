"""A member of the vote grid by name: the line of Ctrl+F in a roll call, and what it shares with F9."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.text import ui_text as _
from desktop.ui.desk.names.namefield import NameField
from desktop.ui.desk.names.speakers import Directory, Speaker
from desktop.ui.desk.names.suggest import Suggestions
from desktop.ui.desk.names.typednames import is_words
from desktop.ui.looks.theme import Label


class MemberField(NameField):
    """A name field with a list of its own over the window."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(self._suggest, parent)
        self._list: Suggestions | None = None

    def _suggest(self) -> Suggestions:
        if self._list is None:
            self._list = Suggestions(self.window())
            self.destroyed.connect(self._list.deleteLater)
        return self._list


class LineOfGrid(QWidget):
    """A small line inside the grid that asks for a member. Esc closes it; the list comes from ``everybody``."""

    #: done or given up: back to the table
    closed = Signal()
    #: a sentence was typed into it, which belongs to the ready line
    blindText = Signal(str)

    def __init__(self, words: str, everybody: Callable[[], Directory], parent: QWidget) -> None:
        super().__init__(parent)
        self._everybody = everybody
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.who = MemberField(self)
        self.who.setPlaceholderText(_("short form or name, then Tab or Enter"))
        self.who.setAccessibleName(words)
        label = Label(words, colour="muted", parent=self)
        label.setBuddy(self.who)
        self._says = Label(colour="rejected", parent=self)
        self.row.addWidget(label)
        self.row.addWidget(self.who, 1)
        self.row.addWidget(self._says)
        self.who.chosen.connect(self.take)
        self.who.unknown.connect(self._unknown)
        self.who.textEdited.connect(lambda: self._says.setText(""))
        self.hide()

    def open(self) -> None:
        """Asks."""
        self.who.directory = self._everybody()
        self.who.clear()
        self._says.setText("")
        self.show()
        self.who.setFocus()

    def close_line(self) -> None:
        """Goes away; a sentence that was typed into it goes to the ready line."""
        typed = self._sentence()
        self.who.clear()
        self.hide()
        self.closed.emit()
        if typed:
            self.blindText.emit(typed)

    def _sentence(self) -> str:
        """What was typed where it is neither a name nor the search for one."""
        text = self.who.text()
        return text if self.who.is_open and is_words(text) and not self.who.directory.find(text) else ""

    def take(self, speaker: Speaker) -> None:
        """Somebody was chosen."""
        raise NotImplementedError

    def _unknown(self, typed: str) -> None:
        if self._sentence():
            self.close_line()
            return
        found = self.who.directory.find(typed)
        if len(found) == 1:
            self.who.show_name(found[0].name)
            self.take(found[0])
        else:
            self._says.setText(_("Tab or a digit chooses") if found else _("nobody found"))

    def event(self, event: QEvent) -> bool:
        """Esc is the line's own, whatever the window does with it."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.close_line()
                return True
        return super().event(event)


class MemberSearch(LineOfGrid):
    """Ctrl+F or / in a roll call: the caret goes to a member."""

    #: key of the person
    found = Signal(str)

    def __init__(self, everybody: Callable[[], Directory], parent: QWidget) -> None:
        super().__init__(_("Find member"), everybody, parent)

    def take(self, speaker: Speaker) -> None:
        """Goes there."""
        self.found.emit(speaker.key)
        self.close_line()
