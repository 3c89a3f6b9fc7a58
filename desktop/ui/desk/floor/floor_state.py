"""What the list of speakers shows, read from the book at once; only the time goes on without it. No widgets here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from desktop.models.book import Book
from desktop.models.rules import floor
from desktop.models.values import AttendanceGroup
from desktop.models.values.aside import FloorLimit, SpeakerTurn
from desktop.ui import house
from desktop.ui.desk.floor import floor_acts as acts


@dataclass(frozen=True, slots=True)
class Reading:
    """The clock at one moment, in seconds; a limit or a faction's time that does not exist is None."""

    seconds: int
    limit: int | None
    level: floor.Level
    faction_seconds: int
    faction_limit: int | None
    faction_level: floor.Level
    stopped: bool
    paused: bool

    @property
    def worst(self) -> floor.Level:
        """The level to warn of."""
        levels = (self.level, self.faction_level)
        return next((one for one in (floor.Level.OVER, floor.Level.NEAR) if one in levels), floor.Level.FINE)


@dataclass(frozen=True, slots=True)
class FloorState:
    """The turns of an item and of the meeting, with what their times are measured by.

    ``own`` was set for the item, ``general`` for the meeting.
    """

    item: str | None
    turns: tuple[SpeakerTurn, ...]
    all_turns: tuple[SpeakerTurn, ...]
    breaks: tuple[floor.Pause, ...]
    times: floor.SpeakingTime
    own: FloorLimit | None
    general: FloorLimit | None
    group: AttendanceGroup | None

    @property
    def speaking(self) -> SpeakerTurn | None:
        """The turn that goes on, in whatever item it began."""
        return floor.speaking(self.all_turns)

    @property
    def waiting(self) -> tuple[SpeakerTurn, ...]:
        """Those who wait in the item."""
        return floor.waiting(self.turns)

    @property
    def done(self) -> tuple[SpeakerTurn, ...]:
        """The turns of the item that are over."""
        return floor.done(self.turns)

    def seconds(self, turns: Sequence[SpeakerTurn], now: datetime) -> int:
        """What turns took together."""
        return sum(floor.seconds(turn, now, self.breaks) for turn in turns)

    def read(self, now: datetime) -> Reading | None:
        """The clock; None where nobody speaks."""
        turn = self.speaking
        if turn is None:
            return None
        set_here = floor.prevailing(self.own, self.general)
        spent, allowed = floor.seconds(turn, now, self.breaks), floor.limit(turn, self.group, self.times, set_here)
        counts = turn.on_behalf_of is not None and not turn.point_of_order
        together = floor.faction_seconds(self.turns, turn.on_behalf_of, now, self.breaks)
        shared = floor.faction_limit(self.times, set_here) if counts else None
        warn = self.times.warn_percent
        return Reading(
            seconds=spent,
            limit=allowed,
            level=floor.level(spent, allowed, warn),
            faction_seconds=together,
            faction_limit=shared,
            faction_level=floor.level(together, shared, warn),
            stopped=turn.begun is None,
            paused=floor.is_paused(self.breaks, now),
        )


def state_of(book: Book, item: str | None) -> FloorState:
    """The list of an item as the book has it."""
    every = tuple(acts.turns(book))
    going = floor.speaking(every)
    person = going.person if going is not None else None
    groups = (line.group for line in book.meeting.attendance if person is not None and line.person == person)
    return FloorState(
        item=item,
        turns=tuple(turn for turn in every if turn.item == item),
        all_turns=every,
        breaks=floor.pauses(book.meeting) if every else (),
        times=house.profile(book).speaking,
        own=acts.limit_of(book, item),
        general=acts.limit_of(book, book.meeting_key),
        group=next(groups, None),
    )
