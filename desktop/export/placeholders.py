"""What an office's own Word template may ask for: ``{{gremium}}`` and the like, where the template has them."""

from enum import StrEnum


class Placeholder(StrEnum):
    """The names between the double braces; German, because offices write them."""

    CONTENT = "inhalt"
    TITLE = "titel"
    OFFICE = "amt"
    BODY = "gremium"
    MEETING = "sitzung"
    NUMBER = "nummer"
    TERM = "wahlperiode"
    DAY = "datum"
    BEGIN = "beginn"
    END = "ende"
    ROOM = "raum"
    PLACE = "ort"
    KEY = "aktenzeichen"
    ITEM = "punkt"
    PAPER = "vorlage"
    PRINTED = "ausdruck"
    STATUS = "status"
    PAGE = "seite"
    PAGES = "seiten"

    @property
    def written(self) -> str:
        """As an office writes it."""
        return f"{{{{{self.value}}}}}"
