"""The course of an item as printed."""

from dataclasses import replace

import pytest

from desktop.export.compose.context import Context
from desktop.export.compose.entries import course, result_votes
from desktop.export.compose.sections import resolution_text, vote_result
from desktop.export.document import Look, Paragraph
from desktop.models.profiles import PresenceIn, Profile, load
from desktop.models.values import (
    Candidate,
    Election,
    ElectionForm,
    ElectionMethod,
    ElectionRound,
    Entry,
    Event,
    EventType,
    File,
    Lead,
    Motion,
    MotionOutcome,
    MotionType,
    Reader,
    SeatMethod,
    Speech,
    TextEntry,
    Vote,
)
from tests.export.compose.tools import context, edition, item, lines, with_minutes

STANDARD = load("standard")


def printed(*entries: Entry, profile: Profile = STANDARD, **more: object) -> list[str]:
    shown = item(proceedings=entries, **more)
    return lines(course(context(shown, profile=profile), entries, 4, item=shown))


def test_text_with_headings_lists_and_bold_lines() -> None:
    entry = TextEntry(
        heading="Zusammenfassung:", text="Einleitung:\n\n- eins\n- zwei\n\n### Ausblick\n\n**Dank**\n\nEnde."
    )
    assert printed(entry) == [
        "*Zusammenfassung:*",
        "Einleitung:",
        "- eins",
        "- zwei",
        "#### Ausblick",
        "*Dank*",
        "Ende.",
    ]


def test_lines_that_announce_something_hold_on_to_it() -> None:
    entry = TextEntry(heading="Kopf", text="**Zwischentitel**\n\nEs gilt:\n\n- eins\n\nEnde.\n\n**Schluss**")
    blocks = course(context(), [entry], 4)
    kept = [block.keep_with_next for block in blocks if isinstance(block, Paragraph)]
    assert kept == [True, True, True, False, False]


@pytest.mark.parametrize(
    ("speech", "line"),
    [
        (Speech(speaker="muster", text="Frau Muster fragt."), "Frau Muster fragt."),
        (Speech(speaker="muster", lead=Lead.NONE, text="Sie fragt."), "Sie fragt."),
        (Speech(speaker="muster", lead=Lead.SENTENCE, text="fragt nach."), "Frau Prof. Dr. Muster fragt nach."),
        (
            Speech(speaker="muster", lead=Lead.SENTENCE, on_behalf_of="bl", text="fragt."),
            "Frau Prof. Dr. Muster (BL) fragt.",
        ),
        (
            Speech(speaker="muster", lead=Lead.COLON, on_behalf_of="bl", text="Ich frage."),
            "*Frau Prof. Dr. Muster (BL):* Ich frage.",
        ),
        (Speech(speaker="landrat", lead=Lead.SENTENCE, text="dankt."), "Der Landrat dankt."),
        (Speech(speaker="landrat", speaker_name="der Chef", lead=Lead.COLON, text="Danke."), "*Der Chef:* Danke."),
        (Speech(speaker_name="eine Einwohnerin", lead=Lead.SENTENCE, text="fragt."), "Eine Einwohnerin fragt."),
        (Speech(lead=Lead.SENTENCE, text="Es wird gefragt."), "Es wird gefragt."),
        (Speech(lead=Lead.COLON, text="Es wird gefragt."), "Es wird gefragt."),
    ],
)
def test_a_speech_names_its_speaker_as_it_says(speech: Speech, line: str) -> None:
    assert printed(speech) == [line]


def test_a_house_may_leave_the_faction_out_of_the_sentence() -> None:
    profile = replace(STANDARD, names=replace(STANDARD.names, faction_in_sentence=False))
    speech = Speech(speaker="muster", on_behalf_of="bl", lead=Lead.SENTENCE, text="fragt.")
    assert printed(speech, profile=profile) == ["Frau Prof. Dr. Muster fragt."]


def test_a_speaker_before_a_list_has_a_line_of_their_own() -> None:
    assert printed(Speech(speaker="muster", lead=Lead.COLON, text="- eins\n- zwei")) == [
        "*Frau Prof. Dr. Muster:*",
        "- eins",
        "- zwei",
    ]


