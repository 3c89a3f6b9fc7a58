"""The stream as a view: only what is in view is laid out, and a key press touches one row."""

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from desktop.models.book import Book
from desktop.models.values import Event, EventType, Lead, Speech, TextEntry
from desktop.ui.bus import Bus
from desktop.ui.desk.stream.stream import KEPT_DOCUMENTS
from tests.ui.conftest import TestClock
from tests.ui.desk.stream.test_stream import Bench, small_meeting
from tests.ui.keys import press, type_text

LONG = "erkundigt sich nach dem Stand der Planung und fragt, ob die Mittel im laufenden Jahr ausreichen. " * 3


def big_item(book: Book, number: int) -> str:
    speeches = (
        Speech(speaker_name="Frau Muster", lead=Lead.SENTENCE, text=LONG[: 20 + 37 * (place % 7)])
        for place in range(number)
    )
    return small_meeting(book, *speeches)


def test_an_item_of_many_entries_lays_out_what_is_in_view_only(book: Book, bus: Bus, clock: TestClock) -> None:
    bench = Bench(book, bus, clock, big_item(book, 900))
    stream = bench.proceedings.stream
    assert len(stream.rows) == 901
    assert sum(row.document is not None for row in stream.rows) < 60
    assert stream.rect_of(bench.proceedings.ready).bottom() <= stream.viewport().height()


def test_scrolling_through_everything_keeps_few_documents(book: Book, bus: Bus, clock: TestClock) -> None:
    bench = Bench(book, bus, clock, big_item(book, 900))
    bar = bench.proceedings.stream.verticalScrollBar()
    for value in range(bar.maximum(), -1, -400):
        bar.setValue(value)
        QApplication.processEvents()
    bar.setValue(0)
    stream = bench.proceedings.stream
    assert stream.rows[0].measured
    assert sum(row.document is not None for row in stream.rows) <= 3 * KEPT_DOCUMENTS


class Paints(QObject):
    """Counts how often something is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_a_key_press_repaints_the_line_and_not_the_stream(book: Book, bus: Bus, clock: TestClock) -> None:
    bench = Bench(book, bus, clock, big_item(book, 40))
    stream = bench.proceedings.stream
    type_text("F")
    QApplication.processEvents()
    paints = Paints()
    stream.viewport().installEventFilter(paints)
    heights = [row.height for row in stream.rows]
    type_text("rau")
    QApplication.processEvents()
    assert paints.count == 0
    assert [row.height for row in stream.rows] == heights


def test_a_growing_text_pushes_the_rows_below(book: Book, bus: Bus, clock: TestClock) -> None:
    bench = Bench(book, bus, clock, small_meeting(book, TextEntry(text="Eins"), TextEntry(text="Zwei")))
    stream = bench.proceedings.stream
    bench.pen.go_to(bench.entries[0].key)  # type: ignore[attr-defined]
    before = stream.rect_of(stream.rows[1]).top()
    type_text(" " + LONG)
    row = stream.rows[0]
    assert stream.rect_of(stream.rows[1]).top() > before
    assert row.document is not None
    assert bench.pen.editor.height() >= row.document.size().height()


def test_the_caret_stays_in_view_while_typing_and_walking(book: Book, bus: Bus, clock: TestClock) -> None:
    bench = Bench(book, bus, clock, big_item(book, 60))
    viewport = bench.proceedings.stream.viewport()
    type_text((LONG + "\n") * 3)
    for _ in range(30):
        press("Up")
        area = bench.pen.editor.caret_area().translated(bench.pen.editor.pos())
        assert viewport.rect().contains(area.center())


def test_a_click_puts_the_caret_there(book: Book, bus: Bus, clock: TestClock) -> None:
    bench = Bench(book, bus, clock, small_meeting(book, TextEntry(text="Eins zwei drei"), TextEntry(text="Vier")))
    stream = bench.proceedings.stream
    row = stream.rows[0]
    stream.clicked.emit(0, QPoint(1, 4).toPointF())
    assert bench.pen.row is row
    type_text("X")
    assert bench.texts[0] == "XEins zwei drei"


def test_every_row_says_itself_to_a_screen_reader(book: Book, bus: Bus, clock: TestClock) -> None:
    pause = Event(event_type=EventType.INTERRUPTION, from_="2026-03-05T19:00:00+01:00")
    speech = Speech(speaker_name="Frau Muster", text="fragt.", lead=Lead.SENTENCE, public=False)
    bench = Bench(book, bus, clock, small_meeting(book, speech, pause))
    assert "Schreibzeile" in bench.pen.editor.accessibleName() or "Kürzel" in bench.pen.editor.accessibleName()
    press("Up")
    assert bench.pen.card.accessibleName() == "Pause, dauert an – F8 setzt die Sitzung fort, 19:00"
    press("Up")
    assert bench.pen.editor.accessibleName() == "Rede, Frau Muster, nichtöffentlich"


def test_the_dots_of_capital_umlauts_have_room_in_the_line_of_writing(book: Book, bus: Bus, clock: TestClock) -> None:
    bench = Bench(book, bus, clock, small_meeting(book))
    type_text("ÄÖÜ")
    editor = bench.pen.editor
    font = QFontMetricsF(editor.document().defaultFont())
    line = editor.document().documentLayout().blockBoundingRect(editor.document().firstBlock())
    assert line.top() + font.ascent() + font.tightBoundingRect("ÄÖÜ").top() >= 0
    assert editor.height() >= line.bottom()
    assert editor.verticalScrollBar().value() == 0
