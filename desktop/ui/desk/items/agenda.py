"""The agenda at the left of the desk: which item is shown, which runs, and the keys that build it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, QSignalBlocker, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QFont,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from desktop.models.book import Book
from desktop.models.clean import clean
from desktop.models.journal import Changed
from desktop.models.rules import numbering
from desktop.models.values import AgendaItem, ItemKind, ItemStage, Publicity, ResultClass
from desktop.text import marked as N_
from desktop.text import ui_text as _
from desktop.ui.bus import Bus
from desktop.ui.desk.checks.check_words import SIGN
from desktop.ui.desk.items import agenda_acts
from desktop.ui.desk.items.agenda_names import NAME, Names
from desktop.ui.desk.words import key_words
from desktop.ui.theme import colours

_KEY = Qt.ItemDataRole.UserRole
_NUMBER = 0
_MARKS = {ItemStage.RUNNING: "▶", ItemStage.DONE: "✓"}

#: what the keys do here: name of the method, words, keys
_ACTS: tuple[tuple[str, str, str], ...] = (
    ("add_item", N_("New item below"), "Ins"),
    ("add_divider", N_("New divider below"), "Shift+Ins"),
    ("rename", N_("Rename"), "Space"),
    ("details", N_("Details of the item …"), "Alt+Return"),
    ("move_up", N_("Move up"), "Alt+Up"),
    ("move_down", N_("Move down"), "Alt+Down"),
    ("nest_deeper", N_("One level down"), "Alt+Shift+Right"),
    ("nest_higher", N_("One level up"), "Alt+Shift+Left"),
    ("toggle_public", N_("Public / not public"), "Ctrl+Shift+N"),
    ("renumber", N_("Number anew"), "Ctrl+Shift+U"),
    ("take_off", N_("Take off the agenda"), "Del"),
)


class Agenda(QTreeWidget):
    """The items of the open meeting as a tree; the headings of the parts are no items."""

    #: another item is to be shown
    chosen = Signal(str)
    #: Enter: go and write in it
    entered = Signal(str)
    #: the form of the item is wanted
    detailsWanted = Signal(str)
    #: something short for the status line
    said = Signal(str)

    def __init__(self, book: Book, bus: Bus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self._rows: dict[str, QTreeWidgetItem] = {}
        self._filling = False
        self._to_check: frozenset[str] = frozenset()
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setAccessibleName(_("Agenda"))
        self.setUniformRowHeights(False)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setExpandsOnDoubleClick(False)
        self.setIndentation(12)
        self.setRootIsDecorated(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.header().setStretchLastSection(True)
        self.header().setSectionResizeMode(_NUMBER, QHeaderView.ResizeMode.ResizeToContents)
        self.setItemDelegate(Names(self))
        self.currentItemChanged.connect(self._chosen)
        self.itemChanged.connect(self._renamed)
        self.itemDoubleClicked.connect(lambda _item: self.rename())
        self.customContextMenuRequested.connect(self._menu)
        bus.changed.connect(self._changed)

    # --- showing

    def fill(self) -> None:
        """Shows the agenda as it stands; the current item stays current."""
        current = self.current_key()
        self._filling = True
        self.clear()
        self._rows = {}
        agenda = self._book.meeting.agenda
        above = numbering.parents(agenda)
        part: bool | None = None
        for item in agenda:
            if self._open(item) != part:
                part = self._open(item)
                self._add_part(part)
            row = QTreeWidgetItem(self._rows.get(above.get(item.key, ""), self.invisibleRootItem()))
            row.setData(_NUMBER, _KEY, item.key)
            self._rows[item.key] = row
            self._show(row, item)
        self.expandAll()
        self._filling = False
        self.show_current(current)

    def mark_to_check(self, items: frozenset[str]) -> None:
        """Marks the items in which something does not add up."""
        changed, self._to_check = (self._to_check ^ items) & self._rows.keys(), items
        if not changed:
            return
        blocker = QSignalBlocker(self.model())  # Qt would lay out all rows after each
        for key in changed:
            self._show(self._rows[key], agenda_acts.item(self._book, key))
        blocker.unblock()
        self.header().setSectionResizeMode(_NUMBER, QHeaderView.ResizeMode.ResizeToContents)
        self.scheduleDelayedItemsLayout()

    def _open(self, item: AgendaItem) -> bool:
        """Whether the public may be there; never in a meeting that is not public as a whole."""
        return item.public and self._book.meeting.publicity is not Publicity.NONPUBLIC

    def _add_part(self, public: bool) -> None:
        """A heading between the parts, in words."""
        row = QTreeWidgetItem(self.invisibleRootItem())
        row.setText(_NUMBER, _("Public part") if public else _("Non-public part"))
        row.setFlags(Qt.ItemFlag.ItemIsEnabled)
        row.setFirstColumnSpanned(True)
        font = QFont(self.font())
        font.setBold(True)
        row.setFont(_NUMBER, font)
        meant = colours()
        row.setForeground(_NUMBER, QColor(meant.muted if public else meant.nonpublic))
        if not public:
            row.setBackground(_NUMBER, QColor(meant.nonpublic_back))

    def _show(self, row: QTreeWidgetItem, item: AgendaItem) -> None:
        self._filling, before = True, self._filling
        number = numbering.display(item.number, item.public)
        removed = item.result_class is ResultClass.REMOVED
        mark = _MARKS.get(item.stage or ItemStage.OPEN, " ")
        sign = f" {SIGN}" if item.key in self._to_check else ""
        row.setText(_NUMBER, f"{mark} {number}{sign}".rstrip() if item.kind is not ItemKind.DIVIDER else "—")
        row.setText(NAME, item.name)
        row.setToolTip(NAME, item.name)
        row.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable)
        font = QFont(self.font())
        font.setBold(item.stage is ItemStage.RUNNING)
        font.setStrikeOut(removed)
        font.setItalic(item.kind is ItemKind.DIVIDER)
        row.setFont(_NUMBER, font)
        row.setFont(NAME, font)
        meant = colours()
        running = item.stage is ItemStage.RUNNING
        for column in (_NUMBER, NAME):
            # Without a colour of its own a row is painted in that of the palette, whatever it is by then.
            row.setData(column, Qt.ItemDataRole.ForegroundRole, QColor(meant.running) if running else None)
            row.setData(column, Qt.ItemDataRole.BackgroundRole, QColor(meant.running_back) if running else None)
        spoken = _spoken(item, number, public=self._open(item))
        spoken += ", " + _("to be checked") if sign else ""
        row.setData(NAME, Qt.ItemDataRole.AccessibleTextRole, spoken)
        self._filling = before

    def paintEvent(self, event: QPaintEvent) -> None:
        """A frame shows that it has the keyboard: the chosen line looks the same without."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self.viewport())
            painter.setPen(QPen(self.palette().highlight(), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    def drawBranches(self, painter: QPainter, rect: QRect, index: QModelIndex) -> None:  # type: ignore[override]
        """No arrows: everything is always open."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width: names need another number of lines."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        """Another size of type: rows are as high as their names then."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.dress()

    def dress(self) -> None:
        """Takes over colours and size; called by the theme."""
        if self._book.meeting_key is not None and self._rows:
            self.fill()
            self.scheduleDelayedItemsLayout()

    # --- what is current

    def current_key(self) -> str | None:
        """The key of the current item."""
        row = self.currentItem()
        return row.data(_NUMBER, _KEY) if row is not None else None

    def show_current(self, key: str | None) -> None:
        """Makes an item current without telling anybody."""
        row = self._rows.get(key or "")
        if row is not None and row is not self.currentItem():
            self._filling = True
            self.setCurrentItem(row)
            self.scrollToItem(row)
            self._filling = False

    def _chosen(self) -> None:
        key = self.current_key()
        if key and not self._filling:
            self.chosen.emit(key)

    # --- acts on the current item

    def add_item(self) -> None:
        """A new item behind the current one; its name is typed at once."""
        self._begin(agenda_acts.add(self._book, self.current_key()))

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
        """Before its neighbour."""
        self._act(lambda key: agenda_acts.move(self._book, key, -1))

    def move_down(self) -> None:
        """Behind its neighbour."""
        self._act(lambda key: agenda_acts.move(self._book, key, 1))

    def nest_deeper(self) -> None:
        """Below the item before it."""
        self._act(lambda key: agenda_acts.nest(self._book, key, 1))

    def nest_higher(self) -> None:
        """One level up."""
        self._act(lambda key: agenda_acts.nest(self._book, key, -1))

    def toggle_public(self) -> None:
        """Into the other part."""
        self._act(lambda key: agenda_acts.toggle_public(self._book, key))

    def renumber(self) -> None:
        """Counts the whole agenda anew, as an explicit act."""
        with self._book.step("renumber"):
            agenda_acts.renumber(self._book)

    def take_off(self) -> None:
        """Removes the current item, or marks it as removed once the agenda is published."""
        row = self.currentItem()
        key = self.current_key()
        if row is None or not key:
            return
        beside = self.itemAbove(row) or self.itemBelow(row)
        next_key = beside.data(_NUMBER, _KEY) if beside is not None else None
        name = row.text(NAME)
        if agenda_acts.remove(self._book, key):
            self.said.emit(_("“{name}” is removed; Ctrl+Z brings it back.", name=name))
            self.show_current(next_key or next(iter(self._rows), None))
            self._chosen()

    def _act(self, act: Callable[[str], object]) -> None:
        key = self.current_key()
        if key:
            act(key)

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
            return
        for name, _words, keys in _ACTS:
            if pressed == QKeySequence(keys):
                getattr(self, name)()
                return
        if event.text().strip():
            event.ignore()
            return
        super().keyPressEvent(event)

    def _menu(self, point: QPoint) -> None:
        menu = QMenu(self)
        for name, words, keys in _ACTS:
            action = QAction(f"{_(words)}\t{key_words(keys)}", menu)
            action.triggered.connect(getattr(self, name))
            menu.addAction(action)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.viewport().mapToGlobal(point))

    def _renamed(self, row: QTreeWidgetItem, column: int) -> None:
        if self._filling or column != NAME:
            return
        key = row.data(_NUMBER, _KEY)
        self._book.change(key, name=clean(row.text(NAME)))

    def _changed(self, changed: Changed) -> None:
        if self._book.meeting_key is None or (changed.typing and not changed.fields.keys() & self._rows.keys()):
            return
        meeting = self._book.meeting_key
        hidden = "publicity" in changed.fields.get(meeting, ())
        if hidden or meeting in changed.parents or self._renumbered(changed):
            self.fill()
            return
        for key in changed.fields.keys() & self._rows.keys():
            self._show(self._rows[key], agenda_acts.item(self._book, key))

    def _renumbered(self, changed: Changed) -> bool:
        """Whether the shape of the tree may be another one."""
        return any(names & {"number", "public", "kind"} for key, names in changed.fields.items() if key in self._rows)


def _spoken(item: AgendaItem, number: str, *, public: bool) -> str:
    """For a screen reader: what the marks mean, in words."""
    words = [number, item.name]
    if not public:
        words.append(_("not public"))
    if item.stage is ItemStage.RUNNING:
        words.append(_("is running"))
    if item.stage is ItemStage.DONE:
        words.append(_("done"))
    if item.result_class is ResultClass.REMOVED:
        words.append(_("removed from the agenda"))
    return ", ".join(word for word in words if word)
