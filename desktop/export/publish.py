"""From a meeting to files: chooses what is made, names it, renders it, writes it.

Everything is rendered before the first byte is written, and each file is written whole or not at all.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from desktop.export import guard, html, pdf, plain, word
from desktop.export.compose import Composer
from desktop.export.document import Document
from desktop.export.filenames import FileNames, find_item, item_label, may_stand_alone
from desktop.export.guard import Piece
from desktop.export.kinds import Kind
from desktop.export.order import LOOKS, Format, Order
from desktop.export.places import Issue
from desktop.files import safe_write_all
from desktop.models.edition import for_print, make_edition
from desktop.models.exchange import session_file
from desktop.models.profiles import HouseFiles, Profile
from desktop.models.rules.blocks import holes_in
from desktop.models.values import AgendaItem, Edition, Paper, Reader, SessionFile
from desktop.models.values.law import Law

_RENDER = {Format.PDF: pdf.render, Format.HTML: html.render, Format.TXT: plain.render}


@dataclass(frozen=True, slots=True)
class Published:
    """What was written; the characters that the fonts do not have and that print as ⟨U+…⟩.

    ``holes`` are those of text blocks that nobody has filled, each once; they print as they stand: ``[[Name]]``.
    ``left_out``: how many entries the kind of Niederschrift does not print. ``shown`` is what the reader was given,
    ``issue`` what is to be remembered of it.
    """

    files: tuple[Path, ...]
    uncovered: frozenset[str]
    holes: tuple[str, ...]
    left_out: int
    shown: SessionFile
    issue: Issue


Progress = Callable[[int, int], None]
"""Called before each file with its number from 1 and the number of all; may raise to cancel."""


def _unseen(_number: int, _all: int) -> None:
    """Nobody waits for it."""


def publish(
    session: SessionFile,
    attachments: Mapping[str, bytes],
    order: Order,
    profile: Profile,
    created: datetime,
    place: Callable[[str], Path],
    progress: Progress = _unseen,
    *,
    law: Law | None = None,
    house: HouseFiles | None = None,
) -> Published:
    """Makes and writes what is ordered for the one meeting of a session.

    ``place`` gives the path for a file name; ``law`` is that of the body, None where it is unknown; ``house``
    has the files that the profile names. Raises UnknownItemError, TemplateError for the Word template of the house,
    LeakError where a document for the public holds what is not, and OSError where the files cannot be written; then
    all is as it was before.
    """
    noted = _Noted()
    look = order.look or LOOKS[order.kind][0]

    def made(whole: SessionFile, progress: Progress = _unseen) -> tuple[Edition, list[Piece]]:
        edition = make_edition(whole, order.reader, whole.meetings[0].key, attachments, profile.redaction_mark)
        printed = for_print(edition)  # whole: an item's documents look up block votes and numbers of other items in it
        digest = session_file.digest(edition)
        composer = Composer(printed, look, profile, created, law=law, house=house, record=order.record, digest=digest)
        noted.digest = noted.digest or digest
        if order.kind is Kind.NIEDERSCHRIFT and whole is session:
            noted.left_out = composer.left_out().total()
        template = house.template if house else None
        return edition, list(_pieces(edition, order, composer, template, noted, progress))

    edition, pieces = made(session, progress)
    if order.reader is Reader.PUBLIC:
        guard.check(pieces, session, edition, lambda whole: made(whole)[1])
    files = _write_all([(place(piece.name), piece.data) for piece in pieces])
    item = find_item(edition, order.item).key if order.item is not None else None
    issue = Issue(order.kind, order.reader, created, item, noted.digest)
    return Published(files, frozenset(noted.uncovered), tuple(noted.holes), noted.left_out, edition.session, issue)


@dataclass(slots=True)
class _Noted:
    """What is to be said of the documents. ``holes`` has each once, in order; ``digest`` is that of the edition."""

    uncovered: set[str] = field(default_factory=set)
    holes: dict[str, None] = field(default_factory=dict)
    left_out: int = 0
    digest: str = ""

    def look_through(self, document: Document) -> None:
        """Notes the holes that are printed."""
        text = plain.render(document).decode()
        self.holes.update((text[hole.start : hole.end], None) for hole in holes_in(text))


def _write_all(files: list[tuple[Path, bytes]]) -> tuple[Path, ...]:
    for path, _ in files:
        path.parent.mkdir(parents=True, exist_ok=True)
    safe_write_all(files)
    return tuple(path for path, _ in files)


def _pieces(
    edition: Edition, order: Order, composer: Composer, template: bytes | None, noted: _Noted, progress: Progress
) -> Iterator[Piece]:
    parts = list(_parts(edition, order))
    total = len(parts) * len(order.formats)
    number = 0
    for part in parts:
        document = None
        for format_ in order.formats:
            number += 1
            progress(number, total)
            if format_ is Format.JSON:
                data = session_file.write(part.edition)
            else:
                if document is None:
                    document, missing = composer.compose(order.kind, item=part.item, paper=part.paper)
                    noted.uncovered |= missing
                    noted.look_through(document)
                data = word.render(document, template) if format_ is Format.DOCX else _RENDER[format_](document)
            yield Piece(f"{part.name}.{format_}", data)


@dataclass(frozen=True, slots=True)
class _Part:
    """One document: the edition its JSON is written from, and what it is about."""

    name: str
    edition: Edition
    item: str | None = None
    paper: str | None = None


def _parts(edition: Edition, order: Order) -> Iterator[_Part]:
    names = FileNames(edition, order.kind)
    meeting = edition.meeting
    match order.kind:
        case Kind.AUSZUG:
            chosen = find_item(edition, order.item) if order.item is not None else None
            for place, item in enumerate(meeting.agenda, start=1):
                name = names.give(item_label(item, place))
                if chosen is item or (chosen is None and may_stand_alone(edition, item)):
                    yield _Part(name, _only(edition, agenda=(item,)), item=item.key)
        case Kind.VORLAGE:
            for place, paper in enumerate(edition.session.papers, start=1):
                items = tuple(item for item in meeting.agenda if paper.key in item.papers)
                name = names.give(paper.reference or str(place))
                yield _Part(name, _only(edition, agenda=items, papers=(paper,)), paper=paper.key)
        case _:
            yield _Part(names.give(""), edition)


def _only(edition: Edition, *, agenda: tuple[AgendaItem, ...], papers: tuple[Paper, ...] | None = None) -> Edition:
    meeting = replace(edition.meeting, agenda=agenda)
    session = replace(edition.session, meetings=(meeting,))
    return replace(edition, session=session if papers is None else replace(session, papers=papers))
