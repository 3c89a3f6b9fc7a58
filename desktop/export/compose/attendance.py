"""The attendance list: who was there, in groups, and who was missing. Why somebody was missing is nowhere."""

from collections.abc import Iterable

from desktop.export.compose.context import Context, runs
from desktop.export.document import Block, Heading, ListBlock, ListItem, Paragraph, Scope, Table, TableRole, cell
from desktop.export.names import full_name, office, represented
from desktop.models.profiles import AttendanceOrder, Label, PresenceIn
from desktop.models.rules.timeline import ChangeKind
from desktop.models.values import Attendance, AttendanceGroup, AttendanceStatus, Interval
from desktop.text import document_text as _

_GROUPS = {
    AttendanceGroup.CHAIR: Label.GROUP_CHAIR,
    AttendanceGroup.MEMBER: Label.GROUP_MEMBER,
    AttendanceGroup.DEPUTY: Label.GROUP_DEPUTY,
    AttendanceGroup.ADVISORY: Label.GROUP_ADVISORY,
    AttendanceGroup.ADMINISTRATION: Label.GROUP_ADMINISTRATION,
    AttendanceGroup.MINUTES: Label.GROUP_MINUTES,
    AttendanceGroup.GUEST: Label.GROUP_GUEST,
    AttendanceGroup.PRESS: Label.GROUP_PRESS,
    None: Label.GROUP_OTHER,
}
_ABSENCES = (
    (AttendanceStatus.EXCUSED, Label.EXCUSED),
    (AttendanceStatus.UNEXCUSED, Label.UNEXCUSED),
    (AttendanceStatus.ABSENT, Label.ABSENT),
)
#: name, faction, remark
_Line = tuple[str, str, str]


def attendance_blocks(ctx: Context, level: int) -> list[Block]:
    """The whole list below one heading of a level; nothing where nobody is listed."""
    lists = [(title, [_line(ctx, one) for one in people]) for title, people in grouped(ctx)]
    widths = _widths([line for _title, lines in lists for line in lines])
    blocks: list[Block] = []
    for title, lines in lists:
        blocks += [Heading(level + 1, runs(title)), _listed(lines, title, widths)]
    return [Heading(level, runs(ctx.label(Label.ATTENDANCE))), *blocks] if blocks else []


def grouped(ctx: Context) -> list[tuple[str, list[Attendance]]]:
    """Who was there in groups, then who was missing, each under its title and in the order of the house."""
    known = [one for one in ctx.meeting.attendance if one.person in ctx.persons]
    present = [one for one in known if one.status is AttendanceStatus.PRESENT]
    groups = [(_GROUPS[group], [one for one in present if one.group is group]) for group in _group_order(ctx)]
    groups += [(label, [one for one in known if one.status is status]) for status, label in _ABSENCES]
    return [(ctx.label(label), _ordered(ctx, people)) for label, people in groups if people]


def _group_order(ctx: Context) -> Iterable[AttendanceGroup | None]:
    order: list[AttendanceGroup | None] = list(ctx.profile.minutes.groups)
    return dict.fromkeys([*order, *AttendanceGroup, None])


def _line(ctx: Context, one: Attendance) -> _Line:
    name = listed_name(ctx, one.person, one.function)
    timed = ctx.profile.minutes.presence is not PresenceIn.TEXT
    return name, ctx.faction(ctx.faction_of(one.person)), remark(ctx, one, timed=timed)


def _widths(lines: list[_Line]) -> list[float]:
    """One width a column for all groups, by the longest texts; a name without a faction may run on over its column."""
    faction = _room((len(line[1]) for line in lines), least=10, most=24)
    names = (len(line[0]) - (0 if line[1] else faction) for line in lines if line[1] or line[2])
    remarks = (len(line[2]) for line in lines)
    return [_room(names, least=20, most=40), faction, _room(remarks, least=20, most=44)]


