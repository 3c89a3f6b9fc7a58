"""The list of speakers: who is next, how long somebody spoke, and what is left of the time to speak.

The times are those of the house (Redezeit in the Geschäftsordnung), in the item at hand those that the chair set. An
interruption of the meeting stops every clock. All of it is for the room; nothing of it is in any document.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from desktop.models.rules import happened
from desktop.models.rules.presence import moment_of
from desktop.models.values import AttendanceGroup, EventType, Meeting
from desktop.models.values.aside import FloorLimit, SpeakerTurn

#: who answers and reports for the office, not for a faction
_OFFICE = frozenset({AttendanceGroup.ADMINISTRATION, AttendanceGroup.MINUTES})
_VISITORS = frozenset({AttendanceGroup.GUEST, AttendanceGroup.PRESS})


@dataclass(frozen=True, kw_only=True, slots=True)
class SpeakingTime:
    """How long may be spoken in a house, in minutes; 0 is without limit.

    ``faction_minutes`` is for all turns of a faction in an item together. A warning comes when ``warn_percent`` of a
    limit are used up.
    """

    limit_minutes: int
    point_of_order_minutes: int
    guest_minutes: int
    administration_minutes: int
    faction_minutes: int
    warn_percent: int


class Level(StrEnum):
    """How far a limit is used up."""

    FINE = "fine"
    NEAR = "near"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Pause:
    """An interruption of the meeting; one without end goes on."""

    begin: datetime
    end: datetime | None


@dataclass(frozen=True, slots=True)
class Total:
    """How often and how long (seconds) a person, a name or a faction (its key) spoke."""

    who: str
    turns: int
    seconds: int


# --- who is next


def waiting(turns: Iterable[SpeakerTurn]) -> tuple[SpeakerTurn, ...]:
    """Those who wait, in the order in which they will speak: points of order before all others."""
    found = [turn for turn in turns if turn.ended is None and not _has_begun(turn)]
    return tuple(sorted(found, key=lambda turn: not turn.point_of_order))


def speaking(turns: Iterable[SpeakerTurn]) -> SpeakerTurn | None:
    """The turn that goes on, with its clock running or stopped."""
    return next((turn for turn in reversed(tuple(turns)) if turn.ended is None and _has_begun(turn)), None)


def done(turns: Iterable[SpeakerTurn]) -> tuple[SpeakerTurn, ...]:
    """The turns that are over."""
    return tuple(turn for turn in turns if turn.ended is not None)


def _has_begun(turn: SpeakerTurn) -> bool:
    return turn.begun is not None or turn.spoken is not None


def spoke_before(turns: Iterable[SpeakerTurn], turn: SpeakerTurn) -> int:
    """How many turns of the same person are over."""
    return sum(1 for one in done(turns) if _who(one) == _who(turn))


def _who(turn: SpeakerTurn) -> str:
    return turn.person or turn.name or ""


# --- how long


def pauses(meeting: Meeting) -> tuple[Pause, ...]:
    """The interruptions of a meeting in their order; such as overlap are one."""
    breaks = (event for event in happened.events(meeting) if event.event_type is EventType.INTERRUPTION)
    found = ((moment_of(event.from_), moment_of(event.until)) for event in breaks)
    merged: list[Pause] = []
    for one in sorted((Pause(begin, end) for begin, end in found if begin is not None), key=lambda one: one.begin):
        last = merged[-1] if merged else None
        if last is None or (last.end is not None and last.end < one.begin):
            merged.append(one)
        elif last.end is not None:
            merged[-1] = Pause(last.begin, None if one.end is None else max(last.end, one.end))
    return tuple(merged)


def is_paused(breaks: Iterable[Pause], now: datetime) -> bool:
    """Whether the meeting is interrupted."""
    return any(one.begin <= now and (one.end is None or now < one.end) for one in breaks)


def seconds(turn: SpeakerTurn, now: datetime, breaks: Iterable[Pause] = ()) -> int:
    """How long a turn has gone on, without the time in which the clock or the meeting stood still."""
    begun = moment_of(turn.begun)
    if begun is None:
        return turn.spoken or 0
    end = moment_of(turn.ended) or now
    idle = sum((_shared(one, begun, end) for one in breaks), timedelta())
    return (turn.spoken or 0) + max(int((end - begun - idle).total_seconds()), 0)


def _shared(pause: Pause, begin: datetime, end: datetime) -> timedelta:
    """How much of a pause lies between two moments."""
    last = end if pause.end is None else min(pause.end, end)
    return max(last - max(pause.begin, begin), timedelta())


def per_speaker(turns: Iterable[SpeakerTurn], now: datetime, breaks: Sequence[Pause] = ()) -> tuple[Total, ...]:
    """What each person spoke, the longest first; waiting ones are no part of it."""
    return _totals(((_who(turn), turn) for turn in turns), now, breaks)


def per_faction(turns: Iterable[SpeakerTurn], now: datetime, breaks: Sequence[Pause] = ()) -> tuple[Total, ...]:
    """What each faction spoke, the longest first."""
    return _totals(((turn.on_behalf_of, turn) for turn in turns if turn.on_behalf_of), now, breaks)


def _totals(named: Iterable[tuple[str, SpeakerTurn]], now: datetime, breaks: Sequence[Pause]) -> tuple[Total, ...]:
    found: dict[str, list[int]] = {}
    for who, turn in named:
        if turn.ended is not None or _has_begun(turn):
            found.setdefault(who, []).append(seconds(turn, now, breaks))
    totals = (Total(who, len(each), sum(each)) for who, each in found.items())
    return tuple(sorted(totals, key=lambda total: -total.seconds))


# --- how long may be spoken


def prevailing(own: FloorLimit | None, general: FloorLimit | None) -> FloorLimit:
    """What was set for an item, and where nothing was, what was set for the meeting."""
    own, general = own or FloorLimit(), general or FloorLimit()
    return FloorLimit(
        minutes=general.minutes if own.minutes is None else own.minutes,
        faction_minutes=general.faction_minutes if own.faction_minutes is None else own.faction_minutes,
    )


def limit(
    turn: SpeakerTurn, group: AttendanceGroup | None, times: SpeakingTime, own: FloorLimit | None = None
) -> int | None:
    """The time of a turn in seconds; None without limit.

    ``group`` is where the speaker stands in the attendance list. What the chair set for the item (``own``) holds for
    everybody but the office and points of order.
    """
    if turn.point_of_order:
        minutes = times.point_of_order_minutes
    elif group in _OFFICE:
        minutes = times.administration_minutes
    elif own is not None and own.minutes is not None:
        minutes = own.minutes
    else:
        minutes = times.guest_minutes if group in _VISITORS else times.limit_minutes
    return max(minutes, 0) * 60 or None


def faction_limit(times: SpeakingTime, own: FloorLimit | None = None) -> int | None:
    """The time of all turns of a faction in an item, in seconds; None without limit."""
    minutes = times.faction_minutes if own is None or own.faction_minutes is None else own.faction_minutes
    return max(minutes, 0) * 60 or None


def faction_seconds(
    turns: Iterable[SpeakerTurn], faction: str | None, now: datetime, breaks: Sequence[Pause] = ()
) -> int:
    """What a faction has used of its time; points of order do not count."""
    own = [turn for turn in turns if faction and turn.on_behalf_of == faction and not turn.point_of_order]
    return sum(seconds(turn, now, breaks) for turn in own)


def level(spent: int, allowed: int | None, warn_percent: int) -> Level:
    """How far a limit is used up."""
    if allowed is None:
        return Level.FINE
    if spent >= allowed:
        return Level.OVER
    return Level.NEAR if spent * 100 >= allowed * warn_percent else Level.FINE
