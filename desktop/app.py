"""Puts the program together: application, look, book, window. The window's only entry."""

import gc
import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop import __version__
from desktop.clock import SystemClock
from desktop.models.book import Book
from desktop.models.errors import BookError
from desktop.models.queries import setting
from desktop.paths import APP_NAME, BOOK_NAME, data_dir
from desktop.text import STANDARD_LANGUAGE, use_language
from desktop.text import ui_text as _
from desktop.ui import renewal, tasks
from desktop.ui.bus import Bus
from desktop.ui.looks.appearance import LANGUAGE
from desktop.ui.looks.theme import Theme
from desktop.ui.messages import Tone
from desktop.ui.opening import OpeningPage
from desktop.ui.parts import accessible
from desktop.ui.qtwords import QtWords
from desktop.ui.window import Window
from desktop.wording import sentence

#: names the language of the window whatever the book says, for testers: de, en, qps
_VARIABLE = "PROTOKOLLPULT_LANGUAGE"


def run(data: Path | None, file: Path | None) -> int:
    """Opens the window on the book of a data folder (default: the user's) and returns the exit status.

    ``file`` is taken in first. Where the book cannot be opened, a page says why and offers ways out.
    """
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName(APP_NAME)
    app.setApplicationDisplayName(APP_NAME)
    app.setApplicationVersion(__version__)
    app.setDesktopFileName(APP_NAME.lower())
    program = Program(app, file)
    program.open(data if data is not None else data_dir())
    gc.freeze()  # modules and widgets are never garbage: going through them would be a pause while somebody types
    gc.enable()
    return program.end(app.exec())


class Program:
    """Holds what lives as long as the program: the book, the bus and the window that shows them."""

    def __init__(self, app: QApplication, file: Path | None = None) -> None:
        self._app = app
        accessible.follow(app)
        self._file = file
        self._theme = Theme(app)
        self._words = QtWords(app)
        self._clock = SystemClock()
        self._data = Path()
        self._opening: OpeningPage | None = None
        self.book: Book | None = None
        self.bus: Bus | None = None
        self.window: Window | None = None

    def open(self, data: Path) -> None:
        """Opens the book of a data folder and the window on it; else the page that says why not."""
        self._speak(os.environ.get(_VARIABLE) or STANDARD_LANGUAGE)
        try:
            self.book = Book(data / BOOK_NAME, self._clock.now)
        except BookError as error:
            self._show_opening(data, error)
            return
        if self._opening is not None:
            self._opening.close()
            self._opening = None
        self._data = data
        chosen = self.book.read(lambda db: setting(db, LANGUAGE))
        if chosen and not os.environ.get(_VARIABLE):
            self._speak(chosen)
        sys.excepthook = self._told(sys.excepthook)
        self.window = self._make_window(self.book)
        self.window.place()
        self.window.start()
        if self._file is not None:
            self.window.take_file(self._file)

    def _speak(self, language: str) -> None:
        use_language(language)
        self._words.follow()

    def _make_window(self, book: Book) -> Window:
        self.bus = Bus(book)
        window = Window(book, self.bus, self._clock, self._theme, self._data)
        # Later, because the field in which it was chosen goes with the window.
        window.languageWanted.connect(self.change_language, Qt.ConnectionType.QueuedConnection)
        return window

    def change_language(self, language: str) -> None:
        """Makes the window anew on the same book, with the same meeting, item and place of writing."""
        before, bus = self.window, self.bus
        if self.book is None or before is None or bus is None or before.busy:
            return
        kept = renewal.leave(before)
        bus.detach()
        self._speak(language)
        self.window = self._make_window(self.book)
        renewal.resume(self.window, kept)
        before.dismiss()
        self.window.activateWindow()
        before.deleteLater()
        bus.deleteLater()

    def _show_opening(self, data: Path, error: BookError) -> None:
        if self._opening is None:
            self._opening = OpeningPage()
            self._opening.chosen.connect(self.open)
        self._opening.say(data, error)
        self._opening.show()

    def _told(self, before: Callable[..., object]) -> Callable[..., None]:
        """An error of ours is told where it happens: the traceback on stderr, a sentence in the window."""

        def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
            before(kind, error, trace)
            if self.window is not None:
                text = _(
                    "The program made a mistake ({name}). What you typed is kept; please go on and report it.",
                    name=kind.__name__,
                )
                self.window.banners.show_message("bug", text, Tone.PROBLEM)

        return hook

    def end(self, status: int) -> int:
        """Lets go of everything and returns the exit status: 1, with a sentence on stderr, where something was lost."""
        if self.close():
            return status
        failure = self.book.failure if self.book is not None else None
        reason = sentence(failure) if failure is not None else ""
        print(_("What you typed last did not reach the disk. {reason}", reason=reason).rstrip(), file=sys.stderr)
        return 1

    def close(self) -> bool:
        """Lets go of window and book; returns whether everything reached the disk."""
        sys.excepthook = sys.__excepthook__
        if self.bus is not None:
            self.bus.detach()
        self.window = None
        tasks.shut_down()
        return self.book.close() if self.book is not None else True
