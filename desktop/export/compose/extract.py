"""The Auszug: one item of a meeting, on paper and as the pages of ALLRIS 3 and ALLRIS 4 show it."""

from collections.abc import Iterable
from datetime import date

from desktop.export.compose.agenda import item_papers
from desktop.export.compose.context import Context, paragraph, runs
from desktop.export.compose.extract_paper import extract_on_paper
from desktop.export.compose.extract_sections import item_sections, section
from desktop.export.compose.fields import Field, field_grid, field_list
from desktop.export.compose.sections import result_text
from desktop.export.document import Block, Heading, Look, ParagraphRole
from desktop.models.profiles import Label, PageLook
from desktop.models.values import AgendaItem, Paper
from desktop.text import document_text as _


def extract_blocks(ctx: Context, item: AgendaItem, day: date) -> list[Block]:
    """The whole document in its look; ``day`` is that on which it is made."""
    if ctx.look is Look.DRUCK:
        return list(extract_on_paper(ctx, item, day))
    head = _allris3(ctx, item) if ctx.look is Look.ALLRIS3 else _allris4(ctx, item)
    return [*head, *item_sections(ctx, item), *online_version(ctx, item.web)]


def online_version(ctx: Context, web: str | None) -> list[Block]:
    """The last line of a page: where it is found on the net."""
    return [paragraph(f"{ctx.label(Label.ONLINE_VERSION)} {web}", ParagraphRole.SMALL)] if web else []


def _allris3(ctx: Context, item: AgendaItem) -> Iterable[Block]:
    yield Heading(1, runs(" - ".join(part for part in (ctx.label(Label.EXTRACT), item.name) if part)))
    if ctx.meeting.name:
        yield paragraph(ctx.meeting.name, ParagraphRole.SUBTITLE)
    yield from _subtitle(item)
    papers = item_papers(ctx, item)
    yield from field_grid(_head3(ctx, item, papers), _("The meeting"))
    for paper in papers[:1]:
        yield from field_grid(_paper3(ctx, paper), _("The paper"))


def _head3(ctx: Context, item: AgendaItem, papers: list[Paper]) -> list[tuple[Field, ...] | str]:
    """The head of ALLRIS net 3 (domain report §1.3); papers stand as lines across it."""
    meeting = ctx.meeting
    begin, end = ctx.time(meeting.start), ctx.time(meeting.end)
    time = " - ".join(part for part in (begin, end) if part) if begin else ""
    return [
        (_field(ctx, Label.ITEM, ctx.number(item)),),
        (committee_field(ctx), _field(ctx, Label.RESULT, result_text(ctx, item))),
        (_field(ctx, Label.DATE, ctx.meeting_day(meeting.start)), _field(ctx, Label.STATUS, ctx.meeting_publicity())),
        (_field(ctx, Label.TIME, time), _field(ctx, Label.OCCASION, meeting.occasion)),
        (_field(ctx, Label.ROOM, meeting.room),),
        (_field(ctx, Label.PLACE, meeting.place),),
        *(" ".join(part for part in (paper.reference, paper.name) if part) for paper in papers),
    ]


def _paper3(ctx: Context, paper: Paper) -> list[tuple[Field, ...] | str]:
    return [
        (
            _field(ctx, Label.PAPER_STATUS, ctx.publicity_word(paper.public)),
            _field(ctx, Label.PAPER_TYPE, paper.paper_type),
        ),
        (_field(ctx, Label.AUTHOR, paper.author), _field(ctx, Label.ORIGINATOR, paper.originator)),
        (_field(ctx, Label.UNDER_DIRECTION_OF, paper.under_direction_of), _field(ctx, Label.CLERK, paper.clerk)),
        (_field(ctx, Label.CONTRIBUTORS, paper.contributors),),
    ]


def _allris4(ctx: Context, item: AgendaItem) -> Iterable[Block]:
    yield Heading(1, runs(headline(ctx, item)))
    yield from _subtitle(item)
    papers = item_papers(ctx, item)
    if ctx.profile.pages.basic_data:
        yield from section(ctx, Label.BASIC_DATA, [*field_list(_basic_data(ctx, item, papers), _("Basic data"))])


def headline(ctx: Context, item: AgendaItem) -> str:
    """The headline of ALLRIS net 4: 14.02.2018 - 4 Titel; cut after so many characters as the house cuts lists."""
    name, cut = item.name, ctx.profile.pages.title_cut
    if cut and len(name) > cut:
        name = f"{name[:cut]}..."
    named = " ".join(part for part in (ctx.bare_number(item), name) if part)
    return " - ".join(part for part in (ctx.day(ctx.meeting.start), named) if part)


def _basic_data(ctx: Context, item: AgendaItem, papers: list[Paper]) -> Iterable[Field]:
    """The Grunddaten in the order of ALLRIS net 4 (domain report §1.4)."""
    meeting, paper = ctx.meeting, papers[0] if papers else None
    yield _field(ctx, Label.ITEM, ctx.number(item))
    yield _field(ctx, Label.MEETING, meeting.name)
    yield committee_field(ctx)
    yield _field(ctx, Label.DATE, ctx.meeting_day(meeting.start))
    yield _field(ctx, Label.STATUS, with_state(ctx, ctx.meeting_publicity(), meeting.status_text))
    yield _field(ctx, Label.TIME, ctx.time(meeting.start))
    yield _field(ctx, Label.OCCASION, meeting.occasion)
    yield _field(ctx, Label.ITEM_STATUS, ctx.publicity_word(ctx.is_public(item)))
    named = (" ".join(part for part in (one.reference, one.name) if part) for one in papers)
    yield _field(ctx, Label.PAPER, "\n".join(named))
    if paper:
        yield _field(ctx, Label.PAPER_TYPE, paper.paper_type)
        yield _field(ctx, Label.UNDER_DIRECTION_OF, paper.under_direction_of)
        yield _field(ctx, Label.CLERK, paper.clerk)
        yield _field(ctx, Label.CONTRIBUTORS, paper.contributors)
    yield _field(ctx, Label.RESULT, result_text(ctx, item))


def with_state(ctx: Context, publicity: str, state: str | None) -> str:
    """Publicity with the state of the work in brackets, where that says more: öffentlich (Sitzung abgeschlossen)."""
    labels = (Label.PUBLIC, Label.NONPUBLIC, Label.MIXED)
    words = {ctx.profile.label(label, look) for label in labels for look in PageLook}
    return f"{publicity} ({state})" if state and state not in words else publicity


def committee_field(ctx: Context) -> Field:
    """The bodies that met."""
    label = Label.ORGANIZATIONS if len(ctx.committees) > 1 else Label.ORGANIZATION
    return ctx.label(label), ", ".join(one.name for one in ctx.committees)


def _field(ctx: Context, label: Label, value: str | None) -> Field:
    return ctx.label(label), value or ""


def _subtitle(item: AgendaItem) -> list[Block]:
    return [paragraph(item.subtitle, ParagraphRole.SUBTITLE)] if item.subtitle else []
