"""The foot of the window and long messages: whole entries, few lines, never two texts over each other."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QStyle, QWidget

from desktop.models.book import Book
from desktop.ui.bus import Bus
from desktop.ui.looks.theme import Label, Theme
from desktop.ui.parts.brief import GAP, Brief, Entries
from desktop.ui.window import Window
from tests.ui.conftest import TestClock
from tests.ui.desk import council
from tests.ui.keys import press, show, type_text, wait_until

WORDS = "Die Anwesenheitsliste widerspricht jetzt drei Abstimmungen, sie bleiben aber so, wie sie sind."


@pytest.fixture
def window(book: Book, bus: Bus, clock: TestClock, app: QApplication, tmp_path: Path) -> Iterator[Window]:
    council.make(book)
    key = book.meeting.key
    made = Window(book, bus, clock, Theme(app), tmp_path)
    made.resize(1366, 768)
    show(made)
    made.open_meeting(key)
    yield made
    made.menus.trigger("normal_size")


def hints(window: Window) -> Entries:
    (found,) = window.status.findChildren(Entries)
    return found


def test_a_long_text_has_no_more_lines_than_allowed(app: QApplication) -> None:
    label = Brief(WORDS, 2)
    unit = label.fontMetrics().averageCharWidth()
    label.resize(unit * 200, 20)
    label.show()
    assert (label.text(), label.toolTip()) == (WORDS, "")
    label.resize(unit * 30, 20)
    first, second = label.text().split("\n")
    assert WORDS.startswith(first)
    assert second.endswith("…")
    assert label.toolTip() == WORDS
    assert label.heightForWidth(unit * 30) == 2 * label.fontMetrics().lineSpacing()
    label.resize(unit * 60, 20)
    assert label.text().replace("\n", " ") == WORDS


def test_entries_are_shown_whole_or_not(app: QApplication) -> None:
    parent = QWidget()
    label = Entries(parent=parent)
    parent.show()
    label.show_entries(["F1 Tasten", "F2 Rede", "F3 Antrag"])
    label.resize(label.fontMetrics().horizontalAdvance(GAP.join(["F1 Tasten", "F2 Rede", "F3"])), 20)
    assert label.text() == GAP.join(["F1 Tasten", "F2 Rede"])
    label.resize(600, 20)
    assert label.text().endswith("F3 Antrag")


def test_hints_give_way_to_a_message_also_with_larger_type(window: Window, app: QApplication) -> None:
    assert hints(window).text().startswith("F1")
    window.status.say("Rückgängig gemacht")
    window.appearance.larger()
    app.processEvents()
    assert hints(window).text() == ""
    window.status.clearMessage()
    assert hints(window).text().startswith("F1")


@pytest.mark.parametrize("key", ["F4", "Shift+F4", "F7"])
def test_a_message_is_gone_when_the_next_thing_begins(window: Window, key: str) -> None:
    window.status.say("Rückgängig gemacht: Abstimmung")
    press(key)
    assert window.status.currentMessage() == ""
    assert hints(window).text().startswith("F1")


def test_fields_of_coming_and_going_keep_their_height(window: Window, book: Book, app: QApplication) -> None:
    window.appearance.theme.set_percent(200)
    for name in ("b0", "b1", "he"):
        press("F7")
        type_text(name)
        press("Shift+Return")
    window.banners.show_message("late", WORDS * 3, lines=2)
    press("F7")
    app.processEvents()
    panel = window.desk.side.attendance_panel
    fields = [panel._line._who, panel._line._time, panel._line._item, panel._line._deputy, panel._line._reason]
    wait_until(
        lambda: all(field.height() >= field.minimumSizeHint().height() for field in fields),
        "all fields have their height",
    )
    press("Esc")
    assert not panel._people.isHidden()
    (shown,) = [one for one in window.banners.findChildren(Label) if isinstance(one, Brief)]
    assert shown.height() <= 3 * shown.fontMetrics().lineSpacing()


def test_the_attendance_window_with_its_frame_is_on_the_screen(window: Window, app: QApplication) -> None:
    for _time in range(9):
        window.menus.trigger("larger")
    press("Shift+F7")
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    title = dialog.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight, None, dialog)
    assert dialog.height() + title <= window.screen().availableSize().height()
