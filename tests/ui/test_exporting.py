"""Documents made from the window: real files in a real folder, with progress, cancelling and what was left out."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.export.changes import changed_since
from desktop.export.document import Look
from desktop.export.kinds import Kind
from desktop.export.publish import LOOKS, Format, Order
from desktop.models.book import Book
from desktop.models.profiles import STANDARD, Record, load
from desktop.models.values import File, MeetingState, Reader, TextEntry
from desktop.ui.bus import Bus
from desktop.ui.dialogs.export import ExportDialog, Result, Wish
from desktop.ui.dialogs.export_choices import LastChoices
from desktop.ui.dialogs.guard import GuardDialog
from desktop.ui.exporting import FOLDER, Exporter, items_of
from desktop.ui.messages import Banners
from desktop.ui.preview.pressroom import Pressroom
from desktop.ui.preview.process import Press
from tests.ui.conftest import TestClock
from tests.ui.keys import press as press_keys
from tests.ui.keys import show, wait_until

_HUNDREDS = count()


@pytest.fixture(scope="module")
def kept() -> Iterator[list[Press]]:
    """The process of the tests of this module, which is begun once: each begins with a meeting of its own."""
    presses: list[Press] = []
    yield presses
    for press in presses:
        press.close()


@pytest.fixture
def exporter(demo: Book, bus: Bus, clock: TestClock, kept: list[Press]) -> Iterator[Exporter]:
    window = QWidget()
    show(window)
    pressroom = Pressroom(demo, bus, window)
    pressroom._number = next(_HUNDREDS) * 100  # the process remembers which jobs were stopped
    if kept and kept[-1].process.is_alive():
        press = pressroom._press = kept[-1]
        press._book, press._tell = demo, lambda message: pressroom._heard.emit(press, message)
    yield Exporter(demo, clock, pressroom, Banners(window), window)
    kept[:] = [pressroom._press] if pressroom._press is not None else kept
    for press in kept:
        press._tell = lambda _message: None
    pressroom._press = None
    pressroom.close()


@pytest.fixture
def dialog(exporter: Exporter, tmp_path: Path) -> ExportDialog:
    made = exporter.ask()
    made.folder.set_text(str(tmp_path / "aus"))
    for name, tick in made.formats.items():
        tick.setChecked(name is Format.TXT)
    return made


def finished(dialog: ExportDialog) -> str:
    def over() -> bool:
        for guard in dialog.findChildren(GuardDialog):
            if guard.isVisible():
                guard.publish.click()
        return not dialog.bar.isVisible()

    wait_until(over, "the export ends", seconds=20)
    return dialog.note.text()


def test_minutes_are_written_and_what_is_left_out_is_told(dialog: ExportDialog, tmp_path: Path) -> None:
    dialog.make.click()
    told = finished(dialog)
    assert [path.name for path in (tmp_path / "aus").iterdir()] == ["Niederschrift_HA_14_2026-05-07_oeffentlich.txt"]
    assert told.splitlines()[0] == "1 Datei geschrieben."
    assert told.splitlines()[1].startswith("Weggelassen: 2 nichtöffentliche TOP, ")
    assert dialog.show_folder.isVisible()
    assert all(tick.height() >= tick.sizeHint().height() for tick in dialog.formats.values())
    assert dialog.files.item(0).text() == "Niederschrift_HA_14_2026-05-07_oeffentlich.txt"


def test_an_extract_tells_what_is_left_out_of_its_item_and_names_the_attachments(
    demo: Book, dialog: ExportDialog
) -> None:
    quiet, item = demo.meeting.agenda[0], demo.meeting.agenda[1]
    for name in ("Lageplan", "Förderantrag", "Karte", "Skizze"):
        demo.add(File(name=name), item.key, "files")
    demo.add(TextEntry(text="x", public=False), item.key, "proceedings")
    dialog.kind.set_value(Kind.AUSZUG)
    told = []
    for one in (quiet, item):
        dialog.item.set_value(one.key)
        dialog.make.click()
        told.append(finished(dialog).splitlines()[1:])
    assert told == [[], ["Weggelassen: 1 Eintrag, 4 Anlagen (Lageplan, Förderantrag, Karte, …)."]]


def test_ctrl_enter_makes_it_and_the_progress_leaves_room_for_the_formats(demo: Book) -> None:
    dialog = ExportDialog(items_of(demo.meeting), "", Path("ziel"), LastChoices(demo))
    wishes: list[Wish] = []
    dialog.wanted.connect(wishes.append)
    show(dialog)
    press_keys("Ctrl+Return", dialog.folder)
    QApplication.processEvents()
    assert len(wishes) == 1
    for tick in dialog.formats.values():
        assert tick.visibleRegion().boundingRect().height() == tick.height() >= tick.sizeHint().height()


def test_of_a_list_only_what_it_could_tell_is_told_as_left_out(demo: Book, dialog: ExportDialog) -> None:
    demo.add(TextEntry(text="x", public=False), demo.meeting.agenda[0].key, "proceedings")
    told = {}
    for kind in (Kind.TAGESORDNUNG, Kind.ANWESENHEIT):
        dialog.kind.set_value(kind)
        dialog.kind.chosen.emit(kind)
        dialog.formats[Format.PDF].setChecked(False)
        dialog.formats[Format.DOCX].setChecked(False)
        dialog.formats[Format.TXT].setChecked(True)
        dialog.make.click()
        told[kind] = finished(dialog).splitlines()[1:]
    assert told == {Kind.TAGESORDNUNG: ["Weggelassen: 2 nichtöffentliche TOP, 2 Vorlagen."], Kind.ANWESENHEIT: []}


def test_what_the_kind_of_minutes_does_not_print_is_told_once(dialog: ExportDialog) -> None:
    dialog.reader.set_value(Reader.COMPLETE)
    dialog.record.set_value(Record.ERGEBNIS)
    dialog.make.click()
    assert len([line for line in finished(dialog).splitlines() if "Einträge" in line]) == 1


def test_the_complete_edition_leaves_nothing_out(dialog: ExportDialog) -> None:
    dialog.reader.set_value(Reader.COMPLETE)
    dialog.make.click()
    assert "Weggelassen" not in finished(dialog)


def test_holes_of_text_blocks_are_told_and_printed_as_they_stand(demo: Book, dialog: ExportDialog) -> None:
    item = demo.meeting.agenda[0]
    demo.add(TextEntry(text="Es dankt [[Name]]."), item.key, "proceedings")
    demo.add(TextEntry(text="Noch [[etwas]].", prepared=True), item.key, "proceedings")
    dialog.make.click()
    assert "Noch nicht ausgefüllt und so gedruckt, wie es dasteht: [[Name]]." in finished(dialog)
    assert "Es dankt [[Name]]." in next((dialog.wish().folder).glob("*.txt")).read_text("utf-8")


def test_cancelling_leaves_no_file(dialog: ExportDialog, tmp_path: Path) -> None:
    dialog.make.click()
    dialog.close_button.click()
    assert finished(dialog) == "Abgebrochen; es wurde nichts geschrieben."
    assert not list((tmp_path / "aus").glob("*"))
    assert dialog.isVisible()


def test_it_can_be_closed_whatever_became_of_what_is_under_way(dialog: ExportDialog) -> None:
    dialog.wanted.disconnect()
    dialog.make.click()
    dialog.reject()
    assert dialog.isVisible()
    dialog.reject()
    assert not dialog.isVisible()


def test_a_folder_that_cannot_be_made_is_told(dialog: ExportDialog, tmp_path: Path) -> None:
    (tmp_path / "datei").write_text("x")
    dialog.folder.set_text(str(tmp_path / "datei" / "darunter"))
    dialog.make.click()
    assert "datei" in finished(dialog)
    assert dialog.make.isEnabled()


def test_the_form_offers_what_goes_together(demo: Book) -> None:
    items = items_of(demo.meeting)
    dialog = ExportDialog(items, items[1][0], Path("ziel"), LastChoices(demo))
    assert dialog.wish() == Wish(
        (Order(kind=Kind.AUSZUG, look=Look.ALLRIS4, formats=(Format.DOCX, Format.PDF), item=items[1][0]),),
        Path("ziel"),
    )
    dialog.kind.set_value(Kind.NIEDERSCHRIFT)
    dialog.kind.chosen.emit(Kind.NIEDERSCHRIFT)
    assert dialog.wish() == Wish((Order(look=Look.DRUCK),), Path("ziel"))
    for tick in dialog.formats.values():
        tick.setChecked(False)
    assert not dialog.make.isEnabled()


def test_each_kind_remembers_what_was_chosen_last_but_not_the_edition(demo: Book, dialog: ExportDialog) -> None:
    item = demo.meeting.agenda[0].key
    dialog.kind.set_value(Kind.AUSZUG)
    dialog.kind.chosen.emit(Kind.AUSZUG)
    for name, tick in dialog.formats.items():
        tick.setChecked(name is Format.TXT)
    dialog.item.set_value(item)
    dialog.look.set_value(Look.DRUCK)
    dialog.record.set_value(Record.ERGEBNIS)
    dialog.reader.set_value(Reader.COMPLETE)
    dialog.make.click()
    finished(dialog)
    later = ExportDialog(items_of(demo.meeting), item, Path("ziel"), LastChoices(demo))
    chosen = Order(kind=Kind.AUSZUG, look=Look.DRUCK, formats=(Format.TXT,), item=item, record=Record.ERGEBNIS)
    assert later.wish().orders == (chosen,)
    later.kind.set_value(Kind.TAGESORDNUNG)
    later.kind.chosen.emit(Kind.TAGESORDNUNG)
    assert later.wish().orders == (Order(kind=Kind.TAGESORDNUNG, look=Look.DRUCK),)


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_is_offered_with_its_looks_and_made(dialog: ExportDialog, kind: Kind) -> None:
    dialog.kind.set_value(kind)
    dialog.kind.chosen.emit(kind)
    assert dialog.look.isVisible() == (len(LOOKS[kind]) > 1)
    assert dialog.record.isVisible() == (kind in (Kind.NIEDERSCHRIFT, Kind.AUSZUG))
    for name, tick in dialog.formats.items():
        tick.setChecked(name is Format.TXT)
    dialog.make.click()
    assert "geschrieben" in finished(dialog)


def test_all_documents_of_an_edition_are_made_in_one_go_after_one_list(dialog: ExportDialog, tmp_path: Path) -> None:
    dialog.kind.set_value(None)
    dialog.kind.chosen.emit(None)
    assert not any(field.isVisible() for field in (dialog.item, dialog.record, dialog.look))
    for name, tick in dialog.formats.items():
        tick.setChecked(name is Format.TXT)
    dialog.make.click()
    told = finished(dialog)
    assert len(dialog.findChildren(GuardDialog)) <= 1
    begins = {path.name.split("_")[0] for path in (tmp_path / "aus").iterdir()}
    assert begins == {"Niederschrift", "Auszug", "Vorlage", "Beschlussliste", "Tagesordnung", "Anwesenheit"}
    assert told.count("Weggelassen") == 1


def test_what_changed_since_final_documents_were_given_out_is_told(
    demo: Book, dialog: ExportDialog, exporter: Exporter
) -> None:
    demo.change(demo.meeting.key, state=MeetingState.RELEASED)
    dialog.make.click()
    finished(dialog)
    demo.change(demo.meeting.key, state=MeetingState.PUBLISHED)
    assert changed_since(demo, demo.meeting.key, load(STANDARD).redaction_mark) == {}
    demo.add(TextEntry(text="Nachtrag."), demo.meeting.agenda[0].key, "proceedings")
    later = exporter.ask()
    wait_until(later.changed.isVisible, "it is told")
    assert later.changed.text().startswith("Seit der Ausgabe der endgültigen Dokumente am 05.03.2026, 18:42")
    later.reader.set_value(Reader.COMPLETE)
    assert later.changed.isHidden()


def test_nothing_to_write_is_told(demo: Book) -> None:
    dialog = ExportDialog([], "", Path("ziel"), LastChoices(demo))
    dialog.show_result(Result((), ()))
    assert dialog.note.text() == "Hier gibt es nichts zu erstellen; bitte eine andere Art oder Fassung wählen."


def test_an_extract_on_paper_is_made_at_once_and_known_again_later(
    demo: Book, exporter: Exporter, tmp_path: Path
) -> None:
    demo.keep(FOLDER, str(tmp_path / "aus"))
    item = next(item for item in demo.meeting.agenda if not item.public)
    exporter.at_once(item)
    wait_until(lambda: bool(list((tmp_path / "aus").glob("*.pdf"))), "the extract", seconds=20)
    wait_until(lambda: ".pdf" in "".join(exporter._banners.texts()), "the banner", seconds=20)
    (told,) = exporter._banners.texts()
    assert told.startswith("Auszug N 1 (nichtöffentlich): Auszug_HA_14_2026-05-07_N1_nichtoeffentlich.docx, ")
    assert f" → {tmp_path / 'aus'}." in told
    dialog = exporter.show_given()
    assert [dialog.table.item(row, 3).text() for row in range(dialog.table.rowCount())] == ["Entwurf", "Entwurf"]
    file = next((tmp_path / "aus").glob("*.pdf"))
    dialog.check(file)
    assert "unverändert, ausgegeben am 05.03.2026, 18:42 (Entwurf)" in dialog.verdict.text()
    file.write_bytes(file.read_bytes() + b" ")
    dialog.check(file)
    assert "unbekannt oder seit der Ausgabe verändert" in dialog.verdict.text()


def test_an_extract_at_once_tells_how_many_passages_were_replaced(
    demo: Book, exporter: Exporter, tmp_path: Path
) -> None:
    demo.keep(FOLDER, str(tmp_path / "aus"))
    item = demo.meeting.agenda[0]
    demo.add(TextEntry(text="Es dankt ⟦Frau Muster¦eine Einwohnerin⟧."), item.key, "proceedings")
    exporter.at_once(item)
    wait_until(lambda: ".pdf" in "".join(exporter._banners.texts()), "the banner", seconds=20)
    assert "1 Stelle ersetzt." in exporter._banners.texts()[0]


def test_an_extract_at_once_that_is_stopped_says_why_and_stays_the_one_on_paper(demo: Book, exporter: Exporter) -> None:
    item = demo.meeting.agenda[0]
    demo.add(TextEntry(text="Es dankt [[Name]]."), item.key, "proceedings")
    exporter.at_once(item)
    forms = lambda: exporter._window.findChildren(ExportDialog)  # noqa: E731
    wait_until(lambda: bool(forms()), "the form opens")
    (form,) = forms()
    order = form.wish().orders[0]
    assert (order.kind, order.look, order.item, order.record) == (Kind.AUSZUG, Look.DRUCK, item.key, None)
    assert form.note.isVisible()
    assert form.note.text() == "Noch nicht erstellt: Es gibt etwas anzusehen. Die Liste kommt mit »Erstellen«."
    form.reject()
