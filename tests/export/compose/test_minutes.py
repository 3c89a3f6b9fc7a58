"""The Niederschrift."""

from dataclasses import replace
from itertools import pairwise

import pytest

from desktop.export.compose import Composer, Kind
from desktop.export.document import Heading, Look, PageBreak, PageField, Scope, Table, TableRole
from desktop.models.profiles import AttendanceOrder, ItemOrder, ItemSection, Label, PresenceIn, load
from desktop.models.values import (
    AgendaItem,
    Approval,
    ApprovalMode,
    Attendance,
    AttendanceGroup,
    AttendanceStatus,
    Chair,
    Correction,
    Edition,
    Event,
    EventType,
    File,
    Interval,
    ItemKind,
    MeetingForm,
    MeetingState,
    Motion,
    MotionOutcome,
    Publicity,
    Reader,
    Recusal,
    ResultClass,
    Signature,
    Task,
    TextEntry,
    Vote,
)
from desktop.models.values.law import Law, MinutesLaw
from tests.export.compose.tools import CREATED, edition, extract, item, lines, minutes, text, with_minutes

STANDARD = load("standard")
FIRST = item("i1", "1", "Eröffnung", proceedings=(TextEntry(text="Die Sitzung wird eröffnet."),))
SECRET = item("n1", "1", "Grundstück", public=False, resolution="Es wird verkauft.")


def between(shown: list[str], start: str, end: str) -> list[str]:
    first = shown.index(start)
    return shown[first + 1 : shown.index(end, first)]


def test_the_head_in_its_order() -> None:
    made = edition(
        FIRST,
        scheduled_start="2026-03-05T18:00:00+01:00",
        end="2026-03-06T00:10:00+01:00",
        room="Sitzungssaal",
        place="Am Markt 1",
        occasion="ordentliche Sitzung",
        form=MeetingForm.HYBRID,
        convened_on="2026-02-20",
        publicity=Publicity.MIXED,
        chairs=(Chair(person="muster", until_item="i1"), Chair(person="beispiel", from_item="i1")),
        minute_takers=("kanzlei",),
        state=MeetingState.DRAFT,
    )
    assert lines(minutes(made).blocks)[:18] == [
        "office: Stadt Eiderfleth",
        "# Niederschrift",
        "subtitle: 14. Sitzung des Hauptausschusses",
        "subtitle: Entwurf – Niederschrift noch nicht freigegeben",
        "Sitzungsnummer: | 14",
        "Wahlperiode: | XIII",
        "Gremium: | Hauptausschuss",
        "Art der Sitzung: | öffentlich/nichtöffentlich",
        "Anlass: | ordentliche Sitzung",
        "Sitzungsform: | Hybridsitzung",
        "Sitzungstermin: | Donnerstag, 05.03.2026, 18:00 Uhr",
        "Sitzungsbeginn: | 18:01 Uhr",
        "Sitzungsende: | Freitag, 06.03.2026, 00:10 Uhr",
        "Ort, Raum: | Sitzungssaal, Am Markt 1",
        "Ladung vom: | 20.02.2026",
        "Gesetzliche Mitgliederzahl: | 15",
        "Vorsitz: | Frau Prof. Dr. Anna Muster (bis TOP Ö 1) / Herr Bernd Beispiel (ab TOP Ö 1)",
        "Schriftführung: | Frau Anna Schreiber, Protokollführerin",
    ]


def test_what_is_unknown_is_left_out() -> None:
    made = edition(name="Sitzung", number=None, legislative_term=None, organizations=(), start="2026-03-05")
    bare = replace(made, session=replace(made.session, body=None))
    document = Composer(bare, Look.DRUCK, STANDARD, CREATED).compose(Kind.NIEDERSCHRIFT).document
    assert lines(document.blocks)[:4] == [
        "# Niederschrift",
        "subtitle: Sitzung",
        "Art der Sitzung: | öffentlich/nichtöffentlich",
        "Sitzungstermin: | Donnerstag, 05.03.2026",
    ]
    assert document.footer == ("Ausdruck vom: 06.03.2026 | Seite: ", PageField.PAGE, "/", PageField.PAGES)


