"""Fields of the vote in which single keys mean something, and sentences typed blindly into them."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop.models.book import Book
from desktop.models.values import Majority, Rest, TextEntry, Vote, VoteMethod
from desktop.ui.bus import Bus
from desktop.ui.desk.page import DeskPage
from desktop.ui.desk.voting.vote_details import VoteDetails
from desktop.ui.looks.theme import Theme
from desktop.ui.window import Window
from tests.ui.conftest import TestClock
from tests.ui.desk.council import make
from tests.ui.keys import press, show, type_text, wait_until

SENTENCE = "Herr Held fragt nach den 3 Stellen im Plan."


@pytest.fixture
def desk(book: Book, bus: Bus, clock: TestClock, app: QApplication, tmp_path: Path) -> DeskPage:
    window = Window(make(book), bus, clock, Theme(app), tmp_path)
    window.resize(1366, 768)
    show(window)
    assert book.meeting_key is not None
    window.open_meeting(book.meeting_key)
    return window.desk


def vote(desk: DeskPage) -> Vote:
    return next(entry for entry in desk._book.meeting.agenda[0].proceedings if isinstance(entry, Vote))


def last_text(desk: DeskPage) -> str:
    last = desk._book.meeting.agenda[0].proceedings[-1]
    return (last.text or "") if isinstance(last, TextEntry) else ""


def field(desk: DeskPage, name: str) -> QWidget:
    """A field of the open grid by the name a screen reader says."""
    assert desk.fields.grid is not None
    found = [one for one in desk.fields.grid.findChildren(QWidget) if one.accessibleName() == name]
    (shown,) = [one for one in found if one.isVisible()]
    return shown


def go_to(desk: DeskPage, name: str) -> QWidget:
    found = field(desk, name)
    found.setFocus()
    wait_until(found.hasFocus, f"keyboard in {name}")
    return found


# --- the rarer details


def with_details(desk: DeskPage) -> VoteDetails:
    """A vote with a number, which stays when the grid is left, and its details."""
    press("F4")
    type_text("n2")
    press("Alt+Return")
    assert desk.fields.grid is not None
    (form,) = desk.fields.grid.findChildren(VoteDetails)
    return form


@pytest.mark.parametrize("sentence", [SENTENCE, "3 Stellen fehlen.", "10 Uhr wird genannt.", "Um 9 geht es weiter."])
@pytest.mark.parametrize(
    "name", ["gesetzliche Zahl", "anwesend", "befangen", "Uhrzeit", "Abgestimmt über", "Ja bedeutet Ablehnung"]
)
def test_a_sentence_typed_blindly_into_the_details_stands_on_the_ready_line(
    desk: DeskPage, name: str, sentence: str
) -> None:
    form = with_details(desk)
    boxes = {"Ja bedeutet Ablehnung": form.rejection, "Abgestimmt über": form.subjects}
    if name in boxes:
        boxes[name].setFocus()
    else:
        go_to(desk, name)
    if name in boxes and not sentence[0].isalpha():
        sentence = SENTENCE
    before = vote(desk)
    type_text(sentence)
    assert (vote(desk), last_text(desk)) == (before, sentence)


def test_a_number_typed_into_the_details_is_stored_once_it_is_meant(desk: DeskPage) -> None:
    with_details(desk)
    go_to(desk, "befangen")
    type_text("12")
    wait_until(lambda: vote(desk).recused == 12, "the number is stored after a pause")
    press("Backspace")
    press("Tab")
    assert vote(desk).recused == 1
    press("Ctrl+Z")
    assert vote(desk).recused == 12


def test_tab_walks_from_the_head_through_the_details_to_the_numbers(desk: DeskPage) -> None:
    form = with_details(desk)
    go_to(desk, "Mehr zu dieser Abstimmung (Alt+Enter)")
    seen = []
    for _place in range(len(form.order) + 1):
        press("Tab")
        seen.append(QApplication.focusWidget())
    assert seen == [*form.order, field(desk, "Stimmen nach Fraktionen")]


# --- method, majority, outcome


@pytest.mark.parametrize("sentence", [SENTENCE, "Gegenwind gegen den Plan.", "Je eine Stelle fehlt.", "2 1 Drittel"])
@pytest.mark.parametrize("name", ["Verfahren", "Mehrheit", "Ergebnis", "ungültig"])
def test_a_sentence_typed_blindly_into_a_choice_stands_on_the_ready_line(
    desk: DeskPage, name: str, sentence: str
) -> None:
    press("F4")
    if name == "ungültig":
        type_text("g")
    type_text("n2")
    go_to(desk, name)
    before = vote(desk)
    type_text(sentence)
    assert QApplication.activePopupWidget() is None
    assert (vote(desk), last_text(desk)) == (before, sentence)


def test_a_letter_chooses_and_enter_goes_back_to_the_numbers(desk: DeskPage) -> None:
    press("F4")
    for name, key in (("Verfahren", "e"), ("Mehrheit", "3"), ("Gegenstand", "Radweg")):
        go_to(desk, name)
        type_text(f"{key}\n")
        assert field(desk, "Stimmen nach Fraktionen").hasFocus()
    type_text("n9\n")
    for key in "\t\tj":
        type_text(key)
    wait_until(lambda: vote(desk).accepted is True, "a pause is as good as Enter")
    found = vote(desk)
    assert (found.method, found.majority) == (VoteMethod.ELECTRONIC, Majority.TWO_THIRDS_OF_MEMBERS)
    assert found.subject == "Radweg"


def test_g_makes_it_secret_and_open_again(desk: DeskPage) -> None:
    press("F4")
    type_text("g")
    assert vote(desk).method is VoteMethod.SECRET
    assert field(desk, "Stimmen nach Fraktionen").hasFocus()
    type_text("g")
    type_text("n2")
    found = vote(desk)
    assert (found.method, found.no, found.rest) == (VoteMethod.OPEN, 2, Rest.YES)


def test_a_number_that_waits_is_dropped_with_its_vote(desk: DeskPage) -> None:
    press("F4")
    type_text("g")
    go_to(desk, "ungültig")
    type_text("1")
    desk._book.remove(vote(desk).key)
    assert desk._book.meeting.agenda[0].proceedings == ()
    assert desk.fields.grid is None


def test_the_side_column_is_no_stop_of_its_own(desk: DeskPage) -> None:
    column = desk.side
    assert column.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert column.accessibleName() == "Anwesenheit, Rednerliste, Vorlage, Prüfliste"


# --- room


def test_the_grid_is_no_higher_than_what_it_shows(desk: DeskPage) -> None:
    press("F4")
    grid = desk.fields.grid
    assert grid is not None
    QApplication.processEvents()
    last = grid._foot.geometry().bottom()
    assert grid.height() - last <= 6
    assert grid._foot._full.isHidden(), "the wording has room in its field"
