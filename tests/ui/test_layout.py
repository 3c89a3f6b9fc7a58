"""Nothing in the window is cut, covered or out of reach: every stop of the tour, in three languages and sizes."""

from collections.abc import Iterable

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.models.book import Book
from desktop.pseudo import PSEUDO
from desktop.text import use_language, window_language
from desktop.ui.looks.theme import Theme
from tests.ui.layout import flaws
from tests.ui.tour import STOPS, Tour, make_demo, settle

#: what is measured with every change
FEW = ("meetings", "people", "tasks", "text blocks", "house profile", "paper", "new meeting", "export", "empty book")


def _told(app: QApplication, book: Book, language: str, percent: int, names: Iterable[str] = tuple(STOPS)) -> list[str]:
    """What is wrong anywhere, each sentence once, with the stop where it was seen first."""
    make_demo(book)
    before, theme = window_language(), Theme(app)
    theme.set_percent(percent)
    use_language(language)
    try:
        tour = Tour(book, theme)
        found: dict[str, str] = {}
        for name, part in tour.visit(names):
            for said in _lasting(part):
                found.setdefault(said, name)
        tour.close()
    finally:
        use_language(before)
        theme.set_percent(100)
    return [f"{name} | {said}" for said, name in found.items()]


def test_pages_and_dialogs_can_be_read(app: QApplication, book: Book) -> None:
    assert _told(app, book, "de", 100, FEW) == []


def _lasting(part: QWidget) -> list[str]:
    """What is still wrong when everything has found its place: wide labels move what lies below them once more."""
    QApplication.processEvents()
    if flaws(part):
        settle()
    return flaws(part)


@pytest.mark.proof
@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("language", ["de", "en", PSEUDO])
def test_everything_can_be_read(app: QApplication, book: Book, language: str, percent: int) -> None:
    assert _told(app, book, language, percent) == []
