"""Text that flows: paragraphs, headings, list items and the text of cells, drawn through the tagger."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import getFont
from reportlab.platypus import Flowable

from desktop.export.document import FOLLOWED, Align, Run, Runs
from desktop.export.fonts import font_name
from desktop.export.glyphs import Face, pieces
from desktop.export.pdf.lines import Ink, Line, Piece, broken, trailing
from desktop.export.pdf.tags import Decoration, Element, Spot, Tag, Tagger
from desktop.export.styles import FILL_INDENT, FILL_PAD, SIGN_GAP, TextStyle
from desktop.models.profiles import Typeface

_SHARES = {Align.LEFT: 0.0, Align.CENTER: 0.5, Align.RIGHT: 1.0}
#: no font draws them, a reader does not see them
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufe0e\ufe0f\ufeff]")
#: the fonts' own space is the only one drawn: narrow ones that hold words together as the no-break space, wide ones as
#: several with a place to break after them
_SPACES = str.maketrans(
    {"\u202f": "\u00a0", "\u2007": "\u00a0", "\u2003": "\u00a0\u00a0\u00a0 ", "\t": "\u00a0\u00a0\u00a0 "}
    | dict.fromkeys("\r\u1680\u2000\u2001\u2002\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000", " ")
)

Placed = tuple[float, float, Piece]


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline: its depth from 0, its place among all entries, and its words."""

    depth: int
    number: int
    title: str


