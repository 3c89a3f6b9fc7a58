"""Takes out of a template what tells of its makers, such as revision marks and properties, and what locks the file."""

from collections.abc import Iterable
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import XmlPart
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml import etree

from desktop.export.word.leftovers import (
    clean_pictures,
    without_file_names,
    without_hidden_words,
    without_vector_twins,
)

#: kinds of relation (the last word of their name) that no reader of the document needs
_DROPPED = frozenset(
    {
        "attachedTemplate",
        "attachedToolbars",
        "comments",
        "commentsExtended",
        "commentsExtensible",
        "commentsIds",
        "customXml",
        "documenttasks",
        "glossaryDocument",
        "keyMapCustomizations",
        "mailMergeHeaderSource",
        "mailMergeSource",
        "people",
        "printerSettings",
        "recipientData",
        "stylesWithEffects",
        "webSettings",
    }
)
_SETTINGS = (
    "attachedTemplate",
    "attachedSchema",
    "docVars",
    "documentProtection",
    "linkStyles",
    "mailMerge",
    "proofState",
    "rsids",
    "saveThroughXslt",
    "trackRevisions",
    "writeProtection",
)
_REVISION = qn("w:rsidR").removesuffix("R")


def clean(file: Any) -> None:
    """Leaves text, styles and pictures of the template, and nothing about it."""
    package = file.part.package
    _drop(package.rels, keep=(RELATIONSHIP_TYPE.OFFICE_DOCUMENT,))
    for part in list(package.iter_parts()):
        _drop(part.rels)
        if isinstance(part, XmlPart):
            _clean_markup(part.element, file.styles.element)
            without_vector_twins(part)
        elif part.content_type.endswith("xml") and not part.content_type.startswith("image/"):
            # footnotes, charts: python-docx keeps them as bytes
            element = parse_xml(part.blob)
            etree.strip_tags(element, etree.Comment, etree.ProcessingInstruction)
            _clean_markup(element, file.styles.element)
            part._blob = etree.tostring(element, encoding="UTF-8", standalone=True)
    clean_pictures(file)
    _remove(file.settings.element, _SETTINGS)
    _remove(file.part.element, ("printerSettings", "dataBinding"))


def _clean_markup(element: Any, styles: Any) -> None:
    _without_revisions(element)
    without_hidden_words(element, styles)
    without_file_names(element)


def _drop(relations: Any, keep: Iterable[str] | None = None) -> None:
    for key, relation in list(relations.items()):
        dropped = relation.reltype.rpartition("/")[2] in _DROPPED if keep is None else relation.reltype not in keep
        if dropped:
            del relations[key]


def _remove(element: Any, names: Iterable[str]) -> None:
    for found in list(element.iter(*(qn(f"w:{name}") for name in names))):
        found.getparent().remove(found)


def _without_revisions(element: Any) -> None:
    for one in element.iter():
        for name in [name for name in one.attrib if name.startswith(_REVISION)]:
            del one.attrib[name]
