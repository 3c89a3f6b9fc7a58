"""The roll call as a widget: names in two orders, the search, statements for the record, and 57 members by keys."""

import pytest

from desktop.models import intake
from desktop.models.book import Book
from desktop.models.exchange import session_file
from desktop.models.values import (
    AttendanceStatus,
    Ballot,
    Choice,
    Entry,
    FactionRow,
    Person,
    Vote,
    VoteMethod,
    VoteStatement,
)
from desktop.ui.bus import Bus
from desktop.ui.desk.presence import attendance_acts as acts
from desktop.ui.desk.voting.grid_search import MemberSearch
from desktop.ui.desk.voting.grid_statements import StatementLine
from tests.conftest import SHARED
from tests.ui.conftest import TestClock
from tests.ui.desk.council import line, make, person
from tests.ui.desk.voting.test_grid import Shown, opened, stored
from tests.ui.keys import press, type_text, wait_until

KEYS = {Choice.YES: "j", Choice.NO: "n", Choice.ABSTENTION: "e", Choice.NOT_VOTING: "-"}


@pytest.fixture
def council(book: Book) -> Book:
    """An open meeting of twelve members and a mayor, one item that runs."""
    return make(book)


@pytest.fixture
def grid(council: Book, bus: Bus, clock: TestClock) -> Shown:
    """A roll call in the running item, opened for typing."""
    key = council.add(Vote(method=VoteMethod.ROLL_CALL), council.meeting.agenda[0].key, "proceedings")
    shown = opened(council, bus, key, clock)
    wait_until(lambda: shown.table.hasFocus(), "focus in the roll call")
    return shown


def called(grid: Shown) -> str:
    """The member at the caret."""
    caret = grid.table.currentIndex()
    return str(caret.siblingAtColumn(caret.column() - 1).data()).split(" (")[0]


def test_who_is_next_is_said(grid: Shown) -> None:
    foot = grid.editor._foot
    assert foot._calling.text() == "Jetzt: Frau Amsel0 (CDU) – noch 13"
    type_text("j", grid.table)
    assert foot._calling.text() == "Jetzt: Frau Amsel1 (CDU) – noch 12"
    assert (grid.cell(0, 1), grid.cell(1, 1)) == ("Ja", "…")
    type_text("jjjjnnnn---j", grid.table)
    assert foot._calling.text() == "Alle sind aufgerufen."
    assert foot._counts.text().split(" · ") == [
        "Gesamt 6 Ja, 4 Nein, 3 nicht teilg.",
        "CDU 5 Ja",
        "SPD 4 Nein",
        "GRÜNE 3 nicht teilg.",
        "Bürgermeister Held 1 Ja",
    ]


def test_the_other_order_is_one_key_and_stays_for_the_next_roll_call(
    council: Book, bus: Bus, clock: TestClock, grid: Shown
) -> None:
    type_text("r", grid.table)
    assert called(grid) == "Frau Amsel0"
    council.change(person(council, "Amsel0"), family_name="Zeisig")
    again = opened(council, bus, stored(council).key, clock)
    type_text("r", again.table)
    assert called(again) == "Frau Amsel1"
    type_text("j" * 12 + "n\n", again.table)
    vote = stored(council)
    assert (vote.ballots[-1].person, vote.ballots[-1].choice) == (person(council, "Zeisig"), Choice.NO)
    key = council.add(Vote(method=VoteMethod.ROLL_CALL), council.meeting.agenda[0].key, "proceedings")
    assert called(opened(council, bus, key, clock)) == "Frau Amsel1"


@pytest.mark.parametrize("keys", ["Ctrl+F", "/"])
def test_a_member_is_found_by_name(grid: Shown, keys: str) -> None:
    press(keys) if len(keys) > 1 else type_text(keys)
    line = grid.editor.findChild(MemberSearch)
    assert line is not None
    assert line.who.hasFocus()
    type_text("hel\n")
    assert called(grid) == "Held"
    assert grid.table.hasFocus()
    type_text("n")
    assert grid.cell(12, 1) == "Nein"


def test_esc_leaves_the_search_and_not_the_vote(grid: Shown) -> None:
    press("Ctrl+F")
    type_text("xy")
    press("Esc")
    assert (grid.finished, grid.table.hasFocus(), called(grid)) == (0, True, "Frau Amsel0")


def test_a_sentence_in_the_search_goes_to_the_ready_line(grid: Shown) -> None:
    press("Ctrl+F")
    type_text("das ist jetzt aber kein Name\n")
    assert grid.blind == ["das ist jetzt aber kein Name"]


def test_enter_before_all_are_called_asks_once(grid: Shown) -> None:
    type_text("jjj\n", grid.table)
    assert grid.finished == 0
    assert grid.outcome[1] == "10 Mitglieder sind noch nicht aufgerufen – noch einmal Enter beendet trotzdem"
    type_text("\n", grid.table)
    assert grid.finished == 1


def test_many_members_stand_in_blocks_and_the_call_goes_down_each(council: Book, bus: Bus, clock: TestClock) -> None:
    body = council.shelf.records[council.meeting.key].parent
    for number in range(44):
        added = council.add(Person(family_name=f"Neu{number:02}"), body, "persons")
        council.add(line(added), council.meeting.key, "attendance")
    key = council.add(Vote(method=VoteMethod.ROLL_CALL), council.meeting.agenda[0].key, "proceedings")
    shown = opened(council, bus, key, clock)
    model = shown.table.model()
    shown.editor.heightForWidth(900)
    assert model.columnCount() >= 4
    assert model.rowCount() * model.columnCount() // 2 >= 57
    type_text("j" * model.rowCount(), shown.table)
    assert (shown.table.currentIndex().row(), shown.table.currentIndex().column()) == (0, 3)
    shown.editor.heightForWidth(250)
    assert model.columnCount() == 2
    assert shown.table.currentIndex().column() == 1


