"""The end of the Niederschrift: signatures, approval, list of Anlagen, Berichtigungsvermerke."""

from collections.abc import Iterable

from desktop.export.compose.agenda import title
from desktop.export.compose.context import Context, labelled, paragraph, runs
from desktop.export.compose.files import Listed, files_table, numbered
from desktop.export.compose.minutes_head import chairs_with_items, item_span
from desktop.export.compose.prose import lead, prose
from desktop.export.document import Block, Cell, Heading, Rule, Table, TableRole, cell
from desktop.export.names import full_name
from desktop.models.profiles import Label, Signer
from desktop.models.values import ApprovalMode, AttendanceGroup, Signature
from desktop.text import document_text as _
from desktop.text import marked as N_

_MODES = {
    ApprovalMode.APPROVED: N_("The minutes were approved."),
    ApprovalMode.NO_OBJECTIONS: N_("No objections were raised against the minutes."),
    ApprovalMode.NOTED: N_("The minutes were noted."),
}
_SIGNATURES_IN_A_ROW = 2


def signature_blocks(ctx: Context) -> list[Block]:
    """The lines to sign on: those of the meeting, else those of the house; two in a row."""
    cells = [_signature(ctx, one) for one in ctx.meeting.signatures] or list(_house_signatures(ctx))
    if not cells:
        return []
    blocks: list[Block] = [Rule()]
    if ctx.meeting.minutes_date:
        date = f"{ctx.label(Label.MINUTES_DATE)} {ctx.day(ctx.meeting.minutes_date)}"
        blocks.append(paragraph(date, keep=True))
    columns = min(len(cells), _SIGNATURES_IN_A_ROW)
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


def _house_signatures(ctx: Context) -> Iterable[Cell]:
    """The lines of the house; where the chair changed, each signs for the items in which they had it (§ 52 GO NRW)."""
    for line in ctx.profile.minutes.signatures:
        signers = _signers(ctx, line.signer) or {"": ""}
        for person, items in signers.items():
            name = full_name(ctx.persons[person]) if person else ""
            yield _lines((line.role, name, f"({items})" if items else ""))


def _signers(ctx: Context, signer: Signer) -> dict[str, str]:
    """The keys of those who sign on a line of the house, with their items: all chairs, the first minute-taker."""
    if signer is Signer.NOBODY:
        return {}
    if signer is Signer.CHAIR and (chairs := chairs_with_items(ctx)):
        return chairs
    takers = ctx.meeting.minute_takers if signer is Signer.MINUTES else ()
    keys = takers or _group(ctx, AttendanceGroup.MINUTES if signer is Signer.MINUTES else AttendanceGroup.CHAIR)
    return dict.fromkeys([key for key in keys if key in ctx.persons][:1], "")


def _group(ctx: Context, group: AttendanceGroup) -> list[str]:
    return [one.person for one in ctx.meeting.attendance if one.group is group]


def _lines(lines: Iterable[str]) -> Cell:
    return Cell(tuple(runs(line) for line in lines if line))


def addenda(ctx: Context, level: int) -> list[Block]:
    """Approval, list of Anlagen and Berichtigungsvermerke, each only where there is one."""
    return [*_approval(ctx), *_files(ctx, level), *_corrections(ctx, level)]


def _approval(ctx: Context) -> Iterable[Block]:
    approval = ctx.meeting.approval
    if approval is None:
        return
    text = approval.text or (_(_MODES[approval.mode]) if approval.mode in _MODES else "")
    # The meeting that approved is named or referred to by an id; only a name, with a space in it, can be printed.
    meeting = approval.meeting if approval.meeting and " " in approval.meeting else ""
    when = ", ".join(part for part in (ctx.day(approval.date), meeting) if part)
    if text or when:
        yield labelled(ctx.label(Label.APPROVAL), f"{text} ({when})" if text and when else text or when)


def _files(ctx: Context, level: int) -> Iterable[Block]:
    """All Anlagen of the meeting and of its items, with the item they belong to."""
    listed: list[Listed] = numbered(ctx.meeting.files)
    for item in ctx.meeting.agenda:
        listed += numbered(item.files, ctx.number(item) or title(ctx, item))
    if listed:
        yield Heading(level, runs(ctx.label(Label.FILES)))
        yield files_table(ctx, listed, ctx.summary(Label.FILES))


def _corrections(ctx: Context, level: int) -> Iterable[Block]:
    if ctx.meeting.corrections:
        yield Heading(level, runs(ctx.label(Label.CORRECTIONS)))
    for correction in ctx.meeting.corrections:
        number, day = ctx.item_number(correction.item), ctx.day(correction.date)
        about = _("on item {number}", number=number) if number else ""
        start = ", ".join(part for part in (about, day) if part)
        text = prose(correction.text, level + 1)
        yield from lead(text, runs(f"{start}:", bold=True)) if start else text
