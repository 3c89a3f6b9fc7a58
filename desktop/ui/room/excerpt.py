"""What the room's view is made from: the part of the open meeting that is going on, as a session of its own. No Qt.

The edition of a large meeting takes too long to be made with every act, and the hall sees the running item only. What
is left out here cannot come back: references to it lead nowhere, and the filter takes them for hidden.
"""

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from typing import Any

from desktop.export.room import BLANK, ON_THE_FLOOR, Phase
from desktop.models.book import Book
from desktop.models.edition import for_print, make_edition
from desktop.models.rules import floor, happened
from desktop.models.rules.numbering import counted_through
from desktop.models.rules.publicity import entry_is_public
from desktop.models.shelf import ROSTER, references
from desktop.models.values import (
    AgendaItem,
    Edition,
    Election,
    Elsewhere,
    Entry,
    Event,
    ItemKind,
    Meeting,
    Motion,
    Organization,
    Paper,
    Person,
    Publicity,
    Reader,
    SessionFile,
    Speech,
    Vote,
)
from desktop.ui import house
from desktop.ui.desk.floor import floor_acts
from desktop.ui.desk.procedure import agenda_live, course


def phase_of(book: Book) -> Phase:
    """Where the open meeting stands for the hall. In doubt nothing is to be seen."""
    if book.meeting_key is None:
        return Phase.COVERED
    if book.meeting.publicity is Publicity.NONPUBLIC:
        return Phase.CLOSED_ITEM
    state, running = course.state(book), course.running_item(book)
    if state.closed or not state.opened:
        return Phase.OVER if state.closed else Phase.BEFORE
    if state.excluded:
        return Phase.EXCLUDED
    if running is not None and not running.public and not happened.is_restored_in(running):
        return Phase.CLOSED_ITEM
    return Phase.RUNNING


def public_edition(book: Book, phase: Phase, settled: Callable[[Any], Any]) -> Edition:
    """What everybody may read of the part of the open meeting that is going on.

    ``settled`` gives a row as it was before somebody began to type in it.
    """
    made = make_edition(
        _session(book, phase, settled), Reader.PUBLIC, book.meeting.key, {}, house.profile(book).redaction_mark
    )
    return for_print(made)


def _session(book: Book, phase: Phase, settled: Callable[[Any], Any]) -> SessionFile:
    meeting, body = book.meeting, house.body_of(book)
    if phase in BLANK:
        bare = Meeting(key=meeting.key, start=meeting.start, publicity=Publicity.NONPUBLIC)
        return SessionFile(body=body, meetings=(bare,))
    running = course.running_item(book) if phase is Phase.RUNNING else None
    agenda = tuple(settled(item) for item in _items(book, running)) if running is not None else ()
    shown = _frame(settled(meeting), agenda)
    rows = [settled(row) for row in _rows(book, shown)]
    everybody = (
        book.shelf.value(key) for key in book.shelf.children(book.shelf.records[meeting.key].parent, "persons")
    )
    return SessionFile(
        body=body,
        organizations=tuple(row for row in rows if isinstance(row, Organization)),
        persons=tuple(row for row in rows if isinstance(row, Person)),
        papers=tuple(row for row in rows if isinstance(row, Paper)),
        meetings=(shown,),
        elsewhere=Elsewhere(protected=tuple(one for one in everybody if isinstance(one, Person) and one.protected)),
    )


def _frame(meeting: Meeting, agenda: tuple[AgendaItem, ...]) -> Meeting:
    """The meeting by its name and times, with these items."""
    return Meeting(
        key=meeting.key,
        name=meeting.name,
        number=meeting.number,
        organizations=meeting.organizations,
        start=meeting.start,
        end=meeting.end,
        scheduled_start=meeting.scheduled_start,
        publicity=meeting.publicity,
        form=meeting.form,
        state=meeting.state,
        agenda=agenda,
    )


