"""Sums, differences and outcome of a vote, as data.

Counts are kept as announced, also where they do not add up; these rules say what does not, and never change a count.
Nothing here is a floating point number: majorities are integer comparisons.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from desktop.models.values import Ballot, Choice, FactionRow, Majority, Rest, Vote


class Column(StrEnum):
    """The columns of a vote; the values are the properties of vote and faction row."""

    YES = "yes"
    NO = "no"
    ABSTENTIONS = "abstentions"
    NOT_VOTING = "not_voting"


_COLUMN_OF_CHOICE = {
    Choice.YES: Column.YES,
    Choice.NO: Column.NO,
    Choice.ABSTENTION: Column.ABSTENTIONS,
    Choice.NOT_VOTING: Column.NOT_VOTING,
}
_COLUMN_OF_REST = {Rest.YES: Column.YES, Rest.NO: Column.NO, Rest.ABSTENTIONS: Column.ABSTENTIONS}


@dataclass(frozen=True, slots=True)
class Counts:
    """How many stood where; None is unknown, which is not 0."""

    yes: int | None = None
    no: int | None = None
    abstentions: int | None = None
    not_voting: int | None = None

    def of(self, column: Column) -> int | None:
        """The count of a column."""
        value: int | None = getattr(self, column)
        return value

    @property
    def total(self) -> int:
        """All who are counted anywhere; unknown counts as nobody."""
        return sum(self.of(column) or 0 for column in Column)


def announced(vote: Vote) -> Counts:
    """The totals as announced by the chair."""
    return Counts(vote.yes, vote.no, vote.abstentions, vote.not_voting)


def sum_of_rows(rows: Iterable[FactionRow]) -> Counts | None:
    """The totals of a faction table. A blank cell adds nothing.

    None where the rows cannot say: without any count, or with a faction of which only the direction is known.
    """
    kept = tuple(rows)
    if any(row.stance is not None for row in kept):
        return None
    cells = [[getattr(row, column) for row in kept] for column in Column]
    if all(cell is None for column in cells for cell in column):
        return None
    return Counts(*(sum(cell or 0 for cell in column) for column in cells))


def sum_of_ballots(ballots: Iterable[Ballot]) -> Counts | None:
    """The totals of a roll call; None without ballots. A vote of unknown direction is counted nowhere."""
    columns = [_COLUMN_OF_CHOICE.get(ballot.choice) for ballot in ballots]
    return Counts(*(columns.count(column) for column in Column)) if columns else None


def rest_count(vote: Vote) -> int | None:
    """How many »der Rest« is: those present whom no other count names. None without a rest or without the present."""
    if vote.rest is None or vote.present is None:
        return None
    named = _best_known(vote)
    others = sum(named.of(column) or 0 for column in Column if column != _COLUMN_OF_REST[vote.rest])
    return max(0, vote.present - others - (vote.invalid or 0))


def counts(vote: Vote) -> Counts:
    """The totals to reckon with: as announced, else from the factions, else from the ballots, the rest filled in."""
    known = _best_known(vote)
    rest = rest_count(vote)
    if vote.rest is None or rest is None or known.of(_COLUMN_OF_REST[vote.rest]) is not None:
        return known
    filled = {column: known.of(column) for column in Column} | {_COLUMN_OF_REST[vote.rest]: rest}
    return Counts(*(filled[column] for column in Column))


def _best_known(vote: Vote) -> Counts:
    sources = (announced(vote), sum_of_rows(vote.by_faction), sum_of_ballots(vote.ballots))
    given = [source for source in sources if source is not None]
    return Counts(
        *(next((value for source in given if (value := source.of(column)) is not None), None) for column in Column)
    )


class Source(StrEnum):
    """What an announced total is compared with."""

    ROWS = "rows"
    BALLOTS = "ballots"
    PRESENT = "present"


@dataclass(frozen=True, slots=True)
class Difference:
    """An announced number that another one contradicts.

    ``column`` is None where all counts together are compared with those present and entitled.
    """

    source: Source
    column: Column | None
    announced: int
    counted: int


def differences(vote: Vote) -> tuple[Difference, ...]:
    """Everything about a vote that does not add up; empty where all is well or nothing can be compared."""
    stated = announced(vote)
    found: list[Difference] = []
    for source, summed in (
        (Source.ROWS, sum_of_rows(vote.by_faction)),
        (Source.BALLOTS, sum_of_ballots(vote.ballots)),
    ):
        for column in Column if summed else ():
            said, counted = stated.of(column), summed.of(column) if summed else None
            if said is not None and counted is not None and said != counted:
                found.append(Difference(source, column, said, counted))
    missing = open_difference(vote)
    if missing and vote.present is not None:
        found.append(Difference(Source.PRESENT, None, vote.present, vote.present - missing))
    return tuple(found)


def open_difference(vote: Vote) -> int | None:
    """How many of those present are not yet counted; negative where more are counted than are there.

    None where nobody said how many are present, or nothing is counted yet.
    """
    known = counts(vote)
    if vote.present is None or all(known.of(column) is None for column in Column):
        return None
    return vote.present - known.total - (vote.invalid or 0)


class Reason(StrEnum):
    """Why a vote has its outcome."""

    MAJORITY = "majority"  # more Ja than the majority needs
    MINORITY = "minority"  # too few Ja
    TIE = "tie"  # as many Ja as Nein: rejected
    COUNTS_UNKNOWN = "countsUnknown"  # Ja or Nein is not known
    BASE_UNKNOWN = "baseUnknown"  # the number that the majority refers to is not known


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the numbers say about the question that was put; ``needed`` is the least number of Ja that carries it."""

    accepted: bool | None
    reason: Reason
    majority: Majority
    yes: int | None = None
    no: int | None = None
    needed: int | None = None


