"""How the agenda writes the names of its items: over two lines where they need them, edited in place as plain text."""

from functools import lru_cache

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeWidget, QWidget

from desktop.text import ui_text as _
from desktop.ui.plaintext import PlainLine

#: the column of the names
NAME = 1
_PAD = 4


@lru_cache(maxsize=2_000)
def _two_lines(text: str, width: int, font: str) -> str:
    """A name in one or two lines; the second ends with … where there is more. ``font`` as QFont writes itself."""
    made = QFont()
    made.fromString(font)
    layout = QTextLayout(text, made)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    layout.endLayout()
    # Qt counts UTF-16 units.
    units = text.encode("utf-16-le")
    first = units[: 2 * line.textLength()].decode("utf-16-le", "ignore")
    rest = text[len(first) :].strip()
    if not rest:
        return first.rstrip()
    return f"{first.rstrip()}\u2028{QFontMetrics(made).elidedText(rest, Qt.TextElideMode.ElideRight, width)}"


class Names(QStyledItemDelegate):
    """Names run over two lines where they need them, and are edited in place as plain text."""

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: QModelIndex) -> QWidget:  # type: ignore[override]
        """A line for the name."""
        line = PlainLine(str(index.data() or ""), parent)
        line.setAccessibleName(_("Name of the item"))
        return line

    def _shown(self, index: QModelIndex, font: QFont) -> str:
        view = self.parent()
        width = view.columnWidth(NAME) - 3 * _PAD if isinstance(view, QTreeWidget) else 200
        return _two_lines(str(index.data() or ""), max(width, 60), font.toString())

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex) -> None:  # type: ignore[override]
        """The text in as many lines as are shown."""
        super().initStyleOption(option, index)
        if index.column() == NAME:
            option.text = self._shown(index, option.font)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:  # type: ignore[override]
        """Room for one or two lines."""
        size = super().sizeHint(option, index)
        font = index.data(Qt.ItemDataRole.FontRole)
        font = font if isinstance(font, QFont) else QFont()
        lines = 2 if index.column() == NAME and "\u2028" in self._shown(index, font) else 1
        return QSize(size.width(), lines * QFontMetrics(font).lineSpacing() + 2 * _PAD)
