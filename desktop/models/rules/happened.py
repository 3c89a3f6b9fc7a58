"""What happened in a meeting, in order: the one place that says which events count."""

from collections.abc import Iterator

from desktop.models.rules.presence import treated
from desktop.models.values import AgendaItem, Event, EventType, Meeting

#: after which of them the public is out, or back
PUBLICITY = (EventType.PUBLIC_EXCLUDED, EventType.PUBLIC_RESTORED)


def entry_events(entries: tuple[object, ...]) -> Iterator[Event]:
    """The events among entries; what was only prepared has not happened."""
    return (entry for entry in entries if isinstance(entry, Event) and not entry.prepared)


def events(meeting: Meeting) -> Iterator[Event]:
    """All events, items in the order in which they were treated, with what is before the first and after the last."""
    yield from entry_events(meeting.opening)
    for item in treated(meeting):
        yield from entry_events(item.proceedings)
    yield from entry_events(meeting.closing)


def is_excluded(found: Iterator[Event], before: bool = False) -> bool:
    """Whether the public is out after these events; ``before`` is what it was before them."""
    for event in found:
        if event.event_type in PUBLICITY:
            before = event.event_type is EventType.PUBLIC_EXCLUDED
    return before


def is_restored_in(item: AgendaItem) -> bool:
    """Whether the public came back in an item: what it had to hide is over."""
    return any(event.event_type is EventType.PUBLIC_RESTORED for event in entry_events(item.proceedings))
