"""The checklist in the real window: found after a pause, reached by keys, told at the vote, banner for corrections."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from desktop.models.book import Book
from desktop.models.profiles import house_facts
from desktop.models.rules import checks
from desktop.models.rules.checks import Code, Finding
from desktop.models.values import (
    AttendanceStatus,
    Ballot,
    Candidate,
    Choice,
    ElectionRound,
    ItemStage,
    Land,
    MeetingState,
    Recusal,
    ResultClass,
    Task,
    TextEntry,
    Vote,
    VoteMethod,
)
from desktop.ui import house
from desktop.ui.bus import Bus
from desktop.ui.desk.checks.check_words import sentence, short
from desktop.ui.desk.names.speakers import Directory
from desktop.ui.desk.page import DeskPage
from desktop.ui.desk.presence import attendance_acts as acts
from desktop.ui.desk.presence.attendance import AttendanceDialog
from desktop.ui.looks.theme import Theme
from desktop.ui.window import Window
from tests.ui.conftest import TestClock
from tests.ui.desk import council
from tests.ui.keys import press, show, type_text, wait_until

SLOTS = ("persons", "organizations")


@pytest.fixture
def window(book: Book, bus: Bus, clock: TestClock, app: QApplication, tmp_path: object) -> Window:
    """A council of thirteen whose meeting runs."""
    council.make(book)
    made = Window(book, bus, clock, Theme(app), book.path.parent)
    made.resize(1500, 900)
    made.open_meeting(book.meeting.key)
    show(made)
    return made


def checked(desk: DeskPage) -> list[Code]:
    """What is found once the checks are through."""
    desk.checker.hurry()
    wait_until(lambda: not desk.checker.busy, "the checks are through")
    return [one.code for one in desk.checker.findings]


def add_vote(book: Book, item: int = 0, **fields: object) -> str:
    values = {"at": "2026-03-05T18:30:00+01:00", "accepted": True, **fields}
    return book.add(Vote(**values), book.meeting.agenda[item].key, "proceedings")  # type: ignore[arg-type]


def tab(window: Window) -> str:
    side = window.desk.side
    return side.title_of(window.desk.side.checklist_panel)


def agenda(window: Window) -> list[str]:
    rows = window.desk.agenda._rows.values()
    return [row.text(0).strip() for row in rows]


def test_a_finding_is_counted_in_the_tab_and_told_at_the_vote(window: Window, book: Book) -> None:
    desk = window.desk
    key = add_vote(book, yes=8, no=4)
    assert checked(desk) == [Code.NO_QUORUM_STATED, Code.SUM_ATTENDANCE]
    assert tab(window) == "Prüfliste (2)"
    assert agenda(window) == ["▶ Ö 1 ⚠", "Ö 2"]
    row = next(row for row in desk.proceedings.stream.rows if row.key == key)
    assert desk.proceedings.face(row).warnings == ("⚠ Summe 12, anwesend laut Anwesenheitsliste 13",)
    assert "Summe 12" in desk.proceedings.face(row).spoken
    higher = row.height
    assert row.warnings_box.height() > 0
    assert row.warnings_box.bottom() < higher
    book.change(key, no=5)
    assert checked(desk) == [Code.NO_QUORUM_STATED]
    assert desk.proceedings.face(row).warnings == ()
    assert row.height < higher
    assert tab(window) == "Prüfliste (1)"
    assert agenda(window) == ["▶ Ö 1", "Ö 2"]
    book.undo()
    assert len(checked(desk)) == 2


def test_a_vote_left_open_is_told_once(window: Window, book: Book) -> None:
    desk = window.desk
    press("F4")
    type_text("4")
    press("Escape")
    vote = next(entry for entry in book.meeting.agenda[0].proceedings if isinstance(entry, Vote))
    assert vote.accepted is None
    assert checked(desk) == [Code.NO_QUORUM_STATED, Code.NO_RESULT]
    row = next(row for row in desk.proceedings.stream.rows if row.key == vote.key)
    assert desk.proceedings.face(row).warnings == ("⚠ Abstimmung ohne Ergebnis",)
    assert "Summe" not in desk.proceedings.face(row).spoken


def test_f11_and_enter_lead_to_the_vote_in_another_item(window: Window, book: Book) -> None:
    desk = window.desk
    key = add_vote(book, item=1, yes=2, no=11)
    assert Code.OUTCOME_COMPUTED in checked(desk)
    press("F11")
    assert desk.side.checklist_panel.list.hasFocus()
    press("Return")
    assert desk.proceedings.item == book.meeting.agenda[1].key
    assert desk.pen.key == key


def test_enter_on_a_missing_quorum_offers_to_state_it(window: Window, book: Book) -> None:
    add_vote(book, yes=8, no=5)
    checked(window.desk)
    press("F11")
    press("Return")
    offered = window.desk.lines.procedure.list
    assert offered.hasFocus()
    assert any("Beschlussfähigkeit" in offered.item(row).text() for row in range(offered.count()))


def test_enter_on_a_missing_minute_taker_opens_the_attendance_list(window: Window, book: Book) -> None:
    for item in book.meeting.agenda:
        book.change(item.key, result="erledigt")
    book.change(book.meeting.key, state=MeetingState.DRAFT, end="2026-03-05T20:00:00+01:00")
    assert checked(window.desk) == [Code.NO_MINUTE_TAKER]
    press("F11")
    press("Return")
    assert any(isinstance(one, AttendanceDialog) for one in window.findChildren(QDialog))


def test_enter_leads_to_the_field_where_a_gap_is_filled(window: Window, book: Book) -> None:
    desk, item = window.desk, book.meeting.agenda[1].key
    book.change(item, resolution="Am [[Tag]].", result="beschlossen", stage=ItemStage.DONE)
    book.change(item, tasks=(Task(text="Prüfen"),))
    book.change(book.meeting.agenda[0].key, result="erledigt")
    book.change(book.meeting.key, state=MeetingState.DRAFT, end="2026-03-05T20:00:00+01:00")
    assert checked(desk) == [Code.NO_MINUTE_TAKER, Code.HOLES, Code.TASKS_OPEN]
    book.change(book.meeting.key, minute_takers=(book.meeting.attendance[0].person,))
    assert checked(desk) == [Code.HOLES, Code.TASKS_OPEN]
    assert agenda(window)[1] == "✓ Ö 2 ⚠"
    press("F11")
    press("Return")
    assert desk.proceedings.item == item
    assert desk.outcome.resolution.hasFocus()
    press("F11")
    press("Down")
    press("Return")
    assert desk.tasks.list.hasFocus()
    book.change(item, resolution="Am Montag.")
    assert checked(desk) == [Code.TASKS_OPEN]
    assert "⚠" not in agenda(window)[1]


def test_a_gap_that_is_typed_over_is_gone_when_the_row_is_left(window: Window, book: Book) -> None:
    desk, item = window.desk, book.meeting.agenda[1]
    key = book.add(TextEntry(text="Es spricht [[Name]]"), item.key, "proceedings")
    desk.show_item(item.key)
    assert checked(desk) == [Code.HOLES]
    book.change(key, typing=True, text="Es spricht Frau Amsel")
    assert not desk.checker.busy
    desk.pen.go_to(key)
    wait_until(lambda: not desk.checker.findings)
    book.change(key, typing=True, text="Es spricht [[Name]]")
    assert checked(desk) == [Code.HOLES]


def test_what_matters_most_comes_first_below_a_heading_of_its_own(window: Window, book: Book) -> None:
    desk = window.desk
    add_vote(book, item=1, yes=2, no=11)
    book.change(book.meeting.agenda[0].key, tasks=(Task(text="Prüfen"),))
    book.change(book.meeting.agenda[1].key, result="erledigt")
    book.change(book.meeting.key, state=MeetingState.DRAFT, end="2026-03-05T20:00:00+01:00")
    book.change(book.meeting.key, minute_takers=(book.meeting.attendance[0].person,))
    checked(desk)
    press("F11")
    shown = desk.side.checklist_panel.list
    texts = [shown.item(row).text() for row in range(shown.count())]
    headings = [text for text in texts if text[0] not in "⚠☐"]
    assert headings == [
        "Passt nicht zusammen (1)",
        "Ö 2 Verschiedenes",
        "Fehlt noch (1)",
        "Sitzung insgesamt",
        "Noch zu erledigen (1)",
        "Ö 1 Haushalt",
    ]
    assert shown.currentRow() == 2


def test_blind_typing_into_the_checklist_stands_on_the_ready_line(window: Window, book: Book) -> None:
    add_vote(book, yes=2, no=11)
    checked(window.desk)
    press("F11")
    type_text("Frau Amsel fragt")
    texts = [getattr(entry, "text", None) for entry in book.meeting.agenda[0].proceedings]
    assert texts[-1] == "Frau Amsel fragt"


def test_f7_brings_presence_to_the_front_and_f6_goes_to_what_is_in_front(window: Window, book: Book) -> None:
    desk = window.desk
    press("F11")
    assert desk.side.current_part() is desk.side.checklist_panel
    press("Esc")
    for _step in range(8):
        press("F6")
        if desk.side.checklist_panel.list.hasFocus():
            break
    assert desk.side.checklist_panel.list.hasFocus()
    press("F7")
    assert desk.side.current_part() is desk.side.attendance_panel
    assert desk.side.attendance_panel.isVisible()


def test_a_vote_in_the_grid_says_itself_what_is_open(window: Window, book: Book) -> None:
    desk = window.desk
    press("F4")
    assert desk.fields.grid is not None
    assert checked(desk) == [Code.NO_QUORUM_STATED]
    type_text("3")
    assert checked(desk) == [Code.NO_QUORUM_STATED]
    press("Esc")
    assert desk.fields.grid is None
    assert len(checked(desk)) > 1


def test_an_election_in_its_form_says_itself_what_is_open(window: Window, book: Book) -> None:
    desk = window.desk
    press("Shift+F4")
    key = desk.pen.key
    assert key is not None
    book.change(key, rounds=(ElectionRound(candidates=(Candidate(name="Amsel", votes=3),), cast=5),))
    assert Code.ELECTION_SUM not in checked(desk)
    press("Esc")
    press("Esc")
    assert Code.ELECTION_SUM in checked(desk)


def test_a_late_correction_names_the_votes_and_changes_none(window: Window, book: Book, clock: TestClock) -> None:
    desk = window.desk
    add_vote(book, yes=8, no=5)
    right = add_vote(book, item=1, accepted=None, verdict="ohne Zählung")
    assert checked(desk) == [Code.NO_QUORUM_STATED]
    votes = [book.shelf.value(entry.key) for item in book.meeting.agenda for entry in item.proceedings]
    press("F7")
    type_text("a0 1820\n")
    assert not acts.is_here(book, council.person(book, "Amsel0"), clock.now())
    assert checked(desk) == [Code.NO_QUORUM_STATED, Code.SUM_ATTENDANCE]
    [banner] = window.banners.texts()
    assert "Ö 1: 13 Stimmen gezählt, anwesend laut Anwesenheitsliste 12" in banner
    assert right not in banner
    assert [book.shelf.value(vote.key) for vote in votes] == votes
    press("Ctrl+Shift+M")
    button = QApplication.focusWidget()
    assert isinstance(button, QPushButton)
    assert button.text() == "Prüfliste öffnen"
    press("Space")
    assert desk.side.checklist_panel.list.hasFocus()
    book.undo()
    assert checked(desk) == [Code.NO_QUORUM_STATED]
    assert window.banners.texts() == []


def test_a_wrong_vote_is_no_late_correction(window: Window, book: Book) -> None:
    add_vote(book, yes=8, no=4)
    assert Code.SUM_ATTENDANCE in checked(window.desk)
    assert window.banners.texts() == []


def test_a_recusal_afterwards_contradicts_the_vote(window: Window, book: Book) -> None:
    add_vote(book, yes=8, no=5)
    checked(window.desk)
    book.add(Recusal(person=council.person(book, "Birke0")), book.meeting.agenda[0].key, "recusals")
    assert Code.SUM_ATTENDANCE in checked(window.desk)
    assert "Ö 1: 13 Stimmen gezählt" in window.banners.texts()[0]


def test_the_law_of_the_land_counts_at_once(window: Window, book: Book) -> None:
    add_vote(book, yes=8, no=4, abstentions=1)
    body = book.shelf.records[book.meeting.key].parent or ""
    assert Code.ABSTENTION_FORBIDDEN not in checked(window.desk)
    book.change(body, state=Land.BY)
    assert Code.ABSTENTION_FORBIDDEN in checked(window.desk)
    book.change(body, state=Land.SH)
    assert Code.ABSTENTION_FORBIDDEN not in checked(window.desk)


def test_another_meeting_starts_anew(window: Window, book: Book) -> None:
    add_vote(book, yes=8, no=4)
    checked(window.desk)
    window.open_meeting(book.meeting.key)
    assert window.desk.checker.findings == ()
    assert checked(window.desk) == [Code.NO_QUORUM_STATED, Code.SUM_ATTENDANCE]
    assert window.banners.texts() == []


def test_who_types_comes_first(window: Window, book: Book) -> None:
    """A key press puts the checks off, in the middle of them too; they come with the next pause."""
    checker = window.desk.checker
    add_vote(book, yes=8, no=4)
    checker.hurry()
    assert checker._slices.isActive()
    type_text("Fr")
    assert not checker._slices.isActive()
    assert checker.busy
    wait_until(lambda: not checker.busy, "the next pause")
    assert [one.code for one in checker.findings] == [Code.NO_QUORUM_STATED, Code.SUM_ATTENDANCE]


def test_only_what_changed_is_checked_again(window: Window, book: Book) -> None:
    desk = window.desk
    add_vote(book, yes=8, no=4)
    checked(desk)
    known = dict(desk.checker._known)
    other = add_vote(book, item=1, yes=8, no=5)
    checked(desk)
    first, second = (item.key for item in book.meeting.agenda)
    assert desk.checker._known[first] is known[first]
    assert desk.checker._known[second] is not known[second]
    assert book.shelf.value(other)


def test_checking_what_changed_finds_what_checking_all_does(window: Window, book: Book) -> None:
    desk = window.desk
    first, second = (item.key for item in book.meeting.agenda)
    old = add_vote(book, yes=8, no=4)
    acts_done: list[Callable[[], object]] = [
        lambda: add_vote(book, item=1, yes=2, no=11, voids=old),
        lambda: add_vote(book, yes=8, no=5, on=(first, second)),
        lambda: book.change(council.line_of(book, "Chor1").key, status=AttendanceStatus.UNEXCUSED),
        lambda: book.add(Recusal(person=council.person(book, "Birke1")), second, "recusals"),
        lambda: book.move(second, 0),
        lambda: book.change(book.meeting.organizations[0], voting_member_count=9),
        lambda: book.change(first, result_class=ResultClass.REJECTED),
        book.undo,
        book.undo,
        book.undo,
    ]
    for act in acts_done:
        act()
        checked(desk)
        slot = {table: book.shelf.children(book.shelf.records[book.meeting.key].parent, table) for table in SLOTS}
        persons, organizations = ({key: book.shelf.value(key) for key in slot[table]} for table in SLOTS)
        house_now = house_facts(house.profile(book))
        known = checks.facts(book.meeting, persons, organizations, house.law(book), house_now)  # type: ignore[arg-type]
        assert desk.checker.findings == checks.check(known)


def test_votes_with_the_same_trouble_are_told_together(window: Window, book: Book) -> None:
    held = council.person(book, "Held")
    for minute in (30, 32):
        add_vote(
            book,
            yes=1,
            no=0,
            at=f"2026-03-05T18:{minute}:00+01:00",
            ballots=(Ballot(person=held, choice=Choice.YES),),
            method=VoteMethod.ROLL_CALL,
        )
    checked(window.desk)
    book.add(Recusal(person=held), book.meeting.agenda[0].key, "recusals")
    checked(window.desk)
    [banner] = window.banners.texts()
    assert banner.startswith("Die Anwesenheitsliste widerspricht jetzt 2 Abstimmungen")
    assert banner.count("Ö 1") == 1
    assert "Ö 1 (18:30 und 18:32 Uhr): Bürgermeister Held hat mitgestimmt, obwohl befangen" in banner


def test_times_are_held_against_the_end_once_there_is_one(window: Window, book: Book) -> None:
    add_vote(book, yes=13, no=0, at="2026-03-05T18:30:00+01:00")
    assert Code.TIME_AFTER not in checked(window.desk)
    book.change(book.meeting.key, end="2026-03-05T18:20:00+01:00")
    assert Code.TIME_AFTER in checked(window.desk)
    told = next(one for one in window.desk.checker.findings if one.code is Code.TIME_AFTER)
    words = sentence(told, window.desk.proceedings.directory)
    assert words == "18:30 Uhr liegt nach dem Ende der Sitzung (18:20 Uhr) – Uhrzeit oder Sitzungsende berichtigen."
    book.change(book.meeting.key, end=None)
    assert Code.TIME_AFTER not in checked(window.desk)


def test_times_of_two_days_are_told_with_their_day() -> None:
    params = {"person": "x", "time": "2026-03-06T00:10:00+01:00", "bound": "2026-03-05T23:50:00+01:00"}
    words = short(Finding(Code.PRESENCE_AFTER, params=params), Directory(()))
    assert words == "Jemand: 06.03.2026, 00:10 Uhr liegt nach dem Ende der Sitzung (05.03.2026, 23:50 Uhr)"


def test_before_the_end_the_head_says_what_is_still_open(window: Window, book: Book) -> None:
    desk, item = window.desk, book.meeting.agenda[1].key
    head = desk.side.checklist_panel._head
    checked(desk)
    press("F11")
    assert head.isHidden()
    assert desk.side.checklist_panel._guide.text == "Nichts offen. Bisher passt alles zusammen."
    book.change(item, tasks=(Task(text="Prüfen"),), stage=ItemStage.DONE, result="erledigt")
    assert checked(desk) == [Code.TASKS_OPEN]
    assert head.text() == "Bisher passt alles zusammen · noch offen: 1"
