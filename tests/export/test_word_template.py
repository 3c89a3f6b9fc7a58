"""The office's own Word template: it stays what it is, the document stands in it, what is wrong stops the export."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from desktop.export import word
from desktop.export.document import Document, Figure, Heading, Look, ParagraphRole
from desktop.export.template_errors import Finding, Place, TemplateError, TemplateProblem
from desktop.export.word.package import zipped
from tests.export.letterhead import VALUES, letterhead, logo, of_python_docx, paragraph, run, templates, with_part
from tests.export.samples import SAMPLES, bullets, document, h, p, squeezed, votes
from tests.export.test_word import parts, text_of

W = nsdecls("w")
TEXT_BOX = (
    "<w:p><w:r><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml'><v:textbox><w:txbxContent>{}</w:txbxContent>"
    "</v:textbox></v:shape></w:pict></w:r></w:p>"
)


def filled(template: bytes, *blocks: Any, **more: object) -> Any:
    made = document(*(blocks or (p("Inhalt der Sitzung"),)), placeholders=VALUES, **more)
    return docx.Document(BytesIO(word.render(made, template)))


def wrong(template: bytes) -> Finding:
    with pytest.raises(TemplateError) as caught:
        filled(template)
    return caught.value.finding


def text_in(element: Any) -> str:
    return "".join(one.text or "" for one in element.iter(qn("w:t")))


def saved(file: Any) -> bytes:
    target = BytesIO()
    file.save(target)
    return target.getvalue()


def running(file: Any) -> tuple[str, ...]:
    section = file.sections[0]
    places = (section.first_page_header, section.header, section.first_page_footer, section.footer)
    return tuple(text_in(place.part.element) for place in places)


def test_the_document_stands_where_the_template_has_its_content() -> None:
    assert text_of(filled(letterhead())) == (
        "Zu: 14. Sitzung des Hauptausschusses, Hafenstraße 30, 99999 Eiderfleth"
        "Inhalt der Sitzung"
        "Diese Seiten wurden elektronisch erstellt."
    )


@pytest.mark.parametrize("texts", [(), ("Anschreiben",)])
def test_without_a_place_for_it_the_document_stands_at_the_end(texts: tuple[str, ...]) -> None:
    assert [one.text for one in filled(of_python_docx(*texts)).paragraphs] == [*texts, "Inhalt der Sitzung"]


def test_placeholders_are_filled_in_headers_and_footers_however_they_are_cut_up() -> None:
    first, others, foot_first, foot = running(filled(letterhead()))
    assert first == "Stadt EiderflethDer BürgermeisterAuskunft: Frau Deichgräf, Zimmer 12"
    assert (others, foot_first) == ("Hauptausschuss · 28.10.2021", "Eiderfleth, Am Deich 1 · Sparkasse Eiderfleth")
    assert foot == "HA/14/XIII · gedruckt 29.10.2021 · Seite 1 von 1"


def test_page_numbers_are_fields_in_the_style_of_the_placeholder() -> None:
    foot = paragraph(run("S. {{seite}}{{seiten}} Ende", "<w:b/>"), style="Fuzeile")
    element = filled(letterhead(foot=foot)).sections[0].footer.part.element
    assert [code.text.strip() for code in element.iter(qn("w:instrText"))] == ["PAGE", "NUMPAGES"]
    assert all(one.find(f"{qn('w:rPr')}/{qn('w:b')}") is not None for one in element.iter(qn("w:r")))
    assert text_in(element) == "S. 11 Ende"


def test_title_and_status_are_those_of_the_document() -> None:
    template = of_python_docx("{{titel}} ({{Status}})")
    assert filled(template, title="Auszug", status="Entwurf").paragraphs[0].text == "Auszug (Entwurf)"


def test_text_boxes_and_tables_are_filled_too() -> None:
    cell = f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>{paragraph(run('{{datum}}'))}</w:tc></w:tr></w:tbl>"
    file = filled(letterhead(body=(), more=TEXT_BOX.format(paragraph(run("{{gremium}}"))) + cell + paragraph()))
    assert text_in(file.element.body) == "Hauptausschuss28.10.2021Inhalt der Sitzung"


def test_braces_in_what_people_wrote_are_text() -> None:
    assert "{{gremium}} {{" in text_of(filled(letterhead(), p("{{gremium}} {{")))


@pytest.mark.parametrize(
    ("template", "finding"),
    [
        (letterhead(others=paragraph(run("{{gremum}}"))), ("{{gremum}}", Place.HEADER, 0)),
        (letterhead(first=paragraph(run("{{x}}"))), ("{{x}}", Place.HEADER_FIRST, 0)),
        (letterhead(foot=paragraph(run("{{x}}"))), ("{{x}}", Place.FOOTER, 0)),
        (letterhead(body=(paragraph(), paragraph(run("{{"), run("x}}")))), ("{{x}}", Place.TEXT, 2)),
        (letterhead(body=(TEXT_BOX.format(paragraph(run("{{x}}"))),)), ("{{x}}", Place.TEXT_BOX, 0)),
        (
            letterhead(more=f"<w:tbl><w:tr><w:tc>{paragraph(run('{{x}}'))}</w:tc></w:tr></w:tbl>"),
            ("{{x}}", Place.TABLE, 0),
        ),
    ],
)
def test_an_unknown_placeholder_stops_with_its_name_and_place(template: bytes, finding: tuple[str, Place, int]) -> None:
    assert wrong(template) == Finding(TemplateProblem.UNKNOWN_PLACEHOLDER, *finding)


@pytest.mark.parametrize(
    ("text", "shown"), [("am {{datum}", "{{datum}"), ("am datum}} und mehr", "am datum}}"), ("{{datum", "{{datum")]
)
def test_half_a_placeholder_stops_too(text: str, shown: str) -> None:
    found = wrong(letterhead(others=paragraph(run(text))))
    assert found == Finding(TemplateProblem.HALF_OPEN, shown, Place.HEADER)


def test_the_content_stands_alone_and_once() -> None:
    twice = letterhead(body=(paragraph(run("{{inhalt}}")),) * 2)
    assert wrong(twice) == Finding(TemplateProblem.CONTENT_TWICE, "{{inhalt}}", Place.TEXT, 2)
    for template in (
        letterhead(body=(paragraph(run("Siehe {{inhalt}}")),)),
        letterhead(others=paragraph(run("{{inhalt}}"))),
    ):
        assert wrong(template).problem is TemplateProblem.CONTENT_NOT_ALONE


def test_styles_of_the_template_win_and_missing_ones_come_along() -> None:
    file = filled(letterhead(), h(1, "Titel"), h(3, "Punkt"), p("Text"), votes())
    styles = {one.style.name: one.style for one in file.paragraphs}
    assert styles["Heading 2"].style_id == "berschrift2"
    assert styles["Heading 2"].font.color.rgb == docx.shared.RGBColor(0x1F, 0x4F, 0x8A)
    assert styles["Body Text"].style_id == "BodyText2", "the id was taken by another style"
    assert styles["Body Text"].base_style.style_id == "Standard"
    assert styles["Body Text"].font.size.pt == 12, "the text is as large as the template's own"
    ids = [style.style_id for style in file.styles]
    assert len(ids) == len(set(ids))
    used = {one.get(qn("w:val")) for one in file.element.iter(qn("w:pStyle"), qn("w:tblStyle"), qn("w:rStyle"))}
    assert used <= set(ids)


def test_lists_do_not_touch_the_lists_of_the_template() -> None:
    numbering = filled(letterhead(), bullets(), bullets()).part.numbering_part.element
    kinds = [int(one.get(qn("w:abstractNumId"))) for one in numbering.iterchildren(qn("w:abstractNum"))]
    lists = [one.numId for one in numbering.num_lst]
    assert (kinds, lists) == ([3, 4, 5], [1, 2, 3, 4])
    assert [one.tag for one in numbering] == [qn("w:abstractNum")] * 3 + [qn("w:num")] * 4


def test_headings_that_count_in_the_template_do_not_count_our_numbers_again() -> None:
    inside = parts(letterhead())
    counting = inside["word/styles.xml"].replace(
        b"<w:pPr><w:keepNext/>", b"<w:pPr><w:keepNext/><w:numPr><w:numId w:val='1'/></w:numPr>"
    )
    file = filled(with_part(letterhead(), "word/styles.xml", counting), h(3, "Ö 3.2 Haushalt"), bullets())
    heading = next(one for one in file.paragraphs if one.style.name == "Heading 2")
    assert heading._p.pPr.numPr.numId.val == 0
    assert all(one._p.pPr.numPr.numId.val > 1 for one in file.paragraphs if one.style.name == "List Bullet")
    assert filled(letterhead(), h(3, "x")).paragraphs[1]._p.pPr.numPr is None


def test_own_running_lines_are_added_only_where_the_template_has_none() -> None:
    header = ("Stadt Eiderfleth",)
    assert "Ausdruck vom" not in "".join(running(filled(letterhead(), header=header)))
    bare = filled(of_python_docx(), header=header)
    assert text_in(bare.sections[0].header.part.element) == "Stadt Eiderfleth"
    assert "Ausdruck vom" in text_in(bare.sections[0].footer.part.element)


def test_the_letterhead_stands_once() -> None:
    blocks = (Figure(logo(), "Wappen", 50), p("Stadt Eiderfleth", ParagraphRole.OFFICE), h(1, "Auszug"))
    assert "Stadt Eiderfleth" not in text_of(filled(letterhead(), *blocks))
    assert len(filled(letterhead(), *blocks).inline_shapes) == 0
    assert "Stadt EiderflethAuszug" in text_of(filled(of_python_docx(), *blocks))


def test_a_draft_is_marked_on_the_first_page_and_on_all_others() -> None:
    section = filled(letterhead(), watermark="Entwurf").sections[0]
    for place in (section.first_page_header, section.header):
        assert b'string="Entwurf"' in place.part.blob
    assert text_in(section.header.part.element) == "Hauptausschuss · 28.10.2021"


def test_tables_are_as_wide_as_the_line_of_the_template() -> None:
    table = filled(letterhead(), votes()).tables[0]
    assert sum(column.width.pt for column in table.columns) == pytest.approx((11906 - 1418 - 1134) / 20, abs=0.2)


def test_nothing_of_the_makers_of_the_template_goes_along() -> None:
    inside = parts(word.render(document(p("a")), letterhead()))
    assert not any(b"rsid" in content or b"eheim" in content for content in inside.values())
    inside = parts(word.render(document(p("a")), of_python_docx()))
    assert not any("customXml" in name or "thumbnail" in name or "WithEffects" in name for name in inside)
    assert not any(b"python-docx" in content for content in inside.values())


def test_the_language_of_the_document_is_that_of_the_file() -> None:
    styles = filled(letterhead()).styles.element
    assert styles.find(f"{qn('w:docDefaults')}//{qn('w:lang')}").get(qn("w:val")) == "de-DE"


def test_no_style_of_the_template_says_another_language() -> None:
    foreign = letterhead()
    sheet = parts(foreign)["word/styles.xml"].replace(
        b"<w:sz w:val='24'/>", b"<w:sz w:val='24'/><w:lang w:val='en-US'/>"
    )
    styles = filled(with_part(foreign, "word/styles.xml", sheet)).styles.element
    assert [one.get(qn("w:val")) for one in styles.iter(qn("w:lang"))] == ["de-DE"]


def test_what_nobody_sees_in_the_template_does_not_go_along() -> None:
    picture, notes = BytesIO(), PngInfo()
    notes.add_text("Author", "Geheim")
    Image.new("RGB", (9, 9)).save(picture, "PNG", pnginfo=notes)
    hidden = paragraph(run("Geheim", "<w:vanish/>") + run("Offen", "<w:vanish w:val='0'/>"), style="Versteckt")
    template = with_part(letterhead(more=hidden + paragraph(run("Geheim"), style="Versteckt")), "word/media/wappen.png",
                         picture.getvalue())  # fmt: skip
    inside = parts(template)
    style = b"<w:style w:type='paragraph' w:styleId='Versteckt'><w:name w:val='V'/><w:rPr><w:vanish/></w:rPr></w:style>"
    changes = {
        "word/styles.xml": (b"</w:styles>", style + b"</w:styles>"),
        "word/settings.xml": (b"<w:rsids>", b"<w:documentProtection w:edit='readOnly' w:enforcement='1'/><w:rsids>"),
        "word/header1.xml": (b"id='7' name='W'", rb"id='7' name='W' descr='C:\Users\Geheim\w.png'"),
    }
    for name, (old, new) in changes.items():
        assert old in inside[name]
        template = with_part(template, name, inside[name].replace(old, new))
    made = parts(word.render(document(p("a")), template))
    assert not any(word in content for content in made.values() for word in (b"Geheim", b"documentProtection"))
    assert b"Offen" in made["word/document.xml"]
    assert b"Wappen der Stadt Eiderfleth" in made["word/header1.xml"]


def test_words_are_hidden_by_whatever_their_style_is_based_on_and_wherever_they_stand() -> None:
    file = docx.Document()
    kinds = (("Versteckt", WD_STYLE_TYPE.PARAGRAPH), ("Kind", WD_STYLE_TYPE.PARAGRAPH),
             ("Offen", WD_STYLE_TYPE.PARAGRAPH), ("Tabelle", WD_STYLE_TYPE.TABLE))  # fmt: skip
    styles = {name: file.styles.add_style(name, kind) for name, kind in kinds}
    styles["Versteckt"].font.hidden = styles["Tabelle"].font.hidden = True
    styles["Offen"].font.hidden = False
    styles["Kind"].base_style, styles["Offen"].base_style = styles["Versteckt"], styles["Kind"]
    file.add_paragraph("Geheim", style="Kind")
    file.add_paragraph("Sichtbar", style="Offen")
    table = file.add_table(1, 1, style="Tabelle")
    table.cell(0, 0).text = "Geheim"
    for inside in (f"<w:hyperlink {W}>{run('Geheim')}</w:hyperlink>", f"<w:smartTag {W}>{run('Geheim')}</w:smartTag>"):
        file.add_paragraph(style="Kind")._p.append(parse_xml(inside))
    box = parse_xml(f"<w:r {W}><w:rPr><w:vanish/></w:rPr><w:pict><w:txbxContent>{paragraph(run('Geheim'))}"
                    "</w:txbxContent></w:pict></w:r>")  # fmt: skip
    file.add_paragraph()._p.append(box)
    assert text_in(filled(saved(file)).element.body) == "SichtbarInhalt der Sitzung"


def test_what_nobody_sees_in_footnotes_stays_out_too() -> None:
    file, name, kind = docx.Document(), PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES
    words = paragraph(run("Geheim", "<w:vanish/>") + run("Quelle"))
    notes = f"<w:footnotes {W}><!-- Geheim --><w:footnote w:id='1'>{words}</w:footnote></w:footnotes>"
    file.part.relate_to(Part(name, kind, notes.encode(), file.part.package), RELATIONSHIP_TYPE.FOOTNOTES)
    made = parts(word.render(document(p("a")), saved(file)))["word/footnotes.xml"]
    assert b"Quelle" in made
    assert not any(word in made for word in (b"Geheim", b"00AB12CD"))


@pytest.mark.parametrize(
    ("words", "stay"),
    [
        ("/Users/geheim/Desktop/Wappen", False),
        ("Bild aus ~/bilder/wappen", False),
        ("logo.jpg", False),
        ("Wappen (neu).PNG", False),
        ("Wappen der Stadt/Gemeinde Eiderfleth, 1/2 so groß", True),
        ("Zu sehen auf https://www.eiderfleth.example/wappen/", True),
    ],
)
def test_words_about_a_picture_stay_unless_they_name_its_file(words: str, stay: bool) -> None:
    template = letterhead()
    header = parts(template)["word/header1.xml"].replace(b"Wappen der Stadt Eiderfleth", words.encode())
    made = parts(word.render(document(p("a")), with_part(template, "word/header1.xml", header)))
    assert (words.encode() in made["word/header1.xml"]) is stay


def with_picture(kind: str, **more: Any) -> bytes:
    file, picture = docx.Document(), BytesIO()
    Image.new("RGB", (9, 9), "red").save(picture, kind, **more)
    file.sections[0].header.paragraphs[0].add_run().add_picture(picture)
    return saved(file)


@pytest.mark.parametrize(
    ("kind", "more"), [("GIF", {"comment": b"Geheim"}), ("TIFF", {"tiffinfo": {315: "Geheim"}}), ("BMP", {})]
)
def test_pictures_of_old_kinds_become_png_that_tell_nothing(kind: str, more: dict[str, Any]) -> None:
    made = word.render(document(p("a")), with_picture(kind, **more))
    assert not any(b"Geheim" in content for content in parts(made).values())
    (header,) = [
        part for part in docx.Document(BytesIO(made)).part.package.iter_parts() if "image" in part.content_type
    ]
    assert header.content_type == "image/png"
    assert header.partname.endswith(".png")
    with Image.open(BytesIO(header.blob)) as picture:
        assert (picture.format, picture.convert("RGB").getpixel((4, 4))) == ("PNG", (255, 0, 0))


def test_of_a_picture_in_two_kinds_the_one_that_can_be_cleaned_stays() -> None:
    file = docx.Document(BytesIO(with_picture("PNG")))
    header = file.sections[0].header.part
    name, main = PackURI("/word/media/image2.svg"), "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
    key = header.relate_to(Part(name, "image/svg+xml", b"<svg>Geheim</svg>", header.package), RELATIONSHIP_TYPE.IMAGE)
    (blip,) = header.element.iter(qn("a:blip"))
    twin = f"<s:svgBlip xmlns:s='{main}' {nsdecls('r')} r:embed='{key}'/>"
    blip.append(parse_xml(f"<a:extLst {nsdecls('a')}><a:ext uri='{{96}}'>{twin}</a:ext></a:extLst>"))
    made = parts(word.render(document(p("a")), saved(file)))
    assert [one for one in made if "media" in one] == ["word/media/image1.png"]
    assert not any(b"svg" in content for content in made.values())


@pytest.mark.parametrize("kind", ["image/x-emf", "image/svg+xml", "application/octet-stream"])
def test_pictures_nobody_can_clean_are_refused(kind: str) -> None:
    types = parts(letterhead())["[Content_Types].xml"].replace(b"image/png", kind.encode())
    assert wrong(with_part(letterhead(), "[Content_Types].xml", types)) == Finding(
        TemplateProblem.EMBEDDED, "wappen.png"
    )


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        ("FILENAME \\p", TemplateProblem.FIELD),
        ("HYPERLINK file:///C:/x.docx", TemplateProblem.FIELD),
        ("IF {{amt}} = x", TemplateProblem.MISPLACED),
    ],
)
def test_fields_that_look_elsewhere_are_refused(code: str, problem: TemplateProblem) -> None:
    runs = "".join(f"<w:r><w:instrText>{part}</w:instrText></w:r>" for part in (code[:4], code[4:]))
    assert wrong(letterhead(others=paragraph(runs))).problem is problem
    assert wrong(letterhead(foot=f"<w:p><w:fldSimple w:instr='{code}'/></w:p>")).name


def test_the_content_may_stand_in_a_content_control() -> None:
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph(run('{{inhalt}}'))}</w:sdtContent></w:sdt>"
    file = filled(letterhead(body=(paragraph(run("Vor")), control)), p("Inhalt"), votes())
    assert text_of(file).startswith("VorInhalt")
    assert not list(file.element.iter(qn("w:sdt")))


@pytest.mark.parametrize(("look", "name"), list(zip(Look, templates(), strict=True)))
def test_every_look_has_its_whole_text_in_every_template(look: Look, name: str) -> None:
    made: Document = SAMPLES[look]()
    first = next(place for place, block in enumerate(made.blocks) if isinstance(block, Heading))
    made = replace(made, placeholders=VALUES, blocks=made.blocks[first:])
    own = text_of(docx.Document(BytesIO(word.render(made))))
    inside = word.render(made, templates()[name])
    assert squeezed(own) in squeezed(text_of(docx.Document(BytesIO(inside))))
    assert inside == word.render(made, templates()[name])


def bad() -> Iterator[tuple[TemplateProblem, bytes]]:
    good = letterhead()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    link = f'<Relationship Id="rId90" Type="{kind}/%s" Target="%s"/></Relationships>'.encode()
    relations = parts(good)["word/_rels/document.xml.rels"]

    def related(kind: bytes, target: bytes) -> bytes:
        more = link % (kind, target)
        return with_part(good, "word/_rels/document.xml.rels", relations.replace(b"</Relationships>", more))

    yield TemplateProblem.NOT_DOCX, b"kein Word"
    yield TemplateProblem.NOT_DOCX, good[:2000]
    yield TemplateProblem.NOT_DOCX, with_part(good, "word/document.xml", b"<w:document")
    yield TemplateProblem.TOO_LARGE, with_part(good, "word/media/x.png", b"0" * 5_000_000)
    yield TemplateProblem.TOO_LARGE, zipped({f"{number}.xml": b"" for number in range(2_001)})
    yield TemplateProblem.DOCTYPE, with_part(good, "word/x.xml", b"<!DOCTYPE x [<!ENTITY a 'a'>]><x/>")
    yield TemplateProblem.DOCTYPE, with_part(good, "word/x.xml", "<!DOCTYPE x><x/>".encode("utf-16"))
    yield TemplateProblem.MACROS, with_part(good, "word/vbaProject.bin", b"x")
    yield TemplateProblem.CHANGES, letterhead(more=f"<w:p><w:ins w:id='1' w:author='x'>{run('x')}</w:ins></w:p>")
    yield TemplateProblem.EXTERNAL, related(b"image", b'https://example.org/x.png" TargetMode="External')
    yield TemplateProblem.EXTERNAL, related(b"hyperlink", b'file:///C:/x.docx" TargetMode="External')
    embedded = with_part(related(b"oleObject", b"embeddings/x.bin"), "word/embeddings/x.bin", b"x")
    types = parts(good)["[Content_Types].xml"]
    binary = b'<Default Extension="bin" ContentType="application/octet-stream"/></Types>'
    yield TemplateProblem.EMBEDDED, with_part(embedded, "[Content_Types].xml", types.replace(b"</Types>", binary))


@pytest.mark.parametrize(
    ("problem", "template"), [pytest.param(*one, id=f"{n}-{one[0]}") for n, one in enumerate(bad())]
)
def test_what_must_not_be_opened_is_refused(problem: TemplateProblem, template: bytes) -> None:
    assert wrong(template).problem is problem


def test_a_template_file_of_word_and_links_that_people_follow_are_fine() -> None:
    good = letterhead()
    types = parts(good)["[Content_Types].xml"].replace(b"document.main+xml", b"template.main+xml")
    inside = parts(word.render(document(p("a")), with_part(good, "[Content_Types].xml", types)))
    assert b"template.main" not in inside["[Content_Types].xml"]
