"""The invitation beside the agenda of today, line by line, with what is different in words."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.clock import parse_date
from desktop.models.book import Book
from desktop.models.rules import numbering
from desktop.models.rules.invited import Difference, Line, compare
from desktop.models.values import AgendaItem, InvitationItem
from desktop.text import marked as N_
from desktop.text import ui_plural as _n
from desktop.text import ui_text as _
from desktop.text import window_date
from desktop.ui.desk.items.agenda_rows import place_words
from desktop.ui.looks.sizes import fit_screen
from desktop.ui.looks.theme import Label

_WORDS = {
    Difference.NEW: N_("new"),
    Difference.GONE: N_("no longer there"),
    Difference.REMOVED: N_("taken off"),
    Difference.RENUMBERED: N_("another number"),
    Difference.RENAMED: N_("another title"),
    Difference.MOVED: N_("moved"),
}
_KEY = Qt.ItemDataRole.UserRole


class Comparison(QDialog):
    """A window beside the desk, not in its way. Enter on a line goes to the item, Esc closes it."""

    #: the key of the item to show
    wanted = Signal(str)

    def __init__(self, book: Book, parent: QWidget) -> None:
        super().__init__(parent)
        self._book = book
        self.setWindowTitle(_("Invitation and agenda"))
        self._says = Label()
        self._says.setWordWrap(True)
        self.table = QTableWidget(0, 3, self)
        self.table.setAccessibleName(self.windowTitle())
        for column, name in enumerate((_("Invitation"), _("Now"), _("Difference"))):
            title = QTableWidgetItem(name)
            title.setToolTip(name)
            self.table.setHorizontalHeaderItem(column, title)
        self.table.verticalHeader().hide()
        self.table.setWordWrap(True)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        head = self.table.horizontalHeader()
        for column in (0, 1):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        head.sectionResized.connect(self.table.resizeRowsToContents)
        self.table.activated.connect(lambda index: self._go(index.row()))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.close)
        rows = QVBoxLayout(self)
        rows.addWidget(self._says)
        rows.addWidget(self.table, 1)
        rows.addWidget(buttons)
        fit_screen(self, 130, 30)
        self.finished.connect(parent.activateWindow)

    def open_meeting(self) -> None:
        """Shows the open meeting as it stands."""
        lines = compare(self._book.meeting)
        different = sum(bool(line.differences) for line in lines)
        sent = parse_date(self._book.meeting.convened_on or "")
        told = [_("Invitation of {day}.", day=window_date(sent))] if sent else []
        told.append(_n("{number} line is different.", "{number} lines are different.", different))
        self._says.setText(" ".join(told) if different else " ".join([*told[:-1], _("Nothing is different.")]))
        self.table.setRowCount(len(lines))
        for row, line in enumerate(lines):
            self._show(row, line)
        self.table.setCurrentCell(next((n for n, line in enumerate(lines) if line.differences), 0), 0)
        self.show()
        self.raise_()
        self.activateWindow()
        self.table.resizeRowsToContents()
        self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _show(self, row: int, line: Line) -> None:
        texts = (named(line.invited), named(line.item), words(self._book, line))
        for column, text in enumerate(texts):
            cell = QTableWidgetItem(text or "–")
            font = QFont(self.font())
            font.setBold(bool(line.differences))
            cell.setFont(font)
            cell.setData(_KEY, line.item.key if line.item is not None else "")
            self.table.setItem(row, column, cell)

    def _go(self, row: int) -> None:
        cell = self.table.item(row, 0)
        key = str(cell.data(_KEY)) if cell is not None else ""
        if key:
            self.close()
            self.wanted.emit(key)


def named(line: InvitationItem | AgendaItem | None) -> str:
    """A line with its number; empty where there is none."""
    return " ".join(filter(None, (numbering.display(line.number, line.public), line.name))) if line is not None else ""


def words(book: Book, line: Line) -> str:
    """What is different, in words."""
    found = []
    for difference in line.differences:
        if difference is Difference.PUBLICITY and line.item is not None:
            found.append(_("now public") if line.item.public else _("now not public"))
        elif difference is Difference.TREATED and line.item is not None:
            found += place_words(book, line.item)[:1]
        elif difference in _WORDS:
            found.append(_(_WORDS[difference]))
    return ", ".join(found) or _("the same")
