"""The PDF: same content, embedded fonts, whole rows, kept headings, everything through one hook."""

from collections import Counter
from io import BytesIO
from random import Random
from typing import Any

import pikepdf
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.export import pdf
from desktop.export.document import (
    Block,
    Heading,
    ListBlock,
    ListItem,
    Look,
    PageBreak,
    Paragraph,
    ParagraphRole,
    Rule,
    Scope,
    Table,
    TableRole,
    cell,
    plain,
)
from tests.export.samples import (
    LONG,
    SAMPLES,
    TEXTS,
    bullets,
    document,
    files,
    h,
    of_texts,
    p,
    r,
    random_document,
    signatures,
    squeezed,
    votes,
)


def pages(data: bytes) -> list[str]:
    """The text of each page; a hyphen at a line end comes as a hyphen."""
    with pypdfium2.PdfDocument(data) as read:
        found = []
        for number in range(len(read)):
            page = read[number]
            text_page = page.get_textpage()
            found.append(text_page.get_text_range().replace("\ufffe", "-").replace("\x02", "-"))
            text_page.close()
            page.close()
        return found


def text_of(*blocks: Block, **more: object) -> list[str]:
    return pages(pdf.render(document(*blocks, **more)))  # type: ignore[arg-type]


def test_the_footer_counts_all_pages() -> None:
    assert [text.splitlines()[-1] for text in text_of(p("a"), PageBreak(), p("b"))] == [
        "HA/14/XIII | Ausdruck vom: 29.10.2021 | Seite: 1/2",
        "HA/14/XIII | Ausdruck vom: 29.10.2021 | Seite: 2/2",
    ]


def test_page_breaks_make_no_empty_pages() -> None:
    assert len(text_of(PageBreak(), p("a"), PageBreak(), PageBreak(), p("b"), PageBreak(), footer=())) == 2


@pytest.mark.parametrize("look", Look)
def test_fonts_are_embedded_and_metadata_is_set(look: Look) -> None:
    with pikepdf.open(BytesIO(pdf.render(SAMPLES[look]()))) as read:
        fonts = [
            font
            for page in read.pages
            for font in page.Resources.Font.values()
            if font.get("/Type") == pikepdf.Name.Font
        ]
        assert fonts
        assert all("/FontFile2" in font.FontDescriptor for font in fonts)
        assert str(read.Root.Lang) == "de-DE"
        assert bool(read.Root.ViewerPreferences.DisplayDocTitle)
        information = {name: str(value) for name, value in read.docinfo.items()}
        assert information["/Title"] == SAMPLES[look]().title
        assert information["/Author"] == "Stadt Neuhaven"
        assert information["/Subject"] == "Sitzung des Hauptausschusses"
        assert information["/CreationDate"] == "D:20211029093000+02'00'"
        assert not any("anonymous" in value or "ReportLab" in value for value in information.values())
        assert [float(size) for size in read.pages[0].MediaBox[2:]] == pytest.approx([595.28, 841.89], abs=0.01)


def test_the_same_document_gives_the_same_bytes() -> None:
    assert pdf.render(SAMPLES[Look.DRUCK]()) == pdf.render(SAMPLES[Look.DRUCK]())


def test_headings_make_the_outline() -> None:
    with pypdfium2.PdfDocument(pdf.render(document(h(1, "Titel"), h(2, "Teil"), h(3, "Ö 1"), h(2, "Teil 2")))) as read:
        entries = [(entry.level, entry.get_title()) for entry in read.get_toc()]
    assert entries == [(0, "Titel"), (1, "Teil"), (2, "Ö 1"), (1, "Teil 2")]


@pytest.mark.parametrize("lines", range(36, 52))
def test_a_heading_never_stands_alone_at_the_foot(lines: int) -> None:
    filling = [p("Zeile") for _ in range(lines - 16)]
    for text in text_of(*filling, h(2, "Teil"), h(3, "Ö 1"), p("Vorlage 7", keep=True), p(LONG), footer=()):
        assert text.splitlines()[-1] not in {"Teil", "Ö 1", "Vorlage 7"}
        last = next((index for index, line in enumerate(text.splitlines()) if line == "Vorlage 7"), None)
        assert last is None or len(text.splitlines()) >= last + 3


@pytest.mark.parametrize("lines", range(14, 36, 2))
def test_a_vote_stays_whole_and_with_its_heading_and_result(lines: int) -> None:
    filling = [p("Zeile") for _ in range(lines)]
    result = p("einstimmig", ParagraphRole.VERDICT)
    found = [text for text in text_of(*filling, h(4, "Abstimmungsergebnis:"), votes(), result) if "Fraktion" in text]
    assert len(found) == 1
    assert "Abstimmungsergebnis:" in found[0]
    assert "einstimmig" in found[0]


@pytest.mark.parametrize("lines", range(20, 36))
@pytest.mark.parametrize("end", [[h(3, "Ö 7"), p(LONG)], [h(3, "Ö 7"), p("Ende.")], [bullets()]])
def test_signatures_never_stand_alone_on_a_page(end: list[Block], lines: int) -> None:
    closing = (*end, Rule(), p("Tornau, den 5.", keep=True), signatures())
    found = text_of(*(p("Zeile") for _ in range(lines)), *closing, footer=())
    last = found[-1].splitlines()
    assert "Erika Muster" in found[-1]
    assert last.index("Tornau, den 5.") >= 1
    assert all(text.splitlines()[-1] != "Ö 7" for text in found)


