"""What can be read in a file, by eyes and by programs: bytes, parts of archives, streams, texts, attributes, the name.

All of it comes as words with a space between them, which may be taken out: so neither line ends nor markup nor letters
composed in another way hide anything.
"""

import base64
import binascii
import hashlib
import html
import io
import json
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from typing import Any

_NO_LETTER = re.compile(r"[\W_]+")
_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff\ufffe]\\s*")
_TAG = re.compile(r"<[^>]*>")
_DATA_URI = re.compile(r"data:[^\"',;]*;base64,([A-Za-z0-9+/=\s]+)")
#: texts in UTF-16, as a PDF has them in its strings
_WIDE = re.compile(rb"<feff((?:[0-9a-f]{2})+)>")
_LOWER = bytes(range(256)).lower()
_DROPPED = bytes(code for code in range(128) if not chr(code).isalnum())


def squeezed(text: str) -> str:
    """Letters and digits only, composed and in small letters."""
    return _NO_LETTER.sub("", unicodedata.normalize("NFC", text).casefold())


def spaced(text: str) -> str:
    """The same with a space between words."""
    return _NO_LETTER.sub(" ", unicodedata.normalize("NFC", _UNSEEN.sub("", text)).casefold())


def raw(data: bytes) -> str:
    """Bytes without signs and zeros, in small letters as far as ASCII goes: UTF-8, Latin-1 and UTF-16 are found in it.

    What is looked for has to be put through the same, see ``raw_forms``.
    """
    return data.translate(_LOWER, _DROPPED).decode("latin-1")


def raw_forms(text: str) -> set[str]:
    """How a text looks in ``raw`` bytes."""
    composed = unicodedata.normalize("NFC", text)
    return {raw(composed.encode("utf-8", "ignore")), raw(composed.encode("latin-1", "ignore"))}


def texts(name: str, data: bytes) -> Iterator[str]:
    """All that can be read in a file of this name; what stands apart with a line end between."""
    yield spaced(name)
    if data.startswith(b"PK"):
        yield raw(data)
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield spaced(archive.comment.decode("utf-8", "replace"))
            for part in archive.namelist():
                yield from texts(part, archive.read(part))
    elif data.startswith(b"%PDF"):
        yield raw(data)
        yield from _pdf(data)
    elif name.endswith(".json"):
        yield "\n".join(spaced(text) for text in _strings(json.loads(data)))
    else:
        yield from _marked_up(data)


def _marked_up(data: bytes) -> Iterator[str]:
    """Text without tags: split runs joined, and cells apart; attributes and comments; what is no text, as it is."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        yield raw(data)
        return
    for between in ("", " "):
        yield spaced(html.unescape(_TAG.sub(between, text)))
    yield spaced(html.unescape("\n".join({*_TAG.findall(text)})))
    for found in _DATA_URI.finditer(text):
        try:
            yield from texts("", base64.b64decode(found[1]))
        except binascii.Error:
            continue


def _pdf(data: bytes) -> Iterator[str]:
    import pikepdf  # the window, which shows the list of what is to be seen, never needs them
    import pypdfium2

    pages = pypdfium2.PdfDocument(data)
    try:
        yield spaced("\n".join(page.get_textpage().get_text_range() for page in pages))
    finally:
        pages.close()
    unpacked = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as document:
        if "/Metadata" in document.Root:
            yield from _marked_up(document.Root.Metadata.read_bytes())
        document.save(
            unpacked,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    content = unpacked.getvalue()
    yield raw(content)
    for digits in set(_WIDE.findall(content)):
        yield spaced(bytes.fromhex(digits.decode()).decode("utf-16-be", "replace"))


def _strings(data: Any) -> Iterator[str]:
    """All strings of JSON data; for the bytes of an attachment their SHA-512."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, list):
        for part in data:
            yield from _strings(part)
    elif isinstance(data, dict):
        for name, part in data.items():
            yield name
            if name == "content":
                yield hashlib.sha512(base64.b64decode(part)).hexdigest()
            else:
                yield from _strings(part)
