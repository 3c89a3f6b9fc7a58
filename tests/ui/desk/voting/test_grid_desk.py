"""Votes at the desk in its window: how many keys they take, and what is typed blindly into them (desk.md §4)."""

import random
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.models.book import Book
from desktop.models.values import (
    AgendaItem,
    Attendance,
    AttendanceGroup,
    AttendanceStatus,
    Body,
    Choice,
    ItemStage,
    Land,
    Meeting,
    MeetingState,
    Organization,
    OrganizationType,
    Person,
    TextEntry,
    Vote,
    VoteMethod,
)
from desktop.paths import profiles_dir
from desktop.ui.bus import Bus
from desktop.ui.desk.page import DeskPage
from desktop.ui.desk.voting import grid_state
from desktop.ui.looks.theme import Theme
from desktop.ui.window import Window
from tests.ui.conftest import TestClock
from tests.ui.keys import press, show, type_text

#: eight invented factions with their members present
FACTIONS = {"CDU": 5, "SPD": 4, "GRÜNE": 3, "FDP": 2, "SSW": 2, "Freie": 2, "Wir": 2, "Bunt": 3}


def council(book: Book, land: Land | None = None) -> Book:
    """A meeting of eight factions; its only item runs."""
    body = book.add(Body(name="Tornau", state=land), None, "bodies")
    committee = Organization(name="Rat", organization_type=OrganizationType.GREMIUM, voting_member_count=25)
    rat = book.add(committee, body, "organizations")
    lines = []
    for order, (name, seats) in enumerate(FACTIONS.items()):
        faction = Organization(
            name=f"{name}-Fraktion", short_name=name, organization_type=OrganizationType.FRAKTION, order=order
        )
        key = book.add(faction, body, "organizations")
        for number in range(seats):
            person = Person(
                form_of_address="Herr", family_name=f"{name.title()}mann{number}", shortcut=f"{name}{number}"
            )
            seat = book.add(person, body, "persons")
            status, group = AttendanceStatus.PRESENT, AttendanceGroup.MEMBER
            lines.append(Attendance(person=seat, on_behalf_of=key, status=status, group=group))
    meeting = Meeting(
        name="1. Sitzung",
        organizations=(rat,),
        start="2026-03-05T18:00:00+01:00",
        state=MeetingState.RUNNING,
        attendance=tuple(lines),
        agenda=(AgendaItem(number="1", name="Haushalt", stage=ItemStage.RUNNING),),
    )
    book.open_meeting(book.add(meeting, body, "meetings"))
    return book


@pytest.fixture
def desk(book: Book, bus: Bus, clock: TestClock, app: QApplication, tmp_path: Path) -> DeskPage:
    return opened(council(book), bus, clock, app, tmp_path)


def opened(book: Book, bus: Bus, clock: TestClock, app: QApplication, folder: Path) -> DeskPage:
    window = Window(book, bus, clock, Theme(app), folder)
    window.resize(1366, 768)
    show(window)
    assert book.meeting_key is not None
    window.open_meeting(book.meeting_key)
    return window.desk


def pressed(*keys: str) -> int:
    """Presses keys by name or as characters; returns how many they were."""
    for key in keys:
        if len(key) > 1:
            press(key)
        else:
            type_text(key)
    return len(keys)


def vote_of(desk: DeskPage) -> Vote:
    (vote,) = [entry for entry in desk._book.meeting.agenda[0].proceedings if isinstance(entry, Vote)]
    return vote


def on_screen(desk: DeskPage) -> str:
    """The result as its row in the stream shows it."""
    row = next(row for row in desk.proceedings.stream.rows if row.key == vote_of(desk).key)
    assert row.face is not None
    return row.face.summary[0]


