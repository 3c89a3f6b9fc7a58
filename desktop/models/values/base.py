"""What all values share: frozen, keyword-only, in the shape of the session file.

A reference holds the key of the row it points to (our own UUID text), never the id of a file; the exchange
writers turn keys back into ids. Property names are those of the session file in snake_case, ``from`` is ``from_``.
"""

from dataclasses import dataclass, field
from typing import Any

REFERENCE = "reference"
PRIVATE = "private"


def ref() -> Any:
    """An optional reference to another row, by key."""
    return field(default=None, metadata={REFERENCE: True})


def required_ref() -> Any:
    """A reference that the session file demands."""
    return field(default="", metadata={REFERENCE: True})


def refs() -> Any:
    """A list of references, in order."""
    return field(default=(), metadata={REFERENCE: True})


def private() -> Any:
    """A field for the complete session file alone: no other edition and no document has it (session file)."""
    return field(default=None, metadata={PRIVATE: True})


@dataclass(frozen=True, kw_only=True, slots=True)
class Value:
    """A part of a row without a life of its own; stored as JSON within its row."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Row(Value):
    """A row with a table of its own. ``key`` is ours and never leaves the book."""

    key: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Identified(Row):
    """A row that carries an id in session files. ``id`` is None where no file has given it one."""

    id: str | None = None
