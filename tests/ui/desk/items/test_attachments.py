"""»Anlage beigefügt«: the number is taken at once and referred to, the file comes later and takes its place."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem

from desktop.models.book import Book
from desktop.models.rules.checks import Code
from desktop.models.values import AgendaItem, File, TextEntry
from desktop.ui.bus import Bus
from desktop.ui.desk.presence.attendance_add import EnterButton
from desktop.ui.looks.theme import Theme
from desktop.ui.window import Window
from tests.ui.conftest import TestClock
from tests.ui.desk import council
from tests.ui.keys import press, show, type_text, wait_until


@pytest.fixture
def window(book: Book, bus: Bus, clock: TestClock, app: QApplication) -> Window:
    council.make(book)
    made = Window(book, bus, clock, Theme(app), book.path.parent)
    made.resize(1500, 900)
    made.open_meeting(book.meeting.key)
    show(made)
    made.desk.ready_running()
    return made


def item(book: Book) -> AgendaItem:
    return book.meeting.agenda[0]


def test_the_number_is_taken_and_the_file_takes_its_place(window: Window, book: Book, tmp_path: Path) -> None:
    desk = window.desk
    book.add(File(name="Karte", file_name="karte.pdf", number=1), item(book).key, "files")
    type_text("Der Bericht liegt vor")
    press("Ctrl+U")
    type_text(".")
    reserved = item(book).files[1]
    entry = item(book).proceedings[0]
    assert isinstance(entry, TextEntry)
    assert (reserved.number, reserved.name, entry.files) == (2, "Anlage 2", (reserved.key,))
    assert entry.text == "Der Bericht liegt vor."
    desk.checker.hurry()
    wait_until(lambda: not desk.checker.busy)
    assert [one.entry for one in desk.checker.findings if one.code is Code.FILE_MISSING] == [entry.key]
    path = tmp_path / "bericht.txt"
    path.write_text("Bericht")
    desk.outcome.attachments.add(path)
    names = [(file.number, file.name, file.file_name) for file in item(book).files]
    assert names == [(1, "Karte", "karte.pdf"), (2, "bericht", "bericht.txt")]
    assert item(book).proceedings[0].files == (item(book).files[1].key,)  # type: ignore[union-attr]
    book.undo()
    assert item(book).files[1].name == "Anlage 2"
    assert item(book).proceedings[0].files == (item(book).files[1].key,)  # type: ignore[union-attr]


def test_on_the_ready_line_only_the_number_is_taken_and_a_name_given_meanwhile_stays(
    window: Window, book: Book, tmp_path: Path
) -> None:
    press("Ctrl+U")
    assert [file.number for file in item(book).files] == [1]
    assert item(book).proceedings == ()
    book.change(item(book).files[0].key, name="Präsentation")
    path = tmp_path / "p.pdf"
    path.write_bytes(b"pdf")
    window.desk.outcome.attachments.add(path)
    window.desk.outcome.attachments.add(path)
    assert [(file.number, file.name) for file in item(book).files] == [(1, "Präsentation"), (2, "p")]


def test_who_may_read_a_file_is_said_and_changed_by_a_key(window: Window, book: Book, tmp_path: Path) -> None:
    path = tmp_path / "antrag.pdf"
    path.write_bytes(b"pdf")
    attachments, files = window.desk.outcome.attachments, window.desk.outcome.attachments.list

    def shown() -> str:
        option = QStyleOptionViewItem()
        files.itemDelegate().initStyleOption(option, files.model().index(0, 0))  # type: ignore[attr-defined]
        return option.text

    attachments.add(path)
    assert shown() == "antrag – nichtöffentlich"
    assert "Anlage 1 ist nichtöffentlich · Leertaste" in window.statusBar().currentMessage()
    press("F5")
    press("F6")
    assert files.hasFocus()
    press("Space")
    assert item(book).files[0].public
    assert shown() == "antrag – öffentlich"
    assert "öffentlich" in window.statusBar().currentMessage()
    files.clearFocus()
    attachments.findChild(EnterButton).setFocus()
    press("Tab")
    assert files.hasFocus()
