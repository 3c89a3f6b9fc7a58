"""Text that flows: paragraphs, headings, list items and the text of cells, drawn through the tagger."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph
from reportlab.platypus.paraparser import ParaFrag

from desktop.export.document import Align, Runs
from desktop.export.flow import portions
from desktop.export.fonts import font_name
from desktop.export.glyphs import pieces
from desktop.export.pdf.tags import Kind, Node, Tagger
from desktop.export.styles import FILL_INDENT, FILL_PAD, SIGN_GAP, TextStyle

_ALIGNMENTS = {Align.LEFT: 0, Align.CENTER: 1, Align.RIGHT: 2}
#: no font draws them, a reader does not see them
_UNSEEN = re.compile("[\u00ad\u200b\u200c\u200e\u200f\u2060\ufeff]")
#: reportlab knows one space that holds words together and makes every other one like the space bar's; so narrow ones
#: are drawn as that one, and wide ones and tabs as several with a place to break after them
_SPACES = str.maketrans(
    {"\u202f": "\u00a0", "\u2007": "\u00a0", "\u2003": "\u00a0\u00a0\u00a0 ", "\t": "\u00a0\u00a0\u00a0 "}
)


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline: its depth from 0, its place among all entries, and its words."""

    depth: int
    number: int
    title: str


@cache
def paragraph_style(style: TextStyle, align: Align = Align.LEFT, indent: float = 0, in_cell: bool = False) -> Any:
    """The style as reportlab knows it. In cells lines may stand alone, or a tall row could not be broken."""
    pad = FILL_PAD if style.fill else 0
    return ParagraphStyle(
        name="",
        fontName=font_name(bold=style.bold, italic=style.italic),
        fontSize=style.size,
        leading=style.leading,
        textColor=HexColor(f"#{style.color}"),
        alignment=_ALIGNMENTS[align],
        leftIndent=indent + style.indent + (FILL_INDENT if style.fill else 0),
        rightIndent=SIGN_GAP if style.over else 0,
        spaceBefore=style.before + pad,
        spaceAfter=style.after + pad,
        allowWidows=int(in_cell),
        allowOrphans=int(in_cell),
        splitLongWords=1,
        # Squeezed lines look uneven beside the others, and working them out costs time with the square of their pieces.
        spaceShrinkage=0,
    )


