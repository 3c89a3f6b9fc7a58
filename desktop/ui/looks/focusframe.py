"""A frame around whatever has the keyboard, the same for every control and in every scheme."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFocusFrame,
    QFrame,
    QProxyStyle,
    QPushButton,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QToolButton,
    QWidget,
)
from shiboken6 import isValid

from desktop.ui.looks.schemes import Scheme

#: pixels; with high contrast
_WIDTH, _WIDTH_STRONG = 2, 3


class _Style(QProxyStyle):
    """Only for the frame: above all that lies around its widget, and as large as the widget itself."""

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        data: QStyleHintReturn | None = None,
    ) -> int:
        if hint == QStyle.StyleHint.SH_FocusFrame_AboveWidget:
            return 1
        if hint == QStyle.StyleHint.SH_FocusFrame_Mask:
            return 0  # the frame has a mask of its own
        return super().styleHint(hint, option, widget, data)

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        margins = (QStyle.PixelMetric.PM_FocusFrameHMargin, QStyle.PixelMetric.PM_FocusFrameVMargin)
        if metric in margins and isinstance(widget, _Frame):
            return widget.margin()
        return super().pixelMetric(metric, option, widget)


class _Frame(QFocusFrame):
    """Qt moves it with its widget. Its mask leaves the inside out, so that typing there never paints the frame."""

    #: given by whoever makes it
    scheme: Scheme
    #: what it is around; to ask ``widget()`` would make PySide hold that for a child of the frame
    framed: QWidget | None = None

    @property
    def _width(self) -> int:
        return _WIDTH_STRONG if self.scheme.strong else _WIDTH

    def margin(self) -> int:
        """How far it stands out: where a widget has no frame of its own, its content begins at its very edge."""
        framed = self.framed
        if framed is None:
            return 0
        if isinstance(framed, QFrame):
            bare = not framed.frameWidth()
        else:
            bare = isinstance(framed, QAbstractButton) and not isinstance(framed, QPushButton | QToolButton)
        return self._width + 1 if bare else self._around(framed, self._width - 1)  # a frame that is there is covered

    def _around(self, framed: QWidget, room: int) -> int:
        """So much around a widget, but nothing where it stands at the edge of what is seen."""
        inside = self.parentWidget()
        if inside is None or not inside.isAncestorOf(framed):
            return 0
        box = QRect(framed.mapTo(inside, QPoint()), framed.size()).adjusted(-room, -room, room, room)
        return room if inside.rect().contains(box) else 0

    def event(self, event: QEvent) -> bool:
        """Another size, another mask; of a QFocusFrame PySide hands no ``resizeEvent`` over."""
        if event.type() == QEvent.Type.Resize:
            self.cut()
        return super().event(event)

    def cut(self) -> None:
        """Leaves only the edges."""
        width = self._width
        self.setMask(QRegion(self.rect()).subtracted(QRegion(self.rect().adjusted(width, width, -width, -width))))

    def paintEvent(self, event: QPaintEvent) -> None:
        """One colour; the mask makes it a frame."""
        QPainter(self).fillRect(event.rect(), QColor(self.scheme.colours.focus))


def frame_focus(app: QApplication, scheme: Scheme) -> None:
    """From now on a frame is around what has the keyboard; again after another style or scheme has come."""
    (app.findChild(_Frames) or _Frames(app, scheme)).renew(scheme)


class _Frames(QObject):
    """Puts the frame where the keyboard goes. One for all windows."""

    def __init__(self, app: QApplication, scheme: Scheme) -> None:
        super().__init__(app)
        self._scheme = scheme
        self._style = _Style("Fusion")
        self._style.setParent(self)
        self._frame: _Frame | None = None
        app.focusChanged.connect(self._go)

    def _go(self, _old: QWidget | None, new: QWidget | None) -> None:
        framed = _whole(new)
        frame = self._put(framed)
        if framed is not None and not frame.isVisible():
            QTimer.singleShot(0, self, self._late)

    def _put(self, framed: QWidget | None) -> "_Frame":
        if self._frame is None or not isValid(self._frame):  # went with the window it was in
            self._frame = _Frame()
            self._frame.scheme = self._scheme
            self._frame.setStyle(self._style)
        self._frame.framed = framed
        self._frame.setWidget(framed)  # type: ignore[arg-type]  # None takes it away
        if framed is not None:  # PySide now holds it for a child of the frame, to be given up with it: say whose it is
            framed.setParent(framed.parentWidget())
        self._frame.cut()
        return self._frame

    def _late(self) -> None:
        """Qt shows no frame around what lay outside its window when it got the focus; by now it has its place."""
        framed = _whole(QApplication.focusWidget())
        if framed is not None and self._frame is not None and isValid(self._frame) and not self._frame.isVisible():
            self._put(None)
            self._put(framed)

    def renew(self, scheme: Scheme) -> None:
        """Qt forgets the frame where the style changes."""
        self._scheme = scheme
        if self._frame is not None:
            self._frame.scheme = scheme
        self._go(None, None)
        self._go(None, QApplication.focusWidget())


def _whole(focused: QWidget | None) -> QWidget | None:
    """The control that a field with the focus is a part of."""
    above = focused.parentWidget() if focused is not None else None
    return above if isinstance(above, QComboBox | QAbstractSpinBox) else focused
