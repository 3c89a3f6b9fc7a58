"""Persons whose names are not for publication: what a public edition has in their place.

A person is replaced as a whole, and wherever the session says besides how the person is called. In running text the
name is replaced with its form of address, titles and given name before or behind it and the s of the genitive after it;
the bare family name too, unless somebody in the session bears it whose name is public. Neither capitals nor emphasis
nor soft hyphens hide a name, nor ue for ü or ü for ue, a missing accent, any dash for a hyphen, the end of a line, or
»v. d.« for »von der«; »Mustersche« tells it too. Half a double name tells behind a form of address or a given name.
But one that stands alone in small letters is a word like any other (»klein«).
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from itertools import takewhile
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
#: each by itself: »Großsche« is »Groß« with the shorter one
_ENDINGS = tuple(map(re.compile, (r"ssche[nrms]?$", r"sche[nrms]?$", r"s$")))
_DASHES = "-‐‑–—−/"
#: what is written with two letters for one, and letters that no accent can be taken from
_FOLDED = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "æ": "ae", "œ": "oe", "\u0131": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d"}
)
_ACCENTS = "\u0300-\u036f"
#: never for a, o and u: »schon« is not »Schön«
_ACCENTS_BUT_DOTS = "\u0300-\u0307\u0309-\u036f"
_PARTICLES = frozenset(
    [
        "von",
        "vom",
        "van",
        "zu",
        "zum",
        "zur",
        "und",
        "de",
        "del",
        "della",
        "di",
        "da",
        "do",
        "dos",
        "du",
        "la",
        "le",
        "der",
        "den",
        "dem",
        "ten",
        "ter",
    ]
)
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
        names = {name for person in self._protected.values() for name in (_name(person), *_halves(_name(person)))}
        for name in names - {""}:
            self._keep(name, public)
        for person in self._protected.values():
            if name := _name(person):
                self._add(name, 0, _turned(person), self.public(person))
                self._add(name, 2, _pattern(person, (person.form_of_address, *_ADDRESS), name), self.public(person))
                for half in _halves(name):
                    self._add(half, 3, _half(person, half), self.public(person))
        for key, name in _candidates(session):
            if key in self._protected:
                self._add(name, 3, _words(name), self.public(self._protected[key]))

    def _keep(self, name: str, public: Mapping[str, list[Person]]) -> None:
        """Who bears the name as well, or a longer one with it inside, is not to be taken for the protected person."""
        for other in public.get(_first(name), ()):
            if _within(name, _name(other)):
                # Whose name is spelled in another way is told from the protected person by that.
                exact = _core(name).lower() not in _name(other).lower()
                called = "" if exact or name != _name(other) else name
                self._add(name, 1, _pattern(other, (other.form_of_address,), called, exact=exact), None)
            if _within(name, other.given_name or ""):
                self._add(name, 1, _words(f"{other.given_name} {other.family_name or ''}"), None)

    def _add(self, name: str, rank: int, pattern: str, instead: str | None) -> None:
        if pattern:
            self._forms[_first(name)].append(_Form(rank, pattern, instead))
        self._ordinary.update(_folded(one) for one in (name, _core(name)) if one != one.lower())

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
            match.group() == match.group().lower()
            and _folded(match.group()) in self._ordinary
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
    return re.findall(rf"{_LETTER}+", _folded(re.sub(_GAP, "", text)))


def _folded(text: str) -> str:
    """In small letters without accents, two letters for an umlaut and for ß."""
    spelled = unicodedata.normalize("NFC", text.casefold()).translate(_FOLDED)
    if spelled.isascii():
        return spelled
    return "".join(char for char in unicodedata.normalize("NFD", spelled) if not unicodedata.combining(char))


def _stems(text: str) -> set[str]:
    """The words of a text with and without what may follow a name; and nothing, which is everywhere."""
    words = {"", *_tokens(text)}
    return words.union(*({ending.sub("", word) for word in words} for ending in _ENDINGS))


def _first(name: str) -> str:
    return next(iter(_tokens(_core(name))), "")


def _particles(name: str) -> list[str]:
    """What a name begins with and often goes without: »von der«."""
    words = name.split()
    return list(takewhile(lambda word: word.casefold() in _PARTICLES, words[:-1]))


def _core(name: str) -> str:
    return " ".join(name.split()[len(_particles(name)) :])


def _halves(name: str) -> list[str]:
    """The parts of a double name."""
    parts = [part.strip() for part in re.split(f"[{_DASHES}]", _core(name))]
    return [part for part in parts if len(part) > 2] if len(parts) > 1 else []


def _within(name: str, other: str) -> bool:
    return re.search(rf"{_BEGIN}{_words(_core(name))}{_END}", other, re.IGNORECASE) is not None


def _pattern(person: Person, address: Iterable[str | None], called: str, *, exact: bool = False) -> str:
    """A name with what may stand before it; ``called`` is the one that may be shortened, else it is whole."""
    # The public form of address tells a namesake from the protected person, so only one's own is taken.
    given = (*(person.given_name or "").split(), person.affix or "")
    name = _name(person)
    return (
        _optional(filter(None, address))
        + _optional((*person.title, *_TITLES), many=True)
        + _optional((part for part in given if part != name), many=True)
        + (_short(called) if called else _words(name, exact=exact))
    )


def _half(person: Person, half: str) -> str:
    """Half of a double name, which tells somebody only behind one's own form of address or given name."""
    own = person.form_of_address
    address = _optional((own, f"{own}n") if own else _ADDRESS)[:-1]
    titles = _optional((*person.title, *_TITLES), many=True)
    given = _optional((person.given_name or "").split(), many=True)
    before = f"(?:{address}{titles}{given}|{titles}{given[:-1]}+)" if given else address + titles
    # »Meier-Schulz« is somebody else than »Meier-Lüders«.
    return rf"{before}{_words(half)}(?!\s?[{_DASHES}]\s?{_LETTER})"


