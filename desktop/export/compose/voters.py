"""Who could vote on an item: the statutory number and how many were there, for the Auszug, which has no other page."""

from desktop.clock import parse_moment
from desktop.export.compose.context import Context, paragraph
from desktop.export.compose.entries import result_votes
from desktop.export.compose.totals import joined, pair
from desktop.export.document import Block, Look, ParagraphRole
from desktop.models.profiles import Label
from desktop.models.rules.presence import Moment, seats
from desktop.models.values import AgendaItem, Vote


def voters(ctx: Context, item: AgendaItem) -> list[Block]:
    """The line above the result; on paper only, and only what the votes do not say themselves."""
    votes = result_votes(ctx, item)
    if ctx.look is not Look.DRUCK or not votes:
        return []
    head = ctx.profile.votes.head
    statutory = None if head and any(vote.statutory is not None for vote in votes) else _statutory(ctx)
    present = None if head and any(vote.present is not None for vote in votes) else _present(ctx, item, votes[-1])
    label = Label.VOTE_PRESENT if statutory is not None else Label.VOTE_PRESENT_ALONE
    numbers = ((Label.VOTE_STATUTORY, statutory), (label, present))
    parts = [pair(ctx.label(label), str(number)) for label, number in numbers if number]
    return [paragraph(joined(ctx, parts), ParagraphRole.TOTALS, keep=True)] if parts else []


def _statutory(ctx: Context) -> int | None:
    """The statutory number of the body that met; none of a joint meeting, where each body votes by itself."""
    return ctx.committees[0].voting_member_count if len(ctx.committees) == 1 else None


def _present(ctx: Context, item: AgendaItem, vote: Vote) -> int:
    """Present and entitled at the vote, as it was counted, else by the attendance list."""
    if vote.present is not None:
        return vote.present
    moment = Moment(parse_moment(vote.at or item.start or ""), item.key)
    here = seats(ctx.meeting, ctx.persons, ctx.organizations.values(), moment)
    return len({seat.person for seat in here if seat.entitled})
