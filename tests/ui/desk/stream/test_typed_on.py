"""What is typed on without looking: numbers into open lists, + in an entry, Enter behind a quotation; and leaving."""

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop.models.values import EntryKind, ItemKind, Motion, MotionType, Person, Speech, SpeechRole, TextEntry, Vote
from desktop.models.values.aside import SpeakerTurn
from desktop.ui.desk.page import DeskPage
from desktop.ui.desk.stream import shorthand
from desktop.ui.desk.stream.kinds import turn
from desktop.ui.window import Window
from tests.ui.desk.stream.test_entry_acts import last, person, speech
from tests.ui.desk.test_desk_page import desk, entries, item, shown  # noqa: F401
from tests.ui.keys import press, type_text

# --- digits and lists


@pytest.mark.parametrize("text", ["3 Wochen seien zu lang.", "2026 sei es so weit.", "1.500 Euro"])
def test_a_speech_may_begin_with_a_number(desk: DeskPage, text: str) -> None:  # noqa: F811
    type_text("mu\t" + text)
    assert speech(desk).text == text
    assert speech(desk).speaker


def test_a_digit_chooses_the_verb_and_the_sentence_goes_on(desk: DeskPage) -> None:  # noqa: F811
    type_text("mu\t2die Frist halte.")
    assert speech(desk).text == "fragt, ob die Frist halte."


