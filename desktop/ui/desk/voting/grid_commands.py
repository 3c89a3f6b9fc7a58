"""What each key of the vote grid does to its sheet. No Qt."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from desktop.models.rules.votes import Column
from desktop.models.values import Stance, VoteMethod
from desktop.ui.desk.voting.grid_rollcall import called_on, counted
from desktop.ui.desk.voting.grid_sheet import CHOICES, NO_STANCES, STANCES, TOTAL, Sheet

#: no council is larger
LIMIT = 9999

Command = Callable[[Sheet], Sheet]


def digit(sheet: Sheet, figure: int) -> Sheet:
    """A figure at the end of the number at the caret; the first one begins a new number."""
    row, column = sheet.caret
    number = (sheet.typed.get(sheet.caret, 0) if sheet.entering else 0) * 10 + figure
    if number > LIMIT:
        return sheet
    stances = {other: stance for other, stance in sheet.stances.items() if other != row}
    changed = sheet.with_typed({(row, column): number})
    return replace(changed, stances=MappingProxyType(stances), entering=True)


def erase(sheet: Sheet) -> Sheet:
    """Takes back a digit while entering, else the whole number."""
    number = sheet.typed.get(sheet.caret)
    if number is None or not sheet.entering:
        return clear(sheet)
    return replace(sheet.with_typed({sheet.caret: number // 10 if number > 9 else None}), entering=number > 9)


def clear(sheet: Sheet) -> Sheet:
    """Takes the number or the direction at the caret away."""
    stances = {row: stance for row, stance in sheet.stances.items() if row != sheet.caret[0]}
    if sheet.caret in sheet.typed or len(stances) != len(sheet.stances):
        sheet = sheet.with_typed({sheet.caret: None})
    return replace(sheet, stances=MappingProxyType(stances), entering=False)


def to_column(sheet: Sheet, column: Column) -> Sheet:
    """The caret to the row of a column where counting starts; whoever went to Gesamt counts in Gesamt."""
    row = TOTAL if sheet.caret[0] == TOTAL else min(sheet.start, sheet.rows[-1])
    return replace(sheet, caret=(row, column), entering=False)


def all_here(sheet: Sheet) -> Sheet:
    """Everybody who takes part into the column of the caret."""
    column = sheet.caret[1]
    if column not in CHOICES:
        return sheet
    away = {place: number for place, number in sheet.typed.items() if place[1] is Column.NOT_VOTING}
    cleared = replace(sheet, typed=MappingProxyType(away), stances=NO_STANCES)
    if sheet.method is VoteMethod.SECRET:
        return replace(cleared.with_typed({(TOTAL, column): _taking_part(cleared, TOTAL)}), entering=False)
    return replace(cleared, rest=column, everybody=True, entering=False)


def rest_here(sheet: Sheet) -> Sheet:
    """The rest into the column of the caret; numbers typed there give way to it."""
    column = sheet.caret[1]
    if column not in CHOICES or sheet.method is VoteMethod.SECRET:
        return sheet
    known = [row for row in sheet.rows[1:] if sheet.present_in(row) is not None]
    cleared = sheet.with_typed({(row, column): None for row in (TOTAL, *known)})
    return replace(cleared, rest=column, entering=False)


def whole_row(sheet: Sheet) -> Sheet:
    """The whole faction into the column of the caret; where its number is unknown, its direction.

    Of a direction, again says that the faction was split, and once more takes it back.
    """
    row, column = sheet.caret
    if row == TOTAL:
        return all_here(sheet)
    cleared = sheet.with_typed({(row, choice): None for choice in CHOICES})
    stances = {other: stance for other, stance in sheet.stances.items() if other != row}
    part = sheet.present_in(row) if column is Column.NOT_VOTING else _taking_part(cleared, row)
    if part is None:
        before = sheet.stances.get(row)
        if before is not Stance.SPLIT:
            stances[row] = Stance.SPLIT if before is STANCES[column] else STANCES[column]
        cleared = cleared.with_typed({(row, Column.NOT_VOTING): None})
    else:
        cleared = cleared.with_typed({(row, column): part})
    return replace(cleared, stances=MappingProxyType(stances), entering=False)


def _taking_part(sheet: Sheet, row: int) -> int | None:
    present = sheet.present_in(row)
    away = sheet.cell(row, Column.NOT_VOTING).value or 0
    return None if present is None else max(0, present - away)


def one_fewer(sheet: Sheet) -> Sheet:
    """One of the row takes no part; one who was thought to have come in addition goes first."""
    row = sheet.caret[0]
    if sheet.extra.get(row):
        return _refilled(sheet, replace(sheet, extra=_plus(sheet.extra, row, -1), entering=False))
    away = sheet.cell(row, Column.NOT_VOTING).value or 0
    present = sheet.present_in(row)
    if present is not None and away >= present:
        return sheet
    return _with_away(sheet, away + 1)


def one_more(sheet: Sheet) -> Sheet:
    """One more of the row takes part than was thought."""
    row = sheet.caret[0]
    away = sheet.cell(row, Column.NOT_VOTING).value or 0
    if away:
        return _with_away(sheet, away - 1)
    if sheet.present_in(row) is None:
        return sheet
    return _refilled(sheet, replace(sheet, extra=_plus(sheet.extra, row, 1), entering=False))


def _with_away(sheet: Sheet, away: int) -> Sheet:
    changed = replace(sheet, entering=False).with_typed({(sheet.caret[0], Column.NOT_VOTING): away or None})
    return _refilled(sheet, replace(changed, everybody=sheet.everybody))


def _refilled(before: Sheet, after: Sheet) -> Sheet:
    """A faction that stood as a whole in one column still does after one of it came or left."""
    row = after.caret[0]
    whole = [column for column in CHOICES if (row, column) in before.typed]
    if row == TOTAL or len(whole) != 1 or before.typed[row, whole[0]] != _taking_part(before, row):
        return after
    return after.with_typed({(row, whole[0]): _taking_part(after, row)})


def _plus(counts: Mapping[int, int], row: int, more: int) -> Mapping[int, int]:
    changed = {**counts, row: counts.get(row, 0) + more}
    return MappingProxyType({place: count for place, count in changed.items() if count})


def with_method(sheet: Sheet, method: VoteMethod) -> Sheet:
    """The sheet for another way of voting.

    A roll call has no rest, and its numbers follow from the names once there are any. A secret ballot has totals only.
    """
    if method is sheet.method:
        return sheet
    changed = replace(sheet, method=method, entering=False)
    if method is VoteMethod.ROLL_CALL:
        called_one = called_on(replace(changed, rest=None, everybody=False), None)
        return counted(called_one) if sheet.ballots else called_one
    if method is VoteMethod.SECRET:
        totals = {place: number for place, number in sheet.typed.items() if place[0] == TOTAL}
        changed = replace(changed, typed=MappingProxyType(totals), stances=NO_STANCES)
        return replace(changed, rest=None, everybody=False, caret=(TOTAL, Column.YES))
    if sheet.method not in (VoteMethod.SECRET, VoteMethod.ROLL_CALL):
        return changed
    return replace(changed, rest=Column.YES, caret=(min(sheet.start, changed.rows[-1]), Column.YES))


def moved(rows: int, columns: int) -> Command:
    """A move of the caret, as far as there are cells."""

    def move(sheet: Sheet) -> Sheet:
        row = min(max(sheet.caret[0] + rows, 0), sheet.rows[-1])
        place = sheet.columns.index(sheet.caret[1]) + columns
        column = sheet.columns[min(max(place, 0), len(sheet.columns) - 1)]
        return replace(sheet, caret=(row, column), entering=False)

    return move
