"""kill -9 while somebody types in the real window, on fast and on slow disks: at most a quarter second is lost.

A few rounds run with the tests of the window; ``make faults`` runs all of them.
"""

import os
import random
import shutil
import signal
import struct
import subprocess
import sys
import time
from pathlib import Path

import pytest

from desktop import cli
from desktop.models import queries
from desktop.models.book import Book
from desktop.models.values import Speech, TextEntry
from desktop.paths import BOOK_NAME
from tests.conftest import SetClock
from tests.faults.typist import ACK, Measured

PER_SECOND = 50
DELAYS = (0, 20, 100)
"""Milliseconds by which each forced write to the disk is slower."""

pytestmark = [
    pytest.mark.window,
    pytest.mark.skipif(not os.environ.get("DISPLAY"), reason="the real window needs a display"),
]


@pytest.fixture(scope="session")
def shim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library that makes the disk slow."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None:
        pytest.skip("no C compiler for the slow disk")
    source, library = Path(__file__).with_name("fishim.c"), tmp_path_factory.mktemp("shim") / "fishim.so"
    subprocess.run([compiler, "-shared", "-fPIC", "-o", library, source, "-ldl"], check=True)
    return library


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with the demo book."""
    assert cli.main(["--data", str(tmp_path / "data"), "demo"]) == 0
    return tmp_path / "data"


def typist(data: Path, shim: Path, delay: int, *more: str) -> "subprocess.Popen[str]":
    environment = {
        **os.environ,
        "LD_PRELOAD": str(shim),
        "FI_MATCH": BOOK_NAME,
        "FI_SYNC_MS": str(delay),
        "QT_QPA_PLATFORM": "xcb",
    }
    command = [sys.executable, "-m", "tests.faults.typist", str(data), str(data / "ack"), str(PER_SECOND), *more]
    root = Path(__file__).resolve().parents[2]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment, cwd=root)


def typed(data: Path) -> int:
    """How many characters of the last entry of the running item are in the book, which must be in order."""
    book = Book(data / BOOK_NAME, SetClock().now)
    try:
        assert book.read(queries.integrity) == []
        running = next(line for line in book.read(queries.meetings) if line.state == "running")
        meeting = book.open_meeting(running.key)
        item = next(item for item in meeting.agenda if item.stage == "running")
        last = item.proceedings[-1]
        assert isinstance(last, TextEntry | Speech)
        return len(last.text or "")
    finally:
        book.close()


def loss_of_one_kill(data: Path, shim: Path, delay: int, seed: int) -> float:
    """Seconds of typing that are missing after a kill at a random moment."""
    process = typist(data, shim, delay)
    assert process.stdout is not None
    assert process.stdout.readline().strip() == "typing"
    time.sleep(random.Random(seed).uniform(0.2, 1.5))  # the moment of the accident, not a wait for something
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    process.stdout.close()
    pressed = struct.unpack(ACK, (data / "ack").read_bytes())[0]
    return float(pressed - typed(data)) / PER_SECOND


@pytest.mark.parametrize("delay", DELAYS)
def test_a_killed_window_loses_at_most_a_quarter_second(delay: int, data: Path, shim: Path) -> None:
    assert loss_of_one_kill(data, shim, delay, seed=delay) <= 0.25


@pytest.mark.faults
@pytest.mark.parametrize("delay", DELAYS)
def test_of_25_kills_none_loses_more_than_a_quarter_second(delay: int, data: Path, tmp_path: Path, shim: Path) -> None:
    losses = []
    for round_ in range(25):
        copy = tmp_path / str(round_)
        shutil.copytree(data, copy)
        losses.append(loss_of_one_kill(copy, shim, delay, seed=round_))
        shutil.rmtree(copy)
    print(f"fsync +{delay} ms: worst loss {max(losses):.2f} s, {sum(loss > 0 for loss in losses)} of 25 lost anything")
    assert max(losses) <= 0.25


def painted(data: Path, shim: Path, delay: int, keys: int) -> list[float]:
    process = typist(data, shim, delay, str(keys))
    output, _ = process.communicate(timeout=120)
    times = Measured.read(output).times
    assert len(times) == keys
    return times


@pytest.mark.faults
@pytest.mark.parametrize("delay", DELAYS)
def test_a_key_is_painted_within_8_ms(delay: int, data: Path, shim: Path) -> None:
    times = painted(data, shim, delay, 1000)
    p50, p99 = times[len(times) // 2], times[int(len(times) * 0.99)]
    print(f"fsync +{delay} ms: key to painted p50 {p50:.1f} ms, p99 {p99:.1f} ms, worst {times[-1]:.1f} ms")
    assert p99 <= 8
