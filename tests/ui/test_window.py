"""The whole window on a real book: from page to page by keys, saving, problems, closing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from desktop.clock import BERLIN
from desktop.models import queries
from desktop.models.book import Book
from desktop.models.errors import StorageFailed
from desktop.models.values import Meeting, MeetingState, Vote
from desktop.ui import tasks
from desktop.ui.bus import Bus
from desktop.ui.commands.actions import ACTIONS, Menu, slot_of
from desktop.ui.desk.keymap import KeyMap
from desktop.ui.dialogs.command import CommandDialog
from desktop.ui.dialogs.export import ExportDialog
from desktop.ui.dialogs.meeting import MeetingDialog
from desktop.ui.looks.theme import Look, Theme
from desktop.ui.window import Window
from tests.ui.conftest import TestClock
from tests.ui.keys import press, show, type_text, wait_until


@pytest.fixture
def window(book: Book, bus: Bus, clock: TestClock, app: QApplication, tmp_path: Path) -> Iterator[Window]:
    made = Window(book, bus, clock, Theme(app), tmp_path)
    show(made)
    yield made
    made.appearance.theme.zoom(0)
    made.appearance.theme.choose(Look.SYSTEM)


@pytest.fixture
def at_desk(demo: Book, window: Window) -> Window:
    window.open_meeting(demo.meeting.key)
    window.banners.clear("demo")
    return window


def settled() -> None:
    wait_until(lambda: not tasks.running())


def test_from_an_empty_book_to_the_first_typed_word_by_keys(window: Window, book: Book, clock: TestClock) -> None:
    window.start()
    settled()
    press("Return")  # »Erste Sitzung anlegen«
    wait_until(lambda: bool(window.findChildren(MeetingDialog)))
    dialog = window.findChildren(MeetingDialog)[0]
    wait_until(dialog.isActiveWindow)
    type_text("Stadt Musterfeld\t\tHauptausschuss")
    press("Return")
    assert book.meeting.name == "1. Sitzung des Hauptausschusses"
    assert window.pages.currentWidget() is window.desk
    show(window)
    type_text("Es beginnt.")
    assert [entry.text for entry in book.meeting.agenda[0].proceedings] == ["Es beginnt."]  # type: ignore[union-attr]


def test_keys_lead_to_the_pages_and_escape_back_to_the_desk(at_desk: Window) -> None:
    assert at_desk.pages.currentWidget() is at_desk.desk
    for keys, page in (("Ctrl+Shift+S", at_desk.meetings), ("Ctrl+Shift+G", at_desk.people)):
        press(keys)
        assert at_desk.pages.currentWidget() is page
        settled()
        press("Esc")
        assert at_desk.pages.currentWidget() is at_desk.desk
    press("Ctrl+Shift+V")
    assert at_desk.pages.currentWidget() is at_desk.paper
    press("Ctrl+Shift+P")
    assert at_desk.pages.currentWidget() is at_desk.desk


def test_a_text_block_is_looked_for_and_goes_where_somebody_wrote(at_desk: Window, demo: Book) -> None:
    type_text("Also: ")
    press("Ctrl+Shift+B")
    assert at_desk.pages.currentWidget() is at_desk.blocks
    type_text("keine fragen\n")
    assert at_desk.pages.currentWidget() is at_desk.desk
    type_text(" So.")
    running = at_desk.desk.proceedings.item
    assert running is not None
    item = next(one for one in demo.meeting.agenda if one.key == running)
    assert item.proceedings[-1].text == "Also: Es werden keine Fragen gestellt. So."  # type: ignore[union-attr]
    press("F5")
    type_text("So. ")
    press("Ctrl+Shift+B")
    type_text("keine fragen\n")
    assert str(demo.shelf.records[running].data["resolution"]).endswith("Es werden keine Fragen gestellt.")
    assert at_desk.desk.outcome.resolution.hasFocus()
    press("Ctrl+Shift+B")
    press("Esc")
    assert at_desk.pages.currentWidget() is at_desk.desk


def test_actions_that_make_no_sense_are_off(window: Window, demo: Book) -> None:
    demo.open_body("")
    window.show_meetings()
    off = {name for name, action in window.menus.actions.items() if not action.isEnabled()}
    assert {"speech", "vote", "call_item", "export", "edit_meeting", "show_desk"} <= off
    assert not off & {"new_meeting", "import_file", "undo", "command", "quit"}


def test_the_menu_names_what_undo_would_do_and_undo_works(at_desk: Window, demo: Book) -> None:
    before = demo.meeting.room
    demo.change(demo.meeting.key, room="Aula")
    assert at_desk.menus.actions["undo"].text().startswith("Rückgängig: Sitzung ändern")
    at_desk.show_meetings()
    settled()
    press("Ctrl+Z")
    assert demo.meeting.room == before
    assert at_desk.status.currentMessage() == "Rückgängig gemacht: Sitzung ändern"
    press("Ctrl+Shift+Z")
    assert demo.meeting.room == "Aula"


def test_undoing_the_open_meeting_leads_to_the_list(window: Window, book: Book) -> None:
    from desktop.ui import convening
    from tests.ui.test_convening import DRAFT

    key = convening.create(book, DRAFT)
    window.open_meeting(key)
    book.undo()
    assert window.pages.currentWidget() is window.meetings
    assert book.meeting_key is None
    assert "Hauptausschuss" not in window.windowTitle()
    book.redo()
    window.open_meeting(key)
    assert book.meeting.name == DRAFT.name


def test_it_says_when_it_saved(at_desk: Window, demo: Book, clock: TestClock) -> None:
    clock.forward(minutes=1)
    demo.change(demo.meeting.key, room="Aula")
    wait_until(lambda: at_desk.status.saved_text() == "gesichert 18:43:07")
    press("Ctrl+S")
    assert at_desk.status.currentMessage() == "gesichert 18:43:07"


def test_a_full_disk_is_told_in_a_banner_until_it_is_well(at_desk: Window, demo: Book) -> None:
    demo.on_failed(StorageFailed("SQLITE_FULL", "full"))
    wait_until(lambda: bool(at_desk.banners.texts()))
    assert "voll" in at_desk.banners.texts()[0]
    assert at_desk.status.saved_text() == "nicht gesichert!"
    demo.on_saved(1)
    wait_until(lambda: at_desk.banners.texts() == [])


def test_closing_asks_first_where_the_disk_refuses(at_desk: Window, demo: Book) -> None:
    demo.on_failed(StorageFailed("SQLITE_FULL", "full"))
    wait_until(lambda: at_desk.status.failing)
    at_desk.close()
    assert at_desk.isVisible()
    press("Return")  # the focus is on »Trotzdem beenden«
    assert not at_desk.isVisible()


def test_the_command_line_of_the_window_finds_by_a_few_letters(at_desk: Window) -> None:
    press("Ctrl+K")
    dialog = at_desk.findChildren(CommandDialog)[0]
    wait_until(dialog.isActiveWindow)
    type_text("gremien und")
    press("Return")
    assert at_desk.pages.currentWidget() is at_desk.people


def test_documents_are_asked_for_by_key(at_desk: Window) -> None:
    press("Ctrl+E")
    dialog = next(one for one in at_desk.findChildren(ExportDialog) if one.isVisible())
    assert [order.kind for order in dialog.wish().orders] == ["niederschrift"]
    dialog.reject()


def test_the_last_meeting_is_opened_again(at_desk: Window, demo: Book, clock: TestClock, bus: Bus) -> None:
    key = demo.meeting.key
    demo.change(key, state=MeetingState.APPROVED)
    demo.open_body("")
    at_desk.start()
    wait_until(lambda: demo.meeting_key == key)


def test_large_type_fits_the_smallest_screen(at_desk: Window) -> None:
    for _ in range(10):
        at_desk.appearance.larger()
    QApplication.processEvents()
    assert at_desk.minimumSizeHint().width() <= 1366
    assert at_desk.minimumSizeHint().height() <= 768


def test_the_clock_of_the_window_is_the_one_given(clock: TestClock) -> None:
    assert clock.now().tzinfo is BERLIN


def test_undo_does_not_take_a_meeting_away_by_the_way(at_desk: Window, demo: Book) -> None:
    """The last act is the import of the open meeting."""
    at_desk.show_meetings()
    settled()
    press("Ctrl+Z")
    assert demo.meeting_key is not None
    assert "Datei einlesen" in at_desk.banners.texts()[0]
    press("Ctrl+Shift+M")
    press("Return")
    assert demo.meeting_key is None
    assert at_desk.banners.texts() == []
    press("Ctrl+Y")
    assert len(demo.read(queries.meetings)) == 1


def test_typing_after_the_offer_withdraws_it(at_desk: Window, demo: Book) -> None:
    at_desk.undoing.undo()
    assert at_desk.banners.texts()
    demo.change(demo.meeting.key, room="Aula")
    assert at_desk.banners.texts() == []


def test_size_and_scheme_are_remembered(at_desk: Window, demo: Book) -> None:
    press("Ctrl++")
    press("Ctrl+Shift+D")
    theme = at_desk.appearance.theme
    assert (theme.percent, theme.look) == (110, Look.DARK)
    theme.choose(Look.SYSTEM)
    theme.zoom(0)
    at_desk.appearance.restore()
    assert (theme.percent, theme.look) == (110, Look.DARK)
    press("Ctrl+Shift+D")
    assert theme.look is Look.SYSTEM


def test_the_key_map_opens_on_every_page_and_any_key_closes_it(at_desk: Window) -> None:
    at_desk.show_meetings()
    settled()
    press("F1")
    keys = at_desk.findChildren(KeyMap)[-1]
    assert keys.isVisible()
    press("A")
    assert not keys.isVisible()
    assert at_desk.meetings.filter.hasFocus()


def test_every_action_is_carried_out_at_the_desk_or_by_the_window(at_desk: Window) -> None:
    lost = [one.id for one in ACTIONS if slot_of(at_desk.desk, one) is None and slot_of(at_desk, one) is None]
    assert lost == []


@pytest.mark.parametrize("page", ["show_people", "show_blocks"])
def test_f6_is_for_every_page_with_areas(at_desk: Window, page: str) -> None:
    at_desk.menus.trigger(page)
    assert {"next_area", "previous_area"} <= {action.id for action in at_desk.menus.able()}


def test_finished_minutes_say_so_as_long_as_they_are_in_front(at_desk: Window, demo: Book) -> None:
    told = at_desk.banners.findChildren(QLabel)
    assert not any("abgeschlossen" in label.text() for label in told)
    checker = at_desk.desk.checker
    checker.hurry()
    wait_until(lambda: bool(checker.findings), "the checklist")
    demo.change(demo.meeting.key, state=MeetingState.RELEASED)
    (said,) = [label.text() for label in at_desk.banners.findChildren(QLabel) if "abgeschlossen (" in label.text()]
    assert "abgeschlossen (freigegeben)" in said
    assert f"In der Prüfliste sind noch {len(checker.findings)} Punkte offen." in said
    demo.change(demo.meeting.key, state=MeetingState.RUNNING)
    shown = [label for label in at_desk.banners.findChildren(QLabel) if label.isVisible()]
    assert not any("abgeschlossen" in label.text() for label in shown)


def test_another_meeting_opens_while_an_item_of_the_last_one_is_marked(at_desk: Window, book: Book) -> None:
    item = book.meeting.agenda[0]
    book.add(Vote(yes=1, no=1, accepted=True, verdict="Einstimmig beschlossen"), item.key, "proceedings")
    at_desk.desk.checker.hurry()
    wait_until(lambda: any(one.item == item.key for one in at_desk.desk.checker.findings))
    body = book.shelf.records[book.meeting.key].parent
    other = Meeting(name="Andere Sitzung", start="2026-06-05", organizations=book.meeting.organizations)
    key = book.add(other, body, "meetings")
    at_desk.open_meeting(key)
    assert book.meeting.name == "Andere Sitzung"


def test_the_first_change_of_finished_minutes_can_be_taken_back_at_once(at_desk: Window, demo: Book) -> None:
    with demo.step("change.Meeting"):
        demo.change(demo.meeting.key, state=MeetingState.SIGNED)
    before = len(demo.meeting.agenda[-1].proceedings)
    type_text("x")
    assert any("Strg+Z macht es rückgängig" in text for text in at_desk.banners.texts())
    assert len(demo.meeting.agenda[-1].proceedings) >= before


def test_the_two_helps_are_the_last_hints_to_go(at_desk: Window) -> None:
    for page in ("show_desk", "show_people", "show_meetings"):
        at_desk.menus.trigger(page)
        assert at_desk.menus.hints()[:2] == ["F1 Tasten", "Strg+K Befehl"]


def test_no_menu_is_higher_than_the_smallest_screen_at_twice_the_type(window: Window) -> None:
    theme = window.appearance.theme
    while theme.percent < 200:
        theme.zoom(1)
    try:
        menus = [menu for menu in window.menuBar().findChildren(QMenu) if menu.actions()]
        QApplication.processEvents()  # brings the type to them
        heights = {menu.title(): menu.sizeHint().height() for menu in menus}
    finally:
        theme.zoom(0)
    assert len(heights) > len(Menu)
    assert {title: height for title, height in heights.items() if height > 720 - window.menuBar().height()} == {}


def test_the_title_names_the_page_and_what_looks_otherwise_is_said(at_desk: Window) -> None:
    meeting = at_desk.windowTitle()
    at_desk.menus.trigger("show_blocks")
    assert at_desk.windowTitle() == f"Textbausteine – {meeting}"
    at_desk.menus.trigger("show_desk")
    assert at_desk.windowTitle() == meeting
    for action, words in (("larger", "Schriftgröße: 110 %"), ("normal_size", "Schriftgröße: 100 %")):
        at_desk.menus.trigger(action)
        assert at_desk.status.currentMessage() == words
