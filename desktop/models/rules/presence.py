"""Presence as a timeline: who is in the room at a moment, who may vote.

Status first (present, excused, …), then intervals: without any, a present person is there the whole meeting. Clock
times decide where both the interval and the moment have one, items otherwise; somebody who comes or goes during an
item is there for it as far as items can tell.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from desktop.models.rules.convening import is_current
from desktop.models.values import (
    AgendaItem,
    Attendance,
    AttendanceGroup,
    AttendanceStatus,
    Interval,
    ItemKind,
    Meeting,
    Membership,
    Organization,
    OrganizationType,
    Person,
)

#: who votes where nothing else is said
_VOTING_GROUPS = frozenset({AttendanceGroup.CHAIR, AttendanceGroup.MEMBER, AttendanceGroup.DEPUTY})


@dataclass(frozen=True, slots=True)
class Moment:
    """A point of a meeting: by the clock, by the item that is treated (its key), or both."""

    at: datetime | None = None
    item: str | None = None


@dataclass(frozen=True, slots=True)
class Seat:
    """One line of the attendance list at a moment; ``attendance`` is its key.

    ``votes``: has the right to vote, were they here. A deputy whose member is here has none.
    """

    attendance: str
    person: str
    faction: str | None
    group: AttendanceGroup | None
    deputy_for: str | None
    votes: bool
    here: bool
    recused: bool

    @property
    def entitled(self) -> bool:
        """Present and entitled to vote at the moment."""
        return self.here and self.votes and not self.recused

    @property
    def is_deputy(self) -> bool:
        """Whether the person has no seat of the own but that of a member, if any."""
        return self.group is AttendanceGroup.DEPUTY or self.deputy_for is not None


@dataclass(frozen=True, slots=True)
class HeadCount:
    """How many of a faction, or of those without one, are present and entitled.

    Exactly one of ``organization`` and ``person`` is set. ``members`` are the seats, deputies not counted.
    """

    organization: str | None
    person: str | None
    entitled: int
    members: int


def treated(meeting: Meeting) -> tuple[AgendaItem, ...]:
    """The agenda as it was treated; a divider stands before the next item that was not moved."""
    dividers: dict[str, list[AgendaItem]] = {}
    waiting: list[AgendaItem] = []
    for line in meeting.agenda:
        if line.kind is ItemKind.DIVIDER:
            waiting.append(line)
        elif line.treated_order is None:
            dividers[line.key], waiting = waiting, []
    items = treated_items(meeting)
    return (*(one for item in items for one in (*dividers.get(item.key, ()), item)), *waiting)


def treated_items(meeting: Meeting) -> tuple[AgendaItem, ...]:
    """The items in the order in which they were treated, without the dividers.

    One with ``treated_order`` is the item of that number, counted from 1; the others keep the order of the agenda.
    """
    items = [line for line in meeting.agenda if line.kind is not ItemKind.DIVIDER]
    sequence = [item for item in items if item.treated_order is None]
    moved = [(item.treated_order, item) for item in items if item.treated_order is not None]
    for order, item in sorted(moved, key=lambda one: one[0]):
        sequence.insert(max(0, order - 1), item)
    return tuple(sequence)


def places(meeting: Meeting) -> dict[str, int]:
    """When each item was treated: its place in the course of the meeting, by key, counted from 1 with the dividers."""
    return {line.key: place for place, line in enumerate(treated(meeting), start=1)}


def at_end(meeting: Meeting) -> Moment:
    """The last moment of a meeting that has ended: just before its end, in the item treated last.

    Just before, because in files of other programs everybody leaves at the end itself.
    """
    order = places(meeting)
    end = moment_of(meeting.end)
    return Moment(end - timedelta(seconds=1) if end else None, max(order, key=order.__getitem__, default=None))


def is_here(attendance: Attendance, moment: Moment, order: Mapping[str, int]) -> bool:
    """Whether a person is in the room; ``order`` as ``places`` gives it."""
    if attendance.status is not AttendanceStatus.PRESENT:
        return False
    return not attendance.intervals or any(_covers(interval, moment, order) for interval in attendance.intervals)


def _covers(interval: Interval, moment: Moment, order: Mapping[str, int]) -> bool:
    now = order.get(moment.item or "")
    came, left = moment_of(interval.from_), moment_of(interval.until)
    first, last = order.get(interval.from_item or ""), order.get(interval.until_item or "")
    if came is not None and moment.at is not None:
        begun = came <= moment.at
    else:
        begun = first is None or now is None or first <= now
    if left is not None and moment.at is not None:
        return begun and moment.at < left
    return begun and (last is None or now is None or now <= last)


def moment_of(stored: str | None) -> datetime | None:
    """A stored time; None where it is missing or has no offset, because it can then not be compared."""
    try:
        moment = datetime.fromisoformat(stored or "")
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None


def arrival(at: str | None, item: str | None) -> Interval:
    """The interval that somebody's coming begins; to be added to those there are."""
    return Interval(from_=at, from_item=item)


