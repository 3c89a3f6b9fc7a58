"""Pictures: drawn through the tagger, those without words as decoration."""

from io import BytesIO
from typing import Any

from PIL import Image as Pillow
from reportlab.platypus import Image

from desktop.export.document import Figure
from desktop.export.pdf.tags import Element, Tag, Tagger
from desktop.export.styles import FIGURE_ROOM, LINE_WIDTH

#: kinds of colour that stand in the PDF as they are; anything else would need a colour profile of its own
_PLAIN_COLORS = {"1", "L", "LA", "P", "RGB", "RGBA"}


class Picture(Image):  # type: ignore[misc]
    """A picture at the left margin."""

    tagger: Tagger
    element: Element | None

    def draw(self) -> None:
        """Paint it as what it is, and note where it stands."""
        if self.element is None:
            self.tagger.artifact(self.canv, super().draw)
            return
        low, high = self.canv.absolutePosition(0, 0), self.canv.absolutePosition(self.drawWidth, self.drawHeight)
        self.element.box = (*low, *high)
        self.tagger.draw(self.canv, self.element, super().draw)


def picture(tagger: Tagger, figure: Figure) -> Any:
    """The figure as a flowable, as high as it asks and no wider than the line."""
    made = Picture(BytesIO(_in_plain_colors(figure.data)), hAlign="LEFT")
    factor = min(figure.height / made.drawHeight, LINE_WIDTH / made.drawWidth)
    made.drawWidth, made.drawHeight = factor * made.drawWidth, factor * made.drawHeight
    made.spaceAfter = FIGURE_ROOM
    made.tagger, made.element = tagger, Element(Tag.FIGURE, tagger.root, alt=figure.alt) if figure.alt else None
    return made


def _in_plain_colors(data: bytes) -> bytes:
    with Pillow.open(BytesIO(data)) as read:
        if read.mode in _PLAIN_COLORS:
            return data
        target = BytesIO()
        read.convert("RGB").save(target, "PNG")
        return target.getvalue()
