"""The desk in its window by keys: items, ready line, entries, resolution, fields (desk.md §1–§3)."""

import hashlib
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from desktop.models.book import Book
from desktop.models.values import (
    AgendaItem,
    AttendanceGroup,
    Body,
    Chair,
    Entry,
    Event,
    EventType,
    ItemKind,
    ItemStage,
    Lead,
    Meeting,
    MeetingState,
    Motion,
    MotionOutcome,
    MotionType,
    Organization,
    OrganizationType,
    Paper,
    Person,
    ResultClass,
    Speech,
    SpeechRole,
    TextEntry,
    Vote,
)
from desktop.paths import profiles_dir
from desktop.ui.bus import Bus
from desktop.ui.desk.page import DeskPage
from desktop.ui.desk.procedure.course import Act, due, perform
from desktop.ui.looks.theme import Label, Theme
from desktop.ui.parts.plaintext import TEXT_LIMIT
from desktop.ui.window import Window
from tests.ui.conftest import TestClock
from tests.ui.keys import press, show, type_text


@pytest.fixture
def desk(book: Book, bus: Bus, clock: TestClock, app: QApplication, tmp_path: Path) -> DeskPage:
    """Two people, a faction, three public items with a paper, one non-public item; the first runs."""
    body = book.add(Body(name="Stadt Tornau"), None, "bodies")
    book.open_body(body)
    book.add(Person(form_of_address="Frau", family_name="Muster", shortcut="mu"), body, "persons")
    book.add(Person(form_of_address="Herr", family_name="Müller", shortcut="mü"), body, "persons")
    faction = Organization(name="SPD-Fraktion", short_name="SPD", organization_type=OrganizationType.FRAKTION, order=1)
    book.add(faction, body, "organizations")
    agenda = (
        AgendaItem(number="1", name="Eröffnung", stage=ItemStage.RUNNING),
        AgendaItem(number="2", name="Radweg"),
        AgendaItem(number="3", name="Einwohnerfragen", kind=ItemKind.QUESTION),
        AgendaItem(number="1", name="Grundstück", public=False),
    )
    meeting = Meeting(name="1. Sitzung", start="2026-03-05", agenda=agenda, state=MeetingState.RUNNING)
    key = book.add(meeting, body, "meetings")
    window = Window(book, bus, clock, Theme(app), tmp_path)
    window.resize(1366, 768)
    show(window)
    window.open_meeting(key)
    paper = Paper(reference="VO/7", name="Radweg", proposed_resolution="Der Radweg wird gebaut.")
    book.change(book.meeting.agenda[1].key, papers=(book.add(paper, body, "papers"),))
    return window.desk


def item(desk: DeskPage, place: int) -> AgendaItem:
    return desk._book.meeting.agenda[place]


def entries(desk: DeskPage, place: int = 0) -> tuple[Entry, ...]:
    return item(desk, place).proceedings


def shown(desk: DeskPage) -> str:
    value = desk.shown()
    assert value is not None
    return value.name


# --- items


def test_typing_begins_in_the_running_item(desk: DeskPage) -> None:
    type_text("Es beginnt.")
    assert [entry.text for entry in entries(desk)] == ["Es beginnt."]  # type: ignore[union-attr]


def test_looking_at_another_item_does_not_change_which_one_runs(desk: DeskPage) -> None:
    press("Ctrl+PgDown")
    assert shown(desk) == "Radweg"
    assert item(desk, 0).stage is ItemStage.RUNNING
    assert "Sie schreiben in Ö 2 – es läuft Ö 1" in desk.title._elsewhere.text()
    type_text("Hier.")
    assert len(entries(desk, 1)) == 1
    press("Esc")
    assert shown(desk) == "Radweg"
    press("Esc")
    assert shown(desk) == "Eröffnung"
    assert desk.title._elsewhere.isHidden()


