"""Every code of the checklist: a planted positive, and beside it the near miss that must stay silent."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from desktop.models.rules import checks
from desktop.models.rules.checks import Code, House, Words
from desktop.models.values import (
    AgendaItem,
    Attendance,
    AttendanceGroup,
    AttendanceStatus,
    Ballot,
    Candidate,
    Choice,
    Election,
    ElectionForm,
    ElectionRound,
    Entry,
    Event,
    EventType,
    FactionRow,
    Interval,
    Meeting,
    MeetingState,
    Motion,
    MotionOutcome,
    MotionType,
    Organization,
    OrganizationType,
    Person,
    Recusal,
    Rest,
    ResultClass,
    Speech,
    Stance,
    TextEntry,
    Vote,
    VoteMethod,
    VoteOption,
)
from desktop.models.values.law import Law, MajorityBase, QuorumBase, QuorumLaw, RecusalLaw, SecretVote, VoteLaw

WORDS = Words(
    labels={"so beschlossen": (True, False)},
    unanimous=frozenset({"einstimmig"}),
    majority=frozenset({"mehrheitlich"}),
    accepted=frozenset({"beschlossen", "angenommen"}),
    rejected=frozenset({"abgelehnt"}),
    negations=frozenset({"nicht", "keine"}),
    ties=frozenset({"stimmengleichheit"}),
    quorum=frozenset({"beschlussfähigkeit"}),
)
HOUSE = House(words=WORDS)
COUNCIL = Organization(key="rat", name="Rat", voting_member_count=7)
FACTIONS = [
    Organization(key=key, name=key, organization_type=OrganizationType.FRAKTION, order=order)
    for order, key in enumerate(("A", "B"))
]
MEMBERS = ("a1", "a2", "a3", "b1", "b2")


def members(*without: str, **changed: Attendance) -> tuple[Attendance, ...]:
    """Three of faction A and two of B are there; ``changed`` takes the place of a line."""
    made = {
        name: Attendance(key=f"at-{name}", person=name, group=AttendanceGroup.MEMBER, on_behalf_of=name[0].upper())
        for name in MEMBERS
    }
    return tuple(line for name, line in {**made, **changed}.items() if name not in without)


def meeting(*entries: Entry, attendance: tuple[Attendance, ...] = (), **item: object) -> Meeting:
    """One item with these entries, and a quorum stated before."""
    numbered = tuple(replace(entry, key=entry.key or f"e{number}") for number, entry in enumerate(entries, start=1))
    line = AgendaItem(key="i", number="1", name="Radweg", proceedings=numbered, **item)  # type: ignore[arg-type]
    quorum = Event(key="q", event_type=EventType.QUORUM_STATED)
    return Meeting(
        key="m",
        organizations=("rat",),
        start="2026-03-05T18:00:00+01:00",
        attendance=attendance,
        agenda=(line,),
        opening=(quorum,),
    )


def found(
    held: Meeting, law: Law = checks.NEUTRAL, house: House = HOUSE, edited: Iterable[str] = ()
) -> list[tuple[Code, str]]:
    """The codes with the entry they are about."""
    persons = {name: Person(key=name, family_name=name) for name in (*MEMBERS, "d1", "d2", "guest")}
    organizations = {one.key: one for one in (COUNCIL, *FACTIONS)}
    every = checks.check(checks.facts(held, persons, organizations, law, house, frozenset(edited)))
    return [(one.code, one.entry) for one in every]


def codes(*entries: Entry, attendance: tuple[Attendance, ...] = (), **item: object) -> list[Code]:
    """The codes that one item with these entries raises."""
    return [code for code, _ in found(meeting(*entries, attendance=attendance, **item))]


def rows(*counts: int | None) -> tuple[FactionRow, ...]:
    return tuple(FactionRow(organization=key, yes=count) for key, count in zip("AB", counts, strict=True))


def ballots(**choices: str) -> tuple[Ballot, ...]:
    return tuple(Ballot(person=name, choice=Choice(choice)) for name, choice in choices.items())


FAIR = Vote(yes=3, no=2, accepted=True, verdict="Mehrheitlich beschlossen")

ONE_VOTE: list[tuple[str, Vote, list[Code]]] = [
    ("all well", FAIR, []),
    ("rows and totals", replace(FAIR, by_faction=(*rows(3, 1), FactionRow(label="ohne", no=2))), [Code.ROWS_TOTALS]),
    ("rows that only know directions", replace(FAIR, by_faction=(FactionRow(organization="A"),)), []),
    ("rows that add up", replace(FAIR, by_faction=(*rows(3, 0), FactionRow(label="ohne", no=2))), []),
    ("ballots and totals", replace(FAIR, ballots=ballots(a1="yes", a2="no", a3="no")), [Code.BALLOTS_TOTALS]),
    (
        "ballots that add up",
        replace(FAIR, ballots=ballots(a1="yes", a2="yes", a3="yes", b1="no", b2="no")),
        [],
    ),
    ("fewer votes than present", replace(FAIR, present=6), [Code.SUM_PRESENT]),
    ("more votes than present", replace(FAIR, present=4), [Code.SUM_PRESENT]),
    ("invalid and not voting count", replace(FAIR, present=7, invalid=1, not_voting=1), []),
    ("only Ja known, others may be there", Vote(yes=3, present=5, accepted=True), []),
    ("only Ja known, but einstimmig", Vote(yes=4, present=5, accepted=True, unanimous=True), [Code.SUM_PRESENT]),
    ("the rest is whoever is left", Vote(no=2, rest=Rest.YES, present=5, accepted=True), []),
    ("the rest of an unknown number", Vote(yes=1, no=2, rest=Rest.ABSTENTIONS, accepted=False), []),
    ("more than seats", Vote(yes=5, no=3, accepted=True), [Code.MORE_THAN_SEATS]),
    ("as many as seats", Vote(yes=5, no=2, accepted=True), []),
    ("as many as noted at the vote", Vote(yes=5, no=3, statutory=8, accepted=True), []),
    ("announced otherwise", Vote(yes=2, no=3, accepted=True), [Code.OUTCOME_COMPUTED]),
    ("a tie is rejected", Vote(yes=3, no=3, accepted=True), [Code.OUTCOME_COMPUTED]),
    ("a tie announced as such", Vote(yes=3, no=3, accepted=False), []),
    ("the question or the motion", Vote(yes=2, no=3, accepted=True, yes_means_rejection=True), []),
    ("outcome unknown", Vote(yes=3, accepted=False), []),
    ("einstimmig with Nein", replace(FAIR, verdict="Einstimmig beschlossen"), [Code.VERDICT_UNANIMOUS]),
    ("announced as unanimous with Nein", replace(FAIR, unanimous=True), [Code.VERDICT_UNANIMOUS]),
    ("not einstimmig", replace(FAIR, verdict="nicht einstimmig beschlossen"), []),
    ("part of a word", replace(FAIR, verdict="Uneinstimmig beschlossen"), []),
    (
        "einstimmig with abstentions",
        Vote(yes=3, no=0, abstentions=2, accepted=True, verdict="Einstimmig bei 2 Enthaltungen"),
        [],
    ),
    (
        "mehrheitlich, but nobody against",
        Vote(yes=5, no=0, accepted=True, verdict="mehrheitlich beschlossen"),
        [Code.VERDICT_MAJORITY],
    ),
    (
        "mehrheitlich, and all who were present said Ja",
        Vote(yes=5, present=5, accepted=True, verdict="mehrheitlich"),
        [Code.VERDICT_MAJORITY],
    ),
    ("mehrheitlich, only Ja counted", Vote(yes=5, accepted=True, verdict="mehrheitlich beschlossen"), []),
    ("label of the house", Vote(yes=5, no=0, accepted=True, verdict="So  beschlossen"), [Code.VERDICT_MAJORITY]),
    ("words against outcome", replace(FAIR, verdict="Mehrheitlich abgelehnt"), [Code.VERDICT_OUTCOME]),
    ("words against numbers", Vote(yes=3, no=2, verdict="Mehrheitlich abgelehnt"), [Code.VERDICT_OUTCOME]),
    ("both words", replace(FAIR, verdict="abgelehnt wird nichts, mehrheitlich beschlossen"), []),
    (
        "words may speak of the motion",
        replace(FAIR, verdict="Mehrheitlich abgelehnt", yes_means_rejection=True),
        [],
    ),
    ("no result", Vote(yes=3), [Code.NO_RESULT]),
    ("nothing at all", Vote(), [Code.NO_RESULT]),
    ("a result in words", Vote(verdict="Zustimmung"), []),
    ("a result by the numbers", Vote(yes=3, no=2), []),
    ("still counted", Vote(yes=3, no=1, present=5, at="2026-03-05T18:30:00+01:00"), [Code.NO_RESULT]),
    ("more than present, still counted", Vote(yes=6, present=5), [Code.SUM_PRESENT, Code.NO_RESULT]),
    (
        "variants as many",
        Vote(options=(VoteOption(label="1", votes=2), VoteOption(label="2", votes=2))),
        [Code.NO_RESULT],
    ),
    ("a tie in words only", replace(FAIR, accepted=False, no=3, verdict="Bei Stimmengleichheit abgelehnt"), []),
    (
        "no tie in numbers",
        Vote(yes=2, no=3, accepted=False, verdict="Bei Stimmengleichheit abgelehnt"),
        [Code.VERDICT_TIE],
    ),
    (
        "einstimmig, and no debate",
        replace(FAIR, verdict="Einstimmig beschlossen. Keine Aussprache."),
        [Code.VERDICT_UNANIMOUS],
    ),
    (
        "einstimmig, and not public",
        replace(FAIR, verdict="Einstimmig beschlossen, nicht öffentlich"),
        [Code.VERDICT_UNANIMOUS],
    ),
    ("what another sentence says", replace(FAIR, verdict="Mehrheitlich beschlossen. Frau A war abgelehnt worden."), []),
    ("variants", Vote(options=(VoteOption(label="1", votes=3), VoteOption(label="2", votes=2)), present=5), []),
    (
        "variants that do not add up",
        Vote(options=(VoteOption(label="1", votes=4), VoteOption(label="2", votes=2)), present=5),
        [Code.SUM_PRESENT],
    ),
]


@pytest.mark.parametrize(("vote", "expected"), [case[1:] for case in ONE_VOTE], ids=[case[0] for case in ONE_VOTE])
def test_one_vote(vote: Vote, expected: list[Code]) -> None:
    assert codes(vote) == expected
    assert codes(replace(vote, prepared=True)) == []


def test_abstentions_break_unanimity_where_the_house_says_so() -> None:
    vote = Vote(yes=3, no=0, abstentions=2, accepted=True, verdict="Einstimmig beschlossen")
    strict = replace(HOUSE, abstentions_break=True)
    assert [code for code, _ in found(meeting(vote), house=strict)] == [Code.VERDICT_UNANIMOUS]
    assert found(meeting(replace(vote, abstentions=0)), house=strict) == []


def test_the_outcome_is_computed_by_the_law() -> None:
    vote = Vote(yes=3, no=2, abstentions=1, accepted=True)
    cast = Law(votes=VoteLaw(base=MajorityBase.VOTES_CAST))
    assert [code for code, _ in found(meeting(vote), cast)] == [Code.OUTCOME_COMPUTED]
    assert found(meeting(vote)) == []


def test_an_edited_wording_is_told_for_its_vote_alone() -> None:
    assert found(meeting(FAIR, FAIR), edited=["e2"]) == [(Code.EDITED, "e2")]


def test_a_repeated_vote_counts_nowhere() -> None:
    wrong = Vote(key="old", yes=2, no=4, accepted=True)
    assert found(meeting(wrong, replace(FAIR, key="new"))) == [
        (Code.OUTCOME_COMPUTED, "old"),
        (Code.TOTALS_DIFFER, "new"),
    ]
    assert found(meeting(wrong, replace(FAIR, key="new", voids="old", void_reason="verzählt"))) == []
    begun = Vote(key="new", voids="old")
    assert found(meeting(wrong, begun)) == [(Code.OUTCOME_COMPUTED, "old"), (Code.NO_RESULT, "new")]


LAWS: list[tuple[str, Vote, VoteLaw, list[Code]]] = [
    ("abstention", replace(FAIR, abstentions=1), VoteLaw(abstention_allowed=False), [Code.ABSTENTION_FORBIDDEN]),
    ("no abstention", replace(FAIR, abstentions=0), VoteLaw(abstention_allowed=False), []),
    ("abstention elsewhere", replace(FAIR, abstentions=1), VoteLaw(), []),
    (
        "abstention of a faction without a number",
        replace(FAIR, by_faction=(FactionRow(organization="A", stance=Stance.ABSTENTION),)),
        VoteLaw(abstention_allowed=False),
        [Code.ABSTENTION_FORBIDDEN],
    ),
    (
        "the rest abstains",
        replace(FAIR, present=7, rest=Rest.ABSTENTIONS),
        VoteLaw(abstention_allowed=False),
        [Code.ABSTENTION_FORBIDDEN],
    ),
    (
        "nobody is left to abstain",
        replace(FAIR, present=5, rest=Rest.ABSTENTIONS),
        VoteLaw(abstention_allowed=False),
        [],
    ),
    (
        "abstention of a faction",
        Vote(accepted=True, by_faction=(FactionRow(organization="A", yes=2, no=0, abstentions=1),)),
        VoteLaw(abstention_allowed=False),
        [Code.ABSTENTION_FORBIDDEN],
    ),
    (
        "secret",
        replace(FAIR, method=VoteMethod.SECRET),
        VoteLaw(secret=SecretVote.FORBIDDEN),
        [Code.SECRET_FORBIDDEN],
    ),
    ("secret for a reason", replace(FAIR, method=VoteMethod.SECRET), VoteLaw(secret=SecretVote.EXCEPTION), []),
    ("by name", replace(FAIR, method=VoteMethod.ROLL_CALL), VoteLaw(secret=SecretVote.FORBIDDEN), []),
]


@pytest.mark.parametrize(("vote", "law", "expected"), [case[1:] for case in LAWS], ids=[case[0] for case in LAWS])
def test_what_the_law_says(vote: Vote, law: VoteLaw, expected: list[Code]) -> None:
    assert [code for code, _ in found(meeting(vote), Law(votes=law))] == expected


# --- against the attendance list

LEFT = Attendance(
    person="b2",
    group=AttendanceGroup.MEMBER,
    on_behalf_of="B",
    intervals=(Interval(until="2026-03-05T19:00:00+01:00"),),
)
LATE = "2026-03-05T19:30:00+01:00"
EARLY = "2026-03-05T18:30:00+01:00"
#: a member who is excused, and who came in her place
AWAY = Attendance(person="b2", group=AttendanceGroup.MEMBER, on_behalf_of="B", status=AttendanceStatus.EXCUSED)
DEPUTY = Attendance(person="d1", group=AttendanceGroup.DEPUTY, on_behalf_of="B", deputy_for="b2")

PRESENCE: list[tuple[str, Vote, tuple[Attendance, ...], list[Code]]] = [
    ("as many as present", FAIR, members(), []),
    ("fewer counted", Vote(yes=3, no=1, accepted=True), members(), [Code.SUM_ATTENDANCE]),
    ("before somebody left", replace(FAIR, at=EARLY), members(b2=LEFT), []),
    ("after somebody left", replace(FAIR, at=LATE), members(b2=LEFT), [Code.SUM_ATTENDANCE]),
    ("noted otherwise", replace(FAIR, present=5, at=LATE), members(b2=LEFT), [Code.PRESENT_ATTENDANCE]),
    ("noted the same", Vote(yes=2, no=2, present=4, accepted=False, at=LATE), members(b2=LEFT), []),
    ("guests do not count", FAIR, members(g=Attendance(person="guest", group=AttendanceGroup.GUEST)), []),
    (
        "ballot of somebody who left",
        Vote(ballots=ballots(a1="yes", a2="yes", b1="no", b2="no"), accepted=False, at=LATE),
        members("a3", b2=LEFT),
        [Code.SUM_ATTENDANCE, Code.QUORUM_MISSED, Code.VOTER_ABSENT],
    ),
    (
        "who left is listed as not voting",
        Vote(
            yes=3, no=1, ballots=ballots(a1="yes", a2="yes", a3="yes", b1="no", b2="notVoting"), at=LATE, accepted=True
        ),
        members(b2=LEFT),
        [],
    ),
    (
        "ballot of a guest",
        Vote(yes=3, no=2, ballots=ballots(a1="yes", a2="yes", a3="yes", b1="no", guest="no"), present=5),
        members(g=Attendance(person="guest", group=AttendanceGroup.GUEST)),
        [Code.VOTER_WITHOUT_VOTE],
    ),
    (
        "a faction with too many",
        Vote(yes=5, by_faction=rows(2, 3)),
        members(),
        [Code.FACTION_OVER],
    ),
    ("factions with as many as are there", Vote(yes=5, by_faction=rows(3, 2)), members(), []),
    ("deputy for a member who is away", FAIR, members(b2=AWAY, d=DEPUTY), []),
    (
        "deputy and member both vote",
        Vote(yes=3, no=2, ballots=ballots(a1="yes", a2="yes", a3="yes", b2="no", d1="no")),
        members(d=DEPUTY),
        [Code.DEPUTY_AND_MEMBER],
    ),
    (
        "deputy is there, the member votes",
        Vote(yes=3, no=2, ballots=ballots(a1="yes", a2="yes", a3="yes", b1="no", b2="no")),
        members(d=DEPUTY),
        [],
    ),
    (
        "two deputies vote in one seat",
        Vote(yes=3, no=2, ballots=ballots(a1="yes", a2="yes", a3="yes", d1="no", d2="no")),
        members(b2=AWAY, d=DEPUTY, e=replace(DEPUTY, person="d2")),
        [Code.VOTER_WITHOUT_VOTE],
    ),
]


@pytest.mark.parametrize(
    ("vote", "attendance", "expected"), [case[1:] for case in PRESENCE], ids=[case[0] for case in PRESENCE]
)
def test_against_the_attendance_list(vote: Vote, attendance: tuple[Attendance, ...], expected: list[Code]) -> None:
    seen = [code for code in codes(vote, attendance=attendance) if code is not Code.BALLOTS_TOTALS]
    assert seen == expected


def test_too_few_to_decide() -> None:
    enough = Vote(yes=3, no=1, accepted=True)
    assert codes(enough, attendance=members("b2")) == []
    too_few = Vote(yes=3, no=0, accepted=True)
    assert codes(too_few, attendance=members("b1", "b2")) == [Code.QUORUM_MISSED]
    small = Law(quorum=QuorumLaw(base=QuorumBase.AT_LEAST_HALF))
    assert [code for code, _ in found(meeting(too_few, attendance=members("b1", "b2")), small)] == [Code.QUORUM_MISSED]
    assert found(meeting(replace(enough, statutory=8), attendance=members("b2")), small) == []
    assert codes(too_few) == []


RECUSED = (Recusal(person="b2"),)


def test_recused_persons_are_out_of_the_denominator() -> None:
    smaller = Vote(yes=3, no=1, accepted=True)
    assert codes(smaller, attendance=members(), recusals=RECUSED) == []
    assert codes(FAIR, attendance=members(), recusals=RECUSED) == [Code.SUM_ATTENDANCE]


def test_recused_persons_do_not_vote() -> None:
    named = Vote(yes=3, no=1, ballots=ballots(a1="yes", a2="yes", a3="yes", b2="no"))
    assert codes(named, recusals=RECUSED) == [Code.RECUSED_VOTED]
    assert codes(replace(named, recused_persons=("b2",))) == [Code.RECUSED_VOTED]
    other = replace(named, ballots=ballots(a1="yes", a2="yes", a3="yes", b1="no", b2="notVoting"))
    assert codes(other, recusals=RECUSED) == []
    alone = replace(FAIR, by_faction=(FactionRow(person="b2", no=2), FactionRow(organization="A", yes=3)))
    assert codes(alone, recusals=RECUSED) == [Code.RECUSED_VOTED]


def test_a_block_vote_is_for_nobody_who_is_recused_at_one_of_its_items() -> None:
    block = Vote(key="v", on=("i", "j"), yes=3, no=2, ballots=ballots(a1="yes", a2="yes", a3="yes", b1="no", b2="no"))
    held = meeting(block, attendance=members())
    other = AgendaItem(key="j", recusals=RECUSED)
    assert found(replace(held, agenda=(*held.agenda, replace(other, recusals=())))) == []
    assert found(replace(held, agenda=(*held.agenda, other))) == [(Code.RECUSED_VOTED, "v"), (Code.SUM_ATTENDANCE, "v")]
    smaller = meeting(Vote(on=("i", "j"), yes=3, no=1), attendance=members())
    assert found(replace(smaller, agenda=(*smaller.agenda, other))) == []
    assert codes(Vote(yes=3, no=1, recused_persons=("b2",)), attendance=members()) == []


def test_a_vote_without_a_time_may_have_been_at_any_moment_of_its_item() -> None:
    times = {"start": "2026-03-05T18:30:00+01:00", "end": "2026-03-05T19:30:00+01:00"}
    came = replace(LEFT, intervals=(Interval(from_="2026-03-05T19:00:00+01:00"),))
    four = Vote(yes=3, no=1)
    for line in (LEFT, came):
        assert codes(FAIR, attendance=members(b2=line), **times) == []
        assert codes(four, attendance=members(b2=line), **times) == []
        assert codes(Vote(yes=2, no=1), attendance=members(b2=line), **times) == [Code.SUM_ATTENDANCE]
    assert codes(replace(FAIR, at=LATE), attendance=members(b2=LEFT), **times) == [Code.SUM_ATTENDANCE]
    assert codes(four, attendance=members(b2=LEFT), start=EARLY, end=EARLY) == [Code.SUM_ATTENDANCE]
    assert codes(four, attendance=members(b2=LEFT), start=LATE) == []
    assert codes(election(5, 2, 2), attendance=members(b2=LEFT), **times) == []
    assert codes(election(6, 3, 2), attendance=members(b2=LEFT), **times) == [Code.ELECTION_ATTENDANCE]


def test_a_voter_of_another_body_of_a_joint_meeting_was_there() -> None:
    joint = Vote(key="v", organization="finanzen", yes=9, accepted=True, ballots=ballots(a1="yes"))
    held = replace(meeting(joint, attendance=members()), organizations=("rat", "finanzen"))
    told = (Code.BALLOTS_TOTALS, "v")
    assert found(held) == [told]
    assert found(replace(held, attendance=members("a1"))) == [told, (Code.VOTER_ABSENT, "v")]


def test_recused_persons_do_not_speak() -> None:
    speech = Speech(speaker="b2", text="fragt.")
    assert codes(speech, recusals=RECUSED) == [Code.RECUSED_SPOKE]
    assert codes(replace(speech, speaker="b1"), recusals=RECUSED) == []
    assert codes(replace(speech, prepared=True), recusals=RECUSED) == []
    told = Event(event_type=EventType.RECUSAL, person="b2")
    assert codes(speech, told, recusals=RECUSED) == []
    assert codes(told, speech, recusals=RECUSED) == [Code.RECUSED_SPOKE]


# --- several votes of one item


def test_totals_that_differ_within_one_item() -> None:
    fewer, more, usual = Vote(yes=3, no=1), Vote(yes=3, no=3), Vote(yes=4, no=1)
    assert found(meeting(FAIR, fewer, usual, more)) == [(Code.TOTALS_DIFFER, "e2"), (Code.TOTALS_DIFFER, "e4")]
    assert found(meeting(FAIR, usual, Vote(yes=4, accepted=True))) == []
    assert found(meeting(FAIR, usual, replace(fewer, present=4))) == []
    left = (replace(FAIR, at=EARLY), replace(FAIR, at=EARLY), replace(fewer, at=LATE, accepted=True))
    assert found(meeting(*left)) == [(Code.TOTALS_DIFFER, "e3")]
    assert found(meeting(*left, attendance=members(b2=LEFT))) == []
    assert found(meeting(FAIR, usual, Vote(yes=6, accepted=True))) == [(Code.TOTALS_DIFFER, "e3")]


AMENDMENT = Motion(key="am", motion_type=MotionType.AMENDMENT, text="Radweg breiter")
ON_AMENDMENT = replace(FAIR, on=("am",))


def test_amendments_are_voted_on_before_the_main_motion() -> None:
    assert codes(AMENDMENT, ON_AMENDMENT, FAIR) == []
    assert found(meeting(AMENDMENT, FAIR, ON_AMENDMENT)) == [(Code.AMENDMENT_AFTER_MAIN, "e3")]
    assert codes(AMENDMENT, FAIR, ON_AMENDMENT, FAIR) == []
    assert codes(AMENDMENT, replace(FAIR, part="Ziffer 1"), ON_AMENDMENT) == []
    procedural = Motion(key="go", motion_type=MotionType.PROCEDURAL, text="Schluss der Debatte")
    assert codes(procedural, FAIR, replace(FAIR, on=("go",))) == []


def test_an_amendment_names_what_it_would_change() -> None:
    main = Motion(key="main", motion_type=MotionType.SUBSTANTIVE, text="Radweg")
    other = Motion(key="other", motion_type=MotionType.SUBSTANTIVE, text="Gehweg")
    amendment = replace(AMENDMENT, amends="main")
    on_main, on_other = replace(FAIR, on=("main",)), replace(FAIR, on=("other",))
    assert codes(main, other, amendment, on_main, ON_AMENDMENT) == [Code.AMENDMENT_AFTER_MAIN]
    assert codes(main, other, amendment, on_other, ON_AMENDMENT, on_main) == []
    assert codes(main, AMENDMENT, on_main, ON_AMENDMENT) == [Code.AMENDMENT_AFTER_MAIN]


def test_some_houses_vote_on_the_main_motion_first() -> None:
    house = replace(HOUSE, amendments_first=False)
    assert found(meeting(AMENDMENT, ON_AMENDMENT, FAIR), house=house) == [(Code.AMENDMENT_BEFORE_MAIN, "e2")]
    assert found(meeting(AMENDMENT, FAIR, ON_AMENDMENT), house=house) == []


@pytest.mark.parametrize(
    ("result", "accepted", "expected"),
    [
        (ResultClass.ACCEPTED, False, [Code.RESULT_OUTCOME]),
        (ResultClass.RECOMMENDED, False, [Code.RESULT_OUTCOME]),
        (ResultClass.REJECTED, True, [Code.RESULT_OUTCOME]),
        (ResultClass.AMENDED, True, []),
        (ResultClass.REJECTED, False, []),
        (ResultClass.POSTPONED, True, []),
        (None, False, []),
    ],
)
def test_the_beschlussart_against_the_vote(result: ResultClass | None, accepted: bool, expected: list[Code]) -> None:
    vote = Vote(accepted=accepted, verdict="nach Auszählung")
    assert codes(vote, result="ungeändert beschlossen", result_class=result) == expected
    assert codes(replace(vote, on=("x",)), result_class=result) == []
    assert codes(replace(vote, yes_means_rejection=True), result_class=result) == []


def test_a_block_vote_decides_all_its_items() -> None:
    block = replace(FAIR, key="v", on=("i", "j"))
    held = meeting(block, result_class=ResultClass.REJECTED)
    other = AgendaItem(key="j", result_class=ResultClass.REJECTED)
    assert found(replace(held, agenda=(*held.agenda, other))) == [(Code.RESULT_OUTCOME, "v"), (Code.RESULT_OUTCOME, "")]
    fitting = replace(other, result_class=ResultClass.ACCEPTED)
    assert found(replace(held, agenda=(*held.agenda, fitting))) == [(Code.RESULT_OUTCOME, "v")]
    assert found(meeting(AMENDMENT, block, ON_AMENDMENT)) == [(Code.AMENDMENT_AFTER_MAIN, "e3")]


def test_a_vote_that_is_still_counted_says_nothing_about_the_beschlussart() -> None:
    begun = Vote(yes=1, no=3, present=5, at=EARLY)
    assert codes(begun, result_class=ResultClass.ACCEPTED) == [Code.NO_RESULT]


def test_the_beschlussart_follows_the_last_vote_and_parts_only_where_they_agree() -> None:
    no, yes = Vote(accepted=False, verdict="Nein"), Vote(accepted=True, verdict="Ja")
    assert codes(no, yes, result_class=ResultClass.ACCEPTED) == []
    first, second = replace(yes, part="Ziffer 1"), replace(no, part="Ziffer 2")
    assert codes(first, second, result_class=ResultClass.REJECTED) == []
    assert codes(second, replace(no, part="Ziffer 3"), result_class=ResultClass.ACCEPTED) == [Code.RESULT_OUTCOME]


def test_what_is_noted_of_a_motion_against_its_votes() -> None:
    carried, lost = replace(ON_AMENDMENT, key="v"), Vote(key="v", on=("am",), yes=2, no=3, accepted=False)
    accepted, rejected = (replace(AMENDMENT, outcome=MotionOutcome(word)) for word in ("accepted", "rejected"))
    assert found(meeting(rejected, carried)) == [(Code.MOTION_OUTCOME, "am")]
    assert found(meeting(accepted, lost)) == [(Code.MOTION_OUTCOME, "am")]
    assert codes(accepted, carried) == codes(rejected, lost) == codes(rejected, replace(carried, on=("x",))) == []
    assert codes(replace(accepted, outcome=MotionOutcome.SETTLED), lost) == []
    assert codes(accepted, replace(carried, yes_means_rejection=True)) == []
    assert codes(accepted, lost, replace(ON_AMENDMENT, voids="v")) == []


def election(cast: int | None, *votes: int | None, **changes: object) -> Election:
    candidates = tuple(Candidate(name=str(number), votes=count) for number, count in enumerate(votes))
    held = ElectionRound(candidates=candidates, cast=cast, invalid=1)
    return Election(**{"office": "Amt", "rounds": (held,), "elected": ("1",), **changes})  # type: ignore[arg-type]


def test_ballots_of_an_election() -> None:
    assert codes(election(5, 2, 2)) == []
    assert codes(election(6, 2, 2)) == [Code.ELECTION_SUM]
    assert codes(election(None, 2, 2)) == codes(election(6, 2, None)) == []
    assert codes(election(9, 4, 3, elected=("1", "2"))) == []
    assert codes(election(6, 3, 2), attendance=members()) == [Code.ELECTION_ATTENDANCE]
    assert codes(election(5, 2, 2), attendance=members()) == []
    assert codes(election(5, 2, 2, at=LATE), attendance=members(b2=LEFT)) == [Code.ELECTION_ATTENDANCE]
    assert codes(election(5, 2, 2, at=EARLY), attendance=members(b2=LEFT)) == []


def test_ballots_of_one_candidate_and_of_lists() -> None:
    alone = Election(
        office="Amt", rounds=(ElectionRound(candidates=(Candidate(name="1", yes=1, no=1),), cast=3),), elected=("1",)
    )
    assert codes(alone) == [Code.ELECTION_SUM]
    abstained = Candidate(name="1", yes=1, no=1, abstentions=1)
    assert codes(replace(alone, rounds=(ElectionRound(candidates=(abstained,), cast=3),))) == []
    assert codes(election(3, 3, 2, form=ElectionForm.LIST, lot="1")) == [Code.ELECTION_SUM]
    assert codes(election(6, 3, 2, form=ElectionForm.LIST, lot="1")) == []
    assert codes(election(3, 3, 2, form=ElectionForm.JOINT)) == []
    assert codes(election(None, 3, 2), attendance=members()) == [Code.ELECTION_ATTENDANCE]


def test_some_laws_let_recused_persons_elect() -> None:
    held = meeting(election(5, 2, 2), attendance=members(), recusals=RECUSED)
    assert found(held) == [(Code.ELECTION_ATTENDANCE, "e1")]
    assert found(held, Law(recusal=RecusalLaw(elections_exempt=True))) == []


def test_no_quorum_stated() -> None:
    held = meeting(FAIR, attendance=members())
    silent = replace(held, opening=())
    assert found(held) == []
    assert found(silent) == [(Code.NO_QUORUM_STATED, "")]
    assert found(replace(silent, state=MeetingState.PREPARATION)) == []
    assert found(replace(silent, attendance=())) == []
    assert found(replace(silent, agenda=())) == []
    said = TextEntry(key="t", text="Der Vorsitzende stellt die Beschlussfähigkeit fest.")
    assert found(replace(silent, opening=(said,))) == []
    assert found(replace(silent, opening=(replace(said, text="Zur Beschlussfähigkeitsprüfung"),))) != []
    assert found(replace(silent, closing=(said,))) != []
    stated = Event(key="q", event_type=EventType.QUORUM_STATED, prepared=True)
    assert found(replace(held, opening=(stated,))) == [(Code.NO_QUORUM_STATED, "")]


def test_findings_come_in_the_order_of_the_agenda() -> None:
    wrong = Vote(key="w1", yes=2, no=3, accepted=True)
    held = meeting(FAIR, attendance=members())
    items = (replace(held.agenda[0], key="j", proceedings=(wrong,)), *held.agenda)
    opening = Vote(key="w0", yes=2, no=3, accepted=True)
    assert found(replace(held, agenda=items, opening=(opening,))) == [
        (Code.NO_QUORUM_STATED, ""),
        (Code.OUTCOME_COMPUTED, "w0"),
        (Code.OUTCOME_COMPUTED, "w1"),
    ]


def test_a_long_item_is_checked_with_pauses_between_its_votes() -> None:
    votes = tuple(Vote(key=str(number), yes=5, no=number, accepted=True) for number in range(40))
    long = meeting(*votes)
    known = checks.facts(long, {}, {})
    part = next(one for one in checks.parts(long) if len(one.entries) > 1)
    steps = list(checks.steps(part, known))
    assert steps.count(None) > 2 * len(votes)
    assert checks.in_order(part, [one for one in steps if one is not None]) == checks.check_part(part, known)
