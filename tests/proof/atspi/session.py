"""A display, a bus, a screen reader and the window, each a process of its own."""

import json
import os
import queue
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from threading import Thread
from typing import IO, Any

from tests.proof.needs import need

SYSTEM_PYTHON = "/usr/bin/python3"
_LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
_READER = Path(__file__).with_name("reader.py")
_PATIENCE = 20.0
#: nothing more is heard when it was silent for so long
_SILENCE = 0.4

Heard = dict[str, Any]


def need_screen_reader() -> None:
    """Display, window manager, bus, and Debian's Python with the interface of screen readers."""
    for command, package in (("Xvfb", "xvfb"), ("openbox", "openbox"), ("dbus-run-session", "dbus")):
        need(shutil.which(command) is not None, f"{command} ({package})")
    need(_LAUNCHER.exists(), "at-spi-bus-launcher (at-spi2-core)")
    probe = [SYSTEM_PYTHON, "-c", "import pyatspi"]
    need(Path(SYSTEM_PYTHON).exists() and subprocess.run(probe, capture_output=True).returncode == 0, "python3-pyatspi")


class Child:
    """A process that is asked and answers by lines."""

    def __init__(
        self, stack: ExitStack, command: list[str], environment: Mapping[str, str], *, loud: bool = False
    ) -> None:
        """``loud``: what it complains about is shown."""
        self._process = subprocess.Popen(
            command,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=None if loud else subprocess.DEVNULL,
            text=True,
            start_new_session=True,
        )
        stack.callback(self._stop)
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._in: IO[str] = self._process.stdin
        self._lines: queue.Queue[str] = queue.Queue()
        self._out: IO[str] = self._process.stdout
        self._thread = Thread(target=self._listen, daemon=True)
        self._thread.start()

    def _listen(self) -> None:
        for line in self._out:
            self._lines.put(line.strip())

    def _stop(self) -> None:
        """With all that it has started; the thread ends with the last that could write."""
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGTERM)
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()
        self._thread.join(5)
        self._in.close()
        self._out.close()

    def line(self, seconds: float = _PATIENCE) -> str:
        """The next line; raises queue.Empty where none comes in time."""
        return self._lines.get(timeout=seconds)

    def ask(self, line: str) -> None:
        self._in.write(line + "\n")
        self._in.flush()


class Session:
    """The window at work, and what is heard of it."""

    def __init__(self, window: Child, reader: Child) -> None:
        self._window, self._reader = window, reader
        self._said: list[Heard] = []

    def press(self, *keys: str) -> list[Heard]:
        """Presses keys; what was heard since."""
        return self._do([f"press {key}" for key in keys])

    def type(self, text: str) -> list[Heard]:
        """Types a text; what was heard since."""
        return self._do([f"type {text}"])

    def _do(self, lines: list[str]) -> list[Heard]:
        for line in lines:
            self._window.ask(line)
            while self._window.line() != "done":
                pass
        return self.heard()

    def heard(self) -> list[Heard]:
        """All that comes until it is silent."""
        found: list[Heard] = []
        while True:
            try:
                found.append(json.loads(self._reader.line(_SILENCE)))
            except queue.Empty:
                return found

    def until(self, fits: Callable[[Heard], bool], what: str) -> Heard:
        """The first thing heard from now on that fits."""
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end:
            found = json.loads(self._reader.line())
            if fits(found):
                return dict(found)
        raise AssertionError(f"never heard: {what}")

    def tree(self) -> Heard:
        """All that the program shows."""
        self.heard()
        self._reader.ask("tree")
        return dict(self.until(lambda found: "tree" in found, "the tree")["tree"])


def _first_line(stack: ExitStack, command: list[str], environment: Mapping[str, str]) -> str:
    """Starts a process that says in its first line where it is found."""
    return Child(stack, command, environment).line()


@contextmanager
def session(data: Path) -> Iterator[Session]:
    """The window on a data folder, a screen reader listening."""
    with ExitStack() as stack:
        environment = {name: value for name, value in os.environ.items() if name != "WAYLAND_DISPLAY"}
        shell = "Xvfb -displayfd 1 -screen 0 1400x900x24 -nolisten tcp 2>/dev/null"
        environment["DISPLAY"] = ":" + _first_line(stack, ["sh", "-c", f"exec {shell}"], environment)
        _first_line(stack, ["openbox", "--startup", "echo ready"], environment)
        launch = f"echo $DBUS_SESSION_BUS_ADDRESS; exec {_LAUNCHER} --launch-immediately --a11y=1 --screen-reader=1"
        bus = _first_line(stack, ["dbus-run-session", "--", "sh", "-c", launch], environment)
        environment |= {
            "DBUS_SESSION_BUS_ADDRESS": bus,
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "QT_LOGGING_RULES": "qt.accessibility.*=false",
            "QT_QPA_PLATFORM": "xcb",
            "PYTHONPATH": str(Path(__file__).parents[3]),
        }
        reader = Child(stack, [SYSTEM_PYTHON, str(_READER)], environment, loud=True)
        reader.line()
        window = Child(stack, [sys.executable, "-m", "tests.proof.atspi.typist", str(data)], environment, loud=True)
        window.line()
        yield Session(window, reader)
