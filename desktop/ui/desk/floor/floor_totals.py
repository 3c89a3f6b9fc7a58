"""How long factions and speakers have spoken, in the item and in the meeting: a table that can be copied."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from desktop.models.rules import floor
from desktop.text import marked as N_
from desktop.text import ui_text as _
from desktop.ui.commands.keystrokes import is_text
from desktop.ui.desk.floor.floor_state import FloorState
from desktop.ui.desk.floor.floor_words import clock
from desktop.ui.desk.names.speakers import Directory
from desktop.ui.parts.tables import Column, RowsModel, Table


@dataclass(frozen=True, slots=True)
class Line:
    """A faction or a speaker, ``label`` with the faction; seconds in the item and in the meeting."""

    name: str
    label: str
    turns: int
    item: int
    meeting: int


COLUMNS = (
    Column[Line](N_("Who"), lambda line: line.name, wide=True),
    Column[Line](N_("Turns"), lambda line: str(line.turns), right=True),
    Column[Line](N_("Item"), lambda line: clock(line.item), right=True),
    Column[Line](N_("Meeting"), lambda line: clock(line.meeting), right=True),
)


def lines(state: FloorState, directory: Directory, now: datetime) -> list[Line]:
    """The factions first, then the speakers, the longest first."""
    found = []
    for count in (floor.per_faction, floor.per_speaker):
        here = {one.who: one.seconds for one in count(state.turns, now, state.breaks)}
        for total in count(state.all_turns, now, state.breaks):
            known = directory.by_key(total.who)
            name = directory.name_of(total.who) or total.who
            label = known.label if known is not None else name
            found.append(Line(name, label, total.turns, here.get(total.who, 0), total.seconds))
    return found


def as_text(rows: Sequence[Line]) -> str:
    """The table for another program: tabs between the cells, the titles above."""
    cells = [[_(column.title) for column in COLUMNS]]
    cells += [[row.label, *(column.text(row) for column in COLUMNS[1:])] for row in rows]
    return "\n".join("\t".join(row) for row in cells)


class Totals(Table):
    """The table. Ctrl+C copies all of it; letters were not meant for it."""

    #: text that was typed blindly
    blind = Signal(str)
    #: the table is in the clipboard
    copied = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Speaking times"), parent)
        self._model = RowsModel(COLUMNS, self)
        self.setModel(self._model)
        self.fit()
        self._fit_rows()

    def show_lines(self, rows: Sequence[Line]) -> None:
        """Shows how it stands."""
        self._model.set_rows(rows)

    def changeEvent(self, event: QEvent) -> None:
        """Rows as high as a line of text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit_rows()

    def _fit_rows(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().lineSpacing() + 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copies, and gives out what is text."""
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(as_text(self._model.rows))
            self.copied.emit()
        elif is_text(event):
            self.blind.emit(event.text())
        else:
            super().keyPressEvent(event)
