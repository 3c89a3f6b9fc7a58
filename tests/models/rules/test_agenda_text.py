"""Pasted agendas in the shapes they come in; all content is invented."""

import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.models.rules import agenda_references, members_text
from desktop.models.rules.agenda_text import ReadAgenda, read
from desktop.models.values import ItemKind

LETTER = """Stadt Eiderfleth
24999 Eiderfleth, den 20.02.2026
Einladung zur
14. Sitzung des Hauptausschusses
am Donnerstag, 05.03.2026, 18.00 Uhr
Tagesordnung:

I. Öffentlicher Teil
1. Eröffnung der Sitzung
2. Einwohnerfragestunde
3. Genehmigung der Niederschrift über die
13. Sitzung am 05.02.2026
4. Digitalisierung
4.1 Fortschreibung der Digitali-
sierungsstrategie
Vorlage: VO/2026/029
4.2. Satzung über die
1. Änderung der Hauptsatzung (DrS/2021/241)
hier: Beschluss
5. Haushalt 2025/2026 - Drs. 21-1234

Seite 1 von 2

6 Mitteilungen und Anfragen
II. Nichtöffentlicher Teil
1. Grundstücksangelegenheiten
Beschlussvorlage 0123/2026

Mit freundlichen Grüßen
gez. Muster
1. Anlage"""


def lines(agenda: ReadAgenda) -> list[tuple[str, str, str]]:
    return [("Ö" if item.public else "N", item.number or "", item.name) for item in agenda.items]


def test_an_invitation_as_a_letter() -> None:
    agenda = read(LETTER)
    assert lines(agenda) == [
        ("Ö", "1", "Eröffnung der Sitzung"),
        ("Ö", "2", "Einwohnerfragestunde"),
        ("Ö", "3", "Genehmigung der Niederschrift über die 13. Sitzung am 05.02.2026"),
        ("Ö", "4", "Digitalisierung"),
        ("Ö", "4.1", "Fortschreibung der Digitalisierungsstrategie"),
        ("Ö", "4.2", "Satzung über die 1. Änderung der Hauptsatzung"),
        ("Ö", "5", "Haushalt 2025/2026"),
        ("Ö", "6", "Mitteilungen und Anfragen"),
        ("N", "1", "Grundstücksangelegenheiten"),
    ]
    references = [item.references for item in agenda.items if item.references]
    assert references == [("VO/2026/029",), ("DrS/2021/241",), ("Drs. 21-1234",), ("0123/2026",)]
    assert agenda.items[5].subtitle == "hier: Beschluss"
    text = LETTER.split("\n")
    assert [text[place] for place in agenda.headings] == ["I. Öffentlicher Teil", "II. Nichtöffentlicher Teil"]
    assert [text[place] for place in agenda.left][-4:] == [
        "Seite 1 von 2",
        "Mit freundlichen Grüßen",
        "gez. Muster",
        "1. Anlage",
    ]


def test_a_table_of_an_information_system() -> None:
    agenda = read(
        "TOP\tBetreff\tVorlage\nÖ 1\tEröffnung\t\nÖ 3.2\tSanierung\u00a0der Schule\t0123/2026\n"
        "N 4\tVergabe\tVO/2026/031, VO/2026/032"
    )
    assert lines(agenda) == [("Ö", "1", "Eröffnung"), ("Ö", "3.2", "Sanierung der Schule"), ("N", "4", "Vergabe")]
    assert agenda.items[2].references == ("VO/2026/031", "VO/2026/032")
    assert agenda.left == (0,)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ö 1\nEröffnung\n\nÖ 2\n\nNeubau Kita\nVorlage: BV/0123/2026\n", [("Ö", "1"), ("Ö", "2")]),
        (
            "TOP 1: Eröffnung\nTOP 2: Haushalt (nicht öffentlich)\nTOP 2a Nachtrag",
            [("Ö", "1"), ("N", "2"), ("Ö", "2a")],
        ),
        ("Ö\t1\tEröffnung\nÖ\t2\tKram\tV0123/26\nN\t3\tGeheim", [("Ö", "1"), ("Ö", "2"), ("N", "3")]),
        ("1) Eins\n2) Zwei\n2.1) Drei", [("Ö", "1"), ("Ö", "2"), ("Ö", "2.1")]),
        ("1 Öffentliche Sitzung\n1.1 Eröffnung\n2 Nichtöffentliche Sitzung\n2.1 Kauf", [("Ö", "1.1"), ("N", "2.1")]),
        (
            "1.\tEröffnung\n2.\tÖffentlichkeitsarbeit\n\nNICHTÖFFENTLICH:\n3.\tPersonal",
            [("Ö", "1"), ("Ö", "2"), ("N", "3")],
        ),
    ],
)
def test_other_ways_to_number(text: str, expected: list[tuple[str, str]]) -> None:
    assert [line[:2] for line in lines(read(text))] == expected


