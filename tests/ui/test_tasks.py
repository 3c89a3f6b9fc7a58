"""Work beside the window comes back on the window's thread, or not at all."""

import threading

import pytest
from PySide6.QtCore import QObject

from desktop.models import queries
from desktop.models.book import Book
from desktop.ui import tasks
from desktop.ui.tasks import Cancelled, Control
from tests.ui.keys import wait_until


def never(_: object) -> None:
    pytest.fail("must not be called")


def test_the_answer_comes_on_the_windows_thread() -> None:
    owner = QObject()
    found: list[tuple[str, bool]] = []
    steps: list[tuple[int, int, str]] = []

    def work(control: Control) -> str:
        control.report(1, 2, "eins")
        return threading.current_thread().name

    here = threading.main_thread().name
    tasks.run(
        owner,
        work,
        lambda name: found.append((name, threading.current_thread() is threading.main_thread())),
        never,
        lambda *step: steps.append(step),
    )
    wait_until(lambda: bool(found))
    assert found[0][0] != here
    assert found[0][1]
    assert steps == [(1, 2, "eins")]


def test_an_error_is_handed_over() -> None:
    owner = QObject()
    errors: list[Exception] = []

    def work(_: Control) -> None:
        raise FileNotFoundError("weg")

    tasks.run(owner, work, never, errors.append)
    wait_until(lambda: bool(errors))
    assert isinstance(errors[0], FileNotFoundError)


def test_cancelling_stops_at_the_next_report() -> None:
    owner = QObject()
    errors: list[Exception] = []
    go_on = threading.Event()

    def work(control: Control) -> None:
        go_on.wait(5)
        control.report(1, 1)

    control = tasks.run(owner, work, never, errors.append)
    control.cancel()
    go_on.set()
    wait_until(lambda: bool(errors))
    assert isinstance(errors[0], Cancelled)


def test_nothing_comes_back_to_an_owner_that_is_gone() -> None:
    import shiboken6

    owner = QObject()
    go_on = threading.Event()
    tasks.run(owner, lambda _: go_on.wait(5), never, never)
    shiboken6.delete(owner)
    go_on.set()
    wait_until(lambda: not tasks.running())


def test_a_question_to_the_book_is_answered_here(book: Book) -> None:
    owner = QObject()
    found: list[list[queries.MeetingLine]] = []
    tasks.when(owner, book.query(queries.meetings), found.append, never)
    wait_until(lambda: bool(found))
    assert found == [[]]


def test_shutting_down_stops_what_runs(book: Book) -> None:
    owner = QObject()
    errors: list[Exception] = []

    def work(control: Control) -> None:
        while True:
            control.report(1, 1)

    tasks.run(owner, work, never, errors.append)
    assert tasks.shut_down(5)
    wait_until(lambda: bool(errors))
    assert isinstance(errors[0], Cancelled)
