"""The field for a list of small records."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.text import ui_text as _
from desktop.ui.houses.catalog import Setting
from desktop.ui.houses.fields import LINES, Field, hint
from desktop.ui.parts.tables import Column, RowsModel, Table


class RowsField(Field):
    """A list of small records, edited in place: Ins adds one below, Del removes it, Alt+↑ and Alt+↓ move it."""

    def __init__(self, setting: Setting, parent: QWidget | None = None) -> None:
        self._table = Table(setting.name, by_cell=True)
        super().__init__(self._table, parent)
        self._setting = setting
        self._values: list[dict[str, str]] = []
        self._model: RowsModel[dict[str, str]] = RowsModel([self._column(*one) for one in setting.columns], self)
        self._table.setModel(self._model)
        self._table.fit()
        self._table.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)  # in large type
        self._table.setMinimumHeight(self._table.fontMetrics().lineSpacing() * (LINES + 3))
        self._table.addition.connect(self._add)
        self._table.removal.connect(lambda index: self._remove(index.row()))
        self._table.installEventFilter(self)
        self._rows.addWidget(hint(_("F2 or typing changes · Ins adds · Del removes · Alt+↑ Alt+↓ move")))

    def _column(self, name: str, title: str, choices: Sequence[tuple[str, str]]) -> Column[dict[str, str]]:
        words = dict(choices)
        return Column(
            title,
            lambda row: words.get(row[name], row[name]),
            write=lambda row, value: self._write(row, name, value),
            options=(lambda: choices) if choices else None,
            value=(lambda row: row[name]) if choices else None,
            wide=True,
        )

    def _write(self, row: dict[str, str], name: str, value: str) -> None:
        self._tell([one | {name: value} if one is row else one for one in self._values])

    def _add(self) -> None:
        """No text, and of the choices one that no other row has, else the last; below the chosen one."""
        at = self._table.currentIndex().row() + 1
        made = {name: self._free(name, choices) for name, _title, choices in self._setting.columns}
        self._tell([*self._values[:at], made, *self._values[at:]])
        self._table.setCurrentIndex(self._model.index(at, 0))
        self._table.edit(self._model.index(at, 0))

    def _free(self, name: str, choices: Sequence[tuple[str, str]]) -> str:
        taken = {row[name] for row in self._values}
        values = [value for value, _words in choices] or [""]
        return next((value for value in values if value not in taken), values[-1])

    def _remove(self, at: int) -> None:
        self._tell([one for place, one in enumerate(self._values) if place != at])
        self._table.setCurrentIndex(self._model.index(min(at, len(self._values) - 1), 0))

    def _move(self, by: int) -> None:
        index = self._table.currentIndex()
        at, to = index.row(), index.row() + by
        if at >= 0 and 0 <= to < len(self._values):
            found = list(self._values)
            found[at], found[to] = found[to], found[at]
            self._tell(found)
            self._table.setCurrentIndex(self._model.index(to, index.column()))

    def _tell(self, values: list[dict[str, str]]) -> None:
        self.show_value(values)
        self.entered.emit(self._values, True)

    def show_value(self, value: Any) -> None:
        """In their order."""
        if value != self._values:
            self._values = [dict(one) for one in value]
            self._model.set_rows(self._values)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Alt and an arrow move a row."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
            if by and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self._move(by)
                return True
        return False
