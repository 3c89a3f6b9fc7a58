"""What is missing once an item or the meeting is over, and the public in and out: positives and near misses."""

from dataclasses import replace

import pytest

from desktop.models.rules import checks
from desktop.models.rules.checks import Code, Weight, weight
from desktop.models.values import (
    AgendaItem,
    Attendance,
    AttendanceGroup,
    AttendanceStatus,
    Election,
    Entry,
    Event,
    EventType,
    File,
    Interval,
    ItemKind,
    ItemStage,
    Meeting,
    MeetingState,
    Motion,
    MotionOutcome,
    MotionType,
    ResultClass,
    Speech,
    SpeechRole,
    Task,
    TextEntry,
    Vote,
)
from tests.models.rules.test_checks import codes, found, meeting, members

TALK = TextEntry(text="Es wird beraten.")
MOTION = Motion(key="mo", text="Der Radweg wird gebaut.")
ASKS = Speech(speaker="a1", role=SpeechRole.QUESTION, text="fragt nach dem Radweg.")
TOLD = Speech(speaker="b1", role=SpeechRole.ANSWER, text="antwortet.")
EXCLUDED = Event(event_type=EventType.PUBLIC_EXCLUDED)
RESTORED = Event(event_type=EventType.PUBLIC_RESTORED)


def done(*entries: Entry, **item: object) -> list[Code]:
    """The codes of an item that is done, in a meeting that goes on."""
    return codes(*entries, stage=ItemStage.DONE, **item)


def recorded(*entries: Entry, **fields: object) -> Meeting:
    """The minutes of a meeting that ended well."""
    held = replace(meeting(*entries, result="erledigt"), state=MeetingState.DRAFT, end="2026-03-05T20:00:00+01:00")
    return replace(held, **fields)  # type: ignore[arg-type]


MISSING: list[tuple[str, tuple[Entry, ...], dict[str, object], list[Code]]] = [
    ("nothing at all", (), {}, [Code.UNTOUCHED]),
    ("a divider holds nothing", (), {"kind": ItemKind.DIVIDER}, []),
    ("a formality may hold nothing", (), {"kind": ItemKind.FORMALITY}, []),
    ("questions of residents without a word", (), {"kind": ItemKind.QUESTION}, [Code.UNTOUCHED]),
    ("a result alone is enough", (), {"result": "abgesetzt"}, []),
    ("taken off", (), {"result_class": ResultClass.REMOVED}, []),
    ("announced later", (), {"announcement": "Der Vertrag wird geschlossen."}, []),
    ("only talk", (TALK,), {}, []),
    ("a resolution without a result", (TALK,), {"resolution": "Er wird gebaut."}, [Code.ITEM_RESULT]),
    ("as proposed without a result", (TALK,), {"resolution_as_proposed": True}, [Code.ITEM_RESULT]),
    ("a resolution with one", (TALK,), {"resolution": "Er wird gebaut.", "result": "beschlossen"}, []),
    ("a report needs none", (TALK,), {"resolution": "Wird so gesehen.", "kind": ItemKind.REPORT}, []),
    ("nobody elected anybody", (TALK,), {"kind": ItemKind.ELECTION}, [Code.ITEM_RESULT]),
    (
        "an election is its own result",
        (Election(office="Vorsitz", elected=("a1",)),),
        {"kind": ItemKind.ELECTION},
        [],
    ),
    ("a vote won, the item without a result", (Vote(yes=3, no=2, accepted=True),), {}, [Code.ITEM_RESULT]),
    ("an open vote tells of itself", (Vote(yes=3, at="2026-03-05T18:10:00+01:00"),), {}, [Code.NO_RESULT]),
    ("a motion nobody settled", (MOTION,), {}, [Code.ITEM_RESULT, Code.MOTION_OPEN]),
    ("one that was withdrawn", (replace(MOTION, outcome=MotionOutcome.WITHDRAWN),), {"result": "erledigt"}, []),
    ("one settled in words", (replace(MOTION, outcome_text="zieht zurück"),), {"result": "erledigt"}, []),
    ("one settled with the item", (MOTION,), {"result_class": ResultClass.ACCEPTED}, []),
    (
        "an amendment is not settled with the item",
        (replace(MOTION, motion_type=MotionType.AMENDMENT),),
        {"result_class": ResultClass.ACCEPTED},
        [Code.MOTION_OPEN],
    ),
    (
        "but where the item is postponed",
        (replace(MOTION, motion_type=MotionType.AMENDMENT),),
        {"result_class": ResultClass.POSTPONED},
        [],
    ),
    ("a question", (TALK, ASKS), {}, [Code.QUESTION_OPEN]),
    ("an answered one", (ASKS, TOLD), {}, []),
    ("two, answered together", (ASKS, replace(ASKS, speaker="a2"), TOLD), {}, []),
    ("answered before it was asked", (TOLD, ASKS), {}, [Code.QUESTION_OPEN]),
    ("somebody else says something", (ASKS, replace(TOLD, role=None)), {}, []),
    ("the same goes on", (ASKS, Speech(speaker="a1", text="dankt.")), {}, [Code.QUESTION_OPEN]),
    ("the answer is only prepared", (ASKS, replace(TOLD, prepared=True)), {}, [Code.QUESTION_OPEN, Code.PREPARED]),
    ("somebody is told to answer", (ASKS,), {"tasks": (Task(text="Antwort", done=True),)}, []),
    ("two prepared", (TALK, replace(TALK, prepared=True), replace(TALK, prepared=True)), {}, [Code.PREPARED]),
    ("a gap", (replace(TALK, text="Es spricht [[Name]] für [[Name]] und [[Fraktion]]."),), {}, [Code.HOLES]),
    ("a gap in the verdict", (Vote(yes=3, no=2, verdict="[[mehr|minder]]"),), {"result": "ja"}, [Code.HOLES]),
    ("a gap in the resolution", (TALK,), {"resolution": "Am [[Tag]].", "result": "ja"}, [Code.HOLES]),
    ("brackets that are none", (replace(TALK, text="Es gilt [so] [ [ ]."),), {}, []),
    ("a gap in what is prepared", (replace(TALK, text="[[Name]]", prepared=True),), {}, [Code.PREPARED]),
]


