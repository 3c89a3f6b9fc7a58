"""Profiles from TOML: the standard profile, over it the shipped one of a name, over that the user's copy.

A file only says what it wants otherwise. Every key and value is checked against the types of ``profile.Profile``; what
is wrong is reported with file and key, never passed over, because a misspelt label would print the wrong word.
"""

import dataclasses
import re
import string
import tomllib
import typing
from collections.abc import Iterable, Mapping
from datetime import date, time
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Any

from desktop.models.profiles.labels import Label
from desktop.models.profiles.profile import PageLook, Profile
from desktop.models.values import Body
from desktop.paths import resource
from desktop.text import format_date, format_time

STANDARD = "standard"

#: a name is part of a path and may come from a foreign session file
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")
_OFFICE_PLACEHOLDERS = frozenset({"body"})

#: fields of a profile that are no keys of its file: the name is the file's, labels by look stand below labels
_NO_KEYS = frozenset({"name", "look_labels"})

Keys = tuple[str, ...]


class ProfileProblem(StrEnum):
    """What can be wrong with a profile. ``detail`` of the error says what is said per problem."""

    UNKNOWN_PROFILE = "unknownProfile"  # the name
    UNREADABLE = "unreadable"  # what the system says
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


def names(folder: Path | None = None) -> tuple[str, ...]:
    """The names of all profiles there are, shipped and the user's own, in order of the alphabet."""
    places = [place for place in (resource("profiles"), folder) if place is not None and place.is_dir()]
    return tuple(sorted({file.stem for place in places for file in place.glob("*.toml") if _NAME.fullmatch(file.stem)}))


def load(name: str, folder: Path | None = None) -> Profile:
    """The profile of a name; ``folder`` holds the user's copies, which go before the shipped ones.

    Raises ProfileError.
    """
    if not _NAME.fullmatch(name):
        raise ProfileError(ProfileProblem.UNKNOWN_PROFILE, detail=name)
    own = [folder / f"{name}.toml"] if folder else []
    found = [file for file in (resource("profiles", f"{name}.toml"), *own) if file.is_file()]
    if not found:
        raise ProfileError(ProfileProblem.UNKNOWN_PROFILE, detail=name)
    standard = resource("profiles", f"{STANDARD}.toml")
    settings: dict[Keys, Any] = {}
    for file in dict.fromkeys([standard, *found]):
        for here, value in _read(file).items():
            settings[here] = {**settings.get(here, {}), **value} if isinstance(value, dict) else value
    settings["name",] = name
    profile: Profile = _build(Profile, settings, (), standard)
    return profile


def choose(body: Body | None, wanted: str | None = None, folder: Path | None = None) -> Profile:
    """The profile for the documents of a body: the wanted one, else the body's own, else the standard.

    A body may come from another office whose profile is not here; then the standard serves. Raises ProfileError where
    the wanted one does not exist or a file is wrong.
    """
    if wanted is None and body is not None and body.profile in names(folder):
        wanted = body.profile
    return load(wanted or STANDARD, folder).for_body(body)


def _read(file: Path) -> dict[Keys, Any]:
    """The checked settings of one file, each under its path."""
    try:
        raw = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise ProfileError(ProfileProblem.UNREADABLE, file, detail=error.strerror or str(error)) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ProfileError(ProfileProblem.NOT_TOML, file, detail=str(error)) from error
    settings = dict(_checked(file, Profile, raw, ()))
    _check_formats(file, settings)
    return settings


def _checked(file: Path, cls: type[Any], raw: Mapping[str, Any], path: Keys) -> Iterable[tuple[Keys, Any]]:
    hints = typing.get_type_hints(cls)
    for key, value in raw.items():
        here = (*path, key)
        if key not in hints or (not path and key in _NO_KEYS):
            raise ProfileError(ProfileProblem.UNKNOWN_KEY, file, ".".join(here))
        if here == ("labels",):
            yield from _labels(file, value)
        elif dataclasses.is_dataclass(hint := hints[key]):
            yield from _checked(file, typing.cast("type[Any]", hint), _typed(file, here, value, dict), here)
        else:
            yield here, _value(file, here, value, hint)


def _labels(file: Path, raw: Any) -> Iterable[tuple[Keys, str]]:
    """Labels for all looks, and in sub-tables for single ones."""
    for key, value in _typed(file, ("labels",), raw, dict).items():
        if key in set(PageLook):
            entries = _typed(file, ("labels", key), value, dict)
            yield from (_label(file, ("labels", key), name, word) for name, word in entries.items())
        else:
            yield _label(file, ("labels",), key, value)


