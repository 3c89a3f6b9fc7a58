"""Elections in the window by keys: what is typed, what the form says, what is stored and printed (desk.md §2, §7)."""

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.export.publish import Format, Order, publish
from desktop.export.sources import from_book
from desktop.models import intake
from desktop.models.book import Book
from desktop.models.edition import make_edition
from desktop.models.exchange import session_file
from desktop.models.profiles import load
from desktop.models.values import (
    AgendaItem,
    Candidate,
    Chair,
    Election,
    ElectionForm,
    ElectionMethod,
    ElectionRound,
    Land,
    MeetingState,
    Reader,
    ResultClass,
    SeatMethod,
    TextEntry,
)
from desktop.ui.bus import Bus
from desktop.ui.desk.elections import election_book
from desktop.ui.desk.elections.election import ElectionEditor
from desktop.ui.desk.page import DeskPage
from desktop.ui.desk.presence import recusal_acts
from desktop.ui.looks.theme import Theme
from desktop.ui.window import Window
from tests.conftest import SHARED
from tests.ui.conftest import TestClock
from tests.ui.desk.council import make, person
from tests.ui.keys import press, show, type_text


def window_of(book: Book, bus: Bus, clock: TestClock, app: QApplication, folder: Path) -> DeskPage:
    key = book.meeting.key
    window = Window(book, bus, clock, Theme(app), folder)
    window.resize(1366, 900)
    show(window)
    window.open_meeting(key)
    return window.desk


@pytest.fixture
def desk(book: Book, bus: Bus, clock: TestClock, app: QApplication, tmp_path: Path) -> DeskPage:
    """The window over a council of thirteen, 15 by law; its first item runs."""
    make(book)
    book.change(book.meeting.agenda[0].key, name="Wahl des Vorsitzes")
    return window_of(book, bus, clock, app, tmp_path)


def item(book: Book) -> AgendaItem:
    return book.meeting.agenda[0]


def held(book: Book) -> Election:
    (election,) = [entry for entry in item(book).proceedings if isinstance(entry, Election)]
    return election


def form(desk: DeskPage) -> ElectionEditor:
    assert desk.elections.editor is not None
    return desk.elections.editor


def at(desk: DeskPage) -> str:
    """The name of the field that has the keyboard."""
    current = form(desk)._current()
    assert current is not None
    return current.name


def said(desk: DeskPage) -> tuple[str, str]:
    """What the last round says about the outcome and about the ballots."""
    return form(desk).rounds[-1].said


def printed(book: Book, clock: TestClock, folder: Path) -> str:
    """The public minutes as plain text, in one line."""
    session, blobs = from_book(book, book.meeting.key)
    made = publish(
        session, blobs, Order(formats=(Format.TXT,)), load("standard"), clock.now(), lambda name: folder / name
    )
    return " ".join(made.files[0].read_text(encoding="utf-8").split())


def of_land(book: Book, land: Land) -> None:
    book.change(book.shelf.records[book.meeting.key].parent or "", state=land)


def test_a_secret_election_through_two_ties_to_the_lot(
    desk: DeskPage, book: Book, clock: TestClock, tmp_path: Path
) -> None:
    press("Shift+F4")
    assert at(desk) == "office"
    type_text("Vorsitz\na0\nb0\n\t\n\nc0\t")
    assert at(desk) == "begin.0"
    type_text("\n")
    clock.forward(minutes=4)
    type_text("\n13\n1\n0\n6\n6")
    assert said(desk) == ("7 von 12 gültigen Stimmen nötig: 2. Wahlgang", "")
    type_text("\n")
    assert at(desk) == "cast.1"
    form(desk).focus("begin.1")
    type_text("\n\n13\n0\n1\n6\n6\n")
    assert at(desk) == "drawer"
    type_text("Frau Held\n2")
    assert at(desk) == "accepts"
    assert said(desk)[0].endswith("Stimmengleichheit, Frau Birke0 durch das Los gewählt")
    type_text("j\n")
    assert desk.elections.editor is None

    election = held(book)
    assert (election.office, election.method, election.form) == (
        "Vorsitz",
        ElectionMethod.SECRET,
        ElectionForm.PERSON,
    )
    first, second = election.rounds
    assert [(one.name, one.person, one.votes) for one in second.candidates] == [
        ("Frau Amsel0", person(book, "Amsel0"), 6),
        ("Frau Birke0", person(book, "Birke0"), 6),
    ]
    assert (first.cast, first.invalid, first.abstentions) == (13, 1, 0)
    assert (election.lot, election.elected, election.accepts) == ("Frau Birke0", ("Frau Birke0",), True)
    assert (item(book).result, item(book).result_class) == ("gewählt", ResultClass.ELECTED)

    text = printed(book, clock, tmp_path)
    for words in (
        "Wahl: Vorsitz Geheime Wahl Stimmenzählung: Frau Chor0 1. Wahlgang",
        "1. Wahlgang Beginn der Wahlhandlung: 18:42 Uhr, Ende der Wahlhandlung: 18:46 Uhr",
        "Abgegebene Stimmen: 13 Ungültig: 1 Enthaltungen: 0 Vorschlag Stimmen Frau Amsel0 (CDU) 6",
        "2. Wahlgang Beginn der Wahlhandlung: 18:46 Uhr",
        "Losverfahren: gezogen von Frau Held.",
        "Losentscheid: Frau Birke0 Gewählt: Frau Birke0. Sie nimmt die Wahl an.",
    ):
        assert words in text


