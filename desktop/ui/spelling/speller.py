"""What the window knows about spelling: what is wrong in texts, the names of the book, the words of the house.

One per window. It begins when the window has been idle for a while, and costs a key press nothing: texts are checked in
a process of their own, and what it said about a text is remembered.
"""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from time import monotonic

from PySide6.QtCore import QObject, Qt, Signal

from desktop.models.book import Book
from desktop.models.journal import Changed
from desktop.models.spelling import names
from desktop.ui import tasks
from desktop.ui.bus import Bus
from desktop.ui.looks.appearance import remember
from desktop.ui.spelling.process import Answer, Checked, Known, Mark, Process, Suggested, Texts, Wanted

#: settings of the book: whether words are marked (yes, no), and the words of the house, one a line
ON, WORDS = "spelling.on", "spelling.words"
#: texts whose marks are remembered
_KEPT = 5_000
#: a process that ends by itself is begun again, but not twice within this time
_AGAIN_SECONDS = 60.0


class Speller(QObject):
    """Asks the process and remembers what it said."""

    #: marks came, or what is right has changed: texts are to be looked at again
    learnt = Signal()
    #: the word, what may be meant by it
    suggested = Signal(str, object)
    #: the settings of the book are known
    begun = Signal()
    #: the process ended by itself again and again: no words are marked any more
    failed = Signal()
    #: the words of the house are others
    wordsChanged = Signal()

    _heard = Signal(object, object)

    def __init__(self, book: Book, bus: Bus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self._process: Process | None = None
        self._known: dict[str, tuple[Mark, ...]] = {}
        self._asked: set[str] = set()
        self._number = 0
        self._wanted = self._gone = False
        self._died = -_AGAIN_SECONDS
        #: what the process was told
        self._told: set[str] = set()
        #: rows in which somebody is typing
        self._typed: set[str] = set()
        #: the settings of the book are known
        self.ready = False
        self._meeting: str | None = None
        self.on = False
        #: the words of the house, in their order
        self.words: list[str] = []
        #: words passed over until the program ends
        self.passed: set[str] = set()
        self._heard.connect(self._hear, Qt.ConnectionType.QueuedConnection)
        bus.changed.connect(self._changed)
        bus.typing_ended.connect(self._typing_ended)

    def begin(self) -> None:
        """Asks the book for settings and names; ``begun`` tells when they are there."""
        if not self._wanted:
            self._wanted = True
            tasks.when(self, self._book.query(names.everything), self._start, lambda _error: None)

    def _start(self, found: names.Everything) -> None:
        if self._gone:
            return
        self.words = [word for word in found.settings.get(WORDS, "").split("\n") if word]
        self.ready = True
        self.wordsChanged.emit()
        if found.settings.get(ON) != "no":
            self.turn(True, keep=False)
        self.begun.emit()

    def turn(self, on: bool, *, keep: bool = True) -> None:
        """Marks words from now on, or no longer."""
        self.on = on
        if keep:
            remember(self._book, ON, "yes" if on else "no")
        if on:
            self._tell_all()
        else:
            self._end()
        self._forget()

    def close(self) -> None:
        """The process ends for good, with the window."""
        self._gone, self.on = True, False
        self._end()

    def _end(self) -> None:
        if self._process is not None:
            self._process.close()
            self._process = None

    @property
    def process(self) -> Process | None:
        """The process while there is one."""
        return self._process

    # --- marks

    def marks(self, text: str) -> Sequence[Mark] | None:
        """The wrong words of a text; None where it was not checked yet: ``check`` asks, ``learnt`` tells."""
        found = self._known.get(text)
        if found and self.passed:
            return [mark for mark in found if mark.word not in self.passed]
        return found

    def check(self, texts: Iterable[str]) -> None:
        """Wants texts checked that were not checked yet."""
        fresh = tuple(text for text in texts if text not in self._known and text not in self._asked)
        if not self.on or not fresh:
            return
        self._asked.update(fresh)
        self._send(Texts(self._number, fresh))

    def suggest(self, word: str) -> None:
        """Wants suggestions; ``suggested`` brings them."""
        if self.on:
            self._send(Wanted(word))

    # --- what is right

    def add(self, word: str) -> None:
        """A word of the house from now on."""
        if word and word not in self.words:
            self.set_words([*self.words, word])

    def set_words(self, words: Iterable[str]) -> None:
        """The words of the house, all of them."""
        before, self.words = set(self.words), sorted(set(words), key=str.casefold)
        remember(self._book, WORDS, "\n".join(self.words))
        if before - set(self.words):
            self._tell_all()
        else:
            self._send(Known(tuple(set(self.words) - before)))
        self._forget()
        self.wordsChanged.emit()

    def pass_over(self, word: str) -> None:
        """Does not mark a word until the program ends."""
        self.passed.add(word)
        self.learnt.emit()

    def follow(self) -> None:
        """Takes over who speaks in another meeting that was opened."""
        if self._book.meeting_key != self._meeting and self.on:
            self._meeting = self._book.meeting_key
            self._know(
                [name for one in self._book.shelf.records.values() for name in names.names_of(one.table, one.data)]
            )

    def _tell_all(self) -> None:
        """Everything that is right, e.g. to a new process."""
        if not self.ready or not self.on:
            return
        self._told = set(self.words)
        if self._process is not None:
            self._send(Known(tuple(self.words), only=True))
        self._send(Known(tuple(self.words)))
        self._meeting = None
        told = self._book.query(names.everything)
        tasks.when(self, told, lambda found: self._know(found.names), lambda _error: None)

    def _know(self, words: Iterable[str]) -> None:
        new = set(words) - self._told
        if self.on and new:
            self._told |= new
            self._send(Known(tuple(new)))
            self._forget()

    def _changed(self, changed: Changed) -> None:
        """Names that came or were changed are known at once, typed ones when they are complete."""
        if changed.typing:
            self._typed.update(changed.fields)
        else:
            self._take((*changed.fields, *changed.came))

    def _typing_ended(self) -> None:
        typed, self._typed = self._typed, set()
        self._take(typed)

    def _take(self, keys: Iterable[str]) -> None:
        if self.on and self.ready:
            records = self._book.shelf.records
            touched = [records[key] for key in keys if key in records]
            self._know([name for record in touched for name in names.names_of(record.table, record.data)])

    def _forget(self) -> None:
        """What was checked so far may be right or wrong now."""
        self._number += 1
        self._known.clear()
        self._asked.clear()
        self.learnt.emit()

    # --- the process

    def _send(self, message: Known | Texts | Wanted) -> None:
        if not self.on:
            return
        if self._process is None:
            self._process = process = Process(lambda answer: self._report(process, answer))
        self._process.send(message)

    def _report(self, process: Process, answer: Answer) -> None:
        """In the thread that reads; the window may go meanwhile."""
        with suppress(RuntimeError):
            self._heard.emit(process, answer)

    def _hear(self, process: Process, answer: Answer) -> None:
        if process is not self._process:
            return
        match answer:
            case Checked() if answer.number == self._number:
                if len(self._known) > _KEPT:
                    self._known.clear()
                self._known.update(answer.marks)
                self._asked.difference_update(answer.marks)
                self.learnt.emit()
            case Suggested():
                self.suggested.emit(answer.word, answer.suggestions)
            case None:
                self._process = None
                self._begin_again()

    def _begin_again(self) -> None:
        """The process ended by itself: another one is told everything, unless that just happened."""
        before, self._died = self._died, monotonic()
        if self._died - before < _AGAIN_SECONDS:
            self.turn(False, keep=False)
            self.failed.emit()
        else:
            self._tell_all()
            self._forget()