def _label(file: Path, place: Keys, key: str, word: Any) -> tuple[Keys, str]:
    here = (*place, key)
    if key not in set(Label):
        raise ProfileError(ProfileProblem.UNKNOWN_KEY, file, ".".join(here))
    return here, _typed(file, here, word, str)


_TYPE_NAMES = {str: "text", int: "number", bool: "yes/no", list: "list", dict: "table"}


def _typed(file: Path, here: Keys, value: Any, wanted: type[Any]) -> Any:
    if not isinstance(value, wanted) or (wanted is int and isinstance(value, bool)):
        raise ProfileError(ProfileProblem.WRONG_TYPE, file, ".".join(here), _TYPE_NAMES[wanted])
    return value


def _value(file: Path, here: Keys, value: Any, hint: Any) -> Any:
    """A value in the type of its field."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is tuple:
        items = _typed(file, here, value, list)
        return tuple(_value(file, (*here, str(index)), item, arguments[0]) for index, item in enumerate(items, 1))
    if origin is not None:
        by_look = _typed(file, here, value, dict)
        for look in by_look:
            if look not in set(PageLook):
                raise ProfileError(ProfileProblem.UNKNOWN_KEY, file, ".".join((*here, look)))
        return {look: _typed(file, (*here, look), item, str) for look, item in by_look.items()}
    if dataclasses.is_dataclass(hint):
        entries = dict(_checked(file, typing.cast("type[Any]", hint), _typed(file, here, value, dict), here))
        return _build(typing.cast("type[Any]", hint), entries, here, file)
    if issubclass(hint, StrEnum):
        return _choice(file, here, _typed(file, here, value, str), hint)
    return _typed(file, here, value, hint)


def _choice(file: Path, here: Keys, value: str, choices: type[StrEnum]) -> StrEnum:
    if value not in set(choices):
        detail = f"{value}: {', '.join(choices)}"
        raise ProfileError(ProfileProblem.BAD_VALUE, file, ".".join(here), detail)
    return choices(value)


def _check_formats(file: Path, settings: Mapping[Keys, Any]) -> None:
    """Patterns and placeholders are tried now, because a document is no place to find out."""
    for here, value in settings.items():
        try:
            if here == ("formats", "time"):
                format_time(time(18, 0), value)
            elif here == ("formats", "date"):
                format_date(date(2026, 3, 5), value)
            elif here == ("formats", "meeting_day"):
                for pattern in value.values():
                    format_date(date(2026, 3, 5), pattern)
            elif here == ("minutes", "office"):
                unknown = {field for _, field, _, _ in string.Formatter().parse(value) if field is not None}
                if unknown - _OFFICE_PLACEHOLDERS:
                    raise ValueError(value)
        except (ValueError, AttributeError, KeyError) as error:
            raise ProfileError(ProfileProblem.BAD_VALUE, file, ".".join(here), str(value)) from error


def _build(cls: type[Any], settings: Mapping[Keys, Any], path: Keys, file: Path) -> Any:
    """The dataclass from the settings below a path; the standard profile must give every one."""
    if cls is Profile:
        settings = {here: value for here, value in settings.items() if here[0] != "labels"} | _label_maps(settings)
    fields: dict[str, Any] = {}
    for name, hint in typing.get_type_hints(cls).items():
        here = (*path, name)
        if dataclasses.is_dataclass(hint):
            fields[name] = _build(typing.cast("type[Any]", hint), settings, here, file)
        elif here in settings:
            fields[name] = settings[here]
        else:
            raise ProfileError(ProfileProblem.MISSING_KEY, file, ".".join(here))
    return cls(**fields)


def _label_maps(settings: Mapping[Keys, Any]) -> dict[Keys, Any]:
    words = {here: word for here, word in settings.items() if here[0] == "labels"}
    general = {Label(here[1]): word for here, word in words.items() if len(here) == 2}
    by_look = {
        look: MappingProxyType({Label(here[2]): word for here, word in words.items() if here[1:-1] == (look,)})
        for look in set(PageLook)
    }
    missing = [label for label in Label if label not in general]
    if missing:
        file = resource("profiles", f"{STANDARD}.toml")
        raise ProfileError(ProfileProblem.MISSING_KEY, file, f"labels.{missing[0]}")
    return {("labels",): MappingProxyType(general), ("look_labels",): MappingProxyType(by_look)}
