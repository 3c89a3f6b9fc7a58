"""What makes drawn pages a PDF/UA-1 and PDF/A-2a file: structure, properties twice over, colours.

PDF/A-2 is ISO 19005-2, PDF/UA-1 ISO 14289-1. Nothing here depends on the clock: equal Documents give equal bytes.
"""

import re
from datetime import datetime
from functools import cache
from io import BytesIO
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from desktop.export.document import Document
from desktop.export.pdf.structure import write_structure
from desktop.export.pdf.tags import Element
from desktop.paths import resource

_PRODUCER = "Protokollpult"
_COLORS = "sRGB IEC61966-2.1"
#: no place in XML
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def finished(document: Document, drawn: bytes, root: Element) -> bytes:
    """The drawn pages as a file to keep and to read aloud."""
    target = BytesIO()
    with pikepdf.open(BytesIO(drawn)) as pdf:
        write_structure(pdf, root)
        pdf.Root.MarkInfo = Dictionary(Marked=True)
        pdf.Root.OutputIntents = Array([_output_intent(pdf)])
        pdf.trailer.Info = pdf.make_indirect(_information(document))
        pdf.Root.Metadata = pdf.make_stream(_metadata(document), Type=Name.Metadata, Subtype=Name.XML)
        pdf.save(target, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return target.getvalue()


@cache
def _color_profile() -> bytes:
    return resource("color", "sRGB.icc").read_bytes()


def _output_intent(pdf: Pdf) -> Dictionary:
    return Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String(_COLORS),
        Info=String(_COLORS),
        DestOutputProfile=pdf.make_stream(_color_profile(), N=3),
    )


def _information(document: Document) -> Dictionary:
    """The properties as older readers look for them; the metadata say the same."""
    stamp = _stamp(document.created)
    values = {
        "/Title": document.title,
        "/Author": document.author,
        "/Subject": document.subject,
        "/Keywords": document.status,
        "/Creator": _PRODUCER,
        "/Producer": _PRODUCER,
        "/CreationDate": stamp,
        "/ModDate": stamp,
    }
    return Dictionary({name: String(_CONTROLS.sub("", value)) for name, value in values.items() if value})


def _metadata(document: Document) -> bytes:
    """The properties as XMP, with the parts of both standards, one of which has to be explained to the other."""
    title, author, subject, status = (
        escape(_CONTROLS.sub("", text)) for text in (document.title, document.author, document.subject, document.status)
    )
    moment = datetime.fromisoformat(document.created).isoformat(timespec="seconds") if document.created else ""
    parts = [
        "<dc:format>application/pdf</dc:format>",
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>',
        f"<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>" if author else "",
        f'<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>'
        if subject
        else "",
        f"<dc:language><rdf:Bag><rdf:li>{escape(document.language)}</rdf:li></rdf:Bag></dc:language>",
        f"<pdf:Keywords>{status}</pdf:Keywords>" if status else "",
        f"<pdf:Producer>{_PRODUCER}</pdf:Producer>",
        f"<xmp:CreatorTool>{_PRODUCER}</xmp:CreatorTool>",
        f"<xmp:CreateDate>{moment}</xmp:CreateDate><xmp:ModifyDate>{moment}</xmp:ModifyDate>" if moment else "",
        "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>",
        _EXTENSION,
    ]
    return _FRAME.format("\n".join(filter(None, parts))).encode()


_FRAME = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
{}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""

#: PDF/A knows no part number of PDF/UA unless it is told what that is (ISO 19005-2, 6.6.2.3)
_EXTENSION = """<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>"""


def _stamp(created: str) -> str:
    """A date as PDF writes it, e.g. D:20211029093000+02'00'; empty where the document has none."""
    if not created:
        return ""
    moment = datetime.fromisoformat(created)
    offset = moment.strftime("%z") or "+0000"
    return f"D:{moment:%Y%m%d%H%M%S}{offset[:3]}'{offset[3:5]}'"