def _items(book: Book, running: AgendaItem) -> Iterator[AgendaItem]:
    """The running item, those that are treated or were voted on with it and bare ones where a house counts them all."""
    group = {one.key for one in agenda_live.together(book, running.key)}
    entries = _seen(running.proceedings)
    motions = _motions_elsewhere(book, running, entries)
    beside = {*motions, *(key for entry in entries if isinstance(entry, Vote) for key in entry.on)}
    counted = counted_through(book.meeting.agenda) if house.profile(book).numbering.continuous else {}
    for item in book.meeting.agenda:
        if item.key == running.key:
            more = (*_pause(book, entries), *_on_the_floor(book, group))
            entries = tuple(_unnamed(item, entry) for entry in entries)
            yield replace(item, proceedings=(*entries, *more), files=(), tasks=())
        elif item.key in group or item.key in beside:
            yield replace(item, proceedings=motions.get(item.key, ()), files=(), tasks=(), recusals=())
        elif item.key in counted:
            yield AgendaItem(key=item.key, number=item.number, public=item.public, kind=item.kind)


def _seen(proceedings: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Motions, events, and of votes and elections the newest one that is public, with what came after it."""
    ballots = (place for place, one in enumerate(proceedings) if isinstance(one, Vote | Election))
    newest = max(
        (place for place in ballots if not proceedings[place].prepared and entry_is_public(proceedings[place])),
        default=0,
    )
    return tuple(
        one
        for place, one in enumerate(proceedings)
        if isinstance(one, Motion | Event) or (isinstance(one, Vote | Election) and place >= newest)
    )


def _motions_elsewhere(book: Book, running: AgendaItem, entries: tuple[Entry, ...]) -> dict[str, tuple[Motion, ...]]:
    """The motions of other items that were voted on in the running one, by their item."""
    votes = [entry for entry in entries if isinstance(entry, Vote)]
    found: dict[str, tuple[Motion, ...]] = {}
    for key in dict.fromkeys(key for vote in votes for key in vote.on):
        value = book.shelf.value(key) if key in book.shelf else None
        item = book.shelf.records[key].parent if isinstance(value, Motion) else None
        if isinstance(value, Motion) and item is not None and item != running.key:
            found[item] = (*found.get(item, ()), value)
    return found


def _unnamed(item: AgendaItem, entry: Entry) -> Entry:
    """Residents ask in an item of kind question: whom nobody knows is not named in the hall."""
    if item.kind is ItemKind.QUESTION and isinstance(entry, Motion) and entry.mover_name:
        return replace(entry, mover_name=None)
    return entry


def _pause(book: Book, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The pause that goes on, where it began in another item."""
    key = course.state(book).pause
    value = book.shelf.value(key) if key is not None and all(entry.key != key for entry in entries) else None
    if not isinstance(value, Event):
        return ()
    return (Event(key=value.key, event_type=value.event_type, from_=value.from_),)


def _on_the_floor(book: Book, items: Collection[str]) -> tuple[Entry, ...]:
    """Who speaks, as a speech of the running item: so the filter names them as it names speakers in the minutes."""
    turn = floor.speaking(floor_acts.turns(book))
    if turn is None or turn.item not in items:
        return ()
    speech = Speech(key=ON_THE_FLOOR, speaker=turn.person, speaker_name=turn.name, on_behalf_of=turn.on_behalf_of)
    if turn.entry:
        begun = book.shelf.value(turn.entry) if turn.entry in book.shelf else None
        if not isinstance(begun, Speech) or begun.prepared or book.shelf.records[turn.entry].parent not in items:
            return ()
        speech = replace(speech, public=begun.public)
    return (speech,)


def _rows(book: Book, shown: Meeting) -> list[object]:
    """The master data that the meeting refers to, and all its people: a name that is public too is not hidden."""
    shelf, meeting = book.shelf, book.meeting
    wanted = dict.fromkeys(
        [
            *(str(shelf.records[entry].data["member"]) for entry in shelf.children(meeting.key, ROSTER)),
            *(line.person for line in meeting.attendance),
            *references(shown),
        ]
    )
    found = {key: shelf.value(key) for key in wanted if key in shelf}
    papers = {key for item in shown.agenda for key in item.papers}
    for row in [row for row in found.values() if isinstance(row, Person)]:
        more = (key for one in row.memberships for key in (one.organization, one.on_behalf_of))
        found.update({key: shelf.value(key) for key in more if key and key in shelf})
    return [row for row in found.values() if not isinstance(row, Paper) or row.key in papers]
