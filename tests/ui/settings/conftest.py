"""A window on its page of settings."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.models.book import Book
from desktop.ui.bus import Bus
from desktop.ui.looks.theme import Look, Theme
from desktop.ui.window import Window
from tests.ui.conftest import TestClock
from tests.ui.keys import show


@pytest.fixture
def window(demo: Book, bus: Bus, clock: TestClock, app: QApplication, tmp_path: Path) -> Iterator[Window]:
    made = Window(demo, bus, clock, Theme(app), tmp_path)
    show(made)
    made.open_meeting(demo.meeting.key)
    yield made
    made.appearance.theme.zoom(0)
    made.appearance.theme.choose(Look.SYSTEM)
