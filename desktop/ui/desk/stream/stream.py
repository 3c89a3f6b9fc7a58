"""The stream of entries as a view: rows of different heights, of which only those in view are laid out.

Rows that were never seen have an estimated height, so that an item of 900 entries opens at once. The row in view that
the keyboard is in keeps its place on the screen while others find out how high they are.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPalette, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from desktop.ui.desk.stream.faces import Face
from desktop.ui.desk.stream.rows import Look, Measures, Row, measure, paint

#: rows out of view whose documents are kept, so that scrolling back is quick
KEPT_DOCUMENTS = 80
#: lines that stay of it in the lowest window
_FEWEST = 3


class Stream(QAbstractScrollArea):
    """Shows rows and holds the widgets that work on the current one: text, side line, panel such as the vote grid."""

    #: a row was clicked: its number and where in its text
    clicked = Signal(int, QPointF)
    #: a form comes over the summary of the current row (True), or goes
    panelled = Signal(bool)
    #: the rows in view have their places
    settled = Signal()

    def __init__(self, face_of: Callable[[Row], Face], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._face_of = face_of
        self.rows: list[Row] = []
        self.current: Row | None = None
        self.placeholder = ""
        self._tops: list[float] = [0.0]
        self._editor: QWidget | None = None
        self._covered = False
        self._side: QWidget | None = None
        self._panel: QWidget | None = None
        self._measures = Measures(self.font(), 400)
        self._settling = False
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def minimumSizeHint(self) -> QSize:
        """A few lines, where the foot of the item is used in a low window."""
        return QSize(super().minimumSizeHint().width(), self.fontMetrics().lineSpacing() * _FEWEST)

    # --- rows

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Shows these rows; what is known of a row's height stays."""
        self.rows = list(rows)
        if self.current not in self.rows:
            self.current = None
        for row in self.rows:
            if not row.height:
                row.height = self._measures.guess(120)
        self._settle()

    def number_of(self, key: str | None) -> int | None:
        """The number of the row with a key."""
        return next((number for number, row in enumerate(self.rows) if row.key == key), None)

    def refresh(self, row: Row) -> None:
        """Shows a row anew because what it shows has changed."""
        row.reset()
        self._settle()

    def resized(self, row: Row) -> None:
        """Fits the place of a row to its text or its widgets, whose height has changed."""
        row.measured = False
        self._settle()

    def set_current(self, row: Row | None) -> None:
        """Marks the row that the keyboard is in."""
        self.current = row
        self.viewport().update()

    # --- widgets of the current row

    def put_editor(self, widget: QWidget | None, *, covers: bool = True) -> None:
        """Places what has the keyboard in the current row; None takes it away. ``covers``: it paints the row's text."""
        self._editor = self._changed(self._editor, widget)
        self._covered = covers and widget is not None

    def put_side(self, widget: QWidget | None) -> None:
        """Places a line of fields above the text of the current row; None takes it away."""
        self._side = self._changed(self._side, widget)

    def put_panel(self, widget: QWidget | None) -> None:
        """Places a widget where the current row shows its summary; None takes it away."""
        self._panel = self._changed(self._panel, widget)
        self.panelled.emit(widget is not None)

    def _changed(self, before: QWidget | None, widget: QWidget | None) -> QWidget | None:
        if before is not None and before is not widget:
            before.hide()
        if widget is not None:
            widget.setParent(self.viewport())
        for row in self.rows:
            if row is not self.current and (row.side or row.panel):
                row.side = row.panel = 0.0
                row.measured = False
        return widget

    def fit_text(self, row: Row) -> None:
        """Fits the place of a row to its text, which may have another height now."""
        if row.document is None or not row.measured:
            return
        height = max(row.document.size().height(), self._measures.line)
        if abs(height - row.body_box.height()) > 0.5 and not row.panel:
            self.resized(row)

    def fit(self) -> None:
        """Asks the widgets of the current row how high they want to be, and makes room."""
        if self.current is None:
            return
        width = int(self._measures.content)
        self.current.side = _wanted(self._side, width)
        self.current.panel = _wanted(self._panel, width)
        self.resized(self.current)

    def _place_widgets(self) -> None:
        if self.current is None:
            return
        for widget, box in (
            (self._side, self.current.side_box),
            (self._editor, self.current.body_box),
            (self._panel, self.current.body_box),
        ):
            if widget is not None:
                area = box.translated(0, self._tops[self._place(self.current)] - self._offset()).toAlignedRect()
                if widget.geometry() != area:
                    widget.setGeometry(area)
                if widget.isHidden():
                    widget.show()

    # --- where things are

    def rect_of(self, row: Row) -> QRectF:
        """Where a row stands in the viewport."""
        return QRectF(0, self._tops[self._place(row)] - self._offset(), self._measures.width, row.height)

    def _place(self, row: Row) -> int:
        return self.rows.index(row)

    def _offset(self) -> float:
        return float(self.verticalScrollBar().value())

    def _first_in_view(self) -> int:
        return max(bisect_right(self._tops, self._offset()) - 1, 0)

    def texts_in_view(self) -> list[QTextDocument]:
        """The texts that can be seen, but for that of the current row where an editor covers it."""
        rows = (row for row in self.in_view() if row is not self.current or not self._covered)
        return [row.document for row in rows if row.document is not None]

    def show_row(self, row: Row, area: QRect | None = None) -> None:
        """Scrolls so that a row is in view, or of a long one the ``area`` (in the viewport) that matters."""
        fresh = not row.measured
        if fresh:
            self._measure(row)
            self._stack()
        height = self.viewport().height()
        box = self.rect_of(row) if area is None else QRectF(area)
        if box.top() < 0 or (area is None and box.height() > height):
            self._scroll_to(self._offset() + box.top())
        elif box.bottom() > height:
            self._scroll_to(self._offset() + box.bottom() - height)
        elif not fresh:
            return
        self._settle(row)

    def _scroll_to(self, value: float) -> None:
        self.verticalScrollBar().setValue(round(value))

    # --- laying out

    def _measure(self, row: Row) -> None:
        measure(row, row.face or self._face_of(row), self._measures)

    def _stack(self) -> None:
        """Puts the rows below each other."""
        self._tops = [0.0, *accumulate(row.height for row in self.rows)]
        spare = max(int(self._tops[-1]) + 8 - self.viewport().height(), 0)
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(int(self._measures.line * 2))
        if bar.maximum() != spare:
            bar.setRange(0, spare)

    def _settle(self, anchor: Row | None = None) -> None:
        """Lays out what is in view; ``anchor`` (default: the current row, if seen) stays where it is on the screen."""
        if self._settling:
            return
        self._settling = True
        self._stack()
        anchor = anchor or self._seen_current()
        for _round in range(8):
            fresh = [row for row in self.in_view() if not row.measured]
            if not fresh:
                break
            before = self.rect_of(anchor).top() if anchor is not None else 0.0
            for row in fresh:
                self._measure(row)
            self._stack()
            if anchor is not None:
                self._scroll_to(self._offset() + self.rect_of(anchor).top() - before)
        self._place_widgets()
        self._forget_documents()
        self._settling = False
        self.viewport().update()
        self.settled.emit()

    def _seen_current(self) -> Row | None:
        if self.current is None or self.current not in self.rows:
            return None
        seen = self.rect_of(self.current).intersects(QRectF(self.viewport().rect()))
        return self.current if seen else None

    def in_view(self) -> list[Row]:
        """The rows that can be seen."""
        end = bisect_right(self._tops, self._offset() + self.viewport().height())
        return self.rows[self._first_in_view() : end]

    def _forget_documents(self) -> None:
        """Lets go of texts far from view. Rows that Qt still edits keep theirs."""
        with_text = [row for row in self.rows if row.document is not None]
        if len(with_text) <= 2 * KEPT_DOCUMENTS:
            return
        first = self._first_in_view()
        near = set(map(id, self.rows[max(first - KEPT_DOCUMENTS // 2, 0) : first + KEPT_DOCUMENTS // 2]))
        for row in with_text:
            if id(row) not in near and row is not self.current:
                row.document = None
                row.measured = False

    # --- events

    def _scrolled(self) -> None:
        if not self._settling:
            self._settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width: everything is laid out anew, as it comes into view. The current row stays in view."""
        super().resizeEvent(event)
        self._remeasure()
        if self.current is not None:
            self.show_row(self.current)

    def changeEvent(self, event: QEvent) -> None:
        """Another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            for row in self.rows:
                if row.document is not None:
                    row.document.setDefaultFont(self.font())
            self._remeasure()

    def _remeasure(self) -> None:
        width = self.viewport().width()
        if width == self._measures.width and self._measures.font == self.font():
            self._settle()
            return
        self._measures = Measures(self.font(), width)
        for row in self.rows:
            row.measured = False
        if self.current is not None:
            self.fit()
        self._settle()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the rows in the damaged part."""
        painter = QPainter(self.viewport())
        offset = self._offset()
        first = max(bisect_right(self._tops, offset + event.rect().top()) - 1, 0)
        for number in range(first, len(self.rows)):
            top = self._tops[number] - offset
            if top > event.rect().bottom():
                break
            row = self.rows[number]
            if row.measured:
                painter.save()
                painter.translate(0, top)
                paint(painter, row, self._measures, self.palette(), self._look(row))
                painter.restore()

    def _look(self, row: Row) -> Look:
        current = row is self.current
        edited = current and self._covered
        return Look(current, edited, self.placeholder if row.key is None and not edited else "")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Goes to the row that is clicked."""
        number = bisect_right(self._tops, event.position().y() + self._offset()) - 1
        if 0 <= number < len(self.rows):
            row = self.rows[number]
            self.clicked.emit(number, event.position() - self.rect_of(row).topLeft() - row.body_box.topLeft())


def _wanted(widget: QWidget | None, width: int) -> float:
    """The height a widget wants at a width; 0 for none."""
    if widget is None:
        return 0.0
    widget.ensurePolished()
    if widget.hasHeightForWidth():
        return float(widget.heightForWidth(width))
    return float(max(widget.sizeHint().height(), widget.minimumSizeHint().height()))