@pytest.mark.parametrize(
    ("keys", "most", "sentence", "numbers"),
    [
        (("F4", "a", "Return"), 3, "Einstimmig beschlossen", (23, 0, 0)),
        (("F4", "n", "a", "Return"), 4, "Einstimmig abgelehnt", (0, 23, 0)),
        (("F4", "Up", "n", "3", "e", "2", "Return"), 7, "Mehrheitlich beschlossen", (18, 3, 2)),
        (("F4", "n", "Down", "Down", " ", "Return"), 6, "Mehrheitlich beschlossen", (20, 3, 0)),
        (
            ("F4", "n", "Down", " ", "Down", "Down", " ", "Down", "Down", "1", "e", "End", "1", "Return"),
            16,
            "Mehrheitlich beschlossen",
            (15, 7, 1),
        ),
    ],
    ids=["unanimous", "unanimously-rejected", "totals-only", "third-faction-against", "two-against-one-split"],
)
def test_keys_from_f4_to_the_finished_sentence(
    desk: DeskPage, keys: tuple[str, ...], most: int, sentence: str, numbers: tuple[int, ...]
) -> None:
    assert pressed(*keys) <= most
    vote = vote_of(desk)
    assert (vote.yes, vote.no, vote.abstentions) == numbers
    assert (vote.verdict or "").startswith(sentence)
    assert (vote.verdict or "") in on_screen(desk)
    assert desk.fields.grid is None
    assert desk.pen.editor.hasFocus()


def test_f4_finishes_a_count_without_doubt_and_leaves_any_other_open(desk: DeskPage) -> None:
    pressed("F4", "n", "3", "F4")
    first, _second = [one for one in desk._book.meeting.agenda[0].proceedings if isinstance(one, Vote)]
    assert (first.no, first.accepted, first.verdict) == (3, True, "Mehrheitlich beschlossen")
    pressed("g", "5", "F4")
    votes = [one for one in desk._book.meeting.agenda[0].proceedings if isinstance(one, Vote)]
    assert (votes[1].yes, votes[1].accepted) == (5, None)


def test_a_count_that_leaves_people_out_ends_at_the_second_enter_and_is_not_unanimous(desk: DeskPage) -> None:
    pressed("F4", "1", "Return", "Return")
    assert vote_of(desk).accepted is None  # the first in the row goes on, this one says that four stand nowhere
    pressed("Return")
    vote = vote_of(desk)
    assert (vote.yes, vote.present, vote.accepted) == (19, 23, True)
    assert vote.verdict is not None
    assert "stimmig" not in vote.verdict


def test_totals_in_a_house_that_counts_them_take_six_keys(
    book: Book, bus: Bus, clock: TestClock, app: QApplication, tmp_path: Path
) -> None:
    folder = profiles_dir(book.path.parent)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "standard.toml").write_text('[votes]\nzaehlweise = "gesamt"\n', encoding="utf-8")
    desk = opened(council(book), bus, clock, app, tmp_path)
    assert pressed("F4", "n", "3", "e", "2", "Return") == 6
    assert desk.fields.grid is None
    vote = vote_of(desk)
    assert (vote.yes, vote.no, vote.abstentions, vote.by_faction) == (18, 3, 2, ())


def test_f9_and_the_search_work_in_the_window_with_its_own_shortcuts(desk: DeskPage) -> None:
    pressed("F4", "p", "F9")
    type_text("wirmann1\tn\n")  # the digit chooses; Tab from habit loses nothing
    (statement,) = vote_of(desk).on_request
    assert statement.text == "hat mit Nein gestimmt"
    pressed("j", "Ctrl+F")
    type_text("buntmann2")
    type_text("n")
    people = {ballot.person: ballot.choice for ballot in vote_of(desk).ballots}
    assert list(people.values()) == [Choice.YES, Choice.NO]
    pressed("Alt+Return", "Esc", "Esc")
    assert desk.fields.grid is None
    assert desk.pen.editor.hasFocus()


def test_tab_walks_through_everything_in_the_grid(desk: DeskPage) -> None:
    pressed("F4", "F9")
    type_text("wirmann1n\n")
    names = []
    for _place in range(4):
        pressed("Backtab")
    for _place in range(8):
        widget = QApplication.focusWidget()
        assert widget is not None
        names.append(widget.accessibleName())
        pressed("Tab")
    assert names == [
        "Gegenstand",
        "Verfahren",
        "Mehrheit",
        "Mehr zu dieser Abstimmung (Alt+Enter)",
        "Stimmen nach Fraktionen",
        "Wortlaut",
        "Ergebnis",
        "Entfernen: Herr Wirmann0 hat mit Nein gestimmt",
    ]