def test_one_candidate_is_voted_on_with_yes_and_no(desk: DeskPage, book: Book) -> None:
    press("Shift+F4")
    type_text("\n")
    assert held(book).office == "Wahl des Vorsitzes"
    type_text("he\n\to\n\n\n")
    assert at(desk) == "cast.0"
    type_text("13\n\n1\n6\n6")
    assert said(desk)[0] == "7 von 12 gültigen Stimmen nötig: 2. Wahlgang"
    type_text("\b5")
    assert said(desk)[0] == "6 von 11 gültigen Stimmen nötig: Bürgermeister Held gewählt"
    type_text("\n")
    assert at(desk) == "accepts"
    type_text("n\n")
    (only,) = held(book).rounds
    assert (only.yes, only.no, only.abstentions, only.invalid, only.at) == (6, 5, 1, None, None)
    assert (held(book).method, held(book).accepts) == (ElectionMethod.OPEN, False)
    assert (item(book).result, item(book).result_class) == (None, None)


@pytest.mark.parametrize(
    ("key", "method", "seats"),
    [
        ("d", SeatMethod.D_HONDT, (5, 2, 0)),
        ("h", SeatMethod.HARE_NIEMEYER, (4, 2, 1)),
        ("s", SeatMethod.SAINTE_LAGUE, (4, 2, 1)),
    ],
)
def test_lists_get_their_seats(desk: DeskPage, book: Book, key: str, method: SeatMethod, seats: tuple[int]) -> None:
    press("Shift+F4")
    type_text(f"Aufsichtsrat\nListe 1\nListe 2\nListe 3\n\t\nl\n7\n{key}\n\n13\n0\n0\n8\n4\n1\n")
    assert at(desk) == "elected"
    election = held(book)
    assert (election.form, election.seat_method) == (ElectionForm.LIST, method)
    assert tuple(one.seats for one in election.rounds[0].candidates) == seats
    assert said(desk)[0].endswith("Sitze vergeben: 7")
    assert item(book).result_class is ResultClass.ELECTED
    form(desk).focus("seats.2.0")
    type_text("2")
    assert held(book).rounds[0].candidates[2].seats == 2
    assert said(desk)[0].endswith(f"Sitze vergeben: {sum(seats) - seats[2] + 2} von 7")
    type_text("\b")
    assert held(book).rounds[0].candidates[2].seats == seats[2]


def test_a_tie_of_the_last_seat_is_for_the_lot(desk: DeskPage, book: Book) -> None:
    press("Shift+F4")
    type_text("Beirat\nListe 1\nListe 2\n\t\nl\n3\nd\n\n12\n0\n0\n6\n6\n")
    assert at(desk) == "drawer"
    assert said(desk)[0] == "d’Hondt: Gleichstand, das Los vergibt einen Sitz unter Liste 1 und Liste 2"
    type_text("\n1")
    assert [one.seats for one in held(book).rounds[0].candidates] == [2, 1]
    assert (held(book).lot, held(book).elected) == ("Liste 1", ())
    press("Ctrl+Z")
    assert [one.seats for one in held(book).rounds[0].candidates] == [1, 1]
    assert held(book).lot is None


