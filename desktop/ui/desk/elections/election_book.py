"""An election and the book: how it is begun, what it is held against, how it is written. No Qt.

What the acts make of its value is in ``election_value``; ``store`` writes it.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from desktop.clock import BERLIN, parse_moment
from desktop.export.names import address, bare_name
from desktop.models.book import Book
from desktop.models.rules import presence
from desktop.models.rules.elections import Setting
from desktop.models.rules.presence import Moment
from desktop.models.rules.results import is_resolved
from desktop.models.values import (
    AgendaItem,
    Election,
    ElectionForm,
    ElectionMethod,
    ElectionRound,
    ItemStage,
    Organization,
    Person,
    ResultClass,
)
from desktop.models.values.law import ElectionLaw
from desktop.ui import house
from desktop.ui.desk import writing
from desktop.ui.desk.elections.election_value import is_decided, places_of
from desktop.ui.desk.items.results import WORD_OF, following, proposed
from desktop.ui.desk.voting.grid_book import item_of, organizations, people

_FIELDS = ("office", "method", "rounds", "lot", "elected", "accepts", "text", "form", "seat_method")


# --- the book


def election_of(book: Book, key: str) -> Election:
    """An election as it is stored."""
    value = book.shelf.value(key)
    assert isinstance(value, Election)
    return value


def law_of(book: Book) -> ElectionLaw:
    """What the law of the Land says about elections."""
    return house.law(book).elections


def add_election(book: Book, item: str, index: int | None, at: str) -> str:
    """A new election, in secret where the law wants it so; by name of persons.

    What votes before it have suggested as the item's Beschlussart goes: they were on how to elect, not on the item.
    """
    method = ElectionMethod.SECRET if law_of(book).secret else ElectionMethod.OPEN
    election = Election(method=method, form=ElectionForm.PERSON, rounds=(ElectionRound(),), at=at)
    election = replace(election, prepared=writing.is_prepared(book))
    with book.step("add.Election"), following(book, item):
        return writing.add_entry(book, election, item, index)


def open_election(book: Book, item: str) -> str | None:
    """The newest election of an item that nobody has won yet."""
    held = [value for key in writing.entries(book, item) if isinstance(value := book.shelf.value(key), Election)]
    unfinished = [one for one in held if not one.prepared and not is_decided(one)]
    return unfinished[-1].key if unfinished else None


def store(book: Book, election: Election, *, typing: bool = False) -> None:
    """Writes what differs, as one act; key presses into one field are one act together."""
    old = election_of(book, election.key)
    changed = {name: getattr(election, name) for name in _FIELDS if getattr(election, name) != getattr(old, name)}
    if changed:
        book.change(election.key, typing=typing, **changed)


def proposed_office(book: Book, key: str) -> str:
    """What an item that is an election is called: the office, until another is written."""
    item = item_of(book, key)
    return item.name if item is not None and "wahl" in item.name.casefold() else ""


def name_of(book: Book, key: str) -> str:
    """A person as the ballot names them; empty where the key is nobody's."""
    value = book.shelf.value(key) if key in book.shelf else None
    if not isinstance(value, Person):
        return ""
    return bare_name(value) if value.given_name else address(value, ())


def chair_of(book: Book) -> str:
    """Who is in the chair, as the ballot would name them; empty where nobody is noted."""
    return name_of(book, book.meeting.chairs[-1].person) if book.meeting.chairs else ""


def suggest_result(book: Book, election: Election) -> bool:
    """The item's Beschlussart where it has none, or that of a vote: elected. With nobody who accepts it is taken back.
    Whether it is new.

    To be called inside the step of the act it belongs to.
    """
    item = item_of(book, election.key)
    if item is None or election.prepared:
        return False
    suggested = (WORD_OF[ResultClass.ELECTED], ResultClass.ELECTED)
    stands = (item.result or None, item.result_class)
    by_votes = proposed(book, item.key, elections=False)
    if is_resolved(item, by_votes):
        return False
    voted = (WORD_OF[by_votes] if by_votes else None, by_votes)
    if election.accepts is False and stands == suggested:
        book.change(item.key, result=None, result_class=None)
    elif election.accepts is not False and is_decided(election) and stands in ((None, None), voted):
        book.change(item.key, result=suggested[0], result_class=suggested[1])
        return True
    return False


# --- what it is held against


def setting(book: Book, election: Election, number: int, now: datetime) -> Setting:
    """Places, statutory number and those present and entitled when the round was held.

    Where the law lets the recused take part in elections they are entitled, too (§ 38 ThürKO).
    """
    lead = next(iter(book.meeting.organizations), None)
    body = book.shelf.value(lead) if lead is not None and lead in book.shelf else None
    statutory = body.voting_member_count if isinstance(body, Organization) else None
    moment = _moment(election, election.rounds[number], item_of(book, election.key), now)
    there = presence.seats(book.meeting, people(book), organizations(book), moment)
    if house.law(book).recusal.elections_exempt:
        there = presence.without_recusals(there)
    present = len({seat.person for seat in there if seat.entitled}) if there else None
    return Setting(places_of(election), statutory, present)


def moment_of(book: Book, typed: datetime, now: datetime) -> datetime | None:
    """The moment of the meeting that a time of day means, after midnight on the next day; None outside the meeting.

    Before the meeting has begun every time is taken as it is.
    """
    meeting = book.meeting
    begins = [at for one in (meeting.start, meeting.scheduled_start) if (at := parse_moment(one or "")) is not None]
    begun = min(begins, default=now).astimezone(BERLIN).replace(second=0, microsecond=0)
    if not begins or now < begun:
        return typed
    longest = begun + timedelta(days=1)
    last = (parse_moment(meeting.end) if meeting.end else None) or min(now, longest)
    at = datetime(begun.year, begun.month, begun.day, typed.hour, typed.minute, tzinfo=BERLIN)
    at = at if at >= begun else at + timedelta(days=1)
    return at if at <= last else None


def _moment(election: Election, held: ElectionRound, item: AgendaItem | None, now: datetime) -> Moment:
    """When the round was: as noted, now while it is held in the running item, else when it was taken down."""
    held_now = item is not None and item.stage is ItemStage.RUNNING and not is_decided(election)
    stored = held.at or (None if held_now else election.at)
    return Moment(parse_moment(stored) if stored else now, item.key if item else None)