def test_run_on_continues_the_paragraph_before() -> None:
    assert printed(
        Speech(text="Frau Muster fragt."),
        Speech(text="Herr Beispiel antwortet.", run_on=True),
        TextEntry(text="Es folgt:\n\n- eins", run_on=True),
        TextEntry(text="Danach.", run_on=True),
    ) == ["Frau Muster fragt. Herr Beispiel antwortet. Es folgt:", "- eins", "Danach."]


def test_run_on_never_joins_a_heading_an_event_or_nothing() -> None:
    pause = Event(event_type=EventType.INTERRUPTION)
    assert printed(TextEntry(text="Anfang.", run_on=True), pause, TextEntry(text="Weiter.", run_on=True)) == [
        "Anfang.",
        "event: Pause",
        "Weiter.",
    ]
    assert printed(TextEntry(heading="Kopf"), TextEntry(text="Text.", run_on=True)) == ["*Kopf*", "Text."]
    assert printed(TextEntry(text="Text."), TextEntry(heading="Kopf", text="Neu.", run_on=True))[1:] == [
        "*Kopf*",
        "Neu.",
    ]


def test_what_was_noted_on_request_says_so() -> None:
    entry = Speech(speaker="muster", lead=Lead.SENTENCE, text="widerspricht.", on_request=True)
    assert printed(entry) == ["*Zu Protokoll:*", "Frau Prof. Dr. Muster widerspricht."]


def test_an_entry_names_its_files_unless_the_text_does() -> None:
    files = (File(key="f1", name="Plan"), File(key="f2", number=7, name="Karte"))
    assert printed(TextEntry(text="Es wird vorgetragen.", files=("f1", "f2", "fremd")), files=files) == [
        "Es wird vorgetragen. (Anlage 1, Anlage 7)"
    ]
    assert printed(TextEntry(text="Siehe Anlage 1.", files=("f1",)), files=files) == ["Siehe Anlage 1."]
    assert printed(TextEntry(text="- Punkt", files=("f1",)), files=files) == ["- Punkt", "(Anlage 1)"]


@pytest.mark.parametrize(
    ("motion", "printed_as"),
    [
        (
            Motion(movers=("bl",), text="Der Steg wird erneuert."),
            ["*Antrag: Bürgerliste*", "quote: Der Steg wird erneuert."],
        ),
        (
            Motion(motion_type=MotionType.AMENDMENT, movers=("muster", "hh"), mover_name="Frau Gast"),
            ["*Änderungsantrag: Frau Prof. Dr. Muster (BL), Hafen und Handel, Frau Gast*"],
        ),
        (
            Motion(motion_type=MotionType.PROCEDURAL, procedural_type="Vertagung"),
            ["*Antrag zur Geschäftsordnung (Vertagung)*"],
        ),
        (Motion(title="Antrag: Bürgerliste", movers=("bl",)), ["*Antrag: Bürgerliste*"]),
        (Motion(title="Antrag 7", movers=("bl",)), ["*Antrag 7*", "*Antragsteller:* Bürgerliste"]),
        (Motion(title="Antrag", paper="p2"), ["*Antrag*", "*Vorlage:* VO/2026/2 Gebühren"]),
        (Motion(title="Antrag", paper="p1"), ["*Antrag*"]),
        (Motion(title="A", outcome=MotionOutcome.WITHDRAWN), ["*A*", "*Ergebnis:* zurückgezogen"]),
        (Motion(title="A", outcome=MotionOutcome.ACCEPTED), ["*A*", "*Ergebnis:* angenommen"]),
        (Motion(title="A", outcome=MotionOutcome.OPEN), ["*A*"]),
        (Motion(title="A", outcome_text="hat sich erledigt"), ["*A*", "*Ergebnis:* hat sich erledigt"]),
    ],
)
def test_a_motion(motion: Motion, printed_as: list[str]) -> None:
    assert printed(motion, papers=("p1",)) == printed_as


def test_a_motion_does_not_repeat_what_the_votes_say() -> None:
    motion = Motion(key="mo", title="A", outcome=MotionOutcome.REJECTED)
    vote = Vote(on=("mo",), subject="Antrag A", verdict="abgelehnt")
    assert printed(motion, vote) == ["*A*", "*Antrag A*", "verdict: abgelehnt"]


def test_a_motion_with_a_text_of_its_own_or_apart_from_its_vote_is_named_itself() -> None:
    motion, vote = Motion(key="mo", title="A"), Vote(on=("mo",), verdict="angenommen")
    named = ["*Abstimmung: A*", "verdict: angenommen"]
    assert printed(motion, vote) == named
    assert printed(replace(motion, text="Der Steg."), vote) == ["*A*", "quote: Der Steg.", *named]
    assert printed(motion, TextEntry(text="Aussprache."), vote) == ["*A*", "Aussprache.", *named]


