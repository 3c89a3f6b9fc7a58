"""Pages of a PDF on the screen: turned and zoomed by keys, read out, never in the way of what is typed."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.export import pdf
from desktop.export.document import Document, Look, PageBreak, Paragraph, Run
from desktop.ui.preview.pageview import PageView
from tests.ui.keys import press, show, type_text, wait_until


def pages(*words: str) -> bytes:
    blocks = [block for word in words for block in (Paragraph((Run(word),)), PageBreak())][:-1]
    return pdf.render(Document("Titel", "", "", "de-DE", Look.DRUCK, tuple(blocks)))


@pytest.fixture
def view(app: QApplication) -> PageView:
    made = PageView()
    made.resize(500, 300)
    show(made)
    made.show_pdf(pages("eins", "zwei", "drei"))
    made.setFocus()
    wait_until(lambda: made.pages == 3)
    return made


def told(view: PageView) -> tuple[str, str]:
    return view.paper.accessibleName(), view.paper.accessibleDescription().strip()


def test_keys_turn_the_pages_and_a_screen_reader_hears_where_and_what(view: PageView) -> None:
    assert told(view) == ("Seite 1 von 3", "eins")
    press("PgDown")  # the page is longer than the window: first its end
    assert view.paper.verticalScrollBar().value() > 0
    while view.paper.verticalScrollBar().value() < view.paper.verticalScrollBar().maximum():
        press("PgDown")
    press("PgDown")
    wait_until(lambda: told(view) == ("Seite 2 von 3", "zwei"))
    assert view.paper.verticalScrollBar().value() == 0
    press("End")
    wait_until(lambda: told(view)[1] == "drei")
    press("Home")
    wait_until(lambda: told(view)[1] == "eins")


def test_zooming_draws_the_page_wider(view: PageView) -> None:
    assert view.paper.horizontalScrollBar().maximum() == 0
    press("+")
    wait_until(lambda: view.paper.horizontalScrollBar().maximum() > 0)
    press("0")
    wait_until(lambda: view.paper.horizontalScrollBar().maximum() == 0)


def test_a_newer_version_keeps_the_page_in_front_and_a_shorter_one_its_last(view: PageView) -> None:
    view.go(3)
    wait_until(lambda: told(view)[1] == "drei")
    view.show_pdf(pages("eins", "zwei", "neu", "vier"))
    wait_until(lambda: told(view) == ("Seite 3 von 4", "neu"))
    view.show_pdf(pages("eins"))
    wait_until(lambda: told(view) == ("Seite 1 von 1", "eins"))


def test_what_is_typed_into_a_page_is_handed_on(view: PageView) -> None:
    heard: list[str] = []
    view.blindText.connect(heard.append)
    type_text("Frau")
    assert "".join(heard) == "Frau"


def test_what_is_no_pdf_is_said(view: PageView, tmp_path: Path) -> None:
    view.show_pdf(b"nothing")
    wait_until(lambda: view.pages == 0)
    assert view.paper.accessibleName().startswith("Diese Seiten lassen sich nicht anzeigen; ")
