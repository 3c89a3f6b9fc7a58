"""Puts values in place of ``{{names}}`` in a template, wherever they stand and however Word has cut them up."""

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from docx.opc.part import XmlPart
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml import etree

from desktop.export.document import PageField
from desktop.export.placeholders import Placeholder
from desktop.export.template_errors import Finding, Place, TemplateProblem
from desktop.export.word.markup import field_xml, text_xml
from desktop.export.word.merging import parsed

#: where the document goes
CONTENT = Placeholder.CONTENT.written
_NAME = re.compile(r"\{\{([^{}]*)\}\}")
_HALF = re.compile(r"\{\{|\}\}")
#: so much of a torn placeholder is shown
_SHOWN = 20
_FIELDS = {Placeholder.PAGE.value: PageField.PAGE, Placeholder.PAGES.value: PageField.PAGES}
_TEXT, _PARAGRAPH, _RUN, _PROPERTIES = qn("w:t"), qn("w:p"), qn("w:r"), qn("w:rPr")
_RUNNING = {
    ("header", "default"): Place.HEADER,
    ("header", "first"): Place.HEADER_FIRST,
    ("header", "even"): Place.HEADER_EVEN,
    ("footer", "default"): Place.FOOTER,
    ("footer", "first"): Place.FOOTER_FIRST,
    ("footer", "even"): Place.FOOTER_EVEN,
}
_NOTES = ("footnotes", "endnotes")


@dataclass(frozen=True, slots=True)
class Found:
    """A placeholder of the template: its name as the program knows it, and where it stands."""

    name: str
    place: Place


class Filling:
    """Fills one file. ``content`` is the paragraph that the document replaces, None where the template has none."""

    def __init__(self, file: Any, values: Mapping[str, str]) -> None:
        self._file = file
        self._values = values
        self.content: Any = None
        self.found: list[Found] = []

    def fill(self) -> Iterator[Finding]:
        """Puts the values in; gives what is wrong, and goes on after it."""
        body = self._file.element.body
        numbers = {paragraph: number for number, paragraph in enumerate(body.iterchildren(_PARAGRAPH), 1)}
        for paragraph in list(body.iter(_PARAGRAPH)):
            place = _place_in_text(paragraph)
            yield from self._paragraph(paragraph, place, numbers.get(paragraph, 0))
        for element, place in self._running():
            yield from self._story(element, place)
        for relation in self._file.part.rels.values():
            if relation.reltype.rpartition("/")[2] in _NOTES:
                yield from self._notes(relation.target_part)

    def _running(self) -> Iterator[tuple[Any, Place]]:
        """The roots of all headers and footers, each once."""
        seen = set()
        for kind in ("header", "footer"):
            for reference in self._file.element.body.iter(qn(f"w:{kind}Reference")):
                part = self._file.part.related_parts[reference.get(qn("r:id"))]
                if part.partname not in seen:
                    seen.add(part.partname)
                    yield part.element, _RUNNING[kind, reference.get(qn("w:type"))]

    def _notes(self, part: Any) -> Iterator[Finding]:
        """Footnotes, which python-docx keeps as bytes."""
        if isinstance(part, XmlPart) or b"{{" not in part.blob:
            return
        element = parse_xml(part.blob)
        yield from self._story(element, Place.NOTES)
        part._blob = etree.tostring(element, encoding="UTF-8", standalone=True)

    def _story(self, element: Any, place: Place) -> Iterator[Finding]:
        for paragraph in list(element.iter(_PARAGRAPH)):
            yield from self._paragraph(paragraph, place, 0)

    def _paragraph(self, paragraph: Any, place: Place, number: int) -> Iterator[Finding]:
        texts = [one for one in paragraph.iter(_TEXT) if next(one.iterancestors(_PARAGRAPH)) is paragraph]
        whole = "".join(one.text or "" for one in texts)
        for match in reversed(list(_NAME.finditer(whole))):
            name = match[1].strip().casefold()
            if name == Placeholder.CONTENT:
                yield from self._content(paragraph, whole, place, number)
            elif name in self._values or name in _FIELDS:
                self.found.append(Found(name, place))
                _replace(texts, match.start(), match.end(), self._piece(name))
            else:
                yield Finding(TemplateProblem.UNKNOWN_PLACEHOLDER, match[0], place, number)
        rest = _NAME.sub("", whole)
        if torn := _HALF.search(rest):
            shown = rest[torn.start() :] if torn[0] == "{{" else rest[: torn.end()][-_SHOWN:]
            yield Finding(TemplateProblem.HALF_OPEN, shown[:_SHOWN].strip(), place, number)

    def _content(self, paragraph: Any, whole: str, place: Place, number: int) -> Iterator[Finding]:
        _take_out_of_control(paragraph)
        alone = _NAME.fullmatch(whole.strip()) and paragraph.getparent() is self._file.element.body
        if not alone:
            yield Finding(TemplateProblem.CONTENT_NOT_ALONE, CONTENT, place, number)
        elif self.content is not None:
            yield Finding(TemplateProblem.CONTENT_TWICE, CONTENT, place, number)
        else:
            self.content = paragraph
            self.found.append(Found(Placeholder.CONTENT.value, place))

    def _piece(self, name: str) -> str | PageField:
        return _FIELDS.get(name) or self._values[name]


def _take_out_of_control(paragraph: Any) -> None:
    """Puts a paragraph in place of the content control in which it alone stands; a control may forbid tables."""
    content = paragraph.getparent()
    if content.tag == qn("w:sdtContent") and len(content) == 1 and content.getparent().tag == qn("w:sdt"):
        control = content.getparent()
        control.getparent().replace(control, paragraph)


def _place_in_text(paragraph: Any) -> Place:
    for ancestor in paragraph.iterancestors():
        if ancestor.tag == qn("w:txbxContent"):
            return Place.TEXT_BOX
        if ancestor.tag == qn("w:tc"):
            return Place.TABLE
    return Place.TEXT


def _replace(texts: list[Any], start: int, end: int, piece: str | PageField) -> None:
    """Puts a piece in place of the characters from start to end, in the style of the first of them."""
    position = 0
    placed = False
    for text in list(texts):
        length = len(text.text or "")
        low, high = max(start - position, 0), min(end - position, length)
        position += length
        if low >= high:
            continue
        before, after = text.text[:low], text.text[high:]
        if placed:
            _set(text, after)
        else:
            _set(text, before)
            _put(text, piece, after)
            placed = True


def _put(text: Any, piece: str | PageField, after: str) -> None:
    """Puts a piece and what follows it behind a text; the run is cut in two where a field stands between."""
    run = text.getparent()
    if not isinstance(piece, PageField):
        elements = [*parsed(f"<w:r>{text_xml(piece)}{text_xml(after)}</w:r>")[0]]
        for element in reversed(elements):
            text.addnext(element)
        return
    rest = deepcopy(run)
    index = run.index(text)
    for child in list(run)[index + 1 :]:
        run.remove(child)
    for child in list(rest)[: index + 1]:
        if child.tag != _PROPERTIES:
            rest.remove(child)
    first = 1 if rest.find(_PROPERTIES) is not None else 0
    rest.insert(first, parsed(f"<w:r>{text_xml(after)}</w:r>")[0][0])
    fields = list(parsed(field_xml(piece)))
    for field in fields:
        if (properties := run.find(_PROPERTIES)) is not None:
            field.insert(0, deepcopy(properties))
    for element in reversed([*fields, rest]):
        run.addnext(element)


def _set(text: Any, value: str) -> None:
    text.text = value
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
