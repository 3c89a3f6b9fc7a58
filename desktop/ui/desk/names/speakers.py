"""Who can be named by a short form, and how somebody is found by a few letters."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from desktop.export.names import address, office
from desktop.models.shelf import Shelf
from desktop.models.values import (
    Attendance,
    AttendanceGroup,
    AttendanceStatus,
    Meeting,
    Organization,
    OrganizationType,
    Person,
    Row,
)
from desktop.ui.desk.names.shortforms import proposals

#: how many a list shows, because the keys 1 to 9 choose
CHOICES = 9
#: how well letters fit that are only scattered in the name; counts where nothing fits better
LOOSE = 5
_TITLES = re.compile(r"(Prof\.|Dr\.|Dipl\.-\S+|Ing\.|h\.c\.|M\.A\.|LL\.M\.)$", re.IGNORECASE)
_GUESTS = (AttendanceGroup.GUEST, AttendanceGroup.PRESS)
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
#: letters that are no base letter with an accent, as they are typed on a German keyboard
_STROKES = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})  # noqa: RUF001


@dataclass(frozen=True, slots=True)
class Speaker:
    """A person, or a faction as mover of a motion.

    ``name`` is how the minutes name somebody (Frau Dr. Muster), ``faction`` the key of the faction the person speaks
    for, ``group`` its short name or the function, ``words`` what a search compares with: the family name first.
    ``given`` tells people apart who would look alike in a list. ``proposed`` is the short form of who has none.
    ``by_office`` somebody is named by the office only, whoever holds it: Die Vorsitzende.
    """

    key: str
    name: str
    group: str = ""
    faction: str | None = None
    shortcut: str = ""
    words: tuple[str, ...] = ()
    given: str = ""
    proposed: str = ""
    by_office: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """What somebody is called without doubt: Frau Muster, Muster, Eva Muster."""
        return self.name, *self.words[:1], *([f"{self.given} {self.words[0]}"] if self.given and self.words else [])

    @property
    def label(self) -> str:
        """Name and group as lists show them: Frau Muster (SPD)."""
        return f"{self.name} ({self.group})" if self.group else self.name


def told_apart(speakers: Sequence[Speaker]) -> list[str]:
    """How a list shows them, with the short form; where two would look alike, with the given name."""
    labels = [speaker.label for speaker in speakers]
    told = (
        (f"{label} – {one.given}" if one.given and labels.count(label) > 1 else label, one.shortcut or one.proposed)
        for one, label in zip(speakers, labels, strict=True)
    )
    return [f"{label} · {short}" if short else label for label, short in told]


@cache
def folded(text: str) -> str:
    """Letters as they are compared: small, without accents; ``mu`` and ``mü`` both find Müller, ``so`` Sørensen."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_STROKES))
    return "".join(char for char in plain if not unicodedata.combining(char))


