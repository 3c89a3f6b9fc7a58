"""The vote grid in the stream: the table or the roll call, what it amounts to, and its wording (desk.md §4).

Every key goes into the book at once; the outcome and its wording are set when it is done. Esc keeps it as open.
"""

import time
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.clock import Clock, SystemClock
from desktop.models.book import Book
from desktop.models.journal import Changed
from desktop.models.rules import votes
from desktop.models.values import Vote, VoteMethod
from desktop.text import ui_text as _
from desktop.ui.bus import Bus
from desktop.ui.desk.grid_book import floor, store, with_floor
from desktop.ui.desk.grid_fields import GridFoot, GridHead
from desktop.ui.desk.grid_models import RollModel, SheetModel
from desktop.ui.desk.grid_state import Effect, Grid, Key
from desktop.ui.desk.grid_table import KeyTable
from desktop.ui.desk.grid_vote import counted, is_open, sheet_of, without_presence
from desktop.ui.desk.verdict import decided, voice
from desktop.ui.form import bind_text

#: with more factions or members than this the table scrolls
_MOST_ROWS = 24
#: changes in these slots are changes of who takes part
_PRESENCE = frozenset({"attendance", "recusals", "intervals"})
#: fields of a vote that have a widget of their own
_BOUND = frozenset({"subject", "verdict"})


