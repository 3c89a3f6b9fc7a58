"""The book: what is changed is on disk, can be undone, and comes back after a restart."""

from pathlib import Path

import pytest

from desktop.models import logbook, queries, schema, storage
from desktop.models.book import Book
from desktop.models.errors import BookBusy, BookClosed, BookTooNew, MeetingUnknown, NotABook, StillInUse, StorageFailed
from desktop.models.values import (
    AgendaItem,
    Body,
    FactionRow,
    Meeting,
    Membership,
    Organization,
    Person,
    Speech,
    TextEntry,
    Vote,
)
from tests.conftest import SetClock

LONG = "Frau Muster fragt nach den Kosten der neuen Brücke. " * 3


def filled(book: Book) -> str:
    """A body, a committee, a member and a meeting with one item; returns the meeting's key, the meeting is open."""
    body = book.add(Body(name="Stadt Musterau"), None, "bodies")
    book.open_body(body)
    committee = book.add(Organization(name="Hauptausschuss"), body, "organizations")
    member = Person(family_name="Muster", title=("Dr.",), memberships=(Membership(organization=committee),))
    person = book.add(member, body, "persons")
    vote = Vote(yes=3, by_faction=(FactionRow(organization=committee, yes=3),))
    item = AgendaItem(name="Haushalt", public=True, proceedings=(Speech(text="Erste", speaker=person), vote))
    meeting = Meeting(name="1. Sitzung", start="2026-03-05", organizations=(committee,), agenda=(item,))
    key = book.add(meeting, body, "meetings")
    book.open_meeting(key)
    return key


def history_rows(book: Book) -> int:
    return book.read(lambda db: schema.History.select().count(db))


def test_what_was_typed_is_there_after_reopening(tmp_path: Path, clock: SetClock, book: Book) -> None:
    key = filled(book)
    entry = book.meeting.agenda[0].proceedings[0].key
    for length in range(1, 6):
        book.change(entry, typing=True, text="Frau "[:length])
    before = book.meeting
    assert book.close()
    again = Book(tmp_path / "test.book", clock.now)
    assert again.open_meeting(key) == before
    again.close()


def test_a_question_after_the_end_is_answered_with_the_end(book: Book) -> None:
    filled(book)
    assert book.close()
    with pytest.raises(BookClosed):
        book.query(lambda db: schema.History.select().count(db)).result(timeout=5)


def test_typing_merges_into_one_step_until_another_field_or_ten_seconds(book: Book, clock: SetClock) -> None:
    filled(book)
    entry = book.meeting.agenda[0].proceedings[0].key
    rows = history_rows(book)
    for text in ("E", "Er", "Ers"):
        book.change(entry, typing=True, text=text)
    assert history_rows(book) == rows + 1
    clock.forward(11)
    book.change(entry, typing=True, text="Erst")
    assert history_rows(book) == rows + 2
    book.undo()
    assert book.shelf.records[entry].data["text"] == "Ers"
    book.undo()
    assert book.shelf.records[entry].data["text"] == "Erste"


def test_closing_a_typing_step_by_hand_splits_the_undo(book: Book) -> None:
    filled(book)
    entry = book.meeting.agenda[0].proceedings[0].key
    book.change(entry, typing=True, text="A")
    book.end_typing()
    book.change(entry, typing=True, text="AB")
    book.undo()
    assert book.shelf.records[entry].data["text"] == "A"


def test_undo_survives_a_restart_and_names_what_it_takes_back(tmp_path: Path, clock: SetClock, book: Book) -> None:
    key = filled(book)
    item = book.meeting.agenda[0].key
    with_item = book.meeting
    book.remove(item)
    assert book.undo_action == ("remove.AgendaItem", {})
    book.close()
    again = Book(tmp_path / "test.book", clock.now)
    assert again.open_meeting(key).agenda == ()
    assert again.undo_action == ("remove.AgendaItem", {})
    again.undo()
    assert again.meeting == with_item
    assert again.redo_action == ("remove.AgendaItem", {})
    again.close()


def test_an_error_inside_a_step_takes_all_of_it_back(book: Book) -> None:
    filled(book)
    before, rows = book.meeting, history_rows(book)

    def stumble() -> None:
        with book.step("test"):
            book.add(AgendaItem(name="Neu", public=True), book.meeting.key, "agenda")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        stumble()
    assert book.meeting == before
    assert history_rows(book) == rows


def test_moving_keeps_order_even_where_no_gap_is_left(book: Book) -> None:
    filled(book)
    meeting = book.meeting.key
    for number in range(30):  # always into the same gap, until it is used up
        book.add(AgendaItem(name=str(number), public=True), meeting, "agenda", index=1)
    names = [item.name for item in book.meeting.agenda]
    assert names == ["Haushalt", *(str(number) for number in reversed(range(30)))]
    book.move(book.meeting.agenda[-1].key, 0)
    assert [item.name for item in book.meeting.agenda] == ["0", *names[:-1]]


def test_an_entry_moves_to_another_item_and_back(book: Book) -> None:
    filled(book)
    other = book.add(AgendaItem(name="Zweiter", public=True), book.meeting.key, "agenda")
    before = book.meeting
    book.move(book.meeting.agenda[0].proceedings[0].key, 0, parent=other)
    assert [len(item.proceedings) for item in book.meeting.agenda] == [1, 1]
    book.undo()
    assert book.meeting == before


