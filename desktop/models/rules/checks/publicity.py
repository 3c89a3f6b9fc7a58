"""Checks that the public was out where an item is not public, and in again where it is."""

from collections.abc import Iterator

from desktop.models.rules.checks.base import Facts, Finding
from desktop.models.rules.checks.codes import Code
from desktop.models.rules.happened import entry_events, is_excluded
from desktop.models.rules.presence import treated_items
from desktop.models.values import AgendaItem, Event, ItemStage, MeetingState, Publicity


def check_publicity(facts: Facts) -> Iterator[Finding]:
    """The first item that was begun on the wrong side of »Öffentlichkeit ausschließen« and of »herstellen« each.

    Where all items are of one kind nothing was to be changed. An entry that is not public itself is in its place.
    """
    meeting = facts.meeting
    mixed = meeting.publicity in (None, Publicity.MIXED) and len({item.public for item in meeting.agenda}) > 1
    if not mixed or meeting.state in (None, MeetingState.PREPARATION):
        return
    excluded, told = is_excluded(entry_events(meeting.opening)), False
    for item in treated_items(meeting):
        place = _begins_wrong(item, excluded)
        if place is not None and not told:
            yield Finding(Code.STILL_EXCLUDED if item.public else Code.NOT_EXCLUDED, item.key, place)
        before, excluded = excluded, is_excluded(entry_events(item.proceedings), excluded)
        told = (told or place is not None) and before is excluded


def _begins_wrong(item: AgendaItem, excluded: bool) -> str | None:
    """The first entry written while the public was in or out against the item; empty for an item without any.

    None where all is well or the item was not begun. What only happened, such as somebody leaving, is not looked at.
    """
    wrong = item.public is excluded
    for entry in item.proceedings:
        if entry.prepared:
            continue
        if isinstance(entry, Event):
            if is_excluded(entry_events((entry,)), excluded) is not excluded:
                return None
        elif wrong:
            return entry.key
    return "" if wrong and item.stage in (ItemStage.RUNNING, ItemStage.DONE) else None
