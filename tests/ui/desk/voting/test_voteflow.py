"""The flow of votes at the desk, by keys, and what the minutes make of it (desk.md §2 F4, §4)."""

from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QListWidget, QSpinBox, QWidget

from desktop.clock import BERLIN
from desktop.export.publish import Format, Order, publish
from desktop.models.book import Book
from desktop.models.profiles import choose
from desktop.models.rules import motions
from desktop.models.rules.voting_order import State
from desktop.models.values import (
    AgendaItem,
    MeetingState,
    Motion,
    MotionOutcome,
    MotionType,
    Organization,
    ResultClass,
    TextEntry,
    Vote,
    VoteMethod,
)
from desktop.paths import profiles_dir
from desktop.ui.bus import Bus
from desktop.ui.desk.page import DeskPage
from desktop.ui.desk.voting import voteflow
from desktop.ui.desk.voting.vote_details import VoteDetails
from desktop.ui.looks.theme import Theme
from desktop.ui.window import Window
from tests.reading import text_of
from tests.ui.conftest import TestClock
from tests.ui.desk.council import make
from tests.ui.keys import press, show, type_text


@pytest.fixture
def council(book: Book) -> Book:
    return make(book)


@pytest.fixture
def desk(book: Book, bus: Bus, clock: TestClock, app: QApplication, tmp_path: Path) -> DeskPage:
    """Thirteen with a vote, four items; the first runs."""
    make(book)
    for number, name in (("3", "Radweg"), ("4", "Satzung")):
        book.add(AgendaItem(number=number, name=name), book.meeting.key, "agenda")
    window = Window(book, bus, clock, Theme(app), tmp_path)
    window.resize(1366, 768)
    show(window)
    window.open_meeting(book.meeting.key)
    return window.desk


def item(desk: DeskPage, place: int = 0) -> AgendaItem:
    return desk._book.meeting.agenda[place]


def votes(desk: DeskPage, place: int = 0) -> list[Vote]:
    return [entry for entry in item(desk, place).proceedings if isinstance(entry, Vote)]


def move(desk: DeskPage, kind: MotionType, mover: str, text: str = "", **fields: object) -> str:
    """Adds a motion to the first item; returns its key."""
    motion = Motion(motion_type=kind, mover_name=mover, text=text, **fields)  # type: ignore[arg-type]
    return desk._book.add(motion, item(desk).key, "proceedings")


def outcome(desk: DeskPage, key: str) -> MotionOutcome | None:
    motion = desk._book.shelf.value(key)
    assert isinstance(motion, Motion)
    return motion.outcome


def chain(desk: DeskPage) -> list[str]:
    shown = desk.votes.chain.list
    return [] if desk.votes.chain.isHidden() else [shown.item(row).text() for row in range(shown.count())]


def minutes(desk: DeskPage, folder: Path) -> str:
    """The text of the minutes, in one line."""
    session = desk._book.session()
    now = datetime(2026, 3, 6, 12, tzinfo=BERLIN)
    made = publish(session, {}, Order(formats=(Format.TXT,)), choose(session.body), now, lambda name: folder / name)
    return " ".join(text_of(made.files[0]).split())


def in_order(text: str, *parts: str) -> bool:
    for part in parts:
        _before, found, text = text.partition(part)
        if not found:
            return False
    return True


# --- the chain


