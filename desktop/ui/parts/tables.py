"""Tables of rows: a model whose columns are data, and a view that is worked by keyboard."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QHelpEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCompleter,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop.text import marked as N_
from desktop.text import ui_text as _
from desktop.ui.parts.form import Choice
from desktop.ui.parts.plaintext import PlainLine

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex

#: how many rows say how wide a column is; all of thousands would take too long
_MEASURED_ROWS = 60

#: a column that takes the rest shows at least so many letters
_LEAST_WIDE = 18

#: signs for a state, which are read out by their shape or not at all
_SPOKEN = {"☑": N_("yes"), "☐": N_("no")}
#: the row itself
ROW_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)  # no slots: Python 3.11 cannot make generic ones by Column[Kind](…)
class Column(Generic[R]):
    """One column. ``title`` is a message id, ``text`` what a cell shows, ``sort`` what it is sorted by.

    With ``write`` the cell can be edited in place: it gets the row and what was typed; with ``options`` besides, the
    value chosen from them (pairs of value and words), and ``value`` tells which one it is now.
    """

    title: str
    text: Callable[[R], str]
    sort: Callable[[R], Any] | None = None
    write: Callable[[R, Any], None] | None = None
    options: Callable[[], Sequence[tuple[Any, str]]] | None = None
    value: Callable[[R], Any] | None = None
    #: texts that are offered while typing; any other text is possible
    proposals: Sequence[str] = ()
    right: bool = False
    #: takes the room that is left
    wide: bool = False


class RowsModel(QAbstractTableModel, Generic[R]):
    """Rows of any kind as a table."""

    def __init__(self, columns: Sequence[Column[R]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        #: what is shown: filtered and sorted
        self.rows: list[R] = []
        self._all: list[R] = []
        self._texts: dict[int, str] = {}
        self._words: list[str] = []
        self._order: tuple[int, bool] | None = None

    def set_rows(self, rows: Sequence[R]) -> None:
        """Shows other rows."""
        self._all = list(rows)
        self._texts.clear()
        self._refresh()

    def filter(self, text: str) -> None:
        """Shows only rows that have all these words in any of their columns."""
        self._words = text.casefold().split()
        self._refresh()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sorts by a column; Qt calls it for a click on a title."""
        self._order = (column, order == Qt.SortOrder.DescendingOrder) if column >= 0 else None
        self._refresh()

    def _refresh(self) -> None:
        """As many rows as before replace them in place, so that an editor at work keeps the focus."""
        rows = [row for place, row in enumerate(self._all) if not self._words or self._fits(place, row)]
        if self._order is not None:
            column = self.columns[self._order[0]]
            rows.sort(key=lambda row: self._sort_value(column, row), reverse=self._order[1])
        if rows and len(rows) == len(self.rows):
            self.rows = rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(self.columns) - 1))
        else:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()

    def _fits(self, place: int, row: R) -> bool:
        text = self._texts.get(place)
        if text is None:
            text = self._texts[place] = " ".join(column.text(row) for column in self.columns).casefold()
        return all(word in text for word in self._words)

    @staticmethod
    def _sort_value(column: Column[R], row: R) -> Any:
        return column.sort(row) if column.sort is not None else column.text(row).casefold()

    def set_row(self, place: int, row: R) -> None:
        """Shows one row anew, where it stands."""
        self._all = [row if other is self.rows[place] else other for other in self._all]
        self.rows[place] = row
        self._texts.clear()
        self.dataChanged.emit(self.index(place, 0), self.index(place, len(self.columns) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """As Qt asks for it."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """As Qt asks for it."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell under one of Qt's roles or ROW_ROLE."""
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], self.columns[index.column()]
        if role == Qt.ItemDataRole.EditRole and column.value is not None:
            return column.value(row)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole):
            return column.text(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            title, words = column.title and _(column.title), column.text(row) or _("empty")
            words = _(_SPOKEN[words]) if words in _SPOKEN else words
            return f"{title}: {words}" if title else words
        if role == Qt.ItemDataRole.TextAlignmentRole and column.right:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return row if role == ROW_ROLE else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Writes a cell that can be edited."""
        write = self.columns[index.column()].write
        if write is None or role != Qt.ItemDataRole.EditRole:
            return False
        if value != self.data(index, Qt.ItemDataRole.EditRole):
            write(self.rows[index.row()], value)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cells with a writer can be edited."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self.columns[index.column()].write is not None:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The titles."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return _(self.columns[section].title)
        return None


class CellDelegate(QStyledItemDelegate):
    """Edits cells in place: a line for text, a list where there are options."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """The editor of a cell."""
        column = _column(index)
        if column.options is None:
            editor: QWidget = self._line(column.proposals, parent)
        else:
            editor = Choice(column.options(), parent)
            editor.chosen.connect(lambda: self._chosen(editor))
            # Open at once: on a closed list the first arrow key would already choose.
            QTimer.singleShot(0, editor, editor.showPopup)
        editor.setAccessibleName(_(column.title))
        return editor

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """A cell that is cut is told whole."""
        fits = self.sizeHint(option, index).width() <= view.visualRect(index).width()
        return False if fits else super().helpEvent(event, view, option, index)

    def _line(self, proposals: Sequence[str], parent: QWidget) -> PlainLine:
        """A line for text; with proposals, all of them are listed at once, ↓ goes to them, Enter is enough."""
        line = PlainLine(parent=parent)
        if proposals:
            completer = QCompleter(list(proposals), line)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setMaxVisibleItems(len(proposals))
            line.setCompleter(completer)
            line.returnPressed.connect(lambda: self._returned(line, completer.popup()))
            completer.activated.connect(lambda: self._chosen(line))
            QTimer.singleShot(0, line, lambda: None if line.isModified() else completer.complete())
        return line

    def _returned(self, line: PlainLine, listed: QAbstractItemView | None) -> None:
        """Enter: while the list is open it has the keys, and with nothing chosen in it would only close it."""
        if listed is not None and listed.isVisible() and not listed.currentIndex().isValid():
            self._chosen(line)

    def _chosen(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Puts the value of the cell into the editor and opens its list."""
        value = index.data(Qt.ItemDataRole.EditRole)
        if isinstance(editor, Choice):
            editor.set_value(value)
        elif isinstance(editor, PlainLine):
            editor.set_text(value)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Gives what was entered back."""
        if isinstance(editor, Choice):
            model.setData(index, editor.value(), Qt.ItemDataRole.EditRole)
        elif isinstance(editor, PlainLine):
            model.setData(index, editor.typed(), Qt.ItemDataRole.EditRole)


def _column(index: Index) -> Column[Any]:
    model = index.model()
    assert isinstance(model, RowsModel)
    found: Column[Any] = model.columns[index.column()]
    return found


class Table(QTableView):
    """A table for the keyboard: arrows move by rows or cells, Enter opens, F2 or typing edits, Tab leaves it."""

    #: Enter or a double click on a row; the index of the model shown
    opened = Signal(QModelIndex)
    #: Del on a row
    removal = Signal(QModelIndex)
    #: Ins in the table
    addition = Signal()

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
        self.setItemDelegate(CellDelegate(self))

    def fit(self) -> None:
        """Gives the columns their widths: as wide as their content, the wide one takes the rest."""
        model = self.model()
        assert isinstance(model, RowsModel)
        header = self.horizontalHeader()
        header.setResizeContentsPrecision(_MEASURED_ROWS)
        for place, column in enumerate(model.columns):
            if not column.wide:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.ResizeToContents)
        self._share_room()

    def _share_room(self) -> None:
        """The wide columns take the rest; where it is not enough for a few words, the table scrolls to the side."""
        model, header = self.model(), self.horizontalHeader()
        if not isinstance(model, RowsModel) or header.count() != len(model.columns):
            return
        wide = [place for place, column in enumerate(model.columns) if column.wide]
        least = self.fontMetrics().averageCharWidth() * _LEAST_WIDE
        narrow = sum(header.sectionSizeHint(place) for place in range(header.count()) if place not in wide)
        narrow = max(narrow, sum(header.sectionSize(place) for place in range(header.count()) if place not in wide))
        needed = {place: max(least, header.sectionSizeHint(place)) for place in wide}
        roomy = self.viewport().width() - narrow >= max(needed.values(), default=0) * len(wide)
        for place in wide:
            header.setSectionResizeMode(
                place, QHeaderView.ResizeMode.Stretch if roomy else QHeaderView.ResizeMode.Interactive
            )
            if not roomy:
                header.resizeSection(place, needed[place])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or less room for the wide columns."""
        super().resizeEvent(event)
        self._share_room()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Ins adds, Del removes, the rest is Qt's."""
        if self.state() == QAbstractItemView.State.EditingState and not self.hasFocus():
            return  # the editor of a cell has used the key already
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._enter(self.currentIndex())
        elif plain and event.key() == Qt.Key.Key_Delete and self.currentIndex().isValid():
            self.removal.emit(self.currentIndex())
        elif plain and event.key() == Qt.Key.Key_Insert:
            self.addition.emit()
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
