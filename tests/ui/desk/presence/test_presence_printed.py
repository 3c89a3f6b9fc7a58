"""Who goes during an item is printed where it happened among the votes in its course."""

from pathlib import Path

import pytest

from desktop.models.values import Event, Motion, MotionType
from desktop.ui.desk.page import DeskPage
from desktop.ui.desk.procedure import course
from tests.ui.conftest import TestClock
from tests.ui.desk.voting.test_voteflow import desk, in_order, item, minutes  # noqa: F401
from tests.ui.keys import press, type_text


@pytest.mark.parametrize("minutes_later", [0, 2])
def test_who_goes_after_the_vote_on_an_amendment_goes_behind_it_in_print(
    desk: DeskPage,  # noqa: F811
    clock: TestClock,
    tmp_path: Path,
    minutes_later: int,
) -> None:
    desk._book.change(desk._book.meeting.key, start="2026-03-05T18:00:00+01:00")
    course.call_item(desk._book, item(desk, 2).key, clock.now())
    desk.show_item(item(desk, 2).key)
    motion = Motion(motion_type=MotionType.AMENDMENT, text="Mit Beleuchtung.", mover_name="SPD", at=None)
    desk._book.add(motion, item(desk, 2).key, "proceedings")
    for key in ("F4", "e", "Return"):
        press(key) if len(key) > 1 else type_text(key)
    clock.forward(minutes=minutes_later)
    press("F7")
    type_text("a1\n")
    assert isinstance(item(desk, 2).proceedings[-1], Event)
    printed = minutes(desk, tmp_path)
    assert in_order(printed, "Mit Beleuchtung.", "Einstimmig", "Frau Amsel1 (CDU) verlässt die Sitzung"), printed
