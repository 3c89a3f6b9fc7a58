"""Rows in memory: the open meeting with its master data, as records and as values.

Changing a record drops the cached values of the row and of all above it; the rest is shared, so that a key press costs
a few objects and not a copy of the meeting.
"""

import json
from bisect import insort
from collections.abc import Iterable, Iterator
from typing import Any

from desktop.models.codec import field_types, reference_fields
from desktop.models.history import Change, Patch
from desktop.models.rows import SHAPES, Record, decode, encode, record_from_columns
from desktop.models.values import Body, Meeting, Organization, Paper, Person, Row, SessionFile, Value
from desktop.models.values.aside import BESIDE

PLACE = ("parent", "slot", "rank")
"""The columns that say where a row stands."""


class Shelf:
    """A set of rows that can be read as values. Not thread-safe; the one who changes it reads it."""

    def __init__(self, records: Iterable[Record] = ()) -> None:
        self.records: dict[str, Record] = {}
        self._children: dict[tuple[str | None, str], list[tuple[int, str]]] = {}
        self._values: dict[str, Row] = {}
        for record in records:
            self.put(record)

    def __contains__(self, key: object) -> bool:
        return key in self.records

    def children(self, parent: str | None, slot: str) -> list[str]:
        """The keys in a slot, in order."""
        return [key for _, key in self._children.get((parent, slot), ())]

    def subtree(self, key: str) -> Iterator[Record]:
        """The row and all below it, parents first."""
        record = self.records[key]
        yield record
        for slot in self._slots(record):
            for child in self.children(key, slot):
                yield from self.subtree(child)

    def value(self, key: str) -> Row:
        """A row with all below it as a frozen value. Raises KeyError where the row is not on the shelf."""
        known = self._values.get(key)
        if known is None:
            record = self.records[key]
            slots = {
                slot: tuple(self.value(child) for child in self.children(key, slot)) for slot in record.shape.slots
            }
            known = self._values[key] = record.shape.cls(key=key, **record.data, **slots)
        return known

    def put(self, record: Record) -> None:
        """Takes a row in, replacing the one of the same key."""
        if record.key in self.records:
            self._unlink(self.records[record.key])
        self.records[record.key] = record
        insort(self._children.setdefault((record.parent, record.slot), []), (record.rank, record.key))
        self._forget(record.key)

    def apply(self, change: Change) -> None:
        """Takes over a change as the history writes it down. A change of a row that is not here is passed over."""
        if change.field is None:
            if change.came and change.new is not None:
                self.put(record_from_columns(change.table, json.loads(change.new)))
            elif not change.came and change.key in self.records:
                self._forget(change.key)
                self._unlink(self.records.pop(change.key))
        elif change.key in self.records:
            self._set(self.records[change.key], change.field, change.new)

    def whole(self, change: Change) -> Change:
        """A change of the history with its values written out; to be asked before the change is applied."""
        record = self.records.get(change.key)
        if record is None or change.field is None or not isinstance(change.new, Patch):
            return change
        return change.whole(encode(record.shape.columns[change.field], record.data[change.field]))

    def _set(self, record: Record, field: str, stored: Any) -> None:
        self._forget(record.key)
        if field in PLACE:
            self._unlink(record)
            setattr(record, field, stored)
            insort(self._children.setdefault((record.parent, record.slot), []), (record.rank, record.key))
            self._forget(record.key)
        else:
            record.data[field] = decode(SHAPES[record.table].columns[field], stored)

    def _unlink(self, record: Record) -> None:
        self._children[record.parent, record.slot].remove((record.rank, record.key))

    def _forget(self, key: str | None) -> None:
        while key is not None:
            self._values.pop(key, None)
            record = self.records.get(key)
            key = record.parent if record is not None else None

    def _slots(self, record: Record) -> tuple[str, ...]:
        return (*record.shape.slots, *BESIDE.get(record.table, ()))


ROSTER = "roster"
"""The slot of a meeting for the master data that travels with it; not part of the session file's shape."""

MASTER_SLOTS: dict[type[Row], str] = {Organization: "organizations", Person: "persons", Paper: "papers"}
"""Where master data stands below its body."""


def references(value: Value) -> Iterator[str]:
    """The keys a value and all in it refer to, in order, with repetitions."""
    for name in field_types(type(value)):
        item = getattr(value, name)
        if name in reference_fields(type(value)):
            yield from item if isinstance(item, tuple) else (item,) if item else ()
        elif isinstance(item, Value):
            yield from references(item)
        elif isinstance(item, tuple):
            for part in item:
                if isinstance(part, Value):
                    yield from references(part)


def session(shelf: Shelf, meeting_key: str) -> SessionFile:
    """A meeting with its roster and everything it refers to, as one session file. All of it must be on the shelf."""
    meeting = shelf.value(meeting_key)
    assert isinstance(meeting, Meeting)
    body = shelf.value(shelf.records[meeting_key].parent or "")
    assert isinstance(body, Body)
    members = [shelf.records[entry].data["member"] for entry in shelf.children(meeting_key, ROSTER)]
    found: dict[str, Row] = {key: shelf.value(key) for key in members if key in shelf}
    waiting: list[Value] = [meeting, *found.values()]
    while waiting:
        for key in references(waiting.pop()):
            if key in shelf and key not in found and isinstance(row := shelf.value(key), Organization | Person | Paper):
                found[key] = row
                waiting.append(row)
    return SessionFile(
        body=body if body.name else None,
        organizations=tuple(row for row in found.values() if isinstance(row, Organization)),
        persons=tuple(row for row in found.values() if isinstance(row, Person)),
        papers=tuple(row for row in found.values() if isinstance(row, Paper)),
        meetings=(meeting,),
    )
