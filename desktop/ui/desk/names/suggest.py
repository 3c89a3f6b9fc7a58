"""Short lists beside the caret, a key to each line. They never have the focus: the field hands them the keys."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from desktop.text import ui_text as _
from desktop.ui.desk.names.speakers import Speaker, told_apart
from desktop.ui.looks.theme import Label
from desktop.ui.parts.accessible import announce


class KeyedLines(QFrame):
    """A list over its parent that lets the mouse through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._home = parent
        self._spoken = ""
        self.setFrameShape(QFrame.Shape.Box)
        self.setAutoFillBackground(True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(8, 4, 8, 4)
        self._lines.setSpacing(1)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether there is something to choose."""
        return not self.isHidden()

    def put(self, lines: Sequence[QLabel], spoken: str, below: QPoint) -> None:
        """Shows lines under a point of the parent, and tells them to a screen reader; nothing where there are none."""
        self._empty()
        if not lines:
            self.hide()
            return
        told = self.is_open and spoken == self._spoken
        self._spoken = spoken
        for line in lines:
            self._lines.addWidget(line)
            line.ensurePolished()
            line.show()
        self._lines.activate()
        wanted = self._lines.totalSizeHint()
        width = min(wanted.width(), self._home.width())
        self.resize(width, max(self._lines.totalHeightForWidth(width), 0) or wanted.height())
        self._place(below)
        self.show()
        self.raise_()
        if not told:  # the list is made anew with every key
            announce(self, spoken)

    def _empty(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _place(self, below: QPoint) -> None:
        """Under the point, above it where there is no room below."""
        left = max(min(below.x(), self._home.width() - self.width() - 4), 0)
        top = below.y() + 4
        if top + self.height() > self._home.height():
            top = max(below.y() - self.height() - int(self.fontMetrics().height() * 1.6), 0)
        self.move(left, top)


class Suggestions(KeyedLines):
    """What may be meant, chosen by 1–9. The first is what Tab takes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.speakers: tuple[Speaker, ...] = ()

    def offer(self, speakers: Sequence[Speaker], below: QPoint) -> None:
        """Shows people under a point of the parent; nothing where there is nobody."""
        self.speakers = tuple(speakers)
        self.offer_words(told_apart(speakers), below)

    def offer_words(self, labels: Sequence[str], below: QPoint) -> None:
        """Shows whatever else may be meant."""
        lines = [
            Label(f"{'⇥' if number == 1 else ' '} {number}  {label}", bold=number == 1, parent=self)
            for number, label in enumerate(labels, 1)
        ]
        names = ", ".join(f"{number} {label}" for number, label in enumerate(labels, 1))
        self.put(lines, _("Choose with 1–9: {names}", names=names), below)

    def chosen(self, number: int) -> Speaker | None:
        """The one with a number from 1 on."""
        return self.speakers[number - 1] if 1 <= number <= len(self.speakers) else None

    def close_list(self) -> None:
        """Takes the list away."""
        self.speakers = ()
        self.hide()
