"""The bus hands over what the book announces, on the window's thread."""

import threading

from desktop.models.book import Book
from desktop.models.errors import StorageFailed
from desktop.models.journal import Changed
from desktop.models.values import Body
from desktop.ui.bus import Bus
from tests.ui.keys import wait_until


def test_changes_come_at_once_and_saves_on_this_thread(book: Book, bus: Bus) -> None:
    heard: list[Changed] = []
    saved: list[tuple[int, bool]] = []
    bus.changed.connect(heard.append)
    bus.saved.connect(lambda number: saved.append((number, threading.current_thread() is threading.main_thread())))
    key = book.add(Body(name="Musterstadt"), None, "bodies")
    assert [changed.came for changed in heard] == [frozenset({key})]
    wait_until(lambda: bool(saved), "saved")
    assert saved == [(1, True)]


def test_failures_come_on_this_thread(book: Book, bus: Bus) -> None:
    failed: list[tuple[object, bool]] = []
    bus.failed.connect(lambda error: failed.append((error, threading.current_thread() is threading.main_thread())))
    error = StorageFailed("SQLITE_FULL", "full")
    thread = threading.Thread(target=lambda: book.on_failed(error))
    thread.start()
    thread.join()
    assert failed == []
    wait_until(lambda: bool(failed))
    assert failed == [(error, True)]


def test_a_detached_bus_hears_nothing(book: Book, bus: Bus) -> None:
    heard: list[Changed] = []
    bus.changed.connect(heard.append)
    bus.detach()
    book.add(Body(name="Musterstadt"), None, "bodies")
    assert heard == []
