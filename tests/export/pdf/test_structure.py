"""The tags: what a screen reader is told is what the Document says, in its order, and nothing else."""

from dataclasses import replace
from io import BytesIO
from random import Random

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from desktop.export import pdf
from desktop.export.document import (
    Cell,
    Figure,
    ListBlock,
    ListItem,
    Look,
    PageBreak,
    PageField,
    Paragraph,
    ParagraphRole,
    Run,
    Scope,
    Table,
    TableRole,
    cell,
)
from desktop.models.profiles import Typeface
from tests.export.pdf.reading import Part, Read, read
from tests.export.samples import LONG, SAMPLES, bullets, document, h, p, r, random_document, signatures, squeezed, votes
from tests.export.test_pdf import text_in


def tags(part: Part) -> object:
    """The tree as nested lists of tags, for comparing."""
    kids = [tags(kid) for kid in part.kids if isinstance(kid, Part)]
    return [part.tag, *kids] if kids else part.tag


def written(*blocks: object, **more: object) -> Read:
    return read(pdf.render(document(*blocks, **more)))  # type: ignore[arg-type]


def only(found: Read, tag: str) -> list[Part]:
    return [part for part in found.root.walk() if part.tag == tag]


@pytest.mark.parametrize("look", Look)
def test_read_aloud_is_what_the_document_says(look: Look) -> None:
    sample = SAMPLES[look]()
    found = read(pdf.render(sample))
    spoken = [squeezed(part.text()) for part in found.root.kids if isinstance(part, Part)]
    for block in sample.blocks:
        if text_in(block) and not (isinstance(block, Table) and block.role is TableRole.SIGNATURES):
            text = spoken.pop(0)
            assert text == squeezed(text_in(block)) or isinstance(block, ListBlock)
            while spoken and not spoken[0]:
                spoken.pop(0)
        elif isinstance(block, Table):
            spoken = spoken[sum(len(row) for row in block.rows) :]
    assert spoken == []


@given(st.randoms(use_true_random=False))
@settings(max_examples=6)
def test_any_document_is_read_as_it_is_written(random: Random) -> None:
    sample = random_document(random)
    found = read(pdf.render(sample))
    spoken = squeezed("".join(part.text() for part in found.root.walk() if part.tag == "Lbl"))
    expected = sorted(squeezed("".join(map(text_in, sample.blocks))) + spoken)
    assert sorted(squeezed(found.root.text())) == expected
    levels = [int(part.tag[1]) for part in found.root.walk() if part.tag[0] == "H"]
    assert all(level <= before + 1 for before, level in zip([0, *levels], levels, strict=False))


def test_headings_leave_no_level_out() -> None:
    found = written(h(2, "a"), h(5, "b"), h(3, "c"), h(1, "d"), h(9, "e"))
    assert [part.tag for part in found.root.kids if isinstance(part, Part)] == ["H1", "H2", "H3", "H1", "H2"]


def test_lists_have_labels_and_bodies_at_every_depth() -> None:
    found = written(ListBlock((ListItem(r("a"), (ListBlock((ListItem(r("b")),)), p("c"))), ListItem(r("d"))), 4))
    inner = ["L", ["LI", "Lbl", "LBody"]]
    assert tags(found.root) == [
        "Document",
        ["L", ["LI", "Lbl", ["LBody", "P", inner, "P"]], ["LI", "Lbl", "LBody"]],
    ]
    assert [str(part.raw.A.ListNumbering) for part in only(found, "L")] == ["/Decimal", "/Disc"]
    assert [part.text() for part in only(found, "Lbl")] == ["4.", "•", "5."]


def test_tables_say_what_heads_what() -> None:
    found = written(votes())
    row = ["TR", "TH", "TD", "TD", "TD"]
    head = ["THead", ["TR", "TH", "TH", "TH", "TH"]]
    assert tags(found.root) == ["Document", ["Table", head, ["TBody", row, row, row, row]]]
    scopes = [str(part.raw.A.Scope) for part in only(found, "TH")]
    assert scopes == ["/Column"] * 4 + ["/Row"] * 4
    assert str(only(found, "Table")[0].raw.A.Summary) == "Abstimmung nach Fraktionen"


def test_cells_span_and_empty_headers_head_nothing() -> None:
    head = (Cell(scope=Scope.COLUMN), cell("Name", Scope.COLUMN, colspan=2))
    found = written(Table((head, (cell("a", Scope.ROW), cell("b"), cell("c"))), "T", (1, 1, 1), TableRole.GRID, 1))
    assert tags(found.root) == [
        "Document",
        ["Table", ["THead", ["TR", "TD", "TH"]], ["TBody", ["TR", "TH", "TD", "TD"]]],
    ]
    assert int(only(found, "TH")[0].raw.A.ColSpan) == 2


