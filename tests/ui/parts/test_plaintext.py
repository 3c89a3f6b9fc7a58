"""Fields of plain text: what they say while they are empty."""

from PySide6.QtWidgets import QApplication

from desktop.ui.parts.plaintext import PlainLine
from tests.ui.keys import show


def test_a_narrow_field_says_fewer_clauses_and_its_tooltip_all(app: QApplication) -> None:
    line, whole = PlainLine(), "Type to filter; ↑ ↓ choose, Enter opens"
    line.setPlaceholderText(whole)
    show(line)
    letter = line.fontMetrics().averageCharWidth()
    said = []
    for letters in (80, 32, 20, 3):
        line.resize(letters * letter, line.height())
        said.append(line.placeholderText())
    assert said == [whole, "Type to filter; ↑ ↓ choose", "Type to filter", "Type to filter"]
    assert line.toolTip() == whole
    line.resize(80 * letter, line.height())
    assert line.placeholderText() == whole
