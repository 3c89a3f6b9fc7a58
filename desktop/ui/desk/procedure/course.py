"""The course of a meeting as acts on the book: calling items, opening, pauses, publicity, closing. No widgets here.

The running item is a state of the meeting (``stage``), set only here; looking at another item never changes it
(desk.md §1).
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from desktop.clock import BERLIN, parse_moment, stamp
from desktop.export.quorum_words import statement
from desktop.models import queries
from desktop.models.book import Book
from desktop.models.rules import happened, timeline, treatment
from desktop.models.rules.invited import invitation_of
from desktop.models.rules.presence import treated_items
from desktop.models.values import (
    AgendaItem,
    Event,
    EventType,
    ItemKind,
    ItemStage,
    MeetingState,
    Organization,
    Person,
    Publicity,
    ResultClass,
)
from desktop.ui import house
from desktop.ui.desk.floor import floor_acts
from desktop.ui.desk.presence import audience
from desktop.ui.desk.procedure import announcing
from desktop.ui.desk.writing import add_entry, entries, entry


class Act(StrEnum):
    """What can be done to the meeting as a whole with F8."""

    INVITE = "invite"
    OPEN = "open"
    QUORUM = "quorum"
    PAUSE = "pause"
    RESUME = "resume"
    EXCLUDE = "exclude"
    EXCLUDE_STAY = "exclude_stay"
    RESTORE = "restore"
    CLOSE = "close"
    REOPEN = "reopen"


#: minutes that are more than a draft
_FINISHED = (MeetingState.RELEASED, MeetingState.SIGNED, MeetingState.APPROVED, MeetingState.PUBLISHED)
#: so long after its end a meeting goes on no more; what is done to it then is a correction
_LONG_AGO = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class State:
    """Where the meeting stands. ``pause`` is the entry of the pause that goes on, ``excluded`` the public's state."""

    opened: bool
    closed: bool
    pause: str | None
    excluded: bool


def running_item(book: Book) -> AgendaItem | None:
    """The item that runs."""
    return next((item for item in book.meeting.agenda if item.stage is ItemStage.RUNNING), None)


def callable_items(book: Book) -> list[AgendaItem]:
    """The items that can be called: no dividers, nothing that was removed."""
    return [
        item
        for item in book.meeting.agenda
        if item.kind is not ItemKind.DIVIDER and item.result_class is not ResultClass.REMOVED
    ]


def is_live(book: Book) -> bool:
    """Whether the meeting is on: what is done now is an act of the meeting."""
    return book.meeting.state is MeetingState.RUNNING and book.meeting.end is None


def was_opened(book: Book) -> bool:
    """Whether the agenda is no longer prepared: places and numbers stay, only the order of treatment changes."""
    return book.meeting.state not in (None, MeetingState.PREPARATION)


def item_after(book: Book, key: str) -> AgendaItem | None:
    """The item that has its turn after another one."""
    return treatment.next_of(book.meeting, key)


def call_item(book: Book, key: str, now: datetime) -> str:
    """Makes an item the running one and stamps the time; called on the running one: the next. Returns its key.

    One called before others that have their turn was brought forward; one called before goes on from its beginning.
    """
    running = running_item(book)
    if running is not None and running.key == key:
        after = item_after(book, key)
        if after is None:
            return key
        key = after.key
    value = book.shelf.value(key)
    assert isinstance(value, AgendaItem)
    with book.step("call_item", number=value.number or ""):
        for one, order in (treatment.called(book.meeting, key) if is_live(book) else {}).items():
            book.change(one, treated_order=order)
        floor_acts.end(book, stamp(now))
        if running is not None:
            book.change(running.key, stage=ItemStage.DONE, end=stamp(now))
        book.change(key, stage=ItemStage.RUNNING, start=value.start or stamp(now), end=None)
        _tell_what_was_set_ahead(book, key, running.key if running else None, stamp(now))
    return key


