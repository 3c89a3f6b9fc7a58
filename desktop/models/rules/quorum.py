"""Beschlussfähigkeit: whether enough are there to decide, by the law of the Land, and why.

Only integers: "more than half" of M is M // 2 + 1 (§ 38 GO SH, § 65 NKomVG, § 49 GO NRW), "at least half" is half of M
rounded up (§ 37 Abs. 2 GemO BW). Nothing is blocked: a body once found able to decide is presumed to be so until
somebody doubts it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from desktop.models.rules.presence import Seat
from desktop.models.values.law import QuorumBase, QuorumLaw, Relief


class QuorumRule(StrEnum):
    """Which rule gave the number that is needed."""

    MORE_THAN_HALF = "moreThanHalf"
    AT_LEAST_HALF = "atLeastHalf"
    SECOND_CALL = "secondCall"  # called a second time for the same matter
    QUARTER = "quarter"  # more than half may not take part: a quarter will do
    ANY = "any"  # more than half may not take part: any number will do


@dataclass(frozen=True, slots=True)
class Quorum:
    """How many are needed and how many are there.

    ``statutory`` is the number by law, ``base`` the one it is reckoned from: less the ``recused`` where the law takes
    them off. ``must_be_declared``: so few that the chair has to say so without being asked.
    """

    entitled: int
    statutory: int
    recused: int
    base: int
    needed: int
    rule: QuorumRule
    must_be_declared: bool

    @property
    def met(self) -> bool:
        """Whether the body can decide."""
        return self.base > 0 and self.entitled >= self.needed


def quorum(
    seats: Sequence[Seat], statutory: int | None, law: QuorumLaw | None = None, *, second_call: bool = False
) -> Quorum:
    """The quorum at the moment that ``seats`` are of; ``law`` None is the rule of most Länder.

    Where the statutory number is unknown, the seats in the list stand for it. ``second_call``: the body was called
    again for the same matter and told what follows from it (§ 38 Abs. 3 GO SH: three will do, § 65 NKomVG: any number).
    """
    law = law or QuorumLaw()
    entitled = len({seat.person for seat in seats if seat.entitled})
    recused = len(_recused(seats))
    number = len({seat.person for seat in seats if seat.votes and not seat.is_deputy})
    if statutory is not None:
        number = statutory
    base = max(0, number - recused) if law.recused_reduce else number
    rule, needed = _needed(law, number, base, recused, second_call)
    declared = law.challenge_below_third and rule is not QuorumRule.SECOND_CALL and 3 * entitled < base
    declared = declared or (law.least is not None and entitled < law.least)
    return Quorum(entitled, number, recused, base, needed, rule, declared)


def _recused(seats: Sequence[Seat]) -> set[str]:
    """Members who may not take part, here or gone, unless a deputy votes for them; deputies while they are here."""
    filled = {seat.deputy_for for seat in seats if seat.entitled}
    taken_off = (seat for seat in seats if seat.votes and seat.recused and (seat.here or not seat.is_deputy))
    return {seat.person for seat in taken_off if seat.person not in filled}


def _needed(law: QuorumLaw, number: int, base: int, recused: int, second_call: bool) -> tuple[QuorumRule, int]:
    """The rule that applies and the number it asks for; "any number" is one: nobody decides nothing."""
    if second_call and law.second_call_least is not None:
        return QuorumRule.SECOND_CALL, max(1, law.second_call_least)
    if law.most_recused is not None and 2 * recused > number:
        quarter = law.most_recused is Relief.QUARTER
        return (QuorumRule.QUARTER, (number + 3) // 4) if quarter else (QuorumRule.ANY, 1)
    if law.base is QuorumBase.AT_LEAST_HALF:
        return QuorumRule.AT_LEAST_HALF, (base + 1) // 2
    return QuorumRule.MORE_THAN_HALF, base // 2 + 1
