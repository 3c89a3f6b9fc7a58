"""A motion as printed: what it is, who moved it, what it changes, its wording, and what became of it."""

from desktop.export.compose.context import Context, caption, labelled
from desktop.export.compose.files import with_files
from desktop.export.compose.prose import prose
from desktop.export.document import Block, ParagraphRole
from desktop.models.profiles import MOTION_LABELS, Label
from desktop.models.rules.motions import carried, counting
from desktop.models.values import AgendaItem, Motion, MotionOutcome, MotionType, Vote
from desktop.text import document_text as _
from desktop.text import marked as N_

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


def motion_title(ctx: Context, motion: Motion) -> str:
    """What a motion is called: its own title, else its kind with who moved it."""
    movers = ", ".join(_movers(ctx, motion))
    return motion.title or ": ".join(part for part in (_kind(ctx, motion), movers) if part)


def motion_blocks(ctx: Context, motion: Motion, level: int, item: AgendaItem | None) -> list[Block]:
    """A motion with its wording as a quotation; ``level`` is that of headings within it."""
    title = motion_title(ctx, motion)
    blocks: list[Block] = [caption(title)]
    lines = [(Label.MOVERS, ", ".join(name for name in _movers(ctx, motion) if name not in title))]
    paper = ctx.papers.get(motion.paper or "")
    if paper and not (item and paper.key in item.papers):
        lines.append((Label.PAPER, " ".join(part for part in (paper.reference, paper.name) if part)))
    blocks += [labelled(ctx.label(label), text, keep=bool(motion.text)) for label, text in lines if text]
    changed = ctx.motions.get(motion.amends) if motion.amends else None
    if changed:
        blocks.append(labelled(_("On:"), motion_title(ctx, changed), keep=bool(motion.text)))
    blocks += with_files(ctx, prose(motion.text, level, ParagraphRole.QUOTE), motion)
    outcome = _outcome(ctx, motion, item)
    return [*blocks, labelled(ctx.label(Label.OUTCOME), outcome)] if outcome else blocks


def _movers(ctx: Context, motion: Motion) -> list[str]:
    movers = [name for key in motion.movers if (name := ctx.party(key))]
    return [*movers, motion.mover_name] if motion.mover_name else movers


def _kind(ctx: Context, motion: Motion) -> str:
    kind = ctx.label(MOTION_LABELS[motion.motion_type])
    return f"{kind} ({motion.procedural_type})" if motion.procedural_type else kind


def _outcome(ctx: Context, motion: Motion, item: AgendaItem | None) -> str:
    """What became of a motion, in words; nothing where a vote on it says so itself in the same place."""
    if motion.outcome_text:
        return motion.outcome_text
    if motion.outcome not in _OUTCOMES:
        return ""
    if item and motion.motion_type is MotionType.SUBSTANTIVE and _is_decided(item, motion.outcome):
        return ""
    taken = counting([*(item.proceedings if item else ctx.entries())])
    told = any(motion.key in vote.on and _says(vote, motion.outcome) for vote in taken if vote.key not in ctx.repeated)
    return "" if told else _(_OUTCOMES[motion.outcome])


def _is_decided(item: AgendaItem, outcome: MotionOutcome) -> bool:
    """Whether the vote on the resolution, which stands behind the debate, says what became of the main motion."""
    votes = [entry for entry in item.proceedings if isinstance(entry, Vote) and (not entry.on or item.key in entry.on)]
    return bool(votes) and outcome in (MotionOutcome.ACCEPTED, MotionOutcome.REJECTED)


def _says(vote: Vote, outcome: MotionOutcome) -> bool:
    """Whether the wording of a vote is the outcome; that on a recommendation to reject words the opposite."""
    worded = bool(vote.verdict) or vote.accepted is not None
    decided = outcome in (MotionOutcome.ACCEPTED, MotionOutcome.REJECTED)
    same = carried(vote) in (None, outcome is MotionOutcome.ACCEPTED)
    return worded and decided and same and not vote.yes_means_rejection
