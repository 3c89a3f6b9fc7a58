"""A frame around everything that belongs to a non-public item, so that nobody takes it for a public one."""

from PySide6.QtGui import QColor, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.looks.theme import colours

_WIDTH = 4


class PublicityFrame(QWidget):
    """A column of widgets with a broad frame while what they show is not public."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._public = True
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)

    def set_public(self, *, public: bool) -> None:
        """Shows or hides the frame; the badge in the title says it in words."""
        if public != self._public:
            self._public = public
            margin = 0 if public else _WIDTH
            self.column.setContentsMargins(margin, margin, margin, margin)
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The edges only."""
        if not self._public:
            painter = QPainter(self)
            inside = self.rect().adjusted(_WIDTH, _WIDTH, -_WIDTH, -_WIDTH)
            painter.setClipRegion(QRegion(self.rect()).subtracted(QRegion(inside)))
            painter.fillRect(self.rect(), QColor(colours().nonpublic_back))