def test_a_joint_meeting_names_all_bodies_with_their_numbers() -> None:
    made = edition(organizations=("ha", "bl"))
    shown = lines(minutes(made).blocks)
    assert "Gremien: | Hauptausschuss, Bürgerliste" in shown
    assert "Gesetzliche Mitgliederzahl: | Hauptausschuss: 15" in shown


def test_the_properties_of_the_document_and_its_footer() -> None:
    document = minutes(edition(FIRST))
    assert document.title == "Niederschrift – 14. Sitzung des Hauptausschusses, 05.03.2026"
    assert document.author == "Stadt Eiderfleth"
    assert document.language == "de-DE"
    assert document.created == "2026-03-06T09:00:00+01:00"
    assert document.footer == ("HA/14/XIII | Ausdruck vom: 06.03.2026 | Seite: ", PageField.PAGE, "/", PageField.PAGES)


ATTENDANCE = (
    Attendance(person="muster", group=AttendanceGroup.MEMBER, intervals=(Interval(until_item="i1"),)),
    Attendance(
        person="beispiel",
        group=AttendanceGroup.MEMBER,
        intervals=(
            Interval(from_="2026-03-05T18:00:00+01:00", until="2026-03-05T18:30:00+01:00"),
            Interval(from_="2026-03-05T19:00:00+01:00", from_item="i1"),
        ),
    ),
    Attendance(person="kanzlei", group=AttendanceGroup.MINUTES),
    Attendance(person="landrat", status=AttendanceStatus.EXCUSED, reason="GEHEIMER GRUND"),
)


def test_the_attendance_list_by_groups_and_factions_and_who_is_missing() -> None:
    deputy = Attendance(person="landrat", group=AttendanceGroup.DEPUTY, deputy_for="muster", on_behalf_of="bl")
    quorum = Event(event_type=EventType.QUORUM_STATED, from_="2026-03-05T18:02:00+01:00")
    made = edition(FIRST, item("i2", "2"), attendance=(*ATTENDANCE[:3], deputy), opening=(quorum,))
    shown = lines(minutes(made).blocks)
    assert between(shown, "## Anwesenheit", "## Tagesordnung") == [
        "### Mitglieder",
        "Herr Bernd Beispiel | Hafen und Handel | bis 18:30 Uhr, ab 19:00 Uhr (TOP Ö 1)",
        "Frau Prof. Dr. Anna Muster | BL | bis TOP Ö 1",
        "### Stellvertretende Mitglieder",
        "Herr Jan Vogt, Landrat | BL | Vertretung für Frau Prof. Dr. Muster",
        "### Schriftführung",
        "Frau Anna Schreiber, Protokollführerin",
        "*Beschlussfähigkeit:* festgestellt um 18:02 Uhr; anwesend 2 von 15 Stimmberechtigten",
    ]


def test_reasons_of_absence_are_never_printed() -> None:
    shown = text(minutes(edition(FIRST, attendance=ATTENDANCE)))
    assert "### Entschuldigt abwesend\nHerr Jan Vogt, Landrat" in shown
    assert "GEHEIMER GRUND" not in shown


def test_a_group_without_factions_and_remarks_is_no_table() -> None:
    blocks = minutes(edition(FIRST, attendance=ATTENDANCE)).blocks
    tables = [block for block in blocks if isinstance(block, Table) and block.summary.startswith("Anwesenheit")]
    assert [[cell.scope for cell in row] for table in tables for row in table.rows] == [
        [Scope.ROW, Scope.NONE, Scope.NONE]
    ] * len(tables[0].rows)
    assert "Frau Anna Schreiber, Protokollführerin" in lines(blocks)


@pytest.mark.parametrize(("numbers", "printed"), [((1, None, None), "1 2 3"), ((None, None, 1), "2 3 1")])
def test_no_two_files_of_a_meeting_have_one_number(numbers: tuple[int | None, ...], printed: str) -> None:
    own, first, second = (
        File(key=f"f{place}", number=number, name=f"Datei {place}", public=True)
        for place, number in enumerate((numbers[2], *numbers[:2]))
    )
    made = edition(item("i1", "1", files=(first,)), item("i2", "2", files=(second,)), files=(own,))
    listed = [line.split(" | ") for line in lines(minutes(made).blocks) if line.startswith("Anlage ")][1:]
    assert [line[0] for line in listed] == [f"Anlage {number}" for number in printed.split()]
    assert [line[1:] for line in listed] == [["Ö 1", "Datei 1"], ["Ö 2", "Datei 2"], ["", "Datei 0"]]


