"""Coming and going in the book, without widgets."""

from datetime import timedelta

import pytest

from desktop.clock import stamp
from desktop.models.book import Book
from desktop.models.rules import presence
from desktop.models.values import (
    AttendanceGroup,
    AttendanceStatus,
    Event,
    EventType,
    Interval,
    MeetingState,
    Person,
    TextEntry,
)
from desktop.ui.desk.presence import attendance_acts as acts
from desktop.ui.desk.presence import attendance_input as typed
from desktop.ui.desk.presence import recusal_acts
from tests.ui.conftest import TestClock
from tests.ui.desk.council import line_of, make, person


def events(book: Book, item: int = 0) -> list[tuple[EventType, str | None, str | None]]:
    entries = book.meeting.agenda[item].proceedings
    return [(one.event_type, one.person, one.from_) for one in entries if isinstance(one, Event)]


def entitled(book: Book, clock: TestClock) -> int:
    return sum(seat.entitled for seat in acts.seats_now(book, clock.now()))


def test_going_and_coming_back_writes_intervals_and_entries(book: Book, clock: TestClock) -> None:
    make(book)
    who, item = person(book, "Amsel1"), book.meeting.agenda[0].key
    acts.toggle(book, who, clock.now())
    left = stamp(clock.now())
    assert [(one.from_, one.until, one.until_item) for one in line_of(book, "Amsel1").intervals] == [(None, left, item)]
    assert entitled(book, clock) == 12
    clock.forward(minutes=20)
    acts.toggle(book, who, clock.now())
    back = stamp(clock.now())
    assert [(one.from_, one.until) for one in line_of(book, "Amsel1").intervals] == [(None, left), (back, None)]
    assert events(book) == [(EventType.DEPARTURE, who, left), (EventType.ARRIVAL, who, back)]
    assert entitled(book, clock) == 13
    clock.forward(minutes=5)
    acts.toggle(book, who, clock.now())
    assert [one.until for one in line_of(book, "Amsel1").intervals] == [left, stamp(clock.now())]


def test_each_is_one_act_to_undo(book: Book, clock: TestClock) -> None:
    make(book)
    before = book.meeting
    acts.toggle(book, person(book, "Amsel1"), clock.now())
    book.undo()
    assert book.meeting == before


def test_who_was_excused_comes_late(book: Book, clock: TestClock) -> None:
    make(book)
    acts.set_status(book, line_of(book, "Birke0").key, AttendanceStatus.EXCUSED)
    assert entitled(book, clock) == 12
    acts.toggle(book, person(book, "Birke0"), clock.now())
    line = line_of(book, "Birke0")
    assert (line.status, line.intervals[0].from_) == (AttendanceStatus.PRESENT, stamp(clock.now()))
    assert not acts.is_here(book, person(book, "Birke0"), clock.now() - timedelta(minutes=1))


def test_times_of_somebody_who_was_marked_as_missing_are_dropped(book: Book, clock: TestClock) -> None:
    make(book)
    key = line_of(book, "Birke0").key
    book.add(Interval(until="2026-03-05T18:05:00+01:00"), key, "intervals")
    book.change(key, status=AttendanceStatus.EXCUSED)
    acts.toggle(book, person(book, "Birke0"), clock.now())
    assert [one.from_ for one in line_of(book, "Birke0").intervals] == [stamp(clock.now())]


def test_before_the_opening_it_is_a_status_only(book: Book, clock: TestClock) -> None:
    make(book, MeetingState.PREPARATION)
    who = person(book, "Amsel1")
    seen = []
    for _press in range(3):
        acts.toggle(book, who, clock.now())
        seen.append(line_of(book, "Amsel1").status)
    assert seen == [AttendanceStatus.EXCUSED, AttendanceStatus.UNEXCUSED, AttendanceStatus.PRESENT]
    assert line_of(book, "Amsel1").intervals == ()
    assert events(book) == []
    acts.leave(book, who, clock.now(), None)
    assert line_of(book, "Amsel1").status is AttendanceStatus.EXCUSED
    acts.come(book, who, clock.now(), None)
    assert (line_of(book, "Amsel1").status, line_of(book, "Amsel1").intervals) == (AttendanceStatus.PRESENT, ())


def test_a_deputy_takes_the_seat_and_loses_it_when_the_member_comes(book: Book, clock: TestClock) -> None:
    make(book)
    absent = person(book, "Birke0")
    acts.set_status(book, line_of(book, "Birke0").key, AttendanceStatus.EXCUSED)
    acts.come(book, person(book, "Reserve"), clock.now(), book.meeting.agenda[0].key, absent)
    deputy = line_of(book, "Reserve")
    assert (deputy.group, deputy.deputy_for) == (AttendanceGroup.DEPUTY, absent)
    assert deputy.on_behalf_of == line_of(book, "Birke0").on_behalf_of
    assert entitled(book, clock) == 13
    clock.forward(minutes=1)
    acts.toggle(book, absent, clock.now())
    assert entitled(book, clock) == 13
    assert [seat.votes for seat in acts.seats_now(book, clock.now()) if seat.person == deputy.person] == [False]


