"""What the checklist can find, and how much it matters."""

from enum import IntEnum, StrEnum


class Code(StrEnum):
    """What can be wrong. The comment names the params of the finding; all numbers are integers."""

    # numbers of one vote
    ROWS_TOTALS = "rowsTotals"  # column, announced, counted
    BALLOTS_TOTALS = "ballotsTotals"  # column, announced, counted
    SUM_PRESENT = "sumPresent"  # sum, present (as noted at the vote)
    SUM_ATTENDANCE = "sumAttendance"  # sum, present (by the attendance list)
    PRESENT_ATTENDANCE = "presentAttendance"  # sum, noted, present (by the attendance list)
    QUORUM_MISSED = "quorumMissed"  # present, needed
    MORE_THAN_SEATS = "moreThanSeats"  # sum, seats
    OUTCOME_COMPUTED = "outcomeComputed"  # accepted (announced, 0 or 1), yes, no
    VERDICT_UNANIMOUS = "verdictUnanimous"  # yes, no, abstentions
    VERDICT_MAJORITY = "verdictMajority"  # sum
    VERDICT_OUTCOME = "verdictOutcome"  # accepted (by the words, 0 or 1)
    NO_RESULT = "noResult"
    VERDICT_TIE = "verdictTie"  # yes, no
    EDITED = "edited"
    # what the law says of a vote
    ABSTENTION_FORBIDDEN = "abstentionForbidden"
    SECRET_FORBIDDEN = "secretForbidden"
    # who voted
    VOTER_ABSENT = "voterAbsent"  # person
    VOTER_WITHOUT_VOTE = "voterWithoutVote"  # person
    FACTION_OVER = "factionOver"  # organization, sum, present
    RECUSED_VOTED = "recusedVoted"  # person
    RECUSED_SPOKE = "recusedSpoke"  # person
    DEPUTY_AND_MEMBER = "deputyAndMember"  # person (the deputy), member
    # several votes of one item
    TOTALS_DIFFER = "totalsDiffer"  # sum, usual
    AMENDMENT_AFTER_MAIN = "amendmentAfterMain"
    AMENDMENT_BEFORE_MAIN = "amendmentBeforeMain"
    MOTION_OUTCOME = "motionOutcome"  # accepted (by the votes, 0 or 1)
    RESULT_OUTCOME = "resultOutcome"  # accepted (by the vote, 0 or 1)
    # elections and the meeting as a whole
    ELECTION_SUM = "electionSum"  # round, sum, cast
    ELECTION_ATTENDANCE = "electionAttendance"  # round, cast, present
    NOBODY_ELECTED = "nobodyElected"
    NO_QUORUM_STATED = "noQuorumStated"
    # times; those of persons are of the attendance list
    TIME_BEFORE = "timeBefore"  # time, bound (when the meeting was opened); times as they are stored
    TIME_AFTER = "timeAfter"  # time, bound (when it was closed)
    TIME_REVERSED = "timeReversed"  # time (the beginning), bound (the end)
    PRESENCE_BEFORE = "presenceBefore"  # person, time, bound
    PRESENCE_AFTER = "presenceAfter"  # person, time, bound
    PRESENCE_REVERSED = "presenceReversed"  # person, time, bound
    # who was there, and who was not to be
    SPEAKER_ABSENT = "speakerAbsent"  # person
    NOT_EXCLUDED = "notExcluded"
    STILL_EXCLUDED = "stillExcluded"
    # what is missing once an item or the meeting is over
    UNTOUCHED = "untouched"
    ITEM_RESULT = "itemResult"
    MOTION_OPEN = "motionOpen"
    QUESTION_OPEN = "questionOpen"
    PREPARED = "prepared"  # number
    HOLES = "holes"  # text (what belongs into them)
    NO_END = "noEnd"
    NO_MINUTE_TAKER = "noMinuteTaker"
    FILE_MISSING = "fileMissing"  # text (the name)
    TASKS_OPEN = "tasksOpen"  # number
    FILE_NOT_PUBLIC = "fileNotPublic"  # text (the name)


#: what a correction of the attendance list or of a recusal can bring about
ATTENDANCE_CODES = frozenset(
    {
        Code.SUM_ATTENDANCE,
        Code.PRESENT_ATTENDANCE,
        Code.QUORUM_MISSED,
        Code.VOTER_ABSENT,
        Code.VOTER_WITHOUT_VOTE,
        Code.FACTION_OVER,
        Code.RECUSED_VOTED,
        Code.DEPUTY_AND_MEMBER,
        Code.ELECTION_ATTENDANCE,
    }
)


class Weight(IntEnum):
    """How much a finding matters; the checklist begins with what matters most."""

    WRONG = 1  # two things that are written contradict each other, or the law
    MISSING = 2  # something that belongs into the minutes is not there yet
    REMINDER = 3  # nothing is wrong, but there is still something to be done


_MISSING = frozenset(
    {
        Code.NO_RESULT,
        Code.NOBODY_ELECTED,
        Code.NO_QUORUM_STATED,
        Code.UNTOUCHED,
        Code.ITEM_RESULT,
        Code.MOTION_OPEN,
        Code.QUESTION_OPEN,
        Code.PREPARED,
        Code.HOLES,
        Code.NO_END,
        Code.FILE_MISSING,
    }
)


def weight(code: Code) -> Weight:
    """How much a finding of this kind matters."""
    if code in (Code.TASKS_OPEN, Code.FILE_NOT_PUBLIC, Code.NO_MINUTE_TAKER):
        return Weight.REMINDER
    return Weight.MISSING if code in _MISSING else Weight.WRONG
