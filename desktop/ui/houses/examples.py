"""What a pattern gives, as an example beside its field."""

from datetime import date, time

from desktop.models.profiles.tables import Keys
from desktop.text import format_date, format_time
from desktop.ui.houses.catalog import samples

_DAY, _TIME = date(2026, 3, 5), time(18, 5)


def example(place: Keys, pattern: str, placeholders: frozenset[str]) -> str:
    """What a pattern gives for the sample; empty where there is nothing to show or the pattern is none."""
    try:
        if place == ("formats", "time"):
            return format_time(_TIME, pattern)
        if place[0] == "formats":
            return format_date(_DAY, pattern)
        if placeholders:
            return pattern.format(**{name: samples().get(name, name) for name in placeholders})
    except (ValueError, KeyError, AttributeError, IndexError):
        return ""
    return ""
