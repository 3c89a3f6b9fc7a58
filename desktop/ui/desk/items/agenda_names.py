"""How the agenda writes the names of its items: over a few lines where needed, edited in place as plain text."""

from functools import lru_cache

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeWidget, QWidget

from desktop.text import ui_text as _
from desktop.ui.parts.plaintext import PlainLine

#: the column of the names
NAME = 1
_PAD = 4
_ENDLESS = 10_000
_BREAK = "\u2028"
#: so many lines has a name at most, the second where it has less room than so many letters
_LINES, _LINES_NARROW = 2, 3
_NARROW = 18


@lru_cache(maxsize=2_000)
def _lines(text: str, width: int, font: str) -> str:
    """A name in a few lines; the last ends with … where there is more. ``font`` as QFont writes itself."""
    made = QFont()
    made.fromString(font)
    metrics = QFontMetrics(made)
    most = _LINES if width >= _NARROW * metrics.averageCharWidth() else _LINES_NARROW
    lines: list[str] = []
    rest = text.strip()
    while rest and len(lines) < most - 1:
        first = _first_line(rest, width, made)
        lines.append(first.rstrip())
        rest = rest[len(first) :].strip()
    if rest:
        lines.append(metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width))
    return _BREAK.join(lines)


def _first_line(text: str, width: int, font: QFont) -> str:
    layout = QTextLayout(text, font)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    layout.endLayout()
    # Qt counts UTF-16 units.
    return text.encode("utf-16-le")[: 2 * line.textLength()].decode("utf-16-le", "ignore")


def _height(text: str, font: QFont, width: int) -> int:
    room = QRect(0, 0, max(width - 2 * _PAD, 1), _ENDLESS)
    return QFontMetrics(font).boundingRect(room, int(Qt.TextFlag.TextWordWrap), text).height()


class Names(QStyledItemDelegate):
    """Names run over a few lines where they need them, and are edited in place as plain text."""

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: QModelIndex) -> QWidget:  # type: ignore[override]
        """A line for the name."""
        line = PlainLine(str(index.data() or ""), parent)
        line.setAccessibleName(_("Name of the item"))
        return line

    def _shown(self, index: QModelIndex, font: QFont) -> str:
        view = self.parent()
        width = view.columnWidth(NAME) - 3 * _PAD if isinstance(view, QTreeWidget) else 200
        return _lines(str(index.data() or ""), max(width, 60), font.toString())

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex) -> None:  # type: ignore[override]
        """The text in as many lines as are shown."""
        super().initStyleOption(option, index)
        if index.column() == NAME:
            option.text = self._shown(index, option.font)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:  # type: ignore[override]
        """Room for all its lines; for all of a heading, which stands across both columns."""
        size = super().sizeHint(option, index)
        font = index.data(Qt.ItemDataRole.FontRole)
        font = font if isinstance(font, QFont) else QFont()
        view = self.parent()
        if isinstance(view, QTreeWidget) and view.isFirstColumnSpanned(index.row(), index.parent()):
            return QSize(0, _height(str(index.siblingAtColumn(0).data()), font, view.viewport().width()) + 2 * _PAD)
        lines = self._shown(index, font).count(_BREAK) + 1 if index.column() == NAME else 1
        return QSize(size.width(), lines * QFontMetrics(font).lineSpacing() + 2 * _PAD)