def test_a_number_out_of_order_is_marked_and_kept() -> None:
    agenda = read("1. Eröffnung\n2. Haushalt\n7. Verschiedenes")
    assert [item.doubtful for item in agenda.items] == [False, False, True]


def test_what_stands_below_a_blank_line_belongs_to_nobody() -> None:
    agenda = read("1. Eröffnung\n\nHinweis zur Barrierefreiheit\n2. Haushalt")
    assert [item.name for item in agenda.items] == ["Eröffnung", "Haushalt"]
    assert agenda.left == (2,)


def test_a_paper_below_a_title_is_no_page_number_and_a_signature_no_title() -> None:
    agenda = read("1.\nEröffnung\n2.\nNeubau\n- Bericht der Verwaltung -\n2026/0123\n3/12\n12.03.2026\ni. V. Muster")
    last = agenda.items[1]
    assert (last.name, last.subtitle, last.references) == ("Neubau", "Bericht der Verwaltung", ("2026/0123",))
    assert agenda.left == (6, 7, 8)


def test_groups_in_roman_numbers_are_dividers() -> None:
    agenda = read("I. Regularien\n1. Eröffnung\nII. Bauleitplanung\n2. Plan 12")
    assert [item.kind for item in agenda.items][::2] == [ItemKind.DIVIDER, ItemKind.DIVIDER]
    assert agenda.items[2].number is None


def test_a_list_without_numbers_is_taken_line_by_line() -> None:
    agenda = read("• Eröffnung\nHaushalt 2026 (VO/2026/029)\nMitteilungen\nNichtöffentlicher Teil\nGrundstück\nSeite 1")
    assert lines(agenda) == [
        ("Ö", "", "Eröffnung"),
        ("Ö", "", "Haushalt 2026"),
        ("Ö", "", "Mitteilungen"),
        ("N", "", "Grundstück"),
    ]
    assert all(item.doubtful for item in agenda.items)
    assert agenda.left == (5,)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Einwohnerfragestunde", ItemKind.QUESTION),
        ("Genehmigung der Tagesordnung", ItemKind.FORMALITY),
        ("Wahl der stellvertretenden Vorsitzenden", ItemKind.ELECTION),
        ("Wahlprüfung 2026", None),
        ("Bericht der Verwaltung", ItemKind.REPORT),
        ("Eröffnungsbilanz 2026", None),
    ],
)
def test_the_title_tells_the_kind(name: str, kind: ItemKind | None) -> None:
    assert read(f"1. {name}").items[0].kind is kind


@pytest.mark.parametrize("text", ["Haushalt 2025/2026", "Vorlage 3", "Bebauungsplan Nr. 12", "Jahre (2025/2026)"])
def test_years_and_counts_are_no_papers(text: str) -> None:
    assert agenda_references.taken_out(text) == (text, ())


@pytest.mark.parametrize(
    "heading",
    [
        "Nichtöffentlicher Teil - ab 20:00 Uhr",
        "Nichtöffentliche Tagesordnungspunkte (nur für Mitglieder)",
        "Geschlossene Sitzung",
        "n.ö. Teil",
        "B. Vertraulicher Teil",
        "Teil B: Nichtöffentlich (Sitzungssaal)",
        "*** Nichtöffentlicher Teil *** nur auf Papier",
    ],
)
def test_whatever_else_stands_in_it_a_heading_hides_what_follows(heading: str) -> None:
    agenda = read(f"1. Eröffnung\n{heading}\n1. Grundstück\nÖ 2 Haushalt")
    assert [(item.name, item.public) for item in agenda.items] == [
        ("Eröffnung", True),
        ("Grundstück", False),
        ("Haushalt", True),
    ]
    assert agenda.headings == (1,)