def test_amendments_then_the_main_motion_and_f4_goes_on(desk: DeskPage, tmp_path: Path) -> None:
    main = move(desk, MotionType.SUBSTANTIVE, "CDU", "Bauen.")
    first = move(desk, MotionType.AMENDMENT, "SPD", "Später bauen.")
    second = move(desk, MotionType.AMENDMENT, "GRÜNE", "Nicht bauen.")
    assert chain(desk) == ["1. Änderungsantrag SPD: als Nächstes", "2. Änderungsantrag GRÜNE", "3. Sachantrag CDU"]
    press("F4")
    assert chain(desk)[0] == "▶ 1. Änderungsantrag SPD: jetzt"
    type_text("NA\n")
    assert [vote.on for vote in votes(desk)] == [(first,)]
    assert outcome(desk, first) is MotionOutcome.REJECTED
    assert chain(desk)[:2] == ["✓ 1. Änderungsantrag SPD: abgelehnt", "2. Änderungsantrag GRÜNE: als Nächstes"]
    press("F4")
    type_text("A\n")
    press("F4")
    type_text("A\n")
    assert [vote.on for vote in votes(desk)] == [(first,), (second,), (main,)]
    assert [outcome(desk, key) for key in (second, main)] == [MotionOutcome.ACCEPTED] * 2
    assert chain(desk) == []
    text = minutes(desk, tmp_path)
    assert in_order(text, "Später bauen.", "Abstimmung: Änderungsantrag: SPD", "Einstimmig abgelehnt")
    assert in_order(text, "Abstimmung: Änderungsantrag: GRÜNE", "Abstimmung: Antrag: CDU", "Einstimmig")


def test_the_vote_and_what_follows_are_undone_together(desk: DeskPage) -> None:
    key = move(desk, MotionType.AMENDMENT, "SPD")
    press("F4")
    type_text("A\n")
    assert outcome(desk, key) is MotionOutcome.ACCEPTED
    press("Ctrl+Z")
    assert outcome(desk, key) is None
    assert votes(desk)[0].accepted is None


def test_in_a_vote_f4_goes_to_the_next_subject_and_leaves_nothing_behind(desk: DeskPage) -> None:
    first, second = (move(desk, MotionType.AMENDMENT, name) for name in ("SPD", "GRÜNE"))
    press("F4")
    press("F4")
    assert [vote.on for vote in votes(desk)] == [(second,)]
    press("F4")
    assert [vote.on for vote in votes(desk)] == [()]
    press("F4")
    assert [vote.on for vote in votes(desk)] == [(first,)]


def test_the_order_is_changed_and_any_motion_reached_by_keys(desk: DeskPage) -> None:
    first, second = (move(desk, MotionType.AMENDMENT, name) for name in ("SPD", "GRÜNE"))
    desk.votes.chain.list.setFocus()
    press("Alt+Down")
    assert [words[:25] for words in chain(desk)[:2]] == ["1. Änderungsantrag GRÜNE:", "2. Änderungsantrag SPD"]
    press("Esc")
    press("F4")
    assert votes(desk)[0].on == (second,)
    press("Esc")
    press("F6")
    assert desk.votes.chain.list.hasFocus()
    press("Right")
    press("Return")
    assert votes(desk)[-1].on == (first,)
    assert desk.fields.grid is not None


def test_a_sentence_typed_blindly_into_the_chain_stands_on_the_ready_line(desk: DeskPage) -> None:
    move(desk, MotionType.AMENDMENT, "SPD")
    desk.votes.chain.list.setFocus()
    type_text("Frau Amsel dankt.")
    last = item(desk).proceedings[-1]
    assert isinstance(last, TextEntry)
    assert last.text == "Frau Amsel dankt."


def test_where_the_house_puts_the_main_motion_first(desk: DeskPage) -> None:
    book = desk._book
    folder = profiles_dir(book.path.parent)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "main-first.toml").write_text('title = "Tornau"\n[votes]\namendments_first = false\n', "utf-8")
    book.change(book.shelf.records[book.meeting.key].parent or "", profile="main-first")
    main = move(desk, MotionType.SUBSTANTIVE, "CDU")
    move(desk, MotionType.AMENDMENT, "SPD")
    press("F4")
    assert votes(desk)[0].on == (main,)


def test_an_outcome_set_by_hand_is_not_overwritten(desk: DeskPage) -> None:
    key = move(desk, MotionType.AMENDMENT, "SPD")
    press("F4")
    desk._book.change(key, outcome=MotionOutcome.ADOPTED_BY_MOVER)
    type_text("A\n")
    assert votes(desk)[0].accepted
    assert outcome(desk, key) is MotionOutcome.ADOPTED_BY_MOVER


