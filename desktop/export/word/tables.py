"""Tables as WordprocessingML: fixed columns, header rows that come again, rows that stay whole."""

from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from desktop.export.document import Cell, Runs, Scope, Table, TableRole, plain
from desktop.export.flow import kept_whole
from desktop.export.measure import column_widths, fitting, roughly_high
from desktop.export.styles import TableStyle, cell_style, columns, padded
from desktop.export.word import names
from desktop.export.word.markup import Line
from desktop.export.word.references import References

#: a row that may be higher than this (points) may be broken: taller than a page it would be cut off
_WHOLE_ROW = 450.0


@dataclass(frozen=True, slots=True)
class Column:
    """Where text stands on the page: ``width`` in points.

    ``outdented`` tells that tables stand out into the margin by their padding, as in files of Word 2010 and before.
    """

    width: float
    outdented: bool = False


class TableWriter:
    """Writes one table as wide as the line."""

    def __init__(self, table: Table, style: TableStyle, column: Column, references: References) -> None:
        count = columns(table)
        self._table = table
        self._style = style
        self._fitted = fitting(style, count)
        self._widths = [round(20 * one) for one in column_widths(table, self._fitted, column.width)]
        self._indent = round(20 * self._fitted.pad_x) if column.outdented else 0
        self._rows = [padded(row, count) for row in table.rows]
        self._references = references

    def xml(self, *, keep_last: bool) -> str:
        """The table; ``keep_last`` holds its last row on the page of what follows."""
        whole = kept_whole(self._table)
        last = len(self._rows) - 1
        written = []
        for index, row in enumerate(self._rows):
            header = index < self._table.header_rows
            keep = keep_last if index == last else whole
            written.append(self._row(row, header=header, keep=header or keep))
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in self._widths)
        return f"<w:tbl>{self._properties()}<w:tblGrid>{grid}</w:tblGrid>{''.join(written)}</w:tbl>"

    def _properties(self) -> str:
        """Style, width, paddings that differ from it, headers, and the words for readers who cannot see the table."""
        margins = ""
        if self._fitted != self._style:
            sides = (("left", self._fitted.pad_x), ("right", self._fitted.right))
            margins = "".join(f'<w:{side} w:w="{round(20 * value)}" w:type="dxa"/>' for side, value in sides)
            margins = f"<w:tblCellMar>{margins}</w:tblCellMar>"
        column_heads = int(self._table.header_rows > 0)
        row_heads = int(any(row and row[0].scope is Scope.ROW for row in self._rows))
        indent = f'<w:tblInd w:w="{self._indent}" w:type="dxa"/>' if self._indent else ""
        look = f'<w:tblLook w:firstRow="{column_heads}" w:lastRow="0" w:firstColumn="{row_heads}" w:lastColumn="0" '
        return (
            f'<w:tblPr><w:tblStyle w:val="{names.table(self._table.role)[0]}"/>'
            f'<w:tblW w:w="{sum(self._widths)}" w:type="dxa"/>{indent}<w:tblLayout w:type="fixed"/>{margins}{look}'
            f'w:noHBand="1" w:noVBand="1"/>{self._words()}</w:tblPr>'
        )

    def _words(self) -> str:
        """What the table holds, and what its columns are."""
        heads = [
            plain(runs) for row in self._rows[: self._table.header_rows] for cell in row for runs in cell.paragraphs
        ]
        named = ", ".join(head.strip() for head in heads if head.strip())
        summary = f"<w:tblCaption w:val={quoteattr(self._table.summary)}/>" if self._table.summary else ""
        return summary + (f"<w:tblDescription w:val={quoteattr(named)}/>" if named else "")

    def _row(self, row: tuple[Cell, ...], *, header: bool, keep: bool) -> str:
        """A row that comes again and stays whole where it can."""
        heads = header and any(cell.scope is Scope.COLUMN for cell in row)
        cells = []
        high = 0.0
        column = 0
        for cell in row:
            width = sum(self._widths[column : column + cell.colspan])
            high = max(high, roughly_high(cell, self._style, width / 20))
            cells.append(self._cell(cell, width, heads=heads, keep=keep))
            column += cell.colspan
        whole = high <= _WHOLE_ROW
        properties = "<w:cantSplit/>" * whole + "<w:tblHeader/>" * (header and whole)
        return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{''.join(cells)}</w:tr>"

    def _cell(self, cell: Cell, width: int, *, heads: bool, keep: bool) -> str:
        style = self._style
        properties = f'<w:tcW w:w="{width}" w:type="dxa"/>'
        if cell.colspan > 1:
            properties += f'<w:gridSpan w:val="{cell.colspan}"/>'
        if heads and style.head_line:
            line = f'<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{style.head_line}"/>'
            properties += f"<w:tcBorders>{line}</w:tcBorders>"
        ground = style.head_fill if heads and style.head_fill else style.fill
        if ground:
            properties += f'<w:shd w:val="clear" w:color="auto" w:fill="{ground}"/>'
        properties += '<w:vAlign w:val="center"/>' * style.middle
        look = cell_style(style, cell)
        paragraphs = (
            Line(self._name(cell, runs, index), look, runs, keep=keep, align=cell.align).xml(self._references)
            for index, runs in enumerate(cell.paragraphs or ((),))
        )
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(paragraphs)}</w:tc>"

    def _name(self, cell: Cell, runs: Runs, index: int) -> tuple[str, str]:
        """The style of a paragraph; the first one of a signature carries the line to sign on."""
        signed = self._table.role is TableRole.SIGNATURES and index == 0 and any(run.text for run in runs)
        return names.SIGNATURE if signed else names.cell(self._table.role, cell.scope)
