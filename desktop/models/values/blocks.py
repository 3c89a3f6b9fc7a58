"""The shipped text blocks as data (``resources/textblocks``), before a Land and a Gremium have chosen their wording."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.models.values.base import Value
from desktop.models.values.enums import Land


@dataclass(frozen=True, kw_only=True, slots=True)
class Wording(Value):
    """A text for some Länder, or for Gremien that only recommend; None and empty fit all."""

    text: str
    states: tuple[Land, ...] = ()
    advisory: bool | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ShippedBlock(Value):
    """A text block of the starter set. ``wordings``: the first fits everywhere."""

    shortcut: str
    name: str
    situation: str
    wordings: tuple[Wording, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Placeholder(Value):
    """A name in braces. ``hole`` stands there where the value is unknown, ``none`` where there is nobody.

    ``live``: known only in the meeting.
    """

    name: str
    meaning: str
    hole: str
    sample: str
    none: str = ""
    live: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class GenderedWord(Value):
    """A word that follows a person's form of address, in some Länder or (empty) in all."""

    name: str
    forms: Mapping[str, str]
    states: tuple[Land, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class StarterSet(Value):
    """All that is shipped. ``situations`` are names by key, in their order."""

    situations: Mapping[str, str]
    placeholders: tuple[Placeholder, ...]
    words: tuple[GenderedWord, ...]
    blocks: tuple[ShippedBlock, ...]

    @property
    def hints(self) -> Mapping[str, str]:
        """What stands in the hole of each placeholder."""
        return {one.name: one.hole for one in self.placeholders}

    @property
    def samples(self) -> Mapping[str, str]:
        """A sample value of each placeholder."""
        return {one.name: one.sample for one in self.placeholders}

    @property
    def live(self) -> frozenset[str]:
        """What a text written before the meeting leaves open."""
        return frozenset(one.name for one in self.placeholders if one.live)
