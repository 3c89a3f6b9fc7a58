"""Opens a Word file that somebody brought: nothing too large, nothing that runs, nothing that leads out of it."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

import docx
from docx.opc.exceptions import OpcError
from lxml.etree import LxmlError

from desktop.export.template_errors import Finding, TemplateError, TemplateProblem
from desktop.export.word.package import unzipped, zipped

#: a zip bomb of 334 KB took 641 MB of memory; no letterhead comes near these
_LARGEST, _RATIO, _PARTS = 50_000_000, 100, 2_000
#: small files may shrink to anything
_SMALL = 1_000_000

_TYPES = "[Content_Types].xml"
_TEMPLATE, _DOCUMENT = b"wordprocessingml.template.main+xml", b"wordprocessingml.document.main+xml"
_STRICT = b"http://purl.oclc.org/ooxml/"
_EXTERNAL = re.compile(rb'<Relationship\b[^>]*TargetMode="External"[^>]*>')
_TARGET = re.compile(rb'Target="([^"]*)"')
#: links that people follow may stay; the path of the template on somebody's machine is taken out later
_LINK = re.compile(rb'/relationships/hyperlink"')
_WEB = re.compile(rb'Target="(?:https?://|mailto:)')
_COMMENTS = re.compile(r"word/comments\w*\.xml", re.IGNORECASE)
_CHANGE = re.compile(rb"<w:(?:ins|del|moveFrom|moveTo|rPrChange|pPrChange|sectPrChange|tblPrChange)\b")
_STORY = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml")


def opened(data: bytes) -> Any:
    """The file as python-docx has it. Raises TemplateError for the first thing that is wrong."""
    for finding in inspect(data):
        raise TemplateError(finding)
    parts = unzipped(data)
    parts[_TYPES] = parts[_TYPES].replace(_TEMPLATE, _DOCUMENT)
    try:
        return docx.Document(BytesIO(zipped(parts)))
    except (OpcError, LxmlError, KeyError, ValueError) as error:
        raise TemplateError(Finding(TemplateProblem.NOT_DOCX)) from error


def inspect(data: bytes) -> Iterator[Finding]:
    """What is wrong with the file as such; where it cannot be read, that alone."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
            size = sum(entry.file_size for entry in entries)
            packed = sum(entry.compress_size for entry in entries)
            if size > _LARGEST or len(entries) > _PARTS or (size > _SMALL and size > _RATIO * packed):
                yield Finding(TemplateProblem.TOO_LARGE)
                return
            parts = {entry.filename: archive.read(entry) for entry in entries}
    except (BadZipFile, OSError, EOFError, RuntimeError, ValueError, NotImplementedError):
        yield Finding(TemplateProblem.NOT_DOCX)
        return
    if _TYPES not in parts:
        yield Finding(TemplateProblem.NOT_DOCX)
        return
    yield from _of_parts(parts)


def _of_parts(parts: dict[str, bytes]) -> Iterator[Finding]:
    markup = {name: content for name, content in parts.items() if name.endswith((".xml", ".rels"))}
    if any(b"<!DOCTYPE" in content.replace(b"\0", b"") for content in markup.values()):
        yield Finding(TemplateProblem.DOCTYPE)
    if any(_STRICT in content for name, content in markup.items() if name.startswith(("word/document", "_rels/"))):
        yield Finding(TemplateProblem.STRICT)
    if b"macroEnabled" in parts[_TYPES] or any("vbaproject" in name.lower() for name in parts):
        yield Finding(TemplateProblem.MACROS)
    if embedded := [name for name in parts if name.startswith(("word/embeddings/", "word/activeX/"))]:
        yield Finding(TemplateProblem.EMBEDDED, embedded[0].rpartition("/")[2])
    yield from _outside(markup)
    if any(_COMMENTS.fullmatch(name) for name in parts):
        yield Finding(TemplateProblem.COMMENTS)
    if any(_CHANGE.search(content) for name, content in markup.items() if _STORY.fullmatch(name)):
        yield Finding(TemplateProblem.CHANGES)


def _outside(markup: dict[str, bytes]) -> Iterator[Finding]:
    """What the file would fetch from elsewhere: linked pictures, parts of other files."""
    for name, content in markup.items():
        if not name.endswith(".rels"):
            continue
        for relation in _EXTERNAL.findall(content):
            followed = _LINK.search(relation) and _WEB.search(relation)
            if followed or b"/relationships/attachedTemplate" in relation:
                continue
            target = _TARGET.search(relation)
            yield Finding(TemplateProblem.EXTERNAL, target.group(1).decode("utf-8", "replace") if target else name)
