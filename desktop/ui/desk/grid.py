"""The vote grid in the stream: the table or the roll call, what it amounts to, and its wording (desk.md §4).

Every key goes into the book at once; the outcome and its wording are set when it is done. Esc keeps it as open.
"""

import logging
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QEvent, QKeyCombination, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.clock import Clock, SystemClock
from desktop.models import wordings
from desktop.models.book import Book
from desktop.models.journal import Changed
from desktop.models.profiles import Counting
from desktop.models.rules import votes
from desktop.models.values import Majority, Vote, VoteMethod
from desktop.text import ui_text as _
from desktop.ui import house, tasks
from desktop.ui.bus import Bus
from desktop.ui.desk import grid_book, grid_watch
from desktop.ui.desk.grid_extras import Extras
from desktop.ui.desk.grid_fields import GridFoot, GridHead
from desktop.ui.desk.grid_models import RollModel, SheetModel
from desktop.ui.desk.grid_opening import columns_of, sheet_of, without_presence
from desktop.ui.desk.grid_said import said
from desktop.ui.desk.grid_state import Effect, Grid, Key
from desktop.ui.desk.grid_table import KeyTable, RollTable
from desktop.ui.desk.grid_vote import counted, is_open
from desktop.ui.desk.grid_words import refusal
from desktop.ui.desk.verdict import decided, voice
from desktop.ui.form import bind_text

_log = logging.getLogger(__name__)
#: what the stream shows of a vote besides its grid: time, tag, room
_AROUND = 60
#: keys that the grid has for itself, whatever they do in the window
_OWN_KEYS = (
    QKeyCombination(Qt.Key.Key_F9),
    QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_9),
    QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_F),
    QKeyCombination(Qt.KeyboardModifier.AltModifier, Qt.Key.Key_Return),
)