def test_several_lots_are_drawn_one_by_one(desk: DeskPage, book: Book) -> None:
    press("Shift+F4")
    type_text("Beirat\nListe 1\nListe 2\nListe 3\n\t\nl\n5\nh\n\n12\n0\n0\n4\n4\n4\n\n3")
    assert at(desk) == "lot"
    assert said(desk)[0].endswith("unter Liste 1 und Liste 2")
    type_text("2")
    assert [one.seats for one in held(book).rounds[0].candidates] == [1, 2, 2]
    assert held(book).lot == "Liste 3, Liste 2"
    press("Shift+F4")
    type_text("Beisitz\na0\nb0\nc0\n\t\nm\n2\n\n13\n0\n0\n9\n9\n9\n\n1")
    assert at(desk) == "lot"
    type_text("2")
    election = item(book).proceedings[-1]
    assert isinstance(election, Election)
    assert (election.lot, election.elected) == ("Frau Amsel0, Frau Chor0", ("Frau Amsel0", "Frau Chor0"))


def test_another_draw_takes_the_place_of_the_first(desk: DeskPage, book: Book) -> None:
    press("Shift+F4")
    type_text("Vorsitz\na0\nb0\n\n13\n0\n1\n6\n6\n13\n0\n1\n6\n6\n\n1")
    assert (held(book).lot, held(book).elected) == ("Frau Amsel0", ("Frau Amsel0",))
    form(desk).focus("procedure")
    type_text("Die Vorsitzende zieht.")
    form(desk).focus("lot")
    type_text("2")
    assert (held(book).lot, held(book).elected) == ("Frau Birke0", ("Frau Birke0",))
    assert held(book).text == "Losverfahren: Die Vorsitzende zieht."


def test_one_ballot_too_many_is_kept_and_told(desk: DeskPage, book: Book) -> None:
    press("Shift+F4")
    type_text("Vorsitz\na0\nb0\n\n13\n0\n0\n8\n6")
    assert said(desk) == (
        "8 von 14 gültigen Stimmen nötig: Frau Amsel0 gewählt",
        "Stimmzettel zu viel: 1 (13 abgegeben, 14 gezählt)",
    )
    form(desk).focus("cast.0")
    type_text("14")
    assert said(desk)[1] == "Stimmzettel zu viel: 1 (stimmberechtigt anwesend: 13)"
    assert held(book).rounds[0].cast == 14


def test_the_law_of_the_land_says_what_is_needed(desk: DeskPage, book: Book) -> None:
    of_land(book, Land.NI)
    press("Shift+F4")
    type_text("Vorsitz\na0\nb0\n\n13\n0\n0\n7\n6")
    assert said(desk)[0] == "8 von 15 Mitgliedern nötig: 2. Wahlgang"
    type_text("\n13\n0\n0\n7\n6\n")
    assert (at(desk), held(book).elected) == ("accepts", ("Frau Amsel0",))


@pytest.mark.parametrize(("land", "entitled"), [(Land.SN, 12), (Land.TH, 13)])
def test_who_is_recused_elects_where_the_law_exempts_elections(
    desk: DeskPage, book: Book, clock: TestClock, land: Land, entitled: int
) -> None:
    of_land(book, land)
    recusal_acts.recuse(book, person(book, "Birke0"), item(book).key, clock.now())
    press("Shift+F4")
    assert election_book.setting(book, held(book), 0, clock.now()).present == entitled


def test_the_lot_decides_who_enters_the_run_off(desk: DeskPage, book: Book, clock: TestClock, tmp_path: Path) -> None:
    of_land(book, Land.SN)
    book.change(book.meeting.key, chairs=(Chair(person=person(book, "Held")),))
    press("Shift+F4")
    type_text("Vorsitz\na0\nb0\nc0\n\n13\n0\n0\n5\n4\n4\n")
    assert at(desk) == "drawer"
    type_text("\n2")
    assert "Losverfahren: gezogen von Bürgermeister Held." in printed(book, clock, tmp_path)
    assert at(desk) == "cast.1"
    assert [one.name for one in held(book).rounds[1].candidates] == ["Frau Amsel0", "Frau Chor0"]
    assert held(book).lot is None
    assert "Losentscheid über die Stichwahl: Frau Chor0" in printed(book, clock, tmp_path)


def test_several_at_once_are_as_many_as_places(desk: DeskPage, book: Book) -> None:
    press("Shift+F4")
    type_text("Beisitz\na0\nb0\nc0\n\t\nm\n2\n\n13\n0\n0\n11\n5\n9\n")
    assert held(book).form is ElectionForm.JOINT
    assert (at(desk), held(book).elected) == ("accepts", ("Frau Amsel0", "Frau Chor0"))


