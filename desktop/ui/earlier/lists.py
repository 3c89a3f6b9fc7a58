"""The two lists of the page of earlier states: the moments, and what has changed since the chosen one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from desktop.models.pieces import Fate, Piece
from desktop.text import marked as N_
from desktop.text import ui_text as _
from desktop.ui.earlier.moments import Moment, clock

_DATA = Qt.ItemDataRole.UserRole
_PAD = 8
#: sign and words of what became of a piece since then
_FATES = {
    Fate.SAME: N_("= unchanged"),
    Fate.CHANGED: N_("≠ changed"),
    Fate.MOVED: N_("↕ moved"),
    Fate.GONE: N_("− deleted"),
    Fate.NEW: N_("+ new"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the list of pieces; ``whole`` is an item with all below it."""

    piece: Piece
    item: str
    words: str
    whole: bool = False


class _List(QTreeWidget):
    """A list of several columns; Enter is the page's, and letters belong to its search line."""

    entered = Signal()
    typed = Signal(str)

    def __init__(self, name: str, columns: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setHeaderLabels(list(columns))
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setTabKeyNavigation(False)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.header().setStretchLastSection(False)
        self.itemDoubleClicked.connect(lambda _item, _column: self.entered.emit())

    def row(self, texts: Sequence[str], data: Moment | Line) -> QTreeWidgetItem:
        """A new row, high enough for the dots of Ö."""
        made = QTreeWidgetItem(list(texts))
        made.setData(0, _DATA, data)
        made.setSizeHint(len(texts) - 1, QSize(0, self.fontMetrics().lineSpacing() + _PAD))
        return made

    def share_room(self) -> None:
        """The last column takes the rest; where that is not enough for its title, the list scrolls to the side."""
        header, last = self.header(), self.columnCount() - 1
        others = sum(max(header.sectionSize(place), self.sizeHintForColumn(place)) for place in range(last))
        least = header.sectionSizeHint(last)
        roomy = self.viewport().width() - others >= least
        header.setSectionResizeMode(
            last, QHeaderView.ResizeMode.Stretch if roomy else QHeaderView.ResizeMode.Interactive
        )
        if not roomy:
            header.resizeSection(last, least)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or less room for the last column."""
        super().resizeEvent(event)
        self.share_room()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, letters, or what moves in a list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.text().isprintable() and event.text():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)


class MomentList(_List):
    """The newest first. Beginning an entry and typing into it is one line that opens with →."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Moments"), (_("Time"), _("Item"), _("What was done"), _("Words")), parent)

    def fill(self, found: Sequence[Moment], chosen: int | None) -> None:
        """Shows moments, with the one of this place chosen, else the one before the newest."""
        self.clear()
        dated = len({moment.at.date() for moment in found}) > 1
        tops = []
        for group, moments in groupby(found, key=lambda moment: moment.group or moment.place):
            run = list(moments)
            top = self._row(run[0], dated=dated)
            if len(run) > 1 and isinstance(group, str):
                top.addChildren([self._row(moment, dated=dated) for moment in run])
            tops.append(top)
        self.addTopLevelItems(tops)
        self.share_room()
        self.choose(chosen if chosen is not None else found[1].place if len(found) > 1 else 0)

    def _row(self, moment: Moment, *, dated: bool) -> QTreeWidgetItem:
        return self.row((clock(moment.at, dated=dated), moment.item, moment.deed, moment.words), moment)

    def choose(self, place: int) -> None:
        """Chooses the moment of a place, or the last one before it; the oldest where there is none."""
        rows = list(self._rows())
        same = (row for row in rows if row.data(0, _DATA).place == place)
        before = (row for row in rows if row.data(0, _DATA).place < place)
        found = next(same, None) or next(before, None) or (rows[-1] if rows else None)
        if found is not None:
            self.setCurrentItem(found)

    def _rows(self) -> Iterator[QTreeWidgetItem]:
        for number in range(self.topLevelItemCount()):
            top = self.topLevelItem(number)
            if top is not None:
                yield top
                yield from filter(None, (top.child(place) for place in range(1, top.childCount())))

    def chosen(self) -> Moment | None:
        """The moment that is chosen."""
        row = self.currentItem()
        found: Moment | None = row.data(0, _DATA) if row is not None else None
        return found


class PieceList(_List):
    """What differs from now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("What has changed since"), (_("Since then"), _("Item"), _("What")), parent)
        self.setRootIsDecorated(False)

    def fill(self, lines: Sequence[Line]) -> None:
        """Shows lines; the same piece as before stays chosen."""
        before = self.chosen()
        self.clear()
        rows = [self.row((_(_FATES[line.piece.fate]), line.item, line.words), line) for line in lines]
        self.addTopLevelItems(rows)
        self.share_room()
        same = (row for row, line in zip(rows, lines, strict=True) if before and _same(before, line))
        if rows:
            self.setCurrentItem(next(same, rows[0]))

    def chosen(self) -> Line | None:
        """The line that is chosen."""
        row = self.currentItem()
        found: Line | None = row.data(0, _DATA) if row is not None else None
        return found


def _same(one: Line, other: Line) -> bool:
    return (one.piece.key, one.whole) == (other.piece.key, other.whole)
