"""The rows of the item that is shown: made from the book, and kept as the book is."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from desktop.models.book import Book
from desktop.models.journal import Changed
from desktop.models.rules import timeline
from desktop.models.values import AttendanceGroup, ItemStage, Person
from desktop.ui import house
from desktop.ui.bus import Bus
from desktop.ui.desk import writing
from desktop.ui.desk.names.speakers import Directory, Speaker, chair_of, meeting_directory
from desktop.ui.desk.stream.faces import Face, face_of
from desktop.ui.desk.stream.readable import Readable
from desktop.ui.desk.stream.rows import Row
from desktop.ui.desk.stream.stream import Stream

#: master data that faces show
_NAMES = ("Person", "Organization", "Membership", "Attendance", "Body")
#: fields by which motions and items are called
_NAMING = frozenset({"motion_type", "movers", "mover_name", "title", "number", "name", "public"})


class Proceedings(QObject):
    """Keeps the stream true to the book. The last row is the ready line, always."""

    #: the row that the keyboard was in is gone
    lost = Signal()
    #: the row that the keyboard is in shows something else now
    refreshed = Signal()
    #: what the directory is made of has changed
    namesChanged = Signal()

    def __init__(self, book: Book, bus: Bus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self.item: str | None = None
        #: where the rows stand: the parent and the slot of the entries; without an item opening or closing
        self.slot = writing.PROCEEDINGS
        self.directory = Directory(())
        self.ready = Row(None)
        self.stream = Stream(self.face)
        Readable(self.stream)
        self._between: tuple[Row, str] | None = None
        self._adopting: Row | None = None
        #: what does not add up about an entry, in words
        self.warnings: Callable[[str], tuple[str, ...]] = lambda _key: ()
        #: a key press of the editor is under way: it needs no echo
        self.typing = False
        bus.changed.connect(self._changed)

    def face(self, row: Row) -> Face:
        """What a row shows."""
        if row.key is None or row.key not in self._book.shelf:
            return Face(text="")
        face = face_of(writing.entry(self._book, row.key), self._book.shelf, self.directory)
        return replace(face, warnings=self.warnings(row.key))

    def refresh_rows(self, keys: Iterable[str]) -> None:
        """Shows entries anew because something else is known about them now."""
        wanted = frozenset(keys)
        for row in self.stream.rows:
            if row.key in wanted:
                self.stream.refresh(row)

    @property
    def parent_key(self) -> str | None:
        """What the shown entries stand in: an item, or the meeting; None where nothing is shown."""
        return self.item if self.slot == writing.PROCEEDINGS else self._book.meeting_key

    def keys(self) -> list[str]:
        """The keys of the shown entries, in order."""
        return self._book.shelf.children(self.parent_key, self.slot) if self.parent_key else []

    def show(self, item: str | None, slot: str = writing.PROCEEDINGS) -> None:
        """Shows another item; without one, with ``slot``, what stands before or after all items."""
        self.item, self.slot = item, slot
        self._between = None
        self.ready = Row(None)
        self.stream.set_current(None)
        self.stream.rows = []
        self.rebuild()

    def refresh_names(self) -> None:
        """Takes over persons, factions and attendance anew."""
        if self._book.meeting_key is None:
            return
        profile = house.profile(self._book)
        chair = (profile.speech.chair_short, self.in_chair)
        self.directory = meeting_directory(self._book.shelf, self._book.meeting, profile.names.articles, chair)
        for row in self.stream.rows:
            row.reset()
        self.stream.set_rows(self.stream.rows)
        self.namesChanged.emit()

    def in_chair(self) -> Speaker | None:
        """Who is in the chair now, named by the office; without a running item in the one that is shown."""
        meeting, profile = self._book.meeting, house.profile(self._book)
        running = next((item.key for item in meeting.agenda if item.stage is ItemStage.RUNNING), self.item)
        listed = (line.person for line in meeting.attendance if line.group is AttendanceGroup.CHAIR)
        key = timeline.in_chair(meeting, running) or next(listed, None)
        person = self._book.shelf.value(key) if key is not None and key in self._book.shelf else None
        words = profile.speech
        names = {"Frau": words.chair_woman, "Herr": words.chair_man, None: words.chair_other}
        if not isinstance(person, Person):
            return None
        return chair_of(person, names, profile.names.articles, words.chair_short)

    def rebuild(self) -> None:
        """Takes over which entries there are and their order; rows that stay keep what is known of them."""
        keys = self.keys()
        known = {row.key: row for row in self.stream.rows if row.key is not None}
        rows: list[Row] = []
        for key in keys:
            row = known.get(key)
            if row is None and self._adopting is not None:
                row, self._adopting = self._adopting, None
                row.key = key
            rows.append(row or Row(key))
        if self.ready.key is not None:
            self.ready = Row(None)
        if self._between is not None:
            between, after = self._between
            place = keys.index(after) + 1 if after in keys else None
            if between.key is not None or place is None:
                self._between = None
            else:
                rows.insert(place, between)
        current = self.stream.current
        self.stream.set_rows([*rows, self.ready])
        if current is not None and self.stream.current is None:
            self.lost.emit()

    # --- lines that wait for their first character

    def open_between(self, after: str) -> Row:
        """A waiting line behind an entry in the middle; it is gone when it is left without a character."""
        row = Row(None)
        self._between = (row, after)
        self.rebuild()
        return row

    def close_between(self) -> None:
        """Drops the waiting line in the middle, if there is one."""
        if self._between is not None:
            self._between = None
            self.rebuild()

    def place_of_waiting(self, row: Row) -> int | None:
        """Where in the item the entry of a waiting line belongs; None is at the end."""
        if self._between is not None and self._between[0] is row:
            return self.keys().index(self._between[1]) + 1
        return None

    @contextmanager
    def adopting(self, row: Row) -> Iterator[None]:
        """A new entry that comes inside is this row's: it keeps its text and its place."""
        self._adopting = row
        try:
            yield
        finally:
            self._adopting = None

    # --- listening

    def _changed(self, changed: Changed) -> None:
        parent = self.parent_key
        if parent is None or parent not in self._book.shelf or (self.typing and changed.typing):
            return
        shelf = self._book.shelf
        if any(shelf.records[key].table in _NAMES for key in (*changed.fields, *changed.came) if key in shelf):
            self.refresh_names()
        if parent in changed.parents:
            self.rebuild()
        touched = {self._entry_above(key) for key in (*changed.fields, *changed.came, *changed.parents)}
        touched |= self._votes_on(changed)
        for row in self.stream.rows:
            if row.key in touched and row.key is not None and row.key not in changed.came:
                self.stream.refresh(row)
                if row is self.stream.current:
                    self.refreshed.emit()

    def _votes_on(self, changed: Changed) -> set[str | None]:
        """The votes that bear the name of something that is called otherwise now."""
        named = {key for key, names in changed.fields.items() if names & _NAMING}
        records = self._book.shelf.records
        votes = (key for key in self.keys() if records[key].table == "Vote") if named else ()
        return {key for key in votes if not named.isdisjoint(records[key].data["on"])}

    def _entry_above(self, key: str) -> str | None:
        """The entry of the shown item that a row is or is part of."""
        record = self._book.shelf.records.get(key)
        while record is not None and record.parent != self.parent_key:
            record = self._book.shelf.records.get(record.parent or "")
        return record.key if record is not None else None
