"""Times of day as documents write them: 18:42, and in a sentence 18:42 Uhr."""

from datetime import datetime

from desktop.clock import parse_moment
from desktop.models.profiles import Profile
from desktop.text import document_text as _
from desktop.text import format_time


def clock_time(value: str | None, profile: Profile) -> str:
    """The time of day of a stored time; empty where only the day is known."""
    moment: datetime | None = parse_moment(value) if value else None
    return format_time(moment, profile.formats.time) if moment else ""


def spoken_time(value: str | None, profile: Profile) -> str:
    """The time of day of a stored time in a sentence: 18:42 Uhr; empty where only the day is known."""
    shown = clock_time(value, profile)
    return _("{time} o'clock", time=shown) if shown else ""
