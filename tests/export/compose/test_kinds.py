"""Beschlussliste, Tagesordnung, Anwesenheitsliste and the Auszug on paper."""

import re
from dataclasses import replace

import pypdfium2
import pytest

from desktop.export import pdf
from desktop.export.compose import Composer, Kind
from desktop.export.document import Document, Look, Table, TableRole
from desktop.models.profiles import ItemSection, PageLook, Profile, Record, load
from desktop.models.values import (
    AgendaItem,
    Attendance,
    AttendanceGroup,
    AttendanceStatus,
    Chair,
    Correction,
    Edition,
    Election,
    ElectionRound,
    Interval,
    InvitationItem,
    ItemKind,
    MeetingState,
    Motion,
    MotionType,
    Reader,
    Recusal,
    ResultClass,
    Signature,
    TextEntry,
    Vote,
)
from tests.export.compose.tools import CREATED, edition, item, lines, person

STANDARD = load("standard")
DECIDED = item(
    "i1",
    "2",
    papers=("p1",),
    proceedings=(
        TextEntry(key="t", text="Es wird beraten."),
        Motion(key="mo", title="Nachtruhe ab 21 Uhr", text="Ab 21 Uhr ist Ruhe."),
        Vote(key="v1", on=("mo",), yes=3, no=9, abstentions=0, verdict="Mehrheitlich abgelehnt"),
        Motion(key="go", title="Schluss der Debatte", motion_type=MotionType.PROCEDURAL),
        Vote(key="v2", on=("go",), yes=12, no=0),
        Vote(key="v3", yes=11, no=1, abstentions=0, verdict="Falsch gezählt"),
        Vote(key="v4", yes=12, no=0, abstentions=0, verdict="Einstimmig beschlossen", voids="v3"),
    ),
    resolution="Die Ordnung wird beschlossen.",
    result="geändert beschlossen",
)
HIDDEN = item("n1", "1", "Verkauf des Speichers", public=False, resolution="Verkauft wird.")
STUB = AgendaItem(key="n1", number="1", public=False)


def made(kind: Kind, held: Edition, profile: Profile = STANDARD, **more: object) -> Document:
    return Composer(held, Look.DRUCK, profile, CREATED).compose(kind, **more).document  # type: ignore[arg-type]


def shown(kind: Kind, held: Edition, profile: Profile = STANDARD) -> list[str]:
    """The lines below the head."""
    return lines(block for block in made(kind, held, profile).blocks if not is_head(block))


def is_head(block: object) -> bool:
    return isinstance(block, Table) and block.role is TableRole.FIELDS


# --- Beschlussliste


def test_the_list_of_resolutions_tells_what_was_decided_and_nothing_of_the_course() -> None:
    assert shown(Kind.BESCHLUESSE, edition(item("i0", "1", "Eröffnung"), DECIDED)) == [
        "office: Stadt Eiderfleth",
        "# Beschlussliste",
        "subtitle: 14. Sitzung des Hauptausschusses",
        "## I. Öffentlicher Teil",
        "### Ö 2 Hafenordnung",
        "*Vorlage:* VO/2026/1",
        "*Nachtruhe ab 21 Uhr:* Mehrheitlich abgelehnt (Dafür: 3, Dagegen: 9, Enthaltungen: 0)",
        "*Beschluss:* Die Ordnung wird beschlossen.",
        "*Abstimmungsergebnis:* Einstimmig beschlossen (Dafür: 12, Dagegen: 0, Enthaltungen: 0)",
        "*Beschlussart:* geändert beschlossen",
    ]


def test_the_list_of_resolutions_tells_what_was_corrected_since() -> None:
    held = edition(DECIDED, corrections=(Correction(item=DECIDED.key, text="Es waren 11 Stimmen."),))
    assert shown(Kind.BESCHLUESSE, held)[-1].endswith("Es waren 11 Stimmen.")


def test_a_motion_that_was_carried_is_told_with_its_wording_where_nothing_else_was_decided() -> None:
    carried = replace(DECIDED, resolution=None, result=None, papers=(), proceedings=DECIDED.proceedings[1:3])
    vote = replace(DECIDED.proceedings[2], accepted=True, verdict="Angenommen")
    told = shown(Kind.BESCHLUESSE, edition(replace(carried, proceedings=(DECIDED.proceedings[1], vote))))
    assert told[-2:] == [
        "*Nachtruhe ab 21 Uhr:* Angenommen (Dafür: 3, Dagegen: 9, Enthaltungen: 0)",
        "quote: Ab 21 Uhr ist Ruhe.",
    ]


def test_an_election_is_told_by_whom_it_elected() -> None:
    election = Election(
        key="w", office="Mitglied im Beirat", rounds=(ElectionRound(cast=13),), elected=("Frau Muster",), accepts=True
    )
    told = shown(Kind.BESCHLUESSE, edition(item(proceedings=(election,))))
    assert told[-2:] == ["*Wahl:* Mitglied im Beirat", "*Gewählt:* Frau Muster. Die Wahl wird angenommen."]