@pytest.mark.parametrize(("entries", "item", "expected"), [row[1:] for row in MISSING], ids=[row[0] for row in MISSING])
def test_what_is_missing(entries: tuple[Entry, ...], item: dict[str, object], expected: list[Code]) -> None:
    assert sorted(done(*entries, **item)) == sorted(expected)


@pytest.mark.parametrize(("entries", "item"), [row[1:3] for row in MISSING], ids=[row[0] for row in MISSING])
def test_nothing_is_missing_while_the_item_goes_on(entries: tuple[Entry, ...], item: dict[str, object]) -> None:
    assert not {*codes(*entries, stage=ItemStage.RUNNING, **item)} - {Code.NO_RESULT}


def test_a_formality_that_was_called_is_not_empty_unless_the_meeting_begins_or_ends_with_it() -> None:
    first = meeting(kind=ItemKind.FORMALITY, stage=ItemStage.DONE, start="2026-03-05T18:01:00+01:00").agenda[0]
    agenda = (first, replace(first, key="i2"), replace(first, key="i3", start=None), replace(first, key="i4"))
    every = checks.check(checks.facts(replace(meeting(), agenda=agenda), {}, {}))
    assert [(one.code, one.item) for one in every] == [(Code.UNTOUCHED, "i2")]


def test_written_minutes_name_who_wrote_them() -> None:
    held = recorded(TALK, attendance=members())
    assert found(held) == [(Code.NO_MINUTE_TAKER, "")]
    assert weight(Code.NO_MINUTE_TAKER) is Weight.REMINDER
    writes = Attendance(key="at-w", person="guest", group=AttendanceGroup.MINUTES)
    assert found(replace(held, attendance=(*held.attendance, writes))) == []
    assert found(replace(held, minute_takers=("guest",))) == []
    assert found(replace(held, state=MeetingState.RUNNING)) == []


