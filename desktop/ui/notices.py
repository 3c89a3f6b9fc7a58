"""What the window tells in banners by itself: the disk, the copies of house and law, late corrections, complaints."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.models.book import Book
from desktop.models.errors import BookError, NotStorable
from desktop.text import ui_text as _
from desktop.ui import house
from desktop.ui.bus import Bus
from desktop.ui.messages import Banners, Tone
from desktop.wording import sentence

#: of what a late correction contradicts; the checklist has it all
_LATE_LINES = 2


class Notices(QObject):
    """One per window; each topic has one banner, which goes when the trouble does."""

    def __init__(self, book: Book, bus: Bus, banners: Banners, parent: QObject) -> None:
        super().__init__(parent)
        self._book, self._banners = book, banners
        bus.failed.connect(self._failed)
        bus.saved.connect(self._saved)

    def complain(self, text: str) -> None:
        """Something that a page could not do."""
        self._banners.show_message("page", text, Tone.WARNING)

    def check_house(self) -> None:
        """Reads the user's copies of house profile and law anew and says what is wrong with them."""
        house.read_again()
        problems = house.problems(self._book)
        if problems:
            self._banners.show_message("house", problems, Tone.WARNING)
        else:
            self._banners.clear("house")

    def contradicted(self, text: str, way_out: Callable[[], None]) -> None:
        """A late correction of presence: nothing is changed, the votes that it contradicts are named."""
        if text:
            checklist = _("Open the checklist"), way_out
            self._banners.show_message("late", text, Tone.WARNING, checklist, lines=_LATE_LINES)
        else:
            self._banners.clear("late")

    def _saved(self, _saves: int) -> None:
        self._banners.clear("disk")

    def _failed(self, error: BookError) -> None:
        if isinstance(error, NotStorable):
            self._banners.show_message("bug", sentence(error), Tone.PROBLEM)
            return
        text = _("{reason} What you typed is kept here and saving is tried again.", reason=sentence(error))
        self._banners.show_message("disk", text, Tone.PROBLEM)