def departure(attendance: Attendance, at: str | None, item: str | None) -> Interval:
    """The interval that somebody's going ends: the last one that is open, with its key, or a new one.

    Without any the person was there from the beginning on; where all have ended, the last one ends at another time.
    """
    if not attendance.intervals:
        return Interval(until=at, until_item=item)
    still = [one for one in attendance.intervals if one.until is None and one.until_item is None]
    return replace((still or attendance.intervals)[-1], until=at, until_item=item)


def seats(
    meeting: Meeting, persons: Mapping[str, Person], organizations: Iterable[Organization], moment: Moment
) -> tuple[Seat, ...]:
    """The attendance list at a moment, in its order.

    ``persons`` by key; ``organizations`` are the factions and, for the statutory number, the bodies that meet.
    """
    known = tuple(organizations)
    order = places(meeting)
    recused = _recused(meeting.agenda, moment.item)
    factions = frozenset(one.key for one in known if one.organization_type is OrganizationType.FRAKTION)
    listed = [
        _seat(meeting, line, persons.get(line.person), factions, is_here(line, moment, order), recused)
        for line in meeting.attendance
    ]
    bodies = [one.voting_member_count for one in known if one.key in meeting.organizations]
    statutory = None if not bodies or None in bodies else sum(number or 0 for number in bodies)
    named = [line.voting_right is True for line in meeting.attendance]
    return _each_seat_once(listed, named, _holders(listed, statutory))


def without_recusals(listed: Iterable[Seat]) -> tuple[Seat, ...]:
    """The seats as they are where a recusal keeps nobody from voting."""
    return tuple(replace(seat, recused=False) for seat in listed)


def _seat(
    meeting: Meeting,
    line: Attendance,
    person: Person | None,
    factions: frozenset[str],
    here: bool,
    recused: frozenset[str],
) -> Seat:
    memberships = [one for one in person.memberships if is_current(one, meeting.start[:10])] if person else []
    seat = next((one for one in memberships if one.organization in meeting.organizations), None)
    faction = line.on_behalf_of or (seat.on_behalf_of if seat else None)
    if faction is None:
        faction = next((one.organization for one in memberships if one.organization in factions), None)
    votes = _has_vote(line, seat)
    return Seat(line.key, line.person, faction, line.group, line.deputy_for, votes, here, line.person in recused)


def _holders(listed: Sequence[Seat], statutory: int | None) -> frozenset[str]:
    """Whose seat a deputy can have: members with a vote, and who is not in the list while the body has more seats."""
    members = {seat.person for seat in listed if seat.votes and not seat.is_deputy}
    known = {seat.person for seat in listed}
    standing = (seat.deputy_for for seat in listed if seat.here and seat.votes)
    others = list(dict.fromkeys(one for one in standing if one is not None and one not in known))
    room = len(others) if statutory is None else max(0, statutory - len(members))
    return frozenset([*members, *others[:room]])


