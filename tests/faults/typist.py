"""Types into the real window of a book as fast as asked, for the tests that kill it or time it.

``python -m tests.faults.typist DATA ACK KEYS_PER_SECOND [KEYS]``: opens the running meeting of the book in DATA, types
at the ready line, and notes after each key in the file ACK how many were pressed. With KEYS it stops after so many and
prints as JSON what it has measured.
"""

import json
import os
import resource
import struct
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.app import Program
from desktop.models import queries

TEXT = "Der Vorsitzende eröffnet die Sitzung um 18:30 Uhr und stellt die Beschlussfähigkeit fest. "
ACK = "=q"


@dataclass(frozen=True)
class Measured:
    """``times``: from each key press to the painted text, in ms, the shortest first; ``opened``: the first item, in ms;
    ``memory``: the most that was used, in MB.
    """

    times: list[float]
    opened: float
    memory: float

    @classmethod
    def read(cls, output: str) -> "Measured":
        """From what the process printed last."""
        return cls(**json.loads(output.splitlines()[-1]))


class Paints(QObject):
    """Counts paint events of one widget and of all in it."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self.count = 0
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


class Typist:
    """Presses one key after the other and keeps account."""

    def __init__(self, app: QApplication, ack: Path, limit: int | None) -> None:
        self._app = app
        self._ack = os.open(ack, os.O_CREAT | os.O_WRONLY | os.O_TRUNC)
        self._limit = limit
        self._pressed = 0
        self._paints = Paints(app)
        self.times: list[float] = []
        self.done: Callable[[], None] = app.quit

    def press(self) -> None:
        """One key to the widget that has the focus; waits until the change is painted."""
        target = self._app.focusWidget()
        assert isinstance(target, QWidget)
        char = TEXT[self._pressed % len(TEXT)]
        begin = time.perf_counter()
        painted = self._paints.count
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            self._app.sendEvent(target, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, char))
        self._pressed += 1
        os.pwrite(self._ack, struct.pack(ACK, self._pressed), 0)
        while self._paints.count == painted and time.perf_counter() - begin < 1:
            self._app.processEvents()
        self.times.append((time.perf_counter() - begin) * 1000)
        if self._pressed == 5:
            print("typing", flush=True)
        if self._pressed == self._limit:
            self.done()


def opening(app: QApplication, program: Program) -> float:
    """How long it takes until the first item of the meeting is painted, from another one; in ms."""
    assert program.window is not None
    assert program.book is not None
    desk, paints = program.window.desk, Paints(app)
    begin = time.perf_counter()
    desk.show_item(program.book.meeting.agenda[0].key)
    while not paints.count:
        app.processEvents()
    app.processEvents()
    took = time.perf_counter() - begin
    desk.ready_running()
    return took * 1000


def main() -> None:
    data, ack, per_second = Path(sys.argv[1]), Path(sys.argv[2]), float(sys.argv[3])
    limit = int(sys.argv[4]) if len(sys.argv) > 4 else None
    app = QApplication([])
    program = Program(app)
    program.open(data)
    assert program.book is not None
    assert program.window is not None
    running = next(line for line in program.book.read(queries.meetings) if line.state == "running")
    program.window.open_meeting(running.key)
    typist = Typist(app, ack, limit)
    opened: list[float] = []

    def measure() -> None:
        timer.stop()
        opened.append(opening(app, program))
        app.quit()

    typist.done = measure
    timer = QTimer(interval=round(1000 / per_second), timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(typist.press)
    QTimer.singleShot(1000, timer.start)  # the window is shown and has the focus by then
    app.exec()
    timer.stop()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    program.close()
    print(json.dumps(asdict(Measured(sorted(typist.times), sum(opened), memory))))


if __name__ == "__main__":
    main()
