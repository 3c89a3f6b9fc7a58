"""Makes and changes meetings: what their form offers, and what becomes of what it gives back."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.clock import BERLIN, Clock, parse_date, parse_moment, stamp
from desktop.models import lookback, queries
from desktop.models.book import Book
from desktop.models.rows import Record
from desktop.models.rules import agenda_plan, convening
from desktop.models.values import (
    AgendaItem,
    Body,
    ItemKind,
    Meeting,
    MeetingState,
    Organization,
    OrganizationType,
    Person,
)
from desktop.models.values.aside import MeetingTemplate
from desktop.text import format_time
from desktop.text import ui_text as _
from desktop.ui import tasks
from desktop.ui.dialogs.meeting import Committee, Corporation, MeetingDialog, MeetingDraft
from desktop.ui.naming import next_number
from desktop.ui.prepare import acts as prepare
from desktop.ui.prepare.beginning import Source
from desktop.wording import sentence

_USUAL_HOUR = 18
"""New meetings are proposed for a week from now at this hour."""
_SATURDAY = 5
#: stands in the minutes, so it is German whatever the window's language
_OPENING = "Eröffnung der Sitzung"


class Convening(QObject):
    """Opens the form of a meeting and carries out what it gives. One per window."""

    #: key of a meeting just made
    made = Signal(str)
    #: a sentence for the user
    complained = Signal(str)

    def __init__(self, book: Book, clock: Clock, window: QWidget) -> None:
        super().__init__(window)
        self._book, self._clock, self._window = book, clock, window

    def new(self) -> None:
        """The form of a new meeting; what is proposed follows the meetings in the book."""
        tasks.when(
            self,
            self._book.query(
                lambda db: (
                    queries.bodies(db),
                    {body.key: queries.body_records(db, body.key) for body in queries.bodies(db)},
                    queries.meetings(db),
                )
            ),
            lambda found: self._ask(offers(*found)),
            lambda error: self.complained.emit(sentence(error)),
        )

    def _ask(self, corporations: list[Corporation]) -> None:
        now = self._clock.now() + timedelta(days=7)
        if now.weekday() >= _SATURDAY:  # councils meet in the week
            now += timedelta(days=7 - now.weekday())
        draft = MeetingDraft(start=now.replace(hour=_USUAL_HOUR, minute=0, second=0, microsecond=0))
        dialog = MeetingDialog(draft, corporations, self._window, new=True)
        dialog.committeeChosen.connect(lambda last: self._propose(dialog, last))
        dialog.agendaWanted.connect(lambda committee: self._offer_agendas(dialog, committee))
        dialog.ask_for_proposals()
        dialog.given.connect(lambda given: self.made.emit(create(self._book, given)))
        self._open(dialog)

    def edit(self) -> None:
        """The form of the open meeting."""
        meeting = self._book.meeting
        body = self._book.shelf.records[self._book.meeting_key or ""].parent or ""
        records = [self._book.shelf.records[key] for key in self._book.shelf.children(body, "organizations")]
        corporation = self._book.shelf.value(body)
        assert isinstance(corporation, Body)
        offer = Corporation(key=body, name=corporation.name, committees=_committees(records, []))
        dialog = MeetingDialog(draft_of(meeting, offer), [offer], self._window, new=False)
        dialog.given.connect(lambda given: change(self._book, given))
        self._open(dialog)

    def _open(self, dialog: MeetingDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _propose(self, dialog: MeetingDialog, last: str) -> None:
        def found(records: list[Record]) -> None:
            data = next(record.data for record in records if record.table == "Meeting")
            moment = parse_moment(data["scheduled_start"] or "")
            time = format_time(moment, "HH:mm") if moment else ""
            dialog.propose(last, data["room"] or "", data["place"] or "", data["legislative_term"] or "", time)

        tasks.when(dialog, self._book.query(lambda db: queries.meeting_records(db, last)), found, lambda _error: None)

    def _offer_agendas(self, dialog: MeetingDialog, committee: str) -> None:
        """What the chosen committee can begin with; for a new one the agendas that the program brings."""
        body = dialog.committee.currentText()
        dialog.beginning.offer(sources((), (), body), ())

        def found(known: tuple[tuple[MeetingTemplate, ...], tuple[Meeting, ...]]) -> None:
            if dialog.committee_key() != committee:
                return
            offered = sources(*known, body)
            dialog.beginning.offer(offered, agenda_plan.put_off(known[1]))
            dialog.take_template(dialog.beginning.chosen().template)

        if committee:
            before = stamp(dialog.draft().start)
            asked = self._book.query(
                lambda db: (lookback.templates(db, committee), lookback.last_meetings(db, committee, before))
            )
            tasks.when(dialog, asked, found, lambda error: self.complained.emit(sentence(error)))


def sources(templates: Sequence[MeetingTemplate], meetings: Sequence[Meeting], body: str) -> list[Source]:
    """The agendas a body can begin with: its own templates, that of its last meeting, those the program brings.

    Of these the one that fits the name of the ``body`` comes first.
    """
    last = meetings[0] if meetings else None
    found = [Source(name=one.name, items=agenda_plan.of_template(one.items), template=one) for one in templates]
    if last is not None and (frame := agenda_plan.frame(last.agenda)):
        found.append(Source(name=_("As the last meeting"), items=agenda_plan.of_template(frame)))
    found += [
        Source(name=_("Usual agenda: {name}", name=one.name), items=agenda_plan.of_template(one.items))
        for one in lookback.starters(body)
    ]
    if last is None:
        return found
    return [replace(one, items=agenda_plan.naming_last(one.items, last.number, last.start)) for one in found]


def offers(
    bodies: Sequence[Record], organizations: dict[str, list[Record]], lines: Sequence[queries.MeetingLine]
) -> list[Corporation]:
    """Bodies with their committees, the one that met last first."""
    order = {line.body_key: place for place, line in reversed(list(enumerate(lines)))}
    made = [
        Corporation(
            key=body.key,
            name=str(body.data["name"]),
            committees=_committees(organizations[body.key], [line for line in lines if line.body_key == body.key]),
        )
        for body in bodies
        if body.data["name"]
    ]
    return sorted(made, key=lambda corporation: order.get(corporation.key, len(lines)))


def _committees(records: Sequence[Record], lines: Sequence[queries.MeetingLine]) -> tuple[Committee, ...]:
    made = []
    for record in records:
        if record.table != "Organization" or record.data["organization_type"] != OrganizationType.GREMIUM:
            continue
        name = str(record.data["name"])
        own = [line for line in lines if line.organization == name]
        number = next_number([line.number for line in own])
        made.append(Committee(key=record.key, name=name, next_number=number, last=own[0].key if own else None))
    latest = {line.organization: place for place, line in reversed(list(enumerate(lines)))}
    return tuple(sorted(made, key=lambda committee: (latest.get(committee.name, len(lines)), committee.name)))


def draft_of(meeting: Meeting, corporation: Corporation) -> MeetingDraft:
    """A meeting as its form shows it."""
    lead = meeting.organizations[0] if meeting.organizations else None
    names = {committee.key: committee.name for committee in corporation.committees}
    return MeetingDraft(
        start=_planned(meeting),
        corporation=corporation.key,
        corporation_name=corporation.name,
        committee=lead,
        committee_name=names.get(lead or "", ""),
        number=meeting.number or "",
        name=meeting.name,
        room=meeting.room or "",
        place=meeting.place or "",
        occasion=meeting.occasion or "",
        term=meeting.legislative_term or "",
        state=meeting.state,
    )


def create(book: Book, draft: MeetingDraft) -> str:
    """Makes a meeting with its members and a first item, as one undoable act; returns its key.

    A body or committee that was typed anew is made along. Afterwards the book has the master data open, no meeting.
    """
    book.open_body(draft.corporation or "")
    with book.step("meeting.new", name=draft.name):
        body = draft.corporation or book.add(Body(name=draft.corporation_name, state=draft.land), None, "bodies")
        committee = draft.committee or _new_committee(book, body, draft.committee_name)
        rows = [book.shelf.value(key) for key in book.shelf.children(body, "persons")]
        persons = [row for row in rows if isinstance(row, Person)]
        prepare.note_put_off(book, draft.carried)
        agenda = agenda_plan.numbered(prepare.with_papers(book, body, draft.agenda))
        return book.add(_meeting(draft, committee, persons, agenda), body, "meetings")


def _new_committee(book: Book, body: str, name: str) -> str:
    return book.add(Organization(name=name, organization_type=OrganizationType.GREMIUM), body, "organizations")


def _meeting(draft: MeetingDraft, committee: str, persons: Sequence[Person], agenda: tuple[AgendaItem, ...]) -> Meeting:
    attendance = convening.attendance(persons, committee, draft.start.date().isoformat())
    return Meeting(
        **_frame(draft),
        organizations=(committee,),
        start=stamp(draft.start),
        state=MeetingState.PREPARATION,
        attendance=attendance,
        chairs=convening.chairs(attendance),
        minute_takers=convening.minute_takers(attendance),
        agenda=agenda or (AgendaItem(number="1", name=_OPENING, kind=ItemKind.FORMALITY),),
    )


def _frame(draft: MeetingDraft) -> dict[str, Any]:
    return {
        "name": draft.name or draft.committee_name,
        "number": draft.number or None,
        "scheduled_start": stamp(draft.start),
        "room": draft.room or None,
        "place": draft.place or None,
        "occasion": draft.occasion or None,
        "legislative_term": draft.term or None,
    }


def change(book: Book, draft: MeetingDraft) -> None:
    """Takes over what the form of the open meeting gave; only what differs is written."""
    meeting = book.meeting
    key = book.meeting_key or ""
    body = book.shelf.records[key].parent or ""
    frame = _frame(draft)
    if _planned(meeting) == draft.start:
        frame["scheduled_start"] = meeting.scheduled_start
    elif meeting.state in (None, MeetingState.PREPARATION):
        frame["start"] = stamp(draft.start)
    frame["state"] = draft.state
    with book.step("meeting.details"):
        committee = draft.committee or _new_committee(book, body, draft.committee_name)
        book.change(key, organizations=(committee, *meeting.organizations[1:]), **frame)


def _planned(meeting: Meeting) -> datetime:
    """When a meeting was to begin; a file may give the day alone."""
    for value in (meeting.scheduled_start, meeting.start):
        if value and (moment := parse_moment(value)):
            return moment
    day = parse_date(meeting.scheduled_start or meeting.start) or date.min
    return datetime(day.year, day.month, day.day, tzinfo=BERLIN)
