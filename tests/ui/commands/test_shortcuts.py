"""The user's keys over the table: no key ever has two actions, and none is taken from those who write."""

import json
import re

import pytest
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from desktop.paths import resource
from desktop.ui.commands.actions import ACTIONS, BY_ID
from desktop.ui.commands.keypress import keys_of, refusal
from desktop.ui.commands.shortcuts import KEYS, Keys, is_fixed, keyed_text, label

FREE = [action.id for action in ACTIONS if not is_fixed(action)]
SOME = ("F3", "F4", "Ctrl+4", "F13", "Ctrl+K", "Ctrl+Ü", "Shift+F5", "Ctrl+Shift+1", "Alt+Left", "F6")
ACT = st.one_of(
    st.tuples(st.just("give"), st.sampled_from(FREE), st.sampled_from(SOME), st.integers(0, 2)),
    st.tuples(st.just("remove"), st.sampled_from(FREE), st.sampled_from(SOME)),
    st.tuples(st.just("reset"), st.sampled_from(["vote", "motion", "command", "show_people"])),
    st.tuples(st.just("reset_all")),
)


def in_force(keys: Keys) -> list[str]:
    return [
        QKeySequence(one).toString(QKeySequence.SequenceFormat.PortableText)
        for action in ACTIONS
        for one in keys.of(action.id)
    ]


@given(st.lists(ACT, max_size=12))
def test_whatever_is_changed_no_key_has_two_actions(acts: list[tuple[object, ...]]) -> None:
    keys = Keys()
    for name, *args in acts:
        getattr(keys, str(name))(*args)
        assert len(in_force(keys)) == len(set(in_force(keys)))
        if name == "give":
            assert keys.owner(str(args[1])) == BY_ID[str(args[0])]
        if name == "reset":
            assert not keys.is_changed(str(args[0]))
    again = Keys()
    again.restore(keys.kept(), refusal)
    assert in_force(again) == in_force(keys)


@given(
    st.dictionaries(st.sampled_from([one.id for one in ACTIONS]), st.lists(st.sampled_from([*SOME, "Del", "a", ""])))
)
def test_whatever_was_kept_no_key_has_two_actions(chosen: dict[str, list[str]]) -> None:
    keys = Keys()
    keys.restore(json.dumps(chosen), refusal)
    assert len(in_force(keys)) == len(set(in_force(keys)))
    assert keys.of("ready") == ("Esc",)
    assert keys.of("take_off") == ("Del",)
    assert not {"a", ""} & set(in_force(keys))


def test_the_table_itself_keeps_the_rules() -> None:
    keys = [keys for action in ACTIONS if not is_fixed(action) for keys in action.keys]
    assert {one: refusal(one) for one in keys if refusal(one)} == {}


@pytest.mark.parametrize(
    "keys",
    [
        *("a", "Shift+A", "1", "Ä", ",", "Space", "Return", "Shift+Return", "Tab", "Ctrl+Tab", "Esc", "Ctrl+Esc"),
        *("Backspace", "Del", "Up", "PgDown", "Shift+Home", "Ctrl+Alt+E", "Ctrl+Alt+Shift+F4", "Alt+D", "Alt+Shift+D"),
        *("Alt+1", "Alt+F4", "Shift+F10", "Meta+K", "Ctrl+C", "Ctrl+V", "Ctrl+X", "Ctrl+A", "Ctrl+Left", "Ctrl+Home"),
        *("Ctrl+F", "", "Ctrl+K, Ctrl+B"),
    ],
)
def test_what_is_text_or_the_computers_is_refused_with_a_reason(keys: str) -> None:
    assert refusal(keys)


@pytest.mark.parametrize(
    "keys", ["F4", "Shift+F9", "Ctrl+F12", "Ctrl+Ü", "Ctrl+Shift+1", "Ctrl+,", "Alt+Up", "Ctrl+Del"]
)
def test_what_is_free_may_be_given(keys: str) -> None:
    assert refusal(keys) == "" or keys == "Ctrl+Del"


def test_a_key_taken_over_comes_back_with_a_reset() -> None:
    keys = Keys()
    keys.give("motion", "F4", 1)
    assert keys.of("motion") == ("F3", "F4")
    assert keys.of("vote") == ("Ctrl+4",)
    keys.give("show_people", "F3", 0)
    assert keys.of("motion") == ("F4",)
    assert keys.reset("vote") == (BY_ID["motion"],)
    assert keys.of("vote") == ("F4", "Ctrl+4")
    assert keys.of("motion") == ()
    keys.reset_all()
    assert not any(keys.is_changed(action.id) for action in ACTIONS)


@pytest.mark.parametrize(
    "text", ["", None, "{", "[]", "3", '{"vote": 3}', '{"unknown": ["F4"]}', '{"vote": ["quatsch"]}']
)
def test_what_was_kept_and_is_no_key_does_no_harm(text: str | None) -> None:
    keys = Keys()
    keys.restore(text, refusal)
    assert keys.of("motion") == ("F3", "Ctrl+3")


@pytest.mark.parametrize(
    ("key", "name"),
    [
        (Qt.Key.Key_Slash, "Ctrl+/"),  # Ctrl+Shift+7 on a German keyboard
        (Qt.Key.Key_Udiaeresis, "Ctrl+Shift+Ü"),
        (Qt.Key.Key_F4, "Ctrl+Shift+F4"),
        (Qt.Key.Key_Dead_Acute, ""),
    ],
)
def test_a_key_press_is_named_as_qt_will_find_it(key: Qt.Key, name: str) -> None:
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    assert keys_of(QKeyEvent(QEvent.Type.KeyPress, key, held)) == name
    assert bool(refusal(name)) == (not name)


def test_what_shift_makes_of_a_key_of_the_table_is_not_free() -> None:
    assert refusal("Ctrl+:")
    assert refusal("Ctrl+>")


def test_texts_name_the_keys_of_the_user() -> None:
    assert keyed_text("{undo} holt {name} zurück", name="{vote}") == "Strg+Z holt {vote} zurück"
    try:
        KEYS.give("undo", "F13", 0)
        assert keyed_text("{undo}") == "F13"
        KEYS.remove("undo", "F13")
        assert label("undo") == "»Rückgängig«"
    finally:
        KEYS.reset_all()


#: keys that dialogs and lists have for themselves, whatever the user chose for the desk
OWN = ("Ctrl+Enter", "F2 or typing")


def test_no_text_names_a_key_that_the_user_can_change() -> None:
    keys = {one.replace("Return", "Enter") for action in ACTIONS if not is_fixed(action) for one in action.keys}
    named = re.compile(r"(?<![\w+–])(" + "|".join(map(re.escape, keys)) + r")(?![\w+–])")
    with resource("locale", "de", "LC_MESSAGES", "ui.po").open("rb") as file:
        catalogue = read_po(file, locale="de")
    ids = [one for message in catalogue for one in ([message.id] if isinstance(message.id, str) else message.id)]
    literal = {one for one in ids if named.search(one)}
    assert {one for one in literal if not any(own in one for own in OWN)} == set()


def test_every_placeholder_of_a_text_with_keys_is_an_action_in_each_language() -> None:
    for folder in resource("locale").iterdir():
        with (folder / "LC_MESSAGES" / "ui.po").open("rb") as file:
            catalogue = read_po(file, locale=folder.name)
        for message in catalogue:
            if isinstance(message.id, str) and isinstance(message.string, str) and message.string:
                asked = {name for name in re.findall(r"{(\w+)}", message.id) if name in BY_ID}
                assert {name for name in re.findall(r"{(\w+)}", message.string) if name in BY_ID} == asked, message.id
