"""What the stream shows of each kind of entry."""

from desktop.models.book import Book
from desktop.models.shelf import Shelf
from desktop.models.values import (
    Candidate,
    Election,
    ElectionRound,
    Event,
    EventType,
    FactionRow,
    Lead,
    Motion,
    MotionOutcome,
    MotionType,
    Speech,
    SpeechRole,
    Stance,
    TextEntry,
    Vote,
    VoteOption,
)
from desktop.ui.desk.names.speakers import Directory, Speaker, meeting_directory
from desktop.ui.desk.stream.faces import face_of

PEOPLE = Directory([Speaker("m", "Frau Muster", "SPD", "spd")], {"spd": "SPD", "cdu": "CDU"})
AT = "2026-03-05T18:42:07+01:00"


def test_a_speech_names_its_speaker_where_it_will_print() -> None:
    plain = face_of(Speech(speaker="m", on_behalf_of="spd", text="x", at=AT), Shelf(), PEOPLE)
    assert (plain.time, plain.caption, plain.lead) == ("18:42", "Frau Muster (SPD)", "")
    sentence = face_of(
        Speech(speaker="m", on_behalf_of="spd", text="x", lead=Lead.SENTENCE, role=SpeechRole.ANSWER), Shelf(), PEOPLE
    )
    assert (sentence.caption, sentence.lead) == ("Antwort", "Frau Muster (SPD)")
    assert face_of(Speech(speaker_name="Gast", text="x", lead=Lead.COLON), Shelf(), PEOPLE).lead == "Gast:"


def test_marks_are_words() -> None:
    face = face_of(TextEntry(text="x", public=False, prepared=True, run_on=True, on_request=True), Shelf(), PEOPLE)
    assert face.marks == (
        "vorbereitet – Enter bestätigt",
        "nichtöffentlich",
        "im Absatz davor",
        "auf Verlangen zu Protokoll",
    )
    assert face.nonpublic
    assert face.prepared


def test_a_motion_shows_mover_kind_and_outcome() -> None:
    motion = Motion(motion_type=MotionType.AMENDMENT, movers=("m",), text="x", outcome=MotionOutcome.REJECTED)
    face = face_of(motion, Shelf(), PEOPLE)
    assert (face.tag, face.caption, face.marks) == ("ANTRAG", "Frau Muster · Änderungsantrag", ("abgelehnt",))


def test_a_vote_shows_its_words_and_numbers() -> None:
    rows = (
        FactionRow(organization="spd", yes=3),
        FactionRow(organization="cdu", yes=1, no=2, abstentions=0),
        FactionRow(label="Einzelne", stance=Stance.NO),
    )
    vote = Vote(subject="Ziffer 1", yes=4, no=2, verdict="Mehrheitlich beschlossen", by_faction=rows)
    face = face_of(vote, Shelf(), PEOPLE)
    assert face.caption == "Ziffer 1"
    assert face.summary == ("Mehrheitlich beschlossen · Ja 4 · Nein 2", "SPD 3/–/– · CDU 1/2/0")
    assert face.text is None
    assert face_of(Vote(yes=1, no=1), Shelf(), PEOPLE).summary == ("offen · Ja 1 · Nein 1",)
    choice = Vote(options=(VoteOption(label="A", votes=3), VoteOption(label="B", votes=5)))
    assert face_of(choice, Shelf(), PEOPLE).summary == ("offen · A 3 · B 5",)


def test_an_election_shows_candidates_and_who_is_elected() -> None:
    rounds = (ElectionRound(candidates=(Candidate(name="Muster", votes=7), Candidate(name="Alt"))),)
    face = face_of(Election(office="Vorsitz", rounds=rounds, elected=("Muster",)), Shelf(), PEOPLE)
    assert (face.tag, face.caption) == ("WAHL", "Vorsitz")
    assert face.summary == ("Muster 7 · Alt", "Gewählt: Muster")
    lists = (Candidate(name="Liste A", votes=6, seats=2), Candidate(name="Liste B", votes=6, seats=1))
    drawn = Election(office="Beirat", rounds=(ElectionRound(candidates=lists),), lot="Liste A")
    assert face_of(drawn, Shelf(), PEOPLE).summary == ("Liste A 6 (Sitze: 2) · Liste B 6 (Sitze: 1)", "Los: Liste A")
    alone = (ElectionRound(candidates=(Candidate(name="Alt"),), yes=4, no=5), *rounds)
    two = face_of(Election(rounds=alone, elected=("Muster",), accepts=False, text="Sie dankt."), Shelf(), PEOPLE)
    assert two.summary == (
        "1. Alt Ja 4 Nein 5",
        "2. Muster 7 · Alt",
        "Gewählt: Muster · nimmt die Wahl nicht an",
        "Sie dankt.",
    )
    assert two.text is None


def test_a_pause_shows_its_span() -> None:
    pause = Event(event_type=EventType.INTERRUPTION, from_=AT, until="2026-03-05T19:00:00+01:00")
    assert face_of(pause, Shelf(), PEOPLE).caption == "18:42 – 19:00"


def test_every_entry_of_the_demo_has_a_face(demo: Book) -> None:
    directory = meeting_directory(demo.shelf, demo.meeting, ("Der", "Die"))
    for item in demo.meeting.agenda:
        for entry in item.proceedings:
            face = face_of(entry, demo.shelf, directory)
            assert face.spoken or face.text
