"""The tasks (Aufträge) of all meetings: open ones first, those due first before the others."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.clock import Clock, parse_date
from desktop.models.assignments import TaskLine, all_tasks, set_done
from desktop.models.book import Book
from desktop.models.journal import Changed
from desktop.models.richtext import reveal
from desktop.models.rules import numbering
from desktop.text import marked as N_
from desktop.text import ui_plural as _n
from desktop.text import ui_text as _
from desktop.text import window_date
from desktop.ui import tasks
from desktop.ui.bus import Bus
from desktop.ui.commands.keystrokes import is_text
from desktop.ui.commands.shortcuts import keyed_text as _k
from desktop.ui.desk.tasks.task_words import DONE, OPEN, due_day, is_overdue, status
from desktop.ui.looks.theme import Label
from desktop.ui.pages.filter import FilterLine
from desktop.ui.parts.flow import Flow
from desktop.ui.parts.guide import ViewGuide, Way
from desktop.ui.parts.tables import ROW_ROLE, Column, RowsModel, Table
from desktop.ui.parts.ticks import Tick
from desktop.wording import sentence


def _columns(today: Callable[[], date]) -> tuple[Column[TaskLine], ...]:
    return (
        Column(N_("State"), lambda line: f"{DONE if line.task.done else OPEN} {status(line.task, today())}"),
        Column(N_("Until"), lambda line: due_day(line.task)),
        Column(N_("Task for"), lambda line: line.task.assignee or ""),
        Column(N_("What is to be done"), lambda line: " ".join(reveal(line.task.text).split()), wide=True),
        Column(N_("Meeting and item"), _place),
    )


def _place(line: TaskLine) -> str:
    """Hauptausschuss 07.05.2026 · Ö 9."""
    day = parse_date(line.start)
    meeting = (line.organization, window_date(day) if day else "")
    number = numbering.display(line.number, line.public)
    return " · ".join(part for part in (" ".join(filter(None, meeting)), number) if part)


class AssignmentsPage(QWidget):
    """Arrows choose, the space bar ticks off, Enter leads to the item, typing narrows the list."""

    #: keys of the meeting and of the item to go to
    opened = Signal(str, str)
    #: a sentence for the user
    complained = Signal(str)
    #: something short for the status line
    told = Signal(str)

    def __init__(self, book: Book, bus: Bus, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book, self._clock = book, clock
        self._stale = True
        self._lines: list[TaskLine] = []
        self._model: RowsModel[TaskLine] = RowsModel(_columns(self._today), self)
        self.filter = FilterLine(self)
        self.filter.setPlaceholderText(_("Type to filter, also by who is to do it; ↓ goes to the list"))
        self.all = Tick(_("Show those that are done, too"), self)
        self.table = _TaskTable(_("Tasks"), self)
        self.table.setAccessibleDescription(_("Space bar: done or not, Enter goes to the item"))
        self.table.setModel(self._model)
        self._count = Label("", colour="muted", parent=self)
        self.whole = Label("", parent=self)
        self.whole.setWordWrap(True)
        self._lay_out()
        ViewGuide(self.table, self._nothing)
        self.filter.textChanged.connect(self._filter)
        self.filter.handedOn.connect(self._from_filter)
        self.filter.speak_for(self.table)
        self.all.toggled.connect(self._show_lines)
        self.table.opened.connect(self._open)
        self.table.selectionModel().currentChanged.connect(self._say_whole)
        self.table.toggled.connect(self._toggle)
        self.table.typed.connect(self._type)
        bus.changed.connect(self._changed)

    def _lay_out(self) -> None:
        head = Flow()
        head.addWidget(Label(_("Tasks"), bold=True, scale=1.4, parent=self))
        head.addStretch(1)
        head.addWidget(self.all)
        foot = Flow()
        foot.addWidget(self._count)
        foot.addStretch(1)
        foot.addWidget(Label(_("Space bar: done or not · Enter: to the item"), colour="muted", parent=self))
        rows = QVBoxLayout(self)
        rows.addLayout(head)
        rows.addWidget(self.filter)
        rows.addWidget(self.table, 1)
        rows.addWidget(self.whole)
        rows.addLayout(foot)
        QWidget.setTabOrder(self.filter, self.table)
        QWidget.setTabOrder(self.table, self.all)

    def _today(self) -> date:
        return self._clock.now().date()

    # --- content

    def arrive(self) -> None:
        """Into the list, all of it: what was typed at the last visit narrows nothing."""
        self.filter.clear()
        self.reload()
        self.table.setFocus()

    def reload(self) -> None:
        """Asks the book again where something has changed."""
        if self._stale:
            self._stale = False
            tasks.when(self, self._book.query(all_tasks), self._take, self._fail)

    def _take(self, lines: list[TaskLine]) -> None:
        self._lines = lines
        self._show_lines()

    def _fail(self, error: Exception) -> None:
        self._stale = True
        self.complained.emit(sentence(error))

    def _changed(self, changed: Changed) -> None:
        if not changed.typing or any("tasks" in names for names in changed.fields.values()):
            self._stale = True
            if self.isVisible():
                self.reload()

    def _show_lines(self) -> None:
        current, place = self.current(), self.table.currentIndex().row()
        self._model.set_rows([line for line in self._lines if self.all.isChecked() or not line.task.done])
        self.table.fit()
        known = [(line.item, line.place) for line in self._model.rows]
        here = (current.item, current.place) if current is not None else None
        self._choose(known.index(here) if here in known else place)
        self._say_count()

    def _choose(self, place: int) -> None:
        last = len(self._model.rows) - 1
        if last >= 0:
            self.table.setCurrentIndex(self._model.index(min(max(place, 0), last), 0))
        self._say_whole()

    def _say_whole(self) -> None:
        """The chosen task in full, because a row cuts it."""
        line = self.current()
        item = f"{numbering.display(line.number, line.public)} {line.name}".strip() if line else ""
        self.whole.setText(f"{item}: {reveal(line.task.text)}" if line else "")

    def _nothing(self) -> tuple[str, tuple[Way, ...]]:
        """What the list says while it shows nothing."""
        if self.filter.text():
            text = _("Nothing here has “{words}” in it. Esc empties the filter.", words=self.filter.text())
            return text, ((_("Empty the filter"), self.filter.clear),)
        if self._lines:
            return _("All tasks are done."), ((self.all.text(), self.all.click),)
        return _k("There are no tasks yet. At the desk {new_task} notes one."), ("show_desk",)

    def _say_count(self) -> None:
        late = sum(is_overdue(line.task, self._today()) for line in self._model.rows)
        told = _n("{number} task", "{number} tasks", len(self._model.rows))
        self._count.setText(_("{tasks}, {late} overdue", tasks=told, late=late) if late else told)

    def _filter(self, text: str) -> None:
        self._model.filter(text)
        self._choose(0)
        self._say_count()

    # --- acts

    def current(self) -> TaskLine | None:
        """The chosen task."""
        index = self.table.currentIndex()
        line: TaskLine | None = index.data(ROW_ROLE) if index.isValid() else None
        return line

    def _open(self, index: QModelIndex) -> None:
        line: TaskLine = index.data(ROW_ROLE)
        self.opened.emit(line.meeting, line.item)

    def _toggle(self) -> None:
        line = self.current()
        if line is None:
            return
        done = not line.task.done
        if set_done(self._book, line, done=done):
            text = _k("Task done · {undo} takes it back") if done else _k("Task open again · {undo} takes it back")
            self.told.emit(text)

    # --- between the filter and the list

    def _from_filter(self, event: QKeyEvent) -> None:
        """Keys that move go to the list, and the keyboard with them: the space bar ticks off there only."""
        self.table.setFocus()
        if event.key() not in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.table.keyPressEvent(event)

    def _type(self, text: str) -> None:
        """Text typed in the list narrows it."""
        self.filter.setFocus()
        self.filter.insert(text)


class _TaskTable(Table):
    """The space bar ticks off; what is text goes to the filter."""

    toggled = Signal()
    typed = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and text; the rest as in every table."""
        if event.key() == Qt.Key.Key_Space:
            self.toggled.emit()
        elif is_text(event):
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)
