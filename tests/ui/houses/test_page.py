"""The page of house profiles by keys: what is typed is in the user's copy, and Ctrl+Z takes it back."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from desktop.models.book import Book
from desktop.models.profiles import load, saving
from desktop.models.values import Land, MeetingState
from desktop.ui import house
from desktop.ui.bus import Bus
from desktop.ui.houses.files import FileField
from desktop.ui.houses.form import SettingBox, SettingsForm
from desktop.ui.houses.page import HousesPage
from desktop.ui.houses.rows import RowsField
from desktop.ui.looks.theme import Theme
from desktop.ui.preview.pressroom import Pressroom
from desktop.ui.window import Window
from tests.export.letterhead import letterhead
from tests.ui.conftest import TestClock
from tests.ui.desk import council
from tests.ui.keys import press, show, type_text, wait_until


@pytest.fixture
def page(book: Book, bus: Bus, clock: TestClock) -> Iterator[HousesPage]:
    """With the pages beside it hidden: making them takes a process."""
    council.make(book)
    pressroom = Pressroom(book, bus)
    made = HousesPage(book, bus, clock, pressroom)
    pressroom.setParent(made)  # as in the window
    made.samples.hide()
    made.resize(1100, 800)
    show(made)
    made.arrive()
    yield made
    pressroom.close()


def changed(page: HousesPage) -> dict[str, Any]:
    page.draft.flush()
    found = saving.changed(page.draft.name, page.draft.folder)
    return {".".join(place): value for place, value in found.items()}


def box(page: HousesPage, key: str) -> SettingBox:
    form = page._area.widget()
    assert isinstance(form, SettingsForm)
    return next(one for one in form.boxes if one.setting.key == key)


def find(page: HousesPage, words: str) -> None:
    """Searches and goes into the form, by keys."""
    page.search.setFocus()
    press("Ctrl+A")
    type_text(words + "\n")


def test_a_word_is_found_changed_marked_and_given_back(page: HousesPage, book: Book) -> None:
    find(page, "beschlussart des punktes")
    press("Ctrl+A")
    type_text("Ergebnis:")
    assert changed(page) == {"labels.result": "Ergebnis:"}
    assert box(page, "labels.result")._mark.isVisible()
    item = page.tree.currentItem()
    assert item is not None
    assert item.text(1) == "●"
    page.ready()
    press("Delete")
    assert changed(page) == {}
    assert not box(page, "labels.result")._mark.isVisible()
    page.undoing.undo()
    assert changed(page) == {"labels.result": "Ergebnis:"}
    page.undoing.undo()
    assert changed(page) == {}
    page.undoing.redo()
    assert changed(page) == {"labels.result": "Ergebnis:"}
    assert not book.undo_action or "profile" not in str(book.undo_action)


def test_one_look_has_a_word_of_its_own_and_an_emptied_one_follows_the_general(page: HousesPage) -> None:
    find(page, "federführend")
    type_text("\t\tAmt:")
    assert changed(page) == {"labels.allris3.underDirectionOf": "Amt:"}
    press("Ctrl+A")
    type_text("\b")
    assert changed(page) == {}


def test_what_is_not_possible_is_said_at_the_field_and_the_value_before_stays(page: HousesPage) -> None:
    find(page, "öffentlicher punkt")
    press("Ctrl+A")
    type_text("TOP {nummer}")
    assert changed(page) == {}
    refused = box(page, "numbering.public")._refused
    assert refused.text().endswith("dürfen nur stehen: {number}.")
    assert QApplication.focusWidget().text() == "TOP {nummer}"  # type: ignore[union-attr]
    for _time in "nummer}":
        type_text("\b")
    type_text("number}")
    assert changed(page) == {"numbering.public": "TOP {number}"}
    assert refused.text() == ""


def test_a_language_and_a_date_that_are_none_are_said_too(page: HousesPage) -> None:
    find(page, "kürzel der zweiten sprache")
    type_text("Sorbisch!")
    assert changed(page) == {}
    assert "hsb (Obersorbisch)" in box(page, "letterhead.second_language")._refused.text()
    find(page, "formats.date")
    press("Ctrl+A")
    type_text("dd.QQQQQQQQ")
    assert changed(page) == {}
    assert "d Tag" in box(page, "formats.date")._refused.text()


def test_parts_are_taken_out_and_moved(page: HousesPage) -> None:
    find(page, "fußzeile jeder seite")
    before = page.draft.values["running", "footer"]
    press("Alt+Down")
    assert changed(page)["running.footer"] == [before[1], before[0], *before[2:]]
    type_text(" ")
    assert changed(page)["running.footer"] == [before[1], *before[2:]]
    type_text("blind getippt")
    assert changed(page)["running.footer"] == [before[1], *before[2:]]


def test_lines_to_sign_on_are_added_and_removed(page: HousesPage) -> None:
    find(page, "wer unterschreibt")
    press("Ins")
    type_text("Bürgermeisterin\n")
    wanted = {"minutes.signatures": [{"role": "Bürgermeisterin", "signer": "chair"}]}
    wait_until(lambda: changed(page) == wanted, "the line")
    field = box(page, "minutes.signatures").fields["minutes", "signatures"]
    assert isinstance(field, RowsField)
    for signer in ("minutes", "nobody", "nobody"):
        field._add()
        wanted["minutes.signatures"].append({"role": "", "signer": signer})
    assert field._values == wanted["minutes.signatures"]
    page.draft.reset()
    find(page, "wer unterschreibt")
    press("Ins")
    type_text("Bürgermeisterin\n")
    wait_until(lambda: bool(changed(page)), "the line")
    page.enter_form()
    press("Delete")
    assert changed(page) == {}


def test_numbers_ticks_choices_and_lists(page: HousesPage) -> None:
    find(page, "schriftgröße")
    press("Up")
    assert changed(page) == {"typography.size": 8}
    press("Down")
    assert changed(page) == {}
    press("Up")
    page.draft.reset()
    find(page, "durchzählen")
    type_text(" ")
    assert changed(page) == {"numbering.continuous": True}
    page.draft.reset()
    find(page, "gesperrte namen")
    type_text("Erika Beispiel\nOtto Muster")
    assert changed(page) == {"publication.blocked_names": ["Erika Beispiel", "Otto Muster"]}


def test_a_new_profile_is_named_and_used_for_the_body(page: HousesPage, book: Book) -> None:
    page.bar.make_new()
    press("Ctrl+A")
    type_text("Eiderfleth")
    page.draft.flush()
    name = page.draft.name
    assert load(name, page.draft.folder).title == "Eiderfleth"
    assert page.bar.profile.currentText() == "Eiderfleth"
    page.bar.use()
    body = page._body()
    assert body is not None
    assert body.profile == name
    assert not page.bar._use.isEnabled()
    page.arrive()
    assert page.draft.name == name


def test_a_broken_copy_is_told_and_put_aside(page: HousesPage) -> None:
    page.draft.folder.mkdir(exist_ok=True)
    saving.own_file("standard", page.draft.folder).write_text("[votes]\nfarbe = 1\n", "utf-8")
    page.draft.open("standard")
    assert page.trouble.isVisible()
    assert "votes.farbe" in page.trouble.said.text()
    find(page, "durchzählen")
    assert not box(page, "numbering.continuous").isEnabled()
    page.draft.put_aside()
    assert not page.trouble.isVisible()
    assert (page.draft.folder / "standard.toml.alt1").is_file()


def test_a_logo_is_copied_beside_the_profile_and_a_text_is_none(page: HousesPage, tmp_path: Path) -> None:
    picture = tmp_path / "Wappen.png"
    QImage(20, 20, QImage.Format.Format_RGB32).save(str(picture))
    find(page, "letterhead.logo")
    field = box(page, "letterhead.logo").fields["letterhead", "logo"]
    assert isinstance(field, FileField)
    field.take_file(picture)
    assert changed(page)["letterhead.logo"] == "standard-logo.png"
    assert (page.draft.folder / "standard-logo.png").read_bytes() == picture.read_bytes()
    picture.write_text("kein Bild")
    field.take_file(picture)
    assert field.said.text().startswith("Das ist weder PNG noch JPEG")
    assert changed(page)["letterhead.logo"] == "standard-logo.png"


def test_a_template_is_taken_only_when_it_is_fit(page: HousesPage, tmp_path: Path) -> None:
    file = tmp_path / "Vorlage.docx"
    file.write_bytes(b"kein Word")
    find(page, "letterhead.template")
    field = box(page, "letterhead.template").fields["letterhead", "template"]
    assert isinstance(field, FileField)
    field.take_file(file)
    wait_until(lambda: "lässt sich nicht öffnen" in field.said.text(), "the finding")
    assert changed(page) == {}
    file.write_bytes(letterhead())
    field.take_file(file)
    wait_until(lambda: bool(changed(page)), "the template")
    assert changed(page) == {"letterhead.template": "standard-vorlage.docx"}
    opened = Opened(page)
    QDesktopServices.setUrlHandler("file", opened, "take")
    next(one for one in field.findChildren(QPushButton) if one.text() == "Beispiel ansehen").click()
    wait_until(lambda: bool(opened.files), "the example")
    QDesktopServices.unsetUrlHandler("file")
    assert docx.Document(opened.files[0]).paragraphs[0].text.startswith("Zu: 14. Sitzung des Hauptausschusses")


class Opened(QObject):
    """What is given to other programs."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.files: list[str] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.files.append(url.toLocalFile())


