"""The table of actions against the key map of the desk, and against what keyboards can do."""

import re

import pytest
from PySide6.QtGui import QKeySequence

from desktop.ui.commands.actions import ACTIONS, key_label, twin

#: desk.md §2, key by key
DESK = {
    "F1": "show_keys",
    "F2": "speech",
    "F3": "motion",
    "F4": "vote",
    "Shift+F4": "election",
    "F5": "resolution",
    "Shift+F5": "adopt_proposal",
    "F6": "next_area",
    "Shift+F6": "previous_area",
    "F7": "presence",
    "F8": "procedure",
    "F9": "on_record",
    "F12": "read_aloud",
    "Ctrl+Return": "call_item",
    "Ctrl+PgUp": "previous_item",
    "Ctrl+PgDown": "next_item",
    "Ctrl+G": "goto_item",
    "Ctrl+Up": "previous_entry",
    "Ctrl+Down": "next_entry",
    "Alt+Left": "last_place",
    "Esc": "ready",
    "Esc, Esc": "ready_running",
    "Ctrl+T": "time_stamp",
    "Ctrl+K": "command",
    "Ctrl+S": "show_saved",
    "Ctrl+Shift+A": "export_item",
    "Ctrl+J": "run_on",
}


def test_the_desk_keys_do_what_the_desk_says() -> None:
    table = {keys: action.id for action in ACTIONS for keys in action.keys}
    assert {keys: table.get(keys) for keys in DESK} == DESK


@pytest.mark.parametrize("digit", "12345789")
def test_each_f_key_has_its_digit_as_twin(digit: str) -> None:
    table = {keys: action.slot for action in ACTIONS for keys in action.keys}
    assert table[f"Ctrl+{digit}"] == table[f"F{digit}"]
    found = twin(digit)
    assert found is not None
    assert found.slot == table[f"F{digit}"]


def test_no_key_is_given_twice() -> None:
    keys = [keys for action in ACTIONS for keys in action.keys]
    assert len(keys) == len(set(keys))
    assert len({action.id for action in ACTIONS}) == len(ACTIONS)


#: what keyboards write with Shift
SHIFTED = {
    "de": dict(zip("1234567890ß+#,.-<^", "!\"§$%&/()=?*';:_>°", strict=True)),
    "us": dict(zip("1234567890-=[];'\\,./`", '!@#$%^&*()_+{}:"|<>?~', strict=True)),
    "ch": dict(zip("1234567890',.-$<§", '+"*ç%&/()=?;:_£>°', strict=True)),
}


@pytest.mark.parametrize("layout", SHIFTED)
def test_no_two_keys_are_one_keystroke(layout: str) -> None:
    """Ctrl+: is Ctrl+Shift+. on German keyboards; Qt carries out neither of two."""
    plain = {sign: f"Shift+{key}" for key, sign in SHIFTED[layout].items()}
    strokes: dict[str, str] = {}
    for keys in (keys for action in ACTIONS for keys in action.keys):
        stroke = f"{keys[:-1]}{plain.get(keys[-1], keys[-1])}"
        assert stroke not in strokes, (keys, strokes[stroke])
        strokes[stroke] = keys


def test_no_key_is_taken_from_those_who_type_brackets_or_use_menus() -> None:
    for action in ACTIONS:
        for keys in action.keys:
            assert "AltGr" not in keys
            assert not ("Ctrl" in keys and "Alt" in keys), keys
            assert not re.search(r"Alt\+[A-Z]$", keys), keys


def test_every_key_is_one_that_qt_knows() -> None:
    for action in ACTIONS:
        for keys in action.keys:
            assert not QKeySequence(keys).isEmpty()
            assert QKeySequence(keys)[0].key() != 0x01FFFFFF


def test_keys_are_named_as_they_stand_on_german_keyboards() -> None:
    assert key_label("Ctrl+PgUp") == "Strg+Bild ↑"
    assert key_label("Shift+F4") == "Umschalt+F4"
    assert key_label("Ctrl++") == "Strg++"
    assert key_label("Esc, Esc") == "Esc Esc"
