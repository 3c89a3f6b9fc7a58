"""Who came, went, was recused and took the chair, as printed in the text, in the list and in the head."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.export.compose import Composer, Kind
from desktop.export.compose.context import Context
from desktop.export.compose.sections import proceedings
from desktop.export.document import Look
from desktop.models.profiles import PresenceIn, Profile, load
from desktop.models.values import (
    AgendaItem,
    Attendance,
    AttendanceGroup,
    AttendanceStatus,
    Chair,
    Event,
    EventType,
    Interval,
    Reader,
    Recusal,
    TextEntry,
)
from desktop.models.values.law import Law, QuorumBase, QuorumLaw, RecusalLaw
from tests.export.compose.tools import CREATED, context, edition, item, lines, minutes, with_minutes

STANDARD = load("standard")
LAW = Law(
    quorum=QuorumLaw(paragraph="§ 7 KV", base=QuorumBase.AT_LEAST_HALF),
    recusal=RecusalLaw(
        paragraph="§ 9 KV",
        wording="{person} ist nach {paragraph} ausgeschlossen und geht.",
        wording_stays="{person} ist nach {paragraph} ausgeschlossen und bleibt im Saal.",
    ),
)

#: a law whose sentence has no place for the paragraph
WORDLESS = Law(recusal=RecusalLaw(wording="{person} ist ausgeschlossen und geht."))


def at(clock: str) -> str:
    return f"2026-03-05T{clock}:00+01:00"


def present(
    person: str, *intervals: Interval, group: AttendanceGroup = AttendanceGroup.MEMBER, **more: object
) -> Attendance:
    return Attendance(person=person, group=group, intervals=intervals, **more)  # type: ignore[arg-type]


def agenda(*proceedings: TextEntry | Event) -> tuple[AgendaItem, ...]:
    """Three items from 18:01, 18:20 and 18:40 on; what is given happens in the second."""
    return (
        item("i1", "1", "Eröffnung", start=at("18:01"), end=at("18:20")),
        item("i2", "2", "Haushalt", start=at("18:20"), end=at("18:40"), proceedings=proceedings),
        item("i3", "3", "Anfragen", start=at("18:40"), end=at("19:00")),
    )


def told(ctx: Context) -> list[str]:
    """The lines of all items behind their numbers."""
    return [f"{one.number} {line}" for one in ctx.treated for line in lines(proceedings(ctx, one, 4))]


def meeting(
    *attendance: Attendance, items: tuple[AgendaItem, ...] = agenda(), profile: Profile = STANDARD, **more: object
) -> Context:
    return context(*items, attendance=attendance, end=at("19:00"), profile=profile, **more)


# --- the text


def test_what_only_the_list_knows_is_told_in_the_text_at_its_time() -> None:
    course = (
        TextEntry(text="Es wird eingeführt.", at=at("18:21")),
        TextEntry(text="Ohne Zeit."),
        TextEntry(text="Es wird beraten.", at=at("18:30")),
    )
    ctx = meeting(
        present("muster", Interval(from_=at("18:25"), from_item="i2")),
        present("beispiel", Interval(until=at("18:35")), Interval(from_=at("18:45"))),
        items=agenda(*course),
    )
    assert told(ctx) == [
        "2 Es wird eingeführt.",
        "2 Ohne Zeit.",
        "2 event: Frau Prof. Dr. Muster (BL) nimmt ab 18:25 Uhr (TOP Ö 2) an der Sitzung teil.",
        "2 Es wird beraten.",
        "2 event: Herr Beispiel (Hafen und Handel) verlässt die Sitzung um 18:35 Uhr.",
        "3 event: Herr Beispiel (Hafen und Handel) nimmt ab 18:45 Uhr (TOP Ö 3) wieder an der Sitzung teil.",
    ]


def test_without_times_one_comes_at_the_start_of_an_item_and_goes_at_its_end() -> None:
    ctx = meeting(
        present("muster", Interval(from_item="i2", until_item="i2")),
        present("beispiel", Interval(from_item="i1", until_item="i3")),
        items=agenda(TextEntry(text="Es wird beraten.")),
    )
    assert told(ctx) == [
        "2 event: Frau Prof. Dr. Muster (BL) nimmt ab TOP Ö 2 an der Sitzung teil.",
        "2 Es wird beraten.",
        "2 event: Frau Prof. Dr. Muster (BL) verlässt die Sitzung.",
    ]


@pytest.mark.parametrize(
    "line",
    [
        present("muster"),
        present("muster", Interval(from_=at("18:00"), until=at("19:00"))),
        present("muster", Interval(from_=at("18:25")), group=AttendanceGroup.GUEST),
        present("muster", Interval(from_=at("18:25")), status=AttendanceStatus.EXCUSED),
    ],
)
def test_who_is_there_all_the_time_only_a_guest_or_missing_is_not_told(line: Attendance) -> None:
    assert told(meeting(line)) == []


def test_where_an_entry_tells_of_coming_and_going_nothing_is_added() -> None:
    arrival = Event(event_type=EventType.ARRIVAL, person="muster", text="Frau Muster kommt.")
    lists = (present("muster", Interval(from_=at("18:25"))), present("beispiel", Interval(until=at("18:35"))))
    assert told(meeting(*lists, items=agenda(arrival))) == ["2 event: Frau Muster kommt."]


def test_an_entry_on_an_official_does_not_tell_of_the_members() -> None:
    left = Event(event_type=EventType.DEPARTURE, person="landrat", from_=at("18:30"))
    lists = (
        present("muster", Interval(from_=at("18:25"))),
        present("landrat", Interval(until=at("18:30")), group=AttendanceGroup.ADMINISTRATION),
    )
    assert told(meeting(*lists, items=agenda(left))) == [
        "2 event: Frau Prof. Dr. Muster (BL) nimmt ab 18:25 Uhr (TOP Ö 2) an der Sitzung teil.",
        "2 event: Der Landrat verlässt die Sitzung um 18:30 Uhr.",
    ]


def test_what_the_rest_of_a_meeting_tells_is_not_told_again() -> None:
    lists = (present("muster", Interval(from_=at("18:25"))), present("beispiel", Interval(until=at("18:35"))))
    made = replace(edition(*agenda(), attendance=lists, end=at("19:00")), told=frozenset({"muster"}))
    assert told(Context(made, Look.DRUCK, STANDARD)) == [
        "2 event: Herr Beispiel (Hafen und Handel) verlässt die Sitzung um 18:35 Uhr."
    ]


def test_where_a_house_has_it_in_the_list_only_the_text_says_nothing() -> None:
    profile = with_minutes(STANDARD, presence=PresenceIn.LIST)
    assert told(meeting(present("muster", Interval(from_=at("18:25"))), profile=profile)) == []


def test_the_frame_of_a_public_item_does_not_repeat_who_came() -> None:
    made = edition(*agenda(), reader=Reader.NONPUBLIC, attendance=(present("muster", Interval(from_=at("18:25"))),))
    assert told(Context(made, Look.DRUCK, STANDARD)) == []


def test_an_item_in_which_somebody_cannot_have_come_is_not_named() -> None:
    """Editions name the next item they have where the one in which it was is not for their readers."""
    lists = present("muster", Interval(from_=at("18:25"), from_item="i3", until=at("18:41"), until_item="i3"))
    secret = edition(replace(agenda()[2], public=False), reader=Reader.NONPUBLIC, attendance=(lists,), end=at("19:00"))
    assert told(Context(secret, Look.DRUCK, STANDARD)) == [
        "3 event: Frau Prof. Dr. Muster (BL) verlässt die Sitzung um 18:41 Uhr."
    ]
    assert "Frau Prof. Dr. Anna Muster | BL | von 18:25 Uhr bis 18:41 Uhr (TOP N 3)" in lines(minutes(secret).blocks)


def test_seconds_do_not_part_a_time_from_its_item() -> None:
    second = replace(agenda()[1], start="2026-03-05T18:20:40+01:00")
    ctx = meeting(present("muster", Interval(from_=at("18:20"), from_item="i2")), items=(agenda()[0], second))
    assert told(ctx)[-1].startswith("2 event: Frau Prof. Dr. Muster (BL) nimmt ab 18:20 Uhr (TOP Ö 2)")


@pytest.mark.parametrize(
    ("event", "sentence"),
    [
        (
            {"from_": at("18:25"), "until": at("18:35")},
            "nimmt von 18:25 Uhr (TOP Ö 2) bis 18:35 Uhr an der Sitzung teil.",
        ),
        ({"from_": at("18:25")}, "nimmt ab 18:25 Uhr (TOP Ö 2) für Herrn Beispiel an der Sitzung teil."),
        ({}, "nimmt ab TOP Ö 2 für Herrn Beispiel an der Sitzung teil."),
    ],
)
def test_somebody_comes_for_a_while_or_for_somebody_else(event: dict[str, str], sentence: str) -> None:
    arrival = Event(event_type=EventType.ARRIVAL, person="muster", **event)
    line = present("muster", group=AttendanceGroup.DEPUTY, deputy_for="beispiel")
    assert told(meeting(line, items=agenda(arrival))) == [f"2 event: Frau Prof. Dr. Muster (BL) {sentence}"]


def test_somebody_is_away_for_a_while_and_comes_again() -> None:
    events = (
        Event(event_type=EventType.DEPARTURE, person="muster", from_=at("18:22"), until=at("18:24")),
        Event(event_type=EventType.ARRIVAL, person="muster", from_=at("18:24")),
        Event(event_type=EventType.ARRIVAL, person="beispiel", from_=at("18:24")),
    )
    assert [line.split(") ", 1)[1] for line in told(meeting(items=agenda(*events)))] == [
        "nimmt von 18:22 Uhr bis 18:24 Uhr nicht an der Sitzung teil.",
        "nimmt ab 18:24 Uhr (TOP Ö 2) wieder an der Sitzung teil.",
        "nimmt ab 18:24 Uhr (TOP Ö 2) an der Sitzung teil.",
    ]


@st.composite
def stays(draw: st.DrawFn) -> tuple[Interval, ...]:
    """A person's intervals, one behind the other, between 18:02 and 18:59; each end known to be inside the meeting."""
    numbers = draw(st.lists(st.integers(2, 59), min_size=2, max_size=6, unique=True).map(sorted))
    clocks = [at(f"18:{minute:02}") for minute in numbers]
    return tuple(Interval(from_=a, until=b) for a, b in zip(clocks[::2], clocks[1::2], strict=False))


