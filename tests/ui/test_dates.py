"""Days as people type them."""

from datetime import date

import pytest

from desktop.ui.dates import read_date


@pytest.mark.parametrize("typed", ["5.3.2026", "05.03.26", "05032026", "2026-03-05", " 5. 3. 2026 ", "5/3/2026"])
def test_a_day_is_read(typed: str) -> None:
    assert read_date(typed) == date(2026, 3, 5)


@pytest.mark.parametrize("typed", ["", "morgen", "31.2.2026", "5.13.2026", "2026", "1.1.1"])
def test_what_is_no_day_is_none(typed: str) -> None:
    assert read_date(typed) is None
