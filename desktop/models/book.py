"""The book: the one door through which everything is written.

The open meeting and its master data lie in memory as values. A change is applied there, filed as an undo step,
announced, and handed to the writer thread; the caller never waits for the disk. What the program shows is therefore
always what was typed, and ``on_saved`` tells when it is safe.
"""

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from peewee import Database

from desktop.models import logbook, queries
from desktop.models.errors import BookError, StillInUse
from desktop.models.history import REDO, UNDO, Change, Patch, Step, inverse, original
from desktop.models.journal import Act, Changed, Journal, Params
from desktop.models.rows import RANK_STEP, Record, encode, flatten
from desktop.models.shelf import ROSTER, Shelf, session
from desktop.models.values import Meeting, Organization, Paper, Person, Row, SessionFile
from desktop.models.values.aside import RosterEntry
from desktop.models.writer import Writer

T = TypeVar("T")


def _ignore(_: object = None) -> None:
    return None


class Book:
    """One minute book. Used from one thread (the window's, or the command line's).

    ``on_changed`` and ``on_typing_ended`` are called at once, on that thread; ``on_saved`` (number of saves on disk)
    and ``on_failed`` on the writer's thread.
    """

    def __init__(self, path: Path, now: Callable[[], datetime], author: str = "") -> None:
        """Opens or makes a book. Raises BookBusy, BookTooNew, NotABook or StorageFailed."""
        self.on_changed: Callable[[Changed], None] = _ignore
        self.on_typing_ended: Callable[[], None] = _ignore
        self.on_saved: Callable[[int], None] = _ignore
        self.on_failed: Callable[[BookError], None] = _ignore
        self.path = path
        self.shelf = Shelf()
        self.meeting_key: str | None = None
        self._writer = Writer(path, lambda saves: self.on_saved(saves), lambda error: self.on_failed(error))
        self._writer.open()
        try:
            self._journal = Journal(self._writer, self.read(logbook.resume), now, author)
        except BaseException:
            self._writer.close()
            raise

    def close(self) -> bool:
        """Writes what is queued and lets the file go.

        Returns False where something did not reach the disk; ``failure`` says why.
        """
        return self._writer.close()

    @property
    def failure(self) -> BookError | None:
        """Why something is not on disk; None where all of it is."""
        return self._writer.failure

    # --- reading

    def query(self, run: Callable[[Database], T]) -> "Future[T]":
        """Asks the book off the caller's thread; the answer sees every change made before."""
        return self._writer.call(run)

    def read(self, run: Callable[[Database], T]) -> T:
        """Asks and waits. For the command line and for opening things, never while somebody types."""
        return self.query(run).result()

    def open_meeting(self, key: str) -> Meeting:
        """Loads a meeting with its body's master data. Raises MeetingUnknown."""
        self.shelf = self.read(lambda db: load(db, key))
        self.meeting_key = key
        return self.meeting

    def open_body(self, key: str) -> None:
        """Loads the master data of a body alone, no meeting."""
        self.shelf = Shelf(self.read(lambda db: queries.body_records(db, key)))
        self.meeting_key = None

    def fetch_papers(self, keys: list[str]) -> None:
        """Brings papers of the book, by key, to what is open, so that they can be shown and changed with it."""
        missing = [key for key in keys if key not in self.shelf]
        for record in self.read(lambda db: queries.paper_records(db, missing)) if missing else ():
            self.shelf.put(record)

    @property
    def meeting(self) -> Meeting:
        """The open meeting as it stands."""
        value = self.shelf.value(self.meeting_key or "")
        assert isinstance(value, Meeting)
        return value

    def session(self) -> SessionFile:
        """The open meeting with everything it refers to."""
        return session(self.shelf, self.meeting_key or "")

    # --- writing

    @contextmanager
    def step(self, action: str, **params: Any) -> Iterator[None]:
        """Everything changed inside is one act: one transaction, one undo. An error inside takes it all back."""
        with self._act(action, params):
            yield

    def add(
        self,
        value: Row,
        parent: str | None,
        slot: str,
        index: int | None = None,
        blobs: Mapping[str, bytes] | None = None,
    ) -> str:
        """Adds a value with all below it at ``index`` of a slot (default: the end); returns its key.

        ``blobs`` are the bytes of attachments in it, by SHA-512. New master data joins the open meeting's roster.
        Raises ValueError where a row of the same key is there.
        """
        with self._act(f"add.{type(value).__name__}", {}) as act:
            rank = self._rank_at(act, parent, slot, index)
            records = list(flatten(value, parent, slot, rank, self._meeting_of(parent)))
            for record in records:
                if record.key in self.shelf:
                    raise ValueError(f"{record.table} {record.key} is there already")
                self._do(act, Change(record.table, record.key, None, None, _text(record), came=True))
            act.blobs.update(blobs or {})
            act.parents.add(parent or "")
            if self.meeting_key and isinstance(value, Organization | Person | Paper):
                self.add(RosterEntry(member=records[0].key), self.meeting_key, ROSTER)
        return records[0].key

    def change(self, key: str, *, typing: bool = False, **fields: Any) -> None:
        """Sets fields of a row. With ``typing``, key presses into one field merge into one undo step."""
        record = self.shelf.records[key]
        hints = record.shape.columns
        changes = [
            Change(record.table, key, name, encode(hints[name], record.data[name]), encode(hints[name], value))
            for name, value in fields.items()
            if record.data[name] != value
        ]
        if not changes:
            return
        for change in changes:
            if change.new is None and record.shape.requires(change.field or ""):
                raise ValueError(f"{record.table}.{change.field} is required")
        if typing and self._journal.current is None and len(changes) == 1:
            self.shelf.apply(changes[0])
            self.on_changed(self._journal.file_typing(changes[0]))
            return
        with self._act(f"change.{record.table}", {"field": changes[0].field}) as act:
            for change in changes:
                self._do(act, change)

    def remove(self, key: str) -> None:
        """Removes a row with all below it; the history keeps it whole.

        Raises StillInUse for master data that other rows refer to.
        """
        record = self.shelf.records[key]
        with self._act(f"remove.{record.table}", {}) as act:
            if record.table in ("Organization", "Person", "Paper"):
                self._leave_roster(key)
            for part in reversed(list(self.shelf.subtree(key))):
                self._do(act, Change(part.table, part.key, None, _text(part), None))
            act.parents.add(record.parent or "")

    def move(self, key: str, index: int, parent: str | None = None, slot: str | None = None) -> None:
        """Moves a row to ``index`` of its slot, counted without itself, or to another parent and slot."""
        record = self.shelf.records[key]
        target = parent if parent is not None else record.parent
        place = slot if slot is not None else record.slot
        with self._act(f"move.{record.table}", {}) as act:
            rank = self._rank_at(act, target, place, index, moving=key)
            act.parents.update((record.parent or "", target or ""))
            for name, new in (("parent", target), ("slot", place), ("rank", rank)):
                if getattr(record, name) != new:
                    self._do(act, Change(record.table, key, name, getattr(record, name), new))

    def adopt(self, changes: list[Change], action: str, params: Params, blobs: Mapping[str, bytes]) -> None:
        """Files changes that were made elsewhere as data, e.g. an import, as one act."""
        with self._act(action, params) as act:
            act.blobs.update(blobs)
            for change in changes:
                here = self.shelf.records.get(change.key)
                if here is not None and change.field is None and not change.came:
                    change = replace(change, old=_text(here))  # so that it can be taken back
                self._do(act, change)

    def keep(self, name: str, value: str) -> None:
        """Keeps a setting of the book itself; no act of the user, so not undone."""
        self.read(lambda db: queries.keep_setting(db, name, value))

    # --- undo

    @property
    def undo_action(self) -> tuple[str, Params] | None:
        """What undo would take back, as action code and parameters; None where there is nothing."""
        done = self._journal.timeline.done
        return original(done[-1]) if done else None

    @property
    def redo_action(self) -> tuple[str, Params] | None:
        """What redo would bring back."""
        undone = self._journal.timeline.undone
        return original(undone[-1]) if undone else None

    @property
    def steps(self) -> int:
        """How many acts undo could take back."""
        return len(self._journal.timeline.done)

    @property
    def typing(self) -> tuple[str, str] | None:
        """Key and field of the row in which somebody types; None where the last act is closed."""
        done = self._journal.timeline.done
        open_ = done[-1].typing if done else None
        return (open_.key, open_.field) if open_ else None

    def undo(self) -> bool:
        """Takes the last act back. Returns False where there is none."""
        return self._retrace(UNDO, self._journal.timeline.done)

    def redo(self) -> bool:
        """Brings back what was undone last."""
        return self._retrace(REDO, self._journal.timeline.undone)

    def end_typing(self) -> None:
        """Closes the open typing step: what is typed next is undone on its own."""
        self._journal.end_typing()
        self.on_typing_ended()

    def _retrace(self, verb: str, steps: list[Step]) -> bool:
        if not steps:
            return False
        act = self._journal.retracing(verb, steps[-1])
        changes = inverse(self._journal.changes_of(steps[-1]))
        away = self._away(changes)
        for change in changes:
            # written out, so that carrying it out twice does no harm
            change = (self.shelf if change.key in self.shelf else away).whole(change)
            act.parents |= self._parents_of(change)
            self._do(act, change)
            away.apply(change)
            act.parents |= self._parents_of(change)
        self.on_changed(self._journal.file(act))
        return True

    # --- inside

    def _away(self, changes: list[Change]) -> Shelf:
        """Rows that are not open here and whose long texts the changes know in part only, as they are now."""
        wanted: dict[str, set[str]] = {}
        for change in changes:
            if isinstance(change.new, Patch) and change.key not in self.shelf:
                wanted.setdefault(change.table, set()).add(change.key)
        return Shelf(self.read(lambda db: queries.rows(db, wanted)) if wanted else ())

    @contextmanager
    def _act(self, action: str, params: Params) -> Iterator[Act]:
        outermost = self._journal.current is None
        with self._journal.act(action, params, self._take_back) as act:
            yield act
        if outermost and act.changes:
            self.on_changed(self._journal.file(act))

    def _take_back(self, changes: list[Change]) -> None:
        for change in inverse(changes):
            self.shelf.apply(change)

    def _do(self, act: Act, change: Change) -> None:
        if self._belongs_here(change):
            self.shelf.apply(change)
        act.changes.append(change)

    def _belongs_here(self, change: Change) -> bool:
        """Whether a row that comes belongs to what is open; other rows are only written."""
        row = logbook.row(change.new) if change.field is None and change.came else None
        if row is None:
            return change.key in self.shelf
        if change.table == "Meeting" and self.meeting_key is not None:
            return change.key == self.meeting_key
        if row.get("meeting") is not None:
            return row["meeting"] in (self.meeting_key, None) or row["parent"] in self.shelf
        return row["parent"] is None or row["parent"] in self.shelf

    def _parents_of(self, change: Change) -> set[str]:
        if change.field is None:
            row = logbook.row(change.new if change.came else change.old)
            return {row["parent"] or ""} if row else set()
        if change.field in ("parent", "slot", "rank") and change.key in self.shelf:
            return {self.shelf.records[change.key].parent or ""}
        return set()

    def _meeting_of(self, parent: str | None) -> str | None:
        record = self.shelf.records.get(parent or "")
        if record is None:
            return None
        return record.key if record.table == "Meeting" else record.meeting

    def _rank_at(self, act: Act, parent: str | None, slot: str, index: int | None, moving: str | None = None) -> int:
        records = [self.shelf.records[key] for key in self.shelf.children(parent, slot) if key != moving]
        if index is None or index >= len(records):
            return (records[-1].rank if records else 0) + RANK_STEP
        before = records[index - 1].rank if index > 0 else 0
        if records[index].rank - before > 1:
            return (before + records[index].rank) // 2
        for place, record in enumerate(records):  # no gap left: make room once
            rank = (place + 1 + (place >= index)) * RANK_STEP
            if record.rank != rank:
                self._do(act, Change(record.table, record.key, "rank", record.rank, rank))
        return (index + 1) * RANK_STEP

    def _leave_roster(self, key: str) -> None:
        here = [entry for entry in self.shelf.children(self.meeting_key, ROSTER) if self._member(entry) == key]
        uses = self.read(lambda db: queries.uses(db, key)) - len(here)
        if uses > 0:
            raise StillInUse(key, uses)
        for entry in here:
            self.remove(entry)

    def _member(self, entry: str) -> str:
        return str(self.shelf.records[entry].data["member"])


def load(db: Database, meeting: str) -> Shelf:
    """A meeting with all it needs, on a shelf of its own. Raises MeetingUnknown."""
    records = queries.meeting_records(db, meeting)
    body = next(record.parent for record in records if record.key == meeting)
    return Shelf([*queries.body_records(db, body or ""), *records])


def _text(record: Record) -> str:
    return logbook.row_text(record.columns())
