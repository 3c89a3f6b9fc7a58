"""What remains of a session when something in it is hidden: stretches of the agenda, references, who still occurs."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from desktop.models.exchange.plans import Property, inside, properties, references
from desktop.models.rules.presence import treated
from desktop.models.values import (
    AgendaItem,
    Attendance,
    Chair,
    Interval,
    ItemKind,
    Meeting,
    Motion,
    Row,
    SessionFile,
    Signature,
    Value,
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
    found = _prune(session, keys(session).difference(hidden))
    assert found is not None
    return found


def _prune(value: V, present: set[str]) -> V | None:
    changed: dict[str, Any] = {}
    for prop in properties(type(value)):
        if not prop.targets and not prop.nested:
            continue
        old = getattr(value, prop.attribute)
        parts = old if prop.many else () if old is None else (old,)
        if prop.targets:
            new = tuple(key for key in parts if key in present)
        else:
            new = tuple(part for part in (_prune(part, present) for part in parts) if part is not None)
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