def test_signatures_are_paragraphs() -> None:
    found = written(signatures())
    assert tags(found.root) == ["Document", "P", "P"]
    assert [squeezed(part.text()) for part in only(found, "P")] == [
        "ErikaMusterAusschussvorsitzende",
        "MaxBeispielSchriftführer",
    ]


def test_what_goes_over_pages_is_one_element() -> None:
    rows = tuple((cell(f"Zeile {number}"), cell(LONG)) for number in range(20))
    head = (cell("Kopf", Scope.COLUMN), cell("Wert", Scope.COLUMN))
    found = written(*[p(LONG)] * 5, p(LONG * 8), Table((head, *rows), "T", (1.0, 3.0), header_rows=1))
    long = only(found, "P")[5]
    assert [kid[0] for kid in long.kids if isinstance(kid, tuple)] == [1, 2]
    assert squeezed(long.text()) == squeezed(LONG * 8)
    assert len(only(found, "Table")) == len(only(found, "THead")) == 1
    again = [text for page in found.decoration for kind, text in page if kind == "/Pagination"]
    assert again.count("Kopf") == sum(any(tag == "TD" for tag, _ in page) for page in found.marks) - 1 > 1


def test_a_cell_taller_than_a_page_is_one_cell() -> None:
    text = " ".join(f"Wort{number}" for number in range(2500))
    found = written(Table(((cell("Name", Scope.ROW), cell(text)),), "T", (1.0, 2.0)))
    (tall,) = only(found, "TD")
    assert squeezed(tall.text()) == squeezed(text)
    assert len({kid[0] for kid in tall.kids if isinstance(kid, tuple)}) > 2


def test_words_at_line_ends_are_read_apart() -> None:
    found = written(p(LONG), p("Stadt Neuhaven\nDie Bürgermeisterin"))
    assert [part.text() for part in only(found, "P")] == [LONG, "Stadt Neuhaven Die Bürgermeisterin"]


def test_links_can_be_reached_and_are_named() -> None:
    link = Run("die Seite der Stadt, " + LONG[:120], link="https://ratsinfo.eiderfleth.example/größe?a=1 b")
    data = pdf.render(document(Paragraph((Run("Siehe "), link, Run(" dort.")))))
    found = read(data)
    (part,) = only(found, "Link")
    assert squeezed(part.text()) == squeezed(link.text)
    assert squeezed(found.root.text()) == squeezed(f"Siehe {link.text} dort.")
    with pikepdf.open(BytesIO(data)) as file:
        annotations = list(file.pages[0].Annots)
        assert len(annotations) == 2  # one on each line
        assert {str(one.A.URI) for one in annotations} == {
            "https://ratsinfo.eiderfleth.example/gr%C3%B6%C3%9Fe?a=1%20b"
        }
        assert all("die Seite der Stadt" in str(one.Contents) for one in annotations)
        assert file.pages[0].Tabs == pikepdf.Name.S


def test_scripts_and_files_are_no_links() -> None:
    found = written(*[Paragraph((Run("a", link=link),)) for link in ("javascript:alert(1)", "file:///a")])
    assert only(found, "Link") == []
    assert "/Annots" not in found.file.pages[0]


def test_words_of_another_language_say_so() -> None:
    found = written(Paragraph((Run("Er sagte: "), Run("Moin", language="nds"), Run("!", language="de-DE"))))
    (part,) = only(found, "Span")
    assert (str(part.raw.Lang), part.text()) == ("nds", "Moin")


def test_quotes_and_notes() -> None:
    found = written(p("a", ParagraphRole.QUOTE), p("b", ParagraphRole.NOTE), p("c", ParagraphRole.NOTE))
    assert tags(found.root) == ["Document", ["BlockQuote", "P"], "Note", "Note"]
    assert len({str(part.raw.ID) for part in only(found, "Note")}) == 2


@pytest.mark.parametrize("mode", ["RGB", "CMYK", "L"])
def test_pictures_have_words_or_are_decoration(mode: str) -> None:
    target = BytesIO()
    Image.new(mode, (40, 20)).save(target, "JPEG")
    found = written(Figure(target.getvalue(), "Wappen der Stadt", 30), Figure(target.getvalue(), "", 30))
    (part,) = only(found, "Figure")
    assert str(part.raw.Alt) == "Wappen der Stadt"
    left, bottom, right, top = map(float, part.raw.A.BBox)
    assert (right - left, top - bottom) == pytest.approx((60, 30))
    assert [kind for kind, _ in found.decoration[0] if kind == "/Layout"] == ["/Layout"]


