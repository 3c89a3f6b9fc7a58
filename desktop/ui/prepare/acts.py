"""From planned items to the book: papers are found or made, items that come back leave a trace on their papers."""

from collections.abc import Sequence
from dataclasses import replace

from desktop.models import lookback
from desktop.models.book import Book
from desktop.models.rules import agenda_plan
from desktop.models.rules.agenda_plan import Carried, PlannedItem, PutOff
from desktop.models.values import AgendaItem, Consultation, Meeting, MeetingState, Organization, Paper
from desktop.models.values.aside import MeetingTemplate

AGENDA = "agenda"
TEMPLATES = "templates"
#: how an item was put off where its minutes do not say; goes into documents, so it is German
_RESULTS = {PutOff.POSTPONED: "vertagt", PutOff.UNTREATED: None, PutOff.REMOVED: "abgesetzt"}


def body_of(book: Book) -> str:
    """The key of the body of the open meeting."""
    return book.shelf.records[book.meeting_key or ""].parent or ""


def with_papers(book: Book, body: str, items: Sequence[PlannedItem]) -> tuple[PlannedItem, ...]:
    """The items with keys of their papers; a number that the book does not know gets a paper of its own."""
    wanted = [reference for one in items for reference in one.references]
    known = book.read(lambda db: lookback.papers_named(db, body, wanted)) if wanted else {}
    if book.meeting_key is not None:
        book.fetch_papers([*known.values(), *(key for one in items for key in one.papers)])
    settled = []
    for one in items:
        for reference in one.references:
            if reference not in known:
                known[reference] = book.add(
                    Paper(reference=reference, name=one.name, public=one.public), body, "papers"
                )
        keys = (*one.papers, *(known[reference] for reference in one.references))
        settled.append(replace(one, papers=tuple(dict.fromkeys(keys))))
    return tuple(settled)


def note_put_off(book: Book, carried: Sequence[Carried]) -> None:
    """Writes into the order of consultation of each paper where it was put off; a result that stands there stays."""
    book.fetch_papers([key for one in carried for key in one.planned.papers])
    for one in carried:
        for key in one.planned.papers:
            if key in book.shelf:
                _note(book, key, one)


def _note(book: Book, paper: str, carried: Carried) -> None:
    meeting = carried.meeting
    lines: tuple[Consultation, ...] = book.shelf.records[paper].data["consultations"]
    lead = meeting.organizations[0] if meeting.organizations else ""
    committee = book.shelf.value(lead) if lead in book.shelf else None
    name = committee.name if isinstance(committee, Organization) else ""
    day = meeting.start[:10]
    result = carried.result or _RESULTS[carried.reason]
    new = Consultation(
        organization=name,
        date=day,
        result=result,
        meeting_name=meeting.name,
        meeting=meeting.key,
        agenda_item=carried.item,
        public=None if carried.planned.public else False,
    )
    for place, line in enumerate(lines):
        if line.meeting == meeting.key or (line.organization, line.date) == (name, day):
            told = replace(line, result=line.result or result, meeting=meeting.key, agenda_item=carried.item)
            book.change(paper, consultations=(*lines[:place], told, *lines[place + 1 :]))
            return
    book.change(paper, consultations=(*lines, new))


def is_empty(item: AgendaItem) -> bool:
    """Whether nothing but its title stands in an item."""
    bare = AgendaItem(key=item.key, id=item.id, number=item.number, name=item.name, public=item.public, kind=item.kind)
    return item == bare


def may_replace(meeting: Meeting) -> bool:
    """Whether an agenda can still be put in place of the one that is there."""
    return meeting.state is MeetingState.PREPARATION and not meeting.invitation


def take(book: Book, items: Sequence[PlannedItem], *, replacing: bool, carried: Sequence[Carried] = ()) -> list[str]:
    """Puts items on the agenda of the open meeting, each at the end of its part; returns their keys. One undo step.

    ``replacing`` takes those away first in which nothing stands. The invitation is not touched; what comes behind it is
    marked as supplementary.
    """
    meeting = book.meeting_key or ""
    with book.step("agenda.carry" if carried else "agenda.paste"):
        if replacing and may_replace(book.meeting):
            for item in book.meeting.agenda:
                if is_empty(item):
                    book.remove(item.key)
        note_put_off(book, carried)
        planned = with_papers(book, body_of(book), items)
        supplementary = True if book.meeting.invitation else None
        rows = agenda_plan.numbered(planned, book.meeting.agenda)
        return [
            book.add(replace(row, supplementary=supplementary), meeting, AGENDA, _place(book, public=row.public))
            for row in rows
        ]


def _place(book: Book, *, public: bool) -> int | None:
    """Behind the last item of a part; the end for a part that has none, except that the public one comes first."""
    agenda = book.meeting.agenda
    own = [place for place, item in enumerate(agenda) if item.public == public]
    if own:
        return own[-1] + 1
    return 0 if public else None


def save_template(book: Book, name: str) -> str | None:
    """Keeps the standing items of the open meeting as a template of its body; returns its key, None without a body."""
    meeting = book.meeting
    committee = meeting.organizations[0] if meeting.organizations else None
    if committee is None or committee not in book.shelf:
        return None
    template = MeetingTemplate(
        name=_free_name(book, committee, name),
        time=meeting.scheduled_start[11:16] if meeting.scheduled_start and len(meeting.scheduled_start) > 15 else None,
        room=meeting.room,
        place=meeting.place,
        items=agenda_plan.frame(meeting.agenda),
    )
    with book.step("template.save"):
        return book.add(template, committee, TEMPLATES)


def _free_name(book: Book, committee: str, name: str) -> str:
    taken = {template.name for template in templates(book, committee)}
    number = 2
    free = name
    while free in taken:
        free, number = f"{name} {number}", number + 1
    return free


def templates(book: Book, committee: str) -> list[MeetingTemplate]:
    """The templates of a body that is open."""
    rows = [book.shelf.value(key) for key in book.shelf.children(committee, TEMPLATES)]
    return [row for row in rows if isinstance(row, MeetingTemplate)]