def test_a_motion_says_its_outcome_where_the_vote_was_on_another_one() -> None:
    motions = (Motion(key="a", title="A", outcome=MotionOutcome.REJECTED), Motion(key="b", title="B"))
    assert printed(*motions, Vote(on=("b",), verdict="angenommen")) == [
        "*A*",
        "*Ergebnis:* abgelehnt",
        "*Abstimmung: B*",
        "verdict: angenommen",
    ]


def test_votes_on_motions_stand_in_the_course_and_all_others_under_the_result() -> None:
    motion = Motion(key="mo", title="A")
    on_motion, on_resolution = Vote(key="v1", on=("mo",), yes=1), Vote(key="v2", yes=2)
    block_vote = Vote(key="v3", on=("i1", "i2"), yes=3)
    first = item("i1", proceedings=(motion, on_motion, on_resolution, block_vote))
    second = item("i2", proceedings=(Vote(key="v4", yes=4),))
    ctx = context(first, second)
    shown = lines(course(ctx, first.proceedings, 4, item=first))
    assert shown[0] == "*Abstimmung: A*", "a motion of which there is no more to say is named once"
    assert len([line for line in shown if line.startswith("totals")]) == 1
    assert [vote.key for vote in result_votes(ctx, first)] == ["v2", "v3"]
    assert [vote.key for vote in result_votes(ctx, second)] == ["v4", "v3"]


def test_a_vote_on_other_items_only_is_no_result_of_the_one_it_was_taken_in() -> None:
    first = item("i1", "1", proceedings=(Vote(key="v", on=("i2", "i3"), verdict="beschlossen"),))
    second, third = item("i2", "2"), item("i3", "3")
    ctx = context(first, second, third)
    assert lines(course(ctx, first.proceedings, 4, item=first)) == [
        "*Abstimmung: Ö 2, Ö 3*",
        "verdict: beschlossen",
    ]
    assert [[vote.key for vote in result_votes(ctx, one)] for one in (first, second, third)] == [[], ["v"], ["v"]]


def test_a_vote_before_or_after_all_items_reaches_those_it_was_on() -> None:
    agenda = item("i1"), item("i2")
    opening, closing = (Vote(key="v1", on=("i2",)),), (Vote(key="v2", on=("i1", "i2")),)
    ctx = context(*agenda, opening=opening, closing=closing)
    assert [[vote.key for vote in result_votes(ctx, one)] for one in agenda] == [["v2"], ["v1", "v2"]]


def test_before_the_first_item_votes_stand_where_they_were_taken() -> None:
    assert lines(course(context(), [Vote(subject="Tagesordnung", verdict="beschlossen")], 3)) == [
        "*Tagesordnung*",
        "verdict: beschlossen",
    ]


AT, LATER = "2026-03-05T20:15:00+01:00", "2026-03-05T20:40:00+01:00"


@pytest.mark.parametrize(
    ("event", "line"),
    [
        (Event(event_type=EventType.INTERRUPTION, from_=AT, until=LATER), "Pause 20:15 – 20:40 Uhr"),
        (Event(event_type=EventType.INTERRUPTION, from_=AT), "Pause ab 20:15 Uhr"),
        (Event(event_type=EventType.INTERRUPTION, until=LATER), "Pause bis 20:40 Uhr"),
        (Event(event_type=EventType.INTERRUPTION), "Pause"),
        (
            Event(event_type=EventType.ARRIVAL, person="muster", from_=AT),
            "Frau Prof. Dr. Muster (BL) nimmt ab 20:15 Uhr (TOP Ö 3.2) an der Sitzung teil.",
        ),
        (
            Event(event_type=EventType.DEPARTURE, person="muster", from_=AT),
            "Frau Prof. Dr. Muster (BL) verlässt die Sitzung um 20:15 Uhr.",
        ),
        (Event(event_type=EventType.DEPARTURE, person="landrat"), "Der Landrat verlässt die Sitzung."),
        (
            Event(event_type=EventType.RECUSAL, person="beispiel"),
            "Herr Beispiel (Hafen und Handel) nimmt wegen Befangenheit an Beratung und Abstimmung nicht teil.",
        ),
        (Event(event_type=EventType.PUBLIC_EXCLUDED, from_=AT), "Die Öffentlichkeit wird um 20:15 Uhr ausgeschlossen."),
        (Event(event_type=EventType.PUBLIC_RESTORED), "Die Öffentlichkeit wird wiederhergestellt."),
        (Event(event_type=EventType.QUORUM_STATED, from_="2026-03-05"), "Die Beschlussfähigkeit wird festgestellt."),
        (Event(event_type=EventType.OTHER, text="Zuruf *laut*"), "Zuruf *laut*"),
        (Event(event_type=EventType.ARRIVAL, person="muster", text="Frau Muster kommt."), "Frau Muster kommt."),
    ],
)
def test_an_event_has_its_own_text_or_a_sentence(event: Event, line: str) -> None:
    assert printed(event) == [f"event: {line}"]