def test_calling_an_item_and_then_the_next(desk: DeskPage, clock: TestClock) -> None:
    press("Ctrl+PgDown")
    press("Ctrl+Return")
    assert [one.stage for one in desk._book.meeting.agenda[:2]] == [ItemStage.DONE, ItemStage.RUNNING]
    press("Ctrl+Return")
    assert shown(desk) == "Einwohnerfragen"
    assert desk.header._running.text() == "▶ Ö 3"


def test_going_to_an_item_by_its_number(desk: DeskPage) -> None:
    press("Ctrl+G")
    type_text("n1\n")
    assert shown(desk) == "Grundstück"
    assert not desk._centre._public
    assert desk.title._badge.text() == "NICHTÖFFENTLICH"
    assert desk.pen.editor.hasFocus()
    press("Ctrl+G")
    type_text("17\n")
    assert desk.goto.isVisible()
    press("Esc")
    assert desk.pen.editor.hasFocus()


def test_from_the_resolution_alt_left_goes_back_to_the_very_character(desk: DeskPage) -> None:
    type_text("Eins zwei")
    press("Left")
    press("F5")
    assert not desk.pen.editor.hasFocus()
    press("Alt+Left")
    assert desk.pen.editor.hasFocus()
    type_text("-")
    assert [entry.text for entry in entries(desk)] == ["Eins zwe-i"]  # type: ignore[union-attr]


def test_a_list_is_for_the_word_it_was_opened_at(desk: DeskPage) -> None:
    body = desk._book.shelf.records[desk._book.meeting.key].parent
    for given in ("Eva", "Ina"):
        desk._book.add(Person(form_of_address="Frau", given_name=given, family_name="Schmidt"), body, "persons")
    type_text("Wort schm\t")
    lines = desk.pen.shorthand._suggestions.findChildren(Label)
    assert [line.text() for line in lines if line.isVisible()] == ["⇥ 1  Frau Schmidt – Eva", "  2  Frau Schmidt – Ina"]
    press("Home")
    assert not desk.pen.shorthand._offered
    type_text("1")
    assert [entry.text for entry in entries(desk)] == ["1Wort schm"]  # type: ignore[union-attr]
    press("End")
    type_text("\t2.")
    assert [entry.text for entry in entries(desk)] == ["1Wort Frau Schmidt."]  # type: ignore[union-attr]


def test_a_last_place_is_found_to_the_character(desk: DeskPage) -> None:
    type_text("Eins zwei")
    press("Left")
    press("Ctrl+PgDown")
    type_text("Drei")
    press("Esc")
    press("Alt+Left")
    assert desk.pen.editor.textCursor().position() == 4
    press("Alt+Left")
    assert shown(desk) == "Eröffnung"
    type_text("!")
    assert entries(desk)[0].text == "Eins zwe!i"  # type: ignore[union-attr]


# --- speeches


def test_f2_asks_for_the_speaker_first(desk: DeskPage) -> None:
    press("F2")
    type_text("mü\tfragt.")
    (speech,) = entries(desk)
    assert isinstance(speech, Speech)
    assert (speech.speaker_name, speech.text, speech.lead) == (None, "fragt.", Lead.SENTENCE)
    press("Ctrl+2")
    type_text("must\tdankt.")
    assert [entry.text for entry in entries(desk)] == ["fragt.", "dankt."]  # type: ignore[union-attr]


def test_f2_and_escape_leave_nothing_behind(desk: DeskPage) -> None:
    press("F2")
    press("Esc")
    assert entries(desk) == ()


def test_somebody_nobody_knows_is_a_guest(desk: DeskPage) -> None:
    press("F2")
    type_text("Frau Dr. Neu\tdankt.")
    (speech,) = entries(desk)
    assert isinstance(speech, Speech)
    person = desk._book.shelf.value(speech.speaker or "")
    assert isinstance(person, Person)
    assert (person.title, person.family_name, person.protected) == (("Dr.",), "Neu", None)
    assert desk._book.meeting.attendance[-1].group is AttendanceGroup.GUEST
    assert desk._book.meeting.attendance[-1].function == "Gast"


