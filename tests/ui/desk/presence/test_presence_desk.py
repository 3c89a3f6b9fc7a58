"""Presence, bias and the chair at the whole desk, by keys: what they cost, and that blind typing does no harm."""

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from desktop.clock import stamp
from desktop.models.book import Book
from desktop.models.values import (
    AttendanceGroup,
    AttendanceStatus,
    Chair,
    Event,
    EventType,
    MeetingState,
    Membership,
    Speech,
    TextEntry,
)
from desktop.ui.bus import Bus
from desktop.ui.desk import writing
from desktop.ui.desk.page import DeskPage
from desktop.ui.desk.presence import attendance_acts as acts
from desktop.ui.desk.presence import chairing
from desktop.ui.desk.presence.attendance_list import PeopleList
from desktop.ui.desk.presence.presence_line import PresenceLine
from desktop.ui.desk.presence.whofield import WhoField
from desktop.ui.desk.procedure import course
from desktop.ui.looks.theme import Theme
from desktop.ui.window import Window
from tests.ui.conftest import TestClock
from tests.ui.desk.council import line_of, make, person
from tests.ui.keys import press, show, type_text, wait_until


@pytest.fixture
def desk(book: Book, bus: Bus, clock: TestClock, app: QApplication, tmp_path: Path) -> DeskPage:
    """The council in the window; Amsel0 is in the chair."""
    make(book)
    book.change(book.meeting.key, chairs=(Chair(person=person(book, "Amsel0")),))
    window = Window(book, bus, clock, Theme(app), tmp_path)
    window.resize(1366, 768)
    show(window)
    window.open_meeting(book.meeting.key)
    return window.desk


def keys(text: str) -> int:
    """Presses one key after another and counts them; »F7« and »Enter« are one each."""
    pressed = text.split()
    for one in pressed:
        press(one) if len(one) > 1 else type_text(one)
    return len(pressed)


def told(desk: DeskPage, item: int = 0) -> list[EventType]:
    return [one.event_type for one in desk._book.meeting.agenda[item].proceedings if isinstance(one, Event)]


def ready_text(desk: DeskPage) -> str:
    """What stands in the line the keyboard is in, which is a new entry of the item."""
    assert desk.pen.editor.hasFocus()
    return desk.pen.editor.toPlainText()


def status(desk: DeskPage) -> str:
    window = desk.window()
    assert isinstance(window, Window)
    return window.statusBar().currentMessage()


def people(desk: DeskPage) -> PeopleList:
    return desk.side.attendance_panel.findChild(PeopleList)


# --- what it costs


def test_coming_and_going_take_four_keys(desk: DeskPage) -> None:
    assert keys("F7 a 1 Enter") <= 5
    assert told(desk) == [EventType.DEPARTURE]
    assert keys("F7 a 1 Enter") <= 5
    assert told(desk) == [EventType.DEPARTURE, EventType.ARRIVAL]
    assert desk.pen.editor.hasFocus()


def test_down_goes_from_the_line_into_the_list(desk: DeskPage) -> None:
    keys("F7 Down Down")
    assert people(desk).hasFocus()
    assert people(desk).person() == person(desk._book, "Amsel1")
    keys("Space")
    assert told(desk) == [EventType.DEPARTURE]
    press("F7")
    type_text("a")
    press("Down")
    assert not people(desk).hasFocus()


def test_a_recusal_takes_four_keys_and_two_in_the_list(desk: DeskPage) -> None:
    assert keys("F7 a 1 Shift+Return") == 4
    assert told(desk) == [EventType.RECUSAL]
    desk.side.attendance_panel.focus_list()
    assert keys("Down Down b") == 3
    assert told(desk) == [EventType.RECUSAL] * 2
    assert (
        desk.side.attendance_panel._recused.text()
        == "Befangen: Frau Amsel1 (verlässt den Raum), Frau Amsel2 (verlässt den Raum)"
    )
    people(desk)._at = 0.0  # the half second in which a letter counts as the first of a word is over
    type_text("r")
    assert desk.side.attendance_panel._recused.text().endswith("Frau Amsel2 (im Zuhörerbereich)")


