"""What the open meeting knows of the placeholders of text blocks. No widgets here."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from desktop.clock import parse_date
from desktop.export.names import address
from desktop.export.times import clock_time
from desktop.models.book import Book
from desktop.models.profiles import Profile
from desktop.models.profiles.blocks import gendered, placeholder
from desktop.models.rules import happened, motions, sentences, timeline, votes
from desktop.models.rules.attachments import next_number
from desktop.models.rules.publicity import item_is_public, paper_is_public
from desktop.models.rules.telling import SILENT
from desktop.models.values import (
    AgendaItem,
    AttendanceStatus,
    EventType,
    Motion,
    Organization,
    Paper,
    Person,
    Speech,
)
from desktop.text import format_date, format_time
from desktop.ui import house
from desktop.ui.desk.presence.attendance_acts import seats_now
from desktop.ui.desk.procedure.course import state
from desktop.ui.desk.voting.grid_book import organizations, people


class Facts:
    """Values of placeholders by name, for an item of the open meeting at a moment; what is unknown is not there."""

    def __init__(self, book: Book, item: str | None, now: datetime, previous: str = "") -> None:
        """``previous`` is when the last meeting of the Gremium began, as stored."""
        self._book, self._now, self._previous = book, now, previous
        self._meeting = book.meeting
        self._item = next((one for one in self._meeting.agenda if one.key == item), None)
        self._people = people(book)
        self._organizations = {one.key: one for one in organizations(book)}
        self._profile: Profile = house.profile(book)

    def values(self) -> dict[str, str]:
        """All that is known."""
        found = (*self._of_meeting(), *self._of_room(), *self._of_people(), *self._of_item(), *self._of_entries())
        return {name: value for name, value in found if value}

    # --- the meeting

    def _of_meeting(self) -> Iterator[tuple[str, str]]:
        law = house.law(self._book)
        lead = self._lead()
        yield "datum", self._day(self._meeting.start)
        yield "ladung", self._day(self._meeting.convened_on)
        yield "sitzung_davor", self._day(self._previous)
        yield "sitzung", self._meeting.name
        yield "gremium", lead.name if lead else ""
        yield "koerperschaft", house.body_of(self._book).name
        yield "gesetzlich", str((lead.voting_member_count if lead else None) or "")
        yield "paragraf_beschlussfaehigkeit", law.quorum.paragraph
        yield "paragraf_befangenheit", law.recusal.paragraph
        yield "einwohner", self._profile.names.residents
        yield "zuhoerer", self._profile.names.audience

    def _lead(self) -> Organization | None:
        return self._organizations.get(next(iter(self._meeting.organizations), ""))

    def _day(self, stored: str | None) -> str:
        found = parse_date(stored) if stored else None
        return format_date(found, self._profile.formats.date) if found else ""

    # --- who is there, and when it is

    def _of_room(self) -> Iterator[tuple[str, str]]:
        now, course = format_time(self._now, self._profile.formats.time), state(self._book)
        if course.closed:  # what is written now happened at another time
            yield "ende", clock_time(self._meeting.end, self._profile)
        else:
            yield from (("zeit", now), ("ende", now))
        if course.opened:
            yield "beginn", clock_time(self._meeting.start, self._profile)
        pauses = (one for one in happened.events(self._meeting) if one.event_type is EventType.INTERRUPTION)
        yield "pausenbeginn", clock_time(next((one.from_ for one in reversed(list(pauses))), None), self._profile)
        if self._meeting.attendance:
            yield "anwesend", str(len({seat.person for seat in seats_now(self._book, self._now) if seat.entitled}))
            members = (line for line in self._meeting.attendance if line.group not in SILENT)
            away = [line.person for line in members if line.status is AttendanceStatus.EXCUSED]
            yield "entschuldigt", self._listed(away) or placeholder("entschuldigt").none

    # --- people

    def _of_people(self) -> Iterator[tuple[str, str]]:
        chair = self._people.get(timeline.in_chair(self._meeting, self._item.key if self._item else None) or "")
        if chair is not None:
            yield "vorsitz", self._in_chair(chair)
            yield "vorsitz_name", self._name(chair.key)
        takers = [self._people[key] for key in self._meeting.minute_takers if key in self._people]
        if takers:
            land = house.body_of(self._book).state
            yield "schriftfuehrung", self._listed(one.key for one in takers)
            yield "zur_schriftfuehrung", gendered("zur_schriftfuehrung", takers[0].form_of_address, land) or ""

    def _in_chair(self, person: Person) -> str:
        """»die Vorsitzende«, or the office where it has an article of its own: »der Landrat«."""
        words = self._profile.speech
        articles = self._profile.names.articles
        by_form = {"Frau": words.chair_woman, "Herr": words.chair_man}
        named = address(person, articles)
        return self._within(named if named.split(" ")[0] in articles else by_form.get(person.form_of_address or "", ""))

    def _name(self, key: str) -> str:
        person = self._people.get(key)
        return self._within(address(person, self._profile.names.articles)) if person else ""

    def _within(self, named: str) -> str:
        """A name within a sentence: an office begins with its article."""
        article = named.split(" ")[0] in self._profile.names.articles
        return named[:1].lower() + named[1:] if article else named

    def _listed(self, keys: Iterable[str]) -> str:
        return sentences.listed([name for key in keys if (name := self._name(key))], self._profile.phrases.conjunction)

    # --- the item

    def _of_item(self) -> Iterator[tuple[str, str]]:
        item = self._item
        if item is None:
            return
        public = item_is_public(self._meeting, item)
        papers = [self._book.shelf.value(key) for key in item.papers if key in self._book.shelf]
        told = (one for one in papers if isinstance(one, Paper) and (paper_is_public(one) or not public))
        yield "top", house.mention(self._book, item)
        yield "betreff", item.name
        yield "vorlage", next((one.reference for one in told if one.reference), "")
        yield "anlage", str(next_number(item.files))
        yield "befangen", self._listed(recusal.person for recusal in item.recusals)

    def _of_entries(self) -> Iterator[tuple[str, str]]:
        item = self._item
        if item is None:
            return
        speech = next((one for one in reversed(item.proceedings) if isinstance(one, Speech)), None)
        if speech is not None:
            yield "person", self._within(speech.speaker_name or "") or self._name(speech.speaker or "")
            yield "fraktion", self._faction(speech.on_behalf_of)
        motion = next((one for one in reversed(item.proceedings) if isinstance(one, Motion)), None)
        if motion is not None:
            movers = [self._mover(key) for key in motion.movers]
            yield (
                "antragsteller",
                sentences.listed(movers, self._profile.phrases.conjunction) or motion.mover_name or "",
            )
        yield "stimmen", self._votes(item)

    def _votes(self, item: AgendaItem) -> str:
        counting = motions.counting(item.proceedings)
        return sentences.tally(votes.counts(counting[-1]), self._profile.phrases) if counting else ""

    def _mover(self, key: str) -> str:
        return self._organizations[key].name if key in self._organizations else self._name(key)

    def _faction(self, key: str | None) -> str:
        found = self._organizations.get(key or "")
        return (found.short_name or found.name) if found else ""
