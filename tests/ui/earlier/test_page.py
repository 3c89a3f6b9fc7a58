"""Ctrl+H in the real window: find a time, see what was there, bring it back, by keys alone."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.clock import BERLIN
from desktop.models import past, pieces
from desktop.models.book import Book
from desktop.models.pieces import Fate
from desktop.models.values import Event, EventType, Speech, TextEntry
from desktop.ui import tasks
from desktop.ui.bus import Bus
from desktop.ui.earlier import returning
from desktop.ui.earlier.moments import Moment, nearest, typed_time
from desktop.ui.earlier.page import EarlierPage, Scope
from desktop.ui.looks.theme import Theme
from desktop.ui.window import Window
from tests.ui.conftest import TestClock
from tests.ui.keys import press, show, type_text, wait_until


@pytest.fixture
def window(demo: Book, bus: Bus, clock: TestClock, app: QApplication, tmp_path: Path) -> Window:
    made = Window(demo, bus, clock, Theme(app), tmp_path)
    show(made)
    made.open_meeting(demo.meeting.key)
    return made


def opened(window: Window) -> EarlierPage:
    """The page after Ctrl+H, with the past read and compared."""
    press("Ctrl+H")
    return settled(window)


def settled(window: Window) -> EarlierPage:
    page = window.earlier
    wait_until(lambda: not tasks.running() and page.moments.chosen() is not None and not page._rest.isActive())
    return page


def texts(book: Book, item: str | None) -> list[str]:
    entries = (book.shelf.value(key) for key in book.shelf.children(item, "proceedings"))
    return [entry.text or "" for entry in entries if isinstance(entry, TextEntry | Speech)]


def said(window: Window) -> str:
    return window.statusBar().currentMessage()


def test_an_entry_as_it_was_comes_back_and_undo_takes_it_back(window: Window, demo: Book, clock: TestClock) -> None:
    item = window.desk.proceedings.item
    type_text("Frau Muster fragt nach den Kosten.")
    clock.forward(minutes=5)
    press("Ctrl+A")
    type_text("Alles anders.")
    page = opened(window)
    assert page.scope is Scope.ENTRY
    type_text("1843")
    press("Return")
    settled(window)
    assert page.panes.then.toPlainText().endswith("Frau Muster fragt nach den Kosten.")
    assert page.panes.now.toPlainText().endswith("Alles anders.")
    press("Return")
    press("Return")
    assert texts(demo, item)[-1] == "Frau Muster fragt nach den Kosten."
    assert said(window).startswith("Stand von 18:42 Uhr zurückgeholt")
    press("Ctrl+Z")
    assert texts(demo, item)[-1] == "Alles anders."
    press("Esc")
    assert window.pages.currentWidget() is window.desk


def test_a_deleted_entry_is_found_by_its_words_and_comes_back(window: Window, demo: Book) -> None:
    item = window.desk.proceedings.item
    before = demo.shelf.value(item or "")
    press("Ctrl+Up")
    window.desk.pen.remove()
    press("Esc")
    page = opened(window)
    assert page.scope is Scope.ITEM
    type_text("gelöscht")
    assert [moment.deed for moment in page._moments] == ["Rede entfernen"]
    for _ in range(len("gelöscht")):
        press("Backspace")
    press("Down")
    settled(window)
    press("Return")
    lines = [page.pieces.topLevelItem(row).text(0) for row in range(page.pieces.topLevelItemCount())]  # type: ignore[union-attr]
    assert lines == ["≠ geändert", "− gelöscht"]
    press("Down")
    assert page.panes.now.toPlainText() == "– gibt es nicht mehr –"
    press("Return")
    assert demo.shelf.value(item or "") == before
    assert demo.undo_action is not None
    assert demo.undo_action[0] == "bring_back"
    assert window.menus.actions["undo"].text().startswith("Rückgängig: Stand von 18:42 zurückgeholt")
    settled(window)
    assert page.moments.topLevelItem(0).text(2) == "Stand von 18:42 zurückgeholt"  # type: ignore[union-attr]


def test_a_whole_item_comes_back_and_what_is_newer_is_named(window: Window, demo: Book, clock: TestClock) -> None:
    item = window.desk.proceedings.item or ""
    before = demo.shelf.value(item)
    clock.forward(minutes=1)
    type_text("Eins.\nZwei.")
    press("Esc")
    page = opened(window)
    page.moments.choose(0)
    settled(window)
    press("Return")
    press("Return")
    assert demo.shelf.value(item) == before
    assert "2 neuere Einträge sind weggefallen" in said(window)
    press("Ctrl+Z")
    assert texts(demo, item)[-2:] == ["Eins.", "Zwei."]


def test_an_entry_that_is_undone_while_it_is_looked_at_is_in_no_list(window: Window, demo: Book) -> None:
    press("F2")
    page = opened(window)
    assert page.scope is Scope.ENTRY
    press("Ctrl+Z")
    settled(window)
    page.moments.choose(0)
    settled(window)
    assert page.pieces.topLevelItemCount() == 0
    assert page._hint.text() == "Nichts ist anders als jetzt."


def test_the_meeting_shows_items_that_were_removed(window: Window, demo: Book) -> None:
    gone = demo.meeting.agenda[2]
    demo.remove(gone.key)
    press("Esc")
    page = opened(window)
    press("Ctrl+H")
    assert page.scope is Scope.MEETING
    page.moments.choose(0)
    settled(window)
    line = page.pieces.chosen()
    assert line is not None
    assert (line.piece.key, line.piece.fate) == (gone.key, Fate.GONE)
    press("Tab")
    press("Return", page.pieces)
    assert demo.meeting.agenda[2] == gone


def test_blind_typing_changes_nothing(window: Window, demo: Book) -> None:
    type_text("Etwas.")
    before = demo.meeting
    opened(window)
    type_text("Frau Muster erklärt, dass alles gut sei.\nNein, sagt Herr Beispiel.\n")
    type_text("Und noch ein Satz.\n")
    assert demo.meeting == before
    for _ in range(len(window.earlier.search.text())):
        press("Backspace", window.earlier.search)
    press("Return", window.earlier.search)
    type_text("Wieder blind.\n")
    assert demo.meeting == before
    assert window.earlier.search.text() == "Wieder blind."


def test_the_past_is_let_go_with_the_page(window: Window) -> None:
    page = opened(window)
    press("Esc")
    assert page._past is None
    opened(window)
    assert page._past is not None


@pytest.mark.parametrize(("typed", "found"), [("1942", "19:42"), ("9.05", "09:05"), ("19:42", "19:42"), ("1961", "")])
def test_times_are_told_from_words(typed: str, found: str) -> None:
    wanted = typed_time(typed)
    assert (wanted.strftime("%H:%M") if wanted else "") == found
    assert typed_time("Antrag 12") is None


def test_a_time_finds_the_evening_although_somebody_worked_the_next_morning() -> None:
    evening = datetime(2026, 3, 5, 19, 30, tzinfo=BERLIN)
    times = [evening + timedelta(hours=14), evening + timedelta(minutes=20), evening + timedelta(minutes=10), evening]
    found = [Moment(place, at, "", "", "", None) for place, at in enumerate(times)]
    wanted = typed_time("1942")
    assert wanted is not None
    assert nearest(found, wanted) is found[2]


def test_a_sentence_brought_back_does_not_name_what_is_public_no_more(window: Window, demo: Book) -> None:
    item, other = window.desk.proceedings.item or "", demo.meeting.agenda[2]
    text = f"TOP Ö {other.number} »{other.name}« wird von der Tagesordnung abgesetzt."
    entry = demo.add(Event(event_type=EventType.ITEM_REMOVED, text=text), item, "proceedings")
    found = demo.read(lambda db: past.load(db, demo.meeting.key))
    then = found.go(len(found.steps) - 1)
    demo.change(other.key, name="Anders genannt", public=False, number="9")
    demo.change(entry, text="Es wird abgesetzt.")
    before = demo.meeting
    assert returning.bring_back(demo, found, pieces.piece(then, demo.shelf, entry), "19:42")
    assert demo.shelf.value(entry).text == f"TOP Ö {other.number} wird von der Tagesordnung abgesetzt."  # type: ignore[union-attr]
    demo.undo()
    assert demo.meeting == before


def test_undo_in_the_search_line_brings_no_word_of_an_earlier_visit_back(window: Window) -> None:
    opened(window)
    type_text("Blind")
    press("Esc")
    if window.pages.currentWidget() is not window.desk:
        press("Esc")
    page = opened(window)
    press("Ctrl+Z")
    assert page.search.text() == ""
