"""What stands above the title: the arms of the house and the line of the office, perhaps in two languages."""

from collections.abc import Iterable

from desktop.export.compose.context import Context, paragraph
from desktop.export.document import Block, Figure, Paragraph, ParagraphRole, Run

_POINTS_PER_MM = 72 / 25.4


def letterhead(ctx: Context) -> Iterable[Block]:
    """The logo and the lines of the office, each only where the house has one."""
    head = ctx.profile.letterhead
    if ctx.house.logo is not None:
        yield Figure(ctx.house.logo, head.logo_alt, round(head.logo_height * _POINTS_PER_MM, 1))
    office = office_line(ctx)
    if office:
        yield paragraph(office, ParagraphRole.OFFICE)
    if head.second_line:
        yield Paragraph((Run(head.second_line, language=head.second_language),), ParagraphRole.OFFICE)


def office_line(ctx: Context) -> str:
    """The line of the office above the title."""
    return ctx.profile.minutes.office.format(body=ctx.body.name if ctx.body else "").strip()
