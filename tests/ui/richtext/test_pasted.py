"""Pages from the clipboard: what is seen comes through, what is not never does."""

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop.models.clean import clean
from desktop.ui.richtext.lines import Line, text_from
from desktop.ui.richtext.pasted import MOST_HTML, lines_from_html, with_edges

CANARY = "KANARIE7f3a"

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15">
<title>KANARIE7f3a</title>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>KANARIE7f3a</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0cm; font-family:"Calibri",sans-serif;} .geheim {display:none} --></style></head>
<body lang=DE style='tab-interval:35.4pt'><!--StartFragment-->
<h2>Bericht zur Feuerwache<o:p></o:p></h2>
<p class=MsoNormal><span style='mso-bidi-font-size:11pt'>Die Verwaltung <b
style='mso-bidi-font-weight:normal'>empfiehlt</b> den Neubau nach §&nbsp;34 <i>BauGB</i>.<o:p></o:p></span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoNormal style='mso-hide:all'>KANARIE7f3a</p><p class=geheim>KANARIE7f3a</p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;
</span></span></span><![endif]>Fahrzeughalle</p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>o<span>&nbsp;</span></span><![endif]>drei Stellplätze</p>
<p style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>3.<span>&nbsp;</span></span>Kosten</p>
<p style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>4.<span>&nbsp;</span></span>Zeitplan</p>
<p style='mso-list:l2 level1 lfo3'><span style='mso-list:Ignore'>a)<span>&nbsp;</span></span>Satz mit Buchstaben</p>
<table class=MsoTableGrid border=1><tr><td width=200><p class=MsoNormal><b>Fraktion</b></p></td><td><p>Ja | Nein</p>
</td></tr><tr><td><p>CDU</p></td><td><p>4</p><p>einstimmig</p></td></tr></table>
<!--EndFragment--></body></html>"""

WORD_TEXT = """### Bericht zur Feuerwache

Die Verwaltung **empfiehlt** den Neubau nach §\u00a034 *BauGB*.

- Fahrzeughalle
  - drei Stellplätze

3. Kosten
4. Zeitplan

a) Satz mit Buchstaben

