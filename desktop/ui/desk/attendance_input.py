"""What is typed into the presence line: a short form, and perhaps a time: »mü 1812«. No widgets here."""

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from desktop.ui.desk.speakers import Directory, Speaker

_WITH_TIME = re.compile(r"(?P<who>.*?\S)\s+(?P<time>\d{1,2}[:.]?\d{2})\s*")
_BEGUN_TIME = re.compile(r".*\S\s+[\d:.]*")
_TIME = re.compile(r"\s*(\d{1,2})[:.]?(\d{2})\s*")
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
