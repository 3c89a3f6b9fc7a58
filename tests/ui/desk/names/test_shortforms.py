"""Short forms are proposed from names: unique, and stable while guests come."""

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.ui.desk.names.shortforms import proposals

NAMES = st.lists(st.text(alphabet="abmuüs", min_size=1, max_size=6).map(str.capitalize), max_size=12)


def pairs(names: list[str], start: int = 0) -> list[tuple[str, str]]:
    return [(str(number), name) for number, name in enumerate(names, start)]


@pytest.mark.parametrize(
    ("names", "forms"),
    [
        (["Müller", "Muster"], {"0": "mü", "1": "mu"}),
        (["Muster", "Mustermann", "Amsel"], {"1": "musterm", "2": "am"}),
        (["Alt", "Alt"], {}),
        (["von der Heide", "Volkmann"], {"0": "von", "1": "vol"}),
        (["Ö"], {}),
    ],
)
def test_the_shortest_beginning_that_means_only_one(names: list[str], forms: dict[str, str]) -> None:
    assert proposals(pairs(names), []) == forms


@settings(max_examples=60)
@given(NAMES, NAMES, NAMES)
def test_a_guest_takes_nobodys_short_form(members: list[str], guests: list[str], later: list[str]) -> None:
    before = proposals(pairs(members), pairs(guests, 100))
    after = proposals(pairs(members), pairs(guests + later, 100))
    assert after | before == after
    assert len(set(after.values())) == len(after)
    assert all(len(form) > 1 and not set(form) & set(string.whitespace) for form in after.values())
