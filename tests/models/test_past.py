"""Every state a meeting ever had can be seen again, and each piece of it brought back as one act."""

from pathlib import Path

import pytest

from desktop.models import intake, past
from desktop.models.book import Book
from desktop.models.exchange import session_file
from desktop.models.past import Past
from desktop.models.pieces import Brought, Fate, bring_back, newer, piece, pieces
from desktop.models.values import (
    AgendaItem,
    Attendance,
    Correction,
    FactionRow,
    Motion,
    MotionType,
    Person,
    Publicity,
    Speech,
    TextEntry,
    Vote,
)
from desktop.paths import resource
from tests.conftest import SetClock
from tests.models.test_book import filled

LONG = "Frau Muster erkundigt sich nach den Kosten der neuen Brücke über den Fluss und nach dem Zeitplan. "
AT = "2026-03-05T19:42:00+01:00"


def load(book: Book) -> Past:
    return book.read(lambda db: past.load(db, book.meeting.key))


def first(book: Book) -> str:
    return book.meeting.agenda[0].key


def entries(book: Book) -> list[str]:
    return book.shelf.children(first(book), "proceedings")


def evening(book: Book, clock: SetClock) -> dict[int, object]:
    """Acts of every kind; the meeting as it was after each step, by the number of the step."""
    seen = {}

    def note() -> None:
        seen[book._journal._step] = book.meeting

    item, (speech, vote) = first(book), entries(book)
    for text in (LONG, LONG * 2, LONG * 2 + "Schluss", LONG):
        book.change(speech, typing=True, text=text)
        clock.forward(11)
        note()
    added = book.add(TextEntry(text="Pause"), item, "proceedings", 0)
    note()
    book.move(added, 2)
    note()
    with book.step("change.Vote"):
        book.change(vote, yes=1, no=2)
        book.remove(book.shelf.children(vote, "by_faction")[0])
        book.add(FactionRow(label="Nord", yes=1), vote, "by_faction")
    note()
    other = book.add(AgendaItem(name="Zweiter", public=True), book.meeting.key, "agenda", 0)
    book.move(speech, 0, parent=other)
    note()
    book.remove(item)
    note()
    book.undo()
    note()
    book.undo()
    note()
    book.redo()
    note()
    book.change(book.meeting.key, room="Saal 2")
    note()
    return seen


def test_every_state_comes_again_there_and_back(tmp_path: Path, book: Book, clock: SetClock) -> None:
    filled(book)
    seen = evening(book, clock)
    key = book.meeting.key
    book.close()
    book = Book(tmp_path / "test.book", clock.now)
    book.open_meeting(key)
    was = load(book)
    places = {step.number: place for place, step in enumerate(was.steps)}
    assert set(seen) <= set(places)
    for number in [*reversed(seen), *seen]:
        assert was.go(places[number]).value(key) == seen[number]
    book.close()


def test_an_import_is_seen_as_it_came(book: Book, clock: SetClock) -> None:
    content = resource("demo", "hauptausschuss-12.json").read_bytes()
    book.open_meeting(intake.take_in(book, session_file.read(content)).meetings[0])
    came = book.meeting
    evening_item = book.meeting.agenda[2].key
    book.change(book.meeting.agenda[0].proceedings[0].key, text="Etwas anderes")
    book.remove(evening_item)
    now = book.meeting
    was = load(book)
    assert was.go(0).value(came.key) == came
    assert was.go(len(was.steps) - 1).value(came.key) == now
    assert was.go(0).value(came.key) == came


def test_what_a_file_took_the_place_of_is_seen_again_whether_undone_or_not(book: Book) -> None:
    content = resource("demo", "hauptausschuss-12.json").read_bytes()
    book.open_meeting(intake.take_in(book, session_file.read(content)).meetings[0])
    came = book.meeting
    book.change(book.meeting.agenda[0].proceedings[0].key, text="Der ganze Abend")
    evening = book.meeting
    intake.take_in(book, session_file.read(content), replace=True)
    replaced = book.meeting
    assert replaced != evening
    states = [came, evening, replaced]
    for undone in (False, True):
        if undone:
            book.undo()
            states.append(evening)
        was = load(book)
        assert len(was.steps) == len(states)
        places = list(range(len(states)))
        for place in [*reversed(places), *places]:
            assert was.go(place).value(came.key) == states[place]


def test_the_past_begins_with_the_newest_steps_where_there_are_too_many(book: Book, clock: SetClock) -> None:
    filled(book)
    seen = evening(book, clock)
    was = book.read(lambda db: past.load(db, book.meeting.key, 5))
    assert sum(len(step.changes or ()) for step in was.steps) == 5
    oldest = was.steps[0].number
    assert was.go(0).value(book.meeting.key) == seen[oldest]


