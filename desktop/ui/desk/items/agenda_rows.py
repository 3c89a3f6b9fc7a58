"""How the agenda is shown at the left of the desk: parts, levels, marks, in words and signs."""

from PySide6.QtCore import QEvent, QModelIndex, QRect, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from desktop.models.book import Book
from desktop.models.journal import Changed
from desktop.models.rules import numbering, treatment
from desktop.models.values import AgendaItem, ItemKind, ItemStage, Publicity, ResultClass
from desktop.text import ui_text as _
from desktop.ui.bus import Bus
from desktop.ui.desk.checks.check_words import SIGN
from desktop.ui.desk.items import agenda_acts
from desktop.ui.desk.items.agenda_names import NAME, Names
from desktop.ui.desk.words import NOTE
from desktop.ui.looks.theme import colours

KEY = Qt.ItemDataRole.UserRole
PART = Qt.ItemDataRole.UserRole + 1
NUMBER = 0
#: slots of a meeting for what stands before the first item and after the last
OUTSIDE = ("opening", "closing")
_MARKS = {ItemStage.RUNNING: "▶", ItemStage.DONE: "✓"}
#: what was brought forward, what was put back
_FORWARD, _BACK = "↑", "↓"
#: what is typed into these changes nothing here, unless a note begins or is emptied
_UNSEEN = frozenset({"note", "resolution"})


