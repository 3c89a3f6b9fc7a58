"""The result of a vote in words, from its numbers and the patterns of the house. No words of its own.

What the chair announced is worded; the numbers say how: who was against, who abstained. Where the factions do not add
up to the totals, nobody is named.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from desktop.models.rules import votes
from desktop.models.rules.bent import Bent, filled
from desktop.models.rules.motions import carried
from desktop.models.rules.votes import Column, Counts, Reason
from desktop.models.values import FactionRow, Majority, Organization, Person, Stance, Vote, VoteMethod
from desktop.models.values.law import MajorityBase
from desktop.models.values.phrases import Phrases

OF_VOTE = (
    "yes",
    "no",
    "abstentions",
    "invalid",
    "not_voting",
    "rest",
    "unanimous",
    "accepted",
    "yes_means_rejection",
    "options",
)
OF_ROW = ("organization", "person", "label", "stance", "yes", "no", "abstentions", "not_voting")
OF_BALLOT = ("person", "choice")
"""What a wording depends on; not in what order rows are, nor who is only known to have been there."""


class Case(StrEnum):
    """The kinds of result that houses word apart; the values are the patterns of ``Phrases``."""

    UNANIMOUSLY_ACCEPTED = "unanimously_accepted"
    ACCEPTED = "accepted"
    UNANIMOUSLY_REJECTED = "unanimously_rejected"
    REJECTED = "rejected"
    TIE = "tie"
    MISSED = "missed"  # no fewer Ja than Nein, and yet not the majority that is needed
    UNOPPOSED = "unopposed"


_UNANIMOUS = (Case.UNANIMOUSLY_ACCEPTED, Case.UNANIMOUSLY_REJECTED)
_SIDES = frozenset({Column.YES, Column.NO})


@dataclass(frozen=True, kw_only=True, slots=True)
class Dialect:
    """How a house words results. ``words`` are short, ``zero`` stands for 0, ``articles`` begin an office that stands
    for its holder (»Der Landrat«)."""

    phrases: Phrases
    words: Mapping[Case, str]
    zero: str
    abstentions_break_unanimity: bool
    articles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Names:
    """Who the rows of a faction table are, by key."""

    organizations: Mapping[str, Organization] = field(default_factory=dict)
    persons: Mapping[str, Person] = field(default_factory=dict)


def case_of(vote: Vote, dialect: Dialect, base: MajorityBase = MajorityBase.YES_AND_NO) -> Case | None:
    """Which kind of result a vote has, as announced; None where none is."""
    if vote.accepted is None:
        return None
    known, found = votes.counts(vote), votes.outcome(vote, base)
    unanimous = votes.is_unanimous(vote, abstentions_break=dialect.abstentions_break_unanimity)
    way = (known.yes or 0) - (known.no or 0)
    if vote.accepted:
        if vote.method is VoteMethod.UNOPPOSED and known.yes is None and not known.no and vote.unanimous is None:
            return Case.UNOPPOSED
        return Case.UNANIMOUSLY_ACCEPTED if unanimous and way >= 0 else Case.ACCEPTED
    if known.yes and known.yes == known.no and vote.majority in (None, Majority.SIMPLE):
        return Case.TIE
    if found.accepted is not True and None not in (known.yes, known.no) and way >= 0:
        return Case.MISSED
    return Case.UNANIMOUSLY_REJECTED if unanimous and way <= 0 else Case.REJECTED


def sentence(vote: Vote, dialect: Dialect, names: Names, base: MajorityBase = MajorityBase.YES_AND_NO) -> str:
    """The result of a vote as the house words it; empty where nothing is decided.

    ``base`` is what the law reckons a simple majority from.
    """
    phrases = dialect.phrases
    variants = _variants(vote, phrases)
    if variants:
        return variants
    case = case_of(vote, dialect, base)
    if case is None:
        return ""
    worded = _worded(vote, case, dialect, names)
    if vote.yes_means_rejection and vote.accepted:
        return filled(phrases.motion_rejected, {"sentence": worded})
    if vote.yes_means_rejection and carried(vote):
        return filled(phrases.motion_accepted, {"sentence": worded})
    return worded


def said(vote: Vote, dialect: Dialect, base: MajorityBase = MajorityBase.YES_AND_NO) -> frozenset[Column]:
    """What of Ja, Nein and Enthaltungen the sentence of a vote says, as a number, by names, or by what is left."""
    case = None if _variants(vote, dialect.phrases) else case_of(vote, dialect, base)
    if case is None:
        return frozenset()
    pattern: str = getattr(dialect.phrases, case)
    words = set() if _worded(vote, case, dialect, Names()) == dialect.words[case] else set(_wanted(pattern))
    columns = {column for column in (*_SIDES, Column.ABSTENTIONS) if column in words}
    if case in _UNANIMOUS or "against" in words:
        columns |= _SIDES
    if words & {"tally", "at"}:
        columns |= {*_SIDES, Column.ABSTENTIONS}
    return frozenset(columns)


def _wanted(pattern: str) -> list[str]:
    """The placeholders in a pattern."""
    return re.findall(r"\{(\w+)\}", pattern)


def out_of_step(vote: Vote, worded: Vote, expected: str) -> bool:
    """Whether a wording was left behind by the numbers.

    ``worded`` is the vote as it was when its wording was settled, ``expected`` the wording that its numbers give now.
    """
    return bool(vote.verdict) and vote.verdict != expected and _numbers(vote) != _numbers(worded)


def _numbers(vote: Vote) -> tuple[object, ...]:
    rows = frozenset(tuple(getattr(row, name) for name in OF_ROW) for row in vote.by_faction)
    ballots = frozenset(tuple(getattr(ballot, name) for name in OF_BALLOT) for ballot in vote.ballots)
    return (*(getattr(vote, name) for name in OF_VOTE), rows, ballots)


def _variants(vote: Vote, phrases: Phrases) -> str:
    """The result of a vote between variants; empty for any other."""
    if not vote.options:
        return ""
    first = [option.label for option in votes.leaders(vote)]
    if votes.outcome(vote).reason is Reason.VARIANTS_TIE:
        return filled(phrases.chosen_tie, {"options": listed(first, phrases.conjunction)})
    if votes.outcome(vote).reason is Reason.MOST_VOTES and vote.accepted is not False:
        return filled(phrases.chosen, {"option": first[0]})
    return ""


def _worded(vote: Vote, case: Case, dialect: Dialect, names: Names) -> str:
    known = votes.counts(vote)
    numbers = {
        "yes": known.yes,
        "no": known.no,
        "abstentions": known.abstentions,
        "statutory": vote.statutory,
        "present": vote.present,
        "recused": vote.recused,
    }
    pattern: str = getattr(dialect.phrases, case)
    wanted = set(_wanted(pattern))
    if any(count is None for name, count in numbers.items() if name in wanted):
        return dialect.words[case]
    counted = tally(known, dialect.phrases)
    if "tally" in wanted and not counted:
        return dialect.words[case]
    against, at = _Parts(vote, case, dialect, names).told()
    shown = {name: str(count) if count else dialect.zero for name, count in numbers.items() if count is not None}
    return filled(pattern, {"verdict": dialect.words[case], "tally": counted, "against": against, "at": at, **shown})


def tally(known: Counts, phrases: Phrases) -> str:
    """All that was counted, in one list: 43 Ja-Stimmen und einer Enthaltung; empty where Ja or Nein is unknown."""
    if known.yes is None or known.no is None:
        return ""
    counted = (
        (known.yes, phrases.yes_one, phrases.yes_many),
        (known.no, phrases.no_one, phrases.no_many),
        (known.abstentions, phrases.abstention_one, phrases.abstention_many),
    )
    return listed([_count(count, one, many) for count, one, many in counted if count], phrases.conjunction)


def _count(count: int, one: str, many: str) -> str:
    return one if count == 1 else filled(many, {"count": str(count)})


def listed(parts: Sequence[str], conjunction: str) -> str:
    """A, B und C."""
    return f" {conjunction} ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))


class _Parts:
    """Who was on the losing side and who abstained, as parts of a sentence."""

    def __init__(self, vote: Vote, case: Case, dialect: Dialect, names: Names) -> None:
        self._vote, self._phrases = vote, dialect.phrases
        self._bent = Bent(dialect.phrases, dialect.articles, names.organizations, names.persons)
        self._known = votes.counts(vote)
        lost = {Case.ACCEPTED: Column.NO, Case.REJECTED: Column.YES}
        self._lost = lost.get(case)

    def told(self) -> tuple[str, str]:
        """»gegen die Stimmen der …« and »bei …«; empty where there was nobody."""
        against, at = self._losers()
        at += self._abstentions()
        at += [filled(self._phrases.split_of, {"of": self._bent.of(row)}) for row in self._rows(Stance.SPLIT)]
        conjunction = f" {self._phrases.conjunction} "
        joined = self._phrases.conjunction_of_lists if any(conjunction in part for part in at) else None
        rest = listed(at, joined or self._phrases.conjunction)
        return against, filled(self._phrases.at, {"list": rest}) if rest else ""

    def _losers(self) -> tuple[str, list[str]]:
        if self._lost is None:
            return "", []
        whole, parts = self._sides(self._lost)
        if not whole and not parts:
            count = self._known.of(self._lost)
            return "", [self._contrary(count)] if count else []
        single = self._from_each(parts, self._lost, self._contrary)
        if not whole:
            return "", single
        alone = sum(self._cell(row, self._lost) or 2 for row in whole) == 1
        pattern = self._phrases.against_one if alone else self._phrases.against_many
        return filled(pattern, {"of": self._listed(whole)}), single

    def _abstentions(self) -> list[str]:
        """Who abstained; where no faction says, how many."""
        whole, parts = self._sides(Column.ABSTENTIONS)
        if not whole and not parts:
            count = self._known.abstentions
            return [self._abstained(count)] if count else []
        single = self._from_each(parts, Column.ABSTENTIONS, self._abstained)
        named = [filled(self._phrases.abstention_of, {"of": self._listed(whole)})] if whole else []
        return named + single

    def _sides(self, column: Column) -> tuple[list[FactionRow], list[FactionRow]]:
        """The rows that went as a whole into a column, and those of which a part did."""
        rows = self._vote.by_faction
        counted = [row for row in rows if self._cell(row, column)]
        total, known = self._known.of(column), votes.sum_of_rows(row for row in rows if row.stance is None)
        told = [row for row in rows if row.stance is _STANCES[column]]
        if not told and known is not None and total is not None and known.of(column) != total:
            return [], []
        whole = [row for row in rows if row in told or (row in counted and not self._others(row, column))]
        return whole, [row for row in counted if row not in whole]

    @staticmethod
    def _others(row: FactionRow, column: Column) -> bool:
        return any(getattr(row, other) for other in _STANCES if other is not column)

    @staticmethod
    def _cell(row: FactionRow, column: Column) -> int:
        count: int | None = getattr(row, column)
        return count or 0

    def _rows(self, stance: Stance) -> Iterable[FactionRow]:
        return (row for row in self._vote.by_faction if row.stance is stance)

    def _contrary(self, count: int) -> str:
        """»2 Gegenstimmen« to what was accepted; to what was rejected »2 Ja-Stimmen«."""
        one, many = self._phrases.contrary_one, self._phrases.contrary_many
        if self._lost is Column.YES:
            one, many = self._phrases.yes_one, self._phrases.yes_many
        return _count(count, one, many)

    def _abstained(self, count: int) -> str:
        return _count(count, self._phrases.abstention_one, self._phrases.abstention_many)

    def _listed(self, rows: list[FactionRow]) -> str:
        return listed([self._bent.of(row) for row in rows], self._phrases.conjunction)

    def _from_each(self, rows: list[FactionRow], column: Column, told: Callable[[int], str]) -> list[str]:
        """»2 Gegenstimmen aus der …«; factions with equally many in one: »je 2 Gegenstimmen aus der … und der …«."""
        groups: dict[tuple[bool, int], list[FactionRow]] = {}
        for row in rows:
            groups.setdefault((bool(row.person), self._cell(row, column)), []).append(row)
        found = []
        for (person, count), group in groups.items():
            pattern = self._phrases.from_person if person else self._phrases.from_faction
            some = told(count) if len(group) == 1 else filled(self._phrases.each, {"votes": told(count)})
            found.append(filled(pattern, {"votes": some, "of": self._listed(group)}))
        return found


_STANCES = {Column.YES: Stance.YES, Column.NO: Stance.NO, Column.ABSTENTIONS: Stance.ABSTENTION}
