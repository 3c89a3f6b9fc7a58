"""Text blocks: placeholders that a meeting fills, and holes that a person fills.

``{zeit}`` is a placeholder. ``[[Name]]`` is a hole with a hint, ``[[einstimmig|mehrheitlich]]`` one with choices. A
hole is written the same way in a block and in the text of an entry: plain text that anybody can see, type and print.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

#: a hint is short and has no brackets of its own
HOLE = r"\[\[([^\[\]\n]{0,120})\]\]"
_HOLE = re.compile(HOLE)
_PLACEHOLDER = re.compile(r"\{([a-zäöüß_]{1,40})\}")
#: what stands before the first word of a sentence
_SENTENCE_START = re.compile(r"(?:\A|\n|(?<!\d)[.!?][«“]?\s)\s*(?:- )?\Z")
_BEFORE = 8


@dataclass(frozen=True, slots=True)
class Hole:
    """A gap in a text: where it stands, brackets included, and what belongs there."""

    start: int
    end: int
    hint: str

    @property
    def choices(self) -> tuple[str, ...]:
        """What it offers; empty where it is only named."""
        return choices(self.hint)


@dataclass(frozen=True, slots=True)
class Filled:
    """A text with its placeholders filled, and the holes that are left in it."""

    text: str
    holes: tuple[Hole, ...]


def choices(hint: str) -> tuple[str, ...]:
    """What the hint of a hole offers; empty where it only names what belongs there."""
    parts = tuple(part.strip() for part in hint.split("|"))
    return parts if len(parts) > 1 else ()


def holes_in(text: str) -> tuple[Hole, ...]:
    """The holes of a text, in order."""
    return tuple(Hole(found.start(), found.end(), found.group(1).strip()) for found in _HOLE.finditer(text))


def placeholders_in(text: str) -> tuple[str, ...]:
    """The names in braces, each once, in order."""
    return tuple(dict.fromkeys(_PLACEHOLDER.findall(text)))


def resolve(text: str, facts: Mapping[str, str], hints: Mapping[str, str], keep: Collection[str] = ()) -> Filled:
    """Fills the placeholders of a text; with a capital where one begins a sentence.

    ``facts`` are values by name, ``hints`` what the hole of an unknown one says (its name where nothing is said).
    Names in ``keep`` stay as they are, to be filled later.
    """
    out: list[str] = []
    done = 0
    for found in _PLACEHOLDER.finditer(text):
        name = found.group(1)
        if name in keep:
            continue
        out.append(text[done : found.start()])
        done = found.end()
        value = facts.get(name) or f"[[{hints.get(name) or name}]]"
        out.append(
            _capital(value) if _SENTENCE_START.search(text, max(0, found.start() - _BEFORE), found.start()) else value
        )
    whole = "".join((*out, text[done:]))
    return Filled(whole, holes_in(whole))


def _capital(value: str) -> str:
    """With a capital at the start; in a hole each choice."""
    if value.startswith("[["):
        return "[[" + "|".join(part[:1].upper() + part[1:] for part in value[2:].split("|"))
    return value[:1].upper() + value[1:]