def test_a_faction_can_be_nominated_by_its_short_name(desk: DeskPage, book: Book) -> None:
    press("Shift+F4")
    type_text("Beirat\nspd\na0\n")
    assert [(one.name, bool(one.person)) for one in held(book).rounds[0].candidates] == [
        ("SPD", False),
        ("Frau Amsel0", True),
    ]


def test_an_open_ballot_is_told_what_the_law_wants(desk: DeskPage, book: Book) -> None:
    of_land(book, Land.SN)
    press("Shift+F4")
    hint = form(desk).foot._keys
    assert hint.text().endswith("Esc später · § 39 Abs. 7 SächsGemO")
    form(desk).focus("method")
    type_text("o")
    assert held(book).method is ElectionMethod.OPEN
    assert "offen, wenn niemand widerspricht" in hint.text()


# --- walking, leaving, taking back


def test_esc_keeps_it_open_and_the_key_comes_back_to_what_is_missing(desk: DeskPage, book: Book) -> None:
    press("Shift+F4")
    type_text("Vorsitz\na0\nMaria Neu\n")
    press("Esc")
    assert desk.elections.editor is None
    type_text("Inzwischen.")
    press("Shift+F4")
    assert at(desk) == "cast.0"
    assert [(one.name, bool(one.person)) for one in held(book).rounds[0].candidates] == [
        ("Frau Amsel0", True),
        ("Maria Neu", False),
    ]
    press("Shift+F4")
    assert at(desk) == "office"
    press("Esc")
    assert held(book).office == "Vorsitz"


def test_an_empty_election_is_dropped(desk: DeskPage, book: Book) -> None:
    press("Shift+F4")
    press("Esc")
    assert item(book).proceedings == ()


def test_a_name_taken_out_goes_from_all_rounds(desk: DeskPage, book: Book) -> None:
    press("Shift+F4")
    type_text("Vorsitz\na0\nb0\nc0\n\n13\n0\n0\n5\n4\n4\n")
    form(desk).focus("name.1")
    type_text("\b\n")
    assert [one.name for one in held(book).rounds[0].candidates] == ["Frau Amsel0", "Frau Chor0"]
    assert all("" not in [one.name for one in part.candidates] for part in held(book).rounds)


def test_details_of_a_candidate_by_tab(desk: DeskPage, book: Book) -> None:
    press("Shift+F4")
    type_text("Ausschuss\nMaria Neu\t")
    assert at(desk) == "role.0"
    type_text("ordentliches Mitglied\tPeter Alt\tLinke Liste\n")
    assert at(desk) == "name.1"
    (one,) = held(book).rounds[0].candidates
    assert one == Candidate(
        name="Maria Neu", role="ordentliches Mitglied", deputy="Peter Alt", list="Linke Liste", person=None
    )


def test_a_sentence_typed_blindly_changes_no_number(desk: DeskPage, book: Book) -> None:
    press("Shift+F4")
    type_text("Vorsitz\na0\nb0\n\n13\n")
    before = held(book)
    type_text("12 Stimmen sind es.")
    assert held(book) == before
    assert [entry.text for entry in item(book).proceedings if isinstance(entry, TextEntry)] == ["12 Stimmen sind es."]
    press("Shift+F4")
    form(desk).focus("method")
    type_text("Gleich geht es weiter.")
    assert held(book) == before


def test_each_number_is_taken_back_by_itself(desk: DeskPage, book: Book) -> None:
    press("Shift+F4")
    type_text("Vorsitz\na0\nb0\n\n13\n0\n0\n7\n6\n")
    assert held(book).elected == ("Frau Amsel0",)
    press("Ctrl+Z")
    assert (held(book).elected, item(book).result, held(book).rounds[0].candidates[1].votes) == ((), None, 6)
    press("Ctrl+Z")
    assert held(book).rounds[0].candidates[1].votes is None
    assert held(book).rounds[0].candidates[0].votes == 7
    assert said(desk)[0].endswith("noch kein Ergebnis")


def test_what_was_announced_stays_until_a_number_changes(desk: DeskPage, book: Book) -> None:
    ballot = (Candidate(name="A", votes=5), Candidate(name="B", votes=7))
    election = Election(office="Vorsitz", rounds=(ElectionRound(candidates=ballot),), elected=("A",))
    desk.pen.go_to(book.add(election, item(book).key, "proceedings"))
    press("Return")
    assert at(desk) == "accepts"
    assert said(desk)[1] == "nach den Zahlen: B"
    form(desk).focus("votes.1.0")
    type_text("\n")
    assert held(book).elected == ("A",)
    form(desk).focus("votes.1.0")
    type_text("8\n")
    assert held(book).elected == ("B",)