class Text(Flowable):  # type: ignore[misc]
    """One paragraph, or the part of one that stands on a page.

    ``label`` is drawn at ``label_x`` beside the first line; ``after`` replaces the distance that the style keeps below.
    In cells (``loose``) lines may stand alone, or a tall row could not be broken; what is ``solid`` is not parted to
    hold on to what follows.
    """

    label: tuple[Element, str, Ink] | None = None
    label_x = 0.0
    bookmark: Bookmark | None = None
    after: float | None = None
    loose = solid = False
    first = last = True
    _drawn = False
    _at = -1.0

    def __init__(
        self, tagger: Tagger, stretches: list[tuple[str, Ink]], look: TextStyle, align: Align, indent: float
    ) -> None:
        super().__init__()
        self.tagger, self.look = tagger, look
        self._stretches, self._align, self._indent = stretches, align, indent
        self._pad = FILL_PAD if look.fill else 0.0
        self._left = indent + look.indent + (FILL_INDENT if look.fill else 0.0)
        self._right = SIGN_GAP if look.over else 0.0
        self._lines: list[Line] = []

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Break into lines, once for each width, a part never again. Without text it is one empty line high."""
        if self._at != width and self.first and self.last:
            self._lines = broken(self._stretches, max(width - self._left - self._right, 1.0))
            self._at = width
        self.width, self.height = width, max(len(self._lines), 1) * self.look.leading
        return self.width, self.height

    def getSpaceBefore(self) -> float:
        """The distance to what stands above; a part that goes on has none."""
        return self.look.before + self._pad if self.first else 0.0

    def getSpaceAfter(self) -> float:
        """The distance to what follows: of the style, unless ``after`` is set; a part that goes on has none."""
        if not self.last:
            return 0.0
        return self.look.after + self._pad if self.after is None else self.after

    def split(self, width: float, height: float) -> list["Text"]:
        """Cut at a line end, with two lines or more on both sides; the label stays with the first part.

        Within a cell reportlab gives the width with the padding here, so what is broken already stays as it is.
        """
        if self._at < 0:
            self.wrap(width, height)
        least, fitting, count = 1 if self.loose else 2, int(height / self.look.leading), len(self._lines)
        if fitting >= count and not self.loose:
            return [self]
        fitting = min(fitting, count - least)
        return [self._part(0, fitting), self._part(fitting, count)] if fitting >= least else []

    def parted(self, width: float, height: float) -> list["Text"]:
        """Cut so that two lines or more are left on both sides; nothing where that cannot be."""
        if self.solid:
            return []
        parts = self.split(width, min(height, self.wrap(width, height)[1] - 2 * self.look.leading))
        return parts if len(parts) == 2 else []

    def _part(self, start: int, stop: int) -> "Text":
        part = Text(self.tagger, [], self.look, self._align, self._indent)
        part._lines, part._at = self._lines[start:stop], self._at
        part.height = (stop - start) * self.look.leading
        part.loose, part.solid, part.after = self.loose, self.solid, self.after
        part.first, part.last = self.first and start == 0, self.last and stop == len(self._lines)
        if start == 0:
            part.label, part.label_x, part.bookmark = self.label, self.label_x, self.bookmark
        return part

    def draw(self) -> None:
        """Decoration first, then label and text. Drawn once more (a repeated header row) all of it is decoration."""
        if self._drawn:
            self.tagger.artifact(self.canv, partial(self._write, list(self._placed())), Decoration.AGAIN)
            return
        self._drawn = True
        if self.look.fill or self.look.bar or self.look.under or self.look.over:
            self.tagger.artifact(self.canv, self._decorate)
        if self.bookmark:
            self._set_bookmark(self.bookmark)
        if self.label:
            element, text, ink = self.label
            placed = [(self.label_x, self.height - self.look.size, Piece(text, ink, 0))]
            self.tagger.draw(self.canv, element, partial(self._write, placed))
        for element, group in groupby(self._placed(), key=lambda placed: placed[2].ink.element):
            content = list(group)
            self.tagger.draw(self.canv, element, partial(self._write, content))
            if element.tag == Tag.LINK:
                self._link(element, content)

    def _placed(self) -> Iterator[Placed]:
        """The pieces with the place where each begins."""
        room = self.width - self._left - self._right
        y = self.height - self.look.size
        for line in self._lines:
            x = self._left + _SHARES[self._align] * (room - line.width)
            for piece in line.pieces:
                yield x, y, piece
                x += piece.width
            y -= self.look.leading

    def _write(self, placed: list[Placed]) -> None:
        """Text on one line goes on where it ended; only a new line is given its place."""
        canvas = self.canv
        red, green, blue = HexColor(f"#{self.look.color}").rgb()
        code = [f"BT {red:.3g} {green:.3g} {blue:.3g} rg"]
        height, used = None, ""
        for x, y, (text, ink, _) in placed:
            if y != height:
                code.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm")
                height = y
            font = getFont(ink.font)
            for subset, codes in font.splitString(text, canvas._doc):
                name = f"{font.getSubsetInternalName(subset, canvas._doc)} {ink.size:g} Tf"
                if name != used:
                    code.append(name)
                    used = name
                code.append(f"({canvas._escape(codes)}) Tj")
        canvas.addLiteral("\n".join([*code, "ET"]))

    def _link(self, element: Element, placed: list[Placed]) -> None:
        """Underline it, and make it a place to click on, line by line."""
        page, size = self.canv.getPageNumber(), self.look.size
        for x, y, piece in placed:
            width = piece.width - trailing(piece)
            self.tagger.artifact(
                self.canv, partial(self._line, self.look.color, 0.5, x, y - 0.12 * size, x + width, y - 0.12 * size)
            )
            low, high = (
                self.canv.absolutePosition(x, y - 0.25 * size),
                self.canv.absolutePosition(x + width, y + size),
            )
            element.kids.append(Spot(page, (*low, *high)))

    def _set_bookmark(self, bookmark: Bookmark) -> None:
        key = f"h{bookmark.number}"
        self.canv.bookmarkHorizontal(key, 0, self.height)
        self.canv.addOutlineEntry(bookmark.title, key, bookmark.depth)

    def _decorate(self) -> None:
        canvas, look, width = self.canv, self.look, self.width
        if look.fill:
            canvas.setFillColor(HexColor(f"#{look.fill}"))
            canvas.rect(0, -FILL_PAD, width, self.height + 2 * FILL_PAD, stroke=0, fill=1)
        if look.bar:
            self._line(look.bar, 1.5, look.indent - 9, -1, look.indent - 9, self.height)
        if look.under and self.last:
            self._line(look.under, 0.6, 0, -2, width, -2)
        if look.over and self.first:
            self._line(look.over, 0.6, 0, self.height + 4, width - SIGN_GAP, self.height + 4)

    def _line(self, color: str, thickness: float, *ends: float) -> None:
        self.canv.setStrokeColor(HexColor(f"#{color}"))
        self.canv.setLineWidth(thickness)
        self.canv.line(*ends)


@dataclass(frozen=True)
class Press:
    """What all text of one document is made with."""

    tagger: Tagger
    typeface: Typeface = Typeface.SANS
    language: str = ""

    def text(self, element: Element, runs: Runs, look: TextStyle, align: Align = Align.LEFT, indent: float = 0) -> Text:
        """The runs as one paragraph within an element; links and words of other languages get elements of their own."""
        stretches = [stretch for run in runs for stretch in self._stretches(element, run, look)]
        return Text(self.tagger, stretches, look, align, indent)

    def label(self, element: Element, text: str, look: TextStyle) -> tuple[Element, str, Ink]:
        """A number or bullet, for ``Text.label``."""
        return element, text, Ink(font_name(typeface=self.typeface), look.size, element)

    def _stretches(self, parent: Element, run: Run, look: TextStyle) -> Iterator[tuple[str, Ink]]:
        language = run.language if run.language != self.language else ""
        element = parent
        if run.link.startswith(FOLLOWED) and run.text.strip():
            element = Element(Tag.LINK, parent, alt=run.text, link=run.link, language=language)
        elif language:
            element = Element(Tag.SPAN, parent, language=language)
        bold, italic = run.bold or look.bold, run.italic != look.italic
        inks: dict[Face, Ink] = {}
        for face, piece in pieces(drawn(run.text)):
            if face not in inks:
                inks[face] = Ink(font_name(face, bold, italic, self.typeface), look.size, element)
            yield piece, inks[face]


def drawn(text: str) -> str:
    """The text as it is drawn: composed, without what nobody sees."""
    if text.isascii():
        return text.translate(_SPACES) if "\t" in text or "\r" in text else text
    return _UNSEEN.sub("", unicodedata.normalize("NFC", text)).translate(_SPACES)