def test_a_paper_that_proposes_a_resolution_wants_a_result() -> None:
    held = meeting(TALK, papers=("p",), stage=ItemStage.DONE)
    assert found(held) == []
    assert [one.code for one in checks.check(checks.facts(held, {}, {}, proposing=frozenset({"p"})))] == [
        Code.ITEM_RESULT
    ]
    noted = replace(held, agenda=(replace(held.agenda[0], kind=ItemKind.REPORT),))
    assert checks.check(checks.facts(noted, {}, {}, proposing=frozenset({"p"}))) == ()


def test_once_the_meeting_is_over_every_item_counts() -> None:
    held = recorded(TALK)
    late = AgendaItem(key="j", number="2", name="Haushalt")
    assert found(held) == []
    assert found(replace(held, agenda=(*held.agenda, late))) == [(Code.UNTOUCHED, "")]
    assert found(replace(held, agenda=(*held.agenda, late), state=MeetingState.RUNNING)) == []
    joined = replace(held.agenda[0], treated_with=("j",))
    assert found(replace(held, agenda=(joined, late))) == []
    below = replace(held.agenda[0], number="2.1")
    assert found(replace(held, agenda=(late, below))) == []
    block = replace(held.agenda[0], proceedings=(Vote(key="v", on=("i", "j"), accepted=True, yes=3, no=0),))
    assert found(replace(held, agenda=(block, late))) == []


def test_tasks_that_wait_are_told_once_the_item_or_the_meeting_is_over() -> None:
    held = recorded(TALK)
    told = replace(held.agenda[0], tasks=(Task(text="Prüfen"), Task(text="Fragen", done=True)), stage=ItemStage.DONE)
    assert found(replace(held, agenda=(told,))) == [(Code.TASKS_OPEN, "")]
    assert found(replace(held, agenda=(told,), state=MeetingState.RUNNING)) == [(Code.TASKS_OPEN, "")]
    runs = replace(told, stage=ItemStage.RUNNING)
    assert found(replace(held, agenda=(runs,), state=MeetingState.RUNNING)) == []
    settled = replace(told, tasks=told.tasks[1:])
    assert found(replace(held, agenda=(settled,))) == []


def test_before_the_agenda_and_after_it_nothing_stays_prepared_or_open() -> None:
    waits, gap = TextEntry(key="c1", text="Ende", prepared=True), TextEntry(key="c2", text="Um [[Zeit]].")
    held = recorded(TALK, closing=(waits, gap))
    assert found(held) == [(Code.PREPARED, "c1"), (Code.HOLES, "c2")]
    assert found(replace(held, state=MeetingState.RUNNING)) == [(Code.HOLES, "c2")]


def test_the_end_of_the_meeting() -> None:
    assert found(recorded(TALK, end=None)) == [(Code.NO_END, "")]
    assert found(recorded(TALK, end=None, state=MeetingState.RUNNING)) == []
    assert found(recorded(TALK, end=None, state=None)) == []


def test_an_attachment_whose_file_is_to_come() -> None:
    reserved = File(key="f", number=2, name="Präsentation")
    said = replace(TALK, key="e1", files=("f",))
    held = meeting(said, files=(reserved,))
    assert found(held) == [(Code.FILE_MISSING, "e1")]
    assert found(meeting(TALK, files=(reserved,))) == [(Code.FILE_MISSING, "")]
    assert codes(said, files=(replace(reserved, file_name="p.pdf", size=3, content="ab"),)) == []
    assert codes(said, files=(replace(reserved, size_text="376 KB"),)) == []


def test_an_attachment_that_no_public_document_has() -> None:
    kept = File(key="f", number=1, name="Plan", file_name="plan.pdf", size=3, content="ab", public=False)
    held = meeting(TALK, files=(kept,), stage=ItemStage.DONE, public=True)
    assert found(held) == [(Code.FILE_NOT_PUBLIC, "")]
    assert found(replace(held, agenda=(replace(held.agenda[0], public=False),))) == []
    assert codes(TALK, files=(kept,), stage=ItemStage.RUNNING, public=True) == []
    assert codes(TALK, files=(replace(kept, public=True),), stage=ItemStage.DONE, public=True) == []


