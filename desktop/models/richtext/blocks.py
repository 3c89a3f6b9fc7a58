"""What a text consists of."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from operator import attrgetter
from unicodedata import category


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style; ``"\\n"`` is a hard line break."""

    text: str
    bold: bool = False
    italic: bool = False


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    runs: Runs


@dataclass(frozen=True, slots=True)
class Heading3:
    """A heading; the only level a text has, below those of the document."""

    runs: Runs


@dataclass(frozen=True, slots=True)
class ListItem:
    """One point of a list: mostly a paragraph, often with a list below; may be empty."""

    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class List:
    """A list. ``start`` is the first number of a numbered list, None for bullets; ``sign`` follows the numbers."""

    items: tuple[ListItem, ...]
    start: int | None = None
    sign: str = "."


class Alignment(StrEnum):
    """How a column of a table is set."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Table:
    """A table: one header row, any number of rows with as many cells. Cells have no line breaks."""

    header: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]
    alignments: tuple[Alignment | None, ...]


Block = Paragraph | Heading3 | List | Table


def merged(runs: Iterable[Run]) -> Runs:
    """The runs without empty ones; neighbours of one style are one run."""
    out: list[Run] = []
    texts: list[str] = []
    for run in runs:
        if not run.text:
            continue
        if out and (out[-1].bold, out[-1].italic) == (run.bold, run.italic):
            texts.append(run.text)
            continue
        if out:
            out[-1] = Run("".join(texts), out[-1].bold, out[-1].italic)
        out.append(run)
        texts = [run.text]
    if out:
        out[-1] = Run("".join(texts), out[-1].bold, out[-1].italic)
    return tuple(out)


_AROUND_BREAK = re.compile(r"[ \t]*\n[ \t]*")


def tidy(runs: Iterable[Run]) -> Runs:
    """The runs in canonical form: no space at the ends or around line breaks, no style on space at its own ends."""
    return trimmed(_without_edge_spaces(merged(runs)), is_space)


def is_space(char: str) -> bool:
    """White space in the sense of CommonMark §2.1, which the rules of emphasis ask for."""
    return char in "\t\n\f\r" or category(char) == "Zs"


def _without_edge_spaces(runs: Runs) -> Iterable[Run]:
    out: list[Run] = []
    for run in runs:
        text = _AROUND_BREAK.sub("\n", run.text) if "\n" in run.text else run.text
        if not out:
            text = text.lstrip()
        elif out[-1].text.endswith("\n"):
            text = text.lstrip(" \t")
        if text.startswith("\n"):
            _strip_end(out, " \t")
        if text:
            out.append(Run(text, run.bold, run.italic))
    _strip_end(out, None)
    return out


def _strip_end(runs: list[Run], characters: str | None) -> None:
    while runs:
        last = runs.pop()
        text = last.text.rstrip(characters)
        if text:
            runs.append(Run(text, last.bold, last.italic))
            return


def trimmed(runs: Iterable[Run], drop: Callable[[str], bool]) -> Runs:
    """The runs with bold and italic taken off those characters at their ends for which ``drop`` holds."""
    bold = merged(_trimmed_of("bold", runs, drop))
    return merged(_trimmed_of("italic", bold, drop))


def _trimmed_of(style: str, runs: Iterable[Run], drop: Callable[[str], bool]) -> Iterable[Run]:
    for styled, group in groupby(runs, key=attrgetter(style)):
        if not styled:
            yield from group
            continue
        pieces = list(group)
        kept = [index for index, run in enumerate(pieces) if not all(map(drop, run.text))]
        first, last = (kept[0], kept[-1]) if kept else (len(pieces), -1)
        for index, run in enumerate(pieces):
            text = run.text
            begin = len(text) - len(_stripped(text, drop)) if index == first else 0
            end = len(_stripped(text[::-1], drop)[::-1]) if index == last else len(text)
            if not first <= index <= last:
                begin = end = 0
            yield Run(text[:begin], **_without(style, run))
            yield Run(text[begin:end], run.bold, run.italic)
            yield Run(text[end:], **_without(style, run))


def _stripped(text: str, drop: Callable[[str], bool]) -> str:
    return text[next((index for index, char in enumerate(text) if not drop(char)), len(text)) :]


def _without(style: str, run: Run) -> dict[str, bool]:
    return {"bold": run.bold, "italic": run.italic, style: False}
