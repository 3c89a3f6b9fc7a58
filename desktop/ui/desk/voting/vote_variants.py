"""A vote in which one of several variants is chosen: their names and votes, who has most, who has not voted yet.

Enter goes from number to number; in the empty line at the end it finishes the vote, as it does after the last number
where no more names are typed. Everything saves at once.
"""

from dataclasses import replace
from typing import cast

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.clock import Clock, SystemClock
from desktop.models.book import Book
from desktop.models.journal import Changed
from desktop.models.rules import votes
from desktop.models.rules.motions import is_finished
from desktop.models.values import Vote, VoteOption
from desktop.text import ui_text as _
from desktop.ui.bus import Bus
from desktop.ui.desk import writing
from desktop.ui.desk.keyfields import CountField
from desktop.ui.desk.voting import grid_book, voteflow
from desktop.ui.desk.voting.grid_words import open_words
from desktop.ui.desk.voting.verdict import decided, voice
from desktop.ui.looks.theme import Label
from desktop.ui.parts.plaintext import PlainLine


class VoteVariants(QWidget):
    """Takes down one choose-one vote. To be thrown away when its entry is gone."""

    #: done, or left as open
    finished = Signal()
    #: text that was typed blindly; it belongs to the ready line
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
    ) -> None:
        super().__init__(parent)
        self._book, self._key = book, vote_key
        self._writing = False
        self._voice = voice(book)
        floor = grid_book.floor(book, vote_key, (clock or SystemClock()).now())
        known = [line.present for line in floor.lines]
        self._present = sum(filter(None, known)) if known and None not in known else None
        self._statutory = floor.statutory
        self.rows: list[tuple[PlainLine, CountField]] = []
        self._grid = QGridLayout()
        self.abstentions, self.invalid = (CountField(None, self) for _place in range(2))
        self._says = Label(bold=True, parent=self)
        self._open = Label(colour="rejected", bold=True, parent=self)
        self._lay_out()
        self._load()
        bus.changed.connect(self._changed)

    @property
    def vote(self) -> Vote:
        """The vote as it is stored."""
        value = writing.entry(self._book, self._key)
        assert isinstance(value, Vote)
        return value

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 2, 0, 4)
        rows.setSpacing(4)
        self._grid.setColumnStretch(2, 1)
        for place, words in enumerate((_("Variant"), _("Votes given"))):
            self._grid.addWidget(Label(words, colour="muted", parent=self), 0, place)
        rows.addLayout(self._grid)
        line = QHBoxLayout()
        for words, field in ((_("Abstentions"), self.abstentions), (_("invalid"), self.invalid)):
            label = Label(words, colour="muted", parent=self)
            label.setBuddy(field)
            field.setAccessibleName(words)
            field.counted.connect(self._store)
            field.blind.connect(self.blindText)
            line.addWidget(label)
            line.addWidget(field)
        line.addStretch(1)
        rows.addLayout(line)
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(self._says)
        line.addWidget(self._open, 1)
        rows.addLayout(line)
        keys = _("Enter next number, at the end done · Tab all fields · Alt+Enter what is voted on · Esc later")
        help_line = Label(keys, colour="muted", scale=0.9, parent=self)
        help_line.setWordWrap(True)
        rows.addWidget(help_line)

    def start(self) -> None:
        """Puts the keyboard on the first number."""
        self.rows[0][1].setFocus()

    # --- showing

    def _load(self) -> None:
        """Shows what is stored, and one empty line more."""
        vote = self.vote
        while len(self.rows) <= len(vote.options):
            self._add_row()
        for place, (label, count) in enumerate(self.rows):
            option = vote.options[place] if place < len(vote.options) else None
            label.set_text(option.label if option else "")
            count.show_count(option.votes or None if option else None)
        self.abstentions.show_count(vote.abstentions)
        self.invalid.show_count(vote.invalid)
        self._show()

    def _add_row(self) -> None:
        label, count = PlainLine("", self), CountField(None, self)
        number = len(self.rows) + 1
        label.setAccessibleName(_("Name of variant {number}", number=number))
        count.setAccessibleName(_("Votes for variant {number}", number=number))
        label.setMinimumWidth(label.fontMetrics().averageCharWidth() * 34)
        label.setPlaceholderText(_("another variant") if self.rows else "")
        label.textEdited.connect(self._store)
        count.counted.connect(self._store)
        count.blind.connect(self.blindText)
        before = self.rows[-1][1] if self.rows else None
        self.rows.append((label, count))
        self._grid.addWidget(label, number, 0)
        self._grid.addWidget(count, number, 1)
        if before is not None:
            QWidget.setTabOrder(before, label)
        QWidget.setTabOrder(label, count)
        QWidget.setTabOrder(count, self.abstentions)
        QWidget.setTabOrder(self.abstentions, self.invalid)
        label.show()
        count.show()
        self.resized.emit()

    def _show(self) -> None:
        vote = self.vote
        found = decided(replace(vote, verdict=None, accepted=None), self._voice, None)
        self._says.setText(found.verdict or _("no outcome yet"))
        given = [count for count in (vote.abstentions, vote.invalid, vote.not_voting) if count]
        voted = sum(option.votes for option in vote.options) + sum(given)
        present = self._present if vote.present is None else vote.present
        self._open.setText(open_words(present - voted) if present is not None and voted else "")
        leading = votes.leaders(vote)
        for label, count in self.rows:
            ahead = any(option.label == label.typed() and option.votes == count.count() for option in leading)
            font = label.font()
            font.setBold(ahead)
            label.setFont(font)

    def _changed(self, changed: Changed) -> None:
        if not self._writing and self._key in self._book.shelf and self._key in changed.fields:
            self._load()

    # --- writing

    def _options(self) -> tuple[VoteOption, ...]:
        typed = [(label.typed(), count.count()) for label, count in self.rows]
        return tuple(
            VoteOption(label=label or _("Variant {number}", number=place), votes=count or 0)
            for place, (label, count) in enumerate(typed, start=1)
            if label or count is not None
        )

    def _store(self) -> None:
        """Every key press goes into the book; the wording follows when the vote is done."""
        self._writing = True
        self._book.change(self._key, typing=True, options=self._options())
        self._book.change(self._key, typing=True, abstentions=self.abstentions.count())
        self._book.change(self._key, typing=True, invalid=self.invalid.count())
        self._writing = False
        if any(field.text() for field in self.rows[-1]):
            self._add_row()
        self._show()

    def _settle(self) -> None:
        """Writes the outcome with its wording, and who was there; nothing where nobody voted."""
        vote = self.vote
        if not any(option.votes for option in vote.options):
            return
        told = replace(
            vote,
            present=self._present if vote.present is None else vote.present,
            statutory=self._statutory if vote.statutory is None else vote.statutory,
        )
        told = decided(told, self._voice, None)
        fields = {name: getattr(told, name) for name in ("present", "statutory", "accepted", "verdict")}
        self._writing = True
        with voteflow.settling(self._book, self._key):
            self._book.change(self._key, **fields)
        self._writing = False

    # --- keys

    def event(self, event: QEvent) -> bool:
        """Esc leaves the vote as open and does not go past it."""
        if event.type() == QEvent.Type.ShortcutOverride and cast(QKeyEvent, event).key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter: the next number, done on the empty line; ↑ and ↓ go between the lines; Esc: later."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.AltModifier:
                event.ignore()  # the grid around opens the details
            else:
                self._enter()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() == Qt.Key.Key_Escape:
            if is_finished(self.vote):  # its outcome keeps to its numbers
                self._settle()
            self.finished.emit()
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        focus = self.focusWidget()
        fields = [field for row in self.rows for field in row]
        place = fields.index(focus) if isinstance(focus, PlainLine) and focus in fields else -1
        last = place < 0 or place >= len(fields) - 2 or (place == len(fields) - 3 and self._all_counted())
        if last:
            self._settle()
            self.finished.emit()
        else:
            fields[place + 1 if place % 2 == 0 else place + 2].setFocus()

    def _all_counted(self) -> bool:
        """Whether every named variant has its number."""
        return all(count.count() is not None for label, count in self.rows[:-1] if label.text())

    def _step(self, by: int) -> None:
        focus = self.focusWidget()
        for column in (0, 1):
            places = [row[column] for row in self.rows]
            if focus in places:
                target = places.index(focus) + by
                if 0 <= target < len(places):
                    places[target].setFocus()
