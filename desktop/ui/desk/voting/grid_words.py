"""What the vote grid says: headings, numbers as shown and as read out, the outcome in one line. No Qt."""

from collections import Counter

from desktop.models.rules.votes import Column
from desktop.models.values import Choice, Majority, Stance, VoteMethod
from desktop.text import marked as N_
from desktop.text import ui_plural as _n
from desktop.text import ui_text as _
from desktop.ui.commands.shortcuts import keyed_text as _k
from desktop.ui.desk.voting.grid_rollcall import not_called
from desktop.ui.desk.voting.grid_sheet import COLUMN_OF_CHOICE, TOTAL, Cell, Kind, Sheet
from desktop.ui.desk.voting.grid_state import Effect

#: where a letter stands for a column
COLUMN_WORDS = {
    Column.YES: N_("Yes"),
    Column.NO: N_("No"),
    Column.ABSTENTIONS: N_("Abst."),
    Column.NOT_VOTING: N_("n. p."),
}
_SPOKEN_COLUMNS = {
    Column.YES: N_("Yes"),
    Column.NO: N_("No"),
    Column.ABSTENTIONS: N_("Abstentions"),
    Column.NOT_VOTING: N_("took no part"),
}
METHOD_WORDS = {
    VoteMethod.OPEN: N_("show of hands"),
    VoteMethod.ROLL_CALL: N_("by name"),
    VoteMethod.SECRET: N_("secret ballot"),
    VoteMethod.ELECTRONIC: N_("electronic"),
    VoteMethod.UNOPPOSED: N_("no objection"),
}
MAJORITY_WORDS = {
    Majority.SIMPLE: N_("simple"),
    Majority.ABSOLUTE_OF_MEMBERS: N_("more than half of members"),
    Majority.TWO_THIRDS_OF_MEMBERS: N_("2/3 of members"),
    Majority.THREE_QUARTERS_OF_MEMBERS: N_("3/4 of members"),
    Majority.TWO_THIRDS_OF_PRESENT: N_("2/3 of those present"),
    Majority.TWO_THIRDS_OF_VOTES: N_("2/3 of votes"),
}
CHOICE_WORDS = {
    Choice.YES: N_("Yes"),
    Choice.NO: N_("No"),
    Choice.ABSTENTION: N_("Abst."),
    Choice.NOT_VOTING: N_("n. p."),
    Choice.UNKNOWN: N_("unknown"),
}
_STANCE_WORDS = {
    Stance.YES: N_("all, number unknown"),
    Stance.NO: N_("all, number unknown"),
    Stance.ABSTENTION: N_("all, number unknown"),
    Stance.NOT_VOTING: N_("all, number unknown"),
    Stance.SPLIT: N_("split"),
}
DOT = " · "


def column_name(column: Column) -> str:
    """What a column is called in full."""
    return _(_SPOKEN_COLUMNS[column])


def row_name(sheet: Sheet, row: int) -> str:
    """What a row is called."""
    return _("Total") if row == TOTAL else sheet.lines[row - 1].label


def shown(cell: Cell) -> str:
    """A cell as it is painted: the rest in brackets, too many with a mark."""
    if cell.stance is not None:
        return "±" if cell.stance is Stance.SPLIT else "✓"
    if cell.value is None:
        return ""
    if cell.kind is Kind.REST:
        return f"({cell.value})"
    return f"{cell.value} !" if cell.over else str(cell.value)


def spoken(sheet: Sheet, row: int, column: Column) -> str:
    """A cell as a screen reader says it: CDU, Nein, 3."""
    cell = sheet.cell(row, column)
    number = "" if cell.value is None else str(cell.value)
    if cell.kind is Kind.REST:
        number = _("{number}, the rest", number=number)
    if cell.over:
        number = _("{number}, more than present", number=number)
    if cell.stance is not None:
        number = _(_STANCE_WORDS[cell.stance])
    parts = (row_name(sheet, row), _(_SPOKEN_COLUMNS[column]), number or _("empty"), open_words(sheet.open_in(row)))
    return ", ".join(part for part in parts if part)


