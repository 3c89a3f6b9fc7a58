"""Changes and steps as data: how one is inverted, how one is written down, how undo and redo follow from the log."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

TYPING_WINDOW = timedelta(seconds=10)
"""How long typing into one field stays one step (design §4, History)."""

IMPORT = "import"
"""The action whose rows the history keeps by key only (design §4)."""

UNDO = "undo"
REDO = "redo"


@dataclass(frozen=True, slots=True)
class Change:
    """One field of one row, or with ``field`` None a whole row that came (``new``) or went (``old``).

    ``old`` and ``new`` are as stored: column values for a field, JSON text of all columns for a row. A row that came
    with an import has neither: the history keeps its key only, the content is read from the table when it is undone.
    """

    table: str
    key: str
    field: str | None
    old: Any = None
    new: Any = None
    came: bool = False

    def inverse(self) -> "Change":
        """The change that takes this one back."""
        if self.field is None:
            return Change(self.table, self.key, None, self.new, self.old, came=not self.came)
        return Change(self.table, self.key, self.field, self.new, self.old)


@dataclass(slots=True)
class Step:
    """One act of the user: what undo takes back at once. ``changes`` is None until read from the log."""

    number: int
    action: str
    params: Mapping[str, Any]
    at: datetime
    changes: list[Change] | None = field(default_factory=list)
    typing: tuple[str, str] | None = None

    def takes_typing(self, key: str, name: str, now: datetime) -> bool:
        """Whether a further key press in this field still belongs to the step."""
        return self.typing == (key, name) and now - self.at < TYPING_WINDOW


def inverse(changes: Iterable[Change]) -> list[Change]:
    """The changes that take a step back, last first."""
    return [change.inverse() for change in reversed(list(changes))]


def stored(value: Any) -> str | None:
    """A column value as the history keeps it: JSON text, None for an absent value."""
    return None if value is None else json.dumps(value, ensure_ascii=False)


def loaded(text: str | None) -> Any:
    """The inverse of ``stored``."""
    return None if text is None else json.loads(text)


@dataclass(slots=True)
class Timeline:
    """What can be undone and redone. Undoing is a step of its own in the log, so the log only ever grows."""

    done: list[Step] = field(default_factory=list)
    undone: list[Step] = field(default_factory=list)

    def push(self, step: Step) -> None:
        """Files a step of the log, in the order of the log. What was undone may lie before the first step filed."""
        if step.action == UNDO:
            del self.done[-1:]
            self.undone.append(step)
        elif step.action == REDO:
            del self.undone[-1:]
            self.done.append(step)
        else:
            self.done.append(step)
            self.undone.clear()


def original(step: Step) -> tuple[str, Mapping[str, Any]]:
    """Action and parameters of what was done in the first place, seen through undo and redo."""
    if step.action in (UNDO, REDO):
        return str(step.params["action"]), step.params["params"]
    return step.action, step.params
