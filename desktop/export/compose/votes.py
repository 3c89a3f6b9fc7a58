"""A vote as printed: subject, numbers at its head, factions, result, totals, names, statements."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from desktop.export.compose.context import Context, caption, labelled, paragraph
from desktop.export.compose.motions import motion_title
from desktop.export.compose.totals import joined, pair, shows_abstentions, totals, wording
from desktop.export.document import Align, Block, ParagraphRole, Scope, Table, TableRole, cell
from desktop.export.names import roll_name, sentence_start
from desktop.models.profiles import FactionLayout, Label
from desktop.models.rules.motions import is_before_election
from desktop.models.values import AgendaItem, Choice, FactionRow, Majority, Stance, Vote, VoteMethod
from desktop.text import document_text as _
from desktop.text import marked as N_

_METHODS = {
    VoteMethod.ROLL_CALL: N_("vote by name"),
    VoteMethod.SECRET: N_("secret vote"),
    VoteMethod.ELECTRONIC: N_("electronic vote"),
    VoteMethod.UNOPPOSED: N_("unopposed"),
}
_MAJORITIES = {
    Majority.ABSOLUTE_OF_MEMBERS: N_("majority of the statutory number of members"),
    Majority.TWO_THIRDS_OF_MEMBERS: N_("two thirds of the statutory number of members"),
    Majority.TWO_THIRDS_OF_PRESENT: N_("two thirds of the members present"),
    Majority.TWO_THIRDS_OF_VOTES: N_("two thirds of the votes"),
    Majority.THREE_QUARTERS_OF_MEMBERS: N_("three quarters of the statutory number of members"),
}
_ROLLS = (
    (Choice.YES, Label.ROLL_YES),
    (Choice.NO, Label.ROLL_NO),
    (Choice.ABSTENTION, Label.ROLL_ABSTENTION),
    (Choice.NOT_VOTING, Label.ROLL_NOT_VOTING),
    (Choice.UNKNOWN, Label.ROLL_UNKNOWN),
)
_COLUMNS: tuple[tuple[Label, str, tuple[Stance, ...]], ...] = (
    (Label.VOTE_YES_COLUMN, "yes", (Stance.YES,)),
    (Label.VOTE_NO_COLUMN, "no", (Stance.NO,)),
    (Label.VOTE_ABSTENTION_COLUMN, "abstentions", (Stance.ABSTENTION,)),
    (Label.VOTE_NOT_VOTING_COLUMN, "not_voting", (Stance.NOT_VOTING,)),
)


def subject(ctx: Context, vote: Vote) -> str:
    """What was voted on, with its part and, in a joint meeting, the body that voted."""
    named = " – ".join(part for part in (vote.subject, vote.part) if part)
    body = ctx.organizations.get(vote.organization or "")
    return ": ".join(part for part in (body.name if body else "", named) if part)


def is_inline(ctx: Context, vote: Vote, item: AgendaItem) -> bool:
    """Whether a vote stands in the course of its item: on motions or other items, before an election."""
    elsewhere = item.key not in vote.on and any(key in ctx.items for key in vote.on)
    return elsewhere or any(key in ctx.motions for key in vote.on) or is_before_election(vote, item)


def inline_vote(ctx: Context, vote: Vote) -> list[Block]:
    """A vote in the course; it always says what it is about."""
    titles = ", ".join(title for key in vote.on if (title := _voted_on(ctx, key)))
    if vote.subject or not titles:
        named = subject(ctx, vote) or _("Vote")
    else:
        named = _("Vote: {title}", title=subject(ctx, replace(vote, subject=titles)))
    return [caption(named), *vote_blocks(ctx, vote)]


def _voted_on(ctx: Context, key: str) -> str:
    """What a motion is called, the number of an item."""
    motion = ctx.motions.get(key)
    return motion_title(ctx, motion) if motion else ctx.item_number(key)


def headed_vote(ctx: Context, vote: Vote) -> list[Block]:
    """A vote under »Abstimmungsergebnis«, headed by its subject where it has one."""
    named = subject(ctx, vote)
    return [*([caption(named)] if named else []), *vote_blocks(ctx, vote)]


def vote_blocks(ctx: Context, vote: Vote) -> list[Block]:
    """The result of a vote without its subject; one that has none yet is open."""
    parts: tuple[Callable[[Context, Vote], Iterable[Block]], ...] = (
        _voided, _notes, _head, _factions, _options, _verdict, _totals, _roll_call, _recused, _statements,
    )  # fmt: skip
    blocks = [block for part in parts for block in part(ctx, vote)]
    return blocks or [paragraph(ctx.label(Label.OPEN), ParagraphRole.PLACEHOLDER)]


def _voided(ctx: Context, vote: Vote) -> Iterable[Block]:
    """That a vote does not count, where its result would stand; what was counted follows."""
    if vote.key in ctx.repeated:
        reason = ctx.repeated[vote.key].rstrip(".")
        repeated = _("This vote is void and was repeated.")
        told = _("This vote is void and was repeated: {reason}.", reason=reason) if reason else repeated
        yield paragraph(told, ParagraphRole.VERDICT, keep=True)


def _notes(ctx: Context, vote: Vote) -> Iterable[Block]:
    """How the vote was taken, where that is out of the ordinary."""
    notes = []
    if vote.method in _METHODS and not _says(ctx, vote, method := _(_METHODS[vote.method])):
        notes.append(method)
    if vote.majority in _MAJORITIES:
        notes.append(_("needed: {majority}", majority=_(_MAJORITIES[vote.majority])))
    if vote.yes_means_rejection:
        notes.append(_("the vote was on the recommendation to reject"))
    if vote.voids:
        notes.append(_repetition(ctx, vote))
    if notes:
        yield paragraph(sentence_start("; ".join(notes)), ParagraphRole.TOTALS, keep=True)


def _repetition(ctx: Context, vote: Vote) -> str:
    """That a vote was taken again; why, where the void one that says so is not in the edition."""
    told = any(entry.key == vote.voids for entry in ctx.entries())
    if vote.void_reason and not told:
        return _("repeated vote ({reason})", reason=vote.void_reason.rstrip("."))
    return _("repeated vote")


def _says(ctx: Context, vote: Vote, note: str) -> bool:
    """Whether the wording of a vote says it already."""
    return note.casefold() in wording(ctx, vote).casefold()


def _head(ctx: Context, vote: Vote) -> Iterable[Block]:
    """Who could vote: statutory number, present, recused; no number of those who are all named below."""
    if not ctx.profile.votes.head:
        return
    zero = ctx.zero
    named = len(_recused_names(ctx, vote))
    numbers = (
        (Label.VOTE_STATUTORY, vote.statutory),
        (Label.VOTE_PRESENT_ALONE if vote.statutory is None else Label.VOTE_PRESENT, vote.present),
        (Label.VOTE_RECUSED, None if named and named == vote.recused else vote.recused),
    )
    parts = [pair(ctx.label(label), ctx.count(count, zero)) for label, count in numbers if count is not None]
    if parts:
        yield paragraph(joined(ctx, parts), ParagraphRole.TOTALS, keep=True)


def _factions(ctx: Context, vote: Vote) -> Iterable[Block]:
    if not vote.by_faction or ctx.profile.votes.factions is not FactionLayout.TABLE:
        return
    columns = [column for column in _COLUMNS if _has_column(ctx, vote, column[1], column[2])]
    name = ctx.label(Label.VOTE_FACTION)
    head = (
        cell(name, Scope.COLUMN if name else Scope.NONE),
        *(cell(ctx.label(label), Scope.COLUMN, align=Align.CENTER) for label, _count, _stances in columns),
    )
    rows = (
        (
            cell(_row_name(ctx, row), Scope.ROW),
            *(
                cell(_row_value(ctx, row, attribute, stances), align=Align.CENTER)
                for _label, attribute, stances in columns
            ),
        )
        for row in vote.by_faction
    )
    widths = (4.0, *(1.3 if attribute != "not_voting" else 1.8 for _label, attribute, _stances in columns))
    yield Table((head, *rows), _("Votes of the factions"), widths, TableRole.GRID, header_rows=1)


def _has_column(ctx: Context, vote: Vote, attribute: str, stances: tuple[Stance, ...]) -> bool:
    """Ja and Nein always, Enthaltungen as the house has it, who took no part only where there was anybody."""
    if attribute in ("yes", "no") or (attribute == "abstentions" and shows_abstentions(ctx)):
        return True
    known = [getattr(row, attribute) for row in vote.by_faction]
    if attribute == "abstentions":
        known = [count or None for count in known]
    return any(count is not None for count in known) or any(row.stance in stances for row in vote.by_faction)


def _row_name(ctx: Context, row: FactionRow) -> str:
    organization = ctx.organizations.get(row.organization or "")
    return row.label or (organization.name if organization else "") or ctx.address(row.person)


def _row_value(ctx: Context, row: FactionRow, attribute: str, stances: tuple[Stance, ...]) -> str:
    """A cell: the count, or a mark where only the direction is known."""
    count: int | None = getattr(row, attribute)
    if count is None and row.stance in stances:
        return ctx.profile.votes.mark_faction
    if count is None and row.stance is Stance.SPLIT and attribute == "yes":
        return ctx.label(Label.VOTE_SPLIT)
    return ctx.count(count, ctx.profile.votes.zero_faction)


def _options(ctx: Context, vote: Vote) -> Iterable[Block]:
    """A vote between variants."""
    if not vote.options:
        return
    head = (
        cell(ctx.label(Label.VOTE_OPTION), Scope.COLUMN),
        cell(ctx.label(Label.VOTE_OPTION_VOTES), Scope.COLUMN, align=Align.CENTER),
    )
    zero = ctx.zero
    rows = (
        (cell(option.label, Scope.ROW), cell(ctx.count(option.votes, zero), align=Align.CENTER))
        for option in vote.options
    )
    yield Table((head, *rows), _("Votes for the variants"), (5.0, 1.3), TableRole.GRID, header_rows=1)


def _verdict(ctx: Context, vote: Vote) -> Iterable[Block]:
    words = wording(ctx, vote)
    if words:
        mark = ctx.profile.votes.mark[ctx.look]
        line = f"{mark} {words}" if mark else words
        yield paragraph(line, ParagraphRole.VERDICT, keep=bool(totals(ctx, vote)))


def _totals(ctx: Context, vote: Vote) -> Iterable[Block]:
    numbers = totals(ctx, vote)
    if numbers:
        yield paragraph(joined(ctx, numbers), ParagraphRole.TOTALS)


def _roll_call(ctx: Context, vote: Vote) -> Iterable[Block]:
    for choice, label in _ROLLS:
        people = [ctx.persons.get(ballot.person) for ballot in vote.ballots if ballot.choice is choice]
        names = [roll_name(person) for person in people if person]
        if names:
            yield labelled(ctx.label(label), ", ".join(names))


def _recused(ctx: Context, vote: Vote) -> Iterable[Block]:
    names = _recused_names(ctx, vote)
    if names:
        yield labelled(ctx.label(Label.RECUSED), ", ".join(names))


def _recused_names(ctx: Context, vote: Vote) -> list[str]:
    return [name for key in vote.recused_persons if (name := ctx.address(key))]


def _statements(ctx: Context, vote: Vote) -> Iterable[Block]:
    """What members had noted about their own vote: a sentence that goes on behind the name, or one of its own.

    Zu Protokoll: Herr Muster habe mit Nein gestimmt. Zu Protokoll (Herr Muster): Er habe mit Nein gestimmt.
    """
    for statement in vote.on_request:
        name = ctx.sentence_name(statement.person)
        goes_on = statement.text[:1].islower()
        if goes_on or not name:
            end = "." if goes_on and statement.text[-1:].isalnum() else ""
            label, said = ctx.label(Label.ON_REQUEST), " ".join(part for part in (name, statement.text) if part) + end
        else:
            label, said = f"{ctx.summary(Label.ON_REQUEST)} ({ctx.address(statement.person)}):", statement.text
        yield labelled(label, said)
