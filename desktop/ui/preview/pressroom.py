"""The window's side of the process that makes pages and files: feeds it with what changed and hears from it.

Rows go over in slices of a few milliseconds, between two key presses; everything heavier happens in the process or on
threads that only wait.
"""

import multiprocessing
import pickle
import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from queue import SimpleQueue
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from desktop.export.kinds import Kind
from desktop.models import queries
from desktop.models.book import Book
from desktop.models.journal import Changed
from desktop.models.rules.publicity import item_is_public
from desktop.models.values import AgendaItem, Reader
from desktop.ui.bus import Bus
from desktop.ui.preview.messages import (
    Answer,
    Ask,
    Broken,
    Done,
    Job,
    Made,
    Pages,
    PressGone,
    Question,
    Rows,
    Step,
    Stop,
    Stopped,
    View,
)
from desktop.ui.tasks import Cancelled, Control

if TYPE_CHECKING:
    from desktop.export.publish import Order

#: how long feeding may keep the window waiting at a time
_SLICE_SECONDS = 0.002
#: rows that go over in one message
_ROWS = 20
#: how long the process waits for more to do
_IDLE_MS = 30_000
#: how often a waiting thread looks whether it is to go on
_LOOK_SECONDS = 0.1


class Pressroom(QObject):
    """One per window. The process begins when something is first wanted and ends with ``close``."""

    #: ``Pages``
    came = Signal(object)
    #: number of the view, the exception
    failed = Signal(int, object)
    #: the process ended by itself
    died = Signal()

    _heard = Signal(object, object)

    def __init__(self, book: Book, bus: Bus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self._press: Press | None = None
        self._meeting: str | None = None
        self._stale: set[str] = set()
        self._sent: set[str] = set()
        self._waiting: list[Callable[[Press], None]] = []
        self._number = 0
        self._looking = False
        self._idle = QTimer(self, singleShot=True, interval=_IDLE_MS)
        self._idle.timeout.connect(self._tidy)
        self._slices = QTimer(self, interval=0)
        self._slices.timeout.connect(self._feed)
        self._heard.connect(self._hear, Qt.ConnectionType.QueuedConnection)
        bus.changed.connect(self._changed)

    @property
    def process(self) -> BaseProcess | None:
        """The process while there is one."""
        return self._press.process if self._press is not None else None

    # --- what is wanted

    def view(self, kind: Kind, reader: Reader, created: datetime, item: str | None = None) -> int:
        """Wants pages of the open meeting as it is now; returns the number under which they will come."""
        self._number += 1
        self._looking = True
        view = View(self._number, kind, reader, created, item)
        self.when_fed(lambda press: press.send(view))
        return self._number

    def when_fed(self, then: "Callable[[Press], None]") -> None:
        """Calls when the process knows the open meeting as it is now."""
        self._begin()
        self._waiting.append(then)
        self._slices.start()
        self._idle.start()

    def job(self, order: "Order", created: datetime) -> Job:
        """A job for ``Press.publish``."""
        self._number += 1
        return Job(self._number, order, created)

    def close(self) -> None:
        """Nobody wants anything any more: the process ends; files under way are given up."""
        press, self._press = self._press, None
        self._slices.stop()
        self._waiting.clear()
        if press is not None:
            press.close()

    def rest(self) -> None:
        """Nobody looks at pages any more: the process ends, but for files under way."""
        self._looking = False
        self._tidy()

    def _tidy(self) -> None:
        """Ends the process where it has nothing to do."""
        if self._press is None or self._looking:
            return
        if self._press.busy or self._waiting:
            self._idle.start()
        else:
            self.close()

    # --- feeding

    def _begin(self) -> None:
        if self._press is not None and not self._press.process.is_alive():
            self.close()
        if self._press is None:
            self._press = press = Press(self._book, lambda message: self._heard.emit(press, message))
            self._meeting = None

    def _changed(self, changed: Changed) -> None:
        if self._press is not None:
            self._stale |= changed.fields.keys() | changed.came | changed.went

    def _feed(self) -> None:
        """Sends what is not over there yet, as much as the slice allows."""
        press, shelf = self._press, self._book.shelf
        if press is None or self._book.meeting_key is None:
            self.close()
            return
        end = perf_counter() + _SLICE_SECONDS
        if self._meeting != self._book.meeting_key:
            self._meeting, self._stale, self._sent = self._book.meeting_key, set(shelf.records), set()
            press.send(Rows(meeting=self._meeting))
        elif not self._stale:
            self._stale = shelf.records.keys() - self._sent  # papers are put on the shelf without a word
        while self._stale and perf_counter() < end:
            keys = [self._stale.pop() for _ in range(min(_ROWS, len(self._stale)))]
            here = tuple(shelf.records[key] for key in keys if key in shelf)
            gone = tuple(key for key in keys if key not in shelf)
            self._sent.update(record.key for record in here)
            self._sent.difference_update(gone)
            press.send(Rows(here, gone))
        if not self._stale:
            self._slices.stop()
            self._go_on(press)

    def _go_on(self, press: "Press") -> None:
        waiting, self._waiting = self._waiting, []
        for then in waiting:
            then(press)

    # --- hearing

    def _hear(self, press: "Press", message: object) -> None:
        if press is not self._press:
            return
        match message:
            case Pages():
                self.came.emit(message)
            case Broken():
                self.failed.emit(message.number, message.error())
            case None:
                self._press = None
                press.close()
                self._slices.stop()
                self._go_on(press)  # whoever waits is told by the process that is no more
                self.died.emit()


def _serve(connection: Connection, data: Path) -> None:
    """The process; what it needs is loaded there and not here."""
    import_module("desktop.ui.preview.press").serve(connection, data)


class Press:
    """One process with the two threads that write to it and read from it; ``Pressroom.when_fed`` gives it."""

    def __init__(self, book: Book, tell: Callable[[object], None]) -> None:
        self._book = book
        self._tell = tell
        self._outbox: SimpleQueue[bytes | None] = SimpleQueue()
        self._jobs: dict[int, _Running] = {}
        context = multiprocessing.get_context("spawn")
        self._connection, theirs = context.Pipe()
        self.process = context.Process(target=_serve, args=(theirs, book.path.parent), daemon=True)
        self.process.start()
        theirs.close()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        threading.Thread(target=self._write, daemon=True).start()

    @property
    def busy(self) -> bool:
        """Whether files are under way."""
        return bool(self._jobs)

    def send(self, message: object) -> None:
        """Hands a message over; what changes later is not in it. Never waits."""
        self._outbox.put(pickle.dumps(message, pickle.HIGHEST_PROTOCOL))

    def close(self) -> None:
        """Lets the process end; files under way are given up. Nothing more is told.

        Who was told is let go here and not on the threads: a QObject must not go there.
        """
        self._tell = _nothing
        self.send(None)

    def publish(self, job: Job, place: Callable[[str], Path], control: Control) -> Made:
        """Hands a job over and waits for its end; for threads beside the window.

        ``place`` gives the path for a file name. Raises what ``publish`` does, Cancelled, and PressGone.
        """
        running = self._jobs[job.number] = _Running(Future(), place, control)
        self.send(job)
        stopped = False
        while True:
            try:
                return running.made.result(_LOOK_SECONDS)
            except TimeoutError:
                if not self._reader.is_alive() and not running.made.done():
                    raise PressGone from None
                if control.cancelled and not stopped:
                    stopped = True
                    self.send(Stop(job.number))
            except Stopped:
                raise Cancelled from None

    # --- on threads of their own

    def _write(self) -> None:
        with suppress(OSError):  # the other side is gone; reading says so
            while (message := self._outbox.get()) is not None:
                self._connection.send_bytes(message)

    def _read(self) -> None:
        with suppress(EOFError, OSError):
            while True:
                self._take(self._connection.recv())
        self._outbox.put(None)
        self.process.join()
        while self._jobs:
            self._jobs.popitem()[1].made.set_exception(PressGone())
        self._tell(None)

    def _take(self, message: object) -> None:
        match message:
            case Ask():
                self.send(Answer(self._answer(message)))
            case Step():
                with suppress(Cancelled):
                    self._jobs[message.number].control.report(message.step, message.steps)
            case Done():
                self._jobs.pop(message.number).made.set_result(message.made)
            case Broken() if message.number in self._jobs:
                self._jobs.pop(message.number).made.set_exception(message.error())
            case _:
                self._tell(message)

    def _answer(self, ask: Ask) -> object:
        """What only the book knows; an exception in parts where it cannot say."""
        try:
            match ask.what:
                case Question.ELSEWHERE:
                    return self._book.read(lambda db: queries.elsewhere(db, *ask.args))
                case Question.ATTACHMENTS:
                    return self._book.read(lambda db: queries.attachments(db, *ask.args))
                case Question.PLACE:
                    return self._jobs[ask.number].place(*ask.args)
        except Exception as error:
            return Broken.of(ask.number, error)


def _nothing(_message: object) -> None:
    return None


@dataclass(frozen=True, slots=True)
class _Running:
    """A job somebody waits for."""

    made: "Future[Made]"
    place: Callable[[str], Path]
    control: Control


def reader_of(book: Book, item: AgendaItem) -> Reader:
    """Who an item alone is made for: everybody, or those entitled to what is not public."""
    return Reader.PUBLIC if item_is_public(book.meeting, item) else Reader.NONPUBLIC
