"""From an edition to the Document: what is printed, in which order and in which words.

Compose sees an edition and nothing else, so nothing can be printed that the edition does not hold. Words come from the
house profile or from the catalogue of the documents, text that people wrote comes through richtext.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import NamedTuple

from desktop.clock import stamp
from desktop.export.compose.context import Context
from desktop.export.compose.extract import extract_blocks
from desktop.export.compose.finish import tidy, with_covered_text
from desktop.export.compose.invitation import invitation_blocks
from desktop.export.compose.minutes import minutes_blocks
from desktop.export.compose.paper import paper_blocks
from desktop.export.compose.placeholders import placeholder_values
from desktop.export.compose.records import left_out
from desktop.export.compose.resolutions import resolutions_blocks
from desktop.export.compose.roster import roster_blocks
from desktop.export.compose.running import Running, running_line
from desktop.export.document import Block, Document, Look
from desktop.export.kinds import Kind
from desktop.models.profiles import HouseFiles, Label, Profile, Record, RecordPart
from desktop.models.values import Edition
from desktop.models.values.law import Law
from desktop.text import DOCUMENT_LANGUAGE_TAG

__all__ = ["Composer", "Composition", "Kind", "NotInEditionError"]


#: what is made from minutes that may still change
_OF_MINUTES = (Kind.NIEDERSCHRIFT, Kind.AUSZUG, Kind.BESCHLUESSE)


class Composition(NamedTuple):
    """A document, and the characters that no shipped font draws and that print as ⟨U+…⟩."""

    document: Document
    uncovered: frozenset[str]


class NotInEditionError(LookupError):
    """An item or paper was asked for that the edition does not hold; ``key`` is what was asked for."""

    def __init__(self, key: str | None) -> None:
        super().__init__(key)
        self.key = key


class Composer:
    """Makes the documents of one edition in one look; what all of them need is worked out once.

    The edition comes from ``edition.for_print``: with all marks resolved and without what never prints. Give the whole
    edition also for a single item: block votes and the numbers of other items are looked up in it. ``digest`` is that
    of the edition before, for who prints it (``session_file.digest``).
    """

    def __init__(
        self,
        edition: Edition,
        look: Look,
        profile: Profile,
        created: datetime,
        *,
        law: Law | None = None,
        house: HouseFiles | None = None,
        record: Record | None = None,
        digest: str = "",
    ) -> None:
        self._ctx = Context(edition, look, profile, law, house, record)
        self._digest = digest
        self._created = created

    def compose(self, kind: Kind, *, item: str | None = None, paper: str | None = None) -> Composition:
        """A document of a kind. ``item`` is the key for an Auszug, ``paper`` that for a Vorlage.

        Raises NotInEditionError.
        """
        ctx = self._ctx
        content = _content(ctx, kind, item, paper, self._created.date())
        draft = ctx.label(Label.DRAFT_WORD) if ctx.is_draft and kind in _OF_MINUTES else ""
        said = Running(_meeting_name(ctx), content.key, draft, self._created, self._digest)
        document = Document(
            title=_line(content.title),
            subject=_line(_meeting_name(ctx)),
            author=_line(ctx.body.name if ctx.body else ""),
            language=DOCUMENT_LANGUAGE_TAG,
            look=ctx.look,
            blocks=tidy(content.blocks),
            footer=running_line(ctx, ctx.profile.running.footer, said),
            created=stamp(self._created),
            header=running_line(ctx, ctx.profile.running.header, said),
            watermark=draft if ctx.profile.publication.watermark else "",
            status=draft,
            typeface=ctx.profile.typography.typeface,
            size=ctx.profile.typography.size,
            placeholders=placeholder_values(
                ctx, content.key, self._created, ctx.items.get(item or ""), ctx.papers.get(paper or "")
            ),
        )
        return Composition(*with_covered_text(document))

    def left_out(self) -> Counter[RecordPart]:
        """How many entries of each kind the record of the house does not print, for who makes the document."""
        return left_out(self._ctx)


class _Content(NamedTuple):
    """The blocks of a document, its title, and the key in its footer."""

    blocks: list[Block]
    title: str
    key: str


def _content(ctx: Context, kind: Kind, item_key: str | None, paper_key: str | None, day: date) -> _Content:
    if kind in _OF_MEETING:
        label, make = _OF_MEETING[kind]
        named = _joined(" – ", ctx.label(label), _meeting_name(ctx))
        return _Content(make(ctx), named, _meeting_key(ctx))
    if kind is Kind.AUSZUG:
        item = ctx.items.get(item_key or "")
        if item is None or ctx.is_withheld(item):
            raise NotInEditionError(item_key)
        named = _joined(" – ", ctx.label(Label.EXTRACT), _joined(" ", ctx.number(item), item.name))
        return _Content(extract_blocks(ctx, item, day), named, _meeting_key(ctx))
    paper = ctx.papers.get(paper_key or "")
    if paper is None:
        raise NotInEditionError(paper_key)
    named = _joined(" – ", ctx.label(Label.PAPER_TITLE), _joined(" ", paper.reference, paper.name))
    return _Content(paper_blocks(ctx, paper), named, paper.reference or "")


#: the documents of a whole meeting: how they are titled and what makes them
_OF_MEETING: Mapping[Kind, tuple[Label, Callable[[Context], list[Block]]]] = {
    Kind.NIEDERSCHRIFT: (Label.MINUTES, minutes_blocks),
    Kind.BESCHLUESSE: (Label.RESOLUTIONS, resolutions_blocks),
    Kind.TAGESORDNUNG: (Label.AGENDA, invitation_blocks),
    Kind.ANWESENHEIT: (Label.ATTENDANCE_LIST, roster_blocks),
}


def _meeting_name(ctx: Context) -> str:
    """The name of the meeting with its day, where the name does not hold it."""
    day = ctx.day(ctx.meeting.start)
    return ctx.meeting.name if day in ctx.meeting.name else _joined(", ", ctx.meeting.name, day)


def _meeting_key(ctx: Context) -> str:
    """Body, number and term, as far as they are known: HA/14/XIII."""
    body = ctx.committees[0] if ctx.committees else None
    short = (body.short_name or body.name) if body else ""
    return _joined("/", short, ctx.meeting.number, ctx.meeting.legislative_term)


def _joined(between: str, *parts: str | None) -> str:
    return between.join(part for part in parts if part)


def _line(text: str) -> str:
    """Text for the properties of a file, which have no line ends."""
    return " ".join(text.split())
