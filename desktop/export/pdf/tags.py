"""The structure of the PDF: every block is an element, everything drawn belongs to one or is decoration.

Elements are made in the order of the Document before anything is drawn. While drawing, what is painted is wrapped in
marks (BDC, EMC) and noted with its element; ``structure`` writes the tree when all pages are there (ISO 32000-1,
14.7 and 14.8).
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from desktop.export.document import Scope

#: reportlab's canvas, which comes without types
Canvas = Any


class Tag(StrEnum):
    """The standard structure types used here (ISO 32000-1, 14.8.4)."""

    DOCUMENT = "Document"
    PARAGRAPH = "P"
    QUOTE = "BlockQuote"
    NOTE = "Note"
    LIST = "L"
    ITEM = "LI"
    LABEL = "Lbl"
    BODY = "LBody"
    TABLE = "Table"
    HEAD = "THead"
    ROWS = "TBody"
    ROW = "TR"
    HEADER = "TH"
    CELL = "TD"
    FIGURE = "Figure"
    LINK = "Link"
    SPAN = "Span"


#: they stand between stretches of the text around them, so they take their place when they are drawn
_WITHIN_TEXT = {Tag.LINK, Tag.SPAN}


class Decoration(StrEnum):
    """What is painted without being content, as the properties of its mark (ISO 32000-1, 14.8.2.2)."""

    LAYOUT = "/Type /Layout"
    AGAIN = "/Type /Pagination"
    HEADER = "/Type /Pagination /Subtype /Header"
    FOOTER = "/Type /Pagination /Subtype /Footer"
    WATERMARK = "/Type /Pagination /Subtype /Watermark"


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch on a page (from 1), by its number there."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a link can be clicked: page (from 1), and a rectangle there in points."""

    page: int
    box: tuple[float, float, float, float]


@dataclass(eq=False, slots=True)
class Element:
    """A part of the structure. Two equal paragraphs are two elements.

    ``tag`` is a ``Tag`` or H1 to H6, ``numbering`` what the labels of a list are (None, Disc, Decimal), ``kids`` in
    reading order, ``box`` where a figure stands on its page.
    """

    tag: str
    parent: "Element | None" = None
    alt: str = ""
    language: str = ""
    link: str = ""
    scope: Scope = Scope.NONE
    colspan: int = 1
    summary: str = ""
    numbering: str = "None"
    box: tuple[float, float, float, float] | None = None
    kids: "list[Element | Mark | Spot]" = field(default_factory=list)

    def __post_init__(self) -> None:
        if self.parent and self.tag not in _WITHIN_TEXT:
            self.parent.kids.append(self)

    def first_page(self) -> int | None:
        """The page on which it begins; None where nothing of it was drawn."""
        for kid in self.kids:
            found = kid.first_page() if isinstance(kid, Element) else kid.page
            if found:
                return found
        return None


class Tagger:
    """Wraps what is painted in marks, numbered anew on each page."""

    def __init__(self) -> None:
        self.root = Element(Tag.DOCUMENT)
        self._marks: dict[int, int] = {}

    def draw(self, canvas: Canvas, element: Element, paint: Callable[[], None]) -> None:
        """Paint content of an element."""
        page = canvas.getPageNumber()
        number = self._marks.get(page, 0)
        self._marks[page] = number + 1
        if element.tag in _WITHIN_TEXT and element.parent and not element.kids:
            element.parent.kids.append(element)
        element.kids.append(Mark(page, number))
        canvas.addLiteral(f"/{element.tag} <</MCID {number}>> BDC")
        paint()
        canvas.addLiteral("EMC")

    def artifact(self, canvas: Canvas, paint: Callable[[], None], decoration: Decoration = Decoration.LAYOUT) -> None:
        """Paint decoration."""
        canvas.addLiteral(f"/Artifact <<{decoration}>> BDC")
        paint()
        canvas.addLiteral("EMC")
