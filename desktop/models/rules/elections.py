"""What the numbers of a round of an election amount to: who is elected, who stands again, where the lot decides.

Pure functions of the round as announced and of the law of the Land (domain §4.3); integers only. Numbers that do not
add up are kept and reported, never mended.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from desktop.models.values import Candidate, ElectionRound
from desktop.models.values.law import ElectionLaw, RoundLaw, RoundMajority

#: where no law says anything: the majority of the valid votes, then most votes between the two best
_ROUNDS = (RoundLaw(majority=RoundMajority.VALID), RoundLaw(majority=RoundMajority.MOST, runoff=True))


class Stand(StrEnum):
    """How an election stands after a round."""

    OPEN = "open"  # numbers are missing
    ELECTED = "elected"
    AGAIN = "again"  # another round, for those in ``again``
    LOT_AGAIN = "lotAgain"  # the lot decides who goes into the run-off
    LOT = "lot"  # the lot decides who is elected
    NONE = "none"  # nobody is elected, and the law knows no further round


@dataclass(frozen=True, slots=True)
class Setting:
    """What the numbers of a round are held against: how many are to be elected, who could vote; None where unknown."""

    places: int = 1
    statutory: int | None = None
    present: int | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """The places of candidates in their round, best first.

    ``drawn``: how many of ``lot`` are drawn; ``needed`` votes out of ``base`` were to be reached, None where most votes
    win or where the base is unknown.
    """

    stand: Stand
    majority: RoundMajority
    elected: tuple[int, ...] = ()
    again: tuple[int, ...] = ()
    lot: tuple[int, ...] = ()
    drawn: int = 0
    needed: int | None = None
    base: int | None = None


@dataclass(frozen=True, slots=True)
class Surplus:
    """Ballots that do not add up: ``counted`` in place of ``cast``, ``cast`` in place of ``present``; over 0 too many.

    None where one of the numbers is unknown or nothing can be said.
    """

    counted: int | None = None
    cast: int | None = None


def rounds_of(law: ElectionLaw, candidates: int) -> tuple[RoundLaw, ...]:
    """The rounds that the law knows for so many candidates; never empty."""
    single = law.single_rounds if candidates == 1 else ()
    return single or law.rounds or _ROUNDS


def round_law(law: ElectionLaw, number: int, candidates: int) -> RoundLaw:
    """What holds for a round, counted from 0; the last one the law knows may be repeated."""
    rounds = rounds_of(law, candidates)
    return rounds[min(number, len(rounds) - 1)]


def votes_for(one: Candidate, held: ElectionRound) -> int | None:
    """The votes for a candidate; with one candidate only, those may be the Ja of the round."""
    if one.votes is not None:
        return one.votes
    return held.yes if one.yes is None and len(held.candidates) == 1 else one.yes


def votes_against(one: Candidate, held: ElectionRound) -> int | None:
    """The votes against a candidate: own ones, or the Nein of the round where there is one candidate."""
    return held.no if one.no is None and len(held.candidates) == 1 else one.no


def is_separate(held: ElectionRound) -> bool:
    """Whether each candidate was voted on alone, Ja or Nein."""
    return any(one.yes is not None or one.no is not None for one in held.candidates)


def counted(held: ElectionRound) -> int | None:
    """All ballots accounted for; None where numbers are missing or several candidates were voted on one by one."""
    votes = [votes_for(one, held) for one in held.candidates]
    if not votes or (is_separate(held) and len(votes) > 1) or any(count is None for count in votes):
        return None
    return sum(count or 0 for count in votes) + _against(held) + (held.invalid or 0) + _abstained(held)


def _against(held: ElectionRound) -> int:
    """Ballots against everybody; with one candidate only, those may be noted there."""
    return (votes_against(held.candidates[0], held) if len(held.candidates) == 1 else held.no) or 0


def _abstained(held: ElectionRound) -> int:
    """Ballots without a vote; with one candidate only, those may be noted there."""
    alone = len(held.candidates) == 1 and held.abstentions is None
    return (held.candidates[0].abstentions if alone else held.abstentions) or 0


def surplus(held: ElectionRound, setting: Setting) -> Surplus:
    """How many ballots there are too many (below 0: too few); not more than ``present`` can have voted.

    Where several are elected at once a ballot bears several votes, so that only the ballots can be compared.
    """
    total = counted(held) if setting.places == 1 else None
    over = None if total is None or held.cast is None else total - held.cast
    cast = held.cast if held.cast is not None else total
    return Surplus(over, None if cast is None or setting.present is None else cast - setting.present)


def result(law: ElectionLaw, held: ElectionRound, number: int, setting: Setting) -> Result:
    """What a round amounts to; ``number`` counts from 0."""
    one = round_law(law, number, len(held.candidates))
    votes = [votes_for(candidate, held) for candidate in held.candidates]
    base = _base(law, held, one.majority, setting)
    needed = None if base is None else base // 2 + 1
    missing = not votes or any(count is None for count in votes)
    if missing or (needed is None and not _has_own_base(held, one.majority)):
        return Result(Stand.OPEN, one.majority, needed=needed, base=base)
    known = [count or 0 for count in votes]
    passed = [place for place in _ranked(known) if _passes(law, held, place, one.majority, needed)]
    return _Round(law, held, number, one.majority, needed, base, known, setting.places).settle(passed)


def lots_drawn(found: Result, drawn: int) -> Result:
    """The result after the lot has named a candidate (its place); the same where that one was not in the draw."""
    if drawn not in found.lot or found.stand not in (Stand.LOT, Stand.LOT_AGAIN):
        return found
    chosen = {"needed": found.needed, "base": found.base}
    rest = tuple(place for place in found.lot if place != drawn)
    left = found.drawn - 1
    if found.stand is Stand.LOT:
        elected = (*found.elected, drawn)
        stand = Stand.LOT if left else Stand.ELECTED
        return Result(stand, found.majority, elected, (), rest if left else (), left, **chosen)
    again = (*found.again, drawn)
    stand = Stand.LOT_AGAIN if left else Stand.AGAIN
    return Result(stand, found.majority, found.elected, again, rest if left else (), left, **chosen)


def _base(law: ElectionLaw, held: ElectionRound, majority: RoundMajority, setting: Setting) -> int | None:
    """What more than half is reckoned from."""
    invalid, abstentions = held.invalid or 0, _abstained(held)
    match majority:
        case RoundMajority.MEMBERS:
            return setting.statutory
        case RoundMajority.PRESENT:
            return setting.present
        case RoundMajority.CAST:
            return held.cast if held.cast is not None else counted(held)
        case RoundMajority.VALID:
            return _valid(law, held, setting, invalid + abstentions)
        case RoundMajority.MOST:
            return None


def _valid(law: ElectionLaw, held: ElectionRound, setting: Setting, other: int) -> int | None:
    """The valid votes as announced; where several are elected at once, the valid ballots."""
    refused = 0 if law.no_votes_are_valid else _against(held)
    total = counted(held)
    if setting.places == 1 and total is not None:
        return total - other - refused
    return None if held.cast is None else max(0, held.cast - other - refused)


def _has_own_base(held: ElectionRound, majority: RoundMajority) -> bool:
    """Whether no number of the whole round decides: most votes win, or each candidate has own ballots."""
    own = majority in (RoundMajority.VALID, RoundMajority.CAST) and is_separate(held)
    return own or majority is RoundMajority.MOST


def _passes(law: ElectionLaw, held: ElectionRound, place: int, majority: RoundMajority, needed: int | None) -> bool:
    """Whether a candidate has enough votes by itself; by most votes all do that have any."""
    one = held.candidates[place]
    votes = votes_for(one, held) or 0
    against = (votes_against(one, held) or 0) if law.no_votes_are_valid else 0
    if majority is RoundMajority.MOST:
        return votes > against
    if needed is None or _has_own_base(held, majority):
        base = votes + against
        if majority is RoundMajority.CAST:
            base += one.abstentions or 0
        return 2 * votes > base
    return votes >= needed


def _ranked(votes: Sequence[int]) -> list[int]:
    """The places of the candidates, most votes first, in the order of the ballot where they are equal."""
    return sorted(range(len(votes)), key=lambda place: (-votes[place], place))


@dataclass(frozen=True, slots=True)
class _Round:
    """A round whose numbers are complete."""

    law: ElectionLaw
    held: ElectionRound
    number: int
    majority: RoundMajority
    needed: int | None
    base: int | None
    votes: Sequence[int]
    places: int

    def settle(self, passed: Sequence[int]) -> Result:
        """Who is elected of those that ``passed``, and what comes next."""
        elected, tied = _best(passed, self.votes, self.places)
        if tied and (self._is_last or self.majority is not RoundMajority.MOST):
            return self._result(Stand.LOT, elected, lot=tied, drawn=self.places - len(elected))
        if tied:
            return self._result(Stand.AGAIN, elected, again=tied)
        left = [place for place in _ranked(self.votes) if place not in elected]
        if len(elected) == self.places or not left:
            return self._result(Stand.ELECTED if elected else Stand.NONE, elected)
        if self._is_last:
            return self._after_the_last(elected, left)
        return self._next(elected, left)

    @property
    def _is_last(self) -> bool:
        return self.number >= len(rounds_of(self.law, len(self.held.candidates))) - 1

    def _after_the_last(self, elected: tuple[int, ...], left: Sequence[int]) -> Result:
        """A tie of the best for the last place is for the lot; without one nobody more is elected."""
        with_votes = [place for place in left if self.votes[place]]
        best, tied = _best(with_votes, self.votes, self.places - len(elected))
        if tied and not best and len(self.held.candidates) > 1:
            return self._result(Stand.LOT, elected, lot=tied, drawn=self.places - len(elected))
        return self._result(Stand.ELECTED if elected else Stand.NONE, elected)

    def _next(self, elected: tuple[int, ...], left: Sequence[int]) -> Result:
        """Everybody again, or the run-off: two for each place that is left; the lot decides among the last of them."""
        following = round_law(self.law, self.number + 1, len(left))
        room = 2 * (self.places - len(elected))
        if not following.runoff or len(left) <= room:
            return self._result(Stand.AGAIN, elected, again=tuple(left))
        certain, tied = _best(left, self.votes, room)
        if tied:
            return self._result(Stand.LOT_AGAIN, elected, again=certain, lot=tied, drawn=room - len(certain))
        return self._result(Stand.AGAIN, elected, again=certain)

    def _result(
        self,
        stand: Stand,
        elected: Iterable[int],
        *,
        again: tuple[int, ...] = (),
        lot: tuple[int, ...] = (),
        drawn: int = 0,
    ) -> Result:
        return Result(stand, self.majority, tuple(elected), again, lot, drawn, self.needed, self.base)


def _best(ranked: Sequence[int], votes: Sequence[int], room: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The first ``room`` of those ranked, and those tied for the last of it where not all of them fit."""
    if len(ranked) <= room:
        return tuple(ranked), ()
    last = votes[ranked[room - 1]] if room else -1
    if room and votes[ranked[room]] == last:
        certain = tuple(place for place in ranked if votes[place] > last)
        return certain, tuple(place for place in ranked if votes[place] == last)
    return tuple(ranked[:room]), ()
