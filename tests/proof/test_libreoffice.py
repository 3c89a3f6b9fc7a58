"""LibreOffice opens each DOCX, sees the same text, and keeps headings, lists and header rows when it saves."""

from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from desktop.export import word
from tests.export.samples import squeezed
from tests.proof import corpus
from tests.proof.conftest import Note
from tests.proof.hard import HARD
from tests.proof.soffice import DOCX, PDF, convert
from tests.proof.texts import first_difference, without_labels
from tests.reading import docx_text

#: one LibreOffice is enough for two processors
pytestmark = [pytest.mark.proof, pytest.mark.xdist_group("soffice")]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, str]:
    """Hard documents, and one of each meeting, kind and look in the standard profile: path and what it is.

    LibreOffice takes a second for many of them, so not all.
    """
    folder = tmp_path_factory.mktemp("docx")
    documents = {make(): name for name, make in HARD.items() if not name.startswith("random")}
    seen: set[tuple[str, ...]] = set()
    for made, name in corpus.in_standard_profile().documents.items():
        which = tuple(name.split()[:3])
        if which not in seen:
            documents[made] = name
            seen.add(which)
    named = {folder / f"{place:05}.docx": (document, name) for place, (document, name) in enumerate(documents.items())}
    for path, (document, _) in named.items():
        path.write_bytes(word.render(document))
    return {path: name for path, (_, name) in named.items()}


def test_its_pdf_has_the_same_text(files: dict[Path, str], tmp_path: Path, note: Note) -> None:
    wrong = []
    for ours, theirs in zip(files, convert(files, PDF, tmp_path / "pdf"), strict=True):
        if files[ours] == "letters":  # which of these it draws, and in which order, its fonts decide
            continue
        expected, seen = told(docx_text(ours.read_bytes())), told(without_labels(theirs))
        if seen != expected:
            wrong.append(f"{files[ours]}: {first_difference(expected, seen)}")
    note(f"LibreOffice: {len(files)} DOCX as PDF")
    assert wrong == [], f"{len(wrong)} differences\n" + "\n".join(wrong[:20])


def told(text: str) -> str:
    """Text without what LibreOffice takes from another font, and draws when the rest of the line is drawn."""
    return squeezed(text).translate(dict.fromkeys(map(ord, "☐☒✓")))


def test_saving_keeps_the_content(files: dict[Path, str], tmp_path: Path, note: Note) -> None:
    wrong = []
    for ours, theirs in zip(files, convert(files, DOCX, tmp_path / "docx"), strict=True):
        before, after = content(ours.read_bytes()), content(theirs.read_bytes())
        wrong += [
            f"{files[ours]}: {name}: {before[name]!r:.300} became {after[name]!r:.300}"
            for name in before
            if before[name] != after[name]
        ]
    note(f"LibreOffice: {len(files)} DOCX saved again")
    assert wrong == [], f"{len(wrong)} differences\n" + "\n".join(wrong[:20])


def content(data: bytes) -> dict[str, Any]:
    """What must survive: text, headings with their level, points of lists with their depth, header rows."""
    file = docx.Document(BytesIO(data))
    body = file.element.body
    levels = {style.style_id: level for style in file.styles if (level := outline_level(style)) is not None}
    listed = {style.style_id for style in file.styles if style.element.find(f".//{qn('w:numPr')}") is not None}
    headings, points = [], []
    for paragraph in body.iter(qn("w:p")):
        properties = paragraph.find(qn("w:pPr"))
        style = paragraph.style if properties is not None else None
        text = squeezed("".join(node.text or "" for node in paragraph.iter(qn("w:t"))))
        if style in levels and text:
            headings.append((levels[style], text))
        elif properties is not None and (properties.numPr is not None or style in listed) and text:
            points.append(text)
    return {
        "text": squeezed(docx_text(data)),
        "headings": headings,
        "points of lists": points,
        "header rows": sum(1 for _ in body.iter(qn("w:tblHeader"))),
        "rows": sum(1 for _ in body.iter(qn("w:tr"))),
        "links": sum(1 for _ in body.iter(qn("w:hyperlink"))),
        "pictures": sum(1 for _ in body.iter(qn("wp:docPr"))),
    }


def outline_level(style: Any) -> int | None:
    """1 for the style of the highest headings, as Word counts them; None for other styles."""
    level = style.element.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
    return None if level is None or int(level.get(qn("w:val"))) > 8 else int(level.get(qn("w:val"))) + 1
