"""The tasks of the shown item, between its text and its resolution; hidden while there are none."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QGridLayout, QListWidget, QListWidgetItem, QWidget

from desktop.clock import Clock, parse_date
from desktop.models.book import Book
from desktop.models.journal import Changed
from desktop.models.values import AgendaItem, Organization, OrganizationType, Task
from desktop.text import ui_text as _
from desktop.ui import house
from desktop.ui.bus import Bus
from desktop.ui.commands.keystrokes import is_text
from desktop.ui.commands.shortcuts import keyed_text as _k
from desktop.ui.desk.names.speakers import meeting_directory
from desktop.ui.desk.procedure.exclusion import public_of_new
from desktop.ui.desk.tasks.task_words import is_hidden, sentence, spoken
from desktop.ui.desk.tasks.taskline import TaskLine
from desktop.ui.looks.theme import Label

#: of tasks; the stream above needs the room
_MOST_LINES = 3


class TaskStrip(QFrame):
    """A list with its keys, and the line in which one is entered. Everything saves by itself."""

    #: the keyboard may go back to the text
    finished = Signal()
    #: text that was typed blindly into the list; it belongs to the ready line
    blindText = Signal(str)
    #: something short for the status line
    said = Signal(str)

    def __init__(self, book: Book, bus: Bus, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book, self._clock = book, clock
        self._item: str | None = None
        #: which task the line changes; None: a new one
        self._place: int | None = None
        #: what stood there before
        self._before: Task | None = None
        self.list = _TaskList(self)
        self.line = TaskLine(self)
        self._title = Label(_("Tasks"), bold=True, parent=self)
        self._title.setBuddy(self.list)
        grid = QGridLayout(self)
        grid.setContentsMargins(10, 2, 10, 2)
        grid.addWidget(self._title, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.list, 0, 1)
        grid.addWidget(self.line, 1, 0, 1, 2)
        grid.setColumnStretch(1, 1)
        self.setFocusProxy(self.list)
        self.line.typed.connect(self._keep)
        self.line.entered.connect(self._take)
        self.line.left.connect(self._leave)
        self.line.said.connect(self.said)
        self.list.typed.connect(self.blindText)
        self.list.opened.connect(self._open)
        self.list.removed.connect(self._remove)
        self.list.toggled.connect(self._toggle)
        self.list.added.connect(self.begin)
        bus.changed.connect(self._changed)
        self.hide()

    # --- showing

    def show_item(self, key: str | None) -> None:
        """Shows the tasks of another item."""
        self.settle()
        self._item = key
        self._fill()

    def settle(self) -> None:
        """What is typed in the line is stored before something else is shown."""
        if not self.line.isHidden():
            self.line.settle()

    def _tasks(self) -> tuple[Task, ...]:
        value = self._book.shelf.value(self._item) if self._item and self._item in self._book.shelf else None
        return value.tasks if isinstance(value, AgendaItem) else ()

    def _today(self) -> date:
        return self._clock.now().date()

    def _fill(self) -> None:
        tasks = self._tasks()
        self.list.fill([(sentence(task, self._today()), spoken(task, self._today())) for task in tasks])
        self._title.setVisible(bool(tasks))
        self.list.setVisible(bool(tasks))
        self.setVisible(bool(tasks) or not self.line.isHidden())

    def _changed(self, changed: Changed) -> None:
        """What is typed in the line is shown in the list once it is left."""
        if not changed.typing and self._item is not None and "tasks" in changed.fields.get(self._item, ()):
            self._fill()

    # --- entering

    def begin(self) -> None:
        """A new task of the shown item."""
        if self._item is None:
            self.said.emit(_("A task belongs to an item; choose one in the agenda first"))
            return
        self.settle()
        self._show_line(None, Task(), closed=public_of_new(self._book, self._item) is False)

    def _open(self, place: int) -> None:
        task = self._tasks()[place]
        self._show_line(place, task, closed=is_hidden(task.text))

    def _show_line(self, place: int | None, task: Task, *, closed: bool) -> None:
        self._place = place
        self._before = None if place is None else task
        self.show()
        meeting = self._book.meeting
        people = meeting_directory(self._book.shelf, meeting, house.profile(self._book).names.articles)
        held = parse_date(meeting.start) or self._today()
        self.line.open(task, held, self._assignees(), people, closed=closed)

    def _assignees(self) -> Sequence[str]:
        """Who was told to do something in this meeting, the administration and its departments."""
        told = [task.assignee for item in self._book.meeting.agenda for task in item.tasks if task.assignee]
        shelf = self._book.shelf
        body = shelf.records[self._book.meeting.key].parent
        rows = [shelf.value(key) for key in shelf.children(body, "organizations")]
        offices = [
            row.name
            for row in rows
            if isinstance(row, Organization) and row.organization_type is OrganizationType.VERWALTUNGSBEREICH
        ]
        return tuple(dict.fromkeys((*reversed(told), _("Administration"), *offices)))

    def _keep(self, task: Task | None) -> None:
        """Every key press is in the book, as everywhere; where nothing is typed any more it is as it was before."""
        if self._item is None or self._item not in self._book.shelf:
            return
        tasks, kept = self._tasks(), task or self._before
        if self._place is None or self._place >= len(tasks):
            self._place = len(tasks)
        self._book.change(self._item, typing=True, tasks=self._with(kept))
        if kept is None:
            self._place = None

    def _with(self, task: Task | None) -> tuple[Task, ...]:
        tasks, place = self._tasks(), len(self._tasks()) if self._place is None else self._place
        return (*tasks[:place], *([task] if task is not None else ()), *tasks[place + 1 :])

    def _take(self, task: Task) -> None:
        self._write("task.change" if self._before else "task.add", self._with(task))
        if self._before is None:
            self.said.emit(_k("Task noted · {undo} takes it back"))
        self._leave()

    def _leave(self) -> None:
        self._book.end_typing()
        self._fill()
        if self._before is None or self.list.isHidden():
            self.finished.emit()
        else:
            self.list.setFocus()

    # --- the list

    def _write(self, act: str, tasks: tuple[Task, ...]) -> None:
        if self._item is not None and self._item in self._book.shelf:
            with self._book.step(act):
                self._book.change(self._item, tasks=tasks)

    def _remove(self, place: int) -> None:
        tasks = self._tasks()
        self._write("task.remove", (*tasks[:place], *tasks[place + 1 :]))
        self.said.emit(_k("The task is removed · {undo} brings it back"))
        if self.list.isHidden():
            self.finished.emit()

    def _toggle(self, place: int) -> None:
        tasks = self._tasks()
        turned = replace(tasks[place], done=None if tasks[place].done else True)
        self._write("task.done", (*tasks[:place], turned, *tasks[place + 1 :]))


class _TaskList(QListWidget):
    """The rows; each key gives out the place of its row. Letters were not meant for it."""

    opened = Signal(int)
    removed = Signal(int)
    toggled = Signal(int)
    added = Signal()
    typed = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Tasks of the item"))
        self.setAccessibleDescription(_("Enter changes, Space bar: done or not, Del removes, Ins adds"))
        self.setToolTip(_("Enter changes, Space bar: done or not, Del removes, Ins adds"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemDoubleClicked.connect(lambda item: self.opened.emit(self.row(item)))

    def fill(self, rows: Sequence[tuple[str, str]]) -> None:
        """Shows tasks: words, and words for a screen reader."""
        place = self.currentRow()
        self.clear()
        for text, said in rows:
            row = QListWidgetItem(text, self)
            row.setToolTip(text)
            row.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        self.setCurrentRow(min(max(place, 0), self.count() - 1))
        if not self.hasFocus():
            self.clearSelection()
        self.setFixedHeight(self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Another size of type."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.setFixedHeight(self.sizeHint().height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The choice shows only while the keyboard is here."""
        super().focusInEvent(event)
        if self.currentItem() is not None:
            self.currentItem().setSelected(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """No choice without the keyboard."""
        super().focusOutEvent(event)
        self.clearSelection()

    def sizeHint(self) -> QSize:
        """As high as its lines, up to a few."""
        line = max(self.sizeHintForRow(0), self.fontMetrics().height())
        return QSize(100, min(max(self.count(), 1), _MOST_LINES) * line + 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Del, Space and Ins; text goes to the ready line."""
        acts = {
            Qt.Key.Key_Return: self.opened,
            Qt.Key.Key_Enter: self.opened,
            Qt.Key.Key_Delete: self.removed,
            Qt.Key.Key_Space: self.toggled,
        }
        act = acts.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Insert:
            self.added.emit()
        elif act is not None and self.currentRow() >= 0:
            act.emit(self.currentRow())
        elif is_text(event):
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)
