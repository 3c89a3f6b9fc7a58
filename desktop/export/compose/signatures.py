"""The lines to sign on: those of the meeting, else those of the house, else those that the law of the Land wants."""

from collections.abc import Iterable, Sequence

from desktop.export.compose.context import Context, paragraph, runs
from desktop.export.compose.minutes_head import chairs_with_items, item_span
from desktop.export.document import Block, Cell, Rule, Table, TableRole, cell
from desktop.export.names import full_name
from desktop.models.profiles import Label, SignatureLine, Signer
from desktop.models.values import AgendaItem, AttendanceGroup, Chair, Signature
from desktop.text import document_text as _

_IN_A_ROW = 2


def signature_blocks(ctx: Context, items: Sequence[AgendaItem] | None = None) -> list[Block]:
    """The date of the Niederschrift and the lines, two in a row; ``items`` are those of a part that is signed alone."""
    given = [one for one in ctx.meeting.signatures if _is_of(ctx, one, items)]
    cells = [_signature(ctx, one) for one in given] or list(_unnamed(ctx, items))
    if not cells:
        return []
    blocks: list[Block] = [Rule()]
    if ctx.meeting.minutes_date:
        date = f"{ctx.label(Label.MINUTES_DATE)} {ctx.day(ctx.meeting.minutes_date)}"
        blocks.append(paragraph(date, keep=True))
    columns = min(len(cells), _IN_A_ROW)
    cells += [cell("")] * (-len(cells) % columns)
    rows = tuple(tuple(cells[place : place + columns]) for place in range(0, len(cells), columns))
    summary = ctx.summary(Label.SIGNATURES)
    return [*blocks, Table(rows, summary, (1.0,) * columns, TableRole.SIGNATURES)]


def _signature(ctx: Context, signature: Signature) -> Cell:
    person = ctx.persons.get(signature.person or "")
    span = item_span(ctx, signature.from_item, signature.until_item)
    lines = (
        signature.role,
        signature.name or (full_name(person) if person else ""),
        f"({span})" if span else "",
        ctx.day(signature.date),
        _("signature refused") if signature.refused else "",
    )
    return _lines(lines)


def _is_of(ctx: Context, stretch: Chair | Signature, items: Sequence[AgendaItem] | None) -> bool:
    """Whether somebody signs for one of the items, or for all because no item is named."""
    if items is None:
        return True
    places, last = ctx.treated_places, len(ctx.treated)
    begin = places.get(stretch.from_item or "", 0)
    end = places.get(stretch.until_item or "", last)
    return any(begin <= places.get(item.key, -1) <= end for item in items)


def _unnamed(ctx: Context, items: Sequence[AgendaItem] | None) -> Iterable[Cell]:
    """The lines of house or law; where the chair changed, each signs for the items in which they had it (§ 52 GO NRW).

    Who signs as a member is settled after the meeting: those lines have no name.
    """
    of_law = (_line_of(ctx, role) for role in ctx.law.minutes.signatures)
    for line in ctx.profile.minutes.signatures or of_law:
        signers = _signers(ctx, line, items) or {"": ""}
        for person, span in signers.items():
            name = full_name(ctx.persons[person]) if person else ""
            yield _lines((line.role, name, f"({span})" if span else ""))


def _line_of(ctx: Context, role: str) -> SignatureLine:
    """The line for a role of the law; the house knows by which words the law means whom."""
    style, word = ctx.profile.minutes, role.casefold()
    if word in style.chair_roles:
        return SignatureLine(role=role, signer=Signer.CHAIR)
    return SignatureLine(role=role, signer=Signer.MINUTES if word in style.minutes_roles else Signer.NOBODY)


def _signers(ctx: Context, line: SignatureLine, items: Sequence[AgendaItem] | None) -> dict[str, str]:
    """The keys of those who sign on a line, with their items: all chairs of the items, the first minute-taker."""
    if line.signer is Signer.NOBODY:
        return {}
    is_chair = line.signer is Signer.CHAIR
    of_items = {chair.person for chair in ctx.meeting.chairs if _is_of(ctx, chair, items)}
    chairs = {person: span for person, span in chairs_with_items(ctx).items() if person in of_items}
    if is_chair and chairs:
        return chairs
    takers = () if is_chair else ctx.meeting.minute_takers
    keys = takers or _group(ctx, AttendanceGroup.CHAIR if is_chair else AttendanceGroup.MINUTES)
    return dict.fromkeys([key for key in keys if key in ctx.persons][:1], "")


def _group(ctx: Context, group: AttendanceGroup) -> list[str]:
    return [one.person for one in ctx.meeting.attendance if one.group is group]


def _lines(lines: Iterable[str]) -> Cell:
    return Cell(tuple(runs(line) for line in lines if line))
