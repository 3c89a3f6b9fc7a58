"""Everything that can be read in a file; written apart from what the program itself reads back."""

import html
import io
import json
import re
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pikepdf

from tests.reading import text_of


def everything_in(path: Path) -> Iterator[str]:
    """All that can be read in a file: bytes, parts of archives, decompressed streams, texts, its name."""
    data = path.read_bytes()
    yield path.name
    yield text_of(path) if path.suffix != ".json" else json.dumps(json.loads(data), ensure_ascii=False)
    yield from _decoded(data)
    if path.suffix == ".docx":
        yield from _parts(data)
    if path.suffix == ".pdf":
        yield from _streams_and_strings(path)


def found_in(paths: Iterable[Path], words: Iterable[str]) -> set[str]:
    """Which of the words are in the files, however they are written."""
    read = "\n".join(_plain(part) for path in paths for part in everything_in(path))
    return {word for word in words if _plain(word) in read}


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold().replace("\u00ad", "")


def _parts(data: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            part = archive.read(name)
            yield name
            yield from _decoded(part)
            if part.startswith(b"PK"):
                yield from _parts(part)
            else:
                yield html.unescape(re.sub(r"<[^>]*>", "", part.decode("utf-8", "ignore")))


def _streams_and_strings(path: Path) -> Iterator[str]:
    with pikepdf.open(path) as document:
        for found in document.objects:
            yield from _strings(found)
            if isinstance(found, pikepdf.Stream):
                try:
                    yield from _decoded(found.read_bytes())
                except pikepdf.PdfError:  # a picture
                    yield from _decoded(found.read_raw_bytes())


def _strings(found: Any) -> Iterator[str]:
    if isinstance(found, pikepdf.String | pikepdf.Name):
        yield str(found)
    elif isinstance(found, pikepdf.Array):
        for part in found:
            if not getattr(part, "is_indirect", False):
                yield from _strings(part)
    elif isinstance(found, pikepdf.Dictionary | pikepdf.Stream):
        for part in dict(found).values():
            if not getattr(part, "is_indirect", False):
                yield from _strings(part)


def _decoded(data: bytes) -> Iterator[str]:
    for encoding in ("utf-8", "utf-16-le", "utf-16-be", "latin-1"):
        yield data.decode(encoding, "ignore")
