"""Stored text to what the editor shows and back: nothing is lost on the way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from desktop.models.clean import clean
from desktop.models.richtext import Run, parse
from desktop.ui.richtext.linedoc import fill, lines_of, new_document
from desktop.ui.richtext.lines import MOST_CELLS, Line, LineKind, LineWriter, joined, lines_from, text_from
from tests.strategies import texts

MARKUP = st.lists(
    st.sampled_from(
        [
            *("- a\n", "- b", "1. c\n", "2) d\n", "7) e\n", "  - f\n", "   - g\n", "* h\n", "+ i\n", "-\n", "1.\n"),
            *("### k\n", "### *l*\n", "# m\n", "\n", "\n\n", "    n\n", "| o | p |\n", "|---|:-:|\n", "| q |\n"),
            *("**r**", "*s*", "_t_", "\\", "\\*", "  \n", "\\\n", " ", "1\\. u", "- - v\n", "2. w\n\n   x\n", "😀"),
            *("§\u00a034", "⟦y¦z⟧", "\\⟦", "|", "&", "<", ">", "~~", "`", "\u00ad"),
        ]
    ),
    max_size=14,
).map("".join)


@given(st.one_of(texts(40), MARKUP))
def test_lines_say_the_same_as_the_text(text: str) -> None:
    assert parse(text_from(lines_from(text))) == parse(text)


@given(st.one_of(texts(40), MARKUP))
def test_a_document_keeps_the_lines(app: QApplication, text: str) -> None:
    lines = lines_from(clean(text))
    document = new_document(app.font())
    fill(document, lines)
    assert text_from(lines_of(document)) == text_from(lines)


def test_what_is_typed_stays_literal() -> None:
    line = Line(runs=(Run("1. Lesung der *innen – # 3, z. B. [§ 34] + 2"),))
    assert text_from([line]) == "1\\. Lesung der \\*innen – # 3, z. B. [§ 34] + 2"
    assert lines_from("1\\. Lesung") == [Line(runs=(Run("1. Lesung"),))]


def test_a_table_is_a_line_of_its_own() -> None:
    text = "| a | **b** |\n| --- | ---: |\n| 1 | 2 \\| 3 |"
    lines = lines_from(text)
    assert [line.kind for line in lines] == [LineKind.TABLE]
    assert text_from(lines) == text


def test_a_table_too_big_to_lay_out_is_shown_as_it_is_written() -> None:
    text = "| a | b |\n| --- | --- |" + "\n| 1 | 2 |" * MOST_CELLS
    lines = lines_from(text)
    assert {line.kind for line in lines} == {LineKind.RAW}
    assert text_from(lines) == text


@given(st.lists(MARKUP, min_size=2, max_size=4))
def test_what_is_remembered_is_what_is_written_anew(texts: list[str]) -> None:
    writer = LineWriter()
    for text in texts:
        assert writer.text(lines_from(clean(text))) == text_from(lines_from(clean(text)))


def test_points_of_two_lists_stay_apart() -> None:
    text = "- a\n- b\n\n* c\n\n5) d\n6) e"
    assert [line.start for line in lines_from(text)] == [1, None, 1, 5, None]
    assert parse(text_from(lines_from(text))) == parse(text)


@pytest.mark.parametrize(
    ("before", "after", "expected", "seam"),
    [
        ("Frau Muster", "fragt.", "Frau Muster fragt.", (0, 12)),
        ("Frau Muster ", "fragt.", "Frau Muster fragt.", (0, 12)),
        ("", "fragt.", "fragt.", (0, 0)),
        ("a\n\n**b**", "c\n\nd", "a\n\n**b** c\n\nd", (1, 2)),
        ("- a", "b", "- a b", (0, 2)),
        ("a", "- b", "a\n\n- b", (0, 1)),
    ],
)
def test_two_texts_are_joined_with_a_space(before: str, after: str, expected: str, seam: tuple[int, int]) -> None:
    lines, number, column = joined(lines_from(before), lines_from(after))
    assert text_from(lines) == expected
    assert (number, column) == seam
