"""Starting and ending the program: a book that cannot be opened is a page with ways out, never a traceback."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.app import Program
from desktop.models import queries
from desktop.models.book import Book
from desktop.paths import BOOK_NAME, resource
from tests.conftest import SetClock
from tests.models.test_failing_disk import full_disk
from tests.ui.keys import wait_until


@pytest.fixture
def program() -> Iterator[Program]:
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    made = Program(app)
    yield made
    window = made.window
    made.close()
    for one in (window, made._opening):
        if one is not None:
            one.close()
            one.deleteLater()


def test_an_empty_data_folder_becomes_a_book(program: Program, tmp_path: Path) -> None:
    program.open(tmp_path / "neu")
    assert program.window is not None
    assert program.window.isVisible()
    assert (tmp_path / "neu" / BOOK_NAME).is_file()


def test_a_book_in_use_is_told_and_opens_once_it_is_free(program: Program, tmp_path: Path, clock: SetClock) -> None:
    other = Book(tmp_path / BOOK_NAME, clock.now)
    program.open(tmp_path)
    opening = program._opening
    assert program.window is None
    assert opening is not None
    assert "in einem anderen Fenster" in opening.reason()
    other.close()
    opening.again.click()
    assert program.window is not None
    assert not opening.isVisible()


@pytest.mark.parametrize("what", ["file", "folder"])
def test_what_is_no_book_is_told(program: Program, tmp_path: Path, what: str) -> None:
    if what == "file":
        (tmp_path / BOOK_NAME).write_bytes(b"kein Buch " * 500)
        data = tmp_path
    else:
        (tmp_path / "datei").write_text("x")
        data = tmp_path / "datei"
    program.open(data)
    assert program.window is None
    assert program._opening is not None
    assert len(program._opening.reason()) > 20


def test_a_file_from_the_command_line_is_taken_in(tmp_path: Path) -> None:
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    program = Program(app, resource("demo", "hauptausschuss-13.json"))
    program.open(tmp_path)
    book = program.book
    assert book is not None
    wait_until(lambda: bool(book.meeting_key))
    assert book.meeting.number == "13"
    assert len(book.read(queries.meetings)) == 1
    window = program.window
    program.close()
    assert window is not None
    window.close()
    window.deleteLater()


def test_what_did_not_reach_the_disk_is_told_at_the_end(
    program: Program, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    program.open(tmp_path)
    book = program.book
    assert book is not None
    assert program.window is not None
    program.window.take_demo()
    wait_until(lambda: bool(book.meeting_key))
    with full_disk(tmp_path):
        book.change(book.meeting.agenda[0].key, resolution="x" * 3_000_000)
        wait_until(lambda: book.failure is not None)
        assert program.end(0) == 1
    assert "zuletzt getippt" in capsys.readouterr().err
