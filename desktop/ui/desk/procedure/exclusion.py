"""Whether the public was excluded at a place of the minutes: what is written there is not public (desk.md §1)."""

from desktop.models.book import Book
from desktop.models.values import AgendaItem, Event, EventType, ItemStage, Publicity

_KINDS = (EventType.PUBLIC_EXCLUDED, EventType.PUBLIC_RESTORED)


def public_of_new(book: Book, item: str, index: int | None = None) -> bool | None:
    """What ``public`` of an entry is that is added there; None: it is as public as its item."""
    return False if _is_public(book, item) and excluded_at(book, item, index) else None


def excluded_at(book: Book, item: str, index: int | None = None) -> bool:
    """Whether the public is out before the entry with this index, by default at the end of the item.

    The order of the minutes decides, so that an earlier item can be mended later. For the item that runs the last event
    counts, too: items are called out of order.
    """
    excluded = at_place = False
    for one in book.meeting.agenda:
        for place, entry in enumerate(one.proceedings):
            if one.key == item and place == index:
                at_place = excluded
            if isinstance(entry, Event) and entry.event_type in _KINDS:
                excluded = entry.event_type is EventType.PUBLIC_EXCLUDED
        if one.key == item and (index is None or index >= len(one.proceedings)):
            at_place = excluded or (one.stage is ItemStage.RUNNING and _at_last(book))
    return at_place


def shown_as_public(book: Book, item: AgendaItem) -> bool:
    """Whether what is written at the end of an item now is public; frame and badge say so."""
    return _is_public(book, item.key) and not excluded_at(book, item.key)


def _at_last(book: Book) -> bool:
    events = [entry for item in book.meeting.agenda for entry in item.proceedings if isinstance(entry, Event)]
    kinds = [event.event_type for event in events if event.event_type in _KINDS]
    return kinds[-1:] == [EventType.PUBLIC_EXCLUDED]


def _is_public(book: Book, item: str) -> bool:
    value = book.shelf.value(item)
    return isinstance(value, AgendaItem) and bool(value.public) and book.meeting.publicity is not Publicity.NONPUBLIC
