"""The preview beside the text: real pages from a real process, at the page of what is being written."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.export.document import Look
from desktop.export.kinds import Kind
from desktop.models.book import Book
from desktop.models.values import Reader, TextEntry
from desktop.ui.bus import Bus
from desktop.ui.looks.theme import Theme
from desktop.ui.preview.drawing import draw
from desktop.ui.preview.messages import PressGone, Sample, Task, Work
from desktop.ui.preview.preview import Preview, What
from desktop.ui.window import Window
from tests.ui.conftest import TestClock
from tests.ui.keys import press, show, type_text, wait_until

#: a process has to begin and to load what it needs
PATIENCE = 30


@pytest.fixture
def window(app: QApplication, demo: Book, bus: Bus, clock: TestClock, tmp_path: Path) -> Iterator[Window]:
    made = Window(demo, bus, clock, Theme(app), tmp_path)
    made.resize(1300, 800)
    show(made)
    assert demo.meeting_key
    made.open_meeting(demo.meeting_key)
    yield made
    made.close()


def pages(window: Window) -> Preview:
    """The preview, opened by its key, with its first pages."""
    press("Ctrl+P")
    window._preview._pause.setInterval(0)
    wait_until(lambda: window._preview.view.pages > 0, "pages", PATIENCE)
    return window._preview


def all_text(preview: Preview) -> str:
    assert preview._pages is not None
    data = preview._pages.data
    return "".join(draw(data, number, 100).text for number in range(1, draw(data, 1, 100).pages + 1))


def says(preview: Preview, words: str) -> None:
    wait_until(lambda: words in preview.view.text, words, PATIENCE)


def test_what_is_typed_comes_onto_the_page_in_front_in_the_edition_that_is_wanted(window: Window, demo: Book) -> None:
    preview = pages(window)
    assert window.desk.pen.has_keyboard()  # the text keeps the keyboard
    type_text("Herr Sand dankt.")
    says(preview, "Herr Sand dankt.")
    assert preview.view.paper.accessibleName() == f"Seite {preview.view.number} von {preview.view.pages}"
    window.undoing.undo()
    wait_until(lambda: "Herr Sand dankt." not in preview.view.text, "undone", PATIENCE)
    first = preview.view.number
    window.desk.show_item(demo.meeting.agenda[0].key)
    wait_until(lambda: preview.view.number < first, "the page of the item")

    secret = next(item for item in demo.meeting.agenda if not item.public)
    demo.add(TextEntry(text="Der Preis ist geheim."), secret.key, "proceedings")
    window.desk.show_item(secret.key)
    says(preview, "Der Preis ist geheim.")
    for what in (What.EXTRACT, What.PUBLIC):
        preview.what.set_value(what)
        preview.what.chosen.emit(what)
        wait_until(lambda: not preview.state.text(), "the pages", PATIENCE)
        assert ("Der Preis ist geheim." in all_text(preview)) is (what is What.EXTRACT)

    preview.setFocus()
    type_text("Nun")  # blind: it belongs to the ready line
    assert window.desk.pen.has_keyboard()
    assert window.desk.pen.editor.toPlainText().endswith("Nun")
    press("Ctrl+P")
    assert preview.isHidden()
    assert window._pressroom.process is None


@pytest.mark.faults
def test_a_crash_is_survived_and_the_process_begins_again(window: Window, clock: TestClock, tmp_path: Path) -> None:
    preview = pages(window)
    process = window._pressroom.process
    assert process is not None
    assert process.pid is not None
    room = window._pressroom
    before = room._press
    assert before is not None
    wanted = (Work.SHEETS, "standard", tmp_path, clock.now(), Sample(Kind.NIEDERSCHRIFT, Look.DRUCK, Reader.COMPLETE))
    under_way = room.work(*wanted)
    assert room.process is process  # one for all pages
    os.kill(process.pid, getattr(signal, "SIGKILL", signal.SIGTERM))
    wait_until(lambda: room.process is not process, "the end is noticed", PATIENCE)
    too_late = before.work(Task(0, wanted[0], wanted[1:]))
    assert [type(one.exception(PATIENCE)) for one in (under_way, too_late)] == [PressGone, PressGone]
    type_text("Weiter geht es.")
    says(preview, "Weiter geht es.")
    process = window._pressroom.process
    assert process is not None
    window.close()
    wait_until(lambda: not process.is_alive(), "the process ends with the window", PATIENCE)
