"""What a publication is made from: a meeting as it lies in the book, with the bytes of its attachments."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from desktop.models import queries
from desktop.models.book import Book, load
from desktop.models.shelf import session
from desktop.models.values import File, SessionFile, Value


def from_book(book: Book, meeting: str) -> tuple[SessionFile, Mapping[str, bytes]]:
    """A meeting with everything it refers to, as it is saved, and what the book says elsewhere about its publicity.

    Raises MeetingUnknown.
    """
    whole = session(book.read(lambda db: load(db, meeting)), meeting)
    whole = replace(whole, elsewhere=book.read(lambda db: queries.elsewhere(db, meeting)))
    digests = file_digests(whole)
    return whole, book.read(lambda db: queries.attachments(db, digests))


def file_digests(whole: SessionFile) -> list[str]:
    """The SHA-512 of all attachments of a session, each once."""
    return sorted({file.content for file in _files(whole) if file.content})


def _files(whole: SessionFile) -> Iterator[File]:
    holders: list[Value] = [*whole.papers, *whole.meetings, *(item for m in whole.meetings for item in m.agenda)]
    for holder in holders:
        yield from getattr(holder, "files", ())
