"""F8: what can be done to the meeting as a whole, what is due first; Enter does it now."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from desktop.clock import Clock
from desktop.models.book import Book
from desktop.text import format_time
from desktop.text import marked as N_
from desktop.text import ui_text as _
from desktop.ui.desk import course
from desktop.ui.desk.course import Act

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


class Procedure(QMenu):
    """A list at the caret; the first line is what is due and is chosen already."""

    #: done: the key of the item it was noted in is the running one's, else the shown one's
    done = Signal(object)

    def __init__(self, book: Book, clock: Clock, parent: QWidget) -> None:
        super().__init__(parent)
        self._book, self._clock = book, clock
        self.setAccessibleName(_("Procedure"))

    def offer(self, at: QPoint, shown: str | None) -> None:
        """Opens the list at a point of the screen; ``shown`` is the item in front."""
        self.clear()
        time = format_time(self._clock.now(), "HH:mm")
        for act in course.due(self._book):
            action = self.addAction(_(_WORDS[act], time=time))
            action.triggered.connect(lambda _on=False, act=act: self._do(act, shown))
        self.popup(at)
        self.setActiveAction(self.actions()[0])

    def _do(self, act: Act, shown: str | None) -> None:
        course.perform(self._book, act, shown, self._clock.now())
        self.done.emit(act)
