"""Pictures: drawn through the tagger, those without words as decoration."""

from io import BytesIO
from typing import Any

from reportlab.platypus import Image

from desktop.export.document import Figure
from desktop.export.pdf.tags import Kind, Node, Tagger


class Picture(Image):  # type: ignore[misc]
    """A picture at the left margin."""

    tagger: Tagger
    node: Node | None

    def draw(self) -> None:
        """Paint it as what it is."""
        if self.node is None:
            self.tagger.artifact(self.canv, super().draw)
        else:
            self.tagger.draw(self.canv, self.node, super().draw)


def picture(tagger: Tagger, figure: Figure) -> Any:
    """The figure as a flowable, as high as it asks."""
    made = Picture(BytesIO(figure.data), hAlign="LEFT")
    made.drawWidth *= figure.height / made.drawHeight
    made.drawHeight = figure.height
    made.tagger, made.node = tagger, Node(Kind.FIGURE, figure) if figure.alt else None
    return made
