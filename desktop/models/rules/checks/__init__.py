"""The checklist: what in the minutes of a meeting does not add up. Everything here warns, nothing blocks.

Real meetings do not add up either: a finding is a question to whoever writes the minutes, never an error.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from desktop.models.rules.checks.base import (
    Facts,
    Finding,
    House,
    Part,
    Steps,
    Words,
    parts,
    read_verdict,
)
from desktop.models.rules.checks.codes import ATTENDANCE_CODES, Code, Weight, weight
from desktop.models.rules.checks.complete import check_complete, check_end
from desktop.models.rules.checks.elections import check_elections
from desktop.models.rules.checks.items import check_item, check_quorum
from desktop.models.rules.checks.presence import check_presence
from desktop.models.rules.checks.publicity import check_publicity
from desktop.models.rules.checks.times import check_intervals, check_times
from desktop.models.rules.checks.votes import check_votes
from desktop.models.rules.motions import voided
from desktop.models.rules.presence import places
from desktop.models.values import Attendance, Meeting, Organization, Person
from desktop.models.values.law import Law

__all__ = [
    "ATTENDANCE_CODES",
    "Code",
    "Facts",
    "Finding",
    "House",
    "Part",
    "Weight",
    "Words",
    "check",
    "check_meeting",
    "check_part",
    "facts",
    "in_order",
    "parts",
    "read_verdict",
    "steps",
    "weight",
]

#: where the Land or the house is not known
NEUTRAL, USUAL = Law(), House()


def check(known: Facts) -> tuple[Finding, ...]:
    """Everything that does not add up, in the order of the agenda."""
    found = [*check_meeting(known)]
    for part in parts(known.meeting):
        found += check_part(part, known)
    return tuple(found)


def facts(
    meeting: Meeting,
    persons: Mapping[str, Person],
    organizations: Mapping[str, Organization],
    law: Law = NEUTRAL,
    house: House = USUAL,
    edited: frozenset[str] = frozenset(),
    proposing: frozenset[str] = frozenset(),
) -> Facts:
    """What the checks need to know of a meeting and what is around it. Persons and organizations by key.

    ``edited`` and ``proposing``: see ``Facts``.
    """
    every = [entry for part in parts(meeting) for entry in part.entries]
    items = frozenset(item.key for item in meeting.agenda)
    lines: dict[str, list[Attendance]] = {}
    for line in meeting.attendance:
        lines.setdefault(line.person, []).append(line)
    without = Facts(
        meeting, persons, organizations, law, house, edited, voided(every), (), places(meeting), lines, proposing
    )
    blocks = (
        vote for part in parts(meeting) for vote in part.votes(without) if not items.isdisjoint({*vote.on} - {part.key})
    )
    return replace(without, blocks=tuple(blocks))


def check_meeting(known: Facts) -> tuple[Finding, ...]:
    """What does not add up and only the meeting as a whole shows."""
    return (*check_end(known), *check_quorum(known), *check_intervals(known), *check_publicity(known))


#: what is looked at in an item, one after the other
KINDS = (check_votes, check_presence, check_elections, check_item, check_times, check_complete)


def check_part(part: Part, known: Facts) -> tuple[Finding, ...]:
    """What does not add up in an item, as ``in_order`` sorts it."""
    return in_order(part, [one for one in steps(part, known) if one is not None])


def steps(part: Part, known: Facts) -> Steps:
    """The same one after the other and in no order, with pauses."""
    for kind in KINDS:
        yield from kind(part, known)
        yield None


def in_order(part: Part, found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings of an item in the order of its entries; what is about none of them comes first."""
    place = {entry.key: number for number, entry in enumerate(part.entries, start=1)}
    return tuple(sorted(found, key=lambda one: place.get(one.entry, 0)))
