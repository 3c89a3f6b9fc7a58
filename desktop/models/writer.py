"""The writer thread: the only code that touches the connection, for writes and for reads.

Shared connections lose committed work when another thread rolls back, and reads wait for the disk; so everybody hands
jobs to this thread. It drains its queue into one transaction per batch (group commit). A batch that the disk refuses
stays at the front and is tried again. A save that no book can hold is a bug: it is set aside and told, so that it does
not keep the others from the disk.
"""

import json
import logging
import queue
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from peewee import Database

from desktop.models import schema, storage
from desktop.models.errors import BookClosed, BookError, NotStorable
from desktop.models.history import IMPORT, Change, stored
from desktop.models.rows import SHAPES

T = TypeVar("T")

RETRY_SECONDS = 1.0
IDLE_SECONDS = 60.0
"""After so long without work the write-ahead log is folded into the book: damage to the log would go unnoticed."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Save:
    """The changes of one act. ``seq`` numbers the first history row.

    ``merge`` updates the open row of a typing step instead of adding one. ``blobs`` are the bytes of new attachments.
    """

    act: int
    seq: int
    step: int
    action: str
    params: Mapping[str, Any]
    at: str
    device: str
    author: str
    changes: tuple[Change, ...]
    merge: bool = False
    blobs: Mapping[str, bytes] | None = None


@dataclass(frozen=True, slots=True)
class _Call:
    run: Callable[[Database], Any]
    future: "Future[Any]"


class Writer:
    """Owns the database of one book on a thread of its own.

    ``on_saved(act)`` and ``on_failed(error)`` are called on the writer thread.
    """

    def __init__(self, path: Path, on_saved: Callable[[int], None], on_failed: Callable[[BookError], None]) -> None:
        self._path = path
        self._on_saved = on_saved
        self._on_failed = on_failed
        self._jobs: queue.SimpleQueue[Save | _Call | None] = queue.SimpleQueue()
        self._opened: Future[None] = Future()
        self.failure: BookError | None = None
        self._dirty = False
        self._ended = False
        self._thread = threading.Thread(target=self._main, name="book-writer", daemon=True)

    def open(self) -> None:
        """Opens the book; returns when it is ready. Raises BookError."""
        self._thread.start()
        self._opened.result()

    def save(self, job: Save) -> None:
        """Queues changes and returns at once."""
        self._jobs.put(job)

    def call(self, run: Callable[[Database], T]) -> "Future[T]":
        """Queues a question; it sees every change queued before it. Answered with BookClosed after the end."""
        future: Future[T] = Future()
        self._jobs.put(_Call(run, future))
        if self._ended:
            self._refuse()
        return future

    def close(self) -> bool:
        """Tries once more to write what is queued and lets the book go. Returns whether everything is on disk."""
        self._jobs.put(None)
        self._thread.join()
        return self.failure is None

    def _main(self) -> None:
        try:
            db = storage.open_database(self._path)
        except BookError as error:
            self._opened.set_exception(error)
            return
        except BaseException as error:
            self._opened.set_exception(error)
            raise
        self._opened.set_result(None)
        try:
            self._serve(db)
        finally:
            storage.close_database(db)
            self._ended = True
            self._refuse()

    def _refuse(self) -> None:
        """Nobody waits for an answer that will never come: a window may ask while the book is being closed."""
        while True:
            try:
                job = self._jobs.get_nowait()
            except queue.Empty:
                return
            if isinstance(job, _Call):
                job.future.set_exception(BookClosed())

    def _serve(self, db: Database) -> None:
        waiting: list[Save] = []
        while True:
            batch, calls, closing = self._next(bool(waiting))
            waiting += batch
            if waiting:
                waiting = self._write(db, waiting)
            for call in calls:
                self._answer(db, call, blocked=bool(waiting))
            if closing:
                return
            if not batch and not calls and not waiting and self._dirty:
                self._dirty = False
                storage.checkpoint(db)

    def _next(self, retrying: bool) -> tuple[list[Save], list[_Call], bool]:
        """What is queued now, up to the first question: those before it must be written before it is answered."""
        saves: list[Save] = []
        try:
            job = self._jobs.get(timeout=RETRY_SECONDS if retrying else IDLE_SECONDS)
            while isinstance(job, Save):
                saves.append(job)
                job = self._jobs.get_nowait()
        except queue.Empty:
            return saves, [], False
        return (saves, [], True) if job is None else (saves, [job], False)

    def _write(self, db: Database, saves: list[Save]) -> list[Save]:
        """Writes a batch; returns what is still to be written."""
        try:
            with db.atomic("IMMEDIATE"):
                for save in _without_superseded(saves):
                    _store(db, save)
        except Exception as error:
            if not storage.is_the_disk(error) and len(saves) > 1:
                return [left for save in saves for left in self._write(db, [save])]
            return self._failed(saves, error)
        if not isinstance(self.failure, NotStorable):
            self.failure = None
        self._dirty = True
        self._tell(self._on_saved, saves[-1].act)
        return []

    def _failed(self, saves: list[Save], error: Exception) -> list[Save]:
        if storage.is_the_disk(error):
            _log.info("%d saves failed, will be tried again: %s", len(saves), error)
            self.failure, left = storage.failure(error), saves
        else:
            _log.error("a change cannot be stored and is set aside: %s", saves, exc_info=error)
            self.failure, left = NotStorable(str(error)), []
        self._tell(self._on_failed, self.failure)
        return left

    @staticmethod
    def _tell(listener: Callable[[T], None], what: T) -> None:
        """Calls a listener; its mistakes must not stop the writing."""
        try:
            listener(what)
        except Exception:
            _log.exception("a listener failed")

    def _answer(self, db: Database, call: _Call, *, blocked: bool) -> None:
        if blocked:
            call.future.set_exception(self.failure)  # earlier changes are not on disk yet
            return
        try:
            call.future.set_result(call.run(db))
        except BaseException as error:  # where it is the caller's bug or a typed error, it is handed back as it is
            call.future.set_exception(storage.failure(error) if storage.is_the_engine(error) else error)


def _without_superseded(saves: list[Save]) -> list[Save]:
    """Drops typing that later typing of the same step in the batch replaces; the first ``old`` is in the log."""
    newest: dict[tuple[int, str], int] = {}
    for place, save in enumerate(saves):
        if save.merge:
            newest[save.step, save.changes[0].key] = place
    return [
        save for place, save in enumerate(saves) if not save.merge or newest[save.step, save.changes[0].key] == place
    ]


def _store(db: Database, save: Save) -> None:
    for digest, data in (save.blobs or {}).items():
        schema.Blob.insert(sha512=digest, data=data).on_conflict_ignore().execute(db)
    for place, change in enumerate(save.changes):
        kept = _apply(db, change)
        if save.merge:
            log = schema.History
            row = (log.step == save.step) & (log.key == kept.key) & (log.field == kept.field)
            slim = kept.trimmed()
            log.update(old=stored(slim.old), new=stored(slim.new)).where(row).execute(db)
        else:
            _log_change(db, save, save.seq + place, kept)


def _apply(db: Database, change: Change) -> Change:
    """Carries out a change; returns it as the history shall keep it (a row that goes is kept whole)."""
    table = SHAPES[change.table].table
    if change.field is not None:
        table.update({change.field: change.new}).where(table.key == change.key).execute(db)
    elif change.came:
        table.insert(json.loads(change.new)).on_conflict_replace().execute(db)
    else:
        if change.old is None:
            row = table.select().where(table.key == change.key).dicts().execute(db)
            change = replace(change, old=json.dumps(next(iter(row)), ensure_ascii=False))
        table.delete().where(table.key == change.key).execute(db)
    return change


# Rows are put in by replacing: after a failed sync nobody knows whether the disk has the batch, so it is written again.


def _log_change(db: Database, save: Save, seq: int, change: Change) -> None:
    whole_row = change.field is None
    change = change.trimmed()
    schema.History.insert(
        seq=seq,
        step=save.step,
        device=save.device,
        author=save.author,
        at=save.at,
        table=change.table,
        key=change.key,
        field=change.field,
        old=change.old if whole_row else stored(change.old),
        new=None if save.action == IMPORT and change.came else change.new if whole_row else stored(change.new),
        action=save.action,
        params=json.dumps(save.params, ensure_ascii=False),
    ).on_conflict_replace().execute(db)
