"""The Beratungsfolge of a paper, edited in place."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.clock import parse_date
from desktop.models.book import Book
from desktop.models.journal import Changed
from desktop.models.values import Consultation
from desktop.text import marked as N_
from desktop.text import ui_text as _
from desktop.text import window_date
from desktop.ui.bus import Bus
from desktop.ui.looks.theme import Label
from desktop.ui.parts.buttons import PushButton
from desktop.ui.parts.dates import read_date
from desktop.ui.parts.flow import Flow
from desktop.ui.parts.tables import ROW_ROLE, Column, RowsModel, Table

Place = tuple[int, Consultation]


class ConsultationTable(QWidget):
    """One line per body. The lines are one list of the paper, so each change writes the list anew."""

    def __init__(self, book: Book, bus: Bus, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book, self._key = book, key
        self._model: RowsModel[Place] = RowsModel(self._columns(), self)
        self.table = Table(_("Order of consultation"), self, by_cell=True)
        self.table.setModel(self._model)
        self.table.setMinimumHeight(self.fontMetrics().height() * 6)
        self.table.addition.connect(self._add)
        self.table.removal.connect(lambda index: self._remove(index.data(ROW_ROLE)[0]))
        head = Flow()
        head.addWidget(Label(_("Order of consultation"), bold=True, parent=self))
        head.addStretch(1)
        for text, act in (
            (_("Up"), lambda: self._move(-1)),
            (_("Down"), lambda: self._move(1)),
            (_("Add line (Ins)"), self._add),
        ):
            button = PushButton(text, self)
            button.clicked.connect(act)
            head.addWidget(button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 8, 0, 0)
        rows.addLayout(head)
        rows.addWidget(self.table)
        bus.changed.connect(self._changed)
        self._reload()

    def _columns(self) -> tuple[Column[Place], ...]:
        def text(title: str, field: str, **more: Any) -> Column[Place]:
            return Column(
                title,
                lambda row: getattr(row[1], field) or "",
                write=lambda row, typed: self._change(row[0], **{field: typed.strip() or None}),
                **more,
            )

        return (
            Column(
                N_("Body"),
                lambda row: row[1].organization,
                write=lambda row, typed: self._change(row[0], organization=typed.strip()),
                wide=True,
            ),
            text(N_("Role"), "role"),
            Column(N_("Date"), _day, write=self._set_date),
            text(N_("Result"), "result"),
            Column(
                N_("Publicity"),
                lambda row: dict(_publicity())[row[1].public],
                write=lambda row, value: self._change(row[0], public=value),
                options=_publicity,
                value=lambda row: row[1].public,
            ),
        )

    def _list(self) -> list[Consultation]:
        return list(self._book.shelf.records[self._key].data["consultations"])

    def _write(self, lines: list[Consultation]) -> None:
        self._book.change(self._key, consultations=tuple(lines))

    def _change(self, place: int, **fields: Any) -> None:
        lines = self._list()
        lines[place] = replace(lines[place], **fields)
        self._write(lines)

    def _set_date(self, row: Place, text: str) -> None:
        day = read_date(text)
        if day is not None or not text.strip():
            self._change(row[0], date=day.isoformat() if day else None)

    def _add(self) -> None:
        self._write([*self._list(), Consultation()])
        self.table.setCurrentIndex(self._model.index(len(self._model.rows) - 1, 0))
        self.table.setFocus()

    def _remove(self, place: int) -> None:
        lines = self._list()
        del lines[place]
        self._write(lines)

    def _move(self, steps: int) -> None:
        index = self.table.currentIndex()
        lines, target = self._list(), index.row() + steps
        if index.isValid() and 0 <= target < len(lines):
            lines.insert(target, lines.pop(index.row()))
            self._write(lines)
            self.table.setCurrentIndex(self._model.index(target, index.column()))

    def _reload(self) -> None:
        current = self.table.currentIndex()
        lines = self._list()
        self._model.set_rows(list(enumerate(lines)))
        self.table.fit()
        if current.isValid() and lines:
            self.table.setCurrentIndex(self._model.index(min(current.row(), len(lines) - 1), current.column()))

    def _changed(self, changed: Changed) -> None:
        if "consultations" in changed.fields.get(self._key, ()) and self._key in self._book.shelf:
            self._reload()


def _day(row: Place) -> str:
    day = parse_date(row[1].date) if row[1].date else None
    return window_date(day) if day else row[1].date or ""


def _publicity() -> list[tuple[Any, str]]:
    return [(None, "–"), (True, _("public")), (False, _("not public"))]
