"""The Niederschrift of a whole meeting."""

from collections.abc import Iterable

from desktop.export.compose.agenda import Part, agenda_blocks, heading_runs, item_papers, parts, remarks
from desktop.export.compose.attendance import attendance_blocks
from desktop.export.compose.closing import addenda, signature_blocks
from desktop.export.compose.context import Context, labelled, paragraph, runs
from desktop.export.compose.entries import course
from desktop.export.compose.minutes_head import head
from desktop.export.compose.prose import prose
from desktop.export.compose.quorum import quorum
from desktop.export.compose.sections import in_public_again, proceedings, resolution, result_text, tasks, vote_result
from desktop.export.document import Block, Heading, PageBreak, ParagraphRole
from desktop.models.profiles import ItemOrder, Label
from desktop.models.rules.presence import treated
from desktop.models.values import AgendaItem, Event, EventType, Paper, Reader

#: the parts of the meeting, the attendance list, the agenda
_LEVEL = 2


def minutes_blocks(ctx: Context) -> list[Block]:
    """Everything between the first line and the last, in the order of reading."""
    return [
        *head(ctx),
        *attendance_blocks(ctx, _LEVEL),
        *quorum(ctx),
        *agenda_blocks(ctx, _LEVEL),
        *_course(ctx),
        *signature_blocks(ctx),
        *addenda(ctx, _LEVEL),
    ]


def _course(ctx: Context) -> Iterable[Block]:
    in_turn = ctx.profile.minutes.item_order is ItemOrder.TREATED
    found = parts(ctx, treated(ctx.meeting) if in_turn else None)
    opening = course(ctx, ctx.meeting.opening, _LEVEL + 1)
    if not found:
        yield from opening
    for place, part in enumerate(found):
        following = found[place + 1] if place + 1 < len(found) else None
        if place and _on_new_page(ctx, part, found[place - 1]):
            yield PageBreak()
        if part.title:
            yield Heading(_LEVEL, runs(part.title))
        if place == 0:
            yield from opening
        for item in part.items:
            yield from item_blocks(ctx, item, _LEVEL + 1 if part.title else _LEVEL)
        if following and part.public:
            yield _end_of_public_part(ctx, part, following)
    yield from course(ctx, ctx.meeting.closing, _LEVEL + 1)


def _on_new_page(ctx: Context, part: Part, before: Part) -> bool:
    """A part that is not public stands on pages of its own; for the public there is nothing to keep apart."""
    apart = ctx.profile.minutes.nonpublic_on_new_page and ctx.edition.reader is not Reader.PUBLIC
    return apart and not (part.public and before.public)


def _end_of_public_part(ctx: Context, part: Part, following: Part) -> Block:
    """The line at the end of the public part, with the time at which the public was excluded or the last item ended."""
    excluded = None
    for item in part.items:
        for change in _changes_of_publicity(item):
            excluded = change.from_ if change.event_type is EventType.PUBLIC_EXCLUDED else None
    first = next(iter(_changes_of_publicity(following.items[0])), None)
    if excluded is None and first and first.event_type is EventType.PUBLIC_EXCLUDED:
        excluded = first.from_
    time = ctx.clock(excluded or part.items[-1].end)
    label = ctx.label(Label.END_OF_PUBLIC_PART)
    return paragraph(f"{label}: {time}" if time else label, ParagraphRole.EVENT)


def _changes_of_publicity(item: AgendaItem) -> list[Event]:
    """When the public was sent out and let in again."""
    return [
        entry
        for entry in item.proceedings
        if isinstance(entry, Event) and entry.event_type in (EventType.PUBLIC_EXCLUDED, EventType.PUBLIC_RESTORED)
    ]


def item_blocks(ctx: Context, item: AgendaItem, level: int) -> list[Block]:
    """An item with all that happened in it; of one that is withheld only what a stub has."""
    blocks: list[Block] = [Heading(level, heading_runs(ctx, item))]
    if ctx.is_withheld(item):
        return [*blocks, *course(ctx, item.proceedings, level + 1), *_announcement(ctx, item, level)]
    if item.subtitle:
        blocks.append(paragraph(item.subtitle, ParagraphRole.SUBTITLE, keep=True))
    blocks += [paragraph(remark, ParagraphRole.SMALL, keep=True) for remark in remarks(ctx, item)]
    blocks += [labelled(ctx.label(Label.PAPER), _paper(paper, item), keep=True) for paper in item_papers(ctx, item)]
    blocks += proceedings(ctx, item, level + 1)
    blocks += _section(ctx, ctx.resolution_label, resolution(ctx, item, level + 2), level + 1)
    blocks += _section(ctx, Label.VOTE_RESULT, vote_result(ctx, item), level + 1)
    result = result_text(ctx, item)
    if result:
        blocks.append(labelled(ctx.label(Label.RESULT), result))
    blocks += _section(ctx, Label.TASKS, tasks(ctx, item), level + 1)
    blocks += in_public_again(ctx, item, level + 1)
    return blocks + _announcement(ctx, item, level)


def _section(ctx: Context, label: Label, blocks: list[Block], level: int) -> list[Block]:
    return [Heading(level, runs(ctx.label(label))), *blocks] if blocks else []


def _announcement(ctx: Context, item: AgendaItem, level: int) -> list[Block]:
    return _section(ctx, Label.ANNOUNCEMENT, prose(item.announcement, level + 2), level + 1)


def _paper(paper: Paper, item: AgendaItem) -> str:
    """A paper below the title of its item: number, subject where that is another one, and kind."""
    named = [paper.reference, None if paper.name in item.name else paper.name]
    text = " ".join(part for part in named if part) or paper.name
    return f"{text} ({paper.paper_type})" if paper.paper_type else text
