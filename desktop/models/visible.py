"""What remains of a session when something in it is hidden: stretches of the agenda, references, who still occurs."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby
from typing import Any, TypeVar

from desktop.models.exchange.plans import Property, inside, properties, references
from desktop.models.rules.presence import moment_of, treated, treated_items
from desktop.models.rules.publicity import entry_is_public
from desktop.models.rules.telling import SILENT
from desktop.models.values import (
    AgendaItem,
    Attendance,
    Chair,
    Entry,
    Event,
    EventType,
    Interval,
    ItemKind,
    Meeting,
    Motion,
    ResultClass,
    Row,
    SessionFile,
    Signature,
    Value,
    Vote,
)

V = TypeVar("V", bound=Value)

#: what is no text for people: in it marks and names mean nothing
_NOT_TEXT = frozenset({"id", "content", "sha512_checksum", "mime_type", "ags", "color", "profile"})
Stretch = TypeVar("Stretch", Chair, Signature, Interval)


def keys(value: Value) -> set[str]:
    """The keys of all rows in a value."""
    return {part.key for part in inside(value) if isinstance(part, Row)}


def occurring(*values: Value) -> set[str]:
    """The keys that values and all in them refer to."""
    return {key for value in values for part in inside(value) for key in references(part)}


def clipped(meeting: Meeting, hidden: Collection[str]) -> Meeting:
    """The meeting with all that lasts from item to item cut to the items that are not hidden.

    Who was in the chair or in the room for hidden items only is left out, as is who signs for nothing else: the bare
    removal of the hidden item would make a short presence one of the whole meeting.
    """
    order = treated(meeting)

    def cut(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
        cuts = (_cut(stretch, order, hidden) for stretch in stretches)
        return tuple(stretch for stretch in cuts if stretch is not None)

    attendance: list[Attendance] = []
    for line in meeting.attendance:
        intervals = cut(line.intervals)
        if intervals or not line.intervals:
            attendance.append(replace(line, intervals=intervals))
    return replace(
        meeting, chairs=cut(meeting.chairs), signatures=cut(meeting.signatures), attendance=tuple(attendance)
    )


@dataclass(frozen=True, slots=True)
class _Block:
    """Hidden items one behind the other, with the pauses around them; times are None where nothing limits them.

    Where ``is_sure``, what the clock tells is told of this block; else it could have been in a neighbour without times.
    """

    keys: tuple[str, ...]
    start: datetime | None
    end: datetime | None
    is_first: bool
    is_last: bool
    is_sure: bool

    def holds(self, item: str | None, at: datetime | None, *, coming: bool) -> bool:
        """Whether somebody came or went in it, as far as item or clock tell; in doubt they did."""
        if item in self.keys or at is None:
            return item in self.keys
        if item is not None and not self.is_sure:
            return False
        begun = self.start is None or self.start < at or (coming and self.start == at)
        return begun and (self.end is None or at < self.end or (not coming and at == self.end))


def without_hidden_times(meeting: Meeting, hidden: Collection[str]) -> Meeting:
    """The meeting without the times at which somebody came or went while hidden items were treated.

    In their place stands such an item, to be cut by ``clipped``; nothing where no other item is before the coming or
    behind the going, because then nobody missed any of the others. Where only the clock could mean it, because
    items have no times, a guest was there behind closed doors, and of a member nothing but the clock goes.
    """
    blocks = _blocks([one for one in treated_items(meeting) if one.result_class is not ResultClass.REMOVED], hidden)
    open_times = [
        (start, end)
        for item in meeting.agenda
        if item.key not in hidden and (start := moment_of(item.start)) and (end := moment_of(item.end))
    ]

    def block(item: str | None, stored: str | None, *, coming: bool) -> _Block | None:
        at = moment_of(stored)
        shown = any(at and start <= at <= end and at != (end if coming else start) for start, end in open_times)
        return next((one for one in blocks if one.holds(item, None if shown else at, coming=coming)), None)

    def quiet(interval: Interval, is_guest: bool) -> Interval:
        came = block(interval.from_item, interval.from_, coming=True)
        left = block(interval.until_item, interval.until, coming=False)
        if came is not None:
            missed = came is left or not came.is_first
            place = came.keys[0] if missed and (is_guest or came.is_sure or interval.from_item) else None
            interval = replace(interval, from_=None, from_item=_open(interval.from_item, hidden) or place)
        if left is not None:
            missed = left is came or not left.is_last
            place = left.keys[-1] if missed and (is_guest or left.is_sure or interval.until_item) else None
            interval = replace(interval, until=None, until_item=_open(interval.until_item, hidden) or place)
        return interval

    lines = (
        replace(line, intervals=tuple(quiet(one, line.group in SILENT) for one in line.intervals))
        for line in meeting.attendance
    )
    return replace(meeting, attendance=tuple(lines))


def _open(item: str | None, hidden: Collection[str]) -> str | None:
    return None if item in hidden else item


def _blocks(items: Iterable[AgendaItem], hidden: Collection[str]) -> list[_Block]:
    """The hidden blocks of a meeting; ``items`` as they were treated."""
    groups = [tuple(group) for _hidden, group in groupby(items, key=lambda item: item.key in hidden)]
    found = []
    for place, group in enumerate(groups):
        if group[0].key not in hidden:
            continue
        before, after = groups[:place][-1:], groups[place + 1 :][:1]
        starts = [item.start for item in group] + [one[-1].end for one in before]
        ends = [item.end for item in group] + [one[0].start for one in after]
        start = min(filter(None, map(moment_of, starts)), default=None) if before else None
        end = max(filter(None, map(moment_of, ends)), default=None) if after else None
        is_sure = start is not None or not before
        if start is None:  # not before what is known to have been before
            start = next(_times(item for one in reversed(groups[:place]) for item in reversed(one)), None)
        if moment_of(group[-1].end) is None and after and moment_of(after[0][0].start) is None:
            end = next(_times(item for one in groups[place + 1 :] for item in one), None)
        found.append(_Block(tuple(item.key for item in group), start, end, not before, not after, is_sure))
    return found


def _times(items: Iterable[AgendaItem]) -> Iterator[datetime]:
    """What is known of when items were treated."""
    return (at for item in items for stored in (item.start, item.end) if (at := moment_of(stored)))


def _cut(stretch: Stretch, order: Sequence[AgendaItem], hidden: Collection[str]) -> Stretch | None:
    begin, end = stretch.from_item, stretch.until_item
    if begin not in hidden and end not in hidden:
        return stretch
    place = {item.key: number for number, item in enumerate(order)}
    within = order[place.get(begin or "", 0) : place.get(end or "", len(order)) + 1]
    shown = [item.key for item in within if item.key not in hidden and item.kind is not ItemKind.DIVIDER]
    if not shown:
        return None
    return replace(
        stretch,
        from_item=shown[0] if begin in hidden else begin,
        until_item=shown[-1] if end in hidden else end,
    )


def without_hidden_recusals(item: AgendaItem) -> AgendaItem:
    """The item without recusals that only an entry tells of which is not public."""
    hidden = {
        entry.person
        for entry in item.proceedings
        if isinstance(entry, Event) and entry.event_type is EventType.RECUSAL and not entry_is_public(entry)
    }

    def without(entry: Entry) -> Entry:
        if not isinstance(entry, Vote):
            return entry
        return replace(entry, recused_persons=tuple(key for key in entry.recused_persons if key not in hidden))

    return replace(
        item,
        recusals=tuple(one for one in item.recusals if one.person not in hidden),
        proceedings=tuple(map(without, item.proceedings)),
    )


def without_private(value: V) -> V:
    """The value without what only the complete session file holds, anywhere in it: private fields, prepared entries."""
    changed: dict[str, Any] = {}
    for prop in properties(type(value)):
        old = getattr(value, prop.attribute)
        if old is None or old == () or not (prop.private or prop.nested):
            continue
        if prop.private:
            changed[prop.attribute] = None
        elif prop.many:
            kept = tuple(without_private(part) for part in old if not getattr(part, "prepared", None))
            if len(kept) != len(old) or any(new is not one for new, one in zip(kept, old, strict=True)):
                changed[prop.attribute] = kept
        elif (new := without_private(old)) is not old:
            changed[prop.attribute] = new
    return replace(value, **changed) if changed else value


def without_void_reason(value: V) -> V:
    """A vote without the reason why another was void, where that one is not to be seen."""
    return replace(value, void_reason=None) if isinstance(value, Vote) and value.voids is None else value


def without_result(value: V, void: Collection[str]) -> V:
    """A vote without what was announced, where its key is among those of void ones."""
    if not isinstance(value, Vote) or value.key not in void:
        return value
    return replace(value, accepted=None, verdict=None, unanimous=None)


def rebuilt(value: V, part: Callable[[Any], Any], text: Callable[[str], str]) -> V:
    """The value with ``text`` applied to every text in it and then, from the inside out, ``part`` to every value."""

    def new(prop: Property, old: Any) -> Any:
        if prop.nested:
            return rebuilt(old, part, text)
        if isinstance(old, Mapping):
            return {name: text(content) for name, content in old.items()}
        return text(old) if type(old) is str else old

    changed: dict[str, Any] = {}
    for prop in properties(type(value)):
        old = getattr(value, prop.attribute)
        if old is None or old == () or prop.targets or prop.attribute in _NOT_TEXT:
            continue
        changed[prop.attribute] = tuple(new(prop, one) for one in old) if prop.many else new(prop, old)
    found: V = part(replace(value, **changed))
    return found


def with_occurring(session: SessionFile) -> SessionFile:
    """The session with the persons and organizations that occur in its meeting and papers, and no others."""
    found = occurring(*session.meetings, *session.papers)
    persons = tuple(person for person in session.persons if person.key in found)
    for person in persons:
        for membership in person.memberships:
            found.update(filter(None, (membership.organization, membership.on_behalf_of)))
    organizations = tuple(one for one in session.organizations if one.key in found)
    return replace(session, persons=persons, organizations=organizations)


def pruned(session: SessionFile, hidden: Collection[str] = ()) -> SessionFile:
    """The session without references to what is not in it, or hidden; a value that cannot do without goes as well."""
    found = without_references(session, keys(session).difference(hidden))
    assert found is not None
    return found


def without_references(value: V, present: Collection[str]) -> V | None:
    """The value without references to what is not ``present``; None where it cannot do without."""
    changed: dict[str, Any] = {}
    for prop in properties(type(value)):
        if not prop.targets and not prop.nested:
            continue
        old = getattr(value, prop.attribute)
        parts = old if prop.many else () if old is None else (old,)
        if prop.targets:
            new = tuple(key for key in parts if key in present)
        else:
            new = tuple(part for part in (without_references(part, present) for part in parts) if part is not None)
        if all(before is after for before, after in zip(parts, new, strict=False)) and len(parts) == len(new):
            continue
        if prop.required and not prop.many:
            return None
        changed[prop.attribute] = new if prop.many else new[0] if new else None
    return _still_valid(replace(value, **changed)) if changed else value


def _still_valid(value: V) -> V:
    """A motion that only named a paper still needs a wording."""
    if isinstance(value, Motion) and value.text is None and value.title is None and value.paper is None:
        return replace(value, text="")
    return value