def outcome(vote: Vote) -> Outcome:
    """The computed outcome of the question; simple majority where none is named.

    Only Ja and Nein count for the simple majority, abstentions do not; a tie is rejected (e.g. § 39 GO SH,
    § 40 GemO RP). The chair may announce something else: that stands in ``vote.accepted`` and is not looked at here.
    """
    majority = vote.majority or Majority.SIMPLE
    known = counts(vote)
    yes, no = known.yes, known.no
    if yes is None or (no is None and majority in (Majority.SIMPLE, Majority.TWO_THIRDS_OF_VOTES)):
        return Outcome(None, Reason.COUNTS_UNKNOWN, majority, yes, no)
    needed = _needed(vote, majority, yes, no or 0)
    if needed is None:
        return Outcome(None, Reason.BASE_UNKNOWN, majority, yes, no)
    if yes >= needed:
        return Outcome(True, Reason.MAJORITY, majority, yes, no, needed)
    reason = Reason.TIE if majority is Majority.SIMPLE and yes == no else Reason.MINORITY
    return Outcome(False, reason, majority, yes, no, needed)


def _needed(vote: Vote, majority: Majority, yes: int, no: int) -> int | None:
    """The least number of Ja that carries the question; None where the base is unknown."""
    if majority is Majority.SIMPLE:
        return no + 1
    if majority is Majority.TWO_THIRDS_OF_VOTES:
        return max(1, _part_of(yes + no, 2, 3))
    base = vote.present if majority is Majority.TWO_THIRDS_OF_PRESENT else vote.statutory
    if base is None:
        return None
    if majority is Majority.ABSOLUTE_OF_MEMBERS:
        return base // 2 + 1
    if majority is Majority.THREE_QUARTERS_OF_MEMBERS:
        return max(1, _part_of(base, 3, 4))
    return max(1, _part_of(base, 2, 3))


def _part_of(base: int, numerator: int, denominator: int) -> int:
    """The fraction of a number, rounded up."""
    return -(-base * numerator // denominator)


def is_unanimous(vote: Vote, *, abstentions_break: bool) -> bool | None:
    """Whether a vote is called einstimmig: as announced, else if nobody voted the other way.

    Houses differ on abstentions (``abstentions_break``: with one it is no longer einstimmig). None where the numbers
    do not tell.
    """
    if vote.unanimous is not None:
        return vote.unanimous
    known = counts(vote)
    if known.yes is None or known.no is None:
        return None
    if abstentions_break and known.abstentions:
        return False
    return (known.yes == 0) != (known.no == 0)
