"""Contrast by WCAG 2.2: of two colours, and of all text that a widget really paints."""

from collections import Counter

from PySide6.QtGui import QColor, QImage


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
