"""The page: valid, closed in itself, readable by machines and screen readers."""

from html.parser import HTMLParser

import pytest
from hypothesis import given

from desktop.export import html
from desktop.export.document import (
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
from desktop.models.profiles import Typeface
from tests.export.samples import FOOTER, SAMPLES, TEXTS, bullets, document, fields, h, of_texts, p, r, squeezed, votes

VOID = {"meta", "br", "hr", "col", "img"}


class Page(HTMLParser):
    """Reads a page: tags with attributes, the text of the body, and whether every tag is closed in order."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.open: list[str] = []
        self.feed(page.decode())
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "body" in self.open:
            self.text += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def page(*blocks: Block, **more: object) -> Page:
    return Page(html.render(document(*blocks, **more)))  # type: ignore[arg-type]


def body(*blocks: Block) -> str:
    written = html.render(document(*blocks)).decode()
    return written.split("<main>\n")[1].split("\n</main>")[0]


def test_the_page_names_its_language_and_title() -> None:
    read = page(h(1, "Niederschrift"), title="Niederschrift der <14.> Sitzung")
    assert read.all("html") == [{"lang": "de-DE"}]
    assert (
        "<title>Niederschrift der &lt;14.&gt; Sitzung</title>"
        in html.render(document(title="Niederschrift der <14.> Sitzung")).decode()
    )


def test_nothing_is_loaded_and_nothing_runs() -> None:
    for sample in SAMPLES.values():
        read = Page(html.render(sample()))
        names = {tag for tag, _ in read.tags}
        assert not names & {"script", "link", "img", "iframe", "object", "a", "form"}
        assert not any(name.startswith("on") or name in {"src", "href"} for _, given in read.tags for name in given)


def test_text_is_never_markup() -> None:
    evil = '<script>alert("1")</script> & "x" <img src=x onerror=y>'
    read = page(h(1, evil), p(evil), bullets(), Table(((cell(evil),),), evil, (1.0,)), title=evil, author=evil)
    assert read.text.count(evil) == 3
    assert not read.all("script")
    assert read.all("ul")[-1]["aria-label"] == evil


def test_headings_can_be_led_to_each_by_its_own_name() -> None:
    read = page(h(1, "Niederschrift"), h(2, "Ö 3.2 Straßenbau & mehr"), h(2, "Ö 3.2 Straßenbau & mehr"), h(2, "…"))
    names = [attributes["id"] for tag, attributes in read.tags if tag in {"h1", "h2"}]
    assert names == ["niederschrift", "oe-3.2-strassenbau-mehr", "oe-3.2-strassenbau-mehr-2", "abschnitt"]


def test_a_link_leads_out_and_to_nothing_that_runs() -> None:
    address = "https://stadt.example/to020?a=1&b=2"
    assert body(Paragraph((Run("hier", link=address),))) == (
        '<p><a href="https://stadt.example/to020?a=1&amp;b=2">hier</a></p>'
    )
    assert body(Paragraph((Run("hier", link="javascript:alert(1)"),))) == "<p>hier</p>"


def test_words_in_another_language_say_so() -> None:
    assert body(Paragraph((Run("Město", language="hsb", bold=True),))) == (
        '<p><strong><span lang="hsb">Město</span></strong></p>'
    )


def test_a_picture_lies_in_the_page_and_says_what_it_shows() -> None:
    figure = Figure(b"\x89PNG", 'Wappen "alt"', 51)
    assert 'src="data:image/png;base64,iVBORw==" alt="Wappen &quot;alt&quot;"' in body(figure)


def test_notes_and_lines_to_sign_say_what_they_are() -> None:
    assert 'role="note"' in body(p("x", ParagraphRole.NOTE))
    signed = Table(((cell("Vorsitz"),),), "Unterschriften", (1.0,), TableRole.SIGNATURES)
    assert page(signed).all("table") == [{"class": "signatures", "role": "presentation"}]


def test_lines_in_one_column_are_a_list() -> None:
    lines = Table(((cell("Herr Ott"),), (cell("Frau Aal"),)), "Verwaltung", (1.0,), TableRole.LIST)
    read = page(lines)
    assert (read.all("ul"), len(read.all("li")), read.all("table")) == (
        [{"class": "list", "aria-label": "Verwaltung"}], 2, []
    )  # fmt: skip


def test_the_wording_of_a_motion_is_a_quotation() -> None:
    assert '<blockquote><p class="quote">x</p></blockquote>' in body(p("x", ParagraphRole.QUOTE))


def test_a_draft_is_marked_behind_the_text_and_in_the_properties() -> None:
    written = html.render(document(p("x"), watermark='Ent"wurf', status="Entwurf")).decode()
    assert 'content: "Ent\\000022wurf"' in written
    assert '<meta name="keywords" content="Entwurf">' in written
    assert "Entwurf" not in Page(written.encode()).text


def test_the_page_wears_the_type_of_the_house() -> None:
    written = html.render(document(p("x"), typeface=Typeface.SERIF, size=14)).decode()
    assert 'font: 11pt "Liberation Serif", "Times New Roman"' in written
    assert "p { font-size: 14pt;" in written


def test_runs_and_hard_breaks() -> None:
    runs = (Run("Ja", bold=True), Run(" und "), Run("nein\nweiter", italic=True))
    assert body(Paragraph(runs)) == "<p><strong>Ja</strong> und <em>nein<br>\nweiter</em></p>"


def test_roles_are_classes() -> None:
    assert body(p("x", ParagraphRole.VERDICT, keep=True)) == '<p class="verdict keep">x</p>'


def test_lists_are_lists_and_start_where_they_should() -> None:
    read = page(bullets())
    assert read.all("ol") == [{"start": "3"}]
    assert len(read.all("ul")) == 2
    assert len(read.all("li")) == 6


def test_header_cells_say_what_they_head() -> None:
    read = page(votes())
    assert [given["scope"] for given in read.all("th")] == ["col"] * 4 + ["row"] * 4
    assert read.all("table")[0]["aria-label"] == "Abstimmung nach Fraktionen"
    assert [tag for tag, _ in read.tags].index("thead") < [tag for tag, _ in read.tags].index("tbody")


def test_an_empty_header_is_an_ordinary_cell() -> None:
    assert body(Table(((Cell(scope=Scope.ROW), cell("a")),), "", ())).count("<td></td>") == 1


def test_a_cell_of_several_paragraphs_and_columns() -> None:
    written = body(Table(((Cell((r("a"), r("b")), colspan=2),), (cell("c"), cell("d"))), "", (1.0, 1.0)))
    assert '<td colspan="2"><p>a</p><p>b</p></td>' in written


def test_fields_label_by_row() -> None:
    assert '<th scope="row">Gremium:</th><td>Hauptausschuss</td>' in body(fields(("Gremium:", "Hauptausschuss")))


def test_a_page_break_belongs_to_what_follows_and_a_rule_is_decoration() -> None:
    assert body(PageBreak(), p("a"), PageBreak(), p("b"), Rule(), PageBreak()) == (
        '<p>a</p>\n<div class="page"><p>b</p></div>\n<hr role="presentation">'
    )


def test_the_footer_stays_out() -> None:
    assert str(FOOTER[0]) not in page(p("a"), footer=FOOTER).text
    assert PageField.PAGE in FOOTER


@pytest.mark.parametrize("look", Look)
def test_each_look_has_a_style_sheet_of_its_own(look: Look) -> None:
    written = html.render(SAMPLES[look]()).decode()
    others = [html.render(SAMPLES[other]()).decode() for other in Look if other is not look]
    style = written.split("<style>")[1].split("</style>")[0]
    assert all(style not in other for other in others)
    assert style.count("{") == style.count("}") > 30
    assert "url(" not in style


@given(TEXTS)
def test_any_text_comes_back(texts: list[str]) -> None:
    written = squeezed(Page(html.render(of_texts(texts))).text)
    assert written == squeezed("".join(texts))
