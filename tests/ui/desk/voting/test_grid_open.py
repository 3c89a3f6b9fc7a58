"""Votes that are begun and left: what Esc keeps, how F4 goes on with them, and what undo finds (desk.md §4)."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from desktop.models.book import Book
from desktop.models.rules.motions import is_finished
from desktop.models.values import (
    Choice,
    Majority,
    Recusal,
    TextEntry,
    Vote,
    VoteMethod,
    VoteOption,
    VoteStatement,
)
from desktop.ui.bus import Bus
from desktop.ui.desk.page import DeskPage
from desktop.ui.desk.voting.blank import is_blank
from desktop.ui.desk.voting.grid import GridEditor
from tests.ui.conftest import TestClock
from tests.ui.desk.council import make, person
from tests.ui.desk.voting.test_grid import Shown, item, opened, stored
from tests.ui.desk.voting.test_voteflow import desk, votes  # noqa: F401
from tests.ui.keys import press, type_text

TIME = "2026-03-05T18:42:00+01:00"


@pytest.fixture
def council(book: Book) -> Book:
    """An open meeting of twelve members and a mayor, one item that runs."""
    return make(book)


def fresh(council: Book, bus: Bus, clock: TestClock, method: VoteMethod = VoteMethod.OPEN) -> Shown:
    """A vote of the desk, opened."""
    key = council.add(Vote(method=method, at=TIME), item(council).key, "proceedings")
    return opened(council, bus, key, clock)


def editor(page: DeskPage, pause: float = 1.0) -> GridEditor:
    """The grid of the desk, its keys that far apart."""
    grid = page.fields.grid
    assert grid is not None
    now = [100.0]

    def seconds() -> float:
        now[0] += pause
        return now[0]

    grid._seconds = seconds
    return grid


# --- the roll call goes on where it was left


def test_a_roll_call_left_by_esc_goes_on_with_the_first_who_was_not_called(desk: DeskPage) -> None:  # noqa: F811
    press("F4")
    editor(desk)
    type_text("pjjnn")
    press("Esc")
    press("F4")
    editor(desk)
    type_text("j")
    (vote,) = votes(desk)
    first = [Choice.YES, Choice.YES, Choice.NO, Choice.NO, Choice.YES]
    assert [ballot.choice for ballot in vote.ballots] == first


def test_a_finished_roll_call_is_read_from_the_top(council: Book, bus: Bus, clock: TestClock) -> None:
    shown = fresh(council, bus, clock, VoteMethod.ROLL_CALL)
    type_text("j" * 13 + "\n", shown.table)
    again = opened(council, bus, stored(council).key, clock)
    assert again.editor.grid.sheet.member == 0


def test_back_from_the_table_the_roll_call_goes_on(council: Book, bus: Bus, clock: TestClock) -> None:
    shown = fresh(council, bus, clock, VoteMethod.ROLL_CALL)
    type_text("jjppn", shown.table)
    assert [ballot.choice for ballot in stored(council).ballots] == [Choice.YES, Choice.YES, Choice.NO]


# --- all in favour, not done


@pytest.mark.parametrize(("keys", "numbers"), [("a", (13, None)), ("na", (None, 13))])
def test_all_and_esc_is_an_open_vote_that_f4_takes_up(
    desk: DeskPage,  # noqa: F811
    keys: str,
    numbers: tuple[int | None, int | None],
) -> None:
    press("F4")
    editor(desk)
    type_text(keys)
    press("Esc")
    (vote,) = votes(desk)
    assert not is_finished(vote)
    assert (vote.unanimous, vote.yes, vote.no) == (None, *numbers)
    press("F4")
    type_text("\n")
    (vote,) = votes(desk)
    assert (vote.verdict or "").startswith("Einstimmig")
    assert is_finished(vote)


# --- typed blindly


def test_a_word_in_the_roll_call_that_leads_back_to_the_table_leaves_nothing(desk: DeskPage) -> None:  # noqa: F811
    press("F4")
    editor(desk)
    type_text("p")
    before = votes(desk)[0]
    steps = desk._book.steps
    grid = editor(desk, pause=0.1)
    grid._session.grid._running = False
    type_text("papa\n")
    assert votes(desk) == [before]
    texts = [entry.text for entry in item(desk._book).proceedings if isinstance(entry, TextEntry)]
    assert texts == ["papa"]
    assert desk._book.steps <= steps + 2
    press("F4")
    assert len(votes(desk)) == 1


@pytest.mark.parametrize("typed", ["rennen", "nein danke", "na ja", "ja ja", "nee ne"])
def test_undo_does_not_lead_through_what_was_typed_blindly(
    council: Book, bus: Bus, clock: TestClock, typed: str
) -> None:
    shown = fresh(council, bus, clock, VoteMethod.ROLL_CALL)
    type_text("j", shown.table)
    before, steps = stored(council), council.steps
    shown.seconds.now += 10
    shown.seconds.pause = 0.1
    for char in f"{typed}\n":
        if not shown.blind:
            type_text(char, shown.table)
    assert shown.blind[0] == typed[: len(shown.blind[0])]
    assert (stored(council), council.steps) == (before, steps)
    council.undo()
    assert stored(council).ballots == ()


@pytest.mark.parametrize("typed", ["na ja", "ja ja", "ja 3", "Na ja", "ja nee"])
def test_two_words_of_command_letters_are_no_unanimous_vote(desk: DeskPage, typed: str) -> None:  # noqa: F811
    press("F4")
    editor(desk, pause=0.1)
    type_text(f"{typed}\n")
    texts = [entry.text for entry in item(desk._book).proceedings if isinstance(entry, TextEntry)]
    assert texts == [typed]
    assert item(desk._book).result is None
    assert all(not is_finished(vote) for vote in votes(desk))


# --- what Esc keeps


def test_esc_keeps_how_the_vote_is_taken(desk: DeskPage) -> None:  # noqa: F811
    press("F4")
    grid = editor(desk)
    grid._head.methodChosen.emit(VoteMethod.SECRET)
    press("Esc")
    press("F4")
    (vote,) = votes(desk)
    assert vote.method is VoteMethod.SECRET


def test_esc_keeps_a_repetition_and_its_reason(desk: DeskPage) -> None:  # noqa: F811
    press("F4")
    editor(desk)
    type_text("a\n")
    press("Ctrl+W")
    type_text("Verzählt\n")
    assert desk.fields.grid is not None
    press("Esc")
    press("F4")
    first, again = votes(desk)
    assert (again.voids, again.void_reason) == (first.key, "Verzählt")


def test_esc_drops_a_vote_of_which_nothing_was_said(desk: DeskPage) -> None:  # noqa: F811
    press("F4")
    press("Esc")
    assert votes(desk) == []


@pytest.mark.parametrize(
    "said",
    [
        Vote(majority=Majority.TWO_THIRDS_OF_VOTES),
        Vote(method=VoteMethod.SECRET),
        Vote(on=("one", "two")),
        Vote(part="Absatz 2"),
        Vote(voids="other"),
        Vote(yes_means_rejection=True),
        Vote(present=12),
        Vote(options=(VoteOption(label="Nord"), VoteOption(label="Süd"))),
        Vote(on_request=(VoteStatement(text="hat mit Nein gestimmt"),)),
    ],
)
def test_whatever_was_said_of_a_vote_is_kept(said: Vote) -> None:
    assert not is_blank(replace(said, at=TIME))


@pytest.mark.parametrize(
    "begun",
    [
        Vote(method=VoteMethod.OPEN),
        Vote(on=("one",), part="Ziffer 2"),
        Vote(options=(VoteOption(label="Variante A"), VoteOption(label="Variante B"))),
        Vote(on=("one", "two"), options=(VoteOption(label="Nord"), VoteOption(label="Süd"))),
    ],
)
def test_what_f4_says_by_itself_is_nothing_to_keep(begun: Vote) -> None:
    assert is_blank(replace(begun, at=TIME))


# --- what is said meanwhile


def test_while_members_are_uncalled_there_is_no_outcome_and_no_wording(
    council: Book, bus: Bus, clock: TestClock
) -> None:
    shown = fresh(council, bus, clock)
    type_text("n2p", shown.table)
    foot = shown.editor._foot
    assert (stored(council).yes, stored(council).no) == (None, None)
    assert (shown.outcome, foot._counts.text(), foot.verdict.placeholderText()) == (("", ""), "", "")
    type_text("jjjnnnn", shown.table)
    assert shown.outcome == ("Zwischenstand: 3 Ja, 4 Nein – noch 6", "")
    assert (foot.verdict.placeholderText(), foot._full.text()) == ("", "")
    assert foot._counts.text() == "CDU 3 Ja, 2 Nein · SPD 2 Nein"
    type_text("e-jjjj", shown.table)
    assert shown.outcome[0].startswith("angenommen: 7 Ja > 4 Nein")
    assert "Mehrheitlich beschlossen" in (foot.verdict.placeholderText(), foot._full.text())


@pytest.mark.parametrize("width", [250, 900])
def test_a_proposed_wording_stands_in_one_place(council: Book, bus: Bus, clock: TestClock, width: int) -> None:
    shown = fresh(council, bus, clock)
    foot = shown.editor._foot
    shown.editor.heightForWidth(width)
    type_text("n3", shown.table)
    assert sorted((foot.verdict.placeholderText(), foot._full.text())) == ["", "Mehrheitlich beschlossen"]


def test_who_is_recused_is_named_in_the_roll_call(council: Book, bus: Bus, clock: TestClock) -> None:
    council.add(Recusal(person=person(council, "Birke0")), item(council).key, "recusals")
    shown = fresh(council, bus, clock, VoteMethod.ROLL_CALL)
    assert shown.editor._foot._counts.text() == "befangen: Frau Birke0"
    type_text("j", shown.table)
    assert shown.editor._foot._counts.text().endswith("· befangen: Frau Birke0")


def test_more_than_are_present_asks_once_and_is_not_green(council: Book, bus: Bus, clock: TestClock) -> None:
    shown = fresh(council, bus, clock)
    press("Up", shown.table)
    type_text("17n3", shown.table)
    assert shown.editor._session.said().accepted is None
    press("Down", shown.table)
    type_text("\n", shown.table)
    assert shown.finished == 0
    assert shown.outcome[1] == "Mehr Stimmen als Anwesende – noch einmal Enter beendet trotzdem"
    type_text("\n", shown.table)
    assert (shown.finished, stored(council).yes, stored(council).accepted) == (1, 17, True)
    assert QApplication.activeModalWidget() is None
