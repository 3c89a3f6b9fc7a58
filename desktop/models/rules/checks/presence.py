"""Checks of votes against the attendance list: who was there, who may vote, who may not."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from desktop.models.rules import presence
from desktop.models.rules.checks.base import Facts, Finding, Part, Steps, Tally, least, tally
from desktop.models.rules.checks.codes import Code
from desktop.models.rules.presence import Moment, Seat, moment_of
from desktop.models.rules.quorum import quorum
from desktop.models.values import (
    Attendance,
    AttendanceStatus,
    Choice,
    Event,
    EventType,
    MeetingState,
    Speech,
    Vote,
)

#: at, before and after the time of a speech
_AROUND = (timedelta(), timedelta(minutes=-5), timedelta(minutes=5))
_CAST = frozenset({Choice.YES, Choice.NO, Choice.ABSTENTION, Choice.UNKNOWN})


def check_presence(part: Part, facts: Facts) -> Steps:
    """Every vote of an item against who was there then; recused persons who speak."""
    yield from _recused_speakers(part)
    yield from _absent_speakers(part, facts)
    for vote in part.votes(facts):
        yield None
        out = facts.recused(part, vote)
        yield from _recused_voters(vote, part, out)
        yield from least([tuple(_vote(vote, seats, part, facts)) for seats in facts.seats(part, vote.at, out)])


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


def _absent_speakers(part: Part, facts: Facts) -> Steps:
    """Who speaks without being there. Speeches are written down a little before or after they are held."""
    if facts.meeting.state is MeetingState.PREPARATION:
        return
    in_item = facts.moments(part.item, None)
    for entry in part.entries:
        if not isinstance(entry, Speech) or entry.prepared or not entry.speaker:
            continue
        lines = facts.lines.get(entry.speaker, ())
        if not lines or any(_whole_meeting(line) for line in lines):
            continue
        yield None
        said = moment_of(entry.at)
        moments = (Moment(said + late, part.key) for late in _AROUND) if said else in_item
        if not any(presence.is_here(line, moment, facts.order) for moment in moments for line in lines):
            yield Finding(Code.SPEAKER_ABSENT, part.key, entry.key, {"person": entry.speaker})


def _whole_meeting(line: Attendance) -> bool:
    return line.status is AttendanceStatus.PRESENT and not line.intervals


def _place_of_recusals(part: Part) -> Mapping[str, int]:
    return {
        entry.person or "": place
        for place, entry in enumerate(part.entries)
        if isinstance(entry, Event) and entry.event_type is EventType.RECUSAL
    }
