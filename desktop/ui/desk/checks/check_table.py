"""The words of each finding: what does not add up, and the way out."""

from desktop.models.rules.checks import Code, Weight
from desktop.text import marked as N_

#: what does not add up, and what can be done about it; where two are given, the first is for »accepted« 0
WORDS: dict[Code, tuple[str | tuple[str, str], str]] = {
    Code.ROWS_TOTALS: (
        N_("{column}: {announced} announced, {counted} in the rows of the factions"),
        N_("correct the rows or the total"),
    ),
    Code.BALLOTS_TOTALS: (
        N_("{column}: {announced} announced, {counted} by name"),
        N_("correct the names or the total"),
    ),
    Code.SUM_PRESENT: (N_("Sum {sum}, present {present}"), N_("correct the numbers of the vote")),
    Code.SUM_ATTENDANCE: (
        N_("Sum {sum}, present by the attendance list {present}"),
        N_("correct the numbers or the attendance list"),
    ),
    Code.PRESENT_ATTENDANCE: (
        N_("Present at the vote {noted}, by the attendance list {present}"),
        N_("correct the vote or the attendance list"),
    ),
    Code.QUORUM_MISSED: (
        N_("Entitled voters present {present}, needed for a quorum {needed}"),
        N_("check the attendance list and the statutory number"),
    ),
    Code.MORE_THAN_SEATS: (N_("Sum {sum}, seats {seats}"), N_("correct the numbers or the statutory number")),
    Code.OUTCOME_COMPUTED: (
        (
            N_("Announced as rejected, by the numbers accepted (Yes {yes}, No {no})"),
            N_("Announced as accepted, by the numbers rejected (Yes {yes}, No {no})"),
        ),
        N_("check the numbers and the majority needed; what was announced is printed"),
    ),
    Code.VERDICT_UNANIMOUS: (
        N_("Unanimous by the wording, but Yes {yes}, No {no}, abstentions {abstentions}"),
        N_("correct the wording or the numbers"),
    ),
    Code.VERDICT_MAJORITY: (
        N_("By majority according to the wording, but nobody voted otherwise"),
        N_("correct the wording or the numbers"),
    ),
    Code.VERDICT_OUTCOME: (
        (
            N_("Rejected by the wording, but the outcome is accepted"),
            N_("Accepted by the wording, but the outcome is rejected"),
        ),
        N_("correct the wording or the outcome"),
    ),
    Code.NO_RESULT: (N_("Vote without a result"), N_("open it with Enter and count")),
    Code.VERDICT_TIE: (
        N_("A tie by the wording, but Yes {yes}, No {no}"),
        N_("correct the wording or the numbers"),
    ),
    Code.EDITED: (
        N_("The numbers were changed after the wording"),
        N_("read the wording again, or delete it and it is made anew"),
    ),
    Code.ABSTENTION_FORBIDDEN: (
        N_("Abstentions, which the law of the Land does not allow"),
        N_("check the numbers"),
    ),
    Code.SECRET_FORBIDDEN: (
        N_("Secret vote, which the law of the Land allows for elections only"),
        N_("check how the vote was taken"),
    ),
    Code.VOTER_ABSENT: (
        N_("{person} voted, but is not present by the attendance list"),
        N_("correct the vote or the attendance list"),
    ),
    Code.VOTER_WITHOUT_VOTE: (
        N_("{person} voted, but has no right to vote"),
        N_("correct the vote or the attendance list"),
    ),
    Code.FACTION_OVER: (
        N_("{organization}: counted {sum}, entitled {present}"),
        N_("correct the row or the attendance list"),
    ),
    Code.RECUSED_VOTED: (N_("{person} voted, but is recused"), N_("correct the vote or the recusal")),
    Code.RECUSED_SPOKE: (N_("{person} speaks, but is recused"), N_("correct the speech or the recusal")),
    Code.DEPUTY_AND_MEMBER: (
        N_("{person} voted in place of {member}, who voted too"),
        N_("correct one of the two votes"),
    ),
    Code.TOTALS_DIFFER: (
        N_("Sum {sum}, in the other votes of this item {usual}"),
        N_("check the numbers, or note who came or left"),
    ),
    Code.AMENDMENT_AFTER_MAIN: (
        N_("Vote on an amendment after the main motion"),
        N_("check the order of the votes"),
    ),
    Code.AMENDMENT_BEFORE_MAIN: (
        N_("Vote on an amendment before the main motion, which comes first in this house"),
        N_("check the order of the votes"),
    ),
    Code.MOTION_OUTCOME: (
        (
            N_("Noted as accepted, rejected by the vote"),
            N_("Noted as rejected, accepted by the vote"),
        ),
        N_("correct the outcome of the motion or the vote"),
    ),
    Code.RESULT_OUTCOME: (
        (
            N_("The result of the item says decided, the vote was lost"),
            N_("The result of the item says rejected, the vote was won"),
        ),
        N_("correct the result of the item ({resolution}) or the vote"),
    ),
    Code.ELECTION_SUM: (N_("Round {round}: sum {sum}, ballots cast {cast}"), N_("check the numbers")),
    Code.ELECTION_ATTENDANCE: (
        N_("Round {round}: ballots cast {cast}, entitled {present}"),
        N_("check the numbers or the attendance list"),
    ),
    Code.NOBODY_ELECTED: (
        N_("Election without a result: nobody is elected"),
        N_("open it with Enter and go on, or draw the lot"),
    ),
    Code.NO_QUORUM_STATED: (N_("No quorum is stated"), N_("{procedure} states it")),
    Code.TIME_BEFORE: (N_("{time} is before the opening at {bound}"), N_("correct the time or the beginning")),
    Code.TIME_AFTER: (N_("{time} is after the end of the meeting at {bound}"), N_("correct the time or the end")),
    Code.TIME_REVERSED: (N_("Ends at {bound}, but begins at {time}"), N_("correct one of the two times")),
    Code.PRESENCE_BEFORE: (
        N_("{person}: {time} is before the opening at {bound}"),
        N_("correct the attendance list or the beginning"),
    ),
    Code.PRESENCE_AFTER: (
        N_("{person}: {time} is after the end of the meeting at {bound}"),
        N_("correct the attendance list or the end"),
    ),
    Code.PRESENCE_REVERSED: (
        N_("{person} left at {bound}, but came at {time}"),
        N_("correct the attendance list"),
    ),
    Code.SPEAKER_ABSENT: (
        N_("{person} speaks, but is not present by the attendance list"),
        N_("correct the speech or the attendance list"),
    ),
    Code.NOT_EXCLUDED: (
        N_("Item not public, but the public was not excluded before"),
        N_("exclude the public by {procedure}; an event that stands too late goes up by Alt+↑"),
    ),
    Code.STILL_EXCLUDED: (
        N_("Public item, but the public was not admitted again before"),
        N_("admit the public again by {procedure}; an event that stands too late goes up by Alt+↑"),
    ),
    Code.UNTOUCHED: (N_("Nothing is noted for this item"), N_("note what became of it, or take it off the agenda")),
    Code.ITEM_RESULT: (N_("Item without a result"), N_("enter the kind of result ({resolution}, then Tab)")),
    Code.MOTION_OPEN: (
        N_("Motion without an outcome"),
        N_("vote on it, or note what became of it (Alt+Enter)"),
    ),
    Code.QUESTION_OPEN: (N_("Question without an answer"), N_("note the answer, or when it will be given")),
    Code.PREPARED: (
        N_("Prepared text is not confirmed and in no document ({number})"),
        N_("confirm it with Enter, or delete it"),
    ),
    Code.HOLES: (N_("Not filled in: {text}"), N_("go there and press Tab")),
    Code.NO_END: (
        N_("The end of the meeting is missing"),
        N_("enter it in the details of the meeting ({edit_meeting})"),
    ),
    Code.NO_MINUTE_TAKER: (
        N_("Nobody is named as minute-taker"),
        N_("add them to the attendance list ({attendance}, Ins) as a minute-taker"),
    ),
    Code.FILE_MISSING: (
        N_("The file of “{text}” is missing"),
        N_("add it to the attachments of the item"),
    ),
    Code.FILE_NOT_PUBLIC: (
        N_("The attachment “{text}” is not public and in no public document"),
        N_("the space bar on its row makes it public"),
    ),
    Code.TASKS_OPEN: (N_("Open tasks: {number}"), N_("they are under Tasks ({show_tasks})")),
}

#: above the findings of each weight
HEADINGS = {
    Weight.WRONG: N_("Does not fit"),
    Weight.MISSING: N_("Still missing"),
    Weight.REMINDER: N_("Still to be done"),
}
