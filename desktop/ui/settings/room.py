"""The section »Raumfenster«: on which screen, and what of the meeting the hall sees."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QWidget

from desktop.models import queries
from desktop.text import ui_text as _
from desktop.ui.commands.shortcuts import keyed_text as _k
from desktop.ui.looks.appearance import remember
from desktop.ui.looks.theme import Label
from desktop.ui.parts.form import Choice, Form
from desktop.ui.room.options import CLOCK, DARK, FACTIONS, NO, PREFIX, SCREEN, SPEAKER, YES, options_from

if TYPE_CHECKING:
    from desktop.ui.settings.parts import Parts


class RoomForm(Form):
    """Works at once, also where the room window is open."""

    def __init__(self, window: "Parts", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._window = window
        stored = options_from(dict(window.book.read(lambda db: queries.settings(db, PREFIX))))
        hint = _("The screen on which the desk is, is never taken.")
        self.where = Choice(_screens(stored.screen))
        self.where.set_value(stored.screen)
        self.where.chosen.connect(lambda name: self._keep(SCREEN, name))
        self.row(_("Screen"), self.where, hint)
        self.colours = Choice([("", _("dark on light")), (YES, _("light on dark"))])
        self.colours.set_value(YES if stored.dark else "")
        self.colours.chosen.connect(lambda value: self._keep(DARK, value))
        self.row(_("Colours"), self.colours)
        self.checks = {
            name: self._check(text, name, shown=shown)
            for name, text, shown in (
                (SPEAKER, _("Show who speaks, from the list of speakers"), stored.speaker),
                (FACTIONS, _("Show how the factions voted"), stored.factions),
                (CLOCK, _("Show the time"), stored.clock),
            )
        }
        for told in (_k("{room_window} opens and closes it, {room_blank} covers it."), _promise()):
            note = Label(told, colour="muted", parent=self)
            note.setWordWrap(True)
            self.wide(note)

    def _check(self, text: str, name: str, *, shown: bool) -> QCheckBox:
        box = QCheckBox(text, self)
        box.setChecked(shown)
        box.toggled.connect(lambda on: self._keep(name, YES if on else NO))
        self.wide(box)
        return box

    def _keep(self, name: str, value: str) -> None:
        remember(self._window.book, name, value)
        self._window.room.rearrange()


def _screens(chosen: str) -> list[tuple[str, str]]:
    """Those that are there, and the chosen one also while it is not."""
    sizes = [(one.name(), one.size()) for one in QGuiApplication.screens()]
    there = [(name, f"{name} · {size.width()} × {size.height()}") for name, size in sizes]
    gone = [] if not chosen or chosen in dict(there) else [(chosen, _("{name} (not connected)", name=chosen))]
    return [("", _("the first without the desk")), *there, *gone]


def _promise() -> str:
    return _(
        "It shows what the public edition says, never what is not public; a vote only with its result, and what you "
        "type once you have left its field."
    )


def make(window: "Parts") -> QWidget:
    """The form for a window."""
    return RoomForm(window)
