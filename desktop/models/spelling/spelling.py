"""Which words of a text are wrong. Names, short forms and what else minutes are full of is not."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Protocol

from desktop.models.spelling.compounds import is_compound
from desktop.models.spelling.ranking import likeliest, simpler
from desktop.models.spelling.words import Part, doubled, names_in, parts_of, plain

Range = tuple[int, int]
"""Start and end of a wrong word, in characters of Python."""

#: suggestions that are offered
MOST = 7
#: what a name may end in: genitive, who comes from there, what belongs to it
_ENDINGS = ("'s", "s", "'", "er", "ern", "ers", "erin", "erinnen", "sche", "schen", "scher", "sches", "n")
#: longer words all in capitals are words
_LONGEST_SHORT = 6
#: ends of short forms in the plural or genitive: GmbHs, LKW's
_SHORT = re.compile(r"[^\W\d_a-zäöüß](?:\w*[^\W\d_a-zäöüß])?(?:'?s)?")
#: shift held too long: DAs, ALs
_SHIFT = re.compile(r"[A-ZÄÖÜ]{2}[a-zäöü]*s")
_CAPITALS = re.compile(r"[A-ZÄÖÜ]")
#: a capital in the middle, as in BürgerInnen
_INNER = re.compile(r"(?<=[a-zäöüß])I(?=n(?:nen)?(?:\b|[a-zäöüß]))")
#: what looks like a compound and is a slip: Wiederspruch, Bürgerrinnen (but Ratsherrinnen, Wasserrinnen)
_SLIP = re.compile(r"wieder(?:spr|spie).*|.*(?<!h)(?<!wass)errinnen", re.IGNORECASE)
#: words that a stem before a hyphen is tried with: Haushalts- is right because Haushaltsamt is
_TRIED = ("amt", "fall", "recht")


class Words(Protocol):
    """A dictionary."""

    abbreviations: set[str]
    slips: set[str]
    #: common words in small letters, the commonest has 0
    ranks: dict[str, int]

    def knows(self, word: str) -> bool:
        """Whether a word is right."""

    def add(self, word: str) -> None:
        """Knows a word from now on."""

    def suggestions(self, word: str) -> list[str]:
        """What may be meant."""


class Spelling:
    """A dictionary with the words of a house and the names of its people, which are right too."""

    def __init__(self, words: Words, known: Iterable[str] = ()) -> None:
        self._words = words
        self._known: set[str] = set()
        #: letters of the known short forms (CDU), to find slips in them
        self._short_forms: set[str] = set()
        self.know(known)

    def know(self, names: Iterable[str]) -> None:
        """Takes names and words in; of several words each is known."""
        for name in names:
            for word in names_in(name):
                if word not in self._known:
                    self._known.add(word)
                    self._words.add(word)
                    if word.isupper() and 1 < len(word) <= _LONGEST_SHORT:
                        self._short_forms.add(_letters(word))

    def wrong(self, text: str) -> list[Range]:
        """Where the wrong words of a text stand, in their order.

        Of a word with hyphens it is the wrong part; a right word that stands twice in a row is wrong from the first
        to the second.
        """
        parts = list(parts_of(text))
        found = {part.start: part.end for part in parts if not self._is_right(part)}
        for one, two in doubled(text, parts):
            if one.start not in found and two.start not in found:
                found[one.start] = two.end
        return sorted(found.items())

    def suggestions(self, word: str) -> list[str]:
        """What may be meant by a wrong word, the likeliest first, at most MOST; of a word that is there twice one."""
        if " " in word or "\u00a0" in word:
            return word.split()[:1]
        word = plain(word)
        own = [one for one in simpler(word) if self._knows(one)]
        found = [one for one in (*self._words.suggestions(word), *own) if one not in self._words.slips and one != word]
        return likeliest(word, found, self._words.ranks)[:MOST]

    # --- what is right

    def _is_right(self, part: Part) -> bool:
        text = part.text
        if len(text) == 1 or self._is_known(text) or self._is_known(part.whole.strip("-‐‑")):
            return True
        if _is_short_form(text) and not (_SHIFT.fullmatch(text) and self._words.knows(text.capitalize())):
            return _letters(text) not in self._short_forms or self._words.knows(text)
        if text in self._words.slips or _SLIP.fullmatch(text):
            return False
        if self._knows(text):
            return True
        if part.stopped and self._is_abbreviation(text):
            return True
        joined = _INNER.sub("i", text)
        if joined != text and self._knows(joined):
            return True
        if not part.last and self._begins_words(text):
            return True
        return not part.first and self._ends_words(text)

    def _knows(self, text: str) -> bool:
        knows = self._words.knows
        return knows(text) or is_compound(text, self._is_part) or ("'" in text and all(map(knows, text.split("'"))))

    def _is_part(self, text: str) -> bool:
        return text not in self._words.slips and self._words.knows(text)

    def _is_known(self, text: str) -> bool:
        known = self._known
        if text in known:
            return True
        return any(text.endswith(end) and text[: -len(end)] in known for end in _ENDINGS) or (
            text.isupper() and text.title() in known
        )

    def _is_abbreviation(self, text: str) -> bool:
        return f"{text}." in self._words.abbreviations or self._words.knows(f"{text}.")

    def _begins_words(self, text: str) -> bool:
        """Whether it stands before a hyphen as in Haushalts- und Finanzausschuss."""
        return self._words.knows(text + "-") or any(self._words.knows(text + tried) for tried in _TRIED)

    def _ends_words(self, text: str) -> bool:
        """Whether it stands behind a hyphen as in Grünflächenpflege und -unterhaltung."""
        return self._words.knows(text[:1].upper() + text[1:]) or self._words.knows(text.lower())


def _letters(word: str) -> str:
    """The letters of a short form without regard to order, doubling, case and dots: what slips leave as it is."""
    bare = unicodedata.normalize("NFD", word.casefold())
    return "".join(sorted(set(filter(str.isalpha, bare))))


def _is_short_form(text: str) -> bool:
    """KdU, BauGB, GmbHs, LKW: begins and ends with capitals and is no long word all in capitals."""
    capitals = len(_CAPITALS.findall(text))
    if capitals == len(text):
        return len(text) <= _LONGEST_SHORT
    return capitals >= 2 and (_SHORT.fullmatch(text) is not None or capitals >= 3)
