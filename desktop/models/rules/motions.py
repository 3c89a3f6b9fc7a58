"""What votes do to motions: which votes count, what becomes of a motion, how the next vote is to be taken.

A vote that was repeated is void as soon as its repetition has a result; until then it stands.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from desktop.models.rules import votes
from desktop.models.values import AgendaItem, Election, Entry, Motion, MotionOutcome, MotionType, Vote, VoteMethod
from desktop.models.values.phrases import ProceduralWords

CHANGES = (MotionType.AMENDMENT, MotionType.SUPPLEMENT, MotionType.ALTERNATIVE)
"""Kinds of motion that would change what is voted on, the resolution or another motion."""
_T = TypeVar("_T")
#: outcomes that nobody voted on, or that are still to come
UNDECIDED = (None, MotionOutcome.OPEN)
#: outcomes that follow from votes; the others are told by people
_BY_VOTE = (MotionOutcome.ACCEPTED, MotionOutcome.REJECTED, MotionOutcome.PARTLY_ACCEPTED)


def is_finished(vote: Vote) -> bool:
    """Whether a vote has a result: announced or worded, else in numbers that decide it, as from another program.

    A vote taken at the desk, which has a time, and one among variants end with their result, however far they are
    counted: until then numbers are still typed.
    """
    if vote.accepted is not None or vote.verdict is not None or vote.unanimous is not None:
        return True
    return vote.at is None and not vote.options and votes.outcome(vote).accepted is not None


def on_resolution(item: AgendaItem) -> list[Vote]:
    """The votes of an item, also prepared ones, on its resolution or a part of it: one look at an item of any length.

    A vote on nothing else is, unless it ``is_before_election``, and so is one of a block with this item.
    """
    entries = item.proceedings
    matters = not (item.resolution or item.resolution_as_proposed)
    elections = (
        place for place, entry in enumerate(entries) if matters and isinstance(entry, Election) and not entry.prepared
    )
    last = max(elections, default=-1)
    return [
        entry
        for place, entry in enumerate(entries)
        if isinstance(entry, Vote) and (item.key in entry.on or not (entry.on or (entry.subject and place < last)))
    ]


def is_before_election(vote: Vote, item: AgendaItem) -> bool:
    """Whether a vote is on a matter of its own before an election, e.g. to postpone it: it decides nothing of the item.

    Not where the item has a Beschluss: that is what was voted on.
    """
    if vote.on or not vote.subject or vote not in item.proceedings or item.resolution or item.resolution_as_proposed:
        return False
    later = item.proceedings[item.proceedings.index(vote) + 1 :]
    return any(isinstance(entry, Election) and not entry.prepared for entry in later)


def voided(entries: Iterable[Entry]) -> frozenset[str]:
    """The keys of votes whose repetition has a result: they count nowhere any more."""
    taken = (entry for entry in entries if isinstance(entry, Vote) and not entry.prepared)
    return frozenset(vote.voids for vote in taken if vote.voids and is_finished(vote))


def counting(entries: Sequence[Entry], among: Iterable[Vote] | None = None) -> list[Vote]:
    """The votes that count: finished, not void, not merely prepared; in their order. ``among``: only of these."""
    void = voided(entries)
    taken = (vote for vote in (entries if among is None else among) if isinstance(vote, Vote) and not vote.prepared)
    return [vote for vote in taken if is_finished(vote) and vote.key not in void]


def carried(vote: Vote) -> bool | None:
    """Whether a vote carried what it was on. None: nobody knows.

    Ja to the recommendation to reject carries nothing; where that recommendation finds no majority, the motion has one
    only with more Nein than Ja. Without these numbers, announced as rejected means that.
    """
    if vote.accepted is None:
        computed = votes.outcome(vote).accepted if is_finished(vote) else None
        vote = replace(vote, accepted=computed)
    if not vote.yes_means_rejection or vote.accepted is None:
        return vote.accepted
    known = votes.counts(vote)
    tied = known.yes is not None and known.no is not None and known.no <= known.yes
    return not vote.accepted and not tied


def winner(vote: Vote) -> int | None:
    """Which of the variants of a choose-one vote has more votes than any other; None for a tie or without votes."""
    first = votes.leaders(vote)
    return vote.options.index(first[0]) if len(first) == 1 else None


def outcome_of(motion: str, entries: Sequence[Entry]) -> MotionOutcome | None:
    """What the votes make of a motion; None where they leave it open.

    The last vote on the whole decides; where a part of it was rejected before, it is partly accepted. Without a vote
    on the whole, parts of which some were carried and some not make it partly accepted.
    """
    whole: MotionOutcome | None = None
    parts: dict[str, bool] = {}
    for vote in counting(entries):
        if motion not in vote.on:
            continue
        if vote.options:
            whole = _among_variants(motion, vote) or whole
        elif (accepted := carried(vote)) is not None and vote.part:
            parts[vote.part] = accepted
        elif accepted is not None:
            whole = MotionOutcome.ACCEPTED if accepted else MotionOutcome.REJECTED
    if whole is None:
        return MotionOutcome.PARTLY_ACCEPTED if len(set(parts.values())) > 1 else None
    partly = whole is MotionOutcome.ACCEPTED and not all(parts.values())
    return MotionOutcome.PARTLY_ACCEPTED if partly else whole


def _among_variants(motion: str, vote: Vote) -> MotionOutcome | None:
    """The variants of a vote are its motions, in the same order, where there are as many of both."""
    first = winner(vote)
    if first is None or len(vote.on) != len(vote.options):
        return None
    return MotionOutcome.ACCEPTED if vote.on.index(motion) == first else MotionOutcome.REJECTED


def follows(stored: MotionOutcome | None, before: MotionOutcome | None, now: MotionOutcome | None) -> bool:
    """Whether the outcome of a motion is to be ``now``: not where somebody has set another by hand.

    ``before`` is what the votes made of it before the change.
    """
    by_hand = stored not in UNDECIDED and stored is not before
    return not by_hand and stored is not now and (now is not None or stored in _BY_VOTE)


def proposed_method(entries: Sequence[Entry], words: ProceduralWords) -> VoteMethod | None:
    """How the next vote is to be taken by an accepted procedural motion; None once a vote was taken after it."""
    found: VoteMethod | None = None
    motions = {entry.key: entry for entry in entries if isinstance(entry, Motion)}
    for entry in entries:
        if isinstance(entry, Motion) and entry.outcome is MotionOutcome.ACCEPTED:
            found = _method_moved(entry, words) or found
        elif isinstance(entry, Vote) and is_finished(entry):
            on = [motions[key] for key in entry.on if key in motions]
            procedural = bool(on) and all(motion.motion_type is MotionType.PROCEDURAL for motion in on)
            found = found if procedural else None
    return found


def _method_moved(motion: Motion, words: ProceduralWords) -> VoteMethod | None:
    """How a procedural motion wants the vote taken: by its kind, else by its title, else by its text."""
    if motion.motion_type is not MotionType.PROCEDURAL:
        return None
    meanings = {VoteMethod.SECRET: words.secret, VoteMethod.ROLL_CALL: words.roll_call}
    told = (meant(text, meanings, words) for text in (motion.procedural_type, motion.title, motion.text))
    return next(filter(None, told), None)


def meant(text: str | None, meanings: Mapping[_T, Iterable[str]], words: ProceduralWords) -> _T | None:
    """What a text about procedure means; None where it holds no phrase of it, or a negation."""
    plain = " ".join(["", *re.findall(r"\w+", (text or "").casefold()), ""])
    if any(f" {one} " in plain for one in words.negations):
        return None
    return next((one for one, phrases in meanings.items() if any(f" {phrase} " in plain for phrase in phrases)), None)
