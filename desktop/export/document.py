"""The Document: frozen blocks that carry meaning, the one source of all writers.

Blocks say what a thing is (heading, list, header cell), never how it looks; each writer has one style sheet per look.
The order of the blocks is the reading order. Text is final: redactions are resolved, uncovered characters replaced,
labels chosen. ``"\\n"`` inside a run is a hard line break.
"""

from dataclasses import dataclass
from enum import StrEnum

from desktop.models.profiles import Typeface


class Look(StrEnum):
    """The layouts a document can have: on paper, and the two generations of ALLRIS pages."""

    DRUCK = "druck"
    ALLRIS3 = "allris3"
    ALLRIS4 = "allris4"


#: how addresses begin that a reader may follow; no script hides behind one
FOLLOWED = ("https://", "http://", "mailto:")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style.

    ``language`` is a BCP 47 tag where it is not that of the document; ``link`` an absolute address it leads to, which
    the writers make a link where it is one of ``FOLLOWED``.
    """

    text: str
    bold: bool = False
    italic: bool = False
    language: str = ""
    link: str = ""


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
    NOTE = "note"  # a remark of the editors on the text, e.g. a Berichtigungsvermerk


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
    SIGN_IN = "signIn"  # ruled rows with room for a pen


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
class Figure:
    """A picture, e.g. the arms of the town: a PNG or JPEG, and its height in points.

    ``alt`` says what it shows; without it the picture is decoration.
    """

    data: bytes
    alt: str
    height: float


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin line across the page; decoration, not content."""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


Block = Heading | Paragraph | ListBlock | Table | Figure | Rule | PageBreak


class PageField(StrEnum):
    """A number that only the writer knows."""

    PAGE = "page"
    PAGES = "pages"


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document. ``header`` and ``footer`` are drawn on every page where the format has pages.

    ``status`` ("Entwurf") stands in the properties of the file and, where there is one, as ``watermark`` behind the
    text of each page. ``size`` is that of the running text in points; all other sizes keep their proportion to it.
    ``placeholders`` are names and values for an office's own template, see export.placeholders.
    """

    title: str
    subject: str
    author: str
    language: str  # BCP 47, e.g. de-DE
    look: Look
    blocks: tuple[Block, ...]
    footer: tuple[str | PageField, ...] = ()
    created: str = ""  # ISO date-time of the export, from the one clock
    header: tuple[str | PageField, ...] = ()
    watermark: str = ""
    status: str = ""
    typeface: Typeface = Typeface.SANS
    size: float = 0  # 0: as the look has it
    placeholders: tuple[tuple[str, str], ...] = ()


def cell(
    text: str, scope: Scope = Scope.NONE, *, bold: bool = False, align: Align = Align.LEFT, colspan: int = 1
) -> Cell:
    """A cell with one line of text."""
    return Cell(((Run(text, bold=bold),),) if text else (), scope, colspan, align)
