"""Which result sentences were left behind by their numbers, by what the history says. Runs on the writer thread:
``book.query(lambda db: wordings.left_behind(db, meeting))``."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from peewee import Database

from desktop.models import schema
from desktop.models.history import REDO, UNDO, Patch, loaded
from desktop.models.rules.sentences import OF_BALLOT, OF_ROW, OF_VOTE

_OF_ROW = tuple(dict.fromkeys((*OF_ROW, *OF_BALLOT)))
_ROWS = (schema.FactionRow, schema.Ballot)

Columns = dict[str, Any]
State = dict[str, Columns]


@dataclass(frozen=True, slots=True)
class _Change:
    """A change as the history keeps it; ``parent`` only of a row that went."""

    step: int
    action: str
    key: str
    field: str | None
    old: str | None
    parent: str | None


def left_behind(db: Database, meeting: str) -> frozenset[str]:
    """The keys of votes whose numbers are others now than when their wording was last changed.

    What came with an import counts as worded then. Numbers that were changed and changed back, e.g. by undo, do not
    count, nor does the order of rows.
    """
    vote = schema.Vote
    found = vote.select().where((vote.meeting == meeting) & vote.verdict.is_null(False)).dicts().execute(db)
    votes: State = {row["key"]: row for row in found}
    if not votes:
        return frozenset()
    rows: State = {}
    for table in _ROWS:
        rows |= {row["key"]: row for row in table.select().where(table.parent.in_(list(votes))).dicts().execute(db)}
    changes = _changes(db, votes, rows)
    parents = {key: row["parent"] for key, row in rows.items()} | {one.key: one.parent for one in changes if one.parent}
    return frozenset(key for key in votes if _differs(key, votes[key], rows, changes, parents))


def _changes(db: Database, votes: Iterable[str], rows: Iterable[str]) -> list[_Change]:
    """What became of the votes and of all rows they ever had, the last change first."""
    h = schema.History
    keys = [*votes, *rows]
    query = h.select(h.seq, h.step, h.action, h.key, h.field, h.old).order_by(h.seq)
    told = list(query.where(h.key.in_(keys)).tuples().execute(db))
    # Only what is younger than the first wording can have left one behind: the history of a long term is not read.
    first = next((seq for seq, _, _, key, field, _ in told if field in ("verdict", None) and key in votes), 0)
    went = h.table.in_([table.__name__ for table in _ROWS]) & h.field.is_null() & h.old.is_null(False)
    told += query.where((h.seq > first) & went).tuples().execute(db)
    gone = {key: parent for _, _, _, key, _, old in told if (parent := _parent(old))}
    lost = [key for key, parent in gone.items() if parent in keys]
    told += query.where(h.key.in_(lost)).tuples().execute(db)
    ordered = sorted(set(told), reverse=True, key=lambda row: row[0])
    return [_Change(step, action, key, field, old, gone.get(key)) for _, step, action, key, field, old in ordered]


def _parent(old: str | None) -> str | None:
    """The parent of a row that went; None for the old value of a field."""
    row = json.loads(old) if old and old.startswith("{") else None
    return row.get("parent") if isinstance(row, dict) else None


def _differs(
    key: str, vote: Columns, rows: State, changes: Iterable[_Change], parents: Mapping[str, str | None]
) -> bool:
    """Whether the numbers of a vote are others than when its wording was settled."""
    own = [one for one in changes if one.key == key or parents.get(one.key) == key]
    settled = _settled(one for one in reversed(own) if one.key == key and one.field in ("verdict", None))
    now: State = {key: vote} | {row: columns for row, columns in rows.items() if parents[row] == key}
    then = {row: dict(columns) for row, columns in now.items()}
    for change in own:
        if change.step > settled:
            _take_back(then, change)
    return _numbers(now, key) != _numbers(then, key)


def _settled(worded: Iterable[_Change]) -> int:
    """The step that gave a vote its present wording; 0 where it is older than the history.

    A wording that undo or redo brought back was settled when it was first given, with the numbers of then. The changes
    are in the order of the log.
    """
    done, undone = [0], [0]
    for step, action in dict.fromkeys((one.step, one.action) for one in worded):
        if action == UNDO:
            undone.append(done.pop() if len(done) > 1 else 0)
        elif action == REDO:
            done.append(undone.pop() if len(undone) > 1 else step)
        else:
            done.append(step)
            undone = [0]
    return done[-1]


def _take_back(state: State, change: _Change) -> None:
    if change.field is not None:
        if change.key in state:
            old = loaded(change.old)
            now = state[change.key][change.field]
            state[change.key][change.field] = old.applied(now) if isinstance(old, Patch) else old
    elif change.old is None:
        state.pop(change.key, None)
    else:
        state[change.key] = json.loads(change.old)


def _numbers(state: State, vote: str) -> tuple[Any, ...]:
    rows = [tuple(columns.get(name) for name in _OF_ROW) for key, columns in state.items() if key != vote]
    return (tuple(state.get(vote, {}).get(name) for name in OF_VOTE), sorted(rows, key=repr))
