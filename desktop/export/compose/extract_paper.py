"""The Auszug on paper, as it goes to the offices that carry out what was decided."""

from collections.abc import Iterable
from datetime import date

from desktop.export.compose.agenda import heading_runs, item_papers, paper_line
from desktop.export.compose.context import Context, caption, paragraph, runs
from desktop.export.compose.extract_sections import item_sections
from desktop.export.compose.fields import field_list
from desktop.export.compose.letterhead import letterhead
from desktop.export.compose.prose import held
from desktop.export.document import (
    Block,
    Cell,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    ParagraphRole,
    Rule,
    Table,
    TableRole,
    cell,
)
from desktop.export.names import full_name
from desktop.models.profiles import Label, Signer
from desktop.models.values import AgendaItem, AttendanceGroup, Reader
from desktop.text import document_text as _
from desktop.text import format_date


def extract_on_paper(ctx: Context, item: AgendaItem, day: date) -> Iterable[Block]:
    """Letterhead, what it is an Auszug of, the item, who vouches for it, and who is given it."""
    yield from letterhead(ctx)
    if ctx.is_draft:
        yield caption(ctx.label(Label.PROVISIONAL_EXTRACT))
    # Of a public item, too, the non-public edition holds only what is not for the public.
    is_open = ctx.is_public(item) and ctx.edition.reader is not Reader.NONPUBLIC
    yield Heading(1, runs(ctx.label(Label.EXTRACT_OF_MINUTES)))
    yield paragraph(_of_meeting(ctx), ParagraphRole.SUBTITLE)
    if not is_open:
        yield caption(ctx.label(Label.NONPUBLIC_PART))
    yield Heading(2, heading_runs(ctx, item))
    if item.subtitle:
        yield paragraph(item.subtitle, ParagraphRole.SUBTITLE, keep=True)
    papers = "\n".join(paper_line(paper, item) for paper in item_papers(ctx, item))
    facts = (
        (Label.ORGANIZATIONS if len(ctx.committees) > 1 else Label.ORGANIZATION, _bodies(ctx)),
        (Label.ITEM_STATUS, ctx.publicity_word(is_open)),
        (Label.PAPER, papers),
    )
    yield from field_list(((ctx.label(label), value) for label, value in facts), _("The item"))
    yield from held([*item_sections(ctx, item)])
    yield from _vouched(ctx, day)
    yield from _distribution(ctx)


def _of_meeting(ctx: Context) -> str:
    """Of which meeting: »über die 14. Sitzung des Hauptausschusses am 28.10.2021«; as it stands if it is no meeting."""
    style, meeting = ctx.profile.extract, ctx.meeting
    name, day = meeting.name, ctx.day(meeting.start)
    words = name.casefold().partition(",")[0].split()
    if not any(word.endswith(style.meeting_words) for word in words):
        return ", ".join(part for part in (name, day) if part)
    if words[0] in style.meeting_words and (meeting.number or "").isdigit():
        name = f"{meeting.number}. {name}"
    pattern = style.of_meeting_dated if day in name else style.of_meeting
    return pattern.format(meeting=name, day=day)


def _bodies(ctx: Context) -> str:
    return ", ".join(one.name for one in ctx.committees)


def _vouched(ctx: Context, day: date) -> Iterable[Block]:
    """Who vouches for the Auszug, with town and day."""
    yield Rule()
    yield paragraph(ctx.label(Label.EXTRACT_CORRECT), keep=True)
    printed = format_date(day, ctx.profile.formats.date)
    yield paragraph(", ".join(part for part in (town(ctx), printed) if part), keep=True)
    taker = next((key for key in _takers(ctx) if key in ctx.persons), None)
    role = _role(ctx, taker)
    lines = [full_name(ctx.persons[taker]), role] if taker else [role]
    signature = Cell(tuple(runs(line) for line in lines))
    yield Table(((signature, cell("")),), ctx.summary(Label.SIGNATURES), (1.0, 1.0), TableRole.SIGNATURES)


def _role(ctx: Context, taker: str | None) -> str:
    """As what the minute-taker signs the Niederschrift, so that it is the same here."""
    roles = [one.role for one in ctx.meeting.signatures if one.person == taker and one.role]
    lines = ctx.profile.minutes.signatures
    roles += [line.role for line in lines if line.signer is Signer.MINUTES]
    of_law = () if lines else ctx.law.minutes.signatures
    roles += [role for role in of_law if role.casefold() in ctx.profile.minutes.minutes_roles]
    return roles[0] if roles else ctx.summary(Label.MINUTE_TAKERS)


def town(ctx: Context) -> str:
    """The town in front of a date: as the house says, else the name of the body without what kind of body it is."""
    if ctx.profile.extract.town or ctx.body is None:
        return ctx.profile.extract.town
    return ctx.body.name.removeprefix(f"{ctx.body.classification or ''} ")


def _takers(ctx: Context) -> Iterable[str]:
    yield from ctx.meeting.minute_takers
    yield from (one.person for one in ctx.meeting.attendance if one.group is AttendanceGroup.MINUTES)


def _distribution(ctx: Context) -> Iterable[Block]:
    places = ctx.profile.extract.distribution
    if places:
        yield Paragraph(runs(ctx.label(Label.DISTRIBUTION), bold=True), keep_with_next=True)
        yield ListBlock(tuple(ListItem(runs(place)) for place in places))
