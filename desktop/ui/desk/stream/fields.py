"""Opens what belongs to the current entry: its line of fields, or the grid of a vote, and closes them again."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desktop.clock import Clock, stamp
from desktop.export.names import bare_name
from desktop.models.book import Book
from desktop.models.richtext.writing import escape_plain
from desktop.models.values import Election, EntryKind, Event, Motion, Person, Speech, TextEntry, Vote
from desktop.text import ui_text as _
from desktop.ui.bus import Bus
from desktop.ui.commands.shortcuts import keyed_text as _k
from desktop.ui.desk import writing
from desktop.ui.desk.names import typednames
from desktop.ui.desk.names.speakers import Speaker, movers_directory, person_from
from desktop.ui.desk.names.suggest import Suggestions
from desktop.ui.desk.stream import kinds, marks
from desktop.ui.desk.stream.pen import Pen
from desktop.ui.desk.stream.sideline import SideLine
from desktop.ui.desk.stream.strokes import Strokes
from desktop.ui.desk.voting.grid import GridEditor


class Fields(QObject):
    """The widgets besides the text that the current row can hold."""

    #: something short for the status line
    said = Signal(str)
    #: a vote is done, or left as open
    voted = Signal()
    #: the current entry is an election, and its form is wanted
    electionWanted = Signal()

    def __init__(self, book: Book, bus: Bus, clock: Clock, strokes: Strokes, pen: Pen) -> None:
        super().__init__(pen)
        self._book, self._bus, self._clock = book, bus, clock
        self._pen, self._strokes = pen, strokes
        self._stream = pen.stream
        self._suggestions = Suggestions(self._stream.viewport())
        self.side = SideLine(book, bus, lambda: self._suggestions, clock.now, self._stream.viewport())
        self.grid: GridEditor | None = None
        self._then_ready = False
        #: all fields are shown, and the keyboard came from the entry
        self._from_entry = False
        self.side.done.connect(self.close_side)
        self.side.speakerChosen.connect(self._name)
        self.side.speakerSettled.connect(self._settle)
        self.side.speakerCleared.connect(self._unname)
        self.side.unknownSpeaker.connect(self._make_guest)
        self.side.doubtfulSpeaker.connect(self._tell_doubtful)
        self.side.nameLeft.connect(self._take_left)
        self.side.blind.connect(self._blind_in_side)
        self.side.kindChosen.connect(self._become)
        pen.opened.connect(self.open)
        pen.leaving.connect(self.side.settle)
        pen.moved.connect(self._row_changed)

    # --- opening

    def open(self) -> None:
        """Enter on a card, Alt+Enter anywhere: the grid of a vote, the form of an election, else the fields."""
        key = self._pen.key
        if key is None:
            self.begin(lambda item, place: writing.add_text(self._book, item, place, "", stamp(self._clock.now())))
        elif self._pen.card.hasFocus() and marks.confirm(self._book, key, stamp(self._clock.now())):
            if isinstance(writing.entry(self._book, key), Event):
                self._pen.step(1)  # there is nothing more to do with it, but the next may be prepared, too
        elif isinstance(writing.entry(self._book, key), Vote):
            self.open_grid()
        elif isinstance(writing.entry(self._book, key), Election):
            self.electionWanted.emit()
        else:
            self.open_side()

    def open_side(self, only: tuple[str, ...] = ()) -> None:
        """The fields of the current entry, all or some."""
        key = self._pen.key
        if key is None:
            return
        directory = self._pen.proceedings.directory
        self._from_entry = not only
        self._stream.put_side(self.side)
        self.side.open(key, directory, movers_directory(directory, self._book.shelf), only)
        self._stream.fit()
        if self._pen.row is not None:
            self._stream.show_row(self._pen.row)
        first = self.side.first()
        if first is not None:
            first.setFocus()

    def close_side(self) -> None:
        """Back to the text."""
        self._suggestions.close_list()
        if not self.side.isHidden():
            self._stream.put_side(None)
            self._stream.fit()
        if self._then_ready:
            self._pen.go_ready()
        else:
            self._pen.focus_row()

    def back_to_entry(self) -> bool:
        """Esc in the fields that Alt+Enter opened: back to their entry; False where none are open."""
        focused = self.side.focusWidget()
        if not self._from_entry or self.side.isHidden() or focused is None or not focused.hasFocus():
            return False
        self.side.settle()
        self.close_side()
        return True

    def open_grid(self) -> None:
        """The grid of the current vote, with the keyboard in it."""
        key, row = self._pen.key, self._pen.row
        if key is None or row is None:
            return
        self._drop_grid()
        self.grid = GridEditor(self._book, self._bus, key, self._stream.viewport(), clock=self._clock)
        self.grid.finished.connect(self._grid_finished)
        self.grid.blindText.connect(self._blind)
        self.grid.resized.connect(self._stream.fit)
        self.grid.said.connect(self.said)
        self._stream.put_panel(self.grid)
        self._stream.fit()
        self._stream.show_row(row)
        self.grid.start()

    def _drop_grid(self) -> None:
        if self.grid is not None:
            self._stream.put_panel(None)
            self.grid.deleteLater()
            self.grid = None

    # --- closing

    def _row_changed(self) -> None:
        """The keyboard is in another row: its widgets are closed already, the grid is thrown away."""
        self._then_ready = False
        row = self._pen.row
        if self.grid is not None and (row is None or not row.panel):
            self._drop_grid()

    def _grid_finished(self) -> None:
        self._drop_grid()
        self._pen.go_ready()
        self.voted.emit()

    def _blind(self, text: str) -> None:
        """A sentence typed blindly into the grid changes nothing and goes to the ready line."""
        self._drop_grid()
        self._pen.write_on_ready(text)
        self.said.emit(_k("{vote} goes back to the vote"))

    # --- people

    def _name(self, speaker: Speaker) -> None:
        key = self._pen.key
        if key is not None and isinstance(writing.entry(self._book, key), Speech | TextEntry):
            self._strokes.name(key, speaker)
            self.close_side()
            self._strokes.greet()

    def _settle(self, speaker: Speaker) -> None:
        """Somebody went on without Tab: the speaker is known all the same, and the focus is not touched."""
        key = self._pen.key
        if key is not None and isinstance(writing.entry(self._book, key), Speech):
            self._strokes.name(key, speaker)

    def _become(self, kind: EntryKind) -> None:
        self._strokes.become(kind)
        self.open_side()

    def _unname(self) -> None:
        self._strokes.unname()
        self.close_side()

    def _make_guest(self, typed: str) -> None:
        """Somebody nobody knew: a guest from now on, a resident where residents ask."""
        key, item = self._pen.key, self._pen.proceedings.item
        if key is None or item is None or isinstance(writing.entry(self._book, key), Event):
            return
        if isinstance(writing.entry(self._book, key), Motion):
            self._take_left(typed)
            return
        if typednames.is_words(typed):
            self._take_as_text(key, typed)
            return
        person = person_from(typed)
        person_key = writing.make_guest(self._book, item, person)
        self._pen.proceedings.refresh_names()
        speaker = self._pen.proceedings.directory.by_key(person_key)
        if speaker is not None:
            self._name(speaker)
            self.said.emit(self._told(person_key, speaker))

    def _told(self, key: str, speaker: Speaker) -> str:
        """Who is new, as what, and whether the name is published."""
        person = self._book.shelf.value(key)
        assert isinstance(person, Person)
        name = bare_name(person)
        told = _("{name} is new and noted as {group}", name=name, group=speaker.group)
        if all(line.person != key for line in self._book.meeting.attendance):
            told = _k("{name} is new, but not on the attendance list: the public reads it ({attendance})", name=name)
        hidden = _("the name is not published")
        return f"{told} · {hidden}" if person.protected else told

    def _tell_doubtful(self, typed: str) -> None:
        self.said.emit(
            _("»{name}« is nobody without doubt: Tab or a digit chooses; a new name begins with a capital.", name=typed)
        )

    def _take_left(self, typed: str) -> None:
        """A sentence typed blindly into the name becomes the text of the entry, however the field is left."""
        key = self._pen.key
        value = writing.entry(self._book, key) if key is not None else None
        if key is not None and isinstance(value, Motion) and writing.protect_movers(self._book, key, value):
            self._pen.proceedings.refresh_names()
            return
        if key is None or getattr(value, "text", None):
            return
        if isinstance(value, Speech) and typednames.is_words(typed):
            self._pen.turn(lambda: kinds.make_words(self._book, key, typed))
        elif isinstance(value, Speech) and value.speaker is None and value.speaker_name != typed:
            self._book.change(key, speaker_name=typed)
        elif isinstance(value, Motion) and typednames.is_no_mover(typed):
            self._book.change(key, text=escape_plain(typed), movers=(), mover_name=None)

    def _blind_in_side(self, text: str) -> None:
        """A sentence typed blindly into a list goes to the text of the entry, else to the ready line."""
        self._suggestions.close_list()
        row = self._pen.row
        if row is None or not row.has_text:
            self._pen.write_on_ready(text)
            return
        self.close_side()
        self._pen.editor.place_caret(self._pen.editor.document().characterCount())
        self._pen.editor.textCursor().insertText(text)

    def _take_as_text(self, key: str, typed: str) -> None:
        """A sentence typed blindly into the name goes to the ready line; nobody is made of it."""
        if isinstance(writing.entry(self._book, key), Speech):
            self._book.change(key, speaker_name=None)
        self.side.done.emit()
        self._pen.write_on_ready(typed)

    def begin(
        self, make: Callable[[str, int | None], str], only: tuple[str, ...] = (), *, then_ready: bool = False
    ) -> None:
        """A new entry on the ready line: ``make`` adds it (item, place); then its first fields.

        With ``then_ready`` the keyboard goes from the fields to the ready line, because there is no text to write.
        """
        item = self._pen.proceedings.item
        if item is None:
            self.said.emit(_("This is begun in an item of the agenda."))
            return
        self._pen.go_ready()
        row = self._pen.proceedings.ready
        with self._pen.proceedings.adopting(row):
            make(item, None)
        self._stream.refresh(row)
        self._pen.take_up()
        self.open_side(only)
        self._then_ready = then_ready
