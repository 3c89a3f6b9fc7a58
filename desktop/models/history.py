"""Changes and steps as data: how one is inverted, how one is written down, how undo and redo follow from the log."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

TYPING_WINDOW = timedelta(seconds=10)
"""How long typing into one field stays one step (design §4, History)."""

IMPORT = "import"
"""The action whose rows the history keeps by key only (design §4)."""

UNDO = "undo"
REDO = "redo"

SLIP = 8
"""How many characters may be taken back while typing before taking away becomes a step of its own."""

_WORTH_TRIMMING = 40
_STRIDES = (4096, 64, 1)


@dataclass(frozen=True, slots=True)
class Patch:
    """One side of a change of a long text: ``middle`` between the first ``head`` and the last ``tail`` characters.

    So the history grows with what is typed and not with the text it is typed into.
    """

    head: int
    tail: int
    middle: str

    def applied(self, other: str) -> str:
        """The whole text, from the text on the other side of the change."""
        return other[: self.head] + self.middle + other[len(other) - self.tail :]


def difference(old: str, new: str) -> tuple[Patch, Patch]:
    """What was taken out of a text, and what was put in its place."""
    shorter = min(len(old), len(new))
    head = _common(old, new, shorter)
    tail = _common(old[::-1], new[::-1], shorter - head)
    return Patch(head, tail, old[head : len(old) - tail]), Patch(head, tail, new[head : len(new) - tail])


def _common(one: str, other: str, most: int) -> int:
    """With how many equal characters two texts begin, ``most`` at most."""
    place = 0
    for size in _STRIDES:
        while place < most and one[place : place + size] == other[place : place + size]:
            place += size
    return min(place, most)


@dataclass(frozen=True, slots=True)
class Change:
    """One field of one row, or with ``field`` None a whole row that came (``new``) or went (``old``).

    ``old`` and ``new`` are as stored: column values for a field, JSON text of all columns for a row. A row that came
    with an import has neither: the history keeps its key only, the content is read from the table when it is undone.
    Of a long text that was changed a little they are the two sides of a ``Patch``.
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

    def trimmed(self) -> "Change":
        """The same change, of a long text only what is different."""
        if self.field is None or not (isinstance(self.old, str) and isinstance(self.new, str)):
            return self
        if min(len(self.old), len(self.new)) < _WORTH_TRIMMING:
            return self
        gone, put = difference(self.old, self.new)
        return replace(self, old=gone, new=put) if gone.head + gone.tail >= _WORTH_TRIMMING else self

    def whole(self, now: Any) -> "Change":
        """The inverse of ``trimmed``, told what the field holds before the change."""
        return replace(self, old=now, new=self.new.applied(now)) if isinstance(self.new, Patch) else self


@dataclass(slots=True)
class Typing:
    """What a step that is still open for key presses belongs to, and how much of what was typed in it is gone again."""

    key: str
    field: str
    typed: bool = False
    gone: int = 0

    def takes(self, change: Change) -> bool:
        """Whether a key press is of this step; if so it is counted.

        What is typed and taken away in one step would be nowhere: taking away more than a slip is a step of its own.
        """
        if (self.key, self.field) != (change.key, change.field):
            return False
        gone, put = difference(change.old or "", change.new or "")
        if self.typed and self.gone + len(gone.middle) > SLIP:
            return False
        self.gone += len(gone.middle) if self.typed else 0
        self.typed = self.typed or bool(put.middle)
        return True


@dataclass(slots=True)
class Step:
    """One act of the user: what undo takes back at once. ``changes`` is None until read from the log."""

    number: int
    action: str
    params: Mapping[str, Any]
    at: datetime
    changes: list[Change] | None = field(default_factory=list)
    typing: Typing | None = None

    def takes_typing(self, change: Change, now: datetime) -> bool:
        """Whether a further key press still belongs to the step."""
        return self.typing is not None and now - self.at < TYPING_WINDOW and self.typing.takes(change)

    def close(self) -> None:
        """No key press belongs to it any more."""
        if self.typing is not None and self.changes is not None:
            self.changes = [change.trimmed() for change in self.changes]
        self.typing = None


def inverse(changes: Iterable[Change]) -> list[Change]:
    """The changes that take a step back, last first."""
    return [change.inverse() for change in reversed(list(changes))]


def stored(value: Any) -> str | None:
    """A column value as the history keeps it: JSON text, None for an absent value; a patch is a list."""
    plain = [value.head, value.tail, value.middle] if isinstance(value, Patch) else value
    return None if plain is None else json.dumps(plain, ensure_ascii=False)


def loaded(text: str | None) -> Any:
    """The inverse of ``stored``."""
    plain = None if text is None else json.loads(text)
    return Patch(*plain) if isinstance(plain, list) else plain


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
