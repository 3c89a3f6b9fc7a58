"""Whether everybody can see where the keyboard is: compares pictures with and without the focus."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.contrast import changed

#: WCAG 2.2, 2.4.13: between with and without focus
LEAST = 3.0
#: so far around a widget its mark may lie
_AROUND = 4


def shows_focus(widget: QWidget) -> bool:
    """Whether what is painted of a widget, which has the focus, differs clearly from the same without the focus.

    As many pixels as one edge around it has must differ by 3:1; a caret alone is too little. Takes the focus away
    for a moment and gives it back. A widget that goes with the focus, e.g. a list below a field, shows it by being
    there.
    """
    assert widget.hasFocus(), f"{widget} has no focus"
    window = widget.window()
    area = _seen(widget)
    QApplication.processEvents()
    focused = _picture(window, area)
    widget.clearFocus()
    QApplication.processEvents()
    if not widget.isVisible():
        return True
    without = _picture(window, area)
    widget.setFocus(Qt.FocusReason.OtherFocusReason)
    return changed(focused, without, LEAST) >= min(area.width() + area.height(), 2 * area.width())


def _seen(widget: QWidget) -> QRect:
    """What can be seen of a widget and its surroundings, in its window."""
    window, visible = widget.window(), widget.visibleRegion().boundingRect()
    around = QRect(widget.mapTo(window, visible.topLeft()), visible.size())
    return around.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND) & QRect(QPoint(), window.size())


def _picture(window: QWidget, area: QRect) -> QImage:
    return window.grab(area).toImage()
