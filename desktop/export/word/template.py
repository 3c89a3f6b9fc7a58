"""Builds the DOCX templates that the program ships, one per look, out of the style sheets.

``python -m desktop.export.word.template`` writes them anew into ``resources/templates``; a test says when that is due.
"""

from desktop.export.document import Look
from desktop.export.styles import (
    FONT,
    FOOTER_HEIGHT,
    MARGIN_BOTTOM,
    MARGIN_LEFT,
    MARGIN_RIGHT,
    MARGIN_TOP,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    SHEETS,
    Sheet,
)
from desktop.export.word import names
from desktop.export.word.package import zipped
from desktop.export.word.template_styles import styles
from desktop.files import safe_write
from desktop.paths import resource

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

#: the parts that the document refers to: name, type of relation, type of content
_PARTS = (
    ("styles", "styles", f"{_WORD}.styles+xml"),
    ("numbering", "numbering", f"{_WORD}.numbering+xml"),
    ("settings", "settings", f"{_WORD}.settings+xml"),
    ("fontTable", "fontTable", f"{_WORD}.fontTable+xml"),
    ("footer1", "footer", f"{_WORD}.footer+xml"),
)


def build(look: Look) -> bytes:
    """The template of a look: every style, both kinds of list, an empty footer, and nothing else."""
    sheet = SHEETS[look]
    return zipped(
        {
            "[Content_Types].xml": _content_types(),
            "_rels/.rels": _relations(
                (f"{_OFFICE}/officeDocument", "word/document.xml"),
                (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            ),
            "docProps/core.xml": _part(
                "cp:coreProperties",
                "<dc:title></dc:title>",
                f'xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
                'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
            ),
            "word/document.xml": _part("w:document", f"<w:body><w:p/>{_section()}</w:body>", f"{names.NAMESPACE} {_R}"),
            "word/_rels/document.xml.rels": _relations(
                *((f"{_OFFICE}/{kind}", f"{name}.xml") for name, kind, _ in _PARTS)
            ),
            "word/styles.xml": _part("w:styles", styles(sheet)),
            "word/numbering.xml": _part("w:numbering", _numbering(sheet)),
            "word/settings.xml": _part("w:settings", _settings()),
            "word/fontTable.xml": _part("w:fonts", _fonts()),
            "word/footer1.xml": _part("w:ftr", f'<w:p><w:pPr><w:pStyle w:val="{names.FOOTER[0]}"/></w:pPr></w:p>'),
        }
    )


def _part(tag: str, content: str, spaces: str = names.NAMESPACE) -> bytes:
    return f"{_XML}<{tag} {spaces}>{content}</{tag}>".encode()


def _content_types() -> bytes:
    parts = [
        ("/word/document.xml", f"{_WORD}.document.main+xml"),
        ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
        *((f"/word/{name}.xml", content) for name, _, content in _PARTS),
    ]
    overrides = "".join(f'<Override PartName="{name}" ContentType="{content}"/>' for name, content in parts)
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    defaults = (
        f'<Default Extension="rels" ContentType="{relations}"/><Default Extension="xml" ContentType="application/xml"/>'
    )
    return _part("Types", defaults + overrides, f'xmlns="{_PACKAGE}/content-types"')


def _relations(*targets: tuple[str, str]) -> bytes:
    relations = (
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return _part("Relationships", "".join(relations), f'xmlns="{_PACKAGE}/relationships"')


def _section() -> str:
    """A4 with the margins of the style sheets; distances are twentieths of a point."""
    footer = 1 + next(index for index, (_, kind, _) in enumerate(_PARTS) if kind == "footer")
    top, right, bottom, left, foot = (
        round(20 * value) for value in (MARGIN_TOP, MARGIN_RIGHT, MARGIN_BOTTOM, MARGIN_LEFT, FOOTER_HEIGHT - 3)
    )
    return (
        f'<w:sectPr><w:footerReference w:type="default" r:id="rId{footer}"/>'
        f'<w:pgSz w:w="{round(20 * PAGE_WIDTH)}" w:h="{round(20 * PAGE_HEIGHT)}"/>'
        f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}" w:header="567" '
        f'w:footer="{foot}" w:gutter="0"/></w:sectPr>'
    )


def _numbering(sheet: Sheet) -> str:
    """A bulleted and a numbered list of nine levels. Each ordered list of a document gets a number of its own."""
    bullets = _list(names.ABSTRACT_BULLET, "bullet", sheet)
    numbers = _list(names.ABSTRACT_NUMBER, "decimal", sheet)
    shared = f'<w:num w:numId="{names.BULLETS}"><w:abstractNumId w:val="{names.ABSTRACT_BULLET}"/></w:num>'
    return bullets + numbers + shared


def _list(number: int, kind: str, sheet: Sheet) -> str:
    levels = "".join(_level(level, kind, sheet.list_indent) for level in range(names.LIST_LEVELS))
    kinds = '<w:multiLevelType w:val="multilevel"/>'
    return f'<w:abstractNum w:abstractNumId="{number}">{kinds}{levels}</w:abstractNum>'


def _level(level: int, kind: str, indent: float) -> str:
    text = "•" if kind == "bullet" else f"%{level + 1}."
    left, hanging = round(20 * indent * (level + 1)), round(20 * (indent - 3))
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:tabs><w:tab w:val="num" w:pos="{left}"/></w:tabs>'
        f'<w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr>'
        f'<w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}" w:hint="default"/>'
        '<w:b w:val="0"/><w:i w:val="0"/></w:rPr></w:lvl>'
    )


def _settings() -> str:
    """The behaviour of a current Word; in older ones tables stand out into the margin."""
    mode = '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    return (
        '<w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/><w:characterSpacingControl w:val="doNotCompress"/>'
        f'<w:compat>{mode}</w:compat><w:themeFontLang w:val="de-DE"/><w:decimalSymbol w:val=","/>'
        '<w:listSeparator w:val=";"/>'
    )


def _fonts() -> str:
    """Where Liberation Sans is missing, Arial has the same widths."""
    return (
        f'<w:font w:name="{FONT}"><w:altName w:val="Arial"/><w:panose1 w:val="020B0604020202020204"/>'
        '<w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>'
    )


if __name__ == "__main__":
    for each in Look:
        safe_write(resource("templates", names.template(each)), build(each))
