"""The properties of the file and its language: those of the document, whatever the template said."""

from datetime import UTC, datetime
from typing import Any
from xml.sax.saxutils import escape

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn

from desktop.export.document import Document

#: Office knows no longer properties
_LONGEST = 255
_SPACES = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)


def set_properties(file: Any, document: Document) -> None:
    """Title, subject, author, language, state and time of the document; the package has none yet."""
    values = {
        "dc:title": document.title,
        "dc:subject": document.subject,
        "dc:creator": document.author,
        "cp:lastModifiedBy": document.author,
        "cp:contentStatus": document.status,
        "dc:language": document.language,
    }
    xml = "".join(f"<{name}>{escape(value[:_LONGEST])}</{name}>" for name, value in values.items() if value)
    if document.created:
        moment = _utc(document.created)
        for name in ("created", "modified"):
            xml += f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{moment}</dcterms:{name}>'
    content = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties {_SPACES}>{xml}'
    package = file.part.package
    name = PackURI("/docProps/core.xml")
    part = Part(name, CONTENT_TYPE.OPC_CORE_PROPERTIES, f"{content}</cp:coreProperties>".encode(), package)
    package.relate_to(part, RELATIONSHIP_TYPE.CORE_PROPERTIES)


def _utc(stamp: str) -> str:
    moment = datetime.fromisoformat(stamp)
    utc = moment.astimezone(UTC) if moment.tzinfo else moment
    return utc.strftime("%Y-%m-%dT%H:%M:%SZ")


def set_language(file: Any, language: str) -> None:
    """The language in which Word checks and reads out all text that does not say otherwise.

    Styles of a template say none any more: Word and LibreOffice write that of their maker's machine into them.
    """
    styles = file.styles.element
    for place in list(styles.iter(qn("w:lang"))):
        place.getparent().remove(place)
    if styles.find(qn("w:docDefaults")) is None:
        styles.insert(0, styles.makeelement(qn("w:docDefaults")))
    properties = styles.find(qn("w:docDefaults"))
    for name in ("w:rPrDefault", "w:rPr", "w:lang"):
        found = properties.find(qn(name))
        if found is None:
            found = properties.makeelement(qn(name))
            properties.insert(0 if name == "w:rPrDefault" else len(properties), found)
        properties = found
    properties.set(qn("w:val"), language)
    for place in file.settings.element.iter(qn("w:themeFontLang")):
        place.set(qn("w:val"), language)