def test_where_residents_ask_a_new_person_is_a_protected_resident(desk: DeskPage) -> None:
    desk.show_item(item(desk, 2).key)
    press("F2")
    type_text("Frau Neu\tfragt.")
    (speech,) = entries(desk, 2)
    assert isinstance(speech, Speech)
    person = desk._book.shelf.value(speech.speaker or "")
    assert isinstance(person, Person)
    assert (person.protected, person.public_name) == (True, "eine Einwohnerin")


def test_the_fields_of_an_entry(desk: DeskPage) -> None:
    type_text("mu\tberichtet.")
    press("Alt+Return")
    type_text("\tB\t")  # role: Bericht
    press("Up")  # the text names its speaker itself
    type_text("\tLage\n")
    (speech,) = entries(desk)
    assert isinstance(speech, Speech)
    assert (speech.role, speech.lead, speech.heading) == (SpeechRole.REPORT, None, "Lage")
    assert desk.pen.editor.hasFocus()
    press("Return")
    type_text("mu\tergänzt.")
    assert entries(desk)[1].text == "Frau Muster ergänzt."  # type: ignore[union-attr]
    assert entries(desk)[1].role is SpeechRole.REPORT  # type: ignore[union-attr]


def test_a_speaker_taken_out_leaves_the_text(desk: DeskPage) -> None:
    type_text("mu\tdankt.")
    press("Alt+Return")
    press("Ctrl+A")
    press("Delete")
    press("Return")
    (text,) = entries(desk)
    assert isinstance(text, TextEntry)
    assert text.text == "dankt."
    type_text("!")
    assert entries(desk)[0].text == "dankt.!"  # type: ignore[union-attr]


def test_a_heading_alone_is_an_entry(desk: DeskPage) -> None:
    press("Alt+Return")
    type_text("\tAussprache:\n")
    press("Return")
    (text,) = entries(desk)
    assert isinstance(text, TextEntry)
    assert (text.heading, text.text) == ("Aussprache:", "")


# --- motions and votes


def test_f3_takes_mover_kind_and_wording(desk: DeskPage) -> None:
    press("F3")
    type_text("spd\t\tDer Ausschuss möge vertagen.")
    (motion,) = entries(desk)
    assert isinstance(motion, Motion)
    assert (motion.motion_type, motion.text) == (MotionType.SUBSTANTIVE, "Der Ausschuss möge vertagen.")
    assert desk.proceedings.directory.name_of(motion.movers[0]) == "SPD"
    press("F3")
    type_text("Bündnis Tornau")
    press("Return")
    type_text("Dagegen.")
    second = entries(desk)[1]
    assert isinstance(second, Motion)
    assert (second.mover_name, second.motion_type, second.amends) == (
        "Bündnis Tornau",
        MotionType.AMENDMENT,
        motion.key,
    )


def test_an_empty_motion_takes_over_the_proposal_with_tab(desk: DeskPage) -> None:
    desk.show_item(item(desk, 1).key)
    press("F3")
    type_text("\t\t\t")
    assert entries(desk, 1)[0].text == "Der Radweg wird gebaut."  # type: ignore[union-attr]
    type_text(" Sofort.")
    assert entries(desk, 1)[0].text == "Der Radweg wird gebaut. Sofort."  # type: ignore[union-attr]


def test_f4_votes_on_the_newest_open_motion_and_then_on_the_resolution(desk: DeskPage) -> None:
    press("F3")
    type_text("spd\t\tVertagen.")
    press("F4")
    assert desk.fields.grid is not None
    type_text("A")
    press("Return")
    motion, vote = entries(desk)
    assert isinstance(motion, Motion)
    assert isinstance(vote, Vote)
    assert vote.on == (motion.key,)
    assert desk.fields.grid is None
    assert desk.pen.key is None
    press("F4")
    assert entries(desk)[2].on == ()  # type: ignore[union-attr]


