"""How the three looks look: one style sheet each, read by the PDF, the Word and the HTML writer alike.

All sizes and distances in points, all colours as RRGGBB. Text keeps a contrast of at least 4.5 : 1 on its ground.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType

from desktop.export.document import Cell, Look, ParagraphRole, Scope, Table, TableRole
from desktop.models.profiles import Typeface

#: the shipped families of type, by the names of their fonts
FAMILIES: Mapping[Typeface, str] = MappingProxyType(
    {Typeface.SANS: "Liberation Sans", Typeface.SERIF: "Liberation Serif"}
)
#: distance of the lines in both families at size 1 where nothing is added (ascent, descent and line gap of the font)
NATURAL_LINE = 1.149

MM = 72 / 25.4
PAGE_WIDTH, PAGE_HEIGHT = 210 * MM, 297 * MM
MARGIN_LEFT, MARGIN_RIGHT, MARGIN_TOP, MARGIN_BOTTOM = 25 * MM, 20 * MM, 20 * MM, 20 * MM
LINE_WIDTH = PAGE_WIDTH - MARGIN_LEFT - MARGIN_RIGHT
#: from the foot of the page to the base of the footer
FOOTER_HEIGHT = 11 * MM

#: a ruled table of up to so many rows is kept on one page
KEPT_ROWS = 14


#: the line to sign on: room for the pen above it, the gap to the next one, its colour
SIGN_ROOM, SIGN_GAP, SIGN_LINE = 42.0, 14.0, "000000"
#: a word behind the text of each page: light enough that grey text over it keeps its contrast
WATERMARK = "EDEDED"
#: above and below the text of a row to sign in
PEN_ROOM = 9.0
#: the room below a picture, e.g. between the arms and the name of the town
FIGURE_ROOM = 16.0
#: how far grounds reach above and below the text, and how far the text stands in from their edges
FILL_PAD, FILL_INDENT = 3.5, 6.0


@dataclass(frozen=True, slots=True)
class TextStyle:
    """One kind of paragraph. ``line`` is a multiple of the natural line distance.

    ``fill`` is a ground across the line, ``bar`` a line at the left edge, ``over`` and ``under`` lines above and below,
    each as a colour or "" for none.
    """

    size: float
    bold: bool = False
    italic: bool = False
    color: str = "000000"
    before: float = 0
    after: float = 0
    line: float = 1.15
    indent: float = 0
    fill: str = ""
    bar: str = ""
    over: str = ""
    under: str = ""

    @property
    def leading(self) -> float:
        """The distance from line to line in points."""
        return round(self.size * NATURAL_LINE * self.line, 2)

    def scaled(self, factor: float) -> "TextStyle":
        """The style larger or smaller, with its distances."""
        size, before, after, indent = (factor * x for x in (self.size, self.before, self.after, self.indent))
        return replace(self, size=round(size, 2), before=before, after=after, indent=indent)


@dataclass(frozen=True, slots=True)
class TableStyle:
    """One kind of table. ``head`` styles column headers, ``label`` row headers, ``text`` all other cells."""

    text: TextStyle
    head: TextStyle
    label: TextStyle
    pad_x: float = 0
    pad_y: float = 0
    #: what keeps cells without side padding apart
    gutter: float = 6
    before: float = 4
    after: float = 8
    fill: str = ""
    head_fill: str = ""
    row_line: str = ""
    column_line: str = ""
    head_line: str = ""
    #: whether short cells stand in the middle of their row, as names beside the room for the pen do
    middle: bool = False

    @property
    def right(self) -> float:
        """The padding at the right of a cell."""
        return self.pad_x or self.gutter

    def scaled(self, factor: float) -> "TableStyle":
        """The style with larger or smaller text; the padding stays."""
        text, head, label = (style.scaled(factor) for style in (self.text, self.head, self.label))
        return replace(self, text=text, head=head, label=label)


@dataclass(frozen=True, slots=True)
class Sheet:
    """All styles of one look. ``headings`` begins with the title of the document."""

    headings: tuple[TextStyle, ...]
    roles: Mapping[ParagraphRole, TextStyle]
    item: TextStyle
    tables: Mapping[TableRole, TableStyle]
    footer: TextStyle
    rule: str
    #: how far each level of a list is moved in
    list_indent: float = 18

    def heading(self, level: int) -> TextStyle:
        """The style of a heading; levels below the last one look like the last."""
        return self.headings[min(level, len(self.headings)) - 1]

    def scaled(self, factor: float) -> "Sheet":
        """The sheet with all text larger or smaller."""
        return replace(
            self,
            headings=tuple(style.scaled(factor) for style in self.headings),
            roles=MappingProxyType({role: style.scaled(factor) for role, style in self.roles.items()}),
            item=self.item.scaled(factor),
            tables=MappingProxyType({role: style.scaled(factor) for role, style in self.tables.items()}),
            footer=self.footer.scaled(factor),
            list_indent=self.list_indent * factor,
        )


def _roles(body: TextStyle, quote: str) -> Mapping[ParagraphRole, TextStyle]:
    """The paragraphs that all looks share, built on the running text."""
    grey = replace(body, color="555555")
    return MappingProxyType(
        {
            ParagraphRole.BODY: body,
            ParagraphRole.OFFICE: replace(body, size=body.size, color="333333", after=22),
            ParagraphRole.SUBTITLE: replace(body, size=body.size + 0.5, after=3),
            ParagraphRole.EVENT: replace(body, italic=True, before=5, after=9),
            ParagraphRole.CAPTION: replace(body, bold=True, before=15, after=3),
            ParagraphRole.VERDICT: replace(body, bold=True, before=4, after=6),
            ParagraphRole.TOTALS: replace(body, after=8),
            ParagraphRole.PLACEHOLDER: replace(grey, italic=True),
            ParagraphRole.SMALL: replace(grey, size=8.5, before=3, after=4),
            ParagraphRole.NOTE: replace(grey, italic=True, before=2, after=6),
            ParagraphRole.QUOTE: replace(body, indent=14, bar=quote, before=4, after=7),
        }
    )


def _table(text: TextStyle, **options: object) -> TableStyle:
    plain = replace(text, before=0, after=0, line=1.08)
    return replace(TableStyle(plain, replace(plain, bold=True), plain), **options)  # type: ignore[arg-type]


def _signatures(text: TextStyle) -> TableStyle:
    return _table(replace(text, size=text.size - 1.5), before=0, after=10)


def _druck() -> Sheet:
    body = TextStyle(11, after=6.5)
    cells = replace(body, size=10)
    line = "8C8C8C"
    labels = _table(body, pad_y=1.9, before=12, after=10)
    grid = _table(cells, pad_x=5, pad_y=3, head_fill="EFEFEF", row_line="BFBFBF", column_line="BFBFBF", head_line=line)
    tables = {
        TableRole.FIELDS: replace(labels, label=replace(labels.label, color="444444")),
        TableRole.GRID: grid,
        TableRole.LIST: _table(body, pad_y=1.9, head_line=line),
        TableRole.SIGNATURES: _signatures(body),
        TableRole.SIGN_IN: replace(grid, pad_y=PEN_ROOM, middle=True),
    }
    return Sheet(
        headings=(
            TextStyle(21, bold=True, after=5, line=1.05),
            TextStyle(14, bold=True, before=22, after=8, line=1.08, under=line),
            TextStyle(12, bold=True, before=18, after=5, line=1.1),
            TextStyle(11, bold=True, before=10, after=3),
            TextStyle(10.5, bold=True, color="444444", before=8, after=3),
        ),
        roles=_roles(body, "8C8C8C"),
        item=replace(body, after=3.5),
        tables=MappingProxyType(tables),
        footer=TextStyle(8.5, color="444444"),
        rule=line,
    )


def _allris3() -> Sheet:
    """The pages of ALLRIS net 3: a tinted head of labels in bold, plain sections below."""
    body = TextStyle(10.5, after=6)
    blue, line = "1F3F66", "B4C3D4"
    head = _table(replace(body, size=10), pad_x=6, pad_y=2.6, fill="EDF2F7", before=4, after=7)
    cells = replace(body, size=9.5)
    grid = _table(cells, pad_x=5, pad_y=3, head_fill="DFE8F1", row_line=line, column_line=line, head_line=line)
    tables = {
        TableRole.FIELDS: replace(head, label=replace(head.label, bold=True, color=blue)),
        TableRole.GRID: grid,
        TableRole.LIST: _table(cells, pad_x=5, pad_y=2.6, head_fill="DFE8F1"),
        TableRole.SIGNATURES: _signatures(body),
        TableRole.SIGN_IN: replace(grid, pad_y=PEN_ROOM, middle=True),
    }
    return Sheet(
        headings=(
            TextStyle(15, bold=True, color=blue, after=6, line=1.1),
            TextStyle(11.5, bold=True, color=blue, before=16, after=6, line=1.08, under=line),
            TextStyle(10.5, bold=True, before=12, after=4),
            TextStyle(10.5, bold=True, color=blue, before=9, after=3),
            TextStyle(10, bold=True, color="444444", before=8, after=3),
        ),
        roles=_roles(body, line),
        item=replace(body, after=3),
        tables=MappingProxyType(tables),
        footer=TextStyle(8.5, color="444444"),
        rule=line,
    )


def _allris4() -> Sheet:
    """The pages of ALLRIS net 4: a large headline, then panels with a bar, labels and values line by line."""
    body = TextStyle(10.5, after=6.5, line=1.2)
    dark, line, panel = "24313D", "D3D9DF", "EEF1F4"
    rows = _table(body, pad_x=6, pad_y=3.2, row_line=line, after=10)
    cells = replace(body, size=10)
    grid = _table(cells, pad_x=6, pad_y=3.6, row_line=line, head_line="7C8894")
    tables = {
        TableRole.FIELDS: replace(rows, label=replace(rows.label, bold=True, color="46525E")),
        TableRole.GRID: grid,
        TableRole.LIST: _table(cells, pad_x=6, pad_y=3.2, row_line=line, head_line="7C8894"),
        TableRole.SIGNATURES: _signatures(body),
        TableRole.SIGN_IN: replace(grid, pad_y=PEN_ROOM, middle=True),
    }
    return Sheet(
        headings=(
            TextStyle(17, bold=True, color=dark, after=10, line=1.1),
            TextStyle(11.5, bold=True, color=dark, before=16, after=9, line=1.1, fill=panel),
            TextStyle(10.5, bold=True, color=dark, before=12, after=4),
            TextStyle(10.5, bold=True, color="46525E", before=9, after=3),
            TextStyle(10, bold=True, color="46525E", before=8, after=3),
        ),
        roles=_roles(body, "9AA5B0"),
        item=replace(body, after=3.5),
        tables=MappingProxyType(tables),
        footer=TextStyle(8.5, color="46525E"),
        rule=line,
    )


SHEETS: Mapping[Look, Sheet] = MappingProxyType(
    {Look.DRUCK: _druck(), Look.ALLRIS3: _allris3(), Look.ALLRIS4: _allris4()}
)


@cache
def sheet_of(look: Look, size: float = 0) -> Sheet:
    """The styles of a look with running text of ``size`` points; 0 leaves them as the look has them."""
    sheet = SHEETS[look]
    own = sheet.roles[ParagraphRole.BODY].size
    return sheet if size in (0, own) else sheet.scaled(size / own)


def columns(table: Table) -> int:
    """How many columns a table really has; rows may be short."""
    return max(len(table.widths), 1, *(sum(cell.colspan for cell in row) for row in table.rows))


def padded(row: tuple[Cell, ...], count: int) -> tuple[Cell, ...]:
    """The row with empty cells up to the last column."""
    return row + (Cell(),) * (count - sum(cell.colspan for cell in row))


def cell_style(style: TableStyle, cell: Cell) -> TextStyle:
    """The style of the text in a cell, by what the cell heads."""
    return {Scope.COLUMN: style.head, Scope.ROW: style.label, Scope.NONE: style.text}[cell.scope]
