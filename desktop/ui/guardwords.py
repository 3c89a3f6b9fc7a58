"""What somebody should have seen before a meeting is published, in words; for the window and the command line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import get_args

from desktop.export.filenames import find_item
from desktop.export.guard import Noticed, Place, Review, review
from desktop.export.kinds import Kind
from desktop.export.names import full_name
from desktop.export.order import Order
from desktop.models.edition import make_edition
from desktop.models.profiles import Profile
from desktop.models.richtext import reveal
from desktop.models.rules.checks import Finding
from desktop.models.rules.numbering import display
from desktop.models.rules.telling import entries
from desktop.models.values import Entry, Event, Reader, SessionFile, Value
from desktop.models.values.law import Law
from desktop.text import marked as N_
from desktop.text import ui_plural as _n
from desktop.text import ui_text as _
from desktop.ui import leftout
from desktop.ui.desk.checks.check_words import short
from desktop.ui.desk.names.speakers import Directory, Speaker
from desktop.ui.desk.stream.faces import clock_time
from desktop.ui.desk.words import word

#: of a group so many lines are told, the rest by its number
_MOST = 40
#: by what a thing is known that is left out, the best first
_NAMING = ("reference", "name", "file_name", "title", "subject", "office", "heading", "text", "speaker_name")
#: a passage is told so far
_CUT = 50
#: the fields of items and papers that a list of items prints; the empty one is what the checklist says
_AGENDA = frozenset({"number", "name", "subtitle", "reference"})
_LISTED = {
    Kind.TAGESORDNUNG: _AGENDA,
    Kind.BESCHLUESSE: _AGENDA | {"", "resolution", "result", "announcement", "proposed_resolution"},
}
#: what lists of items do not print of the meeting: who was there, and persons as such, told where they are named
_NOT_LISTED = frozenset({"attendance", "form_of_address", "title", "given_name", "family_name", "affix", "public_name"})


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to look at; ``item`` and ``entry`` are the keys of its place, empty where it belongs to none.

    ``parts`` are what it counts, each by itself.
    """

    text: str
    item: str = ""
    entry: str = ""
    parts: tuple["Line", ...] = ()


class Topic(Enum):
    """What there may be to see, what may be wrong first."""

    NAMES = auto()
    HOLES = auto()
    FINDINGS = auto()
    GUESTS = auto()
    REPLACED = auto()
    TASKS = auto()
    LEFT_OUT = auto()


_TITLES = {
    Topic.NAMES: N_("Names that your house does not publish"),
    Topic.HOLES: N_("Gaps that are not filled in"),
    Topic.FINDINGS: N_("From the checklist"),
    Topic.GUESTS: N_("Guests of whom only what is not public speaks"),
    Topic.REPLACED: N_("Replaced or blacked out"),
    Topic.TASKS: N_("Tasks that everybody will read"),
    Topic.LEFT_OUT: N_("Left out"),
}
_WARNING = frozenset({Topic.NAMES, Topic.HOLES, Topic.FINDINGS, Topic.GUESTS})


@dataclass(frozen=True, slots=True)
class Group:
    """Lines on one topic; the last one tells of ``rest`` more."""

    topic: Topic
    lines: tuple[Line, ...]
    rest: int = 0

    @property
    def title(self) -> str:
        """What the lines have in common."""
        return _(_TITLES[self.topic])

    @property
    def warns(self) -> bool:
        """Whether somebody should decide if this is right."""
        return self.topic in _WARNING

    @property
    def number(self) -> int:
        """How many there are, also of those that are not told each."""
        return self.rest + len(self.lines) - (self.rest > 0)


def look(session: SessionFile, order: Order, profile: Profile, law: Law | None) -> tuple[Group, ...]:
    """What there is to see before the documents of an order are made; nothing where they are not for the public.

    Raises UnknownItemError.
    """
    if order.reader is not Reader.PUBLIC:
        return ()
    edition = make_edition(session, order.reader, session.meetings[0].key, {}, profile.redaction_mark)
    item = find_item(edition, order.item).key if order.item else None
    types = leftout.IN_SHORT.get(order.kind, ())
    listed = frozenset(entry.key for entry in entries(edition.meeting) if isinstance(entry, types))
    seen = review(session, edition, profile, law).within(lambda place: _is_about(place, order.kind, item, listed))
    return groups(seen, session, leftout.parts(session, edition.session, replace(order, item=item)))


