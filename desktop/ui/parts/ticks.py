"""Boxes to tick whose words go on in the next line; Qt would cut them."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QStyle, QStyleOptionButton, QWidget

_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
_HIGH = 1 << 20


class Tick(QCheckBox):
    """One of them."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def minimumSizeHint(self) -> QSize:
        """The box and the longest word."""
        word = max(map(self.fontMetrics().horizontalAdvance, self.text().split()), default=0)
        return QSize(self._beside() + word, super().minimumSizeHint().height())

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As many lines as the words need."""
        room = QRect(0, 0, max(width - self._beside(), 1), _HIGH)
        return max(self.fontMetrics().boundingRect(room, int(_WRAPPED), self.text()).height(), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The box as the style paints it, the words beside it."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        words, option.text = option.text, ""
        painter = QPainter(self)
        self.style().drawControl(QStyle.ControlElement.CE_CheckBox, option, painter, self)
        room = self.rect().adjusted(self._beside(), 0, 0, 0)
        ink = QPalette.ColorRole.WindowText
        self.style().drawItemText(painter, room, int(_WRAPPED), self.palette(), self.isEnabled(), words, ink)

    def _beside(self) -> int:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        return self.style().subElementRect(QStyle.SubElement.SE_CheckBoxContents, option, self).left()
