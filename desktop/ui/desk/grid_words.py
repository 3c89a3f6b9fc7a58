"""What the vote grid says: headings, numbers as shown and as read out, the outcome in one line. No Qt."""

from desktop.models.rules.votes import Column, Outcome, Reason
from desktop.models.values import Choice, Majority, Stance, VoteMethod
from desktop.text import marked as N_
from desktop.text import ui_text as _
from desktop.ui.desk.grid_sheet import TOTAL, Cell, Kind, Sheet

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
    return ", ".join((row_name(sheet, row), _(_SPOKEN_COLUMNS[column]), number or _("empty")))


def open_words(count: int | None) -> str:
    """How many are still open; empty where nobody is."""
    if not count:
        return ""
    return _("open: {number}", number=count) if count > 0 else _("{number} too many", number=-count)


def outcome_words(outcome: Outcome, announced: bool | None) -> str:
    """The outcome and why: angenommen: 23 Ja > 11 Nein."""
    accepted = outcome.accepted if announced is None else announced
    if accepted is None:
        return _("no outcome yet")
    verdict = _("accepted") if accepted else _("rejected")
    reason = _reason(outcome)
    if announced is not None and announced != outcome.accepted:
        return _("{verdict} as announced", verdict=verdict) + (f" ({reason})" if reason else "")
    return f"{verdict}: {reason}" if reason else verdict


def _reason(outcome: Outcome) -> str:
    if outcome.yes is None:
        return ""
    if outcome.majority is not Majority.SIMPLE:
        if outcome.needed is None:
            return _("{yes} Yes, number of members unknown", yes=outcome.yes)
        return _("{yes} Yes, {needed} needed", yes=outcome.yes, needed=outcome.needed)
    if outcome.no is None:
        return ""
    sign = ">" if outcome.yes > outcome.no else "=" if outcome.reason is Reason.TIE else "<"
    text = _("{yes} Yes {sign} {no} No", yes=outcome.yes, sign=sign, no=outcome.no)
    return _("{counts} (tie)", counts=text) if outcome.reason is Reason.TIE else text


def open_line(sheet: Sheet) -> str:
    """Everything that does not add up yet; empty where all does."""
    parts = [open_words(sheet.difference)]
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
