"""What a house and the law of its Land say about a Niederschrift: letterhead, lines, numbers, records, signatures."""

from dataclasses import replace
from hashlib import sha256

import pytest

from desktop.export.compose import Composer, Kind
from desktop.export.document import Figure, Look, PageField, Paragraph, ParagraphRole, Run
from desktop.models.edition import for_print, make_edition
from desktop.models.exchange import session_file
from desktop.models.profiles import (
    HouseFiles,
    ItemSection,
    Label,
    MinutesSection,
    Profile,
    Record,
    RecordPart,
    RunningPart,
    SignatureLine,
    Signer,
    Typeface,
    law_of,
    load,
)
from desktop.models.values import (
    Attendance,
    AttendanceGroup,
    AttendanceStatus,
    Body,
    Chair,
    Correction,
    Event,
    EventType,
    File,
    ItemKind,
    Land,
    Lead,
    MeetingState,
    Objection,
    ObjectionOutcome,
    Reader,
    SessionFile,
    Signature,
    Speech,
    SpeechRole,
    Task,
    TextEntry,
    Vote,
)
from desktop.models.values.law import Law, MinutesLaw
from tests.export.compose.tools import CREATED, context, edition, item, lines, minutes, text, with_minutes

STANDARD = load("standard")
DEBATE = (
    TextEntry(key="e1", text="Die Verwaltung trägt vor."),
    Speech(key="e2", speaker="muster", text="fragt nach.", lead=Lead.SENTENCE),
    Speech(key="e3", text="Hört, hört!", role=SpeechRole.INTERJECTION),
    Speech(key="e4", text="Das halte ich fest.", on_request=True, run_on=True),
    Event(key="e5", event_type=EventType.OTHER, text="Es klingelt."),
    Vote(key="e6", yes=9, no=0, abstentions=0, verdict="Einstimmig beschlossen"),
)
DEBATED = item("i1", "1", "Hafen", proceedings=DEBATE, resolution="So wird es gemacht.")
SECRET = item("n1", "1", "Grundstück", public=False, resolution="Es wird verkauft.")


def running(profile: Profile, *, header: tuple[RunningPart, ...] = (), footer: tuple[RunningPart, ...] = ()) -> Profile:
    return replace(profile, running=replace(profile.running, header=header, footer=footer))


def signed(shown: list[str]) -> list[str]:
    """The cells of the last table."""
    return [cell for line in shown[shown.index("---") + 1 :] for cell in line.split(" | ") if cell]


# ---------------------------------------------------------------- letterhead, type, running lines


def test_the_letterhead_has_the_arms_and_the_office_in_two_languages() -> None:
    head = replace(
        STANDARD.letterhead, logo_alt="Wappen", logo_height=20, second_line="Město Ufer", second_language="hsb"
    )
    typography = replace(STANDARD.typography, typeface=Typeface.SERIF, size=12)
    profile = replace(STANDARD, letterhead=head, typography=typography)
    document = minutes(edition(DEBATED), profile, house=HouseFiles(logo=b"png"))
    figure, office = document.blocks[:2]
    assert figure == Figure(b"png", "Wappen", 56.7)
    broken = (Run("Stadt Eiderfleth"), Run("\n"), Run("Město Ufer", language="hsb"))
    assert office == Paragraph(broken, ParagraphRole.OFFICE)
    assert (document.typeface, document.size) == (Typeface.SERIF, 12)
    assert not isinstance(minutes(edition(DEBATED), profile).blocks[0], Figure)


def test_the_lines_of_each_page_have_the_parts_of_the_house_in_their_order() -> None:
    made = edition(DEBATED, state=MeetingState.REVIEW)
    footer = (RunningPart.DRAFT, RunningPart.PAGE, RunningPart.HASH)
    digest = sha256(session_file.write(made)).hexdigest()
    house = running(STANDARD, header=(RunningPart.OFFICE, RunningPart.MEETING), footer=footer)
    document = minutes(made, house, digest=digest)
    assert document.header == ("Stadt Eiderfleth | 14. Sitzung des Hauptausschusses, 05.03.2026",)
    assert document.footer == (
        "Entwurf | Seite: ", PageField.PAGE, "/", PageField.PAGES, f" | Prüfsumme: {digest[:12]}",
    )  # fmt: skip
    released = minutes(edition(DEBATED, state=MeetingState.RELEASED), running(STANDARD, footer=(RunningPart.DRAFT,)))
    assert (released.header, released.footer) == ((), ())


