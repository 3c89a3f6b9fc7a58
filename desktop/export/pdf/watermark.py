"""The words behind the text of each page: a picture, so that nobody copies or hears their letters between the lines."""

from functools import cache

from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader

from desktop.export.fonts import font_file
from desktop.export.pdf.tags import Canvas
from desktop.export.styles import MM, PAGE_HEIGHT, PAGE_WIDTH, WATERMARK
from desktop.models.profiles import Typeface

#: the greatest size in points, the length of the line, its angle
_SIZE, _LENGTH, _TURN = 120.0, 230 * MM, 52
#: dots for each point: 144 to the inch
_DOTS = 2


def draw_watermark(canvas: Canvas, text: str, typeface: Typeface) -> None:
    """Across the page, from the lower left to the upper right, as large as it fits."""
    picture = _picture(" ".join(text.split()), typeface)
    if picture is None:
        return
    width, height = (side / _DOTS for side in picture.size)
    factor = min(1.0, _LENGTH / width)
    canvas.translate(PAGE_WIDTH / 2, PAGE_HEIGHT / 2)
    canvas.rotate(_TURN)
    width, height = factor * width, factor * height
    canvas.drawImage(ImageReader(picture), -width / 2, -height / 2, width, height)


@cache
def _picture(text: str, typeface: Typeface) -> Image.Image | None:
    font = ImageFont.truetype(str(font_file(typeface=typeface)), _SIZE * _DOTS)
    left, top, right, bottom = (round(edge) for edge in font.getbbox(text))
    if right <= left or bottom <= top:
        return None
    made = Image.new("L", (right - left, bottom - top), 0xFF)
    ImageDraw.Draw(made).text((-left, -top), text, font=font, fill=int(WATERMARK[:2], 16))
    return made
