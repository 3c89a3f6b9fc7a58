"""A book with a damaged place: what is whole can be read, what is not is told as an error of the world."""

from pathlib import Path

import pytest

from desktop.models import past, queries
from desktop.models.book import Book
from desktop.models.errors import Damaged
from desktop.models.values import Meeting
from desktop.wording import sentence
from tests.conftest import SetClock
from tests.models.test_book import filled


def test_a_text_with_a_broken_byte_is_shown_with_a_mark_there(book: Book) -> None:
    key = filled(book)
    book.read(lambda db: db.execute_sql("UPDATE person SET family_name = CAST(X'4D75FF746572' AS TEXT)"))
    book.open_meeting(key)
    assert book.session().persons[0].family_name == "Mu\ufffdter"


def test_a_row_that_nobody_can_read_keeps_its_own_meeting_shut_only(book: Book) -> None:
    key = filled(book)
    other = book.add(Meeting(name="2. Sitzung", start="2026-04-05"), book.shelf.records[key].parent, "meetings")
    book.read(lambda db: db.execute_sql("UPDATE agenda_item SET tasks = '[{'"))
    with pytest.raises(Damaged) as caught:
        book.open_meeting(key)
    assert caught.value.table == "AgendaItem"
    assert "Sicherung" in sentence(caught.value)
    assert book.open_meeting(other).name == "2. Sitzung"
    assert [line.key for line in book.read(queries.meetings)] == [other, key]


def test_a_damaged_line_of_the_history_ends_what_can_be_undone_and_nothing_else(
    tmp_path: Path, clock: SetClock, book: Book
) -> None:
    key = filled(book)
    for name in ("a", "b", "c"):
        book.change(key, name=name)
    last = "(SELECT MAX(step) FROM history)"
    book.read(lambda db: db.execute_sql(f"UPDATE history SET params = '{{' WHERE step = {last} - 1"))
    book.close()
    book = Book(tmp_path / "test.book", clock.now)
    assert book.open_meeting(key).name == "c"
    assert book.steps == 1
    with pytest.raises(Damaged):
        book.read(lambda db: past.load(db, key))
    assert book.undo()
    assert book.meeting.name == "b"
    assert not book.undo()
    book.close()
