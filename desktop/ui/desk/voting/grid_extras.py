"""What belongs to a vote besides its numbers: details, variants, statements for the record, search for a member."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.book import Book
from desktop.models.values import Vote
from desktop.ui import house
from desktop.ui.bus import Bus
from desktop.ui.desk.names.speakers import Directory, meeting_directory
from desktop.ui.desk.voting.grid_search import MemberSearch
from desktop.ui.desk.voting.grid_sheet import Member
from desktop.ui.desk.voting.grid_statements import Statements
from desktop.ui.desk.voting.vote_details import VoteDetails
from desktop.ui.desk.voting.vote_variants import VoteVariants


class Extras(QObject):
    """Makes these widgets; the grid lays them out. Details are made when they are asked for first."""

    #: the vote between variants is done, or left as open
    finished = Signal()
    #: the keyboard goes back to the table
    back = Signal()
    #: a sentence typed into a line of the grid
    blindText = Signal(str)
    #: something is higher or lower
    resized = Signal()
    #: a member was looked for: key of the person
    found = Signal(str)

    def __init__(self, book: Book, bus: Bus, key: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._book, self._bus, self._key = book, bus, key
        self._called: frozenset[str] = frozenset()
        self._directory: Directory | None = None
        self.details = QWidget(parent)
        self.details.hide()
        self._fields: VoteDetails | None = None
        #: Tab goes from it into the details, while they are shown
        self.entrance: QWidget | None = None
        vote = book.shelf.value(key)
        #: of a vote that chooses between variants, they stand in place of the table
        self.variants = VoteVariants(book, bus, key, parent) if isinstance(vote, Vote) and vote.options else None
        self.search = MemberSearch(self._called_members, parent)
        self.statements = Statements(book, key, self.directory, parent)
        self.search.found.connect(self.found)
        self.search.closed.connect(self._closed)
        self.statements.closed.connect(self._closed)
        self.statements.resized.connect(self.resized)
        for line in (self.search, self.statements):
            line.blindText.connect(self.blindText)

        if self.variants is not None:
            self.variants.finished.connect(self.finished)
            self.variants.blindText.connect(self.blindText)
            self.variants.resized.connect(self.resized)

    def directory(self) -> Directory:
        """Everybody who can be named."""
        if self._directory is None:
            articles = house.profile(self._book).names.articles
            self._directory = meeting_directory(self._book.shelf, self._book.meeting, articles)
        return self._directory

    def _called_members(self) -> Directory:
        everybody = self.directory()
        return Directory((one for one in everybody.speakers if one.key in self._called), everybody.groups)

    def note(self) -> None:
        """F9: what a member wants noted about the own vote."""
        self.statements.open()

    def find(self, called: Iterable[Member]) -> None:
        """Looks for one of those who are called; nothing where nobody is."""
        self._called = frozenset(one.person for one in called)
        if self._called:
            self.search.open()
            self.resized.emit()

    def toggle_details(self) -> None:
        """Alt+Enter: opens the rarer details with the keyboard in them, or closes them."""
        if not self.details.isHidden():
            self._close_details()
            return
        if self._fields is None:
            rows = QVBoxLayout(self.details)
            rows.setContentsMargins(0, 0, 0, 0)
            self._fields = VoteDetails(self._book, self._bus, self._key, self.details)
            self._fields.finished.connect(self._close_details)
            self._fields.blindText.connect(self.blindText)
            rows.addWidget(self._fields)
            if self.entrance is not None:
                for before, after in pairwise((self.entrance, *self._fields.order)):
                    QWidget.setTabOrder(before, after)
        self.details.show()
        self.resized.emit()
        self._fields.setFocus()

    def _close_details(self) -> None:
        self.details.hide()
        self._closed()

    def refresh(self) -> None:
        """Shows what is stored."""
        self.statements.refresh()

    def _closed(self) -> None:
        self.resized.emit()
        self.back.emit()
