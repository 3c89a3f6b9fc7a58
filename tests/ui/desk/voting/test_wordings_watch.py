"""An edited wording that its numbers left behind is found in the real window, and no longer once they fit again."""

import pytest
from PySide6.QtWidgets import QApplication

from desktop.models.book import Book
from desktop.models.rules.checks import Code
from desktop.models.values import Vote
from desktop.ui.bus import Bus
from desktop.ui.looks.theme import Theme
from desktop.ui.window import Window
from tests.ui.conftest import TestClock
from tests.ui.desk import council
from tests.ui.keys import show, wait_until


@pytest.fixture
def window(book: Book, bus: Bus, clock: TestClock, app: QApplication) -> Window:
    council.make(book)
    made = Window(book, bus, clock, Theme(app), book.path.parent)
    made.resize(1200, 800)
    made.open_meeting(book.meeting.key)
    show(made)
    return made


def edited(window: Window) -> list[str]:
    """The votes found to be left behind, once the checks are through."""
    wait_until(lambda: not window.desk.checker.busy, "the checks are through")
    return [one.entry for one in window.desk.checker.findings if one.code is Code.EDITED]


def test_an_edited_wording_is_flagged_while_its_numbers_are_others(window: Window, book: Book) -> None:
    vote = Vote(at="2026-03-05T18:30:00+01:00", yes=8, no=5, accepted=True, verdict="Angenommen, wie verkündet")
    key = book.add(vote, book.meeting.agenda[0].key, "proceedings")
    assert edited(window) == []
    book.change(key, yes=9, no=4)
    assert edited(window) == [key]
    book.undo()
    assert edited(window) == []
    book.redo()
    assert edited(window) == [key]
    book.change(key, verdict="Angenommen mit 9 Stimmen")
    assert edited(window) == []


def test_a_wording_of_the_house_is_never_flagged(window: Window, book: Book) -> None:
    vote = Vote(at="2026-03-05T18:30:00+01:00", yes=8, no=5, accepted=True, verdict="Mehrheitlich beschlossen")
    key = book.add(vote, book.meeting.agenda[0].key, "proceedings")
    book.change(key, yes=9, no=4)
    assert edited(window) == []