def test_a_change_is_announced_with_what_it_touched(book: Book) -> None:
    filled(book)
    seen = []
    book.on_changed = seen.append
    item = book.meeting.agenda[0]
    book.change(item.key, name="Nachtrag")
    added = book.add(TextEntry(text="x"), item.key, "proceedings")
    book.remove(added)
    assert seen[0].fields == {item.key: frozenset({"name"})}
    assert added in seen[1].came
    assert item.key in seen[1].parents
    assert added in seen[2].went


def test_saying_the_same_again_changes_nothing(book: Book) -> None:
    filled(book)
    rows = history_rows(book)
    book.change(book.meeting.key, name="1. Sitzung")
    assert history_rows(book) == rows


def test_a_person_in_use_stays(book: Book) -> None:
    filled(book)
    person = book.session().persons[0].key
    with pytest.raises(StillInUse):
        book.remove(person)
    book.change(book.meeting.agenda[0].proceedings[0].key, speaker=None)
    book.remove(person)
    assert book.session().persons == ()


def test_a_second_process_is_told_that_the_book_is_open(tmp_path: Path, clock: SetClock, book: Book) -> None:
    with pytest.raises(BookBusy):
        Book(tmp_path / "test.book", clock.now)


def test_a_book_of_a_newer_program_is_refused_and_left_alone(tmp_path: Path, clock: SetClock, book: Book) -> None:
    book.read(lambda db: db.execute_sql("PRAGMA user_version=99"))
    book.close()
    content = (tmp_path / "test.book").read_bytes()
    with pytest.raises(BookTooNew):
        Book(tmp_path / "test.book", clock.now)
    assert (tmp_path / "test.book").read_bytes() == content


def test_other_files_are_no_books(tmp_path: Path, clock: SetClock) -> None:
    (tmp_path / "letter.txt").write_text("Sehr geehrte Damen und Herren, " * 99)
    with pytest.raises(NotABook):
        Book(tmp_path / "letter.txt", clock.now)
    with pytest.raises(StorageFailed):
        Book(tmp_path / "letter.txt" / "below.book", clock.now)


def test_unknown_meetings_are_named(book: Book) -> None:
    with pytest.raises(MeetingUnknown):
        book.open_meeting("nowhere")


def test_the_file_is_one_file_after_closing_and_keeps_its_settings(tmp_path: Path, book: Book) -> None:
    filled(book)
    modes = [
        book.read(lambda db, p=p: db.execute_sql(f"PRAGMA {p}").fetchone()[0])
        for p in ("journal_mode", "synchronous", "secure_delete", "foreign_keys")
    ]
    assert modes == ["wal", 2, 1, 1]
    assert book.read(lambda db: db.execute_sql("PRAGMA application_id").fetchone()[0]) == storage.APPLICATION_ID
    assert book.read(queries.integrity) == []
    book.close()
    assert [path.name for path in tmp_path.iterdir()] == ["test.book"]


def test_saved_is_announced_when_the_disk_has_it(book: Book) -> None:
    filled(book)
    saved: list[int] = []
    book.on_saved = saved.append
    book.change(book.meeting.key, name="2. Sitzung")
    book.read(queries.meetings)
    assert saved
    assert book.read(queries.meetings)[0].name == "2. Sitzung"


def test_an_inner_step_that_fails_is_taken_back_alone(book: Book) -> None:
    filled(book)

    def stumble() -> None:
        with book.step("inner"):
            book.change(book.meeting.key, room="Keller")
            raise ZeroDivisionError

    with book.step("outer"):
        book.change(book.meeting.key, place="Musterau")
        with pytest.raises(ZeroDivisionError):
            stumble()
    assert (book.meeting.room, book.meeting.place) == (None, "Musterau")
    book.undo()
    assert book.meeting.place is None


def test_undo_goes_on_rightly_where_the_window_of_the_log_begins(
    tmp_path: Path, clock: SetClock, book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Undo and redo across the oldest step that is read at the start."""
    key = filled(book)
    for name in ("a", "b"):
        book.change(key, name=name)
    book.undo()
    book.change(key, name="c")
    for act in (book.undo, book.undo, book.redo, book.redo):
        act()
    expected = []
    for steps_kept in (1000, 6):
        book.close()
        monkeypatch.setattr(logbook, "STEPS_KEPT", steps_kept)
        book = Book(tmp_path / "test.book", clock.now)
        book.open_meeting(key)
        expected.append((book.undo_action, book.meeting.name))
    assert expected[0] == expected[1]
    book.undo()
    assert book.meeting.name == "a"
    book.close()


@pytest.mark.parametrize("gone", [False, True])
def test_a_step_that_changed_a_long_text_twice_is_undone_while_another_meeting_is_open(book: Book, gone: bool) -> None:
    key = filled(book)
    entry = book.add(TextEntry(text=LONG), book.meeting.agenda[0].key, "proceedings")
    body = book.shelf.records[key].parent
    other = book.add(Meeting(name="2. Sitzung", start="2026-04-05"), body, "meetings")
    before = book.meeting
    with book.step("test"):
        for text in (LONG + "Ende", "Anfang" + LONG + "Ende", "Anfang" + LONG[:60] + "Mitte" + LONG[60:] + "Ende"):
            book.change(entry, text=text)
        if gone:
            book.remove(entry)
    after = book.meeting
    for act, expected in ((book.undo, before), (book.redo, after)):
        book.open_meeting(other)
        act()
        assert book.open_meeting(key) == expected
