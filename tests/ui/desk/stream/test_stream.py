"""Writing in the stream by keys: entries, paragraphs, joining, short forms (desk.md §3)."""

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.book import Book
from desktop.models.values import (
    AgendaItem,
    Body,
    Event,
    EventType,
    Lead,
    Meeting,
    MeetingState,
    Person,
    Speech,
    TextEntry,
)
from desktop.ui.bus import Bus
from desktop.ui.desk.stream.pen import Pen
from desktop.ui.desk.stream.proceedings import Proceedings
from desktop.ui.desk.stream.strokes import Strokes
from tests.ui.conftest import TestClock
from tests.ui.keys import press, type_text, wait_until


def small_meeting(book: Book, *entries: object, state: MeetingState | None = None) -> str:
    """A meeting with two people and one item; returns the item's key, the meeting is open."""
    body = book.add(Body(name="Stadt Tornau"), None, "bodies")
    book.open_body(body)
    book.add(Person(form_of_address="Frau", family_name="Muster", shortcut="mu"), body, "persons")
    book.add(Person(form_of_address="Herr", family_name="Müller", shortcut="mü"), body, "persons")
    book.add(Person(form_of_address="Herr", family_name="Mustermann"), body, "persons")
    item = AgendaItem(name="Haushalt", number="1", proceedings=entries)  # type: ignore[arg-type]
    meeting = book.add(Meeting(name="1. Sitzung", start="2026-03-05", agenda=(item,), state=state), body, "meetings")
    book.open_meeting(meeting)
    return book.meeting.agenda[0].key


class Bench:
    """The stream alone in a window."""

    def __init__(self, book: Book, bus: Bus, clock: TestClock, item: str) -> None:
        self.book, self.item = book, item
        self.window = QWidget()
        self.proceedings = Proceedings(book, bus, self.window)
        self.pen = Pen(book, self.proceedings, clock, self.window)
        self.strokes = Strokes(book, self.pen, clock)
        QVBoxLayout(self.window).addWidget(self.proceedings.stream)
        self.said: list[str] = []
        self.strokes.said.connect(self.said.append)
        self.window.resize(700, 500)
        self.window.show()
        self.window.activateWindow()
        wait_until(self.window.isActiveWindow, "the window in front")
        self.proceedings.refresh_names()
        self.proceedings.show(item)
        self.pen.go_ready()

    @property
    def texts(self) -> list[str | None]:
        return [getattr(entry, "text", None) for entry in self.entries]

    @property
    def entries(self) -> tuple[object, ...]:
        value = self.book.shelf.value(self.item)
        assert isinstance(value, AgendaItem)
        return value.proceedings


@pytest.fixture
def bench(book: Book, bus: Bus, clock: TestClock) -> Bench:
    return Bench(book, bus, clock, small_meeting(book))


def test_the_first_character_is_in_the_book(bench: Bench) -> None:
    type_text("F")
    assert bench.entries == (
        TextEntry(key=bench.entries[0].key, text="F", at="2026-03-05T18:42:07+01:00"),  # type: ignore[attr-defined]
    )
    type_text("rau Muster fragt.")
    assert bench.texts == ["Frau Muster fragt."]


def test_enter_begins_a_new_entry_and_shift_enter_a_paragraph(bench: Bench) -> None:
    type_text("Eins")
    press("Shift+Return")
    type_text("Zwei\nDrei")
    assert bench.texts == ["Eins\n\nZwei", "Drei"]


def test_enter_in_the_middle_parts_the_text_and_backspace_joins_it_again(bench: Bench) -> None:
    type_text("Eins zwei")
    for _ in range(4):
        press("Left")
    press("Return")
    assert bench.texts == ["Eins", "zwei"]
    press("Backspace")
    assert bench.texts == ["Eins zwei"]
    type_text("X")
    assert bench.texts == ["Eins Xzwei"]


def test_enter_behind_an_entry_in_the_middle_opens_a_line_there(bench: Bench) -> None:
    type_text("Eins\nZwei")
    press("Up")
    press("End")
    press("Return")
    type_text("Anderthalb")
    assert bench.texts == ["Eins", "Anderthalb", "Zwei"]
    press("Return")
    press("Down")
    assert bench.texts == ["Eins", "Anderthalb", "Zwei"]
    assert len(bench.proceedings.stream.rows) == 4


def test_an_entry_emptied_and_left_is_gone(bench: Bench) -> None:
    type_text("Eins\nZ\b")
    assert bench.texts == ["Eins", ""]
    press("Up")
    assert bench.texts == ["Eins"]


