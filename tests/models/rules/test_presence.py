"""Who is there, who may vote, and whether that is enough."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.clock import BERLIN, stamp
from desktop.models.rules.presence import (
    HeadCount,
    Moment,
    Seat,
    arrival,
    at_end,
    departure,
    head_counts,
    is_here,
    places,
    seats,
)
from desktop.models.values import (
    AgendaItem,
    Attendance,
    AttendanceGroup,
    AttendanceStatus,
    Interval,
    ItemKind,
    Meeting,
    Membership,
    Organization,
    OrganizationType,
    Person,
    Recusal,
)

START = datetime(2026, 3, 5, 18, 0, tzinfo=BERLIN)
FACTIONS = tuple(
    Organization(key=key, name=key, organization_type=OrganizationType.FRAKTION, order=order)
    for key, order in (("blue", 2), ("red", 1), ("empty", 3))
)
AGENDA = tuple(AgendaItem(key=f"i{number}", number=str(number), name="Punkt") for number in range(1, 6))


def clock(minutes: float) -> str:
    return stamp(START + timedelta(minutes=minutes))


def at(minutes: float, item: str | None = None) -> Moment:
    return Moment(START + timedelta(minutes=minutes), item)


def line(person: str, **fields: object) -> Attendance:
    values = {"group": AttendanceGroup.MEMBER, **fields}
    return Attendance(key=f"a-{person}", person=person, **values)  # type: ignore[arg-type]


def member(key: str, faction: str | None = None, **fields: object) -> Person:
    seat = Membership(organization="council", on_behalf_of=faction, **fields)  # type: ignore[arg-type]
    return Person(key=key, family_name=key, memberships=(seat,))


def meeting(*lines: Attendance, agenda: tuple[AgendaItem, ...] = AGENDA) -> Meeting:
    return Meeting(
        key="m", name="Sitzung", organizations=("council",), start=stamp(START), attendance=lines, agenda=agenda
    )


def taken(held: Meeting, *people: Person, moment: Moment | None = None) -> tuple[Seat, ...]:
    return seats(held, {person.key: person for person in people}, FACTIONS, moment or Moment())


@pytest.mark.parametrize("status", [status for status in AttendanceStatus if status is not AttendanceStatus.PRESENT])
def test_who_is_missing_is_not_here(status: AttendanceStatus) -> None:
    assert not is_here(line("a", status=status, intervals=(Interval(from_=clock(0)),)), Moment(), {})


def test_present_without_intervals_is_the_whole_meeting() -> None:
    assert is_here(line("a"), at(500, "i5"), places(meeting()))


@pytest.mark.parametrize(
    ("moment", "here"),
    [
        (at(9), False),
        (at(10), True),
        (at(29), True),
        (at(30), False),
        (at(50), True),
        # the clock decides where both have one, the items elsewhere
        (at(9, "i4"), False),
        (Moment(item="i1"), False),
        (Moment(item="i2"), True),
        (Moment(item="i3"), True),
        (Moment(item="i4"), False),
        (Moment(item="i5"), True),
    ],
)
def test_intervals_by_clock_and_by_item(moment: Moment, here: bool) -> None:
    came_twice = (
        Interval(from_=clock(10), until=clock(30), from_item="i2", until_item="i3"),
        Interval(from_=clock(50), from_item="i5"),
    )
    assert is_here(line("a", intervals=came_twice), moment, places(meeting())) is here


def test_items_count_in_the_order_in_which_they_were_treated() -> None:
    early = replace(AGENDA[4], treated_order=1)
    held = meeting(line("a", intervals=(Interval(from_item="i2"),)), agenda=(*AGENDA[:4], early))
    assert not taken(held, moment=Moment(item="i5"))[0].here
    assert taken(held, moment=Moment(item="i3"))[0].here


def test_a_divider_has_no_number_in_the_order_of_treatment() -> None:
    divider = AgendaItem(key="d", kind=ItemKind.DIVIDER, name="Öffentlicher Teil")
    moved = replace(AGENDA[2], treated_order=2)
    assert list(places(meeting(agenda=(divider, *AGENDA[:2], moved, *AGENDA[3:])))) == [
        "d", "i1", "i3", "i2", "i4", "i5",
    ]  # fmt: skip
    first, last = replace(AGENDA[2], treated_order=0), replace(AGENDA[0], treated_order=9)
    assert list(places(meeting(agenda=(divider, last, AGENDA[1], first)))) == ["i3", "d", "i2", "i1"]


@pytest.mark.parametrize("broken", ["2026-03-05", "2026-03-05T18:00:00", "später"])
def test_a_time_that_cannot_be_compared_leaves_the_items_to_decide(broken: str) -> None:
    came = line("a", intervals=(Interval(from_=broken, from_item="i3"),))
    assert not is_here(came, at(200, "i2"), places(meeting()))
    assert is_here(came, at(0, "i3"), places(meeting()))


@given(st.lists(st.integers(1, 400), unique=True, max_size=12), st.integers(0, 401))
def test_coming_and_going_in_turn(times: list[int], asked: int) -> None:
    """Whoever was there from the beginning is there after an even number of turns."""
    person = line("a")
    for turn, minutes in enumerate(sorted(times)):
        if turn % 2 == 0:
            person = replace(person, intervals=(*person.intervals[:-1], departure(person, clock(minutes), None)))
        else:
            person = replace(person, intervals=(*person.intervals, arrival(clock(minutes), None)))
    turns = sum(minutes <= asked for minutes in times)
    assert is_here(person, at(asked), {}) is (turns % 2 == 0)


def test_going_closes_the_last_interval_and_keeps_its_key() -> None:
    person = line("a", intervals=(Interval(key="k1", until=clock(5)), Interval(key="k2", from_=clock(9))))
    assert departure(person, clock(20), "i3") == Interval(key="k2", from_=clock(9), until=clock(20), until_item="i3")
    assert departure(line("b"), clock(20), "i3") == Interval(until=clock(20), until_item="i3")


def test_faction_is_taken_from_the_list_then_from_the_seat_then_from_the_membership() -> None:
    listed = line("a", on_behalf_of="red")
    joined = Person(
        key="c",
        family_name="c",
        memberships=(
            Membership(organization="blue", end_date="2026-03-04"),
            Membership(organization="red", start_date="2026-03-05"),
        ),
    )
    found = taken(meeting(listed, line("b"), line("c")), member("a", "blue"), member("b", "blue"), joined)
    assert [seat.faction for seat in found] == ["red", "blue", "red"]


@pytest.mark.parametrize(
    ("fields", "membership", "votes"),
    [
        ({}, None, True),
        ({"group": None}, None, False),
        ({"group": None}, {}, True),
        ({"group": AttendanceGroup.GUEST}, {"voting_right": True}, False),
        ({"group": AttendanceGroup.ADMINISTRATION, "voting_right": True}, None, True),
        ({"voting_right": False}, {"voting_right": True}, False),
        ({}, {"voting_right": False}, False),
        ({"group": AttendanceGroup.DEPUTY, "deputy_for": "x"}, None, True),
        ({"group": AttendanceGroup.DEPUTY, "deputy_for": "b"}, None, False),
    ],
)
def test_who_may_vote(fields: dict[str, object], membership: dict[str, object] | None, votes: bool) -> None:
    people = [member("a", **membership)] if membership is not None else []
    assert taken(meeting(line("a", **fields), line("b")), *people)[0].votes is votes


def test_heads_by_faction_in_their_order_then_single_members() -> None:
    agenda = (replace(AGENDA[0], recusals=(Recusal(person="r2"),)), *AGENDA[1:])
    held = meeting(
        line("mayor"),
        line("b1", on_behalf_of="blue"),
        line("r1", on_behalf_of="red"),
        line("r2", on_behalf_of="red"),
        line("r3", on_behalf_of="red", status=AttendanceStatus.EXCUSED),
        line("d", on_behalf_of="red", group=AttendanceGroup.DEPUTY, deputy_for="r3"),
        line("guest", group=AttendanceGroup.GUEST),
        agenda=agenda,
    )
    assert head_counts(taken(held, moment=Moment(item="i1")), FACTIONS) == (
        HeadCount("red", None, 2, 3),
        HeadCount("blue", None, 1, 1),
        HeadCount(None, "mayor", 1, 1),
    )


def test_who_belongs_to_a_faction_that_has_no_name_counts_as_one() -> None:
    held = meeting(line("a", on_behalf_of="gone"))
    assert head_counts(taken(held), FACTIONS) == (HeadCount(None, "a", 1, 1),)


@pytest.mark.parametrize(
    "holder",
    [
        {"group": AttendanceGroup.ADVISORY},
        {"voting_right": False},
        {"group": AttendanceGroup.DEPUTY, "deputy_for": "gone"},
    ],
)
def test_a_deputy_has_no_vote_for_somebody_who_has_none(holder: dict[str, object]) -> None:
    deputy = line("d", group=AttendanceGroup.DEPUTY, deputy_for="a")
    found = taken(meeting(line("b"), line("a", status=AttendanceStatus.EXCUSED, **holder), deputy))
    assert [seat.person for seat in found if seat.entitled] == ["b"]


@pytest.mark.parametrize(("seats_by_law", "voting"), [(None, 4), (4, 4), (3, 3), (2, 2), (1, 2)])
def test_deputies_of_members_who_are_not_listed_have_the_seats_that_are_left(
    seats_by_law: int | None, voting: int
) -> None:
    body = Organization(key="council", name="Rat", voting_member_count=seats_by_law)
    deputies = [line(key, group=AttendanceGroup.DEPUTY, deputy_for=f"of_{key}") for key in ("d", "e")]
    found = seats(meeting(line("a"), line("b"), *deputies), {}, (*FACTIONS, body), Moment())
    assert [seat.person for seat in found if seat.entitled] == ["a", "b", "d", "e"][:voting]


_LINES = st.builds(
    line,
    st.integers(0, 6).map(lambda number: f"p{number}"),
    group=st.sampled_from([None, *AttendanceGroup]),
    on_behalf_of=st.sampled_from([None, "red", "blue", "gone"]),
    voting_right=st.sampled_from([None, True, False]),
    status=st.sampled_from(list(AttendanceStatus)),
    deputy_for=st.sampled_from([None, "p0", "p1", "x0", "x1"]),
    intervals=st.lists(
        st.builds(Interval, from_item=st.sampled_from([None, "i1", "i2"]), until_item=st.sampled_from([None, "i3"])),
        max_size=2,
    ).map(tuple),
)


@given(st.lists(_LINES, max_size=8, unique_by=lambda one: one.person), st.sampled_from(["i1", "i2", "i4"]))
def test_every_head_is_counted_once(lines: list[Attendance], item: str) -> None:
    found = taken(meeting(*lines), moment=Moment(item=item))
    counts = head_counts(found, FACTIONS)
    entitled = sum(seat.entitled for seat in found)
    assert sum(count.entitled for count in counts) == entitled
    assert all((count.organization is None) != (count.person is None) for count in counts)


@given(
    st.lists(_LINES, max_size=8, unique_by=lambda one: one.person),
    st.sampled_from(["i1", "i2", "i4"]),
    st.integers(0, 5),
)
def test_never_more_voters_than_seats(lines: list[Attendance], item: str, unlisted: int) -> None:
    """Each member has one vote, and where the body has more seats than the list, deputies have those."""
    lines = [replace(one, voting_right=None) if one.deputy_for is None and _stands_in(one) else one for one in lines]
    members = [one for one in lines if not _stands_in(one) and _is_voter(one)]
    body = Organization(key="council", name="Rat", voting_member_count=len(members) + unlisted)
    found = seats(meeting(*lines), {}, (*FACTIONS, body), Moment(item=item))
    entitled = {seat.person for seat in found if seat.entitled}
    standing = [one.deputy_for for one in lines if one.person in entitled and one.deputy_for]
    strangers = [whom for whom in standing if whom not in {one.person for one in lines}]
    assert len(entitled) <= len(members) + unlisted
    assert len(strangers) <= unlisted
    assert {*standing} <= {*strangers, *(member.person for member in members)}


def _stands_in(one: Attendance) -> bool:
    return one.deputy_for is not None or one.group is AttendanceGroup.DEPUTY


def _is_voter(one: Attendance) -> bool:
    if one.voting_right is not None:
        return one.voting_right
    return one.group in (AttendanceGroup.CHAIR, AttendanceGroup.MEMBER)


def test_at_the_end_who_stayed_to_the_end_is_there_and_who_left_is_not() -> None:
    ended = replace(
        meeting(
            line("stayed"),
            line("to_the_end", intervals=(Interval(until=clock(120)),)),
            line("left", intervals=(Interval(until=clock(60)),)),
            line("left_by_item", intervals=(Interval(until_item="i2"),)),
            line("late", intervals=(Interval(from_=clock(90)),)),
        ),
        end=clock(120),
    )
    assert [seat.person for seat in seats(ended, {}, (), at_end(ended)) if seat.here] == [
        "stayed",
        "to_the_end",
        "late",
    ]
    assert at_end(replace(ended, end="2026-03-05")) == Moment(None, "i5")
    assert at_end(replace(ended, agenda=())).item is None
