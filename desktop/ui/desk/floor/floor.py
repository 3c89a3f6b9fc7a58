"""Who has the floor: the next speaker begins a speech in the running item, whatever the keyboard was in (Ctrl+F2)."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from desktop.clock import Clock, stamp
from desktop.models.book import Book
from desktop.models.rules import floor
from desktop.models.values import Lead, Speech
from desktop.models.values.aside import SpeakerTurn
from desktop.text import ui_text as _
from desktop.ui.bus import Bus
from desktop.ui.commands.shortcuts import keyed_text as _k
from desktop.ui.desk import writing
from desktop.ui.desk.floor import floor_acts as acts
from desktop.ui.desk.floor import floor_words as words
from desktop.ui.desk.floor.floor_panel import FloorPanel
from desktop.ui.desk.names.speakers import Directory, Speaker, person_from
from desktop.ui.desk.presence import attendance_acts
from desktop.ui.desk.procedure.course import running_item
from desktop.ui.desk.stream.pen import Pen
from desktop.ui.desk.stream.strokes import Strokes


class Floor(QObject):
    """The acts on the list of speakers that show in the stream; ``panel`` is its part of the right column."""

    #: something short for the status line
    said = Signal(str)

    def __init__(
        self, book: Book, bus: Bus, clock: Clock, strokes: Strokes, pen: Pen, show_item: Callable[[str], None]
    ) -> None:
        super().__init__(pen)
        self._book, self._clock, self._pen, self._show_item = book, clock, pen, show_item
        self._strokes = strokes
        strokes.named = self.hear
        self.panel = FloorPanel(book, bus, clock, self.item, lambda: self._directory)
        self.panel.asked.connect(self._add)
        self.panel.taken.connect(self.take)
        self.panel.nextPressed.connect(self.next_speaker)
        self.panel.clockPressed.connect(self.toggle_clock)
        self.panel.said.connect(self.said)

    @property
    def _directory(self) -> Directory:
        return self._pen.proceedings.directory

    def item(self) -> str | None:
        """The item whose list it is: the running one, before the meeting the one that is shown."""
        if self._book.meeting_key is None:
            return None
        running = running_item(self._book)
        return running.key if running is not None else self._pen.proceedings.item

    def _tell(self, text: str) -> None:
        self.said.emit(text)

    # --- the list

    def _add(self, asking: Sequence[Speaker | str], point_of_order: bool) -> None:
        item = self.item()
        if item is None:
            return
        hints = [hint for one in asking if (hint := self._hint(one))]
        with self._book.step("add.SpeakerTurn"):
            for one in asking:
                acts.add(self._book, item, one, self._clock.now(), point_of_order=point_of_order)
        names = ", ".join(one if isinstance(one, str) else one.label for one in asking)
        self._tell(" · ".join((_("On the list of speakers: {name}", name=names), *hints)))

    def _hint(self, one: Speaker | str) -> str:
        """What speaks against it; said, never forbidden."""
        if isinstance(one, str):
            return ""
        waiting = floor.waiting(acts.turns_of(self._book, self.item()))
        if any(turn.person == one.key for turn in waiting):
            return _("{name} was on it already", name=one.name)
        listed = attendance_acts.line_of(self._book, one.key)
        if listed is not None and not attendance_acts.is_here(self._book, one.key, self._clock.now()):
            return _("{name} is not in the room", name=one.name)
        return ""

    # --- the floor

    def next_speaker(self) -> None:
        """The next one has the floor; where nobody waits, the turn that goes on ends."""
        waiting = floor.waiting(acts.turns_of(self._book, self.item()))
        if waiting:
            self.take(waiting[0].key)
            return
        ended = acts.end(self._book, stamp(self._clock.now()))
        if ended is None:
            self._tell(_k("Nobody is on the list of speakers · {speakers} adds somebody"))
            return
        time = words.clock(floor.seconds(acts.turn(self._book, ended.key), self._clock.now(), self._breaks()))
        name = words.name(ended, self._directory)
        self._tell(_("{name} has spoken for {time}; nobody else waits", name=name, time=time))

    def take(self, key: str) -> None:
        """Somebody of the list has the floor: the turn before ends, a speech begins, the keyboard is in it."""
        turn, item = acts.turn(self._book, key), self.item()
        if item is None:
            return
        self._show_item(item)
        self._pen.go_ready()
        row, stream = self._pen.proceedings.ready, self._pen.stream
        with self._pen.proceedings.adopting(row), self._book.step("next_speech"):
            acts.begin(self._book, key, self._begin_speech(item, turn), stamp(self._clock.now()))
        stream.refresh(row)
        self._pen.take_up()
        self._pen.editor.place_caret(self._pen.editor.document().characterCount())
        self._pen.focus_row()
        self._strokes.greet()

    def hear(self, entry: str) -> None:
        """Somebody was named in the stream: if it is the next one of the list, who speaks now, the turn begins."""
        running, speech = running_item(self._book), self._book.shelf.value(entry)
        if (
            running is None
            or not isinstance(speech, Speech)
            or writing.entries(self._book, running.key)[-1:] != [entry]
        ):
            return
        waiting = floor.waiting(acts.turns_of(self._book, running.key))
        if waiting and speech.speaker is not None and waiting[0].person == speech.speaker:
            acts.begin(self._book, waiting[0].key, entry, stamp(self._clock.now()))
            self._tell(_("{name} has the floor", name=words.name(waiting[0], self._directory)))

    def _begin_speech(self, item: str, turn: SpeakerTurn) -> str:
        """The speech of a turn, as F2 begins it with the name set; a guest is put on the attendance list with it."""
        speaker = Speaker(turn.person or self._make_guest(item, turn), "", faction=turn.on_behalf_of)
        entry = writing.add_speech(self._book, item, None, speaker, stamp(self._clock.now()))
        value = self._book.shelf.value(entry)
        if isinstance(value, Speech) and value.lead in (None, Lead.NONE):
            known = self._directory.by_key(turn.person)
            self._book.change(entry, text=f"{known.name if known else turn.name} ")
        return entry

    def _make_guest(self, item: str, turn: SpeakerTurn) -> str:
        known = self._directory.named(turn.name or "")
        key = known.key if known is not None else writing.make_guest(self._book, item, person_from(turn.name or "?"))
        self._book.change(turn.key, person=key)
        return key

    def toggle_clock(self) -> None:
        """Stops the clock or lets it go on."""
        turn = acts.toggle_clock(self._book, self._clock.now())
        if turn is None:
            self._tell(_("Nobody has the floor"))
        else:
            time = words.clock(floor.seconds(turn, self._clock.now(), self._breaks()))
            text = _("The clock goes on at {time}") if turn.begun else _("The clock is stopped at {time}")
            self._tell(text.format(time=time))

    def _breaks(self) -> tuple[floor.Pause, ...]:
        return floor.pauses(self._book.meeting)
