"""Checks of votes and elections against the attendance list: who was there, who may vote, who may not."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from desktop.models.rules import presence
from desktop.models.rules.checks.base import Code, Facts, Finding, Part, Tally, tally
from desktop.models.rules.elections import Setting, surplus
from desktop.models.rules.presence import Seat, without_recusals
from desktop.models.rules.quorum import quorum
from desktop.models.values import Choice, Election, ElectionForm, Event, EventType, Speech, Vote

_CAST = frozenset({Choice.YES, Choice.NO, Choice.ABSTENTION, Choice.UNKNOWN})


def check_presence(part: Part, facts: Facts) -> Iterator[Finding]:
    """Every vote and election of an item against who was there then; recused persons who speak."""
    yield from _recused_speakers(part)
    for vote in part.votes(facts):
        out = facts.recused(part, vote)
        yield from _recused_voters(vote, part, out)
        yield from _least([tuple(_vote(vote, seats, part, facts)) for seats in facts.seats(part, vote.at, out)])
    for election in part.entries:
        if isinstance(election, Election) and not election.prepared:
            yield from _election(election, part, facts)


def _least(found: Sequence[Sequence[Finding]]) -> Sequence[Finding]:
    """What is found at the moment that fits best: without a time nobody knows which of them it was."""
    return min(found, key=len)


def _vote(vote: Vote, seats: Sequence[Seat], part: Part, facts: Facts) -> Iterator[Finding]:
    """A vote against those who were there. Heads are counted for the body that leads a joint meeting only."""
    if not any(seat.votes for seat in seats):
        return
    if vote.organization not in (None, *facts.meeting.organizations[:1]):
        yield from _absent_voters(vote, seats, part)
        return
    yield from _head_count(vote, seats, part, facts)
    yield from _quorum(vote, seats, part, facts)
    yield from _absent_voters(vote, seats, part)
    yield from _voters_without_vote(vote, seats, part)
    yield from _faction_rows(vote, seats, part, facts)
    yield from _deputies(vote, seats, part)


def _entitled(seats: Sequence[Seat]) -> int:
    return len({seat.person for seat in seats if seat.entitled})


def _head_count(vote: Vote, seats: Sequence[Seat], part: Part, facts: Facts) -> Iterator[Finding]:
    counted, here = _of_those_here(vote, seats, facts), _entitled(seats)
    if vote.present is not None and vote.present != here:
        params = {"sum": counted.sum if counted else vote.present, "noted": vote.present, "present": here}
        yield Finding(Code.PRESENT_ATTENDANCE, part.key, vote.key, params)
    elif vote.present is None and counted is not None and counted.differs(here):
        yield Finding(Code.SUM_ATTENDANCE, part.key, vote.key, {"sum": counted.sum, "present": here})


def _quorum(vote: Vote, seats: Sequence[Seat], part: Part, facts: Facts) -> Iterator[Finding]:
    """Too few to decide, by the rule of the Land. Once stated a quorum is presumed, so this too is only a question."""
    found = quorum(seats, facts.seats_of(vote), facts.law.quorum)
    if found.base and not found.met:
        params = {"present": found.entitled, "needed": found.needed}
        yield Finding(Code.QUORUM_MISSED, part.key, vote.key, params)


def _of_those_here(vote: Vote, seats: Sequence[Seat], facts: Facts) -> Tally | None:
    """All votes together, without those who are listed as taking no part because they are not there."""
    counted = tally(vote, facts.house.words)
    here = {seat.person for seat in seats if seat.here}
    away = sum(one.choice is Choice.NOT_VOTING and one.person not in here for one in vote.ballots)
    return replace(counted, sum=counted.sum - away) if counted else None


def _absent_voters(vote: Vote, seats: Sequence[Seat], part: Part) -> Iterator[Finding]:
    """Ballots by name, and rows of single persons, of people who were not there."""
    here = {seat.person for seat in seats if seat.here}
    for person in _voted(vote):
        if person not in here:
            yield Finding(Code.VOTER_ABSENT, part.key, vote.key, {"person": person})


def _voters_without_vote(vote: Vote, seats: Sequence[Seat], part: Part) -> Iterator[Finding]:
    """The same of people who were there and have no vote."""
    here = {seat.person for seat in seats if seat.here}
    voting = {seat.person for seat in seats if seat.here and seat.votes}
    deputies = {seat.person: seat.deputy_for for seat in seats if seat.deputy_for}
    voted = _voted(vote)
    for person in voted:
        if person in here and person not in voting and deputies.get(person) not in voted:
            yield Finding(Code.VOTER_WITHOUT_VOTE, part.key, vote.key, {"person": person})


def _voted(vote: Vote) -> tuple[str, ...]:
    """Who is named as having voted, each once."""
    named = [ballot.person for ballot in vote.ballots if ballot.choice in _CAST]
    named += [row.person for row in vote.by_faction if row.person and (row.yes or row.no or row.abstentions)]
    return tuple(dict.fromkeys(named))


def _faction_rows(vote: Vote, seats: Sequence[Seat], part: Part, facts: Facts) -> Iterator[Finding]:
    counts = presence.head_counts(seats, facts.factions)
    here = {count.organization: count.entitled for count in counts if count.organization}
    for row in vote.by_faction:
        total = sum(count or 0 for count in (row.yes, row.no, row.abstentions, row.not_voting))
        if row.organization in here and total > here[row.organization]:
            params: dict[str, int | str] = {
                "organization": row.organization or "",
                "sum": total,
                "present": here[row.organization],
            }
            yield Finding(Code.FACTION_OVER, part.key, vote.key, params)


def _deputies(vote: Vote, seats: Sequence[Seat], part: Part) -> Iterator[Finding]:
    """A member and the deputy both voting."""
    voted = _voted(vote)
    for seat in seats:
        if seat.here and seat.person in voted and seat.deputy_for in voted:
            params = {"person": seat.person, "member": seat.deputy_for or ""}
            yield Finding(Code.DEPUTY_AND_MEMBER, part.key, vote.key, params)


def _recused_voters(vote: Vote, part: Part, out: frozenset[str]) -> Iterator[Finding]:
    for person in _voted(vote):
        if person in out:
            yield Finding(Code.RECUSED_VOTED, part.key, vote.key, {"person": person})


def _recused_speakers(part: Part) -> Iterator[Finding]:
    """Who is recused takes no part in the debate. What somebody said before saying so is past."""
    out = {recusal.person for recusal in (part.item.recusals if part.item else ())}
    told = _place_of_recusals(part)
    for place, entry in enumerate(part.entries):
        if not isinstance(entry, Speech) or entry.prepared or entry.speaker not in out:
            continue
        if place > told.get(entry.speaker or "", -1):
            yield Finding(Code.RECUSED_SPOKE, part.key, entry.key, {"person": entry.speaker or ""})


def _place_of_recusals(part: Part) -> Mapping[str, int]:
    return {
        entry.person or "": place
        for place, entry in enumerate(part.entries)
        if isinstance(entry, Event) and entry.event_type is EventType.RECUSAL
    }


def _election(election: Election, part: Part, facts: Facts) -> Iterator[Finding]:
    """Ballots against votes, and more of them than people who could have cast one."""
    for number, one in enumerate(election.rounds, start=1):
        moments = facts.seats(part, one.at or election.at)
        yield from _least([tuple(_round(election, number, seats, part, facts)) for seats in moments])


def _round(election: Election, number: int, seats: Sequence[Seat], part: Part, facts: Facts) -> Iterator[Finding]:
    """A round against those who were there; some Länder let even recused persons elect."""
    held = election.rounds[number - 1]
    voting = without_recusals(seats) if facts.law.recusal.elections_exempt else seats
    here = _entitled(voting)
    known = any(seat.votes for seat in seats)
    found = surplus(held, Setting(1 if _has_one_vote_each(election) else 2, present=here if known else None))
    if found.counted and held.cast is not None:
        params = {"round": number, "sum": held.cast + found.counted, "cast": held.cast}
        yield Finding(Code.ELECTION_SUM, part.key, election.key, params)
    if found.cast is not None and found.cast > 0:
        params = {"round": number, "cast": here + found.cast, "present": here}
        yield Finding(Code.ELECTION_ATTENDANCE, part.key, election.key, params)


def _has_one_vote_each(election: Election) -> bool:
    """Whether a ballot bears one vote: not where several persons are elected at once."""
    return election.form is ElectionForm.LIST or (election.form is not ElectionForm.JOINT and len(election.elected) < 2)
