"""Below the attendance list: when the person of the chosen line came and went, and in which items they are recused."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.clock import Clock, parse_moment, stamp
from desktop.models.book import Book
from desktop.models.rules import numbering, presence, timeline
from desktop.models.values import AgendaItem, Attendance, Interval, ItemKind, Recusal
from desktop.text import format_time
from desktop.text import marked as N_
from desktop.text import ui_text as _
from desktop.ui.commands.keystrokes import is_text
from desktop.ui.desk.keyfields import Run
from desktop.ui.desk.presence import attendance_times as times
from desktop.ui.desk.presence import recusal_acts
from desktop.ui.desk.presence.attendance_add import EnterButton
from desktop.ui.desk.presence.attendance_edges import Edge
from desktop.ui.desk.procedure.course import running_item
from desktop.ui.desk.timefield import moment_from
from desktop.ui.looks.theme import Label
from desktop.ui.parts.flow import Flow
from desktop.ui.parts.tables import Column, RowsModel, Table

#: so much before the meeting a time of day belongs to the day after: the meeting went past midnight
_BEFORE = timedelta(hours=6)
_ROWS = 3
_SPACING = 8


class QuietTable(Table):
    """Typing begins a text, but never chooses from a list that nobody sees: that takes Enter, F2 or Space.

    A sentence typed on any other cell is given out; a letter alone may be a slip and does nothing.
    """

    #: text that was typed blindly
    blindText = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent, by_cell=True)
        self._run = Run(self)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + _SPACING)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Text is for cells with a text; elsewhere Space opens a list, and words were not meant for this table."""
        if not is_text(event) or self._takes_text():
            self._run.close()
            super().keyPressEvent(event)
            return
        if event.key() == Qt.Key.Key_Space and not self._run.is_open:
            if self.currentIndex().flags() & Qt.ItemFlag.ItemIsEditable:
                self.edit(self.currentIndex())
            return
        self._run.add(event.text(), None)
        if len(self._run.text) > 1:
            self.blindText.emit(self._run.take_back()[0])

    def _takes_text(self) -> bool:
        index, model = self.currentIndex(), self.model()
        assert isinstance(model, RowsModel)
        if not index.isValid():
            return False
        column = model.columns[index.column()]
        return column.write is not None and column.options is None


@dataclass(frozen=True, slots=True)
class Out:
    """A recusal with the key of its item."""

    item: str
    recusal: Recusal


