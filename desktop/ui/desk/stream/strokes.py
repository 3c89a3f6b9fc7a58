"""What Enter, Backspace and Tab do in the current row (desk.md §3)."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor

from desktop.clock import Clock, stamp
from desktop.models.book import Book
from desktop.models.values import Entry, EntryKind, Event, Lead, Motion, Speech, SpeechRole, TextEntry
from desktop.text import ui_text as _
from desktop.ui import house
from desktop.ui.commands.shortcuts import keyed_text as _k
from desktop.ui.desk import writing
from desktop.ui.desk.names.speakers import Speaker
from desktop.ui.desk.presence import attendance_edges
from desktop.ui.desk.stream import kinds, marks
from desktop.ui.desk.stream.pen import Pen
from desktop.ui.desk.stream.verbs import Verbs
from desktop.ui.richtext.lines import joined, lines_from, text_from


class Strokes(QObject):
    """The keys of the stream that are no typing, as acts of the pen."""

    #: something short for the status line
    said = Signal(str)
    #: + and a digit or letter on an empty ready line
    twin = Signal(str)

    def __init__(self, book: Book, pen: Pen, clock: Clock) -> None:
        super().__init__(pen)
        self._book, self._pen, self._clock = book, pen, clock
        #: told of a speech in which somebody is named, within the same step
        self.named: Callable[[str], None] = lambda _key: None
        editor = pen.editor
        self.verbs = Verbs(editor, pen.shorthand, self._entry, lambda: house.profile(book).speech)
        pen.shorthand.sources.insert(0, self.verbs)
        editor.takes_colon = self._colon
        editor.entered.connect(self.enter)
        editor.joined.connect(self._join)
        editor.twin.connect(self._twin)
        pen.card.removed.connect(self._removed)
        pen.shorthand.found.connect(self._expand)
        pen.shorthand.nothing.connect(self._take_proposal)
        pen.shorthand.said.connect(self.said)

    def _entry(self) -> Entry | None:
        """What is being written; None on a waiting line."""
        return writing.entry(self._book, self._pen.key) if self._pen.key is not None else None

    def enter(self) -> None:
        """A new entry; in the middle of a text what comes after the caret becomes one. What was prepared counts now."""
        key = self._pen.key
        if key is None:
            return
        self._pen.shorthand.close()
        confirmed = marks.confirm(self._book, key, stamp(self._clock.now()))
        value = writing.entry(self._book, key)
        self._leave_quotation(value)
        if confirmed and not self._pen.editor.textCursor().atEnd():
            self._pen.step(1)  # the next may be prepared, too
        elif isinstance(value, TextEntry | Speech) and not self._pen.editor.textCursor().atEnd():
            head, tail = self._pen.editor.halves()
            self._pen.go_to(writing.split(self._book, key, head, tail, stamp(self._clock.now())), 0)
        elif key == writing.siblings(self._book, key)[-1]:
            self._pen.go_ready()
        else:
            self._pen.leave()
            self._pen.go(self._pen.proceedings.open_between(key))

    def _leave_quotation(self, value: Entry) -> None:
        """Right before the mark that closes a statement its words are at their end; nothing is split off."""
        if not isinstance(value, Speech) or value.role is not SpeechRole.STATEMENT:
            return
        if self._pen.editor.halves()[1] == house.profile(self._book).speech.quote_close:
            self._pen.editor.moveCursor(QTextCursor.MoveOperation.End)

    def _join(self) -> None:
        """Backspace at the start: with the entry before. A waiting line only goes back."""
        key = self._pen.key
        if key is None:
            self._pen.step(-1)
        elif self._pen.editor.is_blank():
            self._pen.remove()
        elif (before := writing.can_join(self._book, key)) is None:
            self.said.emit(self._why_not(key))
        else:
            own = lines_from(self._pen.editor.stored_text())
            lines, line, column = joined(lines_from(writing.text_of(self._book, before)), own)
            self._pen.leave()
            writing.join(self._book, key, text_from(lines))
            self._pen.go_to(before)
            self._pen.editor.place_at(line, column)

    def _why_not(self, key: str) -> str:
        before = writing.entry_before(self._book, key)
        if before is not None and isinstance(writing.entry(self._book, before), TextEntry | Speech | Motion):
            return _(
                "Not joined: the entries differ in speaker, publicity or kind. Move the text by Ctrl+X and Ctrl+V."
            )
        return _("Nothing to join with: the entry before has no text of its own.")

    def _removed(self) -> None:
        """Delete on a card; unlike a text it is gone with one key, so that is said."""
        key = self._pen.key
        value = writing.entry(self._book, key) if key is not None else None
        listed = isinstance(value, Event) and attendance_edges.told_by(self._book, value) is not None
        self._pen.remove()
        said = _k("The entry is removed · {undo} brings it back")
        more = _k("the times stay in the attendance list ({attendance})")
        self.said.emit(f"{said} · {more}" if listed else said)

    def _twin(self, digit: str) -> None:
        """The line is emptied again before the key's twin is pressed."""
        self._pen.drop_sign()
        self.twin.emit(digit)

    def _take_proposal(self) -> None:
        """Tab in the empty wording of a motion: the proposal of the paper."""
        key = self._pen.key
        proposal = writing.offered_wording(self._book, key)
        if proposal and key is not None:
            self._book.change(key, text=proposal)
            self._pen.editor.place_caret(self._pen.editor.document().characterCount())
        else:
            self.said.emit(_k("Tab completes a short form · {next_area} goes to the next area"))

    # --- naming people

    def _expand(self, speaker: Speaker, word: str, first: bool) -> None:
        if not first or not isinstance(self._entry(), TextEntry | Speech) or self._pen.key is None:
            self._pen.editor.replace_before(word, f"{speaker.label} ", soft=True)
            return
        self._pen.editor.replace_before(word, "")
        self.name(self._pen.key, speaker)
        value = self._entry()
        if isinstance(value, Speech) and value.lead in (None, Lead.NONE):
            self._pen.editor.replace_before("", f"{speaker.name} ", soft=True)
        self.greet()

    def name(self, key: str, speaker: Speaker) -> None:
        """Makes the current entry a speech of somebody."""
        text = self._pen.editor.stored_text()
        self._pen.turn(lambda: self._named(key, speaker, text))

    def _named(self, key: str, speaker: Speaker, text: str) -> str:
        with self._book.step("name_speaker"):
            new = kinds.name_speaker(self._book, key, speaker, text)
            self.named(new)
        return new

    def greet(self) -> None:
        """The keyboard is behind a name just given: room for the words of a statement, else the usual verbs."""
        value = self._entry()
        if isinstance(value, Speech) and value.role is SpeechRole.STATEMENT and value.on_request and not value.text:
            words = house.profile(self._book).speech
            self._pen.editor.replace_before("", words.quote_open + words.quote_close)
            self._pen.editor.moveCursor(QTextCursor.MoveOperation.PreviousCharacter)
        else:
            self.verbs.offer()

    def unname(self) -> None:
        """Makes the current speech narrative again."""
        key = self._pen.key
        if key is not None and isinstance(self._entry(), Speech):
            self._pen.turn(lambda: kinds.make_text(self._book, key))

    def become(self, kind: EntryKind) -> None:
        """Makes the current entry a text, a speech or a motion; nothing that was written is lost."""
        key = self._pen.key
        if key is None or not kinds.can_turn(self._book, key):
            self.said.emit(_("This entry cannot become another kind: it is voted on, or has no text of its own."))
            return
        value = self._entry()
        if kind is EntryKind.MOTION and (getattr(value, "on_request", None) or getattr(value, "draft", None)):
            self.said.emit(
                _k("A motion holds no mark »on request« and no draft: they are gone · {undo} brings them back")
            )
        self._pen.turn(lambda: kinds.turn(self._book, key, kind))

    def _colon(self) -> bool:
        """»:« right behind the name: what follows is said word for word, »Muster (SPD): …«."""
        value = self._entry()
        if not isinstance(value, Speech) or value.lead is not Lead.SENTENCE:
            return False
        return marks.switch_lead(self._book, value.key)
