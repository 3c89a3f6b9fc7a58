"""The history as it lies in the book: reading steps back, and going on where the last session ended."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from peewee import Database, fn

from desktop.models import schema
from desktop.models.history import Change, Step, Timeline, loaded
from desktop.models.rows import new_key

STEPS_KEPT = 1000
"""How many steps can be undone after a restart; the log itself keeps all."""


@dataclass(frozen=True, slots=True)
class Log:
    """Where the log stands: next history number, last step, what can be undone."""

    device: str
    seq: int
    step: int
    timeline: Timeline


def resume(db: Database) -> Log:
    """Reads the end of the log when a book is opened; a new book gets its device name here."""
    history = schema.History
    # Each by itself: both at once would read the whole history instead of the end of an index.
    last_seq, last_step = (history.select(fn.MAX(column)).scalar(db) for column in (history.seq, history.step))
    return Log(_device(db), (last_seq or 0) + 1, last_step or 0, _timeline(db, last_step or 0))


def _device(db: Database) -> str:
    setting = schema.Setting
    found = list(setting.select(setting.value).where(setting.name == "device").tuples().execute(db))
    if found:
        return str(found[0][0])
    device = new_key()
    setting.insert(name="device", value=device).execute(db)
    return device


def _timeline(db: Database, last_step: int) -> Timeline:
    history = schema.History
    firsts = history.select(fn.MIN(history.seq)).where(history.step > last_step - STEPS_KEPT).group_by(history.step)
    query = history.select(history.step, history.action, history.params, history.at)
    timeline = Timeline()
    for number, action, params, at in query.where(history.seq.in_(firsts)).order_by(history.step).tuples().execute(db):
        try:
            timeline.push(Step(number, action, json.loads(params), datetime.fromisoformat(at), None))
        except ValueError:  # a damaged line: nothing is undone beyond it
            timeline = Timeline()
    return timeline


def changes(db: Database, step: int) -> list[Change]:
    """The changes of a step, in order, as the history keeps them."""
    history = schema.History
    rows = history.select().where(history.step == step).order_by(history.seq).dicts().execute(db)
    return [change(row) for row in rows]


def change(row: dict[str, Any]) -> Change:
    """A row of the history as a change."""
    if row["field"] is None:
        return Change(row["table"], row["key"], None, row["old"], row["new"], came=row["old"] is None)
    return Change(row["table"], row["key"], row["field"], loaded(row["old"]), loaded(row["new"]))


def row_text(columns: dict[str, Any]) -> str:
    """A whole row as the history keeps it."""
    return json.dumps(columns, ensure_ascii=False)


def row(text: str | None) -> dict[str, Any] | None:
    """The inverse of ``row_text``."""
    return json.loads(text) if text else None
