"""The Niederschrift of a whole meeting."""

from collections.abc import Iterable, Sequence

from desktop.export.compose.agenda import Part, agenda_blocks, heading_runs, item_papers, paper_line, parts, remarks
from desktop.export.compose.attendance import attendance_blocks
from desktop.export.compose.closing import approval, correction_marks, corrections, files, objections
from desktop.export.compose.context import Context, labelled, paragraph, runs
from desktop.export.compose.entries import course
from desktop.export.compose.files import files_table, numbered
from desktop.export.compose.minutes_head import head, heading
from desktop.export.compose.prose import held, prose
from desktop.export.compose.quorum import quorum
from desktop.export.compose.records import told
from desktop.export.compose.sections import (
    afterwards,
    proceedings,
    resolution,
    result_text,
    tasks,
    vote_result,
    with_afterwards,
)
from desktop.export.compose.signatures import signature_blocks
from desktop.export.document import Block, Heading, PageBreak, ParagraphRole
from desktop.models.profiles import ItemOrder, ItemSection, Label, MinutesSection
from desktop.models.rules.presence import treated
from desktop.models.values import AgendaItem, Event, EventType, File, Reader, ResultClass, Speech, TextEntry

#: the parts of the meeting, the attendance list, the agenda
_LEVEL = 2


def minutes_blocks(ctx: Context) -> list[Block]:
    """Everything between the first line and the last, in the order that the house gives the parts."""
    sections = dict.fromkeys(ctx.profile.sections.minutes)
    return [*heading(ctx), *(block for section in sections for block in _part(ctx, section))]


def _part(ctx: Context, section: MinutesSection) -> Iterable[Block]:
    match section:
        case MinutesSection.HEAD:
            return head(ctx)
        case MinutesSection.ATTENDANCE:
            return attendance_blocks(ctx, _LEVEL)
        case MinutesSection.QUORUM:
            return quorum(ctx)
        case MinutesSection.AGENDA:
            return agenda_blocks(ctx, _LEVEL)
        case MinutesSection.COURSE:
            return _course(ctx)
        case MinutesSection.SIGNATURES:
            return () if _signs_each_part(ctx) else signature_blocks(ctx)
        case MinutesSection.APPROVAL:
            return approval(ctx)
        case MinutesSection.OBJECTIONS:
            return objections(ctx, _LEVEL)
        case MinutesSection.FILES:
            return files(ctx, _LEVEL)
        case MinutesSection.CORRECTIONS:
            return corrections(ctx, _LEVEL)


def _signs_each_part(ctx: Context) -> bool:
    """Whether the parts are signed one by one: where the house does so and there are several in hand."""
    style = ctx.profile.minutes
    return style.sign_each_part and ctx.edition.reader is Reader.COMPLETE and len(parts(ctx)) > 1


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
        if following and _signs_each_part(ctx):
            yield from signature_blocks(ctx, part.items)
    yield from course(ctx, ctx.meeting.closing, _LEVEL + 1)
    yield from _end_of_meeting(ctx)
    if _signs_each_part(ctx):
        yield from signature_blocks(ctx, found[-1].items)


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


def _end_of_meeting(ctx: Context) -> Iterable[Block]:
    """When the meeting ended, unless what was written last says it, or only part of it is in hand."""
    if ctx.edition.reader is Reader.NONPUBLIC:
        return
    time, label = ctx.clock(ctx.meeting.end), ctx.label(Label.END_OF_MEETING)
    last = [*(told(ctx, item.proceedings, item) for item in ctx.treated[-1:]), told(ctx, ctx.meeting.closing, None)]
    written = " ".join(
        entry.text or "" for course in last for entry in course if isinstance(entry, TextEntry | Speech | Event)
    )
    if time and label and ctx.time(ctx.meeting.end) not in written:
        yield paragraph(f"{label}: {time}", ParagraphRole.EVENT)


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
    blocks += [labelled(ctx.label(Label.PAPER), paper_line(paper, item), keep=True) for paper in item_papers(ctx, item)]
    blocks += [paragraph(mark, ParagraphRole.SMALL, keep=True) for mark in correction_marks(ctx, item)]
    for section in with_afterwards(ctx.profile.sections.item):
        if section is ItemSection.RESULT and result_text(ctx, item):
            blocks = held(blocks)
        blocks += _item_section(ctx, section, item, level) if section else afterwards(ctx, item, level + 1)
    return blocks


def _item_section(ctx: Context, section: ItemSection, item: AgendaItem, level: int) -> list[Block]:
    match section:
        case ItemSection.PROCEEDINGS:
            return proceedings(ctx, item, level + 1)
        case ItemSection.RESOLUTION:
            return _section(ctx, ctx.resolution_label, resolution(ctx, item, level + 2), level + 1)
        case ItemSection.VOTE:
            return _section(ctx, Label.VOTE_RESULT, vote_result(ctx, item), level + 1)
        case ItemSection.RESULT:
            result = result_text(ctx, item)
            told = item.result_class is ResultClass.REMOVED and result in ctx.label(Label.REMOVED)
            return [labelled(ctx.label(Label.RESULT), result)] if result and not told else []
        case ItemSection.PAPER_FILES:
            of_papers = [file for paper in item_papers(ctx, item) for file in paper.files]
            return _files(ctx, Label.PAPER_FILES, of_papers, level)
        case ItemSection.FILES:
            return _files(ctx, Label.FILES, item.files, level)
        case ItemSection.TASKS:
            return _section(ctx, Label.TASKS, tasks(ctx, item), level + 1)
        case ItemSection.ANNOUNCEMENT:
            return _announcement(ctx, item, level)


def _files(ctx: Context, label: Label, listed: Sequence[File], level: int) -> list[Block]:
    table: list[Block] = [files_table(ctx, numbered(ctx, listed), ctx.summary(label))] if listed else []
    return _section(ctx, label, table, level + 1)


def _section(ctx: Context, label: Label, blocks: list[Block], level: int) -> list[Block]:
    return [Heading(level, runs(ctx.label(label))), *blocks] if blocks else []


def _announcement(ctx: Context, item: AgendaItem, level: int) -> list[Block]:
    return _section(ctx, Label.ANNOUNCEMENT, prose(item.announcement, level + 2), level + 1)
