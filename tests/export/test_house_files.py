"""The files that a house profile names, from its folder to the written document."""

import json
from io import BytesIO
from pathlib import Path

import docx
import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from desktop import cli
from desktop.export import html, pdf, word
from desktop.export.document import Figure
from desktop.models.profiles import house_files, load
from desktop.models.profiles.pictures import clean_picture
from tests.export.letterhead import letterhead, logo, paragraph, run
from tests.export.samples import document
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


def cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


@pytest.mark.parametrize("logo", [b"GIF89a", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff" + b"x" * 50, cut(logo()), b""])
def test_a_logo_that_is_no_whole_picture_is_told(logo: bytes, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (data / "profiles" / "wappen.png").write_bytes(logo)
    assert export(data) == 1
    assert "letterhead.logo" in capsys.readouterr().err
    assert not list(data.glob("out/*"))


def photo(mode: str, kind: str, **more: object) -> bytes:
    """A picture of 3,000 by 20 pixels that tells who took it."""
    target, notes = BytesIO(), Image.Exif()
    notes[0x013B] = "Frau Geheim"
    notes[0x0112] = 6
    Image.new(mode, (3_000, 20)).save(target, kind, exif=notes, **more)
    return target.getvalue()


def author() -> PngInfo:
    told = PngInfo()
    told.add_text("Author", "Frau Geheim")
    return told


@pytest.mark.parametrize(
    "logo",
    [
        photo("CMYK", "JPEG", comment=b"Geheim"),
        photo("RGB", "PNG", pnginfo=author(), icc_profile=b"Geheim"),
        photo("I;16", "PNG"),
    ],
)
def test_of_a_logo_only_the_picture_is_used(logo: bytes, data: Path) -> None:
    assert b"Geheim" in logo
    (data / "profiles" / "wappen.png").write_bytes(logo)
    used = house_files(load("haus", data / "profiles"), data / "profiles").logo
    assert used is not None
    assert not any(word in used for word in (b"Geheim", b"Exif", b"eXIf", b"iCCP"))
    with Image.open(BytesIO(used)) as picture:
        assert picture.size == (10, 1_500), "upright, and no larger than it is printed"
        assert picture.mode in {"RGB", "L"}
    made = document(Figure(used, "Wappen", 50))
    for render in (pdf.render, word.render, html.render):
        assert render(made)


def test_a_picture_of_16_bits_keeps_its_greys() -> None:
    target = BytesIO()
    Image.new("I;16", (2, 2), 0x8000).save(target, "PNG")
    with Image.open(BytesIO(clean_picture(target.getvalue(), 10))) as picture:
        assert picture.getpixel((0, 0)) in {127, 128}
