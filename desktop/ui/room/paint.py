"""The parts of the view as documents: a stored text, a line, a result with its table."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTableCellFormat,
    QTextTableFormat,
)

from desktop.export.room import Result
from desktop.ui.richtext.linedoc import fill
from desktop.ui.richtext.lines import LineKind, lines_from
from desktop.ui.room.bigtext import Fill
from desktop.ui.room.scheme import Scheme

#: the outcome, in Qt's steps from the type around it
_WORD_STEPS = 2
#: air beside and above what stands in a cell, and above each part: shares of the size of the type
_BESIDE, _WITHIN, _ABOVE = 0.35, 0.06, 0.4

_LINE = "\u2028"


def rich(text: str) -> Fill:
    """A stored text; what no editor can show stands as it is written, in the same type."""
    lines = [replace(line, kind=LineKind.PARAGRAPH) if line.kind is LineKind.RAW else line for line in lines_from(text)]

    def put(document: QTextDocument) -> None:
        side = document.defaultTextOption()
        fill(document, lines)
        document.setDefaultTextOption(side)

    return put


def plain(*lines: tuple[str, bool]) -> Fill:
    """Plain lines, each of them bold or not; empty ones are left out."""

    def put(document: QTextDocument) -> None:
        cursor = QTextCursor(document)
        shown = [line for line in lines if line[0]]
        for place, (text, bold) in enumerate(shown):
            if place:
                cursor.insertBlock()
            cursor.insertText(text.replace("\n", _LINE), _format(bold=bold))

    return put


def result(found: Result, scheme: Scheme) -> Fill:
    """Subject, outcome, sentence, totals and the table below one another."""

    def put(document: QTextDocument) -> None:
        size = document.defaultFont().pixelSize()
        cursor = QTextCursor(document)
        colour = scheme.accepted if found.accepted else scheme.rejected
        parts = (
            (found.subject, _format(bold=True)),
            (found.word, _format(bold=True, steps=_WORD_STEPS, colour=colour)),
            ("" if _says(found) else found.sentence, _format()),
            (found.totals, _format()),
        )
        first = True
        for text, style in parts:
            if text:
                if not first:
                    cursor.insertBlock(_spaced(size * _ABOVE))
                cursor.insertText(text.replace("\n", _LINE), style)
                first = False
        if found.rows:
            cursor.insertBlock(_spaced(size * _ABOVE))
            _put_table(cursor, found.rows, scheme, size)

    return put


def _says(found: Result) -> bool:
    """Whether the word says all that the sentence does."""
    return found.sentence.strip().casefold() in found.word.casefold()


def _spaced(above: float) -> QTextBlockFormat:
    made = QTextBlockFormat()
    made.setTopMargin(above)
    return made


def _put_table(cursor: QTextCursor, rows: tuple[tuple[str, ...], ...], scheme: Scheme, size: float) -> None:
    columns = max(map(len, rows))
    style = QTextTableFormat()
    style.setBorder(1.0)
    style.setBorderBrush(QBrush(QColor(scheme.line)))
    style.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    style.setBorderCollapse(True)
    style.setCellSpacing(0.0)
    style.setCellPadding(0.0)
    style.setHeaderRowCount(1)
    style.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    table = cursor.insertTable(len(rows), columns, style)
    for row, cells in enumerate(rows):
        for column, text in enumerate(cells):
            cell = table.cellAt(row, column)
            cell.setFormat(_padded(size))
            inside = cell.firstCursorPosition()
            side = QTextBlockFormat()
            side.setAlignment(Qt.AlignmentFlag.AlignLeft if column == 0 else Qt.AlignmentFlag.AlignHCenter)
            inside.setBlockFormat(side)
            inside.insertText(text, _format(bold=row == 0))
    cursor.setPosition(table.lastPosition() + 1)


def _padded(size: float) -> QTextTableCellFormat:
    made = QTextTableCellFormat()
    made.setLeftPadding(size * _BESIDE)
    made.setRightPadding(size * _BESIDE)
    made.setTopPadding(size * _WITHIN)
    made.setBottomPadding(size * _WITHIN)
    return made


def _format(*, bold: bool = False, steps: int = 0, colour: str = "") -> QTextCharFormat:
    """``steps`` are Qt's, larger or smaller than the type around it, with which they grow."""
    made = QTextCharFormat()
    if bold:
        made.setFontWeight(QFont.Weight.Bold)
    if colour:
        made.setForeground(QBrush(QColor(colour)))
    if steps:
        made.setProperty(QTextCharFormat.Property.FontSizeAdjustment, steps)
    return made