@pytest.mark.parametrize("event_type", [EventType.ARRIVAL, EventType.CHAIR_CHANGE, EventType.REACTION, EventType.OTHER])
def test_an_event_of_which_nothing_is_known_is_not_printed(event_type: EventType) -> None:
    assert printed(Event(event_type=event_type, person="fremd")) == []


@pytest.mark.parametrize("event_type", list(EventType))
def test_every_kind_of_event_that_can_happen_by_itself_has_a_sentence(event_type: EventType) -> None:
    told = printed(Event(event_type=event_type, person="muster", from_=AT))
    assert bool(told) is (event_type not in (EventType.REACTION, EventType.OTHER))


def test_arrivals_may_be_told_in_the_list_only() -> None:
    profile = with_minutes(STANDARD, presence=PresenceIn.LIST)
    arrival = Event(event_type=EventType.ARRIVAL, person="muster", text="Frau Muster kommt.")
    pause = Event(event_type=EventType.INTERRUPTION)
    assert printed(arrival, pause, profile=profile) == ["event: Pause"]


def test_an_election_with_two_rounds_and_a_lot() -> None:
    candidates = (Candidate(name="Anna Muster", person="muster", votes=7), Candidate(name="Bernd Beispiel", votes=7))
    election = Election(
        office="Vorsitz des Beirats",
        method=ElectionMethod.SECRET,
        rounds=(
            ElectionRound(candidates=candidates, cast=15, abstentions=1, invalid=0, text="Stimmengleichheit."),
            ElectionRound(candidates=candidates, cast=14),
        ),
        lot="Anna Muster",
        elected=("Anna Muster",),
        accepts=True,
        text="Sie dankt.",
    )
    assert printed(election) == [
        "*Wahl: Vorsitz des Beirats*",
        "totals: Geheime Wahl",
        "*1. Wahlgang*",
        "totals: Abgegebene Stimmen: 15   Ungültig: 0   Enthaltungen: 1",
        "Vorschlag | Stimmen",
        "Anna Muster (BL) | 7",
        "Bernd Beispiel | 7",
        "Stimmengleichheit.",
        "*2. Wahlgang*",
        "totals: Abgegebene Stimmen: 14",
        "Vorschlag | Stimmen",
        "Anna Muster (BL) | 7",
        "Bernd Beispiel | 7",
        "*Losentscheid:* Anna Muster",
        "*Gewählt:* Anna Muster. Sie nimmt die Wahl an.",
        "Sie dankt.",
    ]


def test_an_election_of_lists_and_one_person_voted_on_with_yes_and_no() -> None:
    lists = Election(
        office="Ausschuss",
        form=ElectionForm.LIST,
        seat_method=SeatMethod.D_HONDT,
        rounds=(ElectionRound(candidates=(Candidate(name="Liste 1", list="BL", votes=9, seats=0),)),),
        elected=("A", "B"),
    )
    assert printed(lists) == [
        "*Wahl: Ausschuss*",
        "totals: Listenwahl; Sitzverteilung nach d’Hondt",
        "Vorschlag | Liste | Stimmen | Sitze",
        "Liste 1 | BL | 9 | 0",
        "*Gewählt:* A und B",
    ]
    single = Candidate(name="Anna Muster", role="Vorsitz", deputy="B. Beispiel", yes=9, no=0, abstentions=1)
    rounds = (ElectionRound(candidates=(single,), yes=9, no=0),)
    assert printed(Election(office="Vorsitz", rounds=rounds, elected=("Anna Muster",), accepts=False)) == [
        "*Wahl: Vorsitz*",
        "Vorschlag | Platz | Stellvertretung | Ja | Nein | Enthaltung",
        "Anna Muster | Vorsitz | B. Beispiel | 9 | 0 | 1",
        "totals: Dafür: 9   Dagegen: 0",
        "*Gewählt:* Anna Muster. Die Wahl wird nicht angenommen.",
    ]


