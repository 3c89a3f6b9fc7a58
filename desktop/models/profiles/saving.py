"""The user's copies of house profiles: what they say otherwise than the shipped ones, written so that they load.

A copy is ``<folder>/<name>.toml`` and holds only what differs from the layer below it; comments written by hand stay.
Settings are told by their place in the file, values are those of TOML: ``("votes", "head"): True``; a table of words
by look is one setting per look.
"""

import dataclasses
import re
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.toml_document import TOMLDocument

from desktop.files import safe_write
from desktop.models.profiles.loading import STANDARD, load, names, settings_of
from desktop.models.profiles.tables import Keys, ProfileError, ProfileProblem
from desktop.paths import resource

#: how a title becomes the name of a file
_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
#: lists that are longer than this stand one entry in a line
_LINE = 90


def own_file(name: str, folder: Path) -> Path:
    """Where the user's copy of a profile is, or would be."""
    return folder / f"{name}.toml"


def is_shipped(name: str) -> bool:
    """Whether the program brings a profile of this name along."""
    return resource("profiles", f"{name}.toml").is_file()


def settings(name: str, folder: Path) -> dict[Keys, Any]:
    """What holds: every setting of a profile as a file would have it. Raises ProfileError."""
    return _plain(settings_of(name, folder))


def below(name: str) -> dict[Keys, Any]:
    """What holds without the user's copy: the shipped profile of the name, else the standard."""
    return _plain(settings_of(name if is_shipped(name) else STANDARD))


def changed(name: str, folder: Path) -> dict[Keys, Any]:
    """The settings of the user's copy that differ from what is below it. Raises ProfileError."""
    base = below(name)
    return {here: value for here, value in settings(name, folder).items() if base.get(here) != value}


def change(name: str, folder: Path, values: Mapping[Keys, Any]) -> None:
    """Writes other values into the user's copy; None goes back to what is below.

    Raises ProfileError where the copy cannot be used, before or after; then it is as it was. OSError as safe_write.
    """
    base = below(name)
    wanted = settings(name, folder)
    document = _document(own_file(name, folder))
    for here, value in values.items():
        _spread(document, here[:-1], wanted)
        if value is None or value == base.get(here):
            _remove(document, here)
            wanted.pop(here, None)
            wanted.update({here: base[here]} if here in base else {})
        else:
            _put(document, here, value)
            wanted[here] = value
    _write(name, folder, tomlkit.dumps(document), wanted)


def create(source: str, title: str, folder: Path) -> str:
    """A new profile that says what ``source`` says; returns its name. Raises as ``change``."""
    name = _free_name(title, folder)
    standard = below(STANDARD)
    wanted = settings(source, folder) | {("title",): title}
    document = tomlkit.document()
    for here, value in wanted.items():
        if value != standard.get(here) or here == ("title",):
            _put(document, here, value)
    _write(name, folder, tomlkit.dumps(document), wanted)
    return name


def restore(name: str, folder: Path, text: bytes | None) -> None:
    """Puts a copy back as it was; None: there was none. Raises OSError."""
    file = own_file(name, folder)
    if text is None:
        file.unlink(missing_ok=True)
    else:
        safe_write(file, text)


def text_of(name: str, folder: Path) -> bytes | None:
    """The copy as it is on the disk; None where there is none. Raises OSError."""
    file = own_file(name, folder)
    return file.read_bytes() if file.is_file() else None


def put_aside(name: str, folder: Path) -> Path:
    """Takes the user's copy out of use without deleting it; returns where it is now. Raises OSError."""
    file = own_file(name, folder)
    number = 1
    while (aside := file.with_name(f"{file.name}.alt{number}")).exists():
        number += 1
    return file.rename(aside)


def _write(name: str, folder: Path, text: str, wanted: Mapping[Keys, Any]) -> None:
    """Tries a text before it takes the place of the old file; one that says nothing is no file."""
    file = own_file(name, folder)
    if not text.strip() and is_shipped(name):
        file.unlink(missing_ok=True)
        return
    data = text.encode("utf-8")
    with tempfile.TemporaryDirectory() as place:
        trial = own_file(name, Path(place))
        trial.write_bytes(data)
        try:
            load(name, Path(place))
            if settings(name, Path(place)) != wanted:
                raise ProfileError(ProfileProblem.NOT_TOML, trial)
        except ProfileError as error:
            raise ProfileError(error.problem, file, error.key, error.detail) from error
    folder.mkdir(parents=True, exist_ok=True)
    safe_write(file, data)


def _free_name(title: str, folder: Path) -> str:
    stem = re.sub(r"[^a-z0-9]+", "-", title.casefold().translate(_LETTERS)).strip("-")[:50] or "haus"
    taken, name, number = set(names(folder)), stem, 2
    while name in taken:
        name, number = f"{stem}-{number}", number + 1
    return name


# --- the values of TOML


def _plain(found: Mapping[Keys, Any]) -> dict[Keys, Any]:
    flat: dict[Keys, Any] = {}
    for here, value in found.items():
        if isinstance(value, Mapping):
            flat.update({(*here, str(key)): _bare(word) for key, word in value.items()})
        else:
            flat[here] = _bare(value)
    return flat


def _bare(value: Any) -> Any:
    if isinstance(value, str):
        return str(value)
    if isinstance(value, tuple | list):
        return [_bare(one) for one in value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: _bare(getattr(value, field.name)) for field in dataclasses.fields(value)}
    return value


# --- the file


def _document(file: Path) -> TOMLDocument:
    return tomlkit.parse(file.read_text(encoding="utf-8")) if file.is_file() else tomlkit.document()


def _put(document: TOMLDocument, here: Keys, value: Any) -> None:
    table: Any = document
    for key in here[:-1]:
        if key not in table or isinstance(table[key], str):
            table[key] = tomlkit.table()
        table = table[key]
    if here[-1] in table and isinstance(value, list):
        del table[here[-1]]  # a list of tables may stand there in another form
    table[here[-1]] = _item(value)


def _spread(document: TOMLDocument, place: Keys, wanted: Mapping[Keys, Any]) -> None:
    """Where one word stood for all looks, each look gets it, so that one of them can differ."""
    table: Any = document
    for key in place:
        table = table.get(key) if hasattr(table, "get") else None
    if isinstance(table, str):
        for here, value in wanted.items():
            if here[:-1] == place:
                _put(document, here, value)


def _item(value: Any) -> Any:
    if isinstance(value, list):
        made = tomlkit.array()
        for one in value:
            made.append(_item(one))
        return made.multiline(len(str(value)) > _LINE)
    if isinstance(value, dict):
        table = tomlkit.inline_table()
        table.update(value)
        return table
    return tomlkit.item(value)


def _remove(document: TOMLDocument, here: Keys) -> None:
    """Takes a key out, and the tables that are empty then; a table with a remark of the user's stays."""
    tables: list[Any] = [document]
    for key in here[:-1]:
        if key not in tables[-1] or isinstance(tables[-1][key], str):
            return
        tables.append(tables[-1][key])
    if here[-1] not in tables[-1]:
        return
    del tables[-1][here[-1]]
    for place in range(len(here) - 2, -1, -1):
        table = tables[place + 1]
        if not len(table) and "#" not in table.as_string():
            del tables[place][here[place]]
