"""Whether the public was excluded at a place of the minutes: what is written there is not public (desk.md §1)."""

from desktop.models.book import Book
from desktop.models.rules import happened
from desktop.models.rules.presence import treated
from desktop.models.values import AgendaItem, ItemStage, Publicity


def public_of_new(book: Book, item: str, index: int | None = None) -> bool | None:
    """What ``public`` of an entry is that is added there; None: it is as public as its item."""
    return False if _is_public(book, item) and excluded_at(book, item, index) else None


def excluded_at(book: Book, item: str, index: int | None = None) -> bool:
    """Whether the public is out before the entry with this index, by default at the end of the item.

    The order of treatment decides, so that an earlier item can be mended later. For the item that runs the last event
    counts, too: items are called out of order.
    """
    meeting = book.meeting
    excluded, at_place = happened.is_excluded(happened.entry_events(meeting.opening)), False
    for one in treated(meeting):
        if one.key == item and index is not None:
            at_place = happened.is_excluded(happened.entry_events(one.proceedings[:index]), excluded)
        excluded = happened.is_excluded(happened.entry_events(one.proceedings), excluded)
        if one.key == item and (index is None or index >= len(one.proceedings)):
            at_place = excluded or (one.stage is ItemStage.RUNNING and happened.is_excluded(happened.events(meeting)))
    return at_place


def is_public_now(book: Book, item: str) -> bool:
    """Whether who is first named in an item now may be on the attendance list, as far as the public reads that."""
    value = book.shelf.value(item)
    if not isinstance(value, AgendaItem) or book.meeting.publicity is Publicity.NONPUBLIC:
        return True
    return shown_as_public(book, value)


def shown_as_public(book: Book, item: AgendaItem) -> bool:
    """Whether what is written at the end of an item now is public; frame and badge say so."""
    return _is_public(book, item.key) and not excluded_at(book, item.key)


def _is_public(book: Book, item: str) -> bool:
    value = book.shelf.value(item)
    return isinstance(value, AgendaItem) and bool(value.public) and book.meeting.publicity is not Publicity.NONPUBLIC
