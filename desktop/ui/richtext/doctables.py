"""Tables in a QTextDocument, and back. What keys do in them is said in ``tablekeys``."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableCell,
    QTextTableFormat,
)

from desktop.models.richtext import Alignment, Run, Runs, Table
from desktop.ui.richtext.docruns import put_runs, runs_of

#: seen on light and on dark ground alike
_LINES, _HEADER = QColor(128, 128, 128), QColor(128, 128, 128, 60)
_PADDING = 3.0
#: per cent; Qt shows the caret of an empty line behind a table at its right side, where it needs room
_WIDTH = 99.0
_SIDES = {
    Alignment.LEFT: Qt.AlignmentFlag.AlignLeft,
    Alignment.CENTER: Qt.AlignmentFlag.AlignHCenter,
    Alignment.RIGHT: Qt.AlignmentFlag.AlignRight,
}


def empty_table(columns: int = 2, rows: int = 2) -> Table:
    """A table in which nothing is written yet; ``rows`` counts the header."""
    return Table(((),) * columns, (((),) * columns,) * (rows - 1), (None,) * columns)


def put_table(cursor: QTextCursor, table: Table) -> QTextTable:
    """Writes a table at the cursor, which stands behind it afterwards."""
    style = QTextTableFormat()
    style.setBorder(1.0)
    style.setBorderBrush(QBrush(_LINES))
    style.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    style.setBorderCollapse(True)
    style.setCellPadding(_PADDING)
    style.setCellSpacing(0.0)
    style.setBottomMargin(6.0)
    style.setHeaderRowCount(1)
    style.setWidth(QTextLength(QTextLength.Type.PercentageLength, _WIDTH))
    columns = max(1, len(table.header))
    made = cursor.insertTable(1 + len(table.rows), columns, style)
    for row, cells in enumerate((table.header, *table.rows)):
        for column, runs in enumerate(cells[:columns]):
            side = table.alignments[column] if column < len(table.alignments) else None
            fill_cell(made.cellAt(row, column), runs, side)
    dress(made)
    cursor.setPosition(made.lastPosition() + 1)
    return made


def fill_cell(cell: QTextTableCell, runs: Runs, side: Alignment | None = None) -> None:
    """Writes what stands in a cell that is empty so far."""
    at = cell.firstCursorPosition()
    style = QTextBlockFormat()
    if side is not None:
        style.setAlignment(_SIDES[side])
    at.setBlockFormat(style)
    put_runs(at, on_one_line(runs))


def replace_cell(cell: QTextTableCell, runs: Runs) -> None:
    """Writes what stands in a cell from now on."""
    at = cell.firstCursorPosition()
    at.setPosition(cell.lastPosition(), QTextCursor.MoveMode.KeepAnchor)
    at.removeSelectedText()
    put_runs(at, on_one_line(runs))


def on_one_line(runs: Runs) -> Runs:
    """Cells have no line breaks."""
    if not any("\n" in run.text for run in runs):
        return runs
    return tuple(Run(run.text.replace("\n", " "), run.bold, run.italic) for run in runs)


def dress(table: QTextTable) -> None:
    """Shades the first row and no other, e.g. after rows came or went."""
    for row in range(min(2, table.rows())):
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            style = QTextCharFormat()
            style.setBackground(_HEADER if row == 0 else QBrush(Qt.BrushStyle.NoBrush))
            cell.setFormat(style)


def tables_of(document: QTextDocument) -> dict[int, QTextTable]:
    """The tables of a document by the position of their first block."""
    frames = document.rootFrame().childFrames()
    return {frame.firstPosition(): frame for frame in frames if isinstance(frame, QTextTable)}


def cells_of(table: QTextTable, row: int) -> Iterator[QTextTableCell]:
    """The cells of a row."""
    return (table.cellAt(row, column) for column in range(table.columns()))


def _blocks(begin: QTextBlock, last: int) -> Iterator[QTextBlock]:
    while begin.isValid() and begin.position() <= last:
        yield begin
        begin = begin.next()


def table_from(table: QTextTable, read: Callable[[QTextBlock], Runs] = runs_of) -> Table:
    """What a table says. ``read`` gives the runs of a block."""
    blocks = list(_blocks(table.cellAt(0, 0).firstCursorPosition().block(), table.lastPosition()))
    width = table.columns()
    if len(blocks) == table.rows() * width:
        cells = [on_one_line(read(block)) for block in blocks]
    else:  # several lines in a cell, as no key of ours makes them
        cells = [_cell_runs(cell, read) for row in range(table.rows()) for cell in cells_of(table, row)]
    header, *rows = (tuple(cells[at : at + width]) for at in range(0, len(cells), width))
    return Table(header, tuple(rows), tuple(map(_side_of, cells_of(table, 0))))


def _cell_runs(cell: QTextTableCell, read: Callable[[QTextBlock], Runs]) -> Runs:
    runs: list[Run] = []
    for block in _blocks(cell.firstCursorPosition().block(), cell.lastPosition()):
        runs += [Run(" "), *read(block)] if runs else read(block)
    return on_one_line(tuple(runs))


def _side_of(cell: QTextTableCell) -> Alignment | None:
    style = cell.firstCursorPosition().blockFormat()
    if not style.hasProperty(QTextBlockFormat.Property.BlockAlignment):
        return None
    return next((side for side, flag in _SIDES.items() if style.alignment() & flag), None)
