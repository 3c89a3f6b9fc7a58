"""Where the keyboard is while the current entry has no text of its own: a vote, an event."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

_OPEN = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class Card(QAbstractButton):
    """An invisible button over the current row. A screen reader reads the row as its name."""

    #: Enter: open what can be changed
    opened = Signal()
    #: Delete: remove the entry. Not Backspace, which has often come here from the empty line below
    removed = Signal()
    #: Alt+↑ (-1) or Alt+↓ (+1): the entry is to move
    shifted = Signal(int)
    #: the focus wants to leave upwards (-1) or downwards (+1)
    left = Signal(int)
    #: somebody types on: this belongs to the ready line
    typed = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.clicked.connect(self.opened)
        self.hide()

    def cover(self, covered: bool) -> None:
        """Behind a form it is not walked to by Tab: there nobody would see the keyboard in it."""
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if covered else Qt.FocusPolicy.StrongFocus)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The row paints itself."""

    def sizeHint(self) -> QSize:
        """It has the size of the row's summary."""
        return QSize(10, 10)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The few keys of a card; a letter is typed blindly and moves on to the ready line."""
        if event.key() in _OPEN:
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            signal = self.shifted if event.modifiers() & Qt.KeyboardModifier.AltModifier else self.left
            signal.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.text().strip() and event.text().isprintable():
            self.typed.emit(event.text())
        else:
            event.ignore()