class Details(QWidget):
    """Two small tables, edited in place. What is changed here changes the entries in the stream, too."""

    #: text that was typed blindly
    blindText = Signal(str)

    def __init__(self, book: Book, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book, self._clock = book, clock
        self._line: Attendance | None = None
        self._times: RowsModel[Interval] = RowsModel(self._time_columns(), self)
        self._outs: RowsModel[Out] = RowsModel(self._recusal_columns(), self)
        self._time_title, self._out_title = Label(bold=True), Label(bold=True)
        self._times_table = self._table(self._times, self._remove_time, self._add_time)
        self._outs_table = self._table(self._outs, self._remove_recusal, self._add_recusal)
        self._beginning = EnterButton(_("From the beginning on"), self)
        self._beginning.clicked.connect(self._from_beginning)
        self._note = Label(colour="muted")
        self._note.setWordWrap(True)
        self._lay_out()
        self.show_line(None, "")

    def _table(
        self, model: RowsModel[Interval] | RowsModel[Out], remove: Callable[[int], None], add: Callable[[], None]
    ) -> Table:
        table = QuietTable("", self)
        table.setModel(model)
        table.removal.connect(lambda index: remove(index.row()))
        table.addition.connect(add)
        table.blindText.connect(self.blindText)
        rows = _ROWS * table.verticalHeader().defaultSectionSize()
        table.setFixedHeight(table.horizontalHeader().sizeHint().height() + rows + 2 * table.frameWidth())
        return table

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 0)
        grid.addWidget(self._time_title, 0, 0)
        grid.addWidget(self._out_title, 0, 1)
        grid.addWidget(self._times_table, 1, 0)
        grid.addWidget(self._outs_table, 1, 1)
        below = Flow()
        below.addWidget(self._beginning)
        below.addWidget(self._note, 1)
        grid.addLayout(below, 2, 0, 1, 2)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)

    # --- what is shown

    def show_line(self, line: Attendance | None, name: str) -> None:
        """Shows another person, or nobody."""
        self._line = line
        self.setEnabled(line is not None)
        for title, table, words in (
            (self._time_title, self._times_table, _("Comes and leaves: {name}", name=name)),
            (self._out_title, self._outs_table, _("Recused: {names}", names=name)),
        ):
            title.setText(words)
            table.setAccessibleName(words)
        self._times.set_rows(line.intervals if line else ())
        agenda = self._book.meeting.agenda if line else ()
        person = line.person if line else ""
        self._outs.set_rows([Out(one.key, out) for one in agenda for out in one.recusals if out.person == person])
        for table in (self._times_table, self._outs_table):
            table.fit()
            model = table.model()
            if not table.currentIndex().isValid() and model.rowCount():
                table.setCurrentIndex(model.index(0, 0))
        self._beginning.setEnabled(self._times.rowCount() > 0)
        self._note.setText(
            _("Ins adds, Del takes off, Enter edits; the entries in the minutes follow")
            if self._times.rowCount() or self._outs.rowCount()
            else _("There the whole meeting. Ins adds a time or a recusal.")
        )

    def _time_columns(self) -> list[Column[Interval]]:
        return [
            self._time_column(N_("Comes"), Edge.BEGIN),
            self._item_column(N_("at item"), Edge.BEGIN),
            self._time_column(N_("Leaves"), Edge.END),
            self._item_column(N_("in item"), Edge.END),
            Column(N_("Remark"), self._wrong, wide=True),
        ]

    def _time_column(self, title: str, edge: Edge) -> Column[Interval]:
        return Column(
            title,
            lambda one: _time(edge.time_of(one)),
            write=lambda one, text: self._set_time(one, edge, text),
        )

    def _item_column(self, title: str, edge: Edge) -> Column[Interval]:
        return Column(
            title,
            lambda one: self._number(edge.item_of(one)),
            write=lambda one, item: times.set_edge(self._book, one.key, edge, item=item),
            options=lambda: [(None, "–"), *self._items()],
            value=edge.item_of,
        )

    def _wrong(self, one: Interval) -> str:
        reversed_ = timeline.is_reversed(one, presence.places(self._book.meeting))
        return _("leaves before coming") if reversed_ else ""

    def _recusal_columns(self) -> list[Column[Out]]:
        return [
            Column(
                N_("Item"),
                lambda one: self._number(one.item),
                write=lambda one, item: recusal_acts.move(self._book, one.recusal, one.item, item, self._clock.now()),
                options=self._items,
                value=lambda one: one.item,
            ),
            Column(
                N_("Paragraph of the law"),
                lambda one: one.recusal.legal_basis or "",
                write=lambda one, text: self._book.change(one.recusal.key, legal_basis=text or None),
            ),
            Column(
                N_("Leaves the room"),
                lambda one: {True: _("yes"), False: _("no"), None: "–"}[one.recusal.left_room],
                write=lambda one, left: self._book.change(one.recusal.key, left_room=left),
                options=lambda: [(None, "–"), (True, _("yes")), (False, _("no"))],
                value=lambda one: one.recusal.left_room,
            ),
            Column(
                N_("Reason (in no document)"),
                lambda one: one.recusal.reason or "",
                write=lambda one, text: self._book.change(one.recusal.key, reason=text or None),
                wide=True,
            ),
        ]

    def _items(self) -> list[tuple[str, str]]:
        items = (item for item in self._book.meeting.agenda if item.kind is not ItemKind.DIVIDER)
        return [(item.key, f"{_number(item)}  {item.name}".strip()) for item in items]

    def _number(self, key: str | None) -> str:
        item = self._book.shelf.value(key) if key and key in self._book.shelf else None
        return _number(item) or item.name if isinstance(item, AgendaItem) else ""

    # --- acting

    def _set_time(self, one: Interval, edge: Edge, text: str) -> None:
        """What is no time is shown again as it was."""
        at = self._moment(text, edge.time_of(one))
        if at is not None or not text.strip():
            times.set_edge(self._book, one.key, edge, at=stamp(at) if at else None)

    def _moment(self, text: str, stored: str | None) -> datetime | None:
        start = parse_moment(self._book.meeting.start) or self._clock.now()
        at = moment_from(text, (parse_moment(stored) if stored else None) or start)
        return at + timedelta(days=1) if at is not None and at < start - _BEFORE else at

    def _add_time(self) -> None:
        if self._line is not None:
            times.add_interval(self._book, self._line, self._clock.now())
            self._times_table.setCurrentIndex(self._times.index(self._times.rowCount() - 1, 0))

    def _remove_time(self, row: int) -> None:
        times.remove_interval(self._book, self._times.rows[row].key)

    def _from_beginning(self) -> None:
        index: QModelIndex = self._times_table.currentIndex()
        if index.isValid():
            times.from_beginning(self._book, self._times.rows[index.row()].key)
            self._times_table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_recusal(self) -> None:
        """For the running item, else for the first in which the person is not recused; then the item is chosen."""
        known = {one.item for one in self._outs.rows}
        running = running_item(self._book)
        items = [running.key] if running is not None else []
        free = [key for key in (*items, *(key for key, _words in self._items())) if key not in known]
        if self._line is not None and free:
            recusal_acts.recuse(self._book, self._line.person, free[0], self._clock.now())
            row = next(row for row, one in enumerate(self._outs.rows) if one.item == free[0])
            self._outs_table.setCurrentIndex(self._outs.index(row, 0))

    def _remove_recusal(self, row: int) -> None:
        one = self._outs.rows[row]
        recusal_acts.recuse(self._book, one.recusal.person, one.item, self._clock.now())


def _time(stored: str | None) -> str:
    moment = parse_moment(stored) if stored else None
    return format_time(moment, "HH:mm") if moment else ""


def _number(item: AgendaItem) -> str:
    return numbering.display(item.number, item.public)
