"""Wordings that were left behind by their numbers, from a real history."""

from dataclasses import replace

import pytest

from desktop.models import intake, wordings
from desktop.models.book import Book
from desktop.models.exchange import session_file
from desktop.models.values import Ballot, Choice, FactionRow, Vote, VoteOption
from desktop.paths import resource
from tests.models.test_book import filled

EDITED = "Angenommen, wie von der Vorsitzenden verkündet"


@pytest.fixture
def vote(book: Book) -> str:
    """The key of a vote of 3 Ja whose wording was edited."""
    filled(book)
    key = book.meeting.agenda[0].proceedings[1].key
    book.change(key, no=0, accepted=True)
    book.change(key, verdict=EDITED)
    return key


def left(book: Book) -> frozenset[str]:
    return book.read(lambda db: wordings.left_behind(db, book.meeting.key))


def value(book: Book, key: str) -> Vote:
    found = book.shelf.value(key)
    assert isinstance(found, Vote)
    return found


def test_a_wording_is_in_step_until_a_number_changes(book: Book, vote: str) -> None:
    assert left(book) == frozenset()
    book.change(vote, present=9, at="2026-03-05T18:00:00+01:00", subject="Hafen")
    assert left(book) == frozenset()
    book.change(vote, no=2)
    assert left(book) == {vote}


def test_the_same_numbers_again_are_no_change(book: Book, vote: str) -> None:
    book.change(vote, no=2)
    book.undo()
    assert left(book) == frozenset()
    book.redo()
    assert left(book) == {vote}
    book.change(vote, no=0)
    assert left(book) == frozenset()


def test_a_new_wording_settles_it(book: Book, vote: str) -> None:
    book.change(vote, no=2)
    book.change(vote, verdict="Mehrheitlich beschlossen")
    assert left(book) == frozenset()


def test_a_wording_that_changes_with_its_numbers_is_in_step(book: Book, vote: str) -> None:
    with book.step("change.Vote"):
        book.change(vote, verdict="Mehrheitlich beschlossen")
        book.change(vote, no=2)
    assert left(book) == frozenset()
    with book.step("change.Vote"):
        book.change(vote, no=3)
        book.change(vote, verdict="Mehrheitlich beschlossen!")
    assert left(book) == frozenset()


def test_a_wording_that_undo_brings_back_is_measured_by_the_numbers_it_was_given_for(book: Book, vote: str) -> None:
    book.change(vote, no=2)
    book.change(vote, verdict="Mehrheitlich beschlossen")
    book.undo()
    assert left(book) == {vote}
    book.undo()
    assert left(book) == frozenset()
    book.redo()
    assert left(book) == {vote}
    book.redo()
    assert left(book) == frozenset()
    book.undo()
    book.change(vote, no=0)
    assert left(book) == frozenset()


def test_undo_of_a_wording_sees_rows_that_went_before_it(book: Book, vote: str) -> None:
    (row,) = value(book, vote).by_faction
    book.remove(row.key)
    book.change(vote, verdict="Mehrheitlich beschlossen")
    book.undo()
    assert left(book) == {vote}
    book.undo()
    assert left(book) == frozenset()


def test_undo_of_wording_and_numbers_in_one_step_keeps_them_together(book: Book, vote: str) -> None:
    with book.step("change.Vote"):
        book.change(vote, verdict="Mehrheitlich beschlossen")
        book.change(vote, no=2)
    for act in (book.undo, book.redo, book.undo):
        act()
        assert left(book) == frozenset()


def test_rows_count_too_whether_they_change_come_or_go(book: Book, vote: str) -> None:
    (row,) = value(book, vote).by_faction
    book.change(row.key, yes=2, no=1)
    assert left(book) == {vote}
    book.undo()
    assert left(book) == frozenset()
    book.remove(row.key)
    assert left(book) == {vote}
    book.add(replace(row, key=""), vote, "by_faction")
    assert left(book) == frozenset()
    book.add(Ballot(person=book.meeting.agenda[0].proceedings[0].key, choice=Choice.NO), vote, "ballots")
    assert left(book) == {vote}


def test_the_order_of_rows_is_no_change(book: Book, vote: str) -> None:
    second = book.add(FactionRow(label="Nord", yes=0, no=1), vote, "by_faction")
    book.change(vote, verdict="So beschlossen")
    book.move(second, 0)
    assert left(book) == frozenset()
    rows = value(book, vote).by_faction
    for row in rows:
        book.remove(row.key)
    assert left(book) == {vote}
    for row in rows:
        book.add(replace(row, key=""), vote, "by_faction")
    assert left(book) == frozenset()


def test_variants_and_the_announced_outcome_count(book: Book, vote: str) -> None:
    book.change(vote, options=(VoteOption(label="A", votes=3),))
    assert left(book) == {vote}
    book.change(vote, verdict="Für A")
    book.change(vote, accepted=False)
    assert left(book) == {vote}


def test_without_wording_there_is_nothing_to_leave_behind(book: Book, vote: str) -> None:
    book.change(vote, verdict=None)
    book.change(vote, no=2)
    assert left(book) == frozenset()


def test_what_came_with_an_import_is_in_step_until_it_is_changed(book: Book) -> None:
    content = resource("demo", "hauptausschuss-12.json").read_bytes()
    book.open_meeting(intake.take_in(book, session_file.read(content)).meetings[0])
    votes = [entry for item in book.meeting.agenda for entry in item.proceedings if isinstance(entry, Vote)]
    worded = [vote for vote in votes if vote.verdict]
    assert len(worded) > 1
    assert left(book) == frozenset()
    book.change(worded[0].key, no=(worded[0].no or 0) + 1)
    assert left(book) == {worded[0].key}
