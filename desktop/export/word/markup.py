"""Paragraphs and runs as WordprocessingML text; python-docx parses it once, building it piece by piece is slow."""

from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from desktop.export.document import Align, PageField, Run, Runs
from desktop.export.styles import TextStyle
from desktop.export.word import names
from desktop.export.word.references import References

_ALIGNMENTS = {Align.LEFT: "", Align.CENTER: '<w:jc w:val="center"/>', Align.RIGHT: '<w:jc w:val="right"/>'}
_FIELDS = {PageField.PAGE: "PAGE", PageField.PAGES: "NUMPAGES"}


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph with what differs from its style. Distances in points; None leaves them to the style.

    ``number`` is the list and the level within it; ``drawing`` is a picture that stands in place of text.
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
    drawing: str = ""

    def xml(self, references: References) -> str:
        """The paragraph, its properties in the order that the schema demands."""
        properties = "<w:keepNext/>" * self.keep + "<w:pageBreakBefore/>" * self.new_page
        if self.number:
            properties += f'<w:numPr><w:ilvl w:val="{self.number[1]}"/><w:numId w:val="{self.number[0]}"/></w:numPr>'
        properties += self._spacing()
        if self.indent is not None:
            properties += f'<w:ind w:left="{round(20 * self.indent)}"/>'
        properties += _ALIGNMENTS[self.align]
        content = self.drawing + runs_xml(self.runs, references)
        return f'<w:p><w:pPr><w:pStyle w:val="{self.style[0]}"/>{properties}</w:pPr>{content}</w:p>'

    def _spacing(self) -> str:
        before = "" if self.before is None else f' w:before="{round(20 * self.before)}"'
        after = "" if self.after is None else f' w:after="{round(20 * self.after)}"'
        return f"<w:spacing{before}{after}/>" if before or after else ""


def runs_xml(runs: Runs, references: References) -> str:
    """Runs with their styles and links; line breaks and tabs are elements of their own."""
    return "".join(_run(run, references) for run in runs if run.text)


def _run(run: Run, references: References) -> str:
    relation = references.link(run.link) if run.link else ""
    inside = f"<w:r>{_properties(run, linked=bool(relation))}{text_xml(run.text)}</w:r>"
    return f"<w:hyperlink r:id={quoteattr(relation)}>{inside}</w:hyperlink>" if relation else inside


def _properties(run: Run, *, linked: bool) -> str:
    properties = f'<w:rStyle w:val="{names.LINK[0]}"/>' if linked else ""
    properties += "<w:b/><w:bCs/>" * run.bold + "<w:i/><w:iCs/>" * run.italic
    if run.language:
        properties += f"<w:lang w:val={quoteattr(run.language)}/>"
    return f"<w:rPr>{properties}</w:rPr>" if properties else ""


def text_xml(text: str) -> str:
    """Text as the content of a run."""
    content = escape(text)
    for char, element in (("\n", "<w:br/>"), ("\t", "<w:tab/>")):
        content = content.replace(char, f'</w:t>{element}<w:t xml:space="preserve">')
    return f'<w:t xml:space="preserve">{content}</w:t>'


def running_xml(style: tuple[str, str], parts: tuple[str | PageField, ...], properties: str = "") -> str:
    """The runs of a header or footer in a paragraph, with fields for the page numbers, which Word fills in."""
    inside = (
        field_xml(part, properties) if isinstance(part, PageField) else f"<w:r>{properties}{text_xml(part)}</w:r>"
        for part in parts
    )
    return f'<w:p><w:pPr><w:pStyle w:val="{style[0]}"/></w:pPr>{"".join(inside)}</w:p>'


def field_xml(field: PageField, properties: str = "") -> str:
    """A page number that Word counts; ``properties`` are those of its runs."""
    pieces = (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {_FIELDS[field]} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>1</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )
    return "".join(f"<w:r>{properties}{piece}</w:r>" for piece in pieces)