# --- for the record


@pytest.mark.parametrize("key", ["F9", "Ctrl+9"])
def test_f9_notes_how_a_member_voted(council: Book, grid: Shown, key: str) -> None:
    press(key)
    type_text("he\t")
    line = grid.editor.findChild(StatementLine)
    assert line is not None
    assert line.how.hasFocus()
    type_text("n\n")
    held = person(council, "Held")
    assert stored(council).on_request == (VoteStatement(person=held, text="hat mit Nein gestimmt"),)
    assert grid.table.hasFocus()
    press(key)
    type_text("he\nenthält sich nicht\n")
    assert stored(council).on_request == (VoteStatement(person=held, text="enthält sich nicht"),)


def test_statements_are_listed_and_taken_out(council: Book, grid: Shown) -> None:
    council.change(person(council, "Birke2"), family_name="Birkner")
    for name, way in (("he", "j"), ("birkn", "e")):
        press("F9")
        type_text(f"{name}\n{way}\n")
    statements = grid.editor._extras.statements
    assert [button.accessibleName() for button in statements.remove_buttons()] == [
        "Entfernen: Bürgermeister Held hat mit Ja gestimmt",
        "Entfernen: Frau Birkner hat sich der Stimme enthalten",
    ]
    press("Return", statements.remove_buttons()[0])
    assert [one.person for one in stored(council).on_request] == [person(council, "Birkner")]
    council.undo()
    assert len(stored(council).on_request) == 2
    assert len(statements.remove_buttons()) == 2


def test_esc_gives_a_statement_up(council: Book, grid: Shown) -> None:
    press("F9")
    type_text("he\t")
    press("Esc")
    assert (stored(council).on_request, grid.finished, grid.table.hasFocus()) == ((), 0, True)


# --- 57 members


def test_roll_calls_of_57_members_typed_by_keys_give_the_tables_of_the_source(
    book: Book, bus: Bus, clock: TestClock
) -> None:
    path = SHARED / "cases" / "md-01.json"
    if not path.exists():
        pytest.skip("real cases are not here")
    book.open_meeting(intake.take_in(book, session_file.read(path.read_bytes())).meetings[0])
    given = [
        (item.key, entry)
        for item in book.meeting.agenda
        for entry in item.proceedings
        if isinstance(entry, Vote) and entry.method is VoteMethod.ROLL_CALL
    ]
    assert len(given) > 5
    acts.add_members(book)
    for seat in book.meeting.attendance:
        book.change(seat.key, status=AttendanceStatus.PRESENT)
    for item, source in given:
        key = book.add(Vote(method=VoteMethod.OPEN), item, "proceedings")
        shown = opened(book, bus, key, clock)
        type_text("p", shown.table)
        _call(shown, source)
        typed = _vote(book, key)
        assert shown.finished == 1
        assert _ballots(typed) == _ballots(source)
        assert _rows(book, typed) == _rows(book, source)
        assert _totals(typed) == _totals(source)
        shown.window.close()
        shown.editor.deleteLater()


def _call(shown: Shown, source: Vote) -> None:
    choices = {ballot.person: ballot.choice for ballot in source.ballots}
    members = shown.editor.grid.sheet.members
    assert len(members) == 57
    type_text("".join(KEYS[choices[member.person]] for member in members) + "\n", shown.table)


def _vote(book: Book, key: str) -> Vote:
    value: Entry = book.shelf.value(key)  # type: ignore[assignment]
    assert isinstance(value, Vote)
    return value


def _ballots(vote: Vote) -> list[tuple[str, Choice]]:
    return sorted((ballot.person, ballot.choice) for ballot in vote.ballots)


def _totals(vote: Vote) -> tuple[int, ...]:
    return (vote.yes or 0, vote.no or 0, vote.abstentions or 0, vote.not_voting or 0)


def _rows(book: Book, vote: Vote) -> dict[str | None, tuple[int, ...]]:
    def cells(row: FactionRow) -> tuple[int, ...]:
        return (row.yes or 0, row.no or 0, row.abstentions or 0, row.not_voting or 0)

    # The source has a group of one for the mayor, who is no member of a faction: here she is a row of her own.
    sides = {line.person: line.on_behalf_of for line in book.meeting.attendance}
    return {row.organization or sides[row.person or ""]: cells(row) for row in vote.by_faction}


def test_an_invented_roll_call_of_thirteen_gives_its_table(council: Book, grid: Shown) -> None:
    type_text("jjnjennn-eejj\n", grid.table)
    vote = stored(council)
    assert [ballot.choice for ballot in vote.ballots[:5]] == [
        Choice.YES,
        Choice.YES,
        Choice.NO,
        Choice.YES,
        Choice.ABSTENTION,
    ]
    assert all(isinstance(ballot, Ballot) for ballot in vote.ballots)
    assert [_row(row) for row in vote.by_faction] == [(3, 1, 1, 0), (0, 3, 0, 1), (1, 0, 2, 0), (1, 0, 0, 0)]
    assert _totals(vote) == (5, 4, 3, 1)


def _row(row: FactionRow) -> tuple[int, ...]:
    return (row.yes or 0, row.no or 0, row.abstentions or 0, row.not_voting or 0)
