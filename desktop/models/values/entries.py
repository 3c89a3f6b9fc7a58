"""What happened in a meeting: the six kinds of proceedings entry."""

from dataclasses import dataclass
from typing import ClassVar

from desktop.models.values.base import Identified, Row, Value, private, ref, refs, required_ref
from desktop.models.values.enums import (
    Choice,
    ElectionForm,
    ElectionMethod,
    EntryKind,
    EventType,
    Lead,
    Majority,
    MotionOutcome,
    MotionType,
    Rest,
    SeatMethod,
    SpeechRole,
    Stance,
    VoteMethod,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class TextEntry(Identified):
    """Narrative that belongs to no single speaker."""

    kind: ClassVar[EntryKind] = EntryKind.TEXT
    heading: str | None = None
    text: str | None = None
    at: str | None = None
    public: bool | None = None
    #: Anlagen this entry refers to
    files: tuple[str, ...] = refs()
    run_on: bool | None = None
    #: written before the meeting and not yet confirmed; only in the complete session file
    prepared: bool | None = private()
    #: the live wording (Mitschrift) kept beside the edited one; only in the complete session file
    draft: str | None = private()
    #: auf Verlangen zu Protokoll
    on_request: bool | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Speech(Identified):
    """Redebeitrag; the affiliation is frozen here, not looked up later."""

    kind: ClassVar[EntryKind] = EntryKind.SPEECH
    speaker: str | None = ref()
    #: as printed, where no person is linked or the name differs
    speaker_name: str | None = None
    on_behalf_of: str | None = ref()
    role: SpeechRole | None = None
    text: str = ""
    at: str | None = None
    until: str | None = None
    #: auf Verlangen zu Protokoll
    on_request: bool | None = None
    public: bool | None = None
    heading: str | None = None
    #: Anlagen this entry refers to
    files: tuple[str, ...] = refs()
    #: none (default): text is printed as it stands and names its speaker itself; sentence: printed as speaker
    #: followed by text in one sentence (Frau Muster + erkundigt sich …); colon: Name (Fraktion): text, for
    #: verbatim records
    lead: Lead | None = None
    #: continues the paragraph of the entry before
    run_on: bool | None = None
    #: written before the meeting and not yet confirmed; only in the complete session file
    prepared: bool | None = private()
    #: the live wording (Mitschrift) kept beside the edited one; only in the complete session file
    draft: str | None = private()


@dataclass(frozen=True, kw_only=True, slots=True)
class Motion(Identified):
    """Antrag, as moved in the room."""

    kind: ClassVar[EntryKind] = EntryKind.MOTION
    title: str | None = None
    motion_type: MotionType = MotionType.SUBSTANTIVE
    #: for procedural: Schluss der Debatte, Vertagung, Verweisung, geheime Abstimmung, namentliche Abstimmung, …
    procedural_type: str | None = None
    #: factions or persons
    movers: tuple[str, ...] = refs()
    mover_name: str | None = None
    amends: str | None = ref()
    text: str | None = None
    outcome: MotionOutcome | None = None
    at: str | None = None
    public: bool | None = None
    #: Anlagen this entry refers to
    files: tuple[str, ...] = refs()
    paper: str | None = ref()
    outcome_text: str | None = None
    #: written before the meeting and not yet confirmed; only in the complete session file
    prepared: bool | None = private()


@dataclass(frozen=True, kw_only=True, slots=True)
class FactionRow(Row):
    """One row of the faction table of a vote."""

    organization: str | None = ref()
    yes: int | None = None
    no: int | None = None
    abstentions: int | None = None
    not_voting: int | None = None
    #: a row of a single person: mayor, unaffiliated member
    person: str | None = ref()
    label: str | None = None
    #: where only the direction is known, not the count
    stance: Stance | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Ballot(Row):
    """One member's vote in a roll call."""

    person: str = required_ref()
    choice: Choice = Choice.YES


@dataclass(frozen=True, kw_only=True, slots=True)
class VoteStatement(Value):
    """A member's statement on the own vote, noted on request."""

    person: str = required_ref()
    text: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class VoteOption(Value):
    """One variant of a choose-one vote."""

    label: str = ""
    votes: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Vote(Identified):
    """Abstimmung. Counts are kept as announced, also where they do not add up; programs warn and never block."""

    kind: ClassVar[EntryKind] = EntryKind.VOTE
    subject: str | None = None
    #: motions voted on together, or items of a block vote; absent: the item's resolution
    on: tuple[str, ...] = refs()
    method: VoteMethod | None = None
    majority: Majority | None = None
    #: gesetzliche Zahl at this vote
    statutory: int | None = None
    #: present and entitled
    present: int | None = None
    recused: int | None = None
    yes: int | None = None
    no: int | None = None
    abstentions: int | None = None
    invalid: int | None = None
    not_voting: int | None = None
    by_faction: tuple[FactionRow, ...] = ()
    ballots: tuple[Ballot, ...] = ()
    on_request: tuple[VoteStatement, ...] = ()
    #: outcome as announced by the chair
    accepted: bool | None = None
    #: wording as announced, e.g. Einstimmig beschlossen
    verdict: str | None = None
    at: str | None = None
    #: an earlier vote that this one repeats
    voids: str | None = ref()
    void_reason: str | None = None
    public: bool | None = None
    #: choose-one votes between variants, instead of yes/no
    options: tuple[VoteOption, ...] = ()
    #: Anlagen this entry refers to
    files: tuple[str, ...] = refs()
    #: what part of it, e.g. Ziffer 2
    part: str | None = None
    #: announced as einstimmig, with or without numbers
    unanimous: bool | None = None
    #: announced as 'der Rest' or 'ansonsten': this count is everyone else
    rest: Rest | None = None
    #: the question was the rejecting recommendation, so Ja rejects the motion
    yes_means_rejection: bool | None = None
    recused_persons: tuple[str, ...] = refs()
    #: written before the meeting and not yet confirmed; only in the complete session file
    prepared: bool | None = private()
    #: in a joint meeting: the body that voted
    organization: str | None = ref()


@dataclass(frozen=True, kw_only=True, slots=True)
class Candidate(Value):
    """One candidate or list in a round of an election."""

    name: str = ""
    person: str | None = ref()
    votes: int | None = None
    yes: int | None = None
    no: int | None = None
    abstentions: int | None = None
    #: office or place, e.g. ordentliches Mitglied
    role: str | None = None
    deputy: str | None = None
    list: str | None = None
    seats: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ElectionRound(Value):
    """One Wahlgang."""

    candidates: tuple[Candidate, ...] = ()
    cast: int | None = None
    yes: int | None = None
    no: int | None = None
    abstentions: int | None = None
    invalid: int | None = None
    at: str | None = None
    text: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Election(Identified):
    """Wahl, with one or more rounds."""

    kind: ClassVar[EntryKind] = EntryKind.ELECTION
    office: str = ""
    method: ElectionMethod | None = None
    rounds: tuple[ElectionRound, ...] = ()
    #: name drawn by lot
    lot: str | None = None
    elected: tuple[str, ...] = ()
    accepts: bool | None = None
    text: str | None = None
    at: str | None = None
    public: bool | None = None
    #: Anlagen this entry refers to
    files: tuple[str, ...] = refs()
    #: persons, lists with seats, verbundene Einzelwahl
    form: ElectionForm | None = None
    seat_method: SeatMethod | None = None
    #: written before the meeting and not yet confirmed; only in the complete session file
    prepared: bool | None = private()


@dataclass(frozen=True, kw_only=True, slots=True)
class Event(Identified):
    """What happened besides: pauses, arrivals, departures, changes of publicity."""

    kind: ClassVar[EntryKind] = EntryKind.EVENT
    event_type: EventType = EventType.OTHER
    person: str | None = ref()
    from_: str | None = None
    until: str | None = None
    #: replaces the generated sentence
    text: str | None = None
    public: bool | None = None
    #: Anlagen this entry refers to
    files: tuple[str, ...] = refs()
    #: written before the meeting and not yet confirmed; only in the complete session file
    prepared: bool | None = private()


Entry = TextEntry | Speech | Motion | Vote | Election | Event
