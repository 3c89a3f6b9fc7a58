"""How many were there when the quorum was stated, and the line of the head that says so."""

from collections.abc import Iterable
from dataclasses import replace

from desktop.clock import parse_moment
from desktop.export.compose.context import Context, labelled
from desktop.export.document import Block
from desktop.models.profiles import Label
from desktop.models.rules.presence import Moment, at_end, seats, treated_items
from desktop.models.values import AgendaItem, Event, EventType
from desktop.models.values.law import QuorumBase
from desktop.text import document_text as _
from desktop.text import marked as N_

_BASES = {
    QuorumBase.MORE_THAN_HALF: N_("more than half of the statutory number of members"),
    QuorumBase.AT_LEAST_HALF: N_("at least half of the statutory number of members"),
}


def present_of_statutory(ctx: Context, event: Event, item: AgendaItem | None) -> str:
    """Anwesend 13 von 15 Stimmberechtigten; empty where one of both is unknown, or several bodies meet."""
    statutory = [one.voting_member_count for one in ctx.committees]
    if len(statutory) != 1 or not statutory[0]:
        return ""
    listed = seats(ctx.meeting, ctx.persons, ctx.organizations.values(), _moment(ctx, event, item))
    here = {seat.person for seat in listed if seat.entitled or (item is None and seat.here and seat.votes)}
    return _("{present} of {statutory} members present", present=len(here), statutory=statutory[0]) if here else ""


def _moment(ctx: Context, event: Event, item: AgendaItem | None) -> Moment:
    """When an event was; without a time at the start of its item. Before the first item nobody is recused from it."""
    if item is not None:
        return Moment(parse_moment(event.from_ or item.start or ""), item.key)
    if any(entry is event for entry in ctx.meeting.closing):
        end = at_end(ctx.meeting)
        return replace(end, at=parse_moment(event.from_ or "") or end.at)
    first = next((one.key for one in treated_items(ctx.meeting)), None)
    return Moment(parse_moment(event.from_ or ctx.meeting.start), first)


def quorum(ctx: Context) -> Iterable[Block]:
    """That a quorum was stated, when, how many were there and how many the law wants; only where the course says so."""
    places = ((None, ctx.meeting.opening), *((item, item.proceedings) for item in ctx.meeting.agenda))
    stated = [(entry, item) for item, entries in places for entry in entries if _states_quorum(entry)]
    if not stated:
        return
    event, item = stated[0]
    assert isinstance(event, Event)
    time = ctx.clock(event.from_)
    parts = [_("stated at {time}", time=time) if time else _("stated")]
    present = present_of_statutory(ctx, event, item)
    if present:
        parts.append(present)
    law = ctx.law.quorum
    if present and law.paragraph:
        parts.append(_("needed under {paragraph}: {base}", paragraph=law.paragraph, base=_(_BASES[law.base])))
    yield labelled(ctx.label(Label.QUORUM), "; ".join(parts))


def _states_quorum(entry: object) -> bool:
    return isinstance(entry, Event) and entry.event_type is EventType.QUORUM_STATED
