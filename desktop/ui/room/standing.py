"""Which meeting the hall sees, and whether it may see it. No Qt.

The hall belongs to one meeting: the running one, before that the one with which it was opened. Another meeting that is
looked up is not for it. What was not public once does not come back by itself, e.g. by undo: only with an item that is
called, or by hand.
"""

from dataclasses import dataclass

from desktop.export.room import Phase
from desktop.models.book import Book
from desktop.models.history import REDO, UNDO
from desktop.models.journal import Changed
from desktop.ui.desk.procedure import course
from desktop.ui.room.excerpt import phase_of
from desktop.ui.room.typed import CALLED

#: with these undone, something may be public again
_PUBLICITY = frozenset({"public", "protected", "publicity", "prepared", "parent"})
_CLOSED = (Phase.CLOSED_ITEM, Phase.EXCLUDED)


def brings_back(changed: Changed) -> bool:
    """Whether undo may have made something public again."""
    return changed.action in (UNDO, REDO) and any(not _PUBLICITY.isdisjoint(one) for one in changed.fields.values())


@dataclass(slots=True)
class Standing:
    """Outlives the window of the desk. ``covered`` is by hand, ``withheld`` until somebody lets the hall see again."""

    covered: bool = False
    withheld: bool = False
    #: key of the hall's meeting, and whether it runs
    meeting: str = ""
    runs: bool = False

    def take(self, book: Book) -> None:
        """By hand: the open meeting is the hall's, unless another one goes on."""
        if not self.runs:
            self.meeting = book.meeting_key or ""

    def show(self, book: Book) -> None:
        """By hand: the hall sees again."""
        self.covered = self.withheld = False
        self.take(book)

    def follow(self, changed: Changed, book: Book) -> None:
        """An item that is called is for the hall."""
        if changed.action == CALLED and self.is_open(book):
            self.withheld = False

    def is_open(self, book: Book) -> bool:
        """Whether the open meeting is the hall's; one that runs becomes it where no other does."""
        key = book.meeting_key or ""
        runs = bool(key) and course.is_live(book)
        if key == self.meeting:
            self.runs = runs
        elif runs and not self.runs:
            self.meeting, self.runs, self.withheld = key, True, False
        return bool(key) and key == self.meeting

    def phase(self, book: Book) -> Phase:
        """Where the hall's meeting stands. In doubt nothing is to be seen."""
        if not self.is_open(book):
            return Phase.COVERED
        phase = phase_of(book)
        self.withheld = self.withheld or phase in _CLOSED
        held = self.withheld and phase in (Phase.RUNNING, Phase.BEFORE)
        return Phase.COVERED if self.covered or held else phase
