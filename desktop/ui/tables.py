"""Tables of rows: a model whose columns are data, and a view that is worked by keyboard."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractProxyModel,
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop.text import ui_text as _

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex

#: the native value of a cell, for sorting
SORT_ROLE = Qt.ItemDataRole.UserRole
#: the row itself
ROW_ROLE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """One column. ``title`` is a message id, ``text`` what a cell shows, ``sort`` what it is sorted by.

    With ``write`` the cell can be edited in place: it gets the row and what was typed.
    """

    title: str
    text: Callable[[R], str]
    sort: Callable[[R], Any] | None = None
    write: Callable[[R, str], None] | None = None
    right: bool = False
    #: takes the room that is left
    wide: bool = False


class RowsModel(QAbstractTableModel, Generic[R]):
    """Rows of any kind as a table."""

    def __init__(self, columns: Sequence[Column[R]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.rows: list[R] = []

    def set_rows(self, rows: Sequence[R]) -> None:
        """Shows other rows."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """As Qt asks for it."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """As Qt asks for it."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell under one of Qt's roles, SORT_ROLE or ROW_ROLE."""
        row, column = self.rows[index.row()], self.columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return column.text(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{_(column.title)}: {column.text(row)}"
        if role == Qt.ItemDataRole.TextAlignmentRole and column.right:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == SORT_ROLE:
            return column.sort(row) if column.sort is not None else column.text(row).casefold()
        return row if role == ROW_ROLE else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Writes a cell that can be edited."""
        write = self.columns[index.column()].write
        if write is None or role != Qt.ItemDataRole.EditRole:
            return False
        if str(value) != self.columns[index.column()].text(self.rows[index.row()]):
            write(self.rows[index.row()], str(value))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cells with a writer can be edited."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.isValid() and self.columns[index.column()].write is not None:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The titles."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return _(self.columns[section].title)
        return None


class Table(QTableView):
    """A table for the keyboard: arrows move by rows or cells, Enter opens, F2 or typing edits, Tab leaves it."""

    #: Enter or a double click on a row; the index of the model shown
    opened = Signal(QModelIndex)
    #: Del on a row
    removal = Signal(QModelIndex)

    def __init__(self, name: str, parent: QWidget | None = None, *, by_cell: bool = False) -> None:
        """``name`` is what a screen reader calls it; ``by_cell`` for tables that are edited in place."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        behaviour = QAbstractItemView.SelectionBehavior
        self.setSelectionBehavior(behaviour.SelectItems if by_cell else behaviour.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.doubleClicked.connect(self._double_clicked)

    def fit(self) -> None:
        """Gives the columns their widths: as wide as their content, the wide one takes the rest."""
        model = self.model()
        source = model.sourceModel() if isinstance(model, QAbstractProxyModel) else model
        assert isinstance(source, RowsModel)
        header = self.horizontalHeader()
        for place, column in enumerate(source.columns):
            mode = QHeaderView.ResizeMode.Stretch if column.wide else QHeaderView.ResizeMode.ResizeToContents
            header.setSectionResizeMode(place, mode)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Del removes, the rest is Qt's."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._enter(self.currentIndex())
        elif plain and event.key() == Qt.Key.Key_Delete and self.currentIndex().isValid():
            self.removal.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _enter(self, index: QModelIndex) -> None:
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)
        else:
            self.opened.emit(index)

    def _double_clicked(self, index: QModelIndex) -> None:
        if not index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.opened.emit(index)
