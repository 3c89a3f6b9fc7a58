"""Labels that show only as much as there is room for: a text of few lines, or whole entries of a line."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent, QTextLayout
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.looks.theme import Label

#: stands between the entries of a line
GAP = "  ·  "


class Brief(Label):
    """At most so many lines; the end of a longer text is a tooltip, and up to whoever shows it to tell elsewhere."""

    def __init__(self, text: str, lines: int, *, colour: str = "", parent: QWidget | None = None) -> None:
        super().__init__("", colour=colour, parent=parent)
        self.setWordWrap(False)
        self._whole, self._most = text, lines
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher, up to the most."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The lines it has at a width."""
        return len(self._lines(width)) * self.fontMetrics().lineSpacing()

    def sizeHint(self) -> QSize:
        """As if all lines were needed."""
        return QSize(self.fontMetrics().averageCharWidth() * 40, self._most * self.fontMetrics().lineSpacing())

    def minimumSizeHint(self) -> QSize:
        """A few words in one line."""
        return QSize(self.fontMetrics().averageCharWidth() * 12, self.fontMetrics().lineSpacing())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width has other lines."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """So has another type."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        lines = self._lines(self.width())
        text = "\n".join(lines)
        self.setText(text)
        self.setToolTip("" if text.replace("\n", " ") == self._whole else self._whole)

    def _lines(self, width: int) -> list[str]:
        layout = QTextLayout(self._whole, self.font())
        layout.beginLayout()
        starts = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            starts.append(line.textStart())
        layout.endLayout()
        ends = [*starts[1:], len(self._whole)]
        lines = [self._whole[start:end].rstrip() for start, end in zip(starts, ends, strict=True)]
        if len(lines) <= self._most:
            return lines
        last = self._whole[starts[self._most - 1] :]
        return [*lines[: self._most - 1], self.fontMetrics().elidedText(last, Qt.TextElideMode.ElideRight, width)]


class Entries(Label):
    """As many whole entries as there is room for."""

    def __init__(self, *, colour: str = "", parent: QWidget | None = None) -> None:
        super().__init__("", colour=colour, parent=parent)
        self.setWordWrap(False)
        self._entries: list[str] = []
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_entries(self, entries: list[str]) -> None:
        """Shows others."""
        self._entries = entries
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There is more or less room."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Larger type needs more."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        fitting = [GAP.join(self._entries[:count]) for count in range(len(self._entries), 0, -1)]
        room = self.contentsRect().width()
        self.setText(next((text for text in fitting if self.fontMetrics().horizontalAdvance(text) <= room), ""))
