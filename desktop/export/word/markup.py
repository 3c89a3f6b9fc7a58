"""Paragraphs and runs as WordprocessingML text; python-docx parses it once, building it piece by piece is slow."""

from dataclasses import dataclass
from xml.sax.saxutils import escape

from desktop.export.document import Align, PageField, Runs
from desktop.export.styles import TextStyle
from desktop.export.word import names

_ALIGNMENTS = {Align.LEFT: "", Align.CENTER: '<w:jc w:val="center"/>', Align.RIGHT: '<w:jc w:val="right"/>'}
_FIELDS = {PageField.PAGE: "PAGE", PageField.PAGES: "NUMPAGES"}


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph with what differs from its style. Distances in points; None leaves them to the style.

    ``number`` is the list and the level within it.
    """

    style: tuple[str, str]
    look: TextStyle
    runs: Runs = ()
    keep: bool = False
    new_page: bool = False
    number: tuple[int, int] | None = None
    before: float | None = None
    after: float | None = None
    indent: float | None = None
    align: Align = Align.LEFT

    def xml(self) -> str:
        """The paragraph, its properties in the order that the schema demands."""
        properties = "<w:keepNext/>" * self.keep + "<w:pageBreakBefore/>" * self.new_page
        if self.number:
            properties += f'<w:numPr><w:ilvl w:val="{self.number[1]}"/><w:numId w:val="{self.number[0]}"/></w:numPr>'
        properties += self._spacing()
        if self.indent is not None:
            properties += f'<w:ind w:left="{round(20 * self.indent)}"/>'
        properties += _ALIGNMENTS[self.align]
        return f'<w:p><w:pPr><w:pStyle w:val="{self.style[0]}"/>{properties}</w:pPr>{runs_xml(self.runs)}</w:p>'

    def _spacing(self) -> str:
        before = "" if self.before is None else f' w:before="{round(20 * self.before)}"'
        after = "" if self.after is None else f' w:after="{round(20 * self.after)}"'
        return f"<w:spacing{before}{after}/>" if before or after else ""


def runs_xml(runs: Runs) -> str:
    """Runs with their styles; line breaks and tabs are elements of their own."""
    return "".join(_run(run.text, run.bold, run.italic) for run in runs if run.text)


def _run(text: str, bold: bool = False, italic: bool = False) -> str:
    style = f"<w:rPr>{'<w:b/><w:bCs/>' * bold}{'<w:i/><w:iCs/>' * italic}</w:rPr>" if bold or italic else ""
    content = escape(text)
    for char, element in (("\n", "<w:br/>"), ("\t", "<w:tab/>")):
        content = content.replace(char, f'</w:t>{element}<w:t xml:space="preserve">')
    return f'<w:r>{style}<w:t xml:space="preserve">{content}</w:t></w:r>'


def footer_xml(footer: tuple[str | PageField, ...]) -> str:
    """The footer's paragraph with fields for the page numbers, which Word fills in."""
    parts = (_field(_FIELDS[part]) if isinstance(part, PageField) else _run(part) for part in footer)
    return f'<w:p><w:pPr><w:pStyle w:val="{names.FOOTER[0]}"/></w:pPr>{"".join(parts)}</w:p>'


def _field(name: str) -> str:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code = f'<w:r><w:instrText xml:space="preserve"> {name} </w:instrText></w:r>'
    return f"{mark.format('begin')}{code}{mark.format('separate')}{_run('1')}{mark.format('end')}"
