"""The flow of votes as acts on the book: the next subject, parts, variants, blocks, repetition (desk.md §2 F4). No Qt.

Whenever a vote changes, the motions it is on follow in the same step.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from desktop.models.book import Book
from desktop.models.profiles import MOTION_LABELS, PageLook
from desktop.models.rules import motions, voting_order
from desktop.models.rules.voting_order import State, Stop
from desktop.models.values import (
    AgendaItem,
    Entry,
    Motion,
    MotionType,
    Organization,
    Vote,
    VoteMethod,
    VoteOption,
)
from desktop.ui import house
from desktop.ui.desk import writing
from desktop.ui.desk.items.results import following


def proceedings(book: Book, item: str) -> list[Entry]:
    """The entries of an item (or of opening and closing), in order."""
    return [writing.entry(book, key) for key in writing.entries(book, item)]


def vote_of(book: Book, key: str | None) -> Vote | None:
    """The vote with a key; None where it is something else or gone."""
    value = book.shelf.value(key) if key is not None and key in book.shelf else None
    return value if isinstance(value, Vote) else None


def open_vote(book: Book, item: str) -> str | None:
    """The newest vote of an item that was begun and not finished."""
    votes = (entry for entry in proceedings(book, item) if isinstance(entry, Vote) and not entry.prepared)
    return next((vote.key for vote in reversed(list(votes)) if not motions.is_finished(vote)), None)


# --- the chain of an item


def chain(book: Book, item: str, wanted: Sequence[str] = ()) -> tuple[Stop, ...]:
    """What is voted on at an item, in order; ``wanted`` is the order that somebody set, by key."""
    value = book.shelf.value(item)
    if not isinstance(value, AgendaItem):
        return ()
    elsewhere = [vote for _other, vote in votes_elsewhere(book, item)]
    first = house.profile(book).votes.amendments_first
    proposal = writing.proposal(book, item)
    return voting_order.chain(value, proposal=proposal, amendments_first=first, wanted=wanted, elsewhere=elsewhere)


def votes_elsewhere(book: Book, item: str) -> list[tuple[AgendaItem, Vote]]:
    """The finished votes taken at other items that decide this one too, each with its item."""
    others = [
        other
        for other in book.meeting.agenda
        if other.key != item and any(isinstance(entry, Vote) and item in entry.on for entry in other.proceedings)
    ]
    return [(other, vote) for other in others for vote in motions.counting(other.proceedings) if item in vote.on]


def stop_of(book: Book, key: str | None) -> str | None:
    """The stop of the chain that a vote is on: its first motion, or its item; None where it is no vote."""
    vote = vote_of(book, key)
    return None if vote is None else next(iter(vote.on), writing.item_of(book, vote.key))


def name_of(book: Book, motion: Motion) -> str:
    """A motion as documents call it: its title, else kind and movers, e.g. Änderungsantrag: SPD."""
    names = []
    for key in motion.movers:
        mover = book.shelf.value(key) if key in book.shelf else None
        names.append((mover.short_name or mover.name) if isinstance(mover, Organization) else "")
    kind = house.profile(book).label(MOTION_LABELS[motion.motion_type], PageLook.DRUCK)
    movers = ", ".join(filter(None, (*names, motion.mover_name)))
    return motion.title or ": ".join(filter(None, (kind, movers)))


# --- beginning a vote


def add_vote(book: Book, item: str, at: str, *, wanted: Sequence[str] = (), after: str | None = None) -> str:
    """A new vote on the next subject of the chain; on the resolution where everything was voted on.

    ``after`` is the stop of the vote from within which the next one was asked for.
    """
    return vote_on(book, item, voting_order.next_stop(chain(book, item, wanted), after), at)


def vote_on(book: Book, item: str, stop: Stop | None, at: str) -> str:
    """A new vote on a stop."""
    return _add(book, item, question(book, stop), at)


def question(book: Book, stop: Stop | None) -> Vote:
    """What a stop is voted on next: its next part where parts were voted on, the whole after the last part."""
    vote = Vote(on=(stop.key,) if stop is not None and stop.motion is not None else ())
    if stop is None or stop.state is not State.BEGUN or not stop.parts:
        return vote
    number = voting_order.open_number(stop.text, _numbers(stop.parts)) if voting_order.numbers(stop.text) else None
    if number is not None:
        return replace(vote, part=writing.PART.format(number=number))
    subject = name_of(book, stop.motion) if stop.motion is not None else None
    return replace(vote, subject=" – ".join(filter(None, (subject, writing.FINAL_VOTE))))


def part_vote(book: Book, item: str, stop: Stop, at: str) -> str:
    """A new vote on the next part of a stop."""
    number = voting_order.open_number(stop.text, _numbers(stop.parts)) or len(stop.parts) + 1
    on = (stop.key,) if stop.motion is not None else ()
    return _add(book, item, Vote(on=on, part=writing.PART.format(number=number)), at)


def _numbers(parts: Iterable[str]) -> list[int]:
    return [int(found[0]) for part in parts if (found := re.search(r"\d+", part))]


def variants_vote(book: Book, item: str, at: str, wanted: Sequence[str] = ()) -> str:
    """A new vote between variants: the open alternatives of the item, else two without a motion."""
    found = alternatives(chain(book, item, wanted))
    if len(found) > 1:
        options = tuple(VoteOption(label=name_of(book, motion)) for motion in found)
        return _add(book, item, Vote(on=tuple(motion.key for motion in found), options=options), at)
    return _add(
        book, item, Vote(options=tuple(VoteOption(label=writing.VARIANT.format(letter=one)) for one in "AB")), at
    )


def alternatives(stops: Iterable[Stop]) -> list[Motion]:
    """The alternative motions that nobody has voted on yet."""
    found = (stop.motion for stop in stops if stop.state is State.OPEN and stop.motion is not None)
    return [motion for motion in found if motion.motion_type is MotionType.ALTERNATIVE]


def _add(book: Book, item: str, vote: Vote, at: str) -> str:
    words = house.profile(book).procedural
    method = vote.method or motions.proposed_method(proceedings(book, item), words) or VoteMethod.OPEN
    return writing.add_entry(book, replace(vote, method=method, at=at, prepared=writing.is_prepared(book)), item)


# --- void and repeated


def repeatable(book: Book, item: str, current: str | None) -> str | None:
    """The vote that can be repeated: the current one where it has a result, else the last of the item that counts."""
    votes = [vote.key for vote in motions.counting(proceedings(book, item))]
    return current if current in votes else votes[-1] if votes else None


def repeat(book: Book, key: str, reason: str, at: str) -> str:
    """A new vote in place of one that is void, on the same and taken in the same way; returns its key."""
    old = writing.entry(book, key)
    assert isinstance(old, Vote)
    new = Vote(
        subject=old.subject,
        on=old.on,
        part=old.part,
        method=old.method,
        majority=old.majority,
        organization=old.organization,
        yes_means_rejection=old.yes_means_rejection,
        public=old.public,
        options=tuple(replace(option, votes=0) for option in old.options),
        voids=key,
        void_reason=reason or None,
    )
    with book.step("repeat_vote"):
        return _add(book, writing.item_of(book, key), new, at)


# --- what follows from a vote


@contextmanager
def settling(book: Book, key: str) -> Iterator[None]:
    """A step that changes a vote: the motions it was or is on take over what became of them, and so do the items."""
    before = proceedings(book, writing.item_of(book, key))
    with book.step("change.Vote"), following(book, key):
        yield
        _follow(book, key, before)


def remove(book: Book, key: str) -> None:
    """Removes an entry. What followed from a vote is taken back in the same step."""
    if vote_of(book, key) is None:
        book.remove(key)
        return
    with book.step("remove.Vote"):
        with settling(book, key):
            book.change(key, prepared=True)  # counts no more, whatever its result stands in
        book.remove(key)


def settle_typed(book: Book, before: Vote) -> None:
    """The motions follow a vote that was changed by typing; ``before`` is what it was."""
    entries = proceedings(book, writing.item_of(book, before.key))
    with book.step("change.Vote"):
        _follow(book, before.key, [before if entry.key == before.key else entry for entry in entries])


def _follow(book: Book, key: str, before: Sequence[Entry]) -> None:
    """Motions get the outcome that the votes give them, unless somebody has set another by hand."""
    entries = proceedings(book, writing.item_of(book, key))
    votes = (entry for entry in (*before, *entries) if isinstance(entry, Vote) and entry.key == key)
    for motion in dict.fromkeys(one for vote in votes for one in vote.on if one in book.shelf):
        stored = book.shelf.value(motion)
        was, now = motions.outcome_of(motion, before), motions.outcome_of(motion, entries)
        if isinstance(stored, Motion) and motions.follows(stored.outcome, was, now):
            book.change(motion, outcome=now)
