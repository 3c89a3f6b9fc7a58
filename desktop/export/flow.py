"""What stays together on paper, for the writers that have pages."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate

from desktop.export.document import (
    Block,
    Cell,
    Heading,
    PageBreak,
    Paragraph,
    ParagraphRole,
    Rule,
    Scope,
    Table,
    TableRole,
    plain,
)
from desktop.export.styles import KEPT_ROWS, columns

_RESULT = (ParagraphRole.VERDICT, ParagraphRole.TOTALS)


def printable(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks that leave something on paper, see ``printable_places``."""
    return tuple(block for _, block in printable_places(blocks))


def printable_places(blocks: tuple[Block, ...]) -> list[tuple[int, Block]]:
    """The blocks that leave something on paper, each with its place among all.

    Left out are tables without words, columns of a table in which nothing begins, and page breaks that only make an
    empty page: first, last, one after another.
    """
    kept: list[tuple[int, Block]] = []
    for place, block in enumerate(blocks):
        if isinstance(block, Table):
            if not any(_has_text(cell) for row in block.rows for cell in row):
                continue
            block = with_headers(without_idle_columns(block))
        if not isinstance(block, PageBreak) or (kept and not isinstance(kept[-1][1], PageBreak)):
            kept.append((place, block))
    return kept[:-1] if kept and isinstance(kept[-1][1], PageBreak) else kept


def without_idle_columns(table: Table) -> Table:
    """The table without the columns in which no cell begins; the one before such a column gets its room."""
    starts = [list(_starts(row)) for row in table.rows]
    used = sorted({start for row in starts for start in row} | {0})
    count = columns(table)
    if len(used) == count:
        return table
    ends = [*used[1:], count]
    rows = tuple(
        tuple(
            replace(cell, colspan=sum(start <= one < start + cell.colspan for one in used))
            for start, cell in zip(found, row, strict=True)
        )
        for found, row in zip(starts, table.rows, strict=True)
    )
    widths = tuple(sum(table.widths[start:end]) for start, end in zip(used, ends, strict=True))
    return replace(table, rows=rows, widths=widths)


def _starts(row: tuple[Cell, ...]) -> Iterator[int]:
    """The columns in which the cells of a row begin."""
    return accumulate((cell.colspan for cell in row[:-1]), initial=0) if row else iter(())


def is_list(table: Table) -> bool:
    """Whether the lines of a table are points of a list: they stand in one column without a title."""
    return columns(table) == 1 and all(cell.scope is Scope.NONE for row in table.rows for cell in row)


def with_headers(table: Table) -> Table:
    """The table with no empty header cell, and with some header cell.

    Where no cell heads anything the first words of each row do, as the name does in a list of members. A cell alone
    in its row has nothing to head.
    """
    if table.role is TableRole.SIGNATURES or is_list(table):
        return table
    headed = any(cell.scope is not Scope.NONE and _has_text(cell) for row in table.rows for cell in row)
    return replace(table, rows=tuple(map(_without_empty_headers if headed else _headed, table.rows)))


def _without_empty_headers(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
    return tuple(cell if _has_text(cell) else replace(cell, scope=Scope.NONE) for cell in row)


def _headed(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
    first = next(filter(_has_text, row), None) if len(row) > 1 else None
    return tuple(replace(cell, scope=Scope.ROW if cell is first else Scope.NONE) for cell in row)


def _has_text(cell: Cell) -> bool:
    return any(plain(runs).strip() for runs in cell.paragraphs)


def kept_whole(table: Table) -> bool:
    """Whether a table is not to be broken over pages: signatures, and ruled tables small enough."""
    return table.role is TableRole.SIGNATURES or (table.role is TableRole.GRID and len(table.rows) <= KEPT_ROWS)


def keeps_with_next(block: Block, following: Block | None) -> bool:
    """Whether a block must not be the last on its page: headings, paragraphs that ask, a vote before its result.

    A rule holds on to both its sides: what is signed below it is what stands above.
    """
    if following is None or isinstance(following, PageBreak):
        return False
    if isinstance(following, Rule):
        return not isinstance(block, Table) or kept_whole(block)
    match block:
        case Heading() | Rule():
            return True
        case Paragraph():
            return block.keep_with_next
        case Table():
            return kept_whole(block) and isinstance(following, Paragraph) and following.role in _RESULT
    return False
