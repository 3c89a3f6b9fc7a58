"""The largest meeting in the real window: how long a key takes, an item takes to open, and how much memory it is."""

from pathlib import Path

import pytest

from tests.faults import large
from tests.faults.test_kill import DELAYS, pytestmark, shim, typist
from tests.faults.typist import Measured

__all__ = ["pytestmark", "shim"]

KEYS = 1_000


@pytest.mark.faults
@pytest.mark.parametrize("delay", DELAYS)
def test_the_largest_meeting_is_as_quick_as_any(delay: int, tmp_path: Path, shim: Path) -> None:
    data = tmp_path / "data"
    large.make(data)
    process = typist(data, shim, delay, str(KEYS))
    output, _ = process.communicate(timeout=300)
    found = Measured.read(output)
    assert len(found.times) == KEYS
    p50, p99 = found.times[KEYS // 2], found.times[int(KEYS * 0.99)]
    print(
        f"{large.ITEMS} items, {large.ENTRIES} entries, fsync +{delay} ms: key to painted p50 {p50:.1f} ms, "
        f"p99 {p99:.1f} ms, worst {found.times[-1]:.1f} ms; item of {large.LONGEST} entries opened in "
        f"{found.opened:.0f} ms; memory {found.memory:.0f} MB"
    )
    assert p99 <= 8
    assert found.times[-1] <= 50
    assert found.opened <= 200
    assert found.memory <= 180
