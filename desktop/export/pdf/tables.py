"""Tables: rows are kept whole while a page can hold them, header rows come again on every page."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.platypus import Table as Grid

from desktop.export.document import Cell, Run, Runs, Scope, Table, TableRole
from desktop.export.flow import is_list, kept_whole
from desktop.export.fonts import font_name
from desktop.export.measure import column_widths, fitting
from desktop.export.pdf.tags import Element, Tag, Tagger
from desktop.export.pdf.text import Press, Text
from desktop.export.styles import (
    LINE_WIDTH,
    SIGN_LINE,
    SIGN_ROOM,
    TableStyle,
    TextStyle,
    cell_style,
    columns,
    padded,
)

#: a table kept whole, or header rows, taller than this share of the page are broken all the same
_KEPT_SHARE, _HEAD_SHARE = 0.4, 0.4
#: so many rows below the header rows stay together at the foot and at the top of a page
_TOGETHER = 2


class PagedTable(Grid):  # type: ignore[misc]
    """A table that knows where it may be broken. ``page`` is the height of an empty page."""

    tagger: Tagger
    repeatRows: int
    whole = False
    page = 0.0

    def split(self, width: float, height: float) -> list["PagedTable"]:
        """Between rows; within a row only where the row alone is taller than a page."""
        self._calc(width, height)
        if self.whole and self._height <= _KEPT_SHARE * self.page:
            return []
        if self.repeatRows and sum(self._rowHeights[: self.repeatRows]) > _HEAD_SHARE * self.page:
            self.repeatRows = 0
        parts: list[PagedTable] = self._splitRows(self._fair(height))
        if not parts and sum(self._rowHeights[: self.repeatRows + 1]) > self.page:
            parts = self._splitRows(height, doInRowSplit=1)
        for part in parts:
            part.tagger, part.whole, part.page = self.tagger, self.whole, self.page
        return parts

    def _fair(self, height: float) -> float:
        """The height to fill, so that no row stands alone above or below the break where that can be helped."""
        heights = self._rowHeights
        first = sum(heights[: self.repeatRows + _TOGETHER])
        if len(heights) < self.repeatRows + 2 * _TOGETHER or first + heights[-1] > self.page:
            return height
        if first > height:
            return height if height >= self.page - 1 else 0.0
        before_last = sum(heights[:-1])
        return min(height, before_last - 0.01) if height >= before_last else height

    def _drawBkgrnd(self) -> None:
        if self._bkgrndcmds:
            self.tagger.artifact(self.canv, super()._drawBkgrnd)

    def _drawLines(self) -> None:
        if self._linecmds:
            self.tagger.artifact(self.canv, super()._drawLines)


def paged_table(press: Press, table: Table, style: TableStyle, page: float) -> Any:
    """The table as a flowable as wide as the line."""
    count, scopes = columns(table), _scopes(table)
    style = fitting(style, count)
    made = PagedTable(
        [
            _row(press, parent, padded(row, count), scopes, table.role, style)
            for parent, row in zip(_parents(press, table), table.rows, strict=True)
        ],
        colWidths=column_widths(table, style, LINE_WIDTH, press.typeface),
        repeatRows=table.header_rows if table.header_rows < len(table.rows) else 0,
        style=[*_look(style, table.role), *_spans(table.rows), *_heads(table, style)],
        spaceBefore=style.before,
        spaceAfter=style.after,
        hAlign="LEFT",
    )
    made.tagger, made.whole, made.page = press.tagger, kept_whole(table), page
    return made


def _parents(press: Press, table: Table) -> list[Element]:
    """For each row what holds its cells. Signatures are no data: their table is a way to lay out paragraphs."""
    root = press.tagger.root
    if table.role is TableRole.SIGNATURES:
        return [root] * len(table.rows)
    if is_list(table):
        listing = Element(Tag.LIST, root)
        return [Element(Tag.ITEM, listing) for _ in table.rows]
    element = Element(Tag.TABLE, root, summary=table.summary)
    heads = table.header_rows if table.header_rows < len(table.rows) else 0
    above = Element(Tag.HEAD, element) if heads else element
    below = Element(Tag.ROWS, element) if heads else element
    return [Element(Tag.ROW, above if index < heads else below) for index in range(len(table.rows))]


def _scopes(table: Table) -> frozenset[Scope]:
    """What cells are said to head: only columns where headers would outnumber the data (two columns with titles).

    Checkers take such a table for one whose words were torn into headers.
    """
    found = [cell.scope for row in table.rows for cell in row]
    few = Scope.COLUMN in found and 2 * found.count(Scope.NONE) < len(found)
    return frozenset({Scope.COLUMN} if few else {Scope.COLUMN, Scope.ROW})


def _row(
    press: Press, parent: Element, row: tuple[Cell, ...], scopes: frozenset[Scope], role: TableRole, style: TableStyle
) -> list[Any]:  # fmt: skip
    """The content of each column; the columns a wide cell covers are empty."""
    made: list[Any] = []
    signed = role is TableRole.SIGNATURES
    for cell in row:
        scope = cell.scope if cell.scope in scopes else Scope.NONE
        tag = Tag.BODY if parent.tag == Tag.ITEM else Tag.CELL if scope is Scope.NONE else Tag.HEADER
        element = parent if signed else Element(tag, parent, scope=scope, colspan=cell.colspan)
        content = _cell(press, element, cell, cell_style(style, cell), signed)
        made += [content, *[""] * (cell.colspan - 1)]
    return made


def _cell(press: Press, element: Element, cell: Cell, look: TextStyle, signed: bool) -> list[Text]:
    """The paragraphs of a cell; an empty cell is one empty line.

    Each line of a value is a paragraph of its own: two names below one another would be read as one.
    """
    made: list[Text] = []
    lines = [line for runs in cell.paragraphs for line in ([runs] if signed else _lines(runs))]
    several = signed or len(lines) > 1
    for index, runs in enumerate(lines or [()]):
        style = look
        if signed and index == 0 and any(run.text for run in runs):
            style = replace(look, over=SIGN_LINE)
        text = press.text(Element(Tag.PARAGRAPH, element) if several else element, runs, style, cell.align)
        text.loose = True
        made.append(text)
    return made


def _lines(runs: Runs) -> list[Runs]:
    """The runs cut at their line breaks."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        first, *others = run.text.split("\n")
        lines[-1].append(replace(run, text=first))
        lines += [[replace(run, text=text)] for text in others]
    return [tuple(line) for line in lines]


