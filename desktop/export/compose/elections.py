"""An election as printed, as it is read out: office, how, who counts, rounds, lot, who is elected and accepts."""

from collections.abc import Callable, Iterable

from desktop.export.compose.context import Context, caption, labelled, paragraph
from desktop.export.compose.prose import prose
from desktop.export.compose.totals import GAP, pair
from desktop.export.document import Align, Block, ParagraphRole, Scope, Table, TableRole, cell
from desktop.export.names import sentence_start
from desktop.models.profiles import Label
from desktop.models.rules import electionnotes
from desktop.models.rules.electionnotes import Note, Notes
from desktop.models.rules.sentences import listed
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
#: who was elected accepts or does not, by how the person is addressed
_ACCEPTS = {
    ("Frau", True): N_("She accepts the election."),
    ("Frau", False): N_("She does not accept the election."),
    ("Herr", True): N_("He accepts the election."),
    ("Herr", False): N_("He does not accept the election."),
}


def election_blocks(ctx: Context, election: Election, level: int) -> list[Block]:
    """The whole election, in the place in the course where it was held."""
    notes = electionnotes.read(election.text)
    blocks: list[Block] = [caption(_title(ctx, election)), *_how(election, notes)]
    for number, held in enumerate(election.rounds, 1):
        blocks += _round(ctx, election, held, number, level)
    blocks += _outcome(ctx, election, notes)
    return blocks + prose(notes.rest, level)


def election_result(ctx: Context, election: Election) -> list[Block]:
    """What was elected and whom; nothing where nobody was."""
    outcome = list(_outcome(ctx, election, electionnotes.read(election.text)))
    return [labelled(ctx.label(Label.ELECTION), election.office, keep=True), *outcome] if outcome else []


def _title(ctx: Context, election: Election) -> str:
    """What is elected; an office that is called an election already is not called one twice."""
    if election.office.casefold().startswith("wahl"):
        return election.office
    return f"{ctx.label(Label.ELECTION)} {election.office}".rstrip()


def _how(election: Election, notes: Notes) -> Iterable[Block]:
    """In secret or openly, of whom, by which procedure; then how many seats, and who counts."""
    words = [
        *([_(_METHODS[election.method])] if election.method else []),
        *([_(_FORMS[election.form])] if election.form in _FORMS else []),
        *([_(_SEATS[election.seat_method])] if election.seat_method else []),
    ]
    if words:
        yield paragraph(sentence_start("; ".join(words)), ParagraphRole.TOTALS, keep=True)
    for note in (Note.PLACES, Note.TELLERS):
        if notes.get(note):
            yield labelled(f"{note}:", notes.get(note), keep=True)


def _round(ctx: Context, election: Election, held: ElectionRound, number: int, level: int) -> Iterable[Block]:
    notes = electionnotes.read(held.text)
    if len(election.rounds) > 1:
        yield caption(_("Round {number}", number=number))
    times = _times(ctx, held, notes)
    if times:
        yield paragraph(times, ParagraphRole.TOTALS, keep=True)
    yield from _counts(
        ctx,
        (_("Votes cast:"), held.cast),
        (ctx.label(Label.VOTE_INVALID), held.invalid),
        (ctx.label(Label.VOTE_ABSTENTIONS), held.abstentions),
        keep=bool(held.candidates),
    )
    if held.candidates:
        yield _candidates(ctx, held, number)
    yield from _counts(ctx, (ctx.label(Label.VOTE_YES), held.yes), (ctx.label(Label.VOTE_NO), held.no))
    if notes.get(Note.RUNOFF_LOT):
        yield labelled(f"{Note.RUNOFF_LOT}:", notes.get(Note.RUNOFF_LOT))
    yield from prose(notes.rest, level)


def _counts(ctx: Context, *counts: tuple[str, int | None], keep: bool = False) -> Iterable[Block]:
    """Numbers of the whole round in one line; those that nobody told are left out."""
    zero = ctx.zero
    line = GAP.join(pair(label, ctx.count(count, zero)) for label, count in counts if count is not None)
    if line:
        yield paragraph(line, ParagraphRole.TOTALS, keep=keep)


def _times(ctx: Context, held: ElectionRound, notes: Notes) -> str:
    """When ballots could be cast, as minutes say it."""
    begin, end = ctx.clock(held.at), notes.get(Note.END)
    parts = (
        _("begin of the ballot: {time}", time=begin) if begin else "",
        _("end of the ballot: {time}", time=end) if end else "",
    )
    return sentence_start(", ".join(filter(None, parts)))


Column = tuple[str, Callable[[Candidate], str], Align]


def _candidates(ctx: Context, held: ElectionRound, number: int) -> Block:
    """The candidates with those columns that anything is known for; without any, the names in one line."""
    zero = ctx.zero
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
    used = [column for column in (*texts, *numbers) if any(map(column[1], held.candidates))]
    names = [_candidate_name(ctx, candidate) for candidate in held.candidates]
    if not used:
        return labelled(f"{ctx.label(Label.CANDIDATE)}:", ", ".join(names), keep=True)
    head = (
        cell(ctx.label(Label.CANDIDATE), Scope.COLUMN),
        *(cell(title, Scope.COLUMN, align=align) for title, _value, align in used),
    )
    rows = (
        (cell(name, Scope.ROW), *(cell(value(candidate), align=align) for _title, value, align in used))
        for name, candidate in zip(names, held.candidates, strict=True)
    )
    widths = (4.0, *(2.2 if align is Align.LEFT else 1.3 for _title, _value, align in used))
    return Table((head, *rows), _("Candidates, round {number}", number=number), widths, TableRole.GRID, header_rows=1)


def _candidate_name(ctx: Context, candidate: Candidate) -> str:
    """The name as it stood on the ballot; with a person linked, that faction too."""
    return ctx.with_faction(candidate.name, ctx.faction_of(candidate.person) if candidate.person else None)


def _outcome(ctx: Context, election: Election, notes: Notes) -> Iterable[Block]:
    if notes.get(Note.LOT):
        yield labelled(f"{Note.LOT}:", notes.get(Note.LOT), keep=True)
    if election.lot:
        yield labelled(ctx.label(Label.LOT), election.lot)
    if election.elected:
        names = listed(election.elected, ctx.profile.phrases.conjunction)
        accepts = _acceptance(ctx, election)
        yield labelled(ctx.label(Label.ELECTED), f"{names}. {accepts}" if accepts else names)


def _acceptance(ctx: Context, election: Election) -> str:
    """Whether who was elected accepts, in a sentence; empty where nothing is said."""
    if election.accepts is None:
        return ""
    if len(election.elected) > 1:
        all_accept, none_accept = _("They accept the election."), _("They do not accept the election.")
        return all_accept if election.accepts else none_accept
    sentence = _ACCEPTS.get((_address(ctx, election, election.elected[0]), election.accepts))
    if sentence is not None:
        return _(sentence)
    return _("The election is accepted.") if election.accepts else _("The election is not accepted.")


def _address(ctx: Context, election: Election, name: str) -> str:
    """How a candidate is addressed; empty where no person is linked."""
    keys = (one.person for held in election.rounds for one in held.candidates if one.name == name and one.person)
    person = ctx.persons.get(next(keys, ""))
    return (person.form_of_address or "") if person else ""
