"""The Tagesordnung as it is sent out: when and where, and what is on the agenda; no results."""

from collections.abc import Iterable
from dataclasses import replace

from desktop.export.compose.agenda import agenda_table, parts
from desktop.export.compose.context import Context, paragraph, runs
from desktop.export.compose.extract_paper import town
from desktop.export.compose.fields import field_list
from desktop.export.compose.minutes_head import chair_lines, facts, part_line, title_lines
from desktop.export.document import Block, Cell, Heading, Table, TableRole, cell
from desktop.models.profiles import Label
from desktop.models.rules.invited import compare
from desktop.models.values import AgendaItem, InvitationItem, ItemKind, MeetingState, Reader, ResultClass
from desktop.text import document_text as _

_LEVEL = 2
_FACTS = (
    Label.ORGANIZATION,
    Label.ORGANIZATIONS,
    Label.KIND_OF_MEETING,
    Label.OCCASION,
    Label.FORM,
    Label.SCHEDULED,
    Label.LOCATION,
    Label.CONVENED_ON,
)


def invitation_blocks(ctx: Context) -> list[Block]:
    """An invitation while the meeting is prepared, afterwards the agenda it had."""
    inviting = ctx.meeting.state is MeetingState.PREPARATION
    title = ctx.label(Label.INVITATION if inviting else Label.AGENDA)
    part = part_line(ctx) if ctx.edition.reader is Reader.NONPUBLIC else ""  # else the parts stand below
    blocks = [*title_lines(ctx, title, ctx.meeting.name, part)]
    wanted = [label for label in _FACTS if not inviting or label is not Label.CONVENED_ON]
    blocks += field_list(facts(ctx, *wanted), _("The meeting"))
    if inviting:
        blocks.append(paragraph(ctx.label(Label.INVITATION_SENTENCE)))
        blocks.append(Heading(_LEVEL, runs(ctx.label(Label.AGENDA))))
    for each in parts(ctx, _lines(ctx)):
        if each.title:
            blocks.append(Heading(_LEVEL + 1 if inviting else _LEVEL, runs(each.title)))
        blocks.append(agenda_table(ctx, each, _told))
    return [*blocks, *(_signed(ctx) if inviting else ())]


def _lines(ctx: Context) -> Iterable[AgendaItem]:
    """The lines of the agenda: as invited, or as they stand now with what was taken off and came late."""
    meeting = ctx.meeting
    if not meeting.invitation:
        return meeting.agenda
    if not ctx.profile.invitation.changes:
        return (_as_invited(ctx, line) for line in meeting.invitation)
    return _as_now(ctx)


def _as_now(ctx: Context) -> Iterable[AgendaItem]:
    for line in compare(ctx.meeting):
        if line.item is None:
            assert line.invited is not None
            yield replace(_as_invited(ctx, line.invited), result_class=ResultClass.REMOVED)
        else:
            late = line.item.supplementary or (line.invited is None and line.item.kind is not ItemKind.DIVIDER)
            yield replace(line.item, supplementary=late, announcement=None)


def _as_invited(ctx: Context, line: InvitationItem) -> AgendaItem:
    """The item of a line with number, title and part as it was sent out."""
    return replace(
        ctx.items.get(line.item or "", AgendaItem()),
        number=line.number,
        name=line.name,
        public=line.public,
        announcement=None,
        result_class=None,
        supplementary=None,
    )


def _told(ctx: Context, item: AgendaItem) -> Iterable[str]:
    """What became of a line since it was sent out; nothing of how it was treated."""
    if item.result_class is ResultClass.REMOVED:
        yield ctx.label(Label.REMOVED)
    if item.supplementary:
        yield ctx.label(Label.SUPPLEMENTARY)


def _signed(ctx: Context) -> Iterable[Block]:
    """When and where it was written, and the line of who invites."""
    yield paragraph(", ".join(part for part in (town(ctx), ctx.day(ctx.meeting.convened_on)) if part), keep=True)
    lines = (*list(chair_lines(ctx))[:1], ctx.summary(Label.CHAIR))
    signature = Cell(tuple(map(runs, lines)))
    yield Table(((signature, cell("")),), ctx.summary(Label.SIGNATURES), (1.0, 1.0), TableRole.SIGNATURES)
