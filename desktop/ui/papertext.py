"""Takes a pasted Vorlage apart at its headings. Pure text, no Qt."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from desktop.models import richtext
from desktop.models.richtext import List, ListItem, Paragraph, Run


class Part(StrEnum):
    """Where a line of a pasted text belongs."""

    BEFORE = "before"
    RESOLUTION = "resolution"
    FACTS = "facts"
    FILES = "files"


@dataclass(frozen=True, slots=True)
class PaperText:
    """A pasted text in its parts, as it is to be stored. ``before`` is what stood above the first heading, as typed."""

    before: str
    resolution: str
    facts: str
    files: tuple[str, ...]


#: headings as German authorities write them, at the start of a line; text may follow on the same line
_HEADINGS = {
    Part.RESOLUTION: re.compile(r"(?:Beschlu(?:ss|ß)vorschlag|Beschlu(?:ss|ß)entwurf|Beschlu(?:ss|ß)empfehlung)", re.I),
    Part.FACTS: re.compile(r"(?:Sachverhalt|Begründung|Sachdarstellung|Sach- und Rechtslage)", re.I),
    Part.FILES: re.compile(r"Anlagen?(?:verzeichnis)?", re.I),
}
_BULLET = re.compile(r"[•▪‣◦·*o–-][ \t]+(?=\S)")
_FILE_MARK = re.compile(r"(?:Anlage\s*)?\d*\s*[.):–-]*\s*", re.I)
_MOSTLY_PROSE = 60


def split(text: str) -> PaperText:
    """The parts of a pasted text.

    A heading counts with a colon, or alone on its line. Sachverhalt and Begründung both go to the facts, the second one
    under its own heading.
    """
    parts: dict[Part, list[str]] = {part: [] for part in Part}
    now = Part.BEFORE
    for line in text.split("\n"):
        part, heading, rest = _heading(line)
        if part is None:
            parts[now].append(line)
            continue
        if part is Part.FACTS and any(one.strip() for one in parts[part]):
            parts[part] += ["", f"### {heading}", ""]
        now = part
        parts[now].append(rest)
    return PaperText(
        before="\n".join(parts[Part.BEFORE]).strip(),
        resolution=marked_up(parts[Part.RESOLUTION]),
        facts=marked_up(parts[Part.FACTS]),
        files=tuple(_file_names(parts[Part.FILES])),
    )


def _heading(line: str) -> tuple[Part | None, str, str]:
    for part, pattern in _HEADINGS.items():
        match = pattern.match(line.strip())
        if match is None:
            continue
        rest = line.strip()[match.end() :]
        if not rest.strip():
            return part, match.group(), ""
        if rest.lstrip().startswith(":"):
            return part, match.group(), rest.lstrip()[1:].strip()
    return None, "", ""


def _file_names(lines: list[str]) -> Iterator[str]:
    for line in lines:
        bare = _BULLET.sub("", line.strip(), count=1)
        match = _FILE_MARK.match(bare)
        name = bare[match.end() :].strip() if match else bare
        if name or bare:
            yield name or bare


def marked_up(lines: list[str]) -> str:
    """Plain lines as stored text: each is a paragraph, bullets become lists, lines broken in a sentence are joined."""
    out: list[Paragraph | richtext.Heading3 | List] = []
    items: list[ListItem] = []
    for line in [*_joined(lines), ""]:
        bullet = _BULLET.match(line)
        if bullet:
            items.append(ListItem((Paragraph((Run(line[bullet.end() :]),)),)))
            continue
        if items and line:
            out.append(List(tuple(items)))
            items = []
        if line.startswith("### "):
            out.append(richtext.Heading3((Run(line[4:]),)))
        elif line:
            out.append(Paragraph((Run(line),)))
    if items:
        out.append(List(tuple(items)))
    return richtext.serialize(out)


def _joined(lines: list[str]) -> list[str]:
    """Copies from PDF break lines in the middle of sentences; a line that goes on in lower case is such a piece."""
    out: list[str] = []
    for line in (line.strip() for line in lines):
        goes_on = out and len(out[-1]) >= _MOSTLY_PROSE and line[:1].islower() and not _BULLET.match(line)
        if goes_on and out[-1][-1] not in ".:;!?":
            out[-1] = f"{out[-1]} {line}"
        else:
            out.append(line)
    return out
