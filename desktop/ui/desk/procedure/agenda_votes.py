"""The vote that a change of the agenda may need: F4 takes it right after the change, nobody has to (desk.md §6)."""

from typing import TypeGuard

from desktop.models.book import Book
from desktop.models.values import Entry, Motion, MotionOutcome, Vote, VoteMethod
from desktop.ui.desk.items import agenda_acts
from desktop.ui.desk.procedure import course
from desktop.ui.desk.procedure.agenda_live import VoteOffer, retelling
from desktop.ui.desk.writing import add_entry, entries, entry, item_of

#: what the changes of the agenda set
_FIELDS = ("result", "result_class", "treated_order", "treated_with", "public", "number")


def is_open(book: Book, offer: VoteOffer | None) -> bool:
    """Whether the vote is still the next thing: its sentence is the last entry of the item that runs."""
    if offer is None or offer.event not in book.shelf:
        return False
    place, running = item_of(book, offer.event), course.running_item(book)
    return entries(book, place)[-1] == offer.event and (running is None or running.key == place)


def begin(book: Book, offer: VoteOffer, now: str) -> str:
    """Motion and vote before the sentence, as one step; returns the key of the vote."""
    place = item_of(book, offer.event)
    at = entries(book, place).index(offer.event)
    motion = Motion(motion_type=offer.motion_type, title=offer.subject, outcome=MotionOutcome.OPEN, at=now)
    with book.step("agenda_vote"):
        key = add_entry(book, motion, place, at)
        vote = Vote(on=(key,), method=VoteMethod.OPEN, majority=offer.majority, at=now)
        return add_entry(book, vote, place, at + 1)


def is_refused(book: Book, offer: VoteOffer) -> bool:
    """Whether the vote on a change was taken and lost."""
    if offer.event not in book.shelf:
        return False
    keys = entries(book, item_of(book, offer.event))
    motions = (entry(book, key) for key in keys[: keys.index(offer.event)])
    moved = [one for one in motions if _is_motion(one, offer)]
    return bool(moved) and moved[-1].outcome is MotionOutcome.REJECTED


def take_back(book: Book, offer: VoteOffer) -> None:
    """The change and its sentence go; motion and vote stay in the minutes, and so does what was changed besides."""
    before = {item.key: item for item in offer.before.agenda}
    closed = staying_closed(book, offer)
    with book.step("agenda_refused"), retelling(book):
        book.remove(offer.event)
        for item in (item for item in offer.after.agenda if item.key in book.shelf):
            old = before.get(item.key)
            if old is None:
                _withdraw(book, item.key)
                continue
            fields = {name: getattr(old, name) for name in _FIELDS if getattr(old, name) != getattr(item, name)}
            book.change(item.key, **fields)
        agenda_acts.keep_closed(book, closed)
        for paper in offer.papers:
            if paper in book.shelf:
                book.change(paper, public=True)
        if list(before) != [item.key for item in offer.after.agenda if item.key in before]:
            _reorder(book, [key for key in before if key in book.shelf])


def staying_closed(book: Book, offer: VoteOffer) -> list[Entry]:
    """What was written in items that the change made not public: it stays so where the change is taken back."""
    public = {item.key for item in offer.before.agenda if item.public}
    items = (item.key for item in offer.after.agenda if item.key in public and not item.public)
    return [one for key in items if key in book.shelf for one in _written_since(book, offer, key)]


def _written_since(book: Book, offer: VoteOffer, item: str) -> list[Entry]:
    """What was written or changed in an item since the change, but for the vote on it."""
    known = [one for meeting in (offer.before, offer.after) for line in meeting.agenda for one in line.proceedings]
    motions = {one.key for one in agenda_acts.item(book, item).proceedings if _is_motion(one, offer)}
    since = (one for one in agenda_acts.item(book, item).proceedings if one not in known and one.key not in motions)
    return [one for one in since if not (isinstance(one, Vote) and motions.intersection(one.on))]


def _is_motion(one: Entry, offer: VoteOffer) -> TypeGuard[Motion]:
    return isinstance(one, Motion) and one.title == offer.subject


def _withdraw(book: Book, key: str) -> None:
    """A new item goes; where something was written in it, it stays with that, taken off."""
    if any(book.shelf.children(key, slot) for slot in ("proceedings", "files", "recusals")):
        agenda_acts.mark_removed(book, key)
    else:
        book.remove(key)


def _reorder(book: Book, keys: list[str]) -> None:
    for place, key in enumerate(keys):
        if book.shelf.children(book.meeting.key, agenda_acts.AGENDA)[place] != key:
            book.move(key, place)
