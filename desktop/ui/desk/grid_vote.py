"""Between the vote grid and a vote as it is stored. No Qt.

Rows of factions are stored where they were typed or where everybody in them is known to have voted one way; otherwise
the vote has totals only. A row holds the numbers it was given: an empty cell stays empty. Totals of a finished vote
are complete, so that an empty one is 0, unless the numbers leave somebody open.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from desktop.models.rules.votes import Column
from desktop.models.values import Ballot, FactionRow, Rest, Vote, VoteMethod
from desktop.ui.desk.grid_rollcall import counted as counted_by_name
from desktop.ui.desk.grid_rollcall import in_order
from desktop.ui.desk.grid_sheet import CHOICES, STANCES, TOTAL, Line, Member, Place, Sheet, numbered

REST_OF = {Column.YES: Rest.YES, Column.NO: Rest.NO, Column.ABSTENTIONS: Rest.ABSTENTIONS}
_COLUMN_OF_REST = {rest: column for column, rest in REST_OF.items()}
#: the columns in the order of the fields of a row
_COLUMNS = tuple(Column)


# --- from the grid to the vote


def counted(vote: Vote, sheet: Sheet, *, done: bool) -> Vote:
    """The vote with the numbers of the grid. ``done``: nothing more will be typed. Keys of rows are empty.

    What the grid does not show (subject, wording, statements, …) stays as it is.
    """
    totals = {
        column: sheet.cell(TOTAL, column).value if column in sheet.columns else getattr(vote, column)
        for column in _COLUMNS
    }
    if done and sheet.difference in (0, None) and any(value is not None for value in totals.values()):
        for column in CHOICES:
            if column in sheet.columns and totals[column] is None and not _unknown(sheet, column):
                totals[column] = 0
    announced = sheet.everybody and sheet.rest is not Column.ABSTENTIONS
    rest = REST_OF[sheet.rest] if sheet.rest in REST_OF and sheet.rest_counts and not announced else None
    if not done and sheet.extra.get(TOTAL) and sheet.rest is not None and sheet.rest_counts:
        # Who came in addition is not on the list: a rest without a number says that those present were told.
        totals[sheet.rest] = None
        if sheet.everybody and sheet.rest is Column.NO:
            totals[Column.YES] = 0
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
        unanimous=_unanimous(vote, sheet),
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
            if stored.stance is not None or _cells(stored):
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


# --- from the vote to the grid


def sheet_of(
    vote: Vote,
    lines: Iterable[Line],
    members: Iterable[Member] = (),
    *,
    by_faction: bool = True,
    alphabetical: bool = False,
    columns: tuple[Column, ...] = tuple(Column),
) -> Sheet:
    """The grid of a vote. ``lines`` are those present at it; rows that only the vote knows come after them.

    ``by_faction``: whether the caret starts with the first faction or with Gesamt; ``alphabetical``: whether the
    members of a roll call are called by the alphabet.
    """
    rows = _with_rows_of(vote, tuple(lines))
    start = 1 if by_faction and rows else TOTAL
    blank = Sheet(
        lines=rows,
        columns=columns,
        start=start,
        method=vote.method or VoteMethod.OPEN,
        invalid=vote.invalid,
        caret=(TOTAL if vote.method is VoteMethod.SECRET else start, Column.YES),
        told_by_row=bool(vote.by_faction),
        members=tuple(members),
        ballots=MappingProxyType({ballot.person: ballot.choice for ballot in vote.ballots}),
        rest=None if vote.method in (VoteMethod.SECRET, VoteMethod.ROLL_CALL) else Column.YES,
    )
    blank = in_order(blank, alphabetical=alphabetical)
    sheet = _with_totals(vote, _with_cells(vote, _with_presence(vote, _with_rest(vote, blank))))
    return sheet if _reproduces(vote, sheet) else _explicit(vote, blank)


def is_open(vote: Vote) -> bool:
    """Whether the vote has no outcome yet, as Esc leaves it."""
    return vote.accepted is None and vote.verdict is None


def without_presence(vote: Vote) -> Vote:
    """An open vote without what was reckoned from those present: by now it may be others.

    Numbers that were told and are as many as were present keep them.
    """
    if not is_open(vote) or vote.by_faction or vote.ballots or _told_in_full(vote) or _presence_told(vote):
        return vote
    return replace(
        vote,
        present=None,
        yes=None if vote.rest is Rest.YES else vote.yes,
        no=None if vote.rest is Rest.NO else vote.no,
        abstentions=None if vote.rest is Rest.ABSTENTIONS else vote.abstentions,
    )


def _told_in_full(vote: Vote) -> bool:
    counts = [getattr(vote, column) for column in _COLUMNS]
    reckoned = vote.rest is not None or bool(vote.unanimous)
    return not reckoned and sum(count or 0 for count in (*counts, vote.invalid)) == vote.present


def _presence_told(vote: Vote) -> bool:
    """Whether the rest is left without a number, because the number of those present was told."""
    counts = {column: getattr(vote, column) for column in CHOICES}
    if vote.rest is not None:
        return counts[_COLUMN_OF_REST[vote.rest]] is None
    return bool(vote.unanimous) and not any(counts.values())


def _place(line: Line) -> tuple[str | None, str | None, str]:
    return (line.organization, line.person, "" if line.organization or line.person else line.label)


def _place_of(row: FactionRow) -> tuple[str | None, str | None, str]:
    return (row.organization, row.person, "" if row.organization or row.person else row.label or "")


def _with_rows_of(vote: Vote, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    known = numbered(map(_place, lines))
    labels = {_place(line): line.label for line in lines}
    stored = zip(numbered(map(_place_of, vote.by_faction)), vote.by_faction, strict=True)
    more = [(place, row) for (place, number), row in stored if (place, number) not in known]
    return (*lines, *(Line(labels.get(place) or row.label or "", row.organization, row.person) for place, row in more))


def _stored_rows(vote: Vote, sheet: Sheet) -> list[tuple[int, FactionRow]]:
    """The rows of the vote, each with its row in the sheet."""
    index = {place: row for row, place in enumerate(numbered(map(_place, sheet.lines)), start=1)}
    places = numbered(map(_place_of, vote.by_faction))
    return [(index[place], stored) for place, stored in zip(places, vote.by_faction, strict=True)]


def _with_rest(vote: Vote, sheet: Sheet) -> Sheet:
    """Which column the rest is in; none where all numbers were told."""
    if vote.rest is not None:
        return replace(sheet, rest=_COLUMN_OF_REST[vote.rest])
    counts = {column: getattr(vote, column) for column in CHOICES}
    told = [column for column, count in counts.items() if count]
    if vote.unanimous and not told and not any(_says_how(row) for row in vote.by_faction):
        against = counts[Column.YES] is not None or vote.accepted is False
        return replace(sheet, rest=Column.NO if against else Column.YES, everybody=True)
    if vote.unanimous and len(told) == 1 and told[0] is not Column.ABSTENTIONS:
        return replace(sheet, rest=told[0], everybody=True)
    if any(count is not None for count in counts.values()) or vote.by_faction:
        return replace(sheet, rest=None)
    return sheet


def _says_how(row: FactionRow) -> bool:
    return row.stance is not None or any(column in CHOICES for column in _cells(row))


def _with_presence(vote: Vote, sheet: Sheet) -> Sheet:
    """Those present as announced. Who is counted beyond the known number of a row came in addition, if that fits."""
    known = sheet.present_in(TOTAL)
    if vote.present is None or vote.present == known:
        return sheet
    more = {}
    for row, stored in _stored_rows(vote, sheet):
        present = sheet.present_in(row)
        excess = 0 if present is None else sum(_cells(stored).values()) - present
        if excess > 0:
            more[row] = excess
    if known is None or vote.present < known + sum(more.values()):
        return replace(sheet, present=vote.present)
    more[TOTAL] = vote.present - known - sum(more.values())
    return replace(sheet, extra=MappingProxyType({row: count for row, count in more.items() if count}))


def _with_cells(vote: Vote, sheet: Sheet) -> Sheet:
    """The rows as typed, apart from what follows from the rest."""
    if sheet.by_name and vote.ballots:
        return counted_by_name(sheet)
    stances = {row: stored.stance for row, stored in _stored_rows(vote, sheet) if stored.stance is not None}
    cells = _all_cells(vote, sheet)
    typed = {}
    for (row, column), value in cells.items():
        others = sum(count for (other, name), count in cells.items() if other == row and name is not column)
        present = sheet.present_in(row)
        if column is not sheet.rest or not present or value != max(0, present - others):
            typed[row, column] = value
    return replace(_typed(sheet, typed), stances=MappingProxyType(stances))


def _with_totals(vote: Vote, sheet: Sheet) -> Sheet:
    """Totals count as typed where neither the rows nor the rest give them."""
    for column in (*(one for one in _COLUMNS if one is not sheet.rest), sheet.rest):
        stored = getattr(vote, column) if column is not None else None
        if stored is not None and stored != getattr(counted(vote, sheet, done=True), str(column)):
            sheet = _typed(sheet, {**sheet.typed, (TOTAL, Column(str(column))): stored})
    return sheet


def _reproduces(vote: Vote, sheet: Sheet) -> bool:
    """Whether the grid would store every number that is stored now."""
    again = counted(vote, sheet, done=True)
    if any(getattr(vote, column) not in (None, getattr(again, column)) for column in _COLUMNS):
        return False
    rows = dict(zip(numbered(map(_place_of, again.by_faction)), again.by_faction, strict=True))
    stored_rows = zip(numbered(map(_place_of, vote.by_faction)), vote.by_faction, strict=True)
    return sheet.totals_only or all(
        place in rows and _cells(stored).items() <= _cells(rows[place]).items() for place, stored in stored_rows
    )


def _explicit(vote: Vote, sheet: Sheet) -> Sheet:
    """All numbers as if typed: for votes that contradict themselves or those present."""
    totals = {(TOTAL, column): getattr(vote, column) for column in _COLUMNS if getattr(vote, column) is not None}
    cells = _with_cells(vote, replace(sheet, rest=None, present=vote.present))
    return _typed(cells, {**cells.typed, **totals})


def _typed(sheet: Sheet, typed: Mapping[Place, int]) -> Sheet:
    return replace(sheet, typed=MappingProxyType(dict(typed)))


def _all_cells(vote: Vote, sheet: Sheet) -> dict[Place, int]:
    return {
        (row, column): value for row, stored in _stored_rows(vote, sheet) for column, value in _cells(stored).items()
    }


def _cells(stored: FactionRow) -> dict[Column, int]:
    given = {column: getattr(stored, column) for column in _COLUMNS}
    return {column: value for column, value in given.items() if value is not None}
