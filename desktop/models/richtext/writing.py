"""Blocks to canonical text, which parses to the same blocks.

Paragraphs are one line, blocks are parted by an empty line, points of a list follow each other; bullets are ``-``. A
character is escaped only where it would become markup. Style that CommonMark cannot express (bold that begins with a
quotation mark within a word) shrinks to the letters inside.
"""

import re
import string
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby, takewhile
from operator import attrgetter

from desktop.models.richtext.blocks import (
    Alignment,
    Block,
    Heading3,
    List,
    ListItem,
    Paragraph,
    Run,
    Runs,
    Table,
    is_space,
    merged,
    tidy,
    trimmed,
)
from desktop.models.richtext.parsing import DEEPEST_LIST, RULE, parse_inline

_SPECIAL = re.compile(r"(?P<mark>(?<!\\)\\++(?=⟦))|\\(?=[!-/:-@\[-`{-~\n]|\Z)|\*+|_+")
_LINE_START = re.compile(r"###(?=[ \t])|[-+*](?=[ \t]|\Z)|(?P<number>[0-9]{1,9})(?=[.)](?:[ \t]|\Z))")
_DELIMITER_ROW = re.compile(r"[|:-][|:\- \t]*\Z")
_CLOSING_HASHES = re.compile(r"(?:(?<=[ \t])|\A)#+\Z")
_EMPTY_LINES = re.compile(r"\n(?:[ \t]*\n)+")
_BIGGEST_NUMBER = 999_999_999
_PUNCTUATION = frozenset(string.punctuation)

#: bold and italic, in the order in which they are tried
_DELIMITERS = (("**", "*"), ("**", "_"), ("__", "*"), ("__", "_"))
_RULES = {None: "---", Alignment.LEFT: ":---", Alignment.CENTER: ":---:", Alignment.RIGHT: "---:"}


def serialize(blocks: Iterable[Block]) -> str:
    """The canonical text of blocks. Empty paragraphs and headings are left out."""
    return "\n".join(_joined(tuple(blocks), depth=0, parent=""))


def escape_plain(text: str) -> str:
    """Plain text as a text that prints literally: line ends are hard breaks, empty lines part paragraphs.

    Redaction marks keep their meaning, because taking it away would publish what they hide.
    """
    return serialize(Paragraph((Run(part),)) for part in _EMPTY_LINES.split(text))


def _joined(blocks: tuple[Block, ...], depth: int, parent: str) -> list[str]:
    """The lines of blocks. ``parent`` is the bullet on whose line the first block stands."""
    out: list[str] = []
    marker = ""
    before: Block | None = None
    for block in blocks:
        if isinstance(block, List):
            lines, sign = _list(block, depth, {marker, parent if before is None else ""})
        else:
            lines, sign = _simple(block), ""
        if not lines:
            continue
        marker = sign
        tight = depth and isinstance(before, Paragraph) and _interrupts_paragraph(block, lines)
        if before is not None and not tight:
            out.append("")
        out.extend(lines)
        before = block
    return out


def _interrupts_paragraph(block: Block, lines: list[str]) -> bool:
    """A list may follow a paragraph directly where it begins with text and, if numbered, with 1 (CommonMark §5.3)."""
    return isinstance(block, List) and block.start in (None, 1) and " " in lines[0]


def _simple(block: Paragraph | Heading3 | Table) -> list[str]:
    if isinstance(block, Table):
        return _table(block)
    text = _inline(block.runs)
    if not text:
        return []
    if isinstance(block, Paragraph):
        return [_guarded(line, first=index == 0) for index, line in enumerate(text.split("\n"))]
    one_line = _inline(_on_one_line(block.runs))
    return ["### " + _CLOSING_HASHES.sub(lambda match: "\\" + match.group(), one_line)]


def _guarded(line: str, *, first: bool) -> str:
    """A line of a paragraph, escaped where it would begin a heading, a list, or with the line before a table."""
    match = _LINE_START.match(line)
    if match:
        number = match.group("number") or ""
        return f"{number}\\{line[len(number) :]}"
    return "\\" + line if not first and _DELIMITER_ROW.match(line) else line


def _list(block: List, depth: int, taken: set[str]) -> tuple[list[str], str]:
    """The lines of a list and its bullet or the sign after its numbers, one that is not taken by a neighbour."""
    if not block.items:
        return [], ""
    if depth >= DEEPEST_LIST:
        return _joined(tuple(part for item in block.items for part in item.blocks), depth, ""), ""
    signs = "-+*" if block.start is None else block.sign + ".)"
    marker = next(sign for sign in signs if sign not in taken)
    out: list[str] = []
    for index, item in enumerate(block.items):
        number = "" if block.start is None else str(min(block.start + index, _BIGGEST_NUMBER))
        out.extend(_item(item, number + marker, depth + 1, marker if block.start is None else ""))
    return out, marker