@pytest.mark.parametrize("state", [None, *MeetingState])
def test_until_it_is_released_it_is_a_draft_behind_the_text_and_in_the_properties(state: MeetingState | None) -> None:
    drafts = (MeetingState.PREPARATION, MeetingState.RUNNING, MeetingState.DRAFT, MeetingState.REVIEW)
    word = "Entwurf" if state in drafts else ""
    document = minutes(edition(DEBATED, state=state))
    assert (document.status, document.watermark) == (word, word)
    plain = replace(STANDARD, publication=replace(STANDARD.publication, watermark=False))
    document = minutes(edition(DEBATED, state=state), plain)
    assert (document.status, document.watermark) == (word, "")


@pytest.mark.parametrize(("kind", "word"), [(Kind.AUSZUG, "Entwurf"), (Kind.VORLAGE, "")])
def test_what_is_made_from_a_draft_is_one(kind: Kind, word: str) -> None:
    composer = Composer(edition(DEBATED, state=MeetingState.DRAFT), Look.ALLRIS4, STANDARD, CREATED)
    assert composer.compose(kind, item="i1", paper="p1").document.watermark == word


# ---------------------------------------------------------------- numbers


@pytest.mark.parametrize(
    ("public", "nonpublic", "mention", "continuous", "shown"),
    [
        ("Ö {number}", "N {number}", "TOP {number}", False, ["Ö 1 Hafen", "N 1 Grundstück", "TOP N 1"]),
        ("TOP {number}", "TOP {number}", "{number}", True, ["TOP 1 Hafen", "TOP 2 Grundstück", "TOP 2"]),
        ("TOP {number}", "TOP {number}", "TOP {number}", True, ["TOP 1 Hafen", "TOP 2 Grundstück", "TOP 2"]),
        ("{number}.", "{number}.", "Punkt {number}", False, ["1. Hafen", "1. Grundstück", "Punkt 1."]),
    ],
)
def test_items_have_the_numbers_of_the_house(
    public: str, nonpublic: str, mention: str, continuous: bool, shown: list[str]
) -> None:
    numbering = replace(STANDARD.numbering, public=public, nonpublic=nonpublic, mention=mention, continuous=continuous)
    correction = Correction(item="n1", text="Anders.")
    meeting = edition(DEBATED, SECRET, corrections=(correction,)).session
    for reader in (Reader.COMPLETE, Reader.NONPUBLIC):
        made = for_print(make_edition(meeting, reader, "m", {}, ""))
        headings = lines(minutes(made, replace(STANDARD, numbering=numbering)).blocks)
        assert f"### {shown[1]}" in headings or f"## {shown[1]}" in headings
        assert f"note: *Berichtigungsvermerk 1 zu {shown[2]}:* Anders." in headings
        if reader is Reader.COMPLETE:
            assert f"### {shown[0]}" in headings


def test_the_headline_of_allris_4_has_the_number_alone() -> None:
    profile = replace(STANDARD, numbering=replace(STANDARD.numbering, public="TOP {number}", continuous=True))
    made = for_print(make_edition(edition(SECRET, DEBATED).session, Reader.PUBLIC, "m", {}, ""))
    document = Composer(made, Look.ALLRIS4, profile, CREATED).compose(Kind.AUSZUG, item="i1").document
    assert lines(document.blocks)[0] == "# 05.03.2026 - 2 Hafen"


def test_a_mention_is_not_parted_at_the_end_of_a_line() -> None:
    assert context(DEBATED).item_mention("i1") == "TOP\u00a0Ö\u00a01"


# ---------------------------------------------------------------- sections


def test_the_house_chooses_the_sections_and_their_order() -> None:
    order = (MinutesSection.AGENDA, MinutesSection.HEAD, MinutesSection.COURSE)
    parts = (ItemSection.VOTE, ItemSection.RESOLUTION, ItemSection.FILES, ItemSection.TASKS)
    profile = replace(STANDARD, sections=replace(STANDARD.sections, minutes=order, item=parts))
    planned = replace(DEBATED, files=(File(key="f", name="Plan", public=True),), tasks=(Task(text="Bauen"),))
    shown = lines(minutes(edition(planned), profile).blocks)
    assert shown[1] == "# Niederschrift"
    assert shown.index("## Tagesordnung") < shown.index("Sitzungsnummer: | 14")
    headings = [line for line in shown if line.startswith("####")]
    assert headings == ["#### Abstimmungsergebnis:", "#### Beschluss:", "#### Anlagen", "#### Aufträge:"]
    assert "Die Verwaltung trägt vor." not in shown
    assert "---" not in shown


