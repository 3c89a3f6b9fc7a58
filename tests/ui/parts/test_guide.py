"""What empty lists say, and that its buttons do what they name."""

import pytest
from PySide6.QtWidgets import QApplication, QListWidget

from desktop.models.book import Book
from desktop.models.values import MeetingState
from desktop.ui.bus import Bus
from desktop.ui.looks.theme import Theme
from desktop.ui.parts.guide import Guide, ViewGuide, WrapButton, words_of
from desktop.ui.window import Window
from tests.ui.conftest import TestClock
from tests.ui.desk import council
from tests.ui.keys import press, show, type_text, wait_until


@pytest.fixture
def window(book: Book, bus: Bus, clock: TestClock, app: QApplication) -> Window:
    council.make(book)
    made = Window(book, bus, clock, Theme(app), book.path.parent)
    made.resize(1400, 800)
    made.open_meeting(book.meeting.key)
    show(made)
    wait_until(lambda: made.desk.pen.editor.hasFocus())
    return made


def test_there_only_while_the_list_is_empty() -> None:
    view, told = QListWidget(), ["Noch nichts."]
    view.setAccessibleDescription("Enter öffnet")
    guide = ViewGuide(view, lambda: (told[0], (("Anlegen", lambda: view.addItem("neu")),)))
    show(view)
    assert guide.isVisible()
    assert view.accessibleDescription() == "Noch nichts."
    guide.buttons[0].click()
    assert guide.isHidden()
    assert view.accessibleDescription() == "Enter öffnet"
    told[0] = "Nichts gefunden."
    view.clear()
    assert guide.isVisible()
    assert guide.text == "Nichts gefunden."


def test_buttons_give_way_where_there_is_no_room() -> None:
    view = QListWidget()
    guide = ViewGuide(view, lambda: ("Noch nichts.", (("Anlegen", view.clear),)))
    view.resize(300, 300)
    show(view)
    assert guide.buttons[0].isVisible()
    view.resize(300, 40)
    assert guide.buttons[0].isHidden()


def test_a_button_is_as_high_as_its_words_need() -> None:
    button = WrapButton("Die erste Sitzung anlegen", detail="Gremium, Tag und Ort; der Rest kommt danach. " * 3)
    wide = button.heightForWidth(2_000)
    assert button.heightForWidth(200) > wide
    assert button.minimumSizeHint().width() < button.sizeHint().width()


def test_a_filter_that_finds_nothing_is_emptied_by_esc(window: Window) -> None:
    window.show_meetings()
    table = window.meetings.table
    wait_until(lambda: table.model().rowCount() > 0)
    type_text("gibtesnicht")
    guide = table.findChild(ViewGuide)
    assert isinstance(guide, ViewGuide)
    assert guide.isVisible()
    assert "gibtesnicht" in guide.text
    press("Esc")
    assert window.meetings.isVisible()  # the line's own Esc, not the way to the desk
    assert guide.isHidden()
    assert window.meetings.filter.text() == ""


def test_the_agenda_without_items_names_the_key_and_its_button_does_it(window: Window, book: Book) -> None:
    book.change(book.meeting.key, state=MeetingState.PREPARATION)
    for item in reversed(book.meeting.agenda):
        book.remove(item.key)
    guide = window.desk.agenda.guide
    assert guide.isVisible()
    assert "Einfg" in guide.text
    assert guide.buttons[0].text() == words_of("add_item")
    guide.buttons[0].click()
    assert len(book.meeting.agenda) == 1
    assert guide.isHidden()


def test_no_municipality_leads_to_the_first_meeting(window: Window) -> None:
    window.show_people()
    guide = window.people._empty
    assert isinstance(guide, Guide)
    assert [button.text() for button in guide.buttons] == [words_of("new_meeting"), words_of("import_file")]
