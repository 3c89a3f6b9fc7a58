"""Lines: nothing is lost, nothing is wider than the room, and words are only cut where they are longer than a line."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.export.fonts import font_name
from desktop.export.pdf.lines import Ink, broken
from desktop.export.pdf.tags import Element, Tag

_PLAIN = Ink(font_name(), 11, Element(Tag.PARAGRAPH))
_BOLD = Ink(font_name(bold=True), 11, Element(Tag.PARAGRAPH))


def lines(*stretches: tuple[str, Ink], width: float = 200) -> list[str]:
    return ["".join(piece.text for piece in line.pieces) for line in broken(stretches, width)]


def test_a_word_of_two_inks_stays_together() -> None:
    assert lines(("wir Grundstücks", _PLAIN), ("angelegenheiten", _BOLD), (" x", _PLAIN), width=152) == [
        "wir ",
        "Grundstücksangelegenheiten ",
        "x",
    ]


def test_line_breaks_make_lines_also_empty_ones() -> None:
    assert lines(("a\n\nb\n", _PLAIN)) == ["a ", "", "b ", ""]
    assert lines(("", _PLAIN)) == []
    assert lines(("\n", _PLAIN)) == ["", ""]


@given(st.text("ab \nÄW", max_size=300), st.integers(20, 300))
def test_no_line_is_too_wide_and_no_letter_is_lost(text: str, width: int) -> None:
    found = broken([(text, _PLAIN)], width)
    joined = "".join(piece.text for line in found for piece in line.pieces)
    assert joined.replace(" ", "") == text.replace(" ", "").replace("\n", "")
    assert all(line.width <= width + 0.01 for line in found)
