"""The names of a book, which a spell check takes for right: all its people, organizations, places and papers."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from peewee import Database

from desktop.models import queries, schema

_FIELDS: Mapping[str, tuple[str, ...]] = {
    "Person": ("title", "given_name", "family_name", "affix", "function", "public_name"),
    "Organization": ("name", "short_name"),
    "Body": ("name", "short_name"),
    "Meeting": ("room", "place"),
    "Paper": ("reference", "originator", "author", "clerk", "under_direction_of"),
    "Attendance": ("function",),
    "Speech": ("speaker_name",),
    "Motion": ("mover_name",),
}
"""The columns of each table that hold names."""

_MANY = ("Speech", "Motion")
"""Tables too large to be gone through; the entries of the open meeting are in memory."""

_TITLED = ("AgendaItem", "Paper")
"""Tables whose names are titles. Of a title only streets and places are right: it may hold slips like any text."""

_PLACES = re.compile(
    r"\b[A-ZÄÖÜ][a-zäöüß]{2,}(?:weg|stra(?:ß|ss)e|platz|gasse|allee|ring|damm|ufer|stieg|kamp|twiete|park|brücke)\b"
)

#: settings of the spell check begin so
PREFIX = "spelling."


@dataclass(frozen=True, slots=True)
class Everything:
    """What the spell check begins with."""

    names: tuple[str, ...]
    settings: Mapping[str, str]


def everything(db: Database) -> Everything:
    """The names of all meetings and of the master data, and the settings. For ``book.query``."""
    found: set[str] = set()
    for name, fields in _FIELDS.items():
        table = getattr(schema, name)
        columns = [getattr(table, field) for field in fields]
        rows = table.select(*columns).distinct().tuples().execute(db) if name not in _MANY else ()
        found.update(value for row in rows for value in row if value)
    return Everything(tuple(sorted(found)), dict(queries.settings(db, PREFIX)))


def names_of(table: str, data: Mapping[str, Any]) -> Iterator[str]:
    """The names in a row, and the streets and places in its title."""
    for field in _FIELDS.get(table, ()):
        value = data.get(field)
        if isinstance(value, str) and value:
            yield value
        elif isinstance(value, tuple | list):
            yield from (one for one in value if isinstance(one, str))
    if table in _TITLED:
        yield from _PLACES.findall(data.get("name") or "")
