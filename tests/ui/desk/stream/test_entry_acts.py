"""The palette of +, verbs behind the speaker, marks, statements for the record, other kinds: by keys in the window."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from desktop.models.book import Book
from desktop.models.values import (
    Attendance,
    AttendanceGroup,
    AttendanceStatus,
    Chair,
    EntryKind,
    Event,
    EventType,
    Lead,
    MeetingState,
    Motion,
    MotionType,
    Person,
    Speech,
    SpeechRole,
    TextEntry,
    Vote,
)
from desktop.ui.desk.page import DeskPage
from desktop.ui.desk.stream import palette
from desktop.ui.desk.stream.kinds import KINDS, turn
from tests.ui.conftest import TestClock
from tests.ui.desk.test_desk_page import desk, entries, item  # noqa: F401
from tests.ui.keys import press, type_text

STAMP = "2026-03-05T18:42:07+01:00"


def last(desk: DeskPage) -> object:  # noqa: F811
    return entries(desk)[-1]


def speech(desk: DeskPage) -> Speech:  # noqa: F811
    found = last(desk)
    assert isinstance(found, Speech)
    return found


def person(book: Book, **fields: object) -> str:
    """Somebody of the body who is there."""
    body = book.shelf.records[book.meeting.key].parent
    key = book.add(Person(**fields), body, "persons")  # type: ignore[arg-type]
    line = Attendance(person=key, group=AttendanceGroup.MEMBER, status=AttendanceStatus.PRESENT)
    book.add(line, book.meeting.key, "attendance")
    return key


# --- + and a letter


@pytest.mark.parametrize(("letter", "kind"), [("a", Motion), ("B", Vote), ("e", Event), ("z", Speech)])
def test_plus_and_a_letter_begin_an_entry_and_leave_nothing_else(
    desk: DeskPage,  # noqa: F811
    letter: str,
    kind: type,
) -> None:
    steps = desk._book.steps
    type_text("+")
    assert desk.pen.palette.is_open
    assert desk._book.steps == steps
    type_text(letter)
    assert [type(one) for one in entries(desk)] == [kind]
    assert not desk.pen.palette.is_open
    assert desk._book.steps == steps + 1
    assert desk._book.undo()
    assert entries(desk) == ()


@pytest.mark.parametrize("text", ["+ 3 Stimmen", "/x", "+-", "+q", "//", "1+a"])
def test_a_sign_that_begins_a_text_is_text(desk: DeskPage, text: str) -> None:  # noqa: F811
    type_text(text)
    assert len(entries(desk)) == 1
    assert desk.pen.editor.toPlainText() == text
    assert not desk.pen.palette.is_open


@pytest.mark.parametrize("key", ["Esc", "Backspace", "Ctrl+PgDown", "F3"])
def test_a_sign_alone_is_never_an_entry(desk: DeskPage, key: str) -> None:  # noqa: F811
    type_text("+")
    press(key)
    assert not desk.pen.palette.is_open
    press("Ctrl+PgUp") if key == "Ctrl+PgDown" else desk.pen.go_ready()
    assert entries(desk) == ()
    type_text("Es geht los.")
    assert [one.text for one in entries(desk)] == ["Es geht los."]  # type: ignore[union-attr]


def test_every_letter_of_the_palette_does_something(desk: DeskPage) -> None:  # noqa: F811
    keys = palette.keys_of(desk)
    assert set("abwrzeuhl123456789") - {"6"} <= set(keys)


def test_the_heading_is_typed_first_and_enter_goes_to_the_text(desk: DeskPage) -> None:  # noqa: F811
    type_text("+hAussprache\nEs wird beraten.")
    entry = last(desk)
    assert isinstance(entry, TextEntry)
    assert (entry.heading, entry.text) == ("Aussprache", "Es wird beraten.")
    press("Ctrl+Shift+H")
    press("End")
    type_text(" zum Radweg\n!")
    assert (last(desk).heading, last(desk).text) == ("Aussprache zum Radweg", "Es wird beraten.!")  # type: ignore[attr-defined]


def test_an_event_in_words_and_on_to_the_ready_line(desk: DeskPage) -> None:  # noqa: F811
    type_text("+eBeifall bei der SPD\nWeiter.")
    event, text = entries(desk)
    assert isinstance(event, Event)
    assert (event.event_type, event.text, event.from_) == (EventType.OTHER, "Beifall bei der SPD", STAMP)
    assert isinstance(text, TextEntry)
    type_text("\n+e")
    press("Esc")
    assert len(entries(desk)) == 2


# --- who speaks


def test_a_speech_costs_no_more_than_five_keys_besides_its_text(desk: DeskPage) -> None:  # noqa: F811
    text = "dankt für den Vortrag."
    before = "mu\t"
    type_text(before + text + "\n")
    assert speech(desk).text == text
    assert desk.pen.key is None
    assert len(before) + len("\n") <= 5


def test_a_short_form_is_proposed_and_shown(desk: DeskPage) -> None:  # noqa: F811
    key = person(desk._book, form_of_address="Frau", family_name="Ölbaum")
    type_text("öl")
    assert "Frau Ölbaum" in desk.pen.editor._ghost
    type_text("\tlobt.")
    assert speech(desk).speaker == key


def test_the_chair_is_named_by_the_office_and_an_office_by_its_beginning(desk: DeskPage) -> None:  # noqa: F811
    book = desk._book
    chair = person(book, form_of_address="Frau", family_name="Ahorn")
    mayor = person(book, form_of_address="Herr", family_name="Buche", function="Bürgermeister")
    book.change(book.meeting.key, chairs=(Chair(person=chair),))
    type_text("vors\teröffnet.\n")
    assert (speech(desk).speaker, speech(desk).speaker_name) == (chair, "Die Vorsitzende")
    assert desk.proceedings.face(desk.proceedings.stream.rows[0]).lead == "Die Vorsitzende"
    type_text("bgm\tdankt.")
    assert (speech(desk).speaker, speech(desk).speaker_name) == (mayor, None)


def test_an_unknown_guest_costs_f2_name_enter(desk: DeskPage) -> None:  # noqa: F811
    press("F2")
    type_text("Frau Neu\nstellt sich vor.")
    found = desk._book.shelf.value(speech(desk).speaker or "")
    assert isinstance(found, Person)
    assert (found.form_of_address, found.family_name) == ("Frau", "Neu")
    assert speech(desk).text == "stellt sich vor."


# --- verbs


def test_a_verb_by_its_digit_right_after_the_name(desk: DeskPage) -> None:  # noqa: F811
    type_text("mu\t2")
    assert speech(desk).text == "fragt, ob"
    type_text("es 2 Wege gibt.")
    assert speech(desk).text == "fragt, ob es 2 Wege gibt."


def test_a_verb_by_its_beginning(desk: DeskPage) -> None:  # noqa: F811
    type_text("mu\terl\t, wie es war.")
    assert speech(desk).text == "erläutert, wie es war."
    type_text(" Er erl\t")
    assert speech(desk).text == "erläutert, wie es war. Er erl"


def test_a_sentence_typed_blindly_behind_the_name_is_kept_to_the_letter(desk: DeskPage) -> None:  # noqa: F811
    type_text("mu\t")
    assert desk.pen.editor.suggesting
    type_text("sagt 3 mal ja.\n")
    assert speech(desk).text == "sagt 3 mal ja."
    type_text("mü\t\n")
    assert desk.pen.key is None


def test_a_colon_behind_the_name_makes_it_word_for_word(desk: DeskPage) -> None:  # noqa: F811
    type_text("mu\t:Ich danke: sehr.\n")
    assert (speech(desk).lead, speech(desk).text) == (Lead.COLON, "Ich danke: sehr.")
    type_text("mü\tGern.")
    assert speech(desk).lead is Lead.COLON
    press("Ctrl+Shift+C")
    assert speech(desk).lead is Lead.SENTENCE


# --- for the record


def test_a_statement_in_the_middle_of_a_sentence(desk: DeskPage) -> None:  # noqa: F811
    type_text("mu\terklärt, dass der Weg")
    press("Left")
    press("F9")
    type_text("mü\tIch bin dagegen.")
    statement = speech(desk)
    assert (statement.text, statement.role, statement.lead) == (
        "„Ich bin dagegen.“",
        SpeechRole.STATEMENT,
        Lead.COLON,
    )
    assert statement.on_request
    press("Alt+Left")
    type_text("X")
    assert entries(desk)[0].text == "erklärt, dass der WeXg"  # type: ignore[union-attr]
    press("Esc")
    type_text("mü\tspricht.")
    assert (speech(desk).lead, speech(desk).on_request) == (Lead.SENTENCE, None)


# --- marks


def test_marks_by_key_with_undo(desk: DeskPage, clock: TestClock) -> None:  # noqa: F811
    type_text("Eins")
    press("Ctrl+R")
    press("Ctrl+Shift+N")
    clock.forward(minutes=3)
    press("Ctrl+Shift+Y")
    entry = last(desk)
    assert isinstance(entry, TextEntry)
    assert (entry.on_request, entry.public, entry.at) == (True, False, "2026-03-05T18:45:07+01:00")
    marks = desk.proceedings.face(desk.proceedings.stream.rows[0]).marks
    assert len(marks) == 2
    for _ in range(3):
        desk._book.undo()
    assert last(desk) == TextEntry(key=entry.key, text="Eins", at=STAMP)


def test_the_key_of_the_agenda_still_means_the_item_there(desk: DeskPage) -> None:  # noqa: F811
    type_text("Eins")
    desk.agenda.setFocus()
    press("Ctrl+Shift+N")
    assert not any(one.public for one in desk._book.meeting.agenda if one.name == "Eröffnung")
    (kept,) = (one for top in desk._book.meeting.agenda for one in top.proceedings if isinstance(one, TextEntry))
    assert kept.public is None


# --- another kind, another item


def test_a_speech_becomes_a_motion_and_back(desk: DeskPage) -> None:  # noqa: F811
    type_text("mu\tDer Weg soll breiter werden.")
    spoken = speech(desk)
    desk.entry.become_motion()
    motion = last(desk)
    assert isinstance(motion, Motion)
    assert (motion.text, motion.movers, motion.motion_type, motion.at) == (
        spoken.text,
        (spoken.speaker,),
        MotionType.SUBSTANTIVE,
        spoken.at,
    )
    press("Esc")
    press("Ctrl+Up")
    desk.entry.become_speech()
    assert (speech(desk).text, speech(desk).speaker) == (spoken.text, spoken.speaker)
    desk.entry.become_text()
    assert last(desk).text == spoken.text  # type: ignore[attr-defined]
    for _ in range(3):
        desk._book.undo()
    assert last(desk) == spoken


def test_a_motion_that_was_voted_on_stays_one(desk: DeskPage) -> None:  # noqa: F811
    key = desk._book.add(Motion(text="Ja?"), item(desk, 0).key, "proceedings")
    desk._book.add(Vote(on=(key,), yes=1), item(desk, 0).key, "proceedings")
    desk.pen.go_to(key)
    desk.entry.become_text()
    assert isinstance(entries(desk)[0], Motion)


def test_an_entry_moves_into_another_item(desk: DeskPage) -> None:  # noqa: F811
    type_text("Falsch hier")
    desk.entry.move()
    type_text("2\n")
    assert entries(desk) == ()
    assert [one.text for one in item(desk, 1).proceedings] == ["Falsch hier"]  # type: ignore[union-attr]
    assert desk.pen.key is None
    assert desk.pen.editor.hasFocus()
    desk._book.undo()
    assert [one.text for one in entries(desk)] == ["Falsch hier"]  # type: ignore[union-attr]


def test_an_entry_of_an_item_that_is_not_public_stays_so(desk: DeskPage) -> None:  # noqa: F811
    said: list[str] = []
    desk.entry.said.connect(said.append)
    desk._book.change(item(desk, 0).key, public=False)
    type_text("Der Preis")
    desk.entry.move()
    type_text("2\n")
    assert [one.public for one in item(desk, 1).proceedings] == [False]
    assert said[-1].endswith("Er bleibt nichtöffentlich.")


# --- prepared


def test_what_is_prepared_is_confirmed_one_after_the_other(desk: DeskPage, clock: TestClock) -> None:  # noqa: F811
    book, key = desk._book, item(desk, 0).key
    for entry in (TextEntry(text="Eins", at="x"), Motion(text="Zwei"), Event(text="Drei"), Speech(text="Vier")):
        book.add(type(entry)(**{"text": entry.text, "prepared": True}), key, "proceedings")
    book.change(book.meeting.key, state=MeetingState.PREPARATION)
    desk.pen.go_to(entries(desk)[0].key, 4)
    press("Return")
    assert all(one.prepared for one in entries(desk))
    book.change(book.meeting.key, state=MeetingState.RUNNING)
    desk.pen.go_to(entries(desk)[0].key, 0)
    for _ in range(4):
        press("Return")
    assert not any(one.prepared for one in entries(desk))
    assert [one.text for one in entries(desk)] == ["Eins", "Zwei", "Drei", "Vier"]
    times = [one.from_ if isinstance(one, Event) else one.at for one in entries(desk)]
    assert times == [STAMP] * 4
    assert desk.pen.key is None
    assert QApplication.focusWidget() is desk.pen.editor


# --- outside all items


def test_what_stands_before_the_agenda_is_read_and_written_like_an_item(desk: DeskPage) -> None:  # noqa: F811
    book = desk._book
    book.add(TextEntry(text="Vor der Sitzung wird geehrt."), book.meeting.key, "opening")
    book.add(Event(text="Abgang"), book.meeting.key, "closing")
    desk.agenda.setFocus()
    press("Home")
    assert desk.proceedings.item is None
    press("Return")
    type_text("mu\tdankt.")
    press("Ctrl+R")
    press("Alt+Up")
    press("Backspace")
    first, second = book.meeting.opening
    assert isinstance(first, Speech)
    assert (first.text, first.on_request) == ("dankt", True)
    assert isinstance(second, TextEntry)
    press("F2")
    press("F4")
    press("Esc")
    type_text("Neu\n\n")
    assert [one.text for one in book.meeting.opening][2:] == ["Neu"]  # type: ignore[union-attr]
    press("Esc")
    press("Esc")
    desk.ready_running()
    assert desk.proceedings.item == item(desk, 0).key
    type_text("Hier")
    assert [one.text for one in entries(desk)] == ["Hier"]  # type: ignore[union-attr]


@pytest.mark.parametrize("kinds", [(a, b) for a in KINDS for b in KINDS if a is not b])
def test_no_word_is_lost_by_another_kind(desk: DeskPage, kinds: tuple[EntryKind, EntryKind]) -> None:  # noqa: F811
    made = TextEntry(heading="Weg", text="*Breit*\n\n- so", at=STAMP, public=False)
    key = desk._book.add(made, item(desk, 0).key, "proceedings")
    for kind in (*kinds, EntryKind.TEXT):
        key = turn(desk._book, key, kind)
        value = desk._book.shelf.value(key)
        assert isinstance(value, TextEntry | Speech | Motion)
        assert value.kind is kind
        title = value.title if isinstance(value, Motion) else value.heading
        assert (title, value.text, value.at, value.public) == ("Weg", "*Breit*\n\n- so", STAMP, False)
    assert desk._book.shelf.value(key) == replace(made, key=key)
