"""Sentences for what happened besides speeches, motions and votes."""

from desktop.export.compose.context import Context, paragraph
from desktop.export.document import Block, ParagraphRole
from desktop.export.names import sentence_start
from desktop.models.profiles import Label, PresenceIn
from desktop.models.values import Event, EventType
from desktop.text import document_text as _
from desktop.text import marked as N_

#: without a time, with a time
_SENTENCES = {
    EventType.ARRIVAL: (N_("{person} joins the meeting."), N_("{person} joins the meeting at {time}.")),
    EventType.DEPARTURE: (N_("{person} leaves the meeting."), N_("{person} leaves the meeting at {time}.")),
    EventType.RECUSAL: (
        N_("{person} takes no part in debate and vote because of a personal interest."),
        N_("{person} takes no part in debate and vote because of a personal interest."),
    ),
    EventType.PUBLIC_EXCLUDED: (N_("The public is excluded."), N_("The public is excluded at {time}.")),
    EventType.PUBLIC_RESTORED: (N_("The meeting is public again."), N_("The meeting is public again at {time}.")),
    EventType.CHAIR_CHANGE: (N_("{person} takes the chair."), N_("{person} takes the chair at {time}.")),
    EventType.ITEM_MOVED: (N_("The item is moved within the agenda."), N_("The item is moved within the agenda.")),
    EventType.ITEM_REMOVED: (N_("The item is taken off the agenda."), N_("The item is taken off the agenda.")),
    EventType.ITEM_ADDED: (N_("The item is added to the agenda."), N_("The item is added to the agenda.")),
    EventType.QUORUM_STATED: (N_("A quorum is stated."), N_("A quorum is stated at {time}.")),
    EventType.QUORUM_LOST: (N_("There is no quorum any more."), N_("There is no quorum any more from {time} on.")),
}
_PRESENCE = (EventType.ARRIVAL, EventType.DEPARTURE)


def event_blocks(ctx: Context, event: Event) -> list[Block]:
    """The line of an event: its own text, else a sentence made from what is known; nothing where nothing is."""
    if event.event_type in _PRESENCE and ctx.profile.minutes.presence is PresenceIn.LIST:
        return []
    text = event.text or sentence(ctx, event)
    return [paragraph(text, ParagraphRole.EVENT)] if text else []


def sentence(ctx: Context, event: Event) -> str:
    """The sentence of an event that has no text; empty where there is nothing to say."""
    if event.event_type is EventType.INTERRUPTION:
        return pause(ctx, event)
    if event.event_type not in _SENTENCES:
        return ""
    plain, timed = _SENTENCES[event.event_type]
    time = ctx.clock(event.from_)
    person = sentence_start(ctx.with_faction(ctx.address(event.person), ctx.faction_of(event.person or "")))
    if "{person}" in plain and not person:
        return ""
    return _(timed if time else plain, person=person, time=time)


def pause(ctx: Context, event: Event) -> str:
    """A pause with as much of its times as is known: Pause 20:15 – 20:40 Uhr."""
    word, begin, end = ctx.label(Label.PAUSE), ctx.time(event.from_), ctx.time(event.until)
    if begin and end:
        return _("{pause} {begin} – {end} o'clock", pause=word, begin=begin, end=end)
    if begin:
        return _("{pause} from {begin} o'clock", pause=word, begin=begin)
    return _("{pause} until {end} o'clock", pause=word, end=end) if end else word