def test_whoever_has_no_seat_comes_as_a_guest(book: Book, clock: TestClock) -> None:
    make(book)
    key = acts.add_person(book, Person(family_name="Gast"))
    assert line_of(book, "Gast").key == key
    assert line_of(book, "Gast").group is AttendanceGroup.GUEST
    assert acts.add_person(book, person(book, "Gast"), AttendanceGroup.PRESS) == key
    assert entitled(book, clock) == 13


def test_a_recusal_in_the_running_item_is_told_and_taken_back(book: Book, clock: TestClock) -> None:
    make(book)
    who, item = person(book, "Amsel1"), book.meeting.agenda[0]
    assert recusal_acts.recuse(book, who, item.key, clock.now())
    assert [one.person for one in book.meeting.agenda[0].recusals] == [who]
    assert events(book) == [(EventType.RECUSAL, who, stamp(clock.now()))]
    assert entitled(book, clock) == 12
    book.add(TextEntry(text="Frau Amsel1 sitzt im Zuschauerraum."), item.key, "proceedings")
    assert not recusal_acts.recuse(book, who, item.key, clock.now())
    assert (book.meeting.agenda[0].recusals, events(book)) == ((), [])
    assert len(book.meeting.agenda[0].proceedings) == 1


def test_a_recusal_ahead_says_nothing_yet(book: Book, clock: TestClock) -> None:
    make(book)
    recusal_acts.recuse(book, person(book, "Amsel1"), book.meeting.agenda[1].key, clock.now())
    assert (len(book.meeting.agenda[1].recusals), events(book), events(book, 1)) == (1, [], [])
    assert entitled(book, clock) == 13


def test_a_status_for_the_whole_meeting_drops_the_times(book: Book, clock: TestClock) -> None:
    make(book)
    acts.toggle(book, person(book, "Amsel1"), clock.now())
    acts.set_status(book, line_of(book, "Amsel1").key, AttendanceStatus.UNEXCUSED)
    assert line_of(book, "Amsel1").intervals == ()
    before = presence.Moment(clock.now() - timedelta(hours=1))
    seats = presence.seats(book.meeting, {}, (), before)
    assert not next(seat for seat in seats if seat.person == person(book, "Amsel1")).here


# --- what is typed


@pytest.mark.parametrize(
    ("text", "who", "at"),
    [
        ("mü 1812", "mü", "18:12"),
        ("mü 18:12", "mü", "18:12"),
        ("von der mü 9.05", "von der mü", "09:05"),
        ("mü", "mü", None),
        ("mü 2512", "mü 2512", None),
        ("mü 1870", "mü 1870", None),
        ("1812", "1812", None),
        ("  mü  ", "mü", None),
        ("  mü  912 ", "mü", "09:12"),
        ("", "", None),
    ],
)
def test_a_short_form_and_perhaps_a_time(text: str, who: str, at: str | None) -> None:
    found = typed.read(text)
    assert (found.who, found.at.strftime("%H:%M") if found.at else None) == (who, at)


def test_after_midnight_a_time_of_the_evening_is_yesterdays(clock: TestClock) -> None:
    clock.forward(hours=6)  # 0:42 on the next day
    at = typed.moment(typed.read_time("2355"), clock.now())
    assert (at.day, at.hour, clock.now().day) == (5, 23, 6)
    assert typed.moment(typed.read_time("030"), clock.now()).day == 6
    assert typed.moment(None, clock.now()) == clock.now()


def test_after_the_end_coming_and_going_are_corrections_with_their_times(book: Book, clock: TestClock) -> None:
    make(book)
    who, begin = person(book, "Amsel1"), clock.now()
    clock.forward(minutes=60)
    book.change(book.meeting.key, end=stamp(clock.now()))  # its state and item say that it runs, as in a foreign file
    assert not acts.is_live(book)
    left, back = begin + timedelta(minutes=20), begin + timedelta(minutes=40)
    acts.leave(book, who, left, None)
    assert line_of(book, "Amsel1").status is AttendanceStatus.PRESENT
    assert not acts.is_here(book, who, clock.now())
    assert acts.is_here(book, who, begin)
    acts.come(book, who, back, None)
    assert acts.is_here(book, who, clock.now())
    assert not acts.is_here(book, who, left + timedelta(minutes=5))
    assert events(book) == [(EventType.DEPARTURE, who, stamp(left)), (EventType.ARRIVAL, who, stamp(back))]


def test_another_time_for_going_or_coming_corrects_the_entry(book: Book, clock: TestClock) -> None:
    make(book)
    who, item, now = person(book, "Amsel1"), book.meeting.agenda[0].key, clock.now()
    left, back = now + timedelta(minutes=10), now + timedelta(minutes=30)
    acts.leave(book, who, left, item)
    acts.leave(book, who, now + timedelta(minutes=5), item)
    assert events(book) == [(EventType.DEPARTURE, who, stamp(now + timedelta(minutes=5)))]
    acts.come(book, who, back, item)
    acts.come(book, who, left, item)
    told = [(EventType.DEPARTURE, who, stamp(now + timedelta(minutes=5))), (EventType.ARRIVAL, who, stamp(left))]
    assert events(book) == told
    assert [(one.from_, one.until) for one in line_of(book, "Amsel1").intervals] == [
        (None, stamp(now + timedelta(minutes=5))),
        (stamp(left), None),
    ]
    acts.leave(book, who, back, item)
    assert events(book) == [*told, (EventType.DEPARTURE, who, stamp(back))]
