"""Compounds that a dictionary does not put together itself, although it knows their parts."""

from collections.abc import Callable

#: parts shorter than this are endings and slips rather than words
_HEAD, _TAIL = 4, 5
#: longer words are not taken apart
_LONGEST = 60
#: nouns on these take an s before the next part
_JOINED = ("ung", "heit", "keit", "schaft", "ion", "tät", "ing", "tum")
#: what verbs begin with that can be parted: weiterentwickelt, mitgetragen
_PARTICLES = (
    *("ab", "an", "auf", "aus", "bei", "da", "dar", "durch", "ein", "einher", "empor", "entgegen", "fest", "fort"),
    *("frei", "gegen", "gegenüber", "heran", "heraus", "herbei", "hin", "hinaus", "hinzu", "los", "mit", "nach"),
    *("nieder", "über", "überein", "um", "unter", "vor", "voran", "voraus", "vorbei", "vorweg", "weg", "weiter"),
    *("wieder", "zu", "zurück", "zusammen", "zwischen"),
)


def is_compound(text: str, knows: Callable[[str], bool]) -> bool:
    """Whether a word is put together of a known beginning and a known word: Querungs + Möglichkeit."""
    if not _HEAD + _TAIL <= len(text) <= _LONGEST:
        return False
    if text[1:] != text[1:].lower():
        return False
    if text[0].isupper():
        return any(
            _is_noun(text[at:], knows) and _begins(text[:at], knows) for at in range(_HEAD, len(text) - _TAIL + 1)
        )
    return _is_verb(text, knows) or any(
        knows(text[at:]) and _begins(text[0].upper() + text[1:at], knows) for at in range(_HEAD, len(text) - _TAIL)
    )


def _is_noun(tail: str, knows: Callable[[str], bool]) -> bool:
    """Whether a noun can end so. A verb with a capital is none (Haus + Halst), unless all of it is one (das Planen)."""
    return knows(tail[0].upper() + tail[1:]) and (tail.endswith("en") or not knows(tail))


def _begins(head: str, knows: Callable[[str], bool]) -> bool:
    """Whether a compound can begin so."""
    if knows(f"{head}-"):
        return True
    return head.endswith("s") and head[:-1].endswith(_JOINED) and (knows(head[:-1]) or is_compound(head[:-1], knows))


def _is_verb(text: str, knows: Callable[[str], bool]) -> bool:
    return any(
        text.startswith(particle) and len(text) - len(particle) > _TAIL and knows(text[len(particle) :])
        for particle in _PARTICLES
    )
