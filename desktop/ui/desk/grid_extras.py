"""What belongs to a vote besides its numbers: statements for the record, and the search for a member."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.models.book import Book
from desktop.ui import house
from desktop.ui.desk.grid_search import MemberSearch
from desktop.ui.desk.grid_sheet import Member
from desktop.ui.desk.grid_statements import Statements
from desktop.ui.desk.speakers import Directory, meeting_directory


class Extras(QObject):
    """Makes these widgets; the grid lays them out."""

    #: the keyboard goes back to the table
    back = Signal()
    #: a sentence typed into a line of the grid
    blindText = Signal(str)
    #: something is higher or lower
    resized = Signal()
    #: a member was looked for: key of the person
    found = Signal(str)

    def __init__(self, book: Book, key: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._book = book
        self._called: frozenset[str] = frozenset()
        self._directory: Directory | None = None
        self.search = MemberSearch(self._called_members, parent)
        self.statements = Statements(book, key, self.directory, parent)
        self.search.found.connect(self.found)
        self.search.closed.connect(self._closed)
        self.statements.closed.connect(self._closed)
        self.statements.resized.connect(self.resized)
        for line in (self.search, self.statements):
            line.blindText.connect(self.blindText)

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

    def refresh(self) -> None:
        """Shows what is stored."""
        self.statements.refresh()

    def _closed(self) -> None:
        self.resized.emit()
        self.back.emit()
