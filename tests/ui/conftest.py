"""Set-up of the window's tests: offscreen, one application, a real book each, and Qt's warnings are failures."""

import os
import shutil
import sys
import traceback
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from types import TracebackType

# Before Qt is loaded: the smallest screen that is counted with, else it would be one of 800×800.
if os.environ.get("QT_QPA_PLATFORM", "offscreen") == "offscreen":
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={Path(__file__).with_name('screen.json')}"

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop.clock import BERLIN
from desktop.models import intake, queries
from desktop.models.book import Book
from desktop.models.exchange import session_file
from desktop.paths import resource
from desktop.ui import tasks
from desktop.ui.bus import Bus
from desktop.ui.looks.schemes import LIGHT
from desktop.ui.looks.theme import Theme
from desktop.ui.qtwords import QtWords
from tests.ui.keys import wait_until

#: what Qt says offscreen although nothing is wrong
HARMLESS = ("This plugin does not support",)


class TestClock:
    """A clock that stands still until it is moved."""

    __test__ = False

    def __init__(self) -> None:
        self.time = datetime(2026, 3, 5, 18, 42, 7, tzinfo=BERLIN)

    def now(self) -> datetime:
        """The time it was set to."""
        return self.time

    def forward(self, **span: float) -> None:
        """Moves it on, e.g. ``minutes=5``."""
        self.time += timedelta(**span)


@pytest.fixture(scope="session")
def app() -> Iterator[QApplication]:
    """The one application of the run. What was copied goes before it: Qt asks for it at the end, and Python is gone."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    Theme(application).use(LIGHT)
    QtWords(application).follow()
    yield application
    QGuiApplication.clipboard().clear()


@pytest.fixture(autouse=True)
def qt(app: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A warning of Qt and an error in a slot fail the test; no widget and no task is left behind."""
    said: list[str] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, trace: said.append(_told(error, trace)))

    def heard(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if kind != QtMsgType.QtDebugMsg and not message.startswith(HARMLESS):
            said.append(message)

    previous = qInstallMessageHandler(heard)
    yield
    for widget in QApplication.topLevelWidgets():
        widget.close()
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    wait_until(lambda: not tasks.running(), "end of all tasks")
    qInstallMessageHandler(previous)
    assert said == []


def _told(error: BaseException, trace: TracebackType | None) -> str:
    return "".join(traceback.format_exception(type(error), error, trace))


@pytest.fixture
def clock() -> TestClock:
    """5 March 2026, 18:42:07, until moved."""
    return TestClock()


@pytest.fixture
def book(request: pytest.FixtureRequest, tmp_path: Path, clock: TestClock) -> Iterator[Book]:
    """A book on disk: empty, or with the demo meeting for tests that ask for ``demo``."""
    path = tmp_path / "test.book"
    if "demo" in request.fixturenames:
        shutil.copy(request.getfixturevalue("demo_file"), path)
    opened = Book(path, clock.now)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed book with the running demo meeting. Importing it anew for each test would take most of the time."""
    path = tmp_path_factory.mktemp("demo") / "demo.book"
    book = Book(path, TestClock().now)
    intake.take_in(book, session_file.read(resource("demo", "hauptausschuss-14.json").read_bytes()))
    book.close()
    return path


@pytest.fixture
def bus(app: QApplication, book: Book) -> Iterator[Bus]:
    """The bus of the book."""
    made = Bus(book)
    yield made
    made.detach()


@pytest.fixture
def demo(book: Book) -> Book:
    """The book with the running demo meeting, opened."""
    book.open_meeting(book.read(queries.meetings)[0].key)
    return book