def test_the_beschlussart_stays_with_the_vote_above_it() -> None:
    blocks = minutes(edition(replace(DEBATED, result="beschlossen"))).blocks
    place = next(
        at for at, one in enumerate(blocks) if isinstance(one, Paragraph) and one.runs[-1].text == " beschlossen"
    )
    before = blocks[place - 1]
    assert isinstance(before, Paragraph)
    assert before.role is ParagraphRole.TOTALS
    assert before.keep_with_next


# ---------------------------------------------------------------- records


@pytest.mark.parametrize(
    ("record", "title", "told"),
    [
        (
            Record.ERGEBNIS,
            "subtitle: Ergebnisprotokoll",
            ["*Zu Protokoll:*", "Das halte ich fest.", "event: Es klingelt."],
        ),
        (Record.VERLAUF, None, None),
        (Record.WORT, "subtitle: Wortprotokoll", None),
    ],
)
def test_each_record_tells_its_kinds_of_entry(record: Record, title: str | None, told: list[str] | None) -> None:
    shown = lines(minutes(edition(DEBATED), record=record).blocks)
    assert (title in shown) if title else not [line for line in shown if line.endswith("protokoll")]
    every = ["Die Verwaltung trägt vor.", "Frau Prof. Dr. Muster fragt nach.", "Hört, hört!"]
    start = shown.index("### Ö 1 Hafen") + 1
    course = shown[start : shown.index("#### Beschluss:")]
    assert course[: len(told or every)] == (told or every)
    assert "Einstimmig beschlossen" in "\n".join(shown)


def test_what_a_record_leaves_out_is_counted() -> None:
    composer = Composer(edition(DEBATED), Look.DRUCK, STANDARD, CREATED, record=Record.ERGEBNIS)
    assert composer.left_out() == {RecordPart.TEXT: 1, RecordPart.SPEECH: 1, RecordPart.INTERJECTION: 1}
    assert Composer(edition(DEBATED), Look.DRUCK, STANDARD, CREATED).left_out() == {}


@pytest.mark.parametrize(("right", "told"), [("die eigene Erklärung", True), ("", False)])
def test_what_the_law_lets_a_member_demand_is_in_every_record(right: str, told: bool) -> None:
    records = replace(STANDARD.records, ergebnis=(RecordPart.VOTE,))
    law = Law(minutes=MinutesLaw(on_request=right))
    shown = text(minutes(edition(DEBATED), replace(STANDARD, records=records), law, record=Record.ERGEBNIS))
    assert ("Das halte ich fest." in shown) is told


def test_formalities_are_in_every_record() -> None:
    opening = item("i1", "1", "Eröffnung", kind=ItemKind.FORMALITY, proceedings=DEBATE[:3])
    made = edition(opening, opening=(TextEntry(text="Vorab."),))
    shown = text(minutes(made, record=Record.ERGEBNIS))
    assert "Vorab." in shown
    assert "Die Verwaltung trägt vor." in shown
    assert "fragt nach" in shown
    assert "Hört, hört!" not in shown


@pytest.mark.parametrize(
    ("speech", "line"),
    [
        (Speech(speaker="muster", text="Das geht.", lead=Lead.SENTENCE), "Frau Prof. Dr. Muster (BL): Das geht."),
        (Speech(speaker="muster", text="fragt.", lead=Lead.SENTENCE), "Frau Prof. Dr. Muster (BL) fragt."),
        (Speech(speaker_name="Die Vorsitzende", text="eröffnet.", lead=Lead.SENTENCE), "Die Vorsitzende eröffnet."),
        (Speech(speaker="landrat", text="So ist es.", lead=Lead.COLON), "*Der Landrat:* So ist es."),
    ],
)
def test_who_speaks_is_joined_to_what_was_said(speech: Speech, line: str) -> None:
    spoken = replace(speech, on_behalf_of="bl")
    assert line in lines(minutes(edition(item(proceedings=(spoken,)))).blocks)


