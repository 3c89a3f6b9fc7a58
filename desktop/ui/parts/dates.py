"""Days as people type them, whatever the language of the window."""

import re
from datetime import date

from desktop.text import month_numbers, window_language

_NUMBERS = re.compile(r"\s*(\d{1,2})[.\s/-]+(\d{1,2})[.\s/-]+(\d{2}|\d{4})\s*")
_DIGITS = re.compile(r"\s*(\d{2})(\d{2})(\d{4})\s*")
_ISO = re.compile(r"\s*(\d{4})-(\d{2})-(\d{2})\s*")
_NAMED = re.compile(r"\s*(\d{1,2})[.\s]\s*([^\W\d]+)[.\s]\s*(\d{2}|\d{4})\s*")


def read_date(text: str) -> date | None:
    """A day typed as 5.3.2026, 05.03.26, 05032026, 5. März 2026, 5 March 2026 or 2026-03-05; None where it is none."""
    if iso := _ISO.fullmatch(text):
        year, month, day = (int(part) for part in iso.groups())
    elif numbers := _NUMBERS.fullmatch(text) or _DIGITS.fullmatch(text):
        day, month, year = (int(part) for part in numbers.groups())
    elif named := _NAMED.fullmatch(text):
        day, month, year = int(named[1]), _month(named[2]), int(named[3])
    else:
        return None
    try:
        return date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None


def _month(name: str) -> int:
    """The number of a month by its name, in German, English or the language of the window; 0 where it is none."""
    languages = (window_language(), "de", "en")
    return next((months[name.casefold()] for months in map(month_numbers, languages) if name.casefold() in months), 0)
