"""In which order items are treated: bringing forward, putting back, calling out of order."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.models.rules import treatment
from desktop.models.rules.presence import treated_items
from desktop.models.values import AgendaItem, ItemStage, Meeting, ResultClass

NUMBERS = ("1", "2", "3", "3.1", "3.2", "4", "5")


def meeting(done: str = "", running: str = "", off: str = "", **orders: int | None) -> Meeting:
    """Items with their number as key; ``orders`` as treated_order, e.g. _4=3."""
    stages = dict.fromkeys(done.split(), ItemStage.DONE) | dict.fromkeys(running.split(), ItemStage.RUNNING)
    return Meeting(
        agenda=tuple(
            AgendaItem(
                key=one,
                number=one,
                stage=stages.get(one),
                treated_order=orders.get(f"_{one}"),
                result_class=ResultClass.REMOVED if one in off.split() else None,
            )
            for one in NUMBERS
        )
    )


def after(value: Meeting, orders: treatment.Orders) -> str:
    """The order in which items are treated once ``orders`` are written."""
    return " ".join(item.key for item in treated_items(written(value, orders)))


def written(value: Meeting, orders: treatment.Orders) -> Meeting:
    agenda = []
    for item in value.agenda:
        order = orders.get(item.key, item.treated_order)
        agenda.append(AgendaItem(key=item.key, number=item.number, stage=item.stage, treated_order=order))
    return Meeting(agenda=tuple(agenda))


@pytest.mark.parametrize(
    ("value", "block", "by", "expected"),
    [
        (meeting(), ["4"], -1, "1 2 4 3 3.1 3.2 5"),
        (meeting(), ["3", "3.1", "3.2"], 1, "1 2 4 3 3.1 3.2 5"),
        (meeting(), ["2"], 1, "1 3 3.1 3.2 2 4 5"),
        (meeting(), ["3.2"], -1, "1 2 3 3.2 3.1 4 5"),
        (meeting(off="3"), ["4"], -1, "1 4 2 3 3.1 3.2 5"),
        (meeting(done="1", running="2"), ["3", "3.1", "3.2"], -1, None),
        (meeting(), ["1"], -1, None),
        (meeting(), ["5"], 1, None),
        (meeting(_4=3), ["4"], 1, "1 2 3 3.1 3.2 4 5"),
    ],
)
def test_an_item_changes_places_with_its_neighbour(value: Meeting, block: list[str], by: int, expected: str) -> None:
    orders = treatment.shifted(value, block, by)
    assert (after(value, orders) if orders else None) == expected


def test_back_in_its_place_nothing_is_said() -> None:
    assert treatment.shifted(meeting(_4=3), ["4"], 1) == {"4": None}


@pytest.mark.parametrize(
    ("value", "key", "expected"),
    [
        (meeting(done="1", running="2"), "3", {}),
        (meeting(done="1", running="2"), "3.1", {}),  # the heading above it is none that has its turn
        (meeting(done="1", running="2"), "4", {"4": 3}),
        (meeting(done="1", running="2", off="3 3.1 3.2"), "4", {}),
        (meeting(), "4", {}),
        (meeting(done="1 4", running="2", _4=2), "1", {}),
        (meeting(running="3"), "1", {"1": 3}),
    ],
)
def test_what_is_called_before_its_turn_was_brought_forward(value: Meeting, key: str, expected: dict[str, int]) -> None:
    assert treatment.called(value, key) == expected


def test_after_an_item_out_of_order_the_others_have_their_turn() -> None:
    value = meeting(done="1 2", running="4", _4=3)
    following = treatment.next_of(value, "4")
    assert following is not None
    assert following.key == "3"
    assert treatment.next_of(meeting(done="1 2 3 3.1 3.2 4", running="5"), "5") is None


def test_at_the_end_nothing_was_brought_forward_before_what_was_never_called() -> None:
    assert treatment.settled(meeting(done="1 2 4 5", _4=3)) == {"4": None}
    assert treatment.settled(meeting(done="1 2 3 3.1 3.2 4 5", _4=3)) == {}


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(NUMBERS), st.integers(0, 6)), max_size=6))
def test_whatever_is_put_anywhere_is_treated_there(acts: list[tuple[str, int]]) -> None:
    value = meeting()
    for key, place in acts:
        wanted = [one.key for one in treated_items(value) if one.key != key]
        wanted.insert(place, key)
        value = written(value, treatment.put(value, [key], place))
        assert [one.key for one in treated_items(value)] == wanted
    if [one.key for one in treated_items(value)] == list(NUMBERS):
        assert all(one.treated_order is None for one in value.agenda)
