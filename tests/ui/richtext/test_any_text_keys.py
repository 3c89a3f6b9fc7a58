"""Any sequence of keys in a text with lists and tables: the book says what the editor shows, and all can be undone."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from desktop.models.book import Book
from desktop.models.values import TextEntry
from desktop.ui.bus import Bus
from desktop.ui.richtext.linedoc import lines_of
from desktop.ui.richtext.lines import lines_from, text_from
from tests.ui.conftest import TestClock
from tests.ui.desk.stream.test_stream import Bench, small_meeting
from tests.ui.keys import press, type_text

KEYS = (
    *("Tab", "Backtab", "Return", "Shift+Return", "Backspace", "Delete", "Left", "Right", "Up", "Down", "Home", "End"),
    *("Shift+Left", "Shift+Right", "Shift+Down", "Shift+Up", "Ctrl+A", "Ctrl+C", "Ctrl+X", "Ctrl+V", "Ctrl+Home"),
    *("Ctrl+Shift+I", "Alt+Shift+Right", "Alt+Shift+Left", "Alt+Shift+Up", "Alt+Shift+Down", "Ctrl+Backspace"),
)
PRESSES = st.lists(
    st.one_of(st.sampled_from(KEYS), st.sampled_from(["a", "- ", "😀", "bold", "list", "undo"])), max_size=30
)
PAGE = "<p>x <b>y</b></p><ul><li>z</ul><table><tr><td>1<td>2<tr><td>3<td>4</table>"
TEXT = "Eins\n\n- a\n- b\n\n| c | **d** |\n| --- | --- |\n| 1 | 2 |\n\nEnde"


def consistent(bench: Bench) -> None:
    editor = bench.pen.editor
    assert editor.stored_text() == text_from(lines_of(editor.document()))
    key = bench.pen.key
    if key is not None and bench.pen.row is not None and bench.pen.row.has_text:
        stored = getattr(bench.book.shelf.value(key), "text", "") or ""
        assert text_from(lines_from(stored)) == editor.stored_text()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(presses=PRESSES)
def test_any_keys_leave_the_text_true_to_the_book(book: Book, bus: Bus, clock: TestClock, presses: list[str]) -> None:
    bench = Bench(book, bus, clock, small_meeting(book, TextEntry(text=TEXT)))
    book._journal.timeline.done.clear()
    mime = QMimeData()
    mime.setHtml(PAGE)
    QGuiApplication.clipboard().setMimeData(mime)
    bench.pen.go_to(bench.entries[0].key)  # type: ignore[attr-defined]
    for one in presses:
        match one:
            case "bold":
                bench.pen.editor.toggle_bold()
            case "list":
                bench.pen.editor.turn_list()
            case "undo":
                book.undo()
            case _ if one in KEYS:
                press(one)
            case _:
                type_text(one)
        consistent(bench)
    bench.pen.leave()
    after = bench.texts
    steps = 0
    while book.undo_action is not None:
        book.undo()
        steps += 1
    assert bench.texts == [TEXT]
    for _ in range(steps):
        book.redo()
    assert bench.texts == after
    bench.window.close()
    bench.window.deleteLater()
