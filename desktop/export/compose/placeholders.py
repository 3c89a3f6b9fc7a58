"""What the placeholders of an office's own Word template stand for in one document."""

from datetime import datetime

from desktop.export.compose.context import Context
from desktop.export.compose.letterhead import office_line
from desktop.export.placeholders import Placeholder
from desktop.models.values import AgendaItem, Paper
from desktop.text import format_date


def placeholder_values(
    ctx: Context, key: str, created: datetime, item: AgendaItem | None, paper: Paper | None
) -> tuple[tuple[str, str], ...]:
    """Names and values; what is unknown is empty. ``key`` is what the footer calls the document.

    Title, status and page numbers are missing: the writer has them.
    """
    meeting = ctx.meeting
    papers = [paper] if paper else [ctx.papers[one] for one in item.papers if one in ctx.papers] if item else []
    values = {
        Placeholder.OFFICE: office_line(ctx),
        Placeholder.BODY: ", ".join(one.name for one in ctx.committees),
        Placeholder.MEETING: meeting.name,
        Placeholder.NUMBER: meeting.number,
        Placeholder.TERM: meeting.legislative_term,
        Placeholder.DAY: ctx.day(meeting.start),
        Placeholder.BEGIN: ctx.clock(meeting.start),
        Placeholder.END: ctx.clock(meeting.end),
        Placeholder.ROOM: meeting.room,
        Placeholder.PLACE: meeting.place,
        Placeholder.KEY: key,
        Placeholder.ITEM: f"{ctx.number(item)} {item.name}".strip() if item else "",
        Placeholder.PAPER: ", ".join(one.reference for one in papers if one.reference),
        Placeholder.PRINTED: format_date(created.date(), ctx.profile.formats.date),
    }
    return tuple((name.value, value or "") for name, value in values.items())
