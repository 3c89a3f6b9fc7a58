"""All that is painted at any stop of the tour can be read in every scheme, and a weak text is found."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QPalette, QStandardItemModel
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from desktop.models.book import Book
from desktop.ui.desk.voting.grid_table import KeyTable
from desktop.ui.looks.schemes import DARK, LIGHT, STRONG_DARK, STRONG_LIGHT, Scheme
from desktop.ui.looks.theme import Look, Theme, tint
from desktop.ui.messages import Banners, Tone
from tests.ui.contrast import contrast, weak_texts
from tests.ui.keys import show
from tests.ui.tour import Tour, make_demo

LOOKS = {Look.LIGHT: LIGHT, Look.DARK: DARK, Look.STRONG_LIGHT: STRONG_LIGHT, Look.STRONG_DARK: STRONG_DARK}


@pytest.fixture
def theme(app: QApplication) -> Iterator[Theme]:
    made = Theme(app)
    yield made
    made.choose(Look.SYSTEM)


def _least(scheme: Scheme) -> float:
    return 7.0 if scheme.strong else 4.5


def test_a_weak_text_is_found(app: QApplication) -> None:
    window = QWidget()
    rows = QVBoxLayout(window)
    for words, colour, back in (("clear", "notice", "notice_back"), ("faint", "nonpublic", "public_back")):
        label = QLabel(words)
        tint(label, colour, back)
        rows.addWidget(label)
    show(window)
    (found,) = weak_texts(window)
    assert "faint" in found


def test_a_sample_can_be_read(theme: Theme, book: Book) -> None:
    """One stop per scheme with every run; all of them by ``make proof``."""
    make_demo(book)
    tour = Tour(book, theme)
    for look, name in zip(LOOKS, ("vote, details", "desk, non-public item", "warning", "notes"), strict=True):
        theme.choose(look)
        assert weak_texts(tour.go(name), _least(LOOKS[look])) == []
    tour.close()


@pytest.mark.parametrize("look", LOOKS)
def test_every_banner_can_be_read(theme: Theme, look: Look) -> None:
    theme.choose(look)
    banners = Banners()
    for tone in Tone:
        banners.show_message(tone, "Der Bericht fehlt.", tone, ("Ansehen", lambda: None))
    show(banners)
    banners.resize(1000, banners.heightForWidth(1000))
    assert weak_texts(banners, _least(LOOKS[look])) == []


@pytest.mark.parametrize("look", [Look.STRONG_LIGHT, Look.STRONG_DARK])
def test_empty_cells_of_a_vote_are_seen(theme: Theme, look: Look) -> None:
    theme.choose(look)
    table = KeyTable("Stimmen")
    table.setModel(QStandardItemModel(3, 4))
    show(table)
    picture = table.viewport().grab().toImage()
    row = [picture.pixelColor(x, table.rowViewportPosition(1) + 5) for x in range(picture.width())]
    assert sum(contrast(one, QColor(LOOKS[look].palette[QPalette.ColorRole.Base])) > 3 for one in row) >= 4


@pytest.mark.proof
@pytest.mark.parametrize("look", LOOKS)
def test_everything_at_every_stop_can_be_read(theme: Theme, book: Book, look: Look) -> None:
    make_demo(book)
    theme.choose(look)
    tour = Tour(book, theme)
    weak = [f"{name}: {text}" for name, seen in tour.visit() for text in weak_texts(seen, _least(LOOKS[look]))]
    tour.close()
    assert weak == []
