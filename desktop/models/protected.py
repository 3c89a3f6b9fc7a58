"""Persons whose names are not for publication: what a public edition has in their place.

A person is replaced as a whole, and wherever the session says besides how the person is called. In running text the
name is replaced with its form of address, titles and given name before it and the s of the genitive after it; the bare
family name too, unless somebody in the session bears it whose name is public.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from desktop.models.exchange.plans import inside
from desktop.models.richtext import redact
from desktop.models.values import (
    Attendance,
    Candidate,
    FactionRow,
    Motion,
    Objection,
    Person,
    SessionFile,
    Signature,
    Speech,
    Value,
)

_ADDRESS = ("Frau", "Herrn", "Herr")
_TITLES = ("Prof.", "Professorin", "Professor", "Dr.", "Dr", "Prof")


class Names:
    """The protected persons of a session and what stands for them: their public name, or else the mark."""

    def __init__(self, session: SessionFile, mark: str) -> None:
        self._mark = mark
        self._literal_mark = mark.replace("⟦", "\\⟦")
        self._protected = {person.key: person for person in session.persons if person.protected}
        self._instead: list[str | None] = []
        public = [person for person in session.persons if not person.protected]
        patterns: list[str] = []
        for person in self._protected.values():
            name = _name(person)
            # Who bears the name as well, or a longer one with it inside, is not to be taken for the protected person.
            patterns += [self._pattern(other, None) for other in public if _within(name, _name(other))]
            patterns += [self._full(other) for other in public if _within(name, other.given_name or "")]
        patterns += [self._pattern(person, self.public(person)) for person in self._protected.values()]
        names = [_name(person) for person in self._protected.values()]
        for key, name in _candidates(session):
            if key in self._protected:
                names.append(name)
                patterns.append(self._group(_words(name), self.public(self._protected[key])))
        # Most texts name nobody; looking for the names themselves is much faster than for all their forms.
        self._first_words = {name.split()[0] for name in names if name}
        found = "|".join(filter(None, patterns))
        self._found = re.compile(rf"(?<!\w)(?:{found})(?:['’]?s|['’])?(?!\w)") if found else None

    def public(self, person: Person) -> str:
        """What is printed for a protected person."""
        return redact(person.public_name, self._mark) if person.public_name else self._literal_mark

    def shown(self, person: Person) -> Person:
        """A person as the public sees it. Of a protected one nothing stays, the id neither."""
        if person.key not in self._protected:
            return person
        return Person(key=person.key, family_name=self.public(person), protected=True)

    def replaced(self, text: str) -> str:
        """A text with the names of protected persons replaced."""
        if self._found is None or not any(word in text for word in self._first_words):
            return text
        return self._found.sub(self._substitute, text)

    def hide(self, value: Value) -> Value:
        """A single value without what else says there how a protected person is called."""
        match value:
            case Speech() if value.speaker in self._protected and value.speaker_name is not None:
                return replace(value, speaker_name=None)
            case Motion() if value.mover_name is not None and not self._protected.keys().isdisjoint(value.movers):
                return replace(value, mover_name=None)
            case Candidate() if value.person in self._protected:
                return replace(value, name=self.public(self._protected[value.person]))
            case FactionRow() if value.person in self._protected and value.label is not None:
                return replace(value, label=None)
            case Signature() if value.person in self._protected and value.name is not None:
                return replace(value, name=None)
            case Objection() if value.person in self._protected and value.by is not None:
                return replace(value, by=None)
            case Attendance() if value.person in self._protected and value.function is not None:
                return replace(value, function=None)
        return value

    def _pattern(self, person: Person, instead: str | None) -> str:
        name = _name(person)
        if not name:
            return ""
        # The public form of address tells a namesake from the protected person, so only one's own is taken.
        address = filter(None, (person.form_of_address, *(_ADDRESS if instead is not None else ())))
        given = (part for part in (person.given_name, person.affix) if part and part != name)
        before = (
            _optional(address)
            + _optional((*person.title, *_TITLES), many=True)
            + "".join(_optional((part,)) for part in given)
        )
        return self._group(before + _words(name), instead)

    def _full(self, person: Person) -> str:
        """Somebody whose given name is the protected one, recognised by the family name."""
        return self._group(_words(f"{person.given_name} {person.family_name or ''}"), None)

    def _group(self, pattern: str, instead: str | None) -> str:
        self._instead.append(instead)
        return f"({pattern})"

    def _substitute(self, match: re.Match[str]) -> str:
        instead = self._instead[(match.lastindex or 1) - 1]
        return match.group() if instead is None else instead


def _candidates(session: SessionFile) -> Iterable[tuple[str, str]]:
    """Who stood for election, and under which name: the elected are told by it."""
    for part in inside(session):
        if isinstance(part, Candidate) and part.person and part.name.strip():
            yield part.person, part.name.strip()


def _name(person: Person) -> str:
    return (person.family_name or person.given_name or "").strip()


def _within(name: str, other: str) -> bool:
    return bool(name) and re.search(rf"(?<!\w){_words(name)}(?!\w)", other) is not None


def _words(text: str) -> str:
    """A pattern for a name, whatever white space its words are set apart by."""
    return r"\s+".join(map(re.escape, text.split()))


def _optional(words: Iterable[str], *, many: bool = False) -> str:
    found = "|".join(_words(word) for word in words if word.strip())
    return rf"(?:(?:{found})\s+){'*' if many else '?'}" if found else ""
