"""The agenda at the left of the desk by keys: what is prepared, and what is changed while the meeting is on."""

from datetime import datetime

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTreeWidgetItem, QWidget

from desktop.clock import Clock
from desktop.models.book import Book
from desktop.models.clean import clean
from desktop.models.rules import publicity
from desktop.text import marked as N_
from desktop.text import ui_plural as _n
from desktop.text import ui_text as _
from desktop.ui.bus import Bus
from desktop.ui.commands.actions import key_label
from desktop.ui.commands.keystrokes import is_text
from desktop.ui.commands.shortcuts import keyed_text as _k
from desktop.ui.desk.items import agenda_acts
from desktop.ui.desk.items.agenda_names import NAME
from desktop.ui.desk.items.agenda_rows import KEY, NUMBER, AgendaRows
from desktop.ui.desk.procedure import agenda_live, agenda_words, course, hushing
from desktop.ui.desk.procedure.agenda_live import VoteOffer
from desktop.ui.desk.procedure.offers import refused_call
from desktop.ui.parts.guide import ViewGuide

#: what the keys do here: name of the method, words, keys
_ACTS: tuple[tuple[str, str, str], ...] = (
    ("add_item", N_("New item below"), "Ins"),
    ("add_divider", N_("New divider below"), "Shift+Ins"),
    ("rename", N_("Rename"), "Shift+Return"),
    ("details", N_("Details of the item …"), "Alt+Return"),
    ("move_up", N_("Move up"), "Alt+Up"),
    ("move_down", N_("Move down"), "Alt+Down"),
    ("nest_deeper", N_("One level down"), "Alt+Shift+Right"),
    ("nest_higher", N_("One level up"), "Alt+Shift+Left"),
    ("toggle_together", N_("Together with the running item"), "Ctrl+Shift+J"),
    ("toggle_public", N_("Public / not public"), "Ctrl+Shift+N"),
    ("renumber", N_("Number anew"), "Ctrl+Shift+U"),
    ("take_off", N_("Take off the agenda"), "Del"),
)


def _no_items() -> tuple[str, tuple[str, ...]]:
    return _k("There is no item yet. {add_item} adds the first one."), ("add_item", "paste_agenda")


