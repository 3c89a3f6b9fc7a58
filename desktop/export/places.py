"""Where the files of a meeting go, and which were given out: nobody's file is overwritten, and each is known again."""

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from desktop.export.kinds import Kind
from desktop.models import queries
from desktop.models.book import Book
from desktop.models.values import MeetingState, Reader

#: the states of minutes whose documents are final
RELEASED = frozenset({MeetingState.RELEASED, MeetingState.SIGNED, MeetingState.APPROVED, MeetingState.PUBLISHED})

_PUBLISHED = "published:"


@dataclass(frozen=True, slots=True)
class Issue:
    """What files of one publication have in common.

    ``item`` is the key where they are about a single one; ``content`` is the SHA-256 of the edition they were made
    from, so that a later change of the minutes can be told.
    """

    kind: Kind
    edition: Reader
    at: datetime
    item: str | None
    content: str


@dataclass(frozen=True, slots=True)
class Given:
    """A file that was given out. ``at`` is an ISO date-time, ``sha256`` that of its bytes (hex).

    ``content`` is the digest that its documents may print; ``folder`` where it went, empty where nobody noted it.
    """

    sha256: str
    meeting: str
    name: str
    kind: str
    edition: str
    format: str
    at: str
    final: bool
    item: str | None = None
    content: str = ""
    folder: str = ""


class Places:
    """Gives paths in a folder and remembers in the book which meeting wrote which file.

    ``final``: the files are those of released minutes. A draft goes beside a final file of its name and never over
    it; ``spared`` has the names of those that stayed.
    """

    def __init__(self, book: Book, meeting: str, folder: Path, *, final: bool = False) -> None:
        self._book = book
        self._meeting = meeting
        self._folder = folder.absolute()
        self.final = final
        self._given: set[Path] = set()
        self.spared: list[str] = []

    def give(self, name: str) -> Path:
        """The path for a file name: free, or with a file of this meeting that nobody changed; else a number behind.

        Never the same twice.
        """
        path = self._folder / name
        number = 2
        while path in self._given or (path.exists() and not self._may_replace(path)):
            path, number = self._folder / f"{Path(name).stem}_{number}{path.suffix}", number + 1
        self._given.add(path)
        return path

    def remember(self, files: tuple[Path, ...], issue: Issue) -> None:
        """Notes that this meeting has given out the files."""
        notes = dict(self._note(path, issue) for path in files)
        self._book.read(lambda db: queries.keep_settings(db, notes))

    def _note(self, path: Path, issue: Issue) -> tuple[str, str]:
        given = Given(
            sha256=fingerprint(path),
            meeting=self._meeting,
            name=path.name,
            kind=issue.kind,
            edition=issue.edition,
            format=path.suffix.removeprefix("."),
            at=issue.at.isoformat(timespec="seconds"),
            final=self.final,
            item=issue.item,
            content=issue.content,
            folder=str(path.parent),
        )
        values = asdict(given)
        return f"{_PUBLISHED}{values.pop('sha256')}", json.dumps(values, ensure_ascii=False)

    def _may_replace(self, path: Path) -> bool:
        """Whether what is there was given out by this meeting and is unchanged: not signed, not mended by hand."""
        known = recognise(self._book, path) if path.is_file() else None
        if known is None or known.meeting != self._meeting:
            return False
        if self.final or not known.final:
            return True
        self.spared.append(path.name)
        return False


def fingerprint(path: Path) -> str:
    """The SHA-256 of a file (hex). Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def recognise(book: Book, path: Path) -> Given | None:
    """What a file is, if it was given out and is unchanged, whatever its name is now. Raises OSError."""
    found = fingerprint(path)
    value = book.read(lambda db: queries.setting(db, _PUBLISHED + found))
    return Given(sha256=found, **json.loads(value)) if value is not None else None


def given_out(book: Book, meeting: str) -> list[Given]:
    """The files of a meeting that were given out, the newest first."""
    notes = book.read(lambda db: queries.settings(db, _PUBLISHED))
    found = (Given(sha256=name.removeprefix(_PUBLISHED), **json.loads(value)) for name, value in notes)
    return sorted((one for one in found if one.meeting == meeting), key=lambda one: (one.at, one.name), reverse=True)