# ---------------------------------------------------------------- signatures, as the Länder want them

CHAIRS = (Chair(person="muster", until_item="i1"), Chair(person="beispiel", from_item="n1"))
MUSTER, BEISPIEL = "Frau Prof. Dr. Anna Muster", "Herr Bernd Beispiel"


@pytest.mark.parametrize(
    ("land", "roles"),
    [
        (Land.BB, ["Vorsitz"]),
        (Land.NW, ["Vorsitz", "Schriftführung"]),
        (Land.SH, ["Vorsitz", "Protokollführung"]),
        (Land.NI, ["Vorsitz", "Hauptverwaltungsbeamtin oder -beamter", "Protokollführung"]),
        (Land.SL, ["Vorsitz", "Schriftführung", "Mitglied", "Mitglied"]),
        (Land.SN, ["Vorsitz", "Mitglied", "Mitglied", "Schriftführung"]),
    ],
)
def test_whom_the_law_names_signs_by_name_where_it_is_known(land: Land, roles: list[str]) -> None:
    law = law_of(Body(key="b", name="Eiderfleth", state=land))
    made = edition(DEBATED, chairs=(Chair(person="muster"),), minute_takers=("kanzlei",))
    names = {"Vorsitz": MUSTER, "Schriftführung": "Frau Anna Schreiber", "Protokollführung": "Frau Anna Schreiber"}
    wanted = [f"{role} / {names[role]}" if role in names else role for role in roles]
    assert signed(lines(minutes(made, law=law).blocks)) == wanted


def test_the_lines_of_the_house_go_before_those_of_the_law() -> None:
    own = (SignatureLine(role="Bürgermeister", signer=Signer.NOBODY),)
    assert signed(lines(minutes(edition(DEBATED), with_minutes(STANDARD, signatures=own)).blocks)) == ["Bürgermeister"]


def test_each_part_is_signed_by_who_had_the_chair_in_it() -> None:
    made = edition(DEBATED, SECRET, chairs=CHAIRS)
    law = Law(minutes=MinutesLaw(signatures=("Vorsitz",)))
    apart = lines(minutes(made, with_minutes(STANDARD, sign_each_part=True), law).blocks)
    signers = [line for line in apart if line.startswith("Vorsitz /")]
    assert signers == [f"Vorsitz / {MUSTER} / (bis TOP Ö 1)", f"Vorsitz / {BEISPIEL} / (ab TOP N 1)"]
    assert apart.index(signers[0]) < apart.index("## II. Nichtöffentlicher Teil")
    together = lines(minutes(made, law=law).blocks)
    assert together[-1] == " | ".join(signers)


def test_signatures_of_a_meeting_stand_in_the_part_they_are_for() -> None:
    given = (Signature(role="A", until_item="i1"), Signature(role="B", from_item="n1"), Signature(role="C"))
    shown = lines(
        minutes(edition(DEBATED, SECRET, signatures=given), with_minutes(STANDARD, sign_each_part=True)).blocks
    )
    rows = [line for line in shown if line.startswith(("A /", "B /", "C"))]
    assert rows == ["A / (bis TOP Ö 1) | C", "B / (ab TOP N 1) | C"]


# ---------------------------------------------------------------- what some Länder want, and the end


def member(status: AttendanceStatus, person: str, **more: object) -> Attendance:
    usual: dict[str, object] = {"group": AttendanceGroup.MEMBER, "voting_right": True, "status": status}
    return Attendance(key=f"a-{person}", person=person, **{**usual, **more})  # type: ignore[arg-type]


@pytest.mark.parametrize("reader", Reader)
def test_why_somebody_is_away_is_in_no_document_also_where_the_law_wants_it(reader: Reader) -> None:
    away = member(AttendanceStatus.EXCUSED, "beispiel", reason="Kur")
    session: SessionFile = edition(DEBATED, SECRET, attendance=(away,)).session
    made = for_print(make_edition(session, reader, "m", {}, ""))
    law = law_of(Body(key="b", name="x", state=Land.BY))
    for kind in (Kind.NIEDERSCHRIFT, Kind.ANWESENHEIT, Kind.TAGESORDNUNG, Kind.BESCHLUESSE):
        assert "Kur" not in text(Composer(made, Look.DRUCK, STANDARD, CREATED, law=law).compose(kind).document)


