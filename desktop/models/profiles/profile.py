"""What a house profile is: labels and habits of one house, as frozen data."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from desktop.models.profiles.labels import Label
from desktop.models.profiles.layout import (
    ExtractStyle,
    InvitationStyle,
    Letterhead,
    Publication,
    Record,
    Records,
    RunningLines,
    Sections,
    Typography,
)
from desktop.models.rules.floor import SpeakingTime
from desktop.models.rules.sentences import Case, Dialect
from desktop.models.values import AttendanceGroup, Body
from desktop.models.values.phrases import AgendaPhrases, Numbering, Phrases, ProceduralWords


class PageLook(StrEnum):
    """The looks of documents, by which labels and habits may differ."""

    DRUCK = "druck"
    ALLRIS3 = "allris3"
    ALLRIS4 = "allris4"


class Panel(StrEnum):
    """Panels of an Auszug that a house shows even when there is nothing in them."""

    PAPER_FILES = "paperFiles"
    FILES = "files"


class FactionLayout(StrEnum):
    """How the votes of the factions are shown."""

    TABLE = "table"
    LINE = "line"  # Dafür: 13 (4 CDU, 4 SPD)
    NONE = "none"


class TotalsLayout(StrEnum):
    """How the numbers of a vote are shown beside its wording."""

    LINE = "line"
    LIST = "list"  # each in a line of its own
    NONE = "none"  # the wording says them


class Counting(StrEnum):
    """Where counting begins in the vote grid."""

    BY_FACTION = "je_fraktion"
    IN_TOTAL = "gesamt"


class ItemOrder(StrEnum):
    """How the items stand in the Niederschrift where some were brought forward or put back."""

    AGENDA = "agenda"
    TREATED = "treated"


class AttendanceOrder(StrEnum):
    """How members are ordered within their group."""

    FACTION = "faction"
    NAME = "name"
    GIVEN = "given"  # as entered


class PresenceIn(StrEnum):
    """Where arrivals and departures are told."""

    TEXT = "text"
    LIST = "list"
    BOTH = "both"


class Signer(StrEnum):
    """Whose name stands below a line of the signature block."""

    CHAIR = "chair"
    MINUTES = "minutes"
    NOBODY = "nobody"


@dataclass(frozen=True, kw_only=True, slots=True)
class Formats:
    """Patterns of the Unicode locale data for dates and times; ``meeting_day`` by look."""

    date: str
    time: str
    meeting_day: Mapping[str, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Pages:
    """Habits of Auszug and Vorlage."""

    basic_data: bool
    title_cut: int
    open_result: tuple[PageLook, ...]
    empty_panels: tuple[Panel, ...]
    files_in_head: tuple[PageLook, ...]
    paper_contents: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class VoteStyle:
    """How votes are taken and shown. The zero signs stand for 0; an unknown count is always blank.

    ``zero_total`` and ``mark`` are by look. ``mark`` stands before the result, ``mark_faction`` in the column of a
    faction whose numbers are unknown. ``amendments_first``: amendments are put to the vote before the main motion.
    ``head``: statutory number, present and recused above the result. ``abstentions``: shown also where there are none.
    """

    zaehlweise: Counting
    amendments_first: bool
    factions: FactionLayout
    zero_faction: str
    zero_total: Mapping[str, str]
    mark: Mapping[str, str]
    mark_faction: str
    head: bool
    totals: TotalsLayout
    separator: str
    abstentions: bool
    abstentions_break_unanimity: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class VerdictWords:
    """Words by which announced results are understood, in small letters; compared as whole words only.

    ``negations`` turn their clause into one that says nothing. ``ties`` tell of as many Ja as Nein, ``quorum`` in a
    text that a quorum was spoken of.
    """

    unanimous: tuple[str, ...]
    majority: tuple[str, ...]
    accepted: tuple[str, ...]
    rejected: tuple[str, ...]
    negations: tuple[str, ...]
    ties: tuple[str, ...]
    quorum: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class SignatureLine:
    """One line to sign on, where the meeting names no signatures of its own."""

    role: str
    signer: Signer


@dataclass(frozen=True, kw_only=True, slots=True)
class MinutesStyle:
    """Habits of the Niederschrift. Without ``signatures`` those sign whom the law of the Land names.

    ``chair_roles`` and ``minutes_roles`` are the roles, in small letters, under which the law means the chair and the
    minute-taker.
    """

    record: Record
    office: str
    groups: tuple[AttendanceGroup, ...]
    attendance_order: AttendanceOrder
    presence: PresenceIn
    item_order: ItemOrder
    nonpublic_on_new_page: bool
    show_nonpublic_items: bool
    show_tasks: bool
    sign_each_part: bool
    chair_roles: tuple[str, ...]
    minutes_roles: tuple[str, ...]
    signatures: tuple[SignatureLine, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Names:
    """How persons are named in the text. ``residents`` and ``audience``: groups, in the gender form of the house."""

    articles: tuple[str, ...]
    faction_in_sentence: bool
    residents: str
    audience: str


@dataclass(frozen=True, kw_only=True, slots=True)
class SpeechWords:
    """Words for contributions. The verbs by role, the usual ones first: a list has room for nine, Tab completes all.

    ``chair_short`` is the short form of who is in the chair, who is named as ``chair_woman``, ``chair_man`` or
    ``chair_other``. ``quote_open`` and ``quote_close`` stand around what is said for the record.
    """

    contribution: tuple[str, ...]
    question: tuple[str, ...]
    answer: tuple[str, ...]
    report: tuple[str, ...]
    chair_short: str
    chair_woman: str
    chair_man: str
    chair_other: str
    quote_open: str
    quote_close: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Profile:
    """A house profile: every label, and the habits that are not words. Nothing of this is hard-wired elsewhere."""

    name: str
    title: str
    redaction_mark: str
    formats: Formats
    letterhead: Letterhead
    typography: Typography
    running: RunningLines
    numbering: Numbering
    sections: Sections
    records: Records
    publication: Publication
    extract: ExtractStyle
    invitation: InvitationStyle
    pages: Pages
    votes: VoteStyle
    phrases: Phrases
    verdicts: VerdictWords
    procedural: ProceduralWords
    agenda: AgendaPhrases
    minutes: MinutesStyle
    speaking: SpeakingTime
    names: Names
    speech: SpeechWords
    labels: Mapping[Label, str]
    look_labels: Mapping[str, Mapping[Label, str]]

    def label(self, label: Label, look: str) -> str:
        """The wording of a label in a look."""
        return self.look_labels.get(look, {}).get(label, self.labels[label])

    def dialect(self, look: str) -> Dialect:
        """How results of votes are worded in a look."""
        return Dialect(
            phrases=self.phrases,
            words={case: self.label(label, look) for case, label in _RESULTS.items()},
            zero=self.votes.zero_total[look],
            abstentions_break_unanimity=self.votes.abstentions_break_unanimity,
            articles=self.names.articles,
        )

    def for_body(self, body: Body | None) -> "Profile":
        """The profile with the single labels that a body words in its own way, in all looks.

        Keys that are no labels are another program's and are passed over.
        """
        own = {Label(key): word for key, word in (body.labels or {} if body else {}).items() if key in set(Label)}
        if not own:
            return self
        kept = {
            look: {label: word for label, word in labels.items() if label not in own}
            for look, labels in self.look_labels.items()
        }
        return replace(self, labels={**self.labels, **own}, look_labels=kept)


_RESULTS = {
    Case.UNANIMOUSLY_ACCEPTED: Label.UNANIMOUSLY_ACCEPTED,
    Case.ACCEPTED: Label.ACCEPTED,
    Case.UNANIMOUSLY_REJECTED: Label.UNANIMOUSLY_REJECTED,
    Case.REJECTED: Label.REJECTED,
    Case.TIE: Label.TIE,
    Case.MISSED: Label.MAJORITY_MISSED,
    Case.UNOPPOSED: Label.UNOPPOSED,
}
