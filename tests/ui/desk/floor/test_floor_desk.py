"""The list of speakers at the whole desk, by keys: what they cost, the clock, and that blind typing does no harm."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop.clock import stamp
from desktop.models.book import Book
from desktop.models.rules import floor
from desktop.models.values import Attendance, AttendanceStatus, Event, EventType, ItemKind, Person, Speech, TextEntry
from desktop.models.values.aside import SpeakerTurn
from desktop.ui.bus import Bus
from desktop.ui.desk.floor import floor_acts as acts
from desktop.ui.desk.floor.floor_limits import FloorLimits
from desktop.ui.desk.floor.floor_totals import Totals
from desktop.ui.desk.page import DeskPage
from desktop.ui.desk.procedure import course
from desktop.ui.looks.theme import Theme
from desktop.ui.undo import act_name
from desktop.ui.window import Window
from tests.ui.conftest import TestClock
from tests.ui.desk.council import line_of, make, person
from tests.ui.keys import press, show, type_text


@pytest.fixture
def desk(book: Book, bus: Bus, clock: TestClock, app: QApplication, tmp_path: Path) -> DeskPage:
    """The council in the window."""
    make(book)
    window = Window(book, bus, clock, Theme(app), tmp_path)
    window.resize(1366, 768)
    show(window)
    window.open_meeting(book.meeting.key)
    return window.desk


def turns(desk: DeskPage) -> list[SpeakerTurn]:
    return acts.turns(desk._book)


def names(desk: DeskPage) -> list[str]:
    """Who waits, by family name or as typed."""
    found = []
    for turn in floor.waiting(turns(desk)):
        value = desk._book.shelf.value(turn.person) if turn.person else None
        found.append(str(value.family_name) if isinstance(value, Person) else str(turn.name))
    return found


def speeches(desk: DeskPage, item: int = 0) -> list[Speech]:
    return [one for one in desk._book.meeting.agenda[item].proceedings if isinstance(one, Speech)]


def ask(desk: DeskPage, *typed: str) -> None:
    for one in typed:
        press("Shift+F2")
        type_text(f"{one}\n")


def title(desk: DeskPage) -> str:
    return desk.side.title_of(desk.floor.panel)


def rows(desk: DeskPage) -> list[str]:
    shown = desk.floor.panel.list
    return [shown.item(place).text() for place in range(shown.count())]


def status(desk: DeskPage) -> str:
    window = desk.window()
    assert isinstance(window, Window)
    return window.statusBar().currentMessage()


# --- the list


def test_a_short_form_and_enter_put_somebody_on_the_list(desk: DeskPage) -> None:
    ask(desk, "a1", "b2")
    assert names(desk) == ["Amsel1", "Birke2"]
    assert turns(desk)[0].on_behalf_of == line_of(desk._book, "Amsel1").on_behalf_of
    assert turns(desk)[0].at == stamp(desk._clock.now())
    assert desk.pen.editor.hasFocus()
    assert desk.pen.key is None
    assert title(desk) == "Rednerliste · 2 warten"
    assert rows(desk) == ["1. Frau Amsel1 (CDU)", "2. Frau Birke2 (SPD)"]


def test_a_point_of_order_goes_before_all_others(desk: DeskPage) -> None:
    ask(desk, "a1", "b2")
    press("Ctrl+Shift+R")
    type_text("c0")
    press("Shift+Return")
    assert names(desk) == ["Chor0", "Amsel1", "Birke2"]
    assert rows(desk)[0] == "1. GO Frau Chor0 (GRÜNE)"


def test_several_at_once_are_one_step(desk: DeskPage) -> None:
    before = desk._book.steps
    ask(desk, "a1, b2, Held")
    assert names(desk) == ["Amsel1", "Birke2", "Held"]
    assert desk._book.steps == before + 1


def test_tab_and_digits_take_from_the_list_and_enter_never(desk: DeskPage) -> None:
    press("Shift+F2")
    type_text("Birk\n")
    assert turns(desk) == []
    type_text("\t\n")
    assert names(desk) == ["Birke0"]
    press("Shift+F2")
    type_text("Chor2\n")  # the second of the list
    assert names(desk)[-1] == "Chor1"


def test_who_is_out_or_on_the_list_already_is_told_and_not_forbidden(desk: DeskPage) -> None:
    book = desk._book
    book.change(line_of(book, "Amsel1").key, status=AttendanceStatus.EXCUSED)
    ask(desk, "a1")
    assert status(desk) == "Auf der Rednerliste: Frau Amsel1 (CDU) · Frau Amsel1 ist nicht im Raum"
    ask(desk, "a1")
    assert status(desk) == "Auf der Rednerliste: Frau Amsel1 (CDU) · Frau Amsel1 stand schon darauf"
    assert names(desk) == ["Amsel1", "Amsel1"]


def test_a_sentence_typed_blindly_goes_to_the_ready_line(desk: DeskPage) -> None:
    press("Shift+F2")
    type_text("Der Rat dankt, auch der Feuerwehr.\n")
    assert turns(desk) == []
    assert desk.pen.editor.hasFocus()
    assert desk.pen.editor.toPlainText() == "Der Rat dankt, auch der Feuerwehr."


def test_one_word_typed_blindly_makes_no_guest(desk: DeskPage) -> None:
    press("Shift+F2")
    type_text("Einstimmig\n")
    assert turns(desk) == []


def test_rows_are_reached_by_arrows_moved_and_removed(desk: DeskPage) -> None:
    ask(desk, "a1", "b2", "c0")
    press("Shift+F2")
    press("Down")
    press("Down")
    press("Alt+Up")
    assert names(desk) == ["Birke2", "Amsel1", "Chor0"]
    press("Alt+Up")
    assert names(desk) == ["Birke2", "Amsel1", "Chor0"]
    press("Alt+Down")
    press("Alt+Down")
    assert names(desk) == ["Amsel1", "Chor0", "Birke2"]
    press("Delete")
    assert names(desk) == ["Amsel1", "Chor0"]
    assert act_name(desk._book.undo_action) == "Wortmeldung entfernen"


def test_blind_typing_into_the_list_changes_nothing(desk: DeskPage) -> None:
    ask(desk, "a1", "b2")
    before = desk._book.steps
    desk.floor.panel.focus_list()
    press("Delete")
    type_text(" Der Rat\n")
    assert names(desk) == ["Amsel1", "Birke2"]
    assert [one.text for one in desk._book.meeting.agenda[0].proceedings if isinstance(one, TextEntry)] == ["Der Rat"]
    assert desk._book.undo_action is not None
    assert desk._book.steps > before


# --- the floor


def test_the_next_one_has_the_floor_with_one_key_and_one_step(desk: DeskPage, clock: TestClock) -> None:
    ask(desk, "a1", "b2")
    type_text("Ein angefangener Satz")
    before = desk._book.steps
    press("Ctrl+F2")
    assert desk._book.steps == before + 1
    assert act_name(desk._book.undo_action) == "nächste Rede"
    (first,) = speeches(desk)
    assert first.speaker == person(desk._book, "Amsel1")
    assert first.at == stamp(clock.now())
    assert desk.pen.key == first.key
    assert desk.pen.editor.hasFocus()
    type_text("fragt nach.")
    assert speeches(desk)[0].text == "fragt nach."
    clock.forward(seconds=160)
    press("Ctrl+Shift+Return")
    first, second = speeches(desk)
    assert first.until == stamp(clock.now()) == second.at
    assert second.speaker == person(desk._book, "Birke2")
    assert [turn.entry for turn in turns(desk)] == [first.key, second.key]
    assert names(desk) == []
    desk._book.undo()
    assert names(desk) == ["Birke2"]
    assert speeches(desk)[0].until is None
    press("Alt+Left")
    assert desk._book.meeting.agenda[0].proceedings[0].text == "Ein angefangener Satz"


def test_the_unfinished_sentence_is_found_again(desk: DeskPage) -> None:
    ask(desk, "a1")
    type_text("Ein angefangener Satz")
    key = desk.pen.key
    press("Ctrl+F2")
    press("Alt+Left")
    assert desk.pen.key == key
    type_text(" geht weiter")
    assert desk.pen.editor.toPlainText() == "Ein angefangener Satz geht weiter"


def test_the_speech_begins_in_the_running_item(desk: DeskPage) -> None:
    ask(desk, "a1")
    press("Ctrl+PgDown")
    press("Ctrl+F2")
    assert desk.proceedings.item == desk._book.meeting.agenda[0].key
    assert len(speeches(desk)) == 1


def test_where_nobody_waits_the_turn_ends_and_that_is_said(desk: DeskPage, clock: TestClock) -> None:
    press("Ctrl+F2")
    assert status(desk).startswith("Niemand steht auf der Rednerliste")
    ask(desk, "a1")
    press("Ctrl+F2")
    clock.forward(seconds=72)
    press("Ctrl+F2")
    assert status(desk) == "Frau Amsel1 (CDU) hat 1:12 gesprochen; es wartet niemand mehr"
    assert speeches(desk)[0].until == stamp(clock.now())
    assert title(desk) == "Rednerliste"


def test_enter_on_a_row_gives_that_one_the_floor(desk: DeskPage) -> None:
    ask(desk, "a1", "b2")
    press("Shift+F2")
    press("Down")
    press("Down")
    press("Return")
    assert speeches(desk)[0].speaker == person(desk._book, "Birke2")
    assert names(desk) == ["Amsel1"]


def test_naming_the_next_one_in_the_stream_begins_the_turn_in_the_same_step(desk: DeskPage, clock: TestClock) -> None:
    ask(desk, "a1", "b2")
    type_text("a1")
    before = desk._book.steps
    press("Tab")
    assert desk._book.steps == before + 1
    assert act_name(desk._book.undo_action) == "Redner/in benennen"
    assert turns(desk)[0].entry == speeches(desk)[0].key
    assert status(desk) == "Frau Amsel1 (CDU) hat das Wort"
    desk._book.undo()
    assert names(desk) == ["Amsel1", "Birke2"]


def test_naming_somebody_else_begins_no_turn(desk: DeskPage) -> None:
    ask(desk, "a1", "b2")
    type_text("b2\t")
    assert len(speeches(desk)) == 1
    assert names(desk) == ["Amsel1", "Birke2"]
    assert acts.current(desk._book) is None


def test_a_name_nobody_has_is_a_guest_and_a_resident_is_protected(desk: DeskPage) -> None:
    book = desk._book
    book.change(book.meeting.agenda[0].key, kind=ItemKind.QUESTION)
    ask(desk, "Frau Eva Neumann")
    assert names(desk) == ["Frau Eva Neumann"]
    people = sum(record.table == "Person" for record in book.shelf.records.values())
    press("Ctrl+F2")
    assert sum(record.table == "Person" for record in book.shelf.records.values()) == people + 1
    guest = book.shelf.value(speeches(desk)[0].speaker or "")
    assert isinstance(guest, Person)
    assert (guest.family_name, guest.protected) == ("Neumann", True)
    assert speeches(desk)[0].speaker_name is None
    assert turns(desk)[0].person == guest.key
    lines = [book.shelf.value(key) for key in book.shelf.children(book.meeting_key, "attendance")]
    assert any(isinstance(one, Attendance) and one.person == guest.key for one in lines)


def test_a_new_item_has_a_list_of_its_own_and_ends_the_turn(desk: DeskPage, clock: TestClock) -> None:
    ask(desk, "a1", "b2")
    press("Ctrl+F2")
    clock.forward(seconds=30)
    course.call_item(desk._book, desk._book.meeting.agenda[1].key, clock.now())
    assert acts.current(desk._book) is None
    assert speeches(desk)[0].until == stamp(clock.now())
    assert title(desk) == "Rednerliste"
    ask(desk, "c0")
    assert title(desk) == "Rednerliste · 1 wartet"


# --- the clock


def test_the_clock_goes_on_stops_and_survives_a_restart(desk: DeskPage, clock: TestClock) -> None:
    book = desk._book
    ask(desk, "a1", "b2", "c0")
    press("Ctrl+F2")
    clock.forward(seconds=160)
    desk.floor.panel._second.timeout.emit()
    assert title(desk) == "Rednerliste 2:40 · 2 warten"
    press("Ctrl+Shift+K")
    clock.forward(seconds=100)
    desk.floor.panel._second.timeout.emit()
    assert title(desk) == "Rednerliste ‖ 2:40 · 2 warten"
    assert not desk.floor.panel._second.isActive()
    press("Ctrl+Shift+F2")
    assert desk.floor.panel._second.isActive()
    clock.forward(seconds=10)
    book.open_meeting(book.meeting.key)  # as after a restart
    desk.floor.panel.refresh()
    assert title(desk) == "Rednerliste 2:50 · 2 warten"


def test_a_pause_of_the_meeting_stops_the_clock(desk: DeskPage, clock: TestClock) -> None:
    ask(desk, "a1")
    press("Ctrl+F2")
    clock.forward(seconds=60)
    course.perform(desk._book, course.Act.PAUSE, None, clock.now())
    clock.forward(minutes=15)
    desk.floor.panel._second.timeout.emit()
    assert title(desk) == "Rednerliste ‖ 1:00"
    course.perform(desk._book, course.Act.RESUME, None, clock.now())
    clock.forward(seconds=5)
    desk.floor.panel._second.timeout.emit()
    assert title(desk) == "Rednerliste 1:05"
    told = [one.event_type for one in desk._book.meeting.agenda[0].proceedings if isinstance(one, Event)]
    assert told == [EventType.INTERRUPTION]


def test_a_limit_warns_by_word_and_sign(desk: DeskPage, clock: TestClock) -> None:
    acts.set_limit(desk._book, desk._book.meeting.agenda[0].key, "minutes", 5)
    ask(desk, "a1")
    press("Ctrl+F2")
    tick = desk.floor.panel._second.timeout.emit
    clock.forward(seconds=239)
    tick()
    assert "⚠" not in title(desk)
    clock.forward(seconds=1)
    tick()
    assert title(desk) == "Rednerliste ⚠ 4:00"
    assert status(desk) == "⚠ Frau Amsel1 (CDU): Die Redezeit ist fast um"
    desk.side.bring(desk.floor.panel)
    clock.forward(seconds=72)
    tick()
    assert status(desk) == "⚠ Frau Amsel1 (CDU): Die Redezeit ist um"
    assert desk.floor.panel._face._remarks.text() == "⚠ Redezeit um 0:12 überschritten"


def test_the_time_of_a_faction_counts_all_its_turns(desk: DeskPage, clock: TestClock) -> None:
    acts.set_limit(desk._book, desk._book.meeting.agenda[0].key, "faction_minutes", 3)
    ask(desk, "a1", "a2")
    for seconds in (100, 60):
        press("Ctrl+F2")
        clock.forward(seconds=seconds)
    desk.side.bring(desk.floor.panel)
    desk.floor.panel._second.timeout.emit()
    assert desk.floor.panel._face._remarks.text() == "⚠ CDU 2:40 von 3:00"


def test_minutes_are_set_for_the_item_and_a_sentence_changes_nothing(desk: DeskPage) -> None:
    press("Shift+F2")
    limits = desk.floor.panel.findChild(FloorLimits)
    limits._turn.setFocus()
    type_text("3\n")
    own = acts.limit_of(desk._book, desk._book.meeting.agenda[0].key)
    assert own is not None
    assert (own.minutes, own.faction_minutes) == (3, None)
    limits._turn.setFocus()
    type_text("Der Rat")
    own = acts.limit_of(desk._book, desk._book.meeting.agenda[0].key)
    assert own is not None
    assert own.minutes == 3
    assert desk.pen.editor.toPlainText() == "Der Rat"


def test_a_limit_of_the_meeting_holds_in_every_item_without_one_of_its_own(desk: DeskPage) -> None:
    book = desk._book
    press("Shift+F2")
    limits = desk.floor.panel.findChild(FloorLimits)
    limits._whole.setFocus()
    type_text(" ")
    limits._turn.setFocus()
    type_text("3\n")
    general = acts.limit_of(book, book.meeting_key)
    assert general is not None
    assert general.minutes == 3
    limits._whole.click()
    assert (limits._turn.text(), limits._turn.placeholderText()) == ("", "3")
    ask(desk, "a1")
    press("Ctrl+F2")
    assert desk.floor.panel._face._limit.text() == "von 3:00"
    acts.set_limit(book, book.meeting.agenda[0].key, "minutes", 0)
    assert desk.floor.panel._face._limit.text() == ""


def test_the_times_can_be_copied(desk: DeskPage, clock: TestClock) -> None:
    ask(desk, "a1", "b2")
    for seconds in (70, 50):
        press("Ctrl+F2")
        clock.forward(seconds=seconds)
    press("Ctrl+F2")
    press("Shift+F2")
    desk.floor.panel._times.click()
    desk.floor.panel.findChild(Totals).setFocus()
    press("Ctrl+C")
    assert QGuiApplication.clipboard().text().split("\n") == [
        "Wer\tReden\tTOP\tSitzung",
        "CDU\t1\t1:10\t1:10",
        "SPD\t1\t0:50\t0:50",
        "Frau Amsel1 (CDU)\t1\t1:10\t1:10",
        "Frau Birke2 (SPD)\t1\t0:50\t0:50",
    ]


def test_who_has_spoken_is_folded_to_one_row(desk: DeskPage, clock: TestClock) -> None:
    ask(desk, "a1", "b2")
    press("Ctrl+F2")
    clock.forward(seconds=100)
    press("Ctrl+F2")
    ask(desk, "a1")
    desk.side.bring(desk.floor.panel)
    assert rows(desk) == ["▸ 1 hat gesprochen · 1:40", "1. Frau Amsel1 (CDU) · 2×"]
    desk.floor.panel.focus_list()
    press("Down")
    press("Up")
    press("Return")
    assert rows(desk) == ["▾ 1 hat gesprochen · 1:40", "✓ Frau Amsel1 (CDU)  1:40", "1. Frau Amsel1 (CDU) · 2×"]


def test_nothing_is_counted_while_nobody_sees_it(desk: DeskPage, clock: TestClock) -> None:
    ask(desk, "a1")
    press("Ctrl+F2")
    before = title(desk)
    desk.side.hide()
    clock.forward(seconds=timedelta(minutes=3).seconds)
    desk.floor.panel._second.timeout.emit()
    assert title(desk) == before


def test_several_of_whom_one_is_doubtful_stay_in_the_line(desk: DeskPage) -> None:
    before = desk._book.meeting
    press("Shift+F2")
    type_text("a1, b, a2\n")
    assert desk._book.meeting == before
    line = desk.side.floor_panel._line
    assert line._who.text() == "a1, b, a2"
    assert "»b«" in line._says.text()