def _tell_what_was_set_ahead(book: Book, key: str, before: str | None, now: str) -> None:
    """At the beginning of an item: who is recused in it, and who takes the chair or has it back."""
    value = book.shelf.value(key)
    assert isinstance(value, AgendaItem)
    events = [entry for entry in value.proceedings if isinstance(entry, Event)]
    told = [(event.event_type, event.person) for event in events]
    due = [(EventType.RECUSAL, recusal.person) for recusal in value.recusals]
    chair = timeline.in_chair(book.meeting, key)
    last = next((who for kind, who in reversed(told) if kind is EventType.CHAIR_CHANGE), None)
    if chair is not None and chair != last and chair != timeline.in_chair(book.meeting, before or key):
        due.append((EventType.CHAIR_CHANGE, chair))
    for place, (kind, person) in enumerate(one for one in due if one not in told):
        add_entry(book, Event(event_type=kind, person=person, from_=now), key, place)


def state(book: Book) -> State:
    """Where the meeting stands, from its entries."""
    meeting = book.meeting
    pause, excluded = None, False
    for event in happened.events(meeting):
        if event.event_type is EventType.INTERRUPTION:
            pause = event.key if event.from_ and not event.until else None
        elif event.event_type in happened.PUBLICITY:
            excluded = event.event_type is EventType.PUBLIC_EXCLUDED
    closed = meeting.end is not None or meeting.state in _FINISHED
    return State(meeting.state is not MeetingState.PREPARATION, closed, pause, excluded)


def in_public(book: Book) -> bool:
    """Whether the public is in the room: once it was let in again, also in an item that is not public."""
    running = running_item(book)
    if book.meeting.publicity is Publicity.NONPUBLIC or state(book).excluded:
        return False
    return running is None or running.public or happened.is_restored_in(running)


def is_exclusion_late(book: Book) -> bool:
    """Whether a non-public item runs and nobody has noted that the public left; not in a meeting without a public."""
    running = running_item(book)
    if running is None or running.public or book.meeting.publicity is Publicity.NONPUBLIC:
        return False
    return is_live(book) and not happened.is_restored_in(running) and not state(book).excluded


def due(book: Book) -> list[Act]:
    """What F8 offers, what is due first."""
    now, running = state(book), running_item(book)
    if not now.opened:
        return [Act.OPEN] if book.meeting.invitation else [Act.OPEN, Act.INVITE]
    if now.closed:
        return [Act.REOPEN]
    following = item_after(book, running.key) if running is not None else None
    publicity = Act.RESTORE if now.excluded else Act.EXCLUDE
    acts = [Act.RESUME if now.pause else Act.PAUSE, publicity, Act.QUORUM, Act.CLOSE]
    if running is not None and following is None:
        first = Act.RESTORE if now.excluded and announcing.due(book) else Act.CLOSE
    elif any(item.public == now.excluded for item in _to_come(running, following)):
        first = publicity
    elif not _is_quorum_stated(book):
        first = Act.QUORUM
    else:
        first = acts[0]
    acts = [first, *(act for act in acts if act is not first)] if not now.pause else acts
    if publicity is Act.EXCLUDE and audience.in_room(book):
        acts.insert(acts.index(Act.EXCLUDE) + 1, Act.EXCLUDE_STAY)
    return acts


def is_settled(book: Book, now: datetime) -> bool:
    """Whether nobody reopens the meeting without being asked: its minutes are finished, or it was over long ago."""
    return book.meeting.state in _FINISHED or _is_long_ago(book.meeting.end, now)


def _is_long_ago(end: str | None, now: datetime) -> bool:
    ended = parse_moment(end) if end else None
    return ended is not None and now - ended >= _LONG_AGO


def _is_quorum_stated(book: Book) -> bool:
    return any(event.event_type is EventType.QUORUM_STATED for event in happened.events(book.meeting))


def _to_come(running: AgendaItem | None, following: AgendaItem | None) -> list[AgendaItem]:
    """The items that say whether the public may be there."""
    now = [] if running is None or happened.is_restored_in(running) else [running]
    return now if following is None else [*now, following]


def perform(book: Book, act: Act, shown: str | None, now: datetime) -> None:
    """Does it now; events go into the running item, without one into the one that is shown."""
    running = running_item(book)
    place = running.key if running is not None else shown
    with book.step(f"procedure.{act}"):
        _ACTS[act](book, place, stamp(now))


def _invite(book: Book, place: str | None, now: str) -> None:
    """The agenda is sent out: it is kept beside as it stands, and the day is noted unless one was."""
    meeting = book.meeting
    book.change(meeting.key, invitation=invitation_of(meeting.agenda), convened_on=meeting.convened_on or now[:10])


