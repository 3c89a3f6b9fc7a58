"""The shipped text blocks, and which of them and of the house's own a meeting offers."""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from desktop.models.values import Land
from desktop.models.values.aside import TextBlock
from desktop.models.values.blocks import GenderedWord, Placeholder, ShippedBlock, StarterSet, Wording
from desktop.paths import resource


@cache
def starter_set() -> StarterSet:
    """The shipped blocks, read once."""
    raw = tomllib.loads(resource("textblocks", "standard.toml").read_text(encoding="utf-8"))
    return StarterSet(
        situations=raw["situations"],
        placeholders=tuple(Placeholder(**one) for one in raw["placeholder"]),
        words=tuple(_word(one) for one in raw["word"]),
        blocks=tuple(_block(one) for one in raw["block"]),
    )


def placeholder(name: str) -> Placeholder:
    """What is known of a name in braces. Raises KeyError for one that nobody fills."""
    return _placeholders()[name]


@cache
def _placeholders() -> Mapping[str, Placeholder]:
    return {one.name: one for one in starter_set().placeholders}


def _block(raw: Mapping[str, Any]) -> ShippedBlock:
    wordings = (Wording(text=raw["text"]), *(_wording(one) for one in raw.get("variant", ())))
    return ShippedBlock(shortcut=raw["short"], name=raw["name"], situation=raw["situation"], wordings=wordings)


def _wording(raw: Mapping[str, Any]) -> Wording:
    return Wording(text=raw["text"], states=_states(raw), advisory=raw.get("advisory"))


def _word(raw: Mapping[str, Any]) -> GenderedWord:
    forms = {key: value for key, value in raw.items() if key not in ("name", "states")}
    return GenderedWord(name=raw["name"], forms=forms, states=_states(raw))


def _states(raw: Mapping[str, Any]) -> tuple[Land, ...]:
    return tuple(Land(name) for name in raw.get("states", ()))


def shipped(state: Land | None, *, advisory: bool) -> tuple[TextBlock, ...]:
    """The shipped blocks in the wording of a Land and a kind of Gremium; without keys, because no book has them."""
    return tuple(
        TextBlock(
            shortcut=one.shortcut, name=one.name, situation=one.situation, text=_fitting(one, state, advisory=advisory)
        )
        for one in starter_set().blocks
    )


def _fitting(block: ShippedBlock, state: Land | None, *, advisory: bool) -> str:
    """The wording that fits most closely, of equals the first."""
    fitting = [
        one for one in block.wordings if (not one.states or state in one.states) and one.advisory in (None, advisory)
    ]
    return max(fitting, key=lambda one: bool(one.states) + (one.advisory is not None)).text


def offered(
    shipped_blocks: Iterable[TextBlock], own: Iterable[TextBlock], organization: str | None
) -> tuple[TextBlock, ...]:
    """What a meeting of a Gremium (its key) offers: own blocks take the place of shipped ones of the same short form.

    One for this Gremium goes before one for all; a hidden one takes the shipped one away.
    """
    found = {one.shortcut.casefold(): one for one in shipped_blocks}
    fitting = [one for one in own if one.organization in (None, organization) and one.shortcut]
    for one in sorted(fitting, key=lambda block: block.organization is not None):
        found[one.shortcut.casefold()] = one
    return tuple(one for one in found.values() if not one.hidden)


def gendered(name: str, form_of_address: str | None, state: Land | None) -> str | None:
    """A word for a person of this form of address in a Land; None where the form says nothing."""
    words = [one for one in starter_set().words if one.name == name and (not one.states or state in one.states)]
    return max(words, key=lambda one: bool(one.states)).forms.get(form_of_address or "") if words else None
