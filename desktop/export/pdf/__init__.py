"""The Document as PDF: embedded fonts, A4, everything drawn through one hook, the same bytes for the same Document."""

from itertools import zip_longest
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
    Table,
    plain,
)
from desktop.export.flow import keeps_with_next, printable
from desktop.export.pdf.figures import picture
from desktop.export.pdf.pages import TEXT_HEIGHT, Kept, build
from desktop.export.pdf.tables import paged_table
from desktop.export.pdf.tags import Kind, Node, Tagger, TagHook
from desktop.export.pdf.text import Bookmark, Text, texts
from desktop.export.styles import SHEETS, Sheet

__all__ = ["TagHook", "render"]

# No text reaches reportlab's markup; should it ever, it must not open files or addresses.
rl_config.trustedSchemes = []
rl_config.trustedHosts = ["localhost.invalid"]

#: an entry of the outline is a line of a narrow column
_LONGEST_BOOKMARK = 200

#: reportlab's fonts keep what they draw in themselves, so two documents cannot be drawn at the same time
_ONE_AT_A_TIME = Lock()


def render(document: Document, hook: TagHook | None = None) -> bytes:
    """The document as PDF 1.7. ``hook`` is told of everything that is drawn."""
    with _ONE_AT_A_TIME:
        tagger = Tagger(hook or TagHook())
        flowables = _Flow(SHEETS[document.look], tagger).flowables(printable(document.blocks))
        # A file without pages cannot be opened.
        return build(document, flowables or [Spacer(1, 1)], tagger)


class _RuleLine(HRFlowable):  # type: ignore[misc]
    tagger: Tagger

    def draw(self) -> None:
        self.tagger.artifact(self.canv, super().draw)


class _Flow:
    """Turns blocks into flowables."""

    def __init__(self, sheet: Sheet, tagger: Tagger) -> None:
        self._sheet = sheet
        self._tagger = tagger
        self._bookmarks = 0
        self._depth = -1

    def flowables(self, blocks: tuple[Block, ...]) -> list[Any]:
        """What platypus sets; blocks that belong together become one ``Kept``."""
        made: list[Any] = []
        chain: list[Any] = []
        for block, following in zip_longest(blocks, blocks[1:]):
            flows = self._block(block)
            keeps = keeps_with_next(block, following)
            if chain and not (keeps and len(flows) == 1):
                made += [Kept([*chain, *flows[:1]])] if flows else chain
                flows, chain = flows[1:], []
            if keeps:  # of a list or a long text its end
                flows, chain = flows[:-1], [*chain, *flows[-1:]]
            made += flows
        return made

    def _block(self, block: Block) -> list[Any]:
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph():
                node = Node(Kind.PARAGRAPH, block)
                return [*texts(self._tagger, node, block.runs, self._sheet.roles[block.role])]
            case ListBlock():
                made = self._list(block, 0, None)
                if made:
                    made[-1].after = self._sheet.roles[ParagraphRole.BODY].after
                return made
            case Table():
                return [paged_table(self._tagger, block, self._sheet.tables[block.role], TEXT_HEIGHT)]
            case Figure():
                return [picture(self._tagger, block)]
            case Rule():
                line = _RuleLine("100%", 0.6, color=HexColor(f"#{self._sheet.rule}"), spaceBefore=10, spaceAfter=10)
                line.tagger = self._tagger
                return [line]
            case PageBreak():
                return [PlatypusPageBreak()]

    def _heading(self, heading: Heading) -> list[Any]:
        made = texts(self._tagger, Node(Kind.HEADING, heading), heading.runs, self._sheet.heading(heading.level))
        title = " ".join(plain(heading.runs).split())
        if title:
            self._depth = min(heading.level - 1, self._depth + 1)
            made[0].bookmark = Bookmark(self._depth, self._bookmarks, title[:_LONGEST_BOOKMARK])
            self._bookmarks += 1
        return [*made]

    def _list(self, block: ListBlock, depth: int, parent: Node | None) -> list[Any]:
        node = Node(Kind.LIST, block, parent)
        made: list[Any] = []
        for number, item in enumerate(block.items, block.start or 0):
            label = "•" if block.start is None else f"{number}."
            made += self._item(item, label, depth, Node(Kind.ITEM, item, node))
        return made

    def _item(self, item: ListItem, label: str, depth: int, node: Node) -> list[Any]:
        indent = self._sheet.list_indent * (depth + 1)
        first = self._texts(Node(Kind.TEXT, item.runs, node), item, indent)
        first[0].label = (Node(Kind.LABEL, label, node), label)
        first[0].label_x = indent - self._sheet.list_indent + 3
        made: list[Any] = [*first]
        for child in item.children:
            if isinstance(child, ListBlock):
                made += self._list(child, depth + 1, node)
            else:
                made += self._texts(Node(Kind.PARAGRAPH, child, node), child, indent)
        return made

    def _texts(self, node: Node, block: ListItem | Paragraph, indent: float) -> list[Text]:
        return texts(self._tagger, node, block.runs, self._sheet.item, indent=indent)