def _turned(person: Person) -> str:
    """The family name with the given name behind it, as in lists and in names of files."""
    given = (person.given_name or "").split()
    if not person.family_name or not given:
        return ""
    between = rf"(?:{_GAP},(?:{_BETWEEN})?|{_BETWEEN})"
    titles = _optional((*person.title, *_TITLES), many=True)
    further = "".join(rf"(?:{_BETWEEN}{_words(word)})?" for word in given[1:])
    before = _optional(filter(None, (person.form_of_address, *_ADDRESS))) + titles
    name = _short(_name(person))
    # Not where the given name begins the next one of a list: »Muster, Ada Muster«.
    return before + name + between + titles + _words(given[0]) + further + rf"(?!{_BETWEEN}{name})"


def _short(name: str) -> str:
    """A pattern for a name whose particles may be shortened (»v. d. Heydt«), joined (»von-der-Heydt«) or left out."""
    joined = rf"(?:{_BETWEEN}|{_GAP}[{_DASHES}]{_GAP})"
    words = (rf"(?:{_words(word)}{joined}|{word[0]}\.(?:{_BETWEEN})?)?" for word in _particles(name))
    return "".join(words) + _words(_core(name))


def _words(text: str, *, exact: bool = False) -> str:
    """A pattern for a name, whatever its words are set apart by; however it is spelled, or exactly so."""
    if exact:
        words = (_GAP.join(map(_letter, word)) for word in unicodedata.normalize("NFC", text).split())
    else:
        words = (_GAP.join(map(_spelled, _LETTERS.findall(_folded(word)))) for word in text.split())
    return _BETWEEN.join(words)


def _letter(char: str) -> str:
    """A pattern for a character, its accents composed or not."""
    if char in _DASHES:
        return rf"(?:\s?[{_DASHES}]\s?|{_BETWEEN})"
    forms = dict.fromkeys((char, unicodedata.normalize("NFD", char)))
    return f"(?:{'|'.join(map(re.escape, forms))})"


def _spelled(letters: str) -> str:
    """A pattern for all that is ``letters`` when it is folded."""
    if len(letters) == 2:
        return f"(?:{_GAP.join(map(_spelled, letters))}|{'|'.join(_FOLDED_TO[letters])})"
    if not letters.isalpha():
        return _letter(letters)
    accents = _ACCENTS_BUT_DOTS if letters in "aou" else _ACCENTS
    return f"[{letters}{''.join(_FOLDED_TO.get(letters, ()))}][{accents}]*"


def _folded_to() -> Mapping[str, list[str]]:
    """Characters by what they are when they are folded; umlauts with their dots apart too."""
    found: dict[str, list[str]] = {"ae": ["a\u0308"], "oe": ["o\u0308"], "ue": ["u\u0308"]}
    for char in map(chr, (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))):
        if char.isalpha() and char == char.lower() and (folded := _folded(char)) != char:
            found.setdefault(folded, []).append(char)
    return found


_FOLDED_TO = _folded_to()
#: of a folded word: two that may be one, or one
_LETTERS = re.compile("ae|oe|ue|ss|.")


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
