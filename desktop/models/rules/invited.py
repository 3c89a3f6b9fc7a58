"""The agenda of the invitation and the agenda as it stands, line by line."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from desktop.models.values import AgendaItem, InvitationItem, Meeting, ResultClass


class Difference(StrEnum):
    """What became of a line of the invitation."""

    NEW = "new"
    GONE = "gone"  # no longer there at all
    REMOVED = "removed"  # taken off; the item stays, marked
    RENUMBERED = "renumbered"
    RENAMED = "renamed"
    PUBLICITY = "publicity"
    MOVED = "moved"  # stands elsewhere on the agenda
    TREATED = "treated"  # brought forward or put back


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the comparison; one of the two is None where the other is new or gone. No difference: the same."""

    invited: InvitationItem | None
    item: AgendaItem | None
    differences: tuple[Difference, ...]


def invitation_of(agenda: Sequence[AgendaItem]) -> tuple[InvitationItem, ...]:
    """The agenda as it is sent out: every line with its number."""
    return tuple(InvitationItem(item=one.key, number=one.number, name=one.name, public=one.public) for one in agenda)


def compare(meeting: Meeting) -> tuple[Line, ...]:
    """Both agendas in the order of today; what is gone stands behind the line it followed on the invitation."""
    items = meeting.agenda
    places = _places(meeting.invitation, items)
    known = frozenset(places)
    kept = _longest_rise([place for place in places if place is not None])
    lines = []
    for item, place in zip(items, places, strict=True):
        line = meeting.invitation[place] if place is not None else None
        lines.append((place, Line(line, item, _differences(line, item, moved=place is not None and place not in kept))))
    for place, line in enumerate(meeting.invitation):
        if place not in known:
            behind = next((n + 1 for n, (one, _line) in enumerate(lines) if place and one == place - 1), 0)
            lines.insert(behind, (place, Line(line, None, (Difference.GONE,))))
    return tuple(line for _place, line in lines)


def _places(invitation: Sequence[InvitationItem], items: Sequence[AgendaItem]) -> list[int | None]:
    """Which line of the invitation each item was: by key, else by number and part, else by name."""
    same: tuple[Callable[[InvitationItem, AgendaItem], bool], ...] = (
        lambda line, item: line.item == item.key,
        lambda line, item: not line.item and bool(line.number) and (line.number, line.public) == _numbered(item),
        lambda line, item: not line.item and line.name == item.name,
    )
    found: dict[str, int] = {}
    taken: set[int] = set()
    for is_same in same:
        for item in (item for item in items if item.key not in found):
            free = (n for n, line in enumerate(invitation) if n not in taken and is_same(line, item))
            place = next(free, None)
            if place is not None:
                found[item.key] = place
                taken.add(place)
    return [found.get(item.key) for item in items]


def _numbered(item: AgendaItem) -> tuple[str | None, bool]:
    return item.number, item.public


def _longest_rise(places: Sequence[int]) -> frozenset[int]:
    """The most places that follow one another in order: these stayed, the others were moved."""
    ends: list[int] = []
    chains: list[tuple[int, ...]] = []
    for place in places:
        length = bisect_left(ends, place)
        chain = (*(chains[length - 1] if length else ()), place)
        ends[length:] = [place, *ends[length + 1 :]]
        chains[length:] = [chain, *chains[length + 1 :]]
    return frozenset(chains[-1] if chains else ())


def _differences(line: InvitationItem | None, item: AgendaItem, *, moved: bool) -> tuple[Difference, ...]:
    told = (
        (Difference.NEW, line is None),
        (Difference.REMOVED, item.result_class is ResultClass.REMOVED),
        (Difference.PUBLICITY, line is not None and line.public != item.public),
        (Difference.RENUMBERED, line is not None and line.number != item.number),
        (Difference.RENAMED, line is not None and line.name != item.name),
        (Difference.MOVED, moved),
        (Difference.TREATED, item.treated_order is not None),
    )
    return tuple(difference for difference, is_so in told if is_so)
