"""How many were there when the quorum was stated, and the line of the head that says so."""

from collections.abc import Iterable
from dataclasses import replace

from desktop.clock import parse_moment
from desktop.export.compose.context import Context, labelled
from desktop.export.document import Block
from desktop.export.quorum_words import present_words
from desktop.models.profiles import Label
from desktop.models.rules.presence import Moment, at_end, treated_items
from desktop.models.values import AgendaItem, Event, EventType, Meeting
from desktop.models.values.law import QuorumBase
from desktop.text import document_text as _
from desktop.text import marked as N_

_BASES = {
    QuorumBase.MORE_THAN_HALF: N_("more than half of the statutory number of members"),
    QuorumBase.AT_LEAST_HALF: N_("at least half of the statutory number of members"),
}


def present_of_statutory(ctx: Context, event: Event, item: AgendaItem | None) -> str:
    """How many were there: as an event with words of its own says it in brackets, else by the attendance list.

    What was stated in the meeting stays, whatever is corrected in the list later.
    """
    if event.text:
        return event.text.rstrip(".").removesuffix(")").rpartition("(")[2] if "(" in event.text else ""
    meeting = ctx.meeting
    if item is None:  # nobody is recused before the first item or behind the last
        meeting = replace(meeting, agenda=tuple(replace(one, recusals=()) for one in meeting.agenda))
    return present_words(meeting, ctx.persons, ctx.organizations, _moment(meeting, event, item))


def _moment(meeting: Meeting, event: Event, item: AgendaItem | None) -> Moment:
    """When an event was; without a time at the start of its item, of the meeting, or at its end."""
    if item is not None:
        return Moment(parse_moment(event.from_ or item.start or ""), item.key)
    if any(entry is event for entry in meeting.closing):
        end = at_end(meeting)
        return replace(end, at=parse_moment(event.from_ or "") or end.at)
    return _at(meeting, event.from_ or meeting.start)


def _at(meeting: Meeting, stored: str) -> Moment:
    """A moment before the first item or in it."""
    return Moment(parse_moment(stored), next((one.key for one in treated_items(meeting)), None))


def quorum(ctx: Context) -> Iterable[Block]:
    """That a quorum was stated, when, how many were there and how many the law wants; only where the course says so."""
    places = ((None, ctx.meeting.opening), *((item, item.proceedings) for item in ctx.meeting.agenda))
    stated = [(entry, item) for item, entries in places for entry in entries if _states_quorum(entry)]
    if not stated:
        yield from _number_at_start(ctx)
        return
    event, item = stated[0]
    assert isinstance(event, Event)
    time = ctx.clock(event.from_)
    parts = [_("stated at {time}", time=time) if time else _("stated")]
    present = present_of_statutory(ctx, event, item)
    if not present and ctx.law.minutes.present_number:
        present = _present(ctx, _moment(ctx.meeting, event, item))
    if present:
        parts.append(present)
    law = ctx.law.quorum
    if present and law.paragraph:
        parts.append(_("needed under {paragraph}: {base}", paragraph=law.paragraph, base=_(_BASES[law.base])))
    yield labelled(ctx.label(Label.QUORUM), "; ".join(parts))


def _number_at_start(ctx: Context) -> Iterable[Block]:
    """How many were there, where nobody stated a quorum and the law still wants the number."""
    present = _present(ctx, _at(ctx.meeting, ctx.meeting.start)) if ctx.law.minutes.present_number else ""
    if present:
        yield labelled(ctx.label(Label.QUORUM), present)


def _present(ctx: Context, moment: Moment) -> str:
    return present_words(ctx.meeting, ctx.persons, ctx.organizations, moment)


def _states_quorum(entry: object) -> bool:
    return isinstance(entry, Event) and entry.event_type is EventType.QUORUM_STATED
