"""Text blocks as the short forms at the desk know them."""

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.models.values.aside import TextBlock
from desktop.ui.desk.names.speakers import CHOICES, folded


@dataclass(frozen=True, slots=True)
class BlockChoice:
    """A text block that may be meant."""

    block: TextBlock

    @property
    def label(self) -> str:
        """What it is called: the name, else the short form."""
        return self.block.name or self.block.shortcut

    @property
    def listed(self) -> str:
        """What a list shows: the short form beside the name, so that it is learnt."""
        return f"{self.block.name} · {self.block.shortcut}" if self.block.name else self.block.shortcut


class BlockDirectory:
    """All blocks that the open meeting offers."""

    def __init__(self, blocks: Iterable[TextBlock] = ()) -> None:
        self.blocks = tuple(BlockChoice(block) for block in blocks)
        self._by_shortcut = {one.block.shortcut.casefold(): one for one in self.blocks}

    def exact(self, typed: str) -> BlockChoice | None:
        """The block whose short form this is."""
        return self._by_shortcut.get(typed.strip().casefold())

    def find(self, typed: str) -> list[BlockChoice]:
        """Blocks whose short form, or a word of whose name begins so, the likeliest first."""
        wanted = folded(typed.strip())
        if not wanted:
            return []
        rated = [
            (rate, place) for place, one in enumerate(self.blocks) if (rate := _rate(one.block, wanted)) is not None
        ]
        return [self.blocks[place] for _, place in sorted(rated)[:CHOICES]]


def _rate(block: TextBlock, wanted: str) -> int | None:
    """How well a search fits, 0 best; None not at all."""
    if folded(block.shortcut).startswith(wanted):
        return 0
    words = folded(block.name or "").split()
    return next((1 if place == 0 else 2 for place, word in enumerate(words) if word.startswith(wanted)), None)
