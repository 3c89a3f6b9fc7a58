"""The kind of result (Beschlussart) of an item: its words, and how it follows from the votes. No Qt."""

from collections.abc import Iterator
from contextlib import contextmanager

from desktop.models.book import Book
from desktop.models.rules.motions import counting
from desktop.models.rules.results import suggested
from desktop.models.values import AgendaItem, Election, Organization, ResultClass, Vote
from desktop.ui import house
from desktop.ui.desk.elections.election_value import is_decided

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


def proposed(book: Book, item: str, *, elections: bool = True) -> ResultClass | None:
    """The kind of result that the elections and votes of an item suggest; None where they settle nothing.

    Without ``elections`` it is what the votes alone suggest.
    """
    value = book.shelf.value(item) if item in book.shelf else None
    if not isinstance(value, AgendaItem):
        return None
    others = (other for other in book.meeting.agenda if other.key != item and _votes_on(other, item))
    elsewhere = [vote for other in others for vote in counting(other.proceedings) if item in vote.on]
    lead = next(iter(book.meeting.organizations), None)
    body = book.shelf.value(lead) if lead is not None and lead in book.shelf else None
    advisory = isinstance(body, Organization) and bool(body.advisory)
    elected = elections and any(isinstance(entry, Election) and _has_winner(entry) for entry in value.proceedings)
    procedural = house.profile(book).procedural
    return suggested(value, procedural, advisory=advisory, elsewhere=elsewhere, elected=elected)


def _has_winner(election: Election) -> bool:
    return not election.prepared and election.accepts is not False and is_decided(election)


def _votes_on(other: AgendaItem, item: str) -> bool:
    return any(isinstance(entry, Vote) and item in entry.on for entry in other.proceedings)


@contextmanager
def following(book: Book, key: str) -> Iterator[None]:
    """An act that changes a vote, or what else an item holds: the items it was or is on take over what it suggests.

    Only where nothing stands yet, or what the votes suggested before; what somebody chose is never overwritten.
    """
    before = {item: proposed(book, item) for item in _items(book, key)}
    yield
    for item in {**before, **dict.fromkeys(_items(book, key))}:
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


def _items(book: Book, key: str) -> list[str]:
    """The items a vote is on: its own, and those of a block; an item by itself."""
    value = book.shelf.value(key)
    parent = book.shelf.records[key].parent or ""
    on = value.on if isinstance(value, Vote) else ()
    every = dict.fromkeys((key, parent, *on))
    return [one for one in every if one in book.shelf and book.shelf.records[one].table == "AgendaItem"]
