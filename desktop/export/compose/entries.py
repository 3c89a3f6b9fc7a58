"""The course of an item: its entries as paragraphs, in the order in which they happened."""

from collections.abc import Iterable

from desktop.export.compose.context import Context, caption, labelled, runs
from desktop.export.compose.elections import election_blocks
from desktop.export.compose.events import event_blocks
from desktop.export.compose.prose import join, lead, prose, tail
from desktop.export.compose.votes import headed_vote, inline_vote, is_inline
from desktop.export.document import Block, ParagraphRole
from desktop.export.names import sentence_start
from desktop.models.profiles import Label
from desktop.models.values import (
    AgendaItem,
    Election,
    Entry,
    Event,
    Lead,
    Motion,
    MotionOutcome,
    MotionType,
    Speech,
    TextEntry,
    Vote,
)
from desktop.text import document_text as _
from desktop.text import marked as N_

_MOTION_LABELS = {
    MotionType.SUBSTANTIVE: Label.MOTION_SUBSTANTIVE,
    MotionType.AMENDMENT: Label.MOTION_AMENDMENT,
    MotionType.SUPPLEMENT: Label.MOTION_SUPPLEMENT,
    MotionType.ALTERNATIVE: Label.MOTION_ALTERNATIVE,
    MotionType.PROCEDURAL: Label.MOTION_PROCEDURAL,
    MotionType.URGENCY: Label.MOTION_URGENCY,
    MotionType.AGENDA: Label.MOTION_AGENDA,
    MotionType.EXAMINATION: Label.MOTION_EXAMINATION,
}
_OUTCOMES = {
    MotionOutcome.ACCEPTED: N_("accepted"),
    MotionOutcome.REJECTED: N_("rejected"),
    MotionOutcome.WITHDRAWN: N_("withdrawn"),
    MotionOutcome.ADOPTED_BY_MOVER: N_("adopted by the mover of the main motion"),
    MotionOutcome.SETTLED: N_("settled"),
    MotionOutcome.REFERRED: N_("referred"),
    MotionOutcome.PARTLY_ACCEPTED: N_("partly accepted"),
    MotionOutcome.NOT_PUT_TO_VOTE: N_("not put to the vote"),
}
_DECIDED_BY_VOTE = (MotionOutcome.ACCEPTED, MotionOutcome.REJECTED)


def course(ctx: Context, entries: Iterable[Entry], level: int, *, item: AgendaItem | None = None) -> list[Block]:
    """The entries as blocks; ``level`` is that of headings within a text.

    Votes on the resolution of an ``item`` are left out: they stand under »Abstimmungsergebnis«. Without an item there
    is no such place, and all votes stand where they were taken.
    """
    blocks: list[Block] = []
    for entry in entries:
        new = _entry(ctx, entry, level, item)
        if isinstance(entry, TextEntry | Speech) and entry.run_on and not entry.heading:
            join(blocks, new)
        else:
            blocks.extend(new)
    return blocks


def result_votes(ctx: Context, item: AgendaItem) -> list[Vote]:
    """The votes that stand under »Abstimmungsergebnis« of an item, block votes taken at another item among them."""
    own = [entry for entry in item.proceedings if isinstance(entry, Vote) and not is_inline(ctx, entry, item)]
    return own + list(ctx.block_votes.get(item.key, ()))


def _entry(ctx: Context, entry: Entry, level: int, item: AgendaItem | None) -> list[Block]:
    match entry:
        case TextEntry():
            return _head(ctx, entry) + _with_files(ctx, prose(entry.text, level), entry)
        case Speech():
            return _head(ctx, entry) + _with_files(ctx, _speech(ctx, entry, level), entry)
        case Motion():
            return _motion(ctx, entry, level, item)
        case Vote():
            if item is None:
                return headed_vote(ctx, entry)
            return inline_vote(ctx, entry) if is_inline(ctx, entry, item) else []
        case Election():
            return election_blocks(ctx, entry, level)
        case Event():
            return event_blocks(ctx, entry, item)


def _head(ctx: Context, entry: TextEntry | Speech) -> list[Block]:
    lines = [entry.heading] if entry.heading else []
    if entry.on_request:
        lines.append(ctx.label(Label.ON_REQUEST))
    return [caption(line) for line in lines]


def _speech(ctx: Context, speech: Speech, level: int) -> list[Block]:
    """A speech with its speaker in front, where the text does not name them itself."""
    blocks = prose(speech.text, level)
    if speech.lead is None or speech.lead is Lead.NONE:
        return blocks
    name = sentence_start(speech.speaker_name or ctx.address(speech.speaker))
    if speech.lead is Lead.COLON:
        name = ctx.with_faction(name, speech.on_behalf_of)
        return lead(blocks, runs(f"{name}:", bold=True)) if name else blocks
    if ctx.profile.names.faction_in_sentence:
        name = ctx.with_faction(name, speech.on_behalf_of)
    return lead(blocks, runs(name)) if name else blocks


def _motion(ctx: Context, motion: Motion, level: int, item: AgendaItem | None) -> list[Block]:
    """A motion: what it is, who moved it, its wording as a quotation, and what became of it."""
    movers = [name for key in motion.movers if (name := ctx.party(key))]
    if motion.mover_name:
        movers.append(motion.mover_name)
    title = motion.title or ": ".join(part for part in (_motion_kind(ctx, motion), ", ".join(movers)) if part)
    blocks: list[Block] = [caption(title)]
    unnamed = [name for name in movers if name not in title]
    if unnamed:
        blocks.append(labelled(ctx.label(Label.MOVERS), ", ".join(unnamed), keep=bool(motion.text)))
    paper = ctx.papers.get(motion.paper or "")
    if paper and not (item and paper.key in item.papers):
        named = " ".join(part for part in (paper.reference, paper.name) if part)
        blocks.append(labelled(ctx.label(Label.PAPER), named, keep=bool(motion.text)))
    blocks += _with_files(ctx, prose(motion.text, level, ParagraphRole.QUOTE), motion)
    outcome = _motion_outcome(ctx, motion, item)
    return [*blocks, labelled(ctx.label(Label.OUTCOME), outcome)] if outcome else blocks


def _motion_kind(ctx: Context, motion: Motion) -> str:
    kind = ctx.label(_MOTION_LABELS[motion.motion_type])
    return f"{kind} ({motion.procedural_type})" if motion.procedural_type else kind


def _motion_outcome(ctx: Context, motion: Motion, item: AgendaItem | None) -> str:
    """What became of a motion, in words; nothing where a vote on it says so itself in the same place."""
    if motion.outcome_text:
        return motion.outcome_text
    if motion.outcome not in _OUTCOMES:
        return ""
    entries = item.proceedings if item else ctx.entries()
    voted = any(isinstance(entry, Vote) and motion.key in entry.on for entry in entries)
    return "" if voted and motion.outcome in _DECIDED_BY_VOTE else _(_OUTCOMES[motion.outcome])


def _with_files(ctx: Context, blocks: list[Block], entry: TextEntry | Speech | Motion) -> list[Block]:
    """The blocks with the Anlagen they refer to behind them, as far as the text does not name them itself."""
    named = [name for key in entry.files if (name := ctx.file_mention(key)) and name not in (entry.text or "")]
    return tail(blocks, f"({', '.join(named)})") if named else blocks