def _each_seat_once(listed: Sequence[Seat], named: Sequence[bool], holders: Collection[str]) -> tuple[Seat, ...]:
    """Takes the vote from deputies without a free seat and from whoever is listed a second time.

    A deputy has the seat of the member they stand for (one of ``holders``) while that member is away, the first of
    several deputies; one who stands for nobody by name has a seat of the own faction that is free, or the vote that
    the list gives (``named``). A recused member is there, so nobody takes the seat.
    """
    here = {seat.person for seat in listed if seat.here}
    voting: set[str] = set()
    taken: set[str] = set()
    found = list(listed)
    for rank in (_RANK_MEMBER, _RANK_DEPUTY, _RANK_UNNAMED):
        for place, seat in enumerate(listed):
            if not seat.votes or _rank(seat) != rank:
                continue
            holder = _free_seat(seat, listed, taken) if rank == _RANK_UNNAMED else seat.deputy_for
            free = holder in holders and holder not in here and holder not in taken
            allowed = rank == _RANK_MEMBER or free or (rank == _RANK_UNNAMED and named[place])
            found[place] = replace(seat, votes=allowed and seat.person not in voting)
            if found[place].votes and seat.here:
                voting.add(seat.person)
                if rank != _RANK_MEMBER and holder is not None:
                    taken.add(holder)
    return tuple(found)


_RANK_MEMBER, _RANK_DEPUTY, _RANK_UNNAMED = range(3)


def _rank(seat: Seat) -> int:
    """Members have their seats first, then deputies who stand for somebody by name."""
    if not seat.is_deputy:
        return _RANK_MEMBER
    return _RANK_UNNAMED if seat.deputy_for is None else _RANK_DEPUTY


def _free_seat(deputy: Seat, listed: Iterable[Seat], taken: set[str]) -> str | None:
    """A member of the deputy's faction who is away and whose seat nobody has; of any, where the deputy has none."""
    away = (seat for seat in listed if seat.votes and not seat.here and not seat.is_deputy)
    return next(
        (seat.person for seat in away if seat.person not in taken and deputy.faction in (None, seat.faction)), None
    )


def _has_vote(line: Attendance, seat: Membership | None) -> bool:
    """As written in the list, else in the membership, else by group."""
    if line.voting_right is not None:
        return line.voting_right
    if line.group is not None and line.group not in _VOTING_GROUPS:
        return False
    if seat is not None and seat.voting_right is not None:
        return seat.voting_right
    return line.group is not None or seat is not None


def _recused(agenda: Sequence[AgendaItem], item: str | None) -> frozenset[str]:
    return frozenset(recusal.person for line in agenda if line.key == item for recusal in line.recusals)


def head_counts(seats: Sequence[Seat], factions: Sequence[Organization]) -> tuple[HeadCount, ...]:
    """Those present and entitled: factions by their order, then single members in the order of the list.

    Factions without any seat in the list are left out; a faction that ``factions`` does not know counts person by
    person, because nothing could name it.
    """
    known = [faction.key for faction in sorted(factions, key=lambda one: (one.order is None, one.order or 0))]
    voting = [seat for seat in seats if seat.votes]
    counts = [_count(voting, faction) for faction in known if any(seat.faction == faction for seat in voting)]
    single = [seat for seat in voting if seat.faction not in known]
    return (
        *counts,
        *(HeadCount(None, seat.person, int(seat.entitled), int(not seat.is_deputy)) for seat in single),
    )


def _count(voting: Iterable[Seat], faction: str) -> HeadCount:
    own = [seat for seat in voting if seat.faction == faction]
    entitled = {seat.person for seat in own if seat.entitled}
    members = {seat.person for seat in own if not seat.is_deputy}
    return HeadCount(faction, None, len(entitled), len(members))
