"""Opens a Word file that somebody brought: nothing too large, nothing that runs, nothing that leads out of it."""

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

import docx
from docx.opc.exceptions import OpcError
from docx.opc.part import XmlPart
from docx.oxml.ns import qn
from lxml.etree import LxmlError

from desktop.export.document import FOLLOWED
from desktop.export.template_errors import Finding, TemplateError, TemplateProblem
from desktop.export.word.leftovers import beyond_reach
from desktop.export.word.package import zipped

#: a zip bomb of 334 KB took 641 MB of memory; no letterhead comes near these
_LARGEST, _RATIO, _PARTS = 50_000_000, 100, 2_000
#: small files may shrink to anything
_SMALL = 1_000_000

_TYPES = "[Content_Types].xml"
_TEMPLATE, _DOCUMENT = b"wordprocessingml.template.main+xml", b"wordprocessingml.document.main+xml"
_STRICT = b"http://purl.oclc.org/ooxml/"
#: kinds of relation (the last word of their name) that hold whole files
_EMBEDDED = frozenset({"oleObject", "package", "control", "aFChunk", "activeXControlBinary", "subDocument"})
_CHANGES = tuple(
    qn(f"w:{name}")
    for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange")
)


@contextmanager
def damage_told() -> Iterator[None]:
    """Tells what a file raises that is not as it should be, e.g. one that names parts it does not have."""
    try:
        yield
    except (OpcError, LxmlError, LookupError, ValueError, TypeError, AttributeError) as error:
        raise TemplateError(Finding(TemplateProblem.NOT_DOCX)) from error


def opened(data: bytes) -> Any:
    """The file as python-docx has it. Raises TemplateError for the first thing that is wrong."""
    file, findings = looked_through(data)
    if findings:
        raise TemplateError(findings[0])
    return file


def looked_through(data: bytes) -> tuple[Any, list[Finding]]:
    """The file and what is wrong with it as such; None for a file that must not be opened or cannot be."""
    try:
        parts = _unpacked(data)
    except (BadZipFile, zlib.error, OSError, EOFError, RuntimeError, ValueError):
        return None, [Finding(TemplateProblem.NOT_DOCX)]
    if parts is None:
        return None, [Finding(TemplateProblem.TOO_LARGE)]
    if findings := list(_of_parts(parts)):
        return None, findings
    parts[_TYPES] = parts[_TYPES].replace(_TEMPLATE, _DOCUMENT)
    try:
        with damage_told():
            file = docx.Document(BytesIO(zipped(parts)))
            return file, list(_of_file(file))
    except TemplateError as error:
        return None, [error.finding]


def _unpacked(data: bytes) -> dict[str, bytes] | None:
    """The parts by name; None where they are too large or too many."""
    with ZipFile(BytesIO(data)) as archive:
        entries = archive.infolist()
        size = sum(entry.file_size for entry in entries)
        packed = sum(entry.compress_size for entry in entries)
        if size > _LARGEST or len(entries) > _PARTS or size > max(_SMALL, _RATIO * packed):
            return None
        return {entry.filename: _content(archive, entry) for entry in entries if not entry.is_dir()}


def _content(archive: ZipFile, entry: ZipInfo) -> bytes:
    """A part, no more of it than it says to have: what it says is counted, not what it has."""
    if entry.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
        raise BadZipFile(entry.filename)
    with archive.open(entry) as part:
        return part.read(entry.file_size)


def _of_parts(parts: dict[str, bytes]) -> Iterator[Finding]:
    """What is wrong before any markup is read."""
    if _TYPES not in parts:
        yield Finding(TemplateProblem.NOT_DOCX)
        return
    markup = [content for name, content in parts.items() if name.endswith((".xml", ".rels"))]
    if any(b"<!DOCTYPE" in content.replace(b"\0", b"") for content in markup):
        yield Finding(TemplateProblem.DOCTYPE)
    if _STRICT in parts.get("_rels/.rels", b""):
        yield Finding(TemplateProblem.STRICT)
    if b"macroEnabled" in parts[_TYPES] or any("vbaproject" in name.lower() for name in parts):
        yield Finding(TemplateProblem.MACROS)


def _of_file(file: Any) -> Iterator[Finding]:
    """What leads out of the file, what is hidden in it, what people have not finished in it."""
    for part in file.part.package.iter_parts():
        for relation in part.rels.values():
            kind = relation.reltype.rpartition("/")[2]
            if kind in _EMBEDDED:
                yield Finding(TemplateProblem.EMBEDDED, relation.target_ref.rpartition("/")[2])
            elif relation.is_external and kind != "attachedTemplate":
                if kind != "hyperlink" or not relation.target_ref.lower().startswith(FOLLOWED):
                    yield Finding(TemplateProblem.EXTERNAL, relation.target_ref)
            elif kind == "comments":
                yield Finding(TemplateProblem.COMMENTS)
        if isinstance(part, XmlPart):
            yield from beyond_reach(part.element)
            if next(part.element.iter(*_CHANGES), None) is not None:
                yield Finding(TemplateProblem.CHANGES)
