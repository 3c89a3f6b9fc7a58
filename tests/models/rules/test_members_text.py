"""Pasted lists of members in the shapes they come in; everybody is invented."""

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.models.rules.members_text import read

TEXT = """Mitglieder des Hauptausschusses
CDU-Fraktion
Frau Dr. Anna von Muster, Vorsitzende
Herr Jens Beispiel
Lind, Eva (SPD)
Probe, Dr. Karl\tBündnis 90/Die Grünen
Herr\tOve\tSturm\tSSW
Fraktion DIE LINKE
- Ida Klein-Groß
Sitzung am 05.03.2026
Herr Peter Nord, fraktionslos"""


def test_members_with_factions_and_roles() -> None:
    found = read(TEXT)
    rows = [(one.form_of_address, one.title, one.given_name, one.family_name, one.faction) for one in found.members]
    assert rows == [
        ("Frau", ("Dr.",), "Anna", "von Muster", "CDU"),
        ("Herr", (), "Jens", "Beispiel", "CDU"),
        (None, (), "Eva", "Lind", "SPD"),
        (None, ("Dr.",), "Karl", "Probe", "Bündnis 90/Die Grünen"),
        ("Herr", (), "Ove", "Sturm", "SSW"),
        (None, (), "Ida", "Klein-Groß", "DIE LINKE"),
        ("Herr", (), "Peter", "Nord", None),
    ]
    assert found.members[0].role == "Vorsitzende"
    assert (found.headings, found.left) == ((1, 7), (0, 9))


def test_a_heading_that_is_no_faction_ends_the_one_before_it() -> None:
    found = read("FDP\nAnna Muster\nVerwaltung\nBürgermeister Klaus Weiß")
    rows = [(one.given_name, one.family_name, one.faction, one.role) for one in found.members]
    assert rows == [("Anna", "Muster", "FDP", None), ("Klaus", "Weiß", None, "Bürgermeister")]
    assert found.left == (2,)


def test_the_line_above_the_columns_is_nobody() -> None:
    for line in ("Name\tFraktion", "Nachname;Vorname;Fraktion/Gruppe", "Anrede\tTitel\tVorname\tName\tPartei"):
        found = read(f"{line}\nMuster, Anna\tSPD\nPeter Name\tCDU")
        assert [one.family_name for one in found.members] == ["Muster", "Name"]
        assert (found.left, found.members[0].faction) == ((0,), "SPD")


_PIECES = st.sampled_from(
    ["Frau", "Dr.", "Anna", "Muster,", "(SPD)", "CDU", "\t", "Vorsitzende", "von", "1.", "Fraktion"]
)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.lists(_PIECES | st.text(max_size=6), max_size=5).map(" ".join), max_size=8).map("\n".join))
def test_every_line_is_somewhere(text: str) -> None:
    found = read(text)
    used = [*(one.line for one in found.members), *found.headings, *found.left]
    assert sorted(used) == [place for place in range(text.count("\n") + 1) if place in used]
    assert {place for place, line in enumerate(text.split("\n")) if any(char.isalpha() for char in line)} <= set(used)
