"""The vote as the grid has it, to be stored. No Qt.

Rows of factions are stored where they were typed or where everybody in them is known to have voted one way; otherwise
the vote has totals only. A row holds the numbers it was given: an empty cell stays empty. Totals of a finished vote
are complete, so that an empty one is 0, unless the numbers leave somebody open; only a finished one is announced as
einstimmig, until then everybody is the rest.
"""

from collections.abc import Iterable
from dataclasses import replace
from types import MappingProxyType

from desktop.models.rules.votes import Column
from desktop.models.values import Ballot, FactionRow, Rest, Vote
from desktop.ui.desk.voting.grid_sheet import CHOICES, NO_STANCES, STANCES, TOTAL, Sheet

REST_OF = {Column.YES: Rest.YES, Column.NO: Rest.NO, Column.ABSTENTIONS: Rest.ABSTENTIONS}
#: the columns in the order of the fields of a row
_COLUMNS = tuple(Column)


def counted(vote: Vote, sheet: Sheet, *, done: bool) -> Vote:
    """The vote with the numbers of the grid. ``done``: nothing more will be typed. Keys of rows are empty.

    What the grid does not show (subject, wording, statements, …) stays as it is.
    """
    if not done and sheet.by_name and not sheet.ballots:  # numbers from before nobody was called are nobody's votes
        sheet = replace(sheet, typed=MappingProxyType({}), stances=NO_STANCES)
    totals = {
        column: sheet.cell(TOTAL, column).value if column in sheet.columns else getattr(vote, column)
        for column in _COLUMNS
    }
    if done and sheet.difference in (0, None) and any(value is not None for value in totals.values()):
        for column in CHOICES:
            if column in sheet.columns and totals[column] is None and not _unknown(sheet, column):
                totals[column] = 0
    announced = done and sheet.everybody and sheet.rest is not Column.ABSTENTIONS
    rest = REST_OF[sheet.rest] if sheet.rest in REST_OF and sheet.rest_counts and not announced else None
    told = bool(sheet.extra.get(TOTAL)) or sheet.present is not None
    if not done and told and sheet.rest is not None and sheet.rest_counts:
        # They are others than on the list: a rest without a number says that those present were told.
        totals[sheet.rest] = None
    return replace(
        vote,
        method=sheet.method,
        present=sheet.present_in(TOTAL),
        yes=totals[Column.YES],
        no=totals[Column.NO],
        abstentions=totals[Column.ABSTENTIONS],
        not_voting=totals[Column.NOT_VOTING],
        invalid=sheet.invalid,
        by_faction=() if sheet.totals_only else tuple(_rows(sheet)),
        ballots=tuple(_ballots(sheet)),
        rest=rest,
        unanimous=_unanimous(vote, sheet) if done else None,
    )


def _unknown(sheet: Sheet, column: Column) -> bool:
    """Whether the column has a number that nobody told: of a faction's direction, or of the rest."""
    told = sheet.stances.values()
    if any(stance not in STANCES.values() or stance is STANCES[column] for stance in told):
        return True
    return sheet.rest is column and sheet.rest_counts


def _rows(sheet: Sheet) -> Iterable[FactionRow]:
    touched = {row for row, _ in sheet.typed} | set(sheet.stances) | set(sheet.extra)
    touched.discard(TOTAL)
    known = all(sheet.resolves(row) or row in touched or sheet.present_in(row) == 0 for row in sheet.rows[1:])
    if not touched and not (known and (sheet.told_by_row or sheet.start != TOTAL)):
        return
    for row in sheet.rows[1:]:
        if row in touched or sheet.resolves(row):
            stored = _row(sheet, row)
            if stored.stance is not None or cells(stored):
                yield stored


def _row(sheet: Sheet, row: int) -> FactionRow:
    line = sheet.lines[row - 1]
    return FactionRow(
        organization=line.organization,
        person=line.person,
        label=None if line.organization or line.person else line.label,
        stance=sheet.stances.get(row),
        yes=sheet.cell(row, Column.YES).value,
        no=sheet.cell(row, Column.NO).value,
        abstentions=sheet.cell(row, Column.ABSTENTIONS).value,
        not_voting=sheet.cell(row, Column.NOT_VOTING).value,
    )


def _ballots(sheet: Sheet) -> Iterable[Ballot]:
    """By name only in a roll call; in the order of the list, those not on it last."""
    if not sheet.by_name:
        return ()
    order = [member.person for member in sheet.members]
    others = [person for person in sheet.ballots if person not in order]
    return (Ballot(person=one, choice=sheet.ballots[one]) for one in (*order, *others) if one in sheet.ballots)


def _unanimous(vote: Vote, sheet: Sheet) -> bool | None:
    """Announced as einstimmig by one key; what was announced before stays unless the numbers now say otherwise."""
    if sheet.everybody:
        return True if sheet.rest is not Column.ABSTENTIONS else None
    against = [sheet.cell(TOTAL, column).value for column in (Column.YES, Column.NO)]
    return None if vote.unanimous and all(against) else vote.unanimous


def place_of(row: FactionRow) -> tuple[str | None, str | None, str]:
    return (row.organization, row.person, "" if row.organization or row.person else row.label or "")


def cells(stored: FactionRow) -> dict[Column, int]:
    given = {column: getattr(stored, column) for column in _COLUMNS}
    return {column: value for column, value in given.items() if value is not None}