class Directory:
    """All who can be named, those most likely to speak first."""

    def __init__(
        self,
        speakers: Iterable[Speaker],
        groups: Mapping[str, str] | None = None,
        chair: tuple[str, Callable[[], Speaker | None]] = ("", lambda: None),
    ) -> None:
        """``groups`` are the short names of all organizations, by key; ``chair`` its short form and who is in it."""
        self.speakers = tuple(speakers)
        self._chair_short, self._chair = chair
        self.groups = dict(groups or {})
        self._by_key = {speaker.key: speaker for speaker in self.speakers}
        self._by_shortcut: dict[str, Speaker] = {}
        for speaker in self.speakers:
            if speaker.shortcut:
                self._by_shortcut.setdefault(speaker.shortcut.casefold(), speaker)
        self._by_proposal = {one.proposed: one for one in self.speakers if one.proposed}

    def exact(self, short: str) -> Speaker | None:
        """The one whose short form this is; a form that somebody was given goes before one that is proposed."""
        return self.given(short) or self._by_proposal.get(short.strip().casefold())

    def given(self, short: str) -> Speaker | None:
        """The one who was given this short form, or who is in the chair."""
        wanted = short.strip().casefold()
        chair = self._chair() if wanted and wanted == self._chair_short else None
        return self._by_shortcut.get(wanted) or chair

    def named(self, typed: str) -> Speaker | None:
        """The one whose short form this is, else the only one with this family name, full name or address."""
        wanted = folded(typed.strip())
        found = [one for one in self.speakers if wanted in map(folded, one.names)]
        return self.exact(typed) or (found[0] if wanted and len(found) == 1 else None)

    def starts_shortcut(self, typed: str) -> bool:
        """Whether somebody's short form begins so."""
        return any(one.shortcut.casefold().startswith(typed.casefold()) for one in self.speakers)

    def find(self, typed: str) -> list[Speaker]:
        """Who may be meant, the likeliest first, no more than a list shows."""
        wanted = folded(typed.strip())
        if not wanted:
            return list(self.speakers[:CHOICES])
        rated = [(rate, place) for place, one in enumerate(self.speakers) if (rate := _rate(one, wanted)) is not None]
        best = sorted(rated)
        if best and best[0][0] < LOOSE:
            best = [one for one in best if one[0] < LOOSE]
        return [self.speakers[place] for _, place in best[:CHOICES]]

    def is_loose(self, typed: str) -> bool:
        """Whether those found only have the letters somewhere in their name: to be offered, not taken."""
        rates = [rate for one in self.speakers if (rate := _rate(one, folded(typed.strip()))) is not None]
        return bool(rates) and min(rates) >= LOOSE

    def name_of(self, key: str | None) -> str:
        """A person or an organization in words; empty where there is none."""
        known = self.by_key(key)
        return known.name if known else self.groups.get(key or "", "")

    def by_key(self, key: str | None) -> Speaker | None:
        """The entry of a person or faction."""
        return self._by_key.get(key or "")


def _rate(speaker: Speaker, wanted: str) -> int | None:
    """How well a search fits, 0 best; None not at all."""
    if folded(speaker.shortcut) == wanted:
        return 0
    forms = [(folded(word), folded(word.casefold().translate(_UMLAUTS))) for word in speaker.words]
    if forms and any(form.startswith(wanted) for form in forms[0]):
        return 1
    if speaker.shortcut and folded(speaker.shortcut).startswith(wanted):
        return 2
    if any(form.startswith(wanted) for word in forms[1:] for form in word):
        return 3
    if folded(speaker.name).startswith(wanted):
        return 4
    return LOOSE if len(wanted) > 1 and any(_in_order(wanted, form) for form, _spelt in forms) else None


def _in_order(wanted: str, word: str) -> bool:
    """Whether the letters occur in this order, from the first letter on: ``mlr`` in mueller."""
    letters = iter(word)
    return word[:1] == wanted[:1] and all(char in letters for char in wanted)


def meeting_directory(
    shelf: Shelf,
    meeting: Meeting,
    articles: Iterable[str],
    chair: tuple[str, Callable[[], Speaker | None]] = ("", lambda: None),
) -> Directory:
    """Everybody of the body: who is present first, in the order of the attendance list.

    ``articles`` are those of the house profile, by which an office stands for its holder; ``chair`` as in Directory.
    """
    day = meeting.start[:10]
    lines = {line.person: line for line in meeting.attendance}
    people = [row for row in _rows(shelf, "Person") if isinstance(row, Person)]
    present = [line.person for line in meeting.attendance if line.status is AttendanceStatus.PRESENT]
    place = {key: number for number, key in enumerate(present)}
    ordered = sorted(people, key=lambda person: place.get(person.key, len(place)))
    organizations = {row.key: row for row in _rows(shelf, "Organization") if isinstance(row, Organization)}
    groups = {key: one.short_name or one.name for key, one in organizations.items()}
    kept = tuple(articles)
    speakers = [_speaker(one, lines.get(one.key), organizations, day, kept) for one in ordered]
    short = _proposals(people, meeting)
    return Directory((replace(one, proposed=short.get(one.key, "")) for one in speakers), groups, chair)


