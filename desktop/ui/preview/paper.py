"""One page as a sheet of paper in a field that scrolls; at its ends the keys go on to the next page."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPalette, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from desktop.ui.commands.keystrokes import is_text
from desktop.ui.looks.theme import colours, scheme

#: around the sheet, in pixels
_EDGE = 8
#: white paper would blind in a dark room
_DIMMED = QColor(20, 24, 28, 70)


class Paper(QAbstractScrollArea):
    """Shows a picture of a page. A screen reader hears the number of the page as its name and its words after that."""

    #: a page further, or one back
    turned = Signal(int)
    #: the first page (-1) or the last (1)
    leapt = Signal(int)
    #: larger (1), smaller (-1), as wide as there is room (0)
    zoomed = Signal(int)
    #: there is another width to fill
    resized = Signal()
    #: text was typed, which is nothing to a page
    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(120, 120)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Dark)
        self._sheet = QPixmap()
        self._words = ""

    @property
    def room(self) -> int:
        """How wide a sheet can be without scrolling sideways, in pixels of the screen."""
        bar = self.verticalScrollBar().sizeHint().width()
        return max(int((self.width() - 2 * (_EDGE + self.frameWidth()) - bar) * self.devicePixelRatioF()), 80)

    def show_sheet(self, image: QImage, *, top: bool) -> None:
        """Shows a page; with ``top`` from its first line, else where the last one was looked at."""
        self._words = ""
        self._sheet = QPixmap.fromImage(image)
        self._sheet.setDevicePixelRatio(self.devicePixelRatioF())
        self._measure()
        if top:
            self.verticalScrollBar().setValue(0)
        self.viewport().update()

    def show_words(self, words: str) -> None:
        """Says something in place of a page."""
        self._sheet, self._words = QPixmap(), words
        self._measure()
        self.viewport().update()

    def scroll_to(self, share: float) -> None:
        """Brings a height of the page into view, 0 being its upper edge and 1 its lower."""
        bar = self.verticalScrollBar()
        bar.setValue(round(share * (bar.maximum() + bar.pageStep()) - bar.pageStep() / 3))

    def _measure(self) -> None:
        size = self._sheet.deviceIndependentSize().toSize()
        for bar, need, room in (
            (self.verticalScrollBar(), size.height(), self.viewport().height()),
            (self.horizontalScrollBar(), size.width(), self.viewport().width()),
        ):
            bar.setPageStep(room)
            bar.setSingleStep(max(room // 12, 1))
            bar.setRange(0, max(need + 2 * _EDGE - room, 0) if need else 0)

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Scrolled."""
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More room or less."""
        super().resizeEvent(event)
        self._measure()
        self.resized.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Another theme."""
        super().changeEvent(event)
        self.viewport().update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The sheet with a thin edge, or the words."""
        painter = QPainter(self.viewport())
        inside = self.viewport().rect()
        if self._sheet.isNull():
            painter.fillRect(inside, self.palette().window())
            painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
            margin = inside.adjusted(20, 20, -20, -20)
            painter.drawText(margin, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._words)
            return
        sheet = self._sheet.rect()
        sheet.setSize(self._sheet.deviceIndependentSize().toSize())
        left = max((inside.width() - sheet.width()) // 2, _EDGE) - self.horizontalScrollBar().value()
        sheet.moveTo(left, _EDGE - self.verticalScrollBar().value())
        painter.drawPixmap(sheet.topLeft(), self._sheet)
        if scheme().dark:
            painter.fillRect(sheet, _DIMMED)
        painter.setPen(QColor(colours().running if self.hasFocus() else colours().line))
        painter.drawRect(sheet.adjusted(-1, -1, 0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scrolls, turns, zooms; whatever types something is handed on."""
        bar, key = self.verticalScrollBar(), Qt.Key(event.key())
        step = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(key, 0)
        sideways = key in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier & ~Qt.KeyboardModifier.ShiftModifier:
            event.ignore()
        elif step and sideways and self.horizontalScrollBar().maximum():
            super().keyPressEvent(event)
        elif step and not sideways and bar.value() != (bar.maximum() if step > 0 else 0):
            bar.setValue(bar.value() + step * max(bar.pageStep() - bar.singleStep(), 1))
        elif step:
            self.turned.emit(step)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.leapt.emit(1 if key == Qt.Key.Key_End else -1)
        elif event.text() in ("+", "-", "0"):
            self.zoomed.emit({"+": 1, "-": -1}.get(event.text(), 0))
        elif is_text(event):
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)
