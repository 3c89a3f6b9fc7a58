"""Tables: rows are kept whole while a page can hold them, header rows come again on every page."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.platypus import Table as Grid

from desktop.export.document import Cell, Scope, Table, TableRole
from desktop.export.flow import kept_whole
from desktop.export.fonts import font_name
from desktop.export.measure import column_widths, fitting
from desktop.export.pdf.tags import Kind, Node, Tagger
from desktop.export.pdf.text import Text, texts
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
_KEPT_SHARE, _HEAD_SHARE = 0.6, 0.4


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
        parts: list[PagedTable] = self._splitRows(height)
        if not parts and sum(self._rowHeights[: self.repeatRows + 1]) > self.page:
            parts = self._splitRows(height, doInRowSplit=1)
        for part in parts:
            part.tagger, part.whole, part.page = self.tagger, self.whole, self.page
        return parts

    def _drawBkgrnd(self) -> None:
        self.tagger.artifact(self.canv, super()._drawBkgrnd)

    def _drawLines(self) -> None:
        self.tagger.artifact(self.canv, super()._drawLines)


def paged_table(tagger: Tagger, table: Table, style: TableStyle, page: float) -> Any:
    """The table as a flowable as wide as the line."""
    count = columns(table)
    style = fitting(style, count)
    root = Node(Kind.TABLE, table)
    rows = [
        _row(tagger, Node(Kind.ROW, row, root, header=index < table.header_rows), padded(row, count), table.role, style)
        for index, row in enumerate(table.rows)
    ]
    made = PagedTable(
        rows,
        colWidths=column_widths(table, style, LINE_WIDTH),
        repeatRows=table.header_rows if table.header_rows < len(rows) else 0,
        style=[*_look(style, table.role), *_spans(table.rows), *_heads(table, style)],
        spaceBefore=style.before,
        spaceAfter=style.after,
        hAlign="LEFT",
    )
    made.tagger, made.whole, made.page = tagger, kept_whole(table), page
    return made


def _row(tagger: Tagger, node: Node, row: tuple[Cell, ...], role: TableRole, style: TableStyle) -> list[Any]:
    """The content of each column; the columns a wide cell covers are empty."""
    made: list[Any] = []
    for cell in row:
        look = cell_style(style, cell)
        content = _cell(tagger, Node(Kind.CELL, cell, node), cell, look, signed=role is TableRole.SIGNATURES)
        made += [content, *[""] * (cell.colspan - 1)]
    return made


def _cell(tagger: Tagger, node: Node, cell: Cell, look: TextStyle, signed: bool) -> list[Text]:
    """The paragraphs of a cell; an empty cell is drawn too, so that no column is missing in the structure."""
    made: list[Text] = []
    for index, runs in enumerate(cell.paragraphs or ((),)):
        style = look
        if signed and index == 0 and any(run.text for run in runs):
            style = replace(look, over=SIGN_LINE)
        made += texts(tagger, Node(Kind.TEXT, runs, node), runs, style, cell.align, in_cell=True)
    return made


def _look(style: TableStyle, role: TableRole) -> Iterator[tuple[object, ...]]:
    whole = (0, 0), (-1, -1)
    # Cells are drawn by their paragraphs; without this reportlab would name its own font, which is not embedded.
    yield "FONTNAME", *whole, font_name()
    yield "VALIGN", *whole, "TOP"
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
