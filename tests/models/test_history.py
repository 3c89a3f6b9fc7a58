"""What the history keeps of a text: the words that changed, and no word that was typed is ever nowhere."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.models import schema
from desktop.models.book import Book
from desktop.models.history import Change, Patch, difference, loaded, stored
from desktop.models.values import Body, Meeting
from tests.conftest import SetClock
from tests.models.test_book import filled

LONG = "Frau Muster erkundigt sich nach den Kosten der neuen Brücke über den Fluss und nach dem Zeitplan. "
TEXTS = st.text("ab😀\n", max_size=200)


@given(TEXTS, TEXTS, TEXTS, TEXTS)
@settings(max_examples=60)
def test_the_two_sides_of_a_change_give_each_other_back(head: str, old: str, new: str, tail: str) -> None:
    before, after = head + old + tail, head + new + tail
    gone, put = difference(before, after)
    assert gone.applied(after) == before
    assert put.applied(before) == after
    assert len(gone.middle) <= len(old)
    change = Change("Speech", "1", "text", before, after)
    slim = change.trimmed()
    assert slim.whole(before) == change
    assert slim.inverse().whole(after) == change.inverse()
    assert (loaded(stored(slim.old)), loaded(stored(slim.new))) == (slim.old, slim.new)


def test_a_difference_beyond_the_first_strides_is_found_exactly() -> None:
    text = LONG * 1000
    gone, put = difference(text, text[:50_000] + "neu" + text[50_003:])
    assert (gone.head, put.middle) == (50_000, "neu")


@pytest.fixture
def entry(book: Book) -> str:
    """A speech with a long text."""
    filled(book)
    key = book.meeting.agenda[0].proceedings[0].key
    book.change(key, text=LONG * 20)
    return key


def text(book: Book, key: str) -> str:
    return str(book.shelf.records[key].data["text"])


def type_on(book: Book, key: str, words: str) -> None:
    for char in words:
        book.change(key, typing=True, text=text(book, key) + char)


def test_a_long_text_is_kept_by_what_changed_and_comes_back_after_a_restart(
    tmp_path: Path, clock: SetClock, book: Book, entry: str
) -> None:
    states = [text(book, entry)]
    for number in range(5):
        type_on(book, entry, f" Zusatz {number}.")
        states.append(text(book, entry))
        clock.forward(11)
    rows = book.read(lambda db: list(schema.History.select().where(schema.History.action == "type.Speech").execute(db)))
    assert len(rows) == 5
    assert all(len(row.old) < 20 and len(row.new) < 40 for row in rows)
    book.close()
    again = Book(tmp_path / "test.book", clock.now)
    again.open_meeting(again.read(lambda db: next(iter(schema.Meeting.select().execute(db))).key))
    for state in reversed(states[:-1]):
        again.undo()
        assert text(again, entry) == state
    for state in states[1:]:
        again.redo()
        assert text(again, entry) == state
    again.close()


def test_typing_is_undone_also_while_another_meeting_is_open(clock: SetClock, book: Book, entry: str) -> None:
    before, first = text(book, entry), book.meeting.key
    type_on(book, entry, " Und noch etwas.")
    body = book.add(Body(name="Anderswo"), None, "bodies")
    other = book.add(Meeting(name="2", start="2026-04-01"), body, "meetings")
    book.open_meeting(other)
    for _ in range(3):
        book.undo()
    book.open_meeting(first)
    assert text(book, entry) == before
    book.redo()
    assert text(book, entry) == before + " Und noch etwas."


def test_taking_away_more_than_a_slip_is_a_step_of_its_own(book: Book, entry: str) -> None:
    book.change(entry, text="")
    type_on(book, entry, "Ein Satz, den niemand sonst hat.")
    book.change(entry, typing=True, text="")  # all selected and deleted, within ten seconds
    assert book.undo()
    assert text(book, entry) == "Ein Satz, den niemand sonst hat."
    book.redo()
    type_on(book, entry, "Neu")
    for _ in range(3):
        book.change(entry, typing=True, text=text(book, entry)[:-1])
    assert text(book, entry) == ""
    assert book.undo()
    assert book.undo()
    assert text(book, entry) == "Ein Satz, den niemand sonst hat."


def test_a_text_deleted_key_by_key_is_one_step(book: Book, entry: str) -> None:
    steps, before = book.steps, text(book, entry)
    for _ in range(30):
        book.change(entry, typing=True, text=text(book, entry)[:-1])
    assert book.steps == steps + 1
    book.undo()
    assert text(book, entry) == before


def test_a_slip_of_the_finger_stays_in_its_step(book: Book, entry: str) -> None:
    steps = book.steps
    type_on(book, entry, " Koste")
    book.change(entry, typing=True, text=text(book, entry)[:-1])
    type_on(book, entry, "en")
    assert book.steps == steps + 1


def test_a_text_typed_over_is_not_lost(book: Book, entry: str) -> None:
    book.change(entry, text="")
    type_on(book, entry, "Der erste Wortlaut.")
    book.change(entry, typing=True, text="Ein anderer, länger")  # pasted over it
    book.undo()
    assert text(book, entry) == "Der erste Wortlaut."


def test_steps_in_memory_hold_no_whole_texts(clock: SetClock, book: Book, entry: str) -> None:
    for _ in range(3):
        type_on(book, entry, " ja")
        clock.forward(11)
    book.change(entry, text=text(book, entry) + "!")
    steps = [step for step in book._journal.timeline.done if step.action in ("type.Speech", "change.Speech")][1:]
    assert len(steps) == 4
    assert all(isinstance(side, Patch) for step in steps for one in step.changes or () for side in (one.old, one.new))
