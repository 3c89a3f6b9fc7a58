"""Copy and paste in the text, by keys and the real clipboard."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QApplication

from desktop.models.book import Book
from desktop.models.clean import clean
from desktop.models.values import TextEntry
from desktop.ui.bus import Bus
from desktop.ui.parts.plaintext import TEXT_LIMIT
from desktop.ui.richtext.linedoc import fill, new_document
from desktop.ui.richtext.lines import lines_from
from desktop.ui.richtext.textedit import LineEdit
from tests.ui.conftest import TestClock
from tests.ui.desk.stream.test_stream import Bench, small_meeting
from tests.ui.keys import press, type_text
from tests.ui.richtext.test_lines import MARKUP

MIXED = (
    "Ein **fettes** Wort, §\u00a034 – ⟦Frau Muster¦eine Einwohnerin⟧\n\n### Kosten\n\n- a\n  - b\n- *c*\n\n3. d\n4. e"
    "\n\n| Jahr | **Euro** |\n| --- | ---: |\n| 2026 | 1 \\| 2 |\n\nEnde"
)


@pytest.fixture
def bench(book: Book, bus: Bus, clock: TestClock) -> Bench:
    return Bench(book, bus, clock, small_meeting(book))


def put(html: str = "", text: str = "") -> None:
    made = QMimeData()
    if html:
        made.setHtml(html)
    if text:
        made.setText(text)
    QGuiApplication.clipboard().setMimeData(made)


def test_a_page_is_pasted_with_its_lists_and_tables_and_taken_back_at_once(bench: Bench) -> None:
    type_text("Vorher ")
    put("<p>ein <b>fettes</b> Wort</p><ul><li>a<li>b</ul><table><tr><td>1<td>2</table><p>Ende</p>")
    press("Ctrl+V")
    pasted = "Vorher ein **fettes** Wort\n\n- a\n- b\n\n| 1 | 2 |\n| --- | --- |\n\nEnde"
    assert bench.texts == [pasted]
    type_text("!")
    bench.book.undo()
    assert bench.texts == [pasted]
    bench.book.undo()
    assert bench.texts == ["Vorher"]
    assert len(bench.entries) == 1


def test_paste_in_the_middle_of_a_line(bench: Bench) -> None:
    type_text("AB")
    press("Left")
    put("<p>eins</p><p>zwei</p>", "eins\nzwei")
    press("Ctrl+V")
    type_text("|")
    assert bench.texts == ["Aeins\n\nzwei|B"]


def test_paste_without_styles(bench: Bench) -> None:
    put("<b>fett</b>", "fett")
    bench.pen.editor.paste_plain()
    assert bench.texts == ["fett"]
    press("Ctrl+Shift+Ins")
    assert bench.texts == ["fettfett"]


def test_what_is_pasted_into_a_cell_stays_in_it(bench: Bench) -> None:
    press("Ctrl+Shift+I")
    put("<p>eins <b>x</b></p><ul><li>zwei</ul>")
    press("Ctrl+V")
    type_text("\t")
    put("", "drei\nvier")
    press("Ctrl+V")
    assert bench.texts == ["| eins **x** zwei | drei vier |\n| --- | --- |\n|  |  |"]


def test_cells_are_pasted_over_cells(bench: Bench) -> None:
    press("Ctrl+Shift+I")
    type_text("Jahr\tEuro\tx")
    put("<table><tr><td>2026<td>1<tr><td>2027<td><b>2</b></table>", "2026\t1\n2027\t2")
    press("Backtab")
    press("Tab")
    press("Ctrl+V")
    type_text("!")
    assert bench.texts == ["| Jahr | Euro |\n| --- | --- |\n| 2026 | 1 |\n| 2027 | **2!** |"]
    press("Ctrl+V")
    assert "2026 1 2027" in (bench.texts[0] or "")


def test_a_page_too_big_to_read_is_pasted_as_plain_text(bench: Bench) -> None:
    put("<p>x" * 1_250_000, "nur Text")
    press("Ctrl+V")
    assert bench.texts == ["nur Text"]


def test_too_much_is_refused_with_a_word(bench: Bench) -> None:
    bench.pen.editor.said.connect(bench.said.append)
    put("", "x" * (TEXT_LIMIT + 1))
    press("Ctrl+V")
    put("<p>" + "x" * (TEXT_LIMIT + 1))
    press("Ctrl+V")
    assert bench.texts == []
    assert len(bench.said) == 2


def test_a_megabyte_is_pasted_typed_into_and_taken_back(bench: Bench) -> None:
    text = ("Straße mit Ö, 😀 und §\u00a034. " * 40 + "\n") * 900
    put("", text)
    press("Ctrl+V")
    assert bench.pen.editor.stored_text() == bench.texts[0]
    whole = bench.texts[0] or ""
    assert len(whole) > 900_000
    assert clean(text).replace("\n", "").replace(" ", "") == whole.replace("\n", "").replace(" ", "")
    type_text("x")
    assert bench.texts == [f"{whole}x" if not text.endswith("\n") else f"{whole}\n\nx"]
    bench.book.undo()
    assert bench.texts == [whole]
    assert bench.pen.editor.stored_text() == whole


def test_copy_and_paste_in_the_program_keeps_everything(book: Book, bus: Bus, clock: TestClock) -> None:
    bench = Bench(book, bus, clock, small_meeting(book, TextEntry(text=MIXED)))
    bench.pen.go_to(bench.entries[0].key)  # type: ignore[attr-defined]
    press("Ctrl+A")
    press("Ctrl+C")
    bench.pen.go_ready()
    press("Ctrl+V")
    assert bench.texts == [MIXED, MIXED]
    said = QGuiApplication.clipboard().mimeData().text()
    assert "Ein fettes Wort" in said
    assert "2026\t1 | 2" in said
    assert "- c\n3. d\n4. e" in said


def test_copied_is_what_is_selected_and_no_more(book: Book, bus: Bus, clock: TestClock) -> None:
    text = "geheim **sichtbar** geheim\n\n- geheim sicht\n- bar geheim"
    bench = Bench(book, bus, clock, small_meeting(book, TextEntry(text=text)))
    bench.pen.go_to(bench.entries[0].key, 7)  # type: ignore[attr-defined]
    for _ in range(9):
        press("Shift+Right")
    press("Ctrl+C")
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.text() == "sichtbar "
    assert mime.html().count("geheim") == 0
    assert "<strong>sichtbar</strong>" in mime.html()
    assert {one for one in mime.formats() if "odf" in one or "rtf" in one} == set()
    bench.pen.go_ready()
    type_text("x")
    press("Ctrl+V")
    type_text("y")
    assert bench.texts[1] == "x**sichtbar** y"


def test_cut_takes_away_what_it_copies(bench: Bench) -> None:
    type_text("eins zwei")
    press("Ctrl+A")
    press("Ctrl+X")
    press("Ctrl+V")
    assert bench.texts == ["eins zwei"]


@given(MARKUP)
def test_any_text_comes_through_the_clipboard(app: QApplication, text: str) -> None:
    field, other = LineEdit(), LineEdit()
    for edit, lines in ((field, lines_from(clean(text))), (other, [])):
        document = new_document(app.font())
        document.setParent(edit)
        fill(document, lines)
        edit.load(document)
    field.selectAll()
    other.insertFromMimeData(field.createMimeDataFromSelection())
    assert letters(other) == letters(field)


def letters(edit: LineEdit) -> str:
    cursor = QTextCursor(edit.document())
    cursor.select(QTextCursor.SelectionType.Document)
    return "".join(char for char in cursor.selectedText() if char.isalpha())


@given(st.integers(0, 90), st.integers(0, 90))
def test_any_selection_gives_its_own_text_only(app: QApplication, begin: int, end: int) -> None:
    document = new_document(app.font())
    fill(document, lines_from(MIXED))
    field = LineEdit()
    document.setParent(field)
    field.load(document)
    cursor = field.textCursor()
    last = document.characterCount() - 1
    cursor.setPosition(min(begin, last))
    cursor.setPosition(min(end, last), QTextCursor.MoveMode.KeepAnchor)
    field.setTextCursor(cursor)
    field.copy()
    selected = {char for char in cursor.selectedText() if char.isalpha()}
    copied = {char for char in QGuiApplication.clipboard().mimeData().text() if char.isalpha()}
    assert copied == selected or not cursor.hasSelection() or cursor.hasComplexSelection()
