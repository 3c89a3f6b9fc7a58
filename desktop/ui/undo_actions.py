"""The actions Undo and Redo: their names in the menu, what is said after them, a second thought before large ones."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.models.book import Book
from desktop.models.history import IMPORT
from desktop.models.journal import Changed
from desktop.text import marked as N_
from desktop.text import ui_text as _
from desktop.ui.bus import Bus
from desktop.ui.menus import Menus
from desktop.ui.messages import Banners, Tone
from desktop.ui.status import Status
from desktop.ui.undo import Undo, act_name

TOPIC = "undo"
#: acts whose undoing takes whole meetings out of sight; pressing Ctrl+Z once too often must not do that
_LARGE = (IMPORT, "meeting.new")


class UndoActions(QObject):
    """One per window."""

    def __init__(self, book: Book, bus: Bus, menus: Menus, status: Status, banners: Banners, window: QWidget) -> None:
        super().__init__(window)
        self._book, self._menus, self._status, self._banners = book, menus, status, banners
        self._undo = Undo(book, self)
        self._typing = False
        bus.changed.connect(self._changed)
        self.name()

    def undo(self) -> None:
        """Takes back, in the text field first. What would take a meeting away is only offered."""
        action = self._book.undo_action
        if not self._undo.in_field() and action is not None and action[0] in _LARGE:
            text = _("The next undo would take this back: {what}. The meeting would be gone.", what=act_name(action))
            self._banners.show_message(TOPIC, text, Tone.WARNING, (_("Undo all the same"), self._carry_out))
        else:
            self._carry_out()

    def _carry_out(self) -> None:
        self._banners.clear(TOPIC)
        name = self._undo.undo()
        if name:
            self._status.say(_("Undone: {what}", what=name))

    def redo(self) -> None:
        """Brings back what was undone."""
        self._banners.clear(TOPIC)
        name = self._undo.redo()
        if name:
            self._status.say(_("Brought back: {what}", what=name))

    def _changed(self, changed: Changed) -> None:
        """Key presses in a row do not change the names, so they cost nothing here."""
        if not (changed.typing and self._typing):
            self._banners.clear(TOPIC)
            self.name()
        self._typing = changed.typing

    def name(self) -> None:
        """Says in the menu what would be undone and redone."""
        for action, text, named, done in (
            ("undo", _("Undo"), N_("Undo: {what}"), self._book.undo_action),
            ("redo", _("Redo"), N_("Redo: {what}"), self._book.redo_action),
        ):
            name = act_name(done)
            self._menus.rename(action, _(named, what=name) if name else text)
