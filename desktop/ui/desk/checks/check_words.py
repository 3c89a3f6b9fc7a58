"""What the checks find, in words: first what does not add up, then the way out."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from desktop.clock import parse_moment
from desktop.models.rules import numbering
from desktop.models.rules.checks import Code, Finding
from desktop.models.rules.votes import Column
from desktop.models.values import AgendaItem
from desktop.text import format_time, window_date
from desktop.text import marked as N_
from desktop.text import ui_plural as _n
from desktop.text import ui_text as _
from desktop.ui.commands.shortcuts import keyed_text as _k
from desktop.ui.desk.checks.check_table import WORDS
from desktop.ui.desk.elections.election_words import and_list
from desktop.ui.desk.names.speakers import Directory

#: stands before everything that does not add up, so that colour is not the only sign
SIGN = "⚠"
#: the same of what is in order, but still to be done
REMINDER = "☐"

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
    told = WORDS[finding.code][0]
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
    return _("{day}, {time}", day=window_date(moment), time=clock) if dated else clock


def mark(finding: Finding, directory: Directory) -> str:
    """What does not add up, with the sign, as it stands at the entry itself: ⚠ Summe 44, anwesend 45."""
    return f"{SIGN} {short(finding, directory)}"


def sentence(finding: Finding, directory: Directory) -> str:
    """What does not add up, and the way out."""
    return f"{short(finding, directory)} – {_k(WORDS[finding.code][1])}."


def _value(name: str, value: int | str, directory: Directory) -> int | str:
    if name == "column":
        return _(_COLUMNS[Column(str(value))])
    if isinstance(value, str) and name != "text":
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
