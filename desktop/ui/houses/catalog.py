"""What can be set in a house profile, as people think of it: groups, names, explanations, and the kind of each value.

The kinds come from the types of the profile's dataclasses, the words from ``resources/houses/settings.toml``; they are
message ids of the window. A setting without words there is listed all the same, by its key.
"""

import dataclasses
import tomllib
import types
import typing
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from typing import Any

from desktop.models.profiles import STANDARD, Label, PageLook, Profile, saving
from desktop.models.profiles.loading import placeholders_of
from desktop.models.profiles.tables import Keys
from desktop.paths import resource
from desktop.text import ui_text as _


class Kind(StrEnum):
    """How a setting is entered."""

    TEXT = "text"
    NUMBER = "number"
    FLAG = "flag"
    CHOICE = "choice"
    TICKS = "ticks"  # an ordered part of a closed set
    LINES = "lines"  # a list of texts
    ROWS = "rows"  # a list of small records
    FILE = "file"  # the name of a file beside the profile


@dataclasses.dataclass(frozen=True, slots=True)
class Setting:
    """One thing that can be set. ``places``: where it stands in the file; several where looks have words of their own.

    ``choices`` are the values of a closed set with their words. ``columns`` of records: name, title and choices.
    ``placeholders`` may stand in braces in a text. ``zero`` is what 0 means,
    below the least number. ``fallback``: an empty word in a look means the general one. ``find``: as in its group.
    """

    places: tuple[Keys, ...]
    name: str
    help: str
    kind: Kind
    choices: tuple[tuple[str, str], ...] = ()
    columns: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...] = ()
    placeholders: frozenset[str] = frozenset()
    least: int = 0
    most: int = 999
    zero: str = ""
    fallback: bool = False
    find: str = ""

    @property
    def key(self) -> str:
        """The key as the file writes it, without the look."""
        return ".".join(self.places[0][:2])

    @property
    def words(self) -> str:
        """All that can be read about it."""
        offered = (*self.choices, *((title, title) for _name, title, _choices in self.columns))
        return " ".join((self.name, self.help, self.key, self.zero, *(words for _value, words in offered)))


@dataclasses.dataclass(frozen=True, slots=True)
class Group:
    """Settings that belong together. ``sample`` is the kind of document that shows them best; ``within``: its group.

    ``find`` is the label that stands where they are printed; empty where they are everywhere.
    """

    name: str
    sample: str
    settings: tuple[Setting, ...]
    within: str = ""
    find: str = ""


def groups() -> tuple[Group, ...]:
    """All groups in the order of the page, those of the words last, in the language of the window."""
    words = _words()
    known = _by_key()
    named = {one["key"] for group in words["group"] for one in group["settings"]}
    found = [
        Group(
            _said(group["name"]),
            group["sample"],
            tuple(_setting(one["key"], known[one["key"]], one) for one in group["settings"] if one["key"] in known),
            find=group.get("find", ""),
        )
        for group in words["group"]
    ]
    rest = tuple(_setting(key, places, {"name": key}) for key, places in known.items() if key not in named)
    if rest:
        found.append(Group(_("Other settings"), "niederschrift", rest))
    return (*found, *_word_groups())


def look_words() -> Mapping[str, str]:
    """What the looks are called."""
    return _translated(_words()["choices"]["PageLook"])


def placeholder_words() -> Mapping[str, str]:
    """What the placeholders of a Word template mean."""
    return _translated(_words()["placeholders"])


def samples() -> Mapping[str, str]:
    """Invented values for the placeholders of all patterns."""
    return dict(_words()["samples"])


def _translated(words: Mapping[str, str]) -> dict[str, str]:
    return {name: _said(message) for name, message in words.items()}


def _said(message: str) -> str:
    """A message id of the resource in the language of the window."""
    return _(message) if message else ""


@cache
def _words() -> Mapping[str, Any]:
    return tomllib.loads(resource("houses", "settings.toml").read_text(encoding="utf-8"))


def _by_key() -> dict[str, tuple[Keys, ...]]:
    """Every setting but the labels, by its key, with the places of all looks."""
    found: dict[str, tuple[Keys, ...]] = {}
    for here in saving.below(STANDARD):
        if here[0] != "labels":
            key = ".".join(here[:2])
            found[key] = (*found.get(key, ()), here)
    return found


# --- labels


def _word_groups() -> Iterator[Group]:
    words = _words()
    listed = [key for group in words["words"] for key in group["keys"]]
    for group in words["words"]:
        keys = [key for key in group["keys"] if key in set(Label)]
        yield Group(_said(group["name"]), group["sample"], tuple(map(_label, keys)), _("Words in documents"))
    rest = tuple(_label(label) for label in Label if label not in listed)
    if rest:
        yield Group(_("Other words"), "niederschrift", rest, _("Words in documents"))


def _label(key: str) -> Setting:
    name = _said(_words()["names"].get(key, key))
    places = (("labels", str(key)), *(("labels", str(look), str(key)) for look in PageLook))
    return Setting(places, name, _("Printed as it stands, with or without a colon."), Kind.TEXT, fallback=True)


# --- everything else


def _setting(key: str, places: tuple[Keys, ...], words: Mapping[str, Any]) -> Setting:
    kind, inner = _kind(key, _type(Profile, places[0][:2]))
    return Setting(
        places,
        _said(words["name"]),
        _said(words.get("help", "")),
        kind,
        choices=_choices(inner) if kind in (Kind.CHOICE, Kind.TICKS) else (),
        columns=_columns(inner) if kind is Kind.ROWS else (),
        placeholders=(placeholders_of(places[0]) or frozenset()) if kind is Kind.TEXT else frozenset(),
        least=words.get("least", 0),
        most=words.get("most", 999),
        zero=_said(words.get("zero", "")),
        find=words.get("find", ""),
    )


def _type(cls: type[Any], here: Keys) -> Any:
    """The type of a field."""
    hint = typing.get_type_hints(cls)[here[0]]
    if len(here) > 1 and dataclasses.is_dataclass(hint):
        return _type(typing.cast("type[Any]", hint), here[1:])
    return hint


#: settings that are names of files beside the profile
_FILES = frozenset({"letterhead.logo", "letterhead.template"})


def _kind(key: str, hint: Any) -> tuple[Kind, Any]:
    """How a type is entered, and the type of what is in a list."""
    if isinstance(hint, types.UnionType):
        hint = next(part for part in typing.get_args(hint) if part is not types.NoneType)
    if key in _FILES:
        return Kind.FILE, hint
    if typing.get_origin(hint) is tuple:
        inner = typing.get_args(hint)[0]
        if dataclasses.is_dataclass(inner):
            return Kind.ROWS, inner
        return (Kind.TICKS if issubclass(inner, StrEnum) else Kind.LINES), inner
    if typing.get_origin(hint) is not None:  # a word by look
        return Kind.TEXT, str
    if issubclass(hint, StrEnum):
        return Kind.CHOICE, hint
    return {bool: Kind.FLAG, int: Kind.NUMBER}.get(hint, Kind.TEXT), hint


def _choices(cls: type[StrEnum]) -> tuple[tuple[str, str], ...]:
    words = _translated(_words()["choices"].get(cls.__name__, {}))
    return tuple((str(one), words.get(one, str(one))) for one in cls)


def _columns(cls: type[Any]) -> tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...]:
    titles = _translated(_words()["columns"])
    hints = typing.get_type_hints(cls)
    return tuple(
        (name, titles.get(name, name), _choices(hint) if issubclass(hint, StrEnum) else ())
        for name, hint in hints.items()
    )