@pytest.mark.parametrize(
    ("order", "first"),
    [
        (AttendanceOrder.FACTION, "Herr Bernd Beispiel"),
        (AttendanceOrder.NAME, "Herr Bernd Beispiel"),
        (AttendanceOrder.GIVEN, "Frau Prof. Dr. Anna Muster"),
    ],
)
def test_the_order_of_the_list_is_the_houses(order: AttendanceOrder, first: str) -> None:
    profile = with_minutes(STANDARD, attendance_order=order, presence=PresenceIn.TEXT)
    shown = lines(minutes(edition(FIRST, attendance=ATTENDANCE), profile).blocks)
    place = shown.index("### Mitglieder")
    assert shown[place + 1].startswith(first)
    assert "Uhr" not in shown[place + 1]


AGENDA = (
    FIRST,
    item("i2", "2", "Finanzen", kind=ItemKind.DIVIDER),
    item("i3", "2.1", "Gebühren\nhier: Hafen", papers=("p1", "p2"), supplementary=True, subtitle="Antrag der BL"),
    item("i4", "3", "Straßenbau", result_class=ResultClass.REMOVED),
    item("i5", "4", "Bericht", treated_order=2, treated_with=("i1",)),
    SECRET,
    item("i6", "5", "Bekanntgaben"),
)


def test_the_agenda_in_parts_with_remarks() -> None:
    shown = lines(minutes(edition(*AGENDA)).blocks)
    assert between(shown, "## Tagesordnung", "## I. Öffentlicher Teil") == [
        "### I. Öffentlicher Teil",
        "Ö 1 | Eröffnung | ",
        "Ö 2 | Finanzen | ",
        "Ö 2.1 | Gebühren\nhier: Hafen / Antrag der BL / (Nachtrag) | VO/2026/1, VO/2026/2",
        "Ö 3 | Straßenbau / – abgesetzt – | ",
        "Ö 4 | Bericht / (vorgezogen, behandelt nach Ö 1) / (gemeinsam beraten mit Ö 1) | ",
        "### II. Nichtöffentlicher Teil",
        "N 1 | Grundstück | ",
        "### III. Öffentlicher Teil",
        "Ö 5 | Bekanntgaben | ",
    ]


@pytest.mark.parametrize(("place", "remark"), [(1, "vorgezogen, zuerst behandelt"), (4, ""), (6, "behandelt nach Ö 5")])
def test_the_place_at_which_an_item_was_treated(place: int, remark: str) -> None:
    agenda = [replace(one, treated_order=place if one.key == "i5" else None, treated_with=()) for one in AGENDA]
    row = next(line for line in lines(minutes(edition(*agenda)).blocks) if line.startswith("Ö 4 |"))
    assert row == (f"Ö 4 | Bericht / ({remark}) | " if remark else "Ö 4 | Bericht | ")


def test_nothing_is_treated_after_what_was_taken_off() -> None:
    agenda = [replace(one, treated_order=4 if one.key == "i6" else None, treated_with=()) for one in AGENDA]
    row = next(line for line in lines(minutes(edition(*agenda)).blocks) if line.startswith("Ö 5 |"))
    assert row == "Ö 5 | Bekanntgaben / (vorgezogen, behandelt nach Ö 2.1) | "


@pytest.mark.parametrize(
    ("order", "numbers"),
    [(ItemOrder.AGENDA, "1 2 2.1 3 4 5"), (ItemOrder.TREATED, "1 4 2 2.1 3 5")],
)
def test_the_items_stand_as_invited_or_as_treated(order: ItemOrder, numbers: str) -> None:
    agenda = tuple(one for one in AGENDA if one.public)
    shown = lines(
        minutes(edition(*agenda, publicity=Publicity.PUBLIC), with_minutes(STANDARD, item_order=order)).blocks
    )
    assert " ".join(line.split()[2] for line in shown if line.startswith("## Ö ")) == numbers
    table = [line.split(" | ")[0] for line in shown if line.startswith("Ö ")]
    assert " ".join(table).replace("Ö ", "") == "1 2 2.1 3 4 5"  # the agenda itself stays as it was


