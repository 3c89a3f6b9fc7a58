"""The list of meetings: typing filters, arrows choose, Enter opens; an empty book offers three ways to begin."""

import pytest
from PySide6.QtWidgets import QApplication

from desktop.models import intake
from desktop.models.book import Book
from desktop.models.exchange import session_file
from desktop.paths import resource
from desktop.ui.bus import Bus
from desktop.ui.pages.meetings import MeetingsPage
from tests.ui.keys import press, show, type_text, wait_until


@pytest.fixture
def filled(book: Book) -> Book:
    for number in (12, 13, 14):
        data = resource("demo", f"hauptausschuss-{number}.json").read_bytes()
        intake.take_in(book, session_file.read(data))
    return book


def shown(page: MeetingsPage) -> list[str]:
    model = page.table.model()
    return [model.index(row, 2).data() for row in range(model.rowCount())]


def arrived(page: MeetingsPage) -> None:
    show(page)
    page.arrive()
    wait_until(lambda: bool(shown(page)))


def test_newest_first_and_enter_opens_the_chosen_one(filled: Book, bus: Bus) -> None:
    page = MeetingsPage(filled, bus)
    opened: list[str] = []
    page.opened.connect(opened.append)
    arrived(page)
    assert [name.split(".")[0] for name in shown(page)] == ["14", "13", "12"]
    assert page.filter.hasFocus()
    press("Down")
    press("Return")
    assert filled.open_meeting(opened[0]).number == "13"


def test_typing_narrows_the_list(filled: Book, bus: Bus) -> None:
    page = MeetingsPage(filled, bus)
    opened: list[str] = []
    page.opened.connect(opened.append)
    arrived(page)
    type_text("12. sitz")
    assert len(shown(page)) == 1
    press("Return")
    assert filled.open_meeting(opened[0]).number == "12"
    page.filter.setText("gibt es nicht")
    press("Return")
    assert len(opened) == 1


def test_the_list_follows_the_book(filled: Book, bus: Bus) -> None:
    page = MeetingsPage(filled, bus)
    arrived(page)
    filled.undo()
    wait_until(lambda: len(shown(page)) == 2)


def test_an_empty_book_offers_to_begin(book: Book, bus: Bus) -> None:
    page = MeetingsPage(book, bus)
    wanted: list[str] = []
    page.newWanted.connect(lambda: wanted.append("new"))
    page.demoWanted.connect(lambda: wanted.append("demo"))
    page.importWanted.connect(lambda: wanted.append("import"))
    show(page)
    page.arrive()
    wait_until(lambda: QApplication.focusWidget() is page._first.buttons[0])
    press("Space")
    press("Tab")
    press("Return")
    press("Tab")
    press("Space")
    assert wanted == ["new", "demo", "import"]


def test_the_running_meeting_is_opened_where_none_was_open_last(filled: Book, bus: Bus) -> None:
    page = MeetingsPage(filled, bus)
    opened: list[str] = []
    page.opened.connect(opened.append)
    page.open_running()
    wait_until(lambda: bool(opened))
    assert filled.open_meeting(opened[0]).number == "14"
