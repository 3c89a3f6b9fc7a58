"""The resolution in the real window: proposal, amendments, what differs."""

import pytest
from PySide6.QtWidgets import QApplication

from desktop.models.book import Book
from desktop.models.values import AgendaItem, Motion, MotionOutcome, MotionType, Paper, ResultClass
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
    paper = book.add(Paper(name="Radweg", reference="VO/7", proposed_resolution=PROPOSAL), body, "papers")
    book.change(book.meeting.agenda[0].key, papers=(paper,))
    made = Window(book, bus, clock, Theme(app), book.path.parent)
    made.resize(1200, 800)
    made.open_meeting(book.meeting.key)
    show(made)
    wait_until(lambda: made.desk.pen.editor.hasFocus())
    return made


def item(book: Book) -> AgendaItem:
    return book.meeting.agenda[0]


def amend(book: Book, text: str) -> None:
    motion = Motion(motion_type=MotionType.AMENDMENT, text=text, outcome=MotionOutcome.ACCEPTED)
    book.add(motion, item(book).key, "proceedings")


def test_shift_f5_works_the_accepted_amendments_in_once(window: Window, book: Book) -> None:
    amend(book, "Bis Mai.")
    press("Shift+F5")
    assert item(book).resolution == f"{PROPOSAL}\n\nBis Mai."
    assert (item(book).result, item(book).result_class) == ("geändert beschlossen", ResultClass.AMENDED)
    amend(book, "Mit Licht.")
    press("Shift+F5")
    assert item(book).resolution == f"{PROPOSAL}\n\nBis Mai.\n\nMit Licht."


def test_a_resolution_in_own_words_is_replaced_by_the_second_press_only(window: Window, book: Book) -> None:
    said: list[str] = []
    window.desk.outcome.said.connect(said.append)
    book.change(item(book).key, resolution="Kein Radweg.")
    press("Shift+F5")
    assert item(book).resolution == "Kein Radweg."
    assert said == ["Der Beschluss weicht vom Vorschlag ab. Noch einmal Umschalt+F5 ersetzt ihn."]
    press("Shift+F5")
    assert item(book).resolution == PROPOSAL
    press("Ctrl+Z")
    assert item(book).resolution == "Kein Radweg."


def test_the_first_key_in_it_ends_as_proposed_and_one_undo_brings_it_back(window: Window, book: Book) -> None:
    press("Shift+F5")
    assert item(book).resolution_as_proposed
    type_text("X")
    assert (item(book).resolution, item(book).resolution_as_proposed) == (f"{PROPOSAL}X", None)
    book.undo()
    assert (item(book).resolution, item(book).resolution_as_proposed) == (PROPOSAL, True)


def test_other_words_than_the_papers_are_marked(window: Window, book: Book) -> None:
    mark = window.desk.outcome._changed_mark
    press("Shift+F5")
    assert not mark.isVisible()
    type_text("X")
    wait_until(mark.isVisible)
    assert mark.text() == "geändert"
