"""What is typed into the presence line: a short form, and perhaps a time: »mü 1812«. No widgets here."""

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from desktop.ui.desk.names.speakers import Directory, Speaker

_WITH_TIME = re.compile(r"(?P<who>.*?\S)\s+(?P<time>\d{1,2}[:.]?\d{2})\s*")
_BEGUN_TIME = re.compile(r".*\S\s+[\d:.]*")
_TIME = re.compile(r"\s*(\d{1,2})[:.]?(\d{2})\s*")
_TITLE = re.compile(r"(?:Dr|Prof|Dipl)\.\S*")
_PARTICLES = frozenset(("von", "vom", "van", "zu", "zur", "zum", "der", "den", "de", "di", "da"))
#: the most words of a name
_LONGEST_NAME = 5
#: a time that lies further ahead than this was yesterday: the meeting goes past midnight
_AHEAD = timedelta(hours=6)


@dataclass(frozen=True, slots=True)
class Typed:
    """``who`` as typed, ``at`` the time behind it."""

    who: str
    at: time | None


def read(text: str) -> Typed:
    """Takes the line apart. What looks like a time but is none belongs to the name."""
    match = _WITH_TIME.fullmatch(text)
    at = read_time(match["time"]) if match else None
    return Typed((match["who"] if match and at else text).strip(), at)


def awaits_time(text: str) -> bool:
    """Whether a digit that comes next belongs to a time: behind a name and a space."""
    return _BEGUN_TIME.fullmatch(text) is not None


def read_time(text: str) -> time | None:
    """A time of day typed as 1812, 18:12, 18.12 or 912; None where it is none."""
    match = _TIME.fullmatch(text)
    if match is None or int(match[1]) > 23 or int(match[2]) > 59:
        return None
    return time(int(match[1]), int(match[2]))


def moment(at: time | None, now: datetime) -> datetime:
    """The time on the day of the meeting; now where none was typed."""
    if at is None:
        return now
    meant = now.replace(hour=at.hour, minute=at.minute, second=0, microsecond=0)
    return meant - timedelta(days=1) if meant > now + _AHEAD else meant


def who(directory: Directory, text: str) -> Speaker | None:
    """The one meant without doubt: by exact short form, else the only one found."""
    if not text:
        return None
    exact = directory.exact(text)
    found = directory.find(text)
    return exact or (found[0] if len(found) == 1 else None)


def is_name(text: str) -> bool:
    """Whether a text is the whole name of somebody unknown: Frau Eva von Muster. An address or a title comes first."""
    words = text.split()
    first = bool(words) and (words[0] in ("Frau", "Herr") or bool(_TITLE.fullmatch(words[0])))
    return first and 2 <= len(words) <= _LONGEST_NAME and _all_names(words[1:])


def is_sentence(text: str) -> bool:
    """Whether a text is more than names: several words, not all of them such as names have."""
    words = read(text).who.split()
    return len(words) > 1 and not is_name(" ".join(words)) and (len(words) > 2 or not _all_names(words))


def _all_names(words: list[str]) -> bool:
    """Words with a capital and without a full stop, or such as stand between the parts of a name."""
    return all(
        word in _PARTICLES or _TITLE.fullmatch(word) or (word[0].isupper() and word[-1].isalpha()) for word in words
    )