def test_a_divider_before_the_first_item_is_nothing_that_was_treated() -> None:
    agenda = (AGENDA[1], replace(FIRST, treated_order=1), AGENDA[3])
    assert "Ö 1 | Eröffnung | " in lines(minutes(edition(*agenda)).blocks)


def test_a_divider_with_a_place_among_what_was_treated_has_no_remark() -> None:
    """The schema takes one; the program never writes it."""
    agenda = (FIRST, replace(AGENDA[1], treated_order=2), *AGENDA[2:])
    assert lines(minutes(edition(*agenda)).blocks) == lines(minutes(edition(*AGENDA)).blocks)


def test_a_meeting_that_is_wholly_public_has_no_parts() -> None:
    shown = lines(minutes(edition(FIRST, publicity=Publicity.PUBLIC)).blocks)
    assert "## Ö 1 Eröffnung" in shown
    assert not [line for line in shown if "Teil" in line]


def test_the_part_that_is_not_public_is_the_second_also_as_a_file_of_its_own() -> None:
    shown = lines(minutes(edition(SECRET, reader=Reader.NONPUBLIC)).blocks)
    assert shown.count("## II. Nichtöffentlicher Teil") == 1
    assert shown.count("### II. Nichtöffentlicher Teil") == 1
    with_frame = lines(minutes(edition(FIRST, SECRET, reader=Reader.NONPUBLIC)).blocks)
    assert [line for line in with_frame if line.endswith("licher Teil") and line.startswith("## I")] == [
        "## I. Öffentlicher Teil",
        "## II. Nichtöffentlicher Teil",
    ]


def test_in_a_nonpublic_meeting_every_item_is_n() -> None:
    shown = lines(minutes(edition(FIRST, publicity=Publicity.NONPUBLIC)).blocks)
    assert "## N 1 Eröffnung" in shown


FULL = item(
    "i1",
    "3",
    "Neue Hafenordnung für den Binnenhafen",
    papers=("p1", "p2"),
    proceedings=(TextEntry(text="Es wird beraten.\n\n### Zwischenstand"), Vote(yes=9, no=1, verdict="Beschlossen")),
    recusals=(Recusal(person="beispiel", legal_basis="§ 22 GO", left_room=True, reason="GEHEIM"),),
    resolution="Die Ordnung wird beschlossen.",
    result="ungeändert beschlossen",
    tasks=(Task(text="Satzung veröffentlichen", assignee="Fachbereich 1", due="2026-04-01"),),
)


def test_an_item_in_its_order() -> None:
    shown = lines(minutes(edition(FULL)).blocks)
    assert between(shown, "### Ö 3 Neue Hafenordnung für den Binnenhafen", "---") == [
        "*Vorlage:* VO/2026/1 (Beschlussvorlage)",
        "*Vorlage:* VO/2026/2 Gebühren",
        "event: Herr Beispiel (Hafen und Handel) nimmt gemäß § 22 GO wegen Befangenheit an Beratung und Abstimmung "
        "nicht teil und verlässt den Sitzungsraum.",
        "Es wird beraten.",
        "#### Zwischenstand",
        "#### Beschluss:",
        "Die Ordnung wird beschlossen.",
        "#### Abstimmungsergebnis:",
        "verdict: Beschlossen",
        "totals: Dafür: 9   Dagegen: 1   Enthaltungen:",
        "*Beschlussart:* ungeändert beschlossen",
        "#### Aufträge:",
        "- Satzung veröffentlichen (Fachbereich 1, bis 01.04.2026)",
    ]


def test_a_house_may_keep_tasks_to_itself_and_an_event_tells_of_a_recusal_once() -> None:
    told = Event(event_type=EventType.RECUSAL, person="beispiel", text="Herr Beispiel verlässt den Raum.")
    shown = text(minutes(edition(replace(FULL, proceedings=(told,))), with_minutes(STANDARD, show_tasks=False)))
    assert "Satzung" not in shown
    assert "Befangenheit" not in shown


