"""The spell check at the desk, with the real dictionary in its real process."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu

from desktop.models import queries
from desktop.models.book import Book
from desktop.models.values import Person
from desktop.ui.bus import Bus
from desktop.ui.looks.theme import Theme
from desktop.ui.spelling.choices import Choices
from desktop.ui.spelling.section import SpellingForm
from desktop.ui.spelling.speller import ON, WORDS, Speller
from desktop.ui.window import Window
from tests.ui.conftest import TestClock
from tests.ui.keys import press, show, type_text, wait_until


@pytest.fixture
def window(demo: Book, bus: Bus, clock: TestClock, app: QApplication, tmp_path: Path) -> Iterator[Window]:
    made = Window(demo, bus, clock, Theme(app), tmp_path)
    show(made)
    made.open_meeting(demo.meeting.key)
    made.begin_spelling()
    made.spelling.marker.pause.setInterval(20)
    made.desk.pen.go_ready()
    yield made
    process = made.spelling.speller.process
    made.close()
    if process is not None:
        assert process.ended.wait(10)


def marks(window: Window) -> list[str]:
    """The words that are marked in the row with the keyboard."""
    block = window.desk.pen.editor.document().begin()
    return [block.text()[one.start : one.start + one.length] for one in block.layout().formats()]


def is_called(action: QAction, name: str) -> bool:
    return action.text() == name


def text(window: Window) -> str:
    return window.desk.pen.editor.stored_text()


def test_slips_are_marked_and_mended_by_key_and_found_in_the_entries_below(window: Window) -> None:
    speller, choices = window.spelling.speller, window.findChild(Choices)
    type_text("Die Satdt und Frau Asmussen danken. ")
    wait_until(lambda: marks(window) == ["Satdt"], "the mark", 15)
    press("Ctrl+.")
    wait_until(lambda: choices.is_open, "the list")
    type_text("\t")
    assert text(window) == "Die Stadt und Frau Asmussen danken."
    assert window._book.undo_action == ("spelling", {})
    press("Ctrl+Z")
    assert text(window) == "Die Satdt und Frau Asmussen danken."

    press("Ctrl+.")
    wait_until(lambda: choices.is_open, "the list")
    type_text("x")
    assert not choices.is_open
    assert text(window) == "Die Satdtx und Frau Asmussen danken."
    type_text("\b")

    press("Ctrl+.")
    wait_until(lambda: choices.is_open, "the list")
    type_text("8")
    assert speller.words == ["Satdt"]
    wait_until(lambda: marks(window) == [], "the mark goes")
    assert window._book.read(lambda db: queries.setting(db, WORDS)) == "Satdt"

    found: list[object] = []
    speller.learnt.connect(lambda: (speller.check(["Herr Qvarnström"]), found.append(speller.marks("Herr Qvarnström"))))
    speller.check(["Herr Qvarnström"])
    wait_until(lambda: bool(found and found[-1]), "a name nobody knows")
    window._book.add(Person(family_name="Qvarnström"), window._book.shelf.children(None, "bodies")[0], "persons")
    wait_until(lambda: found[-1] == (), "a name of the book")

    speech = next(one.key for one in window._book.shelf.records.values() if one.data.get("speaker_name"))
    window.spelling.marker.pause.stop()
    speller.follow()
    learnt: list[bool] = []
    speller.learnt.connect(lambda: learnt.append(True))
    for name in ("Xylo", "Xylop", "Xylophon-Quak"):
        window._book.change(speech, typing=True, speaker_name=name)
    window._book.change(speech, typing=True, text="Noch ein Satz.")
    assert not learnt  # nothing is learnt by letter
    window._book.end_typing()
    window._book.end_typing()
    assert learnt == [True]
    speller.check(["Xylophon-Quak sprach mit Xylop"])
    wait_until(lambda: speller.marks("Xylophon-Quak sprach mit Xylop") is not None, "an answer")
    assert [mark.word for mark in speller.marks("Xylophon-Quak sprach mit Xylop") or ()] == ["Xylop"]
    window.spelling.marker.pause.start()

    type_text("\n")
    for words in ("Alles richtig.", "Der Haushlat.", "Ein Vorschalg."):
        type_text(words + "\n")
    for _times in range(3):
        window.desk.pen.step(-1)
    for words in ("Der Haushlat.", "Ein Vorschalg.", "Der Haushlat."):  # at last from the top
        press("Ctrl+Shift+.")
        wait_until(lambda words=words: text(window) == words and choices.is_open, "the list under the word")  # type: ignore[misc]

    editor = window.desk.pen.editor
    for chosen in (True, False):  # closed before suggestions come, and when they are there
        menu = QMenu()
        menu.addAction("Kopieren")
        editor.menuOpened.emit(menu, editor.textCursor().position())
        lines = [one.text() for one in menu.actions()]
        assert lines.count("…") == 3
        if chosen:
            menu.aboutToHide.emit()
            menu.deleteLater()
        else:
            wait_until(partial(is_called, menu.actions()[0], "Haushalt"), "suggestions where room was kept")
            assert len(menu.actions()) == len(lines)
            menu.actions()[0].trigger()
    assert text(window) == "Der Haushalt."


def test_the_words_of_the_house_are_a_list_and_a_file(book: Book, bus: Bus, app: QApplication, tmp_path: Path) -> None:
    speller = Speller(book, bus)
    form = SpellingForm(speller)
    wait_until(lambda: speller.on, "it begins")
    form.on.click()
    assert speller.process is None
    form.word.setText("Eiderflether")
    form.word.returnPressed.emit()
    path = tmp_path / "words.txt"
    for encoding in ("utf-8", "cp1252", "utf-16"):  # ours, the editor's, Word's
        path.write_text("# Straßen\nTwiete\n\nEiderflether\n", encoding)
        form.take_file(path)
    assert speller.words == ["Eiderflether", "Twiete"]
    form.list.setCurrentRow(1)
    form.list.removed.emit()
    form.write_file(path)
    assert path.read_text("utf-8") == "Eiderflether\n"
    assert book.read(lambda db: queries.setting(db, ON)) == "no"
    path.write_bytes(b"\xff\xfe\xff")
    form.take_file(path)
    assert form.told.text().startswith("Diese Datei lässt sich nicht als Wortliste lesen; bitte")
    form.show()
    form.hide()
    assert form.told.text() == ""


@pytest.mark.faults
def test_names_are_known_to_the_process_that_follows_one_that_died_and_there_is_no_third(book: Book, bus: Bus) -> None:
    speller = Speller(book, bus)
    failed: list[bool] = []
    speller.failed.connect(lambda: failed.append(True))
    speller.begin()
    wait_until(lambda: speller.ready, "it begins")
    speller.add("Qvarnström")

    def checked(words: str) -> bool:
        speller.check([words])
        return speller.marks(words) is not None

    wait_until(lambda: checked("Herr Qvarnström"), "an answer", 15)
    first = speller.process
    assert first is not None
    first.process.kill()
    wait_until(lambda: speller.process not in (None, first), "another process")
    wait_until(lambda: checked("Herr Qvarnström"), "another answer", 15)
    assert speller.marks("Herr Qvarnström") == ()
    second = speller.process
    assert second is not None
    second.process.kill()
    wait_until(lambda: bool(failed), "that it failed")
    assert not speller.on
    assert speller.process is None
    assert book.read(lambda db: queries.setting(db, ON)) is None
