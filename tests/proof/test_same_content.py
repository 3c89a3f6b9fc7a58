"""The body text is the same in every format: what one says, all say, in the same order."""

from collections import Counter
from pathlib import Path

import pytest

from tests.export.samples import squeezed
from tests.proof.conftest import WRITERS, Draw, Note, shards
from tests.proof.hard import HARD
from tests.proof.texts import as_drawn, as_read_out, first_difference, only_in_one
from tests.reading import docx_text, html_text


def differences(stem: Path, *, tall_rows: bool = False) -> list[str]:
    """What the files of one document say differently, in words; nothing where all is well.

    ``tall_rows``: cells of a row that is taller than a page are drawn page by page, so there the tree alone has their
    order.
    """
    pdf, page, plain = (stem.with_name(f"{stem.name}{ending}") for ending in (".pdf", ".html", ".txt"))
    expected = squeezed(docx_text(stem.with_name(f"{stem.name}.docx").read_bytes()))
    texts = {
        "the page": html_text(page.read_bytes()),
        "the PDF as drawn": as_drawn(pdf),
        "the PDF as read out": as_read_out(pdf),
    }
    if tall_rows and Counter(texts["the PDF as drawn"]) == Counter(texts["the PDF as read out"]):
        del texts["the PDF as drawn"]
    found = [
        f"DOCX and {name} part {first_difference(expected, squeezed(text))}"
        for name, text in texts.items()
        if squeezed(text) != expected
    ]
    apart = only_in_one(page.read_text("utf-8"), plain.read_text("utf-8"))
    return [*found, *([f"the page and plain text part: {apart}"] if apart else [])]


def write(name: str, folder: Path) -> Path:
    """Draws a hard document; the path of its files without the ending."""
    document = HARD[name]()
    for ending, render in WRITERS.items():
        (folder / f"{name}{ending}").write_bytes(render(document))
    return folder / name


SAMPLE = ("all blocks", "tables", "sample druck", "sample allris4")


@pytest.mark.parametrize("name", [pytest.param(n, marks=[] if n in SAMPLE else pytest.mark.proof) for n in HARD])
def test_a_hard_document_says_the_same_in_every_format(name: str, tmp_path: Path) -> None:
    assert differences(write(name, tmp_path), tall_rows=name.startswith("random")) == []


def test_a_lost_and_a_moved_word_are_found(tmp_path: Path) -> None:
    stem = write("sample druck", tmp_path)
    page = stem.with_name(f"{stem.name}.html")
    page.write_text(page.read_text("utf-8").replace("Ausschuss ist beschlussfähig", "Ausschuss beschlussfähig ist"))
    assert any("the page part" in found for found in differences(stem))
    plain = stem.with_name(f"{stem.name}.txt")
    plain.write_text(plain.read_text("utf-8").replace("beschlussfähig", "", 1))
    assert any("plain" in found for found in differences(stem))


@pytest.mark.proof
@shards
def test_every_document_says_the_same_in_every_format(number: int, drawn: Draw, note: Note) -> None:
    made = drawn(number)
    found = {made.name(path): differences(path.with_suffix("")) for path in made.files(".pdf")}
    note(f"same content, part {number}: {len(found)} documents in four formats")
    wrong = [f"{name}: {difference}" for name, differing in found.items() for difference in differing]
    assert wrong == [], f"{len(wrong)} differences\n" + "\n".join(wrong[:20])
