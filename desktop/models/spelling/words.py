"""The words of a German text as a spell check sees them; what is no word is passed over. Pure functions."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

SOFT_HYPHEN = "\u00ad"
#: a letter, with the marks that decomposed umlauts have, and soft hyphens
_L = r"(?:[^\W\d_][\u0300-\u036f\u00ad]*)"
_PASSED = (
    r"\[\[[^\]]{0,200}\]\]",  # the hole of a text block
    r"(?:https?://|www\.)\S+",
    r"[\w.+-]{1,64}@[\w.-]+",
    r"(?:[\w-]{1,64}\.){1,8}(?:de|com|org|net|eu|info|gov|pdf|docx?|xlsx?|odt|csv|jpe?g|png)\b(?:/\S*)?",
    r"[\w/.-]{0,64}\d[\w/.–-]*",  # numbers, dates, times, paper numbers
    rf"(?:{_L}{{1,4}}\.){{2,8}}(?:{_L}{{1,4}}\b)?",  # z.B., i.d.R.
    rf"{_L}{{1,3}}\. {_L}{{1,3}}\.(?: {_L}{{1,3}}\.)?",  # z. B.
)
#: the sign of a gender form, between a stem and its ending: Bürger*innen, Bürger:innenrat, jede/-r
_GENDER = r"(?:[*:_·]|/-?|\(-?)(?=(?:inne?n?|in|r|n|s|e|es|er|en|em|frau|mann)\b|innen|frauen)"
_STEM = rf"{_L}+(?:(?:{_GENDER}|['’‘]){_L}+\)?)*"
_DASH = "[-‐‑]"
_TOKEN = re.compile(
    rf"(?P<passed>{'|'.join(_PASSED)})|(?P<word>{_DASH}?{_STEM}(?:{_DASH}{_STEM})*{_DASH}?['’]?)",
)
_PART = re.compile(_STEM)
#: before a word that is rightly there twice: …, die die Verwaltung; …, für die die Verwaltung
_CLAUSE = re.compile(r",\s+(?:\w+\s+)?$")
#: how far such a beginning is looked for
_BEFORE = 40
_BLANKS = " \u00a0"
#: doubled they are right: dass sie sie kennen
_TWICE = ("sie",)
_SIGNS = re.compile(r"[*:_·()]|/-?|(?<=\()-")


@dataclass(frozen=True, slots=True)
class Part:
    """A word, or one part of a word with hyphens: where it stands and how it reads.

    ``text`` is composed and without soft hyphens and the signs of gender forms. ``whole`` is the word it belongs to.
    ``first`` and ``last`` say that nothing of the word stands before or behind it, a lone hyphen neither.
    """

    start: int
    end: int
    text: str
    whole: str
    first: bool
    last: bool
    #: a full stop follows
    stopped: bool


def parts_of(text: str) -> Iterator[Part]:
    """The words of a text, those with hyphens part by part."""
    for token in _TOKEN.finditer(text):
        if token.lastgroup != "word":
            continue
        whole = plain(token.group())
        base, until = token.start(), token.end()
        for part in _PART.finditer(text, base, until):
            yield Part(
                part.start(),
                part.end(),
                plain(part.group()),
                whole,
                first=part.start() == base,
                last=part.end() == until or text[part.end() : until] in ("'", "’"),
                stopped=text[part.end() : part.end() + 1] == ".",
            )


def doubled(text: str, parts: Iterable[Part]) -> Iterator[tuple[Part, Part]]:
    """Words that stand twice in a row with nothing but blanks between them."""
    for one, two in pairwise(part for part in parts if part.first and part.last):
        word = one.text.casefold()
        if len(word) < 2 or word in _TWICE or word != two.text.casefold():
            continue
        if not text[one.end : two.start].strip(_BLANKS) and not _CLAUSE.search(
            text, max(one.start - _BEFORE, 0), one.start
        ):
            yield one, two


def plain(word: str) -> str:
    """A word as dictionaries have it: composed, no soft hyphens, no signs of gender forms, straight apostrophes."""
    word = unicodedata.normalize("NFC", word.replace(SOFT_HYPHEN, ""))
    return _SIGNS.sub("", word).replace("’", "'").replace("‘", "'")


def names_in(text: str) -> Iterator[str]:
    """The words of a name, with and without hyphens: of Detlefsen-Kühl all three."""
    for part in parts_of(text):
        yield part.text
        if part.first and not part.last:
            yield part.whole


def units(text: str, position: int) -> int:
    """A position in a text as Qt counts it, in UTF-16."""
    return position if text.isascii() else len(text[:position].encode("utf-16-le")) // 2
