"""Ctrl+G: »3.2« Enter."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop.models.book import Book
from desktop.text import ui_text as _
from desktop.ui.desk.items import agenda_acts
from desktop.ui.desk.presence.attendance_input import is_sentence
from desktop.ui.looks.theme import Label
from desktop.ui.parts.plaintext import PlainLine


class GoTo(QFrame):
    """A line for the number of an item, with the item's name beside it while typing."""

    #: the key of the item
    chosen = Signal(str)
    #: Esc or nothing found
    left = Signal()
    #: a sentence that was typed blindly; it belongs to the ready line
    blindText = Signal(str)

    def __init__(self, book: Book, parent: QWidget | None = None, asks: str = "") -> None:
        """``asks`` says what the item is for; by default it is gone to."""
        super().__init__(parent)
        self._book = book
        self._shown: str | None = None
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._line = PlainLine("", self)
        self._line.setAccessibleName(_("Number of the item"))
        self._line.setAccessibleDescription(asks)
        self._line.setMaximumWidth(self.fontMetrics().averageCharWidth() * 14)
        self._name = Label(colour="muted")
        label = Label(asks or _("Go to item"), parent=self)
        label.setBuddy(self._line)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 10, 4)
        row.addWidget(label)
        row.addWidget(self._line)
        row.addWidget(self._name, 1)
        self._line.textEdited.connect(self._typed)
        self._line.returnPressed.connect(self._go)
        self.hide()

    def open(self, shown: str | None) -> None:
        """Shows the line, empty."""
        self._shown = shown
        self._line.clear()
        self._name.setText(_("for example 3.2 or N 1"))
        self.show()
        self._line.setFocus()

    def _found(self) -> str | None:
        return agenda_acts.find(self._book, self._line.text(), self._shown)

    def _typed(self) -> None:
        key = self._found()
        self._name.setText(agenda_acts.item(self._book, key).name if key else _("no such item"))

    def _go(self) -> None:
        key = self._found()
        if key is not None:
            self.hide()
            self.chosen.emit(key)
        else:
            self.give_up()

    def give_up(self) -> bool:
        """A sentence is nothing to this line: it is given out, which is told; anything else stays where it is."""
        text = self._line.text()
        if self.isHidden() or self._found() is not None or not is_sentence(text):
            return False
        self.hide()
        self.blindText.emit(text)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            if not self.give_up():
                self.hide()
                self.left.emit()
        else:
            super().keyPressEvent(event)
