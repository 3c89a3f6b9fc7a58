"""Whether an entry says nothing, so that it is dropped when it is left. No Qt."""

import re

from desktop.models.values import Election, Entry, Event, EventType, Motion, Speech, TextEntry, Vote, VoteMethod
from desktop.ui.desk import writing

_EMPTY_TABLES = re.compile(r"^\|[ |]*\n\|(?: :?---:? \|)+(?:\n\|[ |]*)*$", re.MULTILINE)


def is_blank(value: Entry) -> bool:
    """Whether an entry holds nothing at all: such a one is dropped when it is left."""
    match value:
        case TextEntry():
            return not (_says(value.text) or value.heading or value.files)
        case Speech():
            return not (_says(value.text) or value.heading or value.files or value.speaker or value.speaker_name)
        case Event():
            bare = value.event_type in (EventType.OTHER, EventType.REACTION)
            return bare and not ((value.text or "").strip() or value.person or value.until or value.files)
        case Vote():
            counts = (value.yes, value.no, value.abstentions, value.invalid, value.not_voting)
            said = (value.accepted, value.unanimous, value.rest, value.verdict, *_typed_subject(value))
            lists = value.by_faction or value.ballots or any(option.votes for option in value.options)
            return not lists and all(one is None for one in (*counts, *said)) and _is_as_f4_began(value)
        case Motion():
            return not (_says(value.text) or value.title or value.movers or value.mover_name or value.paper)
        case Election():
            named = any(held.candidates for held in value.rounds)
            return not (value.office or value.text or value.elected or named)


def _says(text: str | None) -> bool:
    """Whether a text says anything; a table in which nothing stands does not."""
    return bool(_EMPTY_TABLES.sub("", text or "").strip())


def _is_as_f4_began(vote: Vote) -> bool:
    """Whether nothing was said about how a vote is taken and on what."""
    said = (vote.majority, vote.voids, vote.void_reason, vote.yes_means_rejection, vote.present, vote.statutory)
    block = len(vote.on) > 1 and not vote.options
    own_part = bool(vote.part) and re.fullmatch(writing.PART.format(number=r"\d+"), vote.part or "") is None
    labels = [writing.VARIANT.format(letter=letter) for letter in "AB"]
    variants = bool(vote.options) and not vote.on and [option.label for option in vote.options] != labels
    told = any(one is not None for one in (*said, vote.recused)) or vote.on_request or block or own_part or variants
    return not told and vote.method in (None, VoteMethod.OPEN)


def _typed_subject(vote: Vote) -> tuple[str | None, str | None]:
    """What somebody wrote of a vote before it was taken; what F4 writes by itself is nothing to keep."""
    subject = None if (vote.subject or "").endswith(writing.FINAL_VOTE) else vote.subject
    return subject, vote.part if vote.prepared else None
