"""The window's end of the process that makes pages and files: the threads that write to it and read from it."""

import logging
import multiprocessing
import pickle
import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field
from importlib import import_module
from multiprocessing.connection import Connection
from pathlib import Path
from queue import SimpleQueue
from time import monotonic
from typing import Any

from desktop.models import queries
from desktop.models.book import Book
from desktop.text import use_language, window_language
from desktop.ui.preview.messages import (
    Answer,
    Ask,
    Broken,
    Done,
    Job,
    Made,
    PressGone,
    Question,
    Step,
    Stop,
    Stopped,
    Task,
)
from desktop.ui.tasks import Cancelled, Control

_log = logging.getLogger(__name__)

#: how often a waiting thread looks whether it is to go on
_LOOK_SECONDS = 0.1
#: so long the process has to stop what it is making; then it is ended, unless it is writing files
_STOP_SECONDS = 5.0


def _serve(connection: Connection, data: Path, language: str) -> None:
    """The process; what it needs is loaded there and not here. What it tells the window is in the window's language."""
    use_language(language)
    import_module("desktop.ui.preview.press").serve(connection, data)


class Press:
    """One process with the two threads that write to it and read from it; ``Pressroom.when_fed`` gives it."""

    def __init__(self, book: Book, tell: Callable[[object], None]) -> None:
        self._book = book
        self._tell = tell
        self._outbox: SimpleQueue[bytes | None] = SimpleQueue()
        self._jobs: dict[int, _Running] = {}
        self._gone = False
        context = multiprocessing.get_context("spawn")
        self._connection, theirs = context.Pipe()
        self.process = context.Process(target=_serve, args=(theirs, book.path.parent, window_language()), daemon=True)
        self.process.start()
        theirs.close()
        threading.Thread(target=self._read, daemon=True).start()
        threading.Thread(target=self._write, daemon=True).start()

    @property
    def busy(self) -> bool:
        """Whether somebody waits for something that is under way."""
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

    def work(self, task: Task) -> "Future[Any]":
        """Hands a task over. The answer may be what the work raises, and PressGone."""
        return self._start(task, _Running(Future())).made

    def _start(self, message: Job | Task, running: "_Running") -> "_Running":
        self._jobs[message.number] = running
        self.send(message)
        if self._gone:
            self._give_up()
        return running

    def _give_up(self) -> None:
        with suppress(KeyError):
            while True:
                self._jobs.popitem()[1].made.set_exception(PressGone())

    def publish(self, job: Job, place: Callable[[str], Path], control: Control) -> Made:
        """Hands a job over and waits for its end; for threads beside the window.

        ``place`` gives the path for a file name. Raises what ``publish`` does, Cancelled, and PressGone.
        """
        running = self._start(job, _Running(Future(), place, control))
        stopped = 0.0
        while True:
            try:
                made: Made = running.made.result(_LOOK_SECONDS)
                return made
            except TimeoutError:
                if control.cancelled and not stopped:
                    stopped = monotonic()
                    self.send(Stop(job.number))
                elif stopped and monotonic() - stopped > _STOP_SECONDS and not running.writing.is_set():
                    self.process.kill()
                    raise Cancelled from None
            except Stopped:
                raise Cancelled from None

    # --- on threads of their own

    def _write(self) -> None:
        with suppress(OSError):  # the other side is gone; reading says so
            while (message := self._outbox.get()) is not None:
                self._connection.send_bytes(message)

    def _read(self) -> None:
        try:
            while True:
                self._take(self._connection.recv())
        except (EOFError, OSError):
            pass
        except Exception:  # what nobody can read: the process is of no use any more
            _log.exception("the process that makes documents is not understood")
            self.process.kill()
        self._outbox.put(None)
        self.process.join()
        self._gone = True
        self._give_up()
        self._tell(None)

    def _take(self, message: object) -> None:
        match message:
            case Ask():
                self.send(Answer(self._answer(message)))
            case Step():
                with suppress(Cancelled):
                    self._jobs[message.number].control.report(message.step, message.steps)
            case Done():
                self._jobs.pop(message.number).made.set_result(message.result)
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
                    running = self._jobs[ask.number]
                    running.writing.set()
                    return running.place(*ask.args)
        except Exception as error:
            return Broken.of(ask.number, error)


def _nothing(_message: object) -> None:
    return None


@dataclass(frozen=True, slots=True)
class _Running:
    """What somebody waits for; only files want a place and reins."""

    made: "Future[Any]"
    place: Callable[[str], Path] = Path
    control: Control = field(default_factory=Control)
    #: files have got their names: from now on it is not ended by force
    writing: threading.Event = field(default_factory=threading.Event)
