"""What all tests share: a clock that stands still until it is moved, and books in folders of their own."""

import os
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings

from desktop.clock import BERLIN
from desktop.models.book import Book
from desktop.models.spelling.dictionary import Dictionary

# With every change few rounds, always the same ones; with HYPOTHESIS_PROFILE=many (make faults) many new ones.
_ROUNDS = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
# A failure is told with its smallest case, but without a search for which lines matter, which takes minutes.
_PHASES = [phase for phase in Phase if phase is not Phase.explain]
settings.register_profile("few", _ROUNDS, max_examples=12, derandomize=True, database=None, phases=_PHASES)
settings.register_profile("many", _ROUNDS, max_examples=100)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "few"))

SHARED = Path(__file__).resolve().parents[2] / "shared"
"""Material that lies beside the checkout on some machines; tests that need it are skipped elsewhere."""


class SetClock:
    """A clock that goes on only when told to."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 3, 5, 18, 0, tzinfo=BERLIN)

    def now(self) -> datetime:
        return self.moment

    def forward(self, seconds: float) -> None:
        self.moment += timedelta(seconds=seconds)


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def book(tmp_path: Path, clock: SetClock) -> Iterator[Book]:
    book = Book(tmp_path / "test.book", clock.now)
    yield book
    book.close()


@pytest.fixture(scope="session")
def german() -> Dictionary:
    """The dictionary, which takes long to load. What one test makes it know it knows in the next."""
    return Dictionary()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Prints what the proofs looked at. It stands here because with xdist only this file is read beforehand."""
    lines = [
        str(value)
        for outcome in ("passed", "failed")
        for report in terminalreporter.getreports(outcome)
        for key, value in report.user_properties
        if key == "proof" and report.when == "call"
    ]
    for line in sorted(set(lines)):
        terminalreporter.write_line(line)
