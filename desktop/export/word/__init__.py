"""The Document as DOCX: real headings, lists, header rows and page number fields, in our styles or the office's own."""

from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO
from itertools import dropwhile
from typing import Any

import docx
from docx.oxml.ns import qn

from desktop.export.document import Block, Document, Figure, Paragraph, ParagraphRole
from desktop.export.flow import printable
from desktop.export.placeholders import Placeholder
from desktop.export.styles import LINE_WIDTH, Sheet, sheet_of
from desktop.export.template_errors import TemplateError
from desktop.export.word.base import base, section_xml
from desktop.export.word.body import Body
from desktop.export.word.cleaning import clean
from desktop.export.word.filling import Filling
from desktop.export.word.merging import Lists, add_styles, body_size, parsed, rename, without_style_numbers
from desktop.export.word.opening import damage_told, opened
from desktop.export.word.package import unzipped, zipped
from desktop.export.word.properties import set_language, set_properties
from desktop.export.word.references import References
from desktop.export.word.running import add_running, has_own
from desktop.export.word.stylesheet import style_sheet
from desktop.export.word.tables import Column

__all__ = ["render", "values"]

#: modes of compatibility
_WORD_2007, _WORD_2013 = 12, 15


def render(document: Document, template: bytes | None = None) -> bytes:
    """The document as DOCX; the bytes depend on nothing but the document and the template.

    ``template`` is the office's own Word file. Its text, pages, headers and styles stay; the document goes to its
    ``{{inhalt}}``, else to its end; logo and office above the title are left out where its header has its own. Raises
    TemplateError.
    """
    if template is None:
        file = docx.Document(BytesIO(base(document.look, document.size, document.typeface)))
        return _written(file, document, file.element.body[0], sheet_of(document.look, document.size), {})
    with damage_told():
        file = opened(template)
        clean(file)
        filling = Filling(file, values(document))
        for finding in filling.fill():
            raise TemplateError(finding)
        marker = filling.content if filling.content is not None else _end_of(file.element.body)
        sheet = sheet_of(document.look, body_size(file))
        if has_own(file, "header"):
            document = replace(document, blocks=tuple(dropwhile(_is_letterhead, document.blocks)))
        return _written(file, document, marker, sheet, add_styles(file, style_sheet(sheet)))


def _is_letterhead(block: Block) -> bool:
    return isinstance(block, Figure) or (isinstance(block, Paragraph) and block.role is ParagraphRole.OFFICE)


def values(document: Document) -> dict[str, str]:
    """What the placeholders stand for; those that compose has not filled are empty."""
    known = {name.value: "" for name in Placeholder if name is not Placeholder.CONTENT}
    own = {Placeholder.TITLE.value: document.title, Placeholder.STATUS.value: document.status}
    return known | dict(document.placeholders) | own


def _end_of(body: Any) -> Any:
    """A paragraph at the end of the text, behind which nothing stands: the last one where it is empty."""
    last = next((one for one in body.iterchildren(reversed=True) if one.tag != qn("w:sectPr")), None)
    empty = last is not None and last.tag == qn("w:p") and {child.tag for child in last} <= {qn("w:pPr")}
    if last is not None and empty and next(last.iter(qn("w:sectPr")), None) is None:
        return last
    paragraph = parsed("<w:p/>")[0]
    if last is None:
        body.insert(0, paragraph)
    else:
        last.addnext(paragraph)
    return paragraph


def _written(file: Any, document: Document, marker: Any, sheet: Sheet, ids: Mapping[str, str]) -> bytes:
    """The file with the document in place of the marker, a paragraph of its body.

    ``ids`` are those of styles that are others in the file than ours.
    """
    lists = Lists(file, sheet.list_indent)
    references = References(file.part, _drawings(file))
    section = _section(file.element.body, marker)
    column = Column(_line_width(section), outdented=_mode(file) < _WORD_2013)
    body = Body(sheet, column, references, lists.bullets)
    content = parsed(body.xml(printable(document.blocks)))
    rename(content, ids)
    without_style_numbers(file, content)
    lists.write(body.lists)
    _put(marker, list(content))
    add_running(file, document, ids)
    set_language(file, document.language)
    set_properties(file, document)
    target = BytesIO()
    file.save(target)
    return zipped(unzipped(target.getvalue()))


def _put(marker: Any, content: list[Any]) -> None:
    """The content in place of the marker, which stays without text where it ends a section of the template."""
    for element in content:
        marker.addprevious(element)
    if next(marker.iter(qn("w:sectPr")), None) is None:
        marker.getparent().remove(marker)
        return
    for child in list(marker):
        if child.tag != qn("w:pPr"):
            marker.remove(child)


def _section(body: Any, marker: Any) -> Any:
    """The section in which the marker stands; ours where the file has none."""
    for element in (marker, *marker.itersiblings()):
        if (found := next(element.iter(qn("w:sectPr")), None)) is not None:
            return found
    body.append(parsed(section_xml())[0])
    return body[-1]


def _line_width(section: Any) -> float:
    """The width between the margins in points."""
    size, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
    if size is None or margins is None:
        return LINE_WIDTH
    taken = sum(float(margins.get(qn(f"w:{side}"), 0)) for side in ("left", "right", "gutter"))
    return (float(size.get(qn("w:w"))) - taken) / 20


def _mode(file: Any) -> int:
    """The behaviour of which Word the file asks for; where it says nothing, that of Word 2007."""
    for setting in file.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            return int(setting.get(qn("w:val")))
    return _WORD_2007


def _drawings(file: Any) -> int:
    """The highest number that a drawing of the file has."""
    parts = (part for part in file.part.package.iter_parts() if hasattr(part, "element"))
    tag = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
    return max((int(one.get("id", 0)) for part in parts for one in part.element.iter(tag)), default=0)