@given(st.lists(stays(), min_size=1, max_size=2), st.lists(st.integers(20, 39), max_size=5).map(sorted))
def test_all_coming_and_going_is_told_once_and_in_order(
    intervals: list[tuple[Interval, ...]], course: list[int]
) -> None:
    people = ("muster", "beispiel")
    lists = [present(person, *own) for person, own in zip(people, intervals, strict=False)]
    items = agenda(*(TextEntry(text=f"Text um 18:{minute} Uhr.", at=at(f"18:{minute}")) for minute in course))
    shown = told(meeting(*lists, items=items))
    clocks = [re.search(r"18:\d\d", line)[0] for line in shown]  # type: ignore[index]
    assert clocks == sorted(clocks)
    assert len(shown) - len(course) == sum(2 * len(own) for own in intervals)
    for name, own in zip(("Muster", "Beispiel"), intervals, strict=False):
        own_lines = [line for line in shown if name in line]
        assert ["verlässt" in line for line in own_lines] == [False, True] * len(own)
        assert ["wieder" in line for line in own_lines[::2]] == [place > 0 for place in range(len(own))]


# --- the list


@pytest.mark.parametrize(
    ("intervals", "remark"),
    [
        ((Interval(from_=at("18:42"), from_item="i3"),), "ab 18:42 Uhr (TOP Ö 3)"),
        ((Interval(until=at("18:50"), until_item="i3"),), "bis 18:50 Uhr (TOP Ö 3)"),
        ((Interval(from_=at("18:18"), until=at("18:58")),), "18:18–18:58 Uhr"),
        (
            (Interval(from_=at("18:18"), from_item="i1", until=at("18:58"), until_item="i3"),),
            "von 18:18 Uhr (TOP Ö 1) bis 18:58 Uhr (TOP Ö 3)",
        ),
        (
            (Interval(from_=at("18:25"), from_item="i2", until=at("18:30"), until_item="i2"),),
            "18:25–18:30 Uhr (TOP Ö 2)",
        ),
        ((Interval(until=at("18:10")), Interval(from_=at("18:30"))), "bis 18:10 Uhr, ab 18:30 Uhr"),
        ((Interval(from_item="i2"),), "ab TOP Ö 2"),
        ((Interval(from_=at("18:01"), from_item="i1", until=at("19:00"), until_item="i3"),), ""),
    ],
)
def test_the_times_of_a_person_in_the_list(intervals: tuple[Interval, ...], remark: str) -> None:
    shown = lines(minutes(edition(*agenda(), attendance=(present("kanzlei", *intervals),), end=at("19:00"))).blocks)
    name = "Frau Anna Schreiber, Protokollführerin"
    assert shown[shown.index("### Mitglieder") + 1] == (f"{name} | {remark}" if remark else name)


