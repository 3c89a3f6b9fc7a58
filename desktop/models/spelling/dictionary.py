"""The dictionary behind the spell check: igerman98/frami, asked through hunspell. The only place that knows it.

Loading takes some tenths of a second, a suggestion as long, and other threads of the process stand still meanwhile: it
is not to be asked in the process of the window.
"""

from pathlib import Path

from hunspell import Hunspell

from desktop.paths import resource

NAME = "de_DE_frami"
TERMS, SLIPS, COMMON = "kommunal.txt", "selten.txt", "haeufig.txt"
#: answers that are remembered; a text has few different words
_KEPT = 50_000
#: longer words make hunspell slow and are no words
_LONGEST = 80


class Dictionary:
    """German words, with the terms of councils and administration that are shipped beside them."""

    def __init__(self, folder: Path | None = None) -> None:
        """``folder`` holds the files of the dictionary. Raises OSError where they are not there."""
        folder = folder or resource("spelling")
        self._hunspell = Hunspell(NAME, hunspell_data_dir=str(folder), system_encoding="UTF-8")
        self._answers: dict[str, bool] = {}
        self.abbreviations: set[str] = set()
        #: words that exist, but are a slip where minutes are written
        self.slips = set(read_terms(folder / SLIPS))
        terms = read_terms(folder / TERMS)
        common = dict.fromkeys(word.casefold() for word in (*read_terms(folder / COMMON), *terms))
        #: common words in small letters, the commonest has 0
        self.ranks = {word: rank for rank, word in enumerate(common)}
        for term in terms:
            if term.endswith("."):
                self.abbreviations.add(term)
            else:
                self.add(term)

    def add(self, word: str) -> None:
        """Knows a word from now on; what its letters make impossible to store is passed over."""
        try:
            self._hunspell.add(word)
        except UnicodeEncodeError:
            return
        self._answers.clear()

    def knows(self, word: str) -> bool:
        """Whether a word is right as it is written."""
        known = self._answers.get(word)
        if known is None:
            if len(self._answers) > _KEPT:
                self._answers.clear()
            known = self._answers[word] = self._ask(word)
        return known

    def _ask(self, word: str) -> bool:
        try:
            return len(word) > _LONGEST or bool(self._hunspell.spell(word))
        except UnicodeEncodeError:  # letters that German does not have: a foreign name
            return True

    def suggestions(self, word: str) -> list[str]:
        """Words that may be meant, the likeliest first."""
        try:
            found = self._hunspell.suggest(word) if len(word) <= _LONGEST else ()
        except UnicodeEncodeError:
            return []
        return [one for one in found if not one.startswith("-")]


def read_terms(path: Path) -> list[str]:
    """The words of a list, one a line; lines with # are remarks."""
    lines = (line.strip() for line in path.read_text("utf-8").splitlines())
    return [line for line in lines if line and not line.startswith("#")]
