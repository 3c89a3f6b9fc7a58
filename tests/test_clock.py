"""The clock and the times of session files."""

from datetime import date, datetime, timedelta

import pytest

from desktop.clock import BERLIN, SystemClock, parse_date, parse_moment, stamp


def test_the_clock_of_the_machine_is_aware_and_in_berlin() -> None:
    now = SystemClock().now()
    assert now.tzinfo is BERLIN
    assert abs(now - datetime.now(BERLIN)) < timedelta(seconds=5)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("2026-03-05T18:42:07+01:00", "2026-03-05T18:42:07+01:00"),
        ("2026-07-01T18:00:00+02:00", "2026-07-01T18:00:00+02:00"),
        ("2026-03-05T17:42:07Z", "2026-03-05T18:42:07+01:00"),
        ("2026-07-01T18:00:00.250+02:00", "2026-07-01T18:00:00+02:00"),
    ],
)
def test_a_moment_is_shown_as_the_clock_on_the_wall(value: str, shown: str) -> None:
    moment = parse_moment(value)
    assert moment is not None
    assert stamp(moment) == shown


def test_a_moment_at_the_edge_of_the_calendar_keeps_its_offset() -> None:
    moment = parse_moment("9999-12-31T23:59:00-05:00")
    assert moment is not None
    assert stamp(moment) == "9999-12-31T23:59:00-05:00"


@pytest.mark.parametrize("value", ["2026-03-05", "2026-03-05T18:00:00", "18:00", ""])
def test_without_a_time_and_offset_there_is_no_moment(value: str) -> None:
    assert parse_moment(value) is None


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2026-03-05", date(2026, 3, 5)),
        ("2026-03-05T23:30:00Z", date(2026, 3, 6)),
        ("2026-02-30", None),
        ("bald", None),
    ],
)
def test_the_day_of_a_date_or_a_moment(value: str, day: date | None) -> None:
    assert parse_date(value) == day
