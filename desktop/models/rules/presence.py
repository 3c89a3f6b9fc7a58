"""Presence as a timeline: who is in the room at a moment, who may vote, whether there is a quorum.

Status first (present, excused, …), then intervals: without any, a present person is there the whole meeting. Clock
times decide where both the interval and the moment have one, items otherwise; somebody who comes or goes during an
item is there for it as far as items can tell.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from desktop.models.values import (
    AgendaItem,
    Attendance,
    AttendanceGroup,
    AttendanceStatus,
    Interval,
    Meeting,
    Membership,
    Organization,
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


@dataclass(frozen=True, slots=True)
class HeadCount:
    """How many of a faction, or of those without one, are present and entitled.

    Exactly one of ``organization`` and ``person`` is set. ``members`` are the seats, deputies not counted.
    """

    organization: str | None
    person: str | None
    entitled: int
    members: int


@dataclass(frozen=True, slots=True)
class Quorum:
    """Whether enough are there. ``statutory`` is the number it is reckoned from, ``needed`` the least that will do."""

    entitled: int
    statutory: int
    needed: int

    @property
    def met(self) -> bool:
        """Whether the body can decide."""
        return self.statutory > 0 and self.entitled >= self.needed


def places(meeting: Meeting) -> dict[str, int]:
    """When each item was treated: its place in the course of the meeting, by key, counted from 1."""
    return {line.key: line.treated_order or number for number, line in enumerate(meeting.agenda, start=1)}


def at_end(meeting: Meeting) -> Moment:
    """The last moment of a meeting that has ended: just before its end, in the item treated last.

    Just before, because in files of other programs everybody leaves at the end itself.
    """
    order = places(meeting)
    end = _time(meeting.end)
    return Moment(end - timedelta(seconds=1) if end else None, max(order, key=order.__getitem__, default=None))


def is_here(attendance: Attendance, moment: Moment, order: Mapping[str, int]) -> bool:
    """Whether a person is in the room; ``order`` as ``places`` gives it."""
    if attendance.status is not AttendanceStatus.PRESENT:
        return False
    return not attendance.intervals or any(_covers(interval, moment, order) for interval in attendance.intervals)


def _covers(interval: Interval, moment: Moment, order: Mapping[str, int]) -> bool:
    now = order.get(moment.item or "")
    came, left = _time(interval.from_), _time(interval.until)
    first, last = order.get(interval.from_item or ""), order.get(interval.until_item or "")
    if came is not None and moment.at is not None:
        begun = came <= moment.at
    else:
        begun = first is None or now is None or first <= now
    if left is not None and moment.at is not None:
        return begun and moment.at < left
    return begun and (last is None or now is None or now <= last)


def _time(stored: str | None) -> datetime | None:
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
    """The interval that somebody's going ends: the last one with its key, or a new one from the beginning on."""
    last = attendance.intervals[-1] if attendance.intervals else Interval()
    return replace(last, until=at, until_item=item)


def seats(
    meeting: Meeting, persons: Mapping[str, Person], factions: Iterable[Organization], moment: Moment
) -> tuple[Seat, ...]:
    """The attendance list at a moment, in its order. ``persons`` by key."""
    order = places(meeting)
    here = {line.person for line in meeting.attendance if is_here(line, moment, order)}
    recused = _recused(meeting.agenda, moment.item)
    groups = frozenset(faction.key for faction in factions)
    return tuple(_seat(meeting, line, persons.get(line.person), groups, here, recused) for line in meeting.attendance)


def _seat(
    meeting: Meeting,
    line: Attendance,
    person: Person | None,
    factions: frozenset[str],
    here: set[str],
    recused: frozenset[str],
) -> Seat:
    memberships = _on_day(person, meeting.start[:10])
    seat = next((one for one in memberships if one.organization in meeting.organizations), None)
    faction = line.on_behalf_of or (seat.on_behalf_of if seat else None)
    if faction is None:
        faction = next((one.organization for one in memberships if one.organization in factions), None)
    votes = _has_vote(line, seat) and (line.deputy_for is None or line.deputy_for not in here)
    return Seat(
        line.key,
        line.person,
        faction,
        line.group,
        line.deputy_for,
        votes,
        line.person in here,
        line.person in recused,
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


def _on_day(person: Person | None, day: str) -> list[Membership]:
    """The memberships that are valid on a day, YYYY-MM-DD."""
    found = person.memberships if person else ()
    return [one for one in found if (one.start_date or day) <= day <= (one.end_date or day)]


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
        *(HeadCount(None, seat.person, int(seat.entitled), int(not _is_deputy(seat))) for seat in single),
    )


def _count(voting: Iterable[Seat], faction: str) -> HeadCount:
    own = [seat for seat in voting if seat.faction == faction]
    entitled = {seat.person for seat in own if seat.entitled}
    members = {seat.person for seat in own if not _is_deputy(seat)}
    return HeadCount(faction, None, len(entitled), len(members))


def _is_deputy(seat: Seat) -> bool:
    return seat.group is AttendanceGroup.DEPUTY or seat.deputy_for is not None


def quorum(seats: Sequence[Seat], statutory: int | None) -> Quorum:
    """More than half of the statutory number, of which the recused are taken off (§ 38 GO SH).

    Where the statutory number is unknown, the seats in the list stand for it.
    """
    entitled = {seat.person for seat in seats if seat.entitled}
    recused = {seat.person for seat in seats if seat.here and seat.votes and seat.recused}
    members = {seat.person for seat in seats if seat.votes and not _is_deputy(seat)}
    base = max(0, (len(members) if statutory is None else statutory) - len(recused))
    return Quorum(len(entitled), base, base // 2 + 1)
