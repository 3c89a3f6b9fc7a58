"""The page of text blocks by keys: search, insert, own versions, preview, files; undo takes each of it back."""

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.models.book import Book
from desktop.models.values import AgendaItem
from desktop.models.values.aside import TextBlock
from desktop.ui.bus import Bus
from desktop.ui.desk.blocks.blocks import own_blocks
from desktop.ui.pages.blocks import BlocksPage
from desktop.ui.pages.blocks_form import OwnForm, ShippedForm
from desktop.ui.undo import act_name
from tests.ui.conftest import TestClock
from tests.ui.desk import council
from tests.ui.keys import press, show, type_text


@pytest.fixture
def page(book: Book, bus: Bus, clock: TestClock) -> BlocksPage:
    council.make(book)
    made = BlocksPage(book, bus, clock)
    made.resize(1100, 800)
    show(made)
    made.arrive()
    return made


def body(book: Book) -> str:
    return book.shelf.records[book.meeting.key].parent or ""


def own(book: Book) -> list[tuple[str, str, bool]]:
    return [(one.shortcut, one.text, bool(one.hidden)) for one in own_blocks(book, body(book))]


def press_button(page: BlocksPage, words: str) -> None:
    buttons = [one for one in page.findChildren(type(page._button("", str))) if one.text() == words and one.isVisible()]
    buttons[-1].setFocus()
    press("Space")


def test_a_few_letters_and_enter_take_a_block(page: BlocksPage) -> None:
    taken: list[TextBlock] = []
    page.chosen.connect(taken.append)
    type_text("schluss der sitz\n")
    assert [one.shortcut for one in taken] == ["schluss"]


def test_an_own_version_takes_the_place_of_the_shipped_one_and_back(page: BlocksPage, book: Book) -> None:
    type_text("schluss der sitz")
    press_button(page, "Eigene Fassung anlegen")
    form = page._panel._area.widget()
    assert isinstance(form, OwnForm)
    form._text.setFocus()
    press("Ctrl+End")
    type_text(" Ende {zeit} {unsinn}.")
    assert "Ende 18:42 [[unsinn]]." in form._preview.text()
    assert form._wrong.text() == "Unbekannter Platzhalter: {unsinn}"
    assert own(book)[0][1].endswith("Ende {zeit} {unsinn}.")
    press_button(page, "Auf die mitgelieferte Fassung zurücksetzen")
    assert own(book) == []
    assert isinstance(page._panel._area.widget(), ShippedForm)
    assert act_name(book.undo_action) == "Textbaustein entfernen"
    book.undo()
    assert len(own(book)) == 1


def test_a_shipped_block_can_be_taken_out_and_offered_again(page: BlocksPage, book: Book) -> None:
    said: list[str] = []
    page.complained.connect(said.append)
    type_text("ordnungsruf")
    press("Del", page._panel.table)
    assert len(said) == 1
    press_button(page, "Nicht anbieten")
    assert own(book) == [("ordnung", "", True)]
    press_button(page, "Wieder anbieten")
    assert own(book) == []


def test_a_new_block_warns_of_a_short_form_that_is_taken(page: BlocksPage, book: Book) -> None:
    press("Ins", page._panel.table)
    type_text("a1")
    form = page._panel._area.widget()
    assert isinstance(form, OwnForm)
    assert form._wrong.text() == "Eine Person hat dieses Kürzel; sie geht vor."
    type_text("x\tMeiner")
    assert not form._wrong.isVisible()
    assert own(book) == [("a1x", "", False)]


def test_a_placeholder_is_put_into_the_text_from_the_list(page: BlocksPage, book: Book) -> None:
    press("Ins", page._panel.table)
    form = page._panel._area.widget()
    assert isinstance(form, OwnForm)
    tables = form.findChildren(type(page._panel.table))
    tables[0].setFocus()
    tables[0].setCurrentIndex(tables[0].model().index(1, 0))
    press("Return")
    assert own(book)[0][1] == "{datum}"
    assert QApplication.focusWidget() is form._text


def test_the_situation_narrows_the_list(page: BlocksPage) -> None:
    page._situation.set_value("elections")
    page._panel.reload()
    assert {one.situation for one in page._panel._model.rows} == {"elections"}


def test_files_go_out_and_in_as_one_act_and_a_bad_one_takes_nothing_in(
    page: BlocksPage, book: Book, tmp_path: Path
) -> None:
    here = body(book)
    council_key = book.meeting.organizations[0]
    book.add(TextBlock(shortcut="eins", text="1", organization=council_key), here, "text_blocks")
    book.add(TextBlock(shortcut="zwei", text="2"), here, "text_blocks")
    path = tmp_path / "b.json"
    page._files.write(here, path)
    first = own_blocks(book, here)[0]
    book.change(first.key, text="anders")
    book.remove(own_blocks(book, here)[1].key)
    page._files.read(here, path)
    assert own(book) == [("eins", "1", False), ("zwei", "2", False)]
    assert own_blocks(book, here)[0].organization == council_key
    assert act_name(book.undo_action) == "Textbausteine aus Datei einlesen"
    book.undo()
    assert own(book) == [("eins", "anders", False)]
    content = json.loads(path.read_text("utf-8"))
    content["blocks"][1]["text"] = ""
    path.write_text(json.dumps(content), "utf-8")
    said: list[str] = []
    page.complained.connect(said.append)
    page._files.read(here, path)
    assert own(book) == [("eins", "anders", False)]
    assert "b.json" in said[0]
    assert isinstance(book.meeting.agenda[0], AgendaItem)
