"""Where pages end: in minutes of a hundred pages no heading stands alone at a foot, whoever sets them."""

from pathlib import Path
from random import Random

import pytest

from desktop.export import pdf, word
from desktop.export.document import Block, Document, Heading, Paragraph, ParagraphRole, Run
from tests.export.samples import LONG, bullets, document, files, h, p, votes
from tests.proof.conftest import Note
from tests.proof.soffice import PDF, convert
from tests.proof.texts import feet

pytestmark = pytest.mark.proof


def long_minutes() -> Document:
    """Minutes of more than a hundred pages, so uneven that pages end at every kind of block."""
    random = Random(20261122)
    words = LONG.split()

    def text() -> Paragraph:
        return p(" ".join(words[: random.randrange(4, len(words))]))

    blocks: list[Block] = [h(1, "Niederschrift"), h(2, "I. Öffentlicher Teil")]
    for number in range(1, 151):
        blocks += [
            Heading(3, (Run(f"Ö {number} Änderung der Satzung über die Liegeplätze am Hafenbecken {number}"),)),
            p(f"Vorlage BV/2026/{number:04}", ParagraphRole.SUBTITLE, keep=True),
            *(text() for _ in range(random.randrange(0, 6))),
            *random.choice(([bullets()], [files()], [p("Pause", ParagraphRole.EVENT)], [text()])),
            h(4, "Beschluss:"),
            *random.choice(([text()], [bullets()], [votes()])),
            h(4, "Abstimmungsergebnis:"),
            votes(),
            p("☒ Einstimmig beschlossen", ParagraphRole.VERDICT, keep=True),
            p("Dafür: 15   Dagegen: --   Enthaltungen: --", ParagraphRole.TOTALS),
        ]
    return document(*blocks)


def test_no_heading_stands_alone_at_the_foot_of_a_page(tmp_path: Path, note: Note) -> None:
    (tmp_path / "a.docx").write_bytes(word.render(long_minutes()))
    ours, theirs = tmp_path / "a.pdf", convert([tmp_path / "a.docx"], PDF, tmp_path / "soffice")[0]
    ours.write_bytes(pdf.render(long_minutes()))
    for path in (ours, theirs):
        ends = feet(path)
        assert len(ends) >= 99
        assert [(leaf.page + 1, text) for leaf, text in ends if leaf.is_heading] == [], path
        note(f"{len(ends) + 1} pages of {'ours' if path is ours else 'LibreOffice'}: no heading alone at the foot")


def test_a_heading_at_the_foot_would_be_found(tmp_path: Path) -> None:
    """The end of a page that ends with a heading: a page break behind it."""
    from desktop.export.document import PageBreak

    path = tmp_path / "a.pdf"
    path.write_bytes(pdf.render(document(h(1, "Titel"), p("Text"), h(2, "Allein"), PageBreak(), p("Ende"))))
    assert [leaf.is_heading for leaf, _ in feet(path)] == [True]
