"""The real window on a data folder, worked by lines on stdin: ``press Ctrl+2``, ``type Text``. A child of the tests.

Each line is answered with ``done`` as soon as the window has nothing left to do.
"""

import sys
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from desktop.app import Program
from desktop.paths import APP_NAME
from tests.ui.keys import press, type_text

#: events that keys set off have passed by then
_REST_MS = 30


class Typist(QObject):
    """Does what the lines say, one after the other."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.asked.connect(self._do)

    def listen(self) -> None:
        """Hands on lines until there are no more."""
        for line in sys.stdin:
            self.asked.emit(line.rstrip("\n"))
        self.asked.emit("quit ")

    def _do(self, line: str) -> None:
        word, _space, rest = line.partition(" ")
        if word == "quit":
            QApplication.quit()
        elif word == "press":
            press(rest)
        else:
            type_text(rest)
        QTimer.singleShot(_REST_MS, lambda: print("done", flush=True))


def main(data: Path) -> None:
    """Opens the window and waits for lines."""
    app = QApplication([])
    app.setApplicationName(APP_NAME)
    program = Program(app)
    program.open(data)
    typist = Typist()
    Thread(target=typist.listen, daemon=True).start()
    QTimer.singleShot(0, lambda: print("done", flush=True))
    sys.exit(program.end(app.exec()))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