def test_tasks_of_an_item_that_is_not_public_are_for_nobody_outside() -> None:
    told = (Task(text="Vertrag entwerfen", assignee="Liegenschaften", due="2026-04-01"),)
    secret = replace(SECRET, tasks=told, announcement="Ein Grundstück wird verkauft.")
    shown = text(minutes(edition(FULL, secret, reader=Reader.PUBLIC)))
    assert "Satzung veröffentlichen (Fachbereich 1, bis 01.04.2026)" in shown
    assert "Vertrag" not in shown
    assert "Liegenschaften" not in shown
    assert "Vertrag entwerfen (Liegenschaften, bis 01.04.2026)" in text(minutes(edition(FULL, secret)))


def test_the_public_comes_back_behind_the_resolution_and_before_its_announcement() -> None:
    back = Event(event_type=EventType.PUBLIC_RESTORED, from_="2026-03-05T20:26:00+01:00")
    told = "event: Die Öffentlichkeit wird um 20:26 Uhr wiederhergestellt."
    course = (TextEntry(text="Es wird beraten."), Vote(yes=3, no=2, accepted=True), back)
    secret = replace(SECRET, proceedings=course, announcement="Ein Grundstück wird verkauft.")
    shown = lines(minutes(edition(FIRST, secret)).blocks)
    found = [shown.index(line) for line in ("Es wird beraten.", "Es wird verkauft.", told)]
    assert found == sorted(found)
    assert shown[found[-1] + 1 :][1] == "Ein Grundstück wird verkauft."
    assert any(line.startswith("totals") for line in shown[found[1] : found[2]])
    outside = lines(minutes(edition(FIRST, secret, reader=Reader.PUBLIC)).blocks)
    place = outside.index(told)
    assert (outside[place + 2], outside.count(told)) == ("Ein Grundstück wird verkauft.", 1)
    quiet = lines(minutes(edition(FIRST, replace(secret, announcement=None), reader=Reader.PUBLIC)).blocks)
    assert told in quiet
    voted_later = replace(secret, proceedings=(course[0], back, course[1]))
    shown = lines(minutes(edition(FIRST, voted_later)).blocks)
    assert shown.index(told) < shown.index("Es wird verkauft.")


@pytest.mark.parametrize("look", [None, *Look])
def test_what_happened_after_the_vote_stands_behind_it(look: Look | None) -> None:
    back = Event(event_type=EventType.OTHER, text="Frau Muster kehrt zurück.")
    course = (TextEntry(text="Es wird beraten."), Vote(key="v", yes=3, no=0, accepted=True, verdict="Angenommen"), back)
    held = item("i5", "2", resolution="Es wird gebaut.", proceedings=course, tasks=(Task(text="Planen"),))
    made = edition(FIRST, held)
    shown = text(extract(made, look, item="i5") if look else minutes(made))
    found = [shown.index(words) for words in ("beraten", "gebaut", "Angenommen", "kehrt zurück")]
    assert found == sorted(found)
    assert look is Look.DRUCK or found[-1] < shown.index("Planen")


def test_what_happened_after_the_vote_stands_behind_the_debate_also_where_that_comes_last() -> None:
    course = (TextEntry(text="Es wird beraten."), Vote(yes=3, no=0, accepted=True), TextEntry(text="Sie kehrt zurück."))
    held = item("i5", "2", resolution="Es wird gebaut.", proceedings=course)
    order = (ItemSection.RESOLUTION, ItemSection.VOTE, ItemSection.PROCEEDINGS, ItemSection.TASKS)
    profile = replace(STANDARD, sections=replace(STANDARD.sections, item=order))
    shown = text(minutes(edition(FIRST, held), profile))
    found = [shown.index(words) for words in ("gebaut", "beraten", "kehrt zurück")]
    assert found == sorted(found)


def test_what_was_taken_off_is_said_once() -> None:
    off = item("i2", "2", "Haushalt", result="abgesetzt", result_class=ResultClass.REMOVED)
    shown = lines(minutes(edition(FIRST, off)).blocks)
    assert [line for line in shown[shown.index("### Ö 2 Haushalt") :] if "abgesetzt" in line] == [
        "small: – abgesetzt –"
    ]


def test_the_vote_behind_the_debate_says_what_became_of_the_main_motion() -> None:
    motion = Motion(key="mo", title="Antrag", outcome=MotionOutcome.ACCEPTED)
    held = item("i2", "2", proceedings=(motion, Vote(yes=3, no=0, accepted=True)))
    assert "Ergebnis:" not in text(minutes(edition(held)))
    assert "*Ergebnis:* angenommen" in text(minutes(edition(replace(held, proceedings=(motion,)))))


