"""The window comes back as it was arranged, at another size of type too, and can be arranged as at first."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QSplitter

from desktop.models.book import Book
from desktop.models.queries import keep_setting
from desktop.ui.bus import Bus
from desktop.ui.desk.notes.notes_panel import NotesPanel
from desktop.ui.looks.arrangement import ARRANGEMENT
from desktop.ui.looks.sizes import fit_screen
from desktop.ui.looks.theme import Theme
from desktop.ui.window import Window
from tests.ui.conftest import TestClock
from tests.ui.keys import show, wait_until


@pytest.fixture
def theme(app: QApplication) -> Iterator[Theme]:
    made = Theme(app)
    yield made
    made.zoom(0)


class Dialog(QDialog):
    """Any dialog."""


@pytest.fixture
def make(demo: Book, bus: Bus, clock: TestClock, theme: Theme, tmp_path: Path) -> Iterator[object]:
    opened: list[Window] = []

    def start() -> Window:
        while opened:
            opened.pop().close()
        made = Window(demo, bus, clock, theme, tmp_path)
        made.place()
        made.showNormal()
        made.resize(1200, 700)
        show(made)
        made.start()
        wait_until(made.desk.isVisible, "the desk is there")
        opened.append(made)
        return made

    yield start
    for window in opened:
        window.close()


def _drag(splitter: QSplitter, by: int) -> None:
    """As with the mouse: programs that set sizes say nothing."""
    sizes = splitter.sizes()
    splitter.moveSplitter(sizes[0] + by, 1)


def _of_people(window: Window) -> QSplitter:
    window.show_people()
    window.people._tabs.setCurrentIndex(3)
    wait_until(lambda: any(one.isVisible() for one in window.people.findChildren(QSplitter)))
    QApplication.processEvents()
    return next(one for one in window.people.findChildren(QSplitter) if one.isVisible())


def _columns(window: Window) -> list[int]:
    return window.desk.room._columns.sizes()


def test_everything_comes_back_and_can_be_reset(make) -> None:  # type: ignore[no-untyped-def]
    window: Window = make()
    first = _columns(window)
    _drag(window.desk.room._columns, -60)
    moved = _columns(window)
    assert moved[0] == first[0] - 60
    notes = next(part for part in window.desk.side._titles if isinstance(part, NotesPanel))
    window.desk.side.bring(notes)
    splitter = _of_people(window)
    before = splitter.sizes()
    _drag(splitter, 80)
    after = splitter.sizes()
    assert after != before

    window = make()
    assert _columns(window) == pytest.approx(moved, abs=3)
    assert type(window.desk.side.current_part()) is NotesPanel
    splitter = _of_people(window)
    assert splitter.sizes() == pytest.approx(after, abs=3)

    window.menus.trigger("arrange")
    window.showNormal()
    window.resize(1200, 700)
    QApplication.processEvents()
    assert splitter.sizes() == pytest.approx(before, abs=3)
    window.show_desk()
    QApplication.processEvents()
    assert _columns(window) == first
    assert type(window.desk.side.current_part()) is not NotesPanel


def test_a_dialog_keeps_the_size_it_was_given_in_letters_and_lines(make, theme: Theme) -> None:  # type: ignore[no-untyped-def]
    window: Window = make()

    def opened() -> Dialog:
        made = Dialog(window)
        fit_screen(made, 60, 20)
        made.show()
        return made

    dialog = opened()
    first = dialog.size()
    dialog.close()
    assert opened().size() == first
    dialog = opened()
    dialog.resize(first.width() + 100, first.height() - 50)
    dialog.close()
    dialog = opened()
    assert dialog.width() == pytest.approx(first.width() + 100, abs=10)
    assert dialog.height() == pytest.approx(first.height() - 50, abs=20)
    before = dialog.width()
    theme.set_percent(125)
    assert opened().width() > before


_RUBBISH = (
    "",
    "[" * 100_000,
    '{"window": "rubbish", "columns": "wide", "people": [100000]}',
    '{"window": "\\ud800", "columns": [900, 900], "people": [99999999999999999999, null]}',
)


@pytest.mark.parametrize("text", _RUBBISH)
def test_what_nobody_understands_is_as_at_first(make, demo: Book, text: str) -> None:  # type: ignore[no-untyped-def]
    demo.read(lambda db: keep_setting(db, ARRANGEMENT, text))
    window: Window = make()
    window.show_people()
    assert window.isVisible()
