"""Tab in the text: a short form becomes a person, as the speaker at the start of an entry, else in the sentence.

Whatever else has short forms joins ``Shorthand.sources``.
"""

import re
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from desktop.ui.commands.shortcuts import keyed_text as _k
from desktop.ui.desk.names.speakers import CHOICES, Directory, Speaker, told_apart
from desktop.ui.desk.names.suggest import Suggestions
from desktop.ui.richtext.editor import EntryEditor

_SHORT = re.compile(r"[^\W_][\w.-]*$")
#: a short form is not longer than this; a hint is looked for up to here
LONGEST = 24
#: seconds within which a key shows that a digit before it began a number and chose nothing
PAUSE = 0.8
#: a digit and what comes next: 20, 3 Wochen, 2.5
_NUMBER = re.compile(r"\d[.,:]?[\d ]")


@dataclass(frozen=True, slots=True)
class Found:
    """What a short form may stand for: as lists show it, and what taking it does.

    ``take`` gets the word that was typed, which it has to replace, and whether it is the first of the entry.
    """

    label: str
    take: Callable[[str, bool], None]


class Source(Protocol):
    """Something with short forms, asked by the word before the caret and whether the entry begins with it."""

    def exact(self, word: str, first: bool) -> Found | None:
        """What this is the whole short form of; asked with every key press, so it has to be quick."""

    def find(self, word: str, first: bool) -> Sequence[Found]:
        """What may be meant, the likeliest first."""


class Shorthand(QObject):
    """Finds what a short form means. Precedence: exactly this short form, a hole to fill in, a list (desk.md §3)."""

    #: (speaker, the word that stands for them, whether it is the first of the entry)
    found = Signal(object, str, bool)
    #: Tab without any word before the caret, in an empty text
    nothing = Signal()
    #: something short for the status line
    said = Signal(str)

    def __init__(self, editor: EntryEditor, suggestions: Suggestions) -> None:
        super().__init__(editor)
        self._editor, self._suggestions = editor, suggestions
        self.directory = Directory(())
        #: who and what is asked, in this order
        self.sources: list[Source] = [People(self)]
        #: goes to the next hole of a text block; False where there is none
        self.next_hole: Callable[[], bool] = lambda: False
        #: what the open list offers, the word it is open for, and whether it is the first of the entry
        self._offered: list[Found] = []
        self._asked = ("", False)
        #: how to take back what is done next
        self.checkpoint: Callable[[], Callable[[], None]] = lambda: lambda: None
        #: the digit that chose last and what was typed behind it, when that was, and how to take it back
        self._run, self._at, self._back = "", 0.0, self.checkpoint()
        editor.expanded.connect(self.expand)
        editor.digit.connect(self._choose_by_digit)
        editor.goes_on = self._goes_on
        editor.cursorPositionChanged.connect(self.close)

    def _word(self) -> tuple[str, bool]:
        """The word before the caret, and whether it is the first of the entry."""
        before = self._editor.before_caret()
        match = _SHORT.search(before)
        if match is None:
            return "", False
        return match.group(), match.start() == 0 and self._editor.textCursor().block().blockNumber() == 0

    def _exact(self, word: str, first: bool) -> Found | None:
        return next((found for source in self.sources if (found := source.exact(word, first)) is not None), None)

    def hint(self) -> None:
        """Shows behind a short form at the start of an entry what Tab would do; closes a list that is out of date."""
        word, first = self._word() if self._editor.textCursor().position() <= LONGEST else ("", False)
        exact = self._exact(word, first) if first else None
        self._editor.set_ghost(f"⇥ {exact.label}" if exact is not None else "")
        self.close()

    def expand(self) -> None:
        """Tab: takes the only one who can be meant, or offers a list; a second Tab takes its first."""
        if self._editor.is_blank():
            self.nothing.emit()
        elif not self.expand_known():
            self._look_for(*self._word())

    def expand_known(self) -> bool:
        """Takes the first of an open list or what a short form exactly means, else goes to a hole; False if neither."""
        if self._offered:
            self._choose(1)
            return True
        word, first = self._word()
        exact = self._exact(word, first) if word else None
        if exact is None:
            return self.next_hole()
        exact.take(word, first)
        return True

    def _look_for(self, word: str, first: bool) -> None:
        found = [one for source in self.sources for one in source.find(word, first)] if len(word) > 1 else []
        if len(found) == 1:
            found[0].take(word, first)
        elif found:
            self.offer(found, word, first)
        else:
            if word and self._editor.document().characterAt(self._editor.textCursor().position()) != " ":
                self._editor.replace_before("", " ", soft=True)  # else what is typed on is one word with it
            self.said.emit(
                _k("Unknown short form: {short} · {show_blocks} shows all of them", short=word)
                if word
                else _k("Tab completes a short form · {next_area} goes to the next area")
            )

    def offer(self, found: Sequence[Found], word: str = "", first: bool = True) -> None:
        """Shows a list to choose from by 1–9 or Tab; any other key takes it away."""
        self._offered, self._asked = list(found[:CHOICES]), (word, first)
        self._editor.suggesting = True
        below = self._editor.mapToParent(self._editor.caret_area().bottomLeft())
        self._suggestions.offer_words([one.label for one in self._offered], below)

    def close(self) -> None:
        """Closes the list."""
        if self._offered:
            self._offered = []
            self._editor.suggesting = False
            self._suggestions.close_list()

    def _choose_by_digit(self, number: int) -> None:
        self._back = self.checkpoint()
        self._choose(number)
        self._run, self._at = str(number), time.monotonic()

    def _goes_on(self, text: str) -> bool:
        """Whether a character makes a number of the digit that chose; then the choice is taken back."""
        if not self._run:
            return False
        run, self._run = self._run + text, ""
        if time.monotonic() - self._at > PAUSE:
            return False
        if _NUMBER.fullmatch(run) is None:
            self._run = run if len(run) == 2 and text in ".,:" else ""
            return False
        self._back()
        self._editor.textCursor().insertText(run)
        return True

    def _choose(self, number: int) -> None:
        chosen = self._offered[number - 1] if number <= len(self._offered) else None
        self.close()
        if chosen is not None:
            chosen.take(*self._asked)


class People:
    """The short forms and names of people."""

    def __init__(self, shorthand: Shorthand) -> None:
        self._shorthand = shorthand

    def exact(self, word: str, first: bool) -> Found | None:
        """The one whose short form this is."""
        speaker = self._shorthand.directory.exact(word)
        return self._found(speaker, speaker.label) if speaker is not None else None

    def find(self, word: str, first: bool) -> list[Found]:
        """Who may be meant."""
        speakers = self._shorthand.directory.find(word)
        return [self._found(one, label) for one, label in zip(speakers, told_apart(speakers), strict=True)]

    def _found(self, speaker: Speaker, label: str) -> Found:
        return Found(label, lambda word, first: self._shorthand.found.emit(speaker, word, first))
