"""What Fusion leaves too small at large type or too faint at high contrast. Otherwise it is plain Fusion."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QApplication,
    QProxyStyle,
    QStyle,
    QStyleFactory,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionComplex,
    QWidget,
)

from desktop.ui.looks.schemes import Scheme

_Metric = QStyle.PixelMetric
#: what grows with the type
_GROWING = frozenset(
    {
        _Metric.PM_IndicatorWidth,
        _Metric.PM_IndicatorHeight,
        _Metric.PM_ExclusiveIndicatorWidth,
        _Metric.PM_ExclusiveIndicatorHeight,
        _Metric.PM_ScrollBarExtent,
        _Metric.PM_ScrollBarSliderMin,
        _Metric.PM_SplitterWidth,
        _Metric.PM_SmallIconSize,
        _Metric.PM_ButtonIconSize,
        _Metric.PM_ListViewIconSize,
        _Metric.PM_TabCloseIndicatorWidth,
        _Metric.PM_TabCloseIndicatorHeight,
        _Metric.PM_CheckBoxLabelSpacing,
        _Metric.PM_RadioButtonLabelSpacing,
        _Metric.PM_MenuButtonIndicator,
        _Metric.PM_HeaderMarkSize,
    }
)
_Element = QStyle.PrimitiveElement
#: what gets a strong frame
_FRAMED = frozenset(
    {
        _Element.PE_Frame,
        _Element.PE_FrameLineEdit,
        _Element.PE_FrameGroupBox,
        _Element.PE_FrameMenu,
        _Element.PE_FrameTabWidget,
        _Element.PE_IndicatorCheckBox,
        _Element.PE_IndicatorItemViewItemCheck,
        _Element.PE_PanelTipLabel,
    }
)
_COMBO = QStyle.ComplexControl.CC_ComboBox
_FRAMED_WHOLE = frozenset({_COMBO, QStyle.ComplexControl.CC_SpinBox})
#: half the width of the arrow of a list to choose from, in pixels at ordinary size
_HALF_ARROW = 4


#: what a plain style is made for: no strong frames, ordinary size
_PLAIN = ("", 100)


class _Style(QProxyStyle):
    """Fusion with larger marks and, for a strong scheme, with frames that can be seen."""

    def __init__(self, scheme: Scheme, factor: float) -> None:
        super().__init__("Fusion")
        self._factor = factor
        self._line = QColor(scheme.colours.line) if scheme.strong else None

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        plain = super().pixelMetric(metric, option, widget)
        return round(plain * self._factor) if metric in _GROWING else plain

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        super().drawPrimitive(element, option, painter, widget)
        flat = isinstance(option, QStyleOptionButton) and option.features & QStyleOptionButton.ButtonFeature.Flat
        if element in _FRAMED or (element == _Element.PE_PanelButtonCommand and not flat):
            self._outline(option, painter)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        super().drawComplexControl(control, option, painter, widget)
        if control in _FRAMED_WHOLE:
            self._outline(option, painter)
        if control == _COMBO and widget is not None:
            self._arrow(option, painter, widget)

    def _arrow(self, option: QStyleOptionComplex, painter: QPainter, widget: QWidget) -> None:
        """Over the arrow of Fusion, which stays as small and grey as it is at ordinary size."""
        place = self.subControlRect(_COMBO, option, QStyle.SubControl.SC_ComboBoxArrow, widget)
        half = min(_HALF_ARROW * self._factor, place.width() / 2 - 1)
        middle = QRectF(place).center()
        corners = (QPointF(-half, -half / 2), QPointF(half, -half / 2), QPointF(0, half / 2))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(option.palette.buttonText())
        painter.drawPolygon([middle + corner for corner in corners])
        painter.restore()

    def _outline(self, option: QStyleOption, painter: QPainter) -> None:
        if self._line is not None:
            enabled = QStyle.StateFlag.State_Enabled in option.state
            painter.save()
            painter.setPen(QPen(self._line if enabled else option.palette.text().color(), 1))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
            painter.restore()


def dress_app(app: QApplication, scheme: Scheme, percent: int) -> None:
    """Gives the program the style for a scheme and a size of type; does nothing where it has it already.

    A style of ours is asked with every stroke that is painted: ordinary schemes at ordinary size go without.
    """
    wanted = (scheme.colours.line if scheme.strong else "", max(percent, 100))
    if app.property("dressed") == wanted:
        return
    before = app.property("dressed")
    app.setProperty("dressed", wanted)
    if wanted != _PLAIN:
        app.setStyle(_Style(scheme, wanted[1] / 100))
    elif before is not None or app.style().name() != "fusion":  # setting a style takes a third of the start
        app.setStyle(QStyleFactory.create("Fusion"))
