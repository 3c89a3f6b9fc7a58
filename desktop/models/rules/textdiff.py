"""What differs between two wordings, word by word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

#: words, and what stands between them
_TOKENS = re.compile(r"\s+|\w+|[^\w\s]")
#: with more words than this, whole lines are compared: nobody waits for a comparison
_MOST_WORDS = 4_000


class Fate(StrEnum):
    """What became of a stretch of text."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text and what became of it; those that are ``GONE`` stand only in the earlier wording."""

    text: str
    fate: Fate


def compare(before: str, after: str) -> tuple[Piece, ...]:
    """Both wordings as one row of pieces: without the new ones it is ``before``, without the gone ones ``after``."""
    old, new = _tokens(before), _tokens(after)
    if len(old) + len(new) > _MOST_WORDS:
        old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    return tuple(_pieces(old, new))


def _tokens(text: str) -> list[str]:
    return _TOKENS.findall(text)


def _pieces(old: Sequence[str], new: Sequence[str]) -> Iterator[Piece]:
    for kind, begin, end, start, stop in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            yield Piece("".join(old[begin:end]), Fate.SAME)
            continue
        if end > begin:
            yield Piece("".join(old[begin:end]), Fate.GONE)
        if stop > start:
            yield Piece("".join(new[start:stop]), Fate.NEW)
