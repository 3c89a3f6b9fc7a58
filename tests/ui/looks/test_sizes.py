"""How large dialogs are."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QDialog

from desktop.ui.looks.sizes import fit_screen
from desktop.ui.looks.theme import Theme
from tests.ui.keys import show, wait_until


@pytest.fixture
def theme(app: QApplication) -> Iterator[Theme]:
    made = Theme(app)
    yield made
    made.zoom(0)


def test_an_open_dialog_grows_with_the_type_within_the_screen(theme: Theme) -> None:
    dialog = QDialog()
    fit_screen(dialog, 50, 15)
    first, room = dialog.size(), dialog.screen().availableSize()
    show(dialog)
    theme.set_percent(150)
    wait_until(lambda: dialog.width() > first.width() * 1.3)
    theme.set_percent(250)
    wait_until(lambda: dialog.height() > first.height() * 2 or dialog.height() > room.height() * 0.9)
    assert dialog.size() == dialog.size().boundedTo(room)
    theme.zoom(0)
    wait_until(lambda: abs(dialog.height() - first.height()) < 5)
    assert abs(dialog.width() - first.width()) < 20
