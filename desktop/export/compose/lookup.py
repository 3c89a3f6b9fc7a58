"""What every document looks up by key: numbers, places, votes on several items, votes that were repeated."""

from collections.abc import Iterable

from desktop.models.rules.motions import voided
from desktop.models.rules.telling import entries
from desktop.models.values import AgendaItem, Edition, Meeting, Vote


def repeated(edition: Edition) -> dict[str, str]:
    """Why votes were taken again, by the key of the void one; empty where that is not known."""
    void = voided(entries(edition.meeting))
    votes = [entry for entry in entries(edition.meeting) if isinstance(entry, Vote)]
    told = {vote.voids: vote.void_reason or "" for vote in votes if vote.voids in void}
    return dict.fromkeys(edition.void, "") | {key: reason for key, reason in told.items() if key}


def block_votes(meeting: Meeting) -> dict[str, tuple[Vote, ...]]:
    """Votes taken at another item, or before or after all of them, by the items they also decided."""
    items = {item.key for item in meeting.agenda}
    found: dict[str, tuple[Vote, ...]] = {}
    courses = [("", meeting.opening), *((item.key, item.proceedings) for item in meeting.agenda), ("", meeting.closing)]
    for taken_in, course in courses:
        for vote in (entry for entry in course if isinstance(entry, Vote)):
            for key in items.intersection(vote.on) - {taken_in}:
                found[key] = (*found.get(key, ()), vote)
    return found


def places(items: Iterable[AgendaItem]) -> dict[str, int]:
    """The place of each item by its key, counted from 0."""
    return {item.key: place for place, item in enumerate(items)}