def test_a_vote_settles_its_motion(desk: DeskPage) -> None:
    press("F3")
    type_text("spd\t\tVertagen.")
    press("F4")
    type_text("7N9")
    press("Return")
    motion, vote = entries(desk)
    assert isinstance(vote, Vote)
    assert isinstance(motion, Motion)
    assert (vote.yes, vote.no, vote.accepted) == (7, 9, False)
    assert motion.outcome is MotionOutcome.REJECTED


def test_a_vote_without_a_number_is_gone_when_it_is_left(desk: DeskPage) -> None:
    press("F4")
    press("Esc")
    assert entries(desk) == ()


def test_a_sentence_typed_blindly_into_the_grid_stays_a_sentence(desk: DeskPage) -> None:
    press("F4")
    type_text("Frau")
    (text,) = entries(desk)
    assert isinstance(text, TextEntry)
    assert text.text == "Frau"
    assert desk.pen.editor.hasFocus()


def test_f4_goes_back_to_the_vote_that_is_not_finished_and_in_it_to_the_next(desk: DeskPage) -> None:
    press("F4")
    type_text("5")
    press("Esc")
    (vote,) = entries(desk)
    type_text("Zwischenruf")
    press("F4")
    assert desk.pen.key == vote.key
    assert desk.fields.grid is not None
    press("F4")
    assert desk.pen.key == entries(desk)[2].key


def test_undo_of_a_vote_takes_its_grid_away(desk: DeskPage) -> None:
    press("F4")
    press("Ctrl+Z")
    assert entries(desk) == ()
    assert desk.fields.grid is None
    type_text("A*")
    press("Ctrl+Z")
    press("Ctrl+Z")
    assert desk.pen.editor.is_blank()


# --- the resolution


def test_f5_writes_the_resolution_and_escape_goes_back(desk: DeskPage) -> None:
    press("F5")
    press("Ctrl+B")
    type_text("Ja")
    press("Ctrl+B")
    type_text(" zu\n1. Mai")
    assert item(desk, 0).resolution == "**Ja** zu\n\n1\\. Mai"
    press("Esc")
    assert desk.pen.editor.hasFocus()


def test_shift_f5_takes_over_the_proposal(desk: DeskPage) -> None:
    desk.show_item(item(desk, 1).key)
    press("Shift+F5")
    assert item(desk, 1).resolution == "Der Radweg wird gebaut."
    assert item(desk, 1).resolution_as_proposed
    assert desk.outcome.resolution.hasFocus()
    desk._book.undo()
    assert item(desk, 1).resolution is None
    assert desk.outcome.resolution.is_blank()


def test_after_an_accepted_amendment_its_wording_is_worked_in(desk: DeskPage) -> None:
    amendment = Motion(
        motion_type=MotionType.AMENDMENT, text="Bis Mai.", outcome=MotionOutcome.ACCEPTED, mover_name="SPD"
    )
    desk._book.add(amendment, item(desk, 1).key, "proceedings")
    desk.show_item(item(desk, 1).key)
    press("F5")
    assert item(desk, 1).resolution == "Der Radweg wird gebaut.\n\nBis Mai."
    assert (item(desk, 1).result, item(desk, 1).result_class) == ("geändert beschlossen", ResultClass.AMENDED)
    type_text("Und beleuchtet.")
    assert item(desk, 1).resolution == "Der Radweg wird gebaut.\n\nBis Mai.\n\nUnd beleuchtet."
    desk._book.undo()
    desk._book.undo()
    assert (item(desk, 1).resolution, item(desk, 1).result) == (None, None)


def test_an_amendment_without_a_proposal_is_marked_so_that_typing_replaces_it(desk: DeskPage) -> None:
    amendment = Motion(motion_type=MotionType.AMENDMENT, text="Bis Mai.", outcome=MotionOutcome.ACCEPTED)
    desk._book.add(amendment, item(desk, 0).key, "proceedings")
    press("F5")
    assert item(desk, 0).resolution == "Bis Mai."
    type_text("Der Radweg kommt bis Mai.")
    assert item(desk, 0).resolution == "Der Radweg kommt bis Mai."


