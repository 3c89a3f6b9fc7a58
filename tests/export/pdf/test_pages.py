"""Pages: what belongs together stays together, and no page is left half empty for it."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.export import pdf
from desktop.export.document import Block, Look, PageBreak, ParagraphRole, Scope, Table, TableRole, cell
from tests.export.pdf.reading import Part, read
from tests.export.samples import LONG, bullets, document, h, p, signatures, votes

_HELD = "Aufträge:"


def last_on_pages(data: bytes) -> list[Part]:
    """For each page the element drawn last on it."""
    found = read(data)
    last: dict[int, tuple[int, Part]] = {}
    for order, part in enumerate(found.root.walk()):
        for kid in part.kids:
            if isinstance(kid, tuple):
                last[kid[0]] = max(last.get(kid[0], (-1, part)), (order, part), key=lambda one: one[0])
    return [last[page][1] for page in sorted(last)]


def table(random: Random) -> Table:
    head = (cell("Kopf", Scope.COLUMN), cell("Wert", Scope.COLUMN))
    rows = [
        (cell(f"Zeile {row}"), cell(LONG[: random.randint(1, 300)])) for row in range(random.choice((1, 4, 12, 40)))
    ]
    role = random.choice((TableRole.GRID, TableRole.LIST, TableRole.FIELDS))
    return Table((head, *rows), "T", (1.0, 3.0), role, random.choice((0, 1)))


def item(random: Random, number: int) -> list[Block]:
    """An item of minutes: headings, text, a list or a table under a line that announces it."""
    texts: list[Block] = [p(LONG[: random.randint(20, len(LONG))] * random.choice((1, 1, 3))) for _ in range(3)]
    under = random.choice((bullets(), votes(), table(random), p("ein Satz"), p(LONG * 2, ParagraphRole.QUOTE)))
    held = [p(_HELD, ParagraphRole.CAPTION, keep=True)] * random.choice((1, 1, 2))
    return [
        h(3, f"Ö {number} " + LONG[: random.randint(5, 120)]),
        *random.sample(texts, random.randint(0, 3)),
        *random.choice(([], [h(4, "Beschluss:")])),
        *held,
        under,
    ]


@given(st.randoms(use_true_random=False), st.sampled_from(Look))
@settings(max_examples=8)
def test_no_heading_stands_alone_at_the_foot(random: Random, look: Look) -> None:
    blocks = [block for number in range(18) for block in item(random, number)]
    for part in last_on_pages(pdf.render(document(h(1, "Niederschrift"), *blocks, look=look))):
        assert part.tag[0] != "H"
        assert part.text().strip() != _HELD


def test_a_larger_table_is_broken_rather_than_half_a_page_left_empty() -> None:
    head = (cell("Kopf", Scope.COLUMN), cell("Wert", Scope.COLUMN))
    rows = tuple((cell(f"Zeile {row}"), cell(LONG[:100])) for row in range(12))
    blocks = (*[p("Zeile")] * 20, Table((head, *rows), "T", (1.0, 1.0), TableRole.GRID, 1))
    first, second = last_on_pages(pdf.render(document(*blocks)))
    assert first.tag == second.tag == "TD"


@pytest.mark.parametrize("lines", [24, 26, 27, 28])
@pytest.mark.parametrize("small", range(4))
def test_no_row_stands_alone_beside_a_break(lines: int, small: int) -> None:
    rows = tuple((cell(f"Zeile {row}"), cell("x")) for row in range(8))
    head = (cell("Kopf", Scope.COLUMN), cell("Wert", Scope.COLUMN))
    above = [*[p("a")] * lines, *[p("a", ParagraphRole.SMALL)] * small]
    found = read(pdf.render(document(*above, Table((head, *rows), "T", (1.0, 1.0), TableRole.LIST, 1))))
    for marks in found.marks:
        assert sum(tag == "TD" for tag, _ in marks) not in {2, 14}


def test_signatures_follow_what_they_sign() -> None:
    found = read(pdf.render(document(*[p("Zeile")] * 29, p("Für die Richtigkeit", keep=True), signatures())))
    assert len(found.marks[-1]) > 2


def test_a_page_break_lets_a_heading_stand() -> None:
    last = last_on_pages(pdf.render(document(h(1, "Teil"), PageBreak(), p("a"))))
    assert [part.tag for part in last] == ["H1", "P"]
