"""Pages of a PDF as pictures and as text, drawn beside the window: pdfium works without holding up what is typed."""

from contextlib import closing
from dataclasses import dataclass
from threading import Lock

import pypdfium2
from PySide6.QtGui import QImage

#: pdfium can do one thing at a time
_ONE_AT_A_TIME = Lock()

#: more pixels across than any screen has room for
_WIDEST = 6000


@dataclass(frozen=True, slots=True)
class Drawn:
    """A page: its number from 1, how many there are, its picture, its words."""

    number: int
    pages: int
    image: QImage
    text: str


def draw(data: bytes, number: int, width: int) -> Drawn:
    """Draws a page of a PDF so many pixels wide; the last one where the PDF has fewer pages.

    Raises pypdfium2.PdfiumError where the bytes are no PDF.
    """
    with _ONE_AT_A_TIME, pypdfium2.PdfDocument(data) as pdf:
        pages = len(pdf)
        number = min(max(number, 1), pages)
        # closed here and not by the garbage collector, which would come in between on another thread
        with closing(pdf[number - 1]) as page, closing(page.get_textpage()) as words:
            text = words.get_text_bounded()
            with closing(page.render(scale=min(width, _WIDEST) / page.get_width(), prefer_bgrx=True)) as drawn:
                shape = (drawn.width, drawn.height, drawn.stride)
                return Drawn(number, pages, QImage(drawn.buffer, *shape, QImage.Format.Format_RGB32).copy(), text)
