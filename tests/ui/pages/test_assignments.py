"""The tasks of all meetings: their order, ticking off in any meeting, undo, the way to the item."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.models.assignments import all_tasks, set_done
from desktop.models.book import Book
from desktop.models.values import AgendaItem, Body, Meeting, MeetingState, Organization, Task
from desktop.ui.bus import Bus
from desktop.ui.looks.theme import Theme
from desktop.ui.pages.assignments import AssignmentsPage
from desktop.ui.parts.guide import ViewGuide
from desktop.ui.window import Window
from tests.ui.conftest import TestClock
from tests.ui.keys import press, show, type_text, wait_until


@pytest.fixture
def held(book: Book) -> tuple[str, str]:
    """Two meetings with tasks; the second one is open."""
    body = book.add(Body(name="Stadt Eiderfleth"), None, "bodies")
    council = book.add(Organization(name="Rat"), body, "organizations")
    meeting = Meeting(name="1. Sitzung", organizations=(council,), start="2026-01-15T18:00:00+01:00")
    first = AgendaItem(
        number="3",
        name="Radweg",
        tasks=(
            Task(text="Kosten ermitteln", assignee="Bauamt", due="2026-02-01"),
            Task(text="Anlieger einladen", due="2026-04-01"),
            Task(text="Akte schließen", done=True),
        ),
    )
    second = AgendaItem(number="1", name="Grundstück", public=False, tasks=(Task(text="Vertrag entwerfen"),))
    keys = []
    for number, item in enumerate((first, second), start=1):
        state = MeetingState.RUNNING
        made = replace(meeting, name=f"{number}. Sitzung", start=f"2026-0{number}-15T18:00:00+01:00", state=state)
        keys.append(book.add(replace(made, agenda=(item,)), body, "meetings"))
    book.open_meeting(keys[1])
    return keys[0], keys[1]


def texts(book: Book) -> list[tuple[str, bool]]:
    return [(line.task.text, bool(line.task.done)) for line in book.read(all_tasks)]


def column(page: AssignmentsPage, place: int) -> list[str]:
    model = page.table.model()
    return [model.index(row, place).data() for row in range(model.rowCount())]


@pytest.fixture
def window(held: tuple[str, str], book: Book, bus: Bus, clock: TestClock, app: QApplication) -> Window:
    made = Window(book, bus, clock, Theme(app), Path(book.path).parent)
    made.resize(1300, 800)
    made.open_meeting(held[1])
    show(made)
    press("Ctrl+Shift+E")
    wait_until(lambda: bool(column(made.assignments, 3)))
    return made


def test_open_ones_first_and_what_is_due_first_before_the_others(book: Book, held: tuple[str, str]) -> None:
    assert texts(book) == [
        ("Kosten ermitteln", False),
        ("Anlieger einladen", False),
        ("Vertrag entwerfen", False),
        ("Akte schließen", True),
    ]


def test_ticked_off_in_a_meeting_that_is_not_open_and_taken_back(book: Book, held: tuple[str, str]) -> None:
    line = book.read(all_tasks)[0]
    assert line.item not in book.shelf
    assert set_done(book, line, done=True)
    assert texts(book)[2:] == [("Kosten ermitteln", True), ("Akte schließen", True)]
    assert not set_done(book, line, done=True)  # it is no longer as it was
    assert book.undo_action == ("task.done", {})
    assert book.undo()
    assert texts(book)[0] == ("Kosten ermitteln", False)
    assert book.redo()
    assert book.open_meeting(held[0]).agenda[0].tasks[0].done


def test_the_list_and_its_keys(window: Window, book: Book, held: tuple[str, str]) -> None:
    page = window.assignments
    assert page.table.hasFocus()
    assert column(page, 0) == ["☐ überfällig", "☐ offen", "☐ offen"]
    assert column(page, 1) == ["01.02.2026", "01.04.2026", ""]
    assert column(page, 4) == ["Rat 15.01.2026 · Ö 3", "Rat 15.01.2026 · Ö 3", "Rat 15.02.2026 · N 1"]
    assert page.whole.text() == "Ö 3 Radweg: Kosten ermitteln"
    assert page._count.text() == "3 Aufträge, 1 überfällig"
    press("Space")
    wait_until(lambda: column(page, 3) == ["Anlieger einladen", "Vertrag entwerfen"])
    press("Ctrl+Z")
    wait_until(lambda: len(column(page, 3)) == 3)
    page.all.setChecked(True)
    assert column(page, 0)[3] == "☑ erledigt"
    type_text("bauamt")
    assert page.filter.hasFocus()
    assert column(page, 3) == ["Kosten ermitteln"]
    press("Down")
    press("Return")
    assert book.meeting_key == held[0]
    assert window.pages.currentWidget() is window.desk
    assert window.desk.proceedings.item == book.meeting.agenda[0].key


def test_where_there_is_none_it_says_how_one_comes_about(book: Book, bus: Bus, clock: TestClock) -> None:
    page = AssignmentsPage(book, bus, clock)
    show(page)
    page.arrive()
    guide = page.table.findChild(ViewGuide)
    assert guide is not None
    wait_until(lambda: "Strg+Umschalt+F" in guide.text)
    wait_until(lambda: page._count.text() == "0 Aufträge")


def test_in_the_open_meeting(window: Window, book: Book) -> None:
    page = window.assignments
    page.table.setCurrentIndex(page.table.model().index(2, 0))
    press("Space")
    assert book.meeting.agenda[0].tasks[0].done
    wait_until(lambda: len(column(page, 3)) == 2)
    press("Esc")
    assert window.pages.currentWidget() is window.desk


def test_nothing_of_the_last_visit_narrows_the_list_and_a_task_typed_meanwhile_is_there(
    window: Window, book: Book
) -> None:
    type_text("qx")
    assert column(window.assignments, 3) == []
    press("Esc")
    press("Esc")
    item = book.meeting.agenda[0]
    book.change(item.key, typing=True, tasks=(*item.tasks, Task(text="Neues")))
    press("Ctrl+Shift+E")
    wait_until(lambda: "Neues" in column(window.assignments, 3))
    assert "Kosten ermitteln" in column(window.assignments, 3)
