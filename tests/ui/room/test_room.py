"""The room window: what the hall sees in each state of the meeting, when it sees it, and that it takes no keyboard."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QThread
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QWidget

from desktop.clock import stamp
from desktop.export.room import Phase
from desktop.models.book import Book
from desktop.models.values import (
    Candidate,
    Election,
    ElectionForm,
    ElectionRound,
    Event,
    EventType,
    FactionRow,
    ItemKind,
    MeetingState,
    Motion,
    MotionOutcome,
    MotionType,
    Person,
    Speech,
    Vote,
    VoteMethod,
)
from desktop.ui.bus import Bus
from desktop.ui.desk import writing
from desktop.ui.desk.floor import floor_acts
from desktop.ui.desk.procedure import course
from desktop.ui.looks.appearance import remember
from desktop.ui.looks.theme import Theme
from desktop.ui.room import scheme, standing
from desktop.ui.room.options import FACTIONS, NO, SPEAKER
from desktop.ui.room.room import Room
from desktop.ui.room.screen import RoomScreen
from desktop.ui.window import Window
from tests.ui.conftest import TestClock
from tests.ui.contrast import contrast
from tests.ui.desk import council
from tests.ui.keys import press, show, type_text, wait_until
from tests.ui.room.acts import seen


@pytest.fixture
def room(book: Book, bus: Bus, clock: TestClock, app: QApplication) -> Iterator[Room]:
    desk = QWidget()
    council.make(book)
    made = Room(book, bus, clock, desk)
    made.toggle()
    screen_of(made).resize(640, 360)
    yield made
    made.close()
    desk.deleteLater()


def screen_of(room: Room) -> RoomScreen:
    assert room.screen is not None
    return room.screen


def text_of(room: Room) -> str:
    """What is to be read once every field is left."""
    room.typing_ended()
    room.show_now()
    return seen(screen_of(room)).replace("\u00a0", " ")


def running(book: Book) -> str:
    item = course.running_item(book)
    assert item is not None
    return item.key


def add_vote(book: Book, **fields: object) -> str:
    values = {"yes": 9, "no": 3, "abstentions": 1, "accepted": True, "at": "2026-03-05T18:40:00+01:00", **fields}
    return writing.add_entry(book, Vote(**values), running(book))  # type: ignore[arg-type]


def test_it_shows_the_running_item_and_what_is_read_aloud(room: Room, book: Book) -> None:
    item = running(book)
    book.change(item, resolution="Der Rat **beschließt** den Haushalt.\n\n- eins\n- zwei")
    change = Motion(
        title="Änderungsantrag SPD", motion_type=MotionType.AMENDMENT, outcome=MotionOutcome.ACCEPTED, text="Mit Plan."
    )
    book.add(change, item, "proceedings")
    text = text_of(room)
    for part in (
        "Rat · 1. Sitzung",
        "TOP Ö 1 · Haushalt",
        "Beschlussvorschlag",
        "Der Rat beschließt den Haushalt.",
        "zwei",
    ):
        assert part in text
    assert "Änderungsantrag SPD, angenommen:" in text
    assert "Mit Plan." in text


def test_a_vote_is_seen_with_its_result_only(room: Room, book: Book) -> None:
    faction = next(row.key for row in book.session().organizations if row.name == "CDU")
    vote = add_vote(
        book, subject="Ziffer 1", accepted=None, by_faction=(FactionRow(organization=faction, yes=9, no=3),)
    )
    assert "Ziffer 1" not in text_of(room)
    book.change(vote, accepted=True)
    text = text_of(room)
    for part in ("Ziffer 1", "✓ angenommen", "CDU", "Ja", "9"):
        assert part in text
    book.change(vote, accepted=False)
    assert "✗ abgelehnt" in text_of(room)
    add_vote(book, subject="Ziffer 2", accepted=None)
    assert "abgelehnt" not in text_of(room)  # the next one is counted


def test_of_a_secret_vote_only_the_totals_are_seen(room: Room, book: Book) -> None:
    row = FactionRow(label="Verräter", yes=1)
    add_vote(book, subject="Abwahl", method=VoteMethod.SECRET, by_faction=(row,))
    text = text_of(room)
    assert "Verräter" not in text
    assert "Dafür: 9" in text or "Ja" in text


def test_an_election_is_seen_when_somebody_is_elected(room: Room, book: Book) -> None:
    election = book.add(Election(office="Schriftführung", at="2026-03-05T18:40:00+01:00"), running(book), "proceedings")
    assert "Schriftführung" not in text_of(room)
    book.change(election, elected=("Frau Amsel0",))
    assert "Frau Amsel0" in text_of(room)


def test_of_lists_the_seats_are_seen(room: Room, book: Book) -> None:
    lists = (Candidate(name="Liste CDU", votes=9, seats=3), Candidate(name="Liste SPD", votes=5, seats=2))
    election = Election(office="Hauptausschuss", form=ElectionForm.LIST, rounds=(ElectionRound(candidates=lists),))
    book.add(election, running(book), "proceedings")
    text = text_of(room)
    for part in ("Hauptausschuss", "Liste CDU", "Sitze", "3"):
        assert part in text


def test_a_wide_table_is_never_cut_off(room: Room, book: Book) -> None:
    cells = "|".join(["Straßenbauunterhaltungsmaßnahme"] * 8)
    book.change(running(book), resolution=f"|{cells}|\n|{'---|' * 8}\n|{cells}|")
    text_of(room)
    part = screen_of(room).wording
    assert part.ideal_width <= part.width() + 1


def test_who_speaks_is_named_as_the_public_reads_it(room: Room, book: Book, clock: TestClock) -> None:
    body = book.shelf.records[book.meeting.key].parent
    guest = Person(family_name="Geheimnis", protected=True, public_name="eine Einwohnerin")
    key = book.add(guest, body, "persons")
    known = council.person(book, "Amsel0")
    for person, said in ((known, "Es spricht: Frau Amsel0"), (key, "Es spricht: eine Einwohnerin")):
        turn = floor_acts.add(book, running(book), "", clock.now())
        book.change(turn, person=person, name=None)
        floor_acts.begin(book, turn, None, stamp(clock.now()))
        assert said in text_of(room)
    assert "Geheimnis" not in text_of(room)
    remember(book, SPEAKER, NO)
    room.rearrange()
    assert "Es spricht" not in text_of(room)


def test_the_hall_sees_nothing_the_moment_the_public_is_excluded(room: Room, book: Book, clock: TestClock) -> None:
    assert "Haushalt" in text_of(room)
    course.perform(book, course.Act.EXCLUDE, running(book), clock.now())
    text = seen(screen_of(room))  # no event has passed
    assert "Haushalt" not in text
    assert "Die Öffentlichkeit ist ausgeschlossen" in text
    course.perform(book, course.Act.RESTORE, running(book), clock.now())
    assert "Haushalt" not in text_of(room)  # nor what was written meanwhile
    assert screen_of(room).view.phase is Phase.COVERED
    room.cover()
    assert "Haushalt" in seen(screen_of(room))


def test_a_nonpublic_item_blanks_at_once(room: Room, book: Book, clock: TestClock) -> None:
    other = book.meeting.agenda[1].key
    book.change(other, public=False)
    course.call_item(book, other, clock.now())
    assert "Nichtöffentlicher Teil" in seen(screen_of(room))
    assert "Verschiedenes" not in seen(screen_of(room))
    course.call_item(book, book.meeting.agenda[0].key, clock.now())
    assert "Haushalt" in seen(screen_of(room))
    book.change(running(book), public=False)
    assert "Haushalt" not in seen(screen_of(room))


def test_what_is_typed_comes_when_its_field_is_left(room: Room, book: Book) -> None:
    item = running(book)
    book.change(item, resolution="Der Rat beschließt.")
    text_of(room)
    for text in ("Der Rat beschließt. Frau Geheimnisv", "Der Rat beschließt. Frau Geheimnisvoll"):
        book.change(item, typing=True, resolution=text)
    assert room.waits == 0
    book.change(item, result="vertagt")  # an act meanwhile
    room.show_now()
    assert "Der Rat beschließt." in seen(screen_of(room))
    assert "Geheimnis" not in seen(screen_of(room))
    book.undo()
    book.undo()  # what was typed until then may be half a name
    room.show_now()
    assert "Geheimnis" not in seen(screen_of(room))
    book.redo()
    book.end_typing()
    assert room.waits == 200
    wait_until(lambda: "Geheimnisvoll" in seen(screen_of(room)))


def test_a_passage_that_is_being_hidden_goes_at_once(room: Room, book: Book) -> None:
    book.change(running(book), resolution="An Frau Muster zahlen")
    assert "Muster" in text_of(room)
    book.change(running(book), typing=True, resolution="An ⟦Frau Muster zahlen")
    assert "Muster" not in seen(screen_of(room))


def test_typing_never_delays_an_act(room: Room, book: Book) -> None:
    vote = add_vote(book)
    assert "✓ angenommen" in text_of(room)
    book.change(vote, accepted=False)
    book.end_typing()  # the grid is left
    for letters in range(100):
        book.change(running(book), typing=True, note="x" * letters)
        QApplication.processEvents()
        if "✗ abgelehnt" in seen(screen_of(room)):
            break
        QThread.msleep(5)
    assert "✗ abgelehnt" in seen(screen_of(room))


def test_numbers_are_seen_when_the_grid_is_left(room: Room, book: Book) -> None:
    vote = add_vote(book, yes=12)
    assert "12" in text_of(room)
    for yes in (1, 13):
        book.change(vote, yes=yes)
        room.show_now()
        assert "12" in seen(screen_of(room))
    assert "13" in text_of(room)


def now(room: Room) -> str:
    """What is to be read while somebody is still in a field."""
    room.show_now()
    return seen(screen_of(room)).replace("\u00a0", " ")


def test_opened_in_the_middle_of_a_word_it_waits_for_the_field(
    room: Room, book: Book, bus: Bus, clock: TestClock, app: QApplication
) -> None:
    room.toggle()
    book.change(running(book), typing=True, resolution="Frau Geheimnisvo")
    room.toggle()
    assert "Geheimnisvo" not in now(room)
    desk = QWidget()
    first = Room(book, bus, clock, desk)  # opened for the first time
    first.toggle()
    assert "Geheimnisvo" not in now(first)
    first.close()
    room.toggle()
    room.toggle()
    book.change(running(book), typing=True, resolution="Frau Geheimnisvoll")
    assert "Geheimnisvo" not in now(room)
    book.end_typing()
    assert "Geheimnisvoll" in now(room)


def test_what_undo_takes_goes_at_once_and_what_it_leaves_waits(room: Room, book: Book) -> None:
    book.change(running(book), resolution="Alpha")
    book.change(running(book), resolution="Beta")
    assert "Beta" in text_of(room)
    book.undo()
    assert "Beta" not in seen(screen_of(room))
    assert "Alpha" not in now(room)  # it could be half a name
    assert "Alpha" in text_of(room)
    book.undo()
    assert "Alpha" not in seen(screen_of(room))


def test_a_count_that_is_taken_back_is_no_result(room: Room, book: Book) -> None:
    vote = add_vote(book, yes=1)
    book.change(vote, yes=12)
    assert "12" in text_of(room)
    book.undo()
    assert screen_of(room).view.result is None
    book.end_typing()
    assert "12" not in now(room)
    assert screen_of(room).view.result is not None


def test_a_count_without_a_field_ends_with_the_next_called_item(room: Room, book: Book, clock: TestClock) -> None:
    vote = add_vote(book, accepted=None)
    text_of(room)
    book.change(vote, accepted=True)
    assert screen_of(room).view.result is None
    for item in (1, 0):
        course.call_item(book, book.meeting.agenda[item].key, clock.now())
    assert "✓ angenommen" in now(room)


def test_undo_of_what_the_hall_does_not_see_covers_nothing(room: Room, book: Book) -> None:
    here, other = running(book), book.meeting.agenda[1].key
    vote = writing.add_entry(book, Vote(prepared=True, subject="x"), other)
    speech = writing.add_entry(book, Speech(speaker_name="x", text="y"), here)
    text_of(room)
    for key, fields in ((other, {"public": False}), (vote, {"prepared": False}), (speech, {"public": False})):
        book.change(key, **fields)
        book.undo()
        assert "Haushalt" in now(room)
    motion = book.add(Motion(text="Antrag B"), here, "proceedings")
    text_of(room)
    book.move(motion, 0, other, "proceedings")
    assert "Antrag B" not in now(room)
    book.undo()
    assert "Haushalt" not in text_of(room)


def test_a_hidden_passage_goes_with_its_act_and_undo_never_brings_it_back(room: Room, book: Book) -> None:
    for typing in (False, True):
        book.change(running(book), resolution="An Frau Muster zahlen")
        assert "Muster" in text_of(room)
        book.change(running(book), typing=typing, resolution="An ⟦Frau Muster⟧ zahlen")
        assert "Muster" not in seen(screen_of(room))
        book.undo()
        assert "Muster" not in text_of(room)
        assert screen_of(room).view.phase is Phase.COVERED
        room.cover()


def test_undo_never_brings_back_what_was_not_public(room: Room, book: Book, clock: TestClock) -> None:
    book.change(running(book), public=False)
    course.call_item(book, book.meeting.agenda[1].key, clock.now())
    assert "Verschiedenes" in text_of(room)
    book.undo()
    book.undo()
    assert "Haushalt" not in text_of(room)
    room.cover()
    assert "Haushalt" in text_of(room)


def test_an_exclusion_that_goes_covers_it_still(room: Room, book: Book, clock: TestClock) -> None:
    course.perform(book, course.Act.EXCLUDE, running(book), clock.now())
    event = next(one.key for one in book.meeting.agenda[0].proceedings if isinstance(one, Event))
    book.change(event, event_type=EventType.OTHER)
    assert "Haushalt" not in text_of(room)
    course.call_item(book, book.meeting.agenda[1].key, clock.now())
    assert "Verschiedenes" in text_of(room)


def test_where_anything_fails_nothing_is_seen(room: Room, book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    text_of(room)
    said: list[str] = []
    room.state.connect(said.append)
    monkeypatch.setattr(standing, "phase_of", lambda _book: {}["x"])
    with pytest.raises(KeyError):
        room.show_now()
    assert "Haushalt" not in seen(screen_of(room))
    assert said == ["Raum: verdeckt"]


def test_whose_speech_is_gone_or_not_public_is_not_named(room: Room, book: Book, clock: TestClock) -> None:
    turn = floor_acts.add(book, running(book), "Frau Birke", clock.now())
    speech = writing.add_entry(book, Speech(speaker_name="Frau Birke", text="x"), running(book))
    floor_acts.begin(book, turn, speech, stamp(clock.now()))
    assert "Es spricht: Frau Birke" in text_of(room)
    book.remove(speech)
    assert "Birke" not in text_of(room)


def test_a_pause_lasts_also_in_the_next_item(room: Room, book: Book, clock: TestClock) -> None:
    course.perform(book, course.Act.PAUSE, running(book), clock.now())
    course.call_item(book, book.meeting.agenda[1].key, clock.now())
    assert "Pause" in text_of(room)


def test_of_residents_nobody_is_named_by_a_motion(room: Room, book: Book) -> None:
    book.change(running(book), kind=ItemKind.QUESTION)
    book.add(Motion(mover_name="Frau Erika Muster", text="Mehr Bänke"), running(book), "proceedings")
    text = text_of(room)
    assert "Mehr Bänke" in text
    assert "Muster" not in text


def test_a_result_goes_when_the_next_motion_is_made(room: Room, book: Book) -> None:
    add_vote(book, subject="Ziffer 3")
    assert "Ziffer 3" in text_of(room)
    book.add(Motion(text="Antrag B"), running(book), "proceedings")
    assert "Ziffer 3" not in text_of(room)


def test_speeches_and_notes_never_wake_it(room: Room, book: Book) -> None:
    text_of(room)
    entry = writing.add_text(book, running(book), None, "F", "2026-03-05T18:42:00+01:00")
    room.show_now()
    book.change(entry, typing=True, text="Frau Amsel fragt")
    assert room.waits == 0


def test_a_pause_says_when_it_goes_on(room: Room, book: Book, clock: TestClock) -> None:
    item = running(book)
    pause = Event(event_type=EventType.INTERRUPTION, from_=stamp(clock.now()))
    key = writing.add_entry(book, pause, item)
    assert "Pause" in text_of(room)
    book.change(key, until="2026-03-05T19:00:00+01:00")
    assert "Fortsetzung um 19:00 Uhr" in text_of(room)
    clock.forward(minutes=30)
    assert "Pause" not in text_of(room)


def test_before_and_after_no_item_is_seen(room: Room, book: Book, clock: TestClock) -> None:
    book.change(book.meeting.key, state=MeetingState.PREPARATION)
    text = text_of(room)
    assert "Haushalt" not in text
    assert "1. Sitzung\nDonnerstag, 05.03.2026" in text
    assert "Beginn 18:00 Uhr" in text
    book.change(book.meeting.key, state=MeetingState.RUNNING)
    course.perform(book, course.Act.CLOSE, running(book), clock.now())
    assert "Die Sitzung ist geschlossen" in seen(screen_of(room))


def test_covered_by_hand_it_shows_the_town_only(room: Room, book: Book) -> None:
    room.cover()
    assert screen_of(room).view == replace(screen_of(room).view, phase=Phase.COVERED, notice="Tornau")
    assert "Haushalt" not in seen(screen_of(room))
    room.cover()
    assert "Haushalt" in seen(screen_of(room))


@pytest.mark.parametrize("state", [MeetingState.PUBLISHED, MeetingState.PREPARATION, MeetingState.RUNNING])
def test_another_meeting_that_is_looked_up_is_not_for_the_hall(room: Room, book: Book, state: MeetingState) -> None:
    text_of(room)
    mine = book.meeting
    other = replace(mine, key="", name="Alte Sitzung", agenda=(), attendance=(), state=state)
    key = book.add(other, book.shelf.records[mine.key].parent, "meetings")
    book.open_meeting(key)
    assert "Alte Sitzung" not in text_of(room)
    assert screen_of(room).view.phase is Phase.COVERED
    room.toggle()
    room.toggle()  # opened again meanwhile
    assert "Alte Sitzung" not in text_of(room)
    room.cover()
    assert "Alte Sitzung" not in text_of(room)
    book.open_meeting(mine.key)
    assert "Haushalt" in text_of(room)


def test_a_long_wording_keeps_a_legible_size_and_turns_its_pages(room: Room, book: Book) -> None:
    screen = screen_of(room)
    screen.resize(960, 540)
    book.change(running(book), resolution="Die Verwaltung wird beauftragt, jährlich zu berichten. " * 90)
    text_of(room)
    part = screen.wording
    assert (part.page, part.pages > 2) == (1, True)
    assert part.type_size == 540 // 30
    assert f"1/{part.pages}" in seen(screen)
    part.turn()
    assert f"2/{part.pages}" in seen(screen)
    book.change(running(book), resolution="Kurz.")
    text_of(room)
    assert part.pages == 1
    assert part.type_size > 540 // 15


def test_what_the_user_does_not_want_is_not_shown(room: Room, book: Book) -> None:
    faction = next(row.key for row in book.session().organizations if row.name == "CDU")
    add_vote(book, by_faction=(FactionRow(organization=faction, yes=9, no=3),))
    assert "CDU" in text_of(room)
    remember(book, FACTIONS, NO)
    room.rearrange()
    assert "CDU" not in text_of(room)


def test_it_takes_no_keyboard_and_has_no_pointer(room: Room) -> None:
    screen = screen_of(room)
    assert screen.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert screen.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert screen.cursor().shape() is Qt.CursorShape.BlankCursor
    assert all(one.focusPolicy() is Qt.FocusPolicy.NoFocus for one in screen.findChildren(QWidget))


def test_by_keys_at_the_desk(demo: Book, bus: Bus, clock: TestClock, app: QApplication, tmp_path: Path) -> None:
    window = Window(demo, bus, clock, Theme(app), tmp_path)
    show(window)
    window.open_meeting(demo.meeting.key)
    header = window.desk.header
    press("Ctrl+Shift+F12")
    assert "Strg+Umschalt+W öffnet es" in window.status.currentMessage()
    press("Ctrl+Shift+W")
    assert "Raum: TOP Ö 9" in header.accessibleName()
    hall = screen_of(window.room)
    show(window)
    press("F5")
    type_text("Der Antrag der Frau Geheimnisvo")
    window.room.show_now()
    assert "Geheimnisvo" not in seen(hall)
    type_text("ll wird angenommen")
    press("Esc")
    wait_until(lambda: "Geheimnisvoll" in seen(hall))
    press("F4")
    type_text("1")
    window.room.show_now()
    assert hall.view.result is None
    for _votes_open in range(3):
        press("Return")
    wait_until(lambda: hall.view.result is not None)
    press("Esc")
    type_text("Es wird geschrieben.")
    press("F8")
    offered = [text for text in window.desk.lines.procedure.texts() if text.startswith("Öffentlichkeit ausschließen")]
    assert offered
    assert all(text.endswith("· das Raumfenster wird leer") for text in offered)
    press("Esc")
    press("Ctrl+Shift+F12")
    assert "Raum: verdeckt" in header.accessibleName()
    press("Ctrl+Shift+F12")
    press("Ctrl+Shift+W")
    assert "Raum" not in header.accessibleName()
    assert window.room.screen is None
    press("Ctrl+Shift+W")
    window.close()
    assert window.room.screen is None


@pytest.mark.parametrize("used", [scheme.LIGHT, scheme.DARK])
def test_the_colours_can_be_read_from_the_last_row(used: scheme.Scheme) -> None:
    for colour in (used.text, used.muted, used.accepted, used.rejected):
        assert contrast(QColor(colour), QColor(used.ground)) >= 7
