"""What is typed on without looking: numbers into open lists, + in an entry, Enter behind a quotation; and leaving."""

import pytest

from desktop.models.values import Speech, SpeechRole, TextEntry, Vote
from desktop.ui.desk.page import DeskPage
from desktop.ui.desk.stream import shorthand
from tests.ui.desk.stream.test_entry_acts import last, person, speech
from tests.ui.desk.test_desk_page import desk, entries  # noqa: F401
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
