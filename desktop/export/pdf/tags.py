"""The one place through which everything in the PDF is drawn: what belongs to the content, and what is decoration.

Today nothing is written there. Tagging will put its marks (BDC, EMC) and collect the structure tree in a hook of its
own, without a change to what draws.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

#: reportlab's canvas, which comes without types
Canvas = Any


class Kind(StrEnum):
    """What a node of the structure is. The first five hold other nodes, the rest is drawn."""

    LIST = "list"
    ITEM = "item"
    TABLE = "table"
    ROW = "row"
    CELL = "cell"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    FIGURE = "figure"
    LABEL = "label"  # number or bullet of a list item
    TEXT = "text"  # text of a list item or a cell


@dataclass(frozen=True, eq=False, slots=True)
class Node:
    """A block, or a part of one, at its place in the structure.

    ``block`` is what the Document has there: a Block, a ListItem, a tuple of Cells (row), a Cell, or Runs (text). Nodes
    are told apart by identity: two equal paragraphs are two nodes.
    """

    kind: Kind
    block: object
    parent: "Node | None" = None
    header: bool = False  # a row that heads the columns

    def path(self) -> "list[Node]":
        """The node with all that holds it, outermost first."""
        return [*(self.parent.path() if self.parent else ()), self]


class TagHook:
    """Is told of everything that is drawn, page by page, in reading order; does nothing itself.

    Between ``begin`` and ``end`` of a node that holds others come those of its parts; a node that goes on over a page
    is ended at the foot and begun again at the top. A node that is drawn is never begun within another one.
    """

    def begin(self, canvas: Canvas, node: Node) -> None:
        """From here on the canvas draws this node."""

    def end(self, canvas: Canvas, node: Node) -> None:
        """The node, or its part on this page, is drawn."""

    def begin_artifact(self, canvas: Canvas) -> None:
        """From here on the canvas draws decoration: lines, grounds, footers, repeated header rows."""

    def end_artifact(self, canvas: Canvas) -> None:
        """The decoration is drawn."""


class Tagger:
    """Tells the hook what is drawn and keeps its calls nested."""

    def __init__(self, hook: TagHook) -> None:
        self._hook = hook
        self._open: list[Node] = []

    def draw(self, canvas: Canvas, node: Node, paint: Callable[[], None]) -> None:
        """Paint a node that holds no others, within the nodes that hold it."""
        self._reach(canvas, node.parent)
        self._hook.begin(canvas, node)
        paint()
        self._hook.end(canvas, node)

    def artifact(self, canvas: Canvas, paint: Callable[[], None]) -> None:
        """Paint decoration."""
        self._hook.begin_artifact(canvas)
        paint()
        self._hook.end_artifact(canvas)

    def close(self, canvas: Canvas) -> None:
        """End what is open, at the foot of a page."""
        self._reach(canvas, None)

    def _reach(self, canvas: Canvas, holder: Node | None) -> None:
        """End and begin nodes until exactly ``holder`` and what holds it are open."""
        path = holder.path() if holder else []
        common = 0
        while common < min(len(path), len(self._open)) and path[common] is self._open[common]:
            common += 1
        for node in reversed(self._open[common:]):
            self._hook.end(canvas, node)
        for node in path[common:]:
            self._hook.begin(canvas, node)
        self._open = path
