"""Between nested values and flat rows of the tree.

A ``Record`` is one row in memory: where it stands in the tree and its own fields as values. ``flatten`` takes a
value apart, ``Shape`` knows which fields of a value class are columns and which are slots with rows of their own.
"""

import json
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_args

from desktop.models import schema, values
from desktop.models.clean import first_forbidden
from desktop.models.codec import element_type, field_types, from_plain, reference_fields, to_plain
from desktop.models.values import Meeting, Row, Value, aside

RANK_STEP = 1024


@dataclass(frozen=True, slots=True)
class Shape:
    """How a value class is stored: its table, its columns with their types, its slots with what stands in them.

    ``referring`` names the columns that hold keys of other rows, within JSON text too.
    """

    cls: type[Row]
    table: type[schema.Node]
    columns: dict[str, Any]
    slots: dict[str, tuple[type[Row], ...]]
    referring: tuple[str, ...]

    def requires(self, name: str) -> bool:
        """Whether a column must have a value."""
        return not getattr(self.table, name).null

    @property
    def of_meeting(self) -> bool:
        """Whether its rows belong to one meeting."""
        return issubclass(self.table, schema.MeetingNode)


def _shape(cls: type[Row], table: type[schema.Node]) -> Shape:
    columns, slots = {}, {}
    for name, hint in field_types(cls).items():
        element = element_type(hint)
        parts = tuple(part for part in (get_args(element) or (element,)) if isinstance(part, type))
        if parts and all(issubclass(part, Row) for part in parts):
            slots[name] = parts
        elif name != "key":
            columns[name] = hint
    referring = tuple(name for name, hint in columns.items() if name in reference_fields(cls) or _refers(hint))
    return Shape(cls, table, columns, slots, referring)


def _refers(hint: Any) -> bool:
    part = element_type(hint) or hint
    if not (isinstance(part, type) and issubclass(part, Value)):
        return False
    return bool(reference_fields(part)) or any(_refers(inner) for inner in field_types(part).values())


def _value_class(name: str) -> type[Row]:
    found: type[Row] = getattr(values, name, None) or getattr(aside, name)
    return found


SHAPES: dict[str, Shape] = {table.__name__: _shape(_value_class(table.__name__), table) for table in schema.TREE}
"""By the name of the value class, which is the name of the table class as well; the history calls tables by it."""


@dataclass(slots=True)
class Record:
    """One row in memory. ``data`` holds the fields that are columns, as values."""

    table: str
    key: str
    parent: str | None
    slot: str
    rank: int
    meeting: str | None
    data: dict[str, Any]

    @property
    def shape(self) -> Shape:
        """How rows of this table are stored."""
        return SHAPES[self.table]

    def columns(self) -> dict[str, Any]:
        """The row as the database takes it."""
        hints = self.shape.columns
        row: dict[str, Any] = {"key": self.key, "parent": self.parent, "slot": self.slot, "rank": self.rank}
        if self.shape.of_meeting:
            row["meeting"] = self.meeting
        row.update({name: encode(hints[name], value) for name, value in self.data.items()})
        return row


def record_from_columns(table: str, row: dict[str, Any]) -> Record:
    """The inverse of ``Record.columns``."""
    data = {name: decode(hint, row[name]) for name, hint in SHAPES[table].columns.items()}
    return Record(table, row["key"], row["parent"], row["slot"], row["rank"], row.get("meeting"), data)


def encode(hint: Any, value: Any) -> Any:
    """A field's value as its column holds it: text, integer, or JSON text for lists and nested values.

    Raises ValueError for text that no file may carry and for numbers beyond 64 bits: whoever takes input cleans it.
    """
    if value is None or value == ():
        return None
    if isinstance(hint, type) and issubclass(hint, str):
        if first_forbidden(value):
            raise ValueError(f"text with a forbidden character: {value[:60]!r}")
        return value
    if isinstance(hint, type) and issubclass(hint, int):
        if not -(2**63) <= value < 2**63:
            raise ValueError(f"number beyond 64 bits: {value}")
        return value
    return json.dumps(to_plain(value), ensure_ascii=False, separators=(",", ":"))


def decode(hint: Any, stored: Any) -> Any:
    """The inverse of ``encode``."""
    if stored is None:
        return () if element_type(hint) is not None else None
    if isinstance(hint, type) and issubclass(hint, str | int):
        return from_plain(hint, stored)
    return from_plain(hint, json.loads(stored))


def new_key() -> str:
    """A key for a new row."""
    return str(uuid.uuid4())


def flatten(value: Row, parent: str | None, slot: str, rank: int, meeting: str | None) -> Iterator[Record]:
    """A value with all below it as records, parents first. Rows without a key get one."""
    shape = SHAPES[type(value).__name__]
    key = value.key or new_key()
    data = {name: getattr(value, name) for name in shape.columns}
    if shape.cls is Meeting:
        meeting = key
    yield Record(shape.cls.__name__, key, parent, slot, rank, meeting if shape.of_meeting else None, data)
    for name in shape.slots:
        for place, child in enumerate(getattr(value, name), start=1):
            yield from flatten(child, key, name, place * RANK_STEP, meeting)