@pytest.mark.parametrize(
    ("absent", "name"), [("beispiel", "Herrn Beispiel"), ("muster", "Frau Prof. Dr. Muster"), ("landrat", "Herrn Vogt")]
)
def test_a_deputy_names_the_member(absent: str, name: str) -> None:
    line = present("kanzlei", group=AttendanceGroup.DEPUTY, deputy_for=absent)
    shown = lines(minutes(edition(*agenda(), attendance=(line,))).blocks)
    assert f"Frau Anna Schreiber, Protokollführerin | Vertretung für {name}" in shown


# --- quorum


STATED = Event(event_type=EventType.QUORUM_STATED, from_=at("18:25"))
LISTED = (present("muster"), present("beispiel", Interval(from_=at("18:30"))), present("landrat", voting_right=False))


def test_a_stated_quorum_says_how_many_were_there_and_what_the_law_wants() -> None:
    made = Context(edition(*agenda(STATED), attendance=LISTED), Look.DRUCK, STANDARD, LAW)
    assert told(made)[0] == (
        "2 event: Die Beschlussfähigkeit wird um 18:25 Uhr festgestellt (anwesend 1 von 15 Stimmberechtigten)."
    )
    document = Composer(made.edition, Look.DRUCK, STANDARD, CREATED, law=LAW).compose(Kind.NIEDERSCHRIFT).document
    assert (
        "*Beschlussfähigkeit:* festgestellt um 18:25 Uhr; anwesend 1 von 15 Stimmberechtigten; "
        "erforderlich nach § 7 KV: mindestens die Hälfte der gesetzlichen Mitgliederzahl"
    ) in lines(document.blocks)


