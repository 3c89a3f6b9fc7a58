"""House profiles from TOML: the standard profile, over it the shipped one of a name, over that the user's copy."""

import re
import string
import tomllib
from collections.abc import Iterable, Mapping
from datetime import date, time
from pathlib import Path
from types import MappingProxyType
from typing import Any

from desktop.models.profiles.labels import Label
from desktop.models.profiles.profile import PageLook, Profile
from desktop.models.profiles.tables import Keys, Kind, ProfileError, ProfileProblem, Settings, build, layered, typed
from desktop.models.values import Body
from desktop.models.values.phrases import AgendaPhrases, Numbering, Phrases, placeholders
from desktop.paths import resource
from desktop.text import format_date, format_time

STANDARD = "standard"

#: a name is part of a path and may come from a foreign session file
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")
#: a tag of BCP 47 in its usual parts; empty where there is none
_LANGUAGE = re.compile(r"([a-z]{2,3}(-[A-Za-z0-9]{2,8})*)?")
_OFFICE_PLACEHOLDERS = frozenset({"body"})
_OF_MEETING: dict[Keys, frozenset[str]] = {
    ("extract", "of_meeting"): frozenset({"meeting", "day"}),
    ("extract", "of_meeting_dated"): frozenset({"meeting", "day"}),
}

#: fields of a profile that are no keys of its file: the name is the file's, labels by look stand below labels
_NO_KEYS = frozenset({"name", "look_labels"})


def names(folder: Path | None = None) -> tuple[str, ...]:
    """The names of all profiles there are, shipped and the user's own, in order of the alphabet."""
    places = [place for place in (resource("profiles"), folder) if place is not None and place.is_dir()]
    return tuple(sorted({file.stem for place in places for file in place.glob("*.toml") if _NAME.fullmatch(file.stem)}))


def titles(folder: Path | None = None) -> Mapping[str, str]:
    """What people call the profiles, by name and in its order; the name where a file gives no title."""
    return {name: _title(name, folder) for name in names(folder)}


def _title(name: str, folder: Path | None) -> str:
    for file in (folder / f"{name}.toml" if folder else None, resource("profiles", f"{name}.toml")):
        try:
            found = tomllib.loads(file.read_text(encoding="utf-8")).get("title") if file is not None else None
        except (OSError, ValueError):
            found = None  # what is wrong with the file is said where it is used
        if isinstance(found, str) and found:
            return found
    return name


def load(name: str, folder: Path | None = None) -> Profile:
    """The profile of a name; ``folder`` holds the user's copies, which go before the shipped ones.

    Raises ProfileError.
    """
    settings = settings_of(name, folder)
    words = {here: value for here, value in settings.items() if here[0] == "labels"}
    settings = {here: value for here, value in settings.items() if here not in words} | _label_maps(words)
    settings["name",] = name
    profile: Profile = build(Profile, settings, (), resource("profiles", f"{STANDARD}.toml"))
    return profile


def settings_of(name: str, folder: Path | None = None) -> dict[Keys, Any]:
    """The checked settings of a profile, each under its place; labels by their keys. Raises ProfileError."""
    if not _NAME.fullmatch(name):
        raise ProfileError(ProfileProblem.UNKNOWN_PROFILE, detail=name)
    own = [folder / f"{name}.toml"] if folder else []
    found = [file for file in (resource("profiles", f"{name}.toml"), *own) if file.is_file()]
    if not found:
        raise ProfileError(ProfileProblem.UNKNOWN_PROFILE, detail=name)
    return layered(dict.fromkeys([resource("profiles", f"{STANDARD}.toml"), *found]), _KIND)


def choose(body: Body | None, wanted: str | None = None, folder: Path | None = None) -> Profile:
    """The profile for the documents of a body: the wanted one, else the body's own, else the standard.

    A body may come from another office whose profile is not here; then the standard serves. Raises ProfileError where
    the wanted one does not exist or a file is wrong.
    """
    if wanted is None and body is not None and body.profile in names(folder):
        wanted = body.profile
    return load(wanted or STANDARD, folder).for_body(body)


def _labels(file: Path, raw: Any) -> Iterable[tuple[Keys, str]]:
    """Labels for all looks, and in sub-tables for single ones."""
    for key, value in typed(file, ("labels",), raw, dict).items():
        if key in set(PageLook):
            entries = typed(file, ("labels", key), value, dict)
            yield from (_label(file, ("labels", key), name, word) for name, word in entries.items())
        else:
            yield _label(file, ("labels",), key, value)


def _label(file: Path, place: Keys, key: str, word: Any) -> tuple[Keys, str]:
    here = (*place, key)
    if key not in set(Label):
        raise ProfileError(ProfileProblem.UNKNOWN_KEY, file, ".".join(here))
    return here, typed(file, here, word, str)


def _check_formats(file: Path, settings: Settings) -> None:
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
            elif here == ("letterhead", "second_language"):
                if not _LANGUAGE.fullmatch(value):
                    raise ValueError(value)
            elif isinstance(value, str) and (allowed := placeholders_of(here)) is not None:
                _check_placeholders(value, allowed)
        except (ValueError, AttributeError, KeyError) as error:
            raise ProfileError(ProfileProblem.BAD_VALUE, file, ".".join(here), str(value)) from error


def placeholders_of(here: Keys) -> frozenset[str] | None:
    """What may stand in braces in a setting; None where braces mean nothing."""
    if here == ("minutes", "office"):
        return _OFFICE_PLACEHOLDERS
    patterns = {"phrases": Phrases, "numbering": Numbering, "agenda": AgendaPhrases}
    return placeholders(here[1], patterns[here[0]]) if here[0] in patterns else _OF_MEETING.get(here)


def _check_placeholders(pattern: str, allowed: frozenset[str]) -> None:
    """Raises ValueError for a placeholder that nobody fills in."""
    if {name for _, name, _, _ in string.Formatter().parse(pattern) if name is not None} - allowed:
        raise ValueError(pattern)


def _label_maps(words: Settings) -> dict[Keys, Any]:
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


#: tables of words by look; a word alone stands for all looks
_BY_LOOK = (("formats", "meeting_day"), ("votes", "zero_total"), ("votes", "mark"))

_KIND = Kind(
    cls=Profile,
    no_keys=_NO_KEYS,
    maps={place: tuple(PageLook) for place in _BY_LOOK},
    special={("labels",): _labels},
    check=_check_formats,
)
