"""What a check finds, and what it needs to know of the meeting around a vote."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from desktop.models.rules import presence, votes
from desktop.models.rules.checks.codes import Code
from desktop.models.rules.motions import is_finished
from desktop.models.rules.presence import Moment, Seat
from desktop.models.values import (
    AgendaItem,
    Attendance,
    Entry,
    ItemStage,
    Meeting,
    MeetingState,
    Organization,
    OrganizationType,
    Person,
    Vote,
)
from desktop.models.values.law import Law


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that does not add up: ``item`` and ``entry`` are keys, empty where it belongs to none."""

    code: Code
    item: str = ""
    entry: str = ""
    params: Mapping[str, int | str] = field(default_factory=dict)


#: what is found one after the other; None where a check of a long item may be interrupted
Steps = Iterator[Finding | None]


def least(found: Sequence[Sequence[Finding]]) -> Sequence[Finding]:
    """What is found at the moment that fits best: without a time nobody knows which of them it was."""
    return min(found, key=len)


@dataclass(frozen=True, kw_only=True, slots=True)
class Words:
    """The words by which a house announces results, in small letters; they are compared as whole words only.

    ``labels``: whole sentences of the house, with (accepted, unanimous). ``negations`` make all others of their clause
    mean nothing. ``ties`` tell of as many Ja as Nein, ``quorum`` in a text that a quorum was spoken of.
    """

    labels: Mapping[str, tuple[bool | None, bool | None]] = field(default_factory=dict)
    unanimous: frozenset[str] = frozenset()
    majority: frozenset[str] = frozenset()
    accepted: frozenset[str] = frozenset()
    rejected: frozenset[str] = frozenset()
    negations: frozenset[str] = frozenset()
    ties: frozenset[str] = frozenset()
    quorum: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True, slots=True)
class House:
    """Habits of a house that decide what is right. ``abstentions_break``: with one it is no longer einstimmig."""

    abstentions_break: bool = False
    amendments_first: bool = True
    words: Words = Words()


#: where a sentence of a wording ends
_SENTENCES = re.compile(r"[.;!?](?: |$)")


@dataclass(frozen=True, slots=True)
class Announced:
    """What an announced wording says; None where it says nothing about it."""

    accepted: bool | None = None
    unanimous: bool | None = None
    tie: bool = False


def read_verdict(verdict: str | None, words: Words) -> Announced:
    """What a wording says: by the labels of the house, else by the whole words of the first sentence that has any."""
    plain = " ".join((verdict or "").casefold().split())
    if plain in words.labels:
        return Announced(*words.labels[plain])
    sentences = (_read_sentence(sentence, words) for sentence in _SENTENCES.split(plain))
    return next((said for said in sentences if said != Announced()), Announced())


def _read_sentence(sentence: str, words: Words) -> Announced:
    said: set[str] = set()
    for clause in sentence.split(","):
        found = set(re.findall(r"\w+", clause))
        said |= set() if found & words.negations else found
    accepted, rejected = bool(said & words.accepted), bool(said & words.rejected)
    unanimous, majority = bool(said & words.unanimous), bool(said & words.majority)
    return Announced(
        accepted if accepted != rejected else None,
        unanimous if unanimous != majority else None,
        tie=bool(said & words.ties),
    )


