"""What an archive asks of a file: properties that agree, colours explained, nothing left to the reader's machine."""

from io import BytesIO

import pikepdf
import pytest
from lxml import etree
from reportlab.pdfbase.ttfonts import TTFontFile

from desktop.export import pdf
from tests.export.samples import document, h, p

_SPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "aid": "http://www.aiim.org/pdfa/ns/id/",
    "uaid": "http://www.aiim.org/pdfua/ns/id/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}


def properties(data: bytes) -> tuple[dict[str, str], dict[str, str]]:
    """The properties of the file, old and new kind."""
    with pikepdf.open(BytesIO(data)) as file:
        old = {name[1:]: str(value) for name, value in file.docinfo.items()}
        tree = etree.fromstring(file.Root.Metadata.read_bytes())
    paths = {
        "Title": "dc:title//rdf:li",
        "Author": "dc:creator//rdf:li",
        "Subject": "dc:description//rdf:li",
        "Keywords": "pdf:Keywords",
        "Producer": "pdf:Producer",
        "Creator": "xmp:CreatorTool",
        "CreationDate": "xmp:CreateDate",
        "ModDate": "xmp:ModifyDate",
    }
    found = {name: tree.find(f".//{path}", _SPACES) for name, path in paths.items()}
    assert [tree.findtext(f".//{path}", "", _SPACES) for path in ("aid:part", "aid:conformance", "uaid:part")] == [
        "2",
        "A",
        "1",
    ]
    return old, {name: element.text or "" for name, element in found.items() if element is not None}


def test_both_kinds_of_properties_agree() -> None:
    sample = document(
        h(1, "T"), title="Ein <Titel> & „mehr“ 😀\x01", status="Entwurf", created="2021-10-29T09:30:05.5+02:00"
    )
    old, new = properties(pdf.render(sample))
    assert old.pop("CreationDate") == old.pop("ModDate") == "D:20211029093005+02'00'"
    assert new.pop("CreationDate") == new.pop("ModDate") == "2021-10-29T09:30:05+02:00"
    assert old == new
    assert (new["Title"], new["Keywords"], new["Producer"]) == ("Ein <Titel> & „mehr“ 😀", "Entwurf", "Protokollpult")


def test_without_a_date_no_date_is_made_up() -> None:
    old, new = properties(pdf.render(document(p("a"), created="")))
    assert "CreationDate" not in old
    assert "CreationDate" not in new


@pytest.mark.parametrize("watermark", ["", "Entwurf"])
def test_colours_are_explained_and_no_font_is_only_named(watermark: str) -> None:
    with pikepdf.open(BytesIO(pdf.render(document(h(1, "☒ 😀 Ж"), p("a"), watermark=watermark)))) as file:
        (intent,) = file.Root.OutputIntents
        assert bytes(intent.DestOutputProfile.read_bytes())[36:40] == b"acsp"
        assert file.Root.MarkInfo.Marked
        fonts = [one for one in file.objects if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/Font"]
        assert fonts
        assert all("/FontFile2" in font.FontDescriptor and "/ToUnicode" in font for font in fonts)


def test_widths_are_those_of_the_embedded_font() -> None:
    with pikepdf.open(BytesIO(pdf.render(document(p("🔟"))))) as file:
        (font,) = (font for font in file.pages[0].Resources.Font.values() if "Emoji" in str(font.BaseFont))
        embedded = TTFontFile(BytesIO(font.FontDescriptor.FontFile2.read_bytes()))
        told = {round(float(width)) for width in font.Widths}
    own = int.from_bytes(embedded.get_table("hhea")[34:36], "big")
    assert {round(width * 1000 / embedded.unitsPerEm) for width, _ in embedded.hmetrics[:own]} <= told


def test_the_number_of_a_file_is_made_of_its_content() -> None:
    """Otherwise it would be made of the properties, which are the same here, and of the time."""
    numbers = set()
    for text in ("a", "b"):
        with pikepdf.open(BytesIO(pdf.render(document(p(text))))) as file:
            numbers.add(bytes(file.trailer.ID[1]))
    assert len(numbers) == 2


def test_the_same_draft_gives_the_same_bytes() -> None:
    sample = document(h(1, "a"), p("b"), watermark="Entwurf", header=("c",))
    assert pdf.render(sample) == pdf.render(sample)
