"""The page of keys on paper: it has the user's keys, fits on two pages and opens by itself."""

from datetime import datetime
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from desktop.export import pdf
from desktop.ui.commands.shortcuts import KEYS
from desktop.ui.exporting import FOLDER
from desktop.ui.settings.keypage import document
from desktop.ui.window import Window
from tests.proof.verapdf import verify
from tests.ui.keys import wait_until


class Viewer(QObject):
    """What the system opens files with."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, address: QUrl) -> None:
        self.opened.append(address.toLocalFile())


def test_it_has_the_keys_of_the_user_on_two_pages() -> None:
    try:
        KEYS.give("show_blocks", "Ctrl+Ü", 0)
        pages = pypdfium2.PdfDocument(pdf.render(document(datetime(2026, 3, 5))))
    finally:
        KEYS.reset_all()
    text = "".join(page.get_textpage().get_text_bounded() for page in pages)
    assert len(pages) == 2
    assert "Strg+Ü" in text
    assert "Strg+Bild ↑" in text
    assert "⟨" not in text


@pytest.mark.proof
def test_the_action_makes_the_file_and_opens_it(window: Window, tmp_path: Path) -> None:
    window.book.keep(FOLDER, str(tmp_path / "Dokumente"))
    viewer = Viewer()
    QDesktopServices.setUrlHandler("file", viewer, "open")
    try:
        window.menus.trigger("print_keys")
        wait_until(lambda: bool(viewer.opened), seconds=20)
    finally:
        QDesktopServices.unsetUrlHandler("file")
        window._pressroom.close()
    file = tmp_path / "Dokumente" / "Tasten von Protokollpult.pdf"
    assert viewer.opened == [str(file)]
    assert file.read_bytes().startswith(b"%PDF")
    assert window.status.currentMessage().startswith("Die Tastenseite ist geöffnet: ")


def test_where_it_cannot_be_kept_that_is_said(window: Window, tmp_path: Path) -> None:
    window.book.keep(FOLDER, str(tmp_path / "test.book"))  # a file
    page = window._key_page
    page.told.emit("Die Tastenseite wird erstellt …")
    page._take(b"%PDF")
    assert window.banners.texts()
    assert window.status.currentMessage() == ""
    window._pressroom.close()


@pytest.mark.proof
def test_it_is_accessible_and_archivable(tmp_path: Path) -> None:
    file = tmp_path / "keys.pdf"
    file.write_bytes(pdf.render(document(datetime(2026, 3, 5))))
    assert not any(verdict.broken for verdict in verify([file]))
