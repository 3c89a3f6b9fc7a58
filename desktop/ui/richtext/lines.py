"""Text as the editor shows it: one line per paragraph, heading or point of a list. No Qt here.

Stored text is parsed to lines when an entry comes into view and written back from lines once it is edited; text that
nobody edits stays as it was stored. What the editor has no keys for (points of several paragraphs, very big tables) is
shown as it is written, in RAW lines, so that nothing is lost on the way there and back.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby

from desktop.models import richtext
from desktop.models.richtext import Block, Heading3, List, ListItem, Paragraph, Run, Runs, Table
from desktop.models.richtext.blocks import tidy

#: bigger tables are shown as they are written, because each cell costs time to lay out
MOST_COLUMNS, MOST_CELLS = 12, 200


class LineKind(StrEnum):
    """What a line of the editor is."""

    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    NUMBER = "number"
    HEADING = "heading"
    TABLE = "table"
    RAW = "raw"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the editor; ``"\\n"`` in a run is a hard line break.

    ``level`` counts the nesting of lists from 0. ``start`` stands at the first line of a list only: its first number,
    1 for bullets. ``sign`` follows the numbers of a list. A line of kind TABLE has a ``table`` and no runs.
    """

    kind: LineKind = LineKind.PARAGRAPH
    runs: Runs = ()
    level: int = 0
    start: int | None = None
    sign: str = "."
    table: Table | None = None

    @property
    def in_list(self) -> bool:
        """Whether it is a point of a list."""
        return self.kind in (LineKind.BULLET, LineKind.NUMBER)

    @property
    def text(self) -> str:
        """The line without its style."""
        return "".join(run.text for run in self.runs)


def table_lines(table: Table) -> list[Line]:
    """A table as the editor shows it: one line, or as it is written where it is too big."""
    return lines_from(richtext.serialize((table,)))


def flat(lines: Iterable[Line]) -> Runs:
    """Lines as the text of one cell, which has no line breaks."""
    runs: list[Run] = []
    for line in lines:
        cells = (line.table.header, *line.table.rows) if line.table is not None else ((line.runs,),)
        for cell in (one for row in cells for one in row):
            runs += [Run(" "), *cell] if runs else cell
    return tidy(Run(run.text.replace("\n", " "), run.bold, run.italic) for run in runs)


def lines_from(text: str) -> list[Line]:
    """Stored text as lines."""
    lines: list[Line] = []
    for raw, blocks in groupby(richtext.parse(text), key=_is_raw):
        if raw:
            # Written together, so that two lists after one another stay two.
            written = richtext.serialize(blocks).split("\n")
            lines += [Line(LineKind.RAW, (Run(part),) if part else ()) for part in written]
        else:
            lines += [line for block in blocks for line in _lines_of(block)]
    return lines


def _is_raw(block: Block) -> bool:
    """Whether the editor has no keys for it."""
    if isinstance(block, Heading3):
        return any(run.bold or run.italic for run in block.runs)
    if isinstance(block, Table):
        return not takes(len(block.header), len(block.rows) + 1)
    return not isinstance(block, Paragraph) and not (isinstance(block, List) and _is_plain(block))


def takes(columns: int, rows: int) -> bool:
    """Whether the editor shows a table of this size."""
    return columns <= MOST_COLUMNS and columns * rows <= MOST_CELLS


def _lines_of(block: Block) -> list[Line]:
    if isinstance(block, List):
        return list(_points(block, 0))
    if isinstance(block, Table):
        return [Line(LineKind.TABLE, table=block)]
    kind = LineKind.HEADING if isinstance(block, Heading3) else LineKind.PARAGRAPH
    return [Line(kind, block.runs)] if isinstance(block, Heading3 | Paragraph) else []


def _is_plain(block: List) -> bool:
    """Whether each point is one paragraph, if need be with lists below: that is what the editor's lines can show."""
    for item in block.items:
        head, rest = item.blocks[:1], item.blocks[1:]
        if not all(isinstance(part, Paragraph) for part in head):
            return False
        if not all(isinstance(part, List) and _is_plain(part) for part in rest):
            return False
    return True


def _points(block: List, level: int) -> Iterator[Line]:
    kind = LineKind.BULLET if block.start is None else LineKind.NUMBER
    for place, item in enumerate(block.items):
        start = (1 if block.start is None else block.start) if place == 0 else None
        runs = item.blocks[0].runs if item.blocks and isinstance(item.blocks[0], Paragraph) else ()
        yield Line(kind, runs, level, start, block.sign)
        for below in item.blocks[1:]:
            if isinstance(below, List):
                yield from _points(below, level + 1)


