"""With what a new meeting begins, and what comes back from earlier ones."""

from dataclasses import replace

from desktop.models.rules import agenda_plan
from desktop.models.rules.agenda_plan import PlannedItem, PutOff
from desktop.models.values import AgendaItem, ItemKind, ItemStage, Meeting, MeetingState, ResultClass, TextEntry
from desktop.models.values.aside import StandingItem

FORMAL, REPORT = ItemKind.FORMALITY, ItemKind.REPORT


def item(key: str, name: str, **fields: object) -> AgendaItem:
    return AgendaItem(key=key, name=name, **fields)  # type: ignore[arg-type]


def meeting(number: str, *agenda: AgendaItem, state: MeetingState = MeetingState.RELEASED) -> Meeting:
    return Meeting(
        key=f"m{number}", number=number, start=f"2026-0{number}-05T18:00:00+01:00", agenda=agenda, state=state
    )


def test_the_frame_is_what_stands_on_every_agenda() -> None:
    found = agenda_plan.frame(
        (
            item("1", "Eröffnung der Sitzung", number="1"),
            item("2", "Haushalt", number="2", papers=("p",)),
            item("3", "Bericht zum Hafen", number="3", papers=("q",)),
            item("4", "Neubau", number="4"),
            item("5", "Mitteilungen und Anfragen", number="5"),
            item("6", "Mitteilungen", number="1", public=False, kind=REPORT),
            item("7", "Einwohnerfragestunde", number="6", supplementary=True),
        )
    )
    assert [(one.name, one.public, one.kind) for one in found] == [
        ("Eröffnung der Sitzung", True, FORMAL),
        ("Mitteilungen und Anfragen", True, REPORT),
        ("Mitteilungen", False, REPORT),
    ]


def test_the_minutes_of_the_last_meeting_are_named() -> None:
    planned = [
        PlannedItem(name="Niederschrift der letzten Sitzung"),
        PlannedItem(name="Einwendungen gegen die Niederschrift über die 12. Sitzung am 12.02.2026"),
        PlannedItem(name="Bericht zur 3. Sitzung"),
    ]
    named = agenda_plan.naming_last(planned, "13", "2026-03-19T18:00:00+01:00")
    assert [one.name for one in named] == [
        "Niederschrift über die 13. Sitzung am 19.03.2026",
        "Einwendungen gegen die Niederschrift über die 13. Sitzung am 19.03.2026",
        "Bericht zur 3. Sitzung",
    ]
    assert agenda_plan.naming_last(planned, None, "2026-03-19") == tuple(planned)


def test_what_was_put_off_comes_back_until_a_later_agenda_has_it() -> None:
    old = meeting(
        "1",
        item("a", "Marktplatz", papers=("p1",), result_class=ResultClass.POSTPONED, result="vertagt"),
        item("b", "Satzung", result_class=ResultClass.POSTPONED),
        item("c", "Radweg", result_class=ResultClass.ACCEPTED, stage=ItemStage.DONE),
    )
    new = meeting(
        "2",
        item("d", "Marktplatz neu", papers=("p1",), result_class=ResultClass.ACCEPTED, stage=ItemStage.DONE),
        item("e", "Kita", stage=ItemStage.OPEN),
        item("f", "Bericht", kind=REPORT, stage=ItemStage.OPEN),
        item("g", "Gebühren", result_class=ResultClass.REMOVED),
    )
    found = agenda_plan.put_off((new, old))
    assert [(one.planned.name, one.reason) for one in found] == [
        ("Kita", PutOff.UNTREATED),
        ("Gebühren", PutOff.REMOVED),
        ("Satzung", PutOff.POSTPONED),
    ]
    assert agenda_plan.not_on((item("x", "kita"),), found) == found[1:]


def test_in_a_meeting_that_runs_nothing_is_untreated_yet() -> None:
    running = meeting("2", item("a", "Kita"), item("b", "x", stage=ItemStage.DONE), state=MeetingState.RUNNING)
    assert agenda_plan.put_off((running,)) == ()
    assert len(agenda_plan.put_off((replace(running, state=MeetingState.DRAFT),))) == 1


def test_what_comes_back_stands_behind_the_formalities_of_its_part() -> None:
    template = agenda_plan.of_template(
        (
            StandingItem(name="Eröffnung", kind=FORMAL, text="Die Sitzung ist eröffnet."),
            StandingItem(name="Mitteilungen", kind=REPORT),
        )
    )
    back = [PlannedItem(name="Kita"), PlannedItem(name="Grundstück", public=False), PlannedItem(name="mitteilungen")]
    rows = agenda_plan.numbered(agenda_plan.with_carried(template, back))
    assert [(row.public, row.number, row.name) for row in rows] == [
        (True, "1", "Eröffnung"),
        (True, "2", "Kita"),
        (True, "3", "Mitteilungen"),
        (False, "1", "Grundstück"),
    ]
    assert rows[0].proceedings == (TextEntry(text="Die Sitzung ist eröffnet.", prepared=True),)


def test_a_number_that_is_taken_becomes_the_next_free_one() -> None:
    there = (item("1", "Eröffnung", number="1"), item("2", "Haushalt", number="2"))
    planned = [
        PlannedItem(name="A", number="2"),
        PlannedItem(name="B", number="2.1"),
        PlannedItem(name="T", kind=ItemKind.DIVIDER),
    ]
    assert [row.number for row in agenda_plan.numbered(planned, there)] == ["3", "2.1", None]


def test_a_line_of_the_preview_goes_a_level_down_and_up() -> None:
    items = [PlannedItem(name="A", number="4"), PlannedItem(name="B", number="4.1"), PlannedItem(name="C", number="5")]
    assert agenda_plan.shifted(items, 2, 1) == {2: "4.2"}
    assert agenda_plan.shifted(items, 1, -1) == {1: "6"}
    assert agenda_plan.shifted(items, 0, 1) == {}
    assert agenda_plan.shifted(items, 0, -1) == {}
    group = [*items, PlannedItem(name="D", number="5.1a"), PlannedItem(name="N", number="5.1", public=False)]
    assert agenda_plan.shifted(group, 2, 1) == {2: "4.2", 3: "4.2.1a"}
    assert agenda_plan.shifted([*group, PlannedItem(name="E", number="5.1.1")], 2, 1) == {}
    deepest = [PlannedItem(name="A", number="1.1.1"), PlannedItem(name="B", number="1.1.2")]
    assert agenda_plan.shifted(deepest, 1, 1) == {}
