"""What is a wrong word in minutes and what is not, by the real dictionary."""

import unicodedata

import pytest

from desktop.models.spelling.dictionary import Dictionary
from desktop.models.spelling.names import names_of
from desktop.models.spelling.spelling import Spelling
from desktop.models.spelling.words import doubled, parts_of, units


@pytest.fixture
def spelling(german: Dictionary) -> Spelling:
    return Spelling(german, ["Asmussen", "Detlefsen-Kühl", "Eiderfleth", "SPD", "Bündnis für Eiderfleth"])


def wrong(spelling: Spelling, text: str) -> list[str]:
    return [text[start:end] for start, end in spelling.wrong(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Der Ausschuss beschließt gem. § 5 Abs. 2 Nr. 3 GO z.B. die Satzung i.d.F. v. 1.1.2026, z. B. so.",
        "Vorlage DrS/2021/241 vom 28.10.2021, 18:31 Uhr, ca. 50T€ bzw. 5 – 10% der 3-jährigen Mittel",
        "Siehe https://www.eiderfleth.example/xyz?q=abcd, rathaus@eiderfleth.example und Anlgae1.pdf",
        "Haushalts- und Finanzausschuss, Grünflächenpflege und -unterhaltung, E-Government",
        "Bürger*innen, Bürger:innen, Bürger_innen, BürgerInnen, Bürger/innen, Bürger/-innen, jede*r, Bürger(innen)",
        "BauGB, KdU, GmbHs, LKW, BImSchG, GemO",
        "Frau Asmussens Antrag, Asmussen’ Antrag, die Eiderflether Werft, Herr Detlefsen-Kühl, Herr Detlefsen",
        "[[Anlgae: Nummre]] liegt bei",
        "Be\u00adschluss\u00advorlage",
        unicodedata.normalize("NFD", "Für die Änderungsanträge"),
        "Querungsmöglichkeit, Umleitungsroute, Beschlussvorlagen, jugendhilferelevant",
        "北京 Ωμέγα",
        "Die Variante, die die Stadt will, für die die Stadt zahlt; dass sie sie kennt; die, die da sind",
        "PCs, AGs, LKWs, GmbHs, WCs, ABs, EUs, IHKs",
        "Widerspruch, Ratsherrinnen, Wiedervorlage, wiederholt, Nachtragshaushaltssatzung, Sainte-Laguë",
    ],
)
def test_what_minutes_are_full_of_is_right(spelling: Spelling, text: str) -> None:
    assert wrong(spelling, text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Die Verwaltug hat den Haushaltt", ["Verwaltug", "Haushaltt"]),
        ("der Haushlats- und Finanzausschuss", ["Haushlats"]),
        ("die Bürgr*innen", ["Bürgr*innen"]),
        ("Frau Asmusen von der SDP", ["Asmusen", "SDP"]),
        ("VErwaltung", ["VErwaltung"]),
        ("wirr beantragen", ["wirr"]),
        ("Beschlußvorlage", ["Beschlußvorlage"]),
        ("DAs Amt sagt, WAs, ALs", ["DAs", "WAs", "ALs"]),
        ("Der Wiederspruch, er wiederspricht", ["Wiederspruch", "wiederspricht"]),
        ("Der Haushalst der Bürgerrinnen", ["Haushalst", "Bürgerrinnen"]),
        ("Beschlussvoralge hintelegen", ["Beschlussvoralge", "hintelegen"]),
        ("Wir haben haben die die Frage", ["haben haben", "die die"]),
        ("Verwaltug Verwaltug", ["Verwaltug", "Verwaltug"]),
        (unicodedata.normalize("NFD", "Ändrungen"), [unicodedata.normalize("NFD", "Ändrungen")]),
    ],
)
def test_slips_are_found(spelling: Spelling, text: str, found: list[str]) -> None:
    assert wrong(spelling, text) == found


def test_a_name_is_known_from_now_on(spelling: Spelling) -> None:
    assert wrong(spelling, "Herr Qvarnström") == ["Qvarnström"]
    spelling.know(["Qvarnström"])
    assert wrong(spelling, "Herrn Qvarnströms Antrag") == []


def test_of_a_title_streets_and_places_are_known_and_slips_are_not() -> None:
    """As they stand there."""
    title = "Praesentation zum Ausbau Lindenweg, Großer Knick/Alte-Qvarn-Straße und Eiderkamp; Qvarnstraße"
    assert list(names_of("AgendaItem", {"name": title})) == ["Lindenweg", "Eiderkamp", "Qvarnstraße"]
    assert list(names_of("Paper", {"name": "Bericht", "reference": "2026/7"})) == ["2026/7"]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("Mitgleider", "Mitglieder"),
        ("Ratsmitgleider", "Ratsmitglieder"),
        ("wrden", "werden"),
        ("fuer", "für"),
        ("ide", "die"),
        ("DAs", "Das"),
        ("die die", "die"),
    ],
)
def test_what_was_meant_is_suggested_first(spelling: Spelling, word: str, meant: str) -> None:
    assert spelling.suggestions(word)[0] == meant


def test_names_are_suggested_and_not_too_many_words(spelling: Spelling) -> None:
    assert "Asmussen" in spelling.suggestions("Asmusen")
    assert len(spelling.suggestions("Hsus")) <= 7


def test_places_count_as_qt_counts() -> None:
    assert units("a😀b", 3) == 4
    assert units("aäb", 2) == 2


def test_odd_texts_take_no_time() -> None:
    """Nothing in the patterns grows with the square of the text."""
    for text in ("a" * 20_000, "a." * 10_000, "[[" * 10_000, "/" * 20_000, "1-" * 10_000, "," + " a" * 10_000):
        list(doubled(text, list(parts_of(text))))
