"""Contrast by WCAG 2.2: of two colours, and of all text that a widget really paints."""

from collections import Counter

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import (
    QColor,
    QImage,
    QPaintDevice,
    QPaintEngine,
    QPaintEngineState,
    QPalette,
    QRegion,
    QTextItem,
)
from PySide6.QtWidgets import QApplication, QFocusFrame, QWidget


def luminance(colour: QColor) -> float:
    """Relative luminance, 0 (black) to 1 (white)."""
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    """How much two colours stand out against each other, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def pixels(image: QImage) -> list[memoryview]:
    """The lines of a picture, a number 0xAARRGGBB per pixel."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    width = plain.width()
    whole = memoryview(bytes(plain.constBits())).cast("I")
    step = plain.bytesPerLine() // 4
    return [whole[y * step : y * step + width] for y in range(plain.height())]


def changed(before: QImage, after: QImage, at_least: float) -> int:
    """How many pixels of two pictures of one size differ by a contrast of ``at_least``."""
    pairs: Counter[tuple[int, int]] = Counter()
    for one, other in zip(pixels(before), pixels(after), strict=True):
        if one != other:
            pairs.update(zip(one, other, strict=True))
    return sum(
        many
        for (one_colour, other_colour), many in pairs.items()
        if one_colour != other_colour and contrast(QColor(one_colour), QColor(other_colour)) >= at_least
    )


class _Engine(QPaintEngine):
    """Draws nothing, but notes each piece of text: what it says, where it stands, its colour."""

    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.texts: list[tuple[str, QRect, QColor]] = []

    def begin(self, _device: QPaintDevice) -> bool:
        return True

    def end(self) -> bool:
        return True

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def updateState(self, _state: QPaintEngineState) -> None:
        pass

    def drawTextItem(self, place: QPointF, item: QTextItem) -> None:
        painter = self.painter()
        box = QRectF(place.x(), place.y() - item.ascent(), item.width(), item.ascent() + item.descent())
        if item.text().strip() and (not painter.hasClipping() or painter.clipRegion().contains(box.center().toPoint())):
            ink = QColor(painter.pen().color())
            ink.setAlphaF(ink.alphaF() * painter.opacity())
            self.texts.append((item.text(), painter.deviceTransform().mapRect(box).toRect(), ink))

    def _nothing(self, *_what: object) -> None:
        pass

    drawPath = drawPixmap = drawImage = drawPolygon = drawRects = _nothing
    drawLines = drawEllipse = drawPoints = drawTiledPixmap = _nothing


class _Paper(QPaintDevice):
    def __init__(self, size: QSize) -> None:
        super().__init__()
        self.engine = _Engine()
        measures = QPaintDevice.PaintDeviceMetric
        self._measures = {
            measures.PdmWidth: size.width(),
            measures.PdmHeight: size.height(),
            measures.PdmDepth: 32,
            measures.PdmNumColors: 1 << 24,
            measures.PdmDevicePixelRatioScaled: 1 << 16,
            measures.PdmDevicePixelRatioF_EncodedA: 0x3FF00000,  # 1.0 in two halves
            measures.PdmDevicePixelRatioF_EncodedB: 0,
        }

    def paintEngine(self) -> QPaintEngine:
        return self.engine

    def metric(self, which: QPaintDevice.PaintDeviceMetric) -> int:
        return self._measures.get(which, 96)


def weak_texts(root: QWidget, least: float = 4.5, least_disabled: float = 3.0) -> list[str]:
    """Each text now to be seen in a shown widget, and below it, that stands out too little, in words.

    Every painter is asked, also those of our own: the colour of a text is the pen it is drawn with, its ground what
    the picture mostly shows at its place. What cannot be used needs only ``least_disabled``.
    """
    QApplication.processEvents()
    frames = [frame for frame in root.findChildren(QFocusFrame) if frame.isVisible()]
    for frame in frames:
        frame.hide()  # it is no ground
    picture = root.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    for frame in frames:
        frame.show()
    lines = pixels(picture)
    weak = []
    for widget in (root, *root.findChildren(QWidget)):
        seen = widget.visibleRegion()
        if not widget.isVisible() or seen.isEmpty():
            continue
        where = widget.mapTo(root, QPoint())
        dead = widget.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
        for text, box, ink in _texts(widget):
            shown = (box & seen.boundingRect()).translated(where) & picture.rect()
            if shown.height() * 3 < box.height() * 2 or shown.width() < 3:
                continue
            ground = _ground(lines, shown, ink)
            needed = least_disabled if not widget.isEnabled() or ink == dead else least
            reached = contrast(_over(ink, ground), ground)
            if reached < needed:
                weak.append(f"{type(widget).__name__} “{text}” {ink.name()} on {ground.name()}: {reached:.2f}")
    return weak


def _texts(widget: QWidget) -> list[tuple[str, QRect, QColor]]:
    paper = _Paper(widget.rect().size())
    widget.render(paper, QPoint(), QRegion(), QWidget.RenderFlag.DrawWindowBackground)
    return paper.engine.texts


def _ground(lines: list[memoryview], box: QRect, ink: QColor) -> QColor:
    """What is mostly seen in a box of text besides the text; bold small letters cover more than half of it."""
    found: Counter[int] = Counter()
    for y in range(box.top(), box.bottom() + 1):
        found.update(lines[y][box.left() : box.right() + 1])
    if (rest := Counter({colour: many for colour, many in found.items() if colour != ink.rgb()})) and (
        rest.most_common(1)[0][1] * 5 > found[ink.rgb()]
    ):
        found = rest
    return QColor(found.most_common(1)[0][0])


def _over(ink: QColor, ground: QColor) -> QColor:
    part = ink.alphaF()
    mixed = [
        over * part + under * (1 - part) for over, under in zip(ink.getRgbF()[:3], ground.getRgbF()[:3], strict=True)
    ]
    return QColor.fromRgbF(*mixed)