def test_of_a_long_paragraph_only_the_end_goes_along_with_the_signatures() -> None:
    first, last = text_of(*(p("Zeile") for _ in range(22)), p(LONG * 3), Rule(), signatures(), footer=())
    assert len(first.splitlines()) > 30
    assert len(last.splitlines()) < 8


def test_rows_are_not_broken_over_pages() -> None:
    row = (cell("Name"), cell("eins\nzwei\ndrei\nvier\nfünf"))
    for text in text_of(Table((row,) * 60, "T", (1.0, 3.0), TableRole.LIST), footer=()):
        assert text.count("eins") == text.count("fünf") > 0


def test_a_row_taller_than_a_page_is_broken_and_nothing_is_lost() -> None:
    words = [f"Wort{number}" for number in range(3000)]
    table = Table(((cell("Name"), cell(" ".join(words))),), "T", (1.0, 2.0))
    found = text_of(p("davor"), table, p("danach"), footer=())
    assert len(found) > 3
    assert " ".join(found).split() == ["davor", "Name", *words, "danach"]


def test_columns_are_wide_enough_for_their_words() -> None:
    table = Table(((cell("Federführend:", Scope.ROW), cell("Hafenamt")),), "T", (1.0, 20.0), TableRole.FIELDS)
    assert "Federführend:" in text_of(table)[0]


def test_long_words_wrap_and_stay_on_the_page() -> None:
    with pypdfium2.PdfDocument(
        pdf.render(document(p("x" * 400), Table(((cell("y" * 400),) * 3,), "", (1, 1, 1))))
    ) as read:
        text_page = read[0].get_textpage()
        boxes = [text_page.get_charbox(index) for index in range(text_page.count_chars())]
        text_page.close()
    assert len(boxes) > 1600
    assert max(right for _, _, right, _ in boxes) < 595 - 20 / 25.4 * 72 + 1


def test_lists_carry_their_numbers() -> None:
    text = " ".join(text_of(bullets())[0].split())
    assert "• Die Satzungen werden vorher geprüft: 3. Gebühren 4. Strafen Auch die der Segler. • nebenbei" in text


def test_markup_is_text() -> None:
    evil = '<b>fett</b> <img src="/etc/passwd"/> &amp; <para> 5 < 6'
    assert evil in " ".join(text_of(p(evil), footer=())[0].split())


def test_runs_are_bold_and_italic() -> None:
    data = pdf.render(
        document(Paragraph((*r("a"), *r("b", bold=True), *r("c", italic=True), *r("d", bold=True, italic=True))))
    )
    with pikepdf.open(BytesIO(data)) as read:
        names = {str(font.BaseFont).split("+")[1] for font in read.pages[0].Resources.Font.values()}
    assert {f"LiberationSans{style}" for style in ("", "-Bold", "-Italic", "-BoldItalic")} <= names


def test_emoji_and_symbols_come_back_as_text() -> None:
    assert "☒ ✓ 😀 ⟨U+4E2D⟩ Ж" in text_of(p("☒ ✓ 😀 ⟨U+4E2D⟩ Ж"))[0]


def test_odd_tables_are_drawn() -> None:
    empty = Table((), "leer", (), TableRole.GRID)
    ragged = Table(((cell("a", colspan=3),), (cell("b"),), ()), "T", (1.0,), header_rows=3)
    assert squeezed("".join(text_of(empty, ragged, footer=()))) == "ab"


def test_a_document_without_blocks_is_one_empty_page() -> None:
    assert text_of() == ["HA/14/XIII | Ausdruck vom: 29.10.2021 | Seite: 1/1"]


def test_a_megabyte_in_one_paragraph() -> None:
    text = (LONG + " ") * 2000
    assert squeezed("".join(text_of(p(text), footer=()))) == squeezed(text)


def test_looks_differ_and_signatures_have_room() -> None:
    data = [pdf.render(document(h(2, "Teil"), signatures(), files(), Rule(), look=look)) for look in Look]
    assert len({len(one) for one in data}) == 3


@given(TEXTS)
def test_any_text_comes_back(texts: list[str]) -> None:
    written = squeezed("".join(pages(pdf.render(of_texts(texts)))))
    assert all(squeezed(text) in written for text in texts)


@given(st.randoms(use_true_random=False))
def test_any_document_is_set_without_loss(random: Random) -> None:
    sample = random_document(random)
    data = pdf.render(sample)
    expected = squeezed("".join(map(text_in, sample.blocks)))
    # Repeated header rows and the numbers of lists come on top.
    assert not Counter(expected) - Counter(squeezed("".join(pages(data))))


def text_in(part: Any) -> str:
    """All text of a block or a part of one."""
    match part:
        case Heading() | Paragraph():
            return plain(part.runs)
        case ListItem():
            return plain(part.runs) + "".join(map(text_in, part.children))
        case ListBlock():
            return "".join(map(text_in, part.items))
        case Table():
            return "".join(plain(runs) for row in part.rows for cell_ in row for runs in cell_.paragraphs)
    return ""