class Agenda(AgendaRows):
    """Acts on the current item; in a running meeting each is an act of the meeting, with its sentence."""

    #: Enter: go and write in it
    entered = Signal(str)
    #: the same outside all items
    partEntered = Signal()
    #: the form of the item is wanted
    detailsWanted = Signal(str)
    #: a new item of a running meeting is to be named; the key of the current item
    newWanted = Signal(str)
    #: something short for the status line
    said = Signal(str)
    #: text that was typed blindly
    blindText = Signal(str)
    #: a vote goes with what was done: VoteOffer
    voteOffered = Signal(object)

    def __init__(self, book: Book, bus: Bus, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(book, bus, parent)
        self._clock = clock
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.guide = ViewGuide(self, _no_items)
        self.itemChanged.connect(self._renamed)
        self.itemDoubleClicked.connect(lambda _item: self.rename())
        self.customContextMenuRequested.connect(self._menu)

    def add_item(self) -> None:
        """A new item behind the current one; its name is typed at once. In a running meeting a line asks for it."""
        key = self.current_key()
        if course.is_live(self._book):
            self.newWanted.emit(key or "")
        else:
            self._begin(agenda_acts.add(self._book, key))

    def add_divider(self) -> None:
        """A new divider behind the current item."""
        self._begin(agenda_acts.add(self._book, self.current_key(), divider=True))

    def _begin(self, key: str) -> None:
        self.setCurrentItem(self._rows[key])
        self.rename()

    def rename(self) -> None:
        """The name of the current item is edited in place."""
        row = self.currentItem()
        if row is not None and self.current_key():
            self.editItem(row, NAME)

    def details(self) -> None:
        """The form of the current item."""
        key = self.current_key()
        if key:
            self.detailsWanted.emit(key)

    def move_up(self) -> None:
        """Before its neighbour; once the meeting was opened it is treated earlier, and its place stays."""
        self._shift(-1)

    def move_down(self) -> None:
        """Behind its neighbour; once the meeting was opened it is treated later, and its place stays."""
        self._shift(1)

    def _shift(self, by: int) -> None:
        key = self.current_key()
        if not key:
            return
        if not course.was_opened(self._book):
            agenda_acts.move(self._book, key, by)
            return
        if not agenda_live.shift(self._book, key, by, self._now(), self._offer):
            self.said.emit(_("It cannot be treated any earlier.") if by < 0 else _("It cannot be treated any later."))
            return
        item = agenda_acts.item(self._book, key)
        self.said.emit(agenda_words.moved(self._book, item) or _("It is treated in its place again."))

    def nest_deeper(self) -> None:
        """Below the item before it."""
        self._nest(1)

    def nest_higher(self) -> None:
        """One level up."""
        self._nest(-1)

    def _nest(self, by: int) -> None:
        key = self.current_key()
        if key:
            agenda_acts.nest(self._book, key, by)

    def toggle_together(self) -> None:
        """The current item is treated with the running one, or no longer with any; the running one with the next."""
        key, running = self.current_key(), course.running_item(self._book)
        if not key or running is None:
            self.said.emit(_("No item is running that it could be treated with."))
            return
        following = course.item_after(self._book, running.key)
        other = key if key != running.key else following.key if following else ""
        if other:
            agenda_live.toggle_together(self._book, other, running.key, self._now(), self._offer)
            group = agenda_live.together(self._book, running.key)
            self.said.emit(agenda_words.together(self._book, group) or _("They are treated apart again."))

    def toggle_public(self) -> None:
        """Into the other part."""
        key = self.current_key()
        if key:
            self.toggle_public_of(key)

    def toggle_public_of(self, key: str) -> None:
        """The same for any item; what still names one that is public no more is to be looked at."""
        named = hushing.titles(self._book, agenda_acts.item(self._book, key))
        agenda_live.toggle_public(self._book, key, self._now(), self._offer)
        left = agenda_live.naming(self._book, key, named)
        if left:
            self.said.emit(
                _n(
                    "{number} public text still names this item: please check it.",
                    "{number} public texts still name this item: please check them.",
                    left,
                )
            )
        if agenda_acts.item(self._book, key).public:
            self._say_what_stays(key)

    def _say_what_stays(self, key: str) -> None:
        """An item is public now: its entries are not, its resolution is."""
        items = [agenda_acts.item(self._book, one) for one in agenda_acts.block(self._book, key)]
        hidden = sum(not publicity.entry_is_public(entry) for item in items for entry in item.proceedings)
        said = _n("{number} entry stays not public.", "{number} entries stay not public.", hidden) if hidden else ""
        if any(item.resolution for item in items):
            said = " ".join(filter(None, (said, _("Its resolution is public now: please check it."))))
        if said:
            self.said.emit(said)

    def renumber(self) -> None:
        """Counts the whole agenda anew, as an explicit act. What is written in texts stays as it is."""
        with self._book.step("renumber"):
            changed = agenda_acts.renumber(self._book)
        said = _n("{number} number is another one now.", "{number} numbers are others now.", changed)
        mentioned = agenda_acts.mentions(self._book) if changed else 0
        check = _n(
            "{number} text names an item by its number: please check it.",
            "{number} texts name items by their numbers: please check them.",
            mentioned,
        )
        self.said.emit(f"{said} {check}" if mentioned else said)

    def take_off(self) -> None:
        """Removes the current item, or marks it as removed once the agenda is published."""
        row = self.currentItem()
        key = self.current_key()
        if row is None or not key:
            return
        refused = self._refused_removal(key)
        if refused:
            self.said.emit(refused)
            return
        beside = self.itemAbove(row) or self.itemBelow(row)
        next_key = beside.data(NUMBER, KEY) if beside is not None else None
        name = row.text(NAME)
        if agenda_live.remove(self._book, key, self._now(), self._offer):
            self.said.emit(_k("“{name}” is removed; {undo} brings it back.", name=name))
            self.show_current(next_key or next(iter(self._rows), None))
            self._chosen()

    def _refused_removal(self, key: str) -> str:
        """Why an item is not taken off, or put back on; empty where it can be."""
        if course.was_opened(self._book) and not course.is_live(self._book):
            return refused_call(self._book)
        if agenda_live.stays(self._book, key):
            return _("What was called or has a result is not taken off any more.")
        return ""

    def _now(self) -> datetime:
        return self._clock.now()

    def _offer(self, offer: VoteOffer) -> None:
        self.voteOffered.emit(offer)

    # --- events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the table above; Enter goes to the item."""
        if self.state() == QAbstractItemView.State.EditingState:
            return  # what the field of the name let through, such as the Enter that ends it
        pressed = QKeySequence(event.keyCombination())
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            key = self.current_key()
            if key:
                self.entered.emit(key)
            elif self.current_part():
                self.partEntered.emit()
            return
        for name, _words, keys in _ACTS:
            if pressed == QKeySequence(keys):
                getattr(self, name)()
                return
        if is_text(event):
            if event.text() != " ":
                self.blindText.emit(event.text())
            return
        super().keyPressEvent(event)

    def _menu(self, point: QPoint) -> None:
        menu = QMenu(self)
        for name, words, keys in _ACTS:
            action = QAction(f"{_(words)}\t{key_label(keys)}", menu)
            action.triggered.connect(getattr(self, name))
            menu.addAction(action)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.viewport().mapToGlobal(point))

    def _renamed(self, row: QTreeWidgetItem, column: int) -> None:
        if not self._filling and column == NAME:
            self._book.change(row.data(NUMBER, KEY), name=clean(row.text(NAME)))