def _item(item: ListItem, marker: str, depth: int, bullet: str) -> Iterator[str]:
    lines = _joined(item.blocks, depth, bullet)
    indent = " " * (len(marker) + 1)
    first = f"{marker} {lines[0]}" if lines else marker
    # A point that consists of dashes would be a rule together with its bullet.
    yield f"{marker} \\{lines[0]}" if RULE.match(first) else first
    for line in lines[1:]:
        yield indent + line if line else ""


def _table(table: Table) -> list[str]:
    columns = max(map(len, (table.header, *table.rows)))
    if not columns:
        return []
    rules = [_RULES[alignment] for alignment in table.alignments[:columns]]
    return [
        _row(table.header, columns),
        "| " + " | ".join([*rules, *["---"] * (columns - len(rules))]) + " |",
        *(_row(row, columns) for row in table.rows),
    ]


@lru_cache(maxsize=256)
def _row(cells: tuple[Runs, ...], columns: int) -> str:
    # Remembered, because a table is written with each key press in it and one of its rows is new.
    texts = [_inline(_on_one_line(cell)).replace("|", "\\|") for cell in cells]
    return "| " + " | ".join([*texts, *[""] * (columns - len(texts))]) + " |"


def _on_one_line(runs: Runs) -> Runs:
    return tuple(Run(run.text.replace("\n", " "), run.bold, run.italic) for run in tidy(runs))


def _inline(runs: Runs) -> str:
    """Runs as one piece of text, hard breaks as a backslash and a line end."""
    runs = tidy(runs)
    for fallback in (_shrunk, _plain, _plain):
        groups = [tuple(group) for _, group in groupby(runs, key=_has_style)]
        before = ["", *(group[-1].text[-1] for group in groups[:-1])]
        after = [*(group[0].text[0] for group in groups[1:]), ""]
        texts = list(map(_text_of, groups, before, after))
        if None not in texts:
            break
        runs = merged(
            run
            for group, text in zip(groups, texts, strict=True)
            for run in (fallback(group) if text is None else group)
        )
    return "".join(text or "" for text in texts)


def _has_style(run: Run) -> bool:
    return run.bold or run.italic


def _text_of(group: Runs, before: str, after: str) -> str | None:
    """The text of runs that all have style or none, between two characters; None where CommonMark has none for them."""
    first, last = group[0], group[-1]
    if not _has_style(first):
        return _escaped(first.text)
    if first is last and first.text[0].isalnum() and first.text[-1].isalnum():
        # Always right: between letters a star opens and closes, and everything inside is escaped.
        stars = "*" * (2 * first.bold + first.italic)
        return stars + _escaped(first.text) + stars
    left, right = _neighbour(before), _neighbour(after)
    wanted = tidy((Run(left), *group, Run(right)))
    texts = (_delimited(group, strong, emphasis) for strong, emphasis in _DELIMITERS)
    return next((text for text in texts if parse_inline(left + text + right) == wanted), None)


def _neighbour(char: str) -> str:
    """A character of the same class that is no markup of its own: delimiters only ask for space and punctuation."""
    if char and is_space(char):
        return " "
    return "," if char in _PUNCTUATION else char


def _shrunk(group: Runs) -> Runs:
    return trimmed(group, lambda char: not char.isalnum())


def _plain(group: Runs) -> Runs:
    return (Run("".join(run.text for run in group)),)


def _delimited(group: Runs, strong: str, emphasis: str) -> str:
    """The text of styled runs; what lasts longer is opened first, so that as little as possible is opened twice."""
    out: list[str] = []
    opened: list[str] = []
    for index, run in enumerate(group):
        rest = group[index:]
        wanted = {strong: _lasts(rest, "bold"), emphasis: _lasts(rest, "italic")}
        while any(not wanted[delimiter] for delimiter in opened):
            out.append(opened.pop())
        for delimiter in sorted(wanted, key=lambda delimiter: -wanted[delimiter]):
            if wanted[delimiter] and delimiter not in opened:
                out.append(delimiter)
                opened.append(delimiter)
        out.append(_escaped(run.text))
    return "".join(out) + "".join(reversed(opened))


def _lasts(runs: Runs, style: str) -> int:
    """How many of the runs from the first on have a style."""
    return len(list(takewhile(attrgetter(style), runs)))


def _escaped(text: str) -> str:
    """Text that prints as it stands; a line end is a hard break."""
    if any(sign in text for sign in "\\*_"):  # most texts have none, and this is found out in a blink
        text = _SPECIAL.sub(_escape, text)
    return text.replace("\n", "\\\n")


def _escape(match: re.Match[str]) -> str:
    found = match.group()
    if match.group("mark"):
        return found
    if found[0] in "*_":
        text, begin, end = match.string, match.start(), match.end()
        sides = text[max(begin - 1, 0) : begin], text[end : end + 1]
        alone = all(side and side in " \t\n" for side in sides)
        within_word = found[0] == "_" and all(side.isalnum() for side in sides)
        if alone or within_word:
            return found
    return "".join("\\" + char for char in found)