def test_a_vote_that_is_removed_decides_nothing(desk: DeskPage) -> None:
    key = move(desk, MotionType.SUBSTANTIVE, "CDU", "Bauen.")
    desk._book.change(item(desk).key, resolution="Gebaut wird.")
    for _subject in range(2):
        press("F4")
        type_text("A\n")
    assert (outcome(desk, key), item(desk).result) == (MotionOutcome.ACCEPTED, "ungeändert beschlossen")
    for vote in votes(desk):
        desk.pen.go_to(vote.key)
        press("Delete")
    assert votes(desk) == []
    assert (outcome(desk, key), item(desk).result) == (None, None)
    press("Ctrl+Z")
    press("Ctrl+Z")
    assert (outcome(desk, key), item(desk).result) == (MotionOutcome.ACCEPTED, "ungeändert beschlossen")


def test_motions_of_the_same_name_are_told_apart(desk: DeskPage) -> None:
    for text in ("Später bauen.", "Den Radweg auf der anderen Seite bauen."):
        move(desk, MotionType.AMENDMENT, "SPD", text)
    assert chain(desk)[:2] == [
        "1. Änderungsantrag SPD – Später bauen: als Nächstes",
        "2. Änderungsantrag SPD – Den Radweg auf der ande…",
    ]


def test_after_the_meeting_the_chain_is_out_of_the_way(desk: DeskPage) -> None:
    for name in ("SPD", "GRÜNE"):
        move(desk, MotionType.AMENDMENT, name)
    desk._book.change(desk._book.meeting.key, state=MeetingState.RELEASED)
    assert chain(desk) == []
    press("F4")
    assert len(chain(desk)) == 3


@given(kinds=st.lists(st.sampled_from(MotionType), max_size=5), results=st.lists(st.booleans(), min_size=6, max_size=6))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_f4_takes_every_subject_once_in_the_order_of_the_chain(
    council: Book, kinds: list[MotionType], results: list[bool]
) -> None:
    place = council.add(AgendaItem(number="9", name="Bau", resolution="Gebaut wird."), council.meeting.key, "agenda")
    moved = [council.add(Motion(motion_type=kind, text="…"), place, "proceedings") for kind in kinds]
    expected = [stop.key for stop in voteflow.chain(council, place)]
    voted = []
    for accepted in results[: len(expected)]:
        key = voteflow.add_vote(council, place, "2026-03-05T18:42:00+01:00")
        with voteflow.settling(council, key):
            council.change(key, accepted=accepted)
        voted.append(voteflow.stop_of(council, key))
    assert voted == expected
    outcomes = [council.shelf.value(key).outcome for key in moved]  # type: ignore[attr-defined]
    assert all(one in (MotionOutcome.ACCEPTED, MotionOutcome.REJECTED) for one in outcomes)
    assert {stop.state for stop in voteflow.chain(council, place)} == {State.DONE}
    council.remove(place)


# --- parts


def test_parts_and_the_vote_on_the_whole(desk: DeskPage, tmp_path: Path) -> None:
    key = move(desk, MotionType.SUBSTANTIVE, "CDU", "1. Bauen.\n2. Bezahlen.")
    said: list[str] = []
    desk.votes.said.connect(said.append)
    press("Ctrl+Shift+T")
    type_text("A\n")
    assert said[-1] == "Weiter mit F4: Sachantrag CDU – Ziffer 2"
    press("F4")
    type_text("NA\n")
    assert said[-1] == "Weiter mit F4: Antrag: CDU – Schlussabstimmung"
    assert [vote.part for vote in votes(desk)] == ["Ziffer 1", "Ziffer 2"]
    assert outcome(desk, key) is MotionOutcome.PARTLY_ACCEPTED
    press("F4")
    final = votes(desk)[-1]
    assert (final.on, final.part, final.subject) == ((key,), None, "Antrag: CDU – Schlussabstimmung")
    type_text("A\n")
    assert outcome(desk, key) is MotionOutcome.PARTLY_ACCEPTED
    text = minutes(desk, tmp_path)
    assert in_order(
        text, "Abstimmung: Antrag: CDU – Ziffer 1", "Antrag: CDU – Ziffer 2", "Antrag: CDU – Schlussabstimmung"
    )


