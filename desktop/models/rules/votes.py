"""Sums and outcome of a vote, as data.

Counts are kept as announced, also where they do not add up; these rules never change a count.
Nothing here is a floating point number: majorities are integer comparisons.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from desktop.models.values import Ballot, Choice, FactionRow, Majority, Rest, Stance, Vote, VoteMethod, VoteOption
from desktop.models.values.law import MajorityBase


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
_SIDES = (Column.YES, Column.NO)
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
    given = [source for source in (announced(vote), of_rows(vote), of_ballots(vote)) if source is not None]
    return Counts(
        *(next((value for source in given if (value := source.of(column)) is not None), None) for column in Column)
    )


def of_rows(vote: Vote) -> Counts | None:
    """What the factions of a vote add up to; unknown in the column of the rest, which they leave blank."""
    return _without_rest(vote, sum_of_rows(vote.by_faction))


def of_ballots(vote: Vote) -> Counts | None:
    """What the ballots of a vote add up to; unknown in the column of the rest."""
    return _without_rest(vote, sum_of_ballots(vote.ballots))


def _without_rest(vote: Vote, summed: Counts | None) -> Counts | None:
    if summed is None or vote.rest is None:
        return summed
    return Counts(*(None if column is _COLUMN_OF_REST[vote.rest] else summed.of(column) for column in Column))


class Reason(StrEnum):
    """Why a vote has its outcome."""

    MAJORITY = "majority"  # as many Ja as the majority needs
    MINORITY = "minority"  # too few Ja
    TIE = "tie"  # as many Ja as Nein: rejected
    ALL_ABSTAINED = "allAbstained"  # neither Ja nor Nein: nothing is carried
    NOBODY_VOTED = "nobodyVoted"  # nobody, e.g. all are recused: nothing is decided
    UNOPPOSED = "unopposed"  # nobody spoke against it, nobody was counted
    DIRECTIONS = "directions"  # numbers are unknown, but all factions went one way
    MOST_VOTES = "mostVotes"  # one variant has more votes than any other
    VARIANTS_TIE = "variantsTie"  # two variants have most votes
    COUNTS_UNKNOWN = "countsUnknown"  # Ja or Nein is not known
    BASE_UNKNOWN = "baseUnknown"  # the number that the majority refers to is not known


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the numbers say about the question that was put; ``needed`` is the least number of Ja that carries it.

    ``of`` is the number that the majority is reckoned from: members, present, or votes, by ``majority`` and ``base``.
    """

    accepted: bool | None
    reason: Reason
    majority: Majority
    yes: int | None = None
    no: int | None = None
    needed: int | None = None
    of: int | None = None
    base: MajorityBase = MajorityBase.YES_AND_NO


def outcome(vote: Vote, base: MajorityBase = MajorityBase.YES_AND_NO) -> Outcome:
    """The computed outcome of the question; simple majority where none is named.

    ``base`` is what the law reckons a simple majority from. Mostly only Ja and Nein count, abstentions do not; a tie is
    rejected (e.g. § 39 GO SH, § 40 GemO RP). The chair may announce something else: that stands in ``vote.accepted``
    and is not looked at here. Where ballots are of unknown direction there is an outcome only if they cannot change it.
    """
    known = counts(vote)
    found = _of_counts(vote, base, known)
    unknown = _unknown_ballots(vote)
    if unknown:
        more_yes = _of_counts(vote, base, replace(known, yes=(known.yes or 0) + unknown))
        more_no = _of_counts(vote, base, replace(known, no=(known.no or 0) + unknown))
        if more_yes.accepted is None or more_yes.accepted != more_no.accepted:
            return Outcome(None, Reason.COUNTS_UNKNOWN, found.majority, known.yes, known.no, base=base)
    return found


def _unknown_ballots(vote: Vote) -> int:
    """How many ballots of unknown direction are missing in the totals."""
    if None not in (vote.yes, vote.no) or sum_of_rows(vote.by_faction) is not None:
        return 0
    return sum(ballot.choice is Choice.UNKNOWN for ballot in vote.ballots)


def _of_counts(vote: Vote, base: MajorityBase, known: Counts) -> Outcome:
    majority = vote.majority or Majority.SIMPLE
    yes, no = known.yes, known.no
    if vote.options and yes is None and no is None:
        return _of_variants(vote, majority)
    if yes is None or (no is None and majority in (Majority.SIMPLE, Majority.TWO_THIRDS_OF_VOTES)):
        return _without_counts(vote, Outcome(None, Reason.COUNTS_UNKNOWN, majority, yes, no, base=base))
    if not yes and no == 0 and not known.abstentions and not vote.invalid:
        return Outcome(None, Reason.NOBODY_VOTED, majority, yes, no, base=base)
    of = _base_number(vote, majority, base, known)
    if of is None:
        return Outcome(None, Reason.BASE_UNKNOWN, majority, yes, no, base=base)
    needed = _needed(majority, base, of, no or 0)
    if yes >= needed:
        return Outcome(True, Reason.MAJORITY, majority, yes, no, needed, of, base)
    return Outcome(False, _why_lost(majority, known), majority, yes, no, needed, of, base)


