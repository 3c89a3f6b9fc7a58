"""A meeting as it was after any of its steps, from its rows as they are now and what the history says.

``book.query(lambda db: past.load(db, meeting))`` reads both on the writer thread; going back and forth afterwards costs
only what changed in between. Of an import the history keeps keys only: its rows were then what they are after all that
was changed since is taken back.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any, TypeVar

from peewee import Database

from desktop.models import logbook, schema
from desktop.models.book import load as load_shelf
from desktop.models.errors import Damaged
from desktop.models.history import Change, Step, inverse
from desktop.models.shelf import Shelf

T = TypeVar("T")

MOST_CHANGES = 20_000
"""So many changes of one meeting are looked at, the newest: some ten megabytes, several long evenings."""

_AT_ONCE = 500
_ENTRIES = frozenset(table.__name__ for table in schema.OF_MEETING if issubclass(table, schema.EntryNode))


class Past:
    """``shelf`` is the meeting as it was after the step that was gone to last, at first as it is now.

    ``steps`` are all that touched the meeting, the oldest first, also before a file took its place; the oldest is the
    one it came with, where that is still known.
    """

    def __init__(self, shelf: Shelf, steps: Iterable[Step]) -> None:
        self.shelf = shelf
        self.steps = list(steps)
        self._in_force = len(self.steps)
        #: rows that an import brought, as it brought them, by its place among the steps and their key
        self._imported: dict[tuple[int, str], str] = {}
        #: what each row is or was, by the name of its table
        self.tables = {record.key: record.table for record in shelf.records.values()}
        self._parents: dict[str, list[str]] = {}
        for step in self.steps:
            for change in step.changes or ():
                self.tables[change.key] = change.table
                self._parents.setdefault(change.key, []).extend(_parents(change))
        for record in shelf.records.values():
            self._parents.setdefault(record.key, []).append(record.parent or "")

    def go(self, place: int) -> Shelf:
        """The meeting as it was after ``steps[place]``."""
        while self._in_force > place + 1:
            self._in_force -= 1
            for change in inverse(self.steps[self._in_force].changes or ()):
                self._remember(change)
                self.shelf.apply(self._whole(change))
        while self._in_force < place + 1:
            for change in self.steps[self._in_force].changes or ():
                self.shelf.apply(self._whole(change))
            self._in_force += 1
        return self.shelf

    def _remember(self, change: Change) -> None:
        record = self.shelf.records.get(change.key)
        if change.field is None and not change.came and change.old is None and record is not None:
            self._imported[self._in_force, change.key] = logbook.row_text(record.columns())

    def _whole(self, change: Change) -> Change:
        if change.field is None and change.came and change.new is None:
            return replace(change, new=self._imported.get((self._in_force, change.key)))
        return self.shelf.whole(change)

    def removed(self) -> dict[str, dict[str, Any]]:
        """Rows that were removed, as columns, as they were when they went last."""
        found = {}
        for step in self.steps:
            for change in step.changes or ():
                if change.field is None and not change.came and (row := logbook.row(change.old)):
                    found[change.key] = row
        return found

    def below(self, root: str) -> frozenset[str]:
        """The keys of a row and of all that ever stood below it."""
        children: dict[str, set[str]] = {}
        for key, parents in self._parents.items():
            for parent in parents:
                children.setdefault(parent, set()).add(key)
        found, waiting = {root}, [root]
        while waiting:
            fresh = children.get(waiting.pop(), set()) - found
            found |= fresh
            waiting += fresh
        return frozenset(found)

    def item_of(self, key: str) -> str | None:
        """The agenda item that a row is, or stands or stood below last; None for one of the meeting as a whole."""
        seen: set[str] = set()
        while self.tables.get(key) != "AgendaItem":
            seen.add(key)
            above = [parent for parent in reversed(self._parents.get(key, ())) if parent not in seen]
            if not above:
                return None
            key = above[0]
        return key

    def titles(self, item: str) -> frozenset[str]:
        """What an item was called at any time that is known."""
        found: set[Any] = set()
        for change in (change for step in self.steps for change in step.changes or () if change.key == item):
            if change.field == "name":
                found |= {change.old, change.new}
            elif change.field is None:
                found |= {row["name"] for side in (change.old, change.new) if (row := logbook.row(side))}
        return frozenset(title for title in found if title and isinstance(title, str))

    def lineage(self, entry: str) -> tuple[str, ...]:
        """An entry and those it was before, the newest first: naming a speaker makes a new row of a text."""
        found = [entry]
        for step in reversed(self.steps):
            whole = [change for change in step.changes or () if change.field is None and change.table in _ENTRIES]
            came, went = [one.key for one in whole if one.came], [one.key for one in whole if not one.came]
            if came == [found[-1]] and len(went) == 1 and went[0] not in found:
                found += went
        return tuple(found)


def _parents(change: Change) -> Iterator[str]:
    if change.field == "parent":
        yield from (side for side in (change.old, change.new) if side)
    elif change.field is None:
        row = logbook.row(change.new if change.came else change.old)
        if row and row["parent"]:
            yield row["parent"]


def load(db: Database, meeting: str, most: int = MOST_CHANGES) -> Past:
    """A meeting with its past. Raises MeetingUnknown, and Damaged where a line of its history cannot be read."""
    shelf = load_shelf(db, meeting)
    of_meeting = [record.key for record in shelf.records.values() if meeting in (record.key, record.meeting)]
    rows = sorted(_rows(db, {*of_meeting, *_removed(db, meeting)}), key=lambda row: int(row["seq"]))
    return Past(shelf, _steps(rows[-most:]))


def _removed(db: Database, meeting: str) -> Iterator[str]:
    """Rows of the meeting that were removed; the history keeps them whole."""
    h = schema.History
    query = h.select(h.key, h.old).where(h.field.is_null() & h.old.is_null(False) & h.old.contains(meeting))
    for key, old in query.tuples().execute(db):
        if json.loads(old).get("meeting") == meeting:
            yield key


def _rows(db: Database, keys: set[str]) -> Iterator[dict[str, Any]]:
    ordered, h = sorted(keys), schema.History
    for begin in range(0, len(ordered), _AT_ONCE):
        yield from h.select().where(h.key.in_(ordered[begin : begin + _AT_ONCE])).dicts().execute(db)


def _begun(row: dict[str, Any]) -> Step:
    return Step(row["step"], row["action"], json.loads(row["params"]), datetime.fromisoformat(row["at"]), [])


def _readable(row: dict[str, Any], read: Callable[[dict[str, Any]], T]) -> T:
    try:
        return read(row)
    except ValueError as error:
        raise Damaged("History", str(row["seq"]), str(error)) from error


def _steps(rows: Iterable[dict[str, Any]]) -> Iterator[Step]:
    step: Step | None = None
    for row in rows:
        if step is None or step.number != row["step"]:
            if step is not None:
                yield step
            step = _readable(row, _begun)
        if step.changes is not None:
            step.changes.append(_readable(row, logbook.change))
    if step is not None:
        yield step