def text_from(lines: Iterable[Line]) -> str:
    """The text to store: canonical, so that the same lines always give the same text."""
    return LineWriter().text(lines)


class LineWriter:
    """Writes lines as text again and again while few of them change, as with each key press in a long entry."""

    def __init__(self) -> None:
        self._written: dict[Line, str] = {}

    def text(self, lines: Iterable[Line]) -> str:
        """The same as ``text_from``; lines known from the last time cost next to nothing."""
        known, self._written = self._written, {}
        parts: list[str] = []
        for alone, group in groupby(lines, key=_stands_alone):
            if not alone:
                # Lists that follow one another are written together: the signs of each depend on the one before.
                parts.append(richtext.serialize(tuple(_blocks(group))))
                continue
            for line in group:
                text = known.get(line)
                if text is None:
                    text = richtext.serialize(tuple(_blocks([line])))
                self._written[line] = text
                parts.append(text)
        return "\n\n".join(filter(None, parts))


def _stands_alone(line: Line) -> bool:
    """Whether a line is written the same whatever stands around it."""
    return line.kind in (LineKind.PARAGRAPH, LineKind.HEADING, LineKind.TABLE)


def _blocks(lines: Iterable[Line]) -> Iterator[Block]:
    for kind, group in groupby(lines, key=lambda line: "list" if line.in_list else line.kind):
        if kind == "list":
            yield from _lists(list(group), 0)
        elif kind is LineKind.RAW:
            yield from richtext.parse("\n".join(line.text for line in group))
        elif kind is LineKind.TABLE:
            yield from (line.table for line in group if line.table is not None)
        else:
            made = Heading3 if kind is LineKind.HEADING else Paragraph
            yield from (made(line.runs) for line in group if line.text.strip())


def _lists(lines: Sequence[Line], level: int) -> Iterator[List]:
    """The lists of a run of points, all at ``level`` or below."""
    items: list[ListItem] = []
    first: Line | None = None
    place = 0
    while place < len(lines):
        line = lines[place]
        if first is not None and (line.start is not None or line.kind is not first.kind):
            yield _list(items, first)
            items, first = [], None
        end = place + 1
        while end < len(lines) and lines[end].level > level:
            end += 1
        head: tuple[Block, ...] = (Paragraph(line.runs),) if line.text.strip() else ()
        # A list may not stand where its point has no text of its own; it then moves up to the point's place.
        below = list(lines[place + 1 : end])
        if not head and below:
            yield from [_list(items, first)] if first is not None else []
            yield from _lists([replace(one, level=max(level, one.level - 1)) for one in below], level)
            items, first, place = [], None, end
            continue
        items.append(ListItem((*head, *_lists(below, level + 1))))
        first = first or line
        place = end
    if first is not None:
        yield _list(items, first)


def _list(items: list[ListItem], first: Line) -> List:
    if first.kind is LineKind.BULLET:
        return List(tuple(items))
    return List(tuple(items), 1 if first.start is None else first.start, first.sign)


def without_empty_points(lines: Sequence[Line]) -> list[Line]:
    """The lines without points at the end that say nothing, as a cut at the start of a point leaves them."""
    kept = list(lines)
    while kept and kept[-1].in_list and not kept[-1].text.strip():
        kept.pop()
    return kept


def joined(before: Sequence[Line], after: Sequence[Line]) -> tuple[list[Line], int, int]:
    """Two texts as one: the first paragraph of the second goes on in the last line of the first, after a space.

    Returns the lines and where the seam is: number of the line, and how many characters of it stand before the seam.
    """
    if not before or not after:
        return [*before, *after], max(len(before) - 1, 0), len(before[-1].text) if before else 0
    last, first = before[-1], after[0]
    seam = len(last.text)
    if first.kind is not LineKind.PARAGRAPH or last.kind in (LineKind.RAW, LineKind.HEADING, LineKind.TABLE):
        return [*before, *after], len(before) - 1, seam
    gap = last.text and first.text and not last.text[-1].isspace() and not first.text[0].isspace()
    runs = (*last.runs, *((Run(" "),) if gap else ()), *first.runs)
    return [*before[:-1], replace(last, runs=runs), *after[1:]], len(before) - 1, seam + bool(gap)
