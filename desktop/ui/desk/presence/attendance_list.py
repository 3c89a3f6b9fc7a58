"""The list of who is there, by faction, with ✓ and –. Space and letters act only on a row reached by the arrow keys.

A letter that begins a word does no harm either: what it did is taken back, and the word goes to the ready line.
"""

import time
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFont, QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.text import ui_text as _
from desktop.ui.commands.keystrokes import is_text
from desktop.ui.desk.presence.attendance_entries import Entry
from desktop.ui.desk.voting.grid_state import PAUSE
from desktop.ui.looks.theme import colours

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
#: recused, out of the room
LETTERS = ("b", "r")


def keys_words() -> str:
    """The keys of the list, for the line below it and for screen readers."""
    return _("↑ ↓, then Space: comes or leaves · B: recused · R: stays in the room or not · Enter: more")


class EntriesModel(QAbstractListModel):
    """The entries for Qt."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: list[Entry] = []

    def set_entries(self, entries: list[Entry]) -> None:
        """Shows other entries; where only what they say has changed, the place of the keyboard stays."""
        same = [one.person for one in entries] == [one.person for one in self.entries]
        if not same:
            self.beginResetModel()
        self.entries = entries
        if not same:
            self.endResetModel()
        elif entries:
            self.dataChanged.emit(self.index(0), self.index(len(entries) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """As Qt asks for it."""
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """An entry under one of Qt's roles."""
        entry = self.entries[index.row()]
        if role == _Role.DisplayRole:
            return entry.shown
        if role in (_Role.AccessibleTextRole, _Role.ToolTipRole):
            return entry.spoken
        if role == _Role.ForegroundRole:
            plain = entry.person is None or entry.here
            return QGuiApplication.palette().text() if plain else QColor(colours().muted)
        if role == _Role.FontRole and entry.person is None:
            font = QFont()
            font.setBold(True)
            return font
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be gone to."""
        if self.entries[index.row()].person is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class EntryDelegate(QStyledItemDelegate):
    """Paints an entry in the room there is, so that the time of coming or going can be read."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Shortens the name, not the end of the line."""
        super().initStyleOption(option, index)
        model, view = index.model(), self.parent()
        assert isinstance(model, EntriesModel)
        assert isinstance(view, QListView)
        margin = view.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, option, view) + 1
        width = view.viewport().width() - 2 * (margin + view.spacing())
        option.text = model.entries[index.row()].fitted(option.fontMetrics, width)


class PeopleList(QListView):
    """The list on the screen. Letters do nothing, so that blind typing does no harm."""

    #: Space or a double click on a person
    toggled = Signal(str)
    #: Enter or the menu key on a person
    asked = Signal(str)
    #: B or R on a person reached by the arrows: recused, out of the room or not
    commanded = Signal(str, str)
    #: the letter was the first of a word: what it did is to be undone
    takenBack = Signal()
    #: text was typed, which is nothing to this list
    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reached = False
        self._letter, self._at = "", 0.0
        self.setAccessibleName(_("Attendance"))
        self.setAccessibleDescription(keys_words())
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setUniformItemSizes(True)
        self.setItemDelegate(EntryDelegate(self))
        self.setSpacing(1)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(lambda _point: self._ask())

    def person(self) -> str | None:
        """The person the keyboard is on."""
        model, index = self.model(), self.currentIndex()
        assert isinstance(model, EntriesModel)
        return model.entries[index.row()].person if index.isValid() else None

    def go_to(self, person: str | None) -> None:
        """Puts the keyboard on a person, by default on the first."""
        model = self.model()
        assert isinstance(model, EntriesModel)
        places = [row for row, entry in enumerate(model.entries) if entry.person is not None]
        wanted = [row for row in places if model.entries[row].person == person]
        if places:
            self.setCurrentIndex(model.index((wanted or places)[0]))

    def enter_from_above(self) -> None:
        """↓ in the line above: the person the list was left on, else the first, counts as reached."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.go_to(self.person())
        self._reached = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, Space acts on a row reached by them, Enter asks what to do."""
        key, plain = event.key(), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            super().keyPressEvent(event)
            self._reached = True
        elif plain and key in (Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            super().keyPressEvent(event)
            self._reached = False
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Menu):
            self._ask()
        elif is_text(event):
            self._typed(event.text())
        else:
            event.ignore()

    def _typed(self, text: str) -> None:
        """A letter or Space: acts on a row reached by the arrows, unless it follows another without a pause."""
        before = self._letter if time.monotonic() - self._at < PAUSE else ""
        self._letter = ""
        if before:
            self.takenBack.emit()
        elif self._reached and text == " ":
            self._toggle()
            return
        elif self._reached and text.lower() in LETTERS and self.person() is not None:
            self._letter, self._at = text, time.monotonic()
            self.commanded.emit(text.lower(), self.person())
            return
        if before or text != " ":
            self._reached = False
            self.typed.emit(before + text)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming here reaches nobody yet."""
        super().focusInEvent(event)
        self._reached = False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click is meant."""
        self._toggle()
        event.accept()

    def _toggle(self) -> None:
        person = self.person()
        if person is not None:
            self.toggled.emit(person)

    def _ask(self) -> None:
        person = self.person()
        if person is not None:
            self.asked.emit(person)
