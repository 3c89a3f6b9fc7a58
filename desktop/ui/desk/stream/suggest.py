"""A short numbered list beside the caret. It never has the focus: the field hands it the digits and Tab."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.text import ui_text as _
from desktop.ui.desk.stream.speakers import Speaker, told_apart
from desktop.ui.theme import Label


class Suggestions(QFrame):
    """Who may be meant. The first is what Tab takes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._home = parent
        self.speakers: tuple[Speaker, ...] = ()
        self.setFrameShape(QFrame.Shape.Box)
        self.setAutoFillBackground(True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(8, 4, 8, 4)
        self._lines.setSpacing(1)
        self.hide()

    def offer(self, speakers: Sequence[Speaker], below: QPoint) -> None:
        """Shows the list under a point of the parent; nothing where there is nobody."""
        self.speakers = tuple(speakers)
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if not speakers:
            self.hide()
            return
        labels = told_apart(speakers)
        for number, label in enumerate(labels, 1):
            key = "⇥" if number == 1 else " "
            line = Label(f"{key} {number}  {label}", bold=number == 1, parent=self)
            self._lines.addWidget(line)
            line.show()
        self.resize(self._lines.sizeHint())
        self._place(below)
        self.show()
        self.raise_()
        names = ", ".join(f"{number} {label}" for number, label in enumerate(labels, 1))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, _("Choose with 1–9: {names}", names=names)))

    def _place(self, below: QPoint) -> None:
        """Under the point, above it where there is no room below."""
        left = max(min(below.x(), self._home.width() - self.width() - 4), 0)
        top = below.y() + 4
        if top + self.height() > self._home.height():
            top = max(below.y() - self.height() - int(self.fontMetrics().height() * 1.6), 0)
        self.move(left, top)

    def chosen(self, number: int) -> Speaker | None:
        """The one with a number from 1 on."""
        return self.speakers[number - 1] if 1 <= number <= len(self.speakers) else None

    def close_list(self) -> None:
        """Takes the list away."""
        self.speakers = ()
        self.hide()
