"""Days as people type them."""

from datetime import date

import pytest

from desktop import text
from desktop.ui.parts.dates import read_date

TYPED = ["5.3.2026", "05.03.26", "05032026", "2026-03-05", " 5. 3. 2026 ", "5/3/2026"]
NAMED = ["5 March 2026", "5. März 2026", "5 mar 26", "5. Mär. 2026"]


@pytest.mark.parametrize("typed", [*TYPED, *NAMED])
def test_a_day_is_read(typed: str) -> None:
    assert read_date(typed) == date(2026, 3, 5)


@pytest.mark.parametrize(
    "typed", ["", "morgen", "31.2.2026", "5.13.2026", "2026", "1.1.1", "31 April 2026", "5 Foo 2026"]
)
def test_what_is_no_day_is_none(typed: str) -> None:
    assert read_date(typed) is None


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_day_is_read_as_the_window_writes_it(language: str) -> None:
    text.use_language(language)
    try:
        assert [read_date(text.window_date(date(2026, month, 5))) for month in range(1, 13)] == [
            date(2026, month, 5) for month in range(1, 13)
        ]
    finally:
        text.use_language("de")
