"""Tasks at the desk: entered by keys, shown below the text, changed, ticked off, removed, undone."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from desktop.models.book import Book
from desktop.models.richtext import redact
from desktop.models.values import Meeting, Task
from desktop.ui.bus import Bus
from desktop.ui.desk.procedure import course
from desktop.ui.desk.procedure.course import Act
from desktop.ui.desk.tasks.task_words import hidden, read_due, sentence, shown
from desktop.ui.looks.theme import Theme
from desktop.ui.window import Window
from tests.ui.conftest import TestClock
from tests.ui.desk import council
from tests.ui.keys import press, show, type_text

HELD = date(2026, 3, 5)


@pytest.fixture
def window(book: Book, bus: Bus, clock: TestClock, app: QApplication) -> Window:
    """A council whose meeting runs, the keyboard on the ready line."""
    council.make(book)
    made = Window(book, bus, clock, Theme(app), book.path.parent)
    made.resize(1500, 900)
    made.open_meeting(book.meeting.key)
    show(made)
    made.desk.ready_running()
    return made


def tasks(book: Book, item: int = 0) -> tuple[Task, ...]:
    return book.meeting.agenda[item].tasks


def rows(window: Window) -> list[str]:
    shown = window.desk.tasks.list
    return [shown.item(row).text() for row in range(shown.count())]


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("12.12.", "2026-12-12"),
        ("5.3", "2026-03-05"),
        ("4.3.", "2027-03-04"),
        ("29.2.", None),
        ("+14", "2026-03-19"),
        (" + 1 ", "2026-03-06"),
        ("12.12.27", "2027-12-12"),
        ("01042026", "2026-04-01"),
        ("31.11.", None),
        ("nächste Sitzung", None),
        ("", None),
    ],
)
def test_days_as_they_are_typed(typed: str, day: str | None) -> None:
    found = read_due(typed, HELD)
    assert (found.isoformat() if found else None) == day


def test_a_task_in_words() -> None:
    task = Task(text="Kosten ermitteln", assignee="Bauamt", due="2026-03-01")
    assert sentence(task, HELD) == "☐ Bauamt: Kosten ermitteln · bis 01.03.2026 (überfällig)"
    assert sentence(Task(text="Prüfen", done=True, due="2026-03-01"), HELD) == "☑ Prüfen · bis 01.03.2026"
    assert sentence(Task(text="Prüfen", due="demnächst"), HELD) == "☐ Prüfen · bis demnächst"


def test_a_task_is_entered_and_the_keyboard_is_back_on_the_ready_line(window: Window, book: Book) -> None:
    press("Ctrl+Shift+F")
    type_text("Bauamt\tKosten ermitteln\t12.12.\n")
    assert tasks(book) == (Task(text="Kosten ermitteln", assignee="Bauamt", due="2026-12-12"),)
    assert rows(window) == ["☐ Bauamt: Kosten ermitteln · bis 12.12.2026"]
    assert window.desk.pen.editor.hasFocus()
    type_text("Weiter.")
    assert book.meeting.agenda[0].proceedings[-1].text == "Weiter."  # type: ignore[union-attr]
    press("Ctrl+Shift+F")
    type_text("Ba\tFragen\t\t")
    assert tasks(book)[1] == Task(text="Fragen", assignee="Bauamt")


def test_a_day_that_is_none_is_said_and_nothing_is_lost(window: Window, book: Book) -> None:
    press("Ctrl+Shift+F")
    type_text("\tPrüfen\tbald\n")
    assert tasks(book) == (Task(text="Prüfen (bis bald)"),)
    assert "bald" in window.statusBar().currentMessage()
    type_text("+14\n")
    assert tasks(book) == (Task(text="Prüfen", due="2026-03-19"),)
    press("Ctrl+Shift+F")
    type_text("\tFragen\tbald")
    press("Esc")
    assert tasks(book)[1] == Task(text="Fragen (bis bald)")
    assert window.desk.pen.editor.hasFocus()


def test_a_sentence_typed_blindly_stays(window: Window, book: Book) -> None:
    press("Ctrl+Shift+F")
    type_text("Herr Muster fragt nach.\n")
    assert "Was ist zu tun?" in window.statusBar().currentMessage()
    window.desk.show_item(book.meeting.agenda[1].key)
    assert tasks(book) == (Task(text="Herr Muster fragt nach."),)
    assert tasks(book, 1) == ()
    assert window.desk.tasks.isHidden()
    press("Ctrl+Shift+F")
    press("Esc")
    assert tasks(book, 1) == ()
    assert window.desk.tasks.isHidden()


def test_keys_in_the_list(window: Window, book: Book) -> None:
    desk = window.desk
    for text in ("Eins", "Zwei"):
        press("Ctrl+Shift+F")
        type_text(f"\t{text}\n")
    press("F6")
    assert desk.tasks.list.hasFocus()
    press("Down")
    press("Space")
    assert rows(window) == ["☐ Eins", "☑ Zwei"]
    press("Return")
    type_text(" und mehr\n")
    assert rows(window) == ["☐ Eins", "☑ Zwei und mehr"]
    assert desk.tasks.list.hasFocus()
    assert desk.tasks.list.currentRow() == 1
    press("Delete")
    assert rows(window) == ["☐ Eins"]
    press("Ctrl+Z")
    assert window.statusBar().currentMessage().endswith("Auftrag löschen")
    press("Ctrl+Z")
    press("Ctrl+Z")
    assert rows(window) == ["☐ Eins", "☐ Zwei"]
    desk.tasks.list.setFocus()
    type_text("wort")
    assert desk.pen.editor.stored_text() == "wort"
    assert rows(window) == ["☐ Eins", "☐ Zwei"]


def test_plus_and_u_on_the_ready_line_begin_a_task(window: Window, book: Book) -> None:
    type_text("+u")
    type_text("Bauamt\tFragen\t+7\n")
    assert tasks(book) == (Task(text="Fragen", assignee="Bauamt", due="2026-03-12"),)
    assert book.meeting.agenda[0].proceedings == ()
    assert window.desk.pen.editor.hasFocus()


def test_another_meeting_shows_nothing_of_the_one_before(window: Window, book: Book) -> None:
    press("Ctrl+Shift+F")
    type_text("\tFragen")
    body = book.shelf.records[book.meeting.key].parent
    first, other = book.meeting.key, book.add(Meeting(name="2. Sitzung"), body, "meetings")
    window.open_meeting(other)
    assert window.desk.tasks.isHidden()
    window.open_meeting(first)
    assert tasks(book) == (Task(text="Fragen"),)


def test_every_key_of_a_task_is_in_the_book(window: Window, book: Book) -> None:
    press("Ctrl+Shift+F")
    type_text("Bauamt\tKosten")
    assert tasks(book) == (Task(text="Kosten", assignee="Bauamt"),)
    press("F2")
    assert tasks(book) == (Task(text="Kosten", assignee="Bauamt"),)
    window.desk.show_item(book.meeting.agenda[1].key)
    window.desk.show_item(book.meeting.agenda[0].key)
    assert rows(window) == ["☐ Bauamt: Kosten"]
    press("Ctrl+Shift+F")
    type_text("\tZwei\n")
    press("Ctrl+Z")
    assert rows(window) == ["☐ Bauamt: Kosten"]
    press("Ctrl+Shift+F")
    type_text("\tab\b\b")
    press("Esc")
    assert rows(window) == ["☐ Bauamt: Kosten"]
    window.desk.tasks.list.setFocus()
    press("Return")
    type_text("\b" * 6)
    assert tasks(book) == (Task(text="Kosten", assignee="Bauamt"),)


@pytest.mark.parametrize(
    ("typed", "who"),
    [
        ("a1", "Frau Amsel1"),
        ("Birke2", "Frau Birke2"),
        ("Ams", "Ams"),
        ("Held", "Bürgermeister Held"),
        ("Amt 3", "Amt 3"),
    ],
)
def test_who_is_to_do_it_is_named_as_everywhere(window: Window, book: Book, typed: str, who: str) -> None:
    press("Ctrl+Shift+F")
    type_text(f"{typed}\tFragen\n")
    assert tasks(book) == (Task(text="Fragen", assignee=who),)


def test_a_task_given_behind_closed_doors_is_not_published(window: Window, book: Book, clock: TestClock) -> None:
    course.perform(book, Act.EXCLUDE, book.meeting.agenda[0].key, clock.now())
    press("Ctrl+Shift+F")
    type_text("Bauamt\tGrundstück kaufen\t\t")
    assert tasks(book) == (Task(text="⟦Grundstück kaufen⟧", assignee="Bauamt"),)
    assert rows(window) == ["☐ Bauamt: Grundstück kaufen · nichtöffentlich"]
    course.perform(book, Act.RESTORE, book.meeting.agenda[0].key, clock.now())
    window.desk.tasks.list.setFocus()
    press("Return")
    type_text(" und roden\n")
    assert tasks(book)[0].text == "⟦Grundstück kaufen und roden⟧"
    press("Ctrl+Shift+F")
    type_text("\tFragen\n")
    assert tasks(book)[1] == Task(text="Fragen")


@pytest.mark.parametrize("text", ["Kauf", "A⟧ B", "A¦B", "⟦A¦B⟧ fragen", "A\\", "⟦A", "A ⟧⟦ B"])
def test_nothing_of_a_hidden_task_is_published(text: str) -> None:
    assert redact(hidden(text), "X") == "X"
    assert hidden(shown(hidden(text))) == hidden(text)