def test_keys_go_from_list_to_form_to_pages_and_out(page: HousesPage) -> None:
    left: list[bool] = []
    page.left.connect(lambda: left.append(True))
    find(page, "durchzählen")
    page.ready()
    assert QApplication.focusWidget() is page.tree
    type_text("q")
    assert page.search.text() == "q"
    assert QApplication.focusWidget() is page.search
    page.ready()
    assert (page.search.text(), page.search.hasFocus(), left) == ("", True, [])
    page.ready()
    assert left == [True]


def test_every_control_has_a_name(page: HousesPage) -> None:
    for group in ("Briefkopf", "Unterschriften", "Kopf- und Fußzeile", "Datum und Uhrzeit", "Schrift"):
        find(page, "")
        item = next(one for one in page.tree._items() if one.text(0) == group)
        page.tree.setCurrentItem(item)
        fields = [one for one in page.findChildren(QWidget) if one.isVisible() and one.focusPolicy().value & 1]
        assert [one for one in fields if not (one.accessibleName() or getattr(one, "text", str)())] == []


@pytest.mark.proof
def test_the_pages_follow_what_is_typed(page: HousesPage) -> None:
    page.samples.show()
    find(page, "überschrift des verlaufs")
    wait_until(lambda: bool(page.samples.view.pages), "the pages", 30)
    press("Ctrl+A")
    type_text("Beratung im Rat")
    page.draft.flush()
    wait_until(lambda: "Beratung im Rat" in page.samples.view.text, "the new word", 30)


