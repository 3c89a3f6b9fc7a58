"""The shipped fonts, registered with reportlab under their own names: to embed in the PDF and to measure text with."""

from functools import cache
from pathlib import Path
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import SUBSETN, TTFont

from desktop.export.glyphs import Face
from desktop.export.styles import FAMILIES
from desktop.models.profiles import Typeface
from desktop.paths import resource

_STYLES = {(False, False): "Regular", (True, False): "Bold", (False, True): "Italic", (True, True): "BoldItalic"}
#: where a font says how many of its glyphs have a width of their own; the last of these is that of all others
_OWN_WIDTHS = slice(34, 36)
#: a section of a character map may hold so many entries
_SECTION = 100


class _EmbeddedFont(TTFont):  # type: ignore[misc]
    """A font whose text can be copied out again, and whose widths are right.

    reportlab writes the characters of its map as plain numbers, which is wrong beyond U+FFFF, and maps unused places to
    U+0000. The map is written anew here. The glyphs at the end of a font that share one width get it in the wrong unit.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        metrics = self.face.hmetrics
        own = int.from_bytes(self.face.get_table("hhea")[_OWN_WIDTHS], "big")
        metrics[own:] = [(metrics[own - 1][0], bearing) for _, bearing in metrics[own:]]

    def addObjects(self, doc: Any) -> None:
        subsets = [list(subset) for subset in self.state[doc].subsets]
        super().addObjects(doc)
        for number, subset in enumerate(subsets):
            name = (SUBSETN(number) + b"+" + self.face.name + self.face.subfontNameX).decode("ascii")
            doc.idToObject[f"toUnicodeCMap:{name}"].content = _character_map(name, subset)


def _character_map(name: str, subset: list[int]) -> str:
    """The map from the codes of one subset to text."""
    entries = [f"<{place:02X}> <{chr(code).encode('utf-16-be').hex()}>" for place, code in enumerate(subset) if code]
    sections = (entries[start : start + _SECTION] for start in range(0, len(entries), _SECTION))
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            f"/CIDSystemInfo << /Registry ({name}) /Ordering ({name}) /Supplement 0 >> def",
            f"/CMapName /{name} def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            f"<00> <{max(len(subset) - 1, 0):02X}>",
            "endcodespacerange",
            *(f"{len(section)} beginbfchar\n" + "\n".join(section) + "\nendbfchar" for section in sections),
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        ]
    )


def font_file(
    face: Face = Face.TEXT, bold: bool = False, italic: bool = False, typeface: Typeface = Typeface.SANS
) -> Path:
    """The file of a shipped font. Only the text face has styles and typefaces."""
    family = FAMILIES[typeface].replace(" ", "")
    return resource("fonts", f"{family}-{_STYLES[bold, italic]}.ttf" if face is Face.TEXT else str(face))


@cache
def font_name(
    face: Face = Face.TEXT, bold: bool = False, italic: bool = False, typeface: Typeface = Typeface.SANS
) -> str:
    """The name under which reportlab knows a font, registered on first use."""
    file = font_file(face, bold, italic, typeface)
    if file.stem not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(_EmbeddedFont(file.stem, str(file), shapable=False))
    return file.stem