class GridEditor(QWidget):
    """Takes down one vote of the open meeting. To be thrown away when its entry is gone."""

    #: done, or left as open
    finished = Signal()
    #: text that was typed blindly; it belongs to the ready line, and the vote is as it was
    blindText = Signal(str)
    #: it wants to be higher or lower
    resized = Signal()
    #: something short for the status line
    said = Signal(str)

    def __init__(
        self,
        book: Book,
        bus: Bus,
        vote_key: str,
        parent: QWidget | None = None,
        *,
        clock: Clock | None = None,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        """``seconds`` tells how fast keys follow each other."""
        super().__init__(parent)
        self._book, self._key = book, vote_key
        self._clock: Clock = clock or SystemClock()
        self._seconds = seconds
        self._voice, self._law = voice(book), house.law(book).votes
        self._writing = False
        self._sheets, self._members = SheetModel(self), RollModel(self)
        self._table = KeyTable(_("Votes by faction"), self)
        self._table.setModel(self._sheets)
        self._roll = RollTable(_("Roll call"), self._members, self)
        self._head, self._foot = GridHead(self), GridFoot(self)
        self._extras = Extras(book, bus, vote_key, self)
        self._lay_out()
        bind_text(self._head.subject, book, bus, vote_key, "subject")
        bind_text(self._foot.verdict, book, bus, vote_key, "verdict")
        self._connect()
        self._load()
        bus.changed.connect(self._changed)

    def _lay_out(self) -> None:
        self._rows = rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 2, 0, 4)
        rows.setSpacing(4)
        extras = self._extras
        middle = (self._table, self._roll, extras.search, self._foot) if extras.variants is None else (extras.variants,)
        for widget in (self._head, extras.details, *middle, extras.statements):
            rows.addWidget(widget)
        if extras.variants is not None:
            for widget in (self._table, self._roll, extras.search, self._foot):
                widget.hide()
            self.setFocusProxy(extras.variants)
        rows.addStretch(1)
        for before, after in pairwise((self._table, self._roll, *self._foot.fields, *self._head.fields)):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        for table in (self._table, self._roll):
            table.keyed.connect(self._press)
            table.clicked.connect(self._clicked)
        head, foot, extras = self._head, self._foot, self._extras
        head.methodChosen.connect(self._choose_method)
        head.majorityChosen.connect(self._choose_majority)
        head.invalidCounted.connect(self._count_invalid)
        head.detailsWanted.connect(extras.toggle_details)
        foot.announced.connect(lambda _announced: self._announce())
        foot.renewed.connect(self._renew)
        foot.verdict.textEdited.connect(self._reworded)
        extras.back.connect(self.start)
        extras.finished.connect(self.finished)
        extras.blindText.connect(self.blindText)
        extras.resized.connect(self.resized)
        extras.found.connect(self._go_to_person)

    # --- from the book

    @property
    def vote(self) -> Vote:
        """The vote as it is stored."""
        value = self._book.shelf.value(self._key)
        assert isinstance(value, Vote)
        return value

    def _load(self) -> None:
        """Shows what is stored."""
        self._loaded = self._worded = vote = self.vote
        self._floor = floor = grid_book.floor(self._book, self._key, self._clock.now())
        sheet = sheet_of(
            without_presence(vote),
            floor.lines,
            floor.members,
            by_faction=house.profile(self._book).votes.zaehlweise is Counting.BY_FACTION,
            alphabetical=grid_book.calls_by_alphabet(self._book, vote, floor.members),
            columns=columns_of(vote, abstention_allowed=self._law.abstention_allowed),
        )
        self._grid = Grid(sheet)
        computed = votes.outcome(vote, self._voice.base).accepted
        self._foot.set_announcement(None if vote.accepted == computed else vote.accepted)
        self._left_behind = False
        if vote.verdict and not self._voice.is_own(vote):
            answer = self._book.query(partial(wordings.left_behind, meeting=self._book.meeting.key))
            tasks.when(self, answer, self._take_left_behind, partial(_log.info, "the history did not answer: %s"))
        self._show()
        self.resized.emit()

    def _take_left_behind(self, votes_behind: frozenset[str]) -> None:
        """The history knows whether an edited wording was left behind before the grid was opened."""
        if self._key in votes_behind and self._key in self._book.shelf and self.vote.verdict == self._worded.verdict:
            self._left_behind = True
            self._show()

    def _changed(self, changed: Changed) -> None:
        if self._writing or self._key not in self._book.shelf:
            return
        if self._extras.variants is not None:
            self._extras.refresh()
        elif grid_watch.recounted(self._book, self._key, changed):
            row, column = self._grid.sheet.caret
            self._load()
            sheet = self._grid.sheet
            self._grid.go_to(min(row, sheet.rows[-1]), column if column in sheet.columns else sheet.columns[0])
            self._show()
        elif is_open(self._loaded) and grid_watch.moved(self._book, changed):
            self._floor = grid_book.floor(self._book, self._key, self._clock.now())
            self._grid.seat(self._floor.lines, self._floor.members)
            self._show()
        elif self._key in changed.fields:
            self._show()

    # --- keys

    def start(self) -> None:
        """Puts the keyboard into the grid."""
        if self._extras.variants is not None:
            self._extras.variants.start()
        else:
            self._front.setFocus()

    @property
    def _front(self) -> KeyTable:
        return self._roll if self._grid.sheet.by_name else self._table

    def event(self, event: QEvent) -> bool:
        """Its own keys go past the shortcuts of the window, from wherever in the grid they are pressed."""
        if isinstance(event, QKeyEvent) and event.keyCombination() in _OWN_KEYS:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._wish(event.keyCombination())
                return True
        return super().event(event)

    def _wish(self, keys: QKeyCombination) -> None:
        if keys.key() == Qt.Key.Key_F:
            self._find()
        elif keys.key() == Qt.Key.Key_Return:
            self._extras.toggle_details()
        else:
            self._extras.note()

    def _find(self) -> None:
        if self._grid.sheet.by_name:
            self._extras.find(self._grid.sheet.members)

    def _press(self, key: str | Key) -> None:
        reaction = self._grid.press(key, self._seconds())
        if reaction.effect is Effect.DONE:
            self._settle()
        elif reaction.effect is not Effect.LATER:
            self._store()
        self._show()
        if reaction.effect is Effect.BLIND:
            self.blindText.emit(reaction.text)
        elif reaction.effect in (Effect.DONE, Effect.LATER):
            self.finished.emit()
        elif reaction.effect is Effect.SEARCH:
            self._find()
        elif reaction.effect is not Effect.STAY:
            words = refusal(reaction.effect, self._grid.sheet, self._law.paragraph)
            self._foot.warn(words)
            self.said.emit(words)

    def _clicked(self, index: QModelIndex) -> None:
        column = self._sheets.column_at(index.column())
        if self._grid.sheet.by_name:
            member = self._members.member_at(index)
            if member is not None:
                self._grid.go_to_member(member)
        elif column is not None:
            self._grid.go_to(index.row(), column)
        self._show()

    def _go_to_person(self, person: str) -> None:
        places = [place for place, one in enumerate(self._grid.sheet.members) if one.person == person]
        if places:
            self._grid.go_to_member(places[0])
            self._show()

    def _choose_method(self, method: VoteMethod) -> None:
        if self._extras.variants is not None:
            self._write(replace(self.vote, method=method))
            return
        self._grid.set_method(method)
        self._store()
        self._show()

    def _choose_majority(self, majority: Majority) -> None:
        vote = replace(self.vote, majority=majority)
        self._write(vote if is_open(vote) else self._with_outcome(vote))
        self._loaded = replace(self._loaded, majority=majority)
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

    def _renew(self) -> None:
        """An edited wording gives way to the one that the numbers make."""
        self._write(decided(replace(self.vote, verdict=None), self._voice, self._foot.announcement))
        self._reworded()

    def _reworded(self) -> None:
        """The wording was settled by hand, for the numbers as they are."""
        self._loaded = replace(self._loaded, verdict=self.vote.verdict)
        self._worded, self._left_behind = self.vote, False
        self._show()

    def _with_outcome(self, vote: Vote) -> Vote:
        return decided(grid_book.with_floor(vote, self._floor), self._voice, self._foot.announcement, before=self.vote)

    def _write(self, vote: Vote) -> None:
        self._writing = True
        grid_book.store(self._book, vote)
        self._writing = False
        self._foot.verdict.set_text(vote.verdict or "")

    # --- on the screen

    def _show(self) -> None:
        if self._extras.variants is not None:
            self._head.show_choosing(self.vote)
            return
        sheet, front = self._grid.sheet, self._front
        before = (self._sheets.rowCount(), self._members.rowCount(), front.isHidden(), self._foot.sizeHint())
        self._sheets.set_sheet(sheet)
        self._members.set_sheet(sheet)
        self._bring_forward(front)
        self._table.show_caret(self._sheets.caret(), entering=sheet.entering)
        self._roll.show_caret(self._members.caret(), entering=False)
        vote = self.vote
        self._head.show_sheet(sheet, vote.majority)
        full = grid_book.with_floor(counted(vote, sheet, done=True), self._floor)
        worded = None if self._left_behind else self._worded
        self._foot.show_outcome(sheet, said(full, sheet, worded, self._voice, self._law, self._foot.announcement))
        self._extras.refresh()
        if before != (self._sheets.rowCount(), self._members.rowCount(), False, self._foot.sizeHint()):
            self.resized.emit()

    def _bring_forward(self, front: KeyTable) -> None:
        other = self._table if front is self._roll else self._roll
        front.show()
        self.setFocusProxy(front)
        if other.hasFocus():
            front.setFocus()
        other.hide()

    def heightForWidth(self, width: int) -> int:
        """As high as its parts, but no higher than the place it stands in: then the table scrolls."""
        rows, place = self._rows, self.parentWidget()
        self._roll.lay_out(width)
        self._front.spare(0)
        if place is not None and self._extras.variants is None:
            self._front.spare(rows.totalHeightForWidth(width) + _AROUND - place.height())
        return rows.totalHeightForWidth(width)
