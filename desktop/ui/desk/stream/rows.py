"""One row of the stream: where its parts stand and how they are painted. The text is a document of its own."""

from dataclasses import dataclass, field
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPalette,
    QPen,
    QTextDocument,
)

from desktop.ui.desk.stream.faces import Face
from desktop.ui.looks.schemes import Colours
from desktop.ui.looks.theme import colours
from desktop.ui.richtext.linedoc import fill, head_room, new_document
from desktop.ui.richtext.lines import lines_from

PAD = 5.0
GAP = 2.0
SIDE = 10.0
#: a lead wider than this share of the line stands above the text
WIDEST_LEAD = 0.6
_WRAP = int(Qt.TextFlag.TextWordWrap.value)


class Measures:
    """Fonts and widths that all rows share; new ones are made when font or width change."""

    def __init__(self, font: QFont, width: float) -> None:
        self.font = font
        self.bold = QFont(font)
        self.bold.setBold(True)
        self.small = QFont(font)
        self.small.setPointSizeF(max(font.pointSizeF() * 0.88, 6.0))
        self.small_bold = QFont(self.small)
        self.small_bold.setBold(True)
        self.metrics = QFontMetricsF(font)
        self.bold_metrics = QFontMetricsF(self.bold)
        self.small_metrics = QFontMetricsF(self.small)
        self.width = width
        self.gutter = SIDE + self.small_metrics.horizontalAdvance("00:00") + 8.0
        self.content = max(width - self.gutter - SIDE, 80.0)
        self.head = head_room(font.toString())
        self.line = self.metrics.lineSpacing() + self.head

    def guess(self, length: int) -> float:
        """About how high a row with so many characters of text is, before it has been seen."""
        per_line = max(self.content / max(self.metrics.averageCharWidth(), 1.0), 1.0)
        return float(ceil(2 * PAD + self.line * (1 + length // per_line)))


@dataclass(slots=True, eq=False)
class Row:
    """One entry in the stream, or with ``key`` None a line that waits for its first character.

    Rectangles are relative to the row; ``side`` and ``panel`` are the heights of widgets the stream puts into it.
    """

    key: str | None
    height: float = 0.0
    measured: bool = False
    face: Face | None = None
    document: QTextDocument | None = None
    side: float = 0.0
    panel: float = 0.0
    #: how far from the left the text of its first line begins
    indent: float = 0.0
    #: the stored text that the document shows
    shown: str | None = None
    caption_box: QRectF = field(default_factory=QRectF)
    side_box: QRectF = field(default_factory=QRectF)
    heading_box: QRectF = field(default_factory=QRectF)
    body_box: QRectF = field(default_factory=QRectF)
    marks_box: QRectF = field(default_factory=QRectF)
    warnings_box: QRectF = field(default_factory=QRectF)

    @property
    def has_text(self) -> bool:
        """Whether it is written in place."""
        return self.key is None or (self.face is not None and self.face.text is not None)

    def reset(self) -> None:
        """Forgets how it looks, because what it shows has changed; it is found out again when it is in view."""
        self.face = None
        self.measured = False


def measure(row: Row, face: Face, measures: Measures) -> None:
    """Finds the place of every part of a row and its height; makes the document where there is none."""
    row.face = face
    left, width, y = measures.gutter, measures.content, PAD
    row.indent, before = _inline_width(face, measures), row.indent
    caption = caption_of(row)
    row.caption_box = QRectF(left, y, width, measures.small_metrics.lineSpacing() if caption else 0.0)
    y += row.caption_box.height() + (GAP if caption else 0.0)
    row.side_box = QRectF(left, y, width, row.side)
    y += row.side + (GAP if row.side else 0.0)
    heading = (
        measures.bold_metrics.boundingRect(QRectF(0, 0, width, 1e6), _WRAP, face.heading) if face.heading else None
    )
    row.heading_box = QRectF(left, y, width, heading.height() if heading else 0.0)
    y += row.heading_box.height() + (GAP if heading else 0.0)
    row.body_box = QRectF(left, y, width, _body_height(row, face, measures, before))
    y += row.body_box.height()
    row.marks_box = QRectF(left, y, width, measures.small_metrics.lineSpacing() if face.marks else 0.0)
    y += row.marks_box.height()
    row.warnings_box = _warnings_box(face, measures, y)
    row.height = float(ceil(row.warnings_box.bottom() + PAD))
    row.measured = True


def _warnings_box(face: Face, measures: Measures, top: float) -> QRectF:
    """Room for what does not add up, with a little air around it."""
    if not face.warnings:
        return QRectF(measures.gutter, top, measures.content, 0.0)
    room = QRectF(0, 0, measures.content - 2 * PAD, 1e6)
    height = measures.small_metrics.boundingRect(room, _WRAP, "\n".join(face.warnings)).height()
    return QRectF(measures.gutter, top + GAP, measures.content, height + 2 * GAP)


def _inline_width(face: Face, measures: Measures) -> float:
    """Room for the lead in the first line of the text; 0 where it stands above it."""
    if not face.lead:
        return 0.0
    width = measures.bold_metrics.horizontalAdvance(face.lead) + measures.metrics.horizontalAdvance(" ") * 1.5
    return width if width <= measures.content * WIDEST_LEAD else 0.0


def caption_of(row: Row) -> str:
    """What stands above the text beside the tag: the lead too, where it found no room in the line."""
    face = row.face
    if face is None:
        return ""
    above = face.lead if face.lead and not row.indent else ""
    return " ".join(part for part in (face.tag, above, face.caption) if part)


def _body_height(row: Row, face: Face, measures: Measures, indent_before: float) -> float:
    if row.panel:
        return row.panel
    if not row.has_text:
        lines = "\n".join(face.summary)
        box = measures.metrics.boundingRect(QRectF(0, 0, measures.content, 1e6), _WRAP, lines)
        return box.height() if lines else 0.0
    if row.document is None:
        row.document = new_document(measures.font)
        row.shown = None
    if row.shown != face.text or row.indent != indent_before:
        fill(row.document, lines_from(face.text or ""), row.indent)
        row.shown = face.text
    row.document.setTextWidth(measures.content)
    return max(row.document.size().height(), measures.line)


@dataclass(frozen=True, slots=True)
class Look:
    """How a row is painted: which of its parts a widget covers, and whether the keyboard is in it."""

    current: bool = False
    edited: bool = False
    placeholder: str = ""


def paint(painter: QPainter, row: Row, measures: Measures, palette: QPalette, look: Look) -> None:
    """Paints a row at the painter's origin."""
    face = row.face or Face()
    meant = colours()
    _paint_ground(painter, row, face, measures, palette, meant, look)
    painter.setFont(measures.small)
    painter.setPen(QColor(meant.muted))
    top = row.caption_box.isEmpty()
    line = row.body_box.top() + (measures.line - measures.small_metrics.lineSpacing()) if top else PAD
    painter.drawText(QRectF(SIDE, line, measures.gutter, measures.small_metrics.lineSpacing()), 0, face.time)
    _paint_caption(painter, row, face, measures, palette, meant)
    if face.heading:
        painter.setFont(measures.bold)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        painter.drawText(row.heading_box, _WRAP, face.heading)
    if not row.panel:
        _paint_body(painter, row, face, measures, palette, look)
    if face.marks:
        painter.setFont(measures.small)
        painter.setPen(QColor(meant.muted))
        painter.drawText(row.marks_box, 0, " · ".join(face.marks))
    if face.warnings:
        painter.fillRect(row.warnings_box, QColor(meant.warning_back))
        painter.setFont(measures.small)
        painter.setPen(QColor(meant.warning))
        painter.drawText(row.warnings_box.adjusted(PAD, GAP, -PAD, -GAP), _WRAP, "\n".join(face.warnings))


def _paint_ground(
    painter: QPainter, row: Row, face: Face, measures: Measures, palette: QPalette, meant: Colours, look: Look
) -> None:
    """The band behind the current row, the frame of a prepared one, the bar of one that is not public."""
    area = QRectF(0, 0, measures.width, row.height)
    if look.current:
        painter.fillRect(area, QColor(meant.current_back))
        painter.fillRect(QRectF(0, 0, 3, row.height), palette.color(QPalette.ColorRole.Highlight))
    if face.nonpublic:
        painter.fillRect(QRectF(measures.gutter - 7, 2, 3, row.height - 4), QColor(meant.nonpublic_back))
    if face.prepared:
        painter.setPen(QPen(QColor(meant.muted), 1.0, Qt.PenStyle.DashLine))
        painter.drawRect(area.adjusted(measures.gutter - 4, 1, -3, -2))


def _paint_caption(
    painter: QPainter, row: Row, face: Face, measures: Measures, palette: QPalette, meant: Colours
) -> None:
    if row.caption_box.isEmpty():
        return
    box = QRectF(row.caption_box)
    if face.tag:
        painter.setFont(measures.small_bold)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        painter.drawText(box, 0, face.tag)
        box.setLeft(box.left() + QFontMetricsF(measures.small_bold).horizontalAdvance(face.tag + "  "))
    rest = caption_of(row)[len(face.tag) :].strip()
    painter.setFont(measures.small)
    painter.setPen(palette.color(QPalette.ColorRole.Text) if face.tag and not face.void else QColor(meant.muted))
    painter.drawText(box, 0, measures.small_metrics.elidedText(rest, Qt.TextElideMode.ElideRight, box.width()))


def _paint_body(painter: QPainter, row: Row, face: Face, measures: Measures, palette: QPalette, look: Look) -> None:
    if face.prepared:
        palette = QPalette(palette)
        palette.setColor(QPalette.ColorRole.Text, QColor(colours().muted))
    text = palette.color(QPalette.ColorRole.Text)
    if face.lead and row.indent:
        painter.setFont(measures.bold)
        painter.setPen(text)
        painter.drawText(
            QPointF(row.body_box.left(), row.body_box.top() + measures.head + measures.metrics.ascent()), face.lead
        )
    if look.edited:
        return
    if not row.has_text:
        font = QFont(measures.font)
        font.setStrikeOut(face.void)
        painter.setFont(font)
        painter.setPen(QColor(colours().muted) if face.void else text)
        painter.drawText(row.body_box, _WRAP, "\n".join(face.summary))
        return
    if look.placeholder:
        painter.setFont(measures.font)
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        shown = measures.metrics.elidedText(look.placeholder, Qt.TextElideMode.ElideRight, row.body_box.width())
        painter.drawText(row.body_box, 0, shown)
    if row.document is not None:
        painter.save()
        painter.translate(row.body_box.topLeft())
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette = palette
        context.clip = QRectF(painter.clipBoundingRect())
        row.document.documentLayout().draw(painter, context)
        painter.restore()
