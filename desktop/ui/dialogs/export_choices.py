"""What the form of an export offers, in the words of the window, and what was chosen last for each kind of document."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from desktop.export.document import Look
from desktop.export.kinds import Kind
from desktop.export.order import LOOKS, Format, Order
from desktop.models.book import Book
from desktop.models.profiles import Record
from desktop.models.queries import setting
from desktop.models.values import Reader
from desktop.text import marked as N_
from desktop.text import ui_text as _
from desktop.ui.kept import kept_object

KINDS: Mapping[Kind | None, str] = {
    Kind.NIEDERSCHRIFT: N_("Minutes"),
    Kind.AUSZUG: N_("Extract"),
    Kind.BESCHLUESSE: N_("List of resolutions"),
    Kind.TAGESORDNUNG: N_("Agenda"),
    Kind.ANWESENHEIT: N_("Attendance list"),
    Kind.VORLAGE: N_("Paper"),
    None: N_("All documents"),
}
LOOK_WORDS: Mapping[Look, str] = {
    Look.DRUCK: N_("On paper"),
    Look.ALLRIS3: N_("ALLRIS 3"),
    Look.ALLRIS4: N_("ALLRIS 4"),
}
READERS: Mapping[Reader, str] = {
    Reader.PUBLIC: N_("public – for everybody, with nothing that is not public"),
    Reader.COMPLETE: N_("complete – for the office, with everything"),
    Reader.NONPUBLIC: N_("non-public part – for those entitled, only what is not public"),
}
FORMATS: Mapping[Format, str] = {
    Format.DOCX: N_("Word (.docx)"),
    Format.PDF: N_("PDF"),
    Format.HTML: N_("Web page (.html)"),
    Format.TXT: N_("Text (.txt)"),
    Format.JSON: N_("Session file (.json)"),
}
_RECORDS: Mapping[Kind, Sequence[tuple[Record | None, str]]] = {
    Kind.NIEDERSCHRIFT: (
        (None, N_("as the house profile says")),
        (Record.ERGEBNIS, N_("resolutions and results only")),
        (Record.VERLAUF, N_("with the course of the discussion")),
        (Record.WORT, N_("word by word")),
    ),
    Kind.AUSZUG: (
        (None, N_("as the house profile says")),
        (Record.VERLAUF, N_("with the discussion")),
        (Record.ERGEBNIS, N_("resolution only")),
    ),
}
_USUAL = (Format.DOCX, Format.PDF)


def records(kind: Kind | None) -> list[tuple[Record | None, str]]:
    """How much of the course a kind of document can tell; empty where there is no choice."""
    return [(record, _(words)) for record, words in (_RECORDS.get(kind, ()) if kind else ())]


class LastChoices:
    """What was chosen last, kept as a setting of the book for each kind.

    The edition is not kept: each time it begins with what everybody may read, so that nobody publishes by habit what
    was once made for the office.
    """

    def __init__(self, book: Book) -> None:
        self._book = book

    def last(self, kind: Kind) -> Order:
        """The look, record and formats of the last documents of a kind; at first the usual ones."""
        return replace(self._look_and_record(kind), formats=self.formats(kind))

    def formats(self, kind: Kind | None) -> tuple[Format, ...]:
        """The formats of the last documents of a kind, None: of all of them at once."""
        said = self._said(kind).get("formats")
        return tuple(one for one in Format if isinstance(said, list) and one in said) or _USUAL

    def _said(self, kind: Kind | None) -> dict[str, Any]:
        return kept_object(self._book.read(lambda db: setting(db, _name(kind))))

    def _look_and_record(self, kind: Kind) -> Order:
        said = self._said(kind)
        looks = [look for look in LOOKS[kind] if look == said.get("look")]
        chosen = [record for record, _words in _RECORDS.get(kind, ()) if record and record == said.get("record")]
        return Order(
            kind=kind,
            look=next(iter(looks), LOOKS[kind][0]),
            record=next(iter(chosen), None),
        )

    def remember(self, kind: Kind | None, order: Order) -> None:
        """Keeps what was chosen for a kind; of all documents at once the formats."""
        said = {"look": order.look, "record": order.record, "formats": order.formats}
        self._book.keep(_name(kind), json.dumps(said))


def _name(kind: Kind | None) -> str:
    return f"export.choice:{kind or 'all'}"
