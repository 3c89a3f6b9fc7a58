"""Invented Word templates of an office: one by hand, as a German Word writes it, and one of python-docx."""

import struct
import zlib
from collections.abc import Mapping
from io import BytesIO

import docx

from desktop.export.word.package import unzipped, zipped

VALUES = (
    ("amt", "Stadt Eiderfleth\nDer Bürgermeister"),
    ("gremium", "Hauptausschuss"),
    ("sitzung", "14. Sitzung des Hauptausschusses"),
    ("datum", "28.10.2021"),
    ("aktenzeichen", "HA/14/XIII"),
    ("ausdruck", "29.10.2021"),
    ("ort", "Hafenstraße 30, 99999 Eiderfleth"),
)

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def logo() -> bytes:
    """A blue shield, 40 by 50 pixels, as PNG."""
    rows = b"".join(
        b"\0" + b"".join(b"\x1f\x4f\x8a" if abs(x - 20) < 20 - max(y - 30, 0) else b"\xff\xff\xff" for x in range(40))
        for y in range(50)
    )
    chunks = ((b"IHDR", struct.pack(">IIBBBBB", 40, 50, 8, 2, 0, 0, 0)), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )


def run(text: str, properties: str = "") -> str:
    return f'<w:r w:rsidR="00AB12CD"><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str, style: str = "Standard") -> str:
    return f'<w:p w:rsidR="00AB12CD"><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{"".join(runs)}</w:p>'


#: a letterhead: the arms and the office on the first page, one line on all others
FIRST = (
    f"<w:tbl><w:tblPr><w:tblW w:w='9354' w:type='dxa'/></w:tblPr><w:tblGrid><w:gridCol w:w='1500'/>"
    f"<w:gridCol w:w='7854'/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w='1500' w:type='dxa'/></w:tcPr>"
    f"{paragraph('@LOGO@', style='Kopfzeile')}</w:tc><w:tc><w:tcPr><w:tcW w:w='7854' w:type='dxa'/></w:tcPr>"
    f"{paragraph(run('{{A', '<w:b/>'), run('mt', '<w:b/>'), run('}}', '<w:b/>'), style='Kopfzeile')}"
    f"{paragraph(run('Auskunft: Frau Deichgräf, Zimmer 12'), style='Kopfzeile')}</w:tc></w:tr></w:tbl>"
    f"{paragraph(style='Kopfzeile')}"
)
OTHERS = paragraph(run("{{gremium}} · {{ datum }}"), style="Kopfzeile")
FOOT = paragraph(run("{{aktenzeichen}} · gedruckt {{ausdruck}} · Seite {{seite}} von {{seiten}}"), style="Fuzeile")
FOOT_FIRST = paragraph(run("Eiderfleth, Am Deich 1 · Sparkasse Eiderfleth"), style="Fuzeile")
BODY = (
    paragraph(run("Zu: {{sitzung}}, {{ort}}", "<w:i/>")),
    paragraph(run("{{inhalt}}")),
    paragraph(run("Diese Seiten wurden elektronisch erstellt.")),
)

_STYLES = (
    "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii='Liberation Serif' w:hAnsi='Liberation Serif'/>"
    "<w:lang w:val='en-US'/></w:rPr></w:rPrDefault></w:docDefaults>"
    "<w:style w:type='paragraph' w:default='1' w:styleId='Standard'><w:name w:val='Normal'/><w:rPr><w:sz w:val='24'/>"
    "</w:rPr></w:style>"
    "<w:style w:type='table' w:default='1' w:styleId='NormaleTabelle'><w:name w:val='Normal Table'/><w:tblPr>"
    "<w:tblCellMar><w:left w:w='108' w:type='dxa'/><w:right w:w='108' w:type='dxa'/></w:tblCellMar></w:tblPr></w:style>"
    "<w:style w:type='paragraph' w:styleId='berschrift2'><w:name w:val='heading 2'/><w:basedOn w:val='Standard'/>"
    "<w:pPr><w:keepNext/><w:spacing w:before='240'/><w:outlineLvl w:val='1'/></w:pPr>"
    "<w:rPr><w:b/><w:color w:val='1F4F8A'/></w:rPr></w:style>"
    "<w:style w:type='paragraph' w:styleId='Kopfzeile'><w:name w:val='header'/><w:basedOn w:val='Standard'/></w:style>"
    "<w:style w:type='paragraph' w:styleId='Fuzeile'><w:name w:val='footer'/><w:basedOn w:val='Standard'/><w:rPr>"
    "<w:sz w:val='16'/></w:rPr></w:style>"
    "<w:style w:type='paragraph' w:styleId='BodyText'><w:name w:val='Anschrift'/><w:basedOn w:val='Standard'/>"
    "</w:style>"
)
_NUMBERING = (
    "<w:abstractNum w:abstractNumId='3'><w:multiLevelType w:val='singleLevel'/><w:lvl w:ilvl='0'><w:start w:val='1'/>"
    "<w:numFmt w:val='upperRoman'/><w:lvlText w:val='%1.'/></w:lvl></w:abstractNum>"
    "<w:num w:numId='1'><w:abstractNumId w:val='3'/></w:num>"
)
_PICTURE = (
    "<w:drawing><wp:inline xmlns:wp='http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'>"
    "<wp:extent cx='508000' cy='635000'/><wp:docPr id='7' name='Wappen' descr='Wappen der Stadt Eiderfleth'/>"
    "<a:graphic xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'><a:graphicData "
    "uri='http://schemas.openxmlformats.org/drawingml/2006/picture'><pic:pic "
    "xmlns:pic='http://schemas.openxmlformats.org/drawingml/2006/picture'><pic:nvPicPr><pic:cNvPr id='7' name='W'/>"
    "<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed='rId1'/><a:stretch><a:fillRect/></a:stretch>"
    "</pic:blipFill><pic:spPr><a:xfrm><a:off x='0' y='0'/><a:ext cx='508000' cy='635000'/></a:xfrm>"
    "<a:prstGeom prst='rect'><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>"
    "</w:drawing>"
)
_STORIES = ("header1", "header2", "footer1", "footer2")
_SETTINGS = "<w:attachedTemplate r:id='rId1'/><w:rsids><w:rsidRoot w:val='00AB12CD'/></w:rsids>"


