"""The window that the hall sees: a picture of a RoomView. It takes no keys, has no pointer, and tells nothing else."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QPainter, QPaintEvent, QPalette, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from desktop.export.room import Phase, RoomView, title
from desktop.ui.room import paint, scheme
from desktop.ui.room.bigtext import BigText, Fill
from desktop.ui.room.scheme import Scheme

#: of the width: the result beside a text
_RESULT_SHARE = 0.42
#: of the height: the most of it that the title takes
_TITLE_SHARE = 0.2
#: of the least type: what a table of many factions may come down to
_RESULT_LEAST = 0.8
_GAP = " · "


class RoomScreen(QWidget):
    """Shows one view at a time. ``view`` is what it shows."""

    #: closed by the user
    closed = Signal()

    def __init__(self) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setWindowTitle(title())
        self.setAutoFillBackground(True)
        self.view = RoomView(Phase.COVERED)
        self._scheme = scheme.LIGHT
        self._picture = QPixmap()
        self._head, self._clock, self._mark = QLabel(self), QLabel(self), QLabel(self)
        for label in (self._head, self._clock, self._mark):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(False)
        self._title, self._speaker, self.wording, self._result, self._notice = (BigText(self) for _part in range(5))
        for part in (self.wording, self._result):
            part.turned.connect(self._show_mark)

    # --- what it shows

    def show_view(self, view: RoomView) -> None:
        """Shows another view; what it does not hold is gone from every part at once."""
        if view == self.view:
            return
        before, self.view = self.view, view
        heading = _GAP.join(filter(None, (view.number, view.title)))
        self._put(self._title, paint.plain((heading, True)), heading)
        self._put(self._speaker, paint.plain((view.speaker, False)), view.speaker)
        if view.text != before.text or not view.text:
            self._put(self.wording, paint.rich(view.text), view.text)
        if view.result is None:
            self._result.clear()
        elif view.result != before.result:
            self._result.show_filled(paint.result(view.result, self._scheme))
        self._put(self._notice, paint.plain((view.notice, True), (view.more, False)), view.notice)
        self._arrange()

    @staticmethod
    def _put(part: BigText, fill: Fill, text: str) -> None:
        if text:
            part.show_filled(fill)
        else:
            part.clear()

    def show_time(self, time: str) -> None:
        """The time of day; empty hides it."""
        if time != self._clock.text():
            self._clock.setText(time)
            self._arrange_head()

    def show_picture(self, data: bytes | None) -> None:
        """The coat of arms of the house, for while there is nothing to be seen."""
        self._picture = QPixmap()
        if data:
            self._picture.loadFromData(data)

    def wear(self, colours: Scheme) -> None:
        """Another scheme."""
        self._scheme = colours
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Window, QColor(colours.ground))
        for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text):
            palette.setColor(role, QColor(colours.text))
        self.setPalette(palette)
        if self.view.result is not None:
            self._result.show_filled(paint.result(self.view.result, colours))
            self._arrange()
        self.update()

    def _show_mark(self) -> None:
        turning = [part for part in (self.wording, self._result) if part.pages > 1]
        self._mark.setText("  ".join(f"{part.page}/{part.pages}" for part in turning))
        self._arrange_mark()

    # --- where it stands

    def _arrange(self) -> None:
        """All parts in the room there is."""
        width, height = float(self.width()), float(self.height())
        margin = height * scheme.MARGIN
        inner = width - 2 * margin
        top = self._arrange_head()
        notice_top = top
        if self.view.title:
            least = height * scheme.LEAST
            sizes = (least, height * scheme.TITLE)
            self._title.place(margin, top, inner, height * _TITLE_SHARE, sizes, centred=False)
            top += min(self._title.needed(), height * _TITLE_SHARE) + margin / 2
            notice_top = top
        if self.view.speaker:
            line = height * scheme.HEAD * 1.7
            sizes = (height * scheme.LEAST, height * scheme.HEAD * 1.25)
            self._speaker.place(margin, top, inner, line, sizes, centred=False)
            top += line + margin / 4
        bottom = height - margin - (height * scheme.HEAD if self._mark.text() else 0)
        self._arrange_main(margin, top, inner, bottom - top, height)
        if self.view.notice:
            self._arrange_notice(margin, notice_top, inner, height)
        self._arrange_mark()
        for part in (self._title, self._speaker, self.wording, self._result, self._notice):
            part.setVisible(bool(part.text))
        self.update()

    def _arrange_main(self, x: float, y: float, width: float, space: float, height: float) -> None:
        """The text with the result beside it, or either of them alone."""
        sizes = (height * scheme.LEAST, height * scheme.LARGEST)
        has_text, has_result = bool(self.view.text), self.view.result is not None
        if has_result:
            part = width * _RESULT_SHARE if has_text else width
            largest = height * scheme.WORD if not has_text else height * scheme.TITLE
            least = height * scheme.LEAST * _RESULT_LEAST
            self._result.place(x + width - part, y, part, space, (least, largest), centred=not has_text)
            width -= part + x
        if has_text:
            self.wording.place(x, y, width, space, sizes, centred=False)

    def _arrange_notice(self, x: float, y: float, width: float, height: float) -> None:
        if self._is_pictured():
            y = max(y, height * 0.5)
        sizes = (height * scheme.LEAST, height * scheme.NOTICE)
        self._notice.place(x, y, width, height - y - x, sizes, centred=True)

    def _arrange_head(self) -> float:
        """The line at the top; returns where the rest begins."""
        height = self.height()
        margin = height * scheme.MARGIN
        font = self.font()
        font.setPixelSize(max(8, int(height * scheme.HEAD)))
        for label in (self._head, self._clock, self._mark):
            label.setFont(font)
        line = self._head.fontMetrics().height()
        right = self._clock.fontMetrics().horizontalAdvance(self._clock.text())
        self._clock.setGeometry(int(self.width() - margin - right), int(margin / 2), right + 2, line)
        room = int(self.width() - 3 * margin - right)
        self._head.setGeometry(int(margin), int(margin / 2), room, line)
        whole = _GAP.join(filter(None, (self.view.body, self.view.meeting)))
        self._head.setText(self._head.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, room))
        return margin + line

    def _arrange_mark(self) -> None:
        line, margin = self._mark.fontMetrics().height(), self.height() * scheme.MARGIN
        wide = self._mark.fontMetrics().horizontalAdvance(self._mark.text()) + 2
        self._mark.setGeometry(int(self.width() - margin - wide), int(self.height() - line - margin / 3), wide, line)

    def _is_pictured(self) -> bool:
        return not self.view.title and not self._picture.isNull()

    # --- of the window

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another screen, another size."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The coat of arms, and a rule below the line at the top."""
        painter = QPainter(self)
        margin, below = self.height() * scheme.MARGIN, self._head.geometry().bottom() + 2
        painter.setPen(QColor(self._scheme.line))
        painter.drawLine(int(margin), below, int(self.width() - margin), below)
        if self._is_pictured():
            most = self.height() * (0.3 if self.view.notice else 0.5)
            made = self._picture.scaled(
                int(self.width() * 0.5),
                int(most),
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            middle = self.height() * (0.32 if self.view.notice else 0.5)
            place = QRectF((self.width() - made.width()) / 2, middle - made.height() / 2, made.width(), made.height())
            painter.drawPixmap(place.toRect(), made)

    def closeEvent(self, event: QCloseEvent) -> None:
        """By the sign in its frame, where it has one."""
        super().closeEvent(event)
        self.closed.emit()
