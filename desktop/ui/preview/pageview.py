"""The pages of a PDF, one at a time, with the keyboard: turned, zoomed, read out."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.text import ui_text as _
from desktop.ui import tasks
from desktop.ui.looks.theme import Label
from desktop.ui.parts.buttons import FlatButton
from desktop.ui.preview.drawing import Drawn, draw
from desktop.ui.preview.paper import Paper

#: widths of the page against the room there is
ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)
_FULL = ZOOMS.index(1.0)


class PageView(QWidget):
    """Shows a PDF: ``show_pdf(bytes)``; the page in front stays in front when a newer version of it comes.

    Pages are drawn beside the window; the newest wish wins.
    """

    #: a page is in front, by number from 1
    pageShown = Signal(int)
    #: text was typed into the page, which is nothing to it
    blindText = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.paper = Paper(self)
        self.setFocusProxy(self.paper)
        self.number, self.pages = 1, 0
        #: the words of the page in front
        self.text = ""
        self._data = b""
        self._zoom = _FULL
        self._top = False
        self._share: float | None = None
        self._drawing = self._again = False
        self._told = Label(parent=self)
        self._back = self._button("‹", _("Page before"), lambda: self.turn(-1))
        self._next = self._button("›", _("Next page"), lambda: self.turn(1))
        self._smaller = self._button("−", _("Smaller page"), lambda: self.zoom(-1))
        self._larger = self._button("+", _("Larger page"), lambda: self.zoom(1))
        self._lay_out()
        self.paper.turned.connect(self.turn)
        self.paper.leapt.connect(lambda way: self.go(self.pages if way > 0 else 1))
        self.paper.zoomed.connect(self.zoom)
        self.paper.resized.connect(self._draw)
        self.paper.typed.connect(self.blindText)
        self.clear(_("No pages yet"))

    def _button(self, sign: str, name: str, act: Callable[[], None]) -> FlatButton:
        button = FlatButton(sign, self)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setMaximumWidth(button.fontMetrics().horizontalAdvance("MMM"))
        button.clicked.connect(lambda: act())
        return button

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(4, 2, 4, 2)
        for part in (self._back, self._told, self._next):
            line.addWidget(part)
        line.addStretch(1)
        for part in (self._smaller, self._larger):
            line.addWidget(part)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.paper, 1)
        rows.addLayout(line)

    # --- what is shown

    def show_pdf(self, data: bytes, page: int | None = None, share: float | None = None) -> None:
        """Shows a PDF: a page by number from 1, None for the one in front.

        ``share`` brings a height of that page into view: 0 is its upper edge, 1 its lower.
        """
        self._data = data
        if page is not None:
            self._top, self.number = self._top or page != self.number, page
        self._share = share
        self._draw()

    def clear(self, words: str) -> None:
        """No pages; says why."""
        self._data, self.number, self.pages, self.text = b"", 1, 0, ""
        self.paper.show_words(words)
        self.paper.setAccessibleName(words)
        self.paper.setAccessibleDescription("")
        self._tell("")

    def go(self, number: int) -> None:
        """Brings a page to the front."""
        if self._data and number != self.number and 1 <= number <= self.pages:
            self._top, self.number = True, number
            self._draw()

    def turn(self, by: int) -> None:
        """So many pages on."""
        self.go(self.number + by)

    def zoom(self, by: int) -> None:
        """Larger or smaller by steps; 0 is as wide as there is room."""
        self._zoom = min(max(self._zoom + by, 0), len(ZOOMS) - 1) if by else _FULL
        self._draw()

    # --- drawing

    def _draw(self) -> None:
        if not self._data or not self.isVisible():
            return
        if self._drawing:
            self._again = True
            return
        self._drawing = True
        data, number, width = self._data, self.number, int(self.paper.room * ZOOMS[self._zoom])
        tasks.run(self, lambda _control: draw(data, number, width), self._take, self._fail)

    def _take(self, drawn: Drawn) -> None:
        self._drawing = False
        if self._again:
            self._again = False
            self._draw()
            return
        if not self._data:
            return
        self.number, self.pages, self.text = drawn.number, drawn.pages, drawn.text
        self.paper.show_sheet(drawn.image, top=self._top)
        self._top = False
        if self._share is not None:
            self.paper.scroll_to(self._share)
            self._share = None
        self._tell(_("Page {number} of {pages}", number=drawn.number, pages=drawn.pages))
        self.pageShown.emit(drawn.number)

    def _fail(self, _error: Exception) -> None:
        self._drawing = self._again = False
        self.clear(_("These pages cannot be shown; the next change makes them anew."))

    def _tell(self, where: str) -> None:
        self._told.setText(where)
        self._back.setEnabled(self.pages > 0 and self.number > 1)
        self._next.setEnabled(self.number < self.pages)
        for button in (self._smaller, self._larger):
            button.setEnabled(bool(self.pages))
        if where:
            changed = self.paper.accessibleName() != where
            self.paper.setAccessibleName(where)
            self.paper.setAccessibleDescription(self.text)
            if changed and self.paper.hasFocus():
                QAccessible.updateAccessibility(QAccessibleEvent(self.paper, QAccessible.Event.NameChanged))

    def showEvent(self, event: QShowEvent) -> None:
        """What came while nobody looked is drawn now."""
        super().showEvent(event)
        self._draw()
