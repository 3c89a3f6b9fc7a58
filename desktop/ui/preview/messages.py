"""What the window and the process that makes pages say to each other. Plain values; no Qt on either side of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.export.kinds import Kind
from desktop.export.places import Issue
from desktop.models.rows import Record
from desktop.models.values import Reader

if TYPE_CHECKING:  # it brings all writers along, which the window does not need
    from desktop.export.publish import Order

# --- from the window


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows as they are now, and keys of those that are gone. With ``meeting`` another one is open: all others go."""

    records: tuple[Record, ...] = ()
    gone: tuple[str, ...] = ()
    meeting: str | None = None


@dataclass(frozen=True, slots=True)
class View:
    """Pages to look at: a kind in an edition; ``item`` is the key for an Auszug. The newest one counts."""

    number: int
    kind: Kind
    reader: Reader
    created: datetime
    item: str | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """Files to make."""

    number: int
    order: "Order"
    created: datetime


@dataclass(frozen=True, slots=True)
class Stop:
    """The files under way are not wanted any more."""

    number: int


class Question(StrEnum):
    """What only the window's book knows."""

    ELSEWHERE = "elsewhere"  # key of the meeting: Elsewhere
    ATTACHMENTS = "attachments"  # SHA-512 of files: their bytes
    PLACE = "place"  # name of a file: Path


@dataclass(frozen=True, slots=True)
class Answer:
    """What was asked for; Broken where there is none."""

    value: Any


# --- to the window


@dataclass(frozen=True, slots=True)
class Ask:
    """A question; the process waits for the Answer."""

    number: int
    what: Question
    args: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """File ``step`` of ``steps`` is being made."""

    number: int
    step: int
    steps: int


@dataclass(frozen=True, slots=True)
class Pages:
    """A PDF to look at. ``places``: keys of items and entries with the page they begin on, from 1."""

    number: int
    data: bytes
    places: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Made:
    """Files that were written, and what is to be remembered of them; the rest is for the user to be told.

    ``not_printed``: so many entries the kind of minutes does not tell.
    """

    files: tuple[Path, ...]
    issue: Issue
    holes: tuple[str, ...]
    uncovered: frozenset[str]
    left_out: str = ""
    not_printed: int = 0


@dataclass(frozen=True, slots=True)
class Done:
    """The job is done."""

    number: int
    made: Made


@dataclass(frozen=True, slots=True)
class Broken:
    """It went wrong. An exception in parts, because many cannot be rebuilt from their arguments."""

    number: int
    kind: type[BaseException]
    args: tuple[Any, ...]
    state: Mapping[str, Any]

    @classmethod
    def of(cls, number: int, error: BaseException) -> "Broken":
        """Takes an exception apart."""
        return cls(number, type(error), error.args, dict(error.__dict__))

    def error(self) -> BaseException:
        """The exception again."""
        made = self.kind.__new__(self.kind, *self.args)
        made.args = self.args
        made.__dict__.update(self.state)
        return made


class Stopped(Exception):
    """Nobody wants the files any more."""


class PressGone(Exception):
    """The process that makes documents has ended before it was done."""
