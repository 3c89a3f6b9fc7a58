"""Writing in the stream: which row the keyboard is in, and what typing, Enter and Backspace do there (desk.md §3).

Text goes into the book with every key press; the first character of a waiting line adds its entry.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QPointF, Signal
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar

from desktop.clock import Clock, stamp
from desktop.models.book import Book
from desktop.models.rules import numbering
from desktop.models.values import AgendaItem
from desktop.text import ui_text as _
from desktop.ui.commands.shortcuts import keyed_text as _k
from desktop.ui.desk import writing
from desktop.ui.desk.names.suggest import Suggestions
from desktop.ui.desk.stream.card import Card
from desktop.ui.desk.stream.palette import Palette
from desktop.ui.desk.stream.proceedings import Proceedings
from desktop.ui.desk.stream.rows import Row
from desktop.ui.desk.stream.shorthand import Shorthand
from desktop.ui.desk.voting import voteflow
from desktop.ui.desk.voting.blank import is_blank
from desktop.ui.parts.accessible import arrived
from desktop.ui.parts.plaintext import commit_preedit
from desktop.ui.richtext.editor import EntryEditor
from desktop.ui.richtext.linedoc import FILLING

#: a screen reader reads the line of the caret; of a text with more lines it is told as much of the first one
_BEGINNING = 80


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody wrote: item, entry and position of the caret."""

    item: str
    entry: str
    caret: int = 0


