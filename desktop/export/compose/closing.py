"""The end of the Niederschrift: approval, objections, list of Anlagen, Berichtigungsvermerke."""

from collections.abc import Iterable, Sequence

from desktop.export.compose.agenda import title
from desktop.export.compose.context import Context, labelled, runs
from desktop.export.compose.files import Listed, files_table, numbered
from desktop.export.compose.prose import lead, prose, tail
from desktop.export.document import Block, Heading, ParagraphRole
from desktop.export.names import full_name
from desktop.models.profiles import Label
from desktop.models.values import AgendaItem, Approval, ApprovalMode, Correction, Objection, ObjectionOutcome
from desktop.text import document_text as _
from desktop.text import marked as N_

_MODES = {
    ApprovalMode.APPROVED: N_("The minutes were approved."),
    ApprovalMode.NO_OBJECTIONS: N_("No objections were raised against the minutes."),
    ApprovalMode.NOTED: N_("The minutes were noted."),
}
_OUTCOMES = {
    ObjectionOutcome.OPEN: N_("The objection is not decided yet"),
    ObjectionOutcome.UPHELD: N_("The objection was upheld"),
    ObjectionOutcome.REJECTED: N_("The objection was rejected"),
    ObjectionOutcome.WITHDRAWN: N_("The objection was withdrawn"),
}


def approval(ctx: Context) -> Iterable[Block]:
    """How and when the Niederschrift was approved: as noted there, else in words."""
    given = ctx.meeting.approval
    if given is None:
        return
    text = given.text or _approved(ctx, given.mode)
    when = ", ".join(part for part in (ctx.day(given.date), _approving_meeting(given)) if part)
    if text or when:
        yield labelled(ctx.label(Label.APPROVAL), f"{text} ({when})" if text and when else text or when)


def _approved(ctx: Context, mode: ApprovalMode | None) -> str:
    """How it was approved, in the words of the law where that is what the law provides."""
    law = ctx.law.minutes
    if mode is law.approval and law.approval_words:
        return law.approval_words
    return _(_MODES[mode]) if mode in _MODES else ""


def _approving_meeting(given: Approval) -> str:
    """The meeting is named or referred to by an id; only a name, with a space in it, can be printed."""
    return given.meeting if given.meeting and " " in given.meeting else ""


def objections(ctx: Context, level: int) -> Iterable[Block]:
    """Who objected to the Niederschrift, when and to what, and what became of it."""
    if ctx.meeting.objections:
        yield Heading(level, runs(ctx.label(Label.OBJECTIONS)))
    for objection in ctx.meeting.objections:
        person = ctx.persons.get(objection.person or "")
        start = _about(ctx, full_name(person) if person else objection.by, objection.item, objection.received)
        text = prose(objection.text, level + 1)
        told = lead(text, runs(f"{start}:", bold=True)) if start else text
        yield from tail(told, outcome) if (outcome := _outcome(ctx, objection)) else told


def _outcome(ctx: Context, objection: Objection) -> str:
    day = f"({ctx.day(objection.decided)})" if objection.decided else ""
    words = " ".join(part for part in (_(_OUTCOMES[objection.outcome]) if objection.outcome else "", day) if part)
    return f"{words}." if objection.outcome else words


def files(ctx: Context, level: int) -> Iterable[Block]:
    """All Anlagen of the meeting and of its items, with the item they belong to."""
    listed: list[Listed] = []
    for item in ctx.meeting.agenda:
        listed += numbered(ctx, item.files, ctx.number(item) or title(ctx, item))
    listed += numbered(ctx, ctx.meeting.files)
    if listed:
        yield Heading(level, runs(ctx.label(Label.FILES)))
        yield files_table(ctx, listed, ctx.summary(Label.FILES))


def corrections(ctx: Context, level: int) -> Iterable[Block]:
    """The Berichtigungsvermerke with their numbers; the text that they correct stays as it was released."""
    yield from _corrections(ctx, ctx.corrections, level)


def corrections_of(ctx: Context, item: AgendaItem, level: int) -> Iterable[Block]:
    """Those of an item under their heading: an Auszug without them would vouch for the error."""
    yield from _corrections(ctx, [one for one in ctx.corrections if one[1].item == item.key], level)


def correction_notes(ctx: Context, item: AgendaItem, level: int) -> Iterable[Block]:
    """Those of an item without a heading."""
    yield from list(corrections_of(ctx, item, level))[1:]


def _corrections(ctx: Context, numbered: Sequence[tuple[int, Correction]], level: int) -> Iterable[Block]:
    if numbered:
        yield Heading(level, runs(ctx.label(Label.CORRECTIONS)))
    for number, correction in numbered:
        named = _filled(ctx, Label.CORRECTION, number)
        start = _about(ctx, named, correction.item, correction.date)
        yield from lead(prose(correction.text, level + 1, ParagraphRole.NOTE), runs(f"{start}:", bold=True))


def correction_marks(ctx: Context, item: AgendaItem) -> list[str]:
    """What points from an item to its corrections: siehe Berichtigungsvermerk 1."""
    return [
        _filled(ctx, Label.CORRECTION_MARK, number)
        for number, correction in ctx.corrections
        if correction.item == item.key
    ]


def _filled(ctx: Context, label: Label, number: int) -> str:
    """A label with the number in its place; a house may word it without one."""
    return ctx.label(label).replace("{number}", str(number))


def _about(ctx: Context, who: str | None, item: str | None, moment: str | None) -> str:
    """Frau Muster zu TOP Ö 3, 05.04.2026."""
    mention = ctx.item_mention(item)
    about = _("{who} on {item}", who=who, item=mention) if who and mention else who or mention
    return ", ".join(part for part in (about, ctx.day(moment)) if part)