def test_the_kind_of_result_brings_its_class_and_is_never_guessed(desk: DeskPage) -> None:
    press("F5")
    type_text("\t")
    type_text("zurückgestellt\n")
    assert (item(desk, 0).result, item(desk, 0).result_class) == ("zurückgestellt", ResultClass.POSTPONED)
    press("Ctrl+A")
    type_text("nicht beschlossen\n")
    assert (item(desk, 0).result, item(desk, 0).result_class) == ("nicht beschlossen", ResultClass.POSTPONED)
    assert desk.outcome._class.isVisible()
    press("Ctrl+A")
    press("Delete")
    press("Return")
    assert (item(desk, 0).result, item(desk, 0).result_class) == (None, None)


def test_attachments_are_not_public_until_somebody_says_so(desk: DeskPage, tmp_path: Path) -> None:
    data = b"%PDF-1.7 Lageplan"
    (tmp_path / "Lageplan Nord.pdf").write_bytes(data)
    desk.outcome.attachments.add(tmp_path / "Lageplan Nord.pdf")
    (file,) = item(desk, 0).files
    assert (file.number, file.name, file.mime_type, file.size) == (1, "Lageplan Nord", "application/pdf", len(data))
    assert file.public is False
    assert file.content == hashlib.sha512(data).hexdigest()
    files = desk.outcome.attachments.list
    files.setFocus()
    press("Space")
    assert item(desk, 0).files[0].public is True
    press("Delete")
    assert item(desk, 0).files == ()
    desk.outcome.attachments.add(tmp_path / "fehlt.pdf")
    assert item(desk, 0).files == ()


# --- the meeting


def test_f8_proposes_what_is_due_and_enter_does_it(desk: DeskPage, clock: TestClock) -> None:
    press("F8")
    press("Return")  # the quorum, until it is stated
    press("F8")
    press("Return")
    _stated, pause = entries(desk)
    assert isinstance(pause, Event)
    assert (pause.event_type, pause.until) == (EventType.INTERRUPTION, None)
    clock.forward(minutes=20)
    press("F8")
    press("Return")
    assert entries(desk)[1].until == "2026-03-05T19:02:07+01:00"  # type: ignore[union-attr]
    assert desk.pen.editor.hasFocus()


def test_the_twins_do_what_the_keys_do(desk: DeskPage) -> None:
    type_text("+2mu\tspricht.\n")
    assert isinstance(entries(desk)[0], Speech)
    type_text("/5")
    assert desk.outcome.resolution.hasFocus()
    press("Esc")
    press("Ctrl+8")
    assert desk.lines.procedure.list.hasFocus()
    press("Esc")


def test_the_header_says_who_what_when(desk: DeskPage) -> None:
    desk.header.refresh()
    text = desk.header.accessibleName()
    for part in ("1. Sitzung", "18:42", "ÖFFENTLICH", "▶ Ö 1"):
        assert part in text


def test_f6_walks_through_the_areas_and_back(desk: DeskPage) -> None:
    before = QApplication.focusWidget()
    seen = []
    for _ in range(len(desk.areas.all())):
        press("F6")
        seen.append(QApplication.focusWidget())
    assert len(set(map(id, seen))) == len(seen)
    assert seen[-1] is before
    press("Shift+F6")
    assert desk.agenda.hasFocus()


def test_any_key_closes_the_map_of_keys(desk: DeskPage) -> None:
    press("F1")
    assert desk.keys.isVisible()
    press("F4")
    assert desk.keys.isHidden()
    assert entries(desk) == ()
    assert desk.pen.editor.hasFocus()


# --- entries


def test_an_entry_changes_places_with_its_neighbour(desk: DeskPage) -> None:
    type_text("Eins\nZwei")
    press("Alt+Up")
    assert [entry.text for entry in entries(desk)] == ["Zwei", "Eins"]  # type: ignore[union-attr]
    type_text("!")
    assert entries(desk)[0].text == "Zwei!"  # type: ignore[union-attr]