def _is_about(place: Place, kind: Kind, item: str | None, listed: frozenset[str]) -> bool:
    """Whether a document of a kind can tell what stands at a place; ``listed`` are the entries a list tells of."""
    match kind:
        case Kind.NIEDERSCHRIFT:
            return True
        case Kind.VORLAGE:
            return bool(place.paper)
        case Kind.AUSZUG:
            return place.field == "signatures" or (bool(place.item) and item in (None, place.item))
        case Kind.ANWESENHEIT:
            return place == Place(field=place.field)
    if place.entry:
        return place.entry in listed
    if place.item or place.paper:
        return place.field in _LISTED[kind]
    return place.field not in _NOT_LISTED and (bool(place.field) or "" in _LISTED[kind])


def groups(seen: Review, session: SessionFile, left_out: Sequence[leftout.Part]) -> tuple[Group, ...]:
    """What there is to see, what may be wrong first; nothing where there is nothing."""
    places = _Places(session)
    directory = Directory(
        (Speaker(key=person.key, name=full_name(person)) for person in session.persons),
        {one.key: one.short_name or one.name for one in session.organizations},
    )
    redacted = [
        places.line(
            _("{old} → {new}", old=_cut(one.gone), new=_cut(one.instead)) if one.instead else _cut(one.gone), one.place
        )
        for one in seen.redactions
    ]
    made = (
        Group(Topic.NAMES, _noticed(places, seen.names)),
        Group(Topic.HOLES, _noticed(places, seen.holes)),
        Group(Topic.FINDINGS, tuple(places.finding(one, directory) for one in seen.findings)),
        Group(Topic.GUESTS, _noticed(places, seen.guests)),
        Group(Topic.REPLACED, tuple(redacted)),
        Group(Topic.TASKS, _noticed(places, seen.tasks)),
        Group(Topic.LEFT_OUT, tuple(map(places.left_out, left_out))),
    )
    return tuple(_shortened(group) for group in made if group.lines)


def replaced(found: Sequence[Group]) -> int:
    """How many passages the public reads otherwise, or not."""
    return sum(group.number for group in found if group.topic is Topic.REPLACED)


def told(found: Sequence[Group]) -> Iterator[str]:
    """How many there are of each, for the command line: what it says lands in logs that anybody may read."""
    for group in found:
        if group.topic is not Topic.LEFT_OUT:
            yield f"{group.title}: {group.number}"


def _shortened(group: Group) -> Group:
    more = len(group.lines) - _MOST
    if more <= 0:
        return group
    rest = Line(_n("… and {number} more", "… and {number} more", more))
    return Group(group.topic, (*group.lines[:_MOST], rest), more)


def _noticed(places: "_Places", found: Sequence[Noticed]) -> tuple[Line, ...]:
    return tuple(dict.fromkeys(places.line(one.words, one.place) for one in found))


def _cut(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _CUT else plain[: _CUT - 1].rstrip() + "…"


class _Places:
    """Names the places of a session."""

    def __init__(self, session: SessionFile) -> None:
        self._items = {item.key: item for meeting in session.meetings for item in meeting.agenda}
        self._papers = {paper.key: paper for paper in session.papers}
        #: the item in which entries, files and papers are
        self._homes = {
            key: item.key
            for item in self._items.values()
            for key in (item.key, *item.papers, *(one.key for one in (*item.proceedings, *item.files)))
        }

    def line(self, text: str, place: Place) -> Line:
        where = self._item(place.item)
        if place.paper in self._papers:
            where = self._papers[place.paper].reference or _("a paper")
        return Line(f"{where}: {text}" if where else text, place.item, place.entry)

    def finding(self, finding: Finding, directory: Directory) -> Line:
        where, text = self._item(finding.item), short(finding, directory)
        return Line(f"{where}: {text}" if where else text, finding.item, finding.entry)

    def left_out(self, part: leftout.Part) -> Line:
        """Of what is left out the number, and below it each by its place and its first words."""
        return Line(part.words, parts=tuple(map(self._gone, part.gone)))

    def _gone(self, value: Value) -> Line:
        words = next((text for name in _NAMING if (text := getattr(value, name, None))), "")
        if not words and isinstance(value, Event):
            words = word(value.event_type)
        home = self._homes.get(getattr(value, "key", ""), "")
        entry = value.key if isinstance(value, get_args(Entry)) else ""
        told = " · ".join(filter(None, (clock_time(getattr(value, "at", None)), _cut(reveal(words)) or "…")))
        where = self._item(home)
        return Line(f"{where}: {told}" if where else told, home, entry)

    def _item(self, key: str) -> str:
        item = self._items.get(key)
        return (display(item.number, item.public) or _cut(item.name)) if item else ""
