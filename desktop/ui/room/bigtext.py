"""Text in the largest type for which there is room; what is too long for the least turns its pages by itself."""

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QRect, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QWidget

from desktop.ui.richtext.linedoc import new_document

#: makes the document in a font
Fill = Callable[[QTextDocument], None]

#: who reads without hurry reads so many characters in a second
_READ_PER_SECOND = 18
_LEAST_SECONDS, _MOST_SECONDS = 8, 40
_STEPS = 5


class BigText(QWidget):
    """Shows a document. ``least`` and ``largest`` are sizes of the type in pixels, set with the place it has."""

    #: another page is shown, or there are more or fewer of them
    turned = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._fill: Fill | None = None
        self._document = QTextDocument(self)
        self._sizes = (12, 12)
        self._alignment = Qt.AlignmentFlag.AlignLeft
        self._centred, self._fresh = False, False
        self.page, self.pages = 1, 1
        self._turning = QTimer(self)
        self._turning.timeout.connect(self.turn)

    @property
    def text(self) -> str:
        """What it shows, without its style."""
        return self._document.toPlainText()

    def show_filled(self, fill: Fill) -> None:
        """Shows another text, from its first page, once it is placed."""
        self.clear()
        self._fill, self._fresh = fill, True

    def clear(self) -> None:
        """Shows nothing, and keeps nothing of what it showed."""
        self._fill, self.page = None, 1
        self._document.clear()
        self.setAccessibleName("")
        self._set_pages(1)

    def place(
        self, x: float, y: float, width: float, height: float, sizes: tuple[float, float], *, centred: bool
    ) -> None:
        """Gives it its place and the least and the largest type; ``centred`` in the middle, both ways."""
        where, found = (
            QRect(int(x), int(y), max(1, int(width)), max(1, int(height))),
            tuple(max(8, int(s)) for s in sizes),
        )
        if not self._fresh and (where, found, centred) == (self.geometry(), self._sizes, self._centred):
            return
        self._sizes, self._centred, self._fresh = (found[0], found[1]), centred, False
        self._alignment = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft
        self.setGeometry(where)
        self._fit()

    def needed(self) -> float:
        """The height of what it shows, in pixels."""
        return self._document.size().height() if self._fill is not None and self.pages == 1 else float(self.height())

    @property
    def type_size(self) -> int:
        """The size of its type in pixels."""
        return self._document.defaultFont().pixelSize()

    @property
    def ideal_width(self) -> float:
        """How much of the width it takes, in pixels; more than there is would be cut off."""
        return self._document.idealWidth()

    # --- size

    def _fit(self) -> None:
        """The largest type with which all of it has room, else the least and several pages."""
        if self._fill is None:
            return
        font = QFont(self.font())
        font.setPixelSize(self._sizes[0])
        made = new_document(font)
        made.setParent(self)
        made.setDefaultTextOption(QTextOption(self._alignment))
        self._fill(made)
        self._document.deleteLater()
        self._document = made
        least, largest = self._sizes
        if not self._has_room(least) and made.idealWidth() > self.width() + 1:
            # a table wider than its place would lose its last columns
            option = made.defaultTextOption()
            option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
            made.setDefaultTextOption(option)
        if self._has_room(least):
            self._grow(least, largest)
            self._set_pages(1)
        else:
            made.setPageSize(QSizeF(self.width(), self.height()))
            self._set_pages(made.pageCount())
        self.setAccessibleName(made.toPlainText())
        self.update()

    def _grow(self, least: int, largest: int) -> None:
        for _step in range(_STEPS):
            if largest - least <= 1:
                break
            middle = (least + largest + 1) // 2
            least, largest = (middle, largest) if self._has_room(middle) else (least, middle)
        self._has_room(least)

    def _has_room(self, size: int) -> bool:
        font = self._document.defaultFont()
        font.setPixelSize(size)
        self._document.setDefaultFont(font)
        self._document.setTextWidth(self.width())
        found = self._document.size()
        return found.height() <= self.height() and self._document.idealWidth() <= self.width() + 1

    # --- pages

    def _set_pages(self, pages: int) -> None:
        self.pages, self.page = pages, min(self.page, pages)
        if pages > 1:
            seconds = ceil(len(self.text) / pages / _READ_PER_SECOND)
            self._turning.start(1_000 * min(max(seconds, _LEAST_SECONDS), _MOST_SECONDS))
        else:
            self._turning.stop()
        self.turned.emit()

    def turn(self) -> None:
        """To the next page, or back to the first."""
        self.page = self.page % self.pages + 1
        self.turned.emit()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The page that is shown."""
        if self._fill is None:
            return
        painter = QPainter(self)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, QColor(self.palette().color(QPalette.ColorRole.WindowText)))
        above = float((self.page - 1) * self.height())
        if self._centred and self.pages == 1:
            painter.translate(0, max(0.0, (self.height() - self._document.size().height()) / 2))
        painter.translate(0, -above)
        context.clip = QRectF(0, above, self.width(), self.height())
        painter.setClipRect(context.clip)
        self._document.documentLayout().draw(painter, context)
