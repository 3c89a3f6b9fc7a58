"""The Document as PDF: A4, embedded fonts, everything tagged, the same bytes for the same Document."""

from threading import Lock
from typing import Any

from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.platypus import HRFlowable, Spacer
from reportlab.platypus import PageBreak as PlatypusPageBreak

from desktop.export.document import (
    Block,
    Document,
    Figure,
    Heading,
    ListBlock,
    ListItem,
    PageBreak,
    Paragraph,
    ParagraphRole,
    Rule,
    Runs,
    Table,
    plain,
)
from desktop.export.flow import keeps_with_next, printable_places
from desktop.export.pdf.archive import finished
from desktop.export.pdf.figures import picture
from desktop.export.pdf.pages import TEXT_HEIGHT, Kept, build
from desktop.export.pdf.tables import paged_table
from desktop.export.pdf.tags import Element, Tag, Tagger
from desktop.export.pdf.text import Bookmark, Press, Text
from desktop.export.styles import Sheet, TextStyle, sheet_of

__all__ = ["render", "render_with_places"]

# No text reaches reportlab's markup; should it ever, it must not open files or addresses.
rl_config.trustedSchemes = []
rl_config.trustedHosts = ["localhost.invalid"]

#: an entry of the outline is a line of a narrow column
_LONGEST_BOOKMARK = 200
#: the structure types of PDF end with H6
_DEEPEST = 6

#: reportlab's fonts keep what they draw in themselves, so two documents cannot be drawn at the same time
_ONE_AT_A_TIME = Lock()


def render(document: Document) -> bytes:
    """The document as PDF 1.7 that is PDF/UA-1 and PDF/A-2a."""
    return render_with_places(document)[0]


def render_with_places(document: Document) -> tuple[bytes, dict[int, int]]:
    """The PDF, and for each block by its place in ``document.blocks`` the page (from 1) on which it begins.

    What leaves nothing on paper, and rules and page breaks, are where the block before them is.
    """
    with _ONE_AT_A_TIME:
        flow = _Flow(sheet_of(document.look, document.size), Press(Tagger(), document.typeface, document.language))
        # A file without pages cannot be opened.
        drawn = build(document, flow.flowables(printable_places(document.blocks)) or [Spacer(1, 1)], flow.press.tagger)
    return finished(document, drawn, flow.press.tagger.root), _pages_of(len(document.blocks), flow.begun)


def _pages_of(count: int, begun: dict[int, list[Element]]) -> dict[int, int]:
    pages: dict[int, int] = {}
    page = 1
    for place in range(count):
        page = next(filter(None, (element.first_page() for element in begun.get(place, ()))), page)
        pages[place] = page
    return pages


class _RuleLine(HRFlowable):  # type: ignore[misc]
    tagger: Tagger

    def draw(self) -> None:
        self.tagger.artifact(self.canv, super().draw)


class _Flow:
    """Turns blocks into flowables. ``begun`` holds the elements of the printed blocks by their places."""

    def __init__(self, sheet: Sheet, press: Press) -> None:
        self._sheet = sheet
        self.press = press
        self._root = press.tagger.root
        self.begun: dict[int, list[Element]] = {}
        self._bookmarks = 0
        self._depth = 0

    def flowables(self, blocks: list[tuple[int, Block]]) -> list[Any]:
        """What platypus sets; blocks that belong together become one ``Kept``."""
        made: list[Any] = []
        chain: list[Any] = []
        followings = [*(block for _, block in blocks[1:]), None]
        for (place, block), following in zip(blocks, followings, strict=False):
            before = len(self._root.kids)
            flows = self._block(block)
            self.begun[place] = [kid for kid in self._root.kids[before:] if isinstance(kid, Element)]
            keeps = keeps_with_next(block, following)
            if chain and not (keeps and len(flows) == 1):
                made += [Kept([*chain, *flows[:1]])] if flows else chain
                flows, chain = flows[1:], []
            if keeps:  # of a list its end
                flows, chain = flows[:-1], [*chain, *flows[-1:]]
            made += flows
        return made

    def _block(self, block: Block) -> list[Any]:
        match block:
            case Heading():
                return [self._heading(block)]
            case Paragraph():
                return [self.press.text(self._paragraph(block), block.runs, self._sheet.roles[block.role])]
            case ListBlock():
                made = self._list(block, 0, self._root)
                if made:
                    made[-1].after = self._sheet.roles[ParagraphRole.BODY].after
                return made
            case Table():
                return [paged_table(self.press, block, self._sheet.tables[block.role], TEXT_HEIGHT)]
            case Figure():
                return [picture(self.press.tagger, block)]
            case Rule():
                line = _RuleLine("100%", 0.6, color=HexColor(f"#{self._sheet.rule}"), spaceBefore=10, spaceAfter=10)
                line.tagger = self.press.tagger
                return [line]
            case PageBreak():
                return [PlatypusPageBreak()]

    def _paragraph(self, block: Paragraph) -> Element:
        if block.role is ParagraphRole.QUOTE:
            return Element(Tag.PARAGRAPH, Element(Tag.QUOTE, self._root))
        return Element(Tag.NOTE if block.role is ParagraphRole.NOTE else Tag.PARAGRAPH, self._root)

    def _heading(self, heading: Heading) -> Text:
        """The title of the document is H1, below no level is left out."""
        title = " ".join(plain(heading.runs).split())
        if title:
            self._depth = min(heading.level, self._depth + 1, _DEEPEST)
        element = Element(f"H{max(self._depth, 1)}", self._root)
        made = self.press.text(element, heading.runs, self._sheet.heading(heading.level))
        made.solid = True
        if title:
            made.bookmark = Bookmark(self._depth - 1, self._bookmarks, title[:_LONGEST_BOOKMARK])
            self._bookmarks += 1
        return made

    def _list(self, block: ListBlock, depth: int, parent: Element) -> list[Any]:
        element = Element(Tag.LIST, parent, numbering="Disc" if block.start is None else "Decimal")
        made: list[Any] = []
        for number, item in enumerate(block.items, block.start or 0):
            label = "•" if block.start is None else f"{number}."
            made += self._item(item, label, depth, Element(Tag.ITEM, element))
        return made

    def _item(self, item: ListItem, label: str, depth: int, element: Element) -> list[Any]:
        indent, look = self._sheet.list_indent * (depth + 1), self._sheet.item
        marker = self.press.label(Element(Tag.LABEL, element), label, look)
        body = Element(Tag.BODY, element)
        first = self._text(Element(Tag.PARAGRAPH, body) if item.children else body, item.runs, look, indent)
        first.label, first.label_x = marker, indent - self._sheet.list_indent + 3
        made: list[Any] = [first]
        for child in item.children:
            if isinstance(child, ListBlock):
                made += self._list(child, depth + 1, body)
            else:
                made.append(self._text(Element(Tag.PARAGRAPH, body), child.runs, look, indent))
        return made

    def _text(self, element: Element, runs: Runs, look: TextStyle, indent: float) -> Text:
        return self.press.text(element, runs, look, indent=indent)
