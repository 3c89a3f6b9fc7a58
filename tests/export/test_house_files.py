"""The files that a house profile names, from its folder to the written document."""

import json
from pathlib import Path

import docx
import pytest

from desktop import cli
from tests.export.letterhead import letterhead, logo, paragraph, run
from tests.models.test_intake import small_file


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with one meeting and the profile “haus”, which names a logo and a template."""
    (tmp_path / "gut.json").write_text(json.dumps(small_file()), encoding="utf-8")
    assert cli.main(["--data", str(tmp_path), "import", str(tmp_path / "gut.json")]) == 0
    folder = tmp_path / "profiles"
    folder.mkdir(exist_ok=True)
    (folder / "haus.toml").write_text('[letterhead]\nlogo = "wappen.png"\ntemplate = "brief.docx"\n')
    (folder / "wappen.png").write_bytes(logo())
    (folder / "brief.docx").write_bytes(letterhead())
    return tmp_path


def export(data: Path) -> int:
    words = ["--data", str(data), "export", "m1", "--out", str(data / "out"), "--format", "docx", "--profile", "haus"]
    return cli.main(words)


def test_the_document_for_the_public_stands_in_the_letterhead(data: Path) -> None:
    assert export(data) == 0
    (written,) = (data / "out").glob("*.docx")
    file = docx.Document(str(written))
    assert file.paragraphs[0].text.startswith("Zu: ")
    assert file.paragraphs[-1].text == "Diese Seiten wurden elektronisch erstellt."
    assert len(file.inline_shapes) == 0, "the arms stand in the header"


def test_an_unknown_placeholder_stops_the_export_before_anything_is_written(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (data / "profiles" / "brief.docx").write_bytes(letterhead(first=paragraph(run("{{gremuim}}"))))
    capsys.readouterr()
    assert export(data) == 1
    assert capsys.readouterr().err.splitlines()[-1] == (
        "Die Word-Vorlage enthält den unbekannten Platzhalter {{gremuim}} (Kopfzeile der ersten Seite); "
        "bitte berichtigen oder entfernen."
    )
    assert not list(data.glob("out/*"))


def test_a_logo_that_is_no_picture_is_told(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (data / "profiles" / "wappen.png").write_bytes(b"GIF89a")
    assert export(data) == 1
    assert "letterhead.logo" in capsys.readouterr().err
