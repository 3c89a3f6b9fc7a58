"""How a house lays its documents out: what is printed, in which order, under which letterhead, in which type."""

from dataclasses import dataclass
from enum import StrEnum


class Record(StrEnum):
    """How much of the course a Niederschrift tells."""

    ERGEBNIS = "ergebnis"  # what was moved, decided and declared for the record
    VERLAUF = "verlauf"  # also who said what, in short
    WORT = "wort"  # every word


class RecordPart(StrEnum):
    """The kinds of entry that a Niederschrift may leave out."""

    TEXT = "text"
    SPEECH = "speech"
    INTERJECTION = "interjection"
    ON_RECORD = "onRecord"  # speeches on request of a member: law wants them printed
    MOTION = "motion"
    VOTE = "vote"
    ELECTION = "election"
    EVENT = "event"


class MinutesSection(StrEnum):
    """The parts of a Niederschrift."""

    HEAD = "head"
    ATTENDANCE = "attendance"
    QUORUM = "quorum"
    AGENDA = "agenda"
    COURSE = "course"
    SIGNATURES = "signatures"
    APPROVAL = "approval"
    OBJECTIONS = "objections"
    FILES = "files"
    CORRECTIONS = "corrections"


class ItemSection(StrEnum):
    """The parts of an agenda item, in a Niederschrift and in an Auszug."""

    PROCEEDINGS = "proceedings"
    RESOLUTION = "resolution"
    VOTE = "vote"
    RESULT = "result"
    PAPER_FILES = "paperFiles"
    FILES = "files"
    TASKS = "tasks"
    ANNOUNCEMENT = "announcement"


class RunningPart(StrEnum):
    """What stands in the line at the head or foot of each page; what is unknown is left out."""

    OFFICE = "office"
    MEETING = "meeting"
    KEY = "key"  # HA/14/XIII
    DRAFT = "draft"  # only while the minutes are not released
    PRINTED = "printed"
    HASH = "hash"  # the first digits of the SHA-256 of what the reader is given
    PAGE = "page"


class Typeface(StrEnum):
    """The shipped families of type."""

    SANS = "sans"  # Liberation Sans, as wide as Arial
    SERIF = "serif"  # Liberation Serif, as wide as Times New Roman


@dataclass(frozen=True, kw_only=True, slots=True)
class Records:
    """The kinds of entry that each kind of Niederschrift prints."""

    ergebnis: tuple[RecordPart, ...]
    verlauf: tuple[RecordPart, ...]
    wort: tuple[RecordPart, ...]

    def parts(self, record: Record) -> tuple[RecordPart, ...]:
        """What a Niederschrift of this kind prints."""
        return {Record.ERGEBNIS: self.ergebnis, Record.VERLAUF: self.verlauf, Record.WORT: self.wort}[record]


@dataclass(frozen=True, kw_only=True, slots=True)
class Sections:
    """What is printed and in which order: of a Niederschrift, of an item in it, of an Auszug in each look."""

    minutes: tuple[MinutesSection, ...]
    item: tuple[ItemSection, ...]
    druck: tuple[ItemSection, ...]
    allris3: tuple[ItemSection, ...]
    allris4: tuple[ItemSection, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class RunningLines:
    """The lines at the head and foot of each page."""

    header: tuple[RunningPart, ...]
    footer: tuple[RunningPart, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Letterhead:
    """What stands above the title. ``logo`` and ``template`` are names of files in the folder of the own profiles.

    ``second_line`` is the office line in another language (``second_language``, BCP 47), as bilingual towns print it.
    """

    logo: str
    logo_alt: str
    logo_height: int  # millimetres
    second_line: str
    second_language: str
    template: str  # the office's DOCX template


@dataclass(frozen=True, kw_only=True, slots=True)
class Typography:
    """The type. ``size`` is that of the running text in points."""

    typeface: Typeface
    size: int


@dataclass(frozen=True, kw_only=True, slots=True)
class ExtractStyle:
    """The Auszug on paper: of which meeting it is, the town in front of the date, and who is given a copy.

    ``of_meeting`` has ``{meeting}`` and ``{day}``, ``of_meeting_dated`` is for names that hold the day. They serve
    where a word of the name ends in one of ``meeting_words`` (in small letters); else the name stands alone.
    """

    of_meeting: str
    of_meeting_dated: str
    meeting_words: tuple[str, ...]
    town: str
    distribution: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class InvitationStyle:
    """The Tagesordnung. ``changes``: as it stands now, with what was taken off and came late."""

    changes: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Publication:
    """What is watched when something is published. ``blocked_names`` are names that no public document may hold."""

    blocked_names: tuple[str, ...]
    watermark: bool  # the word for a draft behind the text of each page