def test_undo_of_the_window_is_that_of_the_page(
    demo: Book, bus: Bus, clock: TestClock, app: QApplication, tmp_path: Path
) -> None:
    window = Window(demo, bus, clock, Theme(app), tmp_path)
    window.houses.samples.hide()
    show(window)
    demo.change(demo.meeting.key, state=MeetingState.RELEASED)
    window.open_meeting(demo.meeting.key)
    assert window.banners.isVisible()
    window.show_houses()
    assert window.menus.actions["undo"].text().startswith("Rückgängig\t")
    assert not window.banners.isVisible()
    draft = window.houses.draft
    draft.propose(("votes", "head"), not draft.base["votes", "head"], at_once=True)
    assert changed(window.houses) != {}
    window.menus.trigger("undo")
    assert changed(window.houses) == {}
    window.menus.trigger("ready")
    assert not window.houses.isVisible()


def test_a_search_finds_groups_explanations_and_choices_and_says_when_there_is_nothing(page: HousesPage) -> None:
    names = {"Briefkopf": "letterhead.logo", "Unterschrift": "minutes.signatures", "Serif": "typography.typeface"}
    for words, key in {**names, "Nummerierung": "numbering.public", "Prüfsumme des": "running.header"}.items():
        find(page, words)
        assert box(page, key).isVisible(), words
    find(page, "Null")
    assert {"Zeichen für 0, Fraktionen", "Zeichen für 0, Summen"} <= {
        item.text(0) for item in page.tree._items() if not item.isHidden()
    }
    find(page, "unterschreiberei")
    assert QApplication.focusWidget() is page.search
    said = page._area.widget()
    assert isinstance(said, QLabel)
    assert said.text().startswith("Nichts gefunden; bitte")
    type_text("blind")
    assert changed(page) == {}


