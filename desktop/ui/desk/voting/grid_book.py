"""The vote grid and the book: who takes part in a vote, what the numbers amount to, and how they are written. No Qt."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime

from desktop.clock import parse_moment
from desktop.export.names import address, roll_name
from desktop.models.book import Book
from desktop.models.profiles import AttendanceOrder
from desktop.models.rules import presence
from desktop.models.rules.presence import Moment, Seat
from desktop.models.shelf import ROSTER
from desktop.models.values import (
    AgendaItem,
    Ballot,
    FactionRow,
    ItemStage,
    Organization,
    OrganizationType,
    Person,
    Row,
    Vote,
)
from desktop.text import ui_text as _
from desktop.ui import house
from desktop.ui.desk.names.speakers import folded
from desktop.ui.desk.voting.grid_rollcall import is_alphabetical
from desktop.ui.desk.voting.grid_sheet import Line, Member, numbered
from desktop.ui.desk.voting.voteflow import settling

#: the fields of a vote that the grid writes, besides its rows
WRITTEN = (
    "method",
    "majority",
    "statutory",
    "present",
    "recused",
    "yes",
    "no",
    "abstentions",
    "invalid",
    "not_voting",
    "accepted",
    "verdict",
    "rest",
    "unanimous",
    "recused_persons",
)


@dataclass(frozen=True, slots=True)
class Floor:
    """Who takes part in a vote. ``statutory`` is the legal number, ``recused`` are the keys of those who may not."""

    lines: tuple[Line, ...]
    members: tuple[Member, ...]
    statutory: int | None
    recused: tuple[str, ...]


def item_of(book: Book, key: str) -> AgendaItem | None:
    """The item a row stands in; None in the opening or closing of a meeting."""
    parent = book.shelf.records[key].parent or ""
    value = book.shelf.value(parent)
    return value if isinstance(value, AgendaItem) else None


def people(book: Book) -> dict[str, Person]:
    """All persons at hand, by key."""
    return {row.key: row for row in _all(book, "Person") if isinstance(row, Person)}


def organizations(book: Book) -> list[Organization]:
    """All organizations at hand: bodies and factions."""
    return [row for row in _all(book, "Organization") if isinstance(row, Organization)]


def factions(book: Book) -> list[Organization]:
    """All factions at hand, in the order of vote tables."""
    found = [row for row in organizations(book) if row.organization_type is OrganizationType.FRAKTION]
    return sorted(found, key=lambda row: (row.order is None, row.order or 0))


def _all(book: Book, table: str) -> Iterable[Row]:
    body = book.shelf.records[book.meeting.key].parent
    slot = {"Person": "persons", "Organization": "organizations"}[table]
    return (book.shelf.value(key) for key in book.shelf.children(body, slot))


def floor(book: Book, key: str, now: datetime) -> Floor:
    """Who takes part in a vote, by the presence list at its time; without a list, the factions of the meeting."""
    vote, meeting, item = book.shelf.value(key), book.meeting, item_of(book, key)
    assert isinstance(vote, Vote)
    groups, persons = factions(book), people(book)
    seats = presence.seats(meeting, persons, organizations(book), _moment(vote, item, now))
    names = {group.key: group.short_name or group.name for group in groups}
    counts = presence.head_counts(seats, groups)
    if any(count.organization for count in counts):
        lines = tuple(
            Line(_name(names, persons, count), count.organization, count.person, count.entitled) for count in counts
        )
    else:
        single = tuple(Line(_name(names, persons, one), person=one.person, present=one.entitled) for one in counts)
        lines = (*(Line(names[group.key], group.key) for group in _of_meeting(book, groups)), *single)
    return Floor(
        lines,
        tuple(_members(seats, vote, lines, persons)),
        _statutory(book, vote),
        tuple(seat.person for seat in seats if seat.recused and seat.votes),
    )


def _moment(vote: Vote, item: AgendaItem | None, now: datetime) -> Moment:
    """When the vote was: as noted, now in the running item, else at the end of its item."""
    at = parse_moment(vote.at) if vote.at else None
    if at is None and item is not None:
        stored = item.end or item.start
        at = now if item.stage is ItemStage.RUNNING else parse_moment(stored) if stored else None
    return Moment(at, item.key if item else None)


def _name(names: Mapping[str, str], persons: Mapping[str, Person], count: presence.HeadCount) -> str:
    if count.organization is not None:
        return names[count.organization]
    person = persons.get(count.person or "")
    return address(person, ()) if person else ""


def _of_meeting(book: Book, groups: Sequence[Organization]) -> Sequence[Organization]:
    """The factions that came with the meeting; where none did, all of the body."""
    roster = {book.shelf.records[entry].data["member"] for entry in book.shelf.children(book.meeting.key, ROSTER)}
    return [group for group in groups if group.key in roster] or groups


def _members(
    seats: Iterable[Seat], vote: Vote, lines: Sequence[Line], persons: Mapping[str, Person]
) -> Iterable[Member]:
    """Those entitled, and those who have voted by name all the same, e.g. as absent."""
    rows = {line.organization or line.person: row for row, line in enumerate(lines, start=1)}
    voted = {ballot.person for ballot in vote.ballots}
    called: set[str] = set()
    for seat in seats:
        row = rows.get(seat.faction) or rows.get(seat.person)
        if row is not None and (seat.entitled or seat.person in voted) and seat.person not in called:
            called.add(seat.person)
            person = persons.get(seat.person, Person())
            sort = " ".join(filter(None, (person.family_name, person.affix, person.given_name, person.function)))
            yield Member(seat.person, roll_name(person), row, folded(sort), len(called))


def calls_by_alphabet(book: Book, vote: Vote, members: Sequence[Member]) -> bool:
    """Whether a roll call goes by the alphabet: as this vote did, else as the last one of the meeting that tells.

    Where none does, as the house lists its members.
    """
    entries = (entry for item in book.meeting.agenda for entry in item.proceedings)
    earlier = [entry for entry in entries if isinstance(entry, Vote) and entry.ballots and entry.key != vote.key]
    for one in (vote, *reversed(earlier)):
        found = is_alphabetical(members, [ballot.person for ballot in one.ballots])
        if found is not None:
            return found
    return house.profile(book).minutes.attendance_order is AttendanceOrder.NAME


def _statutory(book: Book, vote: Vote) -> int | None:
    lead = vote.organization or next(iter(book.meeting.organizations), None)
    value = book.shelf.value(lead) if lead is not None and lead in book.shelf else None
    return value.voting_member_count if isinstance(value, Organization) else None


def with_floor(vote: Vote, floor: Floor) -> Vote:
    """The vote with what the law asks to be known of it: the statutory number, and who took no part for bias."""
    return replace(
        vote,
        statutory=floor.statutory if vote.statutory is None else vote.statutory,
        recused=len(floor.recused) or vote.recused,
        recused_persons=floor.recused or vote.recused_persons,
    )


def recused_words(book: Book, floor: Floor) -> str:
    """Who takes no part for bias; empty where nobody does."""
    known = people(book)
    names = ", ".join(roll_name(known[key]) for key in floor.recused if key in known)
    return _("recused: {names}", names=names) if names else ""


# --- writing


def store(book: Book, vote: Vote) -> bool:
    """Writes what the grid says about a vote, as one act; only what differs. Returns whether anything did."""
    old = book.shelf.value(vote.key)
    assert isinstance(old, Vote)
    changed = {name: getattr(vote, name) for name in WRITTEN if getattr(vote, name) != getattr(old, name)}
    same = (_plain(old.by_faction), _plain(old.ballots)) == (_plain(vote.by_faction), _plain(vote.ballots))
    if same and not changed:
        return False
    with settling(book, vote.key):
        book.change(vote.key, **changed)
        _store_rows(book, vote.key, "by_faction", old.by_faction, vote.by_faction)
        _store_rows(book, vote.key, "ballots", old.ballots, vote.ballots)
    return True


def _place(row: FactionRow | Ballot) -> tuple[str | None, ...]:
    """What a row is about, which tells it apart from its neighbours."""
    if isinstance(row, Ballot):
        return (row.person,)
    return (row.organization, row.person, row.label if not (row.organization or row.person) else None)


def _plain(rows: Iterable[FactionRow | Ballot]) -> list[FactionRow | Ballot]:
    return [replace(row, key="") for row in rows]


def _store_rows(
    book: Book, key: str, slot: str, old: Sequence[FactionRow | Ballot], new: Sequence[FactionRow | Ballot]
) -> None:
    known = dict(zip(numbered(map(_place, old)), (row.key for row in old), strict=True))
    places = numbered(map(_place, new))
    for gone in set(known) - set(places):
        book.remove(known[gone])
    for index, (place, row) in enumerate(zip(places, new, strict=True)):
        _put(book, key, slot, index, row, known.get(place))


def _put(book: Book, parent: str, slot: str, index: int, row: FactionRow | Ballot, key: str | None) -> None:
    """Sets the row of a list at its place."""
    if key is None:
        book.add(replace(row, key=""), parent, slot, index)
        return
    names = [one.name for one in fields(row) if one.name not in ("key", "label")]
    book.change(key, **{name: getattr(row, name) for name in names})
    if book.shelf.children(parent, slot).index(key) != index:
        book.move(key, index)