def test_parts_of_a_resolution_without_numbers(desk: DeskPage, tmp_path: Path) -> None:
    desk._book.change(item(desk).key, resolution="Gebaut wird.")
    for _part in range(2):
        press("Ctrl+Shift+T")
        type_text("A\n")
    press("F4")
    type_text("A\n")
    assert [(vote.subject, vote.part) for vote in votes(desk)] == [
        (None, "Ziffer 1"),
        (None, "Ziffer 2"),
        ("Schlussabstimmung", None),
    ]
    assert item(desk).result_class is ResultClass.ACCEPTED
    assert in_order(minutes(desk, tmp_path), "Ziffer 1", "Ziffer 2", "Schlussabstimmung")


def test_a_part_that_nobody_voted_on_leaves_nothing_behind(desk: DeskPage) -> None:
    desk._book.change(item(desk).key, resolution="Gebaut wird.")
    press("Ctrl+Shift+T")
    press("Esc")
    assert votes(desk) == []


# --- several items, Ja to a rejection, other details


def details(desk: DeskPage) -> VoteDetails:
    """Opens the details of the vote that is being taken."""
    press("Alt+Return")
    assert desk.fields.grid is not None
    form = desk.fields.grid.findChild(VoteDetails)
    assert isinstance(form, VoteDetails)
    return form


def test_one_vote_for_three_items(desk: DeskPage, tmp_path: Path) -> None:
    press("F4")
    form = details(desk)
    assert form.subjects.hasFocus()
    for keys in ("Down", "Down", "Space", "Down", "Space"):
        press(keys)
    keys = [one.key for one in desk._book.meeting.agenda]
    assert votes(desk)[0].on == (keys[0], keys[2], keys[3])
    press("Return")
    type_text("A\n")
    results = [one.result for one in desk._book.meeting.agenda]
    assert results == ["ungeändert beschlossen", None, "ungeändert beschlossen", "ungeändert beschlossen"]
    text = minutes(desk, tmp_path)
    assert text.count("Einstimmig beschlossen") == 3
    desk.show_item(keys[2])
    assert desk.outcome._votes.text() == "gemeinsam mit Ö 1: Einstimmig beschlossen · Ja 13 · Nein 0 · Enthaltungen 0"
    press("F4")
    assert votes(desk, 2)[0].on == ()


def test_ja_means_rejection(desk: DeskPage, tmp_path: Path) -> None:
    key = move(desk, MotionType.SUBSTANTIVE, "CDU", "Bauen.")
    press("F4")
    form = details(desk)
    form.rejection.setFocus()
    press("Space")
    press("Esc")
    type_text("A\n")
    assert (votes(desk)[0].yes_means_rejection, votes(desk)[0].accepted) == (True, True)
    assert outcome(desk, key) is MotionOutcome.REJECTED
    assert item(desk).result == "abgelehnt"
    assert "Abgestimmt wurde über die Empfehlung, den Antrag abzulehnen" in minutes(desk, tmp_path)
    desk.pen.go_to(votes(desk)[0].key)
    press("Return")
    form = details(desk)
    form.rejection.setFocus()
    press("Space")
    assert outcome(desk, key) is MotionOutcome.ACCEPTED


def test_the_details_of_a_finished_vote_are_corrected(desk: DeskPage) -> None:
    press("F4")
    type_text("A\n")
    desk.pen.go_to(votes(desk)[0].key)
    press("Return")
    form = details(desk)
    form.part.setFocus()
    type_text("Absatz 2")
    form.numbers["recused"].setFocus()
    type_text("2")
    form.hidden.toggle()
    form.time.setFocus()
    form.time.setText("1905")
    press("Return")
    vote = votes(desk)[0]
    assert (vote.part, vote.recused, vote.public, vote.accepted) == ("Absatz 2", 2, False, True)
    assert (vote.at or "")[11:16] == "19:05"
    assert form.body.isHidden()
    assert form.reason.isHidden()