def test_the_numbers_that_were_stated_stay_when_the_list_is_corrected() -> None:
    stated = replace(STATED, text="Die Beschlussfähigkeit wird um 18:25 Uhr festgestellt (anwesend 9 von 15).")
    made = Context(edition(*agenda(stated), attendance=LISTED), Look.DRUCK, STANDARD, LAW)
    assert told(made)[0] == f"2 event: {stated.text}"
    document = Composer(made.edition, Look.DRUCK, STANDARD, CREATED, law=LAW).compose(Kind.NIEDERSCHRIFT).document
    head = next(line for line in lines(document.blocks) if line.startswith("*Beschlussfähigkeit:*"))
    assert head.startswith("*Beschlussfähigkeit:* festgestellt um 18:25 Uhr; anwesend 9 von 15; ")


def test_a_lost_quorum_says_how_many_are_left() -> None:
    lost = Event(event_type=EventType.QUORUM_LOST, from_=at("18:25"))
    assert told(meeting(*LISTED, items=agenda(lost)))[0] == (
        "2 event: Die Beschlussfähigkeit ist ab 18:25 Uhr nicht mehr gegeben (anwesend 1 von 15 Stimmberechtigten)."
    )


@pytest.mark.parametrize(
    ("place", "clock", "count"),
    [("opening", None, 1), ("opening", "18:25", 2), ("item", None, 2), ("closing", None, 1)],
)
def test_without_a_time_those_are_counted_who_are_there_when_it_begins(
    place: str, clock: str | None, count: int
) -> None:
    event = Event(event_type=EventType.QUORUM_STATED, from_=at(clock) if clock else None)
    items = agenda(*((event,) if place == "item" else ()))
    items = (replace(items[0], recusals=(Recusal(person="muster"),)), *items[1:])
    listed = (
        present("muster", Interval(until=at("18:50"))),
        present("beispiel", Interval(from_=at("18:20"), from_item="i2")),
        present("landrat", voting_right=False),
    )
    more = {place: (event,)} if place != "item" else {}
    made = edition(*items, attendance=listed, start=at("18:00"), end=at("19:00"), **more)
    assert f"anwesend {count} von 15 Stimmberechtigten" in "".join(lines(minutes(made).blocks))


def test_in_a_joint_meeting_nobody_counts_the_bodies_together() -> None:
    made = edition(*agenda(STATED), attendance=LISTED, organizations=("ha", "bl"))
    assert "*Beschlussfähigkeit:* festgestellt um 18:25 Uhr" in lines(minutes(made).blocks)


