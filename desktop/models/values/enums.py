"""Closed sets of the session file. The values are the words of the file, so they travel unchanged."""

from enum import StrEnum


class EntryKind(StrEnum):
    """The six kinds of proceedings entry."""

    TEXT = "text"
    SPEECH = "speech"
    MOTION = "motion"
    VOTE = "vote"
    ELECTION = "election"
    EVENT = "event"


class Land(StrEnum):
    """The Land of a body; selects the legal profile."""

    BW = "BW"
    BY = "BY"
    BE = "BE"
    BB = "BB"
    HB = "HB"
    HH = "HH"
    HE = "HE"
    MV = "MV"
    NI = "NI"
    NW = "NW"
    RP = "RP"
    SL = "SL"
    SN = "SN"
    ST = "ST"
    SH = "SH"
    TH = "TH"


class OrganizationType(StrEnum):
    """OParl's organizationType."""

    GREMIUM = "Gremium"
    FRAKTION = "Fraktion"
    PARTEI = "Partei"
    VERWALTUNGSBEREICH = "Verwaltungsbereich"
    INSTITUTION = "Institution"
    EXTERNES_GREMIUM = "externes Gremium"
    SONSTIGES = "Sonstiges"


class AttendanceGroup(StrEnum):
    """Where a person stands in the attendance list."""

    CHAIR = "chair"
    MEMBER = "member"
    DEPUTY = "deputy"
    ADVISORY = "advisory"
    ADMINISTRATION = "administration"
    MINUTES = "minutes"
    GUEST = "guest"
    PRESS = "press"


class AttendanceStatus(StrEnum):
    """Present, or how a person is missing."""

    PRESENT = "present"
    EXCUSED = "excused"
    UNEXCUSED = "unexcused"
    ABSENT = "absent"


class SpeechRole(StrEnum):
    """What a speech is in the course of the debate."""

    CONTRIBUTION = "contribution"
    QUESTION = "question"
    ANSWER = "answer"
    STATEMENT = "statement"
    REPORT = "report"
    INTERJECTION = "interjection"
    POINT_OF_ORDER = "pointOfOrder"


class Lead(StrEnum):
    """How a speech names its speaker when printed."""

    NONE = "none"
    SENTENCE = "sentence"
    COLON = "colon"


class MotionType(StrEnum):
    """Kinds of motion."""

    SUBSTANTIVE = "substantive"
    AMENDMENT = "amendment"
    SUPPLEMENT = "supplement"
    ALTERNATIVE = "alternative"
    PROCEDURAL = "procedural"
    URGENCY = "urgency"
    AGENDA = "agenda"
    EXAMINATION = "examination"


class MotionOutcome(StrEnum):
    """What became of a motion."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    ADOPTED_BY_MOVER = "adoptedByMover"
    SETTLED = "settled"
    REFERRED = "referred"
    PARTLY_ACCEPTED = "partlyAccepted"
    NOT_PUT_TO_VOTE = "notPutToVote"


class VoteMethod(StrEnum):
    """How a vote was taken."""

    OPEN = "open"
    ELECTRONIC = "electronic"
    ROLL_CALL = "rollCall"
    SECRET = "secret"
    UNOPPOSED = "unopposed"


class Majority(StrEnum):
    """The majority a vote needs."""

    SIMPLE = "simple"
    ABSOLUTE_OF_MEMBERS = "absoluteOfMembers"
    TWO_THIRDS_OF_MEMBERS = "twoThirdsOfMembers"
    TWO_THIRDS_OF_PRESENT = "twoThirdsOfPresent"
    TWO_THIRDS_OF_VOTES = "twoThirdsOfVotes"
    THREE_QUARTERS_OF_MEMBERS = "threeQuartersOfMembers"


class Stance(StrEnum):
    """The direction of a faction where counts are unknown."""

    YES = "yes"
    NO = "no"
    ABSTENTION = "abstention"
    SPLIT = "split"
    NOT_VOTING = "notVoting"


class Choice(StrEnum):
    """How one member voted by name."""

    YES = "yes"
    NO = "no"
    ABSTENTION = "abstention"
    NOT_VOTING = "notVoting"
    UNKNOWN = "unknown"


class Rest(StrEnum):
    """Which count is everyone else ('der Rest')."""

    YES = "yes"
    NO = "no"
    ABSTENTIONS = "abstentions"


class ElectionMethod(StrEnum):
    """Open or secret election."""

    OPEN = "open"
    SECRET = "secret"


class ElectionForm(StrEnum):
    """Persons, lists with seats, or joint single election."""

    PERSON = "person"
    LIST = "list"
    JOINT = "joint"


class SeatMethod(StrEnum):
    """How seats are shared out among lists."""

    D_HONDT = "dHondt"
    HARE_NIEMEYER = "hareNiemeyer"
    SAINTE_LAGUE = "sainteLague"


class EventType(StrEnum):
    """What happened besides speeches, motions and votes."""

    INTERRUPTION = "interruption"
    ARRIVAL = "arrival"
    DEPARTURE = "departure"
    RECUSAL = "recusal"
    PUBLIC_EXCLUDED = "publicExcluded"
    PUBLIC_RESTORED = "publicRestored"
    CHAIR_CHANGE = "chairChange"
    ITEM_MOVED = "itemMoved"
    ITEM_REMOVED = "itemRemoved"
    ITEM_ADDED = "itemAdded"
    QUORUM_STATED = "quorumStated"
    QUORUM_LOST = "quorumLost"
    REACTION = "reaction"
    OTHER = "other"


class ItemKind(StrEnum):
    """Kinds of agenda item; a divider has no number of its own to vote on."""

    ITEM = "item"
    DIVIDER = "divider"
    ELECTION = "election"
    REPORT = "report"
    QUESTION = "question"
    FORMALITY = "formality"


class ResultClass(StrEnum):
    """The class of a result, never derived from its wording."""

    NONE = "none"
    ACCEPTED = "accepted"
    AMENDED = "amended"
    REJECTED = "rejected"
    POSTPONED = "postponed"
    NOTED = "noted"
    REFERRED = "referred"
    WITHDRAWN = "withdrawn"
    REMOVED = "removed"
    ELECTED = "elected"
    RECOMMENDED = "recommended"


class ItemStage(StrEnum):
    """State of an item while the meeting runs."""

    OPEN = "open"
    RUNNING = "running"
    DONE = "done"


class Publicity(StrEnum):
    """Publicity of a whole meeting; absent means mixed."""

    PUBLIC = "public"
    NONPUBLIC = "nonpublic"
    MIXED = "mixed"


class MeetingForm(StrEnum):
    """How a meeting was held."""

    PRESENCE = "presence"
    HYBRID = "hybrid"
    VIDEO = "video"
    AUDIO = "audio"


class MeetingState(StrEnum):
    """Where the minutes stand in their workflow."""

    PREPARATION = "preparation"
    RUNNING = "running"
    DRAFT = "draft"
    REVIEW = "review"
    RELEASED = "released"
    SIGNED = "signed"
    APPROVED = "approved"
    PUBLISHED = "published"


class ApprovalMode(StrEnum):
    """How minutes were approved."""

    APPROVED = "approved"
    NO_OBJECTIONS = "noObjections"
    NOTED = "noted"
    NONE = "none"


class ObjectionOutcome(StrEnum):
    """What became of an objection."""

    OPEN = "open"
    UPHELD = "upheld"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
