"""What the foot of the vote grid says about a vote: outcome and rule, doubts, wording, who is next. No Qt."""

from dataclasses import dataclass, replace

from desktop.models.rules import sentences, votes
from desktop.models.rules.votes import Outcome
from desktop.models.values import Vote
from desktop.models.values.law import VoteLaw
from desktop.text import ui_text as _
from desktop.ui.desk.voting.grid_sheet import Sheet
from desktop.ui.desk.voting.grid_words import DOT, calling, open_line, row_counts, so_far
from desktop.ui.desk.voting.rule_words import rule_words
from desktop.ui.desk.voting.verdict import Voice, decided


@dataclass(frozen=True, slots=True)
class Said:
    """``proposal`` is the wording that the vote will have, ``late`` the one that fits the numbers where an edited one
    was left behind by them; ``calling`` is who is next, ``counts`` the faction table of a roll call.
    """

    outcome: str = ""
    accepted: bool | None = None
    doubts: str = ""
    proposal: str = ""
    late: str = ""
    calling: str = ""
    counts: str = ""


def so_far_said(sheet: Sheet, recused: str) -> Said:
    """A roll call in which members are still to be called: how it stands, nothing of an outcome."""
    counts = row_counts(sheet, 1) if sheet.ballots else ""
    return Said(outcome=so_far(sheet), calling=calling(sheet), counts=DOT.join(filter(None, (counts, recused))))


def said(
    vote: Vote,
    sheet: Sheet,
    worded: Vote | None,
    voice: Voice,
    law: VoteLaw,
    announced: bool | None,
    recused: str = "",
) -> Said:
    """``vote`` has the numbers of the ``sheet``; ``worded`` is the vote as it was when its wording was settled, None
    where the numbers have changed since then. ``recused`` says who is not called.
    """
    found = votes.outcome(vote, voice.base)
    told = decided(replace(vote, verdict=None), voice, announced)
    fits = told.verdict or ""
    if sheet.has_too_many and announced is None:
        told, fits = replace(told, accepted=None), ""
    late = bool(fits) and _is_late(replace(told, verdict=vote.verdict), worded, voice, fits)
    return Said(
        outcome=outcome_words(found, told.accepted, announced, law),
        accepted=None if sheet.has_too_many else told.accepted,
        doubts=open_line(sheet),
        proposal=fits,
        late=fits if late else "",
        calling=calling(sheet) if sheet.by_name else "",
        counts=DOT.join(filter(None, (row_counts(sheet), recused))) if sheet.by_name else "",
    )


def _is_late(vote: Vote, worded: Vote | None, voice: Voice, fits: str) -> bool:
    """Whether an edited wording was left behind by the numbers."""
    if worded is None:
        return bool(vote.verdict) and vote.verdict != fits
    return not voice.is_own(worded) and sentences.out_of_step(vote, worded, fits)


def outcome_words(found: Outcome, accepted: bool | None, announced: bool | None, law: VoteLaw) -> str:
    """The outcome and why: angenommen: 23 Ja > 11 Nein, Enthaltungen zählen nicht."""
    rule = rule_words(found, law)
    if accepted is None:
        return DOT.join(filter(None, (_("no outcome yet"), rule)))
    verdict = _("accepted") if accepted else _("rejected")
    if announced is not None and found.accepted is not None and announced != found.accepted:
        return _("{verdict} as announced, against the numbers ({reason})", verdict=verdict, reason=rule)
    if announced is not None and announced != found.accepted:
        verdict = _("{verdict} as announced", verdict=verdict)
    return f"{verdict}: {rule}" if rule else verdict
