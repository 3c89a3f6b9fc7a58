"""Numbers of agenda items."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.rules.numbering import (
    TooDeepError,
    counted_through,
    display,
    level,
    next_number,
    number_between,
    parent_number,
    parents,
    printed,
    renumbered,
    steps,
)
from desktop.models.values import AgendaItem, ItemKind
from desktop.models.values.phrases import Numbering


def item(number: str | None, *, public: bool = True, kind: ItemKind | None = None, key: str = "") -> AgendaItem:
    return AgendaItem(key=key or f"{public}-{number}", number=number, name="Punkt", public=public, kind=kind)


@pytest.mark.parametrize(
    ("number", "found", "stands_on", "above"),
    [
        ("4", ((4, ""),), 1, None),
        ("4.17", ((4, ""), (17, "")), 2, "4"),
        ("4.17.1", ((4, ""), (17, ""), (1, "")), 3, "4.17"),
        ("5a", ((5, "a"),), 1, None),
        ("3.2b", ((3, ""), (2, "b")), 2, "3"),
        ("C", (), 1, None),
        ("II.3", (), 1, None),
        ("1.2.3.4", (), 1, None),
        ("3.", (), 1, None),
        ("٣", (), 1, None),
        ("9" * 5000, (), 1, None),
        ("", (), 1, None),
        (None, (), 1, None),
    ],
)
def test_levels(number: str | None, found: object, stands_on: int, above: str | None) -> None:
    assert steps(number) == found
    assert level(number) == stands_on
    assert parent_number(number) == above


@pytest.mark.parametrize(
    ("number", "public", "shown"),
    [
        ("3.2", True, "Ö 3.2"),
        ("1", False, "N 1"),
        ("5a", True, "Ö 5a"),
        ("C", True, "Ö C"),
        ("Ö 7", True, "Ö 7"),
        ("N3", False, "N3"),
        ("Nachtrag 1", True, "Ö Nachtrag 1"),
        (None, True, ""),
        ("", False, ""),
    ],
)
def test_display(number: str | None, public: bool, shown: str) -> None:
    assert display(number, public) == shown


def test_nesting_follows_the_number_within_its_part() -> None:
    agenda = [item("4", kind=ItemKind.DIVIDER), item("4.17"), item("4.17.1"), item("6.1"), item("4.1", public=False)]
    assert parents(agenda) == {"True-4.17": "True-4", "True-4.17.1": "True-4.17"}


@pytest.mark.parametrize(
    ("numbers", "public", "below", "free"),
    [
        ([], True, None, "1"),
        (["1", "2", "5"], True, None, "6"),
        (["1", "2", "5"], False, None, "1"),
        (["1", "1.1", "1.2", "1.2.7"], True, "1", "1.3"),
        (["1", "1.1"], True, "1.1", "1.1.1"),
        (["1", "5a", "C"], True, None, "6"),
    ],
)
def test_next_number(numbers: list[str], public: bool, below: str | None, free: str) -> None:
    assert next_number([item(number) for number in numbers], public=public, below=below) == free


def test_there_is_no_fourth_level_and_nothing_below_an_override() -> None:
    with pytest.raises(TooDeepError):
        next_number([], public=True, below="1.2.3")
    with pytest.raises(ValueError, match="C"):
        next_number([], public=True, below="C")


@pytest.mark.parametrize(
    ("numbers", "after", "between"),
    [
        (["1", "5", "6"], "5", "5a"),
        (["1", "5", "5a", "6"], "5", "5b"),
        (["1", "5", "5a", "6"], "5a", "5b"),
        (["3.2", "3.3"], "3.2", "3.2a"),
        (["1", "C"], "C", "2"),
        ([f"1{letter}" for letter in "abcdefghijklmnopqrstuvwxyz"], "1z", "2"),
    ],
)
def test_a_number_in_between_leaves_the_rest_alone(numbers: list[str], after: str, between: str) -> None:
    agenda = [item(number) for number in numbers]
    assert number_between(agenda, agenda[numbers.index(after)]) == between


def test_renumbering_closes_gaps_in_each_part_and_keeps_levels_overrides_and_dividers() -> None:
    agenda = [
        item("2", key="a"),
        item("2.5", key="b"),
        item("2.5.1", key="c"),
        item(None, kind=ItemKind.DIVIDER, key="d"),
        item("7a", key="e"),
        item("9", kind=ItemKind.DIVIDER, key="f"),
        item("9.1.1", key="g"),
        item("C", key="h"),
        item(None, key="i"),
        item("4", public=False, key="j"),
    ]
    assert renumbered(agenda) == {
        "a": "1",
        "b": "1.1",
        "c": "1.1.1",
        "e": "2",
        "f": "3",
        "g": "3.1",
        "i": "4",
        "j": "1",
    }


NUMBERS = st.lists(st.sampled_from(["1", "2", "3", "2.1", "2.2", "2.2.1", "5a", "C", None]), max_size=12)


@given(NUMBERS, st.booleans())
def test_the_next_number_is_free_and_renumbering_settles(numbers: list[str | None], public: bool) -> None:
    agenda = [item(number, public=public, key=str(index)) for index, number in enumerate(numbers)]
    assert next_number(agenda, public=public) not in numbers
    assert all(number_between(agenda, one) not in numbers for one in agenda)
    again = [item(renumbered(agenda).get(one.key, one.number), public=public, key=one.key) for one in agenda]
    assert renumbered(again) == renumbered(agenda)
    assert len(set(renumbered(agenda).values())) == len(renumbered(agenda))
    assert sorted(counted := [steps(one.number) for one in again if steps(one.number)]) == counted


def test_counted_through_knows_numbers_with_a_leading_zero() -> None:
    agenda = [AgendaItem(key=number, number=number) for number in ("01", "02.1")]
    assert counted_through(agenda) == {"01": "1", "02.1": "2.1"}


def test_counted_through_all_parts_gaps_letters_and_levels_stay() -> None:
    agenda = [
        item("1", key="a"),
        item("2", key="b"),
        item("2.1", key="c"),
        item("5", key="d"),
        item("5a", key="e"),
        item(None, kind=ItemKind.DIVIDER, key="f"),
        item("1", public=False, key="g"),
        item("2.3", public=False, key="h"),
        item("C", public=False, key="i"),
        item("6", key="j"),
    ]
    assert counted_through(agenda) == {
        "a": "1",
        "b": "2",
        "c": "2.1",
        "d": "5",
        "e": "5a",
        "g": "6",
        "h": "7.3",
        "j": "8",
    }


@given(NUMBERS, NUMBERS)
def test_counted_through_no_two_items_have_one_number(public: list[str | None], closed: list[str | None]) -> None:
    agenda = [item(number, key=f"o{number}") for number in dict.fromkeys(public)]
    agenda += [item(number, public=False, key=f"n{number}") for number in dict.fromkeys(closed)]
    found = counted_through(agenda)
    assert set(found) == {one.key for one in agenda if steps(one.number)}
    assert len(set(found.values())) == len(found)


@pytest.mark.parametrize(
    ("number", "public", "shown"),
    [("3.2", True, "TOP 3.2"), ("1", False, "NÖ 1"), (None, True, ""), ("Ö 4", True, "Ö 4"), ("N 4", True, "N 4")],
)
def test_a_number_is_printed_as_the_house_writes_it(number: str | None, public: bool, shown: str) -> None:
    style = Numbering(public="TOP {number}", nonpublic="NÖ {number}", mention="{number}", continuous=False)
    assert printed(number, public, style) == shown