def test_where_the_house_is_silent_on_what_is_not_public_neither_numbers_nor_places_tell() -> None:
    order = {"i1": 1, "n1": 2, "i2": 3, "i4": 4, "i3": 5}
    agenda = (FIRST, item("i2", "2"), item("i3", "3"), item("i4", "4"), SECRET)
    held = [replace(one, treated_order=order[one.key]) for one in agenda]
    silent = with_minutes(STANDARD, show_nonpublic_items=False)
    silent = replace(silent, numbering=replace(silent.numbering, continuous=True))
    made = replace(edition(*held, reader=Reader.PUBLIC), numbers={"i1": "1", "i2": "6", "i3": "7", "i4": "8"})
    shown = text(minutes(made, silent))
    assert "### Ö 2 Hafenordnung\n### Ö 3 Hafenordnung\nsmall: (behandelt nach Ö 4)" in shown
    assert "small: (vorgezogen, behandelt nach Ö 2)" in shown


def test_an_announced_item_is_counted_where_the_house_is_silent_on_the_others() -> None:
    silent = with_minutes(STANDARD, show_nonpublic_items=False)
    silent = replace(silent, numbering=replace(silent.numbering, nonpublic="Ö {number}", continuous=True))
    told = replace(SECRET, announcement="Es wurde verkauft.")
    shown = lines(minutes(edition(FIRST, told, item("i2", "2"), reader=Reader.PUBLIC), silent).blocks)
    assert [line.split()[2] for line in shown if line.startswith("### Ö")] == ["1", "2", "3"]


def test_the_parts_stand_on_pages_of_their_own_and_the_public_part_has_an_end() -> None:
    excluded = Event(event_type=EventType.PUBLIC_EXCLUDED, from_="2026-03-05T20:26:00+01:00")
    made = edition(replace(FIRST, proceedings=(excluded,)), SECRET, item("i6", "2", "Bekanntgaben"))
    shown = lines(minutes(made).blocks)
    place = shown.index("## I. Öffentlicher Teil")
    assert shown[place : place + 5] == [
        "## I. Öffentlicher Teil",
        "### Ö 1 Eröffnung",
        "event: Die Öffentlichkeit wird um 20:26 Uhr ausgeschlossen.",
        "event: Ende des öffentlichen Teils: 20:26 Uhr",
        "===",
    ]
    assert shown.count("===") == 2
    together = with_minutes(STANDARD, nonpublic_on_new_page=False)
    assert PageBreak() not in minutes(made, together).blocks


def test_the_public_part_ends_when_the_public_is_sent_out_for_good() -> None:
    out = Event(event_type=EventType.PUBLIC_EXCLUDED, from_="2026-03-05T18:36:00+01:00")
    back = Event(event_type=EventType.PUBLIC_RESTORED, from_="2026-03-05T18:55:00+01:00")
    late = Event(event_type=EventType.PUBLIC_EXCLUDED, from_="2026-03-05T21:00:00+01:00")
    first = replace(FIRST, proceedings=(out, back), end="2026-03-05T20:59:00+01:00")
    for secret, time in ((SECRET, "20:59"), (replace(SECRET, proceedings=(late, back)), "21:00")):
        shown = lines(minutes(edition(first, secret)).blocks)
        assert f"event: Ende des öffentlichen Teils: {time} Uhr" in shown


@pytest.mark.parametrize(
    ("end", "line"),
    [("2026-03-05T20:00:00+01:00", "Ende des öffentlichen Teils: 20:00 Uhr"), (None, "Ende des öffentlichen Teils")],
)
def test_without_an_event_the_public_part_ends_with_its_last_item(end: str | None, line: str) -> None:
    assert f"event: {line}" in lines(minutes(edition(replace(FIRST, end=end), SECRET)).blocks)


def test_what_happened_before_and_after_the_items() -> None:
    made = edition(FIRST, opening=(TextEntry(text="Vorab."),), closing=(TextEntry(text="Zum Schluss."),))
    shown = lines(minutes(made).blocks)
    assert shown[shown.index("## I. Öffentlicher Teil") :][:4] == [
        "## I. Öffentlicher Teil",
        "Vorab.",
        "### Ö 1 Eröffnung",
        "Die Sitzung wird eröffnet.",
    ]
    assert shown[shown.index("Zum Schluss.") + 1] == "---"
    without_items = text(minutes(edition(opening=made.meeting.opening, closing=made.meeting.closing)))
    assert "Vorab.\nZum Schluss." in without_items


