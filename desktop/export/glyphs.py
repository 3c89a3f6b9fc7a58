"""Which characters the shipped fonts can draw, and which font draws which.

The PDF embeds these fonts; so that all formats say the same, text is made to fit them before any writer sees it
(``replace_uncovered``, called by compose).
"""

import re
import unicodedata
from collections.abc import Iterable
from enum import StrEnum
from functools import cache, lru_cache

from reportlab.pdfbase.ttfonts import TTFontFile

from desktop.paths import resource


class Face(StrEnum):
    """A shipped font by its role; the value is the file of its upright style."""

    TEXT = "LiberationSans-Regular.ttf"
    SYMBOLS = "DejaVuSans.ttf"
    EMOJI = "NotoEmoji-Regular.ttf"


#: signs of the planets, which Liberation Serif lacks; all formats and typefaces say the same
_NOT_IN_SERIF = frozenset({0x263F, 0x2641, *range(0x2643, 0x2648)})

#: from here on pictures: the emoji font first, its drawings belong together
_PICTURES = 0x1F000

#: characters that print nothing and are only hints for line ends and joins; joiners and selectors hold emoji together
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufe0e\ufe0f\ufeff"
_SPACES = "\t\n \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"

#: written from right to left, or in shapes that depend on their neighbours: a font alone does not draw these rightly
_DIRECTIONS = frozenset({"R", "AL", "AN", "RLE", "RLO", "LRE", "LRO", "PDF", "LRI", "RLI", "FSI", "PDI"})
_SHAPED = range(0x0E80, 0x0F00)  # Lao, of which DejaVu has the letters
_SELECTORS = range(0xFE00, 0xFE0E)  # choose a variant that no shipped font has
_KINDS_WITHOUT_SHAPE = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp", "Zs"})


def _drawable(code: int) -> bool:
    char = chr(code)
    return (
        unicodedata.category(char) not in _KINDS_WITHOUT_SHAPE
        and unicodedata.bidirectional(char) not in _DIRECTIONS
        and code not in _SHAPED
        and code not in _SELECTORS
    )


@cache
def _codes(face: Face) -> frozenset[int]:
    """The code points a font draws by itself, from its character map."""
    font = TTFontFile(str(resource("fonts", face)), charInfo=1)
    codes = frozenset(filter(_drawable, font.charToGlyph))
    return codes - _NOT_IN_SERIF if face is Face.TEXT else codes


def _char_class(codes: Iterable[int]) -> str:
    """The body of a regular expression's character class, as ranges."""
    ordered = sorted(codes)
    starts = [code for index, code in enumerate(ordered) if index == 0 or ordered[index - 1] != code - 1]
    ends = [code for index, code in enumerate(ordered) if index == len(ordered) - 1 or ordered[index + 1] != code + 1]
    return "".join(f"\\U{start:08x}-\\U{end:08x}" for start, end in zip(starts, ends, strict=True))


@cache
def _uncovered() -> re.Pattern[str]:
    every = _codes(Face.TEXT) | _codes(Face.SYMBOLS) | _codes(Face.EMOJI)
    return re.compile(f"[^{_SPACES}{_INVISIBLE}{_char_class(every)}]")


@cache
def _not_in_text_face() -> re.Pattern[str]:
    return re.compile(f"[^{_SPACES}{_INVISIBLE}{_char_class(_codes(Face.TEXT))}]")


def covered(char: str) -> bool:
    """Whether one character can be printed: a shipped font draws it, or it is white space or an invisible hint."""
    return _uncovered().fullmatch(char) is None


def replace_uncovered(text: str) -> tuple[str, frozenset[str]]:
    """The text as every format can print it, and the characters that had to be replaced.

    The text is composed (NFC); each character no shipped font draws becomes its number, e.g. ``⟨U+4E2D⟩``. The set
    holds the characters themselves, for a warning that names them.
    """
    composed = text if text.isascii() else unicodedata.normalize("NFC", text)
    if not _uncovered().search(composed):
        return composed, frozenset()
    missing = frozenset(_uncovered().findall(composed))
    return _uncovered().sub(lambda match: f"⟨U+{ord(match.group()):04X}⟩", composed), missing


@lru_cache(maxsize=10_000)
def _face_of(char: str) -> Face | None:
    """The font for a character; None for accents, which stay with what stands before them.

    White space is that of the text: a space of the emoji font is as wide as its pictures.
    """
    if not _not_in_text_face().match(char):
        return None if char in _INVISIBLE or unicodedata.combining(char) else Face.TEXT
    order = (Face.EMOJI, Face.SYMBOLS) if ord(char) >= _PICTURES else (Face.SYMBOLS, Face.EMOJI)
    return next((face for face in order if ord(char) in _codes(face)), Face.TEXT)


def pieces(text: str) -> list[tuple[Face, str]]:
    """The text cut where the font changes; joined they are the text again."""
    if not _not_in_text_face().search(text):
        return [(Face.TEXT, text)] if text else []
    cut: list[tuple[Face, str]] = []
    for char in text:
        last = cut[-1][0] if cut else Face.TEXT
        face = _face_of(char) or (last if _draws(last, char) else Face.TEXT)
        if cut and face == last:
            cut[-1] = (face, cut[-1][1] + char)
        else:
            cut.append((face, char))
    return cut


def _draws(face: Face, char: str) -> bool:
    return char in _INVISIBLE or ord(char) in _codes(face)
