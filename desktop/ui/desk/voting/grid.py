"""The vote grid in the stream: the table or the roll call, what it amounts to, and its wording (desk.md §4).

Every key goes into the book at once; the outcome and its wording are set when it is done. Esc keeps it as open.
"""

import logging
import time
from collections.abc import Callable
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QEvent, QModelIndex, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.clock import Clock, SystemClock
from desktop.models import wordings
from desktop.models.book import Book
from desktop.models.journal import Changed
from desktop.text import ui_text as _
from desktop.ui import tasks
from desktop.ui.bus import Bus
from desktop.ui.commands.keypress import keys_of
from desktop.ui.commands.shortcuts import KEYS
from desktop.ui.desk.voting import grid_watch
from desktop.ui.desk.voting.grid_extras import Extras
from desktop.ui.desk.voting.grid_fields import GridFoot, GridHead
from desktop.ui.desk.voting.grid_models import RollModel, SheetModel
from desktop.ui.desk.voting.grid_session import Session
from desktop.ui.desk.voting.grid_sheet import Sheet
from desktop.ui.desk.voting.grid_state import Effect, Grid, Key
from desktop.ui.desk.voting.grid_table import KeyTable, RollTable
from desktop.ui.desk.voting.grid_words import METHOD_WORDS, given, refusal, spoken
from desktop.ui.parts.accessible import announce
from desktop.ui.parts.form import bind_text

