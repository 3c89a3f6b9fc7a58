"""Who can take whose seat: read from the attendance list and from the memberships of the body. No widgets here."""

from datetime import datetime

from desktop.models.book import Book
from desktop.models.rules import convening
from desktop.models.rules.presence import Seat
from desktop.models.values import AttendanceGroup, Membership
from desktop.ui.desk.presence.attendance_acts import line_of, membership_of, seats_now
from desktop.ui.desk.voting.grid_book import organizations, people

_SEATS = (AttendanceGroup.CHAIR, AttendanceGroup.MEMBER)


def vacant(book: Book, now: datetime) -> list[str]:
    """The members who are away and whose seat nobody has taken, in the order of the list; keys of persons."""
    return [seat.person for seat in _vacant(book, now)]


def _vacant(book: Book, now: datetime) -> list[Seat]:
    seats = seats_now(book, now)
    taken = {seat.deputy_for for seat in seats if seat.here and seat.deputy_for}
    return [seat for seat in seats if seat.group in _SEATS and not seat.here and seat.person not in taken]


def seat_for(book: Book, person: str, now: datetime) -> str | None:
    """The seat that a deputy who comes would take: of the member they stand for, else the first of their faction."""
    membership = _deputyship(book, person)
    line = line_of(book, person)
    here = any(seat.here for seat in seats_now(book, now) if seat.person == person)
    if membership is None or here or (line is not None and line.deputy_for is not None):
        return None
    free = _vacant(book, now)
    named = [seat for seat in free if seat.person in membership.deputy_for]
    own = [seat for seat in free if seat.faction is not None and seat.faction == membership.on_behalf_of]
    return next((seat.person for seat in (*named, *own)), None)


def of(book: Book, person: str, now: datetime) -> list[str]:
    """The deputies who could sit in for a member who is away: those named for the member first, then the faction's."""
    seat = next((one for one in _vacant(book, now) if one.person == person), None)
    if seat is None:
        return []
    here = {one.person for one in seats_now(book, now) if one.here and one.deputy_for}
    ships = {key: ship for key in people(book) if key not in here and (ship := _deputyship(book, key)) is not None}
    named = [key for key, ship in ships.items() if person in ship.deputy_for]
    own = [key for key, ship in ships.items() if seat.faction is not None and ship.on_behalf_of == seat.faction]
    return list(dict.fromkeys((*named, *own)))


def other_factions(book: Book, person: str, member: str, now: datetime) -> tuple[str, str] | None:
    """The names of both factions, of the deputy's and of the member's, where they differ; None else or if one has none.

    Whoever sits in is of the same faction as a rule; nobody is kept from noting another.
    """
    membership, line = membership_of(book, person), line_of(book, person)
    own = (membership.on_behalf_of if membership else None) or (line.on_behalf_of if line else None)
    of_member = next((seat.faction for seat in seats_now(book, now) if seat.person == member), None)
    if own is None or of_member is None or own == of_member:
        return None
    names = {one.key: one.name for one in organizations(book)}
    return names.get(own, ""), names.get(of_member, "")


def _deputyship(book: Book, person: str) -> Membership | None:
    """A person's membership, if it is one of a deputy."""
    membership = membership_of(book, person)
    if membership is None or convening.group(membership) is not AttendanceGroup.DEPUTY:
        return None
    return membership
