"""The only Qt signal source of data changes.

Pages listen here and never to the book directly: a bound method connected to a signal is let go with its widget, a
plain callback would outlive it.
"""

from PySide6.QtCore import QObject, Qt, Signal

from desktop.models.book import Book
from desktop.models.errors import BookError
from desktop.models.journal import Changed


class Bus(QObject):
    """Hands the announcements of a book to the window, always on the thread of the window."""

    #: ``Changed``: what an act or a key press touched; sent at once
    changed = Signal(object)
    #: the field in which somebody typed is left
    typing_ended = Signal()
    #: number of saves on disk
    saved = Signal(int)
    #: ``BookError``: a save was refused and will be tried again
    failed = Signal(object)

    # The writer's thread may only emit; the queued connections bring it over to the window's thread.
    _saved_there = Signal(int)
    _failed_there = Signal(object)

    def __init__(self, book: Book, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self._saved_there.connect(self.saved, Qt.ConnectionType.QueuedConnection)
        self._failed_there.connect(self.failed, Qt.ConnectionType.QueuedConnection)
        book.on_changed = self._pass_on
        book.on_typing_ended = self.typing_ended.emit
        book.on_saved = self._saved_there.emit
        book.on_failed = self._failed_there.emit

    def detach(self) -> None:
        """Stops listening. To be called before the window goes, because the book may live longer."""
        self._book.on_changed = _nothing
        self._book.on_typing_ended = _nothing
        self._book.on_saved = _nothing
        self._book.on_failed = _nothing

    def _pass_on(self, changed: Changed) -> None:
        self.changed.emit(changed)


def _nothing(_: Changed | int | BookError | None = None) -> None:
    return None
