"""The section »Tastenkürzel«: every action with its keys; Enter gives it another one."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QVBoxLayout, QWidget

from desktop.text import marked as N_
from desktop.text import ui_text as _
from desktop.ui.commands.actions import ACTIONS, BY_ID, Action, key_label
from desktop.ui.commands.keypress import refusal
from desktop.ui.commands.keystrokes import is_text
from desktop.ui.commands.shortcuts import KEYS, SETTING, is_fixed
from desktop.ui.commands.shortcuts import keyed_text as _k
from desktop.ui.desk.keymap import OF_WIDGETS
from desktop.ui.looks.appearance import remember
from desktop.ui.looks.theme import Label
from desktop.ui.pages.filter import FilterLine
from desktop.ui.parts.accessible import announce
from desktop.ui.parts.buttons import PushButton
from desktop.ui.parts.flow import Flow
from desktop.ui.parts.tables import ROW_ROLE, Column, RowsModel, Table
from desktop.ui.settings.recorder import KeyRecorder

if TYPE_CHECKING:
    from desktop.ui.settings.parts import Parts

_LINES = 12
_SECOND = 2


@dataclass(frozen=True, slots=True)
class KeyRow:
    """A line of the table; ``action`` is None for keys that a field understands by itself."""

    group: str
    name: str
    keys: tuple[str, ...]
    action: Action | None = None

    @property
    def is_fixed(self) -> bool:
        """Whether its key stays as it is."""
        return self.action is None or is_fixed(self.action)

    @property
    def note(self) -> str:
        """In a word what is special about it."""
        if self.action is None or is_fixed(self.action):
            return _("fixed")
        return _("changed") if KEYS.is_changed(self.action.id) else ""


def _rows() -> list[KeyRow]:
    rows = [KeyRow(_(one.place), _(one.text).removesuffix(" …"), KEYS.of(one.id), one) for one in ACTIONS]
    for title, lines in OF_WIDGETS:
        rows += [KeyRow(_(title), _k(words), (keys,)) for keys, words in lines]
    return rows


def _key(row: KeyRow, place: int) -> str:
    return key_label(row.keys[place]) if len(row.keys) > place else ""


_COLUMNS = (
    Column[KeyRow](N_("What is done"), lambda row: row.name, wide=True),
    Column[KeyRow](N_("Key"), lambda row: _key(row, 0)),
    Column[KeyRow](N_("Second key"), lambda row: _key(row, 1)),
    Column[KeyRow](N_("Note"), lambda row: row.note),
    Column[KeyRow](N_("Where"), lambda row: row.group),
)


class KeysForm(QWidget):
    """What is changed is in force at once, in menus, hints and sentences."""

    def __init__(self, window: "Parts", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._window = window
        #: what the recorder waits for: a place among the keys of the current row; None looks for who has a key
        self._place: int | None = None
        #: a key of another action, to be taken over with Enter
        self._pending = ""
        self.search = FilterLine(self)
        hint = _k("Search by words or by a key, as in “{goto_item}”; ↑ ↓ choose, Enter changes")
        self.search.setPlaceholderText(hint)
        self.search.setAccessibleName(_("Search actions and keys"))
        self.recorder = KeyRecorder(self)
        self.message = Label(colour="notice", parent=self)
        self.message.setWordWrap(True)
        self.message.hide()
        self.model = RowsModel(_COLUMNS, self)
        self.table = _Table(_("Actions and their keys"), self)
        self.table.setModel(self.model)
        self.table.setWordWrap(True)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.setMinimumHeight(self.fontMetrics().height() * _LINES)
        self._lay_out()
        self._connect()
        self.name_keys()
        self.table.fit()
        self.table.selectRow(0)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.search, 1)
        top.addWidget(self._button(_("Find by pressing a key"), self._find))
        hint = _(
            "Enter: another key · Ins: second key · Del: no key · keys marked “fixed” are understood by the text, the "
            "list or the grid itself and stay; so does + with a digit on the ready line."
        )
        words = Label(hint, colour="muted", parent=self)
        words.setWordWrap(True)
        buttons = Flow(gap=8)
        for text, act in (
            (_("Change the key"), lambda: self._record(0)),
            (_("Second key"), lambda: self._record(1)),
            (_("Remove keys"), self._remove),
            (_("Reset this action"), self._reset),
            (_("Reset all keys"), self._reset_all),
        ):
            buttons.addWidget(self._button(text, act))
        rows = QVBoxLayout(self)
        rows.addLayout(top)
        rows.addWidget(words)
        rows.addWidget(self.recorder)
        rows.addWidget(self.message)
        rows.addWidget(self.table, 1)
        rows.addLayout(buttons)

    def _button(self, text: str, act: Callable[[], None]) -> PushButton:
        button = PushButton(text, self)
        button.clicked.connect(act)
        return button

    def _connect(self) -> None:
        self.search.textChanged.connect(self._narrow)
        self.search.handedOn.connect(self.table.keyPressEvent)
        self.search.speak_for(self.table)
        self.table.opened.connect(lambda index: self._record(1 if index.column() == _SECOND else 0))
        self.table.addition.connect(lambda: self._record(1))
        self.table.removal.connect(lambda _index: self._remove())
        self.table.typed.connect(self._search_for)
        self.recorder.pressed.connect(self._pressed)
        self.recorder.confirmed.connect(self._take_over)
        self.recorder.cancelled.connect(self._stop)

    # --- the table

    def name_keys(self) -> None:
        """Shows the keys as they are now; the row that is chosen stays."""
        row = self._current()
        self.model.set_rows(_rows())
        if row is not None:
            self._choose(row)

    def _current(self) -> KeyRow | None:
        index = self.table.currentIndex()
        return index.data(ROW_ROLE) if index.isValid() else None

    def _choose(self, row: KeyRow) -> None:
        for place, other in enumerate(self.model.rows):
            if (other.group, other.name) == (row.group, row.name):
                self.table.setCurrentIndex(self.model.index(place, max(self.table.currentIndex().column(), 0)))

    def _narrow(self, text: str) -> None:
        row = self._current()
        self.model.filter(text)
        if row is not None:
            self._choose(row)
        if not self.table.currentIndex().isValid():
            self.table.selectRow(0)

    def _search_for(self, text: str) -> None:
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search.setText(text)

    def _say(self, text: str) -> None:
        self.message.setText(text)
        self.message.setVisible(bool(text))
        announce(self.message, text)

    # --- a key is pressed

    def _record(self, place: int) -> None:
        row = self._current()
        if row is None:
            return
        if row.action is None or row.is_fixed:
            self._say(
                _("“{name}” is understood by the text, the list or the grid itself; its key stays.", name=row.name)
            )
            return
        self._place, self._pending = place, ""
        self._say("")
        self.recorder.record(_("Press the new key for “{name}” · Esc: leave it as it is", name=row.name))

    def _find(self) -> None:
        self._place, self._pending = None, ""
        self._say("")
        self.recorder.record(_("Press a key to see what it does · Esc: nothing"))

    def _pressed(self, keys: str) -> None:
        """A key that is free is taken at once, one that has an action only with Enter."""
        row, owner, name = self._current(), KEYS.owner(keys), key_label(keys)
        self._pending = ""
        if self._place is None:
            self._stop()
            self.search.setText(name)
            self._show_owner(keys, name)
        elif row is None or row.action is None:
            self._stop()
        elif owner is not None and is_fixed(owner):
            other = _(owner.text).removesuffix(" …")
            self._say(_("{key} always means “{name}”. Press another key, or Esc.", key=name, name=other))
        elif (reason := refusal(keys)) != "":
            self._say(_(reason, key=name))
        elif owner is not None and owner is not row.action:
            self._pending = keys
            other = _(owner.text).removesuffix(" …")
            words = _("{key} belongs to “{name}”. Enter takes it over, another key chooses anew, Esc leaves it.")
            self._say(words.format(key=name, name=other))
        else:
            self._give(row.action, keys)

    def _show_owner(self, keys: str, name: str) -> None:
        found = next((row for row in self.model.rows if keys in row.keys), None)
        if found is None:
            self._say(_(refusal(keys) or N_("{key} does nothing yet."), key=name))
        else:
            self._choose(found)
            self._say(_("{key}: {name}", key=name, name=found.name))

    def _take_over(self) -> None:
        row = self._current()
        if self._pending and row is not None and row.action is not None:
            self._give(row.action, self._pending)

    def _give(self, action: Action, keys: str) -> None:
        owner = KEYS.owner(keys)
        KEYS.give(action.id, keys, self._place or 0)
        self._stop()
        name = _(action.text).removesuffix(" …")
        told = _("“{name}” now has {key}.", name=name, key=key_label(keys))
        if owner is not None and owner is not action and not KEYS.of(owner.id):
            told += " " + _("“{name}” has no key now.", name=_(owner.text).removesuffix(" …"))
        self._changed(told)

    def _stop(self) -> None:
        """No key is waited for any more."""
        if self.recorder.isHidden():
            return
        had = self.recorder.hasFocus()
        self._pending = ""
        self._say("")
        self.recorder.hide()
        if had:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- without a key

    def _remove(self) -> None:
        row = self._current()
        if row is None or row.action is None or row.is_fixed:
            return
        for keys in KEYS.of(row.action.id):
            KEYS.remove(row.action.id, keys)
        self._changed(_("“{name}” has no key now.", name=row.name))

    def _reset(self) -> None:
        row = self._current()
        if row is None or row.action is None or row.is_fixed:
            return
        lost = KEYS.reset(row.action.id)
        told = _("“{name}” has the keys again that it came with.", name=row.name)
        if lost:
            names = ", ".join(_("“{name}”", name=_(one.text).removesuffix(" …")) for one in lost)
            told += " " + _("They were taken from {names}.", names=names)
        self._changed(told)

    def _reset_all(self) -> None:
        changed = sum(KEYS.is_changed(name) for name in BY_ID)
        KEYS.reset_all()
        self._changed(
            _("All actions have the keys again that they came with.") if changed else _("No key was changed.")
        )

    def _changed(self, told: str) -> None:
        """Keeps it, and everything that names keys says it anew."""
        remember(self._window.book, SETTING, KEYS.kept())
        self._window.menus.rekey()
        self._say(told)


class _Table(Table):
    """Cells are walked through by the arrows; letters belong to the search line, a space does nothing."""

    #: letters were typed
    typed = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters are text."""
        if is_text(event) and event.text() != " ":
            self.typed.emit(event.text())
        elif event.text() != " ":
            super().keyPressEvent(event)

    def _enter(self, index: QModelIndex) -> None:
        self.opened.emit(index)


def make(window: "Parts") -> QWidget:
    """The form for a window."""
    return KeysForm(window)