def test_a_vote_left_open_is_taken_up_again_by_f4(desk: DeskPage) -> None:
    pressed("F4", "n", "2", "Esc")
    assert (vote_of(desk).no, vote_of(desk).accepted) == (2, None)
    pressed("F4", "n", "Down", "1", "Return", "Return")
    vote = vote_of(desk)
    assert ([row.no for row in vote.by_faction][:2], vote.accepted) == ([2, 1], True)


# --- typed blindly

SENTENCES = (
    "Ja, das sehe ich auch so.",
    "Nein.",
    "Nee, so nicht.",
    "Er regt an, die Mittel zu erhöhen.",
    "Ein Paar Zahlen fehlen noch.",
    "Paar Zahlen fehlen noch.",
    "Rennen, springen, werfen: der Sportplatz ist marode.",
    "anna reparieren",
    "a",
    "Jan Nepomuk fragt nach.",
    "3 Mitglieder des Beirats fehlen.",
    "– Die Verwaltung sagt eine Prüfung zu.",
    "- ein Spiegelstrich",
    "„Erneut“, ruft jemand.",
    "Ärger über Öl und Übermut.",
    "10:30 Uhr wird genannt.",
    "Japan",
    "Renner der Saison ist der Japaner.",
    "Penne und Pannen",
    "per E-Mail nachgereicht",
)


def _words(seed: int) -> str:
    """A sentence that begins with words of command letters."""
    chosen = random.Random(seed)
    begun = "".join(chosen.choice("jneapr 3-") for _place in range(chosen.randint(1, 9))).strip(" -") or "ja"
    return f"{begun}{chosen.choice(('s', 'l', 'ß', ', d'))}as {chosen.choice(('war', 'sei so', 'x'))}."


@pytest.mark.parametrize("method", [VoteMethod.OPEN, VoteMethod.ROLL_CALL, VoteMethod.SECRET])
def test_a_sentence_typed_blindly_changes_nothing_and_stands_on_the_ready_line(
    desk: DeskPage, method: VoteMethod, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(grid_state, "PAUSE", 60)  # a busy machine types slowly
    book = desk._book
    item = book.meeting.agenda[0].key
    wanted: list[str] = []
    for sentence in (*SENTENCES, *(_words(seed) for seed in range(5))):
        key = book.add(Vote(method=method), item, "proceedings")
        desk.pen.go_to(key)
        desk.fields.open_grid()
        grid = desk.fields.grid
        assert grid is not None
        before = book.shelf.value(key)
        for char in sentence:
            type_text(char)
        if desk.fields.grid is not None:  # all of it were letters of commands: Enter follows at once
            type_text("\n")
            if len(sentence) == 1:
                assert book.shelf.value(key) != before  # a single letter is a command
                book.remove(key)
                desk.pen.go_ready()
                continue
        wanted.append(sentence)
        assert desk.fields.grid is None
        assert key not in book.shelf or book.shelf.value(key) == before
        if key in book.shelf:
            book.remove(key)
        desk.pen.go_ready()
    texts = [entry.text or "" for entry in book.meeting.agenda[0].proceedings if isinstance(entry, TextEntry)]
    assert [text.replace("\\", "") for text in texts] == wanted  # a dash at the start is stored as no list


# --- whole tables


@pytest.mark.parametrize("seed", range(6))
def test_a_contested_table_is_entered_by_keys_and_read_back(desk: DeskPage, seed: int) -> None:
    """Faction by faction in random numbers: those against and abstaining are typed, the rest is Ja."""
    chosen = random.Random(seed)
    sizes = list(FACTIONS.values())
    against = [chosen.randint(0, size) for size in sizes]
    abstaining = [chosen.randint(0, size - no) for size, no in zip(sizes, against, strict=True)]
    pressed("F4")
    for letter, column in (("n", against), ("e", abstaining)):
        pressed(letter)
        for place, count in enumerate(column):
            pressed(*(str(count) if count else ""), *(("Down",) if place < len(column) - 1 else ()))
    pressed("Return")
    vote = vote_of(desk)
    assert [(row.yes or 0, row.no or 0, row.abstentions or 0) for row in vote.by_faction] == [
        (size - no - abstained, no, abstained) for size, no, abstained in zip(sizes, against, abstaining, strict=True)
    ]
    assert (vote.no, vote.abstentions) == (sum(against), sum(abstaining))
    assert (vote.yes or 0) + sum(against) + sum(abstaining) == sum(sizes)
