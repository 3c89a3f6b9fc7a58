"""The invented meetings that come with the program: what a new user sees of presence and votes, in every format."""

from pathlib import Path

import pytest

from desktop import cli
from desktop.models.exchange import session_file
from desktop.models.profiles import law_of
from desktop.models.rules import checks
from desktop.paths import resource
from tests.reading import squeezed, text_of

SENTENCES = {
    "m-ha-13": (
        "Frau Dr. Henrike Asmussen (bis TOP Ö 6.1, ab TOP Ö 7)",
        "Vertretung für Herrn Greve, ab 20:19 Uhr (TOP Ö 9)",
        "Frau Untiedt (CDU) nimmt ab 20:19 Uhr (TOP Ö 9) für Herrn Greve an der Sitzung teil.",
        "Diese Abstimmung ist ungültig und wurde wiederholt: Es wurden 14 Stimmen gezählt, stimmberechtigt waren 13 "
        "Mitglieder.",
        "Wiederholung der Abstimmung",
        "2. Wahlgang",
        "Losentscheid",
    ),
    "m-ha-14": (
        "anwesend 14 von 15 Stimmberechtigten",
        "erforderlich nach § 38 GO SH: mehr als die Hälfte der gesetzlichen Mitgliederzahl",
        "Herr Rickmers (GRÜNE) nimmt ab 18:24 Uhr (TOP Ö 4) an der Sitzung teil.",
        "Frau Detlefsen (CDU) verlässt die Sitzung um 19:53 Uhr.",
        "Herr Greve (CDU) ist gemäß § 22 GO SH von Beratung und Abstimmung ausgeschlossen",
        "Änderungsantrag der Fraktionen SPD und SSW",
        "Nein: Dr. Henrike Asmussen, Jens Bracker, Hauke Greve, Dr. Inken Ohlendiek",
    ),
}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the invented meetings."""
    folder = tmp_path_factory.mktemp("data")
    assert cli.main(["--data", str(folder), "demo"]) == 0
    return folder


@pytest.mark.parametrize("meeting", list(SENTENCES))
def test_presence_and_votes_of_the_demo_stand_in_every_format(meeting: str, data: Path, tmp_path: Path) -> None:
    words = ["--data", str(data), "export", meeting, "--out", str(tmp_path), "--format", "docx,pdf,html,txt"]
    assert cli.main(words) == 0
    for path in tmp_path.iterdir():
        text = squeezed(text_of(path))
        assert [wanted for wanted in SENTENCES[meeting] if squeezed(wanted) not in text] == [], path.suffix


@pytest.mark.parametrize("path", sorted(resource("demo").glob("*.json")), ids=lambda path: path.stem)
def test_nothing_in_the_demo_fails_to_add_up(path: Path) -> None:
    session = session_file.read(path.read_bytes()).session
    persons, organizations = {one.key: one for one in session.persons}, {one.key: one for one in session.organizations}
    found = checks.check(checks.facts(session.meetings[0], persons, organizations, law_of(session.body)))
    may_be = (checks.Code.TASKS_OPEN, checks.Code.FILE_NOT_PUBLIC)  # a task may stay open, a paper among themselves
    assert [one for one in found if one.code not in may_be] == []
