"""That the meeting became public again, told where everybody may read it: it is said in the last hidden item."""

from collections.abc import Collection
from dataclasses import replace

from desktop.models.rules.presence import moment_of, treated_items
from desktop.models.rules.publicity import entry_is_public
from desktop.models.values import AgendaItem, Entry, Event, EventType, Meeting


def with_restorations(shown: Meeting, whole: Meeting, hidden: Collection[str]) -> Meeting:
    """What is shown of a meeting, and when in hidden items of it the public came back; nothing else of these.

    It stands before the Bekanntgabe of its item, else at the start of the next item that is shown or of the closing.
    """
    places = {item.key for item in shown.agenda if item.key not in hidden or item.announcement}
    waiting: list[Entry] = []
    before: dict[str, tuple[Entry, ...]] = {}
    for item in treated_items(whole):
        if item.key in hidden:
            waiting += _restorations(item)
        if waiting and item.key in places:
            before[item.key], waiting = tuple(waiting), []
    if not (waiting or before):
        return shown
    agenda = tuple(replace(one, proceedings=(*before.get(one.key, ()), *one.proceedings)) for one in shown.agenda)
    return replace(shown, agenda=agenda, closing=(*waiting, *shown.closing))


def _restorations(item: AgendaItem) -> list[Entry]:
    """Bare ones: text and id are as hidden as the item is."""
    return [
        Event(key=entry.key, event_type=entry.event_type, from_=entry.from_ if moment_of(entry.from_) else None)
        for entry in item.proceedings
        if isinstance(entry, Event) and entry.event_type is EventType.PUBLIC_RESTORED
        if entry_is_public(entry) and not entry.prepared
    ]
