"""The kind of result in the real window: set with the vote, told, offered again where it was taken out."""

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop.models.book import Book
from desktop.models.values import AgendaItem, ResultClass, Vote
from desktop.ui.bus import Bus
from desktop.ui.looks.theme import Theme
from desktop.ui.window import Window
from tests.ui.conftest import TestClock
from tests.ui.desk import council
from tests.ui.keys import press, show, type_text, wait_until


@pytest.fixture
def window(book: Book, bus: Bus, clock: TestClock, app: QApplication) -> Window:
    council.make(book)
    made = Window(book, bus, clock, Theme(app), book.path.parent)
    made.resize(1200, 800)
    made.open_meeting(book.meeting.key)
    show(made)
    wait_until(lambda: made.desk.pen.editor.hasFocus())
    return made


def item(book: Book) -> AgendaItem:
    return book.meeting.agenda[0]


def votes(book: Book) -> list[Vote]:
    return [entry for entry in item(book).proceedings if isinstance(entry, Vote)]


def line(window: Window) -> QLineEdit:
    found = window.desk.outcome.result.lineEdit()
    assert found is not None
    return found


def test_three_keys_give_sentence_and_result_and_one_undo_takes_both(window: Window, book: Book) -> None:
    said: list[str] = []
    window.desk.outcome.said.connect(said.append)
    press("F4")
    type_text("a\n")
    assert [vote.verdict for vote in votes(book)] == ["Einstimmig beschlossen"]
    assert (item(book).result, item(book).result_class) == ("ungeändert beschlossen", ResultClass.ACCEPTED)
    assert line(window).text() == "ungeändert beschlossen"
    assert said == ["Beschlussart: ungeändert beschlossen · Strg+Z macht sie und die Abstimmung rückgängig"]
    book.undo()
    assert item(book).result is None
    assert [vote.accepted for vote in votes(book)] == [None]


def test_what_was_taken_out_is_offered_and_enter_takes_it(window: Window, book: Book) -> None:
    press("F4")
    type_text("na\n")
    assert item(book).result == "abgelehnt"
    book.change(item(book).key, result=None, result_class=None)
    assert line(window).placeholderText() == "abgelehnt – Enter übernimmt es"
    line(window).setFocus()
    press("Return")
    assert (item(book).result, item(book).result_class) == ("abgelehnt", ResultClass.REJECTED)


def test_without_a_vote_nothing_is_offered(window: Window, book: Book) -> None:
    assert line(window).placeholderText() == ""
    line(window).setFocus()
    press("Return")
    assert item(book).result is None


def test_many_votes_on_one_item_leave_room_for_the_stream(window: Window, book: Book) -> None:
    before = window.desk.outcome.height()
    for number in range(1, 26):
        book.add(Vote(part=f"Ziffer {number}", yes=13, no=0, accepted=True), item(book).key, "proceedings")
    told = window.desk.outcome._votes.text().split("\n")
    assert told[0] == "… und 23 frühere Abstimmungen"
    assert [line.partition(":")[0] for line in told[1:]] == ["Ziffer 24", "Ziffer 25"]
    assert window.desk.outcome._votes.toolTip().count("Ziffer") == 25
    QApplication.processEvents()
    assert window.desk.outcome.height() < before + 5 * window.desk.outcome.fontMetrics().lineSpacing()
