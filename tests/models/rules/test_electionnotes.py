"""Lines of an election's text that have no field of their own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.rules.electionnotes import Note, places_of, places_words, read

LINES = st.text(st.characters(codec="utf-8", exclude_characters="\n\r"), min_size=1)


@given(st.dictionaries(st.sampled_from(Note), LINES), st.text())
def test_what_is_noted_is_read_again(lines: dict[Note, str], rest: str) -> None:
    notes = read(rest)
    for note, value in lines.items():
        notes = notes.having(note, value)
    again = read(notes.text())
    assert all(again.get(note) == value for note, value in lines.items())
    assert again.rest == notes.rest


@given(st.text(min_size=1))
def test_a_text_from_elsewhere_is_left_alone(text: str) -> None:
    assert read(text).text() == text or any(text.startswith(note) for note in Note)


def test_a_line_goes_and_the_rest_stays() -> None:
    text = "Stimmenzählung: Frau Beispiel\n\nSie dankt.\n\nAlle gratulieren."
    notes = read(text)
    assert (notes.get(Note.TELLERS), notes.rest) == ("Frau Beispiel", "Sie dankt.\n\nAlle gratulieren.")
    assert notes.text() == text
    assert notes.having(Note.TELLERS, "").text() == "Sie dankt.\n\nAlle gratulieren."
    assert read(None).text() is None


@pytest.mark.parametrize(("places", "words"), [(None, ""), (1, "1 Sitz"), (7, "7 Sitze")])
def test_seats_are_noted_in_words(places: int | None, words: str) -> None:
    assert places_words(places) == words
    assert places_of(read(None).having(Note.PLACES, words)) == places