def test_a_part_written_later_leaves_the_motion_open(desk: DeskPage) -> None:
    key = move(desk, MotionType.SUBSTANTIVE, "CDU", "Bauen.")
    press("F4")
    type_text("A\n")
    desk.pen.go_to(votes(desk)[0].key)
    press("Return")
    details(desk).part.setFocus()
    type_text("Absatz 1")
    press("Return")
    assert votes(desk)[0].part == "Absatz 1"
    assert outcome(desk, key) is None


def test_in_a_joint_meeting_one_body_votes(desk: DeskPage, tmp_path: Path) -> None:
    book = desk._book
    body = book.shelf.records[book.meeting.key].parent
    second = book.add(Organization(name="Bauausschuss"), body, "organizations")
    book.change(book.meeting.key, organizations=(*book.meeting.organizations, second))
    press("F4")
    form = details(desk)
    assert not form.body.isHidden()
    form.body.setFocus()
    press("End")
    assert votes(desk)[0].organization == second
    press("Esc")
    type_text("A\n")
    assert "Bauausschuss" in minutes(desk, tmp_path)


def test_every_control_of_the_details_has_a_name(desk: DeskPage) -> None:
    press("F4")
    form = details(desk)
    kinds = (QLineEdit, QSpinBox, QComboBox, QListWidget)
    assert [one for one in form.findChildren(QWidget) if isinstance(one, kinds) and not one.accessibleName()] == []
    assert desk.votes.chain.list.accessibleName()


# --- variants


def test_one_of_the_alternatives_is_chosen(desk: DeskPage, tmp_path: Path) -> None:
    first, second = (move(desk, MotionType.ALTERNATIVE, name) for name in ("SPD", "GRÜNE"))
    press("Ctrl+Shift+F4")
    type_text("4\n8")
    assert desk.fields.grid is not None
    type_text("\n")
    (vote,) = votes(desk)
    assert vote.on == (first, second)
    assert [(option.label, option.votes) for option in vote.options] == [
        ("Alternativantrag: SPD", 4),
        ("Alternativantrag: GRÜNE", 8),
    ]
    assert (vote.accepted, vote.verdict) == (True, "Mehrheit für Alternativantrag: GRÜNE")
    assert [outcome(desk, key) for key in (first, second)] == [MotionOutcome.REJECTED, MotionOutcome.ACCEPTED]
    assert desk.fields.grid is None
    assert "Mehrheit für Alternativantrag: GRÜNE" in minutes(desk, tmp_path)


def test_variants_with_names_of_their_own_and_a_tie(desk: DeskPage) -> None:
    press("Ctrl+Shift+F4")
    type_text("6\n6")
    press("Down")
    type_text("1")
    press("Backtab")
    press("Ctrl+A")
    type_text("Nordweg\n\n\n")
    (vote,) = votes(desk)
    assert [(option.label, option.votes) for option in vote.options] == [
        ("Variante A", 6),
        ("Variante B", 6),
        ("Nordweg", 1),
    ]
    assert vote.accepted is None
    assert vote.verdict is not None
    assert vote.verdict.startswith("Stimmengleichheit")
    assert vote.present == 13


def test_a_sentence_typed_blindly_into_the_variants_changes_nothing(desk: DeskPage) -> None:
    press("Ctrl+Shift+F4")
    type_text("12 Uhr ist es.")
    assert votes(desk) == []
    last = item(desk).proceedings[-1]
    assert isinstance(last, TextEntry)
    assert last.text == "12 Uhr ist es."


def test_a_vote_between_variants_that_nobody_took_is_gone(desk: DeskPage) -> None:
    press("Ctrl+Shift+F4")
    press("Esc")
    assert votes(desk) == []


# --- repeating


