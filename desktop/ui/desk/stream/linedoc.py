"""Lines in a QTextDocument, and back. Qt's own Markdown and HTML conversions change text and are never used."""

from collections.abc import Sequence
from functools import lru_cache
from math import ceil

from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextList,
    QTextListFormat,
)

from desktop.models.clean import clean
from desktop.models.richtext import Run
from desktop.ui.desk.stream.lines import Line, LineKind

_RAW = QTextFormat.Property.UserProperty + 1
#: property of a document while it is filled: what changes then was not typed
FILLING = "filling"
_BREAK = "\u2028"
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
    for place, line in enumerate(lines or (Line(),)):
        block_format = format_of(line.kind)
        if place == 0:
            block_format.setTextIndent(first_indent)
            cursor.setBlockFormat(block_format)
            cursor.setBlockCharFormat(QTextCharFormat())
        else:
            cursor.insertBlock(block_format, QTextCharFormat())
        if line.in_list:
            _put_in_list(cursor, line)
        for run in line.runs:
            cursor.insertText(run.text.replace("\n", _BREAK), _char_format(line.kind, run))
    document.setProperty(FILLING, False)


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


def _char_format(kind: LineKind, run: Run) -> QTextCharFormat:
    made = QTextCharFormat()
    if kind is LineKind.RAW:
        made.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
    if run.bold or kind is LineKind.HEADING:
        made.setFontWeight(QFont.Weight.Bold)
    if run.italic:
        made.setFontItalic(True)
    return made


def lines_of(document: QTextDocument) -> list[Line]:
    """What the document shows."""
    lines: list[Line] = []
    seen: set[int] = set()
    block = document.begin()
    while block.isValid():
        lines.append(_line(block, seen))
        block = block.next()
    return lines


def _line(block: QTextBlock, seen: set[int]) -> Line:
    kind = kind_of(block)
    made = list_of(block)
    if made is None:
        return Line(kind, _runs(block, kind))
    style = made.format()
    first = made.objectIndex() not in seen
    seen.add(made.objectIndex())
    if kind is LineKind.BULLET:
        return Line(kind, _runs(block, kind), style.indent() - 1, 1 if first else None)
    sign = style.numberSuffix() or "."
    return Line(kind, _runs(block, kind), style.indent() - 1, style.start() if first else None, sign)


def _runs(block: QTextBlock, kind: LineKind) -> tuple[Run, ...]:
    """The runs of a block, neighbours of one style joined. Raw lines and headings have no style."""
    found: list[Run] = []
    iterator = block.begin()
    while not iterator.atEnd():
        fragment = iterator.fragment()
        style = fragment.charFormat()
        text = clean(fragment.text().replace(_BREAK, "\n"))
        styled = kind is not LineKind.RAW
        bold = styled and kind is not LineKind.HEADING and style.fontWeight() >= QFont.Weight.Bold
        italic = styled and style.fontItalic()
        if found and (found[-1].bold, found[-1].italic) == (bold, italic):
            found[-1] = Run(found[-1].text + text, bold, italic)
        elif text:
            found.append(Run(text, bold, italic))
        iterator += 1
    return tuple(found)