def test_backspace_on_the_empty_line_goes_back_and_changes_nothing(bench: Bench) -> None:
    type_text("Eins\n\b")
    type_text("!")
    assert bench.texts == ["Eins!"]


def test_a_short_form_and_tab_name_the_speaker(bench: Bench) -> None:
    type_text("mü\tfragt nach.")
    (speech,) = bench.entries
    assert isinstance(speech, Speech)
    assert (speech.text, speech.lead) == ("fragt nach.", Lead.SENTENCE)
    person = bench.book.shelf.value(speech.speaker or "")
    assert isinstance(person, Person)
    assert person.family_name == "Müller"
    type_text("\nmuster\t")
    assert len(bench.pen.shorthand._offered) == 2
    type_text("2dankt.")
    assert [entry.text for entry in bench.entries] == ["fragt nach.", "dankt."]  # type: ignore[attr-defined]
    assert bench.entries[1].speaker != speech.speaker  # type: ignore[attr-defined]


def test_where_speeches_name_their_speaker_in_the_text_tab_puts_the_name_there(
    book: Book, bus: Bus, clock: TestClock
) -> None:
    bench = Bench(book, bus, clock, small_meeting(book, Speech(speaker_name="Gast", text="Der Gast dankt.")))
    type_text("mu\t, die fragt, und mü\tnicken.")
    assert bench.texts == ["Der Gast dankt.", "Frau Muster, die fragt, und Herr Müller nicken."]


def test_an_unknown_short_form_is_said_and_changes_nothing(bench: Bench) -> None:
    type_text("xq\t")
    assert bench.texts == ["xq"]
    assert bench.said == ["Kürzel unbekannt: xq · Strg+Umschalt+B zeigt alle Textbausteine"]


def test_bold_and_lists_by_key(bench: Bench) -> None:
    bench.pen.editor.toggle_bold()
    type_text("Bürger-/Servicekonto")
    bench.pen.editor.toggle_bold()
    press("Shift+Return")
    type_text("- eins")
    press("Shift+Return")
    type_text("zwei")
    press("Shift+Return")
    press("Shift+Return")
    type_text("1. Lesung mit *")
    assert bench.texts == ["**Bürger-/Servicekonto**\n\n- eins\n- zwei\n\n1\\. Lesung mit \\*"]


def test_an_entry_without_text_is_a_card(book: Book, bus: Bus, clock: TestClock) -> None:
    pause = Event(event_type=EventType.INTERRUPTION, from_="2026-03-05T19:00:00+01:00")
    bench = Bench(book, bus, clock, small_meeting(book, TextEntry(text="Eins"), pause))
    press("Up")
    assert bench.pen.card.hasFocus()
    type_text("Weiter")
    assert bench.texts == ["Eins", None, "Weiter"]
    press("Up")
    press("Delete")
    assert bench.texts == ["Eins", "Weiter"]


def test_plus_and_a_digit_is_the_twin_of_the_key(bench: Bench) -> None:
    pressed: list[str] = []
    bench.strokes.twin.connect(pressed.append)
    bench.pen.editor.twins = "24a"
    type_text("+4/2")
    assert pressed == ["4", "2"]
    assert bench.texts == []
    type_text("1+1")
    assert bench.texts == ["1+1"]


def test_entries_written_before_the_meeting_are_prepared_until_enter(book: Book, bus: Bus, clock: TestClock) -> None:
    bench = Bench(book, bus, clock, small_meeting(book, state=MeetingState.PREPARATION))
    type_text("Bericht")
    assert bench.entries[0].prepared  # type: ignore[attr-defined]
    book.change(book.meeting.key, state=MeetingState.RUNNING)
    type_text("\n")
    assert not bench.entries[0].prepared  # type: ignore[attr-defined]


def test_undo_shows_the_text_as_it_was_stored(book: Book, bus: Bus, clock: TestClock) -> None:
    bench = Bench(book, bus, clock, small_meeting(book, TextEntry(text="Eins  *und* \n zwei")))
    press("Up")
    type_text("!")
    assert bench.texts == ["Eins  *und* zwei!"]
    book.undo()
    assert bench.texts == ["Eins  *und* \n zwei"]
    assert book.redo()
    assert bench.pen.editor.toPlainText() == "Eins  und zwei!"


def test_a_change_from_elsewhere_does_not_move_the_caret(bench: Bench) -> None:
    type_text("Eins")
    press("Left")
    with bench.book.step("test"):
        bench.book.change(bench.entries[0].key, heading="Kopf")  # type: ignore[attr-defined]
    type_text("-")
    assert bench.texts == ["Ein-s"]