def test_the_speech_that_a_text_became_knows_the_text_it_was(book: Book) -> None:
    filled(book)
    text = book.add(TextEntry(text="Erst ein Text"), first(book), "proceedings")
    with book.step("name_speaker"):
        speech = book.add(Speech(text="Erst ein Text"), first(book), "proceedings", 2)
        book.remove(text)
    was = load(book)
    assert was.lineage(speech) == (speech, text)
    assert {speech, text} <= was.below(first(book))
    then = was.go(len(was.steps) - 2)
    found = piece(then, book.shelf, text, speech)
    assert found.fate is Fate.GONE or found.fate is Fate.CHANGED
    assert bring_back(book, was, found, AT)
    assert entries(book)[-1] == text
    assert speech not in book.shelf


@pytest.fixture
def was(book: Book, clock: SetClock) -> Past:
    """The past of a meeting that stood long in one state and was then changed in every way."""
    filled(book)
    item = first(book)
    book.add(TextEntry(text="Dritte"), item, "proceedings")
    base = book._journal._step
    (speech, vote, third) = entries(book)
    book.change(speech, text="Erste, geändert")
    book.change(vote, yes=1)
    book.remove(book.shelf.children(vote, "by_faction")[0])
    book.remove(third)
    book.add(Motion(motion_type=MotionType.SUBSTANTIVE, text="Neu"), item, "proceedings", 1)
    book.change(item, resolution="Der Ausschuss beschließt.")
    loaded = load(book)
    loaded.go(next(place for place, step in enumerate(loaded.steps) if step.number == base))
    return loaded


def test_pieces_say_what_became_of_each(book: Book, was: Past) -> None:
    found = list(pieces(was.shelf, book.shelf, first(book)))
    assert [(one.table, one.fate) for one in found] == [
        ("AgendaItem", Fate.CHANGED),
        ("Speech", Fate.CHANGED),
        ("Motion", Fate.NEW),
        ("Vote", Fate.CHANGED),
        ("TextEntry", Fate.GONE),
    ]
    assert newer(was.shelf, book.shelf, first(book)) == 1


def test_each_piece_comes_back_as_one_step_that_can_be_undone(book: Book, was: Past) -> None:
    for one in list(pieces(was.shelf, book.shelf, first(book))):
        before, steps = book.meeting, book.steps
        done = bool(bring_back(book, was, one, AT))
        assert done == (one.fate is not Fate.NEW)
        if done:
            after = book.meeting
            if one.table != "AgendaItem":
                assert book.shelf.value(one.key) == was.shelf.value(one.key)
            assert book.steps == steps + 1
            assert book.undo_action == ("bring_back", {"at": AT})
            book.undo()
            assert book.meeting == before
            book.redo()
            assert book.meeting == after


def test_an_item_comes_back_whole_and_nothing_is_left_of_what_is_newer(book: Book, was: Past) -> None:
    item = first(book)
    then = was.shelf.value(item)
    before = book.meeting
    assert bring_back(book, was, piece(was.shelf, book.shelf, item), AT, whole=True)
    assert book.shelf.value(item) == then
    assert not bring_back(book, was, piece(was.shelf, book.shelf, item), AT, whole=True)
    book.undo()
    assert book.meeting == before


def test_an_item_that_is_gone_comes_back_with_all_below(book: Book, was: Past) -> None:
    item = first(book)
    book.remove(item)
    found = next(one for one in pieces(was.shelf, book.shelf, book.meeting.key) if one.key == item)
    assert found.fate is Fate.GONE
    assert bring_back(book, was, found, AT)
    assert book.shelf.value(item) == was.shelf.value(item)


def test_what_moved_goes_back_to_its_place(book: Book, was: Past) -> None:
    (speech, motion, vote) = entries(book)
    other = book.add(AgendaItem(name="Zweiter", public=True), book.meeting.key, "agenda")
    book.change(speech, text="Erste")
    book.move(speech, 0, parent=other)
    found = piece(was.shelf, book.shelf, speech)
    assert found.fate is Fate.MOVED
    assert bring_back(book, was, found, AT)
    assert entries(book) == [speech, motion, vote]
    book.change(vote, yes=3)
    book.add(FactionRow(label="x"), vote, "by_faction")
    book.move(speech, 2)
    assert bring_back(book, was, piece(was.shelf, book.shelf, speech), AT)
    assert entries(book)[0] == speech
    assert isinstance(book.shelf.value(vote), Vote)


