"""What about the numbers of a vote does not add up: totals against factions and ballots."""

from dataclasses import dataclass
from enum import StrEnum

from desktop.models.rules.votes import Column, announced, of_ballots, of_rows
from desktop.models.values import Vote


class Source(StrEnum):
    """What an announced total is compared with."""

    ROWS = "rows"
    BALLOTS = "ballots"


@dataclass(frozen=True, slots=True)
class Difference:
    """An announced number that another one contradicts."""

    source: Source
    column: Column
    announced: int
    counted: int


def differences(vote: Vote) -> tuple[Difference, ...]:
    """Every total that factions or ballots contradict; empty where all is well or nothing can be compared."""
    stated = announced(vote)
    found: list[Difference] = []
    for source, summed in ((Source.ROWS, of_rows(vote)), (Source.BALLOTS, of_ballots(vote))):
        for column in Column:
            said, counted = stated.of(column), summed.of(column) if summed is not None else None
            if said is not None and counted is not None and said != counted:
                found.append(Difference(source, column, said, counted))
    return tuple(found)