STUB = AgendaItem(key="n1", number="1", name="", public=False, announcement="Es wurde ein Grundstück verkauft.")


def public(*agenda: AgendaItem) -> Edition:
    return edition(*agenda, reader=Reader.PUBLIC)


def test_for_the_public_a_withheld_item_is_a_number_a_word_and_what_was_announced() -> None:
    shown = lines(minutes(public(FIRST, STUB)).blocks)
    assert "subtitle: Öffentlicher Teil" in shown
    assert "N 1 | nichtöffentlich | " in shown
    place = shown.index("### N 1 nichtöffentlich")
    assert shown[place + 1 : place + 3] == ["#### Bekanntgabe:", "Es wurde ein Grundstück verkauft."]
    assert "===" not in shown


def test_a_house_may_name_only_what_was_announced() -> None:
    profile = with_minutes(STANDARD, show_nonpublic_items=False)
    silent = replace(STUB, key="n2", number="2", announcement=None)
    shown = text(minutes(public(FIRST, STUB, silent), profile))
    assert "N 1" in shown
    assert "N 2" not in shown


def test_for_the_entitled_the_document_says_that_it_is_the_nonpublic_part() -> None:
    made = edition(SECRET, reader=Reader.NONPUBLIC)
    shown = lines(minutes(made).blocks)
    assert "subtitle: Nichtöffentlicher Teil" in shown
    assert "Es wird verkauft." in shown


def test_signatures_of_the_meeting_go_before_those_of_the_house() -> None:
    signatures = (
        Signature(role="Vorsitz", person="muster", date="2026-03-10", until_item="i1"),
        Signature(role="Vorsitz", name="i. V. Gast", from_item="i1", until_item="i1", refused=True),
        Signature(role="Schriftführung", person="kanzlei"),
    )
    made = edition(FIRST, signatures=signatures, minutes_date="2026-03-09")
    shown = lines(minutes(made).blocks)
    assert shown[shown.index("---") + 1 :] == [
        "Niederschrift vom 09.03.2026",
        "Vorsitz / Frau Prof. Dr. Anna Muster / (bis TOP Ö 1) / 10.03.2026 | "
        "Vorsitz / i. V. Gast / (TOP Ö 1) / Unterschrift verweigert",
        "Schriftführung / Frau Anna Schreiber | ",
    ]
    house = lines(minutes(edition(FIRST, chairs=(Chair(person="muster"),), minute_takers=("kanzlei",))).blocks)
    assert house[-1] == "Vorsitz / Frau Prof. Dr. Anna Muster | Schriftführung / Frau Anna Schreiber"
    unknown = lines(minutes(edition(FIRST)).blocks)
    assert unknown[-1] == "Vorsitz | Schriftführung"


def test_where_the_chair_changed_each_signs_for_the_own_items() -> None:
    chairs = (Chair(person="muster", until_item="i1"), Chair(person="beispiel", from_item="i2"))
    made = edition(FIRST, item("i2", "2"), chairs=chairs, minute_takers=("kanzlei",))
    assert lines(minutes(made).blocks)[-2:] == [
        "Vorsitz / Frau Prof. Dr. Anna Muster / (bis TOP Ö 1) | Vorsitz / Herr Bernd Beispiel / (ab TOP Ö 2)",
        "Schriftführung / Frau Anna Schreiber | ",
    ]


