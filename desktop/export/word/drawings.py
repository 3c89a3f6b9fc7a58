"""Pictures in the line, and the word for a draft behind the text of each page."""

from xml.sax.saxutils import quoteattr

from desktop.export.word.references import Picture

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
#: how Word marks a picture that says nothing
_DECORATION = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
#: the box of the draft's word in points: its height, its width per letter and at most
_HIGH, _PER_LETTER, _WIDEST = 96, 54, 480


def picture_xml(picture: Picture, alt: str) -> str:
    """A run with a picture in the line; without ``alt`` it is decoration."""
    size = f'cx="{picture.width}" cy="{picture.height}"'
    name = f'id="{picture.number}" name="Bild {picture.number}" descr={quoteattr(alt)}'
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0" '
        f'xmlns:wp="{_DRAWING}/wordprocessingDrawing" xmlns:a="{_DRAWING}/main"><wp:extent {size}/>'
        f"<wp:docPr {name}>{'' if alt else _DECORATION}</wp:docPr>"
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic><a:graphicData uri="{_DRAWING}/picture"><pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr>'
        f'<pic:cNvPr {name}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{picture.relation}"/>'
        f'<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def watermark_xml(word: str, number: int, font: str) -> str:
    """A run that draws a word behind the text, turned, as Word itself writes it; ``number`` tells the shapes apart.

    Light enough that all text on it keeps its contrast.
    """
    width = min(_PER_LETTER * len(word), _WIDEST)
    place = (
        f"position:absolute;margin-left:0;margin-top:0;width:{width}pt;height:{_HIGH}pt;rotation:308;"
        "z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
        "mso-position-vertical:center;mso-position-vertical-relative:margin"
    )
    return (
        '<w:r><w:rPr><w:noProof/></w:rPr><w:pict xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:o="urn:schemas-microsoft-com:office:office"><v:shapetype id="_x0000_t136" coordsize="21600,21600" '
        'o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/>'
        '<v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/>'
        '<v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/>'
        '<v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/>'
        '<v:f eqn="sum @6 0 @5"/></v:formulas><v:path textpathok="t" o:connecttype="custom" '
        'o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>'
        '<v:textpath on="t" fitshape="t"/><v:handles><v:h position="#0,bottomRight" xrange="6629,14971"/></v:handles>'
        f'<o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype><v:shape id="PowerPlusWaterMarkObject{number}" '
        f'o:spid="_x0000_s{2048 + number}" type="#_x0000_t136" alt="" style="{place}" o:allowincell="f" '
        f'fillcolor="#e9e9e9" stroked="f"><v:textpath style={quoteattr(_type(font))} string={quoteattr(word)}/>'
        "</v:shape></w:pict></w:r>"
    )


def _type(font: str) -> str:
    return f'font-family:"{font}";font-size:1pt;font-weight:bold' if font else "font-size:1pt;font-weight:bold"