def test_of_hidden_items_the_public_list_has_only_the_announcement() -> None:
    announced = replace(STUB, announcement="Der Speicher ist verkauft.")
    quiet = replace(STUB, key="n2", number="2")
    open_too = replace(STANDARD, pages=replace(STANDARD.pages, open_result=(PageLook.DRUCK,)))
    told = shown(Kind.BESCHLUESSE, edition(DECIDED, announced, quiet, reader=Reader.PUBLIC), open_too)
    hidden = told[told.index("## II. Nichtöffentlicher Teil") :]
    assert hidden[1:] == ["### N 1 nichtöffentlich", "*Bekanntgabe:* Der Speicher ist verkauft."]


def test_a_meeting_without_resolutions_says_so() -> None:
    assert shown(Kind.BESCHLUESSE, edition(item()))[-1] == "placeholder: Es wurden keine Beschlüsse gefasst."


# --- Tagesordnung

AGENDA = (
    item("i1", "1", "Eröffnung", result="erledigt"),
    item("i2", "2", "Hafenordnung", papers=("p1",), result_class=ResultClass.REMOVED),
    item("d", None, "Verschiedenes", kind=ItemKind.DIVIDER),
    item("i3", "3", "Eilsache"),
    HIDDEN,
)
INVITED = (
    InvitationItem(item="i1", number="1", name="Eröffnung"),
    InvitationItem(item="i2", number="2", name="Ordnung des Hafens"),
    InvitationItem(number="2a", name="Weggefallenes"),
    InvitationItem(item="n1", number="1", name="Verkauf des Speichers", public=False),
)


def agenda_of(held: Edition, profile: Profile = STANDARD) -> list[str]:
    return [line for line in shown(Kind.TAGESORDNUNG, held, profile) if " | " in line]


def test_the_agenda_is_that_of_the_invitation() -> None:
    assert agenda_of(edition(*AGENDA, invitation=INVITED)) == [
        "Ö 1 | Eröffnung | ",
        "Ö 2 | Ordnung des Hafens | VO/2026/1",
        "Ö 2a | Weggefallenes | ",
        "N 1 | Verkauf des Speichers | ",
    ]


def test_a_house_may_have_the_agenda_as_it_stands_now() -> None:
    now = replace(STANDARD, invitation=replace(STANDARD.invitation, changes=True))
    assert agenda_of(edition(*AGENDA, invitation=INVITED), now) == [
        "Ö 1 | Eröffnung | ",
        "Ö 2 | Hafenordnung / – abgesetzt – | VO/2026/1",
        "Ö 2a | Weggefallenes / – abgesetzt – | ",
        " | Verschiedenes | ",
        "Ö 3 | Eilsache / (Nachtrag) | ",
        "N 1 | Verkauf des Speichers | ",
    ]


@pytest.mark.parametrize(("named", "told"), [(True, ["N 1 | nichtöffentlich | "]), (False, [])])
def test_what_is_not_public_is_named_by_its_number_or_not_at_all(named: bool, told: list[str]) -> None:
    house = replace(STANDARD, minutes=replace(STANDARD.minutes, show_nonpublic_items=named))
    silent = InvitationItem(number="1", public=False)
    held = edition(AGENDA[0], STUB, invitation=(INVITED[0], silent), reader=Reader.PUBLIC)
    assert agenda_of(held, house) == ["Ö 1 | Eröffnung | ", *told]


def test_while_the_meeting_is_prepared_it_invites() -> None:
    held = edition(*AGENDA, state=MeetingState.PREPARATION, chairs=(Chair(person="muster"),), convened_on="2026-02-20")
    told = lines(made(Kind.TAGESORDNUNG, held).blocks)
    assert told[1:3] == ["# Einladung", "subtitle: 14. Sitzung des Hauptausschusses"]
    called = told.index("Zu dieser Sitzung wird hiermit eingeladen.")
    assert told.index("Sitzungstermin: | Donnerstag, 05.03.2026, 18:01 Uhr") < called < told.index("## Tagesordnung")
    assert told[-2:] == ["Stadt Eiderfleth, 20.02.2026", "Frau Prof. Dr. Anna Muster / Vorsitz | "]
    assert not any(line.startswith("Ladung") for line in told)


# --- Anwesenheitsliste

PRESENT = (
    Attendance(person="muster", group=AttendanceGroup.CHAIR),
    Attendance(
        person="beispiel",
        group=AttendanceGroup.MEMBER,
        intervals=(Interval(from_="2026-03-05T18:01:00+01:00", until="2026-03-05T19:00:00+01:00"),),
    ),
    Attendance(person="landrat", group=AttendanceGroup.ADMINISTRATION, status=AttendanceStatus.EXCUSED, reason="krank"),
)


