"""The Beschlussliste: what was decided, item by item, in short.

A heading per item with its facts below it, not a table: a wording has lists and tables of its own, which no cell can
hold, and whoever hears the document goes from item to item by the headings.
"""

from collections.abc import Iterable
from dataclasses import replace

from desktop.export.compose.agenda import Part, heading_runs, item_papers, parts
from desktop.export.compose.closing import correction_notes
from desktop.export.compose.context import Context, labelled, paragraph, runs
from desktop.export.compose.elections import election_result
from desktop.export.compose.entries import result_votes
from desktop.export.compose.fields import field_list
from desktop.export.compose.minutes_head import draft_notice, facts, part_line, title_lines
from desktop.export.compose.motions import motion_title
from desktop.export.compose.prose import lead, prose
from desktop.export.compose.sections import resolution, result_text, vote_names
from desktop.export.compose.totals import totals, wording
from desktop.export.compose.votes import is_inline, subject
from desktop.export.document import Block, Heading, Paragraph, ParagraphRole
from desktop.models.profiles import Label
from desktop.models.values import AgendaItem, Election, Motion, MotionType, Vote
from desktop.text import document_text as _

_LEVEL = 2
_FACTS = (
    Label.ORGANIZATION,
    Label.ORGANIZATIONS,
    Label.KIND_OF_MEETING,
    Label.SCHEDULED,
    Label.LOCATION,
    Label.CHAIR,
)
#: motions on the course of the meeting decide nothing that is to be carried out
_PROCEDURAL = (MotionType.PROCEDURAL, MotionType.AGENDA)


def resolutions_blocks(ctx: Context) -> list[Block]:
    """The whole list; items in which nothing was decided are left out."""
    title = ctx.label(Label.RESOLUTIONS)
    listed = [block for part in parts(ctx) for block in _part(ctx, part)]
    return [
        *title_lines(ctx, title, ctx.meeting.name, part_line(ctx), draft_notice(ctx)),
        *field_list(facts(ctx, *_FACTS), _("The meeting")),
        *(listed or [paragraph(_none(ctx), ParagraphRole.PLACEHOLDER)]),
    ]


def _none(ctx: Context) -> str:
    """That nothing was decided; of what the reader may not see nothing is said."""
    if any(map(ctx.is_withheld, ctx.meeting.agenda)):
        return _("No resolutions were passed in public.")
    return _("No resolutions were passed.")


def _part(ctx: Context, part: Part) -> list[Block]:
    level = _LEVEL + 1 if part.title else _LEVEL
    blocks = [block for item in part.items for block in _item(ctx, item, level)]
    return [Heading(_LEVEL, runs(part.title)), *blocks] if blocks and part.title else blocks


def _item(ctx: Context, item: AgendaItem, level: int) -> list[Block]:
    """An item with what was decided; of one that is withheld only its Bekanntgabe."""
    announced = lead(prose(item.announcement, level + 1), runs(_named(ctx, Label.ANNOUNCEMENT), bold=True))
    decided = [] if ctx.is_withheld(item) else _decided(ctx, item, level)
    corrected = correction_notes(ctx, item, level + 1) if decided else ()
    blocks = [*decided, *corrected, *(announced if item.announcement else [])]
    return [Heading(level, heading_runs(ctx, item)), *blocks] if blocks else []


def _decided(ctx: Context, item: AgendaItem, level: int) -> list[Block]:
    text = resolution(ctx, item, level + 1)
    blocks = [
        *(block for entry in item.proceedings for block in _entry(ctx, entry, item, level)),
        *(lead(text, runs(_named(ctx, ctx.resolution_label), bold=True)) if text else []),
        *_votes(ctx, item),
    ]
    result = result_text(ctx, item)
    if result:
        blocks = [*blocks[:-1], *map(_held, blocks[-1:]), labelled(_named(ctx, Label.RESULT), result)]
    papers = ", ".join(paper.reference or paper.name for paper in item_papers(ctx, item))
    return [labelled(_named(ctx, Label.PAPER), papers, keep=True), *blocks] if blocks and papers else blocks


def _named(ctx: Context, label: Label) -> str:
    """A label in front of its text, in one line: with a colon also where the house, for a heading, has none."""
    return f"{ctx.summary(label)}:"


def _held(block: Block) -> Block:
    """A paragraph on the page of what follows, so that a result is not alone on the next one."""
    return replace(block, keep_with_next=True) if isinstance(block, Paragraph) else block


def _entry(ctx: Context, entry: object, item: AgendaItem, level: int) -> list[Block]:
    """What an election brought, and a vote on motions."""
    if isinstance(entry, Election):
        return election_result(ctx, entry)
    if isinstance(entry, Vote) and is_inline(ctx, entry, item) and entry.key not in ctx.repeated:
        return _on_motions(ctx, entry, item, level)
    return []


def _on_motions(ctx: Context, vote: Vote, item: AgendaItem, level: int) -> list[Block]:
    """The result of a vote on motions; their wording where it was carried and is all that was decided."""
    voted = [motion for key in vote.on if (motion := ctx.motions.get(key))]
    named = [motion for motion in voted if motion.motion_type not in _PROCEDURAL]
    if not named:
        return []
    titles = subject(ctx, vote) or ", ".join(motion_title(ctx, motion) for motion in named)
    texts = [block for motion in named for block in _wording(motion, vote, item, level)]
    return [labelled(f"{titles}:", in_short(ctx, vote), keep=bool(texts)), *texts]


def _wording(motion: Motion, vote: Vote, item: AgendaItem, level: int) -> Iterable[Block]:
    if vote.accepted and not item.resolution and not item.resolution_as_proposed:
        yield from prose(motion.text, level + 1, ParagraphRole.QUOTE)


def _votes(ctx: Context, item: AgendaItem) -> Iterable[Block]:
    """The votes on the resolution, one line each."""
    votes = [vote for vote in result_votes(ctx, item) if vote.key not in ctx.repeated]
    for name, vote in zip(vote_names(ctx, votes), votes, strict=True):
        label = f"{ctx.summary(Label.VOTE_RESULT)} ({name}):" if name else _named(ctx, Label.VOTE_RESULT)
        yield labelled(label, in_short(ctx, vote))


def in_short(ctx: Context, vote: Vote) -> str:
    """A vote in one line: how it is worded, with its numbers in brackets; open where nothing is known."""
    zero = ctx.zero
    numbers = [f"{option.label}: {ctx.count(option.votes, zero)}" for option in vote.options] or totals(ctx, vote)
    said, counted = wording(ctx, vote), ", ".join(numbers)
    if said and counted:
        return f"{said} ({counted})"
    return said or counted or ctx.label(Label.OPEN)
