"""The course of an item: its entries as paragraphs, in the order in which they happened."""

from collections.abc import Iterable
from itertools import zip_longest

from desktop.export.compose.context import Context, caption, runs
from desktop.export.compose.elections import election_blocks
from desktop.export.compose.events import event_blocks
from desktop.export.compose.files import with_files
from desktop.export.compose.motions import motion_blocks
from desktop.export.compose.prose import join, lead, prose
from desktop.export.compose.records import told
from desktop.export.compose.votes import headed_vote, inline_vote, is_inline
from desktop.export.document import Block
from desktop.export.names import sentence_start
from desktop.models.profiles import Label
from desktop.models.values import (
    AgendaItem,
    Election,
    Entry,
    Event,
    Lead,
    Motion,
    Speech,
    TextEntry,
    Vote,
)


def course(ctx: Context, entries: Iterable[Entry], level: int, *, item: AgendaItem | None = None) -> list[Block]:
    """The entries as blocks; ``level`` is that of headings within a text.

    Votes on the resolution of an ``item`` are left out: they stand under »Abstimmungsergebnis«. Without an item there
    is no such place, and all votes stand where they were taken.
    """
    blocks: list[Block] = []
    in_order = told(ctx, entries, item)
    for entry, following in zip_longest(in_order, in_order[1:]):
        new = _entry(ctx, entry, level, item)
        if len(new) == 1 and item is not None and _is_named_by(entry, following):
            continue
        if isinstance(entry, TextEntry | Speech) and entry.run_on and not entry.heading:
            join(blocks, new)
        else:
            blocks.extend(new)
    return blocks


def _is_named_by(entry: Entry, following: Entry | None) -> bool:
    """Whether the heading of a vote in the course, which names its motion, says all there is to say of the motion."""
    if not (isinstance(entry, Motion) and isinstance(following, Vote)):
        return False
    return following.on == (entry.key,) and not following.subject


def result_votes(ctx: Context, item: AgendaItem) -> list[Vote]:
    """The votes that stand under »Abstimmungsergebnis« of an item, block votes taken at another item among them."""
    own = [entry for entry in item.proceedings if isinstance(entry, Vote) and not is_inline(ctx, entry, item)]
    return own + list(ctx.block_votes.get(item.key, ()))


def _entry(ctx: Context, entry: Entry, level: int, item: AgendaItem | None) -> list[Block]:
    match entry:
        case TextEntry():
            return _head(ctx, entry) + with_files(ctx, prose(entry.text, level), entry)
        case Speech():
            return _head(ctx, entry) + with_files(ctx, _speech(ctx, entry, level), entry)
        case Motion():
            return motion_blocks(ctx, entry, level, item)
        case Vote():
            if item is None:
                return headed_vote(ctx, entry)
            return inline_vote(ctx, entry) if is_inline(ctx, entry, item) else []
        case Election():
            return election_blocks(ctx, entry, level)
        case Event():
            return event_blocks(ctx, entry, item)


def _head(ctx: Context, entry: TextEntry | Speech) -> list[Block]:
    lines = [entry.heading] if entry.heading else []
    if entry.on_request:
        lines.append(ctx.label(Label.ON_REQUEST))
    return [caption(line) for line in lines]


def _speech(ctx: Context, speech: Speech, level: int) -> list[Block]:
    """A speech with its speaker in front, where the text does not name them itself."""
    blocks = prose(speech.text, level)
    if speech.lead is None or speech.lead is Lead.NONE:
        return blocks
    name = sentence_start(speech.speaker_name or ctx.address(speech.speaker))
    # an office that stands for its holder speaks for no faction: Die Vorsitzende
    in_office = name.split(" ")[0] in ctx.profile.names.articles
    if not in_office and (speech.lead is Lead.COLON or ctx.profile.names.faction_in_sentence):
        name = ctx.with_faction(name, speech.on_behalf_of)
    if speech.lead is Lead.COLON:
        return lead(blocks, runs(f"{name}:", bold=True)) if name else blocks
    # what begins with a capital is a sentence of its own: Frau Muster: Das Angebot liegt vor.
    named = f"{name}:" if name and speech.text[:1].isupper() else name
    return lead(blocks, runs(named)) if name else blocks