def test_the_resolution_as_proposed_is_the_proposal_of_the_main_paper() -> None:
    ctx = context()
    ctx.papers = {key: replace(paper, proposed_resolution=f"Vorschlag {key}") for key, paper in ctx.papers.items()}
    assert resolution_text(ctx, item(papers=("p2", "p1"), resolution_as_proposed=True)) == "Vorschlag p2"
    assert resolution_text(ctx, item(papers=("p1",), resolution_as_proposed=True, resolution="So.")) == "So."
    assert resolution_text(ctx, item(papers=("p1",))) == ""


def test_an_amendment_says_what_it_changes() -> None:
    main = Motion(key="main", movers=("bl",), text="Der Steg wird erneuert.")
    first = Motion(key="a1", motion_type=MotionType.AMENDMENT, movers=("hh",), amends="main", text="Erst 2027.")
    second = Motion(key="a2", motion_type=MotionType.AMENDMENT, title="Zusatz", amends="a1", text="Oder 2028.")
    assert printed(main, first, second)[2:] == [
        "*Änderungsantrag: Hafen und Handel*",
        "*Zu:* Antrag: Bürgerliste",
        "quote: Erst 2027.",
        "*Zusatz*",
        "*Zu:* Änderungsantrag: Hafen und Handel",
        "quote: Oder 2028.",
    ]


def test_what_became_of_a_motion_is_said_where_its_vote_has_numbers_only() -> None:
    motion = Motion(key="mo", title="A", outcome=MotionOutcome.REJECTED)
    assert "*Ergebnis:* abgelehnt" in printed(motion, Vote(on=("mo",), yes=3, no=4))
    assert "*Ergebnis:* abgelehnt" not in printed(motion, Vote(on=("mo",), yes=3, no=4, accepted=False))


@pytest.mark.parametrize(
    "votes",
    [
        (Vote(on=("mo",), yes=3, no=9, accepted=False, yes_means_rejection=True),),
        (Vote(on=("mo",), accepted=False),),
        (Vote(key="v1", on=("mo",), accepted=True), Vote(voids="v1", on=("b",), accepted=True)),
    ],
)
def test_what_became_of_a_motion_is_said_where_its_vote_says_the_opposite_or_is_void(votes: tuple[Vote, ...]) -> None:
    motion = Motion(key="mo", title="A", outcome=MotionOutcome.ACCEPTED)
    assert "*Ergebnis:* angenommen" in printed(motion, *votes)


def test_votes_on_parts_and_on_the_whole_are_headed() -> None:
    votes = (Vote(part="Ziffer 1", yes=1), Vote(subject="Ziffer 2", yes=2), Vote(yes=3))
    shown = item(proceedings=votes)
    headings = [line for line in lines(vote_result(context(shown), shown)) if line.startswith("*")]
    assert headings == ["*Ziffer 1*", "*Ziffer 2*", "*Schlussabstimmung*"]
    twice = item(proceedings=(Vote(yes=1), Vote(yes=2)))
    assert lines(vote_result(context(twice), twice))[::2] == ["*Abstimmung (1)*", "*Abstimmung (2)*"]
    alone = item(proceedings=votes[2:])
    assert lines(vote_result(context(alone), alone)) == ["totals: Dafür: 3   Dagegen:   Enthaltungen:"]


def test_a_block_vote_names_the_other_items_that_the_reader_may_see() -> None:
    vote = Vote(on=("i1", "i2", "n1"), yes=3)
    items = item("i1", "1", proceedings=(vote,)), item("i2", "2"), item("n1", "1", public=False)
    for reader, others in ((Reader.COMPLETE, ("Ö 2, N 1", "Ö 1, N 1")), (Reader.PUBLIC, ("Ö 2", "Ö 1"))):
        ctx = Context(edition(*items, reader=reader), Look.DRUCK, STANDARD)
        for one, named in zip(items, others, strict=False):
            assert lines(vote_result(ctx, one))[0] == f"small: Gemeinsam abgestimmt mit {named}"
