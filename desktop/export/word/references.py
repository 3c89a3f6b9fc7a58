"""What the text of a document refers to: addresses and pictures, each a relation of the part that names it."""

from dataclasses import dataclass, field
from io import BytesIO
from urllib.parse import quote

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.parts.story import StoryPart

from desktop.export.document import FOLLOWED

#: English Metric Units in a point
_EMU = 12_700
#: what an address may hold as it stands; Word takes a file with any other character for damaged
_SAFE = "%/:=&?~#+!$,;'@()*[]"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in the file: its relation, its number among all drawings, its size in EMU."""

    relation: str
    number: int
    width: int
    height: int


@dataclass(slots=True)
class References:
    """Gives addresses and pictures their relations; ``drawings`` is the last number of a drawing that is taken."""

    part: StoryPart
    drawings: int = 0
    _links: dict[str, str] = field(default_factory=dict)

    def link(self, address: str) -> str:
        """The relation that leads to an address; empty where it is none that a reader may follow."""
        if not address.startswith(FOLLOWED):
            return ""
        if address not in self._links:
            target = quote(address, safe=_SAFE)
            self._links[address] = self.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        return self._links[address]

    def picture(self, data: bytes, height: float, widest: float) -> Picture:
        """Puts a picture into the file, ``height`` points high, smaller where it were wider than ``widest``.

        Raises docx.image.exceptions.UnrecognizedImageError where it is neither PNG nor JPEG.
        """
        relation, image = self.part.get_or_add_image(BytesIO(data))
        width = height * image.px_width / image.px_height
        shrunk = min(1.0, widest / width)
        self.drawings += 1
        return Picture(relation, self.drawings, round(_EMU * width * shrunk), round(_EMU * height * shrunk))
