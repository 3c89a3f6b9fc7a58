"""Headings of the two parts of an agenda, as invitations write them. In doubt a part is the non-public one."""

import re
from enum import Enum, auto


class Part(Enum):
    """What a line says of those below it."""

    PUBLIC = auto()
    NONPUBLIC = auto()
    #: probably the non-public part; somebody has to look
    DOUBTFUL = auto()


_HIDDEN_WORD = r"nicht[ -]*öffentlich(?:e[mnrs]?)?"
_NAMED = re.compile(rf"\b(?:{_HIDDEN_WORD}|öffentlich(?:e[mnrs]?)?)\b", re.IGNORECASE)
#: the words a heading of a part may have besides
_WORDS = re.compile(
    r"teils?|sitzung(?:steil)?|tagesordnung(?:spunkte?)?|punkte|beratung(?:spunkte)?|abschnitt|angelegenheiten|top"
    r"|d(?:er|ie|as|es|e[mn])"
    r"|im|in|am|voraussichtlich|folgenden?|werden|wird|beraten|behandelt|verhandelt|zur?|und|nach|maßgabe"
    r"|beschlussfassung|durch|ausschuss|[abivx]|ii|[0-9]+"
)
#: »B. Vertraulicher Teil«, »Teil B: Nichtöffentlich«, »n.ö. Teil«: it begins with the word, perhaps behind a letter
_BEGINS = re.compile(
    r"\W{0,20}(?:(?:teil[ \t]+)?(?:[IVX]{1,4}|[A-H])[.):]*[ \t]+)?"
    rf"(?P<word>{_HIDDEN_WORD}|vertraulich(?:e[mnrs]?)?|geschlossene[nrs]?|n\.?[ \t]?ö\.?)(?!\w)(?P<rest>.*)",
    re.IGNORECASE,
)
_OF_A_PART = re.compile(
    r"[ \t-]*(?:$|[(:.,;–-]|teil|sitzung|tagesordnung|punkte|beratung|abschnitt|angelegenheiten|tops?\b)", re.IGNORECASE
)
#: a line that has no number and speaks of the non-public part somewhere is a heading up to this length
_A_HEADING = 80


def heading(line: str) -> Part | None:
    """The part that a line without a number begins; None where it is no heading."""
    named = _NAMED.findall(line)
    rest = re.findall(r"\w+", _NAMED.sub(" ", line).casefold())
    if len(named) == 1 and all(_WORDS.fullmatch(word) for word in rest):
        return Part.NONPUBLIC if named[0].casefold().startswith("nicht") else Part.PUBLIC
    if not _is_title(line):
        return None
    match = _BEGINS.match(line)
    if match is not None and (_OF_A_PART.match(match["rest"]) or match["word"].casefold().startswith("nicht")):
        return Part.NONPUBLIC if _OF_A_PART.match(match["rest"]) else Part.DOUBTFUL
    alone = len(named) == 1 and named[0].casefold().startswith("nicht")
    return Part.DOUBTFUL if alone and len(line) <= _A_HEADING else None


def hides(title: str) -> bool:
    """Whether the title of an item reads like the heading of the non-public part."""
    return heading(title) in (Part.NONPUBLIC, Part.DOUBTFUL) and _BEGINS.match(title) is not None


def _is_title(line: str) -> bool:
    """Whether a line begins like one: a small letter goes on with the line before, except in »n.ö. Teil«."""
    first = re.search(r"\w", line)
    return first is not None and (not first[0].islower() or re.match(r"\W*n\.[ \t]?ö\.", line) is not None)
