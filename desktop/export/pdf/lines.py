"""Text as lines: each takes as many words as fit, in time that grows with the length of the text alone."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from reportlab.pdfbase.pdfmetrics import stringWidth

from desktop.export.pdf.tags import Element

_WORD = re.compile(" *[^ \n]+ *| +|\n")
#: what rounding may cost
_SPARE = 1e-6


@dataclass(frozen=True, eq=False, slots=True)
class Ink:
    """How a stretch of text is drawn, and the element it belongs to."""

    font: str
    size: float
    element: Element


class Piece(NamedTuple):
    """Text in one ink, and its width in points."""

    text: str
    ink: Ink
    width: float


class Line(NamedTuple):
    """What stands on one line. ``width`` is without the spaces at its end, which are drawn all the same."""

    pieces: tuple[Piece, ...]
    width: float


@lru_cache(maxsize=50_000)
def _advance(text: str, font: str) -> float:
    """The width at size 1: most words of a document come more than once."""
    return float(stringWidth(text, font, 1))


def _piece(text: str, ink: Ink) -> Piece:
    return Piece(text, ink, _advance(text, ink.font) * ink.size)


def broken(stretches: Iterable[tuple[str, Ink]], width: float) -> list[Line]:
    """The text in lines of at most ``width`` points.

    It is parted at spaces and line breaks; a word longer than a line is cut. Text that ends with a line break has an
    empty line at its end, no text at all has no lines.
    """
    filler = _Filler(width)
    for text, ink in stretches:
        for token in _WORD.findall(text):
            if token == "\n":
                filler.turn(ink)
            else:
                filler.add(token, ink)
    return filler.finish()


class _Filler:
    """Puts words on lines."""

    def __init__(self, width: float) -> None:
        self._width = width + _SPARE
        self._lines: list[Line] = []
        self._line: list[Piece] = []
        self._used = 0.0
        self._word: list[Piece] = []
        self._turned = False

    def add(self, token: str, ink: Ink) -> None:
        """A word, or a part of one: it goes on until a space."""
        self._word.append(_piece(token, ink))
        if token[-1] == " ":
            self._place()

    def turn(self, ink: Ink) -> None:
        """A line break; read aloud, the words before and after it stay apart."""
        self._place()
        if self._line:
            self._line.append(_piece(" ", ink))
        self._end()
        self._turned = True

    def finish(self) -> list[Line]:
        """All lines."""
        self._place()
        if self._line or self._turned:
            self._end()
        return self._lines

    def _place(self) -> None:
        word, self._word = self._word, []
        if not word:
            return
        width = sum(piece.width for piece in word)
        solid = width - trailing(word[-1])
        if self._line and self._used + solid > self._width:
            self._end()
        if solid > self._width:
            self._cut(word)
        else:
            self._line += word
            self._used += width

    def _cut(self, word: list[Piece]) -> None:
        for text, ink, _ in word:
            for char in text:
                piece = _piece(char, ink)
                if self._line and char != " " and self._used + piece.width > self._width:
                    self._end()
                self._line.append(piece)
                self._used += piece.width

    def _end(self) -> None:
        pieces = tuple(_joined(list(group)) for _, group in groupby(self._line, key=lambda piece: piece.ink))
        width = sum(piece.width for piece in pieces)
        self._lines.append(Line(pieces, width - trailing(pieces[-1]) if pieces else 0.0))
        self._line, self._used, self._turned = [], 0.0, False


def trailing(piece: Piece) -> float:
    """The width of the spaces at the end."""
    spaces = len(piece.text) - len(piece.text.rstrip(" "))
    return spaces * _advance(" ", piece.ink.font) * piece.ink.size if spaces else 0.0


def _joined(pieces: list[Piece]) -> Piece:
    first = pieces[0]
    if len(pieces) == 1:
        return first
    return Piece("".join(piece.text for piece in pieces), first.ink, sum(piece.width for piece in pieces))
