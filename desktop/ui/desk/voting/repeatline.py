"""»Warum wird wiederholt?«: a line for the reason why a vote is void and taken again."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.text import ui_text as _
from desktop.ui.looks.theme import Label
from desktop.ui.parts.flow import Flow
from desktop.ui.parts.plaintext import PlainLine


class RepeatLine(QFrame):
    """Asks for the reason while the rest of the window goes on; Enter begins the vote, without a reason too."""

    #: the key of the vote that is void, and the reason as typed
    confirmed = Signal(str, str)
    #: Esc
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vote = ""
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.reason = PlainLine("", self)
        self._what = Label(colour="muted", parent=self)
        self._what.setWordWrap(True)
        label = Label(_("Why is the vote repeated?"), parent=self)
        label.setBuddy(self.reason)
        self.reason.setAccessibleName(label.text())
        rows = QVBoxLayout(self)
        rows.setContentsMargins(10, 4, 10, 4)
        line = Flow(gap=6)
        line.addWidget(label)
        line.addWidget(self.reason, 1)
        rows.addLayout(line)
        rows.addWidget(self._what)
        self.reason.returnPressed.connect(self._confirm)
        self.hide()

    def open(self, vote: str, described: str) -> None:
        """Asks about a vote; ``described`` tells which one it is."""
        self._vote = vote
        self.reason.clear()
        self.reason.setAccessibleDescription(described)
        self._what.setText(described)
        self.show()
        self.reason.setFocus()

    def _confirm(self) -> None:
        self.hide()
        self.confirmed.emit(self._vote, self.reason.typed())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves everything as it is."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.left.emit()
        else:
            super().keyPressEvent(event)
