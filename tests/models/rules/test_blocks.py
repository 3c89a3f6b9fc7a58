"""Placeholders and holes: filled, left open, found again; never an error, whatever is written."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.models.rules.blocks import holes_in, placeholders_in, resolve

FACTS = {"vorsitz": "die Vorsitzende", "zeit": "18:05"}
HINTS = {"vorsitz": "die Vorsitzende|der Vorsitzende", "zeit": "Uhrzeit"}


def test_what_is_known_is_filled_and_what_is_not_is_a_hole() -> None:
    found = resolve("{vorsitz} eröffnet um {zeit} Uhr, {quatsch}.", FACTS, HINTS)
    assert found.text == "Die Vorsitzende eröffnet um 18:05 Uhr, [[quatsch]]."
    assert [hole.hint for hole in found.holes] == ["quatsch"]
    assert found.text[found.holes[0].start : found.holes[0].end] == "[[quatsch]]"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("{vorsitz} dankt.", "Die Vorsitzende dankt."),
        ("Das Los zieht {vorsitz}.", "Das Los zieht die Vorsitzende."),
        ("Ja. {vorsitz} dankt.", "Ja. Die Vorsitzende dankt."),
        ("Ja.\n\n{vorsitz} dankt.", "Ja.\n\nDie Vorsitzende dankt."),
        ("- {vorsitz} dankt.", "- Die Vorsitzende dankt."),
        ("Am 5. {vorsitz}", "Am 5. die Vorsitzende"),
        ("»Ja.« {vorsitz} dankt.", "»Ja.« Die Vorsitzende dankt."),
    ],
)
def test_a_sentence_begins_with_a_capital(text: str, shown: str) -> None:
    assert resolve(text, FACTS, HINTS).text == shown


def test_a_hole_at_the_start_of_a_sentence_offers_capitals() -> None:
    (hole,) = resolve("{vorsitz} dankt.", {}, HINTS).holes
    assert hole.choices == ("Die Vorsitzende", "Der Vorsitzende")


def test_what_is_kept_stays_for_later() -> None:
    found = resolve("{vorsitz} um {zeit}", FACTS, HINTS, keep={"zeit"})
    assert found.text == "Die Vorsitzende um {zeit}"
    assert placeholders_in(found.text) == ("zeit",)


def test_other_brackets_are_no_holes() -> None:
    assert [one.hint for one in holes_in("[eins] ⟦zwei⟧ [[vier [[fünf]] [[\n]]")] == ["fünf"]
    assert placeholders_in("{} { a } {A} {zeit} {zeit}") == ("zeit",)


_TEXT = st.text(alphabet=st.sampled_from("ab{}[]|¦⟦⟧\\.!? \n»«-5äzeit_"), max_size=60)


@settings(max_examples=150, deadline=None)
@given(text=_TEXT, facts=st.dictionaries(st.sampled_from(["zeit", "a", "b"]), _TEXT), keep=st.sets(st.just("a")))
def test_filling_never_fails_and_leaves_no_name_behind(text: str, facts: dict[str, str], keep: set[str]) -> None:
    found = resolve(text, facts, {}, keep)
    assert all(found.text[hole.start : hole.end].startswith("[[") for hole in found.holes)
    if not any("{" in value for value in facts.values()) and "{{" not in text:
        assert set(placeholders_in(found.text)) <= set(placeholders_in(text)) & (keep | set(facts)) | keep
