"""Pages: the frame, the running lines with the number of all pages, the watermark, and what stays together."""

from io import BytesIO
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate
from reportlab.platypus.doctemplate import NullActionFlowable

from desktop.export.document import Document, PageField
from desktop.export.fonts import font_name
from desktop.export.glyphs import pieces
from desktop.export.pdf.tags import Decoration, Tagger
from desktop.export.pdf.text import Text, drawn
from desktop.export.pdf.watermark import draw_watermark
from desktop.export.styles import (
    FOOTER_HEIGHT,
    LINE_WIDTH,
    MARGIN_BOTTOM,
    MARGIN_LEFT,
    MARGIN_RIGHT,
    MARGIN_TOP,
    MM,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    sheet_of,
)

TEXT_HEIGHT = PAGE_HEIGHT - MARGIN_TOP - MARGIN_BOTTOM
#: from the foot of the page to the base of the header
HEADER_HEIGHT = PAGE_HEIGHT - 13 * MM
_WATERMARK = "watermark"


class Kept(Flowable):  # type: ignore[misc]
    """Flowables that stay together: a heading and at least the first lines below it, the last lines and what follows.

    The last may be broken, and of a long paragraph among the others only its end stays with what follows.
    """

    def __init__(self, content: list[Any]) -> None:
        super().__init__()
        self._content = content

    def getSpaceBefore(self) -> float:
        return float(self._content[0].getSpaceBefore())

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """More than any page holds, so that ``split`` is asked."""
        return width, 1e6

    def split(self, width: float, height: float) -> list[Any]:
        """The content one by one where enough of it fits, or nothing better would come; else nothing: a new page."""
        rooms = self._rooms(width, height)
        if height < TEXT_HEIGHT - 1 and not self._fits(width, rooms[-1]):
            return self._broken(width, rooms)
        return [NullActionFlowable(), *self._content]

    def _rooms(self, width: float, height: float) -> list[float]:
        """What remains of a height for each part."""
        rooms: list[float] = []
        after = 0.0
        for index, part in enumerate(self._content):
            height -= max(part.getSpaceBefore() - after, 0) if index else 0.0
            rooms.append(height)
            after = part.getSpaceAfter()
            height -= part.wrap(width, height)[1] + after
        return rooms

    def _fits(self, width: float, room: float) -> bool:
        last = self._content[-1]
        return room > 0 and (last.wrap(width, room)[1] <= room or len(last.split(width, room)) > 1)

    def _broken(self, width: float, rooms: list[float]) -> list[Any]:
        """The content, parted in the last of its long paragraphs that can be; nothing where none can."""
        for index in reversed(range(len(rooms) - 1)):
            part = self._content[index]
            parts = part.parted(width, rooms[index]) if isinstance(part, Text) else []
            if parts:
                rest = Kept([parts[1], *self._content[index + 1 :]])
                return [NullActionFlowable(), *self._content[:index], parts[0], rest]
        return []


def build(document: Document, flowables: list[Any], tagger: Tagger) -> bytes:
    """Set the flowables on pages; the bytes depend on nothing but the arguments."""
    numbered = type("Numbered", (_Pages,), {"document": document, "tagger": tagger})
    frame = Frame(MARGIN_LEFT, MARGIN_BOTTOM, LINE_WIDTH, TEXT_HEIGHT, 0, 0, 0, 0)
    target = BytesIO()
    template = BaseDocTemplate(
        target,
        pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
        pageTemplates=[PageTemplate(frames=[frame], onPage=_begin_page, onPageEnd=_end_page)],
        lang=document.language,
        displayDocTitle=True,
        invariant=1,
        pageCompression=0,  # packed once, when all is there
        initialFontName=font_name(typeface=document.typeface),
    )
    template.build(flowables, canvasmaker=numbered)
    return target.getvalue()


def _begin_page(canvas: "_Pages", _template: object) -> None:
    """The watermark comes first: it lies behind everything."""
    if canvas.document.watermark:
        canvas.tagger.artifact(canvas, lambda: canvas.doForm(_WATERMARK), Decoration.WATERMARK)


def _end_page(canvas: "_Pages", _template: object) -> None:
    number = canvas.getPageNumber()
    if canvas.document.header:
        canvas.tagger.artifact(canvas, lambda: canvas.doForm(f"header{number}"), Decoration.HEADER)
    if canvas.document.footer:
        canvas.tagger.artifact(canvas, lambda: canvas.doForm(f"footer{number}"), Decoration.FOOTER)


class _Pages(Canvas):  # type: ignore[misc]
    """A canvas that draws the running lines last, when the number of pages is known: each page refers to its own."""

    document: Document
    tagger: Tagger

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options, pdfVersion=(1, 7))

    def save(self) -> None:
        """Draw what all pages share, then write."""
        document, total = self.document, self.getPageNumber() - 1
        if document.watermark:
            self.beginForm(_WATERMARK)
            draw_watermark(self, document.watermark, document.typeface)
            self.endForm()
        lines = (("header", document.header, HEADER_HEIGHT), ("footer", document.footer, FOOTER_HEIGHT))
        for page in range(1, total + 1):
            values = {PageField.PAGE: str(page), PageField.PAGES: str(total)}
            for name, parts, y in lines:
                if parts:
                    text = "".join(values[part] if isinstance(part, PageField) else part for part in parts)
                    self.beginForm(f"{name}{page}")
                    self._running(drawn(text), y, right=name == "footer")
                    self.endForm()
        super().save()

    def _running(self, text: str, y: float, right: bool) -> None:
        """One line at a margin, made smaller where it would be longer than the line."""
        style = sheet_of(self.document.look, self.document.size).footer
        cut, width = self._cut(text, style.size)
        size = style.size * min(1.0, LINE_WIDTH / width) if width else style.size
        x = PAGE_WIDTH - MARGIN_RIGHT - min(width, LINE_WIDTH) if right else MARGIN_LEFT
        self.setFillColor(HexColor(f"#{style.color}"))
        self._put(cut, size, x, y)

    def _cut(self, text: str, size: float) -> tuple[list[tuple[str, str]], float]:
        """The text by fonts, and its width."""
        typeface = self.document.typeface
        cut = [(font_name(face, typeface=typeface), piece) for face, piece in pieces(text.replace("\n", " "))]
        return cut, sum(self.stringWidth(piece, font, size) for font, piece in cut)

    def _put(self, cut: list[tuple[str, str]], size: float, x: float, y: float) -> None:
        for font, piece in cut:
            self.setFont(font, size)
            self.drawString(x, y, piece)
            x += self.stringWidth(piece, font, size)
