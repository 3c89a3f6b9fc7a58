"""The Document as plain text: for mail, for search, for eyes that need no layout."""

from itertools import zip_longest

from desktop.export.document import (
    Align,
    Cell,
    Document,
    Figure,
    Heading,
    ListBlock,
    ListItem,
    PageBreak,
    Paragraph,
    ParagraphRole,
    Rule,
    Scope,
    Table,
    TableRole,
    plain,
)
from desktop.export.styles import columns, padded

#: a table wider than this is written as one line per cell
_WIDEST = 110
_GAP = "  "
_UNDERLINES = {1: "=", 2: "-"}


def render(document: Document) -> bytes:
    """The document as UTF-8 text: blocks apart by an empty line, hard line breaks kept, no line wrapped."""
    written = ("\n".join(_lines(block)) for block in document.blocks)
    return ("\n\n".join(text for text in written if text) + "\n").encode()


def _lines(block: Heading | Paragraph | ListBlock | Table | Figure | Rule | PageBreak) -> list[str]:
    match block:
        case Heading():
            return _heading(block)
        case Paragraph():
            indent = "    " if block.role is ParagraphRole.QUOTE else ""
            return [(indent + line).rstrip() for line in plain(block.runs).split("\n")]
        case ListBlock():
            return _list(block)
        case Table():
            return _table(block)
        case Figure():  # a picture says nothing in plain text
            return []
        case Rule():
            return ["-" * 40]
        case PageBreak():
            return []


def _heading(heading: Heading) -> list[str]:
    lines = plain(heading.runs).split("\n")
    mark = _UNDERLINES.get(heading.level)
    return [*lines, mark * min(max(map(len, lines)), 80)] if mark else lines


def _list(block: ListBlock) -> list[str]:
    lines: list[str] = []
    for number, item in enumerate(block.items, block.start or 0):
        marker = "• " if block.start is None else f"{number}. "
        lines += _hung(marker, _item(item))
    return lines


def _item(item: ListItem) -> list[str]:
    lines = plain(item.runs).split("\n")
    for child in item.children:
        lines += _lines(child)
    return lines


def _hung(marker: str, lines: list[str]) -> list[str]:
    indent = " " * len(marker)
    return [((indent if index else marker) + line).rstrip() for index, line in enumerate(lines)]


def _text(cell: Cell) -> str:
    return "\n".join(plain(runs) for runs in cell.paragraphs)


def _table(table: Table) -> list[str]:
    if table.role is TableRole.FIELDS:
        return [line for row in table.rows for line in _fields(row)]
    rows = [padded(row, columns(table)) for row in table.rows]
    widths = _widths(rows, columns(table))
    if sum(widths) + len(_GAP) * len(widths) > _WIDEST:
        return _cell_by_cell(rows, table.header_rows)
    return [line for row in rows for line in _aligned(row, widths, signed=table.role is TableRole.SIGNATURES)]


def _fields(row: tuple[Cell, ...]) -> list[str]:
    """Labels each with its values on one line; a value without a label stands alone."""
    lines: list[str] = []
    labelled = False
    for cell in row:
        text = _text(cell)
        if labelled and cell.scope is Scope.NONE:
            lines[-1] = f"{lines[-1]} {text}".rstrip()
        elif text:
            lines.append(text)
        labelled = cell.scope is not Scope.NONE and bool(text)
    return lines


def _widths(rows: list[tuple[Cell, ...]], count: int) -> list[int]:
    widths = [0] * count
    for row in rows:
        column = 0
        for cell in row:
            if cell.colspan == 1:
                widths[column] = max(widths[column], *map(len, _text(cell).split("\n")))
            column += cell.colspan
    return widths


def _aligned(row: tuple[Cell, ...], widths: list[int], *, signed: bool) -> list[str]:
    """A row in columns; ``signed`` puts a line to sign on above every cell that has text."""
    blocks: list[list[str]] = []
    column = 0
    for cell in row:
        width = sum(widths[column : column + cell.colspan]) + len(_GAP) * (cell.colspan - 1)
        lines = _text(cell).split("\n")
        if signed:
            lines = ["", "", "_" * max(width, 24) if any(lines) else "", *lines]
            width = max(width, 24)
        blocks.append([_set(line, width, cell.align) for line in lines])
        column += cell.colspan
    blanks = [" " * len(block[0]) for block in blocks]
    rows = zip_longest(*blocks)
    return [_GAP.join(part or blank for part, blank in zip(line, blanks, strict=True)).rstrip() for line in rows]


def _set(text: str, width: int, align: Align) -> str:
    return {Align.LEFT: text.ljust, Align.RIGHT: text.rjust, Align.CENTER: text.center}[align](width)


def _cell_by_cell(rows: list[tuple[Cell, ...]], header_rows: int) -> list[str]:
    """A table too wide for columns: every row as lines, each value behind the header of its column."""
    heads = [_text(cell).replace("\n", " ") for cell in rows[header_rows - 1]] if header_rows == 1 else []
    body = rows[1:]
    if not heads or not body or any(len(row) != len(heads) for row in body):
        heads, body = [""] * max(map(len, rows)), rows
    lines: list[str] = []
    for row in body:
        for head, cell in zip(heads, row, strict=False):
            if text := _text(cell):
                lines += (f"{head.rstrip(':')}: {text}" if head else text).split("\n")
    return lines
