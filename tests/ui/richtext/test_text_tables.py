"""Tables in the text, by keys."""

import pytest
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QApplication

from desktop.models.book import Book
from desktop.models.values import TextEntry
from desktop.ui.bus import Bus
from desktop.ui.richtext.lines import MOST_COLUMNS
from tests.ui.conftest import TestClock
from tests.ui.desk.stream.test_stream import Bench, small_meeting
from tests.ui.keys import press, type_text

EMPTY = "|  |  |\n| --- | --- |\n|  |  |"


@pytest.fixture
def bench(book: Book, bus: Bus, clock: TestClock) -> Bench:
    return Bench(book, bus, clock, small_meeting(book))


def with_text(book: Book, bus: Bus, clock: TestClock, text: str) -> Bench:
    made = Bench(book, bus, clock, small_meeting(book, TextEntry(text=text)))
    made.pen.go_to(made.entries[0].key)  # type: ignore[attr-defined]
    return made


def test_a_table_is_typed_cell_by_cell(bench: Bench) -> None:
    type_text("Kosten:")
    press("Ctrl+Shift+I")
    assert bench.texts == [f"Kosten:\n\n{EMPTY}"]
    type_text("Jahr\tEuro\t2026\t1000\t2027\t2000")
    assert bench.texts == ["Kosten:\n\n| Jahr | Euro |\n| --- | --- |\n| 2026 | 1000 |\n| 2027 | 2000 |"]
    press("Shift+Tab")
    type_text("/28")
    assert "| 2027/28 | 2000 |" in (bench.texts[0] or "")
    press("Shift+Return")
    type_text("Ende")
    assert (bench.texts[0] or "").endswith("2000 |\n\nEnde")
    assert len(bench.entries) == 1


def test_enter_goes_down_and_out_of_an_empty_last_row(bench: Bench) -> None:
    press("Ctrl+Shift+I")
    type_text("a\tb\n1\n2\n")
    assert bench.texts == ["| a | b |\n| --- | --- |\n| 1 |  |\n| 2 |  |\n|  |  |"]
    type_text("\nText\nNeu")
    assert bench.texts == ["| a | b |\n| --- | --- |\n| 1 |  |\n| 2 |  |\n\nText", "Neu"]


def test_backspace_takes_an_empty_table_away_and_no_other(bench: Bench) -> None:
    type_text("x")
    press("Ctrl+Shift+I")
    type_text("\ta\b")
    press("Backspace")
    assert bench.texts == ["x"]
    press("Ctrl+Shift+I")
    type_text("a\t\b\b")
    assert bench.texts == [f"x\n\n{EMPTY}"]


def test_backspace_behind_a_table_goes_into_its_last_cell(bench: Bench) -> None:
    press("Ctrl+Shift+I")
    press("Shift+Return")
    type_text("\bz")
    assert bench.texts == ["|  |  |\n| --- | --- |\n|  | z |"]


def test_rows_and_columns_come_and_go(bench: Bench) -> None:
    press("Ctrl+Shift+I")
    type_text("a\tb\tc\td")
    press("Alt+Shift+Right")
    type_text("e")
    assert bench.texts == ["| a | b |  |\n| --- | --- | --- |\n| c | d | e |"]
    press("Alt+Shift+Down")
    type_text("f")
    assert (bench.texts[0] or "").endswith("| c | d | e |\n|  |  | f |")
    press("Alt+Shift+Up")
    press("Alt+Shift+Left")
    assert bench.texts == ["| a | b |\n| --- | --- |\n| c | d |"]
    for _ in range(2):
        press("Alt+Shift+Left")
    assert bench.texts == [None] or bench.texts == [""]


def test_a_table_stops_growing_with_a_word(bench: Bench) -> None:
    bench.pen.editor.said.connect(bench.said.append)
    press("Alt+Shift+Right")
    press("Ctrl+Shift+I")
    for _ in range(MOST_COLUMNS):
        press("Ctrl+Shift+I")
    assert (bench.texts[0] or "").count("---") == MOST_COLUMNS
    assert len(bench.said) == 3


def test_each_change_of_a_table_is_taken_back_on_its_own(bench: Bench) -> None:
    press("Ctrl+Shift+I")
    type_text("a")
    press("Alt+Shift+Right")
    bench.book.undo()
    assert bench.texts == ["| a |  |\n| --- | --- |\n|  |  |"]
    bench.book.undo()
    assert bench.texts == [EMPTY]
    bench.book.undo()
    assert bench.texts == []
    for _ in range(3):
        bench.book.redo()
    assert (bench.texts[0] or "").startswith("| a |  |  |")


def test_undo_leaves_the_caret_in_its_cell(bench: Bench) -> None:
    press("Ctrl+Shift+I")
    type_text("a\tb")
    bench.book.end_typing()
    type_text("\tc")
    bench.book.undo()
    type_text("d")
    assert "d" in (bench.texts[0] or "")
    assert bench.pen.editor.textCursor().currentTable() is not None


def test_a_stored_table_stays_as_it_is_until_it_is_edited(book: Book, bus: Bus, clock: TestClock) -> None:
    text = "Vorher\n\n|a|**b**|\n|:-|-:|\n|1|x \\| y|\n\nNachher"
    bench = with_text(book, bus, clock, text)
    press("Up")
    press("Down")
    bench.pen.go_ready()
    assert bench.texts == [text]
    bench.pen.go_to(bench.entries[0].key)  # type: ignore[attr-defined]
    type_text("!")
    assert bench.texts == ["Vorher\n\n| a | **b** |\n| :--- | ---: |\n| 1 | x \\| y |\n\nNachher!"]


def test_the_row_is_as_high_as_its_table(bench: Bench) -> None:
    type_text("Text")
    before = bench.proceedings.stream.rows[0].height
    press("Ctrl+Shift+I")
    QApplication.processEvents()
    row = bench.proceedings.stream.rows[0]
    assert row.document is not None
    assert row.height > before + 20
    assert bench.pen.editor.height() >= row.document.size().height()


def test_typed_text_in_the_header_has_no_ground_of_its_own(bench: Bench) -> None:
    press("Ctrl+Shift+I")
    type_text("Jahr")
    cursor = bench.pen.editor.textCursor()
    assert not cursor.charFormat().hasProperty(QTextCharFormat.Property.BackgroundBrush)
    bench.pen.editor.toggle_bold()
    type_text("x")
    assert "| Jahr**x** |" in (bench.texts[0] or "")


def test_lists_do_not_begin_in_a_cell(bench: Bench) -> None:
    press("Ctrl+Shift+I")
    type_text("- a")
    press("Ctrl+B")
    bench.pen.editor.turn_list()
    assert bench.texts == ["| - a |  |\n| --- | --- |\n|  |  |"]


def test_enter_in_a_text_before_a_table_cuts_no_table(book: Book, bus: Bus, clock: TestClock) -> None:
    bench = with_text(book, bus, clock, f"Eins\n\n{EMPTY}\n\nZwei")
    bench.pen.editor.place_at(0, 4)
    type_text("\n")
    assert bench.texts == ["Eins", f"{EMPTY}\n\nZwei"]
    bench.pen.editor.place_at(1, 1)
    type_text("x")
    assert bench.texts[1] == f"{EMPTY}\n\nZxwei"
