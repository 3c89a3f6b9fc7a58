"""The tasks (Aufträge) of all meetings: the question to the book, and ticking one off in a meeting that is not open.

A task has no row of its own: an item holds the list of its tasks. So a task is known by its item and its place there.
"""

from dataclasses import dataclass, replace
from typing import Any

from peewee import Database

from desktop.models import queries, schema
from desktop.models.book import Book
from desktop.models.history import Change
from desktop.models.rows import SHAPES, decode, encode
from desktop.models.values import Task

_HINT: Any = SHAPES["AgendaItem"].columns["tasks"]


@dataclass(frozen=True, slots=True)
class TaskLine:
    """A task as the list of all shows it. ``item`` and ``meeting`` are keys, ``start`` is when the meeting began."""

    meeting: str
    start: str
    organization: str
    item: str
    number: str | None
    name: str
    public: bool
    place: int
    task: Task


def all_tasks(db: Database) -> list[TaskLine]:
    """All tasks of all meetings: the open ones first, those due first before the others, those without a date last."""
    meetings = {line.key: line for line in queries.meetings(db)}
    item = schema.AgendaItem
    columns = (item.key, item.meeting, item.number, item.name, item.public, item.tasks)
    rows = item.select(*columns).where(item.tasks.is_null(False)).order_by(item.meeting, item.rank)
    lines = []
    for key, meeting, number, name, public, stored in rows.tuples().execute(db):
        held = meetings[meeting]
        for place, task in enumerate(decode(_HINT, stored)):
            lines.append(TaskLine(meeting, held.start, held.organization, key, number, name, bool(public), place, task))
    return sorted(lines, key=lambda line: (bool(line.task.done), line.task.due or "9999", line.start))


def set_done(book: Book, line: TaskLine, *, done: bool) -> bool:
    """Ticks a task off, or not any more, as one act named ``task.done``. False where it is no longer as it was."""
    if line.item in book.shelf:
        tasks = book.shelf.records[line.item].data["tasks"]
    else:
        tasks = decode(_HINT, book.read(lambda db: queries.column(db, "AgendaItem", line.item, "tasks"))) or ()
    if line.place >= len(tasks) or tasks[line.place] != line.task:
        return False
    changed = tuple(
        replace(task, done=done or None) if place == line.place else task for place, task in enumerate(tasks)
    )
    if line.item in book.shelf:
        with book.step("task.done"):
            book.change(line.item, tasks=changed)
    else:
        change = Change("AgendaItem", line.item, "tasks", encode(_HINT, tasks), encode(_HINT, changed))
        book.adopt([change], "task.done", {}, {})
    return True
