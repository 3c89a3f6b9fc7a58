"""What stays together on paper, for the writers that have pages; and how long text is cut into bearable parts."""

from collections.abc import Iterator
from dataclasses import replace

from desktop.export.document import (
    Block,
    Heading,
    PageBreak,
    Paragraph,
    ParagraphRole,
    Rule,
    Run,
    Runs,
    Table,
    TableRole,
    plain,
)
from desktop.export.styles import KEPT_ROWS

#: line breaking takes time with the square of the length; 10 KB are a page and a half
LONGEST = 10_000
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


def portions(runs: Runs, limit: int = LONGEST) -> Iterator[Runs]:
    """The runs in portions of at most ``limit`` characters, cut at a line end, else a sentence end, else a space.

    Joined they are the text again, but for white space at the cuts. Text that fits is one portion, also the empty one.
    """
    length = sum(len(run.text) for run in runs)
    if length <= limit:
        yield runs
        return
    text = plain(runs)
    start = 0
    while length - start > limit:
        end = _cut(text, start, start + limit)
        yield _part(runs, start, end)
        start = end
    yield _part(runs, start, length)


def _cut(text: str, start: int, end: int) -> int:
    """The best place to cut between start and end, not in the first half."""
    middle = (start + end) // 2
    for mark in ("\n", ". ", " "):
        found = text.rfind(mark, middle, end)
        if found >= 0:
            return found + len(mark)
    return end


def _part(runs: Runs, start: int, end: int) -> Runs:
    """The text from start to end with its styles, without a line break at the end: the portion ends the line itself."""
    parts: list[Run] = []
    position = 0
    for run in runs:
        low, high = max(start - position, 0), min(end - position, len(run.text))
        if low < high:
            parts.append(replace(run, text=run.text[low:high]))
        position += len(run.text)
    if parts and parts[-1].text.endswith("\n"):
        parts[-1] = replace(parts[-1], text=parts[-1].text[:-1])
    return tuple(parts)
