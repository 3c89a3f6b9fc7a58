"""Persons whose names are not for publication: what a public edition has in their place.

A person is replaced as a whole, and wherever the session says besides how the person is called. In running text the
name is replaced with its form of address, titles and given name before or behind it and the s of the genitive after it;
the bare family name too, unless somebody in the session bears it whose name is public. Neither capitals nor emphasis
nor soft hyphens hide a name, nor ue for ü, any dash for a hyphen or the end of a line; »Mustersche« tells it too. But
one that stands alone in small letters is a word like any other (»klein«).
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

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

_UNSEEN = "\u00ad\u200b-\u200d\u2060\ufeff"
#: what may stand within a name without changing what is read
_GAP = rf"(?:[*\\{_UNSEEN}]|[-‐]\n)*"
_BETWEEN = rf"[\s*_\\{_UNSEEN}]+"
_LETTER = r"[^\W_]"
_BEGIN = rf"(?<!{_LETTER})(?<!{_LETTER}[{_UNSEEN}])"
_END = rf"(?![{_UNSEEN}]*{_LETTER})"
_EMPHASIS = re.compile(rf"\*+|(?<!{_LETTER})_+|_+(?!{_LETTER})")
#: what may follow a name: of the genitive, and of what is named after somebody
_ENDING = rf"(?:{_GAP}['’`]?{_GAP}(?:s?sche[nrms]?|s)|['’])?"
_ENDED = re.compile(r"(?:s?sche[nrms]?|s)$")
_DASHES = "-‐‑–/"
_FOLDED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
#: a word goes on here, as in the names of files and in addresses of mail
_JOINED_BEFORE = re.compile(rf"(?:[_@]|{_LETTER}[./-])$")
_JOINED_AFTER = re.compile(rf"[_@]|[./-]{_LETTER}")


class _Form(NamedTuple):
    """A name as it may be written. Of two that begin at one place that of the lower rank counts."""

    rank: int
    pattern: str
    #: None where the name is public
    instead: str | None


class Names:
    """The protected persons of a session and what stands for them: their public name, or else the mark."""

    def __init__(self, session: SessionFile, elsewhere: Iterable[Person], mark: str) -> None:
        """``elsewhere`` are the protected persons of the book, who may be named without taking part."""
        self._mark = mark
        self._literal_mark = mark.replace("⟦", "\\⟦")
        self._protected = {person.key: person for person in (*elsewhere, *session.persons) if person.protected}
        #: patterns with what stands for what they find, by the first word of the name: most texts name nobody
        self._forms: dict[str, list[_Form]] = defaultdict(list)
        self._ordinary: set[str] = set()
        self._finders: dict[frozenset[str], tuple[re.Pattern[str], list[str | None]]] = {}
        public = _by_word(person for person in session.persons if not person.protected)
        for name in {_name(person) for person in self._protected.values()} - {""}:
            # Who bears the name as well, or a longer one with it inside, is not to be taken for the protected person.
            for other in public.get(_first(name), ()):
                if _within(name, _name(other)):
                    self._add(name, 1, _pattern(other, (other.form_of_address,)), None)
                if _within(name, other.given_name or ""):
                    self._add(name, 1, _words(f"{other.given_name} {other.family_name or ''}"), None)
        for person in self._protected.values():
            if name := _name(person):
                self._add(name, 0, _turned(person), self.public(person))
                self._add(name, 2, _pattern(person, (person.form_of_address, *_ADDRESS)), self.public(person))
        for key, name in _candidates(session):
            if key in self._protected:
                self._add(name, 3, _words(name), self.public(self._protected[key]))

    def _add(self, name: str, rank: int, pattern: str, instead: str | None) -> None:
        if pattern:
            self._forms[_first(name)].append(_Form(rank, pattern, instead))
        if name != name.lower():
            self._ordinary.add(name.lower())

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
        words = frozenset(self._forms.keys() & _stems(text)) if self._forms else None
        if not words:
            return text
        if words not in self._finders:
            self._finders[words] = self._finder(words)
        finder, instead = self._finders[words]

        def substitute(match: re.Match[str]) -> str:
            new = instead[(match.lastindex or 1) - 1]
            return match.group() if new is None or self._is_ordinary(match) else _with_emphasis(new, match)

        return finder.sub(substitute, text)

    def _finder(self, words: Collection[str]) -> tuple[re.Pattern[str], list[str | None]]:
        forms = sorted({form for word in words for form in self._forms[word]}, key=lambda form: form[:2])
        found = "|".join(f"({form.pattern})" for form in forms)
        pattern = re.compile(rf"{_BEGIN}(?:{found}){_ENDING}{_END}", re.IGNORECASE)
        return pattern, [form.instead for form in forms]

    def _is_ordinary(self, match: re.Match[str]) -> bool:
        """Whether what was found is in small letters, alone, and the name has capitals."""
        return (
            match.group() in self._ordinary
            and not _JOINED_BEFORE.search(match.string[max(0, match.start() - 2) : match.start()])
            and not _JOINED_AFTER.match(match.string, match.end())
        )

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


def _candidates(session: SessionFile) -> Iterable[tuple[str, str]]:
    """Who stood for election, and under which name: the elected are told by it."""
    for part in inside(session):
        if isinstance(part, Candidate) and part.person and part.name.strip():
            yield part.person, part.name.strip()


def _name(person: Person) -> str:
    return (person.family_name or person.given_name or "").strip()


def _by_word(persons: Iterable[Person]) -> Mapping[str, list[Person]]:
    """Persons by every word of their names."""
    found: dict[str, list[Person]] = defaultdict(list)
    for person in persons:
        for word in {"", *_tokens(f"{person.family_name or ''} {person.given_name or ''}")}:
            found[word].append(person)
    return found


def _tokens(text: str) -> list[str]:
    """The words of a text as they are compared."""
    folded = unicodedata.normalize("NFC", re.sub(_GAP, "", text)).casefold().translate(_FOLDED)
    return re.findall(rf"{_LETTER}+", folded)


def _stems(text: str) -> set[str]:
    """The words of a text with and without what may follow a name; and nothing, which is everywhere."""
    words = {"", *_tokens(text)}
    return words | {_ENDED.sub("", word) for word in words}


def _first(name: str) -> str:
    return next(iter(_tokens(name)), "")


def _within(name: str, other: str) -> bool:
    return re.search(rf"{_BEGIN}{_words(name)}{_END}", other, re.IGNORECASE) is not None


def _pattern(person: Person, address: Iterable[str | None]) -> str:
    """A name with what may stand before it."""
    # The public form of address tells a namesake from the protected person, so only one's own is taken.
    given = (*(person.given_name or "").split(), person.affix or "")
    name = _name(person)
    return (
        _optional(filter(None, address))
        + _optional((*person.title, *_TITLES), many=True)
        + _optional((part for part in given if part != name), many=True)
        + _words(name)
    )


def _turned(person: Person) -> str:
    """The family name with the given name behind it, as in lists and in names of files."""
    given = (person.given_name or "").split()
    if not person.family_name or not given:
        return ""
    between = rf"(?:{_GAP},(?:{_BETWEEN})?|{_BETWEEN})"
    titles = _optional((*person.title, *_TITLES), many=True)
    further = "".join(rf"(?:{_BETWEEN}{_words(word)})?" for word in given[1:])
    before = _optional(filter(None, (person.form_of_address, *_ADDRESS))) + titles
    name = _words(_name(person))
    # Not where the given name begins the next one of a list: »Muster, Ada Muster«.
    return before + name + between + titles + _words(given[0]) + further + rf"(?!{_BETWEEN}{name})"


def _words(text: str) -> str:
    """A pattern for a name, whatever its words are set apart by."""
    words = unicodedata.normalize("NFC", text).split()
    return _BETWEEN.join(_GAP.join(map(_letter, word)) for word in words)


def _letter(char: str) -> str:
    """A pattern for a character, its accents composed or not; capitals have SS for ß, names of files ue for ü."""
    if char in _DASHES:
        return rf"\s?[{_DASHES}]\s?"
    spelled = "ss" if char == "ß" else char.lower().translate(_FOLDED)
    forms = dict.fromkeys((char, unicodedata.normalize("NFD", char), spelled if len(spelled) > 1 else char))
    return re.escape(char) if len(forms) == 1 else f"(?:{'|'.join(map(re.escape, forms))})"


def _optional(words: Iterable[str], *, many: bool = False) -> str:
    # Each only once: of a word that could be taken in two ways, a row takes ever so many.
    found = "|".join(dict.fromkeys(_words(word.lower()) for word in words if word.strip()))
    return rf"(?:(?:{found}){_BETWEEN}){'*' if many else '?'}" if found else ""


def _with_emphasis(new: str, match: re.Match[str]) -> str:
    """What stands for a name, with the mark of an emphasis of which only one end was within."""
    marks = list(_EMPHASIS.finditer(match.group()))
    if len(marks) % 2 == 0:
        return new
    begins = match.group()[: marks[-1].start()][-1:].isspace()
    return marks[-1].group() + new if begins else new + marks[-1].group()
