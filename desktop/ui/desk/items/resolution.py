"""The resolution of an item: its field at the foot of the desk, and the acts that bring in proposal and amendments."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtWidgets import QWidget

from desktop.models.book import Book
from desktop.models.rules import resolution as rules
from desktop.models.values import AgendaItem
from desktop.ui.bus import Bus
from desktop.ui.desk import writing
from desktop.ui.desk.items.results import offer_amended
from desktop.ui.richtext.richfield import RichField


class Taken(StrEnum):
    """What taking over the proposal came to."""

    PROPOSAL = "proposal"
    AMENDMENTS = "amendments"
    #: nothing yet: the resolution says something else, it would be replaced
    WOULD_REPLACE = "would_replace"
    #: there is no proposal
    NOTHING = "nothing"


class ResolutionField(RichField):
    """Writes the resolution. Once somebody writes in it, it is no longer decided as proposed."""

    def __init__(self, book: Book, bus: Bus, parent: QWidget | None = None) -> None:
        super().__init__(book, bus, parent)
        #: whether Tab means a short form or a hole; it leaves the field otherwise
        self.take_tab: Callable[[], bool] = lambda: False

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab expands a short form as in the stream; Qt asks here before it hands the key on."""
        return (forward and self.take_tab()) or super().focusNextPrevChild(forward)

    def _write(self) -> None:
        value = self._book.shelf.value(self._key) if self._key is not None else None
        if not isinstance(value, AgendaItem) or not value.resolution_as_proposed:
            super()._write()
            return
        self._shown = self.stored_text()
        with self._book.step("change.AgendaItem", field="resolution"):
            self._book.change(value.key, resolution=self._shown or None, resolution_as_proposed=None)


def is_changed(book: Book, item: AgendaItem) -> bool:
    """Whether the resolution of an item says something else than its paper proposes."""
    return rules.is_changed(item, writing.proposal(book, item.key))


def waits(book: Book, item: AgendaItem) -> bool:
    """Whether an accepted amendment is not in the resolution yet."""
    return bool(rules.pending(item, item.resolution or writing.proposal(book, item.key)))


def take_over(book: Book, item: AgendaItem, *, replace: bool = False) -> Taken:
    """The proposal becomes the resolution, with the amendments that were accepted.

    A resolution in words of its own is taken the place of only with ``replace``.
    """
    proposal = writing.proposal(book, item.key)
    if waits(book, item):
        work_in(book, item)
        return Taken.AMENDMENTS
    if not proposal:
        return Taken.NOTHING
    if item.resolution and rules.is_changed(item, proposal) and not replace:
        return Taken.WOULD_REPLACE
    with book.step("adopt_proposal"):
        book.change(item.key, resolution=proposal, resolution_as_proposed=True)
    return Taken.PROPOSAL


def work_in(book: Book, item: AgendaItem) -> None:
    """The wording of the accepted amendments comes behind the resolution, else behind the proposal."""
    text = rules.worked_in(item, writing.proposal(book, item.key))
    with book.step("resolution_amended"):
        book.change(item.key, resolution=text, resolution_as_proposed=None)
        offer_amended(book, item)