class GridEditor(QWidget):
    """Takes down one vote of the open meeting. To be thrown away when its entry is gone."""

    #: done, or left as open
    finished = Signal()
    #: text that was typed blindly; it belongs to the ready line, and the vote is as it was
    blindText = Signal(str)
    #: it wants to be higher or lower
    resized = Signal()

    def __init__(
        self,
        book: Book,
        bus: Bus,
        vote_key: str,
        parent: QWidget | None = None,
        *,
        clock: Clock | None = None,
        by_faction: bool = True,
    ) -> None:
        """``by_faction``: whether the house counts faction by faction; else the caret starts in the totals."""
        super().__init__(parent)
        self._book, self._key, self._by_faction = book, vote_key, by_faction
        self._clock: Clock = clock or SystemClock()
        self._voice = voice(book)
        self._writing = False
        self._sheets, self._members = SheetModel(self), RollModel(self)
        self._table = KeyTable(_("Votes by faction"), _MOST_ROWS, self)
        self._table.setModel(self._sheets)
        self._roll = KeyTable(_("Roll call"), _MOST_ROWS, self)
        self._roll.setModel(self._members)
        self._head, self._foot = GridHead(self), GridFoot(self)
        self._lay_out()
        bind_text(self._head.subject, book, bus, vote_key, "subject")
        bind_text(self._foot.verdict, book, bus, vote_key, "verdict")
        self._connect()
        self._load()
        bus.changed.connect(self._changed)

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 2, 0, 4)
        rows.setSpacing(4)
        for widget in (self._head, self._table, self._roll, self._foot):
            rows.addWidget(widget)
        rows.addStretch(1)
        for before, after in pairwise((self._table, self._roll, *self._foot.fields, *self._head.fields)):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        for table in (self._table, self._roll):
            table.keyed.connect(self._press)
            table.clicked.connect(self._clicked)
        self._head.methodChosen.connect(self._choose_method)
        self._head.invalidCounted.connect(self._count_invalid)
        self._foot.announced.connect(lambda _announced: self._announce())

    # --- from the book

    @property
    def vote(self) -> Vote:
        """The vote as it is stored."""
        value = self._book.shelf.value(self._key)
        assert isinstance(value, Vote)
        return value

    def _load(self) -> None:
        """Shows what is stored."""
        self._loaded = vote = self.vote
        self._floor = floor(self._book, self._key, self._clock.now())
        sheet = sheet_of(without_presence(vote), self._floor.lines, self._floor.members, by_faction=self._by_faction)
        self._grid = Grid(sheet)
        computed = votes.outcome(vote, self._voice.base).accepted
        self._foot.set_announcement(None if vote.accepted == computed else vote.accepted)
        self._show()
        self.resized.emit()

    def _changed(self, changed: Changed) -> None:
        if self._writing or self._key not in self._book.shelf:
            return
        if self._recounted(changed):
            row, column = self._grid.sheet.caret
            self._load()
            self._grid.go_to(min(row, self._grid.sheet.rows[-1]), column)
            self._show()
        elif is_open(self._loaded) and self._moved(changed):
            self._floor = floor(self._book, self._key, self._clock.now())
            self._grid.seat(self._floor.lines, self._floor.members)
            self._show()

    def _recounted(self, changed: Changed) -> bool:
        """Whether the numbers have been changed elsewhere, e.g. by undo."""
        records = self._book.shelf.records
        touched = [records[key] for key in {*changed.fields, *changed.came} if key in records]
        return (
            bool(changed.fields.get(self._key, frozenset()) - _BOUND)
            or self._key in changed.parents
            or any(record.parent == self._key for record in touched)
        )

    def _moved(self, changed: Changed) -> bool:
        """Whether somebody came, went, or may no longer vote."""
        records = self._book.shelf.records
        touched = [records[key] for key in {*changed.fields, *changed.came, *changed.parents} if key in records]
        return self._book.meeting.key in changed.parents or any(
            record.slot in _PRESENCE or (record.table == "AgendaItem" and changed.went) for record in touched
        )

    # --- keys

    def start(self) -> None:
        """Puts the keyboard into the grid."""
        self._front.setFocus()

    @property
    def _front(self) -> KeyTable:
        return self._roll if self._grid.sheet.by_name else self._table

    def _press(self, key: str | Key) -> None:
        reaction = self._grid.press(key, time.monotonic())
        if reaction.effect is Effect.DONE:
            self._settle()
        elif reaction.effect is not Effect.LATER:
            self._store()
        self._show()
        if reaction.effect is Effect.BLIND:
            self.blindText.emit(reaction.text)
        elif reaction.effect is not Effect.STAY:
            self.finished.emit()

    def _clicked(self, index: QModelIndex) -> None:
        column = self._sheets.column_at(index.column())
        if self._grid.sheet.by_name:
            self._grid.go_to_member(index.row())
        elif column is not None:
            self._grid.go_to(index.row(), column)
        self._show()

    def _choose_method(self, method: VoteMethod) -> None:
        self._grid.set_method(method)
        self._store()
        self._show()

    def _count_invalid(self, count: int | None) -> None:
        self._grid.set_invalid(count)
        self._store()
        self._show()

    # --- into the book

    def _store(self) -> None:
        """Writes the numbers as they are; a vote that has its outcome keeps one that fits them."""
        stored = self.vote
        if not self._grid.touched:
            self._write(replace(self._loaded, verdict=stored.verdict))
        elif is_open(self._loaded):
            self._write(counted(stored, self._grid.sheet, done=False))
        else:
            self._write(self._with_outcome(counted(stored, self._grid.sheet, done=True)))

    def _settle(self) -> None:
        """Writes the numbers as final, with their outcome. What was settled and not touched stays as it is."""
        vote = self.vote
        if self._grid.touched or is_open(vote):
            self._write(self._with_outcome(counted(vote, self._grid.sheet, done=True)))
        self._loaded = self.vote
        self._show()

    def _announce(self) -> None:
        """Takes over what the chair announced against the numbers."""
        self._settle()
        self._write(decided(self.vote, self._voice, self._foot.announcement))
        self._loaded = self.vote
        self._show()

    def _with_outcome(self, vote: Vote) -> Vote:
        return decided(with_floor(vote, self._floor), self._voice, self._foot.announcement, before=self.vote)

    def _write(self, vote: Vote) -> None:
        self._writing = True
        store(self._book, vote)
        self._writing = False
        self._foot.verdict.set_text(vote.verdict or "")

    # --- on the screen

    def _show(self) -> None:
        sheet, front = self._grid.sheet, self._front
        other = self._table if front is self._roll else self._roll
        before = (self._sheets.rowCount(), self._members.rowCount(), front.isHidden())
        self._sheets.set_sheet(sheet)
        self._members.set_sheet(sheet)
        if front.isHidden() or not other.isHidden():
            front.show()
            self.setFocusProxy(front)
            if other.hasFocus():
                front.setFocus()
            other.hide()
        self._table.show_caret(self._sheets.caret(), entering=sheet.entering)
        self._roll.show_caret(self._members.caret(), entering=False)
        self._head.show_sheet(sheet)
        vote = replace(counted(self.vote, sheet, done=True), verdict=None)
        proposal = decided(vote, self._voice, self._foot.announcement).verdict
        self._foot.show_outcome(sheet, votes.outcome(vote, self._voice.base), proposal or "")
        if before != (self._sheets.rowCount(), self._members.rowCount(), False):
            self.resized.emit()
