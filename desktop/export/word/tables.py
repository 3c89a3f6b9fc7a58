"""Tables as WordprocessingML: fixed columns, header rows that come again, rows that stay whole."""

from xml.sax.saxutils import quoteattr

from desktop.export.document import Cell, Scope, Table, TableRole
from desktop.export.flow import kept_whole
from desktop.export.measure import column_widths, fitting, roughly_high
from desktop.export.styles import LINE_WIDTH, TableStyle, cell_style, columns, padded
from desktop.export.word import names
from desktop.export.word.markup import Line

#: a row that may be higher than this (points) may be broken: taller than a page it would be cut off
_WHOLE_ROW = 450.0


def table_xml(table: Table, style: TableStyle, keep_last: bool) -> str:
    """The table as wide as the line; ``keep_last`` holds its last row on the page of what follows."""
    count = columns(table)
    fitted = fitting(style, count)
    widths = [round(20 * width) for width in column_widths(table, fitted, LINE_WIDTH)]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    whole = kept_whole(table)
    rows = []
    for index, row in enumerate(table.rows):
        header = index < table.header_rows
        keep = header or (whole and index < len(table.rows) - 1) or (keep_last and index == len(table.rows) - 1)
        rows.append(_row(padded(row, count), table.role, style, widths, header=header, keep=keep))
    properties = _properties(table, sum(widths), fitted if fitted != style else None)
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def _properties(table: Table, width: int, fitted: TableStyle | None) -> str:
    """Style, width, paddings that differ from it, headers, and the words for readers who cannot see the table."""
    margins = ""
    if fitted:
        sides = (("left", fitted.pad_x), ("right", fitted.right))
        margins = "".join(f'<w:{side} w:w="{round(20 * value)}" w:type="dxa"/>' for side, value in sides)
        margins = f"<w:tblCellMar>{margins}</w:tblCellMar>"
    column_heads = int(table.header_rows > 0)
    row_heads = int(any(row and row[0].scope is Scope.ROW for row in table.rows))
    look = f'<w:tblLook w:firstRow="{column_heads}" w:lastRow="0" w:firstColumn="{row_heads}" w:lastColumn="0" '
    summary = f"<w:tblCaption w:val={quoteattr(table.summary)}/>" if table.summary else ""
    return (
        f'<w:tblPr><w:tblStyle w:val="{names.table(table.role)[0]}"/><w:tblW w:w="{width}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{margins}{look}w:noHBand="1" w:noVBand="1"/>{summary}</w:tblPr>'
    )


def _row(
    row: tuple[Cell, ...], role: TableRole, style: TableStyle, widths: list[int], *, header: bool, keep: bool
) -> str:
    """A row that comes again and stays whole where it can; ``widths`` in twentieths of a point."""
    heads = header and any(cell.scope is Scope.COLUMN for cell in row)
    cells = []
    high = 0.0
    column = 0
    for cell in row:
        width = sum(widths[column : column + cell.colspan])
        high = max(high, roughly_high(cell, style, width / 20))
        cells.append(_cell(cell, role, style, width, heads=heads, keep=keep))
        column += cell.colspan
    whole = high <= _WHOLE_ROW
    properties = "<w:cantSplit/>" * whole + "<w:tblHeader/>" * (header and whole)
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{''.join(cells)}</w:tr>"


def _cell(cell: Cell, role: TableRole, style: TableStyle, width: int, *, heads: bool, keep: bool) -> str:
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    if cell.colspan > 1:
        properties += f'<w:gridSpan w:val="{cell.colspan}"/>'
    if heads and style.head_line:
        line = f'<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{style.head_line}"/>'
        properties += f"<w:tcBorders>{line}</w:tcBorders>"
    ground = style.head_fill if heads and style.head_fill else style.fill
    if ground:
        properties += f'<w:shd w:val="clear" w:color="auto" w:fill="{ground}"/>'
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{_paragraphs(cell, role, style, keep)}</w:tc>"


def _paragraphs(cell: Cell, role: TableRole, style: TableStyle, keep: bool) -> str:
    """The paragraphs of a cell; the first one of a signature carries the line to sign on."""
    look = cell_style(style, cell)
    lines = []
    for index, runs in enumerate(cell.paragraphs or ((),)):
        signed = role is TableRole.SIGNATURES and index == 0 and any(run.text for run in runs)
        name = names.SIGNATURE if signed else names.cell(role, cell.scope)
        lines.append(Line(name, look, runs, keep=keep, align=cell.align).xml())
    return "".join(lines)
