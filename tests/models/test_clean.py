"""What typed text is cleaned of, and what a file is refused for."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.clean import clean, first_forbidden


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("a\tb", "a\tb"),
        ("Zeile\x0bZeile\u2028Absatz\u2029Ende", "Zeile\nZeile\nAbsatz\nEnde"),
        ("a\x00b\x07c\x1bd\x7fe\x9ff", "abcdef"),
        ("mu\u0308ller", "m\u00fcller"),
        ("u\x00\u0308", "\u00fc"),
        ("a\ud83db\ufffec\ufdd0d\U0010ffffe", "abcde"),
        ("a\u202eb\u2066c\u2069d", "abcd"),
        ("10\u00a0Uhr, Ab\u00adstim\u00admung", "10\u00a0Uhr, Ab\u00adstim\u00admung"),
        ("\U0001f469\u200d\U0001f692", "\U0001f469\u200d\U0001f692"),
        ("\u2764\ufe0f\u200d\U0001f525", "\u2764\ufe0f\u200d\U0001f525"),
        ("\U0001f469\U0001f3fd\u200d\U0001f692", "\U0001f469\U0001f3fd\u200d\U0001f692"),
        ("Rat\u200dhaus \U0001f469\u200d", "Rathaus \U0001f469"),
        ("*innen \\* 1. ⟦x¦y⟧", "*innen \\* 1. ⟦x¦y⟧"),
    ],
)  # fmt: skip
def test_typed_text(typed: str, stored: str) -> None:
    assert clean(typed) == stored


@given(st.text(st.characters(exclude_categories=[])))
def test_clean_text_is_clean(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert first_forbidden(once) is None
    assert unicodedata.is_normalized("NFC", once)
    assert "\r" not in once


@given(st.text(st.characters(categories=["L", "N", "P", "S", "Zs"])))
def test_ordinary_text_is_only_composed(text: str) -> None:
    assert clean(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("text", ["", "a\r\n\tb", "\u00a0\u00ad\u202e\u200d\u2028", "\ue000", "\ufeff"])
def test_what_a_file_may_carry(text: str) -> None:
    assert first_forbidden(text) is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("ab\x07c\x08", (2, "U+0007")),
        ("\x7f", (0, "U+007F")),
        ("a\x80", (1, "U+0080")),
        ("\udc00", (0, "U+DC00")),
        ("\ufdef", (0, "U+FDEF")),
        ("\U0001ffff", (0, "U+1FFFF")),
        ("\U0010fffe", (0, "U+10FFFE")),
    ],
)
def test_what_a_file_is_refused_for(text: str, place: tuple[int, str]) -> None:
    assert first_forbidden(text) == place


def test_letters_stuck_together_in_a_pdf_are_letters_again() -> None:
    assert clean("Be\ufb02aggung der Schi\ufb00e") == "Beflaggung der Schiffe"
