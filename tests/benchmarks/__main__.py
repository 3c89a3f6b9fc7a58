"""Writes the same minutes with our writers and with other programs, in turn, and prints the ratios (make bench).

Every writer runs in a process of its own, so that its memory can be told; in the process first small minutes warm it
up. Processor seconds are compared, because other programs on the machine disturb them less than the clock.
"""

import json
import resource
import subprocess
import sys
import time
from io import BytesIO
from statistics import median
from typing import NamedTuple

from tests.benchmarks import material
from tests.benchmarks.contenders import CONTENDERS


class Bar(NamedTuple):
    """``ours`` may take at most ``most`` times as long as ``theirs``."""

    ours: str
    theirs: str
    most: float


BARS = (
    Bar("pdf", "reportlab", 2.5),
    Bar("pdf", "weasyprint", 1 / 4),
    Bar("pdf", "libreoffice", 1 / 1.5),
    Bar("docx", "python-docx", 1.3),
)


ROUNDS = 5


class Run(NamedTuple):
    """Wall and processor seconds, MB at the most, KB and pages of the file."""

    wall: float
    processor: float
    peak: float
    size: float
    pages: int


def main() -> None:
    if len(sys.argv) == 2:
        print(json.dumps(measure(sys.argv[1])))
        return
    runs: dict[str, list[Run]] = {name: [] for name in CONTENDERS}
    for _ in range(ROUNDS):
        for name in CONTENDERS:
            done = subprocess.run([sys.executable, "-m", "tests.benchmarks", name], capture_output=True, text=True)
            if done.returncode == 0:
                runs[name].append(Run(*json.loads(done.stdout.splitlines()[-1])))
            else:
                print(f"{name}: {done.stderr.strip().splitlines()[-1]}", file=sys.stderr)
    print(table({name: Run(*map(median, zip(*found, strict=True))) for name, found in runs.items() if found}))


def measure(name: str) -> Run:
    """One writer, warmed up, on 100 items of 12 paragraphs and a vote table."""
    write = CONTENDERS[name]
    write(material.items(2))
    made = material.items()
    clock, processor = time.perf_counter(), _processor_seconds()
    data = write(made)
    seconds = time.perf_counter() - clock, _processor_seconds() - processor
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return Run(*seconds, peak / 1024, len(data) / 1024, _pages(data))


def _processor_seconds() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def _pages(data: bytes) -> int:
    import pikepdf

    if not data.startswith(b"%PDF"):
        return 0
    with pikepdf.open(BytesIO(data)) as file:
        return len(file.pages)


def table(runs: dict[str, Run]) -> str:
    """The medians, then each bar."""
    lines = [f"{'writer':<26}{'CPU s':>8}{'wall s':>8}{'MB':>8}{'KB':>8}{'pages':>7}"]
    for name, run in runs.items():
        lines.append(f"{name:<26}{run.processor:8.2f}{run.wall:8.2f}{run.peak:8.0f}{run.size:8.0f}{run.pages:7.0f}")
    lines.append("")
    for bar in BARS:
        if bar.ours in runs and bar.theirs in runs:
            ratio = runs[bar.ours].processor / runs[bar.theirs].processor
            verdict = "reached" if ratio <= bar.most else "MISSED"
            lines.append(f"{bar.ours} / {bar.theirs}: {ratio:.2f} (bar: at most {bar.most:.2f}) {verdict}")
        else:
            lines.append(f"{bar.ours} / {bar.theirs}: not measured")
    if {"libreoffice", "libreoffice start"} <= runs.keys():
        alone = runs["libreoffice"].processor - runs["libreoffice start"].processor
        lines.append(f"pdf / libreoffice without its start: {runs['pdf'].processor / alone:.2f}")
    return "\n".join(lines)


main()
