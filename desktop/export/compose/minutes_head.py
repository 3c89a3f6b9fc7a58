"""The head of the Niederschrift: office, title, and the facts of the meeting."""

from collections.abc import Iterable

from desktop.clock import parse_date
from desktop.export.compose.attendance import listed_name
from desktop.export.compose.context import Context, paragraph, runs
from desktop.export.compose.fields import Field, field_list
from desktop.export.compose.letterhead import letterhead
from desktop.export.document import Block, Heading, ParagraphRole
from desktop.models.profiles import Label, Record
from desktop.models.values import (
    AttendanceGroup,
    AttendanceStatus,
    Chair,
    MeetingForm,
    MeetingState,
    Reader,
)
from desktop.text import document_text as _
from desktop.text import marked as N_

_FORMS = {
    MeetingForm.PRESENCE: N_("in presence"),
    MeetingForm.HYBRID: N_("hybrid meeting"),
    MeetingForm.VIDEO: N_("video conference"),
    MeetingForm.AUDIO: N_("telephone conference"),
}
_RECORDS = {
    Record.ERGEBNIS: Label.RECORD_ERGEBNIS,
    Record.VERLAUF: Label.RECORD_VERLAUF,
    Record.WORT: Label.RECORD_WORT,
}


def heading(ctx: Context) -> Iterable[Block]:
    """Letterhead, title, which record it is, name of the meeting and notice of a draft."""
    lines = (ctx.label(_RECORDS[ctx.record]), ctx.meeting.name, part_line(ctx), draft_notice(ctx))
    yield from title_lines(ctx, ctx.label(Label.MINUTES), *lines)


def head(ctx: Context) -> Iterable[Block]:
    """The facts of the meeting."""
    yield from field_list(facts(ctx), _("The meeting"))


def title_lines(ctx: Context, title: str, *lines: str) -> Iterable[Block]:
    """How every document on paper begins: letterhead, title, the lines below it as far as there are any."""
    yield from letterhead(ctx)
    yield Heading(1, runs(title))
    for line in lines:
        if line:
            yield paragraph(line, ParagraphRole.SUBTITLE)


def part_line(ctx: Context) -> str:
    """Which part of a divided meeting the reader has in hand."""
    if ctx.edition.reader is Reader.NONPUBLIC:
        return ctx.label(Label.NONPUBLIC_PART)
    return ctx.label(Label.PUBLIC_PART) if any(map(ctx.is_withheld, ctx.meeting.agenda)) else ""


def draft_notice(ctx: Context) -> str:
    """The notice on everything that leaves the office before the Niederschrift is released."""
    return ctx.label(Label.DRAFT) if ctx.is_draft else ""


def facts(ctx: Context, *wanted: Label) -> Iterable[Field]:
    """The facts of the meeting; where some are wanted, only these."""
    meeting = ctx.meeting
    committees = ctx.committees
    statutory = "\n".join(_statutory(ctx))
    form = _(_FORMS[meeting.form]) if meeting.form else ""
    known = (
        (Label.MEETING_NUMBER, meeting.number),
        (Label.TERM, meeting.legislative_term),
        (_several(committees, Label.ORGANIZATION, Label.ORGANIZATIONS), ", ".join(one.name for one in committees)),
        (Label.KIND_OF_MEETING, ctx.meeting_publicity()),
        (Label.OCCASION, meeting.occasion),
        (Label.FORM, form),
        (Label.SCHEDULED, _scheduled(ctx)),
        (Label.BEGIN, _moment(ctx, meeting.start, meeting.scheduled_start or meeting.start)),
        (Label.END, _moment(ctx, meeting.end, meeting.start)),
        (Label.LOCATION, ", ".join(part for part in (meeting.room, meeting.place) if part)),
        (Label.CONVENED_ON, ctx.day(meeting.convened_on)),
        (Label.STATUTORY_MEMBERS, statutory),
        (Label.CHAIR, "\n".join(chair_lines(ctx))),
        (Label.MINUTE_TAKERS, "\n".join(_minute_takers(ctx))),
    )
    return ((ctx.label(label), value or "") for label, value in known if not wanted or label in wanted)


def _several(things: tuple[object, ...], one: Label, many: Label) -> Label:
    return many if len(things) > 1 else one


def _scheduled(ctx: Context) -> str:
    """The day for which the meeting was called, with the time where that is known."""
    planned = ctx.meeting.scheduled_start or ctx.meeting.start
    time = ctx.clock(planned if ctx.meeting.state is MeetingState.PREPARATION else ctx.meeting.scheduled_start)
    day = ctx.meeting_day(planned)
    return f"{day}, {time}" if time else day


def _moment(ctx: Context, moment: str | None, day_known: str) -> str:
    """A time of day; with the day where that is another one than the reader must think of."""
    time = ctx.clock(moment)
    if not moment or not time or parse_date(moment) == parse_date(day_known):
        return time
    return f"{ctx.meeting_day(moment)}, {time}"


def _statutory(ctx: Context) -> Iterable[str]:
    """The statutory number of members; in a joint meeting with the names of the bodies."""
    for one in ctx.committees:
        if one.voting_member_count is not None:
            number = str(one.voting_member_count)
            yield f"{one.name}: {number}" if len(ctx.committees) > 1 else number


def chair_lines(ctx: Context) -> Iterable[str]:
    """Who was in the chair; where it changed each person once, with the items: (bis TOP Ö 4, ab TOP Ö 6)."""
    chairs = chairs_with_items(ctx)
    for person, items in chairs.items():
        yield f"{listed_name(ctx, person)} ({items})" if items else listed_name(ctx, person)
    if not chairs:
        yield from _present(ctx, AttendanceGroup.CHAIR)


def chairs_with_items(ctx: Context) -> dict[str, str]:
    """The keys of those who were in the chair, with the items of each in words; without a change none are named."""
    chairs = [chair for chair in ctx.meeting.chairs if chair.person in ctx.persons]
    found: dict[str, list[str]] = {chair.person: [] for chair in chairs}
    for chair in chairs if len(chairs) > 1 else ():
        found[chair.person].append(_span(ctx, chair))
    return {person: ", ".join(filter(None, spans)) for person, spans in found.items()}


def _span(ctx: Context, chair: Chair) -> str:
    """The items of a chair; that the first begins and the last ends with the meeting goes unsaid."""
    chairs = ctx.meeting.chairs
    treated = [item.key for item in ctx.treated]
    from_start = chair is chairs[0] and chair.from_item in treated[:1]
    to_end = chair is chairs[-1] and chair.until_item in treated[-1:]
    return item_span(ctx, None if from_start else chair.from_item, None if to_end else chair.until_item)


def item_span(ctx: Context, first: str | None, last: str | None) -> str:
    """From which item until which: TOP Ö 1 – Ö 6."""
    begin, end = ctx.item_mention(first), ctx.item_mention(last)
    if begin and end:
        return begin if begin == end else f"{begin} – {ctx.item_number(last)}"
    if begin:
        return _("from {begin}", begin=begin)
    return _("until {end}", end=end) if end else ""


def _minute_takers(ctx: Context) -> Iterable[str]:
    if ctx.meeting.minute_takers:
        return (listed_name(ctx, key) for key in ctx.meeting.minute_takers if key in ctx.persons)
    return _present(ctx, AttendanceGroup.MINUTES)


def _present(ctx: Context, group: AttendanceGroup) -> Iterable[str]:
    for one in ctx.meeting.attendance:
        if one.group is group and one.status is AttendanceStatus.PRESENT and one.person in ctx.persons:
            yield listed_name(ctx, one.person, one.function)