def test_an_entry_goes_on_in_the_paragraph_before(desk: DeskPage) -> None:
    type_text("Eins\nZwei")
    press("Ctrl+J")
    assert entries(desk)[1].run_on  # type: ignore[union-attr]
    press("Ctrl+J")
    assert entries(desk)[1].run_on is None  # type: ignore[union-attr]


def test_the_time_of_day_by_key(desk: DeskPage) -> None:
    type_text("Ende ")
    press("Ctrl+T")
    assert entries(desk)[0].text == "Ende 18:42 Uhr"  # type: ignore[union-attr]


def test_undo_takes_back_what_was_done_last(desk: DeskPage) -> None:
    type_text("Eins\nZwei")
    press("Alt+Up")
    press("Ctrl+Z")
    assert [entry.text for entry in entries(desk)] == ["Eins", "Zwei"]  # type: ignore[union-attr]
    press("Ctrl+Z")
    assert [entry.text for entry in entries(desk)] == ["Eins", "Z"]  # type: ignore[union-attr]
    for _ in range(3):
        press("Ctrl+Z")
    assert entries(desk) == ()
    for _ in range(5):
        press("Ctrl+Y")
    assert [entry.text for entry in entries(desk)] == ["Zwei", "Eins"]  # type: ignore[union-attr]


def test_undo_of_typing_goes_word_by_word_in_the_field(desk: DeskPage) -> None:
    type_text("Eins zwei")
    press("Ctrl+Z")
    assert entries(desk) == () or entries(desk)[0].text != "Eins zwei"  # type: ignore[union-attr]
    press("Ctrl+Y")
    assert entries(desk)[0].text == "Eins zwei"  # type: ignore[union-attr]


def test_the_fields_of_an_event(desk: DeskPage) -> None:
    press("F8")
    press("Return")
    press("Up")
    assert desk.pen.card.hasFocus()
    press("Return")
    type_text("\t\t20:15\t2040\t")
    press("Esc")
    (pause,) = entries(desk)
    assert isinstance(pause, Event)
    assert (pause.from_, pause.until) == ("2026-03-05T20:15:00+01:00", "2026-03-05T20:40:00+01:00")


def test_what_was_prepared_counts_from_enter_on_or_all_at_once(desk: DeskPage) -> None:
    key = item(desk, 0).key
    for entry in (TextEntry(text="Eins", prepared=True), Vote(yes=3, no=0, prepared=True), TextEntry(text="Zwei")):
        desk._book.add(entry, key, "proceedings")
    desk._book.add(TextEntry(text="Drei", prepared=True), key, "proceedings", 0)
    desk.pen.go_to(entries(desk)[2].key)
    press("Return")
    assert [bool(entry.prepared) for entry in entries(desk)] == [True, True, False, False]
    assert desk.title._confirm.text() == "Alle bestätigen (2)"
    desk.title._confirm.click()
    assert not any(entry.prepared for entry in entries(desk))
    assert desk.title._confirm.isHidden()


def test_what_is_written_while_the_public_is_out_is_not_public(desk: DeskPage, clock: TestClock) -> None:
    type_text("Offen\n")
    perform(desk._book, Act.EXCLUDE, None, clock.now())
    assert desk.title._badge.isVisible()
    type_text("Geheim\n")
    press("F2")
    type_text("mu\tgeheim")
    press("F3")
    press("Esc")
    perform(desk._book, Act.RESTORE, None, clock.now())
    assert not desk.title._badge.isVisible()
    press("Esc")
    type_text("Wieder offen")
    spoken = [(entry.text, entry.public) for entry in entries(desk) if isinstance(entry, TextEntry | Speech)]
    assert spoken == [("Offen", None), ("Geheim", False), ("geheim", False), ("Wieder offen", None)]