def test_a_time_of_an_earlier_item_is_noted_there_in_its_order(desk: DeskPage, clock: TestClock) -> None:
    book = desk._book
    first, second = (item.key for item in book.meeting.agenda[:2])
    book.change(first, start=stamp(clock.now() - timedelta(minutes=40)))
    writing.add_text(book, first, None, "später", stamp(clock.now()))
    course.call_item(book, second, clock.now())
    press("F7")
    type_text("a1 1830")
    assert desk.side.attendance_panel.findChild(PresenceLine)._says.text().endswith("Ö\N{NO-BREAK SPACE}1")
    press("Return")
    assert line_of(book, "Amsel1").intervals[0].until_item == first
    assert isinstance(book.meeting.agenda[0].proceedings[0], Event)
    assert told(desk, 1) == []
    keys("F7 a 2 Enter")
    assert told(desk, 1) == [EventType.DEPARTURE]


# --- bias and the chair


def test_a_recusal_is_set_ahead_for_a_later_item(desk: DeskPage) -> None:
    press("F7")
    type_text("a1\t\t")
    press("Down")
    press("Shift+Return")
    first, second = desk._book.meeting.agenda
    assert ([one.person for one in second.recusals], first.recusals) == ([person(desk._book, "Amsel1")], ())
    assert told(desk, 1) == []
    press("Ctrl+Return")
    assert told(desk, 1) == [EventType.RECUSAL]
    assert desk.side.attendance_panel._recused.text() == "Befangen: Frau Amsel1 (verlässt den Raum)"


def test_a_deputy_comes_for_nobody_if_that_is_said(desk: DeskPage) -> None:
    book = desk._book
    acts.set_status(book, line_of(book, "Birke0").key, AttendanceStatus.EXCUSED)
    press("F7")
    type_text("re\t\t\t")
    press("Up")
    press("Return")
    assert line_of(book, "Reserve").deputy_for is None


def test_who_is_recused_and_speaks_is_told_at_once(desk: DeskPage) -> None:
    keys("F7 a 1 Shift+Return")
    press("F2")
    type_text("amsel2")  # the second of the list
    assert isinstance(desk._book.meeting.agenda[0].proceedings[-1], Speech)
    words = "Frau Amsel1 ist befangen und hat im selben TOP das Wort."
    assert status(desk) == words


def test_a_recused_chair_is_changed_by_f8_and_enter(desk: DeskPage) -> None:
    book = desk._book
    keys("F7 a 0 Shift+Return")
    assert status(desk).endswith("F8: Vorsitz wechselt")
    assert desk.side.attendance_panel._warning.text().startswith("Frau Amsel0 hat den Vorsitz")
    press("F8")
    lines = desk.lines.procedure
    assert lines.texts()[0] == "Frau Amsel1 (CDU) übernimmt den Vorsitz – 18:42"
    type_text("1830")
    assert lines.texts()[0].endswith("18:30")
    press("Return")
    assert chairing.in_chair(book) == person(book, "Amsel1")
    event = book.meeting.agenda[0].proceedings[-1]
    assert isinstance(event, Event)
    assert (event.event_type, event.person) == (EventType.CHAIR_CHANGE, person(book, "Amsel1"))
    assert event.from_ == "2026-03-05T18:30:00+01:00"
    press("Ctrl+Return")
    assert told(desk, 1) == [EventType.CHAIR_CHANGE]
    assert chairing.in_chair(book) == person(book, "Amsel0")


def test_the_negative_statement_is_an_action(desk: DeskPage) -> None:
    window = desk.window()
    assert isinstance(window, Window)
    window.menus.trigger("no_recusal")
    entry = desk._book.meeting.agenda[0].proceedings[-1]
    assert isinstance(entry, TextEntry)
    assert entry.text == "Kein Mitglied erklärt sich für befangen."
    assert desk.pen.editor.hasFocus()


def test_a_time_changed_in_the_stream_changes_the_list(desk: DeskPage) -> None:
    keys("F7 a 1 Enter")
    press("Ctrl+Up")
    press("Return")
    wait_until(lambda: not desk.fields.side.isHidden(), "the fields of the event")
    field = next(one for one in desk.fields.side._fields if one.name == "from_").widget
    field.setFocus()
    field.selectAll()
    type_text("1830", field)
    press("Return", field)
    assert line_of(desk._book, "Amsel1").intervals[0].until == "2026-03-05T18:30:00+01:00"


# --- deputies and guests


