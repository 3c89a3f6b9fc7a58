"""The one clock. Whoever needs the time is given a Clock, so that tests and rehearsals can set their own."""

from datetime import date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

#: the time zone of every house that uses the program
BERLIN = ZoneInfo("Europe/Berlin")


class Clock(Protocol):
    """What tells the time."""

    def now(self) -> datetime:
        """The present moment, aware, in Europe/Berlin."""
        ...


class SystemClock:
    """The clock of the machine."""

    def now(self) -> datetime:
        """The present moment, aware, in Europe/Berlin."""
        return datetime.now(BERLIN)


def stamp(moment: datetime) -> str:
    """A moment as session files keep it: RFC 3339 with seconds and offset, 2026-03-05T18:42:07+01:00."""
    return moment.isoformat(timespec="seconds")


def parse_moment(value: str) -> datetime | None:
    """The moment that a session file gives, as the clock on the wall in Berlin showed it.

    None where only a date is given or where the value is no date-time; the caller then prints no time. A moment at the
    very edge of the calendar keeps its own offset, because it cannot be moved to another.
    """
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    if moment.tzinfo is None:
        return None
    try:
        return moment.astimezone(BERLIN)
    except OverflowError:
        return moment


def parse_date(value: str) -> date | None:
    """The day that a session file gives, as a date or as a date-time; None where it is neither."""
    moment = parse_moment(value)
    if moment is not None:
        return moment.date()
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None
