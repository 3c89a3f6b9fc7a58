"""Documents of a long agenda cost no more than those of a short one. Steps are counted, no time is taken."""

import sys
from collections.abc import Callable
from functools import partial

import pytest

from desktop.export.compose import Composer, Kind
from desktop.export.document import Look
from desktop.models.profiles import load
from desktop.models.values import Edition
from tests.export.compose.tools import CREATED, edition, item

STANDARD = load("standard")


def calls(work: Callable[[], object]) -> int:
    """How many calls of functions some work takes; a run before fills the caches."""
    work()
    count = 0

    def watch(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(watch)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def agenda(length: int, *, moved: bool = False) -> Edition:
    items = (item(f"i{n}", str(n), treated_order=length - n if moved else None) for n in range(length))
    return edition(*items)


@pytest.mark.parametrize(("kind", "wanted"), [(Kind.AUSZUG, {"item": "i1"}), (Kind.VORLAGE, {"paper": "p1"})])
def test_one_item_or_paper_takes_the_same_steps_in_any_agenda(kind: Kind, wanted: dict[str, str]) -> None:
    composers = [Composer(agenda(length), Look.ALLRIS4, STANDARD, CREATED) for length in (10, 300)]
    short, long = (calls(partial(composer.compose, kind, **wanted)) for composer in composers)
    assert short == long


def test_remarks_on_the_order_take_the_same_steps_for_each_item() -> None:
    def steps(length: int) -> int:
        made = agenda(length, moved=True)
        return calls(lambda: Composer(made, Look.DRUCK, STANDARD, CREATED).compose(Kind.NIEDERSCHRIFT))

    assert steps(200) < 2.1 * steps(100)
