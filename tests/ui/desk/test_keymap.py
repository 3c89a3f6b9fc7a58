"""F1: all keys over the window can be read to the end, whatever the size."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea

from desktop.ui.commands.actions import ACTIONS
from desktop.ui.desk.keymap import KeyMap
from desktop.ui.desk.page import DeskPage
from desktop.ui.looks.theme import Label
from desktop.ui.window import Window
from tests.ui.desk.test_desk_page import desk  # noqa: F401
from tests.ui.keys import press, type_text, wait_until


@pytest.fixture
def window(desk: DeskPage) -> Window:  # noqa: F811
    found = desk.window()
    assert isinstance(found, Window)
    return found


@pytest.fixture(params=[100, 200])
def keys(request: pytest.FixtureRequest, window: Window) -> Iterator[KeyMap]:
    """The page of keys in a window of 1366 × 768, at the usual size of the text and twice as large."""
    theme = window.appearance.theme
    theme.set_percent(request.param)
    QApplication.processEvents()
    window.resize(1366, 768)
    press("F1")
    found: KeyMap = window.findChildren(KeyMap)[0]
    wait_until(found.isVisible)
    QApplication.processEvents()
    yield found
    theme.set_percent(100)


def test_nothing_is_cut_and_every_key_is_there(keys: KeyMap) -> None:
    (area,) = keys.findChildren(QScrollArea)
    inner = area.widget()
    texts = [label for label in inner.findChildren(Label) if label.text()]
    assert inner.width() <= area.viewport().width()
    for label in texts:
        right = label.mapTo(inner, label.rect().topRight()).x()
        assert right <= area.viewport().width(), label.text()
        assert label.height() >= label.heightForWidth(label.width()), label.text()
        words = label.text().replace("-", "- ").split()
        assert max(map(label.fontMetrics().horizontalAdvance, words)) <= label.width(), label.text()
    assert len(texts) > len(ACTIONS)


def test_arrows_and_pages_scroll_and_other_keys_close(keys: KeyMap) -> None:
    bar = keys.findChildren(QScrollArea)[0].verticalScrollBar()
    if bar.maximum():
        press("Down")
        first = bar.value()
        press("PgDown")
        assert 0 < first < bar.value()
        press("End")
        assert bar.value() == bar.maximum()
        press("Home")
        assert bar.value() == 0
    assert keys.isVisible()
    press("A")
    assert not keys.isVisible()


@pytest.mark.parametrize("keys", [100], indirect=True)
def test_a_sentence_typed_blindly_loses_no_letter(keys: KeyMap, window: Window) -> None:
    type_text("Schreib")
    assert not keys.isVisible()
    assert window.desk.pen.editor.toPlainText().endswith("Schreib")


@pytest.mark.parametrize("keys", [100], indirect=True)
def test_what_helps_in_trouble_is_seen_without_scrolling(keys: KeyMap) -> None:
    (area,) = keys.findChildren(QScrollArea)
    for words in ("Früherer Stand", "Rückgängig", "Ablauf", "TOP aufrufen"):
        (label,) = [label for label in keys.findChildren(Label) if label.text() == words]
        bottom = label.mapTo(area.viewport(), label.rect().bottomLeft()).y()
        assert bottom <= area.viewport().height(), words


@pytest.mark.parametrize("keys", [100], indirect=True)
@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_tab_closes_it_and_stays_where_the_keyboard_was(keys: KeyMap, key: str) -> None:
    press(key)
    assert not keys.isVisible()
    writing = QApplication.focusWidget()
    assert writing is not None
    assert writing.accessibleName().startswith("Schreibzeile")


@pytest.mark.parametrize("keys", [100], indirect=True)
def test_it_stays_over_nothing_that_is_worked_in(keys: KeyMap, window: Window) -> None:
    window.show_people()
    window.show_desk()
    assert not keys.isVisible()
