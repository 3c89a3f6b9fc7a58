"""HTML from the clipboard as lines: what is listed here comes through, everything else is dropped. No Qt here.

Word, LibreOffice, mail programs and browsers put a whole page on the clipboard, with styles, comments, scripts, hidden
text and pictures. Text, bold, italic, lists, headings and tables come through; nothing is loaded and nothing hidden
comes along. The parser is libxml2: it takes any input in linear time, which Python's own does not.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from desktop.models.clean import clean
from desktop.models.richtext import Alignment, Run, Runs
from desktop.models.richtext.blocks import tidy
from desktop.ui.richtext.lines import Line, LineKind
from desktop.ui.richtext.pastedstyle import Sheet, Style, declarations
from desktop.ui.richtext.pastedtable import Cell, OpenTable

#: longer pages and those of more tags are pasted as plain text
MOST_HTML, MOST_TAGS = 3_000_000, 50_000
_DEEPEST_TABLE = 20
#: a point of a list takes in further paragraphs up to so many pieces
_MOST_RUNS = 1000

_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        "address article aside blockquote body center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4"
        " h5 h6 header hr html main nav p pre section caption",
    )
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_SPACES = re.compile("[ \t\n\r\f\v]+")
_WORD_LIST = re.compile(r"(l\d+) level(\d)")
_NUMBER = re.compile(r"(\d{1,9})([.)])")
_LETTER = re.compile(r"\(?\w{1,5}[.)]+")
_RAISED, _LOWERED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"), str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def lines_from_html(html: str) -> list[Line] | None:
    """The visible text of a page as lines; None where it is too much to read, so that plain text must do."""
    if len(html) > MOST_HTML:
        return None
    # A start without any paste need not pay for the import.
    from lxml import etree

    parser = etree.HTMLParser(target=_Reader(), encoding="utf-8", huge_tree=True)
    try:
        parser.feed(clean(html).encode("utf-8"))
        lines: list[Line] = parser.close()
    except (_TooMuch, etree.LxmlError):
        return None
    return lines


class _TooMuch(Exception):
    """More tags than anybody writes."""


@dataclass(slots=True)
class _List:
    """An open list of the page."""

    kind: LineKind
    next: int = 1
    letters: str = ""
    begun: bool = False


@dataclass(slots=True)
class _Flow:
    """Where text goes: the page, or a cell with lists of its own."""

    lines: list[Line] = field(default_factory=list)
    lists: list[_List] = field(default_factory=list)
    #: a point of a list is open: its text did not come yet, or it has come
    waiting: bool = False
    in_point: bool = False
    heading: bool = False
    word: tuple[str, int] | None = None
    #: per level of a list made by Word: which it is
    word_open: dict[int, tuple[str, LineKind]] = field(default_factory=dict)


class _Reader:
    """Takes the events of the parser one by one; nothing here is recursive."""

    def __init__(self) -> None:
        self._styles = [Style()]
        self._sheet = Sheet()
        self._flows = [_Flow()]
        self._tables: list[OpenTable] = []
        self._runs: list[Run] = []
        self._marker = ""
        self._tags = 0

    # --- events of the parser

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """A tag opens."""
        self._tags += 1
        if self._tags > MOST_TAGS:
            raise _TooMuch
        style = self._styles[-1].inner(tag, attributes, self._sheet)
        self._styles.append(style)
        if style.hidden:
            return
        if tag == "br":
            self._break()
        elif tag in _BLOCKS:
            self._flush()
            self._open_block(tag, attributes)
        elif tag in ("ul", "ol"):
            self._flush()
            self._flow.lists.append(_list_of(tag, attributes))
        elif tag == "li":
            self._flush()
            self._flow.waiting = self._flow.in_point = True
        elif tag == "table":
            self._flush()
            if len(self._tables) == _DEEPEST_TABLE:
                raise _TooMuch
            self._tables.append(OpenTable())
        elif tag == "tr" and self._tables:
            self._tables[-1].rows.append([])
        elif tag in ("td", "th") and self._tables:
            self._open_cell(attributes)

    def end(self, tag: str) -> None:
        """A tag closes."""
        if len(self._styles) == 1:
            return
        hidden = self._styles.pop().hidden
        if hidden:
            return
        if tag in _BLOCKS:
            self._flush()
            self._flow.heading, self._flow.word = False, None
        elif tag in ("ul", "ol"):
            self._flush()
            del self._flow.lists[-1:]
            self._flow.in_point = bool(self._flow.lists)
        elif tag == "li":
            self._flush()
            self._flow.waiting = self._flow.in_point = False
        elif tag in ("td", "th") and self._tables and self._tables[-1].in_cell:
            self._close_cell()
        elif tag == "table" and self._tables:
            self._close_table()

    def data(self, text: str) -> None:
        """Text."""
        style = self._styles[-1]
        if style.sheet:
            self._sheet.read(text)
        if style.hidden:
            return
        if style.marker:
            self._marker += text
            return
        if style.kept:
            for place, part in enumerate(text.split("\n")):
                if place:
                    self._break()
                self._add(part, style)
        else:
            self._add(_SPACES.sub(" ", text), style)

    def close(self) -> list[Line]:
        """The end of the page."""
        while self._tables:
            if self._tables[-1].in_cell:
                self._close_cell()
            self._close_table()
        self._flush()
        return self._flows[0].lines

    # --- text

    @property
    def _flow(self) -> _Flow:
        return self._flows[-1]

    def _add(self, text: str, style: Style) -> None:
        if style.shifted and text.isdecimal():
            text = text.translate(_RAISED if style.shifted == "sup" else _LOWERED)
        before = self._runs[-1].text if self._runs else "\n"
        if not style.kept and before.endswith((" ", "\n")):
            text = text.lstrip(" ")
        if text:
            self._runs.append(Run(text, style.bold, style.italic))

    def _break(self) -> None:
        """A line break; two are the end of a paragraph."""
        if not self._runs or self._runs[-1].text.endswith("\n"):
            self._flush()
        else:
            self._runs.append(Run("\n"))

    def _flush(self) -> None:
        """Ends the paragraph."""
        runs = tidy(Run(clean(run.text), run.bold, run.italic) for run in tidy(self._runs))
        marker, self._marker, self._runs = self._marker, "", []
        if not runs:
            return
        flow = self._flow
        if flow.waiting:
            flow.waiting = False
            self._add_point(runs)
        elif flow.in_point and flow.lines and flow.lines[-1].in_list and len(flow.lines[-1].runs) < _MOST_RUNS:
            last = flow.lines[-1]
            flow.lines[-1] = replace(last, runs=(*last.runs, Run("\n"), *runs))
        elif flow.word is not None:
            self._add_word_point(runs, marker)
        elif flow.heading:
            text = "".join(run.text for run in runs).replace("\n", " ")
            flow.lines.append(Line(LineKind.HEADING, (Run(text),)))
        else:
            flow.lines.append(Line(runs=runs))
        if not flow.lines[-1].in_list:
            flow.word_open.clear()

    def _open_block(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag in _HEADINGS:
            self._flow.heading = True
        made = _WORD_LIST.match(declarations(attributes.get("style", "")).get("mso-list", ""))
        if made is not None:
            self._flow.word = made.group(1), int(made.group(2)) - 1

    # --- lists

    def _add_point(self, runs: Runs) -> None:
        """The first text of a point."""
        flow = self._flow
        held = (
            flow.lists[-1] if flow.lists else _List(LineKind.BULLET, begun=bool(flow.lines and flow.lines[-1].in_list))
        )
        number, held.next = held.next, held.next + 1
        if held.letters:
            letter = chr(ord(held.letters) + number - 1)
            flow.lines.append(Line(runs=(Run(f"{letter}) "), *runs) if number <= 26 else runs))
            return
        start = None if held.begun else number
        held.begun = True
        self._append_point(Line(held.kind, runs, max(0, len(flow.lists) - 1), start))

    def _add_word_point(self, runs: Runs, marker: str) -> None:
        """A paragraph that Word calls a point: its sign comes as text of its own."""
        flow = self._flow
        assert flow.word is not None
        name, level = flow.word
        sign = clean(marker).strip()
        number = _NUMBER.fullmatch(sign)
        if number is None and _LETTER.fullmatch(sign):
            flow.lines.append(Line(runs=(Run(f"{sign} "), *runs)))
            return
        kind = LineKind.NUMBER if number is not None else LineKind.BULLET
        goes_on = flow.word_open.get(level) == (name, kind)
        flow.word_open = {deep: held for deep, held in flow.word_open.items() if deep < level}
        flow.word_open[level] = (name, kind)
        start = None if goes_on else int(number.group(1)) if number is not None else 1
        self._append_point(Line(kind, runs, level, start, number.group(2) if number is not None else "."))

    def _append_point(self, line: Line) -> None:
        """A point is at most one level below the one before, and the first of a list begins with a number."""
        lines = self._flow.lines
        before = lines[-1] if lines and lines[-1].in_list else None
        level = min(line.level, before.level + 1 if before is not None else 0, 8)
        start = 1 if line.start is None and before is None else line.start
        lines.append(replace(line, level=level, start=start))

    # --- tables

    def _open_cell(self, attributes: Mapping[str, str]) -> None:
        self._flush()
        table = self._tables[-1]
        if table.in_cell:
            self._close_cell()
        table.in_cell = True
        self._flows.append(_Flow())
        if not table.rows:
            table.rows.append([])
        spans = attributes.get("colspan", ""), attributes.get("rowspan", "")
        table.rows[-1].append(Cell(self._flow.lines, *spans, _side_of(attributes)))

    def _close_cell(self) -> None:
        self._flush()
        self._flows.pop()
        self._tables[-1].in_cell = False

    def _close_table(self) -> None:
        table = self._tables.pop()
        if table.in_cell:
            self._flush()
            self._flows.pop()
        self._flush()
        self._flow.lines += table.lines()
        self._flow.word_open.clear()


def _side_of(attributes: Mapping[str, str]) -> Alignment | None:
    """How a cell is set."""
    side = declarations(attributes.get("style", "")).get("text-align") or attributes.get("align", "").lower()
    return Alignment(side) if side in tuple(Alignment) else None


def _list_of(tag: str, attributes: Mapping[str, str]) -> _List:
    """An opened list; letters are kept as text, because the text may refer to them."""
    if tag == "ul":
        return _List(LineKind.BULLET)
    start = attributes.get("start", "")
    first = int(start) if start.isdecimal() and len(start) < 9 else 1
    shape = declarations(attributes.get("style", "")).get("list-style-type", "")
    letters = {"a": "a", "lower-alpha": "a", "lower-latin": "a", "A": "A", "upper-alpha": "A", "upper-latin": "A"}
    return _List(LineKind.NUMBER, first, letters.get(attributes.get("type", "") or shape, letters.get(shape, "")))


def with_edges(lines: Sequence[Line], plain: str) -> list[Line]:
    """A single line gets back the spaces at its ends, which HTML does not carry and the plain text does."""
    if len(lines) != 1 or lines[0].kind is not LineKind.PARAGRAPH or plain.strip() != lines[0].text.strip():
        return list(lines)
    text = plain.strip()
    left, right = plain[: plain.index(text)], plain[plain.index(text) + len(text) :]
    return [replace(lines[0], runs=tuple(run for run in (Run(left), *lines[0].runs, Run(right)) if run.text))]
