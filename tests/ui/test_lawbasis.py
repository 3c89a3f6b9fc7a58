"""The legal basis in the window: read by keys, a copy of one's own, and what is said where the copy is wrong."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from desktop.models.book import Book
from desktop.models.profiles import law_of
from desktop.models.values import Body, Land
from desktop.paths import laws_dir, resource
from desktop.ui import house
from desktop.ui.bus import Bus
from desktop.ui.dialogs.command import CommandDialog
from desktop.ui.dialogs.law import LawDialog
from desktop.ui.lawwords import parts
from desktop.ui.looks.theme import Look, Theme
from desktop.ui.window import Window
from tests.ui.conftest import TestClock
from tests.ui.keys import press, show, type_text, wait_until


@pytest.fixture
def window(demo: Book, bus: Bus, clock: TestClock, app: QApplication) -> Iterator[Window]:
    made = Window(demo, bus, clock, Theme(app), demo.path.parent)
    show(made)
    made.open_meeting(demo.meeting.key)
    made.banners.clear("demo")
    yield made
    made.appearance.theme.choose(Look.SYSTEM)
    house.read_again()


def opened(window: Window) -> LawDialog:
    window.menus.trigger("show_law")
    dialog = window.findChildren(LawDialog)[-1]
    wait_until(dialog.isActiveWindow)
    return dialog


def lived_in(window: Window, land: Land) -> None:
    window._book.change(house.body_of(window._book).key, state=land)


def test_the_command_line_leads_to_it_and_tab_to_the_buttons(window: Window) -> None:
    window.menus.trigger("command")
    command = window.findChildren(CommandDialog)[0]
    wait_until(command.isActiveWindow)
    type_text("rechtsg")
    press("Return")
    dialog = window.findChildren(LawDialog)[0]
    wait_until(dialog.isActiveWindow)
    assert dialog.focusWidget() is dialog.text
    press("Tab")
    press("Tab")
    assert dialog.focusWidget() is dialog.copy
    press("Escape")
    wait_until(lambda: not dialog.isVisible())


def test_it_says_what_applies_where_it_stands_and_what_nobody_checked(window: Window) -> None:
    lived_in(window, Land.HE)
    dialog = opened(window)
    text = dialog.text.toPlainText()
    assert "Hessen: 2 von 5 Teilen geprüft" in dialog.title.text()
    votes = text[text.index("Abstimmungen · § 54 HGO") : text.index("Wahlen · § 55 HGO")]
    assert "mit dem Wortlaut des Gesetzes verglichen" in votes
    assert "unzulässig" in votes
    elections = text[text.index("Wahlen · § 55 HGO") : text.index("Befangenheit")]
    assert "ungeprüft – bitte im Hause prüfen" in elections
    assert "2. Wahlgang" in elections
    assert "Sekundärquelle" in elections


def test_every_law_has_words_for_all_it_says() -> None:
    for land in Land:
        for part in parts(law_of(Body(state=land))):
            assert part.facts
            assert all(name and words and "{" not in words for name, words in part.facts), (land, part.title)


def test_a_copy_is_made_where_it_is_used_and_never_over_another(window: Window) -> None:
    lived_in(window, Land.SH)
    own = laws_dir(window._book.path.parent) / "sh.toml"
    dialog = opened(window)
    assert str(own) in dialog.own.text()
    assert dialog.copy.isEnabled()
    assert not dialog.show_folder.isVisible()
    dialog.copy.click()
    assert own.read_bytes() == resource("laws", "sh.toml").read_bytes()
    assert not dialog.copy.isEnabled()
    assert dialog.own.text().startswith("Ihre eigene Fassung")
    own.write_text('title = "Unser Recht"\n[quorum]\nparagraph = "§ 1 Hauptsatzung"\ngeprueft = true\n', "utf-8")
    dialog.copyWanted.emit()
    assert own.read_text("utf-8").startswith('title = "Unser Recht"')
    assert "Beschlussfähigkeit · § 1 Hauptsatzung" in dialog.text.toPlainText()
    assert "Unser Recht" in dialog.title.text()
    assert house.law(window._book).quorum.paragraph == "§ 1 Hauptsatzung"


def test_a_copy_that_cannot_be_made_is_told(window: Window) -> None:
    lived_in(window, Land.SH)
    laws_dir(window._book.path.parent).write_text("im Weg", "utf-8")
    dialog = opened(window)
    dialog.copy.click()
    assert dialog.trouble.isVisible()
    assert "laws" in dialog.trouble.text()


def test_a_wrong_copy_is_told_once_and_the_shipped_law_serves(window: Window) -> None:
    book = window._book
    lived_in(window, Land.SH)
    own = laws_dir(book.path.parent) / "sh.toml"
    own.parent.mkdir()
    own.write_text('[quorum]\nleast = "drei"\n', "utf-8")
    window.open_meeting(book.meeting.key)
    (said,) = window.banners.texts()
    assert said == (
        f"Das Profil ist nicht verwendbar: {own}, quorum.least: erwartet wird eine ganze Zahl; "
        "bitte dort berichtigen oder die Datei entfernen. Solange gilt das mitgelieferte."
    )
    assert house.law(book).quorum.least == 3
    dialog = opened(window)
    assert dialog.trouble.text() == said
    assert dialog.own.text() == f"Ihre eigene Fassung, zurzeit nicht in Gebrauch: {own}"
    own.unlink()
    window.open_meeting(book.meeting.key)
    assert window.banners.texts() == []


def test_dark_and_light_show_the_same_words(window: Window) -> None:
    dialog = opened(window)
    before = dialog.text.toPlainText()
    window.menus.trigger("dark")
    assert dialog.text.toPlainText() == before
