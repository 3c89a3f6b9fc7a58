"""What the list of speakers says: times, names, warnings. A sign stands beside every colour."""

from collections.abc import Sequence
from datetime import datetime

from desktop.models.rules import floor
from desktop.models.rules.floor import Level
from desktop.models.values.aside import SpeakerTurn
from desktop.text import ui_plural as _n
from desktop.text import ui_text as _
from desktop.ui.desk.floor.floor_state import FloorState, Reading
from desktop.ui.desk.names.speakers import Directory

WARNING, STOPPED, OPEN, SHUT = "⚠", "‖", "▾", "▸"


def clock(seconds: int) -> str:
    """2:40; beyond an hour 1:02:40."""
    hours, rest = divmod(max(seconds, 0), 3600)
    minutes, last = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{last:02}" if hours else f"{minutes}:{last:02}"


def name(turn: SpeakerTurn, directory: Directory) -> str:
    """Frau Muster (SPD); as typed where nobody is linked."""
    known = directory.by_key(turn.person)
    return known.label if known is not None else turn.name or _("unknown")


def title(state: FloorState, now: datetime) -> str:
    """The line above the part: »Rednerliste 2:40 · 3 warten«."""
    reading, number = state.read(now), len(state.waiting)
    parts = [_("List of speakers")]
    if reading is not None:
        sign = STOPPED if reading.stopped or reading.paused else WARNING if reading.worst is not Level.FINE else ""
        parts[0] = " ".join(filter(None, (parts[0], sign, clock(reading.seconds))))
    if number:
        parts.append(_n("{number} waits", "{number} wait", number))
    return " · ".join(parts)


def of_limit(reading: Reading) -> str:
    """How long may be spoken, for the line beside the clock; empty where there is no limit."""
    return _("of {time}", time=clock(reading.limit)) if reading.limit is not None else ""


def remarks(reading: Reading, faction: str) -> list[str]:
    """What is to be said about the time, the most urgent first; warnings begin with their sign."""
    said = []
    if reading.paused:
        said.append(f"{STOPPED} " + _("The meeting is interrupted, the clock stands still"))
    elif reading.stopped:
        said.append(f"{STOPPED} " + _("The clock is stopped"))
    if reading.limit is not None:
        said.append(_of_level(reading.level, reading.seconds, reading.limit))
    if reading.faction_limit is not None:
        used = _(
            "{faction} {used} of {limit}",
            faction=faction,
            used=clock(reading.faction_seconds),
            limit=clock(reading.faction_limit),
        )
        sign = "" if reading.faction_level is Level.FINE else f"{WARNING} "
        said.append(sign + used)
    return said


def _of_level(level: Level, spent: int, allowed: int) -> str:
    if level is Level.OVER:
        return f"{WARNING} " + _("Speaking time is over, {time} beyond", time=clock(spent - allowed))
    left = _("{time} left", time=clock(allowed - spent))
    return f"{WARNING} {left}" if level is Level.NEAR else left


def alert(reading: Reading, who: str) -> str:
    """What is told once when a limit comes near or is reached; empty where all is fine."""
    if reading.worst is Level.OVER:
        return f"{WARNING} " + _("{name}: speaking time is over", name=who)
    if reading.worst is Level.NEAR:
        return f"{WARNING} " + _("{name}: speaking time is nearly over", name=who)
    return ""


def waiting(turn: SpeakerTurn, place: int, turns: Sequence[SpeakerTurn], directory: Directory) -> str:
    """A row of one who waits: place, GO, name and whether it is not the first time."""
    before = floor.spoke_before(turns, turn)
    parts = [f"{place}.", _("PO") if turn.point_of_order else "", name(turn, directory)]
    again = f" · {before + 1}×" if before else ""
    return " ".join(filter(None, parts)) + again


def spoken_waiting(turn: SpeakerTurn, place: int, turns: Sequence[SpeakerTurn], directory: Directory) -> str:
    """The same for a screen reader."""
    before = floor.spoke_before(turns, turn)
    parts = [_("{place}. waiting: {name}", place=place, name=name(turn, directory))]
    if turn.point_of_order:
        parts.append(_("point of order"))
    if before:
        parts.append(_n("spoke once before", "spoke {number} times before", before))
    return ", ".join(parts)


def done(turn: SpeakerTurn, seconds: int, directory: Directory) -> str:
    """A row of one who has spoken."""
    mark = _("PO") + " " if turn.point_of_order else ""
    return f"✓ {mark}{name(turn, directory)}  {clock(seconds)}"


def fold(number: int, seconds: int, *, is_open: bool) -> str:
    """The row above those who have spoken."""
    said = _n("{number} has spoken", "{number} have spoken", number)
    return f"{OPEN if is_open else SHUT} {said} · {clock(seconds)}"
