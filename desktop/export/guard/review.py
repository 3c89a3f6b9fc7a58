"""What somebody should have seen before a meeting is published: a list to read, which blocks nothing."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from desktop.export.guard.hidden import Said, everything_said, marked
from desktop.export.guard.places import Place
from desktop.models.edition import for_print
from desktop.models.exchange.plans import inside, properties, references
from desktop.models.profiles import Profile, house_facts
from desktop.models.richtext import redact, reveal
from desktop.models.rules import checks
from desktop.models.rules.blocks import holes_in
from desktop.models.rules.checks import Code, Finding, Weight, weight
from desktop.models.rules.telling import SILENT
from desktop.models.rules.textdiff import Fate, Piece, compare
from desktop.models.values import Edition, Person, Row, SessionFile, Value
from desktop.models.values.law import Law
from desktop.models.visible import occurring

#: findings that say that something may be public by mistake, or not public by mistake
PUBLICITY = frozenset({Code.NOT_EXCLUDED, Code.STILL_EXCLUDED, Code.FILE_NOT_PUBLIC})
#: the list of holes says the same
_SAID_ELSEWHERE = frozenset({Code.HOLES})


@dataclass(frozen=True, slots=True)
class Redaction:
    """A passage that is replaced, and what stands there instead; empty where nothing does."""

    place: Place
    gone: str
    instead: str


@dataclass(frozen=True, slots=True)
class Noticed:
    """Words in what is public that somebody should look at."""

    place: Place
    words: str


@dataclass(frozen=True, slots=True)
class Review:
    """What there is to be seen before something is published.

    ``names`` are those of the block list of the house, ``holes`` gaps that nobody filled. ``findings`` are what the
    checklist says of what is public, what concerns publicity first. ``tasks`` are those of public
    items, with whose they are; ``guests`` are told to have been there, and named only in what is not public.
    """

    redactions: tuple[Redaction, ...] = ()
    names: tuple[Noticed, ...] = ()
    holes: tuple[Noticed, ...] = ()
    findings: tuple[Finding, ...] = ()
    tasks: tuple[Noticed, ...] = ()
    guests: tuple[Noticed, ...] = ()

    def within(self, holds: Callable[[Place], bool]) -> "Review":
        """What there is to be seen at some places only."""
        return Review(
            redactions=tuple(one for one in self.redactions if holds(one.place)),
            names=tuple(one for one in self.names if holds(one.place)),
            holes=tuple(one for one in self.holes if holds(one.place)),
            findings=tuple(one for one in self.findings if holds(Place(item=one.item, entry=one.entry))),
            tasks=tuple(one for one in self.tasks if holds(one.place)),
            guests=tuple(one for one in self.guests if holds(one.place)),
        )


def review(session: SessionFile, edition: Edition, profile: Profile, law: Law | None) -> Review:
    """Looks through the one meeting of a session and its edition for the public."""
    printed = for_print(edition)
    said = [one for one in everything_said(printed.session) if not one.fixed and one.place.field != "id"]
    blocked = _blocked(profile.publication.blocked_names)
    return Review(
        redactions=tuple(dict.fromkeys(_redactions(session, edition, profile.redaction_mark))),
        names=tuple(dict.fromkeys(_names(printed, said, blocked))) if blocked else (),
        holes=tuple(
            Noticed(one.place, one.text[hole.start : hole.end])
            for one in said
            if "[[" in one.text
            for hole in holes_in(one.text)
        ),
        findings=_findings(session, edition, profile, law),
        tasks=tuple(
            Noticed(
                Place(item=item.key, field="tasks"), f"{task.text} ({task.assignee})" if task.assignee else task.text
            )
            for item in printed.meeting.agenda
            for task in item.tasks
        ),
        guests=tuple(_guests(session, edition)),
    )


def _guests(session: SessionFile, edition: Edition) -> Iterator[Noticed]:
    """Who is told to have been there, and is named only in what is not public."""
    whole, shown = session.meetings[0], edition.meeting
    heard = occurring(*shown.opening, *shown.agenda, *shown.closing)
    closed = occurring(*whole.opening, *whole.agenda, *whole.closing) - heard
    named = {person.key: _called(person) for person in edition.session.persons}
    for line in shown.attendance:
        if line.group in SILENT and line.person in closed:
            yield Noticed(Place(field="attendance"), named[line.person])


def _names(printed: Edition, said: Sequence[Said], blocked: re.Pattern[str]) -> Iterator[Noticed]:
    """Names of the block list where they stand; those of persons and groups wherever these are printed too."""
    for one in said:
        for found in blocked.finditer(one.text):
            yield Noticed(one.place, found[0])
    called = {
        row.key: name[0]
        for row in (*printed.session.persons, *printed.session.organizations)
        for _field, text in _texts(row)
        if (name := blocked.search(text))
    }
    for value, place in _parts_printed(printed) if called else ():
        for key in references(value):
            if key in called:
                yield Noticed(place, called[key])


def _parts_printed(printed: Edition) -> Iterator[tuple[Value, Place]]:
    """All that names persons in documents of single items and papers too, with its place."""
    meeting = printed.meeting
    for item in meeting.agenda:
        own = replace(item, proceedings=())
        yield from ((part, Place(item=item.key)) for part in inside(own))
        for entry in item.proceedings:
            yield from ((part, Place(item=item.key, entry=entry.key)) for part in inside(entry))
    for paper in printed.session.papers:
        yield from ((part, Place(paper=paper.key)) for part in inside(paper))
    for signing in (*meeting.chairs, *meeting.signatures):
        yield from ((part, Place(field="signatures")) for part in inside(signing))


def _blocked(names: Sequence[str]) -> re.Pattern[str] | None:
    """Finds names as whole words, in the genitive too."""
    wanted = [r"\s+".join(map(re.escape, name.split())) for name in names if name.strip()]
    return re.compile(rf"(?<!\w)(?:{'|'.join(wanted)})(?:['’]?s|['’])?(?!\w)", re.IGNORECASE) if wanted else None


def _redactions(session: SessionFile, edition: Edition, mark: str) -> Iterator[Redaction]:
    shown = {part.key: part for part in inside(edition.session) if isinstance(part, Row)}
    for old, place in _rows(session, Place()):
        new = shown.get(old.key)
        if new is None or type(new) is not type(old):
            continue
        if isinstance(old, Person) and isinstance(new, Person):
            if old.protected:
                yield Redaction(replace(place, field="family_name"), _called(old), new.public_name or _called(new))
            continue
        before, after = dict(_texts(old)), dict(_texts(new))
        for field in before.keys() & after.keys():
            if before[field] != after[field] and after[field]:
                yield from _replaced(before[field], after[field], mark, replace(place, field=field.partition(".")[0]))


def _rows(value: Value, place: Place) -> Iterator[tuple[Row, Place]]:
    place = place.within(value)
    if isinstance(value, Row):
        yield value, place
    for prop in properties(type(value)):
        content = getattr(value, prop.attribute)
        if prop.nested and content is not None:
            for part in content if prop.many else (content,):
                yield from _rows(part, place)


def _texts(value: Value, before: str = "") -> Iterator[tuple[str, str]]:
    """The texts of a row itself and of the parts that are no rows, each under a name."""
    for prop in properties(type(value)):
        content = getattr(value, prop.attribute)
        if prop.targets or prop.private or prop.attribute == "id" or content is None:
            continue
        for number, one in enumerate(content if prop.many else (content,)):
            name = f"{before}{prop.attribute}.{number}"
            if type(one) is str:
                yield name, one
            elif isinstance(one, Value) and not isinstance(one, Row):
                yield from _texts(one, name + ".")


def _replaced(before: str, after: str, mark: str, place: Place) -> Iterator[Redaction]:
    """Marked passages; then names: what is gone and what came, where nothing but spaces divides it as one."""
    for begin, end, behind in marked(before):
        instead = mark if end == behind else redact(before[end + 1 : behind], mark).strip()
        yield Redaction(place, reveal(before[begin:end]).strip(), instead)
    gone = new = space = ""
    for piece in (*compare(reveal(redact(before, mark)), reveal(after)), Piece(".", Fate.SAME)):
        if piece.fate is Fate.SAME and piece.text.isspace():
            space = piece.text
        elif piece.fate is Fate.SAME:
            if gone.strip():
                yield Redaction(place, gone.strip(), new.strip())
            gone = new = space = ""
        else:
            gone += space + (piece.text if piece.fate is Fate.GONE else "")
            new += space + (piece.text if piece.fate is Fate.NEW else "")
            space = ""


def _called(person: Person) -> str:
    parts = (person.form_of_address, *person.title, person.given_name, person.family_name, person.affix)
    return " ".join(part for part in parts if part)


def _findings(session: SessionFile, edition: Edition, profile: Profile, law: Law | None) -> tuple[Finding, ...]:
    """What the checklist says, without what only reminds and what is about items that are not shown."""
    (meeting,) = session.meetings
    hidden = {item.key for item in edition.meeting.agenda if not item.public}
    shown = {"", *(item.key for item in edition.meeting.agenda)} - hidden
    known = checks.facts(
        meeting,
        {person.key: person for person in session.persons},
        {one.key: one for one in session.organizations},
        law or Law(),
        house_facts(profile),
        proposing=frozenset(paper.key for paper in session.papers if paper.proposed_resolution),
    )
    found = [
        one
        for one in checks.check(known)
        if one.item in shown
        and one.code not in _SAID_ELSEWHERE
        and (one.code in PUBLICITY or weight(one.code) is not Weight.REMINDER)
    ]
    return tuple(sorted(found, key=lambda one: one.code not in PUBLICITY))
