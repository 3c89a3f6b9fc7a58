"""What a new meeting begins with: items of a template, of the last meeting, of a pasted text, and what was put off."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from desktop.models.rules import numbering
from desktop.models.rules.agenda_kinds import kind_of
from desktop.models.rules.agenda_text import ReadItem
from desktop.models.values import AgendaItem, ItemKind, ItemStage, Meeting, MeetingState, ResultClass, TextEntry
from desktop.models.values.aside import StandingItem


@dataclass(frozen=True, kw_only=True, slots=True)
class PlannedItem:
    """An item before it is in the book. ``references`` are numbers of papers, ``papers`` keys of those in the book."""

    name: str
    number: str | None = None
    public: bool = True
    kind: ItemKind | None = None
    subtitle: str | None = None
    #: rich text, written there beforehand
    text: str | None = None
    references: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()


class PutOff(StrEnum):
    """Why an item comes back."""

    POSTPONED = "postponed"
    UNTREATED = "untreated"
    REMOVED = "removed"


@dataclass(frozen=True, kw_only=True, slots=True)
class Carried:
    """An item that was put off, as it would come back. ``meeting`` is where, ``item`` its key there."""

    planned: PlannedItem
    reason: PutOff
    meeting: Meeting
    item: str
    #: as the minutes word it, e.g. vertagt
    result: str | None = None


#: what stands on every agenda; the rest is the business of the day
_STANDING = frozenset({ItemKind.FORMALITY, ItemKind.QUESTION, ItemKind.REPORT})
_LEADING = frozenset({ItemKind.FORMALITY, ItemKind.QUESTION})

#: titles that name the meeting before
_OF_MINUTES = re.compile(r"Niederschrift|Protokoll", re.IGNORECASE)
_SITTING = re.compile(
    r"[0-9]+\. Sitzung(?P<day> (?P<word>am|vom) [0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4})?"
    r"|(?P<last>der (?:letzten|vorigen|vorangegangenen) Sitzung)"
)


def of_template(items: Sequence[StandingItem]) -> tuple[PlannedItem, ...]:
    """The items of a template."""
    return tuple(PlannedItem(name=one.name, public=one.public, kind=one.kind, text=one.text) for one in items)


def of_text(items: Sequence[ReadItem]) -> tuple[PlannedItem, ...]:
    """The items that were read from a text."""
    return tuple(
        PlannedItem(
            name=one.name,
            number=one.number,
            public=one.public,
            kind=one.kind,
            subtitle=one.subtitle,
            references=one.references,
        )
        for one in items
    )


def frame(agenda: Sequence[AgendaItem]) -> tuple[StandingItem, ...]:
    """The standing items of an agenda: opening, questions, reports; nothing with a paper, nothing that came later."""
    found = []
    for item in agenda:
        kind = item.kind if item.kind not in (None, ItemKind.ITEM) else kind_of(item.name)
        stands = kind in _STANDING and numbering.level(item.number) == 1
        if stands and not (item.papers or item.supplementary or item.result_class is ResultClass.REMOVED):
            found.append(StandingItem(name=item.name, public=item.public, kind=kind))
    return tuple(found)


def naming_last(items: Sequence[PlannedItem], number: str | None, day: str) -> tuple[PlannedItem, ...]:
    """Items whose titles name the minutes of the last meeting, now that of ``number`` on ``day`` (ISO date)."""
    if not number or not number.isdigit():
        return tuple(items)
    year, month, date = day[:10].split("-")

    def named(match: re.Match[str]) -> str:
        if match["last"]:
            return f"über die {number}. Sitzung am {date}.{month}.{year}"
        return f"{number}. Sitzung" + (f" {match['word']} {date}.{month}.{year}" if match["day"] else "")

    return tuple(
        replace(one, name=_SITTING.sub(named, one.name, count=1)) if _OF_MINUTES.search(one.name) else one
        for one in items
    )


def put_off(meetings: Sequence[Meeting]) -> tuple[Carried, ...]:
    """What earlier meetings of a body left for later, the newest meeting first among ``meetings``.

    An item that a later agenda had again, by its paper or its name, is settled there.
    """
    seen: set[str] = set()
    found = []
    for meeting in meetings:
        for item in meeting.agenda:
            reason = _reason(meeting, item)
            if reason is not None and not seen & _marks(item):
                found.append(_carried(meeting, item, reason))
        seen.update(mark for item in meeting.agenda for mark in _marks(item))
    return tuple(found)


def not_on(agenda: Sequence[AgendaItem], carried: Sequence[Carried]) -> tuple[Carried, ...]:
    """What was put off and is not on an agenda yet, by paper or name."""
    there = {mark for item in agenda for mark in _marks(item)}
    return tuple(one for one in carried if not there & {*one.planned.papers, one.planned.name.casefold().strip()})


def _reason(meeting: Meeting, item: AgendaItem) -> PutOff | None:
    if meeting.state is MeetingState.PREPARATION or item.kind is ItemKind.DIVIDER:
        return None
    if item.result_class is ResultClass.POSTPONED:
        return PutOff.POSTPONED
    if item.result_class is ResultClass.REMOVED:
        return PutOff.REMOVED
    stages = {one.stage for one in meeting.agenda}
    over = meeting.state is not MeetingState.RUNNING and ItemStage.DONE in stages
    untouched = item.stage in (None, ItemStage.OPEN) and not (item.result_class or item.result or item.resolution)
    if over and untouched and item.kind not in _STANDING and not _groups(meeting, item):
        return None if any(not entry.prepared for entry in item.proceedings) else PutOff.UNTREATED
    return None


def _groups(meeting: Meeting, item: AgendaItem) -> bool:
    return item.key in numbering.parents(meeting.agenda).values()


def _marks(item: AgendaItem) -> set[str]:
    return {*item.papers, item.name.casefold().strip()}


def _carried(meeting: Meeting, item: AgendaItem, reason: PutOff) -> Carried:
    planned = PlannedItem(
        name=item.name, public=item.public, kind=item.kind, subtitle=item.subtitle, papers=item.papers
    )
    return Carried(planned=planned, reason=reason, meeting=meeting, item=item.key, result=item.result)


def with_carried(items: Sequence[PlannedItem], carried: Sequence[PlannedItem]) -> tuple[PlannedItem, ...]:
    """The items with those that come back: behind the formalities that begin their part, before its last questions.

    One that is there already, by name, is not put there twice.
    """
    known = {one.name.casefold().strip() for one in items}
    result = list(items)
    for public in (True, False):
        coming = [one for one in carried if one.public == public and one.name.casefold().strip() not in known]
        place = _behind_formalities(result, public)
        result[place:place] = coming
    return tuple(result)


def _behind_formalities(items: Sequence[PlannedItem], public: bool) -> int:
    own = [place for place, one in enumerate(items) if one.public == public]
    if not own:
        return len(items)
    for place in own:
        if items[place].kind not in _LEADING:
            return place
    ends_with_questions = len(own) > 1 and items[own[-1]].kind is not ItemKind.FORMALITY
    return own[-1] if ends_with_questions else own[-1] + 1


def numbered(items: Sequence[PlannedItem], existing: Sequence[AgendaItem] = ()) -> tuple[AgendaItem, ...]:
    """Planned items as rows of an agenda that has ``existing`` ones; each without a free number gets the next one.

    Prepared text becomes an entry that counts once it is confirmed. Papers are only those known by key.
    """
    made: list[AgendaItem] = []
    for one in items:
        there = [*existing, *made]
        taken = {item.number for item in there if item.public == one.public}
        number = one.number
        if one.kind is not ItemKind.DIVIDER and (not number or number in taken):
            number = numbering.next_number(there, public=one.public)
        entries = (TextEntry(text=one.text, prepared=True),) if one.text else ()
        made.append(
            AgendaItem(
                number=number,
                name=one.name,
                public=one.public,
                kind=one.kind,
                subtitle=one.subtitle,
                papers=one.papers,
                proceedings=entries,
            )
        )
    return tuple(made)


def shifted(items: Sequence[PlannedItem], place: int, by: int) -> dict[int, str]:
    """The numbers, by place, when an item goes one level down (+1, below the one before it on its level) or up (-1).

    What stands below it goes along. Empty where there is no such level, for the item or for what is below it.
    """
    own = items[place]
    old = numbering.steps(own.number)
    below = [
        other
        for other, one in enumerate(items)
        if one.public == own.public and old and len(numbering.steps(one.number)) > len(old)
        if numbering.steps(one.number)[: len(old)] == old
    ]
    deepest = max((numbering.level(items[other].number) for other in below), default=1)
    number = _shifted(items, place, by) if deepest + by <= numbering.MAX_LEVEL else None
    if number is None:
        return {}
    behind = {other: str(items[other].number).split(".")[len(old) :] for other in below}
    return {place: number} | {other: ".".join((number, *rest)) for other, rest in behind.items()}


def _shifted(items: Sequence[PlannedItem], place: int, by: int) -> str | None:
    own = items[place]
    level = numbering.level(own.number)
    rows = [AgendaItem(number=one.number, public=one.public) for one in items]
    above = [
        one.number
        for one in items[:place]
        if one.public == own.public and numbering.steps(one.number) and numbering.level(one.number) == level
    ]
    if by > 0 and above and level < numbering.MAX_LEVEL:
        return numbering.next_number(rows, public=own.public, below=above[-1])
    if by < 0 and level > 1:
        below = numbering.parent_number(numbering.parent_number(own.number))
        return numbering.next_number(rows, public=own.public, below=below)
    return None
