"""Files taken in from the window: all or nothing, with a sentence."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.models import queries
from desktop.models.book import Book
from desktop.paths import resource
from desktop.ui import tasks
from desktop.ui.importing import Importer
from desktop.ui.messages import Banners
from tests.ui.keys import wait_until

DEMO = "hauptausschuss-14.json"


@pytest.fixture
def banners() -> Banners:
    return Banners()


@pytest.fixture
def importer(book: Book, banners: Banners) -> Importer:
    window = QWidget()
    return Importer(book, banners, window)


def done() -> None:
    wait_until(lambda: not tasks.running())


def test_a_file_is_taken_in(importer: Importer, book: Book, banners: Banners) -> None:
    keys: list[str] = []
    told: list[str] = []
    importer.imported.connect(keys.append)
    importer.told.connect(told.append)
    importer.take(resource("demo", DEMO))
    wait_until(lambda: bool(keys))
    assert [line.key for line in book.read(queries.meetings)] == keys
    assert told == ["1 Sitzung eingelesen."]
    assert banners.texts() == []


def test_the_same_again_is_refused_and_may_replace(importer: Importer, book: Book, banners: Banners) -> None:
    for _ in range(2):
        importer.take(resource("demo", DEMO))
        done()
    assert banners.texts() == ["»14. Sitzung des Hauptausschusses« ist schon im Buch; es wurde nichts geändert."]
    assert len(book.read(queries.meetings)) == 1
    keys: list[str] = []
    importer.imported.connect(keys.append)
    banners.findChildren(QPushButton)[0].click()
    assert [line.key for line in book.read(queries.meetings)] == keys
    assert len(keys) == 1


def test_a_broken_file_changes_nothing_and_is_named(
    importer: Importer, book: Book, banners: Banners, tmp_path: Path
) -> None:
    broken = tmp_path / "kaputt.json"
    broken.write_text('{"format": "protokollpult-session", "version": 1, "meetings": [')
    importer.take(broken)
    wait_until(lambda: bool(banners.texts()))
    assert banners.texts()[0].startswith("kaputt.json wurde nicht eingelesen.")
    assert book.read(queries.meetings) == []
    assert book.undo_action is None


def test_the_demo_comes_whole(importer: Importer, book: Book) -> None:
    importer.take_demo()
    done()
    assert [line.number for line in book.read(queries.meetings)] == ["14", "13", "12"]
