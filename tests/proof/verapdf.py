"""veraPDF's word on PDF files: PDF/UA-1 and PDF/A-2a, many files in one Java process."""

import subprocess
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from tests.proof.needs import verapdf_classes

FLAVOURS = "ua1,2a"
_SOURCE = Path(__file__).with_name("VeraCheck.java")


@dataclass(frozen=True, slots=True)
class Broken:
    """A rule that a file breaks: its clause and number, how often, what it demands, and where first."""

    rule: str
    count: int
    demand: str
    place: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What veraPDF says of a file under one flavour; ``checks`` is how many places it looked at."""

    file: Path
    flavour: str
    checks: int
    broken: list[Broken] = field(default_factory=list)

    def __str__(self) -> str:
        lines = [f"{self.file.name} {self.flavour} {'FAIL' if self.broken else 'PASS'} ({self.checks} checks)"]
        lines += [f"  {one.rule} × {one.count}: {one.demand} @ {one.place}" for one in self.broken]
        return "\n".join(lines)


def verify(files: Iterable[Path], flavours: str = FLAVOURS) -> list[Verdict]:
    """A verdict for each file and flavour, in order. Skips the test where Java or veraPDF is missing."""
    wanted = [str(path) for path in files]
    command = ["java", "-Xss8m", "-cp", verapdf_classes(), str(_SOURCE), flavours]
    done = subprocess.run(command, input="\n".join(wanted), capture_output=True, encoding="utf-8", timeout=900)
    assert done.returncode == 0, done.stderr[-2000:]
    verdicts: list[Verdict] = []
    for line in done.stdout.splitlines():
        cells = line.split("\t")
        if cells[0]:
            verdicts.append(Verdict(Path(cells[0]), cells[1], int(cells[2])))
        else:
            verdicts[-1].broken.append(Broken(cells[1], int(cells[2]), cells[3], cells[4]))
    asked = [(name, flavour) for name in wanted for flavour in flavours.split(",")]
    assert [(str(one.file), one.flavour) for one in verdicts] == asked, "veraPDF did not answer for each file"
    return verdicts
