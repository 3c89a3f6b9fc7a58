"""Elections that are left and opened again, and what the form says on the way (desk.md §2, §4)."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop.models.book import Book
from desktop.ui.bus import Bus
from desktop.ui.desk.page import DeskPage
from tests.ui.conftest import TestClock
from tests.ui.desk.council import make, person
from tests.ui.desk.elections.test_election import at, form, held, window_of
from tests.ui.keys import press, type_text

#: a tie in the second round: the lot is to be drawn
TIE = "Vorsitz\na0\nb0\n\n13\n0\n1\n6\n6\n13\n0\n1\n6\n6\n"


@pytest.fixture
def desk(book: Book, bus: Bus, clock: TestClock, app: QApplication, tmp_path: Path) -> DeskPage:
    make(book)
    return window_of(book, bus, clock, app, tmp_path)


def shown(desk: DeskPage, field: str) -> str:
    widget = form(desk).field(field)
    assert isinstance(widget, QLineEdit)
    return widget.text()


def status(desk: DeskPage) -> str:
    return desk.window().statusBar().currentMessage()  # type: ignore[attr-defined,no-any-return]


def test_who_draws_the_lot_is_kept_before_it_is_drawn(desk: DeskPage, book: Book) -> None:
    press("Shift+F4")
    type_text(TIE)
    assert at(desk) == "drawer"
    type_text("Frau Dr. Held")
    press("Esc")
    assert held(book).text == "Losverfahren: gezogen von Frau Dr. Held."
    press("Shift+F4")
    assert (at(desk), shown(desk, "drawer")) == ("lot", "Frau Dr. Held")
    type_text("2")
    assert held(book).elected == ("Frau Birke0",)
    assert held(book).text == "Losverfahren: gezogen von Frau Dr. Held."
    form(desk).focus("drawer")
    type_text("Held")
    assert held(book).text == "Losverfahren: gezogen von Held."


def test_who_draws_stays_apart_from_how_it_is_drawn(desk: DeskPage, book: Book) -> None:
    press("Shift+F4")
    type_text(TIE)
    form(desk).focus("procedure")
    type_text("Mit Münze.")
    form(desk).focus("drawer")
    type_text("Held")
    assert held(book).text == "Losverfahren: gezogen von Held. Mit Münze."
    press("Ctrl+Z")
    assert shown(desk, "drawer") == ""
    assert held(book).text == "Losverfahren: Mit Münze."


def test_a_tie_opened_again_asks_for_the_lot(desk: DeskPage, book: Book) -> None:
    press("Shift+F4")
    type_text(TIE)
    press("Esc")
    press("Shift+F4")
    assert at(desk) == "drawer"
    press("Return")
    press("Return")
    assert at(desk) == "lot"
    assert status(desk) == "Wer wurde gezogen? 1 Frau Amsel0, 2 Frau Birke0"
    assert form(desk).foot._keys.text().startswith("Ziffer oder Name: wer gezogen wurde")


def test_the_arrows_look_for_who_was_drawn_and_enter_draws(desk: DeskPage, book: Book) -> None:
    press("Shift+F4")
    type_text(TIE)
    form(desk).focus("lot")
    press("Down")
    press("Down")
    assert (held(book).lot, at(desk)) == (None, "lot")
    press("Return")
    assert held(book).elected == ("Frau Birke0",)


def test_who_is_drawn_in_place_of_another_has_not_accepted_yet(desk: DeskPage, book: Book) -> None:
    press("Shift+F4")
    type_text(TIE)
    form(desk).focus("lot")
    type_text("1j")
    assert (held(book).elected, held(book).accepts) == (("Frau Amsel0",), True)
    form(desk).focus("lot")
    type_text("2")
    assert (held(book).elected, held(book).accepts) == (("Frau Birke0",), None)


def test_another_round_due_is_not_accepted_by_anybody(desk: DeskPage, book: Book) -> None:
    press("Shift+F4")
    type_text("Vorsitz\na0\nb0\n\n13\n0\n1\n6\n6")
    press("Esc")
    press("Shift+F4")
    assert at(desk) == "votes.1.0"
    type_text("\n")
    assert at(desk) == "cast.1"


def test_who_accepts_is_elected(desk: DeskPage, book: Book) -> None:
    press("Shift+F4")
    type_text("Vorsitz\na0\nb0\n\n13\n0\n1\n7\n5")
    form(desk).focus("accepts")
    type_text("j")
    assert (held(book).elected, held(book).accepts) == (("Frau Amsel0",), True)


def test_nobody_is_elected_by_accepting_a_tie(desk: DeskPage, book: Book) -> None:
    press("Shift+F4")
    type_text(TIE)
    form(desk).focus("accepts")
    type_text("j")
    assert held(book).elected == ()
    assert status(desk) == "Noch ist niemand gewählt."


@pytest.mark.parametrize("typed", ["held", "HELD", "bürgermeister held", "he"])
def test_a_whole_name_is_the_person(desk: DeskPage, book: Book, typed: str) -> None:
    press("Shift+F4")
    type_text(f"Vorsitz\n{typed}\n")
    (candidate,) = held(book).rounds[0].candidates
    assert (candidate.name, candidate.person) == ("Bürgermeister Held", person(book, "Held"))


def test_an_unknown_name_is_told(desk: DeskPage, book: Book) -> None:
    press("Shift+F4")
    type_text("Vorsitz\nHel\n")
    (candidate,) = held(book).rounds[0].candidates
    assert (candidate.name, candidate.person) == ("Hel", None)
    assert "Hel" in status(desk)
    assert at(desk) == "name.1"


def test_a_digit_goes_on_with_a_short_form(desk: DeskPage, book: Book) -> None:
    press("Shift+F4")
    type_text("Vorsitz\na1\n")
    assert [one.name for one in held(book).rounds[0].candidates] == ["Frau Amsel1"]


def test_only_what_changed_is_made_anew(desk: DeskPage, book: Book) -> None:
    press("Shift+F4")
    type_text("Vorsitz\na0\nb0\n\n13\n0\n1\n6\n6")
    before = [form(desk).field(name) for name in ("office", "name.0", "votes.0.0", "drawer")]
    type_text("\n")
    assert at(desk) == "cast.1"
    assert [form(desk).field(name) for name in ("office", "name.0", "votes.0.0", "drawer")] == before
