"""Backspace takes nothing away that nobody wanted gone, and publishes nothing (desk.md §3)."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from desktop.models.book import Book
from desktop.models.values import Entry, Event, EventType, Motion, Speech, TextEntry, Vote
from desktop.ui.bus import Bus
from tests.ui.conftest import TestClock
from tests.ui.desk.stream.test_stream import Bench, small_meeting
from tests.ui.keys import NONE, press


def backspace_held_down(times: int) -> None:
    for _ in range(times):
        widget = QApplication.focusWidget()
        assert widget is not None
        QApplication.sendEvent(
            widget, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Backspace, NONE, "", autorep=True, count=1)
        )


@pytest.mark.parametrize(
    "pair",
    [
        (Speech(speaker_name="A", text="Eins"), Speech(speaker_name="B", text="Zwei")),
        (Speech(speaker_name="A", text="Eins"), Speech(speaker_name="A", text="Zwei", public=False)),
        (TextEntry(text="Eins"), Speech(speaker_name="B", text="Zwei")),
        (TextEntry(text="Eins"), TextEntry(text="Zwei", on_request=True)),
        (TextEntry(text="Eins"), TextEntry(heading="Zu 2", text="Zwei")),
        (TextEntry(text="Eins"), Motion(text="Zwei", mover_name="Jugendrat")),
        (Motion(text="Eins", mover_name="Jugendrat"), Speech(speaker_name="B", text="Zwei")),
    ],
)
def test_unlike_entries_stay_apart(book: Book, bus: Bus, clock: TestClock, pair: tuple[Entry, Entry]) -> None:
    bench = Bench(book, bus, clock, small_meeting(book, *pair))
    before = bench.entries
    press("Up")
    press("Home")
    press("Backspace")
    assert bench.entries == before
    assert bench.said[-1].startswith("Nicht verbunden")


@pytest.mark.parametrize("first", [TextEntry(text="Eins", public=False), Motion(text="Eins", public=False)])
def test_like_entries_join(book: Book, bus: Bus, clock: TestClock, first: Entry) -> None:
    bench = Bench(book, bus, clock, small_meeting(book, first, TextEntry(text="Zwei", public=False)))
    press("Up")
    press("Home")
    press("Backspace")
    assert [text.split() for text in bench.texts if text] in ([["Eins", "Zwei"]], [["EinsZwei"]])


@pytest.mark.parametrize(
    "card", [Vote(yes=3), Event(event_type=EventType.INTERRUPTION, from_="2026-03-05T19:00:00+01:00")]
)
def test_backspace_on_the_empty_line_removes_no_vote(book: Book, bus: Bus, clock: TestClock, card: Entry) -> None:
    bench = Bench(book, bus, clock, small_meeting(book, TextEntry(text="Eins"), card))
    for _ in range(3):
        press("Backspace")
    assert bench.pen.card.hasFocus()
    assert len(bench.entries) == 2
    press("Delete")
    assert bench.texts == ["Eins"]
    assert "Strg+Z" in bench.said[-1]


def test_backspace_held_down_stays_in_its_entry(book: Book, bus: Bus, clock: TestClock) -> None:
    bench = Bench(book, bus, clock, small_meeting(book, TextEntry(text="Eins"), TextEntry(text="Zwei")))
    press("Up")
    backspace_held_down(12)
    assert bench.texts == ["Eins", ""]
