"""The process that checks the spelling. hunspell lets no other thread run while it loads or looks for suggestions.

Measured: 0.15 s to load, 0.05 s for one suggestion, up to 1 s where a compound is long, up to 20 ms to check one; in
the process of the window a key press would wait for all of it. No Qt here: the process begins quickly and stays small.
"""

import multiprocessing
import os
import signal
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from multiprocessing.connection import Connection
from queue import SimpleQueue
from threading import Event, Thread
from typing import NamedTuple

#: typing goes before checking
_NICE = 5


class Mark(NamedTuple):
    """A wrong word of a text: its place as Qt counts, in UTF-16, and how it reads."""

    start: int
    length: int
    word: str


@dataclass(frozen=True, slots=True)
class Known:
    """Names and words that are right from now on; ``only``: and no other ones that were told before."""

    words: tuple[str, ...]
    only: bool = False


@dataclass(frozen=True, slots=True)
class Texts:
    """Texts to check. ``number`` comes back with the answer."""

    number: int
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """What is wrong in each of the texts asked for."""

    number: int
    marks: dict[str, tuple[Mark, ...]]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A word for which suggestions are wanted."""

    word: str


@dataclass(frozen=True, slots=True)
class Suggested:
    """What may be meant by a word, the likeliest first."""

    word: str
    suggestions: tuple[str, ...]


Message = Known | Texts | Wanted
Answer = Checked | Suggested | None
"""None: the process is no more."""


def _serve(connection: Connection) -> None:
    """The process; what it needs is loaded there and not in the window."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is meant for the window
    if hasattr(os, "nice"):
        os.nice(_NICE)
    import_module("desktop.ui.spelling.checking").serve(connection)


class Process:
    """The window's end: a thread writes, a thread reads and tells. Nothing here ever waits."""

    def __init__(self, tell: Callable[[Answer], None]) -> None:
        self._tell = tell
        self._outbox: SimpleQueue[Message | None] = SimpleQueue()
        context = multiprocessing.get_context("spawn")
        self._connection, theirs = context.Pipe()
        self.process = context.Process(target=_serve, args=(theirs,), daemon=True)
        self.process.start()
        #: the process is no more; nobody else joins it
        self.ended = Event()
        theirs.close()
        Thread(target=self._write, daemon=True).start()
        Thread(target=self._read, daemon=True).start()

    def send(self, message: Message) -> None:
        """Hands a message over."""
        self._outbox.put(message)

    def close(self) -> None:
        """Lets the process end. Nothing more is told."""
        self._tell = _nothing
        self._outbox.put(None)

    def _write(self) -> None:
        with suppress(OSError):  # the other side is gone; reading says so
            while (message := self._outbox.get()) is not None:
                self._connection.send(message)
            self._connection.send(None)

    def _read(self) -> None:
        with suppress(EOFError, OSError):
            while True:
                answer = self._connection.recv()
                self._tell(answer)  # whom to tell may have changed while it waited
        self._outbox.put(None)
        self.process.join()
        self.ended.set()
        self._tell(None)


def _nothing(_answer: Answer) -> None:
    return None
