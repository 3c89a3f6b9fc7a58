"""Bias, the chair that changes hands and the public that leaves, in the book."""

import pytest

from desktop.clock import stamp
from desktop.models.book import Book
from desktop.models.values import (
    AgendaItem,
    AttendanceGroup,
    Ballot,
    Chair,
    Event,
    EventType,
    Land,
    Membership,
    Person,
    Speech,
    TextEntry,
    Vote,
)
from desktop.models.values import Choice as Ballots
from desktop.ui.desk.presence import attendance_acts as acts
from desktop.ui.desk.presence import chairing, recusal_acts
from desktop.ui.desk.procedure import course
from desktop.ui.desk.procedure.course import Act
from tests.ui.conftest import TestClock
from tests.ui.desk.council import line_of, make, person


@pytest.fixture
def council(book: Book) -> Book:
    """Amsel0 is in the chair, Birke0 is her deputy, and there is a third item."""
    make(book)
    book.change(book.meeting.key, chairs=(Chair(person=person(book, "Amsel0")),))
    seat = Membership(organization=book.meeting.organizations[0], role="1. stellv. Vorsitzende")
    book.add(seat, person(book, "Birke0"), "memberships")
    book.add(AgendaItem(number="3", name="Schluss"), book.meeting.key, "agenda")
    return book


def items(book: Book) -> list[str]:
    return [item.key for item in book.meeting.agenda]


def told(book: Book, item: int) -> list[tuple[EventType, str | None]]:
    entries = book.meeting.agenda[item].proceedings
    return [(one.event_type, one.person) for one in entries if isinstance(one, Event)]


def test_a_recused_chair_gives_it_away_for_the_item_and_has_it_back(council: Book, clock: TestClock) -> None:
    chair, vice = person(council, "Amsel0"), person(council, "Birke0")
    assert not chairing.is_due(council, clock.now())
    recusal_acts.recuse(council, chair, items(council)[0], clock.now())
    assert chairing.is_due(council, clock.now())
    assert chairing.candidates(council, clock.now())[0] == vice
    assert chair not in chairing.candidates(council, clock.now())
    chairing.take(council, vice, clock.now())
    assert not chairing.is_due(council, clock.now())
    assert chairing.in_chair(council) == vice
    assert told(council, 0) == [(EventType.RECUSAL, chair), (EventType.CHAIR_CHANGE, vice)]
    first = items(council)[0]
    assert council.meeting.chairs == (
        Chair(person=chair),
        Chair(person=vice, from_item=first, until_item=first),
    )
    course.call_item(council, items(council)[1], clock.now())
    assert told(council, 1) == [(EventType.CHAIR_CHANGE, chair)]
    assert chairing.in_chair(council) == chair
    course.call_item(council, items(council)[2], clock.now())
    assert told(council, 2) == []


def test_a_chair_who_leaves_gives_it_away_until_further_notice(council: Book, clock: TestClock) -> None:
    chair, vice = person(council, "Amsel0"), person(council, "Birke0")
    course.call_item(council, items(council)[1], clock.now())
    acts.leave(council, chair, clock.now(), items(council)[1])
    assert chairing.is_due(council, clock.now())
    chairing.take(council, vice, clock.now())
    course.call_item(council, items(council)[2], clock.now())
    assert (chairing.in_chair(council), told(council, 2)) == (vice, [])
    chairing.take(council, chair, clock.now())
    assert chairing.in_chair(council) == chair
    council.undo()
    assert chairing.in_chair(council) == vice


def test_what_was_set_ahead_is_told_when_the_item_is_called(council: Book, clock: TestClock) -> None:
    second = items(council)[1]
    council.add(TextEntry(text="vorbereitet", prepared=True), second, "proceedings")
    recusal_acts.recuse(council, person(council, "Chor0"), second, clock.now())
    assert told(council, 1) == []
    for _time in range(2):
        course.call_item(council, second, clock.now())
        assert told(council, 1) == [(EventType.RECUSAL, person(council, "Chor0"))]
        course.call_item(council, items(council)[0], clock.now())
    assert isinstance(council.meeting.agenda[1].proceedings[0], Event)
    assert sum(seat.entitled for seat in acts.seats_now(council, clock.now())) == 13


