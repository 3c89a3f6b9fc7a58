"""Settings that somebody else wrote: whatever stands there, the window is made."""

import json

from hypothesis import given
from hypothesis import strategies as st

from desktop.ui.commands.keypress import refusal
from desktop.ui.commands.shortcuts import Keys
from desktop.ui.kept import kept_object
from desktop.ui.looks.arrangement import _read

NAMES = st.sampled_from(["window", "columns", "part", "people", "vote", "command", "ready"])
LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(),
    st.sampled_from(["F4", "ctrl+g", "Ctrl+ü", "\ud800"]),
)
JSON = st.recursive(LEAVES, lambda inner: st.lists(inner) | st.dictionaries(NAMES, inner))


@given(JSON)
def test_any_json_is_read_as_what_can_be(value: object) -> None:
    text = json.dumps(value)
    for kept in _read(text).values():
        assert isinstance(kept, str) or all(type(one) is int and 0 <= one <= 100_000 for one in kept)
    keys = Keys()
    keys.restore(text, refusal)
    for name in ("vote", "command"):
        assert not any(refusal(one) for one in keys.of(name))


def test_what_is_no_object_is_empty() -> None:
    assert [kept_object(text) for text in (None, "", "[1]", "{", "[" * 100_000, '{"a": 1}')] == [{}] * 5 + [{"a": 1}]
