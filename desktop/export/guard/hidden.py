"""What of a session nobody may read: a second opinion, by rules of its own and not by those of the edition.

The edition takes out what is not public; whether it does is checked here. So this says as simply as possible what is
hidden, and shares no rule with it: a mistake there is not repeated here. Where in doubt something counts as hidden.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from desktop.export.guard.places import Place
from desktop.models.exchange.plans import properties, references
from desktop.models.rules.telling import entries
from desktop.models.values import (
    AgendaItem,
    Consultation,
    Correction,
    Event,
    EventType,
    File,
    InvitationItem,
    Meeting,
    Objection,
    Organization,
    Paper,
    Person,
    Publicity,
    Recusal,
    SessionFile,
    Value,
    Vote,
)

#: what is public of a thing that is not
_STAYS = {AgendaItem: {"announcement", "number"}, Meeting: {"number", "start"}, Person: {"public_name"}}
#: no words, but what a file of the session may tell by
_MARKS = frozenset({"content", "sha512_checksum"})
_NOTHING = frozenset({"mime_type", "ags", "color", "profile"})
_DATE = re.compile(r"\d{4}-\d\d-\d\d.*")
_MARK = re.compile(r"(?<!\\)(\\++)⟦|⟦|¦|⟧")


@dataclass(frozen=True, slots=True)
class Said:
    """A text of a session. ``fixed``: a checksum or a date, which nobody could have put together."""

    text: str
    place: Place
    hidden: bool
    fixed: bool


def everything_said(session: SessionFile) -> Iterator[Said]:
    """All texts of a session; passages that are marked as not public each for itself."""
    yield from _Walk(session).walk(session, Place(), False)


class _Walk:
    def __init__(self, session: SessionFile) -> None:
        #: keys of the items and entries that are not public
        self._closed = set(session.elsewhere.hidden)
        for meeting in session.meetings:
            shut = meeting.publicity is Publicity.NONPUBLIC
            self._closed.update(item.key for item in meeting.agenda if shut or not item.public)
            self._closed.update(entry.key for entry in entries(meeting) if _is_closed(entry))
        self._seen = {key for one in (*session.meetings, *session.papers) for key in self._named(one)}
        for person in session.persons:
            if person.key in self._seen:
                self._seen.update(key for membership in person.memberships for key in references(membership))

    def walk(self, value: Value, place: Place, hidden: bool) -> Iterator[Said]:
        place = place.within(value)
        hidden = hidden or self.is_hidden(value)
        stays = _STAYS.get(type(value), set())
        out = self._recused_there(value)
        for prop in properties(type(value)):
            content = getattr(value, prop.attribute)
            if content is None or content == () or prop.targets or prop.attribute in _NOTHING:
                continue
            here = replace(place, field=prop.attribute)
            secret = prop.private or (hidden and prop.attribute not in stays)
            secret = secret or (prop.attribute == "void_reason" and not self._closed.isdisjoint(references(value)))
            for one in content if prop.many else (content,):
                if isinstance(one, Value):
                    yield from self.walk(one, place, hidden or (isinstance(one, Recusal) and one.person in out))
                elif type(one) is str:
                    yield from _said(one, here, secret)
                elif prop.attribute == "labels":
                    yield from (said for text in one.values() for said in _said(text, here, secret))

    def is_hidden(self, value: Value) -> bool:
        """Whether nobody may see a value, wherever it stands."""
        match value:
            case Meeting():
                return value.publicity is Publicity.NONPUBLIC
            case Person():
                return bool(value.protected) or value.key not in self._seen
            case Organization():
                return value.key not in self._seen
            case File() | Paper():
                return value.public is not True
            case Objection() | Correction() | Consultation() | InvitationItem():
                return value.public is False or not self._closed.isdisjoint(references(value))
            case Vote():
                return _is_closed(value) or (bool(value.on) and self._closed.issuperset(value.on))
        return _is_closed(value)

    def _named(self, value: Value) -> Iterator[str]:
        """The keys that a value refers to where it is not hidden."""
        if self.is_hidden(value):
            return
        yield from references(value)
        out = self._recused_there(value)
        for prop in properties(type(value)):
            content = getattr(value, prop.attribute)
            if prop.nested and content is not None:
                for one in content if prop.many else (content,):
                    if not (isinstance(one, Recusal) and one.person in out):
                        yield from self._named(one)

    def _recused_there(self, value: Value) -> set[str]:
        """Of whom only what is not public tells that they were recused at an item."""
        if not isinstance(value, AgendaItem):
            return set()
        told = (one for one in value.proceedings if isinstance(one, Event) and one.event_type is EventType.RECUSAL)
        return {one.person for one in told if one.person and _is_closed(one)}


def _is_closed(value: Value) -> bool:
    return getattr(value, "public", None) is False or bool(getattr(value, "prepared", None))


def _said(text: str, place: Place, hidden: bool) -> Iterator[Said]:
    if _DATE.fullmatch(text):  # that the public came back is told by its time, out of a hidden item
        yield Said(text, place, False, True)
        return
    fixed = place.field in _MARKS
    if hidden or "⟦" not in text:
        yield Said(text, place, hidden, fixed)
        return
    passages = marked(text)
    at, shown = 0, []
    for begin, end, _behind in passages:
        shown.append(text[at:begin])
        at = end
    yield Said("\n".join((*shown, text[at:])), place, False, fixed)
    gone = [text[begin:end] for begin, end, _behind in passages]
    for passage in (*gone, " ".join(gone)) if len(gone) > 1 else gone:
        yield Said(passage, place, True, fixed)


def marked(text: str) -> list[tuple[int, int, int]]:
    """Where passages that are marked begin and end, and where what replaces them ends; the same where nothing does.

    The outermost count. A bracket behind an odd number of backslashes is none; what is never closed goes to the end.
    """
    found: list[tuple[int, int, int]] = []
    depth, begin, stroke = 0, 0, None
    for mark in _MARK.finditer(text):
        if mark.group().endswith("⟦"):
            if len(mark[1] or "") % 2 == 0:
                depth += 1
                begin, stroke = (mark.end(), None) if depth == 1 else (begin, stroke)
        elif depth == 1 and mark.group() == "¦":
            stroke = mark.start() if stroke is None else stroke
        elif depth and mark.group() == "⟧":
            depth -= 1
            if depth == 0:
                found.append((begin, mark.start() if stroke is None else stroke, mark.start()))
    return [*found, (begin, len(text) if stroke is None else stroke, len(text))] if depth else found


def hidden_persons(session: SessionFile, shown: SessionFile) -> Iterator[Person]:
    """Who is protected, or to be seen only where nobody may look, or not in what is shown."""
    walk = _Walk(session)
    seen = {person.key for person in shown.persons}
    known = {person.key: person for person in (*session.elsewhere.protected, *session.persons)}
    yield from (person for key, person in known.items() if walk.is_hidden(person) or key not in seen)


def names_of(person: Person) -> Iterator[str]:
    """How a person may be called."""
    family, given = person.family_name or "", person.given_name or ""
    if family:
        yield from (f"{given} {family}", f"{family}, {given}", f"{person.form_of_address or ''} {family}")
        yield from (f"{title} {family}" for title in person.title)
