"""What the law of a Land says about votes, elections, quorum and minutes, as data (``resources/laws/*.toml``).

Every part names its paragraph, its source and the date of the text that was read; ``geprueft`` is False where nobody
has held it against the law yet, and the window says so. Nothing here blocks: the rules warn.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from desktop.models.values.base import Value
from desktop.models.values.enums import ApprovalMode, Land, Majority, SeatMethod


class QuorumBase(StrEnum):
    """From how many of the statutory number on a body can decide."""

    MORE_THAN_HALF = "moreThanHalf"  # floor(M / 2) + 1
    AT_LEAST_HALF = "atLeastHalf"  # ceil(M / 2)


class Relief(StrEnum):
    """How many will do where more than half of the statutory number may not take part."""

    QUARTER = "quarter"  # ceil(M / 4)
    ANY = "any"  # any number


class MajorityBase(StrEnum):
    """What the simple majority of resolutions is reckoned from."""

    YES_AND_NO = "yesAndNo"  # Ja > Nein; abstentions and invalid votes do not count
    VOTES_CAST = "votesCast"  # more than half of all votes cast, abstentions too
    PRESENT = "present"  # more than half of those present and entitled


class SecretVote(StrEnum):
    """Whether resolutions may be voted on in secret."""

    ALLOWED = "allowed"  # where enough members ask for it (``secret_threshold``)
    EXCEPTION = "exception"  # only for a special reason
    FORBIDDEN = "forbidden"  # inadmissible; elections have rules of their own


class RoundMajority(StrEnum):
    """What a candidate needs in a round of an election."""

    MEMBERS = "members"  # more than half of the statutory number
    PRESENT = "present"  # more than half of those present and entitled
    VALID = "valid"  # more than half of the valid votes
    CAST = "cast"  # more than half of the ballots cast, invalid ones and abstentions too
    MOST = "most"  # more than anybody else


@dataclass(frozen=True, kw_only=True, slots=True)
class Legal(Value):
    """A part of the law with where it comes from.

    ``stand`` is the date of the text, YYYY-MM-DD or YYYY-MM; where the source gives none, the month in which the
    profile was put together, and ``note`` says so.
    """

    paragraph: str = ""
    stand: str = ""
    source: str = ""
    geprueft: bool = False
    note: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class QuorumLaw(Legal):
    """Beschlussfähigkeit. ``second_call_least``: how many will do when called a second time; 0 is any number.

    ``recused_reduce``: who may not take part is taken off the statutory number. ``most_recused``: what will do where
    more than half may not. ``challenge_below_third``: the chair must declare it lost below a third, or below ``least``.
    """

    base: QuorumBase = QuorumBase.MORE_THAN_HALF
    recused_reduce: bool = False
    most_recused: Relief | None = None
    second_call_least: int | None = None
    challenge_below_third: bool = False
    least: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class VoteLaw(Legal):
    """Abstimmungen. The thresholds are words for people, e.g. »ein Fünftel der Mitglieder«.

    ``urgency``: what it takes to put an item on the agenda in the meeting; None is the simple majority.
    """

    base: MajorityBase = MajorityBase.YES_AND_NO
    abstention_allowed: bool = True
    secret: SecretVote = SecretVote.ALLOWED
    secret_threshold: str = ""
    roll_call_threshold: str = ""
    secret_before_roll_call: bool | None = None
    urgency: Majority | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class RoundLaw(Value):
    """One Wahlgang. ``runoff``: only the two with most votes of the round before stand."""

    majority: RoundMajority = RoundMajority.VALID
    runoff: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class ElectionLaw(Legal):
    """Wahlen. The last of ``rounds`` may be repeated; a tie in it is decided by lot (``lot`` says how it is drawn).

    ``single_rounds`` are those with one candidate only; empty where they are the same.
    """

    secret: bool = True
    open_if_nobody_objects: bool = True
    rounds: tuple[RoundLaw, ...] = ()
    single_rounds: tuple[RoundLaw, ...] = ()
    no_votes_are_valid: bool = True
    lot: str = ""
    seat_method: SeatMethod | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class RecusalLaw(Legal):
    """Befangenheit. ``wording`` has ``{person}`` and ``{paragraph}``; ``none_declared`` is the negative statement."""

    leaves_room: bool = True
    elections_exempt: bool = False
    wording: str = ""
    wording_stays: str = ""
    none_declared: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class MinutesLaw(Legal):
    """Niederschrift: who signs, in what order; how it is approved; by when. ``signatures`` are roles for people.

    ``absence_reason``: why members are away is named; ``present_number``: how many were there.
    """

    signatures: tuple[str, ...] = ()
    approval: ApprovalMode = ApprovalMode.NONE
    approval_words: str = ""
    deadline: str = ""
    deadline_days: int | None = None
    absence_reason: bool = False
    present_number: bool = False
    on_request: str = ""
    paper_only: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Law(Value):
    """The law of a Land. ``district`` are the paragraphs that differ for a Kreis, by name of the part."""

    land: Land | None = None
    title: str = ""
    quorum: QuorumLaw = QuorumLaw()
    votes: VoteLaw = VoteLaw()
    elections: ElectionLaw = ElectionLaw()
    recusal: RecusalLaw = RecusalLaw()
    minutes: MinutesLaw = MinutesLaw()
    district: Mapping[str, str] | None = None
