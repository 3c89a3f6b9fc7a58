"""What a vote is on and what was announced with it: motions, items of a block, part, numbers of those present.

Everything saves at once. The grid shows it below its head while it is wanted (Alt+Enter); Enter and Esc close it.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, cast

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.clock import SystemClock, parse_moment
from desktop.models.book import Book
from desktop.models.journal import Changed
from desktop.models.rules import numbering
from desktop.models.values import ItemKind, Motion, Organization, Vote
from desktop.text import ui_text as _
from desktop.ui.bus import Bus
from desktop.ui.desk import writing
from desktop.ui.desk.keyfields import CountField, KeyCheck, KeyChoice, KeyList, TimeLine
from desktop.ui.desk.voting import voteflow
from desktop.ui.looks.theme import Label
from desktop.ui.parts.form import bind_choice, bind_text
from desktop.ui.parts.plaintext import PlainLine

_KEY = Qt.ItemDataRole.UserRole
_MOST_ROWS = 6
#: columns of fields, and how many characters across so many need
_WIDE, _ROOM = 3, 95


class VoteDetails(QWidget):
    """Fields of one vote besides its numbers. To be thrown away with the grid that shows it."""

    #: Enter or Esc: back to the numbers
    finished = Signal()
    #: text that was typed blindly; it belongs to the ready line
    blindText = Signal(str)

    def __init__(self, book: Book, bus: Bus, vote_key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book, self._bus, self._key = book, bus, vote_key
        self._filling = False
        self._before = self.vote
        self.subjects = KeyList(self)
        self.part = PlainLine("", self)
        self.rejection = KeyCheck(_("Yes means rejection"), self)
        self.hidden = KeyCheck(_("not public"), self)
        self.body = KeyChoice(self._bodies(), {}, self)
        self.reason = PlainLine("", self)
        self.time = TimeLine(lambda: parse_moment(self.vote.at or "") or SystemClock().now(), self)
        self.numbers = {name: CountField(None, self) for name in ("statutory", "present", "recused")}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._bind()
        self._lay_out()
        self._fill()
        bus.changed.connect(self._changed)

    @property
    def vote(self) -> Vote:
        """The vote as it is stored."""
        value = writing.entry(self._book, self._key)
        assert isinstance(value, Vote)
        return value

    # --- making

    def _bind(self) -> None:
        book, bus, key = self._book, self._bus, self._key
        self.part.setMinimumWidth(self.part.fontMetrics().averageCharWidth() * 16)
        bind_text(self.part, book, bus, key, "part")
        bind_text(self.reason, book, bus, key, "void_reason")
        bind_choice(self.body, book, bus, key, "organization")
        self.subjects.itemChanged.connect(lambda _item: self._write_subjects())
        self.part.editingFinished.connect(self._follow)
        self.rejection.toggled.connect(lambda on: self._write(yes_means_rejection=on or None))
        self.hidden.toggled.connect(lambda on: self._write(public=False if on else None))
        self.time.timed.connect(lambda time: self._write(at=time))
        for name, number in self.numbers.items():
            number.settled.connect(lambda count, name=name: self._write(**{name: count}))
            number.blind.connect(self.blindText)
        ticks, others = (self.rejection, self.hidden), (self.subjects.blind, self.body.blind, self.time.blind)
        for blind in (*(tick.blind for tick in ticks), *others):
            blind.connect(self.blindText)

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 2, 0, 4)
        rows.setSpacing(4)
        title = Label(_("Voted on (space bar chooses)"), colour="muted", parent=self)
        title.setBuddy(self.subjects)
        self.subjects.setAccessibleName(_("Voted on"))
        self.subjects.setAccessibleDescription(_("The space bar chooses; with several items there is one vote for all"))
        self.subjects.setToolTip(self.subjects.accessibleDescription())
        self.subjects.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.subjects.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows.addWidget(title)
        rows.addWidget(self.subjects)
        rows.addLayout(self._grid)
        line = QHBoxLayout()
        line.addWidget(self.rejection)
        line.addWidget(self.hidden)
        line.addStretch(1)
        rows.addLayout(line)
        self._pairs = list(self._labelled())
        self._place()
        #: in the order in which Tab walks through them
        self.order = (self.subjects, *(field for _label, field in self._pairs), self.rejection, self.hidden)
        self.setFocusProxy(self.subjects)

    def _labelled(self) -> Iterable[tuple[Label, QWidget]]:
        """The fields with their labels, as far as they say something of this vote."""
        fields: list[tuple[str, QWidget]] = [
            (_("Part"), self.part),
            (_("Time"), self.time),
            (_("Body"), self.body),
            (_("statutory number"), self.numbers["statutory"]),
            (_("present"), self.numbers["present"]),
            (_("recused"), self.numbers["recused"]),
            (_("Why repeated"), self.reason),
        ]
        for words, field in fields:
            field.setAccessibleName(words)
            if self._is_shown(field):
                label = Label(words, colour="muted", parent=self)
                label.setBuddy(field)
                yield label, field

    def _place(self) -> None:
        """Lays the fields out, in fewer columns where there is little room."""
        room = self.parentWidget()
        while room is not None and not room.isVisible():
            room = room.parentWidget()
        wide = room is None or room.width() >= _ROOM * self.fontMetrics().averageCharWidth()
        columns = _WIDE if wide else _WIDE - 1
        for place, (label, field) in enumerate(self._pairs):
            self._grid.addWidget(label, place // columns, 2 * (place % columns))
            self._grid.addWidget(field, place // columns, 2 * (place % columns) + 1)
        self._grid.setColumnStretch(2 * columns, 1)

    def _is_shown(self, field: QWidget) -> bool:
        """The body only in a joint meeting, the reason only of a repeated vote."""
        shown = {self.body: len(self._book.meeting.organizations) > 1, self.reason: bool(self.vote.voids)}
        field.setVisible(shown.get(field, True))
        return shown.get(field, True)

    def _bodies(self) -> list[tuple[str | None, str]]:
        rows = (self._book.shelf.value(key) for key in self._book.meeting.organizations if key in self._book.shelf)
        named = [(row.key, row.short_name or row.name) for row in rows if isinstance(row, Organization)]
        return [(None, _("all together")), *named]

    # --- what it is on

    def _rows(self) -> list[tuple[str, str]]:
        """The item itself, its motions, the other items: key and words."""
        own = writing.item_of(self._book, self._key)
        rows, others = [], []
        for item in self._book.meeting.agenda:
            number = numbering.display(item.number, item.public)
            if item.key == own:
                rows.append((own, _("{number}: resolution", number=number or item.name)))
                rows += [(one.key, self._named(one)) for one in item.proceedings if isinstance(one, Motion)]
            elif item.kind is not ItemKind.DIVIDER:
                others.append((item.key, " ".join(filter(None, (number, item.name)))))
        return rows + others

    def _named(self, motion: Motion) -> str:
        return " – ".join(filter(None, (voteflow.name_of(self._book, motion), (motion.text or "").partition("\n")[0])))

    def _fill(self) -> None:
        self._filling = True
        vote = self.vote
        on = vote.on or (writing.item_of(self._book, self._key),)
        row, scrolled = self.subjects.currentRow(), self.subjects.verticalScrollBar().value()
        self.subjects.clear()
        for key, words in self._rows():
            item = QListWidgetItem(words, self.subjects)
            item.setData(_KEY, key)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if key in on else Qt.CheckState.Unchecked)
        chosen = [place for place, (key, _words) in enumerate(self._rows()) if key in on]
        self.subjects.setCurrentRow(row if row >= 0 else chosen[0] if chosen else 0)
        self.subjects.verticalScrollBar().setValue(scrolled)
        shown = min(self.subjects.count(), _MOST_ROWS)
        self.subjects.setFixedHeight(shown * max(self.subjects.sizeHintForRow(0), 1) + 2 * self.subjects.frameWidth())
        self.rejection.setChecked(bool(vote.yes_means_rejection))
        self.hidden.setChecked(vote.public is False)
        self.time.show_time(vote.at)
        for name, number in self.numbers.items():
            if not number.is_pending:
                number.show_count(getattr(vote, name))
        self._filling = False

    def _write_subjects(self) -> None:
        """What is ticked, in the order of the list; the resolution alone is what a vote is on by itself."""
        if self._filling:
            return
        items = (self.subjects.item(row) for row in range(self.subjects.count()))
        on = tuple(item.data(_KEY) for item in items if item.checkState() is Qt.CheckState.Checked)
        self._write(on=() if on == (writing.item_of(self._book, self._key),) else on)

    # --- writing

    def _write(self, **fields: Any) -> None:
        if self._filling or self._key not in self._book.shelf:
            return
        self._filling = True
        with voteflow.settling(self._book, self._key):
            self._book.change(self._key, **fields)
        self._filling = False
        self._before = self.vote
        self._fill()

    def _follow(self) -> None:
        """The part is typed: the motions take over what that makes of them."""
        if self._key in self._book.shelf and self.vote.part != self._before.part:
            voteflow.settle_typed(self._book, replace(self.vote, part=self._before.part))
            self._before = self.vote

    def _changed(self, changed: Changed) -> None:
        """Another part of the window or an undo changed the vote or the agenda."""
        if self._filling or changed.typing or self._key not in self._book.shelf:
            return
        own = writing.item_of(self._book, self._key)
        records = self._book.shelf.records
        near = any(key in records and records[key].table in ("AgendaItem", "Motion") for key in changed.fields)
        if near or self._key in changed.fields or {own, self._book.meeting.key} & set(changed.parents):
            self._fill()

    # --- keys

    def event(self, event: QEvent) -> bool:
        """Esc closes the details and does not leave the vote."""
        if event.type() == QEvent.Type.ShortcutOverride and cast(QKeyEvent, event).key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Esc go back to the numbers."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            self.finished.emit()
        else:
            super().keyPressEvent(event)
