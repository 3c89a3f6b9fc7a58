"""What kind of item a title speaks of, by the words that German houses use."""

import re

from desktop.models.values import ItemKind

_FORMAL = re.compile(
    r"(?:(?:Er)?öffnung\b|Begrüßung\b|Feststellung (?:der|von)"
    r"|(?:Genehmigung|Bestätigung|Annahme|Beschluss\w*|Beschluß\w*)\b.*\b(?:Niederschrift|Protokoll|Tagesordnung)"
    r"|Niederschrift\b|Schlie(?:ß|ss)ung|Ende der Sitzung"
    r"|Form\w* der Einladung|Wiederherstellung der Öffentlichkeit|(?:Herstellung|Ausschluss) der Öffentlichkeit)",
    re.IGNORECASE,
)
_QUESTIONS = re.compile(r"(?:Einwohner|Bürger|Öffentliche )\w*(?:innen)?.*frage", re.IGNORECASE)
_ELECTION = re.compile(r"(?:Neu|Nach|Ersatz|Wieder)?wahl(?:en)?\s+(?:de[rs]|von|eine[rs]|zu[mr]?)\b", re.IGNORECASE)
_REPORT = re.compile(
    r"(?:Mitteilung|Bericht|Bekanntgabe|Informationen (?:der|des|aus)|Verschiedenes\b|Anfragen und\b)", re.IGNORECASE
)


def kind_of(name: str) -> ItemKind | None:
    """What kind of item a title speaks of; None for an ordinary one."""
    for pattern, kind in (
        (_QUESTIONS, ItemKind.QUESTION),
        (_FORMAL, ItemKind.FORMALITY),
        (_ELECTION, ItemKind.ELECTION),
        (_REPORT, ItemKind.REPORT),
    ):
        if pattern.match(name):
            return kind
    return None
