"""The vote grid and the roll call as Qt's table models."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont

from desktop.models.rules.votes import Column
from desktop.text import ui_text as _
from desktop.ui.desk.voting.grid_sheet import TOTAL, Cell, Kind, Place, Sheet
from desktop.ui.desk.voting.grid_words import (
    CHOICE_WORDS,
    COLUMN_WORDS,
    column_name,
    open_words,
    row_name,
    shown,
    spoken,
)
from desktop.ui.looks.theme import colours

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole

#: the column of the table before those of the sheet; behind them stands what is open
_PRESENT = 0


class SheetModel(QAbstractTableModel):
    """A sheet as a table: rows of the sheet; columns present, the sheet's, open."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sheet = Sheet()
        # Qt asks for every cell many times while painting; the sheet reckons each anew.
        self._cells: dict[Place, Cell] = {}

    def set_sheet(self, sheet: Sheet) -> None:
        """Shows another state of the sheet."""
        before, self.sheet = self.sheet, sheet
        self._cells = {(row, column): sheet.cell(row, column) for row in sheet.rows for column in sheet.columns}
        if (before.rows, before.columns, before.lines) != (sheet.rows, sheet.columns, sheet.lines):
            self.beginResetModel()
            self.endResetModel()
        elif sheet.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
        if before.caret[1] is not sheet.caret[1]:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """As Qt asks for it."""
        return 0 if parent.isValid() else len(self.sheet.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """As Qt asks for it."""
        return 0 if parent.isValid() else len(self.sheet.columns) + 2

    def column_at(self, section: int) -> Column | None:
        """The column of the sheet; None for those around it."""
        return self.sheet.columns[section - 1] if 0 < section <= len(self.sheet.columns) else None

    def caret(self) -> QModelIndex:
        """The cell the caret is in."""
        row, column = self.sheet.caret
        return self.index(row, self.sheet.columns.index(column) + 1)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """A cell under one of Qt's roles."""
        if role == _Role.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        column, row = self.column_at(index.column()), index.row()
        if role == _Role.DisplayRole:
            return shown(self._cells[row, column]) if column else self._around(row, index.column())
        if role == _Role.AccessibleTextRole:
            return spoken(self.sheet, row, column) if column else self._spoken_around(row, index.column())
        if role == _Role.ForegroundRole:
            return self._ink(row, index.column())
        if role == _Role.FontRole:
            return self._font(row, column)
        if role == _Role.BackgroundRole and column is self.sheet.caret[1]:
            return QColor(colours().current_back)
        return None

    def _around(self, row: int, section: int) -> str:
        if section == _PRESENT:
            present = self.sheet.present_in(row)
            return "" if present is None else str(present)
        missing = self.sheet.open_in(row)
        return str(missing).replace("-", "−") if missing else ""

    def _spoken_around(self, row: int, section: int) -> str:
        if section == _PRESENT:
            known = self._around(row, section) or _("unknown")
            return ", ".join((row_name(self.sheet, row), _("present"), known))
        return ", ".join((row_name(self.sheet, row), open_words(self.sheet.open_in(row)) or _("nothing open")))

    def _ink(self, row: int, section: int) -> QColor | None:
        column = self.column_at(section)
        if column is None:
            return QColor(colours().muted if section == _PRESENT else colours().rejected)
        cell = self._cells[row, column]
        if cell.over:
            return QColor(colours().rejected)
        return QColor(colours().muted) if cell.kind is Kind.REST else None

    def _font(self, row: int, column: Column | None) -> QFont | None:
        strong = row == TOTAL or (self._cells[row, column].over if column else False)
        font = QFont()
        font.setBold(strong)
        return font if strong else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        """Names of rows and columns; the column of the caret is bold."""
        if orientation == Qt.Orientation.Vertical:
            if role == _Role.FontRole and section == TOTAL:
                return self._font(TOTAL, None)
            return row_name(self.sheet, section) if role in (_Role.DisplayRole, _Role.ToolTipRole) else None
        column = self.column_at(section)
        if role == _Role.FontRole and column is self.sheet.caret[1]:
            return self._font(TOTAL, None)
        if role == _Role.DisplayRole:
            return _(COLUMN_WORDS[column]) if column else _("pres.") if section == _PRESENT else _("still open")
        if role in (_Role.ToolTipRole, _Role.AccessibleTextRole):
            return column_name(column) if column else _("present") if section == _PRESENT else _("not counted yet")
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Only cells of the sheet can be gone to."""
        flags = Qt.ItemFlag.ItemIsEnabled
        return flags | Qt.ItemFlag.ItemIsSelectable if self.column_at(index.column()) else flags


class RollModel(QAbstractTableModel):
    """The members of a roll call with how they voted, in as many blocks beside each other as there is room for.

    A block has two columns: the name with the faction, and the vote. The call goes down a block, then on to the next.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sheet = Sheet()
        self.blocks = 1

    def set_sheet(self, sheet: Sheet) -> None:
        """Shows another state of the sheet."""
        before, self.sheet = self.sheet, sheet
        if before.members != sheet.members:
            self.beginResetModel()
            self.endResetModel()
        elif sheet.members:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def set_blocks(self, blocks: int) -> None:
        """Lays the members out in so many blocks."""
        if blocks != self.blocks:
            self.beginResetModel()
            self.blocks = blocks
            self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """As Qt asks for it."""
        return 0 if parent.isValid() else -(-len(self.sheet.members) // self.blocks)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """As Qt asks for it."""
        return 0 if parent.isValid() else 2 * self.blocks

    def member_at(self, index: Index) -> int | None:
        """The number of the member in a cell; None behind the last one."""
        place = index.column() // 2 * self.rowCount() + index.row()
        return place if place < len(self.sheet.members) else None

    def caret(self) -> QModelIndex:
        """The member to be called; behind the last one none."""
        if self.sheet.member >= len(self.sheet.members):
            return QModelIndex()
        block, row = divmod(self.sheet.member, self.rowCount())
        return self.index(row, 2 * block + 1)

    def longest(self) -> str:
        """The longest name with its faction."""
        return max((self._named(place) for place in range(len(self.sheet.members))), key=len, default="")

    def _named(self, place: int) -> str:
        member = self.sheet.members[place]
        group = row_name(self.sheet, member.row)
        return member.label if member.label in group else f"{member.label} ({group})"

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """A cell under one of Qt's roles."""
        place = self.member_at(index)
        if place is None:
            return None
        member, is_vote = self.sheet.members[place], index.column() % 2 == 1
        choice = self.sheet.ballots.get(member.person)
        word = _(CHOICE_WORDS[choice]) if choice else ""
        if role == _Role.DisplayRole:
            return (word or "…") if is_vote else self._named(place)
        if role == _Role.AccessibleTextRole:
            return ", ".join((member.label, row_name(self.sheet, member.row), word or _("not called yet")))
        if role == _Role.ForegroundRole and (is_vote or choice):
            return QColor(colours().muted) if is_vote != bool(choice) else None
        if role == _Role.FontRole and choice and is_vote:
            font = QFont()
            font.setBold(True)
            return font
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        """Words above each block."""
        if role != _Role.DisplayRole or orientation == Qt.Orientation.Vertical:
            return None
        return (_("Member"), _("Vote cast"))[section % 2]

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The vote is what can be gone to."""
        if self.member_at(index) is None:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled
        return flags | Qt.ItemFlag.ItemIsSelectable if index.column() % 2 else flags
