"""A disk that refuses: nothing typed is lost, saving goes on when it can; what no book can hold harms nothing else."""

import resource
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from desktop.models import schema
from desktop.models.book import Book
from desktop.models.errors import BookError, NotStorable, StorageFailed
from desktop.models.history import Change
from desktop.models.values import AgendaItem
from tests.conftest import SetClock
from tests.models.test_book import filled


@contextmanager
def full_disk(folder: Path) -> Iterator[None]:
    """No file of this process may grow beyond the largest of the folder: what a full disk does, without being root."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    largest = max(path.stat().st_size for path in folder.iterdir())
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


class Told:
    """What the writer says, and a way to wait for it."""

    def __init__(self, book: Book) -> None:
        self.errors: list[BookError] = []
        self._failed, self._saved = threading.Event(), threading.Event()
        book.on_failed = self._on_failed
        book.on_saved = lambda _: self._saved.set()

    def _on_failed(self, error: BookError) -> None:
        self.errors.append(error)
        self._failed.set()

    def wait_failed(self) -> None:
        assert self._failed.wait(10)
        self._saved.clear()

    def wait_saved(self) -> None:
        assert self._saved.wait(10)


def test_what_is_typed_while_the_disk_is_full_is_saved_when_there_is_room(
    tmp_path: Path, clock: SetClock, book: Book
) -> None:
    key = filled(book)
    entry = book.meeting.agenda[0].proceedings[0].key
    told = Told(book)
    with full_disk(tmp_path):
        book.change(entry, typing=True, text="x" * 3_000_000)
        told.wait_failed()
        book.change(book.meeting_key or "", name="Weiter getippt")
        with pytest.raises(StorageFailed):
            book.read(lambda db: schema.Meeting.select().count(db))
    assert isinstance(told.errors[0], StorageFailed)
    assert isinstance(book.failure, StorageFailed)
    told.wait_saved()
    before = book.meeting
    assert book.close()
    again = Book(tmp_path / "test.book", clock.now)
    assert again.open_meeting(key) == before
    again.close()


def test_closing_on_a_full_disk_says_that_something_is_missing(tmp_path: Path, book: Book) -> None:
    filled(book)
    told = Told(book)
    with full_disk(tmp_path):
        book.change(book.meeting.agenda[0].proceedings[0].key, text="x" * 3_000_000)
        told.wait_failed()
        assert not book.close()
    assert isinstance(book.failure, StorageFailed)


def test_the_door_refuses_what_cannot_be_stored(book: Book) -> None:
    filled(book)
    before = book.meeting
    item = before.agenda[0].key
    for fields in ({"name": "a\x07b"}, {"name": "a\ud83d"}, {"name": None}, {"treated_order": 2**63}):
        with pytest.raises(ValueError, match=r"required|forbidden|64 bits"):
            book.change(item, **fields)
    with pytest.raises(ValueError, match="forbidden"):
        book.add(AgendaItem(name="\x00", public=True), before.key, "agenda")
    assert book.meeting == before


def test_a_change_no_book_can_hold_does_not_keep_others_from_the_disk(
    tmp_path: Path, clock: SetClock, book: Book
) -> None:
    key = filled(book)
    told = Told(book)
    poison = Change("Meeting", key, "name", '"alt"', None)  # the column must have a value; only a bug can send this
    book.adopt([poison], "test", {}, {})
    book.change(book.meeting.agenda[0].key, name="Danach")
    told.wait_saved()
    assert [type(error) for error in told.errors] == [NotStorable]
    assert not book.close()
    again = Book(tmp_path / "test.book", clock.now)
    assert again.open_meeting(key).agenda[0].name == "Danach"
    again.close()


def test_a_listener_that_stumbles_does_not_stop_the_writing(tmp_path: Path, clock: SetClock, book: Book) -> None:
    key = filled(book)

    def stumble(_: object) -> None:
        raise ZeroDivisionError

    book.on_saved = stumble
    book.change(key, name="Eins")
    book.change(key, name="Zwei")
    assert book.close()
    again = Book(tmp_path / "test.book", clock.now)
    assert again.open_meeting(key).name == "Zwei"
    again.close()
