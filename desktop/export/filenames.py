"""Names of files: plain on every system, stable, unique within a meeting, and without any title."""

import re
import unicodedata

from desktop.export.kinds import Kind
from desktop.models.richtext import redact
from desktop.models.rules.publicity import meeting_is_open
from desktop.models.values import AgendaItem, Edition, ItemKind, Reader

_READERS = {Reader.PUBLIC: "oeffentlich", Reader.COMPLETE: "vollstaendig", Reader.NONPUBLIC: "nichtoeffentlich"}
_KINDS = {
    Kind.NIEDERSCHRIFT: "Niederschrift",
    Kind.AUSZUG: "Auszug",
    Kind.VORLAGE: "Vorlage",
    Kind.BESCHLUESSE: "Beschlussliste",
    Kind.TAGESORDNUNG: "Tagesordnung",
    Kind.ANWESENHEIT: "Anwesenheit",
}
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"})
_LONGEST = 40


class UnknownItemError(Exception):
    """No item, or more than one, answers to a number in this edition."""

    def __init__(self, number: str, *, ambiguous: bool = False) -> None:
        super().__init__(number)
        self.number = number
        self.ambiguous = ambiguous


def slug(text: str) -> str:
    """Text as a part of a file name: ASCII letters, digits, dot and hyphen, at most 40 characters.

    A name is seen by more people than the file; what is marked as not public is not in it, whoever the reader is.
    """
    flat = unicodedata.normalize("NFKD", redact(text, "").translate(_UMLAUTS)).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9.]+", "-", flat)[:_LONGEST].strip("-.")


class FileNames:
    """Gives the names of the files of one meeting, e.g. ``Niederschrift_HA_14_2021-10-28_oeffentlich``."""

    def __init__(self, edition: Edition, kind: Kind) -> None:
        meeting = edition.meeting
        lead = meeting.organizations[0] if meeting.organizations else None
        committee = next((org for org in edition.session.organizations if org.key == lead), None)
        title = meeting.name if meeting_is_open(meeting) else ""
        body = (committee.short_name or committee.name) if committee else title
        self._before = [_KINDS[kind], slug(body), slug(meeting.number or ""), slug(meeting.start[:10])]
        self._after = _READERS[edition.reader]
        self._given: set[str] = set()

    def give(self, part: str) -> str:
        """The name for a part (item number, paper reference, or nothing), without an ending; each only once."""
        parts = [*self._before, slug(part), self._after]
        name = wanted = "_".join(word for word in parts if word)
        number = 2
        while name.lower() in self._given:  # file systems that do not tell case apart
            name, number = f"{wanted}_{number}", number + 1
        self._given.add(name.lower())
        return name


def item_label(item: AgendaItem, place: int) -> str:
    """An item in a file name: its number with its part, or its place where it has none."""
    return f"{'Oe' if item.public else 'N'}{item.number or f'-{place}'}"


def find_item(edition: Edition, wanted: str) -> AgendaItem:
    """The item that a person calls ``3.2``, ``Ö 3.2`` or ``N 1``, or that has this key or id.

    Raises UnknownItemError where there is none in this edition, or where the number alone could mean two.
    """
    agenda = [item for item in edition.meeting.agenda if may_stand_alone(edition, item)]
    found = [item for item in agenda if wanted in (item.key, item.id)]
    if not found:
        part, number = re.fullmatch(r"(?s)\s*(ö|oe|o|n)?\s*(.*?)\s*", wanted, re.IGNORECASE).groups()  # type: ignore[union-attr]
        public = None if part is None else part.lower() != "n"
        found = [item for item in agenda if item.number == number and public in (None, item.public)]
    if len(found) != 1:
        raise UnknownItemError(wanted, ambiguous=bool(found))
    return found[0]


def may_stand_alone(edition: Edition, item: AgendaItem) -> bool:
    """Whether an item has a document of its own: no dividers, and for the public nothing that is not public."""
    return item.kind is not ItemKind.DIVIDER and (item.public or edition.reader is not Reader.PUBLIC)
