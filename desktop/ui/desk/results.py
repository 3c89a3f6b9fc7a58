"""The kind of result (Beschlussart) of an item: its words, and how it follows from the votes. No Qt."""

from collections.abc import Iterator
from contextlib import contextmanager

from desktop.models.book import Book
from desktop.models.rules.motions import counting
from desktop.models.rules.results import suggested
from desktop.models.values import AgendaItem, Organization, ResultClass, Vote
from desktop.ui import house

#: what minutes say (domain, Beschlussarten), with the class it stands for; German whatever the window's language
RESULTS: tuple[tuple[str, ResultClass], ...] = (
    ("ungeändert beschlossen", ResultClass.ACCEPTED),
    ("geändert beschlossen", ResultClass.AMENDED),
    ("abgelehnt", ResultClass.REJECTED),
    ("vertagt", ResultClass.POSTPONED),
    ("zurückgestellt", ResultClass.POSTPONED),
    ("1. Lesung", ResultClass.POSTPONED),
    ("zur Kenntnis genommen", ResultClass.NOTED),
    ("verwiesen", ResultClass.REFERRED),
    ("zurückgezogen", ResultClass.WITHDRAWN),
    ("abgesetzt", ResultClass.REMOVED),
    ("gewählt", ResultClass.ELECTED),
    ("empfohlen", ResultClass.RECOMMENDED),
    ("(offen)", ResultClass.NONE),
)
CLASS_OF = dict(RESULTS)
#: the word for each class, the most usual one where there are several
WORD_OF = {kind: text for text, kind in reversed(RESULTS)}


def proposed(book: Book, item: str) -> ResultClass | None:
    """The kind of result that the votes on an item suggest; None where they settle nothing."""
    value = book.shelf.value(item) if item in book.shelf else None
    if not isinstance(value, AgendaItem):
        return None
    others = (other for other in book.meeting.agenda if other.key != item and _votes_on(other, item))
    elsewhere = [vote for other in others for vote in counting(other.proceedings) if item in vote.on]
    lead = next(iter(book.meeting.organizations), None)
    body = book.shelf.value(lead) if lead is not None and lead in book.shelf else None
    advisory = isinstance(body, Organization) and bool(body.advisory)
    return suggested(value, house.profile(book).procedural, advisory=advisory, elsewhere=elsewhere)


def _votes_on(other: AgendaItem, item: str) -> bool:
    return any(isinstance(entry, Vote) and item in entry.on for entry in other.proceedings)


@contextmanager
def following(book: Book, vote: str) -> Iterator[None]:
    """An act that changes a vote: the items it was or is on take over what it suggests.

    Only where nothing stands yet, or what the votes suggested before; what somebody chose is never overwritten.
    """
    before = {item: proposed(book, item) for item in _items(book, vote)}
    yield
    for item in {**before, **dict.fromkeys(_items(book, vote))}:
        _follow(book, item, before.get(item))


def offer_amended(book: Book, item: AgendaItem) -> None:
    """Before the vote on a resolution that an amendment was worked into: »geändert beschlossen«, if nothing stands."""
    if item.result is None and item.result_class is None:
        book.change(item.key, result=WORD_OF[ResultClass.AMENDED], result_class=ResultClass.AMENDED)


def _follow(book: Book, item: str, before: ResultClass | None) -> None:
    value = book.shelf.value(item)
    assert isinstance(value, AgendaItem)
    stored, now = (value.result, value.result_class), proposed(book, item)
    ours = before or (ResultClass.AMENDED if now is ResultClass.REJECTED else None)
    free = (None, None) if ours is None else (WORD_OF[ours], ours)
    if now is not before and stored in ((None, None), free):
        book.change(item, result=None if now is None else WORD_OF[now], result_class=now)


def _items(book: Book, vote: str) -> list[str]:
    """The items a vote is on: its own, and those of a block."""
    value = book.shelf.value(vote)
    parent = book.shelf.records[vote].parent or ""
    on = value.on if isinstance(value, Vote) else ()
    keys = dict.fromkeys((parent, *on))
    return [key for key in keys if key in book.shelf and book.shelf.records[key].table == "AgendaItem"]
