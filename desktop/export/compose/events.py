"""Sentences for what happened besides speeches, motions and votes."""

from desktop.export.compose.context import Context, paragraph
from desktop.export.compose.quorum import present_of_statutory
from desktop.export.document import Block, ParagraphRole
from desktop.export.names import represented, sentence_start
from desktop.export.quorum_words import quorum_sentence
from desktop.models.profiles import Label, PresenceIn
from desktop.models.values import AgendaItem, Event, EventType, Recusal
from desktop.text import document_text as _
from desktop.text import marked as N_

#: without a time, with a time
_SENTENCES = {
    EventType.PUBLIC_EXCLUDED: (N_("The public is excluded."), N_("The public is excluded at {time}.")),
    EventType.PUBLIC_RESTORED: (N_("The meeting is public again."), N_("The meeting is public again at {time}.")),
    EventType.CHAIR_CHANGE: (N_("{person} takes the chair."), N_("{person} takes the chair at {time}.")),
    EventType.ITEM_MOVED: (N_("The item is moved within the agenda."), N_("The item is moved within the agenda.")),
    EventType.ITEM_REMOVED: (N_("The item is taken off the agenda."), N_("The item is taken off the agenda.")),
    EventType.ITEM_ADDED: (N_("The item is added to the agenda."), N_("The item is added to the agenda.")),
}
#: by what is known of the room: without a paragraph, with one
_RECUSALS = {
    None: (
        N_("{person} takes no part in debate and vote because of a personal interest."),
        N_("{person} takes no part in debate and vote under {paragraph}."),
    ),
    True: (
        N_("{person} takes no part in debate and vote because of a personal interest and leaves the room."),
        N_("{person} takes no part in debate and vote under {paragraph} and leaves the room."),
    ),
    False: (
        N_("{person} takes no part in debate and vote because of a personal interest and sits with the audience."),
        N_("{person} takes no part in debate and vote under {paragraph} and sits with the audience."),
    ),
}
_PRESENCE = (EventType.ARRIVAL, EventType.DEPARTURE)


def event_blocks(ctx: Context, event: Event, item: AgendaItem | None) -> list[Block]:
    """The line of an event: its own text, else a sentence made from what is known; nothing where nothing is.

    ``item`` is where it happened; None before the first and after the last one.
    """
    if event.event_type in _PRESENCE and ctx.profile.minutes.presence is PresenceIn.LIST:
        return []
    text = event.text or sentence(ctx, event, item)
    return [paragraph(text, ParagraphRole.EVENT)] if text else []


def sentence(ctx: Context, event: Event, item: AgendaItem | None) -> str:
    """The sentence of an event that has no text; empty where there is nothing to say."""
    match event.event_type:
        case EventType.INTERRUPTION:
            return pause(ctx, event)
        case EventType.QUORUM_STATED | EventType.QUORUM_LOST:
            return quorum_sentence(event.event_type, ctx.clock(event.from_), present_of_statutory(ctx, event, item))
        case EventType.ARRIVAL:
            return _arrival(ctx, event, item)
        case EventType.DEPARTURE:
            return _departure(ctx, event)
        case EventType.RECUSAL:
            own = [one for one in (item.recusals if item else ()) if one.person == event.person]
            return recusal_sentence(ctx, own[0] if own else Recusal(person=event.person or ""))
    if event.event_type not in _SENTENCES:
        return ""
    plain, timed = _SENTENCES[event.event_type]
    time, person = ctx.clock(event.from_), _subject(ctx, event.person)
    if "{person}" in plain and not person:
        return ""
    return _(timed if time else plain, person=person, time=time)


def _subject(ctx: Context, person: str | None) -> str:
    """A person with the faction, at the start of a sentence."""
    return sentence_start(ctx.with_faction(ctx.address(person), ctx.faction_of(person or "")))


def _arrival(ctx: Context, event: Event, item: AgendaItem | None) -> str:
    """Somebody comes, comes back, or comes for somebody else; ``until``: only for a while."""
    person, until = _subject(ctx, event.person), ctx.clock(event.until)
    begin = ctx.edge(event.from_, item.key if item else None)
    if not person:
        return ""
    if until and begin:
        return _("{person} joins the meeting from {begin} until {end}.", person=person, begin=begin, end=until)
    if not begin:
        return _("{person} joins the meeting.", person=person)
    if ctx.has_left_before(event):
        return _("{person} joins the meeting again from {begin}.", person=person, begin=begin)
    line = next((one for one in ctx.meeting.attendance if one.person == event.person), None)
    member = ctx.persons.get((line.deputy_for if line else None) or "")
    if member:
        name = represented(member)
        return _("{person} joins the meeting for {member} from {begin}.", person=person, member=name, begin=begin)
    return _("{person} joins the meeting from {begin}.", person=person, begin=begin)


def _departure(ctx: Context, event: Event) -> str:
    """Somebody goes; ``until``: only for a while."""
    person, begin, end = _subject(ctx, event.person), ctx.clock(event.from_), ctx.clock(event.until)
    if not person:
        return ""
    if begin and end:
        return _("{person} is absent from {begin} until {end}.", person=person, begin=begin, end=end)
    if begin:
        return _("{person} leaves the meeting at {time}.", person=person, time=begin)
    return _("{person} leaves the meeting.", person=person)


def recusal_sentence(ctx: Context, recusal: Recusal) -> str:
    """That somebody takes no part, in the words of the law of the Land; the paragraph as noted, else as the law has it.

    The paragraph that was noted is always said, also where those words have no place for it. Whether somebody left the
    room or stayed is only said where it was noted. The reason is nowhere.
    """
    person, law = _subject(ctx, recusal.person), ctx.law.recusal
    under = recusal.legal_basis or law.paragraph
    if not person:
        return ""
    wording = {True: law.wording, False: law.wording_stays, None: ""}[recusal.left_room]
    fits = bool(under) if "{paragraph}" in wording else not recusal.legal_basis
    if wording and fits:
        return wording.format(person=person, paragraph=under)
    without, with_paragraph = _RECUSALS[recusal.left_room]
    return _(with_paragraph if under else without, person=person, paragraph=under)


def pause(ctx: Context, event: Event) -> str:
    """A pause with as much of its times as is known: Pause 20:15 – 20:40 Uhr."""
    word, begin, end = ctx.label(Label.PAUSE), ctx.time(event.from_), ctx.time(event.until)
    if begin and end:
        return _("{pause} {begin} – {end} o'clock", pause=word, begin=begin, end=end)
    if begin:
        return _("{pause} from {begin} o'clock", pause=word, begin=begin)
    return _("{pause} until {end} o'clock", pause=word, end=end) if end else word
