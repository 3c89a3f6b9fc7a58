"""What the proofs share: all documents, drawn once in each worker, and a word of what was looked at."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from desktop.export import html, pdf, plain, word
from tests.proof import corpus

WRITERS = {".pdf": pdf.render, ".docx": word.render, ".html": html.render, ".txt": plain.render}

#: the parts of the corpus; the tests of one part run in one worker, which draws its files once
shards = pytest.mark.parametrize(
    "number", [pytest.param(number, marks=pytest.mark.xdist_group(f"part{number}")) for number in range(corpus.SHARDS)]
)


@dataclass(frozen=True, slots=True)
class Drawn:
    """Files in a folder, each document in four formats; ``names`` tells what the stem of a file stands for."""

    folder: Path
    names: Mapping[str, str]
    orders: int

    def files(self, ending: str) -> list[Path]:
        return sorted(self.folder.glob(f"*{ending}"))

    def name(self, path: Path) -> str:
        return f"{self.names[path.stem]} ({path.name})"


Draw = Callable[[int], Drawn]
Note = Callable[[str], None]


@pytest.fixture(scope="session")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Draw:
    """Draws a part of the corpus."""

    @cache
    def draw(number: int) -> Drawn:
        folder, made = tmp_path_factory.mktemp(f"part{number}"), corpus.shard(number)
        names = {}
        for place, (document, name) in enumerate(made.documents.items()):
            stem = f"{number}-{place:05}"
            names[stem] = name
            for ending, render in WRITERS.items():
                (folder / f"{stem}{ending}").write_bytes(render(document))
        return Drawn(folder, names, made.orders)

    return draw


@pytest.fixture
def note(record_property: Callable[[str, object], None]) -> Note:
    """Takes a line that is printed below the results."""
    return lambda line: record_property("proof", line)