def _look(style: TableStyle, role: TableRole) -> Iterator[tuple[object, ...]]:
    whole = (0, 0), (-1, -1)
    # Cells are drawn by their paragraphs; without this reportlab would name its own font, which is not embedded.
    yield "FONTNAME", *whole, font_name()
    yield "VALIGN", *whole, "MIDDLE" if style.middle else "TOP"
    yield "TOPPADDING", *whole, SIGN_ROOM if role is TableRole.SIGNATURES else style.pad_y
    yield "BOTTOMPADDING", *whole, style.pad_y
    yield "LEFTPADDING", *whole, style.pad_x
    yield "RIGHTPADDING", *whole, style.right
    if style.fill:
        yield "BACKGROUND", *whole, HexColor(f"#{style.fill}")
    if style.row_line:
        yield "LINEBELOW", *whole, 0.5, HexColor(f"#{style.row_line}")
    if style.column_line:
        yield "INNERGRID", *whole, 0.5, HexColor(f"#{style.column_line}")
        yield "BOX", *whole, 0.5, HexColor(f"#{style.column_line}")


def _heads(table: Table, style: TableStyle) -> Iterator[tuple[object, ...]]:
    """The ground of the header rows and the line below them."""
    if not table.header_rows or not any(cell.scope is Scope.COLUMN for cell in table.rows[0]):
        return
    rows = (0, 0), (-1, table.header_rows - 1)
    if style.head_fill:
        yield "BACKGROUND", *rows, HexColor(f"#{style.head_fill}")
    if style.head_line:
        yield "LINEBELOW", (0, table.header_rows - 1), rows[1], 0.9, HexColor(f"#{style.head_line}")


def _spans(rows: tuple[tuple[Cell, ...], ...]) -> Iterator[tuple[object, ...]]:
    for index, row in enumerate(rows):
        column = 0
        for cell in row:
            if cell.colspan > 1:
                yield "SPAN", (column, index), (column + cell.colspan - 1, index)
            column += cell.colspan
