"""Where the keyboard is in the form of an election: no key falls out of it, and Enter leads to the numbers."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from desktop.models.book import Book
from desktop.models.values import Election, ElectionMethod
from desktop.ui.bus import Bus
from desktop.ui.desk.page import DeskPage
from desktop.ui.desk.stream.card import Card
from tests.ui.conftest import TestClock
from tests.ui.desk.council import make
from tests.ui.desk.elections.test_election import at, form, held, item, window_of
from tests.ui.desk.elections.test_election_again import shown, status
from tests.ui.focus import shows_focus
from tests.ui.keys import press, type_text, wait_until

#: two names and the way to the numbers
NAMES = "Vorsitz\na0\nb0\n\n"
#: a tie in the second round: the lot is to be drawn
TIE = NAMES + "13\n0\n1\n6\n6\n13\n0\n1\n6\n6\n"


@pytest.fixture
def desk(book: Book, bus: Bus, clock: TestClock, app: QApplication, tmp_path: Path) -> DeskPage:
    make(book)
    return window_of(book, bus, clock, app, tmp_path)


def elections(book: Book) -> list[Election]:
    return [entry for entry in item(book).proceedings if isinstance(entry, Election)]


def test_enter_on_the_empty_name_leads_to_the_numbers(desk: DeskPage, book: Book) -> None:
    press("Shift+F4")
    type_text(NAMES)
    assert at(desk) == "cast.0"
    assert form(desk).field("cast.0").hasFocus()
    type_text("13\n0\n1\n6\n6\n")
    assert at(desk) == "cast.1"
    assert [entry for entry in item(book).proceedings if not isinstance(entry, Election)] == []
    (first, _second) = held(book).rounds
    assert (first.at, first.text, first.cast, first.invalid, first.abstentions) == (None, None, 13, 0, 1)


def test_tab_on_the_empty_name_leads_to_how_it_is_held(desk: DeskPage) -> None:
    press("Shift+F4")
    type_text("Vorsitz\na0\nb0\n\t")
    assert at(desk) == "method"
    type_text("\n\n\n")
    assert at(desk) == "cast.0"
    press("Backtab")
    press("Backtab")
    assert at(desk) == "begin.0"
    type_text("\n")
    assert at(desk) == "end.0"
    type_text("\n")
    assert at(desk) == "cast.0"


def test_who_comes_back_goes_on_at_the_first_empty_number(desk: DeskPage) -> None:
    press("Shift+F4")
    type_text(NAMES + "13\n0\n1\n6\n6\n13\n0\n")
    press("Esc")
    press("Shift+F4")
    assert at(desk) == "abstentions.1"


@pytest.mark.parametrize("field", ["method", "form", "accepts"])
def test_a_number_typed_at_a_choice_stays_out_of_the_minutes(desk: DeskPage, book: Book, field: str) -> None:
    press("Shift+F4")
    type_text(NAMES)
    form(desk).focus(field)
    before = held(book)
    type_text("16\n")
    assert item(book).proceedings == (before,)


@pytest.mark.parametrize(("typed", "accepts"), [("ja", True), ("nein", False)])
def test_whole_words_choose(desk: DeskPage, book: Book, typed: str, accepts: bool) -> None:
    press("Shift+F4")
    type_text(NAMES + "13\n0\n0\n7\n6\n" + typed)
    assert (at(desk), held(book).accepts) == ("accepts", accepts)
    form(desk).focus("method")
    type_text("offen")
    assert (at(desk), held(book).method) == ("method", ElectionMethod.OPEN)


# --- the lot


@pytest.mark.parametrize("typed", ["b\n", "Birke\n", "Frau B\n", "frau birke0\t", "x\bb\n"])
def test_letters_look_for_who_was_drawn(desk: DeskPage, book: Book, typed: str) -> None:
    press("Shift+F4")
    type_text(TIE + "Held\n")
    assert at(desk) == "lot"
    type_text(typed[:-1])
    assert (at(desk), held(book).lot) == ("lot", None)
    type_text(typed[-1])
    assert (held(book).lot, held(book).elected, at(desk)) == ("Frau Birke0", ("Frau Birke0",), "accepts")
    assert len(item(book).proceedings) == 1


@pytest.mark.parametrize("typed", ["j", "Jutta kommt.", "7", "Frau"])
def test_no_key_leaves_the_form_at_the_lot(desk: DeskPage, book: Book, typed: str) -> None:
    press("Shift+F4")
    type_text(TIE + "\n" + typed)
    assert (at(desk), held(book).lot) == ("lot", None)
    type_text("\n")
    assert (at(desk), held(book).lot, len(item(book).proceedings)) == ("lot", None, 1)


def test_a_name_looked_for_and_left_is_not_drawn(desk: DeskPage, book: Book) -> None:
    press("Shift+F4")
    type_text(TIE + "\nb")
    press("Backtab")
    assert (at(desk), held(book).lot) == ("drawer", None)
    type_text("\n\n")
    assert (at(desk), held(book).lot) == ("lot", None)


def test_who_draws_stays_when_the_form_is_left_by_the_next_field(desk: DeskPage, book: Book) -> None:
    press("Shift+F4")
    type_text(TIE + "Behrens\tj")
    press("Esc")
    assert held(book).text == "Losverfahren: gezogen von Behrens."
    press("Shift+F4")
    assert (at(desk), shown(desk, "drawer")) == ("lot", "Behrens")


# --- begin and end


@pytest.mark.parametrize(("typed", "told"), [("16", "16:00"), ("0", "00:00"), ("1943", "19:43")])
@pytest.mark.parametrize("field", ["begin", "end"])
def test_a_time_outside_the_meeting_is_told(desk: DeskPage, book: Book, field: str, typed: str, told: str) -> None:
    press("Shift+F4")
    type_text(NAMES)
    form(desk).focus(f"{field}.0")
    type_text(f"{typed}\n")
    assert status(desk) == f"{told} Uhr liegt außerhalb der Sitzung · bitte eine Zeit in der Sitzung angeben"
    assert shown(desk, f"{field}.0") == ""
    assert (held(book).rounds[0].at, held(book).rounds[0].text) == (None, None)


def test_a_time_within_the_meeting_is_taken(desk: DeskPage, book: Book, clock: TestClock) -> None:
    press("Shift+F4")
    type_text(NAMES)
    form(desk).focus("begin.0")
    type_text("18:30\n1835\n")
    (only,) = held(book).rounds
    assert (only.at, only.text) == ("2026-03-05T18:30:00+01:00", "Ende der Wahlhandlung: 18:35 Uhr")
    form(desk).focus("begin.0")
    type_text("16\n")
    assert shown(desk, "begin.0") == "18:30"
    clock.forward(hours=6)
    form(desk).focus("begin.0")
    type_text("0:10\n")
    assert held(book).rounds[0].at == "2026-03-06T00:10:00+01:00"


# --- back to it


def test_the_key_goes_back_to_the_unfinished_election(desk: DeskPage, book: Book) -> None:
    press("Shift+F4")
    type_text(NAMES + "13\n")
    press("F5")
    assert not form(desk).field("invalid.0").hasFocus()
    press("Shift+F4")
    assert (at(desk), len(elections(book))) == ("invalid.0", 1)
    press("Shift+F4")
    assert at(desk) == "office"
    press("Shift+F4")
    assert (at(desk), len(elections(book))) == ("invalid.0", 1)


def test_the_key_goes_back_after_text_typed_blindly(desk: DeskPage, book: Book) -> None:
    press("Shift+F4")
    type_text(NAMES + "13\nHerr Held")
    assert desk.elections.editor is None
    press("Shift+F4")
    assert (at(desk), len(elections(book))) == ("invalid.0", 1)


# --- round the window


@pytest.mark.parametrize("keys", ["Tab", "Backtab"])
@pytest.mark.parametrize("opening", [("F4",), ("F4", "p")])
def test_the_keyboard_is_never_behind_the_grid(desk: DeskPage, opening: tuple[str, ...], keys: str) -> None:
    for one in opening:
        press(one)
    start, walked = QApplication.focusWidget(), list[QWidget | None]()
    while start not in walked and len(walked) < 60:
        press(keys)
        walked.append(QApplication.focusWidget())
    assert start in walked
    assert not [one for one in walked if one is None or isinstance(one, Card) or not one.isVisible()]
    lines = [one for one in walked if isinstance(one, QLineEdit)]
    assert all(one.visibleRegion().boundingRect().height() == one.height() for one in lines)


def test_without_a_form_the_card_is_walked_to(desk: DeskPage) -> None:
    press("F4")
    type_text("n2")
    press("Esc")
    press("Up")
    card = QApplication.focusWidget()
    assert isinstance(card, Card)
    press("Tab")
    press("Backtab")
    assert card.hasFocus()


@pytest.mark.parametrize("name", ["Tagesordnung", "Angaben …"])
def test_what_has_the_keyboard_has_a_frame(desk: DeskPage, name: str) -> None:
    press("F4")
    (field,) = [one for one in desk.findChildren(QPushButton) if one.text() == name] or [desk.agenda]

    field.setFocus(Qt.FocusReason.TabFocusReason)
    wait_until(lambda: shows_focus(field), "the frame around it")
