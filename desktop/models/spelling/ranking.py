"""Which of the words that may be meant is the likeliest: the slip of the fingers counts first, then how often it is."""

from collections.abc import Mapping, Sequence
from math import log

_ROWS = ("qwertzuiopü", "asdfghjklöä", "yxcvbnm")
_BARE = str.maketrans("äöüß", "aous")
_WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
#: how likely a slip is: letters swapped or ue for ü, one dropped, one too many, one beside the right one or an umlaut
#: lost, another letter, anything else
_SWAPPED, _DROPPED, _DOUBLED, _BESIDE, _OTHER, _NONE = 5.0, 4.0, 3.6, 3.2, 0.8, 0.0
#: what a place further down the dictionary's own list costs
_PLACE = 0.25
#: how much the commonest words are ahead
_COMMON = 0.6


def likeliest(wrong: str, words: Sequence[str], ranks: Mapping[str, int]) -> list[str]:
    """The words in order of likelihood. ``ranks``: the places of words, in small letters, in a list of common ones."""

    def weight(word: str) -> float:
        rank = ranks.get(word.casefold())
        common = log(1 + len(ranks) / (1 + rank)) if rank is not None else 0.0
        capital = wrong[:1].isupper() == word[:1].isupper()
        return _slip(wrong.casefold(), word.casefold()) + _COMMON * common + 0.3 * capital

    places = {word: place for place, word in enumerate(words)}
    return sorted(places, key=lambda word: _PLACE * places[word] - weight(word))


def simpler(word: str) -> list[str]:
    """All words with two neighbouring letters the other way round, or a letter less; capitals stay where they are."""
    capital = str.capitalize if word[:1].isupper() else str
    swapped = (word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1))
    less = (word[:at] + word[at + 1 :] for at in range(len(word)) if len(word) > 3)
    return list(dict.fromkeys(capital(one) for one in (*swapped, *less)))


def _slip(wrong: str, word: str) -> float:
    if wrong == word:  # small letters for capitals
        return _DOUBLED
    if wrong == word.translate(_WRITTEN_OUT):
        return _SWAPPED
    if " " in word or ("-" in word and "-" not in wrong):  # two words are meant less often than one
        return _NONE
    if len(wrong) == len(word):
        others = [at for at in range(len(word)) if wrong[at] != word[at]]
        if len(others) == 1:
            return _BESIDE if _is_beside(wrong[others[0]], word[others[0]]) else _OTHER
        first, last = others[0], others[-1]
        swapped = len(others) == 2 and last == first + 1 and wrong[first] == word[last] and wrong[last] == word[first]
        return _SWAPPED if swapped else _NONE
    if abs(len(wrong) - len(word)) != 1:
        return _NONE
    long, short = sorted((wrong, word), key=len, reverse=True)
    if not any(long[:at] + long[at + 1 :] == short for at in range(len(long))):
        return _NONE
    return _DROPPED if len(wrong) < len(word) else _DOUBLED


def _is_beside(typed: str, meant: str) -> bool:
    """Whether the keys lie side by side on a German keyboard, or an umlaut lost its dots."""
    return meant.translate(_BARE) == typed or any(typed + meant in row or meant + typed in row for row in _ROWS)