def test_an_item_from_before_the_exclusion_stays_public(desk: DeskPage, clock: TestClock) -> None:
    press("Ctrl+PgDown")
    press("Ctrl+Return")
    perform(desk._book, Act.EXCLUDE, None, clock.now())
    press("Ctrl+PgUp")
    assert not desk.title._badge.isVisible()
    type_text("Nachtrag")
    assert entries(desk)[0].public is None
    press("Ctrl+PgDown")
    press("Ctrl+PgDown")
    assert desk.title._badge.isVisible()


def test_what_was_undone_comes_back_whole(desk: DeskPage) -> None:
    press("F2")
    type_text("mü\tsagt ja.")
    before = entries(desk)
    for _ in range(4):
        press("Ctrl+Z")
    for _ in range(5):
        press("Ctrl+Y")
    assert entries(desk) == before
    press("Esc")
    type_text("Ja, und")
    press("Ctrl+Z")
    press("Ctrl+Y")
    type_text("!")
    assert entries(desk)[1].text == "Ja, und!"  # type: ignore[union-attr]
    press("F5")
    type_text("Ja, und nein")
    press("Ctrl+Z")
    press("Ctrl+Y")
    type_text("!")
    assert item(desk, 0).resolution == "Ja, und nein!"


@pytest.mark.parametrize("key", ["F4", "Esc", "F5"])
def test_a_name_field_left_by_another_key_keeps_what_was_typed(desk: DeskPage, key: str) -> None:
    press("F2")
    type_text("mu")
    press(key)
    speech = entries(desk)[0]
    assert isinstance(speech, Speech)
    assert (desk.proceedings.directory.name_of(speech.speaker), speech.speaker_name) == ("Frau Muster", None)
    press("Esc")
    press("F3")
    type_text("spd, Bürgerinitiative Nord")
    press(key)
    motion = next(entry for entry in entries(desk) if isinstance(entry, Motion))
    assert motion.mover_name == "spd, Bürgerinitiative Nord"
    press("Esc")
    press("F3")
    type_text("spd")
    press(key)
    last = [entry for entry in entries(desk) if isinstance(entry, Motion)][-1]
    assert ([desk.proceedings.directory.name_of(mover) for mover in last.movers], last.mover_name) == (["SPD"], None)


def test_words_of_a_result_are_kept_as_typed(desk: DeskPage) -> None:
    desk.outcome.result.setFocus()
    type_text("ver")
    press("Ctrl+PgDown")
    assert (item(desk, 0).result, item(desk, 0).result_class) == ("ver", None)
    desk.outcome.result.setFocus()
    type_text("vertagt")
    assert item(desk, 1).result == "vertagt"
    press("Ctrl+PgDown")
    assert (item(desk, 1).result, item(desk, 1).result_class) == ("vertagt", ResultClass.POSTPONED)
    assert item(desk, 2).result is None


