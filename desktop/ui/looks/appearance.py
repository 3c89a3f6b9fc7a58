"""Size of the type and scheme, as the user chose them, kept in the book from one session to the next."""

from collections.abc import Callable
from concurrent.futures import Future

from desktop.models.book import Book
from desktop.models.queries import keep_setting, setting
from desktop.text import marked as N_
from desktop.text import ui_text as _
from desktop.ui.looks.theme import SIZES, Look, Theme, scheme

#: settings of the book: size in percent; the look by its name, empty follows the system
SIZE = "window.size"
LOOK = "window.dark"
#: what is kept of it; it was only dark (yes) or light (no) once
_LOOKS = {"yes": Look.DARK, "no": Look.LIGHT, **{look.value: look for look in Look}}
LOOK_WORDS = {
    Look.SYSTEM: N_("as the system"),
    Look.LIGHT: N_("light"),
    Look.DARK: N_("dark"),
    Look.STRONG_LIGHT: N_("high contrast, light"),
    Look.STRONG_DARK: N_("high contrast, dark"),
}
#: setting of the book: the language of the window by its code, empty is the standard one
LANGUAGE = "window.language"
#: the section of the settings where it is chosen
LANGUAGE_TITLE = N_("Language")
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
        #: says what a key has come to
        self.say: Callable[[str], None] = lambda _words: None

    def restore(self) -> None:
        """Takes over what was chosen last. Before the window is made: then each of its parts is made as it stays."""
        size, kept = self._book.read(lambda db: (setting(db, SIZE), setting(db, LOOK)))
        look = _LOOKS.get(kept or "", Look.SYSTEM)
        percent = next((one for one in SIZES if size == str(one)), None)
        if percent is not None:
            self.theme.set_percent(percent)
        if look is not Look.SYSTEM:
            self.theme.choose(look)

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
        self._keep_size()
        self.say(_("Size of type: {percent} %", percent=self.theme.percent))

    def set_percent(self, percent: int) -> None:
        """The size of type in percent of the system's, one of SIZES."""
        self.theme.set_percent(percent)
        self._keep_size()

    def _keep_size(self) -> None:
        remember(self._book, SIZE, str(self.theme.percent))

    def switch(self) -> None:
        """From light to dark or back, whatever the system says."""
        self.theme.switch(dark=not scheme().dark)
        self._keep_look()
        self._say_look()

    def switch_contrast(self) -> None:
        """High contrast or not, whatever the system says."""
        self.theme.switch(strong=not scheme().strong)
        self._keep_look()
        self._say_look()

    def _say_look(self) -> None:
        look = self.theme.look
        self.say(_("Colours: {look}", look=_(LOOK_WORDS[self.theme.system() if look is Look.SYSTEM else look])))

    def choose(self, look: Look) -> None:
        """Keeps to a look."""
        self.theme.choose(look)
        self._keep_look()

    def _keep_look(self) -> None:
        remember(self._book, LOOK, self.theme.look)
