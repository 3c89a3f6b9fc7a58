"""The course of a meeting: what F8 proposes, what Strg+Enter does."""

from datetime import datetime, timedelta

import pytest

from desktop.clock import BERLIN, stamp
from desktop.models.book import Book
from desktop.models.values import (
    AgendaItem,
    AttendanceStatus,
    Body,
    Event,
    EventType,
    ItemKind,
    ItemStage,
    Meeting,
    MeetingState,
    ResultClass,
)
from desktop.ui.desk.names.speakers import meeting_directory
from desktop.ui.desk.procedure import course
from desktop.ui.desk.procedure.course import Act
from desktop.ui.desk.stream import faces
from tests.ui.desk import council

NOW = datetime(2026, 3, 5, 18, 4, tzinfo=BERLIN)
LATER = NOW + timedelta(minutes=5)


@pytest.fixture
def meeting(book: Book) -> Book:
    """Three public items, one of them removed, a divider, one non-public item."""
    agenda = (
        AgendaItem(number="1", name="Eröffnung"),
        AgendaItem(name="Beratung", kind=ItemKind.DIVIDER),
        AgendaItem(number="2", name="Abgesetztes", result_class=ResultClass.REMOVED),
        AgendaItem(number="3", name="Haushalt"),
        AgendaItem(number="1", name="Grundstück", public=False),
    )
    body = book.add(Body(name="Stadt Tornau"), None, "bodies")
    start = "2026-03-05T18:00:00+01:00"
    value = Meeting(name="1. Sitzung", start=start, agenda=agenda, state=MeetingState.PREPARATION)
    book.open_meeting(book.add(value, body, "meetings"))
    return book


def stages(book: Book) -> list[ItemStage | None]:
    return [item.stage for item in book.meeting.agenda]


def events(book: Book) -> list[tuple[EventType, str | None, str | None]]:
    return [
        (entry.event_type, entry.from_, entry.until)
        for item in book.meeting.agenda
        for entry in item.proceedings
        if isinstance(entry, Event)
    ]


def test_opening_keeps_the_planned_time_and_calls_the_first_item(meeting: Book) -> None:
    assert course.due(meeting) == [Act.OPEN, Act.INVITE]
    course.perform(meeting, Act.OPEN, None, NOW)
    value = meeting.meeting
    assert (value.state, value.start, value.scheduled_start) == (
        MeetingState.RUNNING,
        stamp(NOW),
        "2026-03-05T18:00:00+01:00",
    )
    assert course.running_item(meeting) == value.agenda[0]
    meeting.undo()
    assert meeting.meeting.state is MeetingState.PREPARATION
    assert course.running_item(meeting) is None


def test_calling_ends_the_running_item_and_again_goes_on_to_the_next(meeting: Book) -> None:
    keys = [item.key for item in meeting.meeting.agenda]
    assert course.call_item(meeting, keys[0], NOW) == keys[0]
    assert course.call_item(meeting, keys[0], LATER) == keys[3]  # no divider, nothing removed
    assert stages(meeting) == [ItemStage.DONE, None, None, ItemStage.RUNNING, None]
    assert meeting.meeting.agenda[0].end == stamp(LATER)
    assert course.call_item(meeting, keys[0], LATER) == keys[0]  # back to an item that was done
    assert meeting.meeting.agenda[0].end is None
    assert meeting.meeting.agenda[0].start == stamp(NOW)


def test_the_last_item_stays_when_it_is_called_again(meeting: Book) -> None:
    last = meeting.meeting.agenda[-1].key
    course.call_item(meeting, last, NOW)
    assert course.call_item(meeting, last, LATER) == last


def test_a_pause_begins_and_ends_as_one_entry(meeting: Book) -> None:
    course.perform(meeting, Act.OPEN, None, NOW)
    assert course.due(meeting) == [Act.QUORUM, Act.PAUSE, Act.EXCLUDE, Act.CLOSE]
    course.perform(meeting, Act.QUORUM, None, NOW)
    assert course.due(meeting)[0] is Act.PAUSE
    course.perform(meeting, Act.PAUSE, None, NOW)
    assert course.due(meeting)[0] is Act.RESUME
    course.perform(meeting, Act.RESUME, None, LATER)
    assert events(meeting)[1:] == [(EventType.INTERRUPTION, stamp(NOW), stamp(LATER))]