def test_a_deputy_is_proposed_for_the_missing_member_of_the_faction(desk: DeskPage) -> None:
    book = desk._book
    acts.set_status(book, line_of(book, "Amsel1").key, AttendanceStatus.EXCUSED)
    keys("F7 b 0 Enter")
    assert status(desk).endswith("Vertretung möglich: Reserve (SPD)")
    press("F7")
    type_text("re")
    assert "in Vertretung für Frau Birke0" in desk.side.attendance_panel.findChild(PresenceLine)._says.text()
    press("Return")
    line = line_of(book, "Reserve")
    assert (line.deputy_for, line.group) == (person(book, "Birke0"), AttendanceGroup.DEPUTY)
    press("F7")
    type_text("re")
    assert "geht" in desk.side.attendance_panel.findChild(PresenceLine)._says.text()
    press("Esc")


def test_a_guest_is_added_in_passing(desk: DeskPage) -> None:
    press("F7")
    type_text("Frau Eva von Neustadt")
    assert "ist neu" in desk.side.attendance_panel.findChild(PresenceLine)._says.text()
    press("Return")
    assert line_of(desk._book, "Neustadt").group is AttendanceGroup.GUEST
    assert told(desk) == [EventType.ARRIVAL]


def test_a_reason_stays_with_the_recusal(desk: DeskPage) -> None:
    press("F7")
    type_text("a1\t\t\t\t")
    type_text("Nachbarin")
    press("Shift+Return")
    assert [one.reason for one in desk._book.meeting.agenda[0].recusals] == ["Nachbarin"]


def test_leaving_before_coming_is_told_and_done(desk: DeskPage, clock: TestClock) -> None:
    book = desk._book
    acts.set_status(book, line_of(book, "Amsel1").key, AttendanceStatus.EXCUSED)
    keys("F7 a 1 Enter")
    acts.leave(book, person(book, "Amsel1"), clock.now() - timedelta(minutes=20), None)
    desk.side.attendance_panel._say(person(book, "Amsel1"))
    assert "geht vor dem Kommen" in status(desk)


# --- blind typing

WORDS = st.sampled_from(
    ["bittet", "berichtet", "Frau", "Neu", "rät", "der", "Ausschuss", "um", "ein", "Amsel", "Birke", "brennt", "r", "b"]
)
SENTENCES = st.lists(WORDS, min_size=2, max_size=7).map(lambda words: " ".join(words) + " nicht.")
FIXTURE = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def clean(desk: DeskPage) -> None:
    """Nothing stands in the item any more."""
    desk.pen.leave()
    for key in writing.entries(desk._book, desk._book.meeting.agenda[0].key):
        desk._book.remove(key)
    desk.pen.go_ready()


@FIXTURE
@given(SENTENCES)
def test_a_sentence_typed_blindly_into_the_list_stands_on_the_ready_line(desk: DeskPage, sentence: str) -> None:
    clean(desk)
    before = (desk._book.meeting.attendance, desk._book.meeting.agenda[0].recusals)
    desk.side.attendance_panel.focus_list()
    press("Down")
    type_text(sentence)
    assert (desk._book.meeting.attendance, desk._book.meeting.agenda[0].recusals) == before
    assert told(desk) == []
    assert ready_text(desk) == sentence


@FIXTURE
@given(SENTENCES)
def test_a_sentence_typed_blindly_into_the_line_stands_on_the_ready_line(desk: DeskPage, sentence: str) -> None:
    clean(desk)
    before = desk._book.meeting.attendance
    press("F7")
    wait_until(desk.side.attendance_panel.findChild(WhoField).hasFocus, "the line")
    type_text(sentence + "\n")
    assert desk._book.meeting.attendance == before
    assert told(desk) == []
    assert ready_text(desk) == sentence


def test_a_letter_that_begins_a_word_is_taken_back(desk: DeskPage) -> None:
    desk.side.attendance_panel.focus_list()
    press("Down")
    type_text("b")
    assert len(desk._book.meeting.agenda[0].recusals) == 1
    type_text("i")
    assert desk._book.meeting.agenda[0].recusals == ()
    assert ready_text(desk) == "bi"
    assert status(desk) == "Zurückgenommen: Es war der erste Buchstabe eines Textes"


