"""The window's side of the process that makes pages and files: feeds it with what changed and hears from it.

Rows go over in slices of a few milliseconds, between two key presses; everything heavier happens in the process or on
threads that only wait.
"""

from collections.abc import Callable
from concurrent.futures import Future
from datetime import datetime
from multiprocessing.process import BaseProcess
from time import perf_counter
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from desktop.export.kinds import Kind
from desktop.export.order import Order
from desktop.models.book import Book
from desktop.models.journal import Changed
from desktop.models.rules.publicity import item_is_public
from desktop.models.values import AgendaItem, Reader
from desktop.ui.bus import Bus
from desktop.ui.preview.messages import Broken, Job, Pages, Rows, Task, View, Work
from desktop.ui.preview.process import Press

#: how long feeding may keep the window waiting at a time
_SLICE_SECONDS = 0.002
#: rows that go over in one message
_ROWS = 20
#: how long the process waits for more to do
_IDLE_MS = 30_000


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

    @property
    def busy(self) -> bool:
        """Whether somebody waits for files or sheets; pages to look at do not count."""
        return self._press is not None and self._press.busy

    # --- what is wanted

    def view(self, kind: Kind, reader: Reader, created: datetime, item: str | None = None) -> int:
        """Wants pages of the open meeting as it is now; returns the number under which they will come."""
        self._number += 1
        self._looking = True
        view = View(self._number, kind, reader, created, self._book.meeting_key or "", item)
        self.when_fed(lambda press: press.send(view))
        return self._number

    def when_fed(self, then: Callable[[Press], None]) -> None:
        """Calls when the process knows the open meeting as it is now."""
        self._begin()
        self._waiting.append(then)
        self._slices.start()
        self._idle.start()

    def work(self, work: Work, *args: Any) -> "Future[Any]":
        """Wants what needs no meeting; for ``tasks.when``. The answer may be PressGone."""
        press = self._begin()
        self._idle.start()
        self._number += 1
        return press.work(Task(self._number, work, args))

    def job(self, order: Order, created: datetime) -> Job:
        """A job for ``Press.publish``, about the open meeting."""
        self._number += 1
        return Job(self._number, order, created, self._book.meeting_key or "")

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

    def _begin(self) -> Press:
        if self._press is not None and not self._press.process.is_alive():
            waiting = self._waiting
            self.close()
            self._waiting = waiting
        if self._press is None:
            self._press = press = Press(self._book, lambda message: self._heard.emit(press, message))
            self._meeting = None
        return self._press

    def _changed(self, changed: Changed) -> None:
        if self._press is not None:
            self._stale |= changed.fields.keys() | changed.came | changed.went

    def _feed(self) -> None:
        """Sends what is not over there yet, as much as the slice allows."""
        press, shelf = self._press, self._book.shelf
        if press is None:
            return
        if self._book.meeting_key is None:
            press.close()
            self._go_on(press)  # whoever waits is told by the process that is no more
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

    def _go_on(self, press: Press) -> None:
        waiting, self._waiting = self._waiting, []
        for then in waiting:
            then(press)

    # --- hearing

    def _hear(self, press: Press, message: object) -> None:
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


def reader_of(book: Book, item: AgendaItem) -> Reader:
    """Who an item alone is made for: everybody, or those entitled to what is not public."""
    return Reader.PUBLIC if item_is_public(book.meeting, item) else Reader.NONPUBLIC
