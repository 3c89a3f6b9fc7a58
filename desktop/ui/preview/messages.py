"""What the window and the process that makes pages say to each other. Plain values; no Qt on either side of them."""

import pickle
import re
import traceback
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from desktop.export.document import Look
from desktop.export.kinds import Kind
from desktop.export.order import Order
from desktop.export.places import Issue
from desktop.models.rows import Record
from desktop.models.values import Reader
from desktop.wording import Mistake

#: in place of words: what is looked for stands at the end
LAST = "\f"

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
    meeting: str
    item: str | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """Files to make of a meeting, by its key."""

    number: int
    order: Order
    created: datetime
    meeting: str


class Work(StrEnum):
    """What needs no meeting, only what is given along."""

    SHEETS = "sheets"  # name of a profile, its folder, datetime, Sample: Sheets
    WORD = "word"  # name of a profile, its folder, datetime: the bytes of a DOCX
    PDF = "pdf"  # Document: the bytes of a PDF
    TEMPLATE = "template"  # the bytes of a DOCX: TemplateCheck


@dataclass(frozen=True, slots=True)
class Task:
    """Work of a house."""

    number: int
    work: Work
    args: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Sample:
    """What shall be shown: a kind of document in a look, for whom it is."""

    kind: Kind
    look: Look
    reader: Reader


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


@dataclass(frozen=True, slots=True)
class Sheets:
    """A PDF and the words of its pages, white space as single spaces."""

    data: bytes
    texts: tuple[str, ...]

    def page_with(self, words: str) -> int | None:
        """The first page that has these words, from 1; the last one for LAST."""
        if words == LAST:
            return len(self.texts)
        wanted = re.compile(rf"(?<!\w){re.escape(' '.join(words.split()))}(?!\w)")
        return next((place for place, text in enumerate(self.texts, 1) if words and wanted.search(text)), None)


@dataclass(frozen=True, slots=True)
class Done:
    """The job or the task is done."""

    number: int
    result: Any


@dataclass(frozen=True, slots=True)
class Broken:
    """It went wrong. An exception in parts, because many cannot be rebuilt from their arguments."""

    number: int
    kind: type[BaseException]
    args: tuple[Any, ...]
    state: Mapping[str, Any]

    @classmethod
    def of(cls, number: int, error: Exception) -> "Broken":
        """Takes an exception apart.

        What there is a sentence for goes over as it is; of a mistake of the program its name and where it happened,
        because the other side may not know its class, and what it holds may not go over at all.
        """
        if isinstance(error, OSError):
            return cls(number, OSError, (error.errno, error.strerror, error.filename), {})
        made = cls(number, type(error), error.args, dict(error.__dict__))
        if type(error).__module__.startswith("desktop."):
            with suppress(Exception):
                pickle.dumps(made)
                return made
        told = "".join(traceback.format_exception(error))
        return cls(number, Mistake, (type(error).__name__, told), {})

    def error(self) -> Exception:
        """The exception again."""
        if issubclass(self.kind, OSError):
            return OSError(*self.args)  # the number says which of its classes
        made = self.kind.__new__(self.kind, *self.args)
        made.__dict__.update(self.state)
        assert isinstance(made, Exception)
        return made


class Stopped(Exception):
    """Nobody wants the files any more."""


class PressGone(Exception):
    """The process that makes documents has ended before it was done."""
