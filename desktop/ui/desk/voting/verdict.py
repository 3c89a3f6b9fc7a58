"""The outcome of a vote and its wording, as the house words it. No Qt."""

from dataclasses import dataclass, replace

from desktop.models.book import Book
from desktop.models.profiles import PageLook
from desktop.models.rules import sentences, votes
from desktop.models.rules.sentences import Dialect, Names
from desktop.models.values import Organization, Person, Vote
from desktop.models.values.law import MajorityBase
from desktop.ui import house

_NOBODY = Names()


@dataclass(frozen=True, slots=True)
class Voice:
    """All that a wording needs besides the vote: the patterns of the house, who is who, the law's majority."""

    dialect: Dialect
    names: Names = _NOBODY
    base: MajorityBase = MajorityBase.YES_AND_NO

    def sentence(self, vote: Vote) -> str:
        """The wording that the numbers of a vote give; empty where nothing is decided."""
        return sentences.sentence(vote, self.dialect, self.names, self.base)

    def is_own(self, vote: Vote) -> bool:
        """Whether the wording of a vote is missing or made by us from its numbers, so that it follows them."""
        short = self.dialect.words.values()
        return vote.verdict is None or vote.verdict in short or vote.verdict == self.sentence(vote)


def voice(book: Book) -> Voice:
    """The voice of the house whose meeting is open."""
    body = book.shelf.records[book.meeting.key].parent
    rows = [book.shelf.value(key) for slot in ("organizations", "persons") for key in book.shelf.children(body, slot)]
    names = Names(
        {row.key: row for row in rows if isinstance(row, Organization)},
        {row.key: row for row in rows if isinstance(row, Person)},
    )
    return Voice(house.profile(book).dialect(PageLook.DRUCK), names, house.law(book).votes.base)


def decided(vote: Vote, voice: Voice, announced: bool | None, before: Vote | None = None) -> Vote:
    """The vote with its outcome: as announced, else as the numbers say; its wording follows unless it was edited.

    ``before`` is the vote as stored, with the numbers that its wording was made from; left out, they are the same.
    """
    accepted = votes.outcome(vote, voice.base).accepted if announced is None else announced
    if accepted is None and vote.unanimous:
        accepted = vote.no is None or vote.yes is not None
    told = replace(vote, accepted=accepted)
    if voice.is_own(replace(before or vote, verdict=vote.verdict)):
        told = replace(told, verdict=voice.sentence(told) or None)
    return told
