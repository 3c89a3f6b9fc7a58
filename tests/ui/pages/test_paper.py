"""The Vorlage by its form."""

from pathlib import Path

import pytest

from desktop.models import queries
from desktop.models.book import Book
from desktop.models.values import Consultation, Paper
from desktop.ui.bus import Bus
from desktop.ui.pages.paper import PaperForm, PaperPage
from desktop.ui.papertext import split
from desktop.ui.parts.plaintext import PlainLine
from tests.ui.keys import press, show, type_text, wait_until


@pytest.fixture
def key(demo: Book) -> str:
    body = demo.shelf.records[demo.meeting_key or ""].parent
    papers = [demo.shelf.value(key) for key in demo.shelf.children(body, "papers")]
    return next(paper.key for paper in papers if isinstance(paper, Paper) and paper.facts and paper.files)


@pytest.fixture
def page(demo: Book, bus: Bus, key: str) -> PaperPage:
    made = PaperPage(demo, bus)
    made.open_paper(key)
    show(made)
    made.arrive()
    return made


def form_of(page: PaperPage) -> PaperForm:
    assert page.form is not None
    return page.form


def paper_of(book: Book, key: str) -> Paper:
    value = book.shelf.value(key)
    assert isinstance(value, Paper)
    return value


def test_fields_are_typed_by_key(page: PaperPage, demo: Book, key: str) -> None:
    type_text("VO/99\tNeuer Betreff\tAntrag\tin Arbeit")
    lines = form_of(page).findChildren(PlainLine)
    assert [line.accessibleName() for line in lines[:4]] == ["Nummer", "Betreff", "Art", "Status"]
    paper = paper_of(demo, key)
    assert paper.reference is not None
    assert paper.reference.endswith("VO/99")
    assert paper.name.endswith("Neuer Betreff")
    assert "VO/99" in page._title.text()


def test_texts_nobody_edits_stay_as_they_were(page: PaperPage, demo: Book, key: str) -> None:
    before = paper_of(demo, key)
    form = form_of(page)
    form.facts.setFocus()
    press("Tab")
    form.resolution.setFocus()
    assert paper_of(demo, key) == before


def test_text_is_typed_with_paragraphs_and_lists(page: PaperPage, demo: Book, key: str) -> None:
    demo.change(key, proposed_resolution=None)
    field = form_of(page).resolution
    field.setFocus()
    type_text("Der Rat *beschließt*:\n- erstens\nzweitens")
    assert paper_of(demo, key).proposed_resolution == "Der Rat \\*beschließt\\*:\n\n- erstens\n- zweitens"


def test_undo_shows_the_text_before(page: PaperPage, demo: Book, key: str) -> None:
    before = paper_of(demo, key).facts
    demo.change(key, facts="Kurz.")
    assert form_of(page).facts.toPlainText() == "Kurz."
    demo.undo()
    assert paper_of(demo, key).facts == before
    assert form_of(page).facts.toPlainText() != "Kurz."


def test_the_order_of_consultation_is_edited_in_place(page: PaperPage, demo: Book, key: str) -> None:
    demo.change(key, consultations=(Consultation(organization="Hauptausschuss"),))
    lines = form_of(page).consultations
    lines.table.setFocus()
    press("Ins")
    type_text("Rat\tEntscheidung\t7.5.2026\n")  # Tab goes on to the next cell while cells are edited
    wait_until(lambda: paper_of(demo, key).consultations[-1].date == "2026-05-07")
    last = paper_of(demo, key).consultations[-1]
    assert (last.organization, last.role) == ("Rat", "Entscheidung")
    lines._move(-1)
    assert [line.organization for line in paper_of(demo, key).consultations] == ["Rat", "Hauptausschuss"]
    lines.table.setFocus()
    press("Del")
    assert [line.organization for line in paper_of(demo, key).consultations] == ["Hauptausschuss"]


def test_a_pasted_paper_is_taken_over_in_one_step(page: PaperPage, demo: Book, key: str) -> None:
    before = paper_of(demo, key)
    page._take_over(split("Beschlussvorschlag:\nEs wird gebaut.\nSachverhalt:\nEs ist alt.\nAnlagen:\nPlan"))
    paper = paper_of(demo, key)
    assert (paper.proposed_resolution, paper.facts, paper.files[-1].name) == ("Es wird gebaut.", "Es ist alt.", "Plan")
    assert paper.files[-1].number == max(file.number or 0 for file in before.files) + 1
    demo.undo()
    assert paper_of(demo, key) == before


def test_a_file_is_added_with_its_bytes(page: PaperPage, demo: Book, key: str, tmp_path: Path) -> None:
    number = len(paper_of(demo, key).files)
    (tmp_path / "Plan.pdf").write_bytes(b"%PDF-1.7 Plan")
    form_of(page).files.take([tmp_path / "Plan.pdf"])
    wait_until(lambda: len(paper_of(demo, key).files) == number + 1)
    file = paper_of(demo, key).files[-1]
    assert (file.name, file.file_name, file.mime_type, file.size) == ("Plan", "Plan.pdf", "application/pdf", 13)
    assert file.public is None
    assert demo.read(lambda db: queries.attachments(db, [file.content or ""])) == {file.content: b"%PDF-1.7 Plan"}


def test_a_missing_file_is_told(page: PaperPage, tmp_path: Path) -> None:
    told: list[str] = []
    page.complained.connect(told.append)
    form_of(page).files.take([tmp_path / "weg.pdf"])
    wait_until(lambda: bool(told))
    assert "weg.pdf" in told[0]


def test_the_page_is_left_where_its_paper_goes(demo: Book, bus: Bus) -> None:
    body = demo.shelf.records[demo.meeting_key or ""].parent
    key = demo.add(Paper(name="Neu"), body, "papers")
    page = PaperPage(demo, bus)
    page.open_paper(key)
    show(page)
    left: list[int] = []
    page.left.connect(lambda: left.append(1))
    demo.undo()
    assert left == [1]
    assert page.form is None
