"""Which minutes wait for approval."""

from desktop.models import approvals
from desktop.models.book import Book
from desktop.models.values import Meeting, MeetingState
from tests.models.test_book import filled


def test_a_meeting_without_a_state_was_held_and_one_in_preparation_was_not(book: Book) -> None:
    key = filled(book)
    meeting, body = book.meeting, book.shelf.records[key].parent
    for name, day, state in (
        ("Oktober", "2025-10-01", MeetingState.DRAFT),
        ("Dezember", "2025-12-01", None),
        ("Februar", "2026-02-01", MeetingState.PREPARATION),
    ):
        book.add(Meeting(name=name, start=day, state=state, organizations=meeting.organizations), body, "meetings")
    found = book.read(lambda db: approvals.waiting(db, key))
    assert found is not None
    assert (found.name, found.state) == ("Dezember", None)
