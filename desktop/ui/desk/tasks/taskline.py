"""The line in which a task is entered: Wer ⇥ Was ⇥ Bis, Enter."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QGridLayout, QWidget

from desktop.models.values import Task
from desktop.text import ui_text as _
from desktop.ui.desk.names.speakers import Directory
from desktop.ui.desk.tasks.task_words import due_day, hidden, read_due, shown
from desktop.ui.looks.theme import Label
from desktop.ui.parts.plaintext import PlainLine

_WHO, _WHAT, _UNTIL = range(3)
#: a task goes into the minutes, so this is German whatever the language of the window
_WITH_DAY = "{what} (bis {until})"


class TaskLine(QWidget):
    """Enter and Tab behind the last field give the task out; who leaves it by Esc settles it, so nothing is lost."""

    #: every key: the task as it stands, None where nothing is typed any more
    typed = Signal(object)
    #: the task as typed
    entered = Signal(Task)
    #: left with nothing typed
    left = Signal()
    #: something short for the status line
    said = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._task, self._held = Task(), date.today()
        self._offices: tuple[str, ...] = ()
        self._people = Directory(())
        self._filling = self._closed = False
        self._fields = (PlainLine(parent=self), PlainLine(parent=self), PlainLine(parent=self))
        self._hint = Label(colour="muted", parent=self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 2, 0, 2)
        grid.setVerticalSpacing(1)
        names = (_("Task for"), _("What is to be done"), _("Until"))
        for column, (field, name, share) in enumerate(zip(self._fields, names, (3, 8, 2), strict=True)):
            label = Label(name, parent=self)
            label.setBuddy(field)
            field.setAccessibleName(name)
            grid.addWidget(label, 0, column)
            grid.addWidget(field, 1, column)
            grid.setColumnStretch(column, share)
            field.textChanged.connect(self._tell)
        grid.addWidget(self._hint, 2, 0, 1, 3)
        self._fields[_UNTIL].setMinimumWidth(self.fontMetrics().horizontalAdvance("00.00.00000"))
        self.hide()

    def open(self, task: Task, held: date, offices: Sequence[str], people: Directory, *, closed: bool = False) -> None:
        """Shows a task, or a new one; ``held`` is the day of the meeting.

        ``offices`` are completed while typing, ``people`` by Tab, as everywhere. A ``closed`` one is not published.
        """
        self._task, self._held, self._closed = replace(task, text=shown(task.text)), held, closed
        self._offices, self._people = tuple(offices), people
        completer = QCompleter(list(offices), self._fields[_WHO])
        completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._fields[_WHO].setCompleter(completer)
        self._filling = True
        for field, text in zip(self._fields, (task.assignee or "", self._task.text, due_day(task)), strict=True):
            field.setText(text)
        self._filling = False
        self._say_hint()
        self.show()
        self._go(_WHAT if task.text else _WHO)
        self._fields[_WHAT].end(False)  # what is typed into a task by mistake replaces nothing

    def _go(self, place: int) -> None:
        self._fields[place].setFocus(Qt.FocusReason.TabFocusReason)
        self._fields[place].selectAll()

    def _say_hint(self, problem: str = "") -> None:
        hint = _("Tab goes on, Enter stores · the day as 12.12. or +14")
        if self._closed:
            hint = _("not public · {hint}", hint=hint)
        self._hint.setText(problem or hint)
        self._hint.recolour("warning" if problem else "muted")

    # --- giving it out

    def settle(self) -> None:
        """Gives out what was typed, because the line is left; a day that cannot be read stays in words."""
        if self.isHidden():
            return
        self._give(*self._draft())

    def _draft(self) -> tuple[str, str, str | None]:
        """Who, what and until when, in the words there are; a task that is emptied stays as it is."""
        who, what, until = (field.typed().strip() for field in self._fields)
        what = what or self._task.text
        due = self._due(until)
        if until and due is None:
            what = _WITH_DAY.format(what=what, until=until)
        return who if what else "", what or who, due

    def _tell(self) -> None:
        if not self._filling:
            who, what, due = self._draft()
            self.typed.emit(self._made(who, what, due) if what else None)

    def _name(self) -> None:
        """A short form or the beginning of a name becomes that name; offices and other words stay as they are."""
        text = self._fields[_WHO].typed().strip()
        if not text or text.casefold() in (office.casefold() for office in self._offices):
            return
        found = self._people.find(text) if " " not in text and not self._people.is_loose(text) else []
        one = self._people.named(text) or (found[0] if len(found) == 1 else None)
        if one is not None:
            self._fields[_WHO].set_text(one.name)
        elif len(found) > 1:
            self.said.emit(_("“{text}” may be several; it stays as it is typed", text=text))

    def _enter(self) -> None:
        self._name()
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
            self.entered.emit(self._made(who, what, due))
        else:
            self.left.emit()

    def _made(self, who: str, what: str, due: str | None) -> Task:
        return Task(text=hidden(what) if self._closed else what, assignee=who or None, due=due, done=self._task.done)

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
        if forward and place == _WHO:
            self._name()
        if forward and place == _UNTIL:
            self._enter()
        else:
            self._go(max(_WHO, place + (1 if forward else -1)))
        return True
