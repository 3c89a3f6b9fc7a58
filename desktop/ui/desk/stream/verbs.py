"""Verbs behind the speaker: »Frau Muster (SPD)« erläutert, fragt, regt an … The words are data of the house."""

from collections.abc import Callable

from desktop.models.profiles import SpeechWords
from desktop.models.values import Entry, Lead, Speech, SpeechRole
from desktop.ui.desk.names.speakers import folded
from desktop.ui.desk.stream.shorthand import Found, Shorthand
from desktop.ui.richtext.textedit import LineEdit

#: with fewer letters a verb would be hit by accident
_SHORTEST = 2


class Verbs:
    """Offered as a list right after somebody is named, and completed by Tab at the beginning of the sentence."""

    def __init__(
        self,
        editor: LineEdit,
        shorthand: Shorthand,
        entry: Callable[[], Entry | None],
        words: Callable[[], SpeechWords],
    ) -> None:
        """``entry`` is what is being written, ``words`` those of the house."""
        self._editor, self._shorthand, self._entry, self._words = editor, shorthand, entry, words

    def _fitting(self) -> tuple[str, ...]:
        """The verbs for the role of the speaker; none where the text is no sentence about them."""
        entry = self._entry()
        if not isinstance(entry, Speech) or entry.lead is not Lead.SENTENCE:
            return ()
        if not (entry.speaker or entry.speaker_name):
            return ()
        words = self._words()
        roles = {
            SpeechRole.QUESTION: words.question,
            SpeechRole.ANSWER: words.answer,
            SpeechRole.REPORT: words.report,
        }
        return roles.get(entry.role or SpeechRole.CONTRIBUTION, words.contribution)

    def offer(self) -> None:
        """Somebody was just named: shows the usual verbs; any key but a digit or Tab takes them away."""
        verbs = self._fitting()
        if verbs and self._editor.is_blank():
            self._shorthand.offer([self._found(verb) for verb in verbs])

    def exact(self, word: str, first: bool) -> Found | None:
        """The most usual verb that begins so; the short form that somebody was given goes before."""
        if not first or len(word) < _SHORTEST or self._shorthand.directory.given(word) is not None:
            return None
        begun = folded(word)
        found = next((verb for verb in self._fitting() if folded(verb).startswith(begun) and verb != word), None)
        return self._found(found) if found is not None else None

    def find(self, word: str, first: bool) -> list[Found]:
        """Nothing more: the beginning of a verb is clear."""
        return []

    def _found(self, verb: str) -> Found:
        end = "" if verb.endswith(".") else " "
        return Found(verb, lambda word, first: self._editor.replace_before(word, verb + end, soft=True))
