"""Text with markup as blocks of a document, and plain blocks joined into paragraphs."""

from dataclasses import replace
from typing import TypeGuard

from desktop.export.document import (
    Align,
    Block,
    Cell,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    ParagraphRole,
    Run,
    Runs,
    Scope,
    Table,
    TableRole,
    plain,
)
from desktop.models import richtext
from desktop.text import document_text as _

_ALIGN = {richtext.Alignment.CENTER: Align.CENTER, richtext.Alignment.RIGHT: Align.RIGHT}
#: a column of a table in a text is at least and at most so wide, in characters
_NARROWEST, _WIDEST = 4, 40
#: longer paragraphs stand well enough by themselves at the foot of a page
_LONGEST_HELD = 300

Child = Paragraph | ListBlock


def prose(text: str | None, level: int, role: ParagraphRole = ParagraphRole.BODY) -> list[Block]:
    """The blocks of a text; ``level`` is the level of its own headings, ``role`` that of its paragraphs."""
    blocks = [_block(block, level, role) for block in richtext.parse(text)] if text else []
    return [_held(block, after) for block, after in zip(blocks, [*blocks, None][1:], strict=True)]


def _held(block: Block, after: Block | None) -> Block:
    """A block that holds on to the next: a line all in bold, which people use as a heading, or one before a list."""
    if after is None or not isinstance(block, Paragraph) or len(plain(block.runs)) > _LONGEST_HELD:
        return block
    announces = isinstance(after, ListBlock | Table) or all(run.bold for run in block.runs)
    return replace(block, keep_with_next=True) if announces else block


def held(blocks: list[Block]) -> list[Block]:
    """The blocks with the last, where it is a short paragraph, on the page of what follows."""
    last = blocks[-1] if blocks else None
    if not isinstance(last, Paragraph) or len(plain(last.runs)) > _LONGEST_HELD:
        return blocks
    return [*blocks[:-1], replace(last, keep_with_next=True)]


def join(before: list[Block], blocks: list[Block]) -> None:
    """Adds blocks to those before, the first paragraph to the paragraph before (runOn).

    A paragraph that holds on to the next is a heading to somebody, and is left alone.
    """
    last = before[-1] if before else None
    first = blocks[0] if blocks else None
    if _is_running(last) and not last.keep_with_next and _is_running(first):
        joined = (*last.runs, Run(" "), *first.runs)
        before[-1] = replace(last, runs=joined, keep_with_next=first.keep_with_next)
        blocks = blocks[1:]
    before.extend(blocks)


def lead(blocks: list[Block], start: Runs) -> list[Block]:
    """The blocks with runs in front of the first paragraph; without one these are a paragraph of their own."""
    first = blocks[0] if blocks else None
    if isinstance(first, Paragraph):
        return [replace(first, runs=(*start, Run(" "), *first.runs)), *blocks[1:]]
    return [Paragraph(start, keep_with_next=bool(blocks)), *blocks]


def tail(blocks: list[Block], end: str) -> list[Block]:
    """The blocks with words behind the last paragraph; behind a list or table they are a paragraph of their own."""
    last = blocks[-1] if blocks else None
    if isinstance(last, Paragraph):
        return [*blocks[:-1], replace(last, runs=(*last.runs, Run(f" {end}")))]
    return [*blocks, Paragraph((Run(end),))]


def _block(block: richtext.Block, level: int, role: ParagraphRole) -> Block:
    match block:
        case richtext.Paragraph():
            return Paragraph(_runs(block.runs), role)
        case richtext.Heading3():
            return Heading(level, _runs(block.runs))
        case richtext.List():
            return _list(block)
        case richtext.Table():
            return _table(block)


def _runs(runs: richtext.Runs) -> Runs:
    return tuple(Run(run.text, run.bold, run.italic) for run in runs)


def _list(block: richtext.List) -> ListBlock:
    return ListBlock(tuple(_item(item) for item in block.items), block.start)


def _item(item: richtext.ListItem) -> ListItem:
    children = [child for block in item.blocks for child in _children(block)]
    first = children[0] if children else None
    if isinstance(first, Paragraph):
        return ListItem(first.runs, tuple(children[1:]))
    return ListItem((), tuple(children))


def _children(block: richtext.Block) -> list[Child]:
    """What stands in a point of a list; a heading is a line in bold there, a table its rows line by line."""
    match block:
        case richtext.Paragraph():
            return [Paragraph(_runs(block.runs))]
        case richtext.Heading3():
            return [Paragraph(tuple(Run(run.text, True, run.italic) for run in block.runs), keep_with_next=True)]
        case richtext.List():
            return [_list(block)]
        case richtext.Table():
            return [Paragraph(_row_in_a_line(row)) for row in (block.header, *block.rows)]


def _row_in_a_line(cells: tuple[richtext.Runs, ...]) -> Runs:
    line: list[Run] = []
    for cell in cells:
        line += [Run(" | "), *_runs(cell)] if line else _runs(cell)
    return tuple(line)


def _table(block: richtext.Table) -> Table:
    aligns = [_ALIGN.get(alignment, Align.LEFT) if alignment else Align.LEFT for alignment in block.alignments]

    def row(cells: tuple[richtext.Runs, ...], scope: Scope) -> tuple[Cell, ...]:
        return tuple(
            Cell((_runs(runs),) if runs else (), scope if runs else Scope.NONE, align=align)
            for runs, align in zip(cells, aligns, strict=True)
        )

    rows = (row(block.header, Scope.COLUMN), *(row(cells, Scope.NONE) for cells in block.rows))
    return Table(rows, _("Table"), _widths(rows), TableRole.GRID, header_rows=1)


def _widths(rows: tuple[tuple[Cell, ...], ...]) -> tuple[float, ...]:
    """Shares by the longest text of each column, within bounds."""
    return tuple(
        float(min(_WIDEST, max(_NARROWEST, *(len(plain(runs)) for cell in column for runs in cell.paragraphs), 0)))
        for column in zip(*rows, strict=True)
    )


def _is_running(block: Block | None) -> TypeGuard[Paragraph]:
    return isinstance(block, Paragraph) and block.role is ParagraphRole.BODY
