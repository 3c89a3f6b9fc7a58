"""Checks of one vote by itself: do its numbers, its outcome and its wording agree, and does the law allow it."""

from collections.abc import Iterator

from desktop.models.rules import votes
from desktop.models.rules.checks.base import Facts, Finding, Part, Steps, Words, is_open, read_verdict, tally
from desktop.models.rules.checks.codes import Code
from desktop.models.rules.differences import Source, differences
from desktop.models.values import Choice, Rest, Stance, Vote, VoteMethod
from desktop.models.values.law import SecretVote

_CODE_OF_SOURCE = {Source.ROWS: Code.ROWS_TOTALS, Source.BALLOTS: Code.BALLOTS_TOTALS}


def check_votes(part: Part, facts: Facts) -> Steps:
    """Every vote of an item that counts, by itself."""
    usual = usual_sum(part, facts)
    for vote in part.votes(facts):
        yield None
        yield from _numbers(vote, part, facts)
        yield from _outcome(vote, part, facts)
        yield from _wording(vote, part, facts, usual)
        yield from _law(vote, part, facts)


def usual_sum(part: Part, facts: Facts) -> int | None:
    """The sum that most votes of an item have, of equally many the first; None without complete counts."""
    tallies = [tally(vote, facts.house.words) for vote in part.votes(facts)]
    sums = [one.sum for one in tallies if one is not None and one.complete]
    return max(sums, key=sums.count, default=None)


def _numbers(vote: Vote, part: Part, facts: Facts) -> Iterator[Finding]:
    for found in differences(vote):
        params = {"column": found.column.value, "announced": found.announced, "counted": found.counted}
        yield Finding(_CODE_OF_SOURCE[found.source], part.key, vote.key, params)
    counted = tally(vote, facts.house.words)
    if counted is not None and vote.present is not None and counted.differs(vote.present):
        yield Finding(Code.SUM_PRESENT, part.key, vote.key, {"sum": counted.sum, "present": vote.present})
    seats = facts.seats_of(vote)
    most = max(counted.sum if counted else 0, vote.present or 0)
    if seats and most > seats:
        yield Finding(Code.MORE_THAN_SEATS, part.key, vote.key, {"sum": most, "seats": seats})


def _outcome(vote: Vote, part: Part, facts: Facts) -> Iterator[Finding]:
    computed = votes.outcome(vote, facts.law.votes.base)
    if is_open(vote):
        yield Finding(Code.NO_RESULT, part.key, vote.key)
    # where Ja rejects, files differ on whether the question or the motion was announced
    told = None if vote.yes_means_rejection else vote.accepted
    if told is not None and computed.accepted is not None and told != computed.accepted:
        params = {"accepted": int(told), "yes": computed.yes or 0, "no": computed.no or 0}
        yield Finding(Code.OUTCOME_COMPUTED, part.key, vote.key, params)
    if vote.key in facts.edited:
        yield Finding(Code.EDITED, part.key, vote.key)


def _wording(vote: Vote, part: Part, facts: Facts, usual: int | None) -> Iterator[Finding]:
    words = facts.house.words
    said, known = read_verdict(vote.verdict, words), votes.counts(vote)
    if said.unanimous or vote.unanimous:
        broken = bool(known.yes and known.no) or (facts.house.abstentions_break and bool(known.abstentions))
        if broken:
            params = {"yes": known.yes or 0, "no": known.no or 0, "abstentions": known.abstentions or 0}
            yield Finding(Code.VERDICT_UNANIMOUS, part.key, vote.key, params)
    elif said.unanimous is False and _all_one_way(vote, known, usual, words):
        yield Finding(Code.VERDICT_MAJORITY, part.key, vote.key, {"sum": known.total})
    if said.tie and None not in (known.yes, known.no) and known.yes != known.no:
        yield Finding(Code.VERDICT_TIE, part.key, vote.key, {"yes": known.yes or 0, "no": known.no or 0})
    outcome = votes.outcome(vote, facts.law.votes.base).accepted if vote.accepted is None else vote.accepted
    if not vote.yes_means_rejection and None not in (said.accepted, outcome) and said.accepted != outcome:
        yield Finding(Code.VERDICT_OUTCOME, part.key, vote.key, {"accepted": int(bool(said.accepted))})


def _all_one_way(vote: Vote, known: votes.Counts, usual: int | None, words: Words) -> bool:
    """Whether everybody voted the same: nobody counted against, and nobody left who could have been."""
    if known.abstentions or bool(known.yes) == bool(known.no) or vote.rest is not None:
        return False
    if known.yes is not None and known.no is not None:
        return True
    everybody = vote.present if vote.present is not None else usual
    return everybody is not None and known.total + (vote.invalid or 0) >= everybody


def _law(vote: Vote, part: Part, facts: Facts) -> Iterator[Finding]:
    law = facts.law.votes
    if not law.abstention_allowed and _has_abstentions(vote):
        yield Finding(Code.ABSTENTION_FORBIDDEN, part.key, vote.key)
    if vote.method is VoteMethod.SECRET and law.secret is SecretVote.FORBIDDEN:
        yield Finding(Code.SECRET_FORBIDDEN, part.key, vote.key)


def _has_abstentions(vote: Vote) -> bool:
    """Whether anybody abstained, with or without a number."""
    total = votes.counts(vote).abstentions
    return (
        bool(total)
        or (vote.rest is Rest.ABSTENTIONS and total is None)
        or any(row.abstentions or row.stance is Stance.ABSTENTION for row in vote.by_faction)
        or any(ballot.choice is Choice.ABSTENTION for ballot in vote.ballots)
    )
