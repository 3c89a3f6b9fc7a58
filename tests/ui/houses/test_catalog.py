"""What can be set in a house profile: all of it has a German name and an explanation."""

from collections import Counter

from desktop.export.placeholders import Placeholder
from desktop.models.profiles import STANDARD, saving
from desktop.ui.houses.catalog import Kind, groups, placeholder_words
from desktop.ui.houses.examples import example


def test_every_setting_stands_in_one_group_under_a_name_of_its_own() -> None:
    named = [place for group in groups() for one in group.settings for place in one.places]
    shipped = {place for place in saving.below(STANDARD) if place[0] != "labels"}
    assert shipped - set(named) == set()
    assert {place for place in saving.below(STANDARD) if place[0] == "labels"} <= set(named)
    assert [place for place, times in Counter(named).items() if times > 1] == []
    assert [group.name for group in groups() if group.name.startswith("Weitere")] == []
    names = Counter((group.name, one.name) for group in groups() for one in group.settings)
    assert [name for name, times in names.items() if times > 1] == []


def test_choices_and_columns_have_words() -> None:
    for group in groups():
        for one in group.settings:
            assert one.help, one.key
            if one.kind in (Kind.CHOICE, Kind.TICKS):
                assert [value for value, words in one.choices if value == words] == [], one.key
            assert [name for name, title, _choices in one.columns if name == title] == []


def test_words_of_settings_are_found_in_the_documents_they_are_shown_in() -> None:
    labels = {place[1] for place in saving.below(STANDARD) if place[0] == "labels"}
    found = {label for group in groups() for one in (group, *group.settings) for label in one.find.split()}
    assert found - labels == {"last"}


def test_every_placeholder_of_a_template_is_explained() -> None:
    assert set(placeholder_words()) == set(Placeholder)


def test_patterns_show_what_they_give() -> None:
    assert example(("formats", "date"), "EEE, d. MMMM y", frozenset()) == "Do., 5. März 2026"
    assert example(("formats", "time"), "HH.mm", frozenset()) == "18.05"
    assert example(("numbering", "public"), "TOP {number}", frozenset({"number"})) == "TOP 3.2"
    assert example(("numbering", "public"), "TOP {", frozenset({"number"})) == ""
