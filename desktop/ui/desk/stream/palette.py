"""+ or / on the empty ready line: a key more does what an F-key or a menu does. The list only says which there are."""

from collections.abc import Callable
from html import escape

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QWidget

from desktop.text import ui_text as _
from desktop.ui.commands import actions
from desktop.ui.commands.actions import BY_ID, Action, twin
from desktop.ui.desk.names.suggest import KeyedLines
from desktop.ui.looks.theme import Label

#: the letters as German words have them, and the actions they stand for
_LETTERS = {
    "a": "motion",
    "b": "vote",
    "w": "election",
    "r": "speech",
    "z": "on_record",
    "e": "event",
    "u": "new_task",
    "h": "heading_line",
    "l": "list_line",
    "t": "table_line",
}
_DIGITS = "123456789"


def action_of(key: str) -> Action | None:
    """The action of a letter or digit behind the sign."""
    return BY_ID.get(_LETTERS[key]) if key in _LETTERS else twin(key)


def slot_of(page: object, key: str) -> Callable[[], object] | None:
    """What a letter or digit does at the desk; None where it does nothing."""
    action = action_of(key)
    return actions.slot_of(page, action) if action is not None else None


def press(page: object, key: str) -> None:
    """Does what a letter or digit stands for."""
    slot = slot_of(page, key)
    if slot is not None:
        slot()


def keys_of(page: object) -> str:
    """The letters and digits that do something at the desk."""
    return "".join(key for key in (*_LETTERS, *_DIGITS) if slot_of(page, key) is not None)


class Palette(KeyedLines):
    """Shows the letters beside the caret while nothing but the sign stands in the line."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("What + and a letter do"))

    def offer(self, keys: str, below: QPoint) -> None:
        """Shows the letters among ``keys``; the digits are said in one line."""
        named = [(key, _(BY_ID[_LETTERS[key]].text).removesuffix(" …")) for key in keys if key in _LETTERS]
        lines: list[QLabel] = [self._line(key, words) for key, words in named]
        hint = _("1–9: the same as F1–F9 · anything else is text")
        lines.append(Label(hint, colour="muted", scale=0.9, parent=self))
        self.put(lines, ", ".join(f"{key.upper()} {words}" for key, words in named), below)

    def _line(self, key: str, words: str) -> QLabel:
        """The key in bold, and underlined where it stands in the words."""
        place = words.casefold().find(key)
        shown = escape(words)
        if place >= 0:
            parts = words[:place], words[place : place + 1], words[place + 1 :]
            shown = "{}<u>{}</u>{}".format(*map(escape, parts))
        line = Label(parent=self)
        line.setTextFormat(Qt.TextFormat.RichText)
        markup = f"<b>{key.upper()}</b>&nbsp;&nbsp;{shown}"
        line.setText(markup)
        line.dress()  # a rich text takes over the size of the type only when it is set after it
        return line