def test_running_lines_and_the_watermark_are_decoration() -> None:
    lines = {"header": ("Seite ", PageField.PAGE), "footer": ("von ", PageField.PAGES), "watermark": "Entwurf"}
    found = written(p("a"), PageBreak(), p("b"), **lines)
    assert [[kind for kind, _ in page] for page in found.decoration] == [["/Watermark", "/Header", "/Footer"]] * 2
    assert squeezed(found.root.text()) == "ab"


@pytest.mark.parametrize("typeface", Typeface)
@pytest.mark.parametrize("size", [0, 14])
def test_typeface_and_size_change_no_word(typeface: Typeface, size: float) -> None:
    sample = replace(SAMPLES[Look.DRUCK](), typeface=typeface, size=size)
    data = pdf.render(sample)
    assert squeezed(read(data).root.text()) == squeezed(read(pdf.render(SAMPLES[Look.DRUCK]())).root.text())
    with pikepdf.open(BytesIO(data)) as file:
        names = {str(font.BaseFont) for page in file.pages for font in page.Resources.Font.values()}
    assert any("Serif" in name for name in names) is (typeface is Typeface.SERIF)


def test_blocks_are_found_on_their_pages() -> None:
    wide = Table(((cell("a"), cell("b", colspan=2)),), "", (1, 1, 1))
    blocks = (
        PageBreak(),
        p("a"),
        PageBreak(),
        PageBreak(),
        h(2, "b"),
        bullets(),
        PageBreak(),
        wide,
        PageBreak(),
        p("c"),
    )
    _, pages = pdf.render_with_places(document(*blocks))
    assert pages == {0: 1, 1: 1, 2: 1, 3: 1, 4: 2, 5: 2, 6: 2, 7: 3, 8: 3, 9: 4}


def test_the_first_words_of_a_row_head_it_where_no_cell_is_said_to() -> None:
    rows = ((cell("Erika Muster"), cell("SPD")), (cell(""), cell("CDU")), (cell("Gäste", colspan=2),))
    names = Table(rows, "Anwesende", (1, 1), TableRole.LIST)
    head = (cell("Vorschlag", Scope.COLUMN), cell("Stimmen", Scope.COLUMN))
    counted = Table((head, (cell("Muster", Scope.ROW), cell("6"))), "Wahl", (1, 1), TableRole.GRID, 1)
    found = written(names, counted)
    assert tags(found.root) == [
        "Document",
        ["Table", ["TR", "TH", "TD"], ["TR", "TD", "TH"], ["TR", "TD"]],
        ["Table", ["THead", ["TR", "TH", "TH"]], ["TBody", ["TR", "TD", "TD"]]],  # no more headers than data
    ]
    assert {str(part.raw.A.Scope) for part in only(found, "TH") if part.text() in ("Erika Muster", "CDU")} == {"/Row"}


def test_lines_below_one_another_in_a_cell_are_read_apart() -> None:
    found = written(Table(((cell("Vorsitz:", Scope.ROW), cell("Frau Muster\nHerr Beispiel")),), "Sitzung", (1, 2)))
    assert tags(found.root) == ["Document", ["Table", ["TR", "TH", ["TD", "P", "P"]]]]


def test_a_table_without_words_is_nothing() -> None:
    assert tags(written(Table(((cell(""), cell(" ")),), "leer", (1, 1), TableRole.LIST), p("a")).root) == [
        "Document",
        "P",
    ]


def test_each_element_knows_its_page() -> None:
    found = written(p("a"), PageBreak(), votes())
    second = found.file.pages[1].obj.objgen
    assert all(part.raw.Pg.objgen == second for part in only(found, "Table")[0].walk() if part.text())


def test_one_column_without_a_title_is_a_list() -> None:
    found = written(Table(((cell("Frau Muster"),), (cell("Herr Beispiel"),)), "Gäste", (1,), TableRole.LIST))
    assert tags(found.root) == ["Document", ["L", ["LI", "LBody"], ["LI", "LBody"]]]
    assert str(only(found, "L")[0].raw.A.ListNumbering) == "/None"


def test_an_empty_point_of_a_list_is_still_one() -> None:
    assert tags(written(ListBlock((ListItem(r("")),))).root) == ["Document", ["L", ["LI", "Lbl", "LBody"]]]
