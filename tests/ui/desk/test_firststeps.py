"""The way of somebody who begins, by keys only: from an empty book to the first sentence."""

import json

from PySide6.QtWidgets import QApplication

from desktop.models.book import Book
from desktop.models.values import (
    AgendaItem,
    Attendance,
    AttendanceStatus,
    Body,
    Meeting,
    MeetingState,
    Organization,
    OrganizationType,
    Person,
    TextEntry,
)
from desktop.paths import resource
from desktop.ui.bus import Bus
from desktop.ui.looks.theme import Theme
from desktop.ui.notices import DEMO
from desktop.ui.prepare.members import MembersDialog
from desktop.ui.window import Window
from tests.ui.conftest import TestClock
from tests.ui.keys import press, show, type_text, wait_until


def first_meeting(book: Book, bus: Bus, clock: TestClock, app: QApplication) -> Window:
    body = book.add(Body(name="Tornau"), None, "bodies")
    council = book.add(Organization(name="Rat", organization_type=OrganizationType.GREMIUM), body, "organizations")
    meeting = Meeting(
        name="1. Sitzung",
        organizations=(council,),
        start="2026-03-05T18:00:00+01:00",
        state=MeetingState.PREPARATION,
        agenda=(AgendaItem(number="1", name="Eröffnung"),),
    )
    window = Window(book, bus, clock, Theme(app), book.path.parent)
    show(window)
    window.open_meeting(book.add(meeting, body, "meetings"))
    return window


def test_the_desk_leads_on_until_something_is_written(
    book: Book, bus: Bus, clock: TestClock, app: QApplication
) -> None:
    window = first_meeting(book, bus, clock, app)
    steps = window.desk.steps
    assert steps.isVisible()
    told = [button.text() for button in steps._buttons]
    assert [text.split(" …")[0] for text in told] == [
        "Mitgliederliste einfügen",
        "Tagesordnung einfügen",
        "Sitzung eröffnen (F8)",
    ]
    press("F8")
    press("Return")
    assert "Jetzt schreiben" in steps._label.text()
    type_text("Also.")
    assert any(isinstance(one, TextEntry) for item in book.meeting.agenda for one in item.proceedings)
    assert steps.isHidden()
    while any(item.proceedings for item in book.meeting.agenda):
        press("Ctrl+Z")
    assert steps.isVisible()


def test_f6_leads_to_what_is_missing_and_it_leads_back_to_the_desk(
    book: Book, bus: Bus, clock: TestClock, app: QApplication
) -> None:
    window = first_meeting(book, bus, clock, app)
    press("F6")
    assert QApplication.focusWidget() is window.desk.steps._buttons[0]
    press("Return")
    wait_until(lambda: bool(window.people.findChildren(MembersDialog)))
    dialog = window.people.findChildren(MembersDialog)[0]
    wait_until(dialog.isActiveWindow)
    type_text("Frau Ida Neu, CDU")
    press("Ctrl+Return")
    assert window.pages.currentWidget() is window.desk
    window.show_people()
    window.menus.trigger("paste_agenda")
    assert window.pages.currentWidget() is window.desk


def test_a_meeting_opened_without_anybody_says_so_until_somebody_is_there(
    book: Book, bus: Bus, clock: TestClock, app: QApplication
) -> None:
    window = first_meeting(book, bus, clock, app)
    press("F8")
    press("Return")
    [told] = window.banners.texts()
    assert "F7" in told
    person = book.add(Person(family_name="Neu"), book.shelf.records[book.meeting.key].parent, "persons")
    book.add(Attendance(person=person, status=AttendanceStatus.PRESENT), book.meeting.key, "attendance")
    assert window.banners.texts() == []


def test_a_meeting_with_members_and_agenda_needs_no_guide(
    demo: Book, bus: Bus, clock: TestClock, app: QApplication
) -> None:
    window = Window(demo, bus, clock, Theme(app), demo.path.parent)
    show(window)
    window.open_meeting(demo.meeting.key)
    assert window.desk.steps.isHidden()


def test_the_demo_says_once_that_it_is_one(demo: Book, bus: Bus, clock: TestClock, app: QApplication) -> None:
    shipped = json.loads(resource("demo", "hauptausschuss-14.json").read_bytes())
    assert shipped["body"]["id"] == DEMO
    window = Window(demo, bus, clock, Theme(app), demo.path.parent)
    show(window)
    window.open_meeting(demo.meeting.key)
    [told] = window.banners.texts()
    assert "Demo" in told
    assert "Strg+N" in told
    window.banners.clear("demo")
    window.open_meeting(demo.meeting.key)
    assert window.banners.texts() == []
