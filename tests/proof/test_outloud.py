"""A second opinion on every PDF: outloud, which also asks what rules on keys cannot, e.g. words outside of the tags."""

from collections import Counter
from pathlib import Path

import pytest

from desktop.export import pdf
from tests.export.pdf.reading import read
from tests.export.samples import document, p
from tests.proof.conftest import Draw, Note, shards
from tests.proof.hard import HARD
from tests.proof.needs import need

pytestmark = pytest.mark.proof

#: warnings that stay anywhere, and why
EXPLAINED = {
    "NOTE-003": "a Berichtigungsvermerk stands at the end and names its place in words; no reference leads to it",
    "PAG-001": "content that happens to stand at the same height of several pages, e.g. Abstimmungsergebnis:",
    "LNK-010": "addresses in the words of others are printed as typed",
}
#: warnings that stay in one of the hard documents, and why
EXPLAINED_THERE = {
    ("nested lists", "TAG-020"): "a point without words still has a label, and LI must have LBody",
    ("links", "ORD-001"): "outloud takes all the words of a paragraph before those of the links between them",
}


def covered_after_all(path: Path, page: int) -> bool:
    """Whether tables share a page or come from the one before.

    Of a ruled grid (TBL-014) outloud asks that one table alone covers half of all that is ruled on a page, and it knows
    a table on its first page only.
    """
    spread = [
        {kid[0] for part in table.walk() for kid in part.kids if isinstance(kid, tuple)}
        for table in read(path.read_bytes()).root.walk()
        if table.tag == "Table"
    ]
    here = [pages for pages in spread if page in pages]
    return len(here) > 1 or any(min(pages) < page for pages in here)


def explained(rule: str, path: Path, page: int, hard: str) -> bool:
    if rule == "TBL-014":
        return covered_after_all(path, page)
    return rule in EXPLAINED or (hard, rule) in EXPLAINED_THERE


def objections(path: Path, hard: str = "") -> list[str]:
    """Errors, warnings without an explanation, and rules that broke down. Skips the test where outloud is missing."""
    try:
        import outloud
    except ImportError:
        need(False, "outloud (requirements-proof.lock)")
    result = outloud.check(str(path))
    found = [f"unreadable: {result.error}"] if result.error else []
    found += [f"{one.rule} broke down: {one.reason}" for one in result.runs if one.status == "crashed"]
    return found + [
        f"{one.rule} {one.severity} × {one.count}: {one.message} [{one.evidence or ''}]"
        for one in result.sorted_findings()
        if one.severity == "error" or (one.severity == "warning" and not explained(one.rule, path, one.page, hard))
    ]


def none_of(found: dict[str, list[str]]) -> None:
    """Fails with the objections by rule and the first file of each."""
    count = Counter(one.split(" ")[0] for several in found.values() for one in several)
    first = {one.split(" ")[0]: f"{name}: {one}" for name, several in reversed(found.items()) for one in several}
    assert not count, "\n".join(f"{number} files: {first[rule]}" for rule, number in count.most_common())


def test_a_file_without_title_is_found(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf.render(document(p("Text"), title="")))
    assert objections(path)


def test_no_objections_to_hard_documents(tmp_path: Path) -> None:
    found = {}
    for name, make in HARD.items():
        if name.startswith("random"):
            continue
        path = tmp_path / f"{name}.pdf"
        path.write_bytes(pdf.render(make()))
        found[name] = objections(path, name)
    none_of(found)


@shards
def test_no_objections_to_any_document(number: int, drawn: Draw, note: Note) -> None:
    made = drawn(number)
    files = made.files(".pdf")
    note(f"outloud, part {number}: {len(files)} files")
    none_of({made.name(path): objections(path) for path in files})