def test_the_attendance_list_has_times_absences_and_the_factions() -> None:
    held = edition(item(), attendance=PRESENT, end="2026-03-05T20:00:00+01:00")
    assert shown(Kind.ANWESENHEIT, held)[3:] == [
        "## Vorsitz",
        "Name | Fraktion",
        "Frau Prof. Dr. Anna Muster | BL",
        "## Mitglieder",
        "Name | Fraktion | Bemerkung",
        "Herr Bernd Beispiel | Hafen und Handel | bis 19:00 Uhr",
        "## Entschuldigt abwesend",
        "Name",
        "Herr Jan Vogt, Landrat",
        "## Anwesende Mitglieder nach Fraktionen",
        "Fraktion | Mitglieder | zu Beginn anwesend | am Ende anwesend",
        "Hafen und Handel | 1 | 1 | 0",
        "Bürgerliste | 1 | 1 | 1",
        "zusammen | 2 | 2 | 1",
    ]


def test_before_the_meeting_it_is_a_list_to_sign_on() -> None:
    held = edition(item(), attendance=PRESENT, state=MeetingState.PREPARATION)
    tables = [block for block in made(Kind.ANWESENHEIT, held).blocks if isinstance(block, Table)][1:]
    assert [(table.role, table.header_rows) for table in tables] == [
        (TableRole.SIGN_IN, 1),
        (TableRole.SIGN_IN, 1),
        (TableRole.GRID, 1),
    ]
    assert lines(tables)[:2] == ["Name | Fraktion | Unterschrift", "Frau Prof. Dr. Anna Muster | BL | "]


def test_what_an_edition_cannot_know_is_not_counted() -> None:
    end = "2026-03-05T20:00:00+01:00"
    public = shown(Kind.ANWESENHEIT, edition(item(), reader=Reader.PUBLIC, attendance=PRESENT, end=end))
    assert "Fraktion | Mitglieder | zu Beginn anwesend" in public
    hidden = edition(item(public=False), reader=Reader.NONPUBLIC, attendance=PRESENT, end=end)
    assert not any(line.startswith("Fraktion | Mitglieder") for line in shown(Kind.ANWESENHEIT, hidden))


def test_a_long_list_to_sign_on_has_its_head_on_every_page() -> None:
    people = tuple(person(f"p{number}", f"Muster{number}", "bl") for number in range(57))
    lines_ = tuple(Attendance(person=one.key, group=AttendanceGroup.MEMBER) for one in people)
    held = edition(item(), attendance=lines_, state=MeetingState.PREPARATION)
    held = replace(held, session=replace(held.session, persons=people))
    document = pypdfium2.PdfDocument(pdf.render(made(Kind.ANWESENHEIT, held)))
    pages = [page.get_textpage().get_text_range() for page in document]
    document.close()
    assert len(pages) > 2
    assert all("Unterschrift" in page for page in pages)
    assert all(len(re.findall(r"Muster\d+\b", page)) > 10 for page in pages[:-1])


# --- Auszug on paper


def on_paper(held: Edition, profile: Profile = STANDARD, record: Record | None = None) -> list[str]:
    composer = Composer(held, Look.DRUCK, profile, CREATED, record=record)
    return lines(composer.compose(Kind.AUSZUG, item="i1").document.blocks)


def test_the_extract_on_paper() -> None:
    house = replace(STANDARD, extract=replace(STANDARD.extract, town="Eiderfleth", distribution=("Bauamt",)))
    simple = replace(DECIDED, proceedings=(DECIDED.proceedings[0], DECIDED.proceedings[-1]))
    held = edition(simple, attendance=PRESENT[:2], minute_takers=("kanzlei",))
    assert on_paper(held, house) == [
        "office: Stadt Eiderfleth",
        "# Auszug aus der Niederschrift",
        "subtitle: über die 14. Sitzung des Hauptausschusses am 05.03.2026",
        "## Ö 2 Hafenordnung",
        "Gremium: | Hauptausschuss",
        "Beratung: | öffentlich",
        "Vorlage: | VO/2026/1 Neue Hafenordnung (Beschlussvorlage)",
        "## Beratung",
        "Es wird beraten.",
        "## Beschluss:",
        "Die Ordnung wird beschlossen.",
        "## Abstimmungsergebnis:",
        "totals: Gesetzliche Mitgliederzahl: 15   davon anwesend: 2",
        "totals: Wiederholung der Abstimmung",
        "verdict: Einstimmig beschlossen",
        "totals: Dafür: 12   Dagegen: 0   Enthaltungen: 0",
        "*Beschlussart:* geändert beschlossen",
        "---",
        "Für die Richtigkeit des Auszugs:",
        "Eiderfleth, 06.03.2026",
        "Frau Anna Schreiber / Schriftführung | ",
        "*Verteiler:*",
        "- Bauamt",
    ]


