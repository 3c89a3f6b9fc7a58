"""How large a dialog is: so many characters and lines, but never beyond the screen."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialogButtonBox, QStyle, QWidget

from desktop.ui import arrangement


def fit_screen(dialog: QWidget, characters: int, lines: int) -> None:
    """Gives a window that is not shown yet its size; the frame that comes around it must fit on the screen, too.

    As the user has made it where he has.
    """
    style, metrics = dialog.style(), dialog.fontMetrics()
    title = style.pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight, None, dialog)
    edge = 2 * style.pixelMetric(QStyle.PixelMetric.PM_MdiSubWindowFrameWidth, None, dialog)
    room = dialog.screen().availableSize() - QSize(edge, title + edge)
    drop_icons(dialog)
    for buttons in dialog.findChildren(QDialogButtonBox):
        if buttons.sizeHint().width() > room.width():
            buttons.setOrientation(Qt.Orientation.Vertical)
    size = QSize(metrics.averageCharWidth() * characters, metrics.height() * lines)
    arranged = arrangement.of(dialog)
    if arranged is not None:
        size = arranged.size_of(dialog) or size
        arranged.watch(dialog)
    dialog.resize(size.boundedTo(room))


def drop_icons(dialog: QWidget) -> None:
    """The buttons at the foot of a dialog have words only: what the style draws there is dark on dark."""
    for buttons in dialog.findChildren(QDialogButtonBox):
        for button in buttons.buttons():
            button.setIcon(QIcon())