def _room(lengths: Iterable[float], least: float, most: float) -> float:
    return min(most, max([least, *lengths]))


def _listed(lines: list[_Line], title: str, widths: list[float]) -> Block:
    """A line a person; columns in which nothing stands are left out, their room goes to the one before.

    A single column is no table but a list, and one line not even that.
    """
    if not any(faction or said for _name, faction, said in lines):
        names = [runs(name) for name, _faction, _said in lines]
        return ListBlock(tuple(map(ListItem, names))) if len(names) > 1 else Paragraph(names[0])
    used = [column == 0 or any(line[column] for line in lines) for column in range(len(widths))]
    shares: list[float] = []
    for width, is_used in zip(widths, used, strict=True):
        shares = [*shares, width] if is_used else [*shares[:-1], shares[-1] + width]
    scopes = (Scope.ROW, Scope.NONE, Scope.NONE)
    rows = tuple(
        tuple(cell(text, scope) for text, is_used, scope in zip(line, used, scopes, strict=True) if is_used)
        for line in lines
    )
    return Table(rows, _("Attendance: {group}", group=title), tuple(shares), TableRole.LIST)


def _ordered(ctx: Context, people: list[Attendance]) -> list[Attendance]:
    order = ctx.profile.minutes.attendance_order
    if order is AttendanceOrder.GIVEN:
        return people
    if order is AttendanceOrder.NAME:
        return sorted(people, key=lambda one: _sort_name(ctx, one))
    return sorted(people, key=lambda one: (*_faction_rank(ctx, one), _sort_name(ctx, one)))


def _sort_name(ctx: Context, one: Attendance) -> str:
    person = ctx.persons[one.person]
    return f"{person.family_name or ''} {person.given_name or ''}".casefold()


def _faction_rank(ctx: Context, one: Attendance) -> tuple[bool, int, str]:
    """Factions by their order, those without an order by name, people without a faction last."""
    faction = ctx.organizations.get(ctx.faction_of(one.person) or "")
    if faction is None:
        return (True, 0, "")
    return (False, len(ctx.organizations) if faction.order is None else faction.order, faction.name)


def listed_name(ctx: Context, person_key: str, function: str | None = None) -> str:
    """A person in a list: the full name with the office behind it, that of the day before the usual one."""
    person = ctx.persons[person_key]
    held = office(function or person.function or "", ctx.profile.names.articles)
    name = full_name(person)
    return f"{name}, {held}" if held and held not in name else name


def remark(ctx: Context, one: Attendance, *, timed: bool) -> str:
    """For whom a deputy sat there and, where ``timed``, from when until when."""
    remarks = []
    absent = ctx.persons.get(one.deputy_for or "")
    if absent:
        remarks.append(_("deputising for {name}", name=represented(absent)))
    if timed:
        remarks += [told for interval in one.intervals if (told := _interval(ctx, one.person, interval))]
    return ", ".join(remarks)


def _interval(ctx: Context, person: str, interval: Interval) -> str:
    """From when until when, by clock where known, with the items in brackets; the ends of the meeting go unsaid."""
    came = (ChangeKind.ARRIVAL, person, interval.from_, interval.from_item) in ctx.changes
    left = (ChangeKind.DEPARTURE, person, interval.until, interval.until_item) in ctx.changes
    begin = ctx.edge(interval.from_, interval.from_item) if came else ""
    end = ctx.edge(interval.until, interval.until_item) if left else ""
    if begin and end:
        times = ctx.time(interval.from_), ctx.time(interval.until)
        item = ctx.item_at(interval.from_, interval.from_item)
        if all(times) and item == ctx.item_at(interval.until, interval.until_item):
            span = _("{begin}–{end} o'clock", begin=times[0], end=times[1])
            return f"{span} ({item})" if item else span
        return _("from {begin} until {end}", begin=begin, end=end)
    if begin:
        return _("from {begin}", begin=begin)
    return _("until {end}", end=end) if end else ""