def test_what_stands_elsewhere_now_comes_back_with_its_item_and_is_nowhere_twice(book: Book, was: Past) -> None:
    item = first(book)
    (speech, *_) = entries(book)
    other = book.add(AgendaItem(name="Zweiter", public=True), book.meeting.key, "agenda")
    book.move(speech, 0, parent=other)
    book.change(speech, text="Neu gefasst")
    book.remove(item)
    before = book.meeting
    was = load(book)
    was.go(next(place for place, step in enumerate(was.steps) if step.action == "move.Speech") - 2)
    assert bring_back(book, was, piece(was.shelf, book.shelf, item), AT)
    assert book.shelf.value(item) == was.shelf.value(item)
    assert book.shelf.children(other, "proceedings") == []
    book.undo()
    assert book.meeting == before
    with pytest.raises(ValueError, match="there already"):
        book.add(book.shelf.value(speech), book.meeting.key, "opening")


def test_nothing_becomes_public_again_by_being_brought_back(book: Book, was: Past) -> None:
    item, meeting = first(book), book.meeting.key
    (speech, *_) = entries(book)
    book.change(speech, public=False)
    corrections = (Correction(text="Der Name der Firma lautet anders.", public=False),)
    book.change(meeting, publicity=Publicity.NONPUBLIC, corrections=corrections, room="Saal 3")
    assert bring_back(book, was, piece(was.shelf, book.shelf, speech), AT) is Brought.CLOSED
    assert (book.shelf.value(speech).text, book.shelf.value(speech).public) == ("Erste", False)
    assert bring_back(book, was, piece(was.shelf, book.shelf, meeting), AT) is Brought.CLOSED
    assert (book.meeting.room, book.meeting.publicity) == (None, Publicity.NONPUBLIC)
    assert book.meeting.corrections == corrections
    book.change(item, name="Geheim", public=False, number="7")
    place = next(place for place, step in enumerate(was.steps) if step.action == "change.Speech") - 1
    for gone in (False, True):
        if gone:
            book.remove(item)
        late = load(book)
        late.go(place)
        assert bring_back(book, late, piece(late.shelf, book.shelf, item), AT, whole=True) is Brought.CLOSED
        found = book.meeting.agenda[0]
        assert (found.name, found.public, found.number) == ("Haushalt", False, "7")
        assert found.proceedings[0].public is False


def test_persons_that_are_gone_are_not_named_again(book: Book) -> None:
    filled(book)
    person = book.add(Person(family_name="Weg"), book.shelf.records[book.meeting.key].parent, "persons")
    line = book.add(Attendance(person=person), book.meeting.key, "attendance")
    text = book.add(Speech(text="Fragt.", speaker=person), first(book), "proceedings")
    for key in (text, line, person):
        book.remove(key)
    was = load(book)
    was.go(next(place for place, step in enumerate(was.steps) if step.action == "remove.Speech") - 1)
    assert not bring_back(book, was, piece(was.shelf, book.shelf, line), AT)
    assert line not in book.shelf
    assert bring_back(book, was, piece(was.shelf, book.shelf, text), AT)
    assert (book.shelf.value(text).text, book.shelf.value(text).speaker) == ("Fragt.", None)


def test_what_was_written_behind_closed_doors_does_not_come_back_into_a_public_item(book: Book) -> None:
    filled(book)
    item = first(book)
    book.change(item, public=False)
    changed, gone, same = (book.add(TextEntry(text="Geheim"), item, "proceedings") for _ in range(3))
    was = load(book)
    was.go(len(was.steps) - 1)
    book.change(changed, text="Harmlos")
    book.remove(gone)
    book.change(item, public=True)
    for key in (changed, gone):
        assert bring_back(book, was, piece(was.shelf, book.shelf, key), AT) is Brought.CLOSED
        assert (book.shelf.value(key).text, book.shelf.value(key).public) == ("Geheim", False)
    assert not bring_back(book, was, piece(was.shelf, book.shelf, same), AT)


def test_an_item_whose_number_was_given_away_comes_back_under_the_next_free_one(book: Book) -> None:
    filled(book)
    item = first(book)
    book.change(item, number="1")
    was = load(book)
    was.go(len(was.steps) - 1)
    book.change(item, number="3")
    book.add(AgendaItem(name="Neuer", number="1", public=book.meeting.agenda[0].public), book.meeting.key, "agenda")
    bring_back(book, was, piece(was.shelf, book.shelf, item), AT)
    assert sorted(one.number or "" for one in book.meeting.agenda) == ["1", "2"]
