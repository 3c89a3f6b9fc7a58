"""Pictures that somebody brought: read once, so that every format can draw them, and written without what they tell."""

from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageOps

#: longest edges in pixels: what is printed of a logo, and of a picture over a whole page
LOGO, PAGE = 1_500, 4_000
#: more pixels than these are no picture of a letterhead and fill the memory
_MOST = 60_000_000
#: what stands behind the whole range of 16 bits
_WHITE_16 = 65_535


@lru_cache(maxsize=16)
def clean_picture(data: bytes, longest: int, kinds: tuple[str, ...] = ("PNG", "JPEG")) -> bytes:
    """The picture in grey or RGB, upright, without EXIF, comments, author or colour profile: JPEG or else PNG.

    Only its first frame, and no edge longer than ``longest`` pixels. ``kinds`` are names of Pillow. Raises ValueError
    where it is none of them, damaged, empty or far too large.
    """
    try:
        with Image.open(BytesIO(data), formats=kinds) as opened:
            if not 0 < opened.width * opened.height <= _MOST:
                raise ValueError(opened.size)
            kind = opened.format
            picture = _plain(ImageOps.exif_transpose(opened))
    except (OSError, SyntaxError, EOFError, Image.DecompressionBombError) as error:
        raise ValueError(str(error)) from error
    picture.thumbnail((longest, longest))
    picture.info = {key: value for key, value in picture.info.items() if key == "transparency"}
    target = BytesIO()
    if kind == "JPEG":
        picture.save(target, "JPEG", quality=95, subsampling=0)
    else:
        picture.save(target, "PNG")
    return target.getvalue()


def _plain(picture: Image.Image) -> Image.Image:
    """The picture in kinds of colour that every reader knows."""
    if picture.mode.startswith("I"):
        return picture.convert("F").point(lambda value: value * (255 / _WHITE_16)).convert("L")
    return picture if picture.mode in {"1", "L", "LA", "P", "RGB", "RGBA"} else picture.convert("RGB")
