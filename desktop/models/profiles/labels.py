"""The keys of every word in a document that houses word differently.

The values are the keys in ``[labels]`` of a profile and in ``body.labels`` of a session file. A label is printed as it
stands: whoever wants a colon writes one.
"""

from enum import StrEnum

from desktop.models.values import MotionType


class Label(StrEnum):
    """Keys of labels, grouped by where they are printed."""

    # Kinds of document and their parts
    MINUTES = "minutes"
    EXTRACT = "extract"
    PAPER_TITLE = "paperTitle"
    PUBLIC_PART = "publicPart"
    NONPUBLIC_PART = "nonpublicPart"
    RESOLUTIONS = "resolutions"
    INVITATION = "invitation"
    INVITATION_SENTENCE = "invitationSentence"
    ATTENDANCE_LIST = "attendanceList"
    DRAFT = "draft"
    PRINTED_ON = "printedOn"
    PAGE = "page"
    ONLINE_VERSION = "onlineVersion"
    DRAFT_WORD = "draftWord"
    HASH = "hash"
    RECORD_ERGEBNIS = "recordErgebnis"
    RECORD_VERLAUF = "recordVerlauf"
    RECORD_WORT = "recordWort"

    # Head of an Auszug and of a Vorlage
    BASIC_DATA = "basicData"
    ITEM = "item"
    MEETING = "meeting"
    ORGANIZATION = "organization"
    ORGANIZATIONS = "organizations"
    DATE = "date"
    STATUS = "status"
    TIME = "time"
    OCCASION = "occasion"
    ROOM = "room"
    PLACE = "place"
    RESULT = "result"
    ITEM_STATUS = "itemStatus"
    PAPER = "paper"
    PAPER_TYPE = "paperType"
    PAPER_STATUS = "paperStatus"
    PAPER_DATE = "paperDate"
    SUBJECT = "subject"
    UNDER_DIRECTION_OF = "underDirectionOf"
    CONTRIBUTORS = "contributors"
    AUTHOR = "author"
    CLERK = "clerk"
    ORIGINATOR = "originator"
    RELATION = "relation"

    # Auszug on paper
    EXTRACT_OF_MINUTES = "extractOfMinutes"
    PROVISIONAL_EXTRACT = "provisionalExtract"
    EXTRACT_CORRECT = "extractCorrect"
    DISTRIBUTION = "distribution"

    # Sections
    PROCEEDINGS = "proceedings"
    RESOLUTION = "resolution"
    RECOMMENDATION = "recommendation"
    VOTE_RESULT = "voteResult"
    CONSULTATIONS = "consultations"
    PROPOSED_RESOLUTION = "proposedResolution"
    FACTS = "facts"
    FILES = "files"
    PAPER_FILES = "paperFiles"
    ANNOUNCEMENT = "announcement"
    TASKS = "tasks"

    # Tables of Anlagen and of the Beratungsfolge
    FILE = "file"
    FILE_COLUMN = "fileColumn"
    FILE_NUMBER = "fileNumber"
    FILE_STATUS = "fileStatus"
    FILE_NAME = "fileName"
    FILE_ITEM = "fileItem"
    CONSULTATION_STATUS = "consultationStatus"
    CONSULTATION_DATE = "consultationDate"
    CONSULTATION_ORGANIZATION = "consultationOrganization"
    CONSULTATION_RESULT = "consultationResult"

    # Single words
    PUBLIC = "public"
    NONPUBLIC = "nonpublic"
    MIXED = "mixed"
    OPEN = "open"
    EMPTY = "empty"
    NONPUBLIC_ITEM = "nonpublicItem"
    REMOVED = "removed"
    SUPPLEMENTARY = "supplementary"

    # Votes
    VOTE_FACTION = "voteFaction"
    VOTE_YES_COLUMN = "voteYesColumn"
    VOTE_NO_COLUMN = "voteNoColumn"
    VOTE_ABSTENTION_COLUMN = "voteAbstentionColumn"
    VOTE_NOT_VOTING_COLUMN = "voteNotVotingColumn"
    VOTE_YES = "voteYes"
    VOTE_NO = "voteNo"
    VOTE_ABSTENTIONS = "voteAbstentions"
    VOTE_INVALID = "voteInvalid"
    VOTE_NOT_VOTING = "voteNotVoting"
    VOTE_STATUTORY = "voteStatutory"
    VOTE_PRESENT = "votePresent"
    VOTE_PRESENT_ALONE = "votePresentAlone"  # without the statutory number in front
    VOTE_RECUSED = "voteRecused"
    VOTE_REST = "voteRest"
    VOTE_SPLIT = "voteSplit"
    VOTE_OPTION = "voteOption"
    VOTE_OPTION_VOTES = "voteOptionVotes"
    ROLL_YES = "rollYes"
    ROLL_NO = "rollNo"
    ROLL_ABSTENTION = "rollAbstention"
    ROLL_NOT_VOTING = "rollNotVoting"
    ROLL_UNKNOWN = "rollUnknown"
    UNANIMOUSLY_ACCEPTED = "unanimouslyAccepted"
    ACCEPTED = "accepted"
    UNANIMOUSLY_REJECTED = "unanimouslyRejected"
    REJECTED = "rejected"
    TIE = "tie"
    MAJORITY_MISSED = "majorityMissed"
    UNOPPOSED = "unopposed"

    # Motions, elections, statements
    MOTION_SUBSTANTIVE = "motionSubstantive"
    MOTION_AMENDMENT = "motionAmendment"
    MOTION_SUPPLEMENT = "motionSupplement"
    MOTION_ALTERNATIVE = "motionAlternative"
    MOTION_PROCEDURAL = "motionProcedural"
    MOTION_URGENCY = "motionUrgency"
    MOTION_AGENDA = "motionAgenda"
    MOTION_EXAMINATION = "motionExamination"
    MOVERS = "movers"
    OUTCOME = "outcome"
    ELECTION = "election"
    CANDIDATE = "candidate"
    VOTES = "votes"
    ELECTED = "elected"
    LOT = "lot"
    ON_REQUEST = "onRequest"
    RECUSED = "recused"
    PAUSE = "pause"
    READ_ALOUD = "readAloud"

    # Head of the Niederschrift
    MEETING_NUMBER = "meetingNumber"
    TERM = "term"
    KIND_OF_MEETING = "kindOfMeeting"
    FORM = "form"
    SCHEDULED = "scheduled"
    BEGIN = "begin"
    END = "end"
    LOCATION = "location"
    CONVENED_ON = "convenedOn"
    STATUTORY_MEMBERS = "statutoryMembers"
    CHAIR = "chair"
    MINUTE_TAKERS = "minuteTakers"
    QUORUM = "quorum"

    # Attendance
    ATTENDANCE = "attendance"
    GROUP_CHAIR = "groupChair"
    GROUP_MEMBER = "groupMember"
    GROUP_DEPUTY = "groupDeputy"
    GROUP_ADVISORY = "groupAdvisory"
    GROUP_ADMINISTRATION = "groupAdministration"
    GROUP_MINUTES = "groupMinutes"
    GROUP_GUEST = "groupGuest"
    GROUP_PRESS = "groupPress"
    GROUP_OTHER = "groupOther"
    EXCUSED = "excused"
    UNEXCUSED = "unexcused"
    ABSENT = "absent"

    LISTED_NAME = "listedName"
    LISTED_FACTION = "listedFaction"
    LISTED_REMARK = "listedRemark"
    LISTED_SIGNATURE = "listedSignature"
    MEMBERS_COLUMN = "membersColumn"
    PRESENT_AT_START = "presentAtStart"
    PRESENT_AT_END = "presentAtEnd"

    # Course and end of the Niederschrift
    AGENDA = "agenda"
    END_OF_PUBLIC_PART = "endOfPublicPart"
    END_OF_MEETING = "endOfMeeting"
    MINUTES_DATE = "minutesDate"
    SIGNATURES = "signatures"
    APPROVAL = "approval"
    CORRECTIONS = "corrections"
    CORRECTION = "correction"  # with {number}
    CORRECTION_MARK = "correctionMark"  # with {number}
    OBJECTIONS = "objections"


MOTION_LABELS = {
    MotionType.SUBSTANTIVE: Label.MOTION_SUBSTANTIVE,
    MotionType.AMENDMENT: Label.MOTION_AMENDMENT,
    MotionType.SUPPLEMENT: Label.MOTION_SUPPLEMENT,
    MotionType.ALTERNATIVE: Label.MOTION_ALTERNATIVE,
    MotionType.PROCEDURAL: Label.MOTION_PROCEDURAL,
    MotionType.URGENCY: Label.MOTION_URGENCY,
    MotionType.AGENDA: Label.MOTION_AGENDA,
    MotionType.EXAMINATION: Label.MOTION_EXAMINATION,
}
"""What each kind of motion is called."""
