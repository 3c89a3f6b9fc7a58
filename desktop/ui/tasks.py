"""Work beside the window: exports, imports and questions to the book, without a key press ever waiting for them."""

import logging
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar
from weakref import WeakSet

import shiboken6
from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

T = TypeVar("T")

_log = logging.getLogger(__name__)


class Cancelled(Exception):
    """The user stopped the task."""


class Control:
    """The reins of one task: the work reports through it and asks it whether to go on, the window cancels."""

    def __init__(self) -> None:
        self._stop = threading.Event()
        self._report: Callable[[int, int, str], None] | None = None
        #: what is under way, in words, where a report does not say it
        self.what = ""

    @property
    def cancelled(self) -> bool:
        """Whether somebody asked to stop."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Asks the work to stop at its next report."""
        self._stop.set()

    def report(self, step: int, steps: int, what: str = "") -> None:
        """Called by the work: ``step`` of ``steps`` begins. Raises Cancelled where the user wants to stop."""
        if self.cancelled:
            raise Cancelled
        if self._report is not None:
            self._report(step, steps, what or self.what)


class _Relay(QObject):
    """Brings the end of a task over to the window's thread; drops it where its owner is gone."""

    _done = Signal(object)
    _failed = Signal(object)
    _progress = Signal(int, int, str)

    def __init__(self, owner: QObject, done: Callable[[Any], None], failed: Callable[[Exception], None]) -> None:
        super().__init__()
        self._owner = owner
        self.on_done = done
        self.on_failed = failed
        self.on_progress: Callable[[int, int, str], None] | None = None
        queued = Qt.ConnectionType.QueuedConnection
        self._done.connect(self._take_done, queued)
        self._failed.connect(self._take_failed, queued)
        self._progress.connect(self._take_progress, queued)
        _open.add(self)

    def finish(self, result: object) -> None:
        self._done.emit(result)

    def fail(self, error: Exception) -> None:
        self._failed.emit(error)

    def progress(self, step: int, steps: int, what: str) -> None:
        self._progress.emit(step, steps, what)

    def _take_done(self, result: object) -> None:
        _open.discard(self)
        if shiboken6.isValid(self._owner):
            self.on_done(result)

    def _take_failed(self, error: Exception) -> None:
        _open.discard(self)
        if shiboken6.isValid(self._owner):
            self.on_failed(error)

    def _take_progress(self, step: int, steps: int, what: str) -> None:
        if self.on_progress is not None and shiboken6.isValid(self._owner):
            self.on_progress(step, steps, what)


#: the reins of what runs
_controls: WeakSet[Control] = WeakSet()

#: relays under way; Python would collect them before their thread is through
_open: set[_Relay] = set()


class _Job(QRunnable):
    def __init__(self, work: Callable[[Control], object], control: Control, relay: _Relay) -> None:
        super().__init__()
        self._work = work
        self._control = control
        self._relay = relay

    def run(self) -> None:
        try:
            result = self._work(self._control)
        except Exception as error:
            if not isinstance(error, Cancelled):
                _log.info("task failed: %s", error, exc_info=error)
            self._relay.fail(error)
        else:
            self._relay.finish(result)


def run(
    owner: QObject,
    work: Callable[[Control], T],
    done: Callable[[T], None],
    failed: Callable[[Exception], None],
    progress: Callable[[int, int, str], None] | None = None,
    control: Control | None = None,
) -> Control:
    """Runs ``work(control)`` on the thread pool; the other calls come on the window's thread.

    ``failed`` gets the error, ``Cancelled`` included. Nothing is called once ``owner`` is gone. The work touches
    neither widgets nor the shelf of the book: it is given values, and asks the book by ``book.query``.
    ``control`` are reins that were there before the task.
    """
    relay = _Relay(owner, done, failed)
    relay.on_progress = progress
    control = control or Control()
    control._report = relay.progress
    _controls.add(control)
    QThreadPool.globalInstance().start(_Job(work, control, relay))
    return control


def when(
    owner: QObject,
    future: "Future[T]",
    done: Callable[[T], None],
    failed: Callable[[Exception], None],
) -> None:
    """Calls back on the window's thread with the answer of ``book.query(…)``. Nothing once ``owner`` is gone."""
    relay = _Relay(owner, done, failed)

    def arrived(answer: "Future[T]") -> None:
        error = answer.exception()
        if isinstance(error, Exception):
            relay.fail(error)
        elif error is None:
            relay.finish(answer.result())

    future.add_done_callback(arrived)


def shut_down(seconds: float = 30.0) -> bool:
    """Stops what can be stopped and waits for the rest; to be called before the book is closed, which tasks may ask."""
    for control in list(_controls):
        control.cancel()
    return QThreadPool.globalInstance().waitForDone(int(seconds * 1000))


def running() -> int:
    """How many tasks and questions have not come back yet."""
    return len(_open)
