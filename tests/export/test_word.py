"""The DOCX: real headings, lists, header rows and fields, nothing of other programs, the same bytes every time."""

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given
from lxml import etree

from desktop.export import word
from desktop.export.document import (
    Align,
    Block,
    Cell,
    Figure,
    Look,
    PageBreak,
    PageField,
    Paragraph,
    ParagraphRole,
    Rule,
    Run,
    Scope,
    Table,
    TableRole,
    cell,
)
from desktop.export.word import names
from desktop.models.profiles import Typeface
from tests.export.letterhead import VALUES, letterhead, logo, of_python_docx
from tests.export.samples import (
    LONG,
    SAMPLES,
    TEXTS,
    bullets,
    document,
    fields,
    h,
    of_texts,
    p,
    r,
    signatures,
    squeezed,
    votes,
)


def read(*blocks: Block, **more: object) -> Any:
    return docx.Document(BytesIO(word.render(document(*blocks, **more))))  # type: ignore[arg-type]


def parts(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def text_of(file: Any) -> str:
    """All text in reading order; breaks and tabs are white space."""
    pieces = {qn("w:t"): lambda element: element.text or "", qn("w:br"): lambda _: "\n", qn("w:tab"): lambda _: "\t"}
    return "".join(pieces[element.tag](element) for element in file.element.body.iter(*pieces))


def numbers(file: Any) -> Iterator[tuple[str, int, int]]:
    for paragraph in file.paragraphs:
        if (found := paragraph._p.pPr.numPr) is not None:
            yield paragraph.text, found.numId.val, found.ilvl.val


def test_headings_are_words_own() -> None:
    found = [paragraph.style.name for paragraph in read(*(h(level, "x") for level in range(1, 8))).paragraphs]
    assert found == ["Title", "Heading 1", "Heading 2", "Heading 3", "Heading 4", "Heading 4", "Heading 4"]


def test_headings_stay_with_what_follows() -> None:
    file = read(h(1, "x"))
    assert all(file.styles[name].paragraph_format.keep_with_next for name in ("Title", "Heading 1", "Heading 4"))


def test_roles_have_styles_of_their_own() -> None:
    found = [paragraph.style.name for paragraph in read(*(p("x", role) for role in ParagraphRole)).paragraphs]
    assert found == [names.ROLES[role][1] for role in ParagraphRole]


def test_only_paragraphs_that_ask_stay_with_the_next() -> None:
    file = read(p("a", keep=True), p("b"), p("c", keep=True))
    assert [bool(paragraph.paragraph_format.keep_with_next) for paragraph in file.paragraphs] == [True, False, False]


def test_the_last_lines_stay_with_the_signatures() -> None:
    for end in (p("Ende."), bullets()):
        file = read(end, Rule(), p("Tornau, den 5.", keep=True), signatures())
        kept = [bool(paragraph.paragraph_format.keep_with_next) for paragraph in file.paragraphs]
        assert kept[-4:] == [True, True, True, False], "the last one is the gap behind the table"


def test_ordered_lists_start_where_they_should_and_count_for_themselves() -> None:
    file = read(bullets(), bullets())
    assert [(text, level) for text, _, level in numbers(file)][1:5] == [
        ("Die Satzungen werden vorher geprüft:", 0),
        ("Gebühren", 1),
        ("Strafen", 1),
        ("nebenbei", 1),
    ]
    ordered = [number for text, number, _ in numbers(file) if text in {"Gebühren", "Strafen"}]
    assert ordered[0] == ordered[1] != ordered[2] == ordered[3]
    starts = {
        num.numId: num.find(qn("w:lvlOverride")).find(qn("w:startOverride")).get(qn("w:val"))
        for num in file.part.numbering_part.element.num_lst
        if num.numId in ordered
    }
    assert starts == dict.fromkeys(ordered, "3")


def test_typed_numbers_are_text() -> None:
    file = read(h(2, "Ö 3.2 Haushalt"), p("1. Die Hafenordnung"))
    assert list(numbers(file)) == []
    assert text_of(file) == "Ö 3.2 Haushalt1. Die Hafenordnung"


def test_a_further_paragraph_of_a_list_item_stands_below_it() -> None:
    further = next(paragraph for paragraph in read(bullets()).paragraphs if paragraph.text == "Auch die der Segler.")
    assert further.style.name == "List Continue"
    assert further.paragraph_format.left_indent.pt == 36


def test_header_rows_come_again_and_rows_stay_whole() -> None:
    rows = read(votes()).tables[0]._tbl.tr_lst
    assert [row.trPr.find(qn("w:tblHeader")) is not None for row in rows] == [True, False, False, False, False]
    assert all(row.trPr.find(qn("w:cantSplit")) is not None for row in rows)


def test_a_very_tall_row_may_be_broken() -> None:
    row = read(Table(((cell(LONG * 10),),), "T", (1.0,))).tables[0]._tbl.tr_lst[0]
    assert row.find(qn("w:trPr")) is None


def test_a_vote_stays_whole_with_heading_and_result() -> None:
    file = read(h(4, "Abstimmungsergebnis:"), votes(), p("einstimmig", ParagraphRole.VERDICT), votes(), p("weiter"))
    kept = [
        [all(paragraph.paragraph_format.keep_with_next for paragraph in row.cells[0].paragraphs) for row in table.rows]
        for table in file.tables
    ]
    assert kept == [[True] * 5, [True] * 4 + [False]]


def test_tables_say_what_they_hold() -> None:
    properties = read(votes()).tables[0]._tbl.tblPr
    assert properties.find(qn("w:tblCaption")).get(qn("w:val")) == "Abstimmung nach Fraktionen"
    look = properties.find(qn("w:tblLook"))
    assert (look.get(qn("w:firstRow")), look.get(qn("w:firstColumn"))) == ("1", "1")


@pytest.mark.parametrize("role", TableRole)
def test_tables_are_as_wide_as_the_line_and_styled_by_role(role: TableRole) -> None:
    table = read(Table(((cell("a"), cell("b")),), "T", (1.0, 3.0), role)).tables[0]
    widths = [column.width.pt for column in table.columns]
    assert table.style.name == names.table(role)[1]
    assert sum(widths) == pytest.approx(165 / 25.4 * 72, abs=0.2)
    assert widths[1] == pytest.approx(3 * widths[0], abs=0.2)


def test_wide_cells_alignment_and_several_paragraphs() -> None:
    row = (Cell((r("a"), r("b")), colspan=2, align=Align.RIGHT), cell("c"))
    below = (cell("d"), cell("e"), cell("f"))
    found = read(Table((row, below), "T", (1.0, 1.0, 1.0))).tables[0].rows[0].cells
    assert [one.text for one in found] == ["a\nb", "a\nb", "c"]
    assert found[0].paragraphs[0].alignment == 2


def test_cells_are_styled_by_what_they_head() -> None:
    row = (cell("a", Scope.COLUMN), cell("b", Scope.ROW), cell("c"))
    found = read(Table((row,), "T", (1.0, 1.0, 1.0))).tables[0].rows[0].cells
    assert [one.paragraphs[0].style.name for one in found] == [
        "Minutes Grid Head",
        "Minutes Grid Label",
        "Minutes Grid Text",
    ]


def test_signatures_have_a_line_to_sign_on() -> None:
    file = read(signatures())
    assert [one.paragraphs[0].style.name for one in file.tables[0].rows[0].cells] == ["Minutes Signature"] * 2
    assert file.styles["Minutes Signature"].element.find(f".//{qn('w:pBdr')}/{qn('w:top')}") is not None


def test_tables_never_grow_together() -> None:
    body = read(votes(), fields(("a", "b")), PageBreak(), votes()).element.body
    tags = [element.tag.rpartition("}")[2] for element in body]
    assert tags == ["tbl", "p", "tbl", "p", "tbl", "p", "sectPr"]
    assert body[3].pPr.find(qn("w:pageBreakBefore")) is not None


def test_a_page_break_belongs_to_what_follows() -> None:
    file = read(PageBreak(), p("a"), PageBreak(), p("b"), PageBreak())
    assert [bool(paragraph.paragraph_format.page_break_before) for paragraph in file.paragraphs] == [False, True]


def test_runs_breaks_and_tabs() -> None:
    runs = (Run("fett", bold=True), Run(" kursiv\nneu\tTab ", italic=True), Run("  "))
    paragraph = read(Paragraph(runs)).paragraphs[0]
    assert [(run.text, bool(run.bold), bool(run.italic)) for run in paragraph.runs] == [
        ("fett", True, False),
        (" kursiv\nneu\tTab ", False, True),
        ("  ", False, False),
    ]


def test_the_footer_has_fields_for_the_pages() -> None:
    footer = read(p("a")).sections[0].footer
    codes = [element.text.strip() for element in footer._element.iter(qn("w:instrText"))]
    assert codes == ["PAGE", "NUMPAGES"]
    assert footer.paragraphs[0].text == "HA/14/XIII | Ausdruck vom: 29.10.2021 | Seite: 1/1"


def test_the_language_stands_in_styles_and_properties() -> None:
    file = read(p("a"), language="de-AT")
    assert {place.get(qn("w:val")) for place in file.styles.element.iter(qn("w:lang"))} == {"de-AT"}
    assert file.core_properties.language == "de-AT"


def test_properties_are_the_documents() -> None:
    file = read(p("a"), title="T" * 300)
    properties = file.core_properties
    assert (properties.title, properties.subject) == ("T" * 255, "Sitzung des Hauptausschusses")
    assert properties.author == properties.last_modified_by == "Stadt Neuhaven"
    assert properties.created is not None
    assert properties.created.isoformat().startswith("2021-10-29T07:30:00")


@pytest.mark.parametrize("look", Look)
def test_nothing_of_other_programs_is_inside(look: Look) -> None:
    inside = parts(word.render(SAMPLES[look]()))
    assert set(inside) == {
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "word/document.xml",
        "word/_rels/document.xml.rels",
        "word/styles.xml",
        "word/numbering.xml",
        "word/settings.xml",
        "word/fontTable.xml",
        "word/footer1.xml",
    }
    assert not any(trace in content for content in inside.values() for trace in (b"python-docx", b"rsid", b"2013"))


def test_links_lead_out_and_are_styled_as_such() -> None:
    file = read(Paragraph((Run("Siehe "), Run("Seite", bold=True, link='https://x.example/a b?c="d"&e=1'), Run("."))))
    link = next(file.element.iter(qn("w:hyperlink")))
    relation = file.part.rels[link.get(qn("r:id"))]
    assert (relation.is_external, relation.target_ref) == (True, "https://x.example/a%20b?c=%22d%22&e=1")
    run = file.paragraphs[0].hyperlinks[0].runs[0]
    assert (run.text, run.style.name, run.bold) == ("Seite", "Hyperlink", True)


def test_one_address_is_one_relation_and_no_script_is_a_link() -> None:
    once = Run("a", link="mailto:x@y.example")
    file = read(Paragraph((once, once)), Table(((Cell(((once,),)),),), "T", (1.0,)))
    assert len({one.get(qn("r:id")) for one in file.element.iter(qn("w:hyperlink"))}) == 1
    assert next(read(Paragraph((Run("a", link="javascript:x"),))).element.iter(qn("w:hyperlink")), None) is None


def test_another_language_is_marked() -> None:
    run = read(Paragraph((Run("Rääs", language="frr"),))).paragraphs[0].runs[0]
    assert run._r.rPr.find(qn("w:lang")).get(qn("w:val")) == "frr"


def test_pictures_keep_their_proportions_and_say_what_they_show() -> None:
    file = read(Figure(logo(), "Wappen", 50), Figure(logo(), "", 5000))
    shown, decoration = file.inline_shapes
    assert (shown.width.pt, shown.height.pt) == (40, 50)
    assert decoration.width.pt == pytest.approx(165 / 25.4 * 72, abs=0.1), "no wider than the line"
    drawings = [shown._inline.docPr, decoration._inline.docPr]
    assert [(one.id, one.get("descr")) for one in drawings] == [(1, "Wappen"), (2, "")]
    assert [b"decorative" in etree.tostring(one) for one in drawings] == [False, True]


def test_header_watermark_and_status_of_a_draft() -> None:
    file = read(p("a"), header=("Stadt Neuhaven ", PageField.PAGE), watermark="Entwurf", status="Entwurf")
    header = file.sections[0].header
    assert header.paragraphs[0].text == "Stadt Neuhaven 1"
    assert b'string="Entwurf"' in header.part.blob
    assert file.core_properties.content_status == "Entwurf"
    assert read(p("a"), watermark="Entwurf").sections[0].header.paragraphs[0].text == ""


def test_typeface_and_size_of_the_house() -> None:
    styles = read(p("a"), typeface=Typeface.SERIF, size=12.0).styles
    assert styles["Body Text"].font.size.pt == 12
    fonts = styles.element.find(f"{qn('w:docDefaults')}//{qn('w:rFonts')}")
    assert fonts.get(qn("w:ascii")) == "Liberation Serif"


def test_tables_name_their_columns() -> None:
    properties = read(votes()).tables[0]._tbl.tblPr
    assert properties.find(qn("w:tblDescription")).get(qn("w:val")) == "Fraktion, Ja, Nein, Enthaltung"


def test_signatures_are_no_table_of_data() -> None:
    table = read(signatures()).tables[0]._tbl
    assert table.find(f".//{qn('w:tblHeader')}") is None
    assert table.tblPr.find(qn("w:tblLook")).get(qn("w:firstRow")) == "0"
    assert table.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == "Unterschriften"


#: the order that the schema of ECMA-376 demands, as far as the writer uses it
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs spacing ind jc outlineLvl",
    "rPr": "rStyle rFonts b bCs i iCs noProof color sz szCs u lang",
    "tblPr": "tblStyle tblW tblInd tblBorders tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tcPr": "tcW gridSpan tcBorders shd",
    "trPr": "cantSplit tblHeader",
    "sectPr": "headerReference footerReference pgSz pgMar titlePg",
    "style": "name basedOn next uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr tcPr",
    "tbl": "tblPr tblGrid tr",
    "tr": "trPr tc",
    "tc": "tcPr p",
    "tblBorders": "top left bottom right insideH insideV",
    "tcBorders": "top left bottom right",
    "tblCellMar": "top left bottom right",
    "pBdr": "top left bottom right between",
    "numPr": "ilvl numId",
    "numbering": "abstractNum num",
    "abstractNum": "nsid multiLevelType tmpl name lvl",
    "lvl": "start numFmt pStyle suff lvlText lvlJc pPr rPr",
    "num": "abstractNumId lvlOverride",
    "lvlOverride": "startOverride lvl",
    "styles": "docDefaults latentStyles style",
    "docDefaults": "rPrDefault pPrDefault",
    "settings": "zoom defaultTabStop characterSpacingControl compat themeFontLang decimalSymbol listSeparator",
    "font": "altName panose1 charset family pitch",
    "inline": "extent effectExtent docPr cNvGraphicFramePr graphic",
    "pic": "nvPicPr blipFill spPr",
}
#: elements that stand first where they stand at all
FIRST = {"pPr", "rPr", "tblPr", "trPr", "tcPr"}


