"""The line in which a task is entered: Wer ⇥ Was ⇥ Bis, Enter."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QGridLayout, QLabel, QWidget

from desktop.models.values import Task
from desktop.text import ui_text as _
from desktop.ui.desk.tasks.task_words import due_day, read_due
from desktop.ui.plaintext import PlainLine
from desktop.ui.theme import Label

_WHO, _WHAT, _UNTIL = range(3)


class TaskLine(QWidget):
    """Enter and Tab behind the last field give the task out; who leaves it by Esc settles it, so nothing is lost."""

    #: the task as typed
    entered = Signal(Task)
    #: left with nothing typed
    left = Signal()
    #: something short for the status line
    said = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._task, self._held = Task(), date.today()
        self._fields = (PlainLine(parent=self), PlainLine(parent=self), PlainLine(parent=self))
        self._hint = Label(colour="muted", parent=self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 2, 0, 2)
        grid.setVerticalSpacing(1)
        names = (_("Task for"), _("What is to be done"), _("Until"))
        for column, (field, name, share) in enumerate(zip(self._fields, names, (3, 8, 2), strict=True)):
            label = QLabel(name, self)
            label.setBuddy(field)
            field.setAccessibleName(name)
            grid.addWidget(label, 0, column)
            grid.addWidget(field, 1, column)
            grid.setColumnStretch(column, share)
        grid.addWidget(self._hint, 2, 0, 1, 3)
        self._fields[_UNTIL].setMinimumWidth(self.fontMetrics().horizontalAdvance("00.00.00000"))
        self.hide()

    def open(self, task: Task, held: date, assignees: Sequence[str]) -> None:
        """Shows a task, or a new one; ``held`` is the day of the meeting, ``assignees`` are completed while typing."""
        self._task, self._held = task, held
        completer = QCompleter(list(assignees), self._fields[_WHO])
        completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._fields[_WHO].setCompleter(completer)
        for field, text in zip(self._fields, (task.assignee or "", task.text, due_day(task)), strict=True):
            field.setText(text)
        self._say_hint()
        self.show()
        self._go(_WHAT if task.text else _WHO)

    def _go(self, place: int) -> None:
        self._fields[place].setFocus(Qt.FocusReason.TabFocusReason)
        self._fields[place].selectAll()

    def _say_hint(self, problem: str = "") -> None:
        self._hint.setText(problem or _("Tab goes on, Enter stores · the day as 12.12. or +14"))
        self._hint.recolour("warning" if problem else "muted")

    # --- giving it out

    def settle(self) -> None:
        """Gives out what was typed, because the line is left; a day that cannot be read stays in words."""
        if self.isHidden():
            return
        who, what, until = (field.typed().strip() for field in self._fields)
        due = self._due(until)
        if until and due is None:
            what = _("{what} (until {until})", what=what, until=until)
        self._give(who if what else "", what or who, due)

    def _enter(self) -> None:
        who, what, until = (field.typed().strip() for field in self._fields)
        due = self._due(until)
        problem = ""
        if not what and (who or until):
            problem = _("What is to be done?")
            self._go(_WHAT)
        elif until and due is None:
            problem = _("“{text}” is no day: type 12.12., 12.12.2026 or +14 for 14 days after the meeting", text=until)
            self._go(_UNTIL)
        if problem:
            self._say_hint(problem)
            self.said.emit(problem)
        else:
            self._give(who, what, due)

    def _due(self, text: str) -> str | None:
        """As it is stored; what was not touched stays as it is."""
        if text == due_day(self._task):
            return self._task.due
        day = read_due(text, self._held)
        return day.isoformat() if day else None

    def _give(self, who: str, what: str, due: str | None) -> None:
        self.hide()
        if what:
            self.entered.emit(Task(text=what, assignee=who or None, due=due, done=self._task.done))
        else:
            self.left.emit()

    # --- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter stores."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab walks through the three fields, and behind the last one stores."""
        if self.isHidden():  # Qt asks where the focus goes from a line that is being hidden
            return super().focusNextPrevChild(forward)
        focused = self.focusWidget()
        place = self._fields.index(focused) if focused in self._fields else _WHO
        if forward and place == _UNTIL:
            self._enter()
        else:
            self._go(max(_WHO, place + (1 if forward else -1)))
        return True
