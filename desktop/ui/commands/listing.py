"""What the line of commands (Ctrl+K) offers: every action and every section of the settings, and why one is not now."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.text import ui_text as _
from desktop.ui import later
from desktop.ui.commands.actions import ACTIONS, Action, key_label, slot_of
from desktop.ui.commands.shortcuts import KEYS
from desktop.ui.commands.shortcuts import keyed_text as _k
from desktop.ui.commands.synonyms import SYNONYMS
from desktop.ui.desk.names.typednames import is_whole_sentence
from desktop.ui.dialogs.command import Command, CommandDialog

if TYPE_CHECKING:
    from desktop.models.book import Book
    from desktop.ui.commands.menus import Menus
    from desktop.ui.desk.page import DeskPage
    from desktop.ui.settings.page import SettingsPage

#: so many that were used last come first
_MOST_RECENT = 6
_SETTINGS = "settings:"
_IN_TABLES = ("table_add_row", "table_add_column", "table_remove_row", "table_remove_column")


def label_of(action: Action) -> str:
    """An action with its key, as it is offered."""
    keys = KEYS.of(action.id)
    return f"{_(action.text)}   ({key_label(keys[0])})" if keys else _(action.text)


def command_of(action: Action, reason: str = "") -> Command:
    """An action as a command; ``reason``: why it cannot be done now."""
    words = _(SYNONYMS[action.id]) if action.id in SYNONYMS else ""
    return Command(action.id, label_of(action), words, reason)


@dataclass(frozen=True, slots=True)
class _Found:
    now: list[Command]
    not_now: list[Command]


class Doer(Protocol):
    """What of a window does the commands."""

    desk: "DeskPage"
    menus: "Menus"

    @property
    def book(self) -> "Book":
        """What it shows."""

    @property
    def settings(self) -> "SettingsPage":
        """The page of settings."""

    def show_desk(self) -> None:
        """Brings the desk to the front."""


class Commands(QObject):
    """One per window; remembers which commands were used last."""

    def __init__(self, window: Doer, parent: QWidget) -> None:
        super().__init__(parent)
        self._window, self._parent = window, parent
        #: by id, the last one first
        self.recent: list[str] = []

    def open(self) -> None:
        """Shows the line."""
        dialog = CommandDialog(self.offered(), self._parent, writes=self._writes)
        dialog.chosen.connect(self._do)
        dialog.blindText.connect(self._write)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def offered(self) -> list[Command]:
        """What was used last, what can be done now, what cannot."""
        found = self._actions()
        commands = {one.id: one for one in (*found.now, *self._settings())}
        recent = [commands.pop(name) for name in self.recent if name in commands]
        return [*recent, *commands.values(), *found.not_now]

    def _actions(self) -> _Found:
        able = {action.id for action in self._window.menus.able()}
        others = [action for action in ACTIONS if action.id != "command"]
        reasons = {one.id: self._missing(one) if one.id in able else self._reason(one) for one in others}
        return _Found(
            [command_of(one) for one in others if not reasons[one.id]],
            [command_of(one, reasons[one.id]) for one in others if reasons[one.id]],
        )

    def _missing(self, action: Action) -> str:
        """What has to be there first, for what the page in front can do."""
        desk = self._window.desk
        if action.id in _IN_TABLES and not desk.text_acts.in_table:
            return _k("the caret has to be in a table first ({table_line} makes one)")
        if action.id == "repeat_vote" and desk.votes.repeatable is None:
            return _("a vote has to be finished here first")
        return ""

    def _reason(self, action: Action) -> str:
        if self._window.book.meeting_key is None:
            return _k("a meeting has to be open first ({show_meetings})")
        if slot_of(self._window.desk, action) is not None:
            return _k("at the desk ({show_desk})")
        return _("not possible on this page")

    def _settings(self) -> list[Command]:
        return [
            Command(
                f"{_SETTINGS}{section.title}",
                _("Settings: {section}", section=_(section.title)),
                _(section.words) if section.words else "",
            )
            for section in later.settings_sections()
        ]

    def _do(self, name: str) -> None:
        self.recent = [name, *(one for one in self.recent if one != name)][:_MOST_RECENT]
        act: Callable[[], None] = partial(self._window.menus.trigger, name)
        if name.startswith(_SETTINGS):
            self._window.menus.trigger("settings")
            act = partial(self._window.settings.show_section, name.removeprefix(_SETTINGS))
        act()

    def _writes(self, text: str) -> bool:
        """A sentence typed blindly; a word that finds nothing is a search."""
        return self._window.book.meeting_key is not None and is_whole_sentence(text)

    def _write(self, text: str) -> None:
        """What was typed and is no command goes to the ready line."""
        self._window.show_desk()
        self._window.desk.pen.write_on_ready(text)
