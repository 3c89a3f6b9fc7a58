"""The wording of a resolution: from the paper's proposal and the amendments that were accepted."""

from dataclasses import dataclass

from desktop.models.rules.motions import CHANGES
from desktop.models.values import AgendaItem, Motion, MotionOutcome, MotionType

_ACCEPTED = frozenset({MotionOutcome.ACCEPTED, MotionOutcome.ADOPTED_BY_MOVER})


@dataclass(frozen=True, slots=True)
class Reading:
    """What is read aloud before the vote: a wording, and the accepted amendments that it does not hold yet."""

    text: str
    amendments: tuple[Motion, ...] = ()


def pending(item: AgendaItem, text: str) -> tuple[Motion, ...]:
    """The accepted amendments with a wording that a text does not hold yet, in the order they were moved."""
    known = _plain(text)
    return tuple(
        entry
        for entry in item.proceedings
        if isinstance(entry, Motion)
        and entry.motion_type in CHANGES
        and entry.outcome in _ACCEPTED
        and not entry.prepared
        and entry.text
        and _plain(entry.text) not in known
    )


def worked_in(item: AgendaItem, proposal: str) -> str:
    """The resolution, else the proposal, with the accepted amendments behind it, a paragraph each.

    An accepted alternative takes the place of both.
    """
    text = item.resolution or proposal
    for motion in pending(item, text):
        replaces = motion.motion_type is MotionType.ALTERNATIVE
        text = "\n\n".join(filter(None, ("" if replaces else text, motion.text)))
    return text


def is_changed(item: AgendaItem, proposal: str) -> bool:
    """Whether the resolution says something else than the paper proposed."""
    return bool(proposal and item.resolution) and _plain(proposal) != _plain(item.resolution or "")


def to_read(item: AgendaItem, proposal: str) -> Reading | None:
    """What there is to read aloud: the resolution, else the proposal, else the newest motion; None for nothing."""
    text = item.resolution or proposal
    changes = pending(item, text)
    if text or changes:
        return Reading(text, changes)
    motions = [entry for entry in item.proceedings if isinstance(entry, Motion) and entry.text]
    return Reading(motions[-1].text or "") if motions else None


def _plain(text: str) -> str:
    return " ".join(text.split())
