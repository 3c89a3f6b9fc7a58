"""How large a dialog is: so many characters and lines, but never beyond the screen."""

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialogButtonBox, QStyle, QWidget

from desktop.ui.looks import arrangement


def fit_screen(dialog: QWidget, characters: int, lines: int) -> None:
    """Gives a window that is not shown yet its size; the frame that comes around it must fit on the screen, too.

    As the user has made it where he has.
    """
    drop_icons(dialog)
    metrics = dialog.fontMetrics()
    size = QSize(metrics.averageCharWidth() * characters, metrics.height() * lines)
    arranged = arrangement.of(dialog)
    if arranged is not None:
        size = arranged.size_of(dialog) or size
        arranged.watch(dialog)
    _resize(dialog, size)
    FollowingType(dialog)


def _resize(dialog: QWidget, size: QSize) -> None:
    """As large as wanted, within the screen."""
    style = dialog.style()
    title = style.pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight, None, dialog)
    edge = 2 * style.pixelMetric(QStyle.PixelMetric.PM_MdiSubWindowFrameWidth, None, dialog)
    room = dialog.screen().availableSize() - QSize(edge, title + edge)
    for buttons in dialog.findChildren(QDialogButtonBox):
        wide = sum(button.sizeHint().width() for button in buttons.buttons()) > room.width()
        buttons.setOrientation(Qt.Orientation.Vertical if wide else Qt.Orientation.Horizontal)
    dialog.resize(size.boundedTo(room))


class FollowingType(QObject):
    """Makes a dialog that is open larger and smaller with the type."""

    def __init__(self, dialog: QWidget) -> None:
        super().__init__(dialog)
        self._dialog, self._metrics = dialog, dialog.fontMetrics()
        #: what it would be without the edge of the screen, and what it was made
        self._wanted = self._had = dialog.size()
        dialog.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Another type. Its parts have to take it over first."""
        if event.type() == QEvent.Type.FontChange:
            QTimer.singleShot(0, self, self._follow)
        return False

    def _follow(self) -> None:
        before, now = self._metrics, self._dialog.fontMetrics()
        size = self._wanted if self._dialog.size() == self._had else self._dialog.size()
        wide = size.width() * now.averageCharWidth() // before.averageCharWidth()
        self._metrics, self._wanted = now, QSize(wide, size.height() * now.height() // before.height())
        _resize(self._dialog, self._wanted)
        self._had = self._dialog.size()
        frame, screen = self._dialog.frameGeometry(), self._dialog.screen().availableGeometry()
        beyond = frame.bottomRight() - screen.bottomRight()
        back = QPoint(max(beyond.x(), 0), max(beyond.y(), 0))
        if not back.isNull():
            corner = frame.topLeft() - back
            self._dialog.move(max(corner.x(), screen.x()), max(corner.y(), screen.y()))


def drop_icons(dialog: QWidget) -> None:
    """The buttons at the foot of a dialog have words only: what the style draws there is dark on dark."""
    for buttons in dialog.findChildren(QDialogButtonBox):
        for button in buttons.buttons():
            button.setIcon(QIcon())
