"""The lines that come over the text for a moment: F8, and a new item while the meeting is on."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.clock import Clock
from desktop.models.book import Book
from desktop.text import ui_text as _
from desktop.ui.actions import BY_ID, key_label
from desktop.ui.desk.items.agenda import Agenda
from desktop.ui.desk.items.newitem import NewItem
from desktop.ui.desk.procedure import agenda_live
from desktop.ui.desk.procedure.agenda_live import VoteOffer
from desktop.ui.desk.procedure.procedure import Procedure
from desktop.ui.desk.stream.speakers import Directory


class CourseLines(QWidget):
    """One per desk; empty and without height until a key opens one of them."""

    #: done or left: the keyboard goes back to the text
    finished = Signal()
    #: something short for the status line
    said = Signal(str)
    #: a vote goes with what was done: VoteOffer
    voteOffered = Signal(object)

    def __init__(
        self, book: Book, clock: Clock, agenda: Agenda, directory: Callable[[], Directory], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._book, self._clock = book, clock
        self.procedure = Procedure(book, clock, directory, self)
        self.new_item = NewItem(book, self)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        for line in (self.procedure, self.new_item):
            rows.addWidget(line)
            line.left.connect(self.finished)
        agenda.newWanted.connect(self.new_item.open)
        agenda.voteOffered.connect(self._offer)
        self.new_item.confirmed.connect(self._add)

    def close_all(self) -> None:
        """Nothing is asked any more."""
        self.procedure.hide()
        self.new_item.hide()

    def _add(self, after: str, title: str, reason: str) -> None:
        agenda_live.add(self._book, after or None, title, reason, self._clock.now(), self._offer)
        self.finished.emit()

    def _offer(self, offer: VoteOffer) -> None:
        self.voteOffered.emit(offer)
        key = key_label(BY_ID["vote"].keys[0])
        self.said.emit(_("{key} takes the vote: {subject}", key=key, subject=offer.subject))