def open_words(count: int | None) -> str:
    """How many are still open; empty where nobody is."""
    if not count:
        return ""
    return _("open: {number}", number=count) if count > 0 else _("{number} too many", number=-count)


def open_line(sheet: Sheet) -> str:
    """Everything that does not add up yet; empty where all does."""
    over = sheet.over_in_rows
    left = None if sheet.difference is None else sheet.difference + over
    parts = [open_words(left), open_words(-over)] if over and left and left > 0 else [open_words(sheet.difference)]
    for found in sheet.mismatches:
        parts.append(
            _(
                "{column}: {total} announced, {rows} in the factions",
                column=_(_SPOKEN_COLUMNS[found.column]),
                total=found.total,
                rows=found.rows,
            )
        )
    return DOT.join(part for part in parts if part)


def so_far(sheet: Sheet) -> str:
    """How a roll call stands while members are still to be called: 3 Ja, 4 Nein – noch 7; empty before the first."""
    if not sheet.ballots:
        return ""
    votes = Counter(COLUMN_OF_CHOICE.get(choice) for choice in sheet.ballots.values())
    numbers = {column: votes[column] for column in sheet.columns}
    shown = [column for column in sheet.columns if numbers[column] or column in (Column.YES, Column.NO)]
    words = ", ".join(f"{numbers[column]} {_(COLUMN_WORDS[column])}" for column in shown)
    return _("So far: {numbers} – {left} left", numbers=words, left=len(not_called(sheet)))


def calling(sheet: Sheet) -> str:
    """Who is called next, and how many still are to be."""
    left = len(not_called(sheet))
    if not left:
        return _("All have been called.")
    if sheet.member >= len(sheet.members):
        return _n("{number} has not been called.", "{number} have not been called.", left)
    member = sheet.members[sheet.member]
    name = f"{member.label} ({row_name(sheet, member.row)})"
    if member.person in sheet.ballots:
        return _("{name}: {word}", name=name, word=_(CHOICE_WORDS[sheet.ballots[member.person]]))
    return _n("Next: {name} – {number} left", "Next: {name} – {number} left", left, name=name)


def given(before: Sheet, sheet: Sheet) -> str:
    """The vote that a member was noted with last; where it is more than one, how it stands."""
    changed = [one for one in sheet.members if sheet.ballots.get(one.person) != before.ballots.get(one.person)]
    if len(changed) != 1:
        return so_far(sheet)
    choice = sheet.ballots.get(changed[0].person)
    return _("{name}: {word}", name=changed[0].label, word=_(CHOICE_WORDS[choice]) if choice else _("empty"))


def row_counts(sheet: Sheet, first: int = TOTAL) -> str:
    """The faction table of a roll call in one line, from a row on: SPD 3 Ja, 1 Nein."""
    rows = sheet.rows[first:]
    return DOT.join(f"{row_name(sheet, row)} {cells}" for row in rows if (cells := _cells_in_words(sheet, row)))


def _cells_in_words(sheet: Sheet, row: int) -> str:
    numbers = ((column, sheet.cell(row, column).value) for column in sheet.columns)
    return ", ".join(f"{number} {_(COLUMN_WORDS[column])}" for column, number in numbers if number)


def refusal(effect: Effect, sheet: Sheet, paragraph: str) -> str:
    """Why a key did nothing yet, and what it does when it is pressed again."""
    if effect is Effect.UNCALLED:
        left = len(not_called(sheet))
        return _n(
            "{number} has not been called – Enter again ends the roll call all the same",
            "{number} have not been called – Enter again ends the roll call all the same",
            left,
        )
    if effect is Effect.TOO_MANY:
        return _("More are counted than are present – Enter again ends it all the same")
    if effect is Effect.TOO_FEW:
        left = sheet.difference or 0
        return _n(
            "{number} is not counted yet – Enter again ends it all the same",
            "{number} are not counted yet – Enter again ends it all the same",
            left,
        )
    if effect is Effect.NOBODY:
        return _k("Nobody is on the attendance list who could be called – {attendance} opens it")
    why = _("The law provides for no abstentions ({paragraph})", paragraph=paragraph or _("law of the Land"))
    return _("{why} – E again opens the column all the same", why=why)
