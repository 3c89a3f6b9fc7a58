"""The law of a Land in words, part by part, to read and compare. Paragraphs, notes and sentences come as data."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.models.values.enums import SeatMethod
from desktop.models.values.law import (
    ElectionLaw,
    Law,
    Legal,
    MajorityBase,
    MinutesLaw,
    QuorumBase,
    QuorumLaw,
    RecusalLaw,
    Relief,
    RoundLaw,
    RoundMajority,
    SecretVote,
    VoteLaw,
)
from desktop.text import marked as N_
from desktop.text import ui_plural as _n
from desktop.text import ui_text as _
from desktop.ui.desk.voting.grid_words import MAJORITY_WORDS

Facts = Iterator[tuple[str, str]]

_QUORUMS = {
    QuorumBase.MORE_THAN_HALF: N_("more than half of the statutory number"),
    QuorumBase.AT_LEAST_HALF: N_("at least half of the statutory number"),
}
_RELIEFS = {
    Relief.QUARTER: N_("a quarter of the statutory number will do"),
    Relief.ANY: N_("any number will do"),
}
_MAJORITIES = {
    MajorityBase.YES_AND_NO: N_("more Yes than No; abstentions and invalid votes do not count"),
    MajorityBase.VOTES_CAST: N_("more than half of all votes cast, abstentions too"),
    MajorityBase.PRESENT: N_("more than half of those present and entitled"),
}
_SECRET = {
    SecretVote.ALLOWED: N_("on request"),
    SecretVote.EXCEPTION: N_("only as an exception"),
    SecretVote.FORBIDDEN: N_("inadmissible"),
}
_ROUNDS = {
    RoundMajority.MEMBERS: N_("more than half of the statutory number"),
    RoundMajority.PRESENT: N_("more than half of those present and entitled"),
    RoundMajority.VALID: N_("more than half of the valid votes"),
    RoundMajority.CAST: N_("more than half of the ballots cast"),
    RoundMajority.MOST: N_("the most votes"),
}
_SEATS = {
    SeatMethod.D_HONDT: N_("d’Hondt"),
    SeatMethod.HARE_NIEMEYER: N_("Hare/Niemeyer"),
    SeatMethod.SAINTE_LAGUE: N_("Sainte-Laguë/Schepers"),
}


@dataclass(frozen=True, slots=True)
class LawPart:
    """A part of the law as it is shown: its title, what it says (name and words), and the part itself."""

    title: str
    facts: tuple[tuple[str, str], ...]
    legal: Legal


def parts(law: Law) -> tuple[LawPart, ...]:
    """All parts in the order in which a meeting needs them."""
    return (
        LawPart(_("Quorum"), tuple(_quorum(law.quorum)), law.quorum),
        LawPart(_("Votes"), tuple(_votes(law.votes)), law.votes),
        LawPart(_("Elections"), tuple(_elections(law.elections)), law.elections),
        LawPart(_("Recusal"), tuple(_recusal(law.recusal)), law.recusal),
        LawPart(_("Minutes"), tuple(_minutes(law.minutes)), law.minutes),
    )


def state_words(law: Law) -> str:
    """How much of the law somebody has held against its text: »Schleswig-Holstein: 2 von 5 Teilen geprüft«."""
    shown = parts(law)
    checked = sum(part.legal.geprueft for part in shown)
    return _("{title}: {checked} of {all} parts checked", title=law.title, checked=checked, all=len(shown))


def _quorum(law: QuorumLaw) -> Facts:
    yield _("Needed"), _(_QUORUMS[law.base])
    if law.recused_reduce:
        yield _("Recused members"), _("are taken off the statutory number")
    if law.most_recused is not None:
        yield _("More than half recused"), _(_RELIEFS[law.most_recused])
    if law.second_call_least == 0:
        yield _("Second call"), _("any number will do")
    elif law.second_call_least is not None:
        yield _("Second call"), _n("one member will do", "{number} members will do", law.second_call_least)
    if law.challenge_below_third:
        few = _("less than a third of it or fewer than {number} are there", number=law.least)
        yield _("Lost without being asked, where"), few if law.least else _("less than a third of it is there")


def _votes(law: VoteLaw) -> Facts:
    yield _("Simple majority"), _(_MAJORITIES[law.base])
    yield _("Abstention"), _("allowed") if law.abstention_allowed else _("forbidden")
    secret = _(_SECRET[law.secret])
    yield _("Secret vote"), f"{secret}: {law.secret_threshold}" if law.secret_threshold else secret
    if law.roll_call_threshold:
        yield _("Roll call"), law.roll_call_threshold
    if law.secret_before_roll_call is not None:
        first = _("the secret vote goes first") if law.secret_before_roll_call else _("the roll call goes first")
        yield _("Where both are requested"), first
    if law.urgency is not None:
        yield _("Urgent items"), _(MAJORITY_WORDS[law.urgency])


def _elections(law: ElectionLaw) -> Facts:
    yield _("Procedure"), _("secret, by ballot paper") if law.secret else _("open")
    if law.open_if_nobody_objects:
        yield _("Openly"), _("where nobody objects")
    yield from _rounds(_("Round {number}"), law.rounds)
    yield from _rounds(_("One candidate only, round {number}"), law.single_rounds)
    yield _("No votes"), _("are valid votes") if law.no_votes_are_valid else _("are no valid votes")
    if law.lot:
        yield _("Lot"), law.lot
    if law.seat_method is not None:
        yield _("Seats of lists"), _(_SEATS[law.seat_method])


def _rounds(name: str, rounds: tuple[RoundLaw, ...]) -> Facts:
    for number, one in enumerate(rounds, start=1):
        words = _(_ROUNDS[one.majority])
        yield name.format(number=number), _("run-off of the two best, {rule}", rule=words) if one.runoff else words


def _recusal(law: RecusalLaw) -> Facts:
    yield _("Room"), _("leaves the room") if law.leaves_room else _("may stay where the public sits")
    if law.elections_exempt:
        yield _("Elections"), _("exempt")
    if law.wording:
        yield _("Sentence"), _with_places(law.wording_stays if not law.leaves_room else law.wording, law)
    if law.none_declared:
        yield _("Nobody recused"), law.none_declared


def _with_places(wording: str, law: RecusalLaw) -> str:
    return wording.format(person=_("(person)"), paragraph=law.paragraph)


def _minutes(law: MinutesLaw) -> Facts:
    yield _("Signatures"), ", ".join(law.signatures)
    if law.approval_words:
        yield _("At the next meeting"), law.approval_words
    if law.deadline:
        yield _("Deadline"), law.deadline
    if law.absence_reason:
        yield _("Absent members"), _("with the reason")
    if law.present_number:
        yield _("Members present"), _("with their number")
    if law.on_request:
        yield _("A member may demand"), law.on_request
    if law.paper_only:
        yield _("Form"), _("on paper only")
