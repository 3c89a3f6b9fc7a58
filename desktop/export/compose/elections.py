"""An election as printed: office, rounds with their candidates, who is elected and how."""

from collections.abc import Callable, Iterable

from desktop.export.compose.context import Context, caption, labelled, paragraph
from desktop.export.compose.prose import prose
from desktop.export.compose.votes import GAP, pair
from desktop.export.document import Align, Block, ParagraphRole, Scope, Table, TableRole, cell
from desktop.export.names import sentence_start
from desktop.models.profiles import Label
from desktop.models.values import Candidate, Election, ElectionForm, ElectionMethod, ElectionRound, SeatMethod
from desktop.text import document_text as _
from desktop.text import marked as N_

_METHODS = {ElectionMethod.OPEN: N_("open election"), ElectionMethod.SECRET: N_("secret election")}
_FORMS = {ElectionForm.LIST: N_("election of lists"), ElectionForm.JOINT: N_("joint election of single persons")}
_SEATS = {
    SeatMethod.D_HONDT: N_("seats by d'Hondt"),
    SeatMethod.HARE_NIEMEYER: N_("seats by Hare/Niemeyer"),
    SeatMethod.SAINTE_LAGUE: N_("seats by Sainte-Laguë/Schepers"),
}


def election_blocks(ctx: Context, election: Election, level: int) -> list[Block]:
    """The whole election, in the place in the course where it was held."""
    blocks: list[Block] = [caption(f"{ctx.label(Label.ELECTION)} {election.office}".rstrip())]
    notes = [
        *([_(_METHODS[election.method])] if election.method else []),
        *([_(_FORMS[election.form])] if election.form in _FORMS else []),
        *([_(_SEATS[election.seat_method])] if election.seat_method else []),
    ]
    if notes:
        blocks.append(paragraph(sentence_start("; ".join(notes)), ParagraphRole.TOTALS, keep=True))
    for number, election_round in enumerate(election.rounds, 1):
        blocks += _round(ctx, election_round, number, len(election.rounds), level)
    blocks += _outcome(ctx, election)
    return blocks + prose(election.text, level)


def _round(ctx: Context, election_round: ElectionRound, number: int, rounds: int, level: int) -> Iterable[Block]:
    if rounds > 1:
        yield caption(_("Round {number}", number=number))
    if election_round.candidates:
        yield _candidates(ctx, election_round, number)
    totals = (
        (_("Votes cast:"), election_round.cast),
        (ctx.label(Label.VOTE_YES), election_round.yes),
        (ctx.label(Label.VOTE_NO), election_round.no),
        (ctx.label(Label.VOTE_ABSTENTIONS), election_round.abstentions),
        (ctx.label(Label.VOTE_INVALID), election_round.invalid),
    )
    zero = ctx.profile.votes.zero_total
    line = GAP.join(pair(label, ctx.count(count, zero)) for label, count in totals if count is not None)
    if line:
        yield paragraph(line, ParagraphRole.TOTALS)
    yield from prose(election_round.text, level)


Column = tuple[str, Callable[[Candidate], str], Align]


def _candidates(ctx: Context, election_round: ElectionRound, number: int) -> Table:
    """The candidates with those columns that anything is known for."""
    zero = ctx.profile.votes.zero_total
    texts: tuple[Column, ...] = (
        (_("List"), lambda one: one.list or "", Align.LEFT),
        (_("Place"), lambda one: one.role or "", Align.LEFT),
        (_("Deputy"), lambda one: one.deputy or "", Align.LEFT),
    )
    numbers: tuple[Column, ...] = (
        (ctx.label(Label.VOTES), lambda one: ctx.count(one.votes, zero), Align.CENTER),
        (ctx.label(Label.VOTE_YES_COLUMN), lambda one: ctx.count(one.yes, zero), Align.CENTER),
        (ctx.label(Label.VOTE_NO_COLUMN), lambda one: ctx.count(one.no, zero), Align.CENTER),
        (ctx.label(Label.VOTE_ABSTENTION_COLUMN), lambda one: ctx.count(one.abstentions, zero), Align.CENTER),
        (_("Seats"), lambda one: ctx.count(one.seats, zero), Align.CENTER),
    )
    used = [column for column in (*texts, *numbers) if any(map(column[1], election_round.candidates))]
    head = (
        cell(ctx.label(Label.CANDIDATE), Scope.COLUMN),
        *(cell(title, Scope.COLUMN, align=align) for title, _value, align in used),
    )
    rows = (
        (
            cell(_candidate_name(ctx, candidate), Scope.ROW),
            *(cell(value(candidate), align=align) for _title, value, align in used),
        )
        for candidate in election_round.candidates
    )
    widths = (4.0, *(2.2 if align is Align.LEFT else 1.3 for _title, _value, align in used))
    return Table((head, *rows), _("Candidates, round {number}", number=number), widths, TableRole.GRID, header_rows=1)


def _candidate_name(ctx: Context, candidate: Candidate) -> str:
    """The name as it stood on the ballot; with a person linked, that faction too."""
    return ctx.with_faction(candidate.name, ctx.faction_of(candidate.person) if candidate.person else None)


def _outcome(ctx: Context, election: Election) -> Iterable[Block]:
    if election.lot:
        yield labelled(ctx.label(Label.LOT), election.lot)
    if election.elected:
        names = ", ".join(election.elected)
        accepted = {
            True: _("{names} (accepts the election)", names=names),
            False: _("{names} (does not accept the election)", names=names),
        }
        yield labelled(ctx.label(Label.ELECTED), names if election.accepts is None else accepted[election.accepts])
