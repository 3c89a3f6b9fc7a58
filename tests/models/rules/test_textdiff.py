"""Comparing wordings: nothing is lost, and small changes stay small."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.models.rules.textdiff import Fate, Piece, compare


def test_only_the_word_that_changed_is_marked() -> None:
    pieces = compare("Der Ausschuss beschließt 100 Bänke.", "Der Ausschuss beschließt 120 neue Bänke.")
    assert pieces == (
        Piece("Der Ausschuss beschließt ", Fate.SAME),
        Piece("100", Fate.GONE),
        Piece("120 neue", Fate.NEW),
        Piece(" Bänke.", Fate.SAME),
    )


@given(st.text("ab c\nÄ.", max_size=60), st.text("ab c\nÄ.", max_size=60))
def test_the_pieces_give_both_wordings_back(before: str, after: str) -> None:
    pieces = compare(before, after)
    assert "".join(one.text for one in pieces if one.fate is not Fate.NEW) == before
    assert "".join(one.text for one in pieces if one.fate is not Fate.GONE) == after
    assert all(one.text for one in pieces)


def test_a_long_text_is_compared_by_lines() -> None:
    lines = [f"Zeile {number} mit einigen Wörtern\n" for number in range(1000)]
    changed = [*lines[:500], "neu\n", *lines[501:]]
    pieces = compare("".join(lines), "".join(changed))
    assert [one.text for one in pieces if one.fate is Fate.NEW] == ["neu\n"]
    assert [one.text for one in pieces if one.fate is Fate.GONE] == [lines[500]]