# --- recusal


@pytest.mark.parametrize(
    ("recusal", "law", "sentence"),
    [
        (Recusal(person="beispiel", left_room=True), LAW, "ist nach § 9 KV ausgeschlossen und geht."),
        (
            Recusal(person="beispiel", left_room=True, legal_basis="§ 10 KrO", reason="GEHEIM"),
            LAW,
            "ist nach § 10 KrO ausgeschlossen und geht.",
        ),
        (Recusal(person="beispiel", left_room=False), LAW, "ist nach § 9 KV ausgeschlossen und bleibt im Saal."),
        (
            Recusal(person="beispiel"),
            LAW,
            "nimmt gemäß § 9 KV wegen Befangenheit an Beratung und Abstimmung nicht teil.",
        ),
        (
            Recusal(person="beispiel", left_room=True),
            Law(),
            "nimmt wegen Befangenheit an Beratung und Abstimmung nicht teil und verlässt den Sitzungsraum.",
        ),
        (
            Recusal(person="beispiel", left_room=False, legal_basis="§ 22 GO"),
            Law(),
            "nimmt gemäß § 22 GO wegen Befangenheit an Beratung und Abstimmung nicht teil "
            "und hält sich im Zuhörerbereich auf.",
        ),
        (Recusal(person="beispiel", left_room=True), WORDLESS, "ist ausgeschlossen und geht."),
        (
            Recusal(person="beispiel", left_room=True, legal_basis="§ 25 HGO"),
            WORDLESS,
            "nimmt gemäß § 25 HGO wegen Befangenheit an Beratung und Abstimmung nicht teil "
            "und verlässt den Sitzungsraum.",
        ),
    ],
)
def test_a_recusal_in_the_words_of_the_law(recusal: Recusal, law: Law, sentence: str) -> None:
    first, second, third = agenda()
    wanted = [f"2 event: Herr Beispiel (Hafen und Handel) {sentence}"]
    for course in ((), (Event(event_type=EventType.RECUSAL, person="beispiel"),)):
        items = (first, replace(second, recusals=(recusal,), proceedings=course), third)
        assert told(Context(edition(*items), Look.DRUCK, STANDARD, law)) == wanted


# --- the chair


CHAIRS = (Chair(person="muster", from_item="i1"), Chair(person="beispiel", from_item="i2", until_item="i2"))


def test_the_chair_changes_in_the_text_as_the_list_of_chairs_says() -> None:
    made = edition(*agenda(), chairs=(*CHAIRS, Chair(person="muster", from_item="i3", until_item="i3")))
    assert told(Context(made, Look.DRUCK, STANDARD)) == [
        "2 event: Herr Beispiel (Hafen und Handel) übernimmt den Vorsitz.",
        "3 event: Frau Prof. Dr. Muster (BL) übernimmt den Vorsitz.",
    ]


@pytest.mark.parametrize(
    ("chairs", "line"),
    [
        (
            (Chair(person="muster", until_item="i2"), Chair(person="beispiel", from_item="i3", until_item="i3")),
            "Frau Prof. Dr. Anna Muster (bis TOP Ö 2) / Herr Bernd Beispiel (ab TOP Ö 3)",
        ),
        (
            (
                Chair(person="muster", from_item="i1", until_item="i1"),
                Chair(person="beispiel", from_item="i2", until_item="i2"),
                Chair(person="muster", from_item="i3", until_item="i3"),
            ),
            "Frau Prof. Dr. Anna Muster (bis TOP Ö 1, ab TOP Ö 3) / Herr Bernd Beispiel (TOP Ö 2)",
        ),
        ((Chair(person="muster", from_item="i1", until_item="i3"),), "Frau Prof. Dr. Anna Muster"),
    ],
)
def test_who_was_in_the_chair_is_named_once_with_the_items(chairs: tuple[Chair, ...], line: str) -> None:
    assert f"Vorsitz: | {line}" in lines(minutes(edition(*agenda(), chairs=chairs)).blocks)


def test_where_an_entry_tells_of_the_chair_nothing_is_added() -> None:
    change = Event(event_type=EventType.CHAIR_CHANGE, person="beispiel", from_=at("18:21"))
    assert told(meeting(items=agenda(change), chairs=CHAIRS)) == [
        "2 event: Herr Beispiel (Hafen und Handel) übernimmt um 18:21 Uhr den Vorsitz."
    ]
