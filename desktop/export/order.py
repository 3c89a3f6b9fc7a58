"""What can be ordered: kinds of documents, their looks and formats; without the writers, which no window needs."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from desktop.export.document import Look
from desktop.export.kinds import Kind
from desktop.models.profiles import Record
from desktop.models.values import Reader


class Format(StrEnum):
    """What a document can be written as."""

    DOCX = "docx"
    PDF = "pdf"
    HTML = "html"
    TXT = "txt"
    JSON = "json"


LOOKS: Mapping[Kind, tuple[Look, ...]] = {
    Kind.NIEDERSCHRIFT: (Look.DRUCK,),
    Kind.AUSZUG: (Look.ALLRIS4, Look.ALLRIS3, Look.DRUCK),
    Kind.VORLAGE: (Look.ALLRIS4, Look.ALLRIS3),
    Kind.BESCHLUESSE: (Look.DRUCK,),
    Kind.TAGESORDNUNG: (Look.DRUCK,),
    Kind.ANWESENHEIT: (Look.DRUCK,),
}
"""The looks of each kind; the first is the default."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Order:
    """What shall be made. ``item`` is a number as printed ("3.2", "N 1") or the key of an item.

    ``record`` is how much of the course is told; None: as the house does.
    """

    kind: Kind = Kind.NIEDERSCHRIFT
    look: Look | None = None
    reader: Reader = Reader.PUBLIC
    formats: tuple[Format, ...] = (Format.DOCX, Format.PDF)
    item: str | None = None
    record: Record | None = None
