"""One window for all that a screen reader hears of it, on a demo book of its own."""

import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.proof.atspi.session import Session, need_screen_reader, session


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """The desk with the running demo meeting, as it is after the start; it has gone silent."""
    need_screen_reader()
    data = tmp_path_factory.mktemp("heard")
    subprocess.run([sys.executable, "-m", "desktop", "--data", str(data), "demo"], check=True, capture_output=True)
    with session(data) as opened:
        opened.heard()
        yield opened
