"""Closed sets of the session file in words of the window."""

from enum import StrEnum

from desktop.models.values import (
    EntryKind,
    EventType,
    ItemKind,
    Lead,
    MotionOutcome,
    MotionType,
    ResultClass,
    SpeechRole,
)
from desktop.text import marked as N_
from desktop.text import ui_text as _

#: the sign for raw notes
NOTE = "✎"

#: one table each, because equal codes mean different things
_WORDS: dict[type[StrEnum], dict[str, str]] = {
    MotionType: {
        MotionType.SUBSTANTIVE: N_("Substantive motion"),
        MotionType.AMENDMENT: N_("Amendment"),
        MotionType.SUPPLEMENT: N_("Supplementary motion"),
        MotionType.ALTERNATIVE: N_("Alternative motion"),
        MotionType.PROCEDURAL: N_("Procedural motion"),
        MotionType.URGENCY: N_("Urgent motion"),
        MotionType.AGENDA: N_("Motion on the agenda"),
        MotionType.EXAMINATION: N_("Motion to examine"),
    },
    MotionOutcome: {
        MotionOutcome.OPEN: N_("motion open"),
        MotionOutcome.ACCEPTED: N_("motion accepted"),
        MotionOutcome.REJECTED: N_("motion rejected"),
        MotionOutcome.WITHDRAWN: N_("motion withdrawn"),
        MotionOutcome.ADOPTED_BY_MOVER: N_("adopted by the mover"),
        MotionOutcome.SETTLED: N_("motion settled"),
        MotionOutcome.REFERRED: N_("motion referred"),
        MotionOutcome.PARTLY_ACCEPTED: N_("motion partly accepted"),
        MotionOutcome.NOT_PUT_TO_VOTE: N_("not put to the vote"),
    },
    SpeechRole: {
        SpeechRole.CONTRIBUTION: N_("Contribution"),
        SpeechRole.QUESTION: N_("Question"),
        SpeechRole.ANSWER: N_("Answer"),
        SpeechRole.STATEMENT: N_("Statement"),
        SpeechRole.REPORT: N_("Report"),
        SpeechRole.INTERJECTION: N_("Interjection"),
        SpeechRole.POINT_OF_ORDER: N_("Point of order"),
    },
    EntryKind: {
        EntryKind.TEXT: N_("Text"),
        EntryKind.SPEECH: N_("Speech"),
        EntryKind.MOTION: N_("Motion"),
    },
    Lead: {
        Lead.NONE: N_("named in the text itself"),
        Lead.SENTENCE: N_("Ms Muster explains …"),
        Lead.COLON: N_("Muster (SPD): …"),
    },
    EventType: {
        EventType.INTERRUPTION: N_("Pause"),
        EventType.ARRIVAL: N_("Arrival"),
        EventType.DEPARTURE: N_("Departure"),
        EventType.RECUSAL: N_("Recusal"),
        EventType.PUBLIC_EXCLUDED: N_("Public excluded"),
        EventType.PUBLIC_RESTORED: N_("Public restored"),
        EventType.CHAIR_CHANGE: N_("Change of chair"),
        EventType.ITEM_MOVED: N_("Item moved"),
        EventType.ITEM_REMOVED: N_("Item removed"),
        EventType.ITEM_ADDED: N_("Item added"),
        EventType.QUORUM_STATED: N_("Quorum stated"),
        EventType.QUORUM_LOST: N_("Quorum lost"),
        EventType.REACTION: N_("Reaction"),
        EventType.OTHER: N_("Event"),
    },
    ItemKind: {
        ItemKind.ITEM: N_("Ordinary item"),
        ItemKind.DIVIDER: N_("Divider"),
        ItemKind.ELECTION: N_("Election item"),
        ItemKind.REPORT: N_("Report item"),
        ItemKind.QUESTION: N_("Questions of residents"),
        ItemKind.FORMALITY: N_("Formality"),
    },
    ResultClass: {
        ResultClass.NONE: N_("open, no result"),
        ResultClass.ACCEPTED: N_("decided unchanged"),
        ResultClass.AMENDED: N_("decided with amendments"),
        ResultClass.REJECTED: N_("rejected"),
        ResultClass.POSTPONED: N_("postponed"),
        ResultClass.NOTED: N_("noted"),
        ResultClass.REFERRED: N_("referred"),
        ResultClass.WITHDRAWN: N_("withdrawn"),
        ResultClass.REMOVED: N_("removed from the agenda"),
        ResultClass.ELECTED: N_("elected"),
        ResultClass.RECOMMENDED: N_("recommended"),
    },
}


def word(value: StrEnum) -> str:
    """A member of an enumeration as the window calls it."""
    return _(_WORDS[type(value)][value])