| **Fraktion** | Ja \\| Nein |
| --- | --- |
| CDU | 4 einstimmig |"""

LIBREOFFICE = """<!DOCTYPE html><html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/>
<title></title><style type="text/css">@page { size: 21cm 29.7cm } p { line-height: 115% }</style></head>
<body lang="de-DE"><p style="line-height: 100%">Frau Ahrens <strong>fragt</strong> nach.</p><ol type="1"><li>
<p>Termin</p></li>
<li><p>Ort</p></li></ol><p><span style="visibility: hidden">KANARIE7f3a</span><br/></p></body></html>"""

FIREFOX = """<meta http-equiv="content-type" content="text/html; charset=utf-8"><p>Der <a href="https://example.org/KANARIE7f3a"
title="KANARIE7f3a">Antrag</a> auf 120 m<sup>2</sup><br>Fläche<img src="file:///etc/KANARIE7f3a.png"
alt="KANARIE7f3a"></p><ul><li>eins<ul><li>eins&shy;a</li></ul></li><li><b>zwei</b></li></ul>
<script>KANARIE7f3a</script><div hidden>KANARIE7f3a</div>
<p style="display: NONE !important">KANARIE7f3a</p><p>Ende</p>"""

OUTLOOK = """<div class="WordSection1"><p class="MsoNormal">Guten Tag,<o:p></o:p></p><table cellspacing="0"><tr><td>
<table><tr><td>Ort</td><td>Rathaus</td></tr></table></td></tr><tr><td><p>Mit freundlichen Grüßen</p></td></tr></table>
<span style="font-size:0">KANARIE7f3a</span><span style="opacity:0.0">KANARIE7f3a</span></div>"""


@pytest.mark.parametrize(
    ("html", "text"),
    [
        (WORD, WORD_TEXT),
        (LIBREOFFICE, "Frau Ahrens **fragt** nach.\n\n1. Termin\n2. Ort"),
        (FIREFOX, "Der Antrag auf 120 m²\\\nFläche\n\n- eins\n  - eins\u00ada\n- **zwei**\n\nEnde"),
        (OUTLOOK, "Guten Tag,\n\n| Ort | Rathaus |\n| --- | --- |\n\nMit freundlichen Grüßen"),
        ("<b style='font-weight:normal'><span style='font-weight:700'>fett</span> nicht</b>", "**fett** nicht"),
        ("a<br>b<br><br>c", "a\\\nb\n\nc"),
        ("<pre>a\nb</pre>", "a\\\nb"),
        ("<ol type=a start=3><li>x</ol><ol start=7><li>y<li>z</ol>", "c) x\n\n7. y\n8. z"),
        (
            "<table><tr><th colspan=2>A<th>B<tr><td rowspan=2>1<td>2<td>3<tr><td>4<td>5</table>",
            "| A |  | B |\n| --- | --- | --- |\n| 1 | 2 | 3 |\n|  | 4 | 5 |",
        ),
        ("<del>alt</del><ins>neu</ins>", "neu"),
        ("Tom &amp; Co &lt;b&gt; a\u0308 *x*", "Tom & Co <b> ä \\*x\\*"),
        ("", ""),
    ],
)
def test_real_clipboards(html: str, text: str) -> None:
    lines = lines_from_html(html)
    assert lines is not None
    assert text_from(lines) == text
    assert CANARY not in text_from(lines)


HIDERS = [
    "<script>{}</script>",
    "<style>{}</style>",
    "<!--{}-->",
    "<p style='display:none'><b>{}</b></p>",
    "<span style='VISIBILITY : hidden'>{}<i>{}</i></span>",
    "<p hidden>{}<table><tr><td>{}</table></p>",
    "<img alt='{}' src='file:///{}'>",
    "<a title='{}' href='{}'>.</a>",
    "<textarea>{}</textarea>",
    "<select><option>{}</select>",
    "<svg><text>{}</text></svg>",
    "<style>.u{{display:none}}</style><div class='a u'>{}</div>",
]
TAGS = "<p> </p> <b> </b> <li> <ul> </ul> <ol> <table> <tr> <td> </table> <br> <h1> </h1> <pre> <sup>"
ODD = "&#0; &#xD800; &#x202e; &nbsp; &shy; &bogus; &lt; > <![endif]> \ufdd0 \x1b"
PIECES = st.one_of(
    st.sampled_from([hider.replace("{}", CANARY).replace("{{", "{").replace("}}", "}") for hider in HIDERS]),
    st.sampled_from(TAGS.split(" ")),
    st.sampled_from(ODD.split(" ")),
    # A sign that opens a tag would swallow the one behind it, in any browser.
    st.text(st.characters(exclude_characters="<"), max_size=8),
)


@given(st.lists(PIECES, max_size=12).map("".join))
@example("<table><td><table><td>a</table><li>b")
def test_any_page_gives_clean_visible_text(html: str) -> None:
    lines = lines_from_html(html)
    assert lines is not None
    text = text_from(lines)
    assert CANARY not in text
    assert clean(text) == text


@pytest.mark.parametrize(
    "html",
    [
        "x" * (MOST_HTML + 1),
        "<div>" * 100_000 + "x",
        "<table><tr><td>" * 50_000,
        "<ul><li>x" * 50_000,
        "<!--" * 200_000,
        "<a " * 200_000,
        "<table>" + "<tr><td rowspan=999 colspan=999>a" * 1_000,
        "<table>" + "<tr><td>a<td>b" * 60_000,
        "<style>" + "a" * 1_500_000 + "</style>x",
    ],
)
@pytest.mark.faults
def test_a_page_made_to_hang_does_not(html: str) -> None:
    begun = time.process_time()
    assert len(lines_from_html(html) or []) <= 50_000
    assert time.process_time() - begun < 3


def test_spaces_at_the_ends_of_a_line_come_from_the_plain_text() -> None:
    lines = lines_from_html("<b>Muster</b>")
    assert lines is not None
    (line,) = with_edges(lines, " Muster  ")
    assert line.text == " Muster  "
    assert with_edges([Line()], "") == [Line()]
