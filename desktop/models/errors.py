"""What can go wrong with a book. Errors carry data; the command line and the window make the sentences."""

from pathlib import Path


class BookError(Exception):
    """The world's errors around a book: tell the user, keep going."""


class BookBusy(BookError):
    """Another process holds the book."""


class BookClosed(BookError):
    """The book was let go before the question could be answered."""


class BookTooNew(BookError):
    """The book was written by a newer version of the program."""

    def __init__(self, version: int) -> None:
        super().__init__(version)
        self.version = version


class NotABook(BookError):
    """The file is not a book of ours, or it is damaged."""

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(str(path), detail)
        self.path = path
        self.detail = detail


class StorageFailed(BookError):
    """The disk did not take or give the data: full, read-only, gone. ``code`` is SQLite's name of the error."""

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(code, detail)
        self.code = code
        self.detail = detail


class Damaged(BookError):
    """A row of the book that nobody can read any more. ``table`` is named as the history names tables."""

    def __init__(self, table: str, key: str, detail: str) -> None:
        super().__init__(table, key, detail)
        self.table = table
        self.key = key
        self.detail = detail


class NotStorable(BookError):
    """A bug of ours: a change that no book can hold. It was set aside, all others are saved."""

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail


class MeetingExists(BookError):
    """A meeting of a file is in the book already."""

    def __init__(self, meeting_id: str, name: str) -> None:
        super().__init__(meeting_id, name)
        self.meeting_id = meeting_id
        self.name = name


class MeetingUnknown(BookError):
    """No meeting, or more than one, answers to a key or id."""

    def __init__(self, wanted: str, *, ambiguous: bool = False) -> None:
        super().__init__(wanted)
        self.wanted = wanted
        self.ambiguous = ambiguous


class StillInUse(BookError):
    """A person, organization or paper cannot go: so many rows refer to it."""

    def __init__(self, key: str, uses: int) -> None:
        super().__init__(key, uses)
        self.key = key
        self.uses = uses
