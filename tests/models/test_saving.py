"""The user's copies of house profiles: only what differs, remarks stay, nothing is written that does not load."""

import dataclasses
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.models.profiles import STANDARD, Label, ProfileError, ProfileProblem, load, names, saving, titles
from desktop.models.profiles.tables import Keys

TITLE = ("minutes", "office")
LISTED = ("minutes", "signatures")


def text(folder: Path, name: str = STANDARD) -> str:
    return saving.own_file(name, folder).read_text("utf-8")


def test_only_what_differs_is_written_and_what_goes_back_leaves_no_file(tmp_path: Path) -> None:
    folder = tmp_path / "profiles"
    saving.change(
        STANDARD, folder, {TITLE: "Der Rat von {body}", ("votes", "head"): saving.below(STANDARD)["votes", "head"]}
    )
    assert text(folder) == '[minutes]\noffice = "Der Rat von {body}"\n'
    assert load(STANDARD, folder).minutes.office == "Der Rat von {body}"
    assert saving.changed(STANDARD, folder) == {TITLE: "Der Rat von {body}"}
    saving.change(STANDARD, folder, {TITLE: None})
    assert not saving.own_file(STANDARD, folder).exists()


def test_what_was_written_by_hand_stays_as_it_stands(tmp_path: Path) -> None:
    by_hand = '# Abgestimmt mit Frau Kamp\ntitle = "Eiderfleth" # kurz\n\n[labels]\n# so!\nminutes = "Protokoll"\n'
    saving.own_file("eider", tmp_path).write_text(by_hand, "utf-8")
    saving.change("eider", tmp_path, {("labels", "extract"): "Protokollauszug", ("votes", "head"): False})
    saving.change("eider", tmp_path, {("labels", "extract"): None})
    assert text(tmp_path, "eider") == by_hand + "\n[votes]\nhead = false\n"


def test_lists_of_tables_replace_each_other_in_any_form(tmp_path: Path) -> None:
    by_hand = '[[minutes.signatures]]\nrole = "Vorsitz"\nsigner = "nobody"\n\n[votes]\nhead = false\n'
    saving.own_file("eider", tmp_path).write_text(by_hand, "utf-8")
    lines = [{"role": "Bürgermeisterin", "signer": "chair"}, {"role": "Protokoll", "signer": "minutes"}]
    saving.change("eider", tmp_path, {LISTED: lines})
    assert [line.role for line in load("eider", tmp_path).minutes.signatures] == ["Bürgermeisterin", "Protokoll"]
    saving.change("eider", tmp_path, {LISTED: [], TITLE: "Amt"})
    assert load("eider", tmp_path).minutes.signatures == ()
    assert load("eider", tmp_path).votes.head is False


def test_one_word_for_all_looks_can_give_way_in_one_of_them(tmp_path: Path) -> None:
    saving.own_file("eider", tmp_path).write_text('[votes]\nzero_total = "0"\nhead = false\n', "utf-8")
    saving.change("eider", tmp_path, {("votes", "zero_total", "druck"): "keine"})
    assert load("eider", tmp_path).votes.zero_total == {"druck": "keine", "allris3": "0", "allris4": "0"}


def test_a_look_gets_a_word_of_its_own_and_loses_it_again(tmp_path: Path) -> None:
    place = ("labels", "allris3", "agenda")
    saving.change(STANDARD, tmp_path, {place: "TO"})
    assert load(STANDARD, tmp_path).label(Label.AGENDA, "allris3") == "TO"
    saving.change(STANDARD, tmp_path, {place: None})
    assert saving.changed(STANDARD, tmp_path) == {}


def test_a_file_that_would_not_load_never_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    saving.change(STANDARD, tmp_path, {TITLE: "Amt"})
    before = text(tmp_path)
    with pytest.raises(ProfileError) as found:
        saving.change(STANDARD, tmp_path, {("numbering", "public"): "{nummer}"})
    assert (found.value.problem, found.value.key) == (ProfileProblem.BAD_VALUE, "numbering.public")
    assert found.value.file == saving.own_file(STANDARD, tmp_path)
    assert text(tmp_path) == before
    assert [file.name for file in tmp_path.iterdir()] == ["standard.toml"]


def test_a_broken_file_is_left_alone_and_can_be_put_aside(tmp_path: Path) -> None:
    saving.own_file(STANDARD, tmp_path).write_text("[votes\n", "utf-8")
    with pytest.raises(ProfileError):
        saving.change(STANDARD, tmp_path, {TITLE: "Amt"})
    assert text(tmp_path) == "[votes\n"
    aside = saving.put_aside(STANDARD, tmp_path)
    assert aside.read_text("utf-8") == "[votes\n"
    assert load(STANDARD, tmp_path) == load(STANDARD)
    assert names(tmp_path) == names()


def test_a_new_profile_says_what_its_source_says(tmp_path: Path) -> None:
    saving.change("moorwede", tmp_path, {("labels", "minutes"): "Protokoll"})
    name = saving.create("moorwede", "Stadt Öl & Süß", tmp_path)
    assert name == "stadt-oel-suess"
    assert titles(tmp_path)[name] == "Stadt Öl & Süß"
    made, source = load(name, tmp_path), load("moorwede", tmp_path)
    assert made == dataclasses.replace(source, name=name, title="Stadt Öl & Süß")
    assert made.labels[Label.MINUTES] == "Protokoll"
    assert saving.create("moorwede", "Stadt Öl & Süß", tmp_path) == "stadt-oel-suess-2"


def test_a_copy_comes_back_as_it_was(tmp_path: Path) -> None:
    saving.change(STANDARD, tmp_path, {TITLE: "Amt"})
    kept = saving.text_of(STANDARD, tmp_path)
    saving.restore(STANDARD, tmp_path, None)
    assert saving.text_of(STANDARD, tmp_path) is None
    saving.restore(STANDARD, tmp_path, kept)
    assert load(STANDARD, tmp_path).minutes.office == "Amt"


def _other(value: Any, words: str) -> Any:
    """A value of the same kind."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 1
    if isinstance(value, list):
        return value[:-1]
    return words


#: settings that take any text; patterns and names of closed sets do not
FREE = [here for here in saving.below(STANDARD) if here[0] in ("labels", "speech", "names")] + [
    here for here, value in saving.below(STANDARD).items() if not isinstance(value, str) and here[0] != "typography"
]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(FREE), st.text(st.characters(exclude_categories=["C"]))), min_size=1))
def test_any_settings_are_read_as_they_were_written_and_go_back_without_a_trace(
    tmp_path_factory: pytest.TempPathFactory, wanted: list[tuple[Keys, str]]
) -> None:
    folder = tmp_path_factory.mktemp("own")
    base = saving.below("moorwede")
    values = {here: _other(base[here], words) for here, words in wanted if here in base}
    saving.change("moorwede", folder, values)
    assert saving.changed("moorwede", folder) == {here: value for here, value in values.items() if value != base[here]}
    saving.change("moorwede", folder, dict.fromkeys(values))
    assert not saving.own_file("moorwede", folder).exists()
