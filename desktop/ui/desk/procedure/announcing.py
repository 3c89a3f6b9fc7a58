"""Bekanntgabe: which decisions of the non-public part are still to be announced (desk.md §6). No widgets here."""

from desktop.models.book import Book
from desktop.models.rules import publicity
from desktop.models.rules.treatment import is_off
from desktop.models.values import AgendaItem, Publicity, ResultClass


def due(book: Book) -> list[AgendaItem]:
    """The non-public items with a decision that nobody has announced; none in a meeting without a public."""
    meeting = book.meeting
    if meeting.publicity is Publicity.NONPUBLIC:
        return []
    hidden = (item for item in meeting.agenda if not publicity.item_is_public(meeting, item) and not is_off(item))
    return [item for item in hidden if is_decided(item) and not item.announcement]


def is_decided(item: AgendaItem) -> bool:
    """Whether something was decided in an item."""
    return bool(item.resolution or item.resolution_as_proposed) or item.result_class not in (None, ResultClass.NONE)