@pytest.mark.parametrize("look", Look)
def test_elements_stand_in_the_order_of_the_schema(look: Look) -> None:
    sample = SAMPLES[look]()
    link = Paragraph((Run("x", link="https://example.org/", language="en", bold=True),))
    more = (Figure(logo(), "Wappen", 50), bullets(), votes(), link)
    made = replace(sample, blocks=(*sample.blocks, *more), watermark="Entwurf", header=("x",))
    for name, content in parts(word.render(made)).items():
        if not name.startswith("word/") or not name.endswith(".xml"):
            continue
        for element in etree.fromstring(content).iter(etree.Element):
            children = [etree.QName(child).localname for child in element]
            kind = etree.QName(element).localname
            if kind in ORDER:
                found = [ORDER[kind].split().index(child) for child in children]
                assert found == sorted(found), f"{name}: {etree.tostring(element)[:400]!r}"
            elif kind not in {"rPrDefault", "pPrDefault"}:
                assert not FIRST & set(children[1:]), f"{name}: {etree.tostring(element)[:400]!r}"
        if name == "word/document.xml":
            assert etree.QName(etree.fromstring(content)[0][-1]).localname == "sectPr"


def test_the_same_document_gives_the_same_bytes_at_any_time() -> None:
    data = word.render(SAMPLES[Look.DRUCK]())
    assert data == word.render(SAMPLES[Look.DRUCK]())
    with ZipFile(BytesIO(data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("look", Look)
def test_every_style_that_is_used_is_in_the_template(look: Look) -> None:
    file = docx.Document(BytesIO(word.render(SAMPLES[look]())))
    known = {style.style_id for style in file.styles}
    used = {element.get(qn("w:val")) for element in file.element.iter(qn("w:pStyle"), qn("w:tblStyle"))}
    assert used <= known
    assert all(
        names.cell(role, scope)[0] in known and names.table(role)[0] in known for role in TableRole for scope in Scope
    )


def test_odd_documents_are_written() -> None:
    ragged = Table(((cell("a", colspan=3),), (cell("b"),), ()), "", (1.0,), header_rows=3)
    assert text_of(read()) == ""
    assert text_of(read(Table((), "leer", ()), ragged, Rule(), footer=(), created="")) == "ab"


def test_a_megabyte_in_one_paragraph() -> None:
    text = LONG * 2500
    assert text_of(read(p(text))) == text


@given(TEXTS)
def test_any_text_comes_back(texts: list[str]) -> None:
    assert squeezed(text_of(docx.Document(BytesIO(word.render(of_texts(texts)))))) == squeezed("".join(texts))


@pytest.mark.proof
@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice")
def test_libreoffice_saves_the_same_again(tmp_path: Path) -> None:
    """With and without a template, and with one that LibreOffice made itself."""
    theirs = converted(tmp_path, "vorlage", of_python_docx("Zur {{sitzung}}", "{{inhalt}}"))
    for number, template in enumerate((None, letterhead(), theirs)):
        made = word.render(replace(SAMPLES[Look.DRUCK](), placeholders=VALUES, watermark="Entwurf"), template)
        before = docx.Document(BytesIO(made))
        after = docx.Document(BytesIO(converted(tmp_path, f"datei{number}", made)))
        assert squeezed(text_of(after)) == squeezed(text_of(before))
        assert [one.style.name for one in after.paragraphs] == [one.style.name for one in before.paragraphs]
        assert [text for text, *_ in numbers(after)] == [text for text, *_ in numbers(before)]


def converted(folder: Path, name: str, data: bytes) -> bytes:
    """The file as LibreOffice saves it again."""
    (folder / "alt").mkdir(exist_ok=True)
    (folder / "alt" / f"{name}.docx").write_bytes(data)
    home = f"-env:UserInstallation=file://{folder}/home"
    command = ["soffice", home, "--headless", "--convert-to", "docx", "--outdir", str(folder), f"alt/{name}.docx"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=180)
    return (folder / f"{name}.docx").read_bytes()
