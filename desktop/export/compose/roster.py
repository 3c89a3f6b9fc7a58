"""The Anwesenheitsliste: before the meeting one to sign on, afterwards who was there, from when until when."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from desktop.clock import parse_moment
from desktop.export.compose.attendance import grouped, listed_name, remark
from desktop.export.compose.context import Context, paragraph, runs
from desktop.export.compose.fields import field_list
from desktop.export.compose.minutes_head import facts, part_line, title_lines
from desktop.export.document import Align, Block, Cell, Heading, ParagraphRole, Scope, Table, TableRole, cell
from desktop.models.profiles import Label
from desktop.models.rules.presence import HeadCount, Moment, at_end, head_counts, seats, treated_items
from desktop.models.values import Attendance, AttendanceStatus, MeetingState, OrganizationType, Reader
from desktop.text import document_text as _

_LEVEL = 2
_FACTS = (
    Label.ORGANIZATION,
    Label.ORGANIZATIONS,
    Label.SCHEDULED,
    Label.LOCATION,
    Label.STATUTORY_MEMBERS,
    Label.CHAIR,
    Label.MINUTE_TAKERS,
)
#: what is known once the meeting has begun
_TIMES = (Label.BEGIN, Label.END)


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of names or what is said of them; one that is ``kept`` is there also where nothing stands in it."""

    label: Label
    width: float
    value: Callable[[Context, Attendance], str]
    kept: bool = False


_NAME = _Column(Label.LISTED_NAME, 4.4, lambda ctx, one: listed_name(ctx, one.person, one.function), kept=True)
_FACTION = _Column(Label.LISTED_FACTION, 1.8, lambda ctx, one: ctx.faction(ctx.faction_of(one.person)))
_REMARK = _Column(Label.LISTED_REMARK, 3.8, lambda ctx, one: remark(ctx, one, timed=True))
_SIGNATURE = _Column(Label.LISTED_SIGNATURE, 3.8, lambda ctx, one: "", kept=True)


def roster_blocks(ctx: Context) -> list[Block]:
    """The whole list."""
    title = ctx.label(Label.ATTENDANCE_LIST)
    signing = ctx.meeting.state is MeetingState.PREPARATION
    blocks = [*title_lines(ctx, title, ctx.meeting.name, "" if signing else part_line(ctx))]
    blocks += field_list(facts(ctx, *_FACTS, *(() if signing else _TIMES)), _("The meeting"))
    groups = grouped(ctx)
    if not groups:
        blocks.append(paragraph(_("Nobody is recorded as present yet."), ParagraphRole.PLACEHOLDER))
    for name, people in groups:
        to_sign = signing and people[0].status is AttendanceStatus.PRESENT
        blocks += [Heading(_LEVEL, runs(name)), _people(ctx, name, people, to_sign=to_sign)]
    return blocks if signing else [*blocks, *_factions(ctx)]


def _people(ctx: Context, name: str, people: Sequence[Attendance], *, to_sign: bool) -> Table:
    """A group as a table; the room of a column in which nothing stands goes to the one before."""
    columns: list[tuple[_Column, float]] = []
    for column in (_NAME, _FACTION, _SIGNATURE if to_sign else _REMARK):
        if column.kept or any(column.value(ctx, one) for one in people):
            columns.append((column, column.width))
        else:
            before, width = columns[-1]
            columns[-1] = (before, width + column.width)
    head = tuple(cell(ctx.label(column.label), Scope.COLUMN) for column, _width in columns)
    rows = (
        tuple(cell(column.value(ctx, one), Scope.ROW if column is _NAME else Scope.NONE) for column, _width in columns)
        for one in people
    )
    role = TableRole.SIGN_IN if to_sign else TableRole.GRID
    widths = tuple(width for _column, width in columns)
    return Table((head, *rows), _("Attendance: {group}", group=name), widths, role, header_rows=1)


def _factions(ctx: Context) -> Iterable[Block]:
    """How many of each faction were there when the meeting began and, once it is over, when it ended.

    Only the complete edition knows who was there at the end, and that of the part that is not public not even who was
    there at first.
    """
    if ctx.edition.reader is Reader.NONPUBLIC:
        return
    start = next((item.key for item in treated_items(ctx.meeting)), None)
    moments = [Moment(parse_moment(ctx.meeting.start), start)]
    labels = [Label.MEMBERS_COLUMN, Label.PRESENT_AT_START]
    if ctx.meeting.end and ctx.edition.reader is Reader.COMPLETE:
        moments.append(at_end(ctx.meeting))
        labels.append(Label.PRESENT_AT_END)
    factions = [one for one in ctx.organizations.values() if one.organization_type is OrganizationType.FRAKTION]
    known = [*factions, *ctx.committees]
    counts = [head_counts(seats(ctx.meeting, ctx.persons, known, moment), factions) for moment in moments]
    if not counts[0]:
        return
    later = [{_party(ctx, one): one.entitled for one in count} for count in counts]
    names = [_party(ctx, one) for one in counts[0]]
    numbers = [
        [one.members, *(count.get(name, 0) for count in later)] for one, name in zip(counts[0], names, strict=True)
    ]
    head = [cell(ctx.label(Label.VOTE_FACTION), Scope.COLUMN)]
    head += [cell(ctx.label(label), Scope.COLUMN, align=Align.CENTER) for label in labels]
    rows = [_counted(name, line) for name, line in zip(names, numbers, strict=True)]
    rows.append(_counted(_("Together"), [sum(column) for column in zip(*numbers, strict=True)]))
    summary = _("Members present by faction")
    yield Heading(_LEVEL, runs(summary))
    widths = (4.0, *(2.0 for _label in labels))
    yield Table((tuple(head), *rows), summary, widths, TableRole.GRID, header_rows=1)


def _party(ctx: Context, count: HeadCount) -> str:
    return ctx.party(count.organization or count.person or "")


def _counted(name: str, numbers: Iterable[int]) -> tuple[Cell, ...]:
    return (cell(name, Scope.ROW), *(cell(str(number), align=Align.CENTER) for number in numbers))
