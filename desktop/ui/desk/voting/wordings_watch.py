"""Watches which edited result sentences were left behind by their numbers; the history is asked off the window."""

import logging

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.models import wordings
from desktop.models.book import Book
from desktop.models.journal import Changed
from desktop.models.values import Vote
from desktop.ui import tasks
from desktop.ui.bus import Bus
from desktop.ui.desk.voting.verdict import voice

_log = logging.getLogger(__name__)
#: how long no number must change before the history is asked
_PAUSE_MS = 300
_NUMBERS = frozenset({"Vote", "FactionRow", "Ballot"})


class WordingsWatch(QObject):
    """``keys`` are the votes whose wording no longer fits; ``changed`` says that they are others now."""

    changed = Signal()

    def __init__(self, book: Book, bus: Bus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self.keys: frozenset[str] = frozenset()
        self._waiting = 0
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        bus.changed.connect(self._changed)

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._pause.isActive() or bool(self._waiting)

    def restart(self) -> None:
        """Another meeting."""
        self.keys = frozenset()
        self._pause.start()

    def hurry(self) -> None:
        """Asks at once what would be asked after a pause."""
        if self._pause.isActive():
            self._pause.stop()
            self._ask()

    def _changed(self, changed: Changed) -> None:
        records = self._book.shelf.records
        touched = (*changed.fields, *changed.came, *changed.parents)
        if any(key in records and records[key].table in _NUMBERS for key in touched):
            self._pause.start()

    def _ask(self) -> None:
        meeting = self._book.meeting_key
        if meeting is None:
            return
        self._waiting += 1
        answer = self._book.query(lambda db: wordings.left_behind(db, meeting))
        tasks.when(self, answer, lambda keys: self._take(meeting, keys), self._fail)

    def _take(self, meeting: str, keys: frozenset[str]) -> None:
        self._waiting -= 1
        if meeting != self._book.meeting_key:
            return
        now = self._edited(keys) if keys else keys
        if now != self.keys:
            self.keys = now
            self.changed.emit()

    def _edited(self, keys: frozenset[str]) -> frozenset[str]:
        """Without those whose wording is our own: it follows its numbers, or already says what they say."""
        speaker = voice(self._book)
        values = (self._book.shelf.value(key) for key in keys if key in self._book.shelf)
        return frozenset(value.key for value in values if isinstance(value, Vote) and not speaker.is_own(value))

    def _fail(self, error: Exception) -> None:
        self._waiting -= 1
        _log.info("the history did not answer: %s", error)
