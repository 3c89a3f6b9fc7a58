"""What Qt loses or changes in a text unless one takes care: the book says what was typed, also after reopening."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.models.book import Book
from desktop.models.values import TextEntry
from desktop.ui.bus import Bus
from desktop.ui.desk.page import DeskPage
from desktop.ui.parts.plaintext import PlainLine, PlainTextEdit
from desktop.ui.richtext.lines import lines_from, text_from
from tests.ui.conftest import TestClock
from tests.ui.desk.stream.test_stream import Bench, small_meeting
from tests.ui.desk.test_desk_page import desk, entries  # noqa: F401
from tests.ui.keys import press, show, type_text

FAMILY = "👨\u200d👩\u200d👧\u200d👦"


@pytest.fixture
def bench(book: Book, bus: Bus, clock: TestClock) -> Bench:
    return Bench(book, bus, clock, small_meeting(book))


def compose(widget: QWidget | None, held: str, written: str = "") -> None:
    """What an input method does: ``held`` stands in the field underlined, ``written`` is final."""
    event = QInputMethodEvent(held, [])
    event.setCommitString(written)
    QApplication.sendEvent(widget or QApplication.focusWidget(), event)


def reopened(bench: Bench) -> list[str | None]:
    """The texts as the file has them."""
    path, meeting = bench.book.path, bench.book.meeting_key
    bench.book.close()
    again = Book(Path(path), lambda: TestClock().now())
    again.open_meeting(meeting or "")
    found = [getattr(entry, "text", None) for entry in again.meeting.agenda[0].proceedings]
    again.close()
    return found


@pytest.mark.parametrize(
    "text",
    [
        "ÄÖÜäöüß ẞ",
        "😀 vor und 😀 nach",
        f"Familie {FAMILY} da",
        "§\u00a034 BauGB, Donau\u00addampf, 3\u202f000 €",
        "„Zitat“ – ‚halb‘ … № ½ ﬁn",
        "1. Lesung *der* __Bürger__ # | ` < > & [x](y) \\",
        "日本 Ω Ж \U0001d54f",
    ],
)
def test_what_is_typed_is_in_the_book_key_by_key_and_after_reopening(bench: Bench, text: str) -> None:
    editor = bench.pen.editor
    for char in text:
        type_text(char)
        assert editor.stored_text() == bench.texts[0]
    shown = "".join(run.text for line in lines_from(bench.texts[0] or "") for run in line.runs)
    assert shown == text.replace("ﬁ", "fi")
    kept = list(bench.texts)
    assert reopened(bench) == kept


def test_keys_after_an_emoji_hit_the_right_place(bench: Bench) -> None:
    type_text(f"a😀b{FAMILY}c")
    press("Left")
    type_text("x")
    assert bench.texts == [f"a😀b{FAMILY}xc"]
    press("Home")
    press("Right")
    press("Right")
    type_text("y\b")
    press("Backspace")
    assert bench.texts == [f"ab{FAMILY}xc"]
    bench.book.end_typing()
    type_text("z")
    bench.book.undo()
    assert bench.texts == [f"ab{FAMILY}xc"]
    bench.book.undo()
    bench.book.redo()
    assert bench.texts == [f"ab{FAMILY}xc"]
    assert bench.pen.editor.stored_text() == bench.texts[0]


def test_a_decomposed_letter_becomes_one_letter(bench: Bench) -> None:
    type_text("Ma\u0308rz")
    assert bench.texts == ["März"]
    compose(None, "", " u\u0308ber")
    assert bench.texts == ["März über"]


@pytest.mark.parametrize("char", ["\x00", "\x0b", "\x1b", "\ufffe", "\ufdd0", "\ud83d", "\u202e", "\x85"])
def test_what_no_document_can_carry_never_arrives(bench: Bench, char: str) -> None:
    for way in ("typed", "composed", "pasted", "pasted as a page"):
        if way == "typed":
            type_text(char)
        elif way == "composed":
            compose(None, "", f"a{char}b")
        else:
            mime = QMimeData()
            mime.setHtml(f"<p>a{char}b</p>") if way == "pasted as a page" else mime.setText(f"a{char}b")
            QGuiApplication.clipboard().setMimeData(mime)
            press("Ctrl+V")
    text = "".join(one or "" for one in bench.texts)
    assert char not in text
    assert text.replace("\n", "").replace(" ", "").replace("\\", "") == "ababab"
    assert bench.pen.editor.stored_text() == bench.texts[0]


def test_a_dead_key_is_one_letter_in_the_end(bench: Bench) -> None:
    type_text("Caf")
    compose(None, "´")
    assert bench.texts == ["Caf"]
    compose(None, "", "é")
    assert bench.texts == ["Café"]


@pytest.mark.parametrize("leave", ["Return", "Esc", "Up", "Tab", "Ctrl+B", "focus", "other row"])
def test_what_the_input_method_holds_back_is_not_lost(bench: Bench, leave: str) -> None:
    type_text("Zeile\nxy")
    compose(None, "´")
    assert bench.texts == ["Zeile", "xy"]
    if leave == "focus":
        bench.pen.editor.clearFocus()
    elif leave == "other row":
        bench.pen.step(-1)
    else:
        press(leave)
    assert bench.texts[1] == "xy´"
    assert len(bench.texts) == 2


@pytest.mark.parametrize("keys", ["F3", "F8", "Ctrl+Return", "Ctrl+PgDown", "close"])
def test_keys_of_the_window_do_not_lose_it_either(desk: DeskPage, keys: str) -> None:  # noqa: F811
    type_text("Caf")
    compose(None, "´")
    if keys == "close":
        desk.window().close()
    else:
        press(keys)
    assert getattr(entries(desk)[0], "text", "") == "Caf´"


def test_fields_of_forms_keep_it_too(app: QApplication) -> None:
    window = QWidget()
    field, line = PlainTextEdit("", window), PlainLine("", window)
    show(window)
    for here, there in ((field, line), (line, field)):
        here.setFocus()
        type_text("Caf")
        compose(here, "´")
        there.setFocus()
    assert (field.text(), line.typed()) == ("Caf´", "Caf´")


def test_formatting_is_a_change_and_keeps_its_neighbours(book: Book, bus: Bus, clock: TestClock) -> None:
    text = "Eins 😀 zwei\n\n- drei\n- vier"
    bench = Bench(book, bus, clock, small_meeting(book, TextEntry(text=text)))
    bench.pen.go_to(bench.entries[0].key)  # type: ignore[attr-defined]
    press("Ctrl+A")
    bench.pen.editor.toggle_bold()
    assert bench.texts == ["**Eins 😀 zwei**\n\n- **drei**\n- **vier**"]
    bench.pen.editor.place_at(0, 6)
    type_text("x")
    assert bench.texts[0] == text_from(lines_from(bench.pen.editor.stored_text()))
    bench.book.undo()
    bench.book.undo()
    assert bench.texts == [text]