class Pen(QObject):
    """Writes into the current row of the stream."""

    #: the keyboard is in another row
    moved = Signal()
    #: the current row is going to be left: what is only typed so far must be taken now
    leaving = Signal()
    #: a place of writing is left behind
    left = Signal(object)
    #: there is something to write, but no item to write it in
    homeless = Signal()
    #: the entry wants its fields or its grid
    opened = Signal()

    def __init__(self, book: Book, proceedings: Proceedings, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._book, self._clock = book, clock
        self.proceedings = proceedings
        self.stream = proceedings.stream
        self.editor = EntryEditor(self.stream.viewport())
        self.editor.hide()
        self.card = Card(self.stream.viewport())
        self.shorthand = Shorthand(self.editor, Suggestions(self.stream.viewport()))
        self.shorthand.checkpoint = self.checkpoint
        self.palette = Palette(self.stream.viewport())
        self.editor.awaits_twin = lambda: self.palette.is_open
        self._caret, self._at_end = 0, True
        self._connect()

    def _connect(self) -> None:
        editor, card = self.editor, self.card
        editor.edited.connect(self._edited)
        editor.paused.connect(self._book.end_typing)
        editor.grown.connect(self._fit)
        editor.cursorPositionChanged.connect(self._caret_moved)
        editor.left.connect(self.step)
        card.left.connect(self.step)
        card.opened.connect(self.opened)
        card.typed.connect(self.write_on_ready)
        self.stream.clicked.connect(self._clicked)
        self.stream.panelled.connect(card.cover)
        self.proceedings.lost.connect(self._lost)
        self.proceedings.refreshed.connect(self._refreshed)
        self.proceedings.namesChanged.connect(self._names_changed)

    # --- where the keyboard is

    @property
    def row(self) -> Row | None:
        """The current row."""
        return self.stream.current

    @property
    def key(self) -> str | None:
        """The key of the current entry; None on a waiting line."""
        return self.row.key if self.row is not None else None

    def go_ready(self) -> None:
        """To the ready line of the item."""
        self.go(self.proceedings.ready)

    def _lost(self) -> None:
        """The current entry is gone, e.g. by undo; another page that is in front keeps the keyboard."""
        self.go(self.proceedings.ready, focus=self.stream.isVisible())

    def go_to(self, key: str | None, caret: int | None = None) -> None:
        """To an entry; to the ready line where it is gone."""
        number = self.stream.number_of(key) if key else None
        self.go(self.stream.rows[number] if number is not None else self.proceedings.ready, caret)

    def go(self, row: Row, caret: int | None = None, *, focus: bool = True) -> None:
        """To a row, the caret at its end or at a position."""
        self.drop_sign()
        before = self._front if self._front.hasFocus() else None
        elsewhere = row is not self.row
        if elsewhere:
            self.leave()
            row = row if row in self.stream.rows else self.proceedings.ready
            self.stream.set_current(row)
            self.stream.show_row(row)
            self.take_up()
        if row.has_text:
            self.editor.place_caret(self.editor.document().characterCount() if caret is None else caret)
            self.shorthand.hint()
        if focus:
            self.focus_row()
            if elsewhere and self._front is before:
                arrived(before)
        self._show_caret()
        self.moved.emit()

    def take_up(self) -> None:
        """Puts the right widget on the current row: its text, or a card where it has none."""
        row = self.row
        if row is None:
            return
        if row.has_text:
            self.card.hide()
            self.editor.load(row.document)
            self.stream.put_editor(self.editor)
        else:
            self.editor.hide()
            self.stream.put_editor(self.card, covers=False)
        self._dress_row()
        self.stream.fit()

    def _dress_row(self) -> None:
        row = self.row
        self.editor.set_lead(row.face.lead if row is not None and row.face is not None and row.indent else "")
        if row is None or row.key is None or row.face is None:
            name = self._waiting_name(row)
            waiting = _("Ready line: speaker’s name or short form and Tab, then the text · + for motion, vote and more")
            told = _k("{line} · {next_area} goes to the next area", line=waiting)  # Tab does not lead out
        else:
            name = row.face.spoken
            waiting = (
                _("Wording · Tab takes over the proposal of the paper")
                if writing.offered_wording(self._book, row.key)
                else ""
            )
            told = waiting or _beginning(row.face.text or "")
        self.editor.setPlaceholderText(waiting)
        front = self._front
        if (front.accessibleName(), front.accessibleDescription()) != (name, told):
            front.setAccessibleName(name)
            front.setAccessibleDescription(told)

    def _waiting_name(self, row: Row | None) -> str:
        """A line that waits for its first character, with the item that it belongs to."""
        item = self._book.shelf.value(self.proceedings.item) if self.proceedings.item else None
        number = numbering.display(item.number, item.public) or item.name if isinstance(item, AgendaItem) else ""
        words = _("Ready line") if row is self.proceedings.ready else _("New line")
        return f"{words}, {number}" if number else words

    def focus_row(self) -> None:
        """Gives the keyboard to the current row."""
        self._front.setFocus()

    @property
    def _front(self) -> EntryEditor | Card:
        """What has the keyboard in the current row."""
        return self.editor if self.row is None or self.row.has_text else self.card

    def has_keyboard(self) -> bool:
        """Whether the keyboard is in the stream, or was before it went to a menu."""
        focused = QApplication.focusWidget()
        return focused is None or isinstance(focused, QMenuBar | QMenu) or self.stream.isAncestorOf(focused)

    def show_current(self) -> None:
        """Scrolls to the current row, e.g. after it was moved."""
        if self.row is not None:
            self.stream.show_row(self.row)

    def leave(self) -> None:
        """Ends writing in the current row; a blank text is dropped, a waiting line in the middle closed."""
        row = self.row
        if row is None:  # gone, e.g. by undo
            self._let_go()
            return
        self.leaving.emit()
        if self.editor.hasFocus():
            commit_preedit()
        self.shorthand.close()
        self.drop_sign()
        self._book.end_typing()
        key = row.key
        if key is not None and self.proceedings.item is not None:
            self.left.emit(Place(self.proceedings.item, key, self._caret))
        self._let_go()
        if key is not None and key in self._book.shelf and is_blank(writing.entry(self._book, key)):
            self._book.remove(key)
        self.proceedings.close_between()

    def _let_go(self) -> None:
        """Takes every widget off the row."""
        self.editor.load(None)
        for put in (self.stream.put_editor, self.stream.put_side, self.stream.put_panel):
            put(None)
        self.stream.set_current(None)

    def step(self, by: int) -> None:
        """To the entry before or after."""
        if self.row is None:
            self.go_ready()
            return
        rows = self.stream.rows
        place = rows.index(self.row) + by
        if 0 <= place < len(rows):
            self.go(rows[place], None if by < 0 else 0)

    def _clicked(self, number: int, point: QPointF) -> None:
        row = self.stream.rows[number]
        self.go(row)
        if row.has_text:
            self.editor.setTextCursor(self.editor.cursorForPosition(point.toPoint()))

    # --- typing

    def _edited(self) -> None:
        row, parent = self.row, self.proceedings.parent_key
        if row is None or parent is None or not row.has_text:
            return
        text = self.editor.stored_text()
        row.shown = text
        self.shorthand.hint()
        if self._shows_sign(row):
            self._offer_palette()
            return
        self.palette.hide()
        if row.face is not None:
            row.face = replace(row.face, text=text)
        if row.key is not None:
            self.proceedings.typing = True
            self._book.change(row.key, typing=True, text=text)
            self.proceedings.typing = False
        elif text:
            place = self.proceedings.place_of_waiting(row)
            with self.proceedings.adopting(row):
                writing.add_text(self._book, parent, place, text, stamp(self._clock.now()), self.proceedings.slot)
            self.stream.refresh(row)

    def _shows_sign(self, row: Row) -> bool:
        """Whether nothing but + or / stands in a text that is empty in the book: perhaps a command, not stored yet."""
        if not self.editor.twins or not self.editor.holds_sign():
            return False
        return row.key is None or not writing.text_of(self._book, row.key)

    def _offer_palette(self) -> None:
        """What + or / can be."""
        below = self.editor.mapToParent(self.editor.caret_area().bottomLeft())
        self.palette.offer(self.editor.twins, below)

    def drop_sign(self) -> bool:
        """Empties a text in which nothing but + or / stands, which is in no book yet; False where none does."""
        if not self.palette.is_open or self.row is None:
            return False
        self.palette.hide()
        self.stream.refresh(self.row)
        return True

    def _fit(self) -> None:
        if self.row is not None:
            self.stream.fit_text(self.row)

    def _caret_moved(self) -> None:
        if not self.editor.document().property(FILLING):
            self._caret, self._at_end = self.editor.textCursor().position(), self.editor.textCursor().atEnd()
            self._show_caret()

    def _show_caret(self) -> None:
        if self.row is not None and self.row.has_text and self.editor.isVisible():
            area = self.editor.caret_area().translated(self.editor.pos())
            self.stream.show_row(self.row, area.adjusted(0, -2, 0, 4))

    def _refreshed(self) -> None:
        """The current row shows something else: an undo, a change of its fields."""
        if self.row is not None and self.row.has_text:
            self.editor.place_caret(self.editor.document().characterCount() if self._at_end else self._caret)
            self._fit()
        self._dress_row()

    def _names_changed(self) -> None:
        self.shorthand.directory = self.proceedings.directory

    def checkpoint(self) -> Callable[[], None]:
        """Remembers what stands here; what is returned takes back all that was done since, in the same row."""
        self._book.end_typing()
        row, steps, caret = self.row, self._book.steps, self._caret

        def back() -> None:
            self._book.end_typing()
            if row is None or row is not self.row:
                return
            with self.proceedings.adopting(row):
                while self._book.steps > steps:
                    self._book.undo()
            self.stream.refresh(row)
            self.editor.place_caret(caret)
            self._dress_row()

        return back

    def write_on_ready(self, text: str) -> None:
        """Puts text that was typed elsewhere into the ready line; before the agenda where there is no item."""
        if self.proceedings.parent_key is None:
            self.homeless.emit()
        self.go_ready()
        self.editor.textCursor().insertText(text)

    # --- what others do with the current row

    def remove(self) -> None:
        """Removes the current entry and goes to the one before."""
        row, key = self.row, self.key
        if row is None or key is None:
            return
        place = self.stream.rows.index(row)
        before = self.stream.rows[place - 1] if place else self.proceedings.ready
        self.leave()
        if key in self._book.shelf:
            voteflow.remove(self._book, key)
        self.go(before)

    def turn(self, make: Callable[[], str]) -> None:
        """Another kind of entry takes the place of the current one, which keeps its text and the keyboard."""
        row = self.row
        if row is None:
            return
        caret = self.editor.textCursor().position()
        with self.proceedings.adopting(row):
            row.key = make()
        self.stream.refresh(row)
        self.editor.place_caret(caret)
        self._fit()
        self._dress_row()
        self.moved.emit()


def _beginning(text: str) -> str:
    """How a text begins that does not fit into a line; empty for others."""
    if len(text) <= _BEGINNING:
        return ""
    return _("begins: {text} …", text=" ".join(text[: _BEGINNING + 1].split()[:-1]))
