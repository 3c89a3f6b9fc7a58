"""The agenda in the room: each change with its sentence, its vote and its way back."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox

from desktop.models.book import Book
from desktop.models.rules.invited import invitation_of
from desktop.models.values import (
    AgendaItem,
    Event,
    EventType,
    ItemKind,
    ItemStage,
    Land,
    Majority,
    MeetingState,
    Motion,
    Paper,
    ResultClass,
    TextEntry,
    Vote,
)
from desktop.ui.bus import Bus
from desktop.ui.desk.items.agenda_acts import item
from desktop.ui.desk.page import DeskPage
from desktop.ui.desk.procedure import agenda_live, agenda_votes, course
from desktop.ui.desk.procedure.course import Act
from tests.ui.conftest import TestClock
from tests.ui.desk.council import make
from tests.ui.desk.elections.test_election import window_of
from tests.ui.keys import press, type_text, wait_until


@pytest.fixture
def desk(book: Book, bus: Bus, clock: TestClock, app: QApplication, tmp_path: Path) -> DeskPage:
    """Ö 1 Haushalt runs; then Ö 2 Verschiedenes, Ö 3 Straßen, N 1 Grundstück. The agenda has the keyboard, on Ö 2."""
    make(book)
    for new in (AgendaItem(number="3", name="Straßen"), AgendaItem(number="1", name="Grundstück", public=False)):
        book.add(new, book.meeting.key, "agenda")
    window = window_of(book, bus, clock, app, tmp_path)
    window.show_item(book.meeting.agenda[1].key)
    window.agenda.setFocus()
    return window


def ignored(_offer: agenda_live.VoteOffer) -> None:
    """Nobody asks for a vote."""


def told(desk: DeskPage, number: int = 0) -> list[str]:
    """The sentences in an item, by its place."""
    found = desk._book.meeting.agenda[number].proceedings
    return [entry.text or "" for entry in found if isinstance(entry, Event)]


def orders(desk: DeskPage) -> list[int | None]:
    return [item.treated_order for item in desk._book.meeting.agenda]


def test_taking_off_and_back_is_one_key_each_and_leaves_nothing_behind(desk: DeskPage) -> None:
    before, steps = desk._book.meeting, desk._book.steps
    press("Del")
    assert desk._book.meeting.agenda[1].result_class is ResultClass.REMOVED
    assert told(desk) == ["TOP Ö 2 »Verschiedenes« wird von der Tagesordnung abgesetzt."]
    assert desk._book.steps == steps + 1
    press("Del")
    assert desk._book.meeting == before
    desk._book.undo()
    desk._book.undo()
    assert desk._book.meeting == before


def test_f4_takes_the_vote_of_the_change_in_the_running_item(desk: DeskPage) -> None:
    press("Del")
    press("F4")
    assert desk.proceedings.item == desk._book.meeting.agenda[0].key
    press("A")
    press("Return")
    motion, vote, event = desk._book.meeting.agenda[0].proceedings
    assert isinstance(motion, Motion)
    assert isinstance(vote, Vote)
    assert isinstance(event, Event)
    assert motion.title == "Absetzung von der Tagesordnung: TOP Ö 2 »Verschiedenes«"
    assert (vote.on, vote.majority, motion.outcome) == ((motion.key,), None, "accepted")


def test_the_vote_is_no_longer_offered_once_something_else_was_written(desk: DeskPage) -> None:
    press("Del")
    for _key in ("out of the agenda", "and to", "the item that runs"):
        press("Esc")
    type_text("Es geht weiter.\n")
    press("F4")
    votes = [entry for entry in desk._book.meeting.agenda[0].proceedings if isinstance(entry, Vote)]
    assert [vote.on for vote in votes] == [()]


def test_an_urgent_item_has_reason_number_and_the_majority_of_the_law(desk: DeskPage) -> None:
    book = desk._book
    book.change(book.shelf.records[book.meeting.key].parent or "", state=Land.RP)
    steps = book.steps
    press("Ins")
    type_text("Heizung der Schule\tder Unterricht sonst ausfällt\n")
    new = book.meeting.agenda[2]
    assert (new.number, new.name, new.supplementary, book.steps) == ("2a", "Heizung der Schule", True, steps + 1)
    said = "Die Tagesordnung wird wegen Dringlichkeit um TOP Ö 2a »Heizung der Schule« erweitert."
    assert told(desk) == [f"{said} Begründung: der Unterricht sonst ausfällt."]
    press("F4")
    vote = book.meeting.agenda[0].proceedings[1]
    assert isinstance(vote, Vote)
    assert vote.majority is Majority.TWO_THIRDS_OF_PRESENT
    book.undo()
    book.undo()
    assert len(book.meeting.agenda) == 4


def test_from_the_running_item_a_new_one_comes_to_the_end_of_its_part(desk: DeskPage) -> None:
    desk.show_item(desk._book.meeting.agenda[0].key)
    desk.agenda.setFocus()
    press("Ins")
    type_text("Heizung\n")
    assert [(item.number, item.name) for item in desk._book.meeting.agenda][3] == ("4", "Heizung")
    press("Ins", desk.agenda)
    type_text("Nichts")
    press("Esc")
    assert len(desk._book.meeting.agenda) == 5


def test_what_is_brought_forward_has_one_sentence_however_often_it_moves(desk: DeskPage) -> None:
    book = desk._book
    book.add(AgendaItem(number="4", name="Wege"), book.meeting.key, "agenda", 3)
    desk.show_item(book.meeting.agenda[3].key)
    desk.agenda.setFocus()
    press("Alt+Up")
    assert told(desk) == ["TOP Ö 4 »Wege« wird vorgezogen und nach TOP Ö 2 behandelt."]
    press("Alt+Up")
    assert told(desk) == ["TOP Ö 4 »Wege« wird vorgezogen und nach TOP Ö 1 behandelt."]
    press("Alt+Up")  # Ö 1 runs
    assert orders(desk) == [None, None, None, 2, None]
    assert [item.number for item in book.meeting.agenda] == ["1", "2", "3", "4", "1"]
    press("Alt+Down")
    press("Alt+Down")
    assert (told(desk), orders(desk)) == ([], [None] * 5)


def test_items_are_treated_together_and_apart_again(desk: DeskPage) -> None:
    press("Ctrl+Shift+J")
    first, second, third, _last = desk._book.meeting.agenda
    assert (first.treated_with, second.treated_with) == ((second.key,), (first.key,))
    assert told(desk) == ["TOP Ö 1 und TOP Ö 2 werden gemeinsam beraten."]
    assert "▶ Ö 1 + Ö 2" in desk.header.accessibleName()
    desk.show_item(third.key)
    desk.agenda.setFocus()
    press("Ctrl+Shift+J")
    assert told(desk) == ["TOP Ö 1, TOP Ö 2 und TOP Ö 3 werden gemeinsam beraten."]
    press("Ctrl+Shift+J")
    assert told(desk) == ["TOP Ö 1 und TOP Ö 2 werden gemeinsam beraten."]
    assert desk._book.meeting.agenda[2].treated_with == ()


def test_no_title_that_is_not_public_is_in_a_sentence(desk: DeskPage) -> None:
    press("Ctrl+Shift+N")
    assert told(desk) == ["TOP Ö 2 wird in nichtöffentlicher Sitzung behandelt (jetzt TOP N 2)."]
    assert [item.name for item in desk._book.meeting.agenda][-1] == "Verschiedenes"
    desk.show_item(desk._book.meeting.agenda[2].key)
    desk.agenda.setFocus()
    press("Del")
    assert told(desk)[-1] == "TOP N 1 wird von der Tagesordnung abgesetzt."
    assert "Grundstück" not in " ".join(told(desk))


def test_called_out_of_order_and_the_rest_after_it(desk: DeskPage) -> None:
    book = desk._book
    desk.show_item(book.meeting.agenda[2].key)
    press("Ctrl+Return")
    assert orders(desk) == [None, None, 2, None]
    press("Ctrl+Return")
    running = course.running_item(book)
    assert running is not None
    assert running.name == "Verschiedenes"
    course.perform(book, Act.CLOSE, None, desk._clock.now())
    assert orders(desk) == [None, None, 2, None]


def test_who_passes_over_what_is_never_called_brings_nothing_forward(desk: DeskPage) -> None:
    desk.show_item(desk._book.meeting.agenda[2].key)
    press("Ctrl+Return")
    press("F8")
    lines = desk.lines.procedure
    for _line in range(next(n for n, text in enumerate(lines.texts()) if "Sitzung schließen" in text)):
        press("Down")
    press("Return")
    assert orders(desk) == [None] * 4
    window = desk.window()
    wait_until(lambda: not desk.checker.busy)
    said = window.statusBar().currentMessage()  # type: ignore[attr-defined]
    count = len(desk.checker.findings)
    assert count
    found = f"{count} Hinweis in der Prüfliste." if count == 1 else f"{count} Hinweise in der Prüfliste."
    assert said == f"Die Sitzung ist geschlossen. Nie aufgerufen: Ö 2, N 1. {found}"
    assert desk.side.checklist_panel.isVisible()


def test_before_the_meeting_nothing_is_said(
    book: Book, bus: Bus, clock: TestClock, app: QApplication, tmp_path: Path
) -> None:
    make(book, MeetingState.PREPARATION)
    desk = window_of(book, bus, clock, app, tmp_path)
    desk.agenda.setFocus()
    press("Alt+Down")
    press("Ctrl+Shift+N")
    press("Ins")
    type_text("Neues\n")
    assert [len(item.proceedings) for item in book.meeting.agenda] == [0, 0, 0]
    assert all(item.stage is not ItemStage.RUNNING for item in book.meeting.agenda)


@pytest.mark.parametrize("act", ["Del", "Alt+Down", "Ctrl+Shift+J", "Ctrl+Shift+N", "Ins"])
def test_what_the_vote_refuses_is_taken_back_by_f8(desk: DeskPage, act: str) -> None:
    book = desk._book
    before = book.meeting.agenda
    press(act)
    if act == "Ins":
        type_text("Heizung\n")
    assert book.meeting.agenda != before
    press("F4")
    press("N")
    press("A")
    press("Return")
    window = desk.window()
    assert "Abgelehnt. F8" in window.statusBar().currentMessage()  # type: ignore[attr-defined]
    steps = book.steps
    press("F8")
    press("Return")
    assert [type(entry) for entry in book.meeting.agenda[0].proceedings] == [Motion, Vote]
    assert [replace(item, proceedings=()) for item in book.meeting.agenda] == list(before)
    assert book.steps == steps + 1
    press("F8")
    assert not desk.lines.procedure.texts()[0].startswith("Abgelehnt")


def test_what_is_public_no_more_is_named_by_its_number_in_earlier_sentences_too(desk: DeskPage) -> None:
    press("Alt+Down")
    press("F4")
    press("A")
    press("Return")
    desk.show_item(desk._book.meeting.agenda[1].key)
    desk.agenda.setFocus()
    press("Ctrl+Shift+N")
    entries = desk._book.meeting.agenda[0].proceedings
    assert "Verschiedenes" not in repr(entries)
    assert told(desk)[0] == "TOP N 2 wird zurückgestellt und nach TOP Ö 3 behandelt."


def test_a_sentence_typed_blindly_renames_nothing(desk: DeskPage) -> None:
    names = [item.name for item in desk._book.meeting.agenda]
    type_text("Ja, Herr Held sagt nein.\n")
    assert [item.name for item in desk._book.meeting.agenda] == names
    (entry,) = desk._book.meeting.agenda[1].proceedings
    assert entry.text == "Ja, Herr Held sagt nein."  # type: ignore[union-attr]


def test_the_reason_of_an_item_that_is_not_public_stands_in_it(desk: DeskPage) -> None:
    book, now = desk._book, desk._clock.now()
    key = agenda_live.add(book, book.meeting.agenda[3].key, "Pachtvertrag", "der Pächter zahlt nicht", now, ignored)
    assert told(desk) == ["Die Tagesordnung wird um TOP N 2 erweitert."]
    (entry,) = item(book, key).proceedings
    assert entry.text == "Begründung der Dringlichkeit: der Pächter zahlt nicht."  # type: ignore[union-attr]


def test_an_earlier_title_or_number_is_not_told_either(desk: DeskPage) -> None:
    book, now = desk._book, desk._clock.now()
    streets = book.meeting.agenda[2].key
    book.change(book.meeting.key, invitation=invitation_of(book.meeting.agenda))
    agenda_live.remove(book, streets, now, ignored)
    book.change(streets, name="Gehwege", number="7")
    unnumbered = book.add(AgendaItem(name="Ohne Nummer"), book.meeting.key, "agenda", 3)
    event = Event(event_type=EventType.OTHER, text="Punkt »Ohne Nummer« eilt.")
    book.add(event, book.meeting.key, "closing")
    book.add(TextEntry(text="Zu den Straßen wird nichts gesagt."), book.meeting.agenda[0].key, "proceedings")
    said: list[str] = []
    desk.agenda.said.connect(said.append)
    for key in (streets, unnumbered):
        desk.agenda.toggle_public_of(key)
    texts = [entry.text or "" for entry in book.meeting.agenda[0].proceedings]  # type: ignore[union-attr]
    assert texts[0] == "TOP Ö 3 wird von der Tagesordnung abgesetzt."
    assert not any("Gehwege" in text or "»Straßen«" in text or "Ohne Nummer" in text for text in texts)
    assert book.meeting.closing[0].text == "TOP N eilt."  # type: ignore[union-attr]
    assert said == ["1 öffentlicher Text nennt diesen Punkt noch: bitte prüfen."]


def test_a_refused_item_keeps_what_was_written_in_it(desk: DeskPage) -> None:
    book, now = desk._book, desk._clock.now()
    offers: list[agenda_live.VoteOffer] = []
    key = agenda_live.add(book, book.meeting.agenda[1].key, "Heizung", "", now, offers.append)
    book.add(TextEntry(text="Gesagt."), key, "proceedings")
    agenda_votes.take_back(book, offers[0])
    assert item(book, key).result_class is ResultClass.REMOVED
    assert item(book, key).proceedings


def test_a_divider_has_no_turn_and_no_sentence(desk: DeskPage) -> None:
    book, now = desk._book, desk._clock.now()
    line = book.add(AgendaItem(name="II. Pläne", kind=ItemKind.DIVIDER), book.meeting.key, "agenda", 2)
    before = book.meeting
    assert not agenda_live.shift(book, line, -1, now, ignored)
    agenda_live.toggle_public(book, line, now, ignored)
    agenda_live.toggle_together(book, line, book.meeting.agenda[0].key, now, ignored)
    assert book.meeting == before
    assert agenda_live.remove(book, line, now, ignored)
    assert not told(desk)


def test_papers_of_what_is_public_no_more_are_not_either(desk: DeskPage) -> None:
    book, now = desk._book, desk._clock.now()
    body = book.shelf.records[book.meeting.key].parent
    own, shared = (book.add(Paper(name=name, public=True), body, "papers") for name in ("Straßen", "Alle"))
    book.change(book.meeting.agenda[0].key, papers=(shared,))
    book.change(book.meeting.agenda[2].key, papers=(own, shared))
    agenda_live.toggle_public(book, book.meeting.agenda[2].key, now, ignored)
    assert [book.shelf.value(key).public for key in (own, shared)] == [None, True]  # type: ignore[union-attr]


def test_the_form_makes_an_item_not_public_as_the_key_does(desk: DeskPage) -> None:
    key = desk._book.meeting.agenda[2].key
    desk._item_form.open_item(key)
    (box,) = [one for one in desk._item_form.findChildren(QCheckBox) if one.text() == "öffentlich"]
    box.click()
    assert (item(desk._book, key).public, item(desk._book, key).number) == (False, "2")
    assert told(desk) == ["TOP Ö 3 wird in nichtöffentlicher Sitzung behandelt (jetzt TOP N 2)."]
    assert not box.isChecked()
    desk._item_form.close()


def test_what_was_written_behind_closed_doors_stays_there(desk: DeskPage) -> None:
    book, said = desk._book, list[str]()
    desk.agenda.said.connect(said.append)
    plot = book.meeting.agenda[3].key
    book.add(TextEntry(text="Der Preis."), plot, "proceedings")
    book.add(Event(event_type=EventType.PUBLIC_RESTORED), plot, "proceedings")
    book.change(plot, resolution="Verkauft.")
    desk.agenda.toggle_public_of(plot)
    assert item(book, plot).public
    assert [entry.public for entry in item(book, plot).proceedings] == [False, None]
    assert said == ["1 Eintrag bleibt nichtöffentlich. Der Beschluss ist jetzt öffentlich: bitte prüfen."]


def test_a_refused_exclusion_hides_what_was_said_and_shows_the_paper(desk: DeskPage) -> None:
    book, now, offers = desk._book, desk._clock.now(), list[agenda_live.VoteOffer]()
    paper = book.add(Paper(name="Plan", public=True), book.shelf.records[book.meeting.key].parent, "papers")
    key = book.meeting.agenda[0].key
    book.change(key, papers=(paper,))
    book.add(TextEntry(text="Vorher."), key, "proceedings")
    agenda_live.toggle_public(book, key, now, offers.append)
    agenda_votes.begin(book, offers[0], "")
    book.add(TextEntry(text="Geheim."), key, "proceedings")
    assert [entry.text for entry in agenda_votes.staying_closed(book, offers[0])] == ["Geheim."]  # type: ignore[union-attr]
    agenda_votes.take_back(book, offers[0])
    shown = {
        entry.text if isinstance(entry, TextEntry) else "vote": entry.public for entry in item(book, key).proceedings
    }
    assert shown == {"Vorher.": None, "vote": None, "Geheim.": False}
    assert book.shelf.value(paper).public  # type: ignore[union-attr]


def test_what_was_treated_or_is_over_is_not_taken_off(desk: DeskPage) -> None:
    book, said = desk._book, list[str]()
    desk.agenda.said.connect(said.append)
    book.change(book.meeting.agenda[1].key, result="ungeändert beschlossen", result_class=ResultClass.ACCEPTED)
    before = book.meeting
    press("Del")
    desk.show_item(book.meeting.agenda[0].key)
    desk.agenda.setFocus()
    press("Del")
    assert book.meeting == before
    assert said == ["Was aufgerufen wurde oder ein Ergebnis hat, wird nicht mehr abgesetzt."] * 2
    course.perform(book, Act.CLOSE, None, desk._clock.now())
    before = book.meeting
    desk.show_item(book.meeting.agenda[2].key)
    desk.agenda.setFocus()
    press("Del")
    assert book.meeting == before
    assert said[-1] == "Die Sitzung ist geschlossen · F8 öffnet sie wieder"


def test_the_sentences_of_all_moved_items_are_true_in_the_end(desk: DeskPage) -> None:
    book, now = desk._book, desk._clock.now()
    book.add(AgendaItem(number="4", name="Wege"), book.meeting.key, "agenda", 3)
    _one, _two, third, fourth, _closed = (one.key for one in book.meeting.agenda)
    agenda_live.shift(book, fourth, -1, now, ignored)
    agenda_live.shift(book, fourth, -1, now, ignored)
    assert told(desk) == ["TOP Ö 4 »Wege« wird vorgezogen und nach TOP Ö 1 behandelt."]
    agenda_live.shift(book, third, -1, now, ignored)
    agenda_live.shift(book, third, -1, now, ignored)
    assert "TOP Ö 4 »Wege« wird vorgezogen und nach TOP Ö 3 behandelt." in told(desk)
    book.undo()
    book.undo()
    agenda_live.shift(book, fourth, 1, now, ignored)
    agenda_live.shift(book, third, -1, now, ignored)
    agenda_live.shift(book, third, 1, now, ignored)
    agenda_live.shift(book, fourth, 1, now, ignored)
    assert (told(desk), orders(desk)) == ([], [None] * 5)


def test_what_is_not_public_any_more_comes_back_with_its_sentence(desk: DeskPage) -> None:
    book, now = desk._book, desk._clock.now()
    streets = book.meeting.agenda[2].key
    agenda_live.toggle_together(book, streets, book.meeting.agenda[1].key, now, ignored)
    agenda_live.remove(book, streets, now, ignored)
    agenda_live.toggle_public(book, streets, now, ignored)
    assert "TOP N 2 wird von der Tagesordnung abgesetzt." in told(desk)
    assert "Straßen" not in " ".join(told(desk))
    agenda_live.remove(book, streets, now, ignored)
    agenda_live.toggle_together(book, streets, book.meeting.agenda[1].key, now, ignored)
    assert told(desk) == ["TOP Ö 3 wird in nichtöffentlicher Sitzung behandelt (jetzt TOP N 2)."]
