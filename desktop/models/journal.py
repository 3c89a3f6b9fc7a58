"""Files acts: numbers steps and history rows, keeps what can be undone, hands everything to the writer."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from desktop.models import logbook
from desktop.models.history import IMPORT, Change, Step, Timeline, Typing, original
from desktop.models.writer import Save, Writer

Params = Mapping[str, Any]


@dataclass(slots=True)
class Act:
    """What one act has changed so far. ``parents`` are the rows whose lists of children changed."""

    action: str
    params: Params
    changes: list[Change] = field(default_factory=list)
    parents: set[str] = field(default_factory=set)
    blobs: dict[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Changed:
    """The announcement of an act: rows with the fields that changed, rows that came, rows that went.

    ``parents`` are the rows whose lists of children changed; ``tables`` are those of all rows that came, went or have
    changed themselves. ``typing`` tells a key press from a deliberate act.
    """

    action: str
    fields: Mapping[str, frozenset[str]]
    came: frozenset[str] = frozenset()
    went: frozenset[str] = frozenset()
    parents: frozenset[str] = frozenset()
    tables: frozenset[str] = frozenset()
    typing: bool = False


class Journal:
    """The log of one book from here on. ``timeline`` is what can be undone and redone."""

    def __init__(self, writer: Writer, log: logbook.Log, now: Callable[[], datetime], author: str) -> None:
        self.timeline: Timeline = log.timeline
        self.current: Act | None = None
        self._writer = writer
        self._device = log.device
        self._author = author
        self._now = now
        self._seq = log.seq
        self._step = log.step
        self._saves = 0

    @contextmanager
    def act(self, action: str, params: Params, take_back: Callable[[list[Change]], None]) -> Iterator[Act]:
        """Everything changed inside is one act; acts inside are part of it.

        On an error ``take_back`` is given what was changed inside, in an inner act that alone.
        """
        if self.current is not None:
            yield from self._inner(self.current, take_back)
            return
        self.current = act = Act(action, params)
        try:
            yield act
        except BaseException:
            take_back(act.changes)
            raise
        finally:
            self.current = None

    @staticmethod
    def _inner(act: Act, take_back: Callable[[list[Change]], None]) -> Iterator[Act]:
        begin = len(act.changes)
        try:
            yield act
        except BaseException:
            take_back(act.changes[begin:])
            del act.changes[begin:]
            raise

    def file(self, act: Act) -> Changed:
        """Files an act as one step and queues it; returns its announcement."""
        self._step += 1
        # An import keeps keys only, so that undoing it reads the rows as they are then.
        complete = act.action != IMPORT and all(c.field or c.old or c.new for c in act.changes)
        self.end_typing()
        kept = [change.trimmed() for change in act.changes] if complete else None
        step = Step(self._step, act.action, act.params, self._now(), kept)
        self.timeline.push(step)
        self._queue(step, tuple(act.changes), act.blobs)
        fields: dict[str, set[str]] = {}
        for change in act.changes:
            if change.field is not None:
                fields.setdefault(change.key, set()).add(change.field)
        return Changed(
            act.action,
            {key: frozenset(names) for key, names in fields.items()},
            frozenset(change.key for change in act.changes if change.field is None and change.came),
            frozenset(change.key for change in act.changes if change.field is None and not change.came),
            frozenset(act.parents),
            frozenset(change.table for change in act.changes),
        )

    def file_typing(self, change: Change) -> Changed:
        """Files a key press: it joins the open step of the same field for a while, or opens one."""
        now = self._now()
        name = change.field or ""
        action = f"type.{change.table}"
        last = self.timeline.done[-1] if self.timeline.done and not self.timeline.undone else None
        if last and last.changes and last.takes_typing(change, now):
            merged = Change(change.table, change.key, name, last.changes[0].old, change.new)
            last.changes = [merged]
            self._queue(last, (merged,), {}, merge=True)
        else:
            self._step += 1
            self.end_typing()
            typing = Typing(change.key, name)
            typing.takes(change)
            step = Step(self._step, action, {"field": name}, now, [change], typing)
            self.timeline.push(step)
            self._queue(step, (change,), {})
        return Changed(action, {change.key: frozenset({name})}, tables=frozenset({change.table}), typing=True)

    def end_typing(self) -> None:
        """Closes the open typing step: what is typed next is undone on its own."""
        if self.timeline.done:
            self.timeline.done[-1].close()

    def changes_of(self, step: Step) -> list[Change]:
        """What a step changed, from memory or from the log."""
        if step.changes is not None:
            return step.changes
        return self._writer.call(lambda db: logbook.changes(db, step.number)).result()

    @staticmethod
    def retracing(verb: str, step: Step) -> Act:
        """An empty act that undoes or redoes a step; the log names what was done in the first place."""
        action, params = original(step)
        return Act(verb, {"step": step.number, "action": action, "params": params})

    def _queue(
        self, step: Step, changes: tuple[Change, ...], blobs: Mapping[str, bytes], *, merge: bool = False
    ) -> None:
        self._saves += 1
        seq = self._seq
        self._seq += 0 if merge else len(changes)
        at = step.at.isoformat(timespec="milliseconds")
        self._writer.save(
            Save(
                self._saves,
                seq,
                step.number,
                step.action,
                step.params,
                at,
                self._device,
                self._author,
                changes,
                merge,
                blobs,
            )
        )