def test_the_law_says_paragraph_and_whether_the_room_is_left(council: Book, clock: TestClock) -> None:
    body = council.shelf.records[council.meeting.key].parent or ""
    council.change(body, state=Land.SH)
    item = items(council)[0]
    recusal_acts.recuse(council, person(council, "Chor0"), item, clock.now(), "Grundstück nebenan")
    made = council.meeting.agenda[0].recusals[0]
    assert (made.legal_basis, made.left_room, made.reason) == ("§ 22 GO SH", True, "Grundstück nebenan")
    assert recusal_acts.toggle_room(council, person(council, "Chor0"), item) is False
    assert council.meeting.agenda[0].recusals[0].left_room is False
    assert recusal_acts.toggle_room(council, person(council, "Chor1"), item) is None
    assert line_of(council, "Chor0").intervals == ()
    assert recusal_acts.state_nobody(council, item, stamp(clock.now()))
    last = council.meeting.agenda[0].proceedings[-1]
    assert isinstance(last, TextEntry)
    assert last.text == "Kein Mitglied erklärt sich für befangen."


def test_who_is_recused_and_speaks_or_votes_is_seen(council: Book, clock: TestClock) -> None:
    item, who, other = items(council)[0], person(council, "Chor0"), person(council, "Chor1")
    recusal_acts.recuse(council, who, item, clock.now())
    vote = council.add(Vote(), item, "proceedings")
    for row, parent, slot, seen in (
        (Speech(speaker=who), item, "proceedings", who),
        (Speech(speaker=who), items(council)[1], "proceedings", None),
        (Speech(speaker=other), item, "proceedings", None),
        (Speech(speaker=who, prepared=True), item, "proceedings", None),
        (Ballot(person=who, choice=Ballots.NO), vote, "ballots", who),
        (Ballot(person=who, choice=Ballots.NOT_VOTING), vote, "ballots", None),
        (TextEntry(text="x"), item, "proceedings", None),
    ):
        assert recusal_acts.taking_part(council, council.add(row, parent, slot)) == seen


def test_the_public_takes_guests_and_press_along(council: Book, clock: TestClock) -> None:
    for name, group in (("Gast", AttendanceGroup.GUEST), ("Blatt", AttendanceGroup.PRESS), ("Gegangen", None)):
        acts.add_person(council, Person(family_name=name), group)
    acts.add_person(council, Person(family_name="Amt"), AttendanceGroup.ADMINISTRATION)
    acts.leave(council, person(council, "Gegangen"), clock.now(), items(council)[0])
    left = line_of(council, "Gegangen").intervals
    clock.forward(minutes=10)
    offered = course.due(council)
    assert offered.index(Act.EXCLUDE_STAY) == offered.index(Act.EXCLUDE) + 1
    before = council.meeting
    course.perform(council, Act.EXCLUDE, None, clock.now())
    for name in ("Gast", "Blatt"):
        assert [one.until for one in line_of(council, name).intervals] == [stamp(clock.now())]
    assert line_of(council, "Amt").intervals == ()
    assert line_of(council, "Gegangen").intervals == left
    assert told(council, 0)[-1] == (EventType.PUBLIC_EXCLUDED, None)
    staying = council.meeting.agenda[0].proceedings[-1]
    assert isinstance(staying, TextEntry)
    assert (staying.text, staying.public) == ("Außer den Mitgliedern bleiben anwesend: Amt.", False)
    council.undo()
    assert council.meeting == before
    course.perform(council, Act.EXCLUDE_STAY, None, clock.now())
    assert line_of(council, "Gast").intervals == ()
    assert course.state(council).excluded


def test_closing_ends_the_pause_and_nobodys_presence(council: Book, clock: TestClock) -> None:
    course.perform(council, Act.PAUSE, None, clock.now())
    clock.forward(minutes=10)
    course.perform(council, Act.CLOSE, None, clock.now())
    pause = council.meeting.agenda[0].proceedings[0]
    assert isinstance(pause, Event)
    assert pause.until == stamp(clock.now())
    assert all(line.intervals == () for line in council.meeting.attendance)
