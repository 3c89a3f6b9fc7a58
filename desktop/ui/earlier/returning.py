"""Bringing a piece back without the titles of items that are not public now. No widgets here."""

from desktop.models import pieces
from desktop.models.book import Book
from desktop.models.past import Past
from desktop.models.pieces import Brought, Piece
from desktop.models.rules import publicity
from desktop.models.values import AgendaItem
from desktop.ui.desk.items import agenda_acts
from desktop.ui.desk.procedure.hushing import entries, hush


def bring_back(book: Book, past: Past, what: Piece, at: str, *, whole: bool = False) -> Brought:
    """See ``pieces.bring_back``; sentences that came back name an item that is not public now by its number alone.

    Of an item that went back into the non-public part all public sentences do, and its papers are hidden.
    """
    before = {entry.key: entry for entry in entries(book)}
    closed = {item.key for item in _closed(book)}

    def finish() -> None:
        public = {entry.key: entry for entry in entries(book, public=True) if publicity.entry_is_public(entry)}
        back = {key for key, entry in public.items() if before.get(key) != entry}
        fresh = [item.key for item in _closed(book) if item.key not in closed]
        for item in _closed(book):
            then = past.shelf.value(item.key) if item.key in past.shelf else item
            names = {*past.titles(item.key), getattr(then, "name", "")} - {""}
            hush(book, item, names, public.keys() if item.key in fresh else back)
        agenda_acts.hide_papers(book, fresh)

    return pieces.bring_back(book, past, what, at, whole=whole, finish=finish)


def _closed(book: Book) -> list[AgendaItem]:
    return [item for item in book.meeting.agenda if not item.public]
