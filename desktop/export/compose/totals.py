"""The numbers of a vote as printed in lines, and the words that may stand for them."""

from desktop.export.compose.context import Context
from desktop.models.profiles import FactionLayout, Label, TotalsLayout
from desktop.models.rules.sentences import Names, said, sentence
from desktop.models.rules.votes import counts
from desktop.models.values import FactionRow, Rest, Stance, Vote

#: between two numbers of one line: wider than a space, and the line may break there
GAP = "\u00a0\u00a0 "

#: the counts of a line of totals: label, how to get it from a vote and from a row of a faction, which rest it is
_TOTALS: tuple[tuple[Label, str, Rest], ...] = (
    (Label.VOTE_YES, "yes", Rest.YES),
    (Label.VOTE_NO, "no", Rest.NO),
    (Label.VOTE_ABSTENTIONS, "abstentions", Rest.ABSTENTIONS),
)
_DIRECTIONS = {"yes": Stance.YES, "no": Stance.NO, "abstentions": Stance.ABSTENTION}


def joined(ctx: Context, parts: list[str]) -> str:
    """Numbers in one line or each in its own, as the house has it."""
    style = ctx.profile.votes
    return "\n".join(parts) if style.totals is TotalsLayout.LIST else (style.separator or GAP).join(parts)


def pair(label: str, value: str) -> str:
    """A label with its number, never parted by the end of a line; the label alone where the number is unknown."""
    return f"{label}\u00a0{value}" if value else label


def wording(ctx: Context, vote: Vote) -> str:
    """The wording as announced, else the house's for an outcome that was announced. Nothing is announced by us.

    A void vote decides nothing, whatever was announced.
    """
    if vote.key in ctx.repeated:
        return ""
    return vote.verdict or (_own_words(ctx, vote) if vote.accepted is not None else "")


def _own_words(ctx: Context, vote: Vote) -> str:
    names = Names(ctx.organizations, ctx.persons)
    return sentence(vote, ctx.profile.dialect(ctx.look), names, ctx.law.votes.base)


def totals(ctx: Context, vote: Vote) -> list[str]:
    """Ja, Nein and Enthaltungen always together, blank where unknown; what else is known behind them.

    Where the house has a sentence instead, only what that does not say, and all of it where somebody else worded it.
    """
    zero = ctx.zero
    others = ((Label.VOTE_INVALID, vote.invalid), (Label.VOTE_NOT_VOTING, vote.not_voting))
    more = [pair(ctx.label(label), ctx.count(count, zero)) for label, count in others if count is not None]
    told = _told(ctx, vote)
    shown = [total for total in _TOTALS if total[1] not in told and (not told or _stands_in(ctx, vote, total))]
    shown = [total for total in shown if total[1] != "abstentions" or _has_abstentions(ctx, vote)]
    if not more and not any(_stands_in(ctx, vote, total) or _known(ctx, vote, total[1]) == 0 for total in _TOTALS):
        return []
    return [*(_total(ctx, vote, *total) for total in shown), *more]


def _told(ctx: Context, vote: Vote) -> frozenset[str]:
    """The columns that the sentence of the house says, where it stands for them."""
    words = wording(ctx, vote)
    if ctx.profile.votes.totals is not TotalsLayout.NONE or not words or words != _own_words(ctx, vote):
        return frozenset()
    return frozenset(said(vote, ctx.profile.dialect(ctx.look), ctx.law.votes.base))


def _stands_in(ctx: Context, vote: Vote, total: tuple[Label, str, Rest]) -> bool:
    """Whether anybody is known to be in a column."""
    _label, attribute, rest = total
    return bool(_known(ctx, vote, attribute) or _shares(ctx, vote, attribute)) or vote.rest is rest


def _has_abstentions(ctx: Context, vote: Vote) -> bool:
    return _stands_in(ctx, vote, _TOTALS[2]) or shows_abstentions(ctx)


def _known(ctx: Context, vote: Vote, attribute: str) -> int | None:
    """A total as announced; where none is, and the factions stand behind them, what those add up to."""
    in_line = ctx.profile.votes.factions is FactionLayout.LINE and bool(vote.by_faction)
    unannounced = all(getattr(vote, each) is None for _label, each, _rest in _TOTALS)
    found: int | None = getattr(counts(vote) if in_line and unannounced else vote, attribute)
    return found


def _total(ctx: Context, vote: Vote, label: Label, attribute: str, rest: Rest) -> str:
    value = ctx.count(_known(ctx, vote, attribute), ctx.zero)
    if getattr(vote, attribute) is None and vote.rest is rest:
        value = ctx.label(Label.VOTE_REST)
    line, shares = pair(ctx.label(label), value), _shares(ctx, vote, attribute)
    return f"{line} ({', '.join(shares)})" if shares else line


def _shares(ctx: Context, vote: Vote, attribute: str) -> list[str]:
    """What the factions have of a total, in one line with it: 3 BL; those of which only the direction is known: BL."""
    if ctx.profile.votes.factions is not FactionLayout.LINE:
        return []
    found = []
    for row in vote.by_faction:
        count, name = getattr(row, attribute), _short_name(ctx, row)
        if count:
            found.append(f"{count} {name}")
        elif count is None and row.stance is _DIRECTIONS[attribute]:
            found.append(name)
        elif count is None and row.stance is Stance.SPLIT and attribute == "yes":
            found.append(f"{name}: {ctx.label(Label.VOTE_SPLIT)}")
    return found


def shows_abstentions(ctx: Context) -> bool:
    """Whether Enthaltungen are shown where there are none: not where the law forbids them (e.g. Art. 48 GO BY)."""
    return ctx.profile.votes.abstentions and ctx.law.votes.abstention_allowed


def _short_name(ctx: Context, row: FactionRow) -> str:
    return row.label or ctx.faction(row.organization) or ctx.address(row.person)