def _why_lost(majority: Majority, known: Counts) -> Reason:
    if known.yes == 0 and known.no == 0:
        return Reason.ALL_ABSTAINED if known.abstentions else Reason.MINORITY
    return Reason.TIE if majority is Majority.SIMPLE and known.yes == known.no else Reason.MINORITY


def _without_counts(vote: Vote, unknown: Outcome) -> Outcome:
    """What can be said without numbers: nobody objected, or all factions went one way.

    They carry only where the number of Ja does not matter: no larger majority, no abstentions that count.
    """
    unopposed = vote.method is VoteMethod.UNOPPOSED and not unknown.no
    way = True if unopposed else _one_way(vote)
    plain = unknown.majority is Majority.SIMPLE and (unknown.base is MajorityBase.YES_AND_NO or not _abstained(vote))
    if way is None or (way and not plain):
        return unknown
    return replace(unknown, accepted=way, reason=Reason.UNOPPOSED if unopposed else Reason.DIRECTIONS)


def _abstained(vote: Vote) -> bool:
    """Whether anybody is known to have abstained."""
    rows = any(row.abstentions or row.stance is Stance.ABSTENTION for row in vote.by_faction)
    return rows or bool(counts(vote).abstentions) or vote.rest is Rest.ABSTENTIONS


def _one_way(vote: Vote) -> bool | None:
    """Which way all factions went of which only the direction is known; None where they differ or nobody said."""
    if not any(row.stance is not None for row in vote.by_faction) or any(announced(vote).of(one) for one in _SIDES):
        return None
    ways = {way for row in vote.by_faction for way in _ways(row)}
    return None if Stance.SPLIT in ways or len(ways) != 1 else ways == {Stance.YES}


def _ways(row: FactionRow) -> Iterable[Stance]:
    if row.yes or row.stance is Stance.YES:
        yield Stance.YES
    if row.no or row.stance is Stance.NO:
        yield Stance.NO
    if row.stance is Stance.SPLIT:
        yield Stance.SPLIT


def leaders(vote: Vote) -> tuple[VoteOption, ...]:
    """The variants with most votes, in order; more than one in a tie, none where nobody voted."""
    most = max((option.votes for option in vote.options), default=0)
    return tuple(option for option in vote.options if most and option.votes == most)


def _of_variants(vote: Vote, majority: Majority) -> Outcome:
    """Of variants the one with most votes is chosen; a tie decides nothing."""
    first = leaders(vote)
    if not first:
        return Outcome(None, Reason.NOBODY_VOTED, majority)
    reason = Reason.MOST_VOTES if len(first) == 1 else Reason.VARIANTS_TIE
    return Outcome(True if len(first) == 1 else None, reason, majority, yes=first[0].votes)


def _base_number(vote: Vote, majority: Majority, base: MajorityBase, known: Counts) -> int | None:
    """The number that the majority is reckoned from; None where it is unknown."""
    if majority is Majority.TWO_THIRDS_OF_VOTES or (majority is Majority.SIMPLE and base is MajorityBase.YES_AND_NO):
        return (known.yes or 0) + (known.no or 0)
    if majority is Majority.TWO_THIRDS_OF_PRESENT or (majority is Majority.SIMPLE and base is MajorityBase.PRESENT):
        return vote.present
    if majority is Majority.SIMPLE:
        cast = (known.yes, known.no, known.abstentions)
        return None if known.abstentions is None else sum(count or 0 for count in cast) + (vote.invalid or 0)
    return vote.statutory


def _needed(majority: Majority, base: MajorityBase, of: int, no: int) -> int:
    """The least number of Ja that carries the question."""
    if majority is Majority.SIMPLE and base is MajorityBase.YES_AND_NO:
        return no + 1
    if majority in (Majority.SIMPLE, Majority.ABSOLUTE_OF_MEMBERS):
        return of // 2 + 1
    if majority is Majority.THREE_QUARTERS_OF_MEMBERS:
        return max(1, _part_of(of, 3, 4))
    return max(1, _part_of(of, 2, 3))


def _part_of(base: int, numerator: int, denominator: int) -> int:
    """The fraction of a number, rounded up."""
    return -(-base * numerator // denominator)


def is_unanimous(vote: Vote, *, abstentions_break: bool) -> bool | None:
    """Whether a vote is called einstimmig: as announced, else if nobody voted the other way.

    Houses differ on abstentions (``abstentions_break``: with one it is no longer einstimmig). None where the numbers
    do not tell: they are missing, or of those present at a vote taken at the desk some stand nowhere.
    """
    if vote.unanimous is not None:
        return vote.unanimous
    known = counts(vote)
    has_rest = vote.rest is not None and known.of(Column(vote.rest.value)) is None
    if vote.at is not None and not has_rest and known.total + (vote.invalid or 0) < (vote.present or 0):
        return None
    if known.yes is None or known.no is None:
        return None if _one_way(vote) is None else not (abstentions_break and _abstained(vote))
    if abstentions_break and known.abstentions:
        return False
    return (known.yes == 0) != (known.no == 0)
