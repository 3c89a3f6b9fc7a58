"""Reads the text back out of the files the program writes, as another program would."""

import html.parser
import io
import re
import unicodedata
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pypdfium2

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def docx_text(data: bytes) -> str:
    """The text of the body, without headers and footers."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        body = ElementTree.fromstring(archive.read("word/document.xml"))
    lines = []
    for paragraph in body.iter(f"{_W}p"):
        parts = [node.text or "" if node.tag == f"{_W}t" else " " for node in paragraph.iter() if node.tag in _SEEN]
        lines.append("".join(parts))
    return "\n".join(lines)


_SEEN = (f"{_W}t", f"{_W}br", f"{_W}tab")


def pdf_text(data: bytes) -> str:
    """The text of all pages, running lines included."""
    document = pypdfium2.PdfDocument(data)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


class _Text(html.parser.HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self._silent += tag in ("style", "script", "title")

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in ("style", "script", "title")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(data)


def html_text(data: bytes) -> str:
    """The text of the page's body."""
    parser = _Text()
    parser.feed(data.decode("utf-8"))
    return "".join(parser.parts)


READERS = {".docx": docx_text, ".pdf": pdf_text, ".html": html_text}


def text_of(path: Path) -> str:
    """The text of a written file."""
    reader = READERS.get(path.suffix)
    return reader(path.read_bytes()) if reader else path.read_text("utf-8")


def squeezed(text: str) -> str:
    """Text without white space and invisible hints for line ends, composed: what must be equal between formats."""
    return re.sub(r"[\s\u00ad\u200b\u2060\ufffe]+", "", unicodedata.normalize("NFC", text))
