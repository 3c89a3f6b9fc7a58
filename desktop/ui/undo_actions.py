"""The actions Undo and Redo: their names in the menu, what is said after them, a second thought before large ones."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.models.book import Book
from desktop.models.history import IMPORT
from desktop.models.journal import Changed
from desktop.models.rules.numbering import display
from desktop.models.values import AgendaItem
from desktop.text import marked as N_
from desktop.text import ui_text as _
from desktop.ui.bus import Bus
from desktop.ui.commands.menus import Menus
from desktop.ui.messages import Banners, Tone
from desktop.ui.status import Status
from desktop.ui.undo import Undo, act_name

TOPIC = "undo"
#: acts whose undoing takes whole meetings out of sight; pressing Ctrl+Z once too often must not do that
_LARGE = (IMPORT, "meeting.new")


def place_of(book: Book, changed: Changed) -> tuple[str | None, str | None]:
    """The item and the entry of it that an act touched first; None for what is not there, or not any more."""
    records = book.shelf.records
    for key in (*changed.came, *changed.fields, *changed.parents):
        below = None
        while key in records and records[key].table != "AgendaItem":
            below, key = key, records[key].parent or ""
        if key in records:
            slot = records[below].slot if below is not None else None
            return key, below if slot == "proceedings" else None
    return None, None


class UndoActions(QObject):
    """One per window."""

    #: something is going to be taken or brought back
    begun = Signal()
    #: it is, with the announcement of the book
    done = Signal(object)

    def __init__(self, book: Book, bus: Bus, menus: Menus, status: Status, banners: Banners, window: QWidget) -> None:
        super().__init__(window)
        self._book, self._menus, self._status, self._banners = book, menus, status, banners
        self._undo = Undo(book, self)
        self._typing = False
        #: what the book has announced last
        self._told: list[Changed] = []
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
        self._retrace(self._undo.undo, N_("Undone: {what}"), N_("Undone in {item}: {what}"))

    def redo(self) -> None:
        """Brings back what was undone."""
        self._retrace(self._undo.redo, N_("Brought back: {what}"), N_("Brought back in {item}: {what}"))

    def _retrace(self, act: Callable[[], str], said: str, said_where: str) -> None:
        """Does it, shows where, and says what it was."""
        self._banners.clear(TOPIC)
        self._told.clear()
        self.begun.emit()
        name = act()
        for changed in tuple(self._told):
            self.done.emit(changed)
        if name:
            item = self._item(self._told)
            self._status.say(_(said_where, item=item, what=name) if item else _(said, what=name))

    def _item(self, told: Sequence[Changed]) -> str:
        key = place_of(self._book, told[0])[0] if told else None
        value = self._book.shelf.value(key) if key is not None else None
        return display(value.number, value.public) if isinstance(value, AgendaItem) else ""

    def _changed(self, changed: Changed) -> None:
        """Key presses in a row do not change the names, so they cost nothing here."""
        self._told[:] = [changed]
        if not (changed.typing and self._typing):
            self._banners.clear(TOPIC)
            self.name()
        self._typing = changed.typing

    def name(self, *, of_book: bool = True) -> None:
        """Says in the menu what would be undone and redone; nothing but that where a page has an undo of its own."""
        for action, text, named, done in (
            ("undo", _("Undo"), N_("Undo: {what}"), self._book.undo_action),
            ("redo", _("Redo"), N_("Redo: {what}"), self._book.redo_action),
        ):
            name = act_name(done) if of_book else ""
            self._menus.rename(action, _(named, what=name) if name else text)
