"""Days as people type them."""

import re
from datetime import date

_GERMAN = re.compile(r"\s*(\d{1,2})[.\s/-]+(\d{1,2})[.\s/-]+(\d{2}|\d{4})\s*")
_DIGITS = re.compile(r"\s*(\d{2})(\d{2})(\d{4})\s*")
_ISO = re.compile(r"\s*(\d{4})-(\d{2})-(\d{2})\s*")


def read_date(text: str) -> date | None:
    """A day typed as 5.3.2026, 05.03.26, 05032026 or 2026-03-05; None where it is none."""
    if iso := _ISO.fullmatch(text):
        year, month, day = (int(part) for part in iso.groups())
    elif german := _GERMAN.fullmatch(text) or _DIGITS.fullmatch(text):
        day, month, year = (int(part) for part in german.groups())
        year += 2000 if year < 100 else 0
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
