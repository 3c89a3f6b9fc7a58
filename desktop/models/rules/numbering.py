"""Numbers of agenda items, as ALLRIS and the councils number them.

The public and the non-public part are numbered apart, both from 1: Ö 1, Ö 3.2, N 1. A number has up to three levels;
the last step may carry a letter for what came in between (5a). Any other text is a free override: it is shown as it
stands and takes no part in counting. The prefix is never stored (session file: agendaItem.number).
"""

import re
from collections.abc import Iterable, Sequence

from desktop.models.values import AgendaItem, ItemKind
from desktop.models.values.phrases import Numbering

PUBLIC_PREFIX = "Ö"
NONPUBLIC_PREFIX = "N"
#: ALLRIS knows three levels (tofnum, tofunum, tofuunum)
MAX_LEVEL = 3

_STEP = re.compile(r"([0-9]{1,6})([a-z]?)")
_DIGITS = re.compile(r"[0-9]+")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"

Step = tuple[int, str]


class TooDeepError(ValueError):
    """A number below the third level was asked for."""


def steps(number: str | None) -> tuple[Step, ...]:
    """The levels of a number, each as (count, letter): 3.2a gives ((3, ""), (2, "a")).

    Empty for no number and for a free override.
    """
    matches = [_STEP.fullmatch(part) for part in (number or "").split(".")]
    found = tuple((int(match[1]), match[2]) for match in matches if match)
    return found if len(found) == len(matches) <= MAX_LEVEL else ()


def level(number: str | None) -> int:
    """The level an item stands on, 1 to 3; free overrides and items without a number stand on the first."""
    return max(1, len(steps(number)))


def parent_number(number: str | None) -> str | None:
    """The number an item stands below: 3.2.1 stands below 3.2. None on the first level."""
    return number.rpartition(".")[0] if number and len(steps(number)) > 1 else None


def display(number: str | None, public: bool) -> str:
    """The number as shown, with its part in front: Ö 3.2. Empty without a number; a prefix is never doubled."""
    if not number:
        return ""
    if re.match(rf"[{PUBLIC_PREFIX}{NONPUBLIC_PREFIX}](\s|[0-9])", number):
        return number
    return f"{PUBLIC_PREFIX if public else NONPUBLIC_PREFIX} {number}"


def counted_through(agenda: Iterable[AgendaItem]) -> dict[str, str]:
    """The numbers, by key, of an agenda whose items are counted through all parts on the first level.

    In the order of the agenda: behind Ö 8 comes 9 for N 1. Gaps within a part, letters and lower levels stay as they
    are. Items without a number and free overrides are left out.
    """
    firsts: dict[tuple[bool, int], int] = {}
    last = {True: 0, False: 0}
    found, count = {}, 0
    for item in agenda:
        levels = steps(item.number)
        if not levels or not item.number:
            continue
        stored = levels[0][0]
        if (item.public, stored) not in firsts:
            count += max(1, stored - last[item.public])
            firsts[item.public, stored], last[item.public] = count, stored
        found[item.key] = _DIGITS.sub(str(firsts[item.public, stored]), item.number, count=1)
    return found


def printed(number: str | None, public: bool, style: Numbering) -> str:
    """The number as documents of a house write it. Empty without a number; one with its own prefix stays as it is."""
    if not number or display(number, public) == number:
        return number or ""
    return (style.public if public else style.nonpublic).format(number=number)


def parents(agenda: Sequence[AgendaItem]) -> dict[str, str]:
    """The key of the item that each item stands below; items on the first level are left out.

    An item whose parent number is nowhere in its part stands below nothing.
    """
    by_number = {(item.public, item.number): item.key for item in reversed(agenda) if steps(item.number)}
    found = {item.key: by_number.get((item.public, parent_number(item.number))) for item in agenda}
    return {key: parent for key, parent in found.items() if parent is not None}


def next_number(agenda: Iterable[AgendaItem], *, public: bool, below: str | None = None) -> str:
    """The next free number of a part, or below a number: after 1, 2 and 5 comes 6.

    Numbers of removed items stay taken. Raises TooDeepError below the third level, ValueError below a free override.
    """
    above = steps(below)
    if below and not above:
        raise ValueError(below)
    if len(above) == MAX_LEVEL:
        raise TooDeepError(below)
    siblings = (
        found
        for item in agenda
        if item.public == public and len(found := steps(item.number)) == len(above) + 1 and found[:-1] == above
    )
    last = max((found[-1][0] for found in siblings), default=0)
    return f"{below}.{last + 1}" if below else str(last + 1)


def number_between(agenda: Sequence[AgendaItem], after: AgendaItem) -> str:
    """The number of an item that comes in right after another one, without touching the rest: 5a after 5.

    Where the letters are used up, or the item has no number to count by, the next free number of the part.
    """
    found = steps(after.number)
    taken = {item.number for item in agenda if item.public == after.public}
    if found and after.number:
        stem = after.number.rstrip(_LETTERS)
        for letter in _LETTERS[_LETTERS.find(found[-1][1]) + 1 if found[-1][1] else 0 :]:
            if stem + letter not in taken:
                return stem + letter
    return next_number(agenda, public=after.public)


def renumbered(agenda: Iterable[AgendaItem]) -> dict[str, str]:
    """New numbers without gaps and letters, by key, for an agenda in its present order.

    Each part counts from 1 and every item keeps its level, as far as there is an item above it. Dividers without a
    number stay without one, free overrides stay as they are; neither is in the result.
    """
    numbers: dict[str, str] = {}
    counters: dict[bool, list[int]] = {True: [], False: []}
    for item in agenda:
        if (item.number and not steps(item.number)) or (item.kind is ItemKind.DIVIDER and not item.number):
            continue
        counter = counters[item.public]
        depth = min(level(item.number), len(counter) + 1)
        counter[:] = [*counter, 0][:depth]
        counter[-1] += 1
        numbers[item.key] = ".".join(map(str, counter))
    return numbers