def at(clock: str) -> str:
    return f"2026-03-05T{clock}:00+01:00"


def test_who_speaks_without_being_there() -> None:
    late = Attendance(key="at-a1", person="a1", intervals=(Interval(key="iv", from_=at("19:00")),))
    there = members(a1=late)
    speech = Speech(speaker="a1", text="spricht.", at=at("18:30"))
    assert codes(speech, attendance=there) == [Code.SPEAKER_ABSENT]
    assert codes(replace(speech, at=at("19:30")), attendance=there) == []
    assert codes(replace(speech, at=at("18:56")), attendance=there) == []
    assert codes(replace(speech, speaker="a2"), attendance=there) == []
    assert codes(replace(speech, speaker="guest"), attendance=there) == []
    assert codes(replace(speech, prepared=True), attendance=there) == []
    assert codes(replace(speech, at=None), attendance=there, start=at("18:00"), end=at("18:40")) == [
        Code.SPEAKER_ABSENT
    ]
    assert codes(replace(speech, at=None), attendance=there, start=at("18:00"), end=at("19:40")) == []
    excused = members(a1=Attendance(key="at-a1", person="a1", status=AttendanceStatus.EXCUSED))
    assert codes(replace(speech, at=None), attendance=excused) == [Code.SPEAKER_ABSENT]


def two_parts(first: tuple[Entry, ...], second: tuple[Entry, ...]) -> list[tuple[Code, str]]:
    """Ö 1 and N 1 with these entries, in a meeting that runs."""
    held = meeting(*first)
    closed = AgendaItem(key="n", number="1", name="Grundstück", public=False)
    numbered = tuple(replace(entry, key=f"n{place}") for place, entry in enumerate(second, start=1))
    agenda = (*held.agenda, replace(closed, proceedings=numbered))
    return found(replace(held, agenda=agenda, state=MeetingState.RUNNING))


def test_not_public_before_the_public_was_excluded() -> None:
    assert two_parts((TALK,), (TALK, EXCLUDED)) == [(Code.NOT_EXCLUDED, "n1")]
    assert two_parts((TALK,), (EXCLUDED, TALK)) == []
    assert two_parts((TALK, EXCLUDED), (TALK,)) == []
    assert two_parts((TALK, EXCLUDED, RESTORED), (TALK,)) == [(Code.NOT_EXCLUDED, "n1")]
    assert two_parts((TALK, replace(EXCLUDED, prepared=True)), (TALK,)) == [(Code.NOT_EXCLUDED, "n1")]
    assert two_parts((TALK,), (Event(event_type=EventType.OTHER, text="Gäste gehen."), EXCLUDED, TALK)) == []
    assert two_parts((TALK,), ()) == []


def test_public_while_the_public_is_out() -> None:
    held = meeting(TALK)
    closed = AgendaItem(
        key="n", number="1", name="Grundstück", public=False, proceedings=(replace(EXCLUDED, key="x"), TALK)
    )
    later = replace(held.agenda[0], key="late", number="2", proceedings=(replace(TALK, key="t"),))
    held = replace(held, agenda=(*held.agenda, closed, later), state=MeetingState.RUNNING)
    assert found(held) == [(Code.STILL_EXCLUDED, "t")]
    again = replace(later, proceedings=(replace(RESTORED, key="r"), *later.proceedings))
    assert found(replace(held, agenda=(*held.agenda[:2], again))) == []
    called = replace(later, proceedings=(), stage=ItemStage.RUNNING)
    assert found(replace(held, agenda=(*held.agenda[:2], called))) == [(Code.STILL_EXCLUDED, "")]
    part = replace(held.agenda[0], proceedings=(TALK, EXCLUDED, TALK, RESTORED))
    assert found(replace(held, agenda=(part, closed, again))) == []
    assert found(replace(held, state=None)) == []


def test_what_matters_most_comes_first() -> None:
    assert weight(Code.ROWS_TOTALS) < weight(Code.UNTOUCHED) < weight(Code.TASKS_OPEN) is Weight.REMINDER
