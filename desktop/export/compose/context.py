"""What every part of compose needs to know: the edition, the profile, and who and what the keys stand for."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import count
from typing import TypeVar

from desktop.clock import parse_date
from desktop.export.compose.lookup import block_votes, places, repeated
from desktop.export.compose.presence import comings_and_goings, courses, is_during
from desktop.export.document import Look, Paragraph, ParagraphRole, Run, Runs
from desktop.export.names import address, sentence_start
from desktop.export.times import clock_time, spoken_time
from desktop.models.profiles import HouseFiles, Label, Profile, Record
from desktop.models.rules import attachments
from desktop.models.rules.numbering import counted_through, printed
from desktop.models.rules.presence import treated, treated_items
from desktop.models.rules.publicity import item_is_public
from desktop.models.rules.telling import entries
from desktop.models.values import (
    AgendaItem,
    Body,
    Correction,
    Edition,
    Entry,
    Event,
    EventType,
    ItemKind,
    Meeting,
    MeetingState,
    Motion,
    Organization,
    Paper,
    Person,
    Publicity,
    Reader,
    Row,
    Vote,
)
from desktop.models.values.law import Law
from desktop.text import format_date

_R = TypeVar("_R", bound=Row)

#: the text may still change, and whoever reads it must see that
_UNRELEASED = (MeetingState.PREPARATION, MeetingState.RUNNING, MeetingState.DRAFT, MeetingState.REVIEW)


def by_key(rows: Iterable[_R]) -> Mapping[str, _R]:
    """Rows under their keys."""
    return {row.key: row for row in rows}


class Context:
    """One edition seen through one profile and look. Built once for all its documents; nothing in it changes."""

    def __init__(
        self,
        edition: Edition,
        look: Look,
        profile: Profile,
        law: Law | None = None,
        house: HouseFiles | None = None,
        record: Record | None = None,
    ) -> None:
        session = edition.session
        self.edition = edition
        self.look = look
        self.profile = profile.for_body(session.body)
        #: the law of the Land; one that says nothing where it is unknown
        self.law = law or Law()
        #: the pictures and templates of the house
        self.house = house or HouseFiles()
        #: how much of the course is told
        self.record = record or profile.minutes.record
        self.record_parts = frozenset(profile.records.parts(self.record))
        self.meeting: Meeting = edition.meeting
        self.body: Body | None = session.body
        self.persons: Mapping[str, Person] = by_key(session.persons)
        self.organizations: Mapping[str, Organization] = by_key(session.organizations)
        self.papers: Mapping[str, Paper] = by_key(session.papers)
        self.items: Mapping[str, AgendaItem] = by_key(self.meeting.agenda)
        self.motions: Mapping[str, Motion] = by_key(entry for entry in self.entries() if isinstance(entry, Motion))
        #: what happened in each item, by its key, with who came and went as the lists say it
        self.courses: Mapping[str, Sequence[Entry]] = courses(edition)
        #: who came late and left early: kind, person, time as stored, item
        self.changes = frozenset((one.kind, one.person, one.at, one.item) for one in comings_and_goings(self.meeting))
        #: the numbers of the Anlagen by key
        self.file_numbers: Mapping[str, int] = _file_numbers(self)
        #: the Berichtigungsvermerke with their numbers
        self.corrections: Sequence[tuple[int, Correction]] = _corrections(self)
        #: the items in the order in which they were treated, and their places in it by key, counted from 0
        self.treated: Sequence[AgendaItem] = treated_items(self.meeting)
        self.treated_places: Mapping[str, int] = places(self.treated)
        #: votes taken at another item, or before or after all of them, by the items they also decided
        self.block_votes: Mapping[str, tuple[Vote, ...]] = block_votes(self.meeting)
        self._publicity = _publicity(self)
        #: the numbers of the items by key, where the house counts through all parts
        self._counted = _counted(self)
        #: who came and went, in the order in which it happened
        self._coming_and_going = _coming_and_going(self)
        #: why votes were taken again, by the key of the void one; empty where that is not known
        self.repeated: Mapping[str, str] = repeated(edition)

    def entries(self) -> Iterable[Entry]:
        """Everything that happened, in order."""
        return entries(self.meeting)

    @property
    def is_draft(self) -> bool:
        """Whether the Niederschrift is not released yet."""
        return self.meeting.state in _UNRELEASED

    def has_left_before(self, arrival: Event) -> bool:
        """Whether who arrives has left the meeting already; ``arrival`` is one of its entries."""
        for event in self._coming_and_going:
            if event is arrival:
                return False
            if event.event_type is EventType.DEPARTURE and event.person == arrival.person:
                return True
        return False

    # Words

    def label(self, label: Label) -> str:
        """The wording of a label in the look of the document."""
        return self.profile.label(label, self.look)

    def summary(self, label: Label) -> str:
        """What a table holds, for readers who cannot see it: the label without its colon."""
        return self.label(label).rstrip(" :")

    @property
    def zero(self) -> str:
        """The sign for 0 among totals in the look of the document."""
        return self.profile.votes.zero_total[self.look]

    def count(self, number: int | None, zero: str) -> str:
        """A number as printed: blank where it is unknown, the zero sign of its place for 0."""
        return "" if number is None else str(number) if number else zero

    # Days and times; a value that is no date is printed as it stands

    def day(self, value: str | None) -> str:
        """A day in the short form: 05.03.2026."""
        return self._day(value, self.profile.formats.date)

    def meeting_day(self, value: str) -> str:
        """The day of the meeting with its weekday, as the look has it."""
        return self._day(value, self.profile.formats.meeting_day[self.look])

    def _day(self, value: str | None, pattern: str) -> str:
        found: date | None = parse_date(value) if value else None
        return format_date(found, pattern) if found else value or ""

    def time(self, value: str | None) -> str:
        """The time of day, 18:42; empty where only the day is known."""
        return clock_time(value, self.profile)

    def edge(self, moment: str | None, item_key: str | None) -> str:
        """When something began or ended: 18:12 Uhr (TOP Ö 3), or as much of it as is known."""
        time, item = self.clock(moment), self.item_at(moment, item_key)
        return f"{time} ({item})" if time and item else time or item

    def item_at(self, moment: str | None, key: str | None) -> str:
        """An item as a text refers to it, unless the clock says that another one was treated."""
        item = self.items.get(key or "")
        return self.item_mention(key) if item and is_during(item, moment) else ""

    def clock(self, value: str | None) -> str:
        """The time of day in a sentence: 18:42 Uhr; empty where only the day is known."""
        return spoken_time(value, self.profile)

    # Persons and organizations

    def address(self, key: str | None) -> str:
        """A person as the text names them; empty where nobody is meant."""
        person = self.persons.get(key or "")
        return address(person, self.profile.names.articles) if person else ""

    def faction(self, key: str | None) -> str:
        """The short name of a faction."""
        found = self.organizations.get(key or "")
        return (found.short_name or found.name) if found else ""

    def with_faction(self, name: str, faction_key: str | None) -> str:
        """A name with its faction in brackets: Frau Muster (SPD)."""
        faction = self.faction(faction_key)
        return f"{name} ({faction})" if name and faction else name

    def party(self, key: str) -> str:
        """Who moves or votes: a faction by its name, a person with the faction that holds the seat."""
        organization = self.organizations.get(key)
        if organization:
            return organization.name
        return self.with_faction(self.address(key), self.faction_of(key))

    def faction_of(self, person_key: str) -> str | None:
        """The faction of a person in this meeting: as the attendance list says, else from the membership."""
        for attendance in self.meeting.attendance:
            if attendance.person == person_key and attendance.on_behalf_of:
                return attendance.on_behalf_of
        person = self.persons.get(person_key)
        for membership in person.memberships if person else ():
            if membership.on_behalf_of and membership.organization in self.meeting.organizations:
                return membership.on_behalf_of
        return None

    def sentence_name(self, key: str | None) -> str:
        """A person at the start of a sentence."""
        return sentence_start(self.address(key))

    @property
    def committees(self) -> tuple[Organization, ...]:
        """The bodies that meet, the lead one first."""
        return tuple(self.organizations[key] for key in self.meeting.organizations if key in self.organizations)

    @property
    def resolution_label(self) -> Label:
        """What a decision of the lead body is: a resolution, or a recommendation to another body."""
        advisory = bool(self.committees) and self.committees[0].advisory
        return Label.RECOMMENDATION if advisory else Label.RESOLUTION

    # Items

    def is_public(self, item: AgendaItem) -> bool:
        """Whether an item belongs to the public part; in a non-public meeting none does."""
        return item_is_public(self.meeting, item)

    def is_withheld(self, item: AgendaItem) -> bool:
        """Whether the reader is only told that there is such an item."""
        return self.edition.reader is Reader.PUBLIC and not self.is_public(item)

    @property
    def is_silent(self) -> bool:
        """Whether the reader is not even told that there is anything else."""
        return self.edition.reader is Reader.PUBLIC and not self.profile.minutes.show_nonpublic_items

    def is_shown(self, item: AgendaItem) -> bool:
        """Whether an item is named at all: one withheld only if the house does so or it was announced."""
        return not self.is_withheld(item) or self.profile.minutes.show_nonpublic_items or bool(item.announcement)

    @cached_property
    def shown(self) -> Sequence[AgendaItem]:
        """The items of which the reader is told, in the order in which they were treated."""
        return tuple(filter(self.is_shown, self.treated))

    @cached_property
    def shown_places(self) -> Mapping[str, int]:
        """Their places in that order by key, counted from 0."""
        return places(self.shown)

    @cached_property
    def invited_places(self) -> Mapping[str, int]:
        """Their places on the agenda by key, counted from 0."""
        return places(one for one in self.meeting.agenda if one.kind is not ItemKind.DIVIDER and self.is_shown(one))

    def number(self, item: AgendaItem) -> str:
        """The number of an item as the house writes it: Ö 3.2."""
        return printed(self.bare_number(item), self.is_public(item), self.profile.numbering)

    def bare_number(self, item: AgendaItem) -> str:
        """The number of an item without its part, as the house counts: 3.2."""
        return self._counted.get(item.key, item.number or "")

    def item_mention(self, key: str | None) -> str:
        """An item as a text refers to it, never parted at the end of a line: TOP Ö 3.2; empty without a number."""
        number = self.item_number(key)
        return self.profile.numbering.refer(number).replace(" ", "\u00a0") if number else ""

    def item_number(self, key: str | None) -> str:
        """The number of the item with a key; empty where it is not in the edition."""
        item = self.items.get(key or "")
        return self.number(item) if item else ""

    def file_mention(self, key: str) -> str:
        """An Anlage as a text refers to it: Anlage 1; empty where it is not in the edition."""
        number = self.file_numbers.get(key)
        return f"{self.label(Label.FILE)} {number}" if number else ""

    def publicity_word(self, public: bool | None) -> str:
        """The word for public and for not public."""
        return self.label(Label.PUBLIC if public else Label.NONPUBLIC)

    def meeting_publicity(self) -> str:
        """The word for the publicity of the meeting."""
        words = {Publicity.PUBLIC: Label.PUBLIC, Publicity.NONPUBLIC: Label.NONPUBLIC, Publicity.MIXED: Label.MIXED}
        return self.label(words[self._publicity])


def _publicity(ctx: Context) -> Publicity:
    """As stated for the meeting, else by the items there are and where the public had to go."""
    found = {ctx.is_public(item) for item in ctx.meeting.agenda if item.kind is not ItemKind.DIVIDER}
    excluded = (isinstance(one, Event) and one.event_type is EventType.PUBLIC_EXCLUDED for one in ctx.entries())
    if ctx.meeting.publicity is not None or len(found) != 1 or any(excluded):
        return ctx.meeting.publicity or Publicity.MIXED
    return Publicity.PUBLIC if found == {True} else Publicity.NONPUBLIC


def _coming_and_going(ctx: Context) -> Sequence[Event]:
    courses = [ctx.meeting.opening, *(ctx.courses[item.key] for item in treated(ctx.meeting)), ctx.meeting.closing]
    kinds = (EventType.ARRIVAL, EventType.DEPARTURE)
    return [one for course in courses for one in course if isinstance(one, Event) and one.event_type in kinds]


def _file_numbers(ctx: Context) -> Mapping[str, int]:
    if ctx.is_silent:
        return attachments.numbers(ctx.meeting, anew=True)
    return ctx.edition.file_numbers or attachments.numbers(ctx.meeting)


def _corrections(ctx: Context) -> Sequence[tuple[int, Correction]]:
    numbers = () if ctx.is_silent else ctx.edition.correction_numbers
    return list(zip(numbers or count(1), ctx.meeting.corrections, strict=False))


def _counted(ctx: Context) -> Mapping[str, str]:
    """Counted with the items of which the reader is told: a gap would tell of the others."""
    if not ctx.profile.numbering.continuous:
        return {}
    return counted_through(filter(ctx.is_shown, ctx.meeting.agenda)) if ctx.is_silent else ctx.edition.numbers


def runs(text: str, *, bold: bool = False) -> Runs:
    """Plain text as runs; nothing in it is markup."""
    return (Run(text, bold=bold),) if text else ()


def paragraph(text: str, role: ParagraphRole = ParagraphRole.BODY, *, keep: bool = False) -> Paragraph:
    """A paragraph of plain text."""
    return Paragraph(runs(text), role, keep)


def caption(text: str) -> Paragraph:
    """A line in bold above what it names."""
    return Paragraph(runs(text, bold=True), ParagraphRole.CAPTION, keep_with_next=True)


def labelled(label: str, text: str, *, keep: bool = False) -> Paragraph:
    """A label in bold with its text behind it, in one line."""
    return Paragraph((*runs(label, bold=True), *runs(f" {text}")), keep_with_next=keep)