class AgendaRows(QTreeWidget):
    """The items of the open meeting as a tree; the headings of the parts are no items."""

    #: another item is to be shown
    chosen = Signal(str)
    #: what was written before the first item or after the last is to be shown: opening or closing
    partChosen = Signal(str)

    def __init__(self, book: Book, bus: Bus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self._rows: dict[str, QTreeWidgetItem] = {}
        self._filling = False
        self._to_check: frozenset[str] = frozenset()
        #: the items whose rows show that something is noted
        self._noted: set[str] = set()
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
        self.header().setStretchLastSection(True)
        self.header().setSectionResizeMode(NUMBER, QHeaderView.ResizeMode.ResizeToContents)
        self.setItemDelegate(Names(self))
        self.currentItemChanged.connect(self._chosen)
        bus.changed.connect(self._changed)

    # --- showing

    def fill(self) -> None:
        """Shows the agenda as it stands; the current item stays current."""
        current = self.current_key() or self.current_part()
        self._filling = True
        self.clear()
        self._rows = {}
        agenda = self._book.meeting.agenda
        self._add_outside("opening")
        above = numbering.parents(agenda)
        part: bool | None = None
        for item in agenda:
            if self._open(item) != part:
                part = self._open(item)
                self._add_part(part)
            row = QTreeWidgetItem(self._rows.get(above.get(item.key, ""), self.invisibleRootItem()))
            row.setData(NUMBER, KEY, item.key)
            self._rows[item.key] = row
            self._show(row, item)
        self._add_outside("closing")
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
        self.header().setSectionResizeMode(NUMBER, QHeaderView.ResizeMode.ResizeToContents)
        self.scheduleDelayedItemsLayout()

    def _open(self, item: AgendaItem) -> bool:
        """Whether the public may be there; never in a meeting that is not public as a whole."""
        return item.public and self._book.meeting.publicity is not Publicity.NONPUBLIC

    def _add_part(self, public: bool) -> None:
        """A heading between the parts, in words."""
        row = QTreeWidgetItem(self.invisibleRootItem())
        row.setText(NUMBER, _("Public part") if public else _("Non-public part"))
        row.setFlags(Qt.ItemFlag.ItemIsEnabled)
        row.setFirstColumnSpanned(True)
        font = QFont(self.font())
        font.setBold(True)
        row.setFont(NUMBER, font)
        meant = colours()
        row.setForeground(NUMBER, QColor(meant.muted if public else meant.nonpublic))
        if not public:
            row.setBackground(NUMBER, QColor(meant.nonpublic_back))

    def _add_outside(self, part: str) -> None:
        """A row for what stands outside all items, where something does: another program may have written it."""
        if self._book.shelf.children(self._book.meeting.key, part):
            self._rows[part] = row = QTreeWidgetItem(self.invisibleRootItem())
            row.setData(NUMBER, PART, part)
            row.setText(NUMBER, outside_words(part))
            row.setFirstColumnSpanned(True)
            row.setData(NUMBER, Qt.ItemDataRole.AccessibleTextRole, outside_words(part))
            row.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)

    def _show(self, row: QTreeWidgetItem, item: AgendaItem) -> None:
        self._filling, before = True, self._filling
        number = numbering.display(item.number, item.public)
        removed = item.result_class is ResultClass.REMOVED
        mark = _MARKS.get(item.stage or ItemStage.OPEN, " ")
        sign = f" {SIGN}" if item.key in self._to_check else ""
        (self._noted.add if item.note else self._noted.discard)(item.key)
        note = f" {NOTE}" if item.note else ""
        row.setText(
            NUMBER,
            f"{mark} {number}{self._moved(item)}{sign}{note}".rstrip() if item.kind is not ItemKind.DIVIDER else "—",
        )
        row.setText(NAME, item.name)
        row.setToolTip(NAME, "\n".join(filter(None, (item.name, *place_words(self._book, item)))))
        row.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable)
        font = QFont(self.font())
        font.setBold(item.stage is ItemStage.RUNNING)
        font.setStrikeOut(removed)
        font.setItalic(item.kind is ItemKind.DIVIDER)
        row.setFont(NUMBER, font)
        row.setFont(NAME, font)
        meant = colours()
        running = item.stage is ItemStage.RUNNING
        for column in (NUMBER, NAME):
            # Without a colour of its own a row is painted in that of the palette, whatever it is by then.
            row.setData(column, Qt.ItemDataRole.ForegroundRole, QColor(meant.running) if running else None)
            row.setData(column, Qt.ItemDataRole.BackgroundRole, QColor(meant.running_back) if running else None)
        spoken = _spoken(item, number, public=self._open(item))
        spoken = ", ".join(
            (
                spoken,
                *place_words(self._book, item),
                *([_("to be checked")] if sign else []),
                *([_("with a note")] if note else []),
            )
        )
        row.setData(NUMBER, Qt.ItemDataRole.AccessibleTextRole, spoken)  # the keyboard is in this column
        row.setData(NAME, Qt.ItemDataRole.AccessibleTextRole, spoken)
        self._filling = before

    def _moved(self, item: AgendaItem) -> str:
        """The sign for what was brought forward or put back."""
        if item.treated_order is None:
            return ""
        return f" {_FORWARD if treatment.is_forward(self._book.meeting, item.key) else _BACK}"

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
        return row.data(NUMBER, KEY) if row is not None else None

    def spoken(self, key: str) -> str:
        """An item as a screen reader says it; empty where it is none of the agenda."""
        row = self._rows.get(key)
        return str(row.data(NAME, Qt.ItemDataRole.AccessibleTextRole) or "") if row is not None else ""

    def current_part(self) -> str | None:
        """Opening or closing, where no item is current but one of these."""
        row = self.currentItem()
        return row.data(NUMBER, PART) if row is not None else None

    def show_current(self, key: str | None) -> None:
        """Makes an item current without telling anybody."""
        row = self._rows.get(key or "")
        if row is not None and row is not self.currentItem():
            self._filling = True
            self.setCurrentItem(row)
            self.scrollToItem(row)
            self._filling = False

    def _chosen(self) -> None:
        key, part = self.current_key(), self.current_part()
        if key and not self._filling:
            self.chosen.emit(key)
        elif part and not self._filling:
            self.partChosen.emit(part)

    # --- events

    def _changed(self, changed: Changed) -> None:
        if self._book.meeting_key is None or (changed.typing and not changed.fields.keys() & self._rows.keys()):
            return
        meeting = self._book.meeting_key
        hidden = "publicity" in changed.fields.get(meeting, ())
        if hidden or self._renumbered(changed) or (meeting in changed.parents and self._order() != [*self._rows]):
            self.fill()
            return
        for key in changed.fields.keys() & self._rows.keys():
            item = agenda_acts.item(self._book, key)
            unseen = changed.typing and changed.fields[key] <= _UNSEEN and bool(item.note) == (key in self._noted)
            if not unseen:
                self._show(self._rows[key], item)

    def _order(self) -> list[str]:
        """The items in their order, and what else has a row, as they should be."""

        def has(part: str) -> list[str]:
            return [part] if self._book.shelf.children(self._book.meeting.key, part) else []

        return [*has("opening"), *(item.key for item in self._book.meeting.agenda), *has("closing")]

    def _renumbered(self, changed: Changed) -> bool:
        """Whether the shape of the tree may be another one."""
        return any(
            names & {"number", "public", "kind", "treated_order"}
            for key, names in changed.fields.items()
            if key in self._rows
        )


def outside_words(part: str) -> str:
    """What is written before the first item or after the last, by its slot."""
    return {"opening": _("Before the agenda"), "closing": _("After the agenda")}[part]


def place_words(book: Book, item: AgendaItem) -> list[str]:
    """Where an item is treated and with what, in words; nothing where it is at its place and alone."""
    found = []
    if item.treated_order is not None:
        before = treatment.before(book.meeting, item.key)
        number = numbering.display(before.number, before.public) or before.name if before else ""
        found.append(_("treated after {item}", item=number) if before else _("treated first"))
    if item.treated_with:
        others = (line for line in book.meeting.agenda if line.key in item.treated_with)
        numbers = ", ".join(numbering.display(line.number, line.public) or line.name for line in others)
        found.append(_("treated together with {items}", items=numbers))
    return found


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
