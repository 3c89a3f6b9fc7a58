"""Header, footer and the word for a draft on every page: the template's where it has them, else the document's."""

from collections.abc import Iterator, Mapping
from typing import Any

from docx.oxml.ns import qn

from desktop.export.document import Document, PageField
from desktop.export.styles import FAMILIES
from desktop.export.word import names
from desktop.export.word.drawings import watermark_xml
from desktop.export.word.markup import running_xml
from desktop.export.word.merging import parsed, rename

_SEEN = tuple(qn(f"w:{name}") for name in ("t", "drawing", "pict", "object", "fldSimple", "instrText"))


def add_running(file: Any, document: Document, ids: Mapping[str, str]) -> None:
    """Fills headers and footers; those of the template stay as they are, but for the word behind the text.

    ``ids`` are those of styles that are others in the file than ours.
    """
    first = file.sections[0]
    headers, footers = list(_of(file, first, "header")), list(_of(file, first, "footer"))
    if document.header and not has_own(file, "header"):
        _fill(headers, names.HEADER, document.header, ids)
    if document.footer and not has_own(file, "footer"):
        _fill(footers, names.FOOTER, document.footer, ids)
    if document.watermark:
        font = FAMILIES[document.typeface]
        for number, element in enumerate(_header_parts(file, headers), 1):
            _mark(element, watermark_xml(document.watermark, number, font), ids)


def _of(file: Any, section: Any, kind: str) -> Iterator[Any]:
    """The headers or footers that the pages of a section show."""
    yield getattr(section, kind)
    if section.different_first_page_header_footer:
        yield getattr(section, f"first_page_{kind}")
    if file.settings.odd_and_even_pages_header_footer:
        yield getattr(section, f"even_page_{kind}")


def has_own(file: Any, kind: str) -> bool:
    """Whether the file has something to see in a ``header`` or ``footer`` of any page."""
    return any(
        next(one.part.element.iter(*_SEEN), None) is not None
        for section in file.sections
        for one in _of(file, section, kind)
        if not one.is_linked_to_previous
    )


def _fill(places: list[Any], style: tuple[str, str], line: tuple[str | PageField, ...], ids: Mapping[str, str]) -> None:
    for place in places:
        place.is_linked_to_previous = False
        element = place.part.element
        for child in list(element):
            element.remove(child)
        element.extend(list(parsed(running_xml(style, line))))
        rename(element, ids)


def _header_parts(file: Any, first: list[Any]) -> list[Any]:
    """The headers of all pages, each once; those that the first section lacks are made."""
    for place in first:
        place.is_linked_to_previous = False
    headers = (place for section in file.sections for place in _of(file, section, "header"))
    parts = {place.part.partname: place.part.element for place in headers if not place.is_linked_to_previous}
    return list(parts.values())


def _mark(element: Any, xml: str, ids: Mapping[str, str]) -> None:
    paragraph = next(element.iterchildren(qn("w:p")), None)
    if paragraph is None:
        paragraph = parsed(running_xml(names.HEADER, ()))[0]
        rename(paragraph, ids)
        element.append(paragraph)
    properties = paragraph.find(qn("w:pPr"))
    paragraph.insert(0 if properties is None else 1, parsed(xml)[0])
