"""The user's keys, laid over the table of actions. Whatever names or makes a key asks here, not the table.

Each key belongs to one action at most: Qt would carry out neither of two. Nothing here needs Qt, because the command
line says the same sentences.
"""

import json
from collections.abc import Callable, Iterable

from desktop.text import ui_text as _
from desktop.ui.commands.actions import ACTIONS, BY_ID, Action, key_label
from desktop.ui.kept import kept_object

#: setting of the book: the actions with other keys than in the table, as JSON; an empty list is no key
SETTING = "window.keys"

#: Esc is understood by every panel and list
_FIXED = ("ready",)


def is_fixed(action: Action) -> bool:
    """Whether nobody can give an action another key: a widget handles it itself."""
    return not action.bound or action.id in _FIXED


class Keys:
    """Which keys the actions have."""

    def __init__(self) -> None:
        #: what the user wants, by id of the action
        self._chosen: dict[str, tuple[str, ...]] = {}
        self._lay()

    def _lay(self) -> None:
        """Fixed keys go first, then what the user chose, then the table: no key is given twice."""
        taken: set[str] = set()
        self._laid: dict[str, tuple[str, ...]] = {}
        fixed = [(one, one.keys) for one in ACTIONS if is_fixed(one)]
        free = [one for one in ACTIONS if not is_fixed(one)]
        chosen = [(one, self._chosen[one.id]) for one in free if one.id in self._chosen]
        rest = [(one, one.keys) for one in free if one.id not in self._chosen]
        for action, wanted in (*fixed, *chosen, *rest):
            self._laid[action.id] = tuple(keys for keys in dict.fromkeys(wanted) if keys not in taken)
            taken.update(wanted)

    def of(self, action: str) -> tuple[str, ...]:
        """The keys of an action by its id; the first is the one that is named."""
        return self._laid[action]

    def owner(self, keys: str) -> Action | None:
        """The action that has a key now."""
        return next((BY_ID[name] for name, had in self._laid.items() if keys in had), None)

    def is_changed(self, action: str) -> bool:
        """Whether an action has other keys than in the table."""
        return self._laid[action] != BY_ID[action].keys

    def give(self, action: str, keys: str, place: int) -> None:
        """Gives an action a key as its first (place 0), second …; whoever had it has it no more."""
        assert not is_fixed(BY_ID[action])
        now = [one for one in self.of(action) if one != keys]
        now[place : place + 1] = [keys]
        self._take_from_others(action, (keys,))
        self._choose(action, now)

    def remove(self, action: str, keys: str) -> None:
        """Takes a key from an action."""
        self._choose(action, [one for one in self.of(action) if one != keys])

    def reset(self, action: str) -> tuple[Action, ...]:
        """Gives an action its keys of the table back; returns who had one of them meanwhile."""
        wanted = BY_ID[action].keys
        owners = {owner.id: owner for keys in wanted if (owner := self.owner(keys)) is not None}
        owners.pop(action, None)
        self._chosen.pop(action, None)
        self._take_from_others(action, wanted)
        self._lay()
        return tuple(owners.values())

    def reset_all(self) -> None:
        """The table again."""
        self._chosen.clear()
        self._lay()

    def _choose(self, action: str, keys: Iterable[str]) -> None:
        self._chosen[action] = tuple(keys)
        if self._chosen[action] == BY_ID[action].keys:
            del self._chosen[action]
        self._lay()

    def _take_from_others(self, action: str, keys: tuple[str, ...]) -> None:
        for other, had in self._chosen.items():
            if other != action:
                self._chosen[other] = tuple(one for one in had if one not in keys)

    def restore(self, text: str | None, refused: Callable[[str], object]) -> bool:
        """Takes over what was kept but keys that are ``refused``; returns whether it differs.

        What is no such text is as nothing.
        """
        before = dict(self._laid)
        self._chosen = {
            name: tuple(one for one in keys if isinstance(one, str) and not refused(one))
            for name, keys in kept_object(text).items()
            if name in BY_ID and isinstance(keys, list)
        }
        self._lay()
        return self._laid != before

    def kept(self) -> str:
        """What is to be kept, for ``restore``."""
        return json.dumps(self._chosen) if self._chosen else ""


#: the keys of the program
KEYS = Keys()


def label(action: str) -> str:
    """The key of an action (by its id) as people say it, ``Strg+G``; where it has none, its name in quotes."""
    keys = KEYS.of(action)
    return key_label(keys[0]) if keys else _("“{name}”", name=_(BY_ID[action].text).removesuffix(" …"))


class _Labels(dict[str, object]):
    """Values for placeholders, and keys for those that are named like an action."""

    def __missing__(self, name: str) -> str:
        return label(name)


def keyed_text(message: str, **values: object) -> str:
    """A text of the window that names keys, by ids of actions: ``{undo} brings it back`` gives »Strg+Z holt es zurück«.

    Imported as ``_k``, for which the extraction looks as for ``_``. What shows such a text for long has a method
    ``name_keys``, which says it anew.
    """
    return _(message).format_map(_Labels(values))