def test_the_quorum_that_was_stated_keeps_its_numbers(book: Book) -> None:
    council.make(book)
    course.perform(book, Act.QUORUM, None, NOW)
    (stated,) = [entry for entry in book.meeting.agenda[0].proceedings if isinstance(entry, Event)]
    said = (
        "Die Beschlussfähigkeit wird um 18:04\N{NO-BREAK SPACE}Uhr festgestellt (anwesend 13 von 15 Stimmberechtigten)."
    )
    assert stated.text == said
    for line in book.meeting.attendance[:3]:
        book.change(line.key, status=AttendanceStatus.EXCUSED)
    face = faces.face_of(book.shelf.value(stated.key), book.shelf, meeting_directory(book.shelf, book.meeting, ()))  # type: ignore[arg-type]
    assert said in face.caption


def test_excluding_the_public_is_due_before_the_non_public_part(meeting: Book) -> None:
    course.perform(meeting, Act.OPEN, None, NOW)
    keys = [item.key for item in meeting.meeting.agenda]
    course.call_item(meeting, keys[3], NOW)
    assert course.due(meeting)[0] is Act.EXCLUDE
    assert course.in_public(meeting)
    course.perform(meeting, Act.EXCLUDE, None, LATER)
    assert not course.in_public(meeting)
    course.call_item(meeting, keys[4], LATER)
    assert course.due(meeting)[0] is Act.CLOSE
    meeting.change(keys[4], resolution="Das Grundstück wird verkauft.")
    assert course.due(meeting)[0] is Act.RESTORE  # so that decisions can be announced
    assert Act.CLOSE in course.due(meeting)
    course.perform(meeting, Act.RESTORE, None, LATER)
    assert course.due(meeting)[0] is Act.CLOSE
    assert [kind for kind, _from, _until in events(meeting)] == [EventType.PUBLIC_EXCLUDED, EventType.PUBLIC_RESTORED]
    assert course.in_public(meeting)  # the frame says that the item itself is not public
    course.perform(meeting, Act.CLOSE, None, LATER)
    course.perform(meeting, Act.REOPEN, None, LATER)
    assert course.running_item(meeting) == meeting.meeting.agenda[4]  # what was treated last goes on


def test_closing_ends_the_running_item_and_can_be_taken_back(meeting: Book) -> None:
    course.perform(meeting, Act.OPEN, None, NOW)
    course.perform(meeting, Act.CLOSE, None, LATER)
    assert (meeting.meeting.end, meeting.meeting.state) == (stamp(LATER), MeetingState.DRAFT)
    assert course.running_item(meeting) is None
    assert course.due(meeting) == [Act.REOPEN]
    course.perform(meeting, Act.REOPEN, None, LATER)
    assert (meeting.meeting.end, meeting.meeting.state) == (None, MeetingState.RUNNING)


def test_a_meeting_reopened_on_another_day_keeps_its_end_when_it_is_closed_again(meeting: Book) -> None:
    course.perform(meeting, Act.OPEN, None, NOW)
    course.perform(meeting, Act.CLOSE, None, LATER)
    ends = [item.end for item in meeting.meeting.agenda]
    course.perform(meeting, Act.REOPEN, None, NOW + timedelta(days=9))
    assert (meeting.meeting.end, meeting.meeting.state) == (None, MeetingState.RUNNING)
    assert course.running_item(meeting) is None
    course.perform(meeting, Act.CLOSE, None, NOW + timedelta(days=9))
    assert (meeting.meeting.end, meeting.meeting.state) == (stamp(LATER), MeetingState.DRAFT)
    assert [item.end for item in meeting.meeting.agenda] == ends


def test_finished_minutes_without_an_end_are_closed_all_the_same(meeting: Book) -> None:
    meeting.change(meeting.meeting.key, state=MeetingState.APPROVED)
    assert course.due(meeting) == [Act.REOPEN]
