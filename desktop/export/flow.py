"""What stays together on paper, for the writers that have pages."""

from desktop.export.document import (
    Block,
    Heading,
    PageBreak,
    Paragraph,
    ParagraphRole,
    Rule,
    Table,
    TableRole,
)
from desktop.export.styles import KEPT_ROWS

_RESULT = (ParagraphRole.VERDICT, ParagraphRole.TOTALS)


def printable(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks that leave something on paper.

    Left out are tables without rows and page breaks that only make an empty page: first, last, one after another.
    """
    kept: list[Block] = []
    for block in blocks:
        if isinstance(block, Table) and not block.rows:
            continue
        if not isinstance(block, PageBreak) or (kept and not isinstance(kept[-1], PageBreak)):
            kept.append(block)
    return tuple(kept[:-1] if kept and isinstance(kept[-1], PageBreak) else kept)


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