def test_a_vote_is_repeated_and_the_old_one_stays_void(desk: DeskPage, tmp_path: Path) -> None:
    key = move(desk, MotionType.AMENDMENT, "SPD", "Später.")
    press("F4")
    type_text("A\n")
    press("Ctrl+W")
    type_text("falsch gezählt\n")
    old, new = votes(desk)
    assert (new.voids, new.void_reason, new.on) == (old.key, "falsch gezählt", (key,))
    assert outcome(desk, key) is MotionOutcome.ACCEPTED
    (row,) = [row for row in desk.pen.stream.rows if row.key == old.key]
    face = desk.proceedings.face(row)
    assert (face.tag, face.void, face.marks) == ("ABSTIMMUNG", False, ("wird wiederholt",))
    type_text("NA\n")
    assert outcome(desk, key) is MotionOutcome.REJECTED
    assert votes(desk)[0].accepted
    (row,) = [row for row in desk.pen.stream.rows if row.key == old.key]
    assert row.face is None or row.face.void, "the row is shown anew"
    face = desk.proceedings.face(row)
    assert (face.tag, face.void) == ("NICHTIGE ABSTIMMUNG", True)
    assert "nichtig – wiederholt (falsch gezählt)" in face.marks
    text = minutes(desk, tmp_path)
    assert in_order(
        text, "ungültig und wurde wiederholt: falsch gezählt.", "Dafür: 13", "Wiederholung", "Einstimmig abgelehnt"
    )


def test_a_repetition_put_off_waits_for_f4(desk: DeskPage) -> None:
    press("F4")
    type_text("A\n")
    press("Ctrl+W")
    press("Esc")
    assert desk.votes.line.isHidden()
    press("Ctrl+W")
    press("Return")
    press("Esc")
    vote, again = votes(desk)
    assert again.voids == vote.key
    press("F4")
    type_text("A\n")
    assert [one.voids for one in votes(desk)] == [None, vote.key]
    assert motions.counting(item(desk).proceedings) == [votes(desk)[1]]


def test_there_must_be_a_vote_to_repeat(desk: DeskPage) -> None:
    press("Ctrl+W")
    assert desk.votes.line.isHidden()


# --- procedural motions


def test_an_accepted_motion_for_a_secret_vote_is_followed_by_one(desk: DeskPage, tmp_path: Path) -> None:
    move(desk, MotionType.SUBSTANTIVE, "CDU", "Bauen.")
    press("F3")
    type_text("SPD\tA")
    press("Down")
    type_text("\tgeheime Abstimmung")
    procedural = item(desk).proceedings[-1]
    assert isinstance(procedural, Motion)
    assert procedural.motion_type is MotionType.PROCEDURAL
    press("F4")
    assert votes(desk)[0].on == (procedural.key,)
    type_text("A\n")
    press("F4")
    assert votes(desk)[-1].method is VoteMethod.SECRET
    type_text("8")
    press("N")
    type_text("5\n")
    assert [vote.method for vote in votes(desk)] == [VoteMethod.OPEN, VoteMethod.SECRET]
    press("F4")
    assert votes(desk)[-1].method is VoteMethod.OPEN
    press("Esc")
    text = minutes(desk, tmp_path)
    assert in_order(text, "Bauen.", "geheime Abstimmung", "Einstimmig", "Abstimmung: Antrag: CDU")


def test_a_finished_vote_bears_the_name_that_its_motion_has_now(desk: DeskPage) -> None:
    motion = move(desk, MotionType.URGENCY, "CDU", "Bauen.")
    press("F4")
    type_text("A\n")

    def caption() -> str:
        row = next(row for row in desk.pen.stream.rows if row.key == votes(desk)[0].key)
        return (row.face or desk.proceedings.face(row)).caption

    assert "Dringlichkeitsantrag CDU" in caption()
    desk._book.change(motion, motion_type=MotionType.AMENDMENT)
    assert "Änderungsantrag CDU" in caption()
    desk._book.change(motion, typing=True, mover_name="SPD")
    assert "Änderungsantrag SPD" in caption()


def test_a_sentence_leaves_alone_what_is_shown_of_votes(desk: DeskPage) -> None:
    move(desk, MotionType.AMENDMENT, "CDU", "Bauen.")
    shown = desk.votes.chain._stops
    type_text("Satz.\n")
    press("Ctrl+Z")
    assert desk.votes.chain._stops is shown
    press("F4")
    assert desk.votes.chain._stops is not shown
