"""The vote grid opened on a vote as it is stored: which numbers count as typed, and which are the rest. No Qt."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from desktop.models.rules.motions import is_finished
from desktop.models.rules.votes import Column
from desktop.models.values import Choice, FactionRow, Rest, Stance, Vote, VoteMethod
from desktop.ui.desk.voting.grid_rollcall import called_on, in_order
from desktop.ui.desk.voting.grid_rollcall import counted as counted_by_name
from desktop.ui.desk.voting.grid_sheet import CHOICES, TOTAL, Line, Member, Place, Sheet, numbered
from desktop.ui.desk.voting.grid_vote import REST_OF, cells, counted, place_of

_COLUMN_OF_REST = {rest: column for column, rest in REST_OF.items()}
_COLUMNS = tuple(Column)


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
    members of a roll call are called by the alphabet. A roll call that is not finished goes on where it was left.
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
    blank = replace(in_order(blank, alphabetical=alphabetical), member=0)
    if not is_finished(vote):
        blank = called_on(blank, None)
    sheet = _with_totals(vote, _with_cells(vote, _with_presence(vote, _with_rest(vote, blank))))
    return sheet if _reproduces(vote, sheet) else _explicit(vote, blank)


def columns_of(vote: Vote, *, abstention_allowed: bool) -> tuple[Column, ...]:
    """The columns of a vote: that of abstentions only where the law knows them or the vote has some."""
    if (
        abstention_allowed
        or vote.abstentions
        or any(row.abstentions for row in vote.by_faction)
        or vote.rest is Rest.ABSTENTIONS
        or any(ballot.choice is Choice.ABSTENTION for ballot in vote.ballots)
        or any(row.stance is Stance.ABSTENTION for row in vote.by_faction)
    ):
        return tuple(Column)
    return tuple(column for column in Column if column is not Column.ABSTENTIONS)


def without_presence(vote: Vote) -> Vote:
    """An open vote without what was reckoned from those present: by now it may be others.

    Numbers that were told and are as many as were present keep them.
    """
    if is_finished(vote) or vote.by_faction or vote.ballots or _told_in_full(vote) or _presence_told(vote):
        return vote
    return replace(
        vote,
        present=None,
        yes=None if vote.rest is Rest.YES else vote.yes,
        no=None if vote.rest is Rest.NO else vote.no,
        abstentions=None if vote.rest is Rest.ABSTENTIONS else vote.abstentions,
    )


def with_presence_told(vote: Vote) -> Vote:
    """An open vote whose number of those present was set by hand: the rest is reckoned from it."""
    if is_finished(vote) or vote.rest is None:
        return vote
    column = _COLUMN_OF_REST[vote.rest]
    return replace(
        vote,
        yes=None if column is Column.YES else vote.yes,
        no=None if column is Column.NO else vote.no,
        abstentions=None if column is Column.ABSTENTIONS else vote.abstentions,
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
    if vote.unanimous:
        return not any(counts.values())
    return vote.method is not VoteMethod.SECRET and all(count is None for count in counts.values())


def _place(line: Line) -> tuple[str | None, str | None, str]:
    return (line.organization, line.person, "" if line.organization or line.person else line.label)


def _with_rows_of(vote: Vote, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    known = numbered(map(_place, lines))
    labels = {_place(line): line.label for line in lines}
    stored = zip(numbered(map(place_of, vote.by_faction)), vote.by_faction, strict=True)
    more = [(place, row) for (place, number), row in stored if (place, number) not in known]
    return (*lines, *(Line(labels.get(place) or row.label or "", row.organization, row.person) for place, row in more))


def _stored_rows(vote: Vote, sheet: Sheet) -> list[tuple[int, FactionRow]]:
    """The rows of the vote, each with its row in the sheet."""
    index = {place: row for row, place in enumerate(numbered(map(_place, sheet.lines)), start=1)}
    places = numbered(map(place_of, vote.by_faction))
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
    return row.stance is not None or any(column in CHOICES for column in cells(row))


def _with_presence(vote: Vote, sheet: Sheet) -> Sheet:
    """Those present as announced. Who is counted beyond the known number of a row came in addition, if that fits."""
    known = sheet.present_in(TOTAL)
    if vote.present is None or vote.present == known:
        return sheet
    more = {}
    for row, stored in _stored_rows(vote, sheet):
        present = sheet.present_in(row)
        excess = 0 if present is None else sum(cells(stored).values()) - present
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
    given = _all_cells(vote, sheet)
    typed = {}
    for (row, column), value in given.items():
        others = sum(count for (other, name), count in given.items() if other == row and name is not column)
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
    rows = dict(zip(numbered(map(place_of, again.by_faction)), again.by_faction, strict=True))
    stored_rows = zip(numbered(map(place_of, vote.by_faction)), vote.by_faction, strict=True)
    return sheet.totals_only or all(
        place in rows and cells(stored).items() <= cells(rows[place]).items() for place, stored in stored_rows
    )


def _explicit(vote: Vote, sheet: Sheet) -> Sheet:
    """All numbers as if typed: for votes that contradict themselves or those present."""
    totals = {(TOTAL, column): getattr(vote, column) for column in _COLUMNS if getattr(vote, column) is not None}
    told = _with_cells(vote, replace(sheet, rest=None, present=vote.present))
    return _typed(told, {**told.typed, **totals})


def _typed(sheet: Sheet, typed: Mapping[Place, int]) -> Sheet:
    return replace(sheet, typed=MappingProxyType(dict(typed)))


def _all_cells(vote: Vote, sheet: Sheet) -> dict[Place, int]:
    return {
        (row, column): value for row, stored in _stored_rows(vote, sheet) for column, value in cells(stored).items()
    }