def _proposals(people: Sequence[Person], meeting: Meeting) -> dict[str, str]:
    """A short form for everybody who belongs to the meeting and has none."""
    named = {person.key: person for person in people if person.family_name}
    guests = [line.person for line in meeting.attendance if line.group in _GUESTS]
    lasting = {line.person for line in meeting.attendance if line.group not in _GUESTS}
    for person in named.values():
        if person.key not in guests and any(one.organization in meeting.organizations for one in person.memberships):
            lasting.add(person.key)
    pairs = {key: (key, person.family_name or "") for key, person in named.items()}
    found = proposals(
        [pair for key, pair in pairs.items() if key in lasting], [pairs[key] for key in guests if key in pairs]
    )
    return {key: short for key, short in found.items() if not named[key].shortcut}


def chair_of(person: Person, names: Mapping[str | None, str], articles: Iterable[str], short: str) -> Speaker:
    """Who is in the chair as a speaker: by an office that stands for its holder, else as the house names the chair.

    ``names`` are the words for Frau, Herr and None.
    """
    named = address(person, articles)
    own = bool(person.function) and named == person.function
    name = named if own else names.get(person.form_of_address) or names[None]
    return Speaker(person.key, name, shortcut=short, words=(name,), by_office=True)


def movers_directory(directory: Directory, shelf: Shelf) -> Directory:
    """Factions in their order, then persons: who can move a motion."""
    factions = [
        row
        for row in _rows(shelf, "Organization")
        if isinstance(row, Organization) and row.organization_type is OrganizationType.FRAKTION
    ]
    factions.sort(key=lambda one: (one.order is None, one.order or 0))
    groups = (
        Speaker(one.key, one.name, "", one.key, one.short_name or one.name, (one.name, *one.name.split()))
        for one in factions
    )
    return Directory((*groups, *directory.speakers), directory.groups)


def _rows(shelf: Shelf, table: str) -> list[Row]:
    return [shelf.value(key) for key, record in shelf.records.items() if record.table == table]


def _speaker(
    person: Person,
    line: Attendance | None,
    organizations: Mapping[str, Organization],
    day: str,
    articles: tuple[str, ...],
) -> Speaker:
    faction = (line.on_behalf_of if line else None) or _faction(person, organizations, day)
    known = organizations.get(faction or "")
    function = person.function or ""
    group = (known.short_name or known.name) if known else (line.function if line else None) or function
    name = address(person, articles)
    parts = re.split(r"[-\s]+", person.family_name or "")[1:]
    words = (person.family_name, person.given_name, *(part for part in parts if part[:1].isupper()))
    words = (*words, office(function, articles))
    return Speaker(
        person.key,
        name,
        "" if group in name else group,
        faction if known else None,
        person.shortcut or "",
        tuple(word for word in words if word),
        person.given_name or "",
    )


def _faction(person: Person, organizations: Mapping[str, Organization], day: str) -> str | None:
    """The faction a person belongs to on a day, by seat or by membership."""
    for membership in person.memberships:
        if (membership.start_date or day) > day or (membership.end_date or day) < day:
            continue
        if membership.on_behalf_of in organizations:
            return membership.on_behalf_of
        own = organizations.get(membership.organization)
        if own is not None and own.organization_type is OrganizationType.FRAKTION:
            return own.key
    return None


def person_from(typed: str) -> Person:
    """A person made in passing from what was typed: ``Frau Dr. Eva Muster``; what is no address or title is the name.

    The last word is the family name. Raises ValueError where nothing was typed.
    """
    words = typed.split()
    if not words:
        raise ValueError(typed)
    address = words.pop(0) if words[0] in ("Frau", "Herr") and len(words) > 1 else None
    titles = []
    while len(words) > 1 and _TITLES.match(words[0]):
        titles.append(words.pop(0))
    given = " ".join(words[:-1]) or None
    return Person(form_of_address=address, title=tuple(titles), given_name=given, family_name=words[-1])
