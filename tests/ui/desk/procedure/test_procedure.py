"""F8: what is due is chosen, a time by digits or Tab, and nothing typed blindly does harm."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.models import queries
from desktop.models.book import Book
from desktop.models.values import (
    AgendaItem,
    Approval,
    ApprovalMode,
    Event,
    EventType,
    Land,
    Meeting,
    MeetingState,
    TextEntry,
)
from desktop.ui.bus import Bus
from desktop.ui.desk.page import DeskPage
from desktop.ui.desk.procedure import course
from desktop.ui.desk.procedure.course import Act
from tests.ui.conftest import TestClock
from tests.ui.desk.council import make
from tests.ui.desk.elections.test_election import window_of
from tests.ui.keys import press, type_text


@pytest.fixture
def desk(book: Book, bus: Bus, clock: TestClock, app: QApplication, tmp_path: Path) -> DeskPage:
    """Ö 1 Haushalt runs; then Ö 2 Verschiedenes and N 1 Grundstück."""
    make(book)
    book.add(AgendaItem(number="1", name="Grundstück", public=False), book.meeting.key, "agenda")
    return window_of(book, bus, clock, app, tmp_path)


def events(desk: DeskPage) -> list[tuple[EventType, str | None]]:
    found = [entry for item in desk._book.meeting.agenda for entry in item.proceedings]
    return [(entry.event_type, entry.from_) for entry in found if isinstance(entry, Event)]


def test_tab_and_digits_set_another_time(desk: DeskPage) -> None:
    press("F8")
    press("Tab")
    type_text("1830")
    assert desk.lines.procedure.texts()[0] == "Beschlussfähigkeit feststellen – 18:30"
    press("Return")
    assert events(desk) == [(EventType.QUORUM_STATED, "2026-03-05T18:30:00+01:00")]
    assert not desk.lines.procedure.isVisible()
    assert desk.pen.editor.hasFocus()


@pytest.mark.parametrize("sentence", ["Herr Held dankt.", "18 Uhr ist es.", "ähnlich"])
def test_a_sentence_typed_blindly_stands_in_the_ready_line(desk: DeskPage, sentence: str) -> None:
    press("F8")
    type_text(sentence)
    assert desk.pen.editor.toPlainText() == sentence
    assert events(desk) == []


def test_esc_changes_nothing_and_the_sentence_goes_on_where_it_was(desk: DeskPage) -> None:
    type_text("Der Rat ")
    press("F8")
    press("Down")
    press("Esc")
    type_text("dankt.")
    assert desk.pen.editor.toPlainText() == "Der Rat dankt."
    assert events(desk) == []


def test_the_chair_is_chosen_from_a_second_list(desk: DeskPage) -> None:
    lines = desk.lines.procedure
    press("F8")
    for _line in range(len(lines.texts()) - 1):
        press("Down")
    press("Return")
    assert lines.texts()[0].endswith("übernimmt den Vorsitz – 18:42")
    press("Return")
    assert [kind for kind, _at in events(desk)] == [EventType.CHAIR_CHANGE]


def test_what_runs_in_secret_without_a_word_about_the_public_is_said(desk: DeskPage) -> None:
    desk.show_item(desk._book.meeting.agenda[2].key)
    press("Ctrl+Return")
    assert "Öffentlichkeit noch nicht ausgeschlossen – F8" in desk.header.accessibleName()
    press("F8")
    press("Return")
    assert [kind for kind, _at in events(desk)] == [EventType.PUBLIC_EXCLUDED]
    assert "noch nicht" not in desk.header.accessibleName()


def test_once_the_public_is_back_decisions_are_announced(desk: DeskPage) -> None:
    book, secret = desk._book, desk._book.meeting.agenda[2]
    desk.show_item(secret.key)
    assert desk.announced.isHidden()
    press("Ctrl+Return")
    book.change(secret.key, resolution="Das Grundstück wird verkauft.")
    assert not desk.announced.isHidden()
    course.perform(book, Act.EXCLUDE, None, desk._clock.now())
    course.perform(book, Act.RESTORE, None, desk._clock.now())
    desk.show_item(book.meeting.agenda[1].key)
    press("Ctrl+Return")
    press("F8")
    assert desk.lines.procedure.texts()[0] == "Bekanntgabe zu N 1 schreiben …"
    press("Return")
    type_text("Der Rat hat über ein Grundstück beschlossen.")
    assert book.meeting.agenda[2].announcement == "Der Rat hat über ein Grundstück beschlossen."
    press("Esc")
    press("F8")
    assert "Bekanntgabe" not in desk.lines.procedure.texts()[0]


def test_a_public_item_has_no_announcement(desk: DeskPage) -> None:
    desk.announcement()
    assert desk.announced.isHidden()


def test_from_elsewhere_the_decision_that_waits_is_announced(desk: DeskPage) -> None:
    book = desk._book
    hidden = book.meeting.agenda[2].key
    book.change(hidden, resolution="Das Grundstück wird verkauft.")
    book.add(AgendaItem(number="2", name="Verschiedenes", public=False), book.meeting.key, "agenda")
    for shown in (0, 3):
        desk.show_item(book.meeting.agenda[shown].key)
        press("Ctrl+F5")
        assert desk.shown() == book.shelf.value(hidden)
        assert desk.announced.field.hasFocus()


@pytest.mark.parametrize(
    ("state", "words"), [("draft", "geschlossen"), ("released", "geschlossen"), ("preparation", "eröffnet")]
)
def test_no_item_is_called_before_or_after_the_meeting(desk: DeskPage, state: str, words: str) -> None:
    book = desk._book
    book.change(book.meeting.key, state=MeetingState(state))
    before, said = book.meeting, []
    desk.lines.said.connect(said.append)
    press("Ctrl+Return")
    assert book.meeting == before
    assert words in said[0]
    assert "F8" in said[0]


def test_the_public_goes_before_what_is_only_prepared(desk: DeskPage) -> None:
    book = desk._book
    item = book.meeting.agenda[0].key
    for text, prepared in (("Gesagt.", None), ("Vorbereitet.", True)):
        book.add(TextEntry(text=text, prepared=prepared), item, "proceedings")
    course.perform(book, Act.EXCLUDE, item, desk._clock.now())
    kinds = [getattr(one, "text", None) or one.event_type for one in book.meeting.agenda[0].proceedings]
    assert kinds == ["Gesagt.", EventType.PUBLIC_EXCLUDED, "Vorbereitet."]


@pytest.mark.parametrize(
    ("land", "mode", "words"),
    [
        (Land.BY, ApprovalMode.APPROVED, "Die Niederschrift wird genehmigt."),
        (Land.SH, ApprovalMode.NO_OBJECTIONS, "Einwendungen gegen die Niederschrift werden nicht erhoben."),
        (Land.NW, ApprovalMode.NOTED, "Die Niederschrift wird zur Kenntnis genommen."),
    ],
)
def test_the_last_minutes_are_approved_in_the_words_of_the_law(
    desk: DeskPage, land: Land, mode: ApprovalMode, words: str
) -> None:
    book = desk._book
    body = book.shelf.records[book.meeting.key].parent or ""
    book.change(body, state=land)
    council = book.meeting.organizations
    for day, state in (("2026-01-05", MeetingState.PUBLISHED), ("2026-02-05", MeetingState.RELEASED)):
        value = Meeting(name=f"Sitzung am {day}", start=f"{day}T18:00:00+01:00", organizations=council, state=state)
        book.add(value, body, "meetings")
    other = Meeting(name="Ausschuss", start="2026-02-20T18:00:00+01:00", state=MeetingState.RELEASED)
    book.add(other, body, "meetings")
    item = book.meeting.agenda[0].key
    assert not any("Sitzung am" in text for text in texts(desk))
    book.change(item, name="Niederschrift der letzten Sitzung")
    steps = book.steps
    assert texts(desk)[0] == f"Niederschrift Sitzung am 2026-02-05: {words} – 18:42"
    press("F8")
    press("Return")
    (entry,) = book.meeting.agenda[0].proceedings
    assert isinstance(entry, TextEntry)
    assert (entry.text, book.steps) == (words, steps + 1)
    assert last(book) == ("approved", Approval(mode=mode, date="2026-03-05", meeting="1. Sitzung"))
    assert not any("Sitzung am" in text for text in texts(desk))
    book.undo()
    assert last(book) == ("released", None)


def texts(desk: DeskPage) -> list[str]:
    press("F8")
    found = desk.lines.procedure.texts()
    press("Esc")
    return found


def last(book: Book) -> tuple[str | None, Approval | None]:
    """State and approval of the meeting in February, from the disk."""
    key = next(line.key for line in book.read(queries.meetings) if "02-05" in line.name)
    records = book.read(lambda db: queries.meeting_records(db, key))
    value = next(record for record in records if record.key == key)
    return value.data["state"], value.data["approval"]


def test_the_invitation_is_kept_at_the_latest_when_the_meeting_is_opened(book: Book, desk: DeskPage) -> None:
    book.change(book.meeting.key, state=MeetingState.PREPARATION, invitation=())
    assert course.due(book) == [Act.OPEN, Act.INVITE]
    course.perform(book, Act.OPEN, None, desk._clock.now())
    invited = book.meeting.invitation
    assert [line.number for line in invited] == ["1", "2", "1"]
    desk.agenda.toggle_public()
    desk.lines.compare()
    window = desk.lines._comparison
    assert window is not None
    shown = [[window.table.item(row, column).text() for column in range(3)] for row in range(3)]
    assert ["Ö 1 Haushalt", "N 2 Haushalt", "jetzt nichtöffentlich, andere Nummer"] in shown
    assert book.meeting.invitation == invited


def test_what_was_sent_out_is_kept_with_its_day(book: Book, desk: DeskPage) -> None:
    book.change(book.meeting.key, state=MeetingState.PREPARATION)
    desk.lines.invite()
    assert (book.meeting.convened_on, len(book.meeting.invitation)) == ("2026-03-05", 3)
    book.undo()
    assert (book.meeting.convened_on, book.meeting.invitation) == (None, ())


def test_numbering_anew_says_what_it_leaves(book: Book, desk: DeskPage) -> None:
    course.call_item(book, book.meeting.agenda[0].key, desk._clock.now())
    book.change(book.meeting.agenda[1].key, number="5")
    desk.show_item(book.meeting.agenda[0].key)
    type_text("Siehe TOP 5 und TOP Ö 2.\n")
    said: list[str] = []
    desk.agenda.said.connect(said.append)
    desk.agenda.renumber()
    assert said == [
        "1 Nummer ist jetzt eine andere. 1 Text nennt einen TOP mit Nummer; er bleibt, wie er ist: bitte prüfen."
    ]


def test_opening_says_how_its_sentence_comes_into_the_minutes(desk: DeskPage) -> None:
    book = desk._book
    book.change(book.meeting.key, state=MeetingState.PREPARATION)
    said: list[str] = []
    desk.lines.said.connect(said.append)
    press("F8")
    press("Return")
    assert said[0].startswith("Die Sitzung ist seit ")
    assert said[0].endswith("»eröff« und Tab: der Satz für die Niederschrift")
    type_text("eröff\t")
    assert "eröffnet die Sitzung um" in desk.pen.editor.toPlainText()


def test_finished_minutes_are_reopened_by_a_second_line_never_by_enter_alone(desk: DeskPage) -> None:
    book = desk._book
    course.perform(book, Act.CLOSE, None, desk._clock.now())
    book.change(book.meeting.key, state=MeetingState.APPROVED)
    before = book.meeting
    press("F8")
    assert desk.lines.procedure.texts() == ["Sitzung wieder öffnen …"]
    press("Return")
    assert desk.lines.procedure.texts() == [
        "Geschlossen lassen",
        "Ja, wieder öffnen; die Niederschrift ist dann wieder Entwurf",
    ]
    press("Return")
    assert book.meeting == before
    assert not desk.lines.procedure.isVisible()
    press("F8")
    press("Return")
    press("Down")
    press("Return")
    assert (book.meeting.state, book.meeting.end) == (MeetingState.RUNNING, None)
