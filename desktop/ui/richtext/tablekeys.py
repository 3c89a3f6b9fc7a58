"""What keys do in a table of a text: Tab and Enter walk through the cells, four keys make rows and columns."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextTable
from PySide6.QtWidgets import QTextEdit

from desktop.models.richtext import Table
from desktop.ui.richtext.doctables import cells_of, dress, empty_table, put_table, replace_cell
from desktop.ui.richtext.lines import takes

_SHIFT, _ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class TableKeys:
    """The tables of one text field."""

    def __init__(self, edit: QTextEdit, full: Callable[[], None]) -> None:
        """``full`` is called where a table would become too big."""
        self._edit, self._full = edit, full

    def _table(self) -> QTextTable | None:
        found: QTextTable | None = self._edit.textCursor().currentTable()
        return found

    def insert(self) -> None:
        """A new table of two rows and two columns at the caret; in a table one column more."""
        if self._table() is not None:
            self.add_column()
            return
        cursor = self._edit.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        if cursor.block().textList() is not None or cursor.block().length() > 1:
            cursor.insertBlock(QTextBlockFormat(), QTextCharFormat())
        made = put_table(cursor, empty_table())
        cursor.endEditBlock()
        self._go(made, 0, 0)

    def add_row(self) -> bool:
        """A row below that of the caret; False outside a table."""
        table = self._table()
        if table is None:
            return False
        row, column = self._place(table)
        if self._room(table, table.columns(), table.rows() + 1):
            table.insertRows(row + 1, 1)
            dress(table)
            self._go(table, row + 1, column)
        return True

    def add_column(self) -> bool:
        """A column to the right of the caret; False outside a table."""
        table = self._table()
        if table is None:
            return False
        row, column = self._place(table)
        if self._room(table, table.columns() + 1, table.rows()):
            table.insertColumns(column + 1, 1)
            dress(table)
            self._go(table, row, column + 1)
        return True

    def remove_row(self) -> bool:
        """Removes the row of the caret, with the last one the table; False outside a table."""
        table = self._table()
        if table is None:
            return False
        row, column = self._place(table)
        if table.rows() == 1:
            self._remove(table)
            return True
        table.removeRows(row, 1)
        dress(table)
        self._go(table, min(row, table.rows() - 1), column)
        return True

    def remove_column(self) -> bool:
        """Removes the column of the caret, with the last one the table; False outside a table."""
        table = self._table()
        if table is None:
            return False
        row, column = self._place(table)
        if table.columns() == 1:
            self._remove(table)
            return True
        table.removeColumns(column, 1)
        self._go(table, row, min(column, table.columns() - 1))
        return True

    def paste(self, pasted: Table) -> bool:
        """Puts cells over the cells from the caret on, with more rows if need be; False where they do not fit."""
        table = self._table()
        if table is None:
            return False
        row, column = self._place(table)
        rows = (pasted.header, *pasted.rows)
        if column + len(pasted.header) > table.columns() or not takes(table.columns(), row + len(rows)):
            return False
        cursor = self._edit.textCursor()
        cursor.beginEditBlock()
        if row + len(rows) > table.rows():
            table.appendRows(row + len(rows) - table.rows())
        dress(table)
        for down, cells in enumerate(rows):
            for right, runs in enumerate(cells):
                replace_cell(table.cellAt(row + down, column + right), runs)
        cursor.endEditBlock()
        self._go(table, row + len(rows) - 1, column + len(pasted.header) - 1)
        return True

    def press(self, event: QKeyEvent) -> bool:
        """Takes a key that means something else in a table than elsewhere; False leaves it to the text."""
        table = self._table()
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if table is None:
            return key == Qt.Key.Key_Backspace and not modifiers and self._back_into()
        if key in _TABS and modifiers in (Qt.KeyboardModifier.NoModifier, _SHIFT):
            self._step(table, back=key == Qt.Key.Key_Backtab or bool(modifiers & _SHIFT))
        elif key in _ENTER and modifiers == _SHIFT:
            self._leave(table)
        elif key in _ENTER and not modifiers:
            self._enter(table)
        elif key == Qt.Key.Key_Backspace and not modifiers and self._at_cell_start(table):
            if not event.isAutoRepeat():  # a key held down deletes within its cell only
                self._back(table)
        else:
            return False
        return True

    def plain_ink(self) -> None:
        """What is typed in a header cell would take over its ground, and be shaded twice."""
        style = self._edit.currentCharFormat()
        if style.hasProperty(QTextCharFormat.Property.BackgroundBrush) and not self._edit.textCursor().hasSelection():
            style.clearBackground()
            self._edit.setCurrentCharFormat(style)

    # --- walking

    def _place(self, table: QTextTable) -> tuple[int, int]:
        cell = table.cellAt(self._edit.textCursor())
        return cell.row(), cell.column()

    def _go(self, table: QTextTable, row: int, column: int) -> None:
        """Into a cell, behind what stands there."""
        self._edit.setTextCursor(table.cellAt(row, column).lastCursorPosition())
        self._edit.ensureCursorVisible()

    def _step(self, table: QTextTable, *, back: bool) -> None:
        """To the next cell; behind the last one into a new row."""
        row, column = self._place(table)
        place = row * table.columns() + column + (-1 if back else 1)
        if place == table.rows() * table.columns():
            if not self._room(table, table.columns(), table.rows() + 1):
                return
            table.appendRows(1)
            dress(table)
        if place >= 0:
            self._go(table, *divmod(place, table.columns()))

    def _enter(self, table: QTextTable) -> None:
        """To the next row; out of an empty last row, which goes unless it is the only one below the header."""
        row, _column = self._place(table)
        if row < table.rows() - 1:
            self._go(table, row + 1, 0)
        elif row and not _says(table, row):
            self._leave(table)
            if row > 1:
                table.removeRows(row, 1)
        elif self._room(table, table.columns(), table.rows() + 1):
            table.appendRows(1)
            dress(table)
            self._go(table, row + 1, 0)

    def _leave(self, table: QTextTable) -> None:
        """Into the line behind the table."""
        cursor = self._edit.textCursor()
        cursor.setPosition(table.lastPosition() + 1)
        self._edit.setTextCursor(cursor)
        self._edit.ensureCursorVisible()

    def _room(self, table: QTextTable, columns: int, rows: int) -> bool:
        """Whether a table may become as big as that; one that has been bigger since long may grow."""
        if takes(columns, rows) or not takes(table.columns(), table.rows()):
            return True
        self._full()
        return False

    # --- Backspace

    def _at_cell_start(self, table: QTextTable) -> bool:
        cursor = self._edit.textCursor()
        return not cursor.hasSelection() and cursor.position() == table.cellAt(cursor).firstPosition()

    def _back(self, table: QTextTable) -> None:
        """An empty table goes; else the caret steps back."""
        if any(_says(table, row) for row in range(table.rows())):
            self._step(table, back=True)
        else:
            self._remove(table)

    def _back_into(self) -> bool:
        """Backspace at the start of the line behind a table: into its last cell."""
        cursor = QTextCursor(self._edit.textCursor())
        if cursor.hasSelection() or not cursor.atBlockStart() or cursor.atStart():
            return False
        cursor.setPosition(cursor.position() - 1)
        if cursor.currentTable() is None:
            return False
        self._edit.setTextCursor(cursor)
        return True

    def _remove(self, table: QTextTable) -> None:
        """Takes the table away; the caret stays where it was."""
        table.removeRows(0, table.rows())


def _says(table: QTextTable, row: int) -> bool:
    """Whether anything stands in a row."""
    return any(cell.lastPosition() > cell.firstPosition() for cell in cells_of(table, row))
