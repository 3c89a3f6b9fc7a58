"""The vote grid as a widget: key events in, the vote in the book out."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QSpinBox, QWidget

from desktop.clock import stamp
from desktop.models import intake
from desktop.models.book import Book
from desktop.models.exchange import session_file
from desktop.models.rules.motions import is_finished
from desktop.models.values import (
    AgendaItem,
    AttendanceStatus,
    Choice,
    FactionRow,
    Land,
    Majority,
    Organization,
    Person,
    Recusal,
    Rest,
    Vote,
    VoteMethod,
    VoteOption,
)
from desktop.paths import profiles_dir, resource
from desktop.ui import house
from desktop.ui.bus import Bus
from desktop.ui.desk.presence import attendance_acts as acts
from desktop.ui.desk.voting.grid import GridEditor
from desktop.ui.desk.voting.grid_table import KeyTable
from desktop.ui.desk.voting.vote_details import VoteDetails
from tests.conftest import SHARED
from tests.ui.conftest import TestClock
from tests.ui.desk.council import make, person
from tests.ui.keys import press, show, type_text, wait_until


@pytest.fixture
def council(book: Book) -> Book:
    """An open meeting of twelve members and a mayor, one item that runs."""
    return make(book)


def item(book: Book) -> AgendaItem:
    return book.meeting.agenda[0]


def stored(book: Book) -> Vote:
    (vote,) = [entry for entry in item(book).proceedings if isinstance(entry, Vote)]
    return vote


def names(book: Book, rows: tuple[FactionRow, ...]) -> list[tuple[str, int | None, int | None, int | None]]:
    found = []
    for row in rows:
        value = book.shelf.value(row.organization or row.person or "")
        assert isinstance(value, Organization | Person)
        name = value.name if isinstance(value, Organization) else value.family_name or ""
        found.append((name, row.yes, row.no, row.abstentions))
    return found


class Seconds:
    """A clock for keys that goes on by a pause with each: every key is meant unless told otherwise."""

    def __init__(self, pause: float = 1.0) -> None:
        self.now, self.pause = 100.0, pause

    def __call__(self) -> float:
        self.now += self.pause
        return self.now


class Shown:
    """An editor on the screen and what it says."""

    def __init__(self, window: QWidget, editor: GridEditor, seconds: Seconds) -> None:
        self.window = window
        self.editor = editor
        self.seconds = seconds
        self.finished = 0
        self.blind: list[str] = []
        editor.finished.connect(self._count)
        editor.blindText.connect(self.blind.append)

    def _count(self) -> None:
        self.finished += 1

    @property
    def table(self) -> KeyTable:
        return next(table for table in self.editor.findChildren(KeyTable) if not table.isHidden())

    def cell(self, row: int, column: int, role: Qt.ItemDataRole = Qt.ItemDataRole.DisplayRole) -> object:
        return self.table.model().index(row, column).data(role)

    @property
    def outcome(self) -> tuple[str, str]:
        return self.editor._foot.texts()


@pytest.fixture
def grid(council: Book, bus: Bus, clock: TestClock) -> Shown:
    """A vote in the running item, opened for typing."""
    key = council.add(Vote(method=VoteMethod.OPEN), item(council).key, "proceedings")
    return opened(council, bus, key, clock)


def count_totals(book: Book) -> None:
    """The house begins to count in Gesamt."""
    folder = profiles_dir(book.path.parent)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "standard.toml").write_text('[votes]\nzaehlweise = "gesamt"\n', encoding="utf-8")


def opened(book: Book, bus: Bus, key: str, clock: TestClock) -> Shown:
    window = QWidget()
    window.resize(900, 500)
    seconds = Seconds()
    editor = GridEditor(book, bus, key, window, clock=clock, seconds=seconds)
    editor.resize(880, editor.sizeHint().height())
    window.show()
    window.activateWindow()
    editor.start()
    return Shown(window, editor, seconds)


def test_it_opens_with_the_rest_as_ja(council: Book, grid: Shown) -> None:
    assert [grid.cell(row, 1) for row in range(5)] == ["(13)", "(5)", "(4)", "(3)", "(1)"]
    assert grid.cell(1, 0) == "5"
    assert (grid.table.currentIndex().row(), grid.table.currentIndex().column()) == (1, 1)
    assert grid.outcome == ("angenommen: 13 Ja > 0 Nein, Enthaltungen zählen nicht", "")
    assert stored(council).yes is None


def test_a_number_ends_where_the_keyboard_goes_elsewhere(grid: Shown) -> None:
    show(grid.window)
    type_text("3", grid.table)
    table = grid.table
    press("Tab")
    assert QApplication.focusWidget() is not table
    table.setFocus()
    type_text("2", table)
    assert grid.cell(1, 1) == "2"


def test_einstimmig_is_one_letter_and_enter(council: Book, grid: Shown) -> None:
    type_text("a\n", grid.table)
    vote = stored(council)
    assert (vote.yes, vote.no, vote.abstentions, vote.present, vote.statutory) == (13, 0, 0, 13, 15)
    assert (vote.accepted, vote.unanimous, vote.verdict) == (True, True, "Einstimmig beschlossen")
    assert names(council, vote.by_faction) == [
        ("CDU", 5, None, None),
        ("SPD", 4, None, None),
        ("GRÜNE", 3, None, None),
        ("Held", 1, None, None),
    ]
    assert grid.finished == 1


def test_a_split_vote_and_its_outcome(council: Book, grid: Shown) -> None:
    type_text("n", grid.table)
    press("Down", grid.table)
    type_text(" ", grid.table)
    press("Down", grid.table)
    type_text("2e", grid.table)
    assert grid.outcome == ("angenommen: 7 Ja > 6 Nein, Enthaltungen zählen nicht", "")
    assert stored(council).accepted is None
    type_text("1\n\n", grid.table)
    vote = stored(council)
    assert (vote.yes, vote.no, vote.abstentions, vote.rest) == (6, 6, 1, Rest.YES)
    assert (vote.accepted, vote.verdict) == (False, "Bei Stimmengleichheit abgelehnt")
    assert names(council, vote.by_faction)[:3] == [("CDU", 4, None, 1), ("SPD", 0, 4, None), ("GRÜNE", 1, 2, None)]


def test_every_key_is_in_the_book_at_once(council: Book, grid: Shown) -> None:
    type_text("n3", grid.table)
    assert (stored(council).yes, stored(council).no) == (10, 3)
    type_text("1", grid.table)
    assert stored(council).no == 31
    assert grid.cell(1, 2) == "31 !"
    press("Esc", grid.table)
    assert (stored(council).accepted, stored(council).verdict) == (None, None)
    assert grid.finished == 1


def test_a_screen_reader_hears_row_column_and_number(grid: Shown) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    assert grid.cell(1, 1, role) == "CDU, Ja, 5, der Rest"
    type_text("n3", grid.table)
    assert grid.cell(1, 2, role) == "CDU, Nein, 3"
    assert grid.cell(1, 0, role) == "CDU, anwesend, 5"
    assert grid.cell(1, 5, role) == "CDU, nichts offen"
    type_text("9", grid.table)
    assert grid.cell(1, 5, role) == "CDU, 34 zu viel"
    press("Backspace", grid.table)
    assert grid.cell(2, 3, role) == "SPD, Enthaltungen, leer"
    assert grid.cell(0, 1, role) == "Gesamt, Ja, 10, der Rest"


def test_open_in_one_row_and_too_many_in_another_are_both_said(grid: Shown) -> None:
    type_text("4", grid.table)
    press("Down", grid.table)
    type_text("9", grid.table)
    outcome, doubts = grid.outcome
    assert doubts == "offen: 1 · 5 zu viel"
    assert outcome.startswith("noch kein Ergebnis")
    assert grid.editor._foot.verdict.placeholderText() == ""


def test_blind_text_leaves_the_vote_as_it_was(council: Book, grid: Shown) -> None:
    before = stored(council)
    grid.seconds.pause = 0.1
    type_text("Er", grid.table)
    type_text("ö", grid.table)
    assert grid.blind == ["Erö"]
    assert stored(council) == before
    assert grid.cell(1, 1) == "(5)"


def test_blind_text_after_a_deliberate_number_keeps_the_number(council: Book, grid: Shown) -> None:
    type_text("n2", grid.table)
    press("Down", grid.table)
    grid.seconds.pause = 0.1
    type_text("anf", grid.table)
    assert grid.blind == ["anf"]
    assert (stored(council).no, stored(council).unanimous) == (2, None)


def test_undo_takes_the_last_key_back(council: Book, grid: Shown) -> None:
    type_text("n3", grid.table)
    press("Down", grid.table)
    type_text("2", grid.table)
    council.undo()
    assert (stored(council).no, grid.cell(2, 2), grid.cell(1, 2)) == (3, "", "3")
    council.undo()
    assert (stored(council).no, grid.cell(1, 2)) == (None, "")
    council.redo()
    assert grid.cell(1, 2) == "3"


def test_who_comes_while_it_is_open_is_counted(council: Book, grid: Shown) -> None:
    line = council.meeting.attendance[0]
    council.change(line.key, status=AttendanceStatus.EXCUSED)
    assert (grid.cell(1, 1), grid.cell(0, 1)) == ("(4)", "(12)")
    council.change(line.key, status=AttendanceStatus.PRESENT)
    assert (grid.cell(1, 1), grid.cell(0, 1)) == ("(5)", "(13)")


def test_who_is_recused_does_not_vote_and_is_named(council: Book, grid: Shown) -> None:
    person = council.meeting.attendance[0].person
    council.add(Recusal(person=person), item(council).key, "recusals")
    type_text("a\n", grid.table)
    vote = stored(council)
    assert (vote.yes, vote.present, vote.recused, vote.recused_persons) == (12, 12, 1, (person,))


def test_the_wording_is_proposed_and_can_be_edited(council: Book, grid: Shown) -> None:
    type_text("a\n", grid.table)
    verdict = grid.editor._foot.verdict
    assert verdict.text() == "Einstimmig beschlossen"
    verdict.clear()
    type_text("Einmütig", verdict)
    assert stored(council).verdict == "Einmütig"
    type_text("n4\n\n", grid.table)
    assert (stored(council).verdict, stored(council).no) == ("Einmütig", 4)


def test_the_wording_follows_the_numbers_of_a_vote_opened_again(
    council: Book, bus: Bus, grid: Shown, clock: TestClock
) -> None:
    type_text("a\n", grid.table)
    again = opened(council, bus, stored(council).key, clock)
    assert again.cell(1, 1) == "(5)"
    type_text("n", again.table)
    assert stored(council).verdict == "Einstimmig beschlossen"
    type_text(" ", again.table)
    assert (stored(council).verdict, stored(council).unanimous) == ("Mehrheitlich beschlossen", None)


def test_opening_and_closing_changes_nothing(council: Book, bus: Bus, clock: TestClock) -> None:
    vote = Vote(yes=45, accepted=True, verdict="mehrheitlich zugestimmt", method=VoteMethod.OPEN)
    key = council.add(vote, item(council).key, "proceedings")
    before = stored(council)
    shown = opened(council, bus, key, clock)
    type_text("\n", shown.table)
    press("Esc", shown.table)
    assert stored(council) == before
    assert shown.outcome[1] == "32 zu viel"


def test_the_chair_may_announce_something_else(council: Book, grid: Shown) -> None:
    type_text("n9\n\n", grid.table)
    choose("j", grid.editor._foot._announced)
    vote = stored(council)
    assert (vote.accepted, vote.verdict) == (True, "Mehrheitlich beschlossen")
    assert grid.outcome[0].startswith("angenommen laut Vorsitz")


def choose(key: str, field: QWidget) -> None:
    """Chooses by a key and goes back to the numbers."""
    type_text(key, field)
    press("Return", field)


def in_land(book: Book, land: Land) -> None:
    """Moves the council to another Land."""
    book.change(book.shelf.records[book.meeting.key].parent or "", state=land)


def headings(grid: Shown) -> list[object]:
    model = grid.table.model()
    return [model.headerData(place, Qt.Orientation.Horizontal) for place in range(model.columnCount())]


def test_where_the_law_knows_no_abstaining_the_column_is_hidden(
    council: Book, bus: Bus, clock: TestClock, grid: Shown
) -> None:
    assert headings(grid) == ["anw.", "Ja", "Nein", "Enth.", "nicht teilg.", "noch offen"]
    in_land(council, Land.BY)
    bavarian = opened(council, bus, stored(council).key, clock)
    assert headings(bavarian) == ["anw.", "Ja", "Nein", "nicht teilg.", "noch offen"]
    said: list[str] = []
    bavarian.editor.said.connect(said.append)
    type_text("e", bavarian.table)
    paragraph = house.law(council).votes.paragraph
    words = f"Enthaltung ist nicht vorgesehen ({paragraph}) – noch einmal E öffnet die Spalte trotzdem"
    assert said == [words]
    assert bavarian.outcome[1] == words
    assert "Bayern" not in words
    type_text("e1\n\n", bavarian.table)
    assert headings(bavarian)[3] == "Enth."
    assert (stored(council).yes, stored(council).abstentions) == (12, 1)


def test_abstentions_of_an_imported_vote_are_shown_whatever_the_law_says(
    council: Book, bus: Bus, clock: TestClock
) -> None:
    in_land(council, Land.BY)
    key = council.add(Vote(method=VoteMethod.OPEN, yes=10, no=1, abstentions=2), item(council).key, "proceedings")
    assert "Enth." in headings(opened(council, bus, key, clock))


def test_the_majority_is_chosen_in_the_head(council: Book, grid: Shown) -> None:
    majority = grid.editor._head._majority
    assert majority.currentText() == "einfache"
    type_text("n5", grid.table)
    choose("3", majority)
    assert grid.outcome[0] == "abgelehnt: 10 von 15 Mitgliedern nötig, 8 Ja"
    type_text("\n\n", grid.table)
    vote = stored(council)
    assert (vote.majority, vote.accepted, vote.yes) == (Majority.TWO_THIRDS_OF_MEMBERS, False, 8)
    choose("1", majority)
    assert (stored(council).majority, stored(council).accepted) == (Majority.SIMPLE, True)


def test_an_edited_wording_is_flagged_when_the_numbers_leave_it_behind(council: Book, grid: Shown) -> None:
    type_text("a\n", grid.table)
    foot = grid.editor._foot
    foot.verdict.clear()
    type_text("Einmütig angenommen", foot.verdict)
    assert foot._late.isHidden()
    type_text("n4\n\n", grid.table)
    assert stored(council).verdict == "Einmütig angenommen"
    assert foot._late.text().startswith(
        "Der Wortlaut passt nicht mehr zu den Zahlen. Nach ihnen: Mehrheitlich beschlossen"
    )
    foot._renew.click()
    assert (stored(council).verdict or "").startswith("Mehrheitlich beschlossen")
    assert foot._late.isHidden()


def test_a_wording_left_behind_earlier_is_flagged_when_the_vote_is_opened_again(
    council: Book, bus: Bus, grid: Shown, clock: TestClock
) -> None:
    type_text("a\n", grid.table)
    grid.editor._foot.verdict.clear()
    type_text("Einmütig angenommen", grid.editor._foot.verdict)
    council.end_typing()
    type_text("n4\n\n", grid.table)
    again = opened(council, bus, stored(council).key, clock)
    wait_until(lambda: not again.editor._foot._late.isHidden(), "the history tells")
    again.editor._foot._renew.click()
    assert again.editor._foot._late.isHidden()
    assert (stored(council).verdict or "").startswith("Mehrheitlich beschlossen")


def test_what_the_chair_announced_against_the_numbers_is_said_in_words(council: Book, grid: Shown) -> None:
    type_text("n9", grid.table)
    choose("j", grid.editor._foot._announced)
    assert grid.outcome[0].startswith("angenommen laut Vorsitz, entgegen den Zahlen (8 Ja < 9 Nein")
    assert stored(council).accepted is True


def test_a_faction_table_with_two_rows_of_one_faction_is_edited_row_by_row(
    council: Book, bus: Bus, clock: TestClock
) -> None:
    faction = next(key for key, one in council.shelf.records.items() if one.data.get("name") == "CDU")
    rows = (FactionRow(organization=faction, yes=3), FactionRow(organization=faction, no=2))
    vote = Vote(method=VoteMethod.OPEN, yes=3, no=2, abstentions=0, accepted=True, by_faction=rows)
    key = council.add(vote, item(council).key, "proceedings")
    shown = opened(council, bus, key, clock)
    type_text("j4", shown.table)
    assert [(row.yes, row.no) for row in stored(council).by_faction if row.organization == faction] == [
        (4, None),
        (None, 2),
    ]


def test_details_open_and_close_with_alt_enter(council: Book, grid: Shown) -> None:
    wait_until(lambda: grid.table.hasFocus(), "focus in the table")
    press("Alt+Return", grid.table)
    (details,) = grid.editor.findChildren(VoteDetails)
    assert not details.isHidden()
    assert details.isAncestorOf(QApplication.focusWidget())
    press("Esc")
    assert grid.editor._extras.details.isHidden()
    assert (grid.finished, grid.table.hasFocus()) == (0, True)


def test_the_number_of_those_present_set_by_hand_is_reckoned_with(council: Book, bus: Bus, clock: TestClock) -> None:
    count_totals(council)
    key = council.add(Vote(method=VoteMethod.OPEN, at=stamp(clock.now())), item(council).key, "proceedings")
    shown = opened(council, bus, key, clock)
    type_text("n3", shown.table)
    council.change(key, present=11)
    assert [shown.cell(0, column) for column in range(3)] == ["11", "(8)", "3"]
    type_text("\b4", shown.table)
    press("Esc", shown.table)
    again = opened(council, bus, key, clock)
    assert [again.cell(0, column) for column in range(3)] == ["11", "(7)", "4"]
    type_text("\n", again.table)
    vote = council.shelf.value(key)
    assert isinstance(vote, Vote)
    assert (vote.yes, vote.no, vote.present) == (7, 4, 11)


def test_a_vote_between_variants_has_them_in_place_of_the_table(council: Book, bus: Bus, clock: TestClock) -> None:
    options = (VoteOption(label="A"), VoteOption(label="B"))
    key = council.add(Vote(method=VoteMethod.OPEN, options=options), item(council).key, "proceedings")
    shown = opened(council, bus, key, clock)
    assert all(table.isHidden() for table in shown.editor.findChildren(KeyTable))
    wait_until(shown.window.isActiveWindow, "the window becomes active")
    type_text("7\n6\n")
    assert [option.votes for option in stored(council).options] == [7, 6]
    assert shown.finished == 1
    assert stored(council).accepted is True


def test_every_control_of_the_grid_has_a_name(council: Book, grid: Shown) -> None:
    press("F9", grid.table)
    controls = (QLineEdit, QComboBox, QPushButton, QSpinBox, KeyTable)
    for kind in controls:
        for one in grid.editor.findChildren(kind):
            assert one.accessibleName() or (isinstance(one, QPushButton) and one.text()), one


def test_a_roll_call_gives_the_faction_table(council: Book, grid: Shown) -> None:
    type_text("p", grid.table)
    assert grid.table.accessibleName() == "Namentliche Abstimmung"
    type_text("jjjjjnnnn", grid.table)
    press("Backspace", grid.table)
    type_text("e--", grid.table)
    assert grid.cell(8, 1) == "Enth."
    assert grid.cell(8, 1, Qt.ItemDataRole.AccessibleTextRole) == "Frau Birke3, SPD, Enth."
    type_text("jj\n", grid.table)
    vote = stored(council)
    assert vote.method is VoteMethod.ROLL_CALL
    assert len(vote.ballots) == 13
    assert vote.ballots[8].choice is Choice.ABSTENTION
    assert names(council, vote.by_faction)[:2] == [("CDU", 5, None, None), ("SPD", None, 3, 1)]
    assert (vote.yes, vote.no, vote.abstentions, vote.not_voting) == (7, 3, 1, 2)


def test_blind_typing_that_begins_with_p_comes_back_to_the_table(council: Book, grid: Shown) -> None:
    before = stored(council)
    grid.seconds.pause = 0.1
    type_text("pri", grid.table)
    assert grid.blind == ["pri"]
    assert stored(council) == before
    assert grid.table.accessibleName() == "Stimmen nach Fraktionen"


def test_a_secret_ballot_has_totals_and_invalid_votes(council: Book, grid: Shown) -> None:
    choose("g", grid.editor._head._method)
    assert grid.table.model().rowCount() == 1
    type_text("7n5", grid.table)
    assert grid.outcome == ("angenommen: 7 Ja > 5 Nein, Enthaltungen zählen nicht", "offen: 1")
    choose("1", grid.editor._head._invalid)
    assert grid.outcome == ("angenommen: 7 Ja > 5 Nein, Enthaltungen zählen nicht", "")
    type_text("\n", grid.table)
    vote = stored(council)
    assert (vote.yes, vote.no, vote.abstentions, vote.invalid, vote.by_faction) == (7, 5, 0, 1, ())


def test_shortcuts_go_past_the_grid(grid: Shown, council: Book) -> None:
    before = stored(council)
    press("Ctrl+J", grid.table)
    press("Alt+N", grid.table)
    press("F4", grid.table)
    assert stored(council) == before
    assert grid.blind == []


def test_tab_leaves_the_table(grid: Shown) -> None:
    wait_until(lambda: grid.table.hasFocus(), "focus in the table")
    press("Tab")
    assert grid.editor._foot.verdict.hasFocus()
    press("Backtab")
    press("Backtab")
    assert QApplication.focusWidget() is grid.editor._head.fields[-1]


def test_the_table_of_seed_004_typed_at_the_desk(book: Book, bus: Bus, clock: TestClock) -> None:
    """Eight factions nobody is listed for: 3, 5, 2, 1, 1, 1, 1, 1 give the vote of the file, field by field."""
    path = SHARED / "cases" / "seed-004.json"
    if not path.exists():
        pytest.skip("real cases are not here")
    book.open_meeting(intake.take_in(book, session_file.read(path.read_bytes())).meetings[0])
    (given,) = [entry for entry in item(book).proceedings if isinstance(entry, Vote)]
    key = book.add(Vote(method=VoteMethod.OPEN, rest=Rest.YES), item(book).key, "proceedings")
    shown = opened(book, bus, key, clock)
    type_text("3\n5\n2\n1\n1\n1\n1\n1\n", shown.table)
    typed = book.shelf.value(key)
    assert isinstance(typed, Vote)
    assert shown.finished == 1
    assert bare(typed) == bare(given)


def bare(vote: Vote) -> object:
    return replace(vote, key="", id=None, by_faction=tuple(replace(row, key="") for row in vote.by_faction))


def test_who_has_left_the_running_item_is_not_counted(council: Book, bus: Bus, clock: TestClock, grid: Shown) -> None:
    acts.leave(council, person(council, "Amsel0"), clock.now(), item(council).key)
    assert (grid.cell(1, 1), grid.cell(0, 1)) == ("(4)", "(12)")
    clock.forward(minutes=-10)
    earlier = Vote(method=VoteMethod.OPEN, at=stamp(clock.now()))
    key = council.add(earlier, item(council).key, "proceedings")
    assert opened(council, bus, key, clock).cell(1, 1) == "(5)"


def test_totals_typed_before_somebody_left_stay_and_the_rest_follows(council: Book, bus: Bus, clock: TestClock) -> None:
    count_totals(council)
    key = council.add(Vote(method=VoteMethod.OPEN), item(council).key, "proceedings")
    shown = opened(council, bus, key, clock)
    type_text("n3", shown.table)
    assert shown.cell(0, 1) == "(10)"
    acts.leave(council, person(council, "Amsel0"), clock.now(), item(council).key)
    assert [shown.cell(0, column) for column in range(3)] == ["12", "(9)", "3"]
    type_text("1\b", shown.table)
    assert (stored(council).yes, stored(council).no, stored(council).present) == (9, 3, 12)


def test_a_vote_left_open_is_taken_up_with_those_present_then(council: Book, bus: Bus, clock: TestClock) -> None:
    count_totals(council)
    key = council.add(Vote(method=VoteMethod.OPEN, at=stamp(clock.now())), item(council).key, "proceedings")
    press_all = opened(council, bus, key, clock)
    type_text("n3", press_all.table)
    press("Esc", press_all.table)
    press_all.editor.deleteLater()
    acts.leave(council, person(council, "Amsel0"), clock.now(), item(council).key)
    again = opened(council, bus, key, clock)
    assert [again.cell(0, column) for column in range(3)] == ["12", "(9)", "3"]


def test_numbers_of_factions_stay_when_somebody_leaves(council: Book, grid: Shown, clock: TestClock) -> None:
    type_text("n2", grid.table)
    acts.leave(council, person(council, "Amsel0"), clock.now(), item(council).key)
    acts.leave(council, person(council, "Held"), clock.now(), item(council).key)
    assert [grid.cell(1, column) for column in range(3)] == ["4", "(2)", "2"]
    assert [grid.cell(4, column) for column in range(3)] == ["0", "", ""]
    type_text("\n\n", grid.table)
    assert (stored(council).yes, stored(council).no, stored(council).present) == (9, 2, 11)


def test_a_roll_call_goes_on_with_those_who_are_left(council: Book, grid: Shown, clock: TestClock) -> None:
    type_text("pjj", grid.table)
    acts.leave(council, person(council, "Amsel4"), clock.now(), item(council).key)
    assert grid.table.model().rowCount() == 12
    type_text("jj" + "n" * 8 + "\n", grid.table)
    vote = stored(council)
    assert (vote.yes, vote.no, len(vote.ballots)) == (4, 8, 12)


def test_esc_is_the_grids_own_even_where_the_window_has_a_shortcut(grid: Shown) -> None:
    went_past: list[bool] = []
    shortcut = QShortcut(QKeySequence("Esc"), grid.window)
    shortcut.activated.connect(lambda: went_past.append(True))
    wait_until(lambda: grid.table.hasFocus(), "focus in the table")
    press("Esc")
    assert (went_past, grid.finished) == ([], 1)


def _files() -> list[Path]:
    real = [path for path in sorted((SHARED / "cases").glob("*.json")) if ".expect." not in path.name]
    return [*sorted(resource("demo").glob("*.json")), *real]


@pytest.mark.parametrize("path", _files(), ids=lambda path: path.stem)
def test_looking_at_the_votes_of_a_meeting_changes_nothing(path: Path, book: Book, bus: Bus, clock: TestClock) -> None:
    """Opened, gone through by arrows, closed by Esc and by Enter: what has an outcome stays as it was announced."""
    book.open_meeting(intake.take_in(book, session_file.read(path.read_bytes())).meetings[0])
    before = book.meeting
    entries = [entry for one in before.agenda for entry in one.proceedings]
    for vote in [entry for entry in entries if isinstance(entry, Vote)]:
        shown = opened(book, bus, vote.key, clock)
        for key in ("Down", "Right", "Up", "Esc"):
            press(key, shown.table)
        if is_finished(vote):
            press("Return", shown.table)
        shown.window.close()
        shown.editor.deleteLater()
    assert book.meeting == before
