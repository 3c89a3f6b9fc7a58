"""Which characters can be printed, and what stands for those that cannot."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase.ttfonts import TTFontFile

from desktop.export.fonts import font_file
from desktop.export.glyphs import Face, covered, pieces, replace_uncovered
from desktop.models.profiles import Typeface
from desktop.paths import resource


@pytest.mark.parametrize("char", "aßẞÄéŁő„“”‚‘’…–—€§°²½·\t\n \u00a0\u202f\u00adαΩЖя☐☒✓⟨⟩→≤😀👍🏽")
def test_what_minutes_need_is_covered(char: str) -> None:
    assert covered(char)


@pytest.mark.parametrize("char", "中あשم\u0000\u0007\u009f\u202e\ud800\ufffe\ue000\u2028ກ")
def test_what_no_font_draws_rightly_is_not_covered(char: str) -> None:
    assert not covered(char)


def test_an_uncovered_character_prints_as_its_number_and_is_named() -> None:
    assert replace_uncovered("Grüße aus 中国 ☒") == ("Grüße aus ⟨U+4E2D⟩⟨U+56FD⟩ ☒", frozenset("中国"))


def test_covered_text_stays_and_is_composed() -> None:
    assert replace_uncovered("Gru\u0308ße 😀") == ("Grüße 😀", frozenset())


@given(st.text())
def test_whatever_is_replaced_is_covered_then(text: str) -> None:
    replaced, missing = replace_uncovered(text)
    assert all(map(covered, replaced))
    assert all(not covered(char) for char in missing)


@given(st.text(st.sampled_from("aé ☐✓😀👍\u200d\ufe0f\u0301Ж\n")))
def test_pieces_join_to_the_text(text: str) -> None:
    cut = pieces(text)
    assert "".join(part for _, part in cut) == text
    assert all(left != right for (left, _), (right, _) in pairwise(cut))


def test_symbols_come_from_the_symbol_font_and_pictures_from_the_emoji_font() -> None:
    assert [face for face, _ in pieces("☑a😀")] == [Face.SYMBOLS, Face.TEXT, Face.EMOJI]


@given(st.text(st.characters(exclude_categories=["Cs"]).filter(covered)))
def test_each_piece_can_be_drawn_by_its_font(text: str) -> None:
    replaced, _ = replace_uncovered(text)
    for face, part in pieces(replaced):
        glyphs = TTFontFile(str(resource("fonts", face)), charInfo=1).charToGlyph
        hints = "\t\n\u200b\u200c\u200d\u200e\u200f\u2060\ufe0e\ufe0f\ufeff\u00ad"
        assert all(ord(char) in glyphs or char in hints or char.isspace() for char in part), (face, part)


def test_the_other_styles_of_the_text_font_draw_the_same() -> None:
    upright = TTFontFile(str(resource("fonts", Face.TEXT)), charInfo=1).charToGlyph.keys()
    for style in ("Bold", "Italic", "BoldItalic"):
        font = TTFontFile(str(resource("fonts", f"LiberationSans-{style}.ttf")), charInfo=1)
        assert font.charToGlyph.keys() == upright


@pytest.mark.parametrize("typeface", Typeface)
@pytest.mark.parametrize(("bold", "italic"), [(False, False), (True, False), (False, True), (True, True)])
def test_every_style_of_both_typefaces_draws_the_same(typeface: Typeface, bold: bool, italic: bool) -> None:
    font = TTFontFile(str(font_file(Face.TEXT, bold, italic, typeface)), charInfo=1)
    drawn = {code for code in range(0x21, 0x3000) if chr(code).isprintable() and pieces(chr(code))[0][0] is Face.TEXT}
    needed = {code for code in drawn if covered(chr(code)) and not unicodedata.combining(chr(code))}
    assert needed - set(font.charToGlyph) == set()
