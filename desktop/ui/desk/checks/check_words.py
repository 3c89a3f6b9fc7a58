"""What the checks find, in words: first what does not add up, then the way out."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from desktop.clock import parse_moment
from desktop.models.rules import numbering
from desktop.models.rules.checks import Code, Finding
from desktop.models.rules.votes import Column
from desktop.models.values import AgendaItem
from desktop.text import format_date, format_time
from desktop.text import marked as N_
from desktop.text import ui_plural as _n
from desktop.text import ui_text as _
from desktop.ui.desk.elections.election_words import and_list
from desktop.ui.desk.stream.speakers import Directory

#: stands before everything that does not add up, so that colour is not the only sign
SIGN = "⚠"

#: what does not add up, and what can be done about it; where two are given, the first is for »accepted« 0
_WORDS: dict[Code, tuple[str | tuple[str, str], str]] = {
    Code.ROWS_TOTALS: (
        N_("{column}: {announced} announced, {counted} in the rows of the factions"),
        N_("correct the rows or the total"),
    ),
    Code.BALLOTS_TOTALS: (
        N_("{column}: {announced} announced, {counted} by name"),
        N_("correct the names or the total"),
    ),
    Code.SUM_PRESENT: (N_("Sum {sum}, present {present}"), N_("correct the numbers of the vote")),
    Code.SUM_ATTENDANCE: (
        N_("Sum {sum}, present by the attendance list {present}"),
        N_("correct the numbers or the attendance list"),
    ),
    Code.PRESENT_ATTENDANCE: (
        N_("Present at the vote {noted}, by the attendance list {present}"),
        N_("correct the vote or the attendance list"),
    ),
    Code.QUORUM_MISSED: (
        N_("Entitled voters present {present}, needed for a quorum {needed}"),
        N_("check the attendance list and the statutory number"),
    ),
    Code.MORE_THAN_SEATS: (N_("Sum {sum}, seats {seats}"), N_("correct the numbers or the statutory number")),
    Code.OUTCOME_COMPUTED: (
        (
            N_("Announced as rejected, by the numbers accepted (Yes {yes}, No {no})"),
            N_("Announced as accepted, by the numbers rejected (Yes {yes}, No {no})"),
        ),
        N_("check the numbers and the majority needed; what was announced is printed"),
    ),
    Code.VERDICT_UNANIMOUS: (
        N_("Unanimous by the wording, but Yes {yes}, No {no}, abstentions {abstentions}"),
        N_("correct the wording or the numbers"),
    ),
    Code.VERDICT_MAJORITY: (
        N_("By majority according to the wording, but nobody voted otherwise"),
        N_("correct the wording or the numbers"),
    ),
    Code.VERDICT_OUTCOME: (
        (
            N_("Rejected by the wording, but the outcome is accepted"),
            N_("Accepted by the wording, but the outcome is rejected"),
        ),
        N_("correct the wording or the outcome"),
    ),
    Code.NO_RESULT: (N_("Vote without a result"), N_("open it with Enter and count")),
    Code.VERDICT_TIE: (
        N_("A tie by the wording, but Yes {yes}, No {no}"),
        N_("correct the wording or the numbers"),
    ),
    Code.EDITED: (
        N_("The numbers were changed after the wording"),
        N_("read the wording again, or delete it and it is made anew"),
    ),
    Code.ABSTENTION_FORBIDDEN: (
        N_("Abstentions, which the law of the Land does not allow"),
        N_("check the numbers"),
    ),
    Code.SECRET_FORBIDDEN: (
        N_("Secret vote, which the law of the Land allows for elections only"),
        N_("check how the vote was taken"),
    ),
    Code.VOTER_ABSENT: (
        N_("{person} voted, but is not present by the attendance list"),
        N_("correct the vote or the attendance list"),
    ),
    Code.VOTER_WITHOUT_VOTE: (
        N_("{person} voted, but has no right to vote"),
        N_("correct the vote or the attendance list"),
    ),
    Code.FACTION_OVER: (
        N_("{organization}: counted {sum}, entitled {present}"),
        N_("correct the row or the attendance list"),
    ),
    Code.RECUSED_VOTED: (N_("{person} voted, but is recused"), N_("correct the vote or the recusal")),
    Code.RECUSED_SPOKE: (N_("{person} speaks, but is recused"), N_("correct the speech or the recusal")),
    Code.DEPUTY_AND_MEMBER: (
        N_("{person} voted in place of {member}, who voted too"),
        N_("correct one of the two votes"),
    ),
    Code.TOTALS_DIFFER: (
        N_("Sum {sum}, in the other votes of this item {usual}"),
        N_("check the numbers, or note who came or left"),
    ),
    Code.AMENDMENT_AFTER_MAIN: (
        N_("Vote on an amendment after the main motion"),
        N_("check the order of the votes"),
    ),
    Code.AMENDMENT_BEFORE_MAIN: (
        N_("Vote on an amendment before the main motion, which comes first in this house"),
        N_("check the order of the votes"),
    ),
    Code.MOTION_OUTCOME: (
        (
            N_("Noted as accepted, rejected by the vote"),
            N_("Noted as rejected, accepted by the vote"),
        ),
        N_("correct the outcome of the motion or the vote"),
    ),
    Code.RESULT_OUTCOME: (
        (
            N_("The result of the item says decided, the vote was lost"),
            N_("The result of the item says rejected, the vote was won"),
        ),
        N_("correct the result of the item (F5) or the vote"),
    ),
    Code.ELECTION_SUM: (N_("Round {round}: sum {sum}, ballots cast {cast}"), N_("check the numbers")),
    Code.ELECTION_ATTENDANCE: (
        N_("Round {round}: ballots cast {cast}, entitled {present}"),
        N_("check the numbers or the attendance list"),
    ),
    Code.NOBODY_ELECTED: (
        N_("Election without a result: nobody is elected"),
        N_("open it with Enter and go on, or draw the lot"),
    ),
    Code.NO_QUORUM_STATED: (N_("No quorum is stated"), N_("F8 states it")),
    Code.TIME_BEFORE: (N_("{time} is before the opening at {bound}"), N_("correct the time or the beginning")),
    Code.TIME_AFTER: (N_("{time} is after the end of the meeting at {bound}"), N_("correct the time or the end")),
    Code.TIME_REVERSED: (N_("Ends at {bound}, but begins at {time}"), N_("correct one of the two times")),
    Code.PRESENCE_BEFORE: (
        N_("{person}: {time} is before the opening at {bound}"),
        N_("correct the attendance list or the beginning"),
    ),
    Code.PRESENCE_AFTER: (
        N_("{person}: {time} is after the end of the meeting at {bound}"),
        N_("correct the attendance list or the end"),
    ),
    Code.PRESENCE_REVERSED: (
        N_("{person} left at {bound}, but came at {time}"),
        N_("correct the attendance list"),
    ),
}

#: a message names no more votes than can be read; the checklist has them all
_MOST_LINES = 5

_COLUMNS = {
    Column.YES: N_("Yes"),
    Column.NO: N_("No"),
    Column.ABSTENTIONS: N_("Abstentions"),
    Column.NOT_VOTING: N_("took no part"),
}


def short(finding: Finding, directory: Directory) -> str:
    """What does not add up: Summe 44, anwesend 45."""
    told = _WORDS[finding.code][0]
    template = told if isinstance(told, str) else told[int(finding.params["accepted"])]
    values = {name: _value(name, value, directory) for name, value in finding.params.items()}
    return _(template, **{**values, **_times(finding)})


def _times(finding: Finding) -> dict[str, str]:
    """The times of a finding by the clock; of two days with the day."""
    moments = {name: parse_moment(str(value)) for name, value in finding.params.items() if name in ("time", "bound")}
    days = {moment.date() for moment in moments.values() if moment}
    return {name: _moment(moment, dated=len(days) > 1) for name, moment in moments.items() if moment}


def _moment(moment: datetime, *, dated: bool) -> str:
    clock = _("{time} o'clock", time=format_time(moment, "HH:mm"))
    return _("{day}, {time}", day=format_date(moment, "dd.MM.yyyy"), time=clock) if dated else clock


def mark(finding: Finding, directory: Directory) -> str:
    """What does not add up, with the sign, as it stands at the entry itself: ⚠ Summe 44, anwesend 45."""
    return f"{SIGN} {short(finding, directory)}"


def sentence(finding: Finding, directory: Directory) -> str:
    """What does not add up, and the way out."""
    return f"{short(finding, directory)} – {_(_WORDS[finding.code][1])}."


def _value(name: str, value: int | str, directory: Directory) -> int | str:
    if name == "column":
        return _(_COLUMNS[Column(str(value))])
    if isinstance(value, str):
        return directory.name_of(value) or _("Somebody")
    return value


def late_message(findings: Iterable[Finding], agenda: Iterable[AgendaItem], directory: Directory) -> str:
    """The message on the votes that a correction of presence contradicts, each named once; empty for none."""
    first: dict[str, Finding] = {}
    for finding in findings:
        first.setdefault(finding.entry, finding)
    if not first:
        return ""
    same: dict[tuple[str, str], list[str]] = {}
    for one in first.values():
        same.setdefault((one.item, _late_words(one, directory)), []).append(one.entry)
    items = {item.key: item for item in agenda}
    lines = [_late_line(items.get(item), words, entries) for (item, words), entries in same.items()]
    told = _n(
        "The attendance list now contradicts a vote, which stays as it is.",
        "The attendance list now contradicts {number} votes, which stay as they are.",
        len(first),
    )
    more = sum(len(entries) for entries in list(same.values())[_MOST_LINES:])
    shown = "; ".join(lines[:_MOST_LINES])
    return f"{told} {shown}" + (_(" … and {number} more in the checklist.", number=more) if more > 0 else ".")


def _late_line(item: AgendaItem | None, words: str, entries: Sequence[str]) -> str:
    """Ö 3 (18:06 und 18:07 Uhr): Frau Muster hat mitgestimmt, obwohl befangen; the times only of several votes."""
    if item is None:
        return words
    place = numbering.display(item.number, item.public)
    stored = [getattr(entry, "at", None) for entry in item.proceedings if entry.key in entries]
    moments = [moment for at in stored if at and (moment := parse_moment(at)) is not None]
    times = list(dict.fromkeys(format_time(moment, "HH:mm") for moment in moments))
    if len(times) > 1:
        place = _("{item} ({times})", item=place, times=and_list(times))
    return f"{place}: {words}" if place else words


def _late_words(finding: Finding, directory: Directory) -> str:
    """15 Stimmen gezählt, anwesend laut Anwesenheitsliste 14."""
    counted, present = finding.params.get("sum"), finding.params.get("present")
    if finding.code in (Code.SUM_ATTENDANCE, Code.PRESENT_ATTENDANCE) and isinstance(counted, int):
        return _n(
            "{number} vote counted, present by the attendance list {present}",
            "{number} votes counted, present by the attendance list {present}",
            counted,
            present=present,
        )
    return short(finding, directory)