def test_approval_files_and_corrections_at_the_end() -> None:
    approval = Approval(mode=ApprovalMode.NO_OBJECTIONS, date="2026-04-02", meeting="15. Sitzung")
    corrections = (Correction(item="i1", text="Es muss **richtig** heißen.", date="2026-04-02"), Correction(text="So."))
    with_file = replace(FIRST, files=(File(key="f2", number=3, name="Plan", size=385024, public=True),))
    made = edition(
        with_file,
        approval=approval,
        corrections=corrections,
        files=(File(key="f1", name="Einladung", size_text="1 MB"),),
    )
    shown = lines(minutes(made).blocks)
    assert shown[shown.index("Vorsitz | Schriftführung") + 1 :] == [
        "*Genehmigung:* Einwendungen gegen die Niederschrift wurden nicht erhoben. (02.04.2026, 15. Sitzung)",
        "## Anlagen",
        "Anlage | TOP | Status | Name",
        "Anlage 3 | Ö 1 | öffentlich | Plan",
        "Anlage 1 |  | nichtöffentlich | Einladung",
        "## Berichtigungsvermerke",
        "note: *Berichtigungsvermerk 1 zu TOP Ö 1, 02.04.2026:* Es muss *richtig* heißen.",
        "note: *Berichtigungsvermerk 2:* So.",
    ]


@pytest.mark.parametrize(
    ("approval", "line"),
    [
        (Approval(mode=ApprovalMode.NONE), None),
        (Approval(meeting="m-12"), None),
        (Approval(text="Genehmigt mit einer Änderung."), "Genehmigt mit einer Änderung."),
        (Approval(date="2026-04-02"), "02.04.2026"),
        (Approval(mode=ApprovalMode.APPROVED), "Die Niederschrift wurde genehmigt."),
    ],
)
def test_approval(approval: Approval, line: str | None) -> None:
    shown = [one for one in lines(minutes(edition(FIRST, approval=approval)).blocks) if "Genehmigung:" in one]
    assert shown == ([f"*Genehmigung:* {line}"] if line else [])


def test_minutes_are_approved_in_the_words_of_the_law() -> None:
    law = Law(minutes=MinutesLaw(approval=ApprovalMode.NO_OBJECTIONS, approval_words="Niemand widerspricht."))
    said = {
        mode: text(minutes(edition(FIRST, approval=Approval(mode=mode)), law=law))
        for mode in (ApprovalMode.NO_OBJECTIONS, ApprovalMode.APPROVED)
    }
    assert ["*Genehmigung:* Niemand widerspricht." in shown for shown in said.values()] == [True, False]


def test_no_level_of_headings_is_left_out_on_the_way_down() -> None:
    for made in (edition(*AGENDA, FULL), edition(FULL, publicity=Publicity.PUBLIC), public(FIRST, STUB)):
        levels = [block.level for block in minutes(made).blocks if isinstance(block, Heading)]
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_table_says_what_it_holds_and_has_rows_as_wide_as_its_columns() -> None:
    for block in minutes(edition(*AGENDA, FULL, attendance=ATTENDANCE)).blocks:
        if isinstance(block, Table):
            assert block.summary
            assert all(sum(cell.colspan for cell in row) == len(block.widths) for row in block.rows)
            assert block.role in set(TableRole)


def test_empty_titles_and_labels_leave_no_holes() -> None:
    nameless = item("i1", None, "", proceedings=(TextEntry(heading=" ", text="### Kopf\n\nText."),))
    shown = lines(minutes(edition(nameless)).blocks)
    assert shown[shown.index("### TOP") : -2] == ["### TOP", "#### Kopf", "Text."]
    silent = replace(STANDARD, labels={**STANDARD.labels, Label.ATTENDANCE: ""})
    shown = lines(minutes(edition(FIRST, attendance=ATTENDANCE), silent).blocks)
    assert [line for line in shown if line.startswith("#")][:2] == ["# Niederschrift", "## Mitglieder"]


@pytest.mark.parametrize(
    ("publicity", "items", "word"),
    [
        (None, {True}, "öffentlich"),
        (None, {False}, "nichtöffentlich"),
        (None, {True, False}, "öffentlich/nichtöffentlich"),
        (Publicity.MIXED, {True}, "öffentlich/nichtöffentlich"),
        (Publicity.PUBLIC, {True, False}, "öffentlich"),
        (Publicity.NONPUBLIC, {True}, "nichtöffentlich"),
    ],
)
def test_the_kind_of_meeting_follows_the_items_where_it_is_not_stated(
    publicity: Publicity | None, items: set[bool], word: str
) -> None:
    agenda = [item(f"i{number}", str(number), public=public) for number, public in enumerate(sorted(items), 1)]
    assert f"Art der Sitzung: | {word}" in lines(minutes(edition(*agenda, publicity=publicity)).blocks)
