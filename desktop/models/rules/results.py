"""Which kind of result (Beschlussart) the votes of an item suggest, as data."""

from collections.abc import Iterable, Sequence

from desktop.models.rules.motions import CHANGES, carried, counting, meant, on_resolution, outcome_of
from desktop.models.values import AgendaItem, Motion, MotionOutcome, MotionType, ResultClass, Vote
from desktop.models.values.phrases import ProceduralWords

_CARRIED = frozenset({ResultClass.ACCEPTED, ResultClass.AMENDED, ResultClass.RECOMMENDED})
_WORKED_IN = (MotionOutcome.ACCEPTED, MotionOutcome.PARTLY_ACCEPTED, MotionOutcome.ADOPTED_BY_MOVER)


def suggested(
    item: AgendaItem,
    words: ProceduralWords,
    *,
    advisory: bool,
    elsewhere: Iterable[Vote] = (),
    elected: bool = False,
) -> ResultClass | None:
    """The kind of result of an item by the votes taken on it; None where they settle nothing.

    ``words`` are those by which the house knows procedural motions. ``advisory``: the body recommends only.
    ``elsewhere`` are votes taken at another item that are on this one too. ``elected``: an election of the item is
    decided, which goes before all votes but those that carried the item's own resolution.
    """
    voted = _by_votes(item, words, advisory=advisory, elsewhere=elsewhere)
    return ResultClass.ELECTED if elected and not is_resolved(item, voted) else voted


def is_resolved(item: AgendaItem, voted: ResultClass | None) -> bool:
    """Whether the votes carried a resolution that the item has, so that an election in it was not all there was."""
    return voted in _CARRIED and bool(item.resolution or item.resolution_as_proposed)


def _by_votes(
    item: AgendaItem, words: ProceduralWords, *, advisory: bool, elsewhere: Iterable[Vote]
) -> ResultClass | None:
    votes = counting(item.proceedings, on_resolution(item))
    whole = [vote for vote in (*votes, *elsewhere) if not vote.part]
    if not whole:
        return _by_motions(item, words, advisory=advisory)
    accepted = carried(whole[-1])
    return None if accepted is None else _kind(accepted, item, advisory=advisory)


def _kind(accepted: bool, item: AgendaItem, *, advisory: bool) -> ResultClass:
    if not accepted:
        return ResultClass.REJECTED
    if advisory:
        return ResultClass.RECOMMENDED
    changed = any(motion.motion_type in CHANGES for motion in _with_outcome(item, _WORKED_IN))
    return ResultClass.AMENDED if changed else ResultClass.ACCEPTED


def _by_motions(item: AgendaItem, words: ProceduralWords, *, advisory: bool) -> ResultClass | None:
    """Without a vote on the resolution: what a carried procedural motion does, else the fate of the only motion."""
    meanings = {
        ResultClass.POSTPONED: words.postponed,
        ResultClass.REFERRED: words.referred,
        ResultClass.REMOVED: words.removed,
    }
    for motion in _with_outcome(item, (MotionOutcome.ACCEPTED,)):
        if motion.motion_type is MotionType.PROCEDURAL and (kind := meant(motion.procedural_type, meanings, words)):
            return kind
    main = [motion for motion in _motions(item) if motion.motion_type is MotionType.SUBSTANTIVE]
    if len(main) != 1 or item.papers or item.resolution:
        return None
    outcome = _outcome(item, main[0])
    if outcome in (MotionOutcome.ACCEPTED, MotionOutcome.REJECTED):
        return _kind(outcome is MotionOutcome.ACCEPTED, item, advisory=advisory)
    return None


def _motions(item: AgendaItem) -> Sequence[Motion]:
    return [entry for entry in item.proceedings if isinstance(entry, Motion) and not entry.prepared]


def _with_outcome(item: AgendaItem, outcomes: Sequence[MotionOutcome]) -> Iterable[Motion]:
    return (motion for motion in _motions(item) if _outcome(item, motion) in outcomes)


def _outcome(item: AgendaItem, motion: Motion) -> MotionOutcome | None:
    """What became of a motion: by the votes, else as somebody noted."""
    return outcome_of(motion.key, item.proceedings) or motion.outcome