def test_who_leaves_is_not_counted_any_more(desk: DeskPage, book: Book) -> None:
    of_land(book, Land.SN)
    press("Shift+F4")
    type_text("Vorsitz\na0\nb0\n\n13\n0\n0\n7\n6")
    assert said(desk)[0].startswith("7 von 13 Anwesenden")
    book.remove(next(line.key for line in book.meeting.attendance if line.person == person(book, "Chor2")))
    assert said(desk)[0].startswith("7 von 12 Anwesenden")
    assert said(desk)[1] == "Stimmzettel zu viel: 1 (stimmberechtigt anwesend: 12)"


def test_every_field_has_a_name_for_the_screen_reader(desk: DeskPage) -> None:
    press("Shift+F4")
    type_text("Vorsitz\na0\nb0\n\n13\n0\n0\n6\n7\n")
    names = [stop.widget.accessibleName() for stop in form(desk)._stops]
    assert all(names)
    assert len(set(names)) == len(names)
    assert "1. Wahlgang, Stimmen, Frau Birke0" in names


def test_the_field_with_the_keyboard_is_in_view(desk: DeskPage, app: QApplication) -> None:
    window = desk.window()
    window.resize(900, 420)
    press("Shift+F4")
    for keys in (
        "Vorsitz\n",
        "a0\n",
        "b0\n",
        "\t",
        "\n\n\n",
        "13\n",
        "0\n0\n",
        "5\n",
        "5\n",
        "13\n0\n0\n5\n5\n",
    ):
        type_text(keys)
        app.processEvents()
        current = form(desk)._current()
        assert current is not None
        assert current.widget.visibleRegion().boundingRect().height() == current.widget.height(), current.name
    window.resize(700, 400)
    app.processEvents()
    app.processEvents()
    assert not form(desk).field("drawer").visibleRegion().isEmpty()


def test_tab_walks_through_every_field_and_out(desk: DeskPage) -> None:
    press("Shift+F4")
    type_text("Vorsitz\na0\n\n")
    form(desk).focus("office")
    walked = ["office"]
    while desk.elections.editor is not None and len(walked) < 40:
        press("Tab")
        if desk.elections.editor is not None:
            walked.append(at(desk))
    assert walked == [stop.replace("_0", ".0") for stop in (
        "office", "name_0", "role_0", "deputy_0", "list_0", "name.1", "method", "form", "tellers",
        "begin_0", "end_0", "cast_0", "invalid_0", "abstentions_0", "yes_0", "no_0",
        "elected", "accepts", "remark", "at", "public",
    )]  # fmt: skip
    assert desk.pen.editor.hasFocus()


def test_before_the_meeting_it_is_prepared(
    book: Book, bus: Bus, clock: TestClock, app: QApplication, tmp_path: Path
) -> None:
    desk = window_of(make(book, MeetingState.PREPARATION), bus, clock, app, tmp_path)
    press("Shift+F4")
    type_text("Seniorenbeirat\na0\n")
    press("Esc")
    assert held(book).prepared
    assert "Seniorenbeirat" not in printed(book, clock, tmp_path)
    book.change(book.meeting.key, state=MeetingState.RUNNING)
    press("Up")
    press("Return")
    assert not held(book).prepared
    press("Return")
    assert at(desk) == "cast.0"


CASE = SHARED / "cases" / "ka-02.json"


@pytest.mark.skipif(not CASE.is_file(), reason="the real cases lie beside the checkout on some machines")
def test_a_real_election_changes_by_one_digit_only(
    book: Book, bus: Bus, clock: TestClock, app: QApplication, tmp_path: Path
) -> None:
    book.open_meeting(intake.take_in(book, session_file.read(CASE.read_bytes())).meetings[0])
    before = _exported(book)
    desk = window_of(book, bus, clock, app, tmp_path)
    desk.pen.go_to(held(book).key)
    press("Return")
    assert [block.said[1] for block in form(desk).rounds] == ["", ""]
    assert form(desk).rounds[1].said[0].endswith("gewählt")
    form(desk).focus("votes.0.0")
    type_text("23\n")
    press("Esc")
    assert desk.elections.editor is None
    expected = json.dumps(before).replace('"votes": 22', '"votes": 23')
    assert json.dumps(_exported(book)) == expected


def _exported(book: Book) -> object:
    session, blobs = from_book(book, book.meeting.key)
    edition = make_edition(session, Reader.COMPLETE, book.meeting.key, blobs, "…")
    return json.loads(session_file.write(edition))