@dataclass(frozen=True, slots=True)
class Facts:
    """The meeting around a vote.

    ``edited``: keys of votes whose wording was edited before the numbers changed; ``blocks``: votes that count and are
    on another item than that they were taken at.
    """

    meeting: Meeting
    persons: Mapping[str, Person]
    organizations: Mapping[str, Organization]
    law: Law
    house: House
    edited: frozenset[str]
    voided: frozenset[str]
    blocks: tuple[Vote, ...]
    #: when each item was treated, see ``presence.places``
    order: Mapping[str, int]
    #: the attendance list by person
    lines: Mapping[str, Sequence[Attendance]]
    #: keys of the papers with a Beschlussvorschlag
    proposing: frozenset[str]

    @property
    def is_recorded(self) -> bool:
        """Whether the meeting is over and its minutes are written; of a file that does not say it nobody knows."""
        return self.meeting.state not in (None, MeetingState.PREPARATION, MeetingState.RUNNING)

    def is_over(self, part: "Part") -> bool:
        """Whether nothing more is to come in an item: what is missing there now is missing."""
        return self.is_recorded or (part.item is not None and part.item.stage is ItemStage.DONE)

    @property
    def factions(self) -> tuple[Organization, ...]:
        """All factions."""
        every = self.organizations.values()
        return tuple(one for one in every if one.organization_type is OrganizationType.FRAKTION)

    def seats(self, part: "Part", at: str | None, out: frozenset[str] = frozenset()) -> tuple[tuple[Seat, ...], ...]:
        """The attendance list at each moment when something may have been, the latest first.

        ``out`` are recused besides those of the item.
        """
        listed = (
            presence.seats(self.meeting, self.persons, self.organizations.values(), moment)
            for moment in self.moments(part.item, at)
        )
        return tuple(
            tuple(replace(seat, recused=True) if seat.person in out else seat for seat in seats) for seats in listed
        )

    def moments(self, item: AgendaItem | None, at: str | None) -> tuple[Moment, ...]:
        """As noted, else every moment of the item at which other people were there."""
        noted, key = presence.moment_of(at), item.key if item else None
        start, end = (presence.moment_of(item.start), presence.moment_of(item.end)) if item else (None, None)
        if noted is not None or (start is None and end is None):
            return (Moment(noted, key),)
        intervals = [interval for line in self.meeting.attendance for interval in line.intervals]
        bounds = {presence.moment_of(bound) for one in intervals for bound in (one.from_, one.until)}
        within = {one for one in bounds if one and (start is None or one > start) and (end is None or one <= end)}
        every = within | {one for one in (start or end,) if one}
        return tuple(Moment(one, key) for one in sorted(every, reverse=True))

    def knows_who_is_there(self, part: "Part", at: str | None) -> bool:
        """Whether the attendance list names anybody with a vote."""
        return any(seat.votes for seats in self.seats(part, at) for seat in seats)

    def recused(self, part: "Part", vote: Vote) -> frozenset[str]:
        """Who is recused at a vote: as noted there, and at each of the items it is on."""
        items = (item for item in self.meeting.agenda if item.key == part.key or item.key in vote.on)
        return frozenset((*vote.recused_persons, *(recusal.person for item in items for recusal in item.recusals)))

    def seats_of(self, vote: Vote | None = None) -> int | None:
        """The statutory number: as noted at the vote, else of the body that voted."""
        if vote is not None and vote.statutory is not None:
            return vote.statutory
        lead = (vote.organization if vote else None) or next(iter(self.meeting.organizations), None)
        body = self.organizations.get(lead or "")
        return body.voting_member_count if body else None


@dataclass(frozen=True, slots=True)
class Part:
    """An item with its entries, or the opening or closing of the meeting without an item."""

    item: AgendaItem | None
    entries: tuple[Entry, ...]

    @property
    def key(self) -> str:
        """The key of the item; empty without one."""
        return self.item.key if self.item else ""

    def votes(self, facts: Facts) -> tuple[Vote, ...]:
        """The votes that count: neither only prepared nor repeated."""
        return tuple(
            one
            for one in self.entries
            if isinstance(one, Vote) and not one.prepared and not (one.key and one.key in facts.voided)
        )


def parts(meeting: Meeting) -> Iterator[Part]:
    """Opening, items in the order of the agenda, closing."""
    yield Part(None, meeting.opening)
    for item in meeting.agenda:
        yield Part(item, item.proceedings)
    yield Part(None, meeting.closing)


@dataclass(frozen=True, slots=True)
class Tally:
    """All votes together. Not ``complete``: a count is unknown, so that there may have been more."""

    sum: int
    complete: bool

    def differs(self, number: int) -> bool:
        """Whether the sum contradicts a number of voters."""
        return self.sum > number or (self.complete and self.sum < number)


def tally(vote: Vote, words: Words) -> Tally | None:
    """Ja + Nein + Enthaltungen + ungültig + nicht teilgenommen; None where nothing is counted.

    It is complete once the vote has a result where Ja and Nein are known, or one of them and it was announced as
    unanimous. Enthaltungen of which nothing is said count as none: otherwise no miscount of a plain record would show.
    """
    if vote.options:
        cast = sum(option.votes for option in vote.options)
        return Tally(cast + (vote.abstentions or 0) + (vote.invalid or 0) + (vote.not_voting or 0), not is_open(vote))
    known = votes.counts(vote)
    if all(known.of(column) is None for column in votes.Column):
        return None
    both = known.yes is not None and known.no is not None
    one = known.yes is not None or known.no is not None
    open_rest = vote.rest is not None and known.of(votes.Column(vote.rest.value)) is None
    unanimous = vote.unanimous or read_verdict(vote.verdict, words).unanimous
    complete = (both or (one and bool(unanimous))) and not open_rest and not is_open(vote)
    return Tally(known.total + (vote.invalid or 0), complete)


def is_open(vote: Vote) -> bool:
    """Whether a vote has no result yet; one variant with most votes is one."""
    return not is_finished(vote) and not (vote.options and len(votes.leaders(vote)) == 1)
