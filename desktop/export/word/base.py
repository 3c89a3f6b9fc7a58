"""The Word file that a document begins with where the office has no template of its own: A4 and our styles."""

from functools import cache

from desktop.export.document import Look
from desktop.export.styles import (
    FAMILIES,
    FOOTER_HEIGHT,
    MARGIN_BOTTOM,
    MARGIN_LEFT,
    MARGIN_RIGHT,
    MARGIN_TOP,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    sheet_of,
)
from desktop.export.word import names
from desktop.export.word.package import zipped
from desktop.export.word.stylesheet import styles
from desktop.models.profiles import Typeface

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
#: the parts that the document refers to
_PARTS = ("styles", "settings", "fontTable")
#: what stands in for each family where it is missing, its panose number and its class
_OTHERS = {
    Typeface.SANS: ("Arial", "020B0604020202020204", "swiss"),
    Typeface.SERIF: ("Times New Roman", "02020603050405020304", "roman"),
}


@cache
def base(look: Look, size: float, typeface: Typeface) -> bytes:
    """An empty file with every style of a look."""
    return zipped(
        {
            "[Content_Types].xml": _content_types(),
            "_rels/.rels": _relations(("officeDocument", "word/document.xml")),
            "word/document.xml": _part("w:document", f"<w:body><w:p/>{section_xml()}</w:body>"),
            "word/_rels/document.xml.rels": _relations(*((name, f"{name}.xml") for name in _PARTS)),
            "word/styles.xml": _part("w:styles", styles(sheet_of(look, size), FAMILIES[typeface])),
            "word/settings.xml": _part("w:settings", _settings()),
            "word/fontTable.xml": _part("w:fonts", _font(typeface)),
        }
    )


def section_xml() -> str:
    """A4 with the margins of the style sheets; distances are twentieths of a point."""
    top, right, bottom, left, foot = (
        round(20 * value) for value in (MARGIN_TOP, MARGIN_RIGHT, MARGIN_BOTTOM, MARGIN_LEFT, FOOTER_HEIGHT - 3)
    )
    return (
        f'<w:sectPr><w:pgSz w:w="{round(20 * PAGE_WIDTH)}" w:h="{round(20 * PAGE_HEIGHT)}"/>'
        f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}" w:header="567" '
        f'w:footer="{foot}" w:gutter="0"/></w:sectPr>'
    )


def _part(tag: str, content: str, spaces: str = names.NAMESPACE) -> bytes:
    return f"{_XML}<{tag} {spaces}>{content}</{tag}>".encode()


def _content_types() -> bytes:
    parts = [("document", f"{_WORD}.document.main+xml"), *((name, f"{_WORD}.{name}+xml") for name in _PARTS)]
    overrides = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{content}"/>' for name, content in parts)
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    defaults = (
        f'<Default Extension="rels" ContentType="{relations}"/><Default Extension="xml" ContentType="application/xml"/>'
    )
    return _part("Types", defaults + overrides, f'xmlns="{_PACKAGE}/content-types"')


def _relations(*targets: tuple[str, str]) -> bytes:
    relations = (
        f'<Relationship Id="rId{number}" Type="{names.RELATIONS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return _part("Relationships", "".join(relations), f'xmlns="{_PACKAGE}/relationships"')


def _settings() -> str:
    """The behaviour of a current Word; in older ones tables stand out into the margin."""
    mode = '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    return (
        '<w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/><w:characterSpacingControl w:val="doNotCompress"/>'
        f'<w:compat>{mode}</w:compat><w:themeFontLang w:val="de-DE"/><w:decimalSymbol w:val=","/>'
        '<w:listSeparator w:val=";"/>'
    )


def _font(typeface: Typeface) -> str:
    """Where the font is missing, the other one has the same widths."""
    other, panose, family = _OTHERS[typeface]
    return (
        f'<w:font w:name="{FAMILIES[typeface]}"><w:altName w:val="{other}"/><w:panose1 w:val="{panose}"/>'
        f'<w:charset w:val="00"/><w:family w:val="{family}"/><w:pitch w:val="variable"/></w:font>'
    )
