"""The numbers of the vote grid: what was typed, what follows from it, what is still open. No Qt.

Row 0 is Gesamt; below it the factions, then single members. Whoever no count names is »der Rest« and stands in one
column, grey: chairs count the minority. The rest gives way where its column is typed, and it is filled in per row only
as long as the rows can say who it is: a total that the rows do not account for leaves them blank.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import TypeVar

from desktop.models.rules.votes import Column
from desktop.models.values import Choice, Stance, VoteMethod

#: the row Gesamt
TOTAL = 0
#: the columns that say how somebody voted
CHOICES = (Column.YES, Column.NO, Column.ABSTENTIONS)
STANCES = {
    Column.YES: Stance.YES,
    Column.NO: Stance.NO,
    Column.ABSTENTIONS: Stance.ABSTENTION,
    Column.NOT_VOTING: Stance.NOT_VOTING,
}
COLUMN_OF_CHOICE = {
    Choice.YES: Column.YES,
    Choice.NO: Column.NO,
    Choice.ABSTENTION: Column.ABSTENTIONS,
    Choice.NOT_VOTING: Column.NOT_VOTING,
}

Place = tuple[int, Column]
About = TypeVar("About")


def numbered(rows: Iterable[About]) -> list[tuple[About, int]]:
    """What rows are about, with how often it came before: a vote may have two rows of one faction."""
    seen: Counter[About] = Counter()
    found = []
    for about in rows:
        found.append((about, seen[about]))
        seen[about] += 1
    return found


NO_STANCES: Mapping[int, Stance] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Line:
    """A row below Gesamt: a faction, a single member, or a group that only has a name.

    ``present`` are those present and entitled at the vote; None where nobody knows.
    """

    label: str
    organization: str | None = None
    person: str | None = None
    present: int | None = None


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who votes by name. ``row`` is the row the vote is counted in.

    ``sort`` is what the alphabet goes by, ``place`` the place in the list of attendance.
    """

    person: str
    label: str
    row: int
    sort: str = ""
    place: int = 0


class Kind(StrEnum):
    """Where the number in a cell comes from."""

    BLANK = "blank"
    TYPED = "typed"
    REST = "rest"
    SUM = "sum"


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell shows. ``over``: more than are present. ``stance``: the direction is known, the number is not."""

    value: int | None = None
    kind: Kind = Kind.BLANK
    over: bool = False
    stance: Stance | None = None


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A typed total that the typed rows do not reach or go beyond."""

    column: Column
    total: int
    rows: int


