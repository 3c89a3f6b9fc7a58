"""The Document as DOCX: real headings, lists, header rows and page number fields, in the styles of our template."""

from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from desktop.export.document import Document
from desktop.export.flow import printable
from desktop.export.styles import SHEETS
from desktop.export.word import names
from desktop.export.word.body import Body, NumberedList
from desktop.export.word.markup import footer_xml
from desktop.export.word.package import unzipped, zipped
from desktop.paths import resource

__all__ = ["render"]

#: Office knows no longer properties
_LONGEST_PROPERTY = 255


def render(document: Document) -> bytes:
    """The document as DOCX; the bytes depend on nothing but the document and the template."""
    file = docx.Document(str(resource("templates", names.template(document.look))))
    body = Body(SHEETS[document.look])
    _fill(file.element.body, body.xml(printable(document.blocks)))
    _number(file.part.numbering_part.element, body.lists)
    _replace(file.sections[0].footer.part.element, footer_xml(document.footer))
    _set_language(file, document.language)
    _set_properties(file.core_properties, document)
    target = BytesIO()
    file.save(target)
    return zipped(unzipped(target.getvalue()))


def _parsed(xml: str) -> Any:
    return parse_xml(f"<w:all {names.NAMESPACE}>{xml}</w:all>")


def _fill(body: Any, xml: str) -> None:
    """Put the blocks where the template has its one empty paragraph, before the section."""
    body.remove(body[0])
    for position, element in enumerate(list(_parsed(xml))):
        body.insert(position, element)


def _replace(element: Any, xml: str) -> None:
    for child in list(element):
        element.remove(child)
    element.extend(list(_parsed(xml)))


def _number(numbering: Any, lists: list[NumberedList]) -> None:
    """Give every ordered list a count of its own, from where it starts."""
    for each in lists:
        xml = (
            f'<w:num w:numId="{each.number}"><w:abstractNumId w:val="{names.ABSTRACT_NUMBER}"/>'
            f'<w:lvlOverride w:ilvl="{each.level}"><w:startOverride w:val="{each.start}"/></w:lvlOverride></w:num>'
        )
        numbering.extend(list(_parsed(xml)))


def _set_language(file: Any, language: str) -> None:
    for place in file.styles.element.iter(qn("w:lang")):
        place.set(qn("w:val"), language)
    for place in file.settings.element.iter(qn("w:themeFontLang")):
        place.set(qn("w:val"), language)


def _set_properties(properties: Any, document: Document) -> None:
    properties.title = document.title[:_LONGEST_PROPERTY]
    properties.subject = document.subject[:_LONGEST_PROPERTY]
    properties.author = document.author[:_LONGEST_PROPERTY]
    properties.last_modified_by = document.author[:_LONGEST_PROPERTY]
    properties.language = document.language
    properties.revision = 1
    if document.created:
        moment = datetime.fromisoformat(document.created)
        utc = moment.astimezone(UTC).replace(tzinfo=None) if moment.tzinfo else moment
        properties.created = properties.modified = utc
