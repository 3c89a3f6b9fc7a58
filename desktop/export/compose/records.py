"""Which entries a Niederschrift tells: as Ergebnis-, Verlaufs- or Wortprotokoll.

In every record stand what was said for the record on request, where the law gives members that right, and what was
said and noted in formalities: a Niederschrift without opening and quorum is none.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from desktop.export.compose.context import Context
from desktop.models.profiles import RecordPart
from desktop.models.values import (
    AgendaItem,
    Election,
    Entry,
    Event,
    ItemKind,
    Motion,
    Speech,
    SpeechRole,
    TextEntry,
    Vote,
)


def told(ctx: Context, entries: Iterable[Entry], item: AgendaItem | None) -> list[Entry]:
    """The entries that the record prints; what went on from one that it does not print begins anew."""
    found: list[Entry] = []
    goes_on = True
    for entry in entries:
        if not _is_told(ctx, entry, item):
            goes_on = False
            continue
        if not goes_on and isinstance(entry, TextEntry | Speech):
            entry = replace(entry, run_on=None)
        found.append(entry)
        goes_on = True
    return found


def left_out(ctx: Context) -> Counter[RecordPart]:
    """How many entries of each kind the record does not print."""
    meeting = ctx.meeting
    courses = [(None, meeting.opening), *((item, item.proceedings) for item in meeting.agenda), (None, meeting.closing)]
    return Counter(part_of(entry) for item, entries in courses for entry in entries if not _is_told(ctx, entry, item))


def part_of(entry: Entry) -> RecordPart:
    """The kind under which a house lists an entry."""
    match entry:
        case TextEntry() | Speech() if entry.on_request:
            return RecordPart.ON_RECORD
        case TextEntry():
            return RecordPart.TEXT
        case Speech():
            return RecordPart.INTERJECTION if entry.role is SpeechRole.INTERJECTION else RecordPart.SPEECH
        case Motion():
            return RecordPart.MOTION
        case Vote():
            return RecordPart.VOTE
        case Election():
            return RecordPart.ELECTION
        case Event():
            return RecordPart.EVENT


def _is_told(ctx: Context, entry: Entry, item: AgendaItem | None) -> bool:
    part = part_of(entry)
    if part in ctx.record_parts:
        return True
    if part is RecordPart.ON_RECORD:
        return bool(ctx.law.minutes.on_request)
    formal = item is None or item.kind is ItemKind.FORMALITY
    return formal and part in (RecordPart.TEXT, RecordPart.SPEECH)
