"""The line of commands finds every action by its name and by other words; what is no command is not lost."""

import pytest
from PySide6.QtWidgets import QApplication, QListWidget

from desktop.ui.commands.actions import ACTIONS, BY_ID
from desktop.ui.commands.listing import command_of
from desktop.ui.commands.synonyms import SYNONYMS
from desktop.ui.dialogs.command import CommandDialog
from desktop.ui.settings.sections import SECTIONS
from desktop.ui.window import Window
from tests.ui.keys import press, show, type_text, wait_until
from tests.ui.settings.conftest import window  # noqa: F401

ALL = [command_of(action) for action in ACTIONS if action.id != "command"]


def test_other_words_are_of_actions_that_exist() -> None:
    assert SYNONYMS.keys() <= BY_ID.keys()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("verlauf", "earlier_state"),
        ("version", "earlier_state"),
        ("gelöscht", "earlier_state"),
        ("anlage", "enclose"),
        ("pause", "procedure"),
        ("drucken", "export"),
        ("liste einf", "paste_members"),
        ("veröffentlichen", "export"),
        ("schwärzen", "export"),
        ("freigeben", "edit_meeting"),
        ("prüfsumme", "export"),
        ("sha", "given_out"),
        ("sperrliste", "show_houses"),
        ("geheim abst", "vote"),
        ("geheim wahl", "election"),
        ("abst", "vote"),  # the name goes before other words
    ],
)
def test_other_words_find_it(typed: str, found: str) -> None:
    dialog = CommandDialog(ALL)
    chosen: list[str] = []
    dialog.chosen.connect(chosen.append)
    show(dialog)
    type_text(typed)
    press("Return")
    assert chosen == [found]


def test_what_nobody_calls_so_is_not_found() -> None:
    dialog = CommandDialog(ALL)
    show(dialog)
    type_text("xyzzy")
    found = dialog.findChildren(QListWidget)[0]
    assert [found.item(row).text() for row in range(found.count())] == ["Nichts gefunden"]
    press("Return")
    assert dialog.isVisible()


def opened(window: Window) -> CommandDialog:  # noqa: F811
    press("Ctrl+K")
    dialog = next(one for one in window.findChildren(CommandDialog) if one.isVisible())
    wait_until(dialog.isActiveWindow)
    return dialog


def lines(dialog: CommandDialog) -> list[str]:
    found = dialog.findChildren(QListWidget)[0]
    return [found.item(row).text() for row in range(found.count())]


def test_all_actions_and_sections_are_there_those_not_possible_now_behind_with_the_reason(
    window: Window,  # noqa: F811
) -> None:
    window.show_people()
    dialog = opened(window)
    shown = lines(dialog)
    assert len(shown) == len(ACTIONS) - 1 + len(SECTIONS)
    reasons = [" – am Pult (" in one for one in shown]
    assert reasons == sorted(reasons)
    type_text("abst")
    assert lines(dialog)[0] == "Abstimmung   (F4) – am Pult (Strg+Umschalt+P)"
    press("Return")
    assert dialog.isVisible()
    assert dialog.message.text() == "Jetzt nicht: am Pult (Strg+Umschalt+P)."
    press("Esc")


def test_what_needs_something_first_says_so(window: Window) -> None:  # noqa: F811
    window.desk.pen.go_ready()
    dialog = opened(window)
    type_text("zeile darunter")
    assert lines(dialog)[0].endswith("– erst in eine Tabelle gehen (Strg+Umschalt+I legt eine an)")
    press("Ctrl+A")
    type_text("abstimmung wiederholen")
    assert lines(dialog)[0].endswith("– hier muss erst eine Abstimmung fertig sein")


def test_without_a_meeting_it_says_that_one_has_to_be_open(window: Window) -> None:  # noqa: F811
    window._book.open_body("")
    window._show(window.meetings)
    dialog = opened(window)
    type_text("abst")
    assert "erst eine Sitzung öffnen" in lines(dialog)[0]
    press("Ctrl+A")
    type_text("Herr Muster fragt nach.")
    assert lines(dialog) == ["Nichts gefunden"]


def test_what_was_used_last_comes_first(window: Window) -> None:  # noqa: F811
    opened(window)
    type_text("textbausteine\n")
    show(window)
    assert window.pages.currentWidget() is window.blocks
    dialog = opened(window)
    assert lines(dialog)[0].startswith("Textbausteine")
    press("Return")


@pytest.mark.parametrize("words", ["einstellungen: sprache", "englisch", "übersetzung"])
def test_a_section_of_the_settings_is_found_by_words(window: Window, words: str) -> None:  # noqa: F811
    opened(window)
    type_text(words + "\n")
    show(window)
    assert window.pages.currentWidget() is window.settings
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Sprache des Fensters"


def test_a_search_that_finds_nothing_stays(window: Window) -> None:  # noqa: F811
    dialog = opened(window)
    type_text("taste ändern")
    assert lines(dialog)[0] == "Einstellungen: Tastenkürzel"
    type_text(" xyzzy\n")
    assert (lines(dialog), dialog.message.text()) == (["Nichts gefunden"], "Nichts gefunden")
    assert dialog.isVisible()


def test_a_sentence_typed_blindly_goes_to_the_ready_line(window: Window) -> None:  # noqa: F811
    window.show_people()
    dialog = opened(window)
    type_text("Herr Muster fragt nach.")
    assert lines(dialog) == ["Nichts gefunden · Enter schreibt es auf die Schreibzeile: »Herr Muster fragt nach.«"]
    press("Return")
    assert window.pages.currentWidget() is window.desk
    assert window.desk.pen.editor.toPlainText() == "Herr Muster fragt nach."