def test_the_wheel_over_a_list_changes_nothing(desk: DeskPage) -> None:
    for box in (desk.outcome.result, desk.outcome._class):
        place = QPointF(box.rect().center())
        wheel = QWheelEvent(
            place,
            QPointF(box.mapToGlobal(place.toPoint())),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        before = box.currentIndex()
        QApplication.sendEvent(box, wheel)
        assert box.currentIndex() == before
        assert not wheel.isAccepted()


def test_an_empty_speech_is_gone_when_another_meeting_comes_or_the_window_closes(desk: DeskPage) -> None:
    book, window = desk._book, desk.window()
    assert isinstance(window, Window)
    first = book.meeting.key
    other = book.add(Meeting(name="2. Sitzung", start="2026-04-02"), book.shelf.records[first].parent, "meetings")
    press("F2")
    assert len(entries(desk)) == 1
    window.open_meeting(other)
    window.open_meeting(first)
    assert entries(desk) == ()
    press("F2")
    window.close()
    assert entries(desk) == ()


def test_a_plus_and_a_digit_are_text_in_the_resolution(desk: DeskPage) -> None:
    press("F5")
    type_text("+5 Stellen")
    assert item(desk, 0).resolution == "+5 Stellen"


def test_a_sentence_typed_blindly_into_the_name_stays_a_sentence(desk: DeskPage) -> None:
    people = len(desk.proceedings.directory.speakers)
    press("F2")
    type_text("Der Ausschuss nimmt Kenntnis und stimmt zu.\n")
    assert len(desk.proceedings.directory.speakers) == people
    assert [type(entry) for entry in entries(desk)] == [TextEntry]
    type_text(" Weiter.")
    assert entries(desk)[0].text == "Der Ausschuss nimmt Kenntnis und stimmt zu. Weiter."  # type: ignore[union-attr]


def test_tab_takes_nobody_who_is_only_alike(desk: DeskPage) -> None:
    press("F2")
    type_text("muer\t")
    assert entries(desk)[0].speaker is None  # type: ignore[union-attr]
    type_text("1")
    assert entries(desk)[0].speaker is not None  # type: ignore[union-attr]


def test_opening_the_meeting_shows_the_item_it_begins_with(desk: DeskPage) -> None:
    book = desk._book
    book.change(book.meeting.key, state=MeetingState.PREPARATION)
    book.change(item(desk, 0).key, stage=None)
    desk.show_item(item(desk, 2).key)
    press("F8")
    press("Return")
    assert desk.proceedings.item == item(desk, 0).key
    assert item(desk, 0).stage is ItemStage.RUNNING
    type_text("Begrüßung.")
    assert [entry.text for entry in item(desk, 0).proceedings if isinstance(entry, TextEntry)] == ["Begrüßung."]


def test_keys_right_behind_f8_are_all_for_its_list(desk: DeskPage) -> None:
    lines = due(desk._book)
    for key in ("F8", *["Down"] * lines.index(Act.QUORUM), "Return"):
        press(key)  # no event is processed in between
    assert [type(entry) for entry in item(desk, 0).proceedings] == [Event]
    assert item(desk, 0).proceedings[0].event_type is EventType.QUORUM_STATED  # type: ignore[union-attr]


def test_a_paste_that_is_too_long_is_told(desk: DeskPage) -> None:
    heard: list[str] = []
    desk.said.connect(heard.append)
    data = QMimeData()
    data.setText("x" * (TEXT_LIMIT + 1))
    desk.pen.editor.insertFromMimeData(data)
    assert heard == ["Ein Eintrag fasst höchstens eine Million Zeichen · bitte den Text in Teilen einfügen"]
    assert desk._book.meeting.agenda[0].proceedings == ()


def test_a_list_cut_at_the_start_of_a_point_leaves_no_empty_one(desk: DeskPage) -> None:
    type_text("- eins")
    press("Shift+Return")
    type_text("zwei")
    press("Home")
    press("Return")
    texts = [entry.text for entry in desk._book.meeting.agenda[0].proceedings if isinstance(entry, TextEntry)]
    assert texts == ["- eins", "- zwei"]


def test_the_house_of_the_desk_is_the_users_copy(book: Book, bus: Bus, clock: TestClock, desk: DeskPage) -> None:
    folder = profiles_dir(book.path.parent)
    folder.mkdir(parents=True, exist_ok=True)
    words = 'chair_short = "präs"\nchair_woman = "Die Präsidentin"\n'
    (folder / "tornau.toml").write_text(f'title = "Tornau"\n[speech]\n{words}', "utf-8")
    key = book.meeting.key
    muster = next(one.key for one in desk.proceedings.directory.speakers if one.name == "Frau Muster")
    book.change(key, chairs=(Chair(person=muster),))
    book.change(book.shelf.records[key].parent or "", profile="tornau")
    desk.open_meeting(key)
    type_text("präs\teröffnet.")
    speech = entries(desk)[-1]
    assert isinstance(speech, Speech)
    assert (speech.speaker, speech.speaker_name) == (muster, "Die Präsidentin")