def _open(book: Book, place: str | None, now: str) -> None:
    """From now on the agenda of the invitation stays as it is, at the latest."""
    meeting = book.meeting
    planned = meeting.scheduled_start or meeting.start
    if not meeting.invitation:
        book.change(meeting.key, invitation=invitation_of(meeting.agenda))
    book.change(meeting.key, state=MeetingState.RUNNING, scheduled_start=planned, start=now)
    items = callable_items(book)
    if running_item(book) is None and items:
        book.change(items[0].key, stage=ItemStage.RUNNING, start=now)


def _close(book: Book, place: str | None, now: str) -> None:
    """Ends the item and a pause that goes on. Who is there stays to the end: no interval is ended.

    A meeting that was reopened long after its end keeps that end.
    """
    meeting, moment = book.meeting.key, parse_moment(now)
    before = book.read(lambda db: queries.last_before_emptied(db, meeting, "end"))
    if before and moment and _is_long_ago(before, moment):
        now = before
    _resume(book, place, now)
    floor_acts.end(book, now)
    running = running_item(book)
    if running is not None:
        book.change(running.key, stage=ItemStage.DONE, end=now)
    for one, order in treatment.settled(book.meeting).items():
        book.change(one, treated_order=order)
    book.change(book.meeting.key, state=MeetingState.DRAFT, end=now)


def _reopen(book: Book, place: str | None, now: str) -> None:
    """The item that was treated last goes on; none in a meeting that was over long ago."""
    moment = parse_moment(now)
    if moment and _is_long_ago(book.meeting.end, moment):
        book.change(book.meeting.key, state=MeetingState.RUNNING, end=None)
        return
    book.change(book.meeting.key, state=MeetingState.RUNNING, end=None)
    done = [item for item in treated_items(book.meeting) if item.stage is ItemStage.DONE]
    if done and running_item(book) is None:
        last = max(reversed(done), key=lambda item: parse_moment(item.end or "") or datetime.min.replace(tzinfo=BERLIN))
        book.change(last.key, stage=ItemStage.RUNNING, end=None)


def _resume(book: Book, place: str | None, now: str) -> None:
    pause = state(book).pause
    if pause is not None:
        book.change(pause, until=now)


def _before_prepared(book: Book, place: str) -> int:
    """Before what was prepared and has not happened yet, at the end of what was written."""
    keys = entries(book, place)
    while keys and entry(book, keys[-1]).prepared:
        keys = keys[:-1]
    return len(keys)


def _event(kind: EventType) -> Callable[[Book, str | None, str], None]:
    def add(book: Book, place: str | None, now: str) -> None:
        if place is not None:
            add_entry(book, Event(event_type=kind, from_=now), place, _before_prepared(book, place))

    return add


def _exclude(*, all_stay: bool) -> Callable[[Book, str | None, str], None]:
    """The public goes, with its guests unless all of them stay; who stays besides the members is written down."""

    def exclude(book: Book, place: str | None, now: str) -> None:
        _event(EventType.PUBLIC_EXCLUDED)(book, place, now)
        if not all_stay:
            audience.send_out(book, place, now)
        if place is not None:
            audience.note_who_stays(book, place, now, _before_prepared(book, place))

    return exclude


def _state_quorum(book: Book, place: str | None, now: str) -> None:
    """What was stated stays: the entry keeps its sentence with the numbers of this moment."""
    if place is None:
        return
    rows = [book.shelf.value(key) for key in book.shelf.records]
    persons = {row.key: row for row in rows if isinstance(row, Person)}
    organizations = {row.key: row for row in rows if isinstance(row, Organization)}
    text = statement(book.meeting, persons, organizations, house.profile(book), now, place)
    event = Event(event_type=EventType.QUORUM_STATED, from_=now, text=text)
    add_entry(book, event, place, _before_prepared(book, place))


_ACTS: dict[Act, Callable[[Book, str | None, str], None]] = {
    Act.INVITE: _invite,
    Act.OPEN: _open,
    Act.QUORUM: _state_quorum,
    Act.PAUSE: _event(EventType.INTERRUPTION),
    Act.RESUME: _resume,
    Act.EXCLUDE: _exclude(all_stay=False),
    Act.EXCLUDE_STAY: _exclude(all_stay=True),
    Act.RESTORE: _event(EventType.PUBLIC_RESTORED),
    Act.CLOSE: _close,
    Act.REOPEN: _reopen,
}
