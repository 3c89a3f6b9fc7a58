"""What stands in a field for names: the name of somebody new, a search that found nobody, or words meant elsewhere."""

import re

_TITLE = re.compile(r"(?:Dr|Prof|Dipl)\.\S*|[A-ZÄÖÜ]\.")
_WITHIN = frozenset(
    (
        "von",
        "vom",
        "van",
        "zu",
        "zur",
        "zum",
        "der",
        "des",
        "den",
        "dem",
        "de",
        "di",
        "da",
        "la",
        "aus",
        "im",
        "am",
        "und",
    )
)
_LONGEST_NAME = 5
#: who moves a motion may be described in more words: die Mitglieder der Fraktion Muster
_LONGEST_MOVER = 6
#: three words or more that end as a sentence does; titles and commands do not
_WHOLE = re.compile(r"\s*\S+\s+\S+\s+.*\w{3,}[.!?]\s*")
_SENTENCE_MARK = re.compile(r"\d|[,;:!?]|[^\W\d_]{4,}\.$")


def is_name(typed: str) -> bool:
    """Whether it is a name as people write it, with capitals: Karl Krause, Frau Dr. Eva von Muster."""
    words = typed.split()
    if len(words) > _LONGEST_NAME or not all(_is_part(word) for word in words):
        return False
    return any(word[0].isupper() for word in words)


def _is_part(word: str) -> bool:
    plain = word[0].isupper() and all(char.isalpha() or char in "-'’" for char in word)
    return plain or word in _WITHIN or _TITLE.fullmatch(word) is not None


def is_whole_sentence(typed: str) -> bool:
    """Whether it is a sentence with its end, which was typed blindly where a title or a command belongs."""
    return _WHOLE.fullmatch(typed) is not None


def is_words(typed: str) -> bool:
    """Whether it is neither a name nor the search for one, but words: three or more, a number, a mark of a sentence."""
    if is_name(typed):
        return False
    return len(typed.split()) > 2 or _SENTENCE_MARK.search(typed.strip()) is not None


def is_no_mover(typed: str) -> bool:
    """Whether it is a sentence, and not whoever moves a motion, however described and however many."""
    return is_words(typed) and (len(typed.split()) > _LONGEST_MOVER or typed.strip()[-1] in ".!?:")
