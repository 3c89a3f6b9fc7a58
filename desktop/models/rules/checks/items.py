"""Checks of an item as a whole: do its votes fit each other, their order, its Beschlussart; the quorum."""

import re
from collections.abc import Iterator, Sequence

from desktop.models.rules import votes
from desktop.models.rules.checks.base import Facts, Finding, Part, Steps, Words, is_open, parts, tally
from desktop.models.rules.checks.codes import Code
from desktop.models.rules.checks.votes import usual_sum
from desktop.models.rules.motions import CHANGES, on_resolution, outcome_of
from desktop.models.values import (
    Election,
    Entry,
    Event,
    EventType,
    MeetingState,
    Motion,
    MotionOutcome,
    MotionType,
    ResultClass,
    Speech,
    TextEntry,
    Vote,
)

_CARRIED = frozenset({ResultClass.ACCEPTED, ResultClass.AMENDED, ResultClass.RECOMMENDED})


def check_item(part: Part, facts: Facts) -> Steps:
    """What only several entries of an item show together."""
    yield from _totals(part, facts)
    yield from _order(part, facts)
    yield from _motions(part)
    yield from _result(part, facts)


def _totals(part: Part, facts: Facts) -> Steps:
    """Votes that more or fewer took part in than in the others.

    Where it is known who was there, each vote is held against that instead: people come and go.
    """
    usual = usual_sum(part, facts)
    for vote in part.votes(facts):
        yield None
        counted = tally(vote, facts.house.words)
        if counted is None or usual is None or not counted.differs(usual):
            continue
        if vote.present is not None or facts.knows_who_is_there(part, vote.at):
            continue
        yield Finding(Code.TOTALS_DIFFER, part.key, vote.key, {"sum": counted.sum, "usual": usual})


def _order(part: Part, facts: Facts) -> Steps:
    """Amendments come before the main motion (e.g. § 12 GO Karlsruhe), or by rule of the house after it (§ 17 GO
    Kabelhorst). Between votes on parts of the main motion an amendment is in its place.
    """
    motions = {entry.key: entry for entry in part.entries if isinstance(entry, Motion)}
    cast = part.votes(facts)
    for place, vote in enumerate(cast):
        amended = _amended(vote, motions)
        if amended is None:
            continue
        yield None
        mains = _mains(cast, amended, motions, part)
        before = [other for other, main in zip(cast[:place], mains[:place], strict=True) if main]
        after = any(mains[place + 1 :])
        if facts.house.amendments_first and not after and any(other.part is None for other in before):
            yield Finding(Code.AMENDMENT_AFTER_MAIN, part.key, vote.key)
        if not facts.house.amendments_first and after and not before:
            yield Finding(Code.AMENDMENT_BEFORE_MAIN, part.key, vote.key)


def _amended(vote: Vote, motions: dict[str, Motion]) -> str | None:
    """What the motions voted on would change: the key of a motion, empty for the resolution; None if none does."""
    amending = [motions[key] for key in vote.on if key in motions and motions[key].motion_type in CHANGES]
    return (amending[0].amends or "") if amending and len(amending) == len(vote.on) else None


def _mains(cast: Sequence[Vote], amended: str, motions: dict[str, Motion], part: Part) -> list[bool]:
    """Which votes are on what an amendment would change: the motion it names, the resolution, a substantive motion."""
    substantive = {key for key, motion in motions.items() if motion.motion_type is MotionType.SUBSTANTIVE}
    kinds = ([amended in vote.on for vote in cast], _on_resolution(cast, part))
    return next((kind for kind in kinds if any(kind)), [bool(substantive & {*vote.on}) for vote in cast])


def _motions(part: Part) -> Steps:
    """What is noted of a motion against what its votes make of it."""
    decided = {MotionOutcome.ACCEPTED: 1, MotionOutcome.REJECTED: 0}
    for motion in part.entries:
        if not isinstance(motion, Motion) or motion.outcome not in decided:
            continue
        yield None
        # where Ja rejects, files differ on whether the question or the motion was announced
        told = [one for one in part.entries if not (isinstance(one, Vote) and one.yes_means_rejection)]
        voted = outcome_of(motion.key, told)
        if voted in decided and voted is not motion.outcome:
            yield Finding(Code.MOTION_OUTCOME, part.key, motion.key, {"accepted": decided[voted]})


def _result(part: Part, facts: Facts) -> Iterator[Finding]:
    """The class of the Beschlussart against the last vote on the resolution; the words are not looked at.

    A block vote that was taken at another item counts like one of the item.
    """
    item, home = part.item, part.votes(facts)
    elsewhere = tuple(vote for vote in facts.blocks if vote not in home)
    cast = (*home, *elsewhere)
    told = zip(cast, _on_resolution(cast, part), strict=True)
    main = [vote for vote, is_main in told if is_main and not vote.options]
    whole = [vote for vote in main if vote.part is None][-1:] or main
    outcomes = {_accepted(vote, facts) for vote in whole}
    if item is None or len(outcomes) != 1:
        return
    accepted = outcomes.pop()
    if accepted is None:
        return
    if (item.result_class in _CARRIED and not accepted) or (item.result_class is ResultClass.REJECTED and accepted):
        entry = whole[-1].key if whole[-1] in home else ""
        yield Finding(Code.RESULT_OUTCOME, part.key, entry, {"accepted": int(accepted)})


def _on_resolution(cast: Sequence[Vote], part: Part) -> list[bool]:
    """Which votes are on the resolution of the item; outside all items those on nothing else."""
    if part.item is None:
        return [not vote.on for vote in cast]
    own = {id(vote) for vote in on_resolution(part.item)}  # a file need not have keys
    return [id(vote) in own or part.key in vote.on for vote in cast]


def _accepted(vote: Vote, facts: Facts) -> bool | None:
    """The outcome of what was decided; None where it has none or a rejecting question leaves open what it was about."""
    if vote.yes_means_rejection or is_open(vote):
        return None
    return votes.outcome(vote, facts.law.votes.base).accepted if vote.accepted is None else vote.accepted


def check_quorum(facts: Facts) -> Iterator[Finding]:
    """That a quorum was stated, once somebody voted."""
    meeting, words = facts.meeting, facts.house.words
    if meeting.state is MeetingState.PREPARATION or not meeting.attendance:
        return
    entries = [entry for part in parts(meeting) for entry in part.entries if not entry.prepared]
    first = next((place for place, entry in enumerate(entries) if isinstance(entry, Vote | Election)), None)
    if first is None:
        return
    stated = any(isinstance(entry, Event) and entry.event_type is EventType.QUORUM_STATED for entry in entries)
    if not stated and not any(_speaks_of_quorum(entry, words) for entry in entries[:first]):
        yield Finding(Code.NO_QUORUM_STATED)


def _speaks_of_quorum(entry: Entry, words: Words) -> bool:
    text = entry.text if isinstance(entry, TextEntry | Speech | Event) else None
    return not words.quorum.isdisjoint(re.findall(r"\w+", (text or "").casefold()))
