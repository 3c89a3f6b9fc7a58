"""Names of meetings in German grammar."""

import pytest

from desktop.ui.naming import genitive, meeting_name, next_number


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Hauptausschuss", "des Hauptausschusses"),
        ("Ausschuss für Bildung", "des Ausschusses für Bildung"),
        ("Stadtvertretung", "der Stadtvertretung"),
        ("Gemeinderat", "des Gemeinderates"),
        ("Rat der Stadt Musterfeld", "des Rates der Stadt Musterfeld"),
        ("Kreistag", "des Kreistages"),
        ("Verbandsversammlung", "der Verbandsversammlung"),
        ("Wasserwirtschaftsverband", None),
        ("gemeinsamer Ausschuss", None),
    ],
)
def test_genitive(body: str, expected: str | None) -> None:
    assert genitive(body) == expected


@pytest.mark.parametrize(
    ("number", "body", "expected"),
    [
        ("14", "Hauptausschuss", "14. Sitzung des Hauptausschusses"),
        ("HA/14", "Hauptausschuss", "Sitzung HA/14 des Hauptausschusses"),
        ("", "Kreistag", "Sitzung des Kreistages"),
        ("3", "Jugendparlamentchen", "3. Sitzung (Jugendparlamentchen)"),
        ("3", "", "3. Sitzung"),
    ],
)
def test_name(number: str, body: str, expected: str) -> None:
    assert meeting_name(number, body) == expected


def test_the_next_number_follows_the_highest() -> None:
    assert next_number(["9", "11", None, "10"]) == "12"
    assert next_number([]) == "1"
    assert next_number(["HA/14"]) == ""
