"""A line of widgets that goes on in the next line where the window is narrow or the type large."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QLayoutItem, QWidget

from desktop.ui.looks.theme import Label


class Flow(QLayout):
    """Puts widgets side by side, as words stand in a paragraph. Hidden ones take no room.

    ``addWidget(widget, 1)`` gives a widget what is left of its line; what comes after ``addStretch()`` stands at the
    right of it.
    """

    def __init__(
        self, parent: QWidget | None = None, *, gap: int = 12, line_gap: int = 4, gives_way: bool = False
    ) -> None:
        """``gives_way``: the widgets become narrower, as far as they can, before the line is broken."""
        super().__init__(parent)
        self._gives_way = gives_way
        self._items: list[QLayoutItem] = []
        #: places of the items that take what is left of their line; of the first one at the right
        self._growing: set[int] = set()
        self._right: int | None = None
        self._gap, self._line_gap = gap, line_gap
        self.setContentsMargins(0, 0, 0, 0)

    def addWidget(self, widget: QWidget, stretch: int = 0) -> None:
        """Puts a widget at the end."""
        if stretch:
            self._growing.add(len(self._items))
        super().addWidget(widget)

    def addStretch(self, _stretch: int = 1) -> None:
        """What is added from now on stands at the right, where the line has room."""
        self._right = len(self._items)

    def addItem(self, item: QLayoutItem) -> None:
        """Qt hands over what is added."""
        self._items.append(item)

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """One of them; None behind the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Takes one out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It takes the room it is given and asks for no more."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high it is at a width."""
        edges = self.contentsMargins()
        room = QRect(0, 0, width - edges.left() - edges.right(), 0)
        return self._lay_out(room, move=False) + edges.top() + edges.bottom()

    def setGeometry(self, rect: QRect) -> None:
        """Puts everything in its place."""
        super().setGeometry(rect)
        self._lay_out(rect.marginsRemoved(self.contentsMargins()), move=True)

    def sizeHint(self) -> QSize:
        """No less than the widest."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """The widest of them alone in a line."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size.grownBy(self.contentsMargins())

    def _lay_out(self, area: QRect, *, move: bool) -> int:
        top = area.top()
        for line in self._lines(area.width()):
            self._share(line, area.width())
            height = max(size.height() for _place, size in line)
            left = area.left()
            for place, size in line:
                if place == self._right:
                    left += self._left_over(line, area.width())
                if move:
                    at = QPoint(left, top + (height - size.height()) // 2)
                    self._items[place].setGeometry(QRect(at, size))
                left += size.width() + self._gap
            top += height + self._line_gap
        return max(top - self._line_gap - area.top(), 0)

    def _share(self, line: list[tuple[int, QSize]], width: int) -> None:
        """Gives what is left of a line to those that grow, and to each the height it then needs."""
        growing = [size for place, size in line if place in self._growing]
        if growing:
            more = self._left_over(line, width) // len(growing)
            for size in growing:
                size.setWidth(size.width() + more)
        for place, size in line:
            if self._items[place].hasHeightForWidth():
                size.setHeight(self._items[place].heightForWidth(size.width()))

    def _left_over(self, line: list[tuple[int, QSize]], width: int) -> int:
        return max(width - sum(size.width() + self._gap for _place, size in line) + self._gap, 0)

    def _lines(self, width: int) -> list[list[tuple[int, QSize]]]:
        """What stands in each line at a width, as place and size."""
        lines: list[list[tuple[int, QSize]]] = []
        left = 0
        shown = {place: item.sizeHint() for place, item in enumerate(self._items) if not item.isEmpty()}
        if self._gives_way:
            self._squeeze(shown, width)
        for place, wanted in shown.items():
            size = QSize(min(wanted.width(), max(width, 1)), wanted.height())
            if not lines or left + size.width() > width:
                lines.append([])
                left = 0
            lines[-1].append((place, size))
            left += size.width() + self._gap
        return lines

    def _squeeze(self, shown: dict[int, QSize], width: int) -> None:
        """Makes the widgets narrower where they then stand in one line."""
        least = {place: self._items[place].minimumSize().width() for place in shown}
        spare = {place: max(size.width() - least[place], 0) for place, size in shown.items()}
        over = sum(size.width() + self._gap for size in shown.values()) - self._gap - width
        if 0 < over <= sum(spare.values()):
            for place, size in shown.items():
                size.setWidth(size.width() - -(-over * spare[place] // sum(spare.values())))


class Labelled(QWidget):
    """A field with its label before it; they go on in the next line together."""

    def __init__(self, words: str, field: QWidget, spoken: str = "", *, wide: bool = False) -> None:
        """``spoken`` is what a screen reader says, where the label alone would not do."""
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        label = Label(words, colour="muted")
        label.setBuddy(field)
        field.setAccessibleName(spoken or words)
        line.addWidget(label)
        line.addWidget(field, 1 if wide else 0)
