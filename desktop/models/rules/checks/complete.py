"""Checks of what is missing: asked only once an item or the meeting is over, because until then it may still come.

What is given back of open ends is meant to be few and true: a question or a motion counts as settled wherever something
that stands there may have settled it.
"""

from collections.abc import Iterator, Sequence

from desktop.models.rules.attachments import is_reserved
from desktop.models.rules.blocks import holes_in
from desktop.models.rules.checks.base import Facts, Finding, Part
from desktop.models.rules.checks.codes import Code
from desktop.models.rules.motions import UNDECIDED, is_finished, on_resolution
from desktop.models.rules.numbering import parents
from desktop.models.values import (
    AgendaItem,
    AttendanceGroup,
    Election,
    Entry,
    Event,
    ItemKind,
    ItemStage,
    Motion,
    MotionType,
    ResultClass,
    Speech,
    SpeechRole,
    TextEntry,
    Vote,
)

#: kinds of item that may end without any result
_WITHOUT_RESULT = frozenset({ItemKind.DIVIDER, ItemKind.REPORT, ItemKind.QUESTION, ItemKind.FORMALITY})
#: what settles the motions of an item with the item itself
_SETTLED = frozenset({ResultClass.POSTPONED, ResultClass.REFERRED, ResultClass.WITHDRAWN, ResultClass.REMOVED})
#: what is no answer to anything
_NO_ANSWER = frozenset({SpeechRole.INTERJECTION, SpeechRole.POINT_OF_ORDER})


def check_end(facts: Facts) -> Iterator[Finding]:
    """When the meeting was closed and who wrote it down, in minutes that are written."""
    meeting = facts.meeting
    if facts.is_recorded and not meeting.end:
        yield Finding(Code.NO_END)
    named = meeting.minute_takers or any(line.group is AttendanceGroup.MINUTES for line in meeting.attendance)
    if facts.is_recorded and meeting.attendance and not named:
        yield Finding(Code.NO_MINUTE_TAKER)


def check_complete(part: Part, facts: Facts) -> Iterator[Finding]:
    """What an item still lacks."""
    yield from _files(part)
    if part.item is None or part.item.stage is not ItemStage.RUNNING:
        yield from _holes(part)
    if not facts.is_over(part):
        return
    yield from _prepared(part)
    yield from _motions(part, facts)
    yield from _questions(part)
    if part.item is not None:
        yield from _result(part, part.item, facts)
        yield from _kept_back(part.item)
        yield from _tasks(part.item)


def _holes(part: Part) -> Iterator[Finding]:
    """Gaps of text blocks that nobody has filled; in the item that runs they are still being filled."""
    texts = [(entry.key, _texts(entry)) for entry in part.entries if not entry.prepared]
    if part.item is not None:
        texts.append(("", (part.item.resolution, part.item.announcement)))
    for key, found in texts:
        hints = [hole.hint for text in found if text and "[[" in text for hole in holes_in(text)]
        if hints:
            yield Finding(Code.HOLES, part.key, key, {"text": ", ".join(dict.fromkeys(hints))})


def _texts(entry: Entry) -> tuple[str | None, ...]:
    """Everything of an entry that can hold a gap."""
    match entry:
        case TextEntry() | Speech():
            return (entry.heading, entry.text)
        case Motion():
            return (entry.title, entry.text)
        case Vote():
            return (entry.subject, entry.verdict)
        case Event():
            return (entry.text,)
        case Election():
            return ()


def _prepared(part: Part) -> Iterator[Finding]:
    """Entries written beforehand that nobody has confirmed: no document has them. One finding at the first of them."""
    waiting = [entry for entry in part.entries if entry.prepared]
    if waiting:
        yield Finding(Code.PREPARED, part.key, waiting[0].key, {"number": len(waiting)})


def _motions(part: Part, facts: Facts) -> Iterator[Finding]:
    """Motions of which nobody says what became of them. Where a vote on one is open, that vote is found instead."""
    item, every = part.item, (*part.entries, *facts.blocks)
    if item is not None and item.result_class in _SETTLED:
        return
    voted = {key for vote in every if isinstance(vote, Vote) for key in vote.on}
    for motion in part.entries:
        if not isinstance(motion, Motion) or motion.prepared or motion.outcome_text:
            continue
        main = motion.motion_type is MotionType.SUBSTANTIVE and _is_decided(part)
        if motion.outcome in UNDECIDED and motion.key not in voted and not main:
            yield Finding(Code.MOTION_OPEN, part.key, motion.key)


