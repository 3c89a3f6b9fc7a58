"""The election that a form is open for: every part of the form reads it here and writes it here."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from desktop.clock import Clock
from desktop.models.book import Book
from desktop.models.rules import elections
from desktop.models.rules.elections import Result, Setting, Surplus
from desktop.models.values import Election, ElectionForm
from desktop.ui.desk.elections.election_book import election_of, law_of, setting, store, suggest_result
from desktop.ui.desk.elections.election_value import outcome
from desktop.ui.desk.names.speakers import Directory
from desktop.ui.desk.names.suggest import Suggestions


@dataclass(frozen=True, slots=True)
class Stop:
    """A field that the keyboard walks through. ``name`` finds it again when the form is made anew.

    ``on_empty``: what Enter does in the empty field, e.g. take the time of day.
    """

    name: str
    widget: QWidget
    on_empty: Callable[[], None] | None = None

    @property
    def text(self) -> str:
        """What stands in the field; of a list what is chosen."""
        if isinstance(self.widget, QLineEdit):
            return self.widget.text().strip()
        return self.widget.currentText() if isinstance(self.widget, QComboBox) else ""


@dataclass(frozen=True, slots=True)
class People:
    """Who can be named: persons, and with factions before them who can make a list; where the names are offered."""

    persons: Directory
    movers: Directory
    suggestions: Callable[[], Suggestions]

    def nominated(self, form: ElectionForm | None) -> Directory:
        """Who can be nominated: of lists factions first, else persons first, because the form may be chosen later."""
        if form is ElectionForm.LIST:
            return self.movers
        known = {speaker.key for speaker in self.persons.speakers}
        factions = (speaker for speaker in self.movers.speakers if speaker.key not in known)
        return Directory((*self.persons.speakers, *factions), self.movers.groups)


class Draft(QObject):
    """Reads and writes one election."""

    #: the form has written something
    written = Signal()
    #: text that was typed blindly
    blind = Signal(str)
    #: something short for the status line
    said = Signal(str)

    def __init__(self, book: Book, key: str, clock: Clock, people: People, parent: QObject) -> None:
        super().__init__(parent)
        self.book, self.key, self.clock, self.people = book, key, clock, people
        #: a change of the form's own is under way
        self.writing = False
        #: a number was changed since the form was opened
        self.touched = False
        self.law = law_of(book)

    @property
    def value(self) -> Election:
        """The election as it is stored."""
        return election_of(self.book, self.key)

    def change(self, *, typing: bool = False, **fields: Any) -> None:
        """Puts single fields of the election into the book."""
        self.put(replace(self.value, **fields), typing=typing)

    def put(self, election: Election, *, typing: bool = False) -> None:
        """Writes what the form has made of it; does nothing where it is gone, e.g. by undo."""
        if self.key not in self.book.shelf:
            return
        self.touched = self.touched or election.rounds != self.value.rounds
        self.writing = True
        store(self.book, election, typing=typing)
        self.writing = False
        self.written.emit()

    def decide(self, election: Election) -> bool:
        """Writes who is elected, with the item's Beschlussart, as one act. Whether the Beschlussart is new."""
        self.writing = True
        with self.book.step("change.Election"):
            store(self.book, election)
            suggested = suggest_result(self.book, election)
        self.writing = False
        self.written.emit()
        return suggested

    def setting(self, number: int) -> Setting:
        """What a round is held against."""
        return setting(self.book, self.value, number, self.clock.now())

    def outcome(self, number: int, *, with_lot: bool = True) -> Result:
        """What a round amounts to; without the lot: what it is drawn between."""
        election = self.value if with_lot else replace(self.value, lot=None)
        return outcome(self.law, election, number, self.setting(number))

    def surplus(self, number: int) -> Surplus:
        """Ballots of a round that do not add up."""
        return elections.surplus(self.value.rounds[number], self.setting(number))
