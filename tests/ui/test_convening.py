"""From the form of a meeting to the book."""

from datetime import datetime

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.clock import BERLIN
from desktop.models import queries
from desktop.models.book import Book
from desktop.models.values import (
    AttendanceGroup,
    Body,
    Land,
    Meeting,
    MeetingState,
    Membership,
    Organization,
    Person,
)
from desktop.ui import convening
from desktop.ui.convening import Convening
from desktop.ui.dialogs.meeting import MeetingDialog, MeetingDraft
from tests.ui.conftest import TestClock
from tests.ui.keys import press, show, wait_until

DRAFT = MeetingDraft(
    start=datetime(2026, 3, 12, 18, 0, tzinfo=BERLIN),
    corporation_name="Stadt Musterfeld",
    land=Land.SH,
    committee_name="Hauptausschuss",
    number="1",
    name="1. Sitzung des Hauptausschusses",
    room="Saal",
)


def test_the_first_meeting_brings_town_and_committee_and_is_undone_at_once(book: Book) -> None:
    key = convening.create(book, DRAFT)
    meeting = book.open_meeting(key)
    assert (meeting.name, meeting.start, meeting.room) == (DRAFT.name, "2026-03-12T18:00:00+01:00", "Saal")
    assert meeting.scheduled_start == meeting.start
    assert meeting.state is MeetingState.PREPARATION
    assert [item.name for item in meeting.agenda] == ["Eröffnung der Sitzung"]
    session = book.session()
    assert session.body is not None
    assert (session.body.name, session.body.state) == ("Stadt Musterfeld", Land.SH)
    assert [organization.name for organization in session.organizations] == ["Hauptausschuss"]
    book.undo()
    assert book.read(queries.meetings) == []
    assert book.read(queries.bodies) == []


def test_members_are_filled_in_as_present(book: Book) -> None:
    body = book.add(Body(name="Stadt Musterfeld"), None, "bodies")
    committee = book.add(Organization(name="Hauptausschuss"), body, "organizations")
    for name, role in (("A", "Mitglied"), ("B", "Vorsitzende"), ("C", "Protokollführer")):
        membership = Membership(organization=committee, role=role, voting_right=role != "Protokollführer")
        book.add(Person(family_name=name, memberships=(membership,)), body, "persons")
    draft = MeetingDraft(start=DRAFT.start, corporation=body, committee=committee, name="x")
    meeting = book.open_meeting(convening.create(book, draft))
    names = {key: book.shelf.value(key).family_name for key in book.shelf.children(body, "persons")}  # type: ignore[attr-defined]
    assert [(names[line.person], line.group) for line in meeting.attendance] == [
        ("B", AttendanceGroup.CHAIR),
        ("A", AttendanceGroup.MEMBER),
        ("C", AttendanceGroup.MINUTES),
    ]
    assert [names[chair.person] for chair in meeting.chairs] == ["B"]
    assert [names[key] for key in meeting.minute_takers] == ["C"]


def test_a_new_meeting_does_not_mix_with_the_open_one(demo: Book) -> None:
    before = demo.meeting
    key = convening.create(demo, DRAFT)
    demo.open_meeting(key)
    assert {organization.name for organization in demo.session().organizations} == {"Hauptausschuss"}
    assert demo.open_meeting(before.key) == before


def test_changing_writes_only_what_differs(demo: Book) -> None:
    meeting = demo.meeting
    offer = convening.Corporation(key="x", name="y")
    draft = convening.draft_of(meeting, offer)
    steps = demo.undo_action
    convening.change(demo, replace_committee(draft, meeting))
    assert demo.undo_action == steps
    assert demo.meeting == meeting


def replace_committee(draft: MeetingDraft, meeting: Meeting) -> MeetingDraft:
    from dataclasses import replace

    return replace(draft, committee=meeting.organizations[0])


def test_a_running_meeting_keeps_when_it_began(demo: Book) -> None:
    from dataclasses import replace

    meeting = demo.meeting
    draft = replace_committee(convening.draft_of(meeting, convening.Corporation(key="x", name="y")), meeting)
    later = draft.start.replace(hour=20)
    convening.change(demo, replace(draft, start=later, room="Aula"))
    assert (demo.meeting.start, demo.meeting.room) == (meeting.start, "Aula")
    assert demo.meeting.scheduled_start is not None
    assert datetime.fromisoformat(demo.meeting.scheduled_start) == later


def test_the_form_proposes_what_follows_from_the_book(demo: Book, clock: TestClock) -> None:
    window = QWidget()
    show(window)
    made: list[str] = []
    maker = Convening(demo, clock, window)
    maker.made.connect(made.append)
    maker.new()
    wait_until(lambda: bool(window.findChildren(MeetingDialog)))
    dialog = window.findChildren(MeetingDialog)[0]
    wait_until(lambda: bool(dialog.room.text()), "the room of the last meeting is proposed")
    assert dialog.name.text() == "15. Sitzung des Hauptausschusses"
    assert dialog.day.text() == "12.03.2026"
    wait_until(dialog.isActiveWindow)
    press("Return")
    assert len(made) == 1
    meeting = demo.open_meeting(made[0])
    assert meeting.number == "15"
    assert sum(line.voting_right is True for line in meeting.attendance) == 15
    assert QApplication.activeModalWidget() is None


@pytest.mark.parametrize("day", [6, 7, 8])
def test_a_new_meeting_is_proposed_for_no_weekend(demo: Book, clock: TestClock, day: int) -> None:
    clock.time = clock.time.replace(day=day)
    window = QWidget()
    show(window)
    Convening(demo, clock, window).new()
    wait_until(lambda: bool(window.findChildren(MeetingDialog)))
    assert window.findChildren(MeetingDialog)[0].day.text() == {6: "13.03.2026"}.get(day, "16.03.2026")


def test_the_form_of_the_open_meeting_shows_it(demo: Book, clock: TestClock) -> None:
    window = QWidget()
    show(window)
    Convening(demo, clock, window).edit()
    dialog = window.findChildren(MeetingDialog)[0]
    assert dialog.name.text() == demo.meeting.name
    assert dialog.committee.currentText() == "Hauptausschuss"
    wait_until(dialog.isActiveWindow)
    dialog.room.setText("Aula")
    press("Return")
    assert demo.meeting.room == "Aula"


def test_minutes_are_released_in_the_form_of_the_meeting(demo: Book, clock: TestClock) -> None:
    window = QWidget()
    show(window)
    Convening(demo, clock, window).edit()
    dialog = window.findChildren(MeetingDialog)[0]
    assert dialog.state.isVisibleTo(dialog)
    assert dialog.state.value() is demo.meeting.state
    wait_until(dialog.isActiveWindow)
    dialog.state.set_value(MeetingState.RELEASED)
    dialog.room.setFocus()
    press("Return")
    assert demo.meeting.state is MeetingState.RELEASED