def test_after_a_pause_a_number_goes_on_behind_the_verb(
    desk: DeskPage,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(shorthand, "PAUSE", -1.0)
    type_text("mu\t33 Wochen an.")
    assert speech(desk).text == "regt an 3 Wochen an."


def test_a_number_behind_an_open_list_of_people_names_nobody(desk: DeskPage) -> None:  # noqa: F811
    person(desk._book, form_of_address="Frau", family_name="Holm", shortcut="holm")
    person(desk._book, form_of_address="Herr", family_name="Holst", shortcut="hols")
    type_text("hol\t1000 Euro")
    found = last(desk)
    assert isinstance(found, TextEntry)
    assert found.text == "hol1000 Euro"
    assert desk.pen.key == found.key
    press("Ctrl+Z")
    assert last(desk).text == "hol"  # type: ignore[attr-defined]


@pytest.mark.parametrize(("keys", "text"), [("Er sagt m\tSatz.", "Er sagt m Satz."), ("xyzq\t, ja", "xyzq, ja")])
def test_a_refused_tab_is_a_space(desk: DeskPage, keys: str, text: str) -> None:  # noqa: F811
    type_text(keys)
    found = last(desk)
    assert isinstance(found, TextEntry)
    assert found.text == text


def test_a_refused_tab_is_a_space_in_a_name_too(desk: DeskPage) -> None:  # noqa: F811
    person(desk._book, form_of_address="Frau", family_name="Holmersen")
    press("F2")
    type_text("hlms\t")
    assert speech(desk).speaker is None
    type_text("\tund mehr")
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.text() == "hlms und mehr"


# --- + in an entry


def test_plus_and_a_letter_behind_a_speaker_leave_no_plus(desk: DeskPage) -> None:  # noqa: F811
    type_text("mu\t+")
    assert desk.pen.palette.is_open
    assert speech(desk).text in (None, "")
    type_text("b")
    assert isinstance(last(desk), Vote)
    assert not [one for one in entries(desk) if isinstance(one, Speech) and one.text]


def test_plus_in_an_entry_is_text_where_text_follows(desk: DeskPage) -> None:  # noqa: F811
    type_text("mu\t+ 3 Stimmen")
    assert speech(desk).text == "\\+ 3 Stimmen"
    type_text("\b" * 11 + "+")
    assert desk.pen.palette.is_open
    press("Esc")
    assert speech(desk).text in (None, "")


# --- Enter behind a quotation


def test_enter_behind_a_statement_ends_the_quotation(desk: DeskPage) -> None:  # noqa: F811
    press("F9")
    type_text("mu\tDas ist falsch.\nDanach geht es weiter.\n")
    statement, text = entries(desk)
    assert isinstance(statement, Speech)
    assert (statement.role, statement.text) == (SpeechRole.STATEMENT, "„Das ist falsch.“")
    assert isinstance(text, TextEntry)
    assert text.text == "Danach geht es weiter."


# --- names: a field that is left in whatever way


SENTENCE = "Herr Muster bittet um 3 Wochen Aufschub."


@pytest.mark.parametrize("key", ["Esc", "F4", "Ctrl+G", "Return"])
def test_a_sentence_typed_into_the_speaker_is_text(desk: DeskPage, key: str) -> None:  # noqa: F811
    press("F2")
    type_text(SENTENCE)
    press(key)
    press("Esc")
    press("Esc")
    texts = [one for one in entries(desk) if isinstance(one, TextEntry)]
    assert [one.text for one in texts] == [SENTENCE]
    assert not [one for one in entries(desk) if isinstance(one, Speech)]


@pytest.mark.parametrize("key", ["Esc", "F4", "Return"])
def test_a_sentence_typed_into_the_mover_is_the_wording(desk: DeskPage, key: str) -> None:  # noqa: F811
    press("F3")
    type_text(SENTENCE)
    press(key)
    motion = entries(desk)[0]
    assert isinstance(motion, Motion)
    assert (motion.text, motion.mover_name) == (SENTENCE, None)


@pytest.mark.parametrize(("typed", "key"), [("must", "F4"), ("mül", "Esc")])
def test_the_beginning_of_one_name_is_taken_on_leaving(desk: DeskPage, typed: str, key: str) -> None:  # noqa: F811
    press("F2")
    type_text(typed)
    press(key)
    assert not entries(desk) or entries(desk)[0].speaker  # type: ignore[union-attr]
    assert all(not getattr(one, "speaker_name", None) for one in entries(desk))


@pytest.mark.parametrize("typed", ["mül m", "wer"])
def test_no_person_is_made_of_what_is_no_name(desk: DeskPage, typed: str) -> None:  # noqa: F811
    heard: list[str] = []
    desk.said.connect(heard.append)
    people = len(desk._book.shelf.records)
    press("F9")
    before = len(desk._book.shelf.records)
    type_text(typed + "\n")
    assert len(desk._book.shelf.records) == before > people
    assert any(typed in words for words in heard)
    assert desk.fields.side.first() is QApplication.focusWidget()


def test_a_resident_is_told_to_be_protected(desk: DeskPage) -> None:  # noqa: F811
    heard: list[str] = []
    desk.said.connect(heard.append)
    desk.show_item(item(desk, 2).key)
    press("F2")
    type_text("Karl Krause\n")
    assert "der Name wird nicht veröffentlicht" in heard[-1]


# --- motions: the kind takes one letter


def test_a_wording_typed_into_the_kind_of_motion_keeps_the_kind(desk: DeskPage) -> None:  # noqa: F811
    press("F3")
    kind = entries(desk)[0].motion_type  # type: ignore[union-attr]
    type_text("spd\tDringlichkeit bitte")
    motion = entries(desk)[0]
    assert isinstance(motion, Motion)
    assert (motion.text, motion.motion_type) == ("Dringlichkeit bitte", kind)


def test_one_letter_chooses_the_kind_of_motion(desk: DeskPage) -> None:  # noqa: F811
    press("F3")
    type_text("spd\tD\tDer Weg wird gebaut.")
    motion = entries(desk)[0]
    assert isinstance(motion, Motion)
    assert (motion.text, motion.motion_type) == ("Der Weg wird gebaut.", MotionType.URGENCY)


# --- Esc


def test_one_esc_on_the_ready_line_stays_in_the_item(desk: DeskPage) -> None:  # noqa: F811
    heard: list[str] = []
    desk.said.connect(heard.append)
    desk.show_item(item(desk, 3).key)
    desk.ready()
    desk.ready()
    assert shown(desk) == "Grundstück"
    desk.ready_running()
    assert shown(desk) == "Eröffnung"
    assert "öffentlich" in heard[-1]


def test_esc_in_the_fields_leads_to_the_entry_and_esc_esc_no_further_than_the_ready_line(
    desk: DeskPage,  # noqa: F811
) -> None:
    desk.show_item(item(desk, 1).key)
    type_text("Ein Satz.")
    key = desk.pen.key
    press("Alt+Return")
    desk.ready()
    assert desk.pen.key == key
    assert desk.pen.editor.hasFocus()
    desk.ready_running()
    assert shown(desk) == "Radweg"
    assert desk.pen.key is None


# --- keys elsewhere


def test_keys_for_the_text_do_nothing_in_a_row_that_has_no_keyboard(desk: DeskPage) -> None:  # noqa: F811
    type_text("Ein Satz.")
    press("Ctrl+M")
    notes = QApplication.focusWidget()
    assert notes is not desk.pen.editor
    press("Ctrl+R")
    press("Ctrl+J")
    press("Ctrl+T")
    assert [one.on_request for one in entries(desk)] == [None]  # type: ignore[union-attr]
    assert [one.text for one in entries(desk)] == ["Ein Satz."]  # type: ignore[union-attr]
    assert "18:42 Uhr" in desk._book.meeting.agenda[0].note


def test_alt_and_a_letter_types_nothing(desk: DeskPage) -> None:  # noqa: F811
    press("Alt+X")
    press("F2")
    press("Alt+X")
    assert [one for one in entries(desk) if getattr(one, "text", "") or getattr(one, "speaker_name", "")] == []


def test_menus_have_letters_of_their_own(desk: DeskPage) -> None:  # noqa: F811
    window = desk.window()
    assert isinstance(window, Window)
    titles = [one.text() for one in window.menuBar().actions()]
    letters = [title[title.index("&") + 1].casefold() for title in titles]
    assert len(set(letters)) == len(titles)


# --- a meeting without items


def test_without_an_item_nothing_is_typed_into_the_unseen(desk: DeskPage) -> None:  # noqa: F811
    for one in desk._book.meeting.agenda:
        desk._book.remove(one.key)
    assert QApplication.focusWidget() is desk.agenda
    desk.pen.write_on_ready("Ein Satz.")
    assert [one.text for one in desk._book.meeting.opening] == ["Ein Satz."]  # type: ignore[union-attr]


# --- whose words: an entry that becomes another


def test_naming_a_speaker_keeps_the_turn(desk: DeskPage) -> None:  # noqa: F811
    type_text("Ein Satz.")
    key = desk._book.add(SpeakerTurn(name="Neu", entry=desk.pen.key), desk._book.meeting_key, "speaker_turns")
    made = turn(desk._book, desk.pen.key or "", EntryKind.SPEECH)
    turned = desk._book.shelf.value(key)
    assert isinstance(turned, SpeakerTurn)
    assert turned.entry == made


# --- paste, and other pages


def test_a_paste_of_lines_into_a_name_is_one_line(desk: DeskPage) -> None:  # noqa: F811
    press("F3")
    QApplication.clipboard().setText("Frau Neu\r\nAmt\t3")
    press("Ctrl+V")
    assert entries(desk)[0].mover_name == "Frau Neu Amt 3"  # type: ignore[union-attr]


def test_a_page_of_text_pasted_into_the_speaker_is_text(desk: DeskPage) -> None:  # noqa: F811
    press("F2")
    QApplication.clipboard().setText("Fett geschrieben\n1.\tPunkt eins\nZelle A")
    press("Ctrl+V")
    press("F3")
    found = entries(desk)[0]
    assert isinstance(found, TextEntry)
    assert found.text == "Fett geschrieben 1. Punkt eins Zelle A"


def test_undo_on_another_page_leaves_the_keyboard_there(desk: DeskPage) -> None:  # noqa: F811
    type_text("Ein Satz.\n")
    type_text("Noch einer.\n")
    press("Up")
    press("Ctrl+H")
    press("Ctrl+Z")
    press("Ctrl+Z")
    assert len(entries(desk)) == 1
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.isVisible()


@pytest.mark.parametrize("key", ["Esc", "F4", "Return"])
def test_a_resident_who_moves_something_is_not_named(desk: DeskPage, key: str) -> None:  # noqa: F811
    desk._book.change(desk.proceedings.item or "", kind=ItemKind.QUESTION)
    press("F3")
    type_text("Frau Erika Neu")
    press(key)
    type_text("Mehr Bänke am Teich.")
    motion = next(one for one in entries(desk) if isinstance(one, Motion))
    mover = desk._book.shelf.value(motion.movers[0])
    assert isinstance(mover, Person)
    assert (motion.mover_name, mover.protected, mover.public_name) == (None, True, "eine Einwohnerin")
