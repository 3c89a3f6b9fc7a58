"""Size of the type and scheme, as the user chose them, kept in the book from one session to the next."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from desktop.models.book import Book
from desktop.models.queries import keep_setting
from desktop.ui.theme import SIZES, Theme

#: settings of the book: size in percent; dark (yes) or light (no), empty follows the system
SIZE = "window.size"
DARK = "window.dark"
#: setting of the book: whether the pages stand beside the text (yes, no)
PREVIEW = "window.preview"


def remember(book: Book, name: str, value: str) -> "Future[None]":
    """Keeps a setting without waiting: whether it is kept is no reason to keep anybody from typing."""
    return book.query(lambda db: keep_setting(db, name, value))


class Appearance:
    """Works on the theme of the program for the window of one book."""

    def __init__(self, book: Book, theme: Theme) -> None:
        self._book = book
        self.theme = theme

    def restore(self, setting: Callable[[str], Any]) -> None:
        """Takes over what was chosen last; ``setting`` gives the value of a name."""
        size, dark = setting(SIZE), setting(DARK)
        if size in map(str, SIZES):
            self.theme.set_percent(int(size))
        if dark in ("yes", "no"):
            self.theme.choose(dark == "yes")

    def larger(self) -> None:
        """Larger type."""
        self._zoom(1)

    def smaller(self) -> None:
        """Smaller type."""
        self._zoom(-1)

    def normal_size(self) -> None:
        """The system's size of type."""
        self._zoom(0)

    def _zoom(self, steps: int) -> None:
        self.theme.zoom(steps)
        remember(self._book, SIZE, str(self.theme.percent))

    def switch(self) -> None:
        """From light to dark or back, whatever the system says."""
        self.theme.switch()
        chosen = self.theme.chosen_dark
        remember(self._book, DARK, "" if chosen is None else "yes" if chosen else "no")