def letterhead(
    *, body: tuple[str, ...] = BODY, first: str = FIRST, others: str = OTHERS, foot: str = FOOT, more: str = ""
) -> bytes:
    """The template of the Stadt Eiderfleth with other parts where a test gives them; ``more`` ends the text."""
    references = "".join(
        f"<w:{name[:6]}Reference w:type='{'first' if name.endswith('1') else 'default'}' r:id='rId{number}'/>"
        for number, name in enumerate(_STORIES, 4)
    )
    section = (
        f"<w:sectPr>{references}<w:pgSz w:w='11906' w:h='16838'/><w:pgMar w:top='1701' w:right='1134' w:bottom='1134' "
        "w:left='1418' w:header='709' w:footer='567' w:gutter='0'/><w:titlePg/></w:sectPr>"
    )
    links = [("styles", "styles.xml"), ("settings", "settings.xml"), ("numbering", "numbering.xml")]
    links += [(name[:6], f"{name}.xml") for name in _STORIES]
    top = first.replace("@LOGO@", f"<w:r>{_PICTURE}</w:r>")
    contents = {
        "document": f"<w:document {_W} {_R}><w:body>{''.join(body)}{more}{section}</w:body></w:document>",
        "styles": f"<w:styles {_W}>{_STYLES}</w:styles>",
        "settings": f"<w:settings {_W} {_R}>{_SETTINGS}</w:settings>",
        "numbering": f"<w:numbering {_W}>{_NUMBERING}</w:numbering>",
        "header1": f"<w:hdr {_W} {_R}>{top}</w:hdr>",
        "header2": f"<w:hdr {_W}>{others}</w:hdr>",
        "footer1": f"<w:ftr {_W}>{FOOT_FIRST}</w:ftr>",
        "footer2": f"<w:ftr {_W}>{foot}</w:ftr>",
    }
    parts = {
        "[Content_Types].xml": _types(contents),
        "_rels/.rels": _relations([("officeDocument", "word/document.xml"), ("custom-properties", "docProps/app.xml")]),
        "docProps/app.xml": b"<Properties><Company>Verfasser Geheim</Company></Properties>",
        **{f"word/{name}.xml": f'<?xml version="1.0"?>{content}'.encode() for name, content in contents.items()},
        "word/_rels/document.xml.rels": _relations(links),
        "word/_rels/header1.xml.rels": _relations([("image", "media/wappen.png")]),
        "word/_rels/settings.xml.rels": _relations([("attachedTemplate", "file:///C:/Users/geheim/Brief.dotx")]),
        "word/media/wappen.png": logo(),
    }
    return zipped(parts)


def _types(contents: Mapping[str, str]) -> bytes:
    kinds = {"document": "document.main", **{name: name[:6] for name in _STORIES}}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{kinds.get(name, name)}+xml"/>'
        for name in contents
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        f'ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>{overrides}</Types>'
    ).encode()


def _relations(targets: list[tuple[str, str]]) -> bytes:
    inside = "".join(
        f'<Relationship Id="rId{number}" Type="{_KIND}/{kind}" Target="{target}"'
        f"{' TargetMode=' + chr(34) + 'External' + chr(34) if target.startswith(('http', 'file')) else ''}/>"
        for number, (kind, target) in enumerate(targets, 1)
    )
    xmlns = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{xmlns}">{inside}</Relationships>'.encode()


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """A file with one part more, or another."""
    return zipped({**unzipped(data), name: content})


def of_python_docx(*texts: str) -> bytes:
    """The default template of python-docx with paragraphs."""
    file = docx.Document()
    for text in texts:
        file.add_paragraph(text)
    target = BytesIO()
    file.save(target)
    return target.getvalue()


def templates() -> dict[str, bytes]:
    """All templates that are fit to use."""
    return {
        "letterhead": letterhead(),
        "python-docx": of_python_docx("Zur {{sitzung}}", "{{inhalt}}"),
        "empty": of_python_docx(),
    }