def test_tab_goes_from_list_to_form_to_pages_and_f6_to_the_search(page: HousesPage) -> None:
    page.samples.refresh("")  # no pages, no process
    page.samples.show()
    find(page, "briefkopf")
    page.ready()
    inside = [QApplication.focusWidget()]
    while len(inside) < 20 and not page.samples.isAncestorOf(inside[-1] or page):
        press("Tab")
        inside.append(QApplication.focusWidget())
    boxes = [one for one in page.findChildren(SettingBox) if one.isVisible()]
    fields = [field.entry for one in boxes for field in one.fields.values()]
    assert [one for one in inside if one in fields] == fields
    for _time in inside[1:]:
        press("Shift+Tab")
    assert QApplication.focusWidget() is page.tree
    for expected in (fields[0], page.samples.view.paper, page.search, fields[0]):
        page.next_area()
        assert QApplication.focusWidget() is expected
    page.previous_area()
    assert QApplication.focusWidget() is page.search
    find(page, "gibt es nicht")
    page.next_area()
    assert QApplication.focusWidget() is page.samples.view.paper


def test_whose_law_says_who_signs_is_told(page: HousesPage, book: Book) -> None:
    book.change(house.body_of(book).key, state=Land.BW)
    find(page, "wer unterschreibt")
    told = [one.text() for one in box(page, "minutes.signatures").findChildren(QLabel)]
    assert any("(Baden-Württemberg, " in one and "Vorsitz, Mitglied, Mitglied, Schriftführung." in one for one in told)


def test_a_copy_deleted_or_broken_beside_the_window_is_told_and_not_the_value(page: HousesPage) -> None:
    page.bar.make_new()
    page.draft.flush()
    own = saving.own_file(page.draft.name, page.draft.folder)
    for spoil in (lambda: own.write_text("[votes", "utf-8"), own.unlink):
        page.draft.open(page.draft.name)
        spoil()
        page.draft.propose(("votes", "head"), True, at_once=True)
        assert page.trouble.isVisible()
        assert own.stem in page.trouble.said.text()
        own.write_text('title = "Wieder da"\n', "utf-8")
    page.draft.put_aside()
    assert page.draft.name == "standard"
    assert not page.trouble.isVisible()


def test_what_the_disk_does_not_take_is_told(page: HousesPage) -> None:
    told: list[str] = []
    page.complained.connect(told.append)
    page.draft.folder.write_text("hier sollte ein Ordner sein", "utf-8")
    page.draft.propose(("votes", "head"), not page.draft.base["votes", "head"], at_once=True)
    assert len(told) == 1
    assert page.draft.folder.name in told[0]


def test_a_logo_that_is_gone_is_told_where_it_is_chosen(page: HousesPage) -> None:
    page.draft.folder.mkdir(exist_ok=True)
    page.draft.propose(("letterhead", "logo"), "weg.png", at_once=True)
    find(page, "letterhead.logo")
    field = box(page, "letterhead.logo").fields["letterhead", "logo"]
    assert isinstance(field, FileField)
    assert field.said.text().startswith("Diese Datei ist nicht mehr da")


def test_enter_on_what_holds_groups_goes_to_the_first_setting_found_in_it(page: HousesPage) -> None:
    type_text("beschlussart des punktes")
    item = page.tree.currentItem()
    while item is not None and item.data(0, Qt.ItemDataRole.UserRole) is not None:
        item = item.parent()
    assert item is not None
    page.tree.setCurrentItem(item)
    press("Return", page.search)
    assert box(page, "labels.result").isAncestorOf(QApplication.focusWidget())


def test_in_large_type_the_form_of_a_changed_setting_is_as_narrow_as_its_column(
    page: HousesPage, app: QApplication
) -> None:
    small, large = app.font(), app.font()
    large.setPixelSize(24)  # 18 pt
    app.setFont(large)
    try:
        for words in ("beschlussart des punktes", "wer unterschreibt", "word-vorlage"):
            find(page, words)
            form = page._area.widget()
            assert isinstance(form, SettingsForm)
            form.boxes[0]._reset.show()
            form.boxes[0]._mark.show()
            QApplication.processEvents()
            assert form.minimumSizeHint().width() <= 440
    finally:
        app.setFont(small)
