"""Documents are German whatever the window speaks, also those that the window's own process makes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from desktop import text
from desktop.export.kinds import Kind
from desktop.export.publish import Format, Order, publish
from desktop.models.book import Book
from desktop.models.profiles import STANDARD, load
from desktop.pseudo import PSEUDO
from desktop.ui.bus import Bus
from desktop.ui.dialogs.export import Result, Wish
from desktop.ui.exporting import Exporter
from desktop.ui.messages import Banners
from desktop.ui.preview.pressroom import Pressroom
from desktop.ui.tasks import Control
from tests.ui.conftest import TestClock
from tests.ui.keys import show, wait_until


@pytest.fixture(autouse=True)
def german_again() -> Iterator[None]:
    """The tests change the language of the window."""
    yield
    text.use_language(text.STANDARD_LANGUAGE)


def _read(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def _published(book: Book, folder: Path, order: Order, clock: TestClock) -> dict[str, bytes]:
    folder.mkdir(parents=True, exist_ok=True)
    publish(book.session(), {}, order, load(STANDARD), clock.now(), lambda name: folder / name)
    return _read(folder)


def _by_the_process(book: Book, folder: Path, order: Order, clock: TestClock) -> tuple[dict[str, bytes], Result]:
    window = QWidget()
    show(window)
    bus = Bus(book)
    pressroom = Pressroom(book, bus, window)
    exporter = Exporter(book, clock, pressroom, Banners(window), window)
    results: list[Result] = []
    failures: list[Exception] = []
    exporter._run(exporter, Wish((order,), folder), Control(), results.append, failures.append)
    wait_until(lambda: bool(results or failures), "the files are made", seconds=60)
    pressroom.close()
    bus.detach()
    assert failures == []
    return _read(folder), results[0]


def test_documents_are_the_same_in_every_language_of_the_window(demo: Book, tmp_path: Path, clock: TestClock) -> None:
    order = Order(formats=(Format.TXT, Format.HTML))
    made = {}
    for language in ("de", "en", PSEUDO):
        text.use_language(language)
        made[language] = _published(demo, tmp_path / language, order, clock)
    assert made["de"] == made["en"] == made[PSEUDO]


@pytest.mark.faults
def test_the_process_writes_german_and_tells_in_the_language_of_the_window(
    app: QApplication, demo: Book, tmp_path: Path, clock: TestClock
) -> None:
    order = Order(kind=Kind.TAGESORDNUNG, formats=(Format.TXT,))
    german = _published(demo, tmp_path / "de", order, clock)
    text.use_language(PSEUDO)
    files, result = _by_the_process(demo, tmp_path / PSEUDO, order, clock)
    assert files == german
    assert result.notes
    assert all(note.startswith("[") for note in result.notes)


@pytest.mark.faults
@pytest.mark.parametrize("kind", list(Kind))
def test_the_process_writes_the_same_bytes_in_every_language(
    app: QApplication, demo: Book, tmp_path: Path, clock: TestClock, kind: Kind
) -> None:
    order = Order(kind=kind, formats=(Format.DOCX, Format.PDF, Format.HTML, Format.TXT))
    made = {}
    for language in ("de", "en", PSEUDO):
        text.use_language(language)
        made[language] = _by_the_process(demo, tmp_path / language, order, clock)[0]
    assert made["de"] == made["en"] == made[PSEUDO]