def _is_decided(part: Part) -> bool:
    """Whether the item has a result, which is that of the motion it was about."""
    item = part.item
    if item is None:
        return False
    return bool(on_resolution(item)) or item.result_class not in (None, ResultClass.NONE) or bool(item.result)


def _questions(part: Part) -> Iterator[Finding]:
    """Questions after which nothing follows that may be an answer: no speech of anybody else, no text, no task."""
    settled = bool(part.item and part.item.tasks)
    speakers: set[tuple[str | None, str | None]] = set()
    found: list[Finding] = []
    for entry in reversed(part.entries):
        if entry.prepared or not isinstance(entry, TextEntry | Speech):
            continue
        if isinstance(entry, TextEntry):
            settled = settled or bool(entry.text)
            continue
        who = (entry.speaker, entry.speaker_name)
        if entry.role is SpeechRole.QUESTION:
            if not settled and not speakers - {who}:
                found.append(Finding(Code.QUESTION_OPEN, part.key, entry.key))
        elif entry.role is SpeechRole.ANSWER:
            settled = True
        elif entry.role not in _NO_ANSWER:
            speakers.add(who)
    yield from reversed(found)


def _result(part: Part, item: AgendaItem, facts: Facts) -> Iterator[Finding]:
    """An item of which nothing is written at all, or one that was to be decided and has no result."""
    if item.kind is ItemKind.DIVIDER or item.result or item.result_class is not None:
        return
    if any(item.key in vote.on for vote in facts.blocks):
        return
    if not part.entries and not _has_text(item):
        if not _may_be_empty(item, facts.meeting.agenda) and not _is_elsewhere(item, facts.meeting.agenda):
            yield Finding(Code.UNTOUCHED, part.key)
    elif item.kind not in _WITHOUT_RESULT and _is_for_decision(part, item, facts):
        yield Finding(Code.ITEM_RESULT, part.key)


def _has_text(item: AgendaItem) -> bool:
    return bool(item.resolution or item.resolution_as_proposed or item.announcement or item.tasks)


def _may_be_empty(item: AgendaItem, agenda: Sequence[AgendaItem]) -> bool:
    """Whether it is a formality that was never called, or one at an end: opening and closing are noted outside."""
    if item.kind is not ItemKind.FORMALITY:
        return False
    keys = [one.key for one in agenda if one.kind is not ItemKind.DIVIDER]
    return not item.start or item.key in (keys[0], keys[-1])


def _is_elsewhere(item: AgendaItem, agenda: Sequence[AgendaItem]) -> bool:
    """Whether it is a heading of items below it, or was treated together with another."""
    joined = item.treated_with or any(item.key in other.treated_with for other in agenda)
    return bool(joined) or item.key in parents(agenda).values()


def _is_for_decision(part: Part, item: AgendaItem, facts: Facts) -> bool:
    """Whether an item is one to be decided: it has a Beschluss, a substantive motion or a paper that proposes one.

    A paper alone does not say it: many are for information only. An open vote tells by itself.
    """
    votes = on_resolution(item)
    if any(not is_finished(vote) for vote in votes):
        return False
    moved = any(
        isinstance(entry, Motion) and entry.motion_type is MotionType.SUBSTANTIVE and not entry.prepared
        for entry in part.entries
    )
    elected = any(isinstance(entry, Election) and not entry.prepared for entry in part.entries)
    resolved = bool(item.resolution or item.resolution_as_proposed)
    resolved = resolved or not facts.proposing.isdisjoint(item.papers)
    return not elected and (resolved or moved or bool(votes) or item.kind is ItemKind.ELECTION)


def _files(part: Part) -> Iterator[Finding]:
    """Anlagen whose number is taken and whose file is still to come."""
    for file in part.item.files if part.item else ():
        if is_reserved(file):
            entry = next((entry.key for entry in part.entries if file.key in _referred(entry)), "")
            yield Finding(Code.FILE_MISSING, part.key, entry, {"text": file.name})


def _kept_back(item: AgendaItem) -> Iterator[Finding]:
    """Anlagen of a public item that no public document has: meant so, or forgotten."""
    for file in item.files if item.public else ():
        if not file.public and not is_reserved(file):
            yield Finding(Code.FILE_NOT_PUBLIC, item.key, params={"text": file.name})


def _referred(entry: Entry) -> tuple[str, ...]:
    return () if isinstance(entry, Event | Election | Vote) else entry.files


def _tasks(item: AgendaItem) -> Iterator[Finding]:
    waiting = sum(not task.done for task in item.tasks)
    if waiting:
        yield Finding(Code.TASKS_OPEN, item.key, params={"number": waiting})
