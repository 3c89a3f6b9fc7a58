"""The agenda of the desk by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTreeWidgetItemIterator

from desktop.models.book import Book
from desktop.models.values import ItemStage, Publicity
from desktop.ui.bus import Bus
from desktop.ui.desk.items.agenda import Agenda
from tests.ui.conftest import TestClock
from tests.ui.desk.items.test_agenda_acts import open_agenda, shown
from tests.ui.keys import press, show, type_text, wait_until


@pytest.fixture
def agenda(book: Book, bus: Bus, clock: TestClock) -> Agenda:
    keys = open_agenda(book, "1", "2", "2.1", "N1")
    tree = Agenda(book, bus, clock)
    tree.resize(260, 400)
    tree.fill()
    show(tree)
    tree.setFocus()
    tree.show_current(keys[0])
    return tree


def rows(agenda: Agenda) -> list[tuple[str, str]]:
    found = []
    iterator = QTreeWidgetItemIterator(agenda)
    while iterator.value() is not None:
        row = iterator.value()
        found.append((row.text(0).strip(), row.text(1)))
        iterator += 1
    return found


def test_parts_levels_and_marks_are_shown_in_words_and_signs(book: Book, agenda: Agenda) -> None:
    book.change(book.meeting.agenda[0].key, stage=ItemStage.DONE)
    book.change(book.meeting.agenda[1].key, stage=ItemStage.RUNNING)
    assert rows(agenda) == [
        ("Öffentlicher Teil", ""),
        ("✓ Ö 1", "TOP 1"),
        ("▶ Ö 2", "TOP 2"),
        ("Ö 2.1", "TOP 2.1"),
        ("Nichtöffentlicher Teil", ""),
        ("N 1", "TOP N1"),
    ]
    nonpublic = agenda._rows[book.meeting.agenda[3].key]
    assert nonpublic.data(1, Qt.ItemDataRole.AccessibleTextRole) == "N 1, TOP N1, nichtöffentlich"


def test_a_new_item_is_named_at_once(book: Book, agenda: Agenda) -> None:
    press("Ins")
    type_text("Neues\n")
    wait_until(lambda: "Neues" in [item.name for item in book.meeting.agenda])
    assert shown(book)[1] == "Ö 2 Neues"
    assert agenda.current_key() == book.meeting.agenda[1].key


def test_renaming_in_place_takes_text_as_it_is(book: Book, agenda: Agenda) -> None:
    press("Shift+Return")
    press("Ctrl+A")
    type_text("§\u00a034 – <b>\n")
    wait_until(lambda: book.meeting.agenda[0].name != "TOP 1")
    assert book.meeting.agenda[0].name == "§\u00a034 – <b>"


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("Alt+Down", ["Ö 1 TOP 2", "Ö 1.1 TOP 2.1", "Ö 2 TOP 1", "N 1 TOP N1"]),
        ("Ctrl+Shift+N", ["N 1 TOP 1", "Ö 1 TOP 2", "Ö 1.1 TOP 2.1", "N 2 TOP N1"]),
        ("Del", ["Ö 1 TOP 2", "Ö 1.1 TOP 2.1", "N 1 TOP N1"]),
    ],
)
def test_the_keys_of_the_agenda(book: Book, agenda: Agenda, keys: str, expected: list[str]) -> None:
    press(keys)
    assert shown(book) == expected


def test_levels_by_key(book: Book, agenda: Agenda) -> None:
    press("Down")
    press("Alt+Shift+Right")
    assert shown(book)[1] == "Ö 1.1 TOP 2"
    press("Alt+Shift+Left")
    assert shown(book)[1] == "Ö 2 TOP 2"


def test_walking_shows_items_and_enter_goes_to_write(book: Book, agenda: Agenda) -> None:
    seen: list[str] = []
    entered: list[str] = []
    agenda.chosen.connect(seen.append)
    agenda.entered.connect(entered.append)
    press("Down")
    press("Down")
    press("Return")
    keys = [item.key for item in book.meeting.agenda]
    assert seen == keys[1:3]
    assert entered == [keys[2]]


def test_a_letter_changes_nothing(book: Book, agenda: Agenda) -> None:
    before = book.meeting
    typed: list[str] = []
    agenda.blindText.connect(typed.append)
    type_text("n ,1")  # the space alone means nothing
    assert typed == ["n", ",", "1"]
    assert book.meeting == before


def test_undo_is_shown(book: Book, agenda: Agenda) -> None:
    press("Del")
    book.undo()
    assert ("Ö 1", "TOP 1") in rows(agenda)


def test_in_a_meeting_that_is_not_public_no_part_is_called_public(book: Book, agenda: Agenda) -> None:
    book.change(book.meeting.key, publicity=Publicity.NONPUBLIC)
    assert [name for name, _ in rows(agenda) if "Teil" in name] == ["Nichtöffentlicher Teil"]
    first = agenda._rows[book.meeting.agenda[0].key]
    assert first.data(1, Qt.ItemDataRole.AccessibleTextRole) == "Ö 1, TOP 1, nichtöffentlich"
    book.undo()
    assert rows(agenda)[0][0] == "Öffentlicher Teil"


def test_rows_follow_the_palette_and_the_size_of_type(book: Book, agenda: Agenda) -> None:
    """No colour of the day before in a dark room, no height of the small type under the large one."""
    row = agenda._rows[book.meeting.agenda[0].key]
    assert row.data(1, Qt.ItemDataRole.ForegroundRole) is None
    before = agenda.visualItemRect(row).height()
    font = agenda.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    agenda.setFont(font)
    wait_until(lambda: agenda.visualItemRect(agenda._rows[book.meeting.agenda[0].key]).height() > before)


def test_headings_of_the_parts_take_the_lines_they_need(agenda: Agenda) -> None:
    heading = agenda.model().index(0, 0)
    assert agenda.isFirstColumnSpanned(0, heading.parent())
    one_line = agenda.visualRect(heading).height()
    letters = max(len(word) for word in str(heading.data()).split())
    agenda.resize((letters + 4) * agenda.fontMetrics().averageCharWidth(), 400)
    QApplication.processEvents()
    assert agenda.visualRect(heading).height() >= one_line + agenda.fontMetrics().lineSpacing()