def test_until_release_the_extract_is_provisional() -> None:
    told = on_paper(edition(DECIDED, state=MeetingState.RUNNING))
    assert told[1] == "*Vorläufiger Auszug – Niederschrift noch nicht freigegeben*"


def test_the_extract_of_the_part_that_is_not_public_says_so() -> None:
    told = on_paper(edition(DECIDED, reader=Reader.NONPUBLIC))
    assert "Beratung: | nichtöffentlich" in told
    assert "*Nichtöffentlicher Teil*" in told
    assert "*Nichtöffentlicher Teil*" not in on_paper(edition(DECIDED))


def test_an_extract_of_the_resolution_has_no_discussion_but_who_was_recused_and_elected() -> None:
    election = Election(key="w", office="Beirat", elected=("Frau Muster",))
    held = edition(
        replace(DECIDED, proceedings=(*DECIDED.proceedings, election), recusals=(Recusal(person="beispiel"),))
    )
    told = on_paper(held, record=Record.ERGEBNIS)
    assert "## Beratung" not in told
    assert "Es wird beraten." not in told
    assert any("Herr Beispiel" in line for line in told)
    assert "*Gewählt:* Frau Muster" in told
    assert not any("Falsch gezählt" in line for line in told)
    assert any("ungültig" in line for line in on_paper(held))
    assert not any("ungültig" in line for line in told)


def test_an_extract_says_how_its_item_was_corrected() -> None:
    corrections = (Correction(item="other", text="Nicht hier."), Correction(item=DECIDED.key, text="1.200 Euro."))
    told = on_paper(edition(DECIDED, corrections=corrections))
    mark, note = told.index("small: siehe Berichtigungsvermerk 2"), told.index("## Berichtigungsvermerke")
    assert mark < note < told.index("Für die Richtigkeit des Auszugs:")
    assert told[note + 1].endswith("1.200 Euro.")
    assert not any("Nicht hier." in line for line in told)


def test_who_takes_the_minutes_signs_the_extract_as_what_they_sign_the_minutes() -> None:
    signed = (Signature(role="Protokollführerin", person="kanzlei"),)
    told = on_paper(edition(DECIDED, minute_takers=("kanzlei",), signatures=signed))
    assert "Frau Anna Schreiber / Protokollführerin | " in told


def test_outside_nothing_is_said_of_what_was_decided_in_private() -> None:
    secret = item("n1", "1", "Grundstück", public=False, resolution="Es wird verkauft.")
    none = "placeholder: Es wurden keine Beschlüsse gefasst."
    in_public = "placeholder: In öffentlicher Sitzung wurden keine Beschlüsse gefasst."
    for agenda, told in (((), none), ((secret,), in_public)):
        held = edition(item("i9", "1"), *agenda, reader=Reader.PUBLIC)
        assert told in lines(made(Kind.BESCHLUESSE, held).blocks)


def test_a_list_of_nobody_says_so() -> None:
    assert "placeholder: Es ist noch keine Anwesenheit erfasst." in lines(made(Kind.ANWESENHEIT, edition()).blocks)


@pytest.mark.parametrize(
    ("name", "number", "line"),
    [
        ("Sitzung des Hauptausschusses", "14", "über die 14. Sitzung des Hauptausschusses am 05.03.2026"),
        ("5. Plenarsitzung des Rates", "5", "über die 5. Plenarsitzung des Rates am 05.03.2026"),
        ("Sitzung vom 05.03.2026", None, "über die Sitzung vom 05.03.2026"),
        ("Hauptausschuss", "14", "Hauptausschuss, 05.03.2026"),
        ("Stadtrat Eiderfleth, Sitzung", None, "Stadtrat Eiderfleth, Sitzung, 05.03.2026"),
    ],
)
def test_the_extract_says_of_which_meeting_it_is(name: str, number: str | None, line: str) -> None:
    assert on_paper(edition(DECIDED, name=name, number=number))[2] == f"subtitle: {line}"


@pytest.mark.parametrize("look", Look)
def test_the_house_orders_the_sections_of_each_look(look: Look) -> None:
    order = (ItemSection.RESULT, ItemSection.RESOLUTION)
    house = replace(STANDARD, sections=replace(STANDARD.sections, **{look: order}))
    told = lines(Composer(edition(DECIDED), look, house, CREATED).compose(Kind.AUSZUG, item="i1").document.blocks)
    result = next(place for place, line in enumerate(told) if line.startswith("*Beschluss") and "geändert" in line)
    assert told[result + 1 : result + 3] == ["## Beschluss:", "Die Ordnung wird beschlossen."]
    assert "Es wird beraten." not in told
