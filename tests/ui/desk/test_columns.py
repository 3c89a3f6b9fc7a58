"""How the parts of the desk share a window that is too small for all of them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QSplitter, QWidget

from desktop.ui.desk.columns import Columns
from tests.ui.keys import show


class Parts:
    """A page with its three columns, so many letters wide."""

    def __init__(self, letters: int) -> None:
        self.page = QWidget()
        self.columns = QSplitter(Qt.Orientation.Horizontal, self.page)
        self.left, self.text, self.right = QLineEdit(), QLineEdit(), QLineEdit()
        for part in (self.left, self.text, self.right):
            self.columns.addWidget(part)
        self.columns.setStretchFactor(1, 1)
        rows = QHBoxLayout(self.page)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.columns)
        self.foot = QWidget(self.page)
        self.room = Columns(self.page, self.columns, self.left, self.foot, self.right)
        self.letter = self.page.fontMetrics().averageCharWidth()
        self.page.resize(letters * self.letter, 400)
        show(self.page)
        self.text.setFocus()
        QApplication.processEvents()


@pytest.mark.parametrize(("letters", "right"), [(213, True), (107, False), (85, False)])
def test_the_agenda_is_readable_and_the_text_too(app: QApplication, letters: int, right: bool) -> None:
    parts = Parts(letters)
    assert parts.left.isVisible()
    assert parts.right.isVisible() is right
    assert parts.left.width() >= 0.24 * parts.page.width()
    assert parts.text.width() >= 50 * parts.letter


def test_in_a_narrow_window_the_agenda_goes_while_the_right_column_is_used(app: QApplication) -> None:
    parts = Parts(107)
    parts.room.use(parts.right)
    parts.right.setFocus()
    assert (parts.left.isVisible(), parts.right.isVisible()) == (False, True)
    parts.room.use(parts.left)
    parts.left.setFocus()
    assert (parts.left.isVisible(), parts.right.isVisible()) == (True, False)