_log = logging.getLogger(__name__)
#: what the stream shows of a vote besides its grid: time, tag, room
_AROUND = 60
#: the action that means a member's own vote in the grid
_NOTE = "on_record"


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
        self._session = Session(book, vote_key, self._clock.now)
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
        self._opened()
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
        lines = (extras.search.who, *extras.statements.fields)
        extras.entrance = self._head.fields[-1]
        for before, after in pairwise((*self._head.fields, self._table, self._roll, *self._foot.fields, *lines)):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        for table in (self._table, self._roll):
            table.keyed.connect(self._press)
            table.clicked.connect(self._clicked)
            table.left.connect(self._rest)
        head, foot, extras = self._head, self._foot, self._extras
        head.methodChosen.connect(lambda method: self._do(lambda: self._session.choose_method(method)))
        head.majorityChosen.connect(lambda majority: self._do(lambda: self._session.choose_majority(majority)))
        head.invalidCounted.connect(self._count_invalid)
        head.detailsWanted.connect(extras.toggle_details)
        foot.announced.connect(lambda accepted: self._do(lambda: self._session.announce(accepted)))
        foot.renewed.connect(lambda: self._do(self._session.renew_wording))
        foot.verdict.textEdited.connect(lambda _text: self._do(self._session.reworded))
        for part in (head, foot, extras):
            part.back.connect(self.start)
            part.blindText.connect(self.blindText)
        extras.finished.connect(self.finished)
        extras.resized.connect(self.resized)
        extras.found.connect(self._go_to_person)

    # --- from the book

    @property
    def grid(self) -> Grid:
        """The sheet with its keys."""
        return self._session.grid

    def _opened(self) -> None:
        """Shows the vote as it was taken over from the book."""
        if self._session.has_own_words:
            answer = self._book.query(partial(wordings.left_behind, meeting=self._book.meeting.key))
            tasks.when(self, answer, self._take_left_behind, partial(_log.info, "the history did not answer: %s"))
        self._show()
        self.resized.emit()

    def _take_left_behind(self, keys: frozenset[str]) -> None:
        if self._key in self._book.shelf:
            self._session.find_left_behind(keys)
            self._show()

    def _changed(self, changed: Changed) -> None:
        if self._session.writing or self._key not in self._book.shelf:
            return
        if self._extras.variants is not None:
            self._extras.refresh()
        elif grid_watch.recounted(self._book, self._key, changed):
            self._session.reload(present_told="present" in changed.fields.get(self._key, ()))
            self._opened()
        elif self._session.is_open and grid_watch.moved(self._book, changed):
            self._session.seat()
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

    def finish(self) -> None:
        """The next vote begins: a count that leaves no doubt is done, any other is kept as open."""
        if self._extras.variants is None and self.grid.is_clear:
            self._session.settle()

    @property
    def _front(self) -> KeyTable:
        return self._roll if self.grid.sheet.by_name else self._table

    def event(self, event: QEvent) -> bool:
        """Its own keys go past the shortcuts of the window, from wherever in the grid they are pressed."""
        wish = self._wish(keys_of(event)) if isinstance(event, QKeyEvent) else None
        if wish is not None and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if wish is not None and event.type() == QEvent.Type.KeyPress:
            wish()
            return True
        return super().event(event)

    def _wish(self, keys: str) -> Callable[[], None] | None:
        """What a key does that the grid has for itself, whatever it does in the window."""
        if keys in KEYS.of(_NOTE):
            return self._extras.note
        return {"Ctrl+F": self._find, "Alt+Return": self._extras.toggle_details}.get(keys)

    def _rest(self) -> None:
        if self.grid.sheet.entering:
            self._do(self.grid.rest)

    def _find(self) -> None:
        if self.grid.sheet.by_name:
            self._extras.find(self.grid.sheet.members)

    def _press(self, key: str | Key) -> None:
        at = self._seconds()
        if self.grid.begins_run(at):
            self._session.begin_run()
        before = self.grid.sheet
        reaction = self.grid.press(key, at)
        if reaction.effect is Effect.DONE:
            self._session.settle()
        elif reaction.effect is Effect.BLIND:
            self._session.take_back()
        elif reaction.effect is not Effect.LATER:
            self._session.store()
        if reaction.effect is Effect.STAY:
            self._say_cell(before)
        self._say_ballots(before)
        self._show()
        if reaction.effect is Effect.BLIND:
            self.blindText.emit(reaction.text)
        elif reaction.effect in (Effect.DONE, Effect.LATER):
            self.finished.emit()
        elif reaction.effect is Effect.SEARCH:
            self._find()
        elif reaction.effect is not Effect.STAY:
            words = refusal(reaction.effect, self.grid.sheet, self._session.law.paragraph)
            self._foot.warn(words)
            self.said.emit(words)

    def _say_cell(self, before: Sheet) -> None:
        """The cell of the caret, where a key has changed it: whoever sees nothing hears what was understood."""
        sheet = self.grid.sheet
        if sheet.by_name or sheet.caret != before.caret:
            return
        words = spoken(sheet, *sheet.caret)
        if words != spoken(before, *sheet.caret):
            announce(self._table, words)

    def _say_ballots(self, before: Sheet) -> None:
        """What a key has given to a member who is called no longer, and whether the ballot is secret now."""
        sheet = self.grid.sheet
        if sheet.method != before.method and sheet.method is not None:
            announce(self, _(METHOD_WORDS[sheet.method]))
        if sheet.by_name and before.by_name and sheet.ballots != before.ballots:
            announce(self._roll, given(before, sheet))

    def _clicked(self, index: QModelIndex) -> None:
        column = self._sheets.column_at(index.column())
        if self.grid.sheet.by_name:
            member = self._members.member_at(index)
            if member is not None:
                self.grid.go_to_member(member)
        elif column is not None:
            self.grid.go_to(index.row(), column)
        self._show()

    def _go_to_person(self, person: str) -> None:
        places = [place for place, one in enumerate(self.grid.sheet.members) if one.person == person]
        if places:
            self.grid.go_to_member(places[0])
            self._show()

    def _count_invalid(self, count: int | None) -> None:
        self.grid.set_invalid(count)
        self._do(self._session.store)

    def _do(self, act: Callable[[], None]) -> None:
        if self._key in self._book.shelf:  # a field is left as well when undo has taken the vote away
            act()
            self._show()

    # --- on the screen

    def _show(self) -> None:
        if self._extras.variants is not None:
            self._head.show_choosing(self._session.vote)
            return
        sheet, front = self.grid.sheet, self._front
        before = (self._sheets.rowCount(), self._members.rowCount(), front.isHidden(), self._foot.sizeHint())
        self._sheets.set_sheet(sheet)
        self._members.set_sheet(sheet)
        self._bring_forward(front)
        self._table.show_caret(self._sheets.caret(), entering=sheet.entering)
        self._roll.show_caret(self._members.caret(), entering=False)
        vote = self._session.vote
        self._head.show_sheet(sheet, vote.majority)
        self._foot.set_announcement(self._session.announced)
        self._foot.verdict.set_text(vote.verdict or "")
        self._foot.show_outcome(sheet, self._session.said())
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
        self._foot.lay_out(width)
        self._front.spare(0)
        if place is not None and self._extras.variants is None:
            self._front.spare(rows.totalHeightForWidth(width) + _AROUND - place.height())
        return rows.totalHeightForWidth(width)
