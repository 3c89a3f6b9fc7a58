"""What stands above the title: the arms of the house and the line of the office, perhaps in two languages."""

from collections.abc import Iterable

from desktop.export.compose.context import Context
from desktop.export.document import Block, Figure, Paragraph, ParagraphRole, Run

_POINTS_PER_MM = 72 / 25.4


def letterhead(ctx: Context) -> Iterable[Block]:
    """The logo and the lines of the office, each only where the house has one."""
    head = ctx.profile.letterhead
    if ctx.house.logo is not None:
        yield Figure(ctx.house.logo, head.logo_alt, round(head.logo_height * _POINTS_PER_MM, 1))
    lines = [Run(text, language=language) for text, language in _lines(ctx) if text]
    broken = (run for line in lines for run in (Run("\n"), line))
    if lines:
        yield Paragraph(tuple(broken)[1:], ParagraphRole.OFFICE)


def _lines(ctx: Context) -> tuple[tuple[str, str], ...]:
    """The lines of the office, each with its language where that is not the one of the document."""
    head = ctx.profile.letterhead
    return (office_line(ctx), ""), (head.second_line, head.second_language)


def office_line(ctx: Context) -> str:
    """The line of the office above the title."""
    return ctx.profile.minutes.office.format(body=ctx.body.name if ctx.body else "").strip()
