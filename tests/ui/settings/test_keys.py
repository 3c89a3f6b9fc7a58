"""The section »Tastenkürzel« by keys: a new key is in force at once, everywhere, and is kept."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from desktop.models import queries
from desktop.models.book import Book
from desktop.ui.commands.keypress import refusal
from desktop.ui.commands.shortcuts import KEYS, SETTING
from desktop.ui.settings.keys import KeysForm
from desktop.ui.window import Window
from tests.ui.keys import press, type_text


@pytest.fixture
def form(window: Window) -> Iterator[KeysForm]:
    press("Ctrl+,")
    type_text("kürzel\n")
    made = window.settings.findChild(KeysForm)
    assert isinstance(made, KeysForm)
    assert made.search.hasFocus()
    yield made
    KEYS.reset_all()


def find(form: KeysForm, words: str) -> None:
    form.search.setFocus()
    form.search.clear()
    type_text(words)


def kept(book: Book) -> str | None:
    return book.read(lambda db: queries.setting(db, SETTING))


def test_a_free_key_is_taken_at_once_and_kept(form: KeysForm, window: Window, demo: Book) -> None:
    find(form, "textbausteine\n")
    assert form.recorder.hasFocus()
    press("Ctrl+Ü")
    assert form.recorder.isHidden()
    assert form.message.text() == "»Textbausteine« hat jetzt Strg+Ü."
    assert window.menus.actions["show_blocks"].text() == "Textbausteine\tStrg+Ü"
    press("Ctrl+Ü")
    assert window.pages.currentWidget() is window.blocks
    press("Ctrl+Shift+B")
    assert KEYS.of("show_blocks") == ("Ctrl+Ü",)
    text = kept(demo)
    KEYS.reset_all()
    window.menus.rekey()
    KEYS.restore(text, refusal)
    assert KEYS.of("show_blocks") == ("Ctrl+Ü",)


def test_a_key_of_another_action_is_named_and_taken_over_only_by_enter(form: KeysForm, window: Window) -> None:
    find(form, "textbausteine\n")
    press("F4")
    assert form.message.text() == (
        "F4 gehört zu »Abstimmung«. Enter übernimmt die Taste, eine andere Taste wählt neu, "
        "Esc lässt alles, wie es ist."
    )
    assert KEYS.of("vote") == ("F4", "Ctrl+4")
    press("Esc")
    assert KEYS.of("vote") == ("F4", "Ctrl+4")
    assert form.table.hasFocus()
    press("Return")
    press("F4")
    press("Return")
    assert KEYS.of("show_blocks") == ("F4",)
    assert KEYS.of("vote") == ("Ctrl+4",)
    assert "Strg+4 Abstimmung" in window.menus.hints() or window.pages.currentWidget() is window.settings
    window.show_desk()
    assert "Strg+4 Abstimmung" in window.menus.hints()


def test_what_may_not_be_given_is_refused_with_a_sentence(form: KeysForm) -> None:
    find(form, "textbausteine\n")
    for keys in ("a", "Alt+D", "Ctrl+Alt+E", "Ctrl+C", "Ctrl+Shift+N", "Ctrl+Esc", "Space", "Del"):
        form.message.clear()
        press(keys)
        assert form.recorder.hasFocus()
        assert form.message.text().endswith("."), keys
        assert KEYS.kept() == ""


def test_a_sentence_typed_blindly_changes_nothing(form: KeysForm) -> None:
    form.table.setFocus()
    type_text("Herr Muster fragt nach der 3. Kita.")
    assert form.search.text() == "Herr Muster fragt nach der 3. Kita."
    find(form, "textbausteine\n")
    type_text("Herr Muster fragt nach der 3. Kita.")
    press("Esc")
    assert KEYS.kept() == ""


def test_what_a_field_understands_by_itself_stays_and_that_is_said(form: KeysForm) -> None:
    for words in ("nach oben", "ganze fraktion"):
        find(form, words + "\n")
        assert form.recorder.isHidden()
        assert "bleibt" in form.message.text()
        press("Delete", form.table)
    assert KEYS.kept() == ""


def test_second_key_removal_and_reset(form: KeysForm) -> None:
    find(form, "textbausteine")
    press("Insert", form.table)
    press("F13")
    assert KEYS.of("show_blocks") == ("Ctrl+Shift+B", "F13")
    press("Delete", form.table)
    assert KEYS.of("show_blocks") == ()
    form._reset()
    assert KEYS.of("show_blocks") == ("Ctrl+Shift+B",)
    find(form, "aufträge\n")
    press("F13")
    form._reset_all()
    assert KEYS.kept() == ""


def test_a_key_is_looked_for_by_pressing_it(form: KeysForm) -> None:
    form._find()
    press("Ctrl+Shift+E")
    assert form.message.text() == "Strg+Umschalt+E: Aufträge"
    row = form._current()
    assert row is not None
    assert row.name == "Aufträge"
    form._find()
    press("F13")
    assert form.message.text() == "F13 bewirkt noch nichts."


def test_escape_leads_from_the_table_to_the_list_and_to_the_desk(form: KeysForm, window: Window) -> None:
    press("Esc")
    focused = QApplication.focusWidget()
    assert focused is window.settings.list
    press("Esc")
    press("Esc")
    assert window.pages.currentWidget() is window.desk


def test_in_the_window_no_key_is_with_two_actions_and_the_new_owner_is_called(form: KeysForm, window: Window) -> None:
    find(form, "textbausteine\n")
    press("F4")
    press("Return")
    keys = [one.toString() for made in window.menus.actions.values() for one in made.shortcuts()]
    assert len(keys) == len(set(keys))
    press("F4")
    assert window.pages.currentWidget() is window.blocks