def test_what_may_be_a_heading_hides_in_doubt_and_says_so() -> None:
    agenda = read("1. Eröffnung\nNichtöffentliche Anfragen der Mitglieder\n2. Kauf\nÖ 3 Haushalt")
    assert [(item.public, item.part_doubtful) for item in agenda.items] == [(True, False), (False, True), (True, False)]
    assert agenda.left == (1,)
    agenda = read("1. Eröffnung\n2. Nichtöffentlicher Teil ab 20 Uhr\n2.1 Kauf")
    assert [(item.public, item.part_doubtful) for item in agenda.items] == [(True, False), (False, True), (False, True)]


@pytest.mark.parametrize(
    "text",
    [
        "1. Beschlüsse aus der\nletzten nichtöffentlichen Sitzung\n2. Haushalt",
        "1. Eröffnung und\nNichtöffentliche Beschlüsse von früher\n2. Haushalt",
        "1. Schule\nGeschlossene Grundschule am Markt\n2. Haushalt",
        "Der Rat tagt zuerst nichtöffentlich, danach:\n1. Eröffnung\n2. Haushalt",
    ],
)
def test_a_title_that_goes_on_is_no_heading(text: str) -> None:
    assert all(item.public for item in read(text).items)


def test_a_mark_below_a_title_hides_this_item_alone() -> None:
    agenda = read("1. Eröffnung\n2. Kauf\n(nichtöffentlich)\n3. Haushalt")
    assert [(item.name, item.subtitle, item.public) for item in agenda.items] == [
        ("Eröffnung", None, True),
        ("Kauf", None, False),
        ("Haushalt", None, True),
    ]


_NASTY = (
    "-",
    " ",
    "(",
    "A",
    "AB/",
    "12-",
    "Vorlage 1 ",
    "nicht- ",
    "öffentlich ",
    ". ",
    "1/",
    "_",
    "Antrag der ",
    "Dr.-",
)


@pytest.mark.parametrize("parse", [read, members_text.read])
def test_no_text_takes_long(parse: Callable[[str], object]) -> None:
    begun = time.process_time()
    parse("1. Titel\n" + "und weiter geht es hier\n" * 40_000)
    for piece in _NASTY:
        parse("1. a " + piece * 20_000 + "b")
        for length in (490, 1_990):  # the longest lines that are read
            parse("\n".join(f"1. a {(piece * length)[: length - 10]} b" for _ in range(20)))
    assert time.process_time() - begun < 2.5


def test_what_is_too_long_is_listed_as_left_out() -> None:
    long = "1. Titel\n" + "wort " * 1_000 + "\n2. Haushalt"
    assert read(long).left == (1,)
    assert members_text.read("Frau Anna Muster, SPD\n" + "x" * 1_000).left == (1,)
    many = read("Haushalt\n" * 6_000)
    assert (len(many.items), many.left) == (5_000, tuple(range(5_000, 6_000)))


_PIECES = st.sampled_from(
    [
        "1.",
        "2",
        "Ö 3",
        "N 1",
        "TOP 4:",
        "\t",
        "Öffentlicher Teil",
        "nichtöffentlich",
        "VO/2026/029",
        "I.",
        "hier:",
        "",
        " ",
        "-",
    ]
)
_TEXTS = st.lists(st.lists(_PIECES | st.text(max_size=8), max_size=5).map(" ".join), max_size=12).map("\n".join)


@settings(max_examples=120, deadline=None)
@given(_TEXTS)
def test_every_line_is_somewhere(text: str) -> None:
    agenda = read(text)
    used = [place for item in agenda.items for place in item.lines] + [*agenda.headings, *agenda.left]
    full = [place for place, line in enumerate(text.split("\n")) if line.replace("\u202f", " ").strip()]
    assert sorted(used) == full
    assert all(item.name for item in agenda.items)
