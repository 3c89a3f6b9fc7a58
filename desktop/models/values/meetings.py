"""A meeting: its frame, its agenda and its attendance."""

from dataclasses import dataclass

from desktop.models.values.base import Identified, Row, Value, private, ref, refs, required_ref
from desktop.models.values.entries import Entry
from desktop.models.values.enums import (
    ApprovalMode,
    AttendanceGroup,
    AttendanceStatus,
    ItemKind,
    ItemStage,
    MeetingForm,
    MeetingState,
    ObjectionOutcome,
    Publicity,
    ResultClass,
)
from desktop.models.values.master import Body, File, Organization, Paper, Person


@dataclass(frozen=True, kw_only=True, slots=True)
class Interval(Row):
    """From when until when, by clock and by item, a person was in the room."""

    from_: str | None = None
    until: str | None = None
    from_item: str | None = ref()
    until_item: str | None = ref()


@dataclass(frozen=True, kw_only=True, slots=True)
class Attendance(Row):
    """One line of the attendance list."""

    person: str = required_ref()
    group: AttendanceGroup | None = None
    on_behalf_of: str | None = ref()
    voting_right: bool | None = None
    status: AttendanceStatus = AttendanceStatus.PRESENT
    #: reason of absence; only in the complete session file
    reason: str | None = private()
    deputy_for: str | None = ref()
    function: str | None = None
    #: empty or absent while present: the whole meeting
    intervals: tuple[Interval, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Recusal(Row):
    """Befangenheit: who took no part in an item, and why."""

    person: str = required_ref()
    legal_basis: str | None = None
    left_room: bool | None = None
    #: reason; only in the complete session file
    reason: str | None = private()


@dataclass(frozen=True, kw_only=True, slots=True)
class Task(Value):
    """Auftrag an die Verwaltung."""

    text: str = ""
    assignee: str | None = None
    due: str | None = None
    done: bool | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class AgendaItem(Identified):
    """TOP, in agenda order; nesting follows the number"""

    #: without the Ö/N prefix, e.g. 3.2; absent: unknown or none (only kind divider makes a divider line)
    number: str | None = None
    name: str = ""
    public: bool = True
    kind: ItemKind | None = None
    #: gemeinsam beraten mit
    treated_with: tuple[str, ...] = refs()
    #: position in which it was treated, where that differs
    treated_order: int | None = None
    start: str | None = None
    end: str | None = None
    recusals: tuple[Recusal, ...] = ()
    #: what happened, in order
    proceedings: tuple[Entry, ...] = ()
    #: Beschluss: wording as decided
    resolution: str | None = None
    #: Beschlussart, raw text as decided, e.g. ungeändert beschlossen or (offen); absent: the profile decides
    #: whether a line with its word for open is printed
    result: str | None = None
    #: never derived by substring of result; a first reading (1. Lesung) is postponed
    result_class: ResultClass | None = None
    files: tuple[File, ...] = ()
    tasks: tuple[Task, ...] = ()
    #: raw note; only in the complete session file
    note: str | None = private()
    web: str | None = None
    #: the paper's proposedResolution was decided unchanged; resolution may then be absent
    resolution_as_proposed: bool | None = None
    #: Vorlagen of the item, the main one first
    papers: tuple[str, ...] = refs()
    subtitle: str | None = None
    #: Nachtrag, came after the invitation
    supplementary: bool | None = None
    #: Bekanntgabe: the only text of a non-public item that a public edition may carry
    announcement: str | None = None
    #: state while the meeting runs
    stage: ItemStage | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Chair(Value):
    """Who was in the chair, from which item until which."""

    person: str = required_ref()
    from_item: str | None = ref()
    until_item: str | None = ref()


@dataclass(frozen=True, kw_only=True, slots=True)
class Signature(Value):
    """One line of the signature block."""

    role: str = ""
    person: str | None = ref()
    name: str | None = None
    date: str | None = None
    from_item: str | None = ref()
    until_item: str | None = ref()
    refused: bool | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class InvitationItem(Value):
    """One line of the agenda as published; live changes never touch it."""

    item: str | None = ref()
    number: str | None = None
    name: str = ""
    public: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class Approval(Value):
    """How and when the minutes were approved."""

    mode: ApprovalMode | None = None
    date: str | None = None
    #: the meeting that approved, by id or name
    meeting: str | None = None
    text: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Objection(Value):
    """Einwendung gegen die Niederschrift."""

    by: str | None = None
    person: str | None = ref()
    received: str | None = None
    item: str | None = ref()
    text: str = ""
    decided: str | None = None
    outcome: ObjectionOutcome | None = None
    public: bool | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Correction(Value):
    """Berichtigungsvermerk, printed as an addendum."""

    item: str | None = ref()
    text: str = ""
    date: str | None = None
    public: bool | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Meeting(Identified):
    """Sitzung with all that its minutes need."""

    name: str = ""
    number: str | None = None
    legislative_term: str | None = None
    #: first is the lead; two or more: joint meeting
    organizations: tuple[str, ...] = refs()
    start: str = ""
    end: str | None = None
    room: str | None = None
    place: str | None = None
    #: Anlass
    occasion: str | None = None
    #: absent = mixed: each item decides; nonpublic hides all
    publicity: Publicity | None = None
    #: workflow text as shown in brackets
    status_text: str | None = None
    form: MeetingForm | None = None
    convened_on: str | None = None
    state: MeetingState | None = None
    chairs: tuple[Chair, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    files: tuple[File, ...] = ()
    #: raw note; only in the complete session file
    note: str | None = private()
    #: address of the published page
    web: str | None = None
    minute_takers: tuple[str, ...] = refs()
    minutes_date: str | None = None
    signatures: tuple[Signature, ...] = ()
    #: before the first item
    opening: tuple[Entry, ...] = ()
    #: after the last item
    closing: tuple[Entry, ...] = ()
    #: as invited; start is when it began
    scheduled_start: str | None = None
    #: the agenda as published; live changes never touch it
    invitation: tuple[InvitationItem, ...] = ()
    approval: Approval | None = None
    objections: tuple[Objection, ...] = ()
    #: Berichtigungsvermerke, printed as an addendum; the released text stays
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Elsewhere:
    """What the rest of the book says about the publicity of a session."""

    #: keys of the papers that occur in other meetings
    papers: frozenset[str] = frozenset()
    #: keys of the meetings that are not public, and of the items that are not
    hidden: frozenset[str] = frozenset()
    #: all protected persons of the body; a text may name one who does not take part
    protected: tuple[Person, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class SessionFile(Value):
    """One or more meetings with everything their minutes refer to; the unit of exchange and of an edition.

    ``elsewhere`` never leaves the book: it is in no edition and in no file.
    """

    body: Body | None = None
    organizations: tuple[Organization, ...] = ()
    persons: tuple[Person, ...] = ()
    papers: tuple[Paper, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    elsewhere: Elsewhere = Elsewhere()
