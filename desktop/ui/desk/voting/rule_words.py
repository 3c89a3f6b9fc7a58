"""The rule behind the outcome of a vote, in words for the grid: 23 Ja > 11 Nein, Enthaltungen zählen nicht. No Qt."""

from desktop.models.rules.votes import Outcome, Reason
from desktop.models.values import Majority
from desktop.models.values.law import MajorityBase, VoteLaw
from desktop.text import marked as N_
from desktop.text import ui_plural as _n
from desktop.text import ui_text as _

_WITHOUT_NUMBERS = {
    Reason.ALL_ABSTAINED: N_("abstentions only, no Yes"),
    Reason.NOBODY_VOTED: N_("nobody voted"),
    Reason.UNOPPOSED: N_("nobody objected"),
    Reason.VARIANTS_TIE: N_("two variants have the most votes"),
}
_NEEDED = {
    Majority.ABSOLUTE_OF_MEMBERS: N_("{needed} of {of} members needed, {yes} Yes"),
    Majority.TWO_THIRDS_OF_MEMBERS: N_("{needed} of {of} members needed, {yes} Yes"),
    Majority.THREE_QUARTERS_OF_MEMBERS: N_("{needed} of {of} members needed, {yes} Yes"),
    Majority.TWO_THIRDS_OF_PRESENT: N_("{needed} of {of} present needed, {yes} Yes"),
    Majority.TWO_THIRDS_OF_VOTES: N_("{needed} of {of} votes needed, {yes} Yes, abstentions do not count"),
}
_SIMPLE_NEEDED = {
    MajorityBase.VOTES_CAST: N_("{needed} of {of} votes cast needed, {yes} Yes, abstentions count"),
    MajorityBase.PRESENT: N_("{needed} of {of} present needed, {yes} Yes"),
}
_MEMBERS_UNKNOWN = N_("{yes} Yes, number of members unknown")
_BASE_UNKNOWN = {
    Majority.TWO_THIRDS_OF_PRESENT: N_("{yes} Yes, number of those present unknown"),
    Majority.SIMPLE: N_("{yes} Yes, number of votes cast unknown"),
}


def rule_words(outcome: Outcome, law: VoteLaw) -> str:
    """Why a vote has its outcome; empty where the numbers say nothing yet."""
    reason = outcome.reason
    if reason is Reason.COUNTS_UNKNOWN:
        return ""
    if reason in _WITHOUT_NUMBERS:
        return _(_WITHOUT_NUMBERS[reason])
    if reason is Reason.DIRECTIONS:
        return _("all factions for it") if outcome.accepted else _("all factions against it")
    if reason is Reason.MOST_VOTES:
        return _n("{number} vote, the most of all", "{number} votes, the most of all", outcome.yes or 0)
    if reason is Reason.BASE_UNKNOWN:
        return _unknown(outcome)
    if outcome.majority is not Majority.SIMPLE:
        return _filled(_NEEDED[outcome.majority], outcome)
    if outcome.base is not MajorityBase.YES_AND_NO:
        return _filled(_SIMPLE_NEEDED[outcome.base], outcome)
    return _simple(outcome, law)


def _filled(pattern: str, outcome: Outcome) -> str:
    return _(pattern, needed=outcome.needed, of=outcome.of, yes=outcome.yes)


def _unknown(outcome: Outcome) -> str:
    if outcome.majority is Majority.SIMPLE and outcome.base is MajorityBase.PRESENT:
        return _(_BASE_UNKNOWN[Majority.TWO_THIRDS_OF_PRESENT], yes=outcome.yes)
    return _(_BASE_UNKNOWN.get(outcome.majority, _MEMBERS_UNKNOWN), yes=outcome.yes)


def _simple(outcome: Outcome, law: VoteLaw) -> str:
    yes, no = outcome.yes or 0, outcome.no or 0
    sign = ">" if yes > no else "=" if yes == no else "<"
    numbers = _("{yes} Yes {sign} {no} No", yes=yes, sign=sign, no=no)
    if outcome.reason is Reason.TIE:
        return _("{counts}, a tie is a rejection", counts=numbers)
    if not law.abstention_allowed:
        return numbers
    return _("{counts}, abstentions do not count", counts=numbers)