def _nothing() -> Mapping[Place, int]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Sheet:
    """One state of the grid; every key press makes a new one.

    ``start``: the row where the caret begins. ``present``: those taking part in all, where that was announced.
    ``extra``: how many more than known take part, by row. ``everybody``: »einstimmig« was announced, all are in the
    column of the rest. ``entering``: digits are being typed at the caret. ``told_by_row``: factions were stored before.
    ``member`` is the caret of a roll call, ``alphabetical`` its order.
    """

    lines: tuple[Line, ...] = ()
    columns: tuple[Column, ...] = tuple(Column)
    start: int = 1
    method: VoteMethod = VoteMethod.OPEN
    present: int | None = None
    invalid: int | None = None
    typed: Mapping[Place, int] = field(default_factory=_nothing)
    stances: Mapping[int, Stance] = field(default_factory=lambda: NO_STANCES)
    extra: Mapping[int, int] = field(default_factory=lambda: MappingProxyType({}))
    rest: Column | None = Column.YES
    everybody: bool = False
    caret: Place = (1, Column.YES)
    entering: bool = False
    told_by_row: bool = False
    members: tuple[Member, ...] = ()
    ballots: Mapping[str, Choice] = field(default_factory=lambda: MappingProxyType({}))
    member: int = 0
    alphabetical: bool = False

    @property
    def totals_only(self) -> bool:
        """Whether only Gesamt is counted: by secret ballot nobody can say who voted how."""
        return self.method is VoteMethod.SECRET or not self.lines

    @property
    def by_name(self) -> bool:
        """Whether members are called one by one."""
        return self.method is VoteMethod.ROLL_CALL

    @property
    def rows(self) -> range:
        """The rows that are shown, Gesamt first."""
        return range(1 if self.totals_only else len(self.lines) + 1)

    def present_in(self, row: int) -> int | None:
        """Those present and entitled in a row; None where nobody knows."""
        if row != TOTAL:
            known = self.lines[row - 1].present
            return None if known is None else known + self.extra.get(row, 0)
        known = self.present
        if known is None and self.lines and all(line.present is not None for line in self.lines):
            known = sum(line.present or 0 for line in self.lines)
        return None if known is None else known + sum(self.extra.values())

    def cell(self, row: int, column: Column) -> Cell:
        """What a cell shows."""
        return self._total(column) if row == TOTAL else self._below(row, column)

    def resolves(self, row: int) -> bool:
        """Whether the rest of this row is known to stand in the column of the rest."""
        return (
            self.rest is not None
            and (row, self.rest) not in self.typed
            and (TOTAL, self.rest) not in self.typed
            and row not in self.stances
            and bool(self.present_in(row))
            and self._rows_account_for_totals()
        )

    @property
    def rest_counts(self) -> bool:
        """Whether there still is a rest that no typed number has replaced."""
        if self.rest is None or self.method is VoteMethod.SECRET or (TOTAL, self.rest) in self.typed:
            return False
        if any(self.resolves(row) for row in self.rows[1:]):
            return True
        return not self.stances and not any((row, self.rest) in self.typed for row in self.rows[1:])

    @property
    def difference(self) -> int | None:
        """How many of those present stand nowhere yet; below zero where too many do. None where nobody can say."""
        present = self.present_in(TOTAL)
        if present is None or self.stances:
            return None
        counted = [self._total(column).value for column in self.columns]
        if all(value is None for value in counted):
            return None
        return present - sum(value or 0 for value in counted) - (self.invalid or 0)

    @property
    def over_in_rows(self) -> int:
        """How many are too many in rows, whatever is open in others."""
        return -sum(min(self.open_in(row) or 0, 0) for row in self.rows[1:])

    @property
    def has_too_many(self) -> bool:
        """Whether more are counted than are present, in all or in a row."""
        return any(self.cell(row, column).over for row in self.rows for column in self.columns) or (
            (self.difference or 0) < 0
        )

    def open_in(self, row: int) -> int | None:
        """What is not accounted for in a row: of those present, those who stand nowhere yet; below zero too many."""
        present = self.present_in(row)
        if row == TOTAL:
            return self.difference
        if present is None or row in self.stances or not any((row, column) in self.typed for column in self.columns):
            return None
        return present - sum(self._below(row, column).value or 0 for column in self.columns)

    @property
    def mismatches(self) -> tuple[Mismatch, ...]:
        """Typed totals that the typed rows contradict."""
        found = []
        for column in self.columns:
            total, rows = self.typed.get((TOTAL, column)), self._typed_rows(column)
            if total is not None and rows and sum(rows) != total and not self.totals_only:
                found.append(Mismatch(column, total, sum(rows)))
        return tuple(found)

    def with_typed(self, changes: Mapping[Place, int | None]) -> "Sheet":
        """The same with other typed numbers; None takes one away. It is then no longer everybody."""
        kept = {place: value for place, value in {**self.typed, **changes}.items() if value is not None}
        return replace(self, typed=MappingProxyType(kept), everybody=False)

    def _below(self, row: int, column: Column) -> Cell:
        present = self.present_in(row)
        named = sum(self.typed.get((row, other), 0) for other in self.columns)
        over = present is not None and named > present
        if row in self.stances:
            stance = self.stances[row]
            return Cell(stance=stance) if stance is STANCES[column] or stance is Stance.SPLIT else Cell()
        if (row, column) in self.typed:
            return Cell(self.typed[row, column], Kind.TYPED, over)
        if column is self.rest and present and self.resolves(row):
            return Cell(max(0, present - named), Kind.REST)
        return Cell()

    def _total(self, column: Column) -> Cell:
        present = self.present_in(TOTAL)
        if (TOTAL, column) in self.typed:
            counted = sum(self.typed.get((TOTAL, other), 0) for other in self.columns)
            return Cell(self.typed[TOTAL, column], Kind.TYPED, present is not None and counted > present)
        below = [self._below(row, column).value for row in self.rows[1:] if self._matters(row, column)]
        if column is not self.rest or self.method is VoteMethod.SECRET:
            return self._sum(column)
        if below and None not in below:
            resolved = any(self.resolves(row) for row in self.rows[1:])
            return Cell(sum(value or 0 for value in below), Kind.REST if resolved else Kind.SUM)
        if present is not None and not self.stances:
            others = sum(self._total(other).value or 0 for other in self.columns if other is not column)
            return Cell(max(0, present - others), Kind.REST)
        return self._sum(column)

    def _matters(self, row: int, column: Column) -> bool:
        """A faction that is missing as a whole matters only where something was typed for it."""
        return self.present_in(row) != 0 or (row, column) in self.typed

    def _sum(self, column: Column) -> Cell:
        rows = self._typed_rows(column)
        unknown = any(stance in (STANCES[column], Stance.SPLIT) for stance in self.stances.values())
        return Cell(sum(rows), Kind.SUM) if rows and not unknown and not self.totals_only else Cell()

    def _typed_rows(self, column: Column) -> list[int]:
        return [self.typed[row, column] for row in range(1, len(self.lines) + 1) if (row, column) in self.typed]

    def _rows_account_for_totals(self) -> bool:
        """Whether what is known in all is also known by row: those present, and every typed total."""
        present = [self.present_in(row) for row in self.rows[1:]]
        if self.totals_only or (None not in present and self.present_in(TOTAL) != sum(count or 0 for count in present)):
            return False
        return all(
            value == sum(self._typed_rows(column)) and STANCES[column] not in self.stances.values()
            for (row, column), value in self.typed.items()
            if row == TOTAL
        )
