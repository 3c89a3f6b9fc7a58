"""Lines in a QTextDocument, and back. Qt's own Markdown and HTML conversions change text and are never used."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import count
from math import ceil

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QBrush,
    QFont,
    QFontMetricsF,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextList,
    QTextListFormat,
    QTextTable,
)

from desktop.ui.richtext.docruns import put_runs, runs_of
from desktop.ui.richtext.doctables import on_one_line, put_table, table_from, tables_of
from desktop.ui.richtext.lines import Line, LineKind, flat

_RAW = QTextFormat.Property.UserProperty + 1
#: property of a document while it is filled: what changes then was not typed
FILLING = "filling"
#: the state of a block that is new or has changed; any other state is its number
_UNREAD = -1
_NUMBERS = count()
_HEADING_LEVEL = 3
BULLET_STYLE = QTextListFormat.Style.ListDisc
_STYLES = {LineKind.BULLET: BULLET_STYLE, LineKind.NUMBER: QTextListFormat.Style.ListDecimal}


def new_document(font: QFont) -> QTextDocument:
    """An empty document as entries use it.

    What is typed goes into the book with every key press and is taken back there. An undo of its own would be a second
    one beside that and rewrite what the book can bring back.
    """
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.setDefaultFont(font)
    document.setIndentWidth(QFontMetricsF(font).horizontalAdvance("00. ") * 1.1)
    document.setUseDesignMetrics(False)
    return document


@lru_cache(maxsize=8)
def head_room(font: str) -> int:
    """How far the dots of Ö and Ü rise above the line, in pixels. ``font`` as QFont writes itself."""
    made = QFont()
    made.fromString(font)
    metrics = QFontMetricsF(made)
    return max(0, ceil(-metrics.tightBoundingRect("ÄÖÜ").top() - metrics.ascent()))


def fill(document: QTextDocument, lines: Sequence[Line], first_indent: float = 0.0) -> None:
    """Shows lines. ``first_indent`` leaves room in the first line, in pixels."""
    document.setProperty(FILLING, True)
    document.clear()
    frame = document.rootFrame().frameFormat()
    frame.setTopMargin(max(document.documentMargin(), head_room(document.defaultFont().toString())))
    document.rootFrame().setFrameFormat(frame)
    cursor = QTextCursor(document)
    cursor.setBlockFormat(_with_indent(QTextBlockFormat(), first_indent))
    put_lines(cursor, lines or (Line(),), fresh=True)
    document.setProperty(FILLING, False)


def _with_indent(style: QTextBlockFormat, indent: float) -> QTextBlockFormat:
    """The first line with room for a name. Qt hides an empty line before a table unless it has a ground."""
    style.setTextIndent(indent)
    if indent:
        style.setBackground(QBrush(Qt.BrushStyle.NoBrush))
    return style


def put_lines(cursor: QTextCursor, lines: Iterable[Line], *, fresh: bool) -> None:
    """Writes lines at the cursor, each as a block of its own. ``fresh``: the first takes the cursor's empty block."""
    for line in lines:
        style = format_of(line.kind)
        if not fresh:
            cursor.insertBlock(style, QTextCharFormat())
        elif line.kind is not LineKind.TABLE:
            cursor.setBlockFormat(_with_indent(style, cursor.blockFormat().textIndent()))
            cursor.setBlockCharFormat(QTextCharFormat())
        if line.table is not None:
            put_table(cursor, line.table)
            cursor.setBlockFormat(format_of(LineKind.PARAGRAPH))
        elif line.in_list:
            _put_in_list(cursor, line)
        put_runs(cursor, line.runs, heading=line.kind is LineKind.HEADING, raw=line.kind is LineKind.RAW)
        fresh = line.table is not None


def paste_lines(cursor: QTextCursor, lines: Sequence[Line]) -> None:
    """Writes lines in place of what is selected: the first paragraph goes on in the line of the caret."""
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    if cursor.currentTable() is not None:
        # A single line keeps the spaces at its ends.
        runs = lines[0].runs if len(lines) == 1 and lines[0].table is None else flat(lines)
        put_runs(cursor, on_one_line(runs))
    elif lines[0].kind is LineKind.PARAGRAPH:
        put_runs(cursor, lines[0].runs, heading=kind_of(cursor.block()) is LineKind.HEADING)
        put_lines(cursor, lines[1:], fresh=False)
    else:
        put_lines(cursor, lines, fresh=cursor.block().length() == 1 and list_of(cursor.block()) is None)
    cursor.endEditBlock()


def _put_in_list(cursor: QTextCursor, line: Line) -> None:
    """Makes the cursor's block an item: of the list above at its level, or of a new one."""
    known = None if line.start is not None else _list_above(cursor.block(), line.level)
    if known is not None:
        known.add(cursor.block())
        return
    style = QTextListFormat()
    style.setStyle(_STYLES[line.kind])
    style.setIndent(line.level + 1)
    style.setStart(1 if line.start is None else line.start)
    if line.kind is LineKind.NUMBER:
        style.setNumberSuffix(line.sign)
    cursor.createList(style)


