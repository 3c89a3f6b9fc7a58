"""The agenda in the room: each change with its sentence in the minutes, and the vote it may need (desk.md §6).

Before the meeting is opened these acts change the agenda and say nothing. A sentence stands in the item that runs,
without one in the item itself. Taking a change back takes its sentence back as long as nobody has rewritten it.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from desktop.clock import stamp
from desktop.models.book import Book
from desktop.models.rules import numbering, publicity, treatment
from desktop.models.rules.presence import treated_items
from desktop.models.values import (
    AgendaItem,
    Event,
    EventType,
    ItemKind,
    Majority,
    Meeting,
    MotionType,
    TextEntry,
)
from desktop.ui import house
from desktop.ui.desk.items import agenda_acts
from desktop.ui.desk.items.agenda_acts import item
from desktop.ui.desk.procedure import agenda_words as words
from desktop.ui.desk.procedure import course
from desktop.ui.desk.procedure.hushing import TEXTS, entries, hush
from desktop.ui.desk.writing import add_entry


@dataclass(frozen=True, slots=True)
class VoteOffer:
    """A vote that a change may need: F4 takes it, nobody has to.

    ``event`` is the sentence before which the vote belongs, ``majority`` what the law asks for beyond the simple one,
    ``before`` and ``after`` the meeting around the change, for the case that the vote refuses it; ``papers`` are those
    that it made not public.
    """

    event: str
    subject: str
    before: Meeting
    after: Meeting
    motion_type: MotionType = MotionType.AGENDA
    majority: Majority | None = None
    papers: tuple[str, ...] = ()


Offering = Callable[[VoteOffer], None]
"""Is told the vote that an act may need."""


# --- the acts


def remove(book: Book, key: str, now: datetime, offer: Offering) -> bool:
    """Takes an item off, or back on. Returns whether it is gone altogether."""
    if not course.is_live(book) or _is_divider(book, key):
        return agenda_acts.remove(book, key)
    before, text = book.meeting, words.removed(book, item(book, key))
    with book.step("removed_item"), retelling(book, key):
        agenda_acts.remove(book, key)
        if not treatment.is_off(item(book, key)):
            _replace(book, key, EventType.ITEM_REMOVED, text, "", now)
            return False
        event = _tell(book, key, EventType.ITEM_REMOVED, text, now)
    subject = words.phrases(book).vote_removed.format(item=words.named(book, item(book, key)))
    offer(VoteOffer(event, subject, before, book.meeting))
    return False


def stays(book: Book, key: str) -> bool:
    """Whether an item, or one below it, was treated: it is not taken off."""
    if _is_divider(book, key) or treatment.is_off(item(book, key)):
        return False
    return any(treatment.is_treated(item(book, part)) for part in agenda_acts.block(book, key))


def place_of_new(book: Book, after: str | None) -> str | None:
    """Behind which item a new one comes: behind the chosen one, at the end of its part where that has begun."""
    if after is None or not treatment.has_begun(item(book, after)):
        return after
    part = [one for one in book.meeting.agenda if one.public == item(book, after).public]
    return [one.key for one in part if numbering.level(one.number) == 1][-1]


def add(book: Book, after: str | None, name: str, reason: str, now: datetime, offer: Offering) -> str:
    """A new item comes onto the agenda in the room, as urgent where a reason is given. Returns its key."""
    before = book.meeting
    with book.step("added_item"):
        key = agenda_acts.add(book, place_of_new(book, after), name=name)
        new = item(book, key)
        event = _tell(book, key, EventType.ITEM_ADDED, words.added(book, new, reason if new.public else ""), now)
        if reason and not new.public:  # it may tell what the title would
            add_entry(
                book, TextEntry(text=words.phrases(book).reason.format(reason=reason.rstrip(".")), at=stamp(now)), key
            )
    subject = words.phrases(book).vote_added.format(item=words.named(book, new))
    offer(VoteOffer(event, subject, before, book.meeting, MotionType.URGENCY, house.law(book).votes.urgency))
    return key


def shift(book: Book, key: str, by: int, now: datetime, offer: Offering) -> bool:
    """An item is treated earlier (-1) or later (+1); its place and its number stay. False where that cannot be."""
    orders = treatment.shifted(book.meeting, agenda_acts.block(book, key), by)
    if not orders:
        return False
    before = book.meeting
    moved, told = words.moved(book, item(book, key)), list[str]()
    with book.step("moved_item"), retelling(book, key):
        for one, order in orders.items():
            book.change(one, treated_order=order)
        after = words.moved(book, item(book, key)) if course.is_live(book) else moved
        if after != moved:
            told = _replace(book, key, EventType.ITEM_MOVED, moved, after, now)
    subject = words.phrases(book).vote_moved.format(item=words.named(book, item(book, key)))
    for event in told:
        offer(VoteOffer(event, subject, before, book.meeting))
    return True


@contextmanager
def retelling(book: Book, key: str | None = None) -> Iterator[None]:
    """What an act makes of the other items: their sentences tell what is so in the end, or go.

    The item ``key`` is left out: the act itself tells of it.
    """
    before = words.told(book)
    yield
    after = words.told(book) if course.is_live(book) else before
    for of, text in before.items():
        found = _find(book, of[0], text) if of[1] != key and after.get(of) != text else None
        if found is not None and of in after:
            book.change(found, text=after[of])
        elif found is not None:
            book.remove(found)


def toggle_together(book: Book, key: str, other: str, now: datetime, offer: Offering) -> None:
    """An item is treated together with another one and all it is with, or no longer with any."""
    if _is_divider(book, key) or _is_divider(book, other):
        return
    meeting, group = book.meeting, together(book, other)
    joined = {one.key for one in group}
    apart = key in joined
    keys = [one.key for one in book.meeting.agenda if one.key in joined ^ {key}]
    before = words.together(book, group)
    with book.step("joined_items"):
        book.change(key, treated_with=())
        for one in keys:
            book.change(one, treated_with=tuple(part for part in keys if part != one))
        after = words.together(book, [item(book, one) for one in keys])
        told = _replace(book, other, EventType.OTHER, before, after, now) if course.is_live(book) else []
    for event in () if apart else told:
        subject = words.phrases(book).vote_together.format(items=words.listed(book, together(book, key)))
        offer(VoteOffer(event, subject, meeting, book.meeting))


def together(book: Book, key: str) -> list[AgendaItem]:
    """An item with those that are treated together with it, in the order of the agenda."""
    keys = {key, *item(book, key).treated_with}
    return [one for one in book.meeting.agenda if one.key in keys]


def toggle_public(book: Book, key: str, now: datetime, offer: Offering) -> None:
    """An item goes into the other part, at its end, under a number of that part."""
    if not course.was_opened(book):
        agenda_acts.toggle_public(book, key)
        return
    if _is_divider(book, key):
        return
    before, old = book.meeting, item(book, key)
    held = {paper for part in agenda_acts.block(book, key) for paper in item(book, part).papers}
    shown_papers = sorted(paper for paper in held if agenda_acts.is_public_paper(book, paper))
    closing = [item(book, part) for part in agenda_acts.block(book, key)] if old.public else []
    with book.step("publicity.AgendaItem"):
        with retelling(book):
            agenda_acts.toggle_public(book, key)
        for one in closing:
            hush(book, one)
        new = item(book, key)
        if not treatment.has_begun(old):
            agenda_acts.to_end_of_part(book, key)
        if not course.is_live(book):
            return
        event = _tell(book, key, EventType.ITEM_MOVED, words.changed_publicity(book, old, new), now)
    pattern = words.phrases(book).vote_public if new.public else words.phrases(book).vote_nonpublic
    shown = words.numbered(book, old) if words.number_of(old) else words.named(book, new)
    hidden = tuple(paper for paper in shown_papers if not agenda_acts.is_public_paper(book, paper))
    offer(VoteOffer(event, pattern.format(item=shown), before, book.meeting, papers=hidden))


# --- the sentences


def _is_divider(book: Book, key: str) -> bool:
    """A line between the items has no turn and no sentence."""
    return item(book, key).kind is ItemKind.DIVIDER


def _tell(book: Book, key: str, kind: EventType, text: str, now: datetime) -> str:
    running = course.running_item(book)
    begun = [one.key for one in treated_items(book.meeting) if treatment.has_begun(one)]
    place = running.key if running is not None else (begun or [key])[-1]
    event = Event(event_type=kind, from_=stamp(now), text=text)
    return add_entry(book, event, place)


def _replace(book: Book, key: str, kind: EventType, before: str, after: str, now: datetime) -> list[str]:
    """Another sentence in place of an earlier one, or behind the last; returns its key, nothing where it is gone."""
    found = _find(book, kind, before)
    if found is None:
        return [_tell(book, key, kind, after, now)] if after else []
    if not after:
        book.remove(found)
        return []
    book.change(found, text=after, from_=stamp(now))
    return [found]


def naming(book: Book, key: str, names: frozenset[str]) -> int:
    """How many public texts name an item that is public no more."""
    if publicity.item_is_public(book.meeting, item(book, key)):
        return 0
    shown = (one for one in entries(book, public=True) if publicity.entry_is_public(one))
    texts = (" ".join(getattr(one, name, None) or "" for name in TEXTS) for one in shown)
    return sum(any(name in text for name in names) for text in texts)


def _find(book: Book, kind: EventType, text: str) -> str | None:
    """The last sentence of a kind with just these words."""
    events = [one for line in book.meeting.agenda for one in line.proceedings if isinstance(one, Event)]
    return next((one.key for one in reversed(events) if one.event_type is kind and text and one.text == text), None)
