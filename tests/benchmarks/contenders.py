"""Who writes the same minutes: our writers, and other programs used the plain way. Each gives the bytes it made."""

import subprocess
import tempfile
from collections.abc import Callable
from datetime import datetime
from functools import partial
from io import BytesIO
from pathlib import Path

from desktop.clock import BERLIN
from tests.benchmarks import material

#: so that small minutes can be written to warm up
Write = Callable[[tuple[material.Item, ...]], bytes]


def our_pdf(made: tuple[material.Item, ...]) -> bytes:
    from desktop.export import pdf

    return pdf.render(material.document(made))


def our_docx(made: tuple[material.Item, ...]) -> bytes:
    from desktop.export import word

    return word.render(material.document(made))


def plain_reportlab(made: tuple[material.Item, ...]) -> bytes:
    """reportlab as its handbook shows it: no tags, but the same embedded fonts, for umlauts and to be archived."""
    from reportlab.lib import colors
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

    from desktop.paths import resource

    for name in ("LiberationSans-Regular", "LiberationSans-Bold"):
        pdfmetrics.registerFont(TTFont(name, str(resource(f"fonts/{name}.ttf"))))
    styles = getSampleStyleSheet()
    for style in styles.byName.values():
        bold = style.name.startswith("Heading")
        style.fontName = f"LiberationSans-{'Bold' if bold else 'Regular'}"
    ruled = [("GRID", (0, 0), (-1, -1), 0.5, colors.grey), ("FONTNAME", (0, 0), (-1, -1), "LiberationSans-Regular")]
    flow = [Paragraph("Niederschrift", styles["Heading1"])]
    for item in made:
        flow.append(Paragraph(item.title, styles["Heading2"]))
        flow += [Paragraph(text, styles["BodyText"]) for text in item.paragraphs]
        flow += [
            Paragraph("Abstimmungsergebnis", styles["Heading3"]),
            Table([material.COLUMNS, *item.votes], style=ruled, repeatRows=1),
        ]
    out = BytesIO()

    def foot(canvas: object, _: object) -> None:
        canvas.setFont("LiberationSans-Regular", 8)  # type: ignore[attr-defined]
        canvas.drawString(60, 30, f"{material.FOOTER}{canvas.getPageNumber()}")  # type: ignore[attr-defined]

    SimpleDocTemplate(out).build(flow, onFirstPage=foot, onLaterPages=foot)
    return out.getvalue()


def naive_docx(made: tuple[material.Item, ...]) -> bytes:
    """python-docx as its handbook shows it."""
    import docx

    file = docx.Document()
    file.add_heading("Niederschrift", 1)
    for item in made:
        file.add_heading(item.title, 2)
        for text in item.paragraphs:
            file.add_paragraph(text)
        file.add_heading("Abstimmungsergebnis", 3)
        table = file.add_table(rows=1, cols=len(material.COLUMNS), style="Table Grid")
        for cell, text in zip(table.rows[0].cells, material.COLUMNS, strict=True):
            cell.text = text
        for row in item.votes:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
    out = BytesIO()
    file.save(out)
    return out.getvalue()


def weasyprint_pdf_ua(made: tuple[material.Item, ...]) -> bytes:
    import weasyprint  # type: ignore[import-not-found,unused-ignore]

    return bytes(weasyprint.HTML(string=material.page(made)).write_pdf(pdf_variant="pdf/ua-1"))


_FILTER = (
    'pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"},'
    '"SelectPdfVersion":{"type":"long","value":"2"}}'
)


def libreoffice_pdf_ua(made: tuple[material.Item, ...]) -> bytes:
    """Our DOCX, exported as PDF/UA and PDF/A-2 by LibreOffice, its start included."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "a.docx").write_bytes(our_docx(made))
        home = Path(tempfile.gettempdir(), "protokollpult-benchmark-soffice")  # kept: the first start makes a profile
        command = ["soffice", f"-env:UserInstallation={home.as_uri()}", "--headless", "--convert-to", _FILTER, "a.docx"]
        subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=600)
        return (folder / "a.pdf").read_bytes()


def libreoffice_start(_: tuple[material.Item, ...]) -> bytes:
    """The same for next to nothing: what of LibreOffice's time is its start."""
    return libreoffice_pdf_ua(material.items(1, 1))


def _demo(kind: str, format_: str, made: tuple[material.Item, ...]) -> bytes:
    """Documents of the demo's biggest meeting, from the session file on; the first warms up."""
    from desktop.export.kinds import Kind
    from desktop.export.publish import Format, Order, publish
    from desktop.models.exchange import session_file
    from desktop.models.profiles import choose, law_of
    from desktop.models.values import Reader
    from desktop.paths import resource

    path = max(resource("demo").glob("*.json"), key=lambda path: path.stat().st_size)
    session = session_file.read(path.read_bytes()).session
    item = "4" if kind == "auszug" else None
    order = Order(kind=Kind(kind), reader=Reader.COMPLETE, formats=(Format(format_),), item=item)
    created = datetime(2026, 3, 5, 18, 0, tzinfo=BERLIN)
    with tempfile.TemporaryDirectory() as folder:
        done = publish(
            session, {}, order, choose(session.body), created, lambda name: Path(folder, name), law=law_of(session.body)
        )
        return done.files[0].read_bytes()


#: name -> how it writes
CONTENDERS: dict[str, Write] = {
    "pdf": our_pdf,
    "reportlab": plain_reportlab,
    "weasyprint": weasyprint_pdf_ua,
    "libreoffice": libreoffice_pdf_ua,
    "libreoffice start": libreoffice_start,
    "docx": our_docx,
    "python-docx": naive_docx,
    "demo niederschrift pdf": partial(_demo, "niederschrift", "pdf"),
    "demo niederschrift docx": partial(_demo, "niederschrift", "docx"),
    "demo auszug pdf": partial(_demo, "auszug", "pdf"),
}
