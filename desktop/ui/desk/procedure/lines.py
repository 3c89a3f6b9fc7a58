"""The lines that come over the text for a moment: F8, and a new item while the meeting is on."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.clock import Clock
from desktop.models.book import Book
from desktop.models.values import AgendaItem
from desktop.text import ui_text as _
from desktop.ui.commands.shortcuts import label
from desktop.ui.desk.items.agenda import Agenda
from desktop.ui.desk.items.agenda_rows import place_words
from desktop.ui.desk.items.invitation import Comparison
from desktop.ui.desk.items.newitem import NewItem
from desktop.ui.desk.names.speakers import Directory
from desktop.ui.desk.procedure import agenda_live, agenda_words, course
from desktop.ui.desk.procedure.agenda_live import VoteOffer
from desktop.ui.desk.procedure.course import Act
from desktop.ui.desk.procedure.procedure import Procedure


class CourseLines(QWidget):
    """One per desk; empty and without height until a key opens one of them."""

    #: done or left: the keyboard goes back to the text
    finished = Signal()
    #: something short for the status line
    said = Signal(str)
    #: text that was typed blindly; it belongs to the ready line
    blindText = Signal(str)
    #: a vote goes with what was done: VoteOffer
    voteOffered = Signal(object)
    #: the key of an item to show
    itemWanted = Signal(str)

    def __init__(
        self, book: Book, clock: Clock, agenda: Agenda, directory: Callable[[], Directory], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._book, self._clock = book, clock
        self._comparison: Comparison | None = None
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
        self.procedure.blindText.connect(self.blindText)
        self.new_item.blindText.connect(self.blindText)

    def close_all(self) -> None:
        """Nothing is asked any more."""
        self.procedure.hide()
        if not self.new_item.give_up():
            self.new_item.hide()

    def tell_place(self, item: AgendaItem | None) -> None:
        """Says where an item is treated, where that is not its place: nobody is to be taken by surprise."""
        if item is not None and item.treated_order is not None:
            number = agenda_words.number_of(item) or item.name
            self.said.emit(f"{number}: {', '.join(place_words(self._book, item))}")

    def invite(self) -> None:
        """The agenda is sent out: it is kept as it stands, and what comes later can be compared with it."""
        if course.was_opened(self._book):
            self.said.emit(_("The meeting was opened; the agenda of the invitation stays as it is."))
            return
        course.perform(self._book, Act.INVITE, None, self._clock.now())
        self.said.emit(_("The agenda is kept as the invitation. New items are supplements from now on."))

    def compare(self) -> None:
        """The invitation beside the agenda of today."""
        if not self._book.meeting.invitation:
            self.said.emit(_("There is no invitation to compare with yet · “The invitation was sent” keeps one"))
            return
        if self._comparison is None:
            self._comparison = Comparison(self._book, self)
            self._comparison.wanted.connect(self.itemWanted)
        self._comparison.open_meeting()

    def _add(self, after: str, title: str, reason: str) -> None:
        agenda_live.add(self._book, after or None, title, reason, self._clock.now(), self._offer)
        self.finished.emit()

    def _offer(self, offer: VoteOffer) -> None:
        self.procedure.votes.append(offer)
        self.voteOffered.emit(offer)
        key = label("vote")
        self.said.emit(_("{key} takes the vote: {subject}", key=key, subject=offer.subject))
