"""Sentences that name an item that is public no more: they have its number alone. No widgets here."""

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from desktop.models.book import Book
from desktop.models.rules import publicity
from desktop.models.values import AgendaItem, Entry
from desktop.ui.desk.procedure import agenda_words as words

#: fields of entries in which an item may be named
TEXTS = ("heading", "title", "subject", "text")


def hush(book: Book, old: AgendaItem, names: Iterable[str] = (), only: Collection[str] | None = None) -> None:
    """An item is public no more: sentences that name it, also as it was called before, have its number alone.

    ``names`` are titles it had besides those of now and of the invitation, ``only`` the entries that are looked at.
    """
    hushed = words.hushing(book, old, {*titles(book, old), *names})
    for entry in entries(book):
        if only is not None and entry.key not in only:
            continue
        fields: dict[str, Any] = {name: text for name in TEXTS if (text := getattr(entry, name, None))}
        changed: dict[str, Any] = {name: new for name, text in fields.items() if (new := hushed(text)) != text}
        if changed:
            book.change(entry.key, **changed)


def titles(book: Book, one: AgendaItem) -> frozenset[str]:
    """What an item is called, and was on the invitation."""
    invited = (line.name for line in book.meeting.invitation if line.item == one.key)
    return frozenset(filter(None, (one.name, *invited)))


def entries(book: Book, *, public: bool = False) -> Iterator[Entry]:
    """All entries; with ``public`` those of public items only."""
    meeting = book.meeting
    items = (one for one in meeting.agenda if not public or publicity.item_is_public(meeting, one))
    yield from (*meeting.opening, *(entry for one in items for entry in one.proceedings), *meeting.closing)
