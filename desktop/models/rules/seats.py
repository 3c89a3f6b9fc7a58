"""How seats are shared out among lists: d'Hondt, Hare/Niemeyer, Sainte-Laguë/Schepers, in integers only.

Where several lists have the same claim to the last seats, these are not given to anybody: a lot decides, and the
caller says so.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cmp_to_key

from desktop.models.values import SeatMethod


@dataclass(frozen=True, slots=True)
class Allocation:
    """The seats of each list, in the order of the lists.

    ``open`` seats more are to be given out: by lot among the lists ``tied`` (their places), or to nobody where no list
    has a vote.
    """

    seats: tuple[int, ...]
    open: int = 0
    tied: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Claim:
    """A claim of a list to one seat: the fraction ``votes / divisor``."""

    place: int
    votes: int
    divisor: int


def allocate(method: SeatMethod, votes: Sequence[int], seats: int) -> Allocation:
    """Shares ``seats`` out by the votes of each list. Raises ValueError for a negative number."""
    if seats < 0 or any(count < 0 for count in votes):
        raise ValueError(seats, tuple(votes))
    if not any(votes):
        return Allocation((0,) * len(votes), seats)
    if method is SeatMethod.HARE_NIEMEYER:
        return _by_remainders(votes, seats)
    step = 1 if method is SeatMethod.D_HONDT else 2  # divisors 1, 2, 3 … or 1, 3, 5 …
    return _by_divisors(votes, seats, step)


def _by_divisors(votes: Sequence[int], seats: int, step: int) -> Allocation:
    """The highest quotients get the seats."""
    claims = [
        _Claim(place, count, 1 + step * number) for place, count in enumerate(votes) if count for number in range(seats)
    ]
    return _granted([0] * len(votes), claims, seats)


def _by_remainders(votes: Sequence[int], seats: int) -> Allocation:
    """The whole part of votes x seats / all votes, then the greatest remainders."""
    total = sum(votes)
    whole = [count * seats // total for count in votes]
    claims = [_Claim(place, count * seats % total, total) for place, count in enumerate(votes) if count * seats % total]
    return _granted(whole, claims, seats - sum(whole))


def _granted(given: list[int], claims: list[_Claim], seats: int) -> Allocation:
    """Grants the ``seats`` best claims; those as good as the last one that would be granted are tied if not all fit."""
    ordered = sorted(claims, key=cmp_to_key(_compare))
    certain, tied = ordered[:seats], []
    if seats and len(ordered) > seats and not _compare(ordered[seats - 1], ordered[seats]):
        last = ordered[seats]
        certain = [claim for claim in certain if _compare(claim, last)]
        tied = [claim.place for claim in ordered if not _compare(claim, last)]
    for claim in certain:
        given[claim.place] += 1
    return Allocation(tuple(given), seats - len(certain), tuple(sorted(tied)))


def _compare(one: _Claim, other: _Claim) -> int:
    """Below 0 where ``one`` is the better claim, 0 where they are equal; by cross multiplication."""
    return other.votes * one.divisor - one.votes * other.divisor
