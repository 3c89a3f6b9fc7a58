"""Every PDF is PDF/UA-1 and PDF/A-2a at once: veraPDF says so of each file."""

from collections import Counter
from collections.abc import Mapping
from io import BytesIO
from itertools import product
from pathlib import Path

import pikepdf
import pytest

from desktop.export import pdf
from desktop.export.document import Paragraph, Run
from desktop.export.glyphs import covered
from desktop.models.profiles import Typeface
from tests.export.samples import document, h
from tests.proof.conftest import Draw, Note, shards
from tests.proof.hard import HARD
from tests.proof.verapdf import Verdict, verify


def all_pass(verdicts: list[Verdict], names: Mapping[str, str] | None = None) -> None:
    """Fails with a count of the broken rules and the first file of each."""
    broken: Counter[str] = Counter()
    first: dict[str, str] = {}
    for verdict in verdicts:
        for one in verdict.broken:
            rule = f"{verdict.flavour} {one.rule} {one.demand}"
            broken[rule] += 1
            name = (names or {}).get(verdict.file.name, verdict.file.name)
            first.setdefault(rule, f"{name} × {one.count} @ {one.place}")
    lines = [f"{count} files: {rule}\n      first: {first[rule]}" for rule, count in broken.most_common()]
    assert not broken, f"{len(verdicts)} verdicts\n" + "\n".join(lines)


def test_a_sample_of_hard_documents_is_accessible_and_archivable(tmp_path: Path) -> None:
    """With every `make test`; the last file has lost its tags, so that a checker that sees nothing is found out."""
    files = []
    for name in ("all blocks", "letterhead", "draft", "tables"):
        files.append(tmp_path / f"{name}.pdf")
        files[-1].write_bytes(pdf.render(HARD[name]()))
    files.append(tmp_path / "untagged.pdf")
    with pikepdf.open(BytesIO(pdf.render(HARD["letterhead"]()))) as file:
        if "/StructTreeRoot" in file.Root:
            del file.Root["/StructTreeRoot"]
        file.save(files[-1])
    *verdicts, untagged_ua, untagged_a = verify(files)
    assert untagged_ua.broken
    assert untagged_a.broken
    all_pass(verdicts)


@pytest.mark.proof
def test_all_hard_documents_are_accessible_and_archivable(tmp_path: Path) -> None:
    for name, make in HARD.items():
        (tmp_path / f"{name}.pdf").write_bytes(pdf.render(make()))
    all_pass(verify(sorted(tmp_path.glob("*.pdf"))))


@pytest.mark.proof
def test_every_character_that_can_be_printed_is_embedded_rightly(tmp_path: Path) -> None:
    text = "".join(filter(covered, map(chr, range(0x21, 0x20000))))
    lines = [text[start : start + 500] for start in range(0, len(text), 500)]
    for typeface in Typeface:
        for bold, italic in product((False, True), repeat=2):
            blocks = [Paragraph((Run(line, bold, italic),)) for line in lines]
            made = pdf.render(document(h(1, "Zeichen"), *blocks, typeface=typeface))
            (tmp_path / f"{typeface}-{bold}-{italic}.pdf").write_bytes(made)
    all_pass(verify(sorted(tmp_path.glob("*.pdf"))))


@pytest.mark.proof
@shards
def test_every_document_is_accessible_and_archivable(number: int, drawn: Draw, note: Note) -> None:
    made = drawn(number)
    verdicts = verify(made.files(".pdf"))
    checks = sum(verdict.checks for verdict in verdicts)
    note(f"veraPDF, part {number}: {made.orders} orders, {len(made.names)} distinct files, {checks} checks")
    all_pass(verdicts, made.names)
