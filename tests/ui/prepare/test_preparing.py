"""From agendas, templates and earlier meetings to the book."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget

from desktop.clock import stamp
from desktop.models import lookback, queries
from desktop.models.book import Book
from desktop.models.rules import agenda_plan
from desktop.models.rules.agenda_plan import PlannedItem
from desktop.models.values import AgendaItem, Meeting, MeetingState, Paper, ResultClass, TextEntry
from desktop.models.values.aside import MeetingTemplate, StandingItem
from desktop.ui import convening
from desktop.ui.convening import Convening
from desktop.ui.desk.procedure import course
from desktop.ui.desk.stream import marks
from desktop.ui.dialogs.meeting import MeetingDialog, MeetingDraft
from desktop.ui.prepare import acts
from desktop.ui.prepare.carry import CarryDialog
from desktop.ui.prepare.paste import AgendaPasteDialog
from desktop.ui.prepare.preparing import Preparing
from tests.ui.conftest import TestClock
from tests.ui.keys import press, show, wait_until


@pytest.fixture
def coming(demo: Book) -> Book:
    """The demo with a meeting in preparation behind the running one, in which a paper was put off."""
    running = demo.meeting
    put_off = next(item for item in running.agenda if item.number == "7" and item.public)
    demo.change(put_off.key, result_class=ResultClass.POSTPONED, result="vertagt")
    draft = convening.draft_of(running, convening.Corporation(key=acts.body_of(demo), name=""))
    later = replace(
        draft, start=draft.start.replace(month=6), committee=running.organizations[0], number="15", name="15."
    )
    demo.open_meeting(convening.create(demo, later))
    return demo


def agenda(book: Book) -> list[tuple[bool, str | None, str]]:
    return [(item.public, item.number, item.name) for item in book.meeting.agenda]


def test_pasted_items_bring_their_papers_and_go_in_one_step(coming: Book) -> None:
    known = next(
        row for row in coming.read(lambda db: queries.master_records(db, acts.body_of(coming))) if row.table == "Paper"
    )
    before = coming.meeting
    reference = str(known.data["reference"])
    items = [
        PlannedItem(name="Digitalstrategie", number="2", references=(reference, "VO/2026/999")),
        PlannedItem(name="Kauf", number="1", public=False),
        PlannedItem(name="Radweg", number="3"),
    ]
    acts.take(coming, items, replacing=False)
    assert agenda(coming)[1:] == [(True, "2", "Digitalstrategie"), (True, "3", "Radweg"), (False, "1", "Kauf")]
    first, second = coming.meeting.agenda[1].papers
    assert first == known.key
    new = coming.shelf.value(second)
    assert isinstance(new, Paper)
    assert (new.reference, new.name) == ("VO/2026/999", "Digitalstrategie")
    assert {paper.key for paper in coming.session().papers} == {first, second}
    coming.undo()
    assert coming.meeting == before


def test_an_agenda_takes_the_place_of_what_is_empty(coming: Book) -> None:
    opening = coming.meeting.agenda[0]
    acts.take(coming, [PlannedItem(name="A", number="1")], replacing=True)
    assert agenda(coming) == [(True, "1", "A")]
    coming.undo()
    coming.add(TextEntry(text="Begrüßung", prepared=True), opening.key, "proceedings")
    acts.take(coming, [PlannedItem(name="A", number="1")], replacing=True)
    assert agenda(coming) == [(True, "1", opening.name), (True, "2", "A")]


def test_after_the_opening_nothing_is_replaced_and_the_invitation_stays(demo: Book) -> None:
    before = demo.meeting
    acts.take(demo, [PlannedItem(name="Eilantrag", number="1")], replacing=True)
    new = next(item for item in demo.meeting.agenda if item.name == "Eilantrag")
    assert new.number == "11"
    assert demo.meeting.invitation == before.invitation
    assert new.supplementary is (True if before.invitation else None)
    assert {item.key for item in before.agenda} < {item.key for item in demo.meeting.agenda}


def test_a_postponed_item_comes_back_by_keys_and_its_paper_says_where_it_was(coming: Book) -> None:
    window = QWidget()
    show(window)
    told: list[str] = []
    preparing = Preparing(coming, window)
    preparing.told.connect(told.append)
    preparing.carry_over()
    wait_until(lambda: bool(window.findChildren(CarryDialog)))
    dialog = window.findChildren(CarryDialog)[0]
    wait_until(dialog.isActiveWindow)
    press("Return")
    back = coming.meeting.agenda[1]
    assert "Fahrradstraße" in back.name
    paper = coming.shelf.value(back.papers[0])
    assert isinstance(paper, Paper)
    line = paper.consultations[-1]
    assert (line.result, line.date, line.organization) == ("vertagt", "2026-05-07", "Hauptausschuss")
    assert told == ["1 Punkt hinzugefügt"]
    preparing.carry_over()
    wait_until(lambda: len(told) == 2 or len(window.findChildren(CarryDialog)) == 2)
    others = [one.planned.name for dialog in window.findChildren(CarryDialog)[1:] for one in dialog._carried]
    assert back.name not in others


def test_pasting_by_keys(coming: Book) -> None:
    window = QWidget()
    show(window)
    Preparing(coming, window).paste_agenda()
    dialog = window.findChildren(AgendaPasteDialog)[0]
    wait_until(dialog.isActiveWindow)
    dialog.text.insertPlainText("1. Eröffnung der Sitzung\n2. Haushalt")
    dialog._take.setFocus()
    press("Space")
    assert agenda(coming) == [(True, "1", "Eröffnung der Sitzung"), (True, "2", "Haushalt")]


def test_a_template_is_kept_and_the_next_meeting_begins_with_it(demo: Book, clock: TestClock) -> None:
    committee = demo.meeting.organizations[0]
    names = [item.name for item in agenda_plan.frame(demo.meeting.agenda)]
    key = acts.save_template(demo, "Übliche Sitzung")
    assert key is not None
    assert acts.save_template(demo, "Übliche Sitzung") is not None
    assert [one.name for one in acts.templates(demo, committee)] == ["Übliche Sitzung", "Übliche Sitzung 2"]
    demo.undo()
    item = demo.shelf.children(key, "items")[0]
    demo.change(item, text="Die Sitzung wird um {time} eröffnet.")
    demo.change(key, time="17:30", room="Aula")
    window = QWidget()
    show(window)
    clock.forward(days=90)  # behind the meeting of the demo
    maker = Convening(demo, clock, window)
    made: list[str] = []
    maker.made.connect(made.append)
    maker.new()
    wait_until(lambda: bool(window.findChildren(MeetingDialog)))
    dialog = window.findChildren(MeetingDialog)[0]
    wait_until(lambda: dialog.beginning.chosen().template is not None, "the template is offered first")
    assert (dialog.time.text(), dialog.room.text()) == ("17:30", "Aula")
    wait_until(dialog.isActiveWindow)
    press("Return")
    meeting = demo.open_meeting(made[0])
    assert [one.name.partition(" über")[0] for one in meeting.agenda if "Gebührensatzung" not in one.name] == [
        name.partition(" über")[0] for name in names
    ]
    assert any("14. Sitzung am 07.05.2026" in one.name for one in meeting.agenda)
    assert meeting.agenda[0].proceedings[0].prepared


def test_without_a_template_the_program_offers_one() -> None:
    starters = lookback.starters()
    assert starters[0].name == "Ausschuss"
    offered = convening.sources((), (), "")
    assert [one.name for one in offered] == [f"Übliche Tagesordnung: {one.name}" for one in starters]
    own = MeetingTemplate(key="t", name="Eigene", items=(StandingItem(name="Eröffnung"),))
    assert convening.sources((own,), (), "")[0].template == own


@pytest.mark.parametrize(
    ("body", "first"),
    [
        ("Rat der Stadt Eiderfleth", "Vertretung"),
        ("Gemeindevertretung", "Vertretung"),
        ("Ausschuss der Gemeindevertretung", "Ausschuss"),
        ("Seniorenbeirat", "Ausschuss"),
        ("Aufsichtsrat", "Ausschuss"),
        ("Rat", "Vertretung"),
    ],
)
def test_the_agenda_that_fits_the_body_comes_first(body: str, first: str) -> None:
    assert lookback.starters(body)[0].name.startswith(first)


def test_a_meeting_in_preparation_is_no_source_of_what_is_due(coming: Book) -> None:
    committee = coming.meeting.organizations[0]
    earlier = coming.read(lambda db: lookback.last_meetings(db, committee, coming.meeting.start))
    assert [one.number for one in earlier] == ["14"]
    meetings: tuple[Meeting, ...] = coming.read(lambda db: lookback.last_meetings(db, committee, "2100"))
    assert [one.number for one in meetings] == ["15", "14"]
    assert meetings[0].state is MeetingState.PREPARATION
    assert "Eröffnung der Sitzung" not in [one.planned.name for one in agenda_plan.put_off(meetings)]


def test_carried_items_of_the_form_are_made_with_the_meeting(coming: Book) -> None:
    committee = coming.meeting.organizations[0]
    meetings = coming.read(lambda db: lookback.last_meetings(db, committee, "2100"))
    due = agenda_plan.put_off(meetings)
    body = acts.body_of(coming)
    draft = MeetingDraft(
        start=convening.draft_of(coming.meeting, convening.Corporation(key=body, name="")).start,
        corporation=body,
        committee=committee,
        name="16.",
        agenda=tuple(one.planned for one in due),
        carried=due,
    )
    before = len(coming.read(queries.meetings))
    coming.open_meeting(convening.create(coming, draft))
    assert [item.name for item in coming.meeting.agenda] == [one.planned.name for one in due]
    coming.undo()
    assert len(coming.read(queries.meetings)) == before


def test_prepared_text_stays_prepared_at_the_opening_and_gets_its_time_when_confirmed(
    coming: Book, clock: TestClock
) -> None:
    acts.take(coming, [PlannedItem(name="Einwohnerfragestunde", text="Beginn um {zeit} Uhr.")], replacing=False)
    first, item = coming.meeting.agenda
    course.perform(coming, course.Act.OPEN, first.key, clock.now())
    prepared = item_of(coming, item.key).proceedings[0]
    assert (prepared.prepared, getattr(prepared, "text", "")) == (True, "Beginn um {zeit} Uhr.")
    marks.confirm_all(coming, item.key, stamp(clock.now()))
    confirmed = item_of(coming, item.key).proceedings[0]
    assert confirmed.prepared is None
    assert "18:42" in getattr(confirmed, "text", "")


def item_of(book: Book, key: str) -> AgendaItem:
    value = book.shelf.value(key)
    assert isinstance(value, AgendaItem)
    return value
