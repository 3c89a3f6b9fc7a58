"""F8: what can be done to the meeting as a whole, what is due first; Enter does it now, digits set another time."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from desktop.clock import Clock
from desktop.models.book import Book
from desktop.text import format_time
from desktop.text import marked as N_
from desktop.text import ui_text as _
from desktop.ui.desk.presence import attendance_input as typed
from desktop.ui.desk.presence import chairing
from desktop.ui.desk.procedure import course, second_call
from desktop.ui.desk.procedure.course import Act
from desktop.ui.desk.stream.speakers import Directory

_WORDS = {
    Act.OPEN: N_("Open the meeting – {time}"),
    Act.QUORUM: N_("State the quorum – {time}"),
    Act.PAUSE: N_("Begin a pause – {time}"),
    Act.RESUME: N_("Go on after the pause – {time}"),
    Act.EXCLUDE: N_("Exclude the public – {time}"),
    Act.EXCLUDE_STAY: N_("Exclude the public, guests and press stay – {time}"),
    Act.RESTORE: N_("Restore the public – {time}"),
    Act.CLOSE: N_("Close the meeting – {time}"),
    Act.REOPEN: N_("Reopen the meeting – {time}"),
}
_EXCLUDE_ALL = N_("Exclude the public, guests and press leave – {time}")
_SECOND_CALL = N_("State the quorum after a second call – {time}")
_DIGITS = 4


def _timed(words: str, time: str) -> str:
    return _(words, time=time)


class Procedure(QMenu):
    """A list at the caret; the first line is what is due and is chosen already."""

    #: done: the key of the item it was noted in is the running one's, else the shown one's
    done = Signal(object)

    def __init__(self, book: Book, clock: Clock, directory: Callable[[], Directory], parent: QWidget) -> None:
        """``directory`` gives the names of all who can take the chair."""
        super().__init__(parent)
        self._book, self._clock, self._directory = book, clock, directory
        self._digits = ""
        self._texts: list[tuple[QAction, Callable[[str], str]]] = []
        self.setAccessibleName(_("Procedure"))

    def offer(self, at: QPoint, shown: str | None) -> None:
        """Opens the list at a point of the screen; ``shown`` is the item in front."""
        self.clear()
        self._digits, self._texts = "", []
        now = self._clock.now()
        due = chairing.is_due(self._book, now)
        people = chairing.candidates(self._book, now) if course.running_item(self._book) is not None else []
        if due and people:
            self._add_chair(self, people[0])
        acts = course.due(self._book)
        for act in acts:
            words = _EXCLUDE_ALL if act is Act.EXCLUDE and Act.EXCLUDE_STAY in acts else _WORDS[act]
            action = self._add(self, partial(_timed, words))
            action.triggered.connect(lambda _on=False, act=act: self._do(act, shown))
            if act is Act.QUORUM and second_call.second_call(self._book, now) is not None:
                again = self._add(self, partial(_timed, _SECOND_CALL))
                again.triggered.connect(lambda: self._state_second_call(shown))
        if people and not course.state(self._book).closed:
            menu = self.addMenu(_("The chair changes"))
            for person in people:
                self._add_chair(menu, person)
        self._hint = self.addAction("")
        self._hint.setEnabled(False)
        self._show_times()
        self.popup(at)
        self.setActiveAction(self.actions()[0])

    def _add(self, menu: QMenu, words: Callable[[str], str]) -> QAction:
        action = menu.addAction("")
        self._texts.append((action, words))
        return action

    def _add_chair(self, menu: QMenu, person: str) -> None:
        speaker = self._directory().by_key(person)
        name = speaker.label if speaker is not None else "?"
        action = self._add(menu, lambda time: _("{name} takes the chair – {time}", name=name, time=time))
        action.triggered.connect(lambda: self._change_chair(person))

    # --- another time

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits are a time, Backspace takes one back; letters do nothing, so that blind typing does no harm."""
        text = event.text()
        if text.isdigit() and len(self._digits) < _DIGITS:
            self._digits += text
        elif event.key() == Qt.Key.Key_Backspace:
            self._digits = self._digits[:-1]
        elif not text.strip() or not text.isprintable():
            super().keyPressEvent(event)
            return
        self._show_times()

    def _at(self) -> datetime:
        return typed.moment(typed.read_time(self._digits), self._clock.now())

    def _show_times(self) -> None:
        time = format_time(self._at(), "HH:mm")
        for action, words in self._texts:
            action.setText(words(time).replace("&", "&&"))
        asked = _("Digits: another time, e.g. 1842")
        self._hint.setText(_("Time: {digits}", digits=self._digits) if self._digits else asked)

    # --- acting

    def _change_chair(self, person: str) -> None:
        chairing.take(self._book, person, self._at())
        self.done.emit(None)

    def _state_second_call(self, shown: str | None) -> None:
        second_call.state(self._book, shown, self._at())
        self.done.emit(None)

    def _do(self, act: Act, shown: str | None) -> None:
        course.perform(self._book, act, shown, self._at())
        self.done.emit(act)