def test_before_the_opening_f7_sets_a_status_with_its_reason(
    book: Book, bus: Bus, clock: TestClock, app: QApplication, tmp_path: Path
) -> None:
    make(book, MeetingState.PREPARATION)
    window = Window(book, bus, clock, Theme(app), tmp_path)
    show(window)
    window.open_meeting(book.meeting.key)
    press("F7")
    type_text("a1\t\t\t\t")
    type_text("krank\n")
    line = line_of(book, "Amsel1")
    assert (line.status, line.reason) == (AttendanceStatus.EXCUSED, "krank")
    assert course.running_item(book) is None


@pytest.mark.parametrize(("member", "remark"), [("Amsel1", True), ("Birke1", False)])
def test_a_deputy_of_another_faction_is_told_and_noted(desk: DeskPage, member: str, remark: bool) -> None:
    """Reserve belongs to the SPD, Birke1 too, Amsel1 to the CDU."""
    book = desk._book
    acts.set_status(book, line_of(book, member).key, AttendanceStatus.EXCUSED)
    press("F7")
    type_text("re")
    for _field in range(3):
        press("Tab")
    line = desk.findChildren(PresenceLine)[0]
    if line._deputy.value() is None:
        press("Down")
    said = line._says.text()
    press("Return")
    words = " – nicht dieselbe Fraktion: SPD für CDU"
    assert (words in said, words in status(desk)) == (remark, remark)
    assert line_of(book, "Reserve").deputy_for == person(book, member)


# --- what must not happen


def test_a_key_after_the_end_makes_nobody_excused(desk: DeskPage, clock: TestClock) -> None:
    book = desk._book
    clock.forward(hours=2)
    book.change(book.meeting.key, end=stamp(clock.now()), state=MeetingState.DRAFT)
    before = book.meeting
    keys("F7 a 1 Enter")
    assert book.meeting == before
    assert "a1 18:12" in status(desk)
    press("Esc")
    people(desk).enter_from_above()
    keys("Space")
    assert book.meeting == before
    clock.forward(hours=240)  # somebody corrects it days later
    press("F7")
    type_text("a1 19:12\n")
    line = line_of(book, "Amsel1")
    assert line.status is AttendanceStatus.PRESENT
    assert [one.until for one in line.intervals] == ["2026-03-05T19:12:00+01:00"]


@pytest.mark.parametrize("tabs", [1, 2, 3])
def test_a_sentence_in_a_field_of_the_line_goes_to_the_ready_line(desk: DeskPage, tabs: int) -> None:
    before = desk._book.meeting.attendance
    press("F7")
    type_text("a1" + "\t" * tabs + "Ja, das sei so.")
    assert ready_text(desk) == "Ja, das sei so."
    assert desk._book.meeting.attendance == before


def test_a_line_keeps_no_text_for_another_meeting(desk: DeskPage) -> None:
    for opened, typed in (("F7", "Herr Muster bittet um 3 Wochen"), ("Shift+F2", "Frau Muster geht es ebenso")):
        press(opened)
        type_text(typed)
        press("F5")
    window, book = desk.window(), desk._book
    assert isinstance(window, Window)
    window.open_meeting(book.meeting.key)
    assert "".join(one.text or "" for one in book.meeting.agenda[0].proceedings if isinstance(one, TextEntry)) != ""
    for panel in (desk.side.attendance_panel, desk.side.floor_panel):
        assert panel.findChild(WhoField).text() == ""


def test_one_key_takes_the_members_of_the_body(desk: DeskPage) -> None:
    book = desk._book
    body = book.meeting.organizations[0]
    seat = Membership(organization=body, role="Mitglied")
    with book.step("change.Attendance"):
        for line in book.meeting.attendance:
            book.remove(line.key)
    panel = desk.side.attendance_panel
    assert "Strg+Umschalt+G" in panel._guide.text
    book.add(seat, person(book, "Amsel1"), "memberships")
    panel.refresh()
    assert "F7" in panel._guide.text
    keys("F7 Enter")
    assert [line.person for line in book.meeting.attendance] == [person(book, "Amsel1")]
    assert desk.pen.editor.hasFocus()


def test_only_where_several_can_be_meant_it_is_said(desk: DeskPage) -> None:
    line = desk.side.attendance_panel.findChild(PresenceLine)
    said = []
    for typed in ("Amsel", "Qurx"):
        press("F7")
        type_text(typed)
        said.append(line._says.text().split(".")[0])
        press("Esc")
    assert said == ["Nicht eindeutig", "So heißt niemand"]