class Text(Paragraph):  # type: ignore[misc]
    """One paragraph, or a portion of one. It is made from fragments: no text ever passes reportlab's markup parser.

    ``label`` is drawn at ``label_x`` beside the first line; ``after`` replaces the distance that the style keeps below.
    """

    tagger: Tagger
    node: Node
    look: TextStyle
    label: tuple[Node, str] | None = None
    label_x: float = 0
    bookmark: Bookmark | None = None
    after: float | None = None
    first = last = True
    _drawn = False
    _wrapped: tuple[float, tuple[float, float]] | None = None

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Break into lines, once for each width. Without text it is one empty line high."""
        if self._wrapped is None or self._wrapped[0] != width or not hasattr(self, "blPara"):
            _, needed = super().wrap(width, height)
            self.height = needed or self.style.leading
            self._wrapped = (width, (width, self.height))
        return self._wrapped[1]

    def getSpaceAfter(self) -> float:
        """The distance to what follows: of the style, unless ``after`` is set."""
        return float(self.style.spaceAfter if self.after is None else self.after)

    def split(self, width: float, height: float) -> list["Text"]:
        """Cut at a line end; the label stays with the first part."""
        parts: list[Text] = super().split(width, height)
        if len(parts) == 2:
            for part in parts:
                part.tagger, part.node, part.look = self.tagger, self.node, self.look
            parts[0].label, parts[0].label_x, parts[0].bookmark = self.label, self.label_x, self.bookmark
            parts[1].after = self.after
            parts[0].first, parts[1].first = self.first, False
            parts[0].last, parts[1].last = False, self.last
        return parts

    def parted(self, width: float, height: float) -> list["Text"]:
        """Cut so that two lines or more are left on both sides; nothing where that cannot be. No heading is cut."""
        if self.node.kind is Kind.HEADING:
            return []
        parts = self.split(width, min(height, self.wrap(width, height)[1] - 2 * self.style.leading))
        return parts if len(parts) == 2 else []

    def _split_blParaProcessed(self, lines: Any, start: int, stop: int) -> list[Any]:
        """reportlab fails where the cut leaves nothing but a line break at the very beginning."""
        first, end = lines.lines[start].sFW, lines.lines[stop].sFW if stop < len(lines.lines) else len(self.frags)
        return super()._split_blParaProcessed(lines, start, stop) if stop and first < end else []

    def draw(self) -> None:
        """Decoration first, then label and text. Drawn once more (a repeated header row) all of it is decoration."""
        if self._drawn:
            self.tagger.artifact(self.canv, super().draw)
            return
        self._drawn = True
        if self.look.fill or self.look.bar or self.look.under or self.look.over:
            self.tagger.artifact(self.canv, self._decorate)
        if self.bookmark:
            self._set_bookmark(self.bookmark)
        if self.label:
            self.tagger.draw(self.canv, self.label[0], self._draw_label)
        self.tagger.draw(self.canv, self.node, super().draw)

    def _draw_label(self) -> None:
        assert self.label
        self.canv.setFont(self.style.fontName, self.style.fontSize)
        self.canv.setFillColor(self.style.textColor)
        self.canv.drawString(self.label_x, self.height - self.style.fontSize, self.label[1])

    def _set_bookmark(self, bookmark: Bookmark) -> None:
        key = f"h{bookmark.number}"
        self.canv.bookmarkHorizontal(key, 0, self.height)
        self.canv.addOutlineEntry(bookmark.title, key, bookmark.depth)

    def _decorate(self) -> None:
        canvas, look, width = self.canv, self.look, self.width
        canvas.saveState()
        if look.fill:
            canvas.setFillColor(HexColor(f"#{look.fill}"))
            canvas.rect(0, -FILL_PAD, width, self.height + 2 * FILL_PAD, stroke=0, fill=1)
        if look.bar:
            self._line(look.bar, 1.5, look.indent - 9, -1, look.indent - 9, self.height)
        if look.under and self.last:
            self._line(look.under, 0.6, 0, -2, width, -2)
        if look.over and self.first:
            self._line(look.over, 0.6, 0, self.height + 4, width - SIGN_GAP, self.height + 4)
        canvas.restoreState()

    def _line(self, color: str, thickness: float, *ends: float) -> None:
        self.canv.setStrokeColor(HexColor(f"#{color}"))
        self.canv.setLineWidth(thickness)
        self.canv.line(*ends)


def texts(
    tagger: Tagger, node: Node, runs: Runs, look: TextStyle, align: Align = Align.LEFT, indent: float = 0,
    in_cell: bool = False,
) -> list[Text]:  # fmt: skip
    """The runs as paragraphs that follow each other: one, or several where the text is very long."""
    style = paragraph_style(look, align, indent, in_cell)
    made = []
    for portion in portions(runs):
        text = Text(None, style, frags=list(_fragments(portion, look)))
        text.tagger, text.node, text.look = tagger, node, look
        made.append(text)
    for text in made[1:]:
        text.first = False
    for text in made[:-1]:
        text.last = False
    return made


def drawn(text: str) -> str:
    """The text as it is drawn: composed, without what nobody sees."""
    if text.isascii():
        return text.translate(_SPACES) if "\t" in text else text
    return _UNSEEN.sub("", unicodedata.normalize("NFC", text)).translate(_SPACES)


def _fragments(runs: Runs, look: TextStyle) -> Iterator[Any]:
    for run in runs:
        bold, italic = run.bold or look.bold, run.italic != look.italic
        for index, line in enumerate(run.text.split("\n")):
            if index:
                yield _fragment("", look, font_name(bold=bold, italic=italic), lineBreak=True)
            for face, piece in pieces(drawn(line)):
                yield _fragment(piece, look, font_name(face, bold, italic))


def _fragment(text: str, look: TextStyle, font: str, **more: object) -> Any:
    return ParaFrag(
        text=text,
        fontName=font,
        fontSize=look.size,
        textColor=HexColor(f"#{look.color}"),
        bold=0,
        italic=0,
        rise=0,
        greek=0,
        link=[],
        us_lines=[],
        **more,
    )
