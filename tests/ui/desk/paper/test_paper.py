"""The paper at hand and the page for reading aloud, in the real window."""

import pytest
from PySide6.QtWidgets import QApplication

from desktop.models.book import Book
from desktop.models.values import AgendaItem, Event, Motion, MotionOutcome, MotionType, Paper
from desktop.ui.bus import Bus
from desktop.ui.looks.theme import Theme
from desktop.ui.window import Window
from tests.ui.conftest import TestClock
from tests.ui.desk import council
from tests.ui.keys import press, show, type_text, wait_until

PROPOSAL = "Der Radweg wird gebaut."


@pytest.fixture
def window(book: Book, bus: Bus, clock: TestClock, app: QApplication) -> Window:
    council.make(book)
    body = book.shelf.records[book.meeting.key].parent
    value = Paper(name="Radweg", reference="VO/7", proposed_resolution=PROPOSAL, facts="Er fehlt *seit Jahren*.")
    book.change(book.meeting.agenda[0].key, papers=(book.add(value, body, "papers"),))
    made = Window(book, bus, clock, Theme(app), book.path.parent)
    made.resize(1400, 800)
    made.open_meeting(book.meeting.key)
    show(made)
    wait_until(lambda: made.desk.pen.editor.hasFocus())
    return made


def item(book: Book) -> AgendaItem:
    return book.meeting.agenda[0]


def shown(window: Window) -> str:
    return window.desk.side.paper_panel.text.toPlainText()


def test_ctrl_l_shows_proposal_and_facts_beside_the_text(window: Window) -> None:
    press("Ctrl+L")
    assert window.desk.side.paper_panel.text.hasFocus()
    assert shown(window).split("\n") == ["Beschlussvorschlag", PROPOSAL, "Sachverhalt", "Er fehlt seit Jahren."]
    press("Esc")
    assert window.desk.pen.editor.hasFocus()


def test_changes_of_the_wording_are_shown_by_signs(window: Window, book: Book) -> None:
    press("Ctrl+L")
    book.change(item(book).key, resolution="Der breite Radweg wird saniert.")
    wait_until(lambda: "[+" in shown(window))
    assert shown(window).split("\n")[1] == "Der [+ breite] Radweg wird [− gebaut][+ saniert]."


def test_a_sentence_typed_into_the_paper_goes_to_the_ready_line(window: Window, book: Book) -> None:
    press("Ctrl+L")
    type_text("Frau Amsel fragt")
    assert [entry.text for entry in item(book).proceedings if hasattr(entry, "text")] == ["Frau Amsel fragt"]


def test_an_item_without_a_paper_says_so(window: Window, book: Book) -> None:
    window.desk.show_item(book.meeting.agenda[1].key)
    press("Ctrl+L")
    assert window.desk.side.paper_panel._guide.text == "Dieser TOP hat keine Vorlage. Strg+Umschalt+V legt eine an."
    assert window.desk.side.paper_panel._guide.buttons[0].hasFocus()


def test_f12_shows_the_wording_with_what_was_accepted_and_enter_notes_the_time(window: Window, book: Book) -> None:
    amendment = Motion(motion_type=MotionType.AMENDMENT, text="Bis Mai.", outcome=MotionOutcome.ACCEPTED)
    book.add(amendment, item(book).key, "proceedings")
    press("F12")
    reader = window.desk.reader
    assert reader.isVisible()
    assert reader.text.toPlainText().split("\n") == [PROPOSAL, "Änderungsantrag, angenommen:", "Bis Mai."]
    assert "18:42" in reader._foot.text()
    press("Return")
    last = item(book).proceedings[-1]
    assert isinstance(last, Event)
    assert (last.text, (last.from_ or "")[11:16]) == ("Der Wortlaut wird verlesen.", "18:42")
    assert not reader.isVisible()
    assert window.desk.pen.editor.hasFocus()
    press("Ctrl+Z")
    assert not [entry for entry in item(book).proceedings if isinstance(entry, Event)]


def test_escape_notes_nothing_and_other_keys_are_not_lost(window: Window, book: Book) -> None:
    press("F12")
    press("Esc")
    assert not window.desk.reader.isVisible()
    press("F12")
    type_text("Frau Birke")
    assert not window.desk.reader.isVisible()
    assert [getattr(entry, "text", None) for entry in item(book).proceedings] == ["Frau Birke"]


def test_a_key_of_the_desk_takes_the_page_away(window: Window) -> None:
    press("F12")
    press("F4")
    assert not window.desk.reader.isVisible()
    assert window.desk.fields.grid is not None


def test_an_item_that_is_not_public_says_so(window: Window, book: Book) -> None:
    press("F12")
    assert not window.desk.reader._badge.isVisible()
    press("Esc")
    book.change(item(book).key, public=False)
    press("F12")
    assert window.desk.reader._badge.text() == "NICHTÖFFENTLICH"
    assert window.desk.reader._badge.isVisible()
    assert window.desk.reader.text.accessibleDescription().startswith("NICHTÖFFENTLICH. ")
