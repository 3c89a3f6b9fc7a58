"""The Document: frozen blocks that carry meaning, the one source of all writers.

Blocks say what a thing is (heading, list, header cell), never how it looks; each writer has one style sheet per look.
The order of the blocks is the reading order. Text is final: redactions are resolved, uncovered characters replaced,
labels chosen. ``"\\n"`` inside a run is a hard line break.
"""

from dataclasses import dataclass
from enum import StrEnum


class Look(StrEnum):
    """The layouts a document can have: on paper, and the two generations of ALLRIS pages."""

    DRUCK = "druck"
    ALLRIS3 = "allris3"
    ALLRIS4 = "allris4"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style."""

    text: str
    bold: bool = False
    italic: bool = False


Runs = tuple[Run, ...]


def plain(runs: Runs) -> str:
    """The text of the runs without their style."""
    return "".join(run.text for run in runs)


class ParagraphRole(StrEnum):
    """What a paragraph is for; a style sheet gives each role one look."""

    BODY = "body"
    OFFICE = "office"  # the line of the office above the title
    SUBTITLE = "subtitle"  # below a title: body and kind of meeting, date of print
    EVENT = "event"  # a pause, an arrival: set apart from what people said
    CAPTION = "caption"  # a line above what it names: the subject of a vote, a motion, an election
    VERDICT = "verdict"  # the ticked line below a vote
    TOTALS = "totals"  # Dafür: 15 Dagegen: --
    PLACEHOLDER = "placeholder"  # "nichtöffentlich", "(offen)"
    SMALL = "small"  # last lines: address of the page, remarks
    QUOTE = "quote"  # the wording of a motion


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the title of the document, no level is left out on the way down."""

    level: int
    runs: Runs


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. ``keep_with_next`` holds it on the page of the block that follows."""

    runs: Runs
    role: ParagraphRole = ParagraphRole.BODY
    keep_with_next: bool = False


@dataclass(frozen=True, slots=True)
class ListItem:
    """One point of a list: its text, then nested lists and further paragraphs."""

    runs: Runs
    children: "tuple[Paragraph | ListBlock, ...]" = ()


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A real list. ``start`` is the first number of an ordered list, None for bullets."""

    items: tuple[ListItem, ...]
    start: int | None = None


class Scope(StrEnum):
    """What a header cell heads."""

    NONE = "none"
    COLUMN = "column"
    ROW = "row"


class Align(StrEnum):
    """How the text of a cell stands."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell: paragraphs of runs; a header cell says what it heads."""

    paragraphs: tuple[Runs, ...] = ()
    scope: Scope = Scope.NONE
    colspan: int = 1
    align: Align = Align.LEFT


class TableRole(StrEnum):
    """What a table is for."""

    FIELDS = "fields"  # labels and values: Gremium: Hauptausschuss
    GRID = "grid"  # ruled data: faction votes, Beratungsfolge, table of the text
    LIST = "list"  # unruled lines: attendance, agenda, files
    SIGNATURES = "signatures"  # a line to sign above each cell


@dataclass(frozen=True, slots=True)
class Table:
    """A table. ``summary`` says in a few words what it holds, for readers who cannot see it.

    ``header_rows`` rows at the top repeat on every page. ``widths`` are shares of the line width, one per column.
    """

    rows: tuple[tuple[Cell, ...], ...]
    summary: str
    widths: tuple[float, ...]
    role: TableRole = TableRole.GRID
    header_rows: int = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin line across the page; decoration, not content."""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


Block = Heading | Paragraph | ListBlock | Table | Rule | PageBreak


class PageField(StrEnum):
    """A number that only the writer knows."""

    PAGE = "page"
    PAGES = "pages"


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document. ``footer`` is drawn on every page where the format has pages."""

    title: str
    subject: str
    author: str
    language: str  # BCP 47, e.g. de-DE
    look: Look
    blocks: tuple[Block, ...]
    footer: tuple[str | PageField, ...] = ()
    created: str = ""  # ISO date-time of the export, from the one clock


def cell(
    text: str, scope: Scope = Scope.NONE, *, bold: bool = False, align: Align = Align.LEFT, colspan: int = 1
) -> Cell:
    """A cell with one line of text."""
    return Cell(((Run(text, bold=bold),),) if text else (), scope, colspan, align)
