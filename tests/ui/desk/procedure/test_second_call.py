"""A body called a second time for the same matter: offered by F8 where only this makes it able to decide."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.models.book import Book
from desktop.models.values import AttendanceStatus, Event, EventType, Land, MeetingState
from desktop.ui.bus import Bus
from desktop.ui.desk.procedure import second_call
from tests.ui.conftest import TestClock
from tests.ui.desk.council import make
from tests.ui.desk.elections.test_election import window_of
from tests.ui.keys import press

OFFER = "Beschlussfähigkeit nach zweiter Einberufung feststellen – 18:42"


def only(book: Book, here: int, land: Land) -> Book:
    """So many of the thirteen members are there, of fifteen by law."""
    make(book)
    book.change(book.shelf.records[book.meeting.key].parent or "", state=land)
    for line in book.meeting.attendance[here:]:
        book.change(line.key, status=AttendanceStatus.EXCUSED)
    return book


@pytest.mark.parametrize(
    ("land", "here", "needed"),
    [
        (Land.SH, 7, 3),
        (Land.SH, 3, 3),
        (Land.SH, 2, None),
        (Land.SH, 8, None),
        (Land.NI, 1, 1),
        (Land.NI, 0, None),
        (Land.HE, 7, None),
    ],
)
def test_it_is_offered_where_nothing_else_makes_a_quorum(
    book: Book, clock: TestClock, land: Land, here: int, needed: int | None
) -> None:
    found = second_call.second_call(only(book, here, land), clock.now())
    assert (found and found.needed) == needed


@pytest.mark.parametrize(
    ("land", "rule"),
    [
        (Land.SH, "genügen nach § 38 GO SH 3 stimmberechtigte Mitglieder (anwesend: 4)"),
        (Land.NI, "kommt es nach § 65 NKomVG auf die Zahl der anwesenden Mitglieder nicht an (anwesend: 4)"),
    ],
)
def test_what_it_rests_on_stands_in_the_minutes_and_undo_takes_it_back(
    book: Book, clock: TestClock, land: Land, rule: str
) -> None:
    only(book, 4, land)
    second_call.state(book, None, clock.now())
    (event,) = book.meeting.agenda[0].proceedings
    assert isinstance(event, Event)
    said = "Die Beschlussfähigkeit wird festgestellt: Bei der zweiten Einberufung zu diesem Gegenstand"
    assert (event.event_type, event.text) == (EventType.QUORUM_STATED, f"{said} {rule}.")
    book.undo()
    assert book.meeting.agenda[0].proceedings == ()


def test_f8_offers_it_behind_the_usual_statement(
    book: Book, bus: Bus, clock: TestClock, app: QApplication, tmp_path: Path
) -> None:
    desk = window_of(only(book, 4, Land.SH), bus, clock, app, tmp_path)
    press("F8")
    lines = desk.lines.procedure.texts()
    assert [line for line in lines if "Beschlussfähigkeit" in line] == ["Beschlussfähigkeit feststellen – 18:42", OFFER]
    for _line in range(lines.index(OFFER)):
        press("Down")
    press("Return")
    assert [entry.text for entry in book.meeting.agenda[0].proceedings if isinstance(entry, Event)] == [
        "Die Beschlussfähigkeit wird festgestellt: Bei der zweiten Einberufung zu diesem Gegenstand genügen nach "
        "§ 38 GO SH 3 stimmberechtigte Mitglieder (anwesend: 4)."
    ]


def test_nothing_is_offered_before_the_meeting_is_open(book: Book, clock: TestClock) -> None:
    only(book, 4, Land.SH)
    book.change(book.meeting.key, state=MeetingState.PREPARATION)
    assert second_call.second_call(book, clock.now()) is None
