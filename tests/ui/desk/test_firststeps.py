"""The way of somebody who begins, by keys only: from an empty book to the first sentence."""

import json

from PySide6.QtWidgets import QApplication

from desktop.models.book import Book
from desktop.models.values import AgendaItem, Body, Meeting, MeetingState, Organization, OrganizationType, TextEntry
from desktop.paths import resource
from desktop.ui.bus import Bus
from desktop.ui.notices import DEMO
from desktop.ui.theme import Theme
from desktop.ui.window import Window
from tests.ui.conftest import TestClock
from tests.ui.keys import press, show, type_text


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