def list_of(block: QTextBlock) -> QTextList | None:
    """The list a block is a point of."""
    return block.textList()


def _list_above(block: QTextBlock, level: int) -> QTextList | None:
    above = block.previous()
    while above.isValid() and (found := list_of(above)) is not None:
        if found.format().indent() == level + 1:
            return found
        above = above.previous()
    return None


def kind_of(block: QTextBlock) -> LineKind:
    """What line a block is."""
    found = list_of(block)
    if found is not None:
        return LineKind.BULLET if found.format().style() == BULLET_STYLE else LineKind.NUMBER
    if block.blockFormat().hasProperty(_RAW):
        return LineKind.RAW
    return LineKind.HEADING if block.blockFormat().headingLevel() else LineKind.PARAGRAPH


def start_list(cursor: QTextCursor, kind: LineKind, level: int = 0) -> None:
    """Makes the block of the cursor a point: of the list of this kind above it, or of a new one."""
    found = list_of(cursor.block())
    if found is not None:
        found.remove(cursor.block())
    above = _list_above(cursor.block(), level)
    same = above is not None and above.format().style() == _STYLES[kind]
    cursor.setBlockFormat(format_of(kind))
    _put_in_list(cursor, Line(kind, level=level, start=None if same else 1))


def leave_list(cursor: QTextCursor) -> None:
    """Makes the block of the cursor an ordinary line again."""
    found = list_of(cursor.block())
    if found is not None:
        cursor.beginEditBlock()
        found.remove(cursor.block())
        cursor.setBlockFormat(format_of(LineKind.PARAGRAPH))
        cursor.endEditBlock()


def format_of(kind: LineKind) -> QTextBlockFormat:
    """How a block of a kind is set."""
    made = QTextBlockFormat()
    made.setBottomMargin(2.0 if kind in (*_STYLES, LineKind.RAW) else 6.0)
    if kind is LineKind.HEADING:
        made.setHeadingLevel(_HEADING_LEVEL)
    if kind is LineKind.RAW:
        made.setProperty(_RAW, True)
    return made


def lines_of(document: QTextDocument) -> list[Line]:
    """What the document shows."""
    return Reader(document).lines()


class Reader:
    """Reads a document. The line of a block that did not change since is remembered where ``watch`` is called."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._blocks: dict[int, Line] = {}
        self._tables: dict[int, Line] = {}
        self._watching = False

    def watch(self) -> None:
        """Reads what changes only, from now on. Each block carries a number for that."""
        self._watching = True
        self._document.contentsChange.connect(self._touched)

    def let_go(self) -> None:
        """Ends that."""
        if self._watching:
            self._document.contentsChange.disconnect(self._touched)

    def lines(self) -> list[Line]:
        """What the document shows."""
        known, self._blocks = self._blocks, {}
        tables = tables_of(self._document)
        lines: list[Line] = []
        seen: set[int] = set()
        block = self._document.begin()
        while block.isValid():
            table = tables.get(block.position()) if tables else None
            if table is not None:
                lines.append(self._table(table, known))
                block = self._document.findBlock(table.lastPosition() + 1)
                continue
            line = self._line(block, known)
            lines.append(_in_its_list(block, line, seen) if line.in_list else line)
            block = block.next()
        return lines

    def _line(self, block: QTextBlock, known: Mapping[int, Line]) -> Line:
        state = block.userState()
        line = known.get(state) or _line(block)
        if self._watching:
            if state == _UNREAD:
                state = next(_NUMBERS)
                block.setUserState(state)
            self._blocks[state] = line
        return line

    def _table(self, table: QTextTable, known: Mapping[int, Line]) -> Line:
        number = table.objectIndex()
        line = self._tables.get(number)
        if line is None:
            line = Line(LineKind.TABLE, table=table_from(table, lambda block: self._line(block, known).runs))
        if self._watching:
            self._tables[number] = line
        return line

    def _touched(self, position: int, _removed: int, added: int) -> None:
        """Positions count UTF-16 units, as blocks do. A change of style comes as text that is replaced by itself."""
        end = position + added
        block = self._document.findBlock(position)
        while block.isValid() and block.position() <= end:
            block.setUserState(_UNREAD)
            block = block.next()
        for table in tables_of(self._document).values() if self._tables else ():
            if position <= table.lastPosition() + 1 and end >= table.firstPosition() - 1:
                self._tables.pop(table.objectIndex(), None)


def _line(block: QTextBlock) -> Line:
    kind = kind_of(block)
    return Line(kind, runs_of(block, heading=kind is LineKind.HEADING, raw=kind is LineKind.RAW))


def _in_its_list(block: QTextBlock, line: Line, seen: set[int]) -> Line:
    """A point with its level; the first of its list, which is not ``seen`` yet, with its number."""
    made = block.textList()
    style = made.format()
    start = None if made.objectIndex() in seen else 1 if line.kind is LineKind.BULLET else style.start()
    seen.add(made.objectIndex())
    sign = "." if line.kind is LineKind.BULLET else style.numberSuffix() or "."
    return Line(line.kind, line.runs, style.indent() - 1, start, sign)