def test_how_many_were_there_is_said_where_the_law_wants_it() -> None:
    made = edition(DEBATED, attendance=(member(AttendanceStatus.PRESENT, "muster"),))
    law = Law(minutes=MinutesLaw(present_number=True))
    assert "*Beschlussfähigkeit:* anwesend 1 von 15 Stimmberechtigten" in lines(minutes(made, law=law).blocks)
    assert "Beschlussfähigkeit" not in text(minutes(made))


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ((), "event: Ende der Sitzung: 20:45 Uhr"),
        ((TextEntry(text="Die Vorsitzende schließt die Sitzung um 20:45 Uhr."),), None),
        ((Speech(text="schließt die Sitzung um 20:45 Uhr."),), None),
    ],
)
def test_the_end_of_the_meeting_is_said_once(written: tuple[TextEntry, ...], line: str | None) -> None:
    made = edition(DEBATED, closing=written, end="2026-03-05T20:45:00+01:00")
    found = [one for one in lines(minutes(made).blocks) if "Ende der Sitzung" in one]
    assert found == ([line] if line else [])
    silent = replace(STANDARD, labels={**STANDARD.labels, Label.END_OF_MEETING: ""})
    assert "20:45" not in lines(minutes(edition(DEBATED, end=made.meeting.end), silent).blocks)[-3]


def test_objections_with_who_what_and_how_they_ended() -> None:
    found = (
        Objection(
            person="muster", item="i1", received="2026-04-01", text="Es waren zehn.", outcome=ObjectionOutcome.OPEN
        ),
        Objection(by="Fraktion X", text="Falsch.", outcome=ObjectionOutcome.REJECTED, decided="2026-04-02"),
        Objection(text="Ohne Namen."),
    )
    shown = lines(minutes(edition(DEBATED, objections=found)).blocks)
    assert shown[shown.index("## Einwendungen gegen die Niederschrift") + 1 :] == [
        f"*{MUSTER} zu TOP Ö 1, 01.04.2026:* Es waren zehn. Über die Einwendung ist noch nicht entschieden.",
        "*Fraktion X:* Falsch. Die Einwendung wurde zurückgewiesen (02.04.2026).",
        "Ohne Namen.",
    ]


def test_an_item_points_to_its_corrections() -> None:
    shown = lines(minutes(edition(DEBATED, corrections=(Correction(text="A"), Correction(item="i1", text="B")))).blocks)
    assert shown[shown.index("### Ö 1 Hafen") + 1] == "small: siehe Berichtigungsvermerk 2"
    assert "note: *Berichtigungsvermerk 2 zu TOP Ö 1:* B" in shown


def test_anlagen_and_berichtigungsvermerke_have_the_same_numbers_for_every_reader() -> None:
    files = (File(key="f1", name="Vertrag", public=False), File(key="f2", name="Karte", public=True))
    remarks = (Correction(item="n1", text="Geheim."), Correction(item="i1", text="Offen."))
    debated = replace(DEBATED, files=files, proceedings=(TextEntry(text="Siehe Karte.", files=("f2",)),))
    session = edition(debated, SECRET, corrections=remarks).session
    for reader in (Reader.PUBLIC, Reader.COMPLETE):
        made = for_print(make_edition(session, reader, "m", {}, ""))
        shown = "\n".join(lines(minutes(made, STANDARD).blocks))
        assert "Anlage 2" in shown
        assert "siehe Berichtigungsvermerk 2" in shown
        assert ("Geheim." in shown) == (reader is Reader.COMPLETE)


def test_a_house_that_is_silent_on_what_is_not_public_counts_what_it_shows() -> None:
    files = (File(key="f1", name="Vertrag", public=False), File(key="f2", name="Karte", public=True))
    remarks = (Correction(item="n1", text="Geheim."), Correction(item="i1", text="Offen."))
    session = edition(replace(DEBATED, files=files), SECRET, corrections=remarks).session
    silent = replace(STANDARD, minutes=replace(STANDARD.minutes, show_nonpublic_items=False))
    made = for_print(make_edition(session, Reader.PUBLIC, "m", {}, ""))
    shown = "\n".join(lines(minutes(made, silent).blocks))
    assert "siehe Berichtigungsvermerk 1" in shown
    assert "Anlage 1" in shown
    assert "Anlage 2" not in shown
