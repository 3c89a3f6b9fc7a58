"""Checks of elections: do the ballots add up, could so many vote, is anybody elected."""

from collections.abc import Iterator, Sequence

from desktop.models.rules import electionnotes
from desktop.models.rules.checks.base import Facts, Finding, Part, Steps, least
from desktop.models.rules.checks.codes import Code
from desktop.models.rules.elections import Setting, Stand, result, surplus
from desktop.models.rules.presence import Seat, without_recusals
from desktop.models.values import Election, ElectionForm, ElectionRound


def check_elections(part: Part, facts: Facts) -> Steps:
    """Ballots against votes, and more of them than people who could have cast one; elections without a result."""
    for election in part.entries:
        if not isinstance(election, Election) or election.prepared:
            continue
        yield None
        for number, one in enumerate(election.rounds, start=1):
            moments = facts.seats(part, one.at or election.at)
            yield from least([tuple(_round(election, number, seats, part, facts)) for seats in moments])
        if not _has_result(election, part, facts):
            yield Finding(Code.NOBODY_ELECTED, part.key, election.key)


def _round(election: Election, number: int, seats: Sequence[Seat], part: Part, facts: Facts) -> Iterator[Finding]:
    """A round against those who were there."""
    held = election.rounds[number - 1]
    here = _voters(seats, facts)
    places = 1 if _has_one_vote_each(election) else 2
    found = surplus(held, Setting(places, present=here))
    if found.counted and held.cast is not None:
        params = {"round": number, "sum": held.cast + found.counted, "cast": held.cast}
        yield Finding(Code.ELECTION_SUM, part.key, election.key, params)
    if found.cast is not None and found.cast > 0 and here is not None:
        params = {"round": number, "cast": here + found.cast, "present": here}
        yield Finding(Code.ELECTION_ATTENDANCE, part.key, election.key, params)


def _voters(seats: Sequence[Seat], facts: Facts) -> int | None:
    """How many could vote, None where nobody knows; some Länder let even recused persons elect."""
    if not any(seat.votes for seat in seats):
        return None
    voting = without_recusals(seats) if facts.law.recusal.elections_exempt else seats
    return len({seat.person for seat in voting if seat.entitled})


def _has_one_vote_each(election: Election) -> bool:
    """Whether a ballot bears one vote: not where several persons are elected at once."""
    return election.form is ElectionForm.LIST or (election.form is not ElectionForm.JOINT and len(election.elected) < 2)


def _has_result(election: Election, part: Part, facts: Facts) -> bool:
    """Whether somebody is elected or drawn by lot, or by the numbers nobody can be; also if it is told in words only.

    Whether whoever is elected accepts may stay open.
    """
    if election.elected or election.lot:
        return True
    if not any(map(_is_begun, election.rounds)):
        texts = (election.text, *(held.text for held in election.rounds))
        return any(electionnotes.read(text).rest for text in texts)
    last = election.rounds[-1]
    if election.form is ElectionForm.LIST:
        return any(one.seats for one in last.candidates)
    seats = facts.seats(part, last.at or election.at)[0]
    setting = Setting(statutory=facts.seats_of(), present=_voters(seats, facts))
    return result(facts.law.elections, last, len(election.rounds) - 1, setting).stand is Stand.NONE


def _is_begun(held: ElectionRound) -> bool:
    """Whether a round has anybody to elect, or a number."""
    numbers = (held.cast, held.yes, held.no, held.abstentions, held.invalid)
    return bool(held.candidates) or any(number is not None for number in numbers)
