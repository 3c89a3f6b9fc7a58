"""The window in another language: made anew at once, on the same book, at the same place, and nothing is left over."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtWidgets import QApplication, QLabel

from desktop import text
from desktop.app import Program
from desktop.models.values import TextEntry
from desktop.pseudo import PSEUDO
from desktop.ui.room.screen import RoomScreen
from desktop.ui.settings.language import LanguageForm
from desktop.ui.settings.sections import SECTIONS
from desktop.ui.window import Window
from tests.ui.keys import type_text, wait_until


@pytest.fixture
def program(app: QApplication, tmp_path: Path) -> Iterator[Program]:
    """The program with the demo's meeting at the desk, in German."""
    made = Program(app)
    made.open(tmp_path)
    assert made.window is not None
    made.window.take_demo()
    book = made.book
    assert book is not None
    wait_until(lambda: bool(book.meeting_key))
    yield made
    made.close()
    text.use_language(text.STANDARD_LANGUAGE)
    made._words.follow()


def _speak(program: Program, language: str) -> Window:
    """Changes the language and lets what is gone go."""
    program.change_language(language)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert program.window is not None
    wait_until(program.window.isActiveWindow, "the new window is in front")
    return program.window


def _actions(window: Window) -> set[str]:
    return {action.text().split("\t")[0] for action in window.menus.actions.values()}


def _labels(window: Window) -> list[str]:
    return [label.text() for label in window.findChildren(QLabel)]


def test_window_is_in_the_language_chosen_last_and_nothing_of_another_is_left(program: Program) -> None:
    assert program.window is not None
    program.window.show_settings()
    program.window.commands.recent.append("about")
    german = _actions(program.window)
    english = _speak(program, "en")
    assert {"New meeting …", "Make documents …", "Quit"} <= _actions(english)
    assert _actions(english) & german == set()
    assert english.commands.offered()[0].id == "about"
    pseudo = _speak(program, PSEUDO)
    assert all("[" in one for one in _actions(pseudo))
    again = _speak(program, "de")
    assert _actions(again) == german
    assert not [one for one in _labels(again) if one.startswith("[")]
    assert [one for one in QApplication.topLevelWidgets() if isinstance(one, Window)] == [again]


@pytest.mark.proof
def test_nothing_of_the_windows_before_stays(program: Program) -> None:
    counts = []
    for language in ("en", "de", "en"):
        assert program.window is not None
        program.window.show_settings()
        for section in SECTIONS:
            program.window.settings.show_section(section.title)
        _speak(program, language)
        gc.collect()
        counts.append(len(QApplication.allWidgets()))
    assert counts == counts[:1] * len(counts)


def test_what_is_being_typed_and_its_place_are_kept(program: Program) -> None:
    window, book = program.window, program.book
    assert window is not None
    assert book is not None
    item = book.meeting.agenda[2].key
    window.show_desk()
    window.desk.show_item(item)
    type_text("Es folgt eine Aussprache")
    window.desk.pen.editor.place_caret(8)
    key, steps = window.desk.pen.key, book.steps
    after = _speak(program, "en")
    assert after.desk.proceedings.item == item
    assert (after.desk.pen.key, after.desk.pen.editor.textCursor().position()) == (key, 8)
    value = book.shelf.value(key or "")
    assert isinstance(value, TextEntry)
    assert value.text == "Es folgt eine Aussprache"
    assert book.steps == steps
    after.show_desk()
    type_text("gt")
    assert book.shelf.value(key or "").text == "Es folgtgt eine Aussprache"  # type: ignore[union-attr]
    after.menus.trigger("undo")
    assert book.shelf.value(key or "").text == "Es folgt eine Aussprache"  # type: ignore[union-attr]


def test_a_sentence_goes_on_behind_its_space(program: Program) -> None:
    book = program.book
    assert program.window is not None
    assert book is not None
    program.window.show_desk()
    type_text("Das wird erst im ")
    steps = book.steps
    wait_until(lambda: program.window is not None and program.window.status.saved_at is not None)
    for language, word in (("en", "Januar "), ("de", "entschieden.")):
        after = _speak(program, language)
        after.show_desk()
        assert book.steps == steps
        assert any(char.isdigit() for char in after.status.saved_text())
        type_text(word)
        steps = book.steps
    value = book.shelf.value(after.desk.pen.key or "")
    assert isinstance(value, TextEntry)
    assert value.text == "Das wird erst im Januar entschieden."


@pytest.mark.proof
def test_the_choice_stands_in_the_settings_and_is_kept(program: Program, tmp_path: Path) -> None:
    assert program.window is not None
    program.window.show_settings()
    program.window.settings.show_section("Language")
    form = program.window.settings.findChild(LanguageForm)
    assert form is not None
    assert [form.choice.itemText(place) for place in range(2)] == ["Deutsch", "English"]
    form.choice.setCurrentIndex(1)
    form.choice.activated.emit(1)
    wait_until(lambda: text.window_language() == "en", "the other language")
    after = program.window.settings.findChild(LanguageForm)
    assert after is not None
    assert QApplication.focusWidget() is after.choice
    assert QLocale().language() == QLocale.Language.English
    assert program.close()
    program.open(tmp_path)
    assert text.window_language() == "en"


def test_what_the_hall_sees_stays_covered(program: Program) -> None:
    before = program.window
    assert before is not None
    before.room_window()
    before.room_blank()
    after = _speak(program, "en")
    assert (after.room.standing.covered, after.room.screen is not None) == (True, True)
    assert len([one for one in QApplication.topLevelWidgets() if isinstance(one, RoomScreen)]) == 1
    after.room_blank()
    assert after.room.screen is not None
    assert after.room.screen.view.title
