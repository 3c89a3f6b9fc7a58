"""In what order an item is voted on: the chain of its open motions and of the resolution itself.

Procedural motions come first, the newest of them before all (they interrupt). Amendments are voted on before what they
amend, the furthest reaching first, which only people can judge: their order is the one moved in (»equal reach: the one
submitted first«, § 24 MGeschO RP) until somebody sets another. Some rules of procedure put the main motion first.
"""

import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from desktop.models.rules.motions import CHANGES, UNDECIDED, counting, is_finished, on_resolution
from desktop.models.values import AgendaItem, Motion, MotionOutcome, MotionType, Vote

_FIRST = (MotionType.PROCEDURAL, MotionType.URGENCY, MotionType.AGENDA)
_POINT = re.compile(r"^ {0,3}(?:Ziffer )?(\d{1,3})[.)] ", re.MULTILINE)


class State(StrEnum):
    """Where a stop of the chain stands."""

    OPEN = "open"  # nobody has voted on it
    BEGUN = "begun"  # a vote on it is not finished, or only parts of it were voted on
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Stop:
    """One thing to be voted on: a motion, or with ``motion`` None the resolution of the item.

    ``key`` is that of the motion or the item, ``parts`` are those that were voted on, ``text`` is the wording.
    """

    key: str
    motion: Motion | None
    state: State
    text: str = ""
    parts: tuple[str, ...] = ()


def chain(
    item: AgendaItem,
    *,
    proposal: str = "",
    amendments_first: bool = True,
    wanted: Sequence[str] = (),
    elsewhere: Sequence[Vote] = (),
) -> tuple[Stop, ...]:
    """Everything of an item that is or was to be voted on, in order. Motions nobody votes on any more are left out.

    ``proposal`` is what the papers propose where the item has no resolution yet, ``wanted`` the order that somebody
    set, by key, ``elsewhere`` are finished votes at other items that decide this one too.
    """
    motions = [entry for entry in item.proceedings if isinstance(entry, Motion) and not entry.prepared]
    votes = [entry for entry in item.proceedings if isinstance(entry, Vote) and not entry.prepared]
    counted = {vote.key for vote in counting(item.proceedings, votes)}
    stops = {motion.key: stop for motion in motions if (stop := _stop(motion, votes, counted)) is not None}
    kept = [motion for motion in motions if motion.key in stops]
    main = [motion.key for motion in kept if motion.motion_type not in (*_FIRST, *CHANGES)]
    if item.resolution or proposal or not main:
        stops[item.key] = _resolution(item, item.resolution or proposal, counted, decided=bool(elsewhere))
        main.append(item.key)
    first = [motion.key for motion in reversed(kept) if motion.motion_type in _FIRST]
    changes = _changes(kept)
    order = [*first, *changes, *main] if amendments_first else [*first, *main, *changes]
    return tuple(stops[key] for key in arranged(order, wanted))


def _changes(motions: Sequence[Motion]) -> list[str]:
    """Amendments as moved, each amendment of an amendment before that one."""
    order: list[str] = []
    for motion in motions:
        if motion.motion_type in CHANGES:
            order.insert(order.index(motion.amends) if motion.amends in order else len(order), motion.key)
    return order


def arranged(order: Sequence[str], wanted: Sequence[str]) -> tuple[str, ...]:
    """The order with those that somebody arranged in the order they wanted; the others keep their places."""
    kept = [key for key in dict.fromkeys(wanted) if key in order]
    following = iter(kept)
    return tuple(next(following) if key in kept else key for key in order)


def _stop(motion: Motion, every: Sequence[Vote], counted: Container[str]) -> Stop | None:
    votes = [vote for vote in every if motion.key in vote.on]
    state = _state(votes, counted, settled=motion.outcome not in (*UNDECIDED, MotionOutcome.PARTLY_ACCEPTED))
    if state is State.DONE and not votes:
        return None  # withdrawn, settled, referred: nobody votes on it
    return Stop(motion.key, motion, state, motion.text or "", _parts(votes, counted))


def _resolution(item: AgendaItem, text: str, counted: Container[str], *, decided: bool) -> Stop:
    votes = [vote for vote in on_resolution(item) if not vote.prepared]
    return Stop(item.key, None, _state(votes, counted, settled=decided), text, _parts(votes, counted))


def _state(votes: Sequence[Vote], counted: Container[str], *, settled: bool = False) -> State:
    if any(vote.key in counted and not vote.part for vote in votes):
        return State.DONE
    if any(vote.key in counted or not is_finished(vote) for vote in votes):
        return State.BEGUN
    return State.DONE if settled else State.OPEN


def _parts(votes: Sequence[Vote], counted: Container[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(vote.part for vote in votes if vote.part and vote.key in counted))


def next_stop(stops: Sequence[Stop], after: str | None = None) -> Stop | None:
    """The first stop that is not done; from within a vote (``after``) the next one, in a circle. None: all is done."""
    place = next((n + 1 for n, stop in enumerate(stops) if stop.key == after), 0)
    return next((stop for stop in (*stops[place:], *stops[:place]) if stop.state is not State.DONE), None)


def numbers(text: str) -> tuple[int, ...]:
    """The numbered points of a wording (»1. …«), which may be voted on apart; empty for fewer than two."""
    found = tuple(dict.fromkeys(int(number) for number in _POINT.findall(text)))
    return found if len(found) > 1 else ()


def open_number(text: str, done: Iterable[int]) -> int | None:
    """The number of the next point to vote on; None where all of a numbered wording are done.

    Where the wording has no numbers, one more than were voted on.
    """
    voted = frozenset(done)
    points = numbers(text)
    if not points:
        return max(voted, default=0) + 1
    return next((number for number in points if number not in voted), None)
