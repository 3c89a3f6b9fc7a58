"""Menus and shortcuts from the table of actions, always aimed at the page in front."""

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QMenuBar, QWidget

from desktop.text import marked as N_
from desktop.text import ui_text as _
from desktop.ui.commands.actions import ACTIONS, BY_ID, Action, key_label, slot_of
from desktop.ui.commands.shortcuts import KEYS, label

#: what the line at the foot of the window names, in this order, as far as the page can do it
DESK_HINTS = ("show_keys", "command", "speech", "motion", "vote", "resolution", "presence", "procedure", "call_item")
OTHER_HINTS = ("show_keys", "command", "show_desk", "show_meetings", "show_people", "new_meeting", "export")

#: menus within menus, so that none is higher than a small screen at large type: title, as a message id, and actions
GROUPS = {
    N_("Speakers"): ("speakers", "next_speaker", "stop_clock"),
    N_("Tables"): ("table_line", "table_add_row", "table_add_column", "table_remove_row", "table_remove_column"),
    N_("Change the entry"): (
        *("on_request", "entry_public", "entry_time", "speaker_lead"),
        *("become_text", "become_speech", "become_motion", "move_entry"),
    ),
    N_("Prepare the agenda"): ("paste_agenda", "carry_over", "compare_invitation", "invitation_sent", "renumber"),
    N_("Change the item"): ("details", "item_up", "item_down", "toggle_together", "toggle_public", "take_off"),
    N_("Other votes"): ("vote_part", "vote_variants", "repeat_vote"),
    N_("Go to"): ("previous_entry", "next_entry", "last_place", "ready", "ready_running"),
    N_("For the room"): ("room_window", "room_blank"),
    N_("Type and colours"): ("larger", "smaller", "normal_size", "dark", "contrast", "arrange"),
}
_GROUP_OF = {action: title for title, actions in GROUPS.items() for action in actions}


def with_mnemonic(title: str, others: Sequence[QAction]) -> str:
    """The title of a menu with its first letter that no other has underlined: Alt and the letter open it."""
    taken = {one.text()[one.text().find("&") + 1].casefold() for one in others if "&" in one.text()}
    place = next((at for at, char in enumerate(title) if char.isalpha() and char.casefold() not in taken), None)
    return title if place is None else f"{title[:place]}&{title[place:]}"


class Menus(QObject):
    """Makes one QAction per line of the table. Each is carried out by the page in front, else by the window."""

    #: an action is about to be carried out
    begun = Signal()
    #: the user gave actions other keys
    rekeyed = Signal()

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._page: QWidget = window
        self.actions: dict[str, QAction] = {}
        self._escaped = 0.0
        menus: dict[str, QMenu] = {}
        for action in ACTIONS:
            menu = self._within(menus, window.menuBar(), action.place)
            if action.rule:
                menu.addSeparator()
            if action.id in _GROUP_OF:
                menu = self._within(menus, menu, _GROUP_OF[action.id])
            self.actions[action.id] = made = self._make(action)
            menu.addAction(made)

    @staticmethod
    def _within(menus: dict[str, QMenu], home: QMenuBar | QMenu, title: str) -> QMenu:
        """The menu with a title; made at its first action."""
        if title not in menus:
            menus[title] = home.addMenu(with_mnemonic(_(title), home.actions()))
        return menus[title]

    def _make(self, action: Action) -> QAction:
        made = QAction(self._label(action, _(action.text)), self._window)
        self._bind(made, action)
        # Qt writes keys as English keyboards do where the system is not German, so they stand in the text.
        made.setMenuRole(QAction.MenuRole.NoRole)
        made.triggered.connect(lambda: self.trigger(action.id))
        return made

    @staticmethod
    def _bind(made: QAction, action: Action) -> None:
        if action.bound:
            made.setShortcuts([QKeySequence(keys) for keys in KEYS.of(action.id)])
            made.setShortcutVisibleInContextMenu(True)

    @staticmethod
    def _label(action: Action, text: str) -> str:
        keys = KEYS.of(action.id)
        return f"{text}\t{key_label(keys[0])}" if keys else text

    def rekey(self) -> None:
        """Takes over the user's keys. Widgets whose words name keys have a method ``name_keys``."""
        for name, made in self.actions.items():
            made.setShortcuts([])  # no key is with two actions on the way
            made.setText(self._label(BY_ID[name], made.text().partition("\t")[0]))
        for name, made in self.actions.items():
            self._bind(made, BY_ID[name])
        for widget in QApplication.allWidgets():
            name_keys = getattr(widget, "name_keys", None)
            if name_keys is not None:
                name_keys()
        self.rekeyed.emit()

    def rename(self, action_id: str, text: str) -> None:
        """Gives an action another, already translated text, e.g. what undo would take back."""
        self.actions[action_id].setText(self._label(BY_ID[action_id], text))

    def aim(self, page: QWidget, without: frozenset[str] = frozenset()) -> None:
        """Points all actions at a page; what nobody can do is disabled, so that its key goes to the field in focus."""
        self._page = page
        for action in ACTIONS:
            self.actions[action.id].setEnabled(action.id not in without and self._slot(action) is not None)

    def trigger(self, action_id: str) -> None:
        """Carries an action out as if its key were pressed. Esc twice is an action of its own."""
        now = time.monotonic()
        if action_id == "ready":
            twice = now - self._escaped < QApplication.doubleClickInterval() / 1000
            self._escaped = now
            if twice and self._slot(BY_ID["ready_running"]) is not None:
                action_id = "ready_running"
        slot = self._slot(BY_ID[action_id])
        if slot is not None:
            self.begun.emit()
            slot()

    def able(self) -> list[Action]:
        """The actions that can be carried out now."""
        return [action for action in ACTIONS if self.actions[action.id].isEnabled()]

    def hints(self) -> list[str]:
        """For the line at the foot of the window: keys and what they do here."""
        able = {action.id for action in self.able()}
        wanted = DESK_HINTS if "speech" in able else OTHER_HINTS
        return [
            f"{label(name)} {_(BY_ID[name].text).removesuffix(' …')}"
            for name in wanted
            if name in able and KEYS.of(name)
        ]

    def _slot(self, action: Action) -> Callable[[], object] | None:
        return slot_of(self._page, action) or slot_of(self._window, action)
