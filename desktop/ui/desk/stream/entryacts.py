"""Acts on the current entry by key or command: marks, time, heading, another kind, another item; and how one begins."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from desktop.clock import Clock, stamp
from desktop.models.book import Book
from desktop.models.rules import numbering, publicity
from desktop.models.values import EntryKind, Motion, Speech, TextEntry
from desktop.text import ui_text as _
from desktop.ui.commands.shortcuts import keyed_text as _k
from desktop.ui.desk import writing
from desktop.ui.desk.items import agenda_acts
from desktop.ui.desk.items.goto import GoTo
from desktop.ui.desk.stream import marks
from desktop.ui.desk.stream.fields import Fields
from desktop.ui.desk.stream.pen import Pen
from desktop.ui.desk.stream.strokes import Strokes


class EntryActs(QObject):
    """What can be done to the entry that the keyboard is in; ``target`` asks for the item it moves to."""

    #: something short for the status line
    said = Signal(str)

    def __init__(self, book: Book, clock: Clock, pen: Pen, strokes: Strokes, fields: Fields, target: GoTo) -> None:
        super().__init__(pen)
        self._book, self._clock = book, clock
        self._pen, self._strokes, self._fields = pen, strokes, fields
        self._target = target
        target.chosen.connect(self._move)
        target.left.connect(pen.focus_row)
        # The same key as in the agenda, where it means the item.
        hides = QShortcut(QKeySequence("Ctrl+Shift+N"), pen.stream)
        hides.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        hides.activated.connect(self.toggle_hidden)

    def _now(self) -> str:
        return stamp(self._clock.now())

    def _key(self) -> str | None:
        """The current entry; on a waiting line there is nothing to mark."""
        if not self._pen.has_keyboard():
            self.said.emit(_("The keyboard is in no entry."))
            return None
        if self._pen.key is None:
            self.said.emit(_("There is no entry here yet."))
        return self._pen.key

    def previous(self) -> None:
        """To the entry before."""
        self._pen.step(-1)

    def next(self) -> None:
        """To the entry after."""
        self._pen.step(1)

    # --- marks

    def run_on(self) -> None:
        """The entry goes on in the paragraph of the one before."""
        key = self._key()
        if key is not None:
            marks.toggle_run_on(self._book, key)

    def on_request(self) -> None:
        """In the minutes because somebody demanded it, or not."""
        key = self._key()
        if key is not None and not marks.toggle_on_request(self._book, key):
            self.said.emit(_("Only a text or a speech can be noted on request."))

    def toggle_hidden(self) -> None:
        """Not public, or as public as its item."""
        key = self._key()
        if key is not None:
            marks.toggle_hidden(self._book, key)
            hidden = writing.entry(self._book, key).public is False
            self.said.emit(_("The entry is not public.") if hidden else _("The entry is as public as its item."))

    def stamp(self) -> None:
        """The entry was now."""
        key = self._key()
        if key is not None:
            marks.stamp_time(self._book, key, self._now())

    def switch_lead(self) -> None:
        """»Frau Muster erläutert …« or »Frau Muster: …«."""
        key = self._key()
        if key is not None and not marks.switch_lead(self._book, key):
            self.said.emit(_("Nobody speaks in this entry · “Entry becomes a speech” asks for the speaker"))

    def heading(self) -> None:
        """The heading of the entry; on a waiting line a new entry begins with it."""
        key = self._pen.key
        if key is None:
            self._fields.begin(self._add_text, ("heading",))
        elif isinstance(writing.entry(self._book, key), TextEntry | Speech | Motion):
            self._fields.open_side(("heading", "title"))
        else:
            self.said.emit(_("This entry has no heading · texts, speeches and motions have one"))

    def _add_text(self, item: str, place: int | None) -> str:
        return writing.add_text(self._book, item, place, "", self._now())

    def confirm_all(self) -> None:
        """Everything that was prepared in the shown item counts from now on."""
        if self._pen.proceedings.item is not None:
            marks.confirm_all(self._book, self._pen.proceedings.item, self._now())
        self._pen.focus_row()

    # --- what begins with a key

    def begin_speech(self) -> None:
        """A speech, speaker first."""
        self._fields.begin(
            lambda item, place: writing.add_speech(self._book, item, place, "", self._now()), ("speaker",)
        )

    def begin_motion(self) -> None:
        """A motion: mover, kind, wording."""
        self._fields.begin(
            lambda item, place: writing.add_motion(self._book, item, place, self._now()), ("movers", "motion_type")
        )

    def begin_statement(self) -> None:
        """What somebody wants to have in the minutes word for word."""
        self._fields.begin(
            lambda item, place: writing.add_statement(self._book, item, place, self._now()), ("speaker",)
        )

    def begin_event(self) -> None:
        """Something that happened besides, in words; Enter goes on to the ready line."""
        self._fields.begin(
            lambda item, place: writing.add_event(self._book, item, place, self._now()),
            ("text", "event_type"),
            then_ready=True,
        )

    # --- another kind, another place

    def become_text(self) -> None:
        """Narrative that belongs to nobody."""
        self._strokes.become(EntryKind.TEXT)

    def become_speech(self) -> None:
        """A speech; where nobody is known yet, the keyboard is in the name."""
        self._strokes.become(EntryKind.SPEECH)
        value = writing.entry(self._book, self._pen.key) if self._pen.key is not None else None
        if isinstance(value, Speech) and not value.speaker and not value.speaker_name:
            self._fields.open_side(("speaker",))

    def become_motion(self) -> None:
        """A motion; of whom and of what kind is shown at once."""
        self._strokes.become(EntryKind.MOTION)
        key = self._pen.key
        if key is not None and isinstance(writing.entry(self._book, key), Motion):
            self._fields.open_side(("movers", "motion_type"))

    def shift(self, by: int) -> None:
        """Alt+↑/↓: the entry changes places with its neighbour."""
        if self._pen.key is not None:
            marks.shift(self._book, self._pen.key, by)
            self._pen.show_current()

    def move(self) -> None:
        """Asks for the number of the item that the entry belongs to."""
        if self._key() is not None:
            self._target.open(self._pen.proceedings.item)

    def _move(self, item: str) -> None:
        key = self._pen.key
        if key is None or item == self._pen.proceedings.item:
            self._pen.focus_row()
            return
        self._pen.leave()
        if key in self._book.shelf:
            with self._book.step("move_entry"):
                marks.move_to(self._book, key, item)
            value = agenda_acts.item(self._book, item)
            number = numbering.display(value.number, value.public)
            said = _k("The entry stands in {number} now · {undo} brings it back", number=number)
            if value.public and not publicity.entry_is_public(writing.entry(self._book, key)):
                said = " · ".join((said, _("It stays not public.")))
            self.said.emit(said)
        self._pen.go_ready()
