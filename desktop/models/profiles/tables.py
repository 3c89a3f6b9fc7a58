"""TOML tables checked against the types of dataclasses: what house profiles and law profiles have in common.

A file only says what it wants otherwise. Every key and value is checked; what is wrong is reported with file and key,
never passed over, because a misspelt key would print the wrong word or count by the wrong rule.
"""

import dataclasses
import tomllib
import types
import typing
from collections.abc import Callable, Collection, Iterable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any

from desktop.paths import resource

#: the place of a setting: the names of its tables and its own
Keys = tuple[str, ...]
Settings = Mapping[Keys, Any]


class ProfileProblem(StrEnum):
    """What can be wrong with a profile. ``detail`` of the error says what is said per problem."""

    UNKNOWN_PROFILE = "unknownProfile"  # the name
    UNREADABLE = "unreadable"  # the number of the system's error
    NOT_TOML = "notToml"  # what the parser says, with line and column
    UNKNOWN_KEY = "unknownKey"
    WRONG_TYPE = "wrongType"  # the type it must have: text, number, yes/no, list, table
    BAD_VALUE = "badValue"  # the value; for closed sets followed by the choices
    MISSING_KEY = "missingKey"


class ProfileError(Exception):
    """A profile cannot be used. ``file`` is None where no file of the name exists; ``key`` is dotted."""

    def __init__(self, problem: ProfileProblem, file: Path | None = None, key: str = "", detail: str = "") -> None:
        super().__init__(problem, file, key, detail)
        self.problem = problem
        self.file = file
        self.key = key
        self.detail = detail


@dataclasses.dataclass(frozen=True, slots=True)
class Kind:
    """A kind of profile. ``no_keys`` are fields of ``cls`` that a file cannot set.

    ``maps`` are the keys that a table of words may have (a word alone stands for all of them), ``special`` reads tables
    that are no dataclass; both by place.
    ``check`` raises ProfileError for what types cannot say, e.g. a pattern that is none.
    """

    cls: type[Any]
    no_keys: frozenset[str]
    maps: Mapping[Keys, Collection[str]]
    special: Mapping[Keys, Callable[[Path, Any], Iterable[tuple[Keys, Any]]]]
    check: Callable[[Path, Settings], None]


def layered(files: Iterable[Path], kind: Kind) -> dict[Keys, Any]:
    """The settings of several files, the later ones over the earlier; tables of words are joined."""
    settings: dict[Keys, Any] = {}
    for file in files:
        for here, value in _settings(file, kind).items():
            settings[here] = {**settings.get(here, {}), **value} if isinstance(value, dict) else value
    return settings


def build(cls: type[Any], settings: Settings, path: Keys, file: Path) -> Any:
    """The dataclass from the settings below a path. Raises ProfileError for a field without value and default."""
    fields: dict[str, Any] = {}
    hints = typing.get_type_hints(cls)
    for field in dataclasses.fields(cls):
        here, hint = (*path, field.name), hints[field.name]
        if dataclasses.is_dataclass(hint):
            fields[field.name] = build(typing.cast("type[Any]", hint), settings, here, file)
        elif here in settings:
            fields[field.name] = settings[here]
        elif field.default is dataclasses.MISSING:
            raise ProfileError(ProfileProblem.MISSING_KEY, file, ".".join(here))
    return cls(**fields)


def _settings(file: Path, kind: Kind) -> Settings:
    """Those of one file. A shipped file never changes while the program runs, so it is read once."""
    if not file.is_relative_to(resource()):
        return _read(file, kind)
    if file not in _shipped:
        _shipped[file] = _read(file, kind)
    return _shipped[file]


_shipped: dict[Path, Settings] = {}


def _read(file: Path, kind: Kind) -> dict[Keys, Any]:
    """The checked settings of one file, each under its place. Raises ProfileError."""
    try:
        raw = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise ProfileError(ProfileProblem.UNREADABLE, file, detail=str(error.errno)) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ProfileError(ProfileProblem.NOT_TOML, file, detail=str(error)) from error
    settings = dict(_checked(file, kind, kind.cls, raw, ()))
    kind.check(file, settings)
    return settings


def _checked(file: Path, kind: Kind, cls: type[Any], raw: Mapping[str, Any], path: Keys) -> Iterable[tuple[Keys, Any]]:
    hints = typing.get_type_hints(cls)
    for key, value in raw.items():
        here = (*path, key)
        if key not in hints or (not path and key in kind.no_keys):
            raise ProfileError(ProfileProblem.UNKNOWN_KEY, file, ".".join(here))
        if here in kind.special:
            yield from kind.special[here](file, value)
        elif dataclasses.is_dataclass(hint := hints[key]):
            yield from _checked(file, kind, typing.cast("type[Any]", hint), typed(file, here, value, dict), here)
        else:
            yield here, _value(file, kind, here, value, hint)


_TYPE_NAMES = {str: "text", int: "number", bool: "yes/no", list: "list", dict: "table"}


def typed(file: Path, here: Keys, value: Any, wanted: type[Any]) -> Any:
    """A value that must be of a type of TOML. Raises ProfileError."""
    if not isinstance(value, wanted) or (wanted is int and isinstance(value, bool)):
        raise ProfileError(ProfileProblem.WRONG_TYPE, file, ".".join(here), _TYPE_NAMES[wanted])
    return value


def _value(file: Path, kind: Kind, here: Keys, value: Any, hint: Any) -> Any:
    """A value in the type of its field."""
    if isinstance(hint, types.UnionType):  # a value or absent; TOML has no word for absent
        hint = next(part for part in typing.get_args(hint) if part is not types.NoneType)
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is tuple:
        items = typed(file, here, value, list)
        return tuple(_value(file, kind, (*here, str(place)), item, arguments[0]) for place, item in enumerate(items, 1))
    if origin is not None:
        words = dict.fromkeys(kind.maps[here], value) if isinstance(value, str) else typed(file, here, value, dict)
        for key in words:
            if key not in set(kind.maps[here]):
                raise ProfileError(ProfileProblem.UNKNOWN_KEY, file, ".".join((*here, key)))
        return {key: typed(file, (*here, key), item, str) for key, item in words.items()}
    if dataclasses.is_dataclass(hint):
        cls = typing.cast("type[Any]", hint)
        return build(cls, dict(_checked(file, kind, cls, typed(file, here, value, dict), here)), here, file)
    if issubclass(hint, StrEnum):
        return _choice(file, here, typed(file, here, value, str), hint)
    return typed(file, here, value, hint)


def _choice(file: Path, here: Keys, value: str, choices: type[StrEnum]) -> StrEnum:
    if value not in set(choices):
        detail = f"{value}: {', '.join(choices)}"
        raise ProfileError(ProfileProblem.BAD_VALUE, file, ".".join(here), detail)
    return choices(value)
