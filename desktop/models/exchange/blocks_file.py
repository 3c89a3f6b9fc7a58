"""Files of text blocks: what houses hand to each other. Strict in, strict out.

A JSON object: ``format`` is ``protokollpult-textbausteine``, ``version`` is 1, ``blocks`` a list of objects with
``shortcut`` and ``text`` (unless ``hidden`` is true), and if need be ``name``, ``situation`` (a key of the starter
set), ``organization`` (the name of the Gremium they are for) and ``hidden`` (the shipped block of this short form is
not offered).
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any, NoReturn

from desktop.models.exchange.errors import InvalidFileError, Problem, UnsupportedFileError, shorten
from desktop.models.exchange.json_text import Path, near, parse, pointer
from desktop.models.values.aside import TextBlock

FORMAT = "protokollpult-textbausteine"
VERSION = 1
_TEXTS = ("shortcut", "name", "situation", "organization", "text")
_HEAD = ("format", "version", "blocks")


def write(blocks: Iterable[TextBlock], organizations: Mapping[str, str]) -> bytes:
    """The file of blocks. ``organizations`` are names by key."""
    content = {"format": FORMAT, "version": VERSION, "blocks": [_written(one, organizations) for one in blocks]}
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def _written(block: TextBlock, organizations: Mapping[str, str]) -> dict[str, Any]:
    values = {
        "shortcut": block.shortcut,
        "name": block.name,
        "situation": block.situation,
        "organization": organizations.get(block.organization or ""),
        "text": block.text,
        "hidden": block.hidden,
    }
    return {name: value for name, value in values.items() if value}


def read(data: bytes) -> tuple[TextBlock, ...]:
    """The blocks of a file; ``organization`` of them is the name of a Gremium, not a key. Raises ExchangeError."""
    content = parse(data)
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise UnsupportedFileError(Problem.NO_BLOCKS)
    if content.get("version") != VERSION:
        raise UnsupportedFileError(Problem.NEWER_VERSION, found=(shorten(content.get("version")),))
    unknown = next((name for name in content if name not in _HEAD), None)
    if unknown is not None:
        _refuse(content, (), Problem.UNKNOWN_PROPERTY, found=(shorten(unknown),))
    blocks = content.get("blocks")
    if not isinstance(blocks, list):
        _refuse(content, ("blocks",), Problem.WRONG_TYPE, expected=("array",))
    return tuple(_read(content, ("blocks", place), raw) for place, raw in enumerate(blocks))


def _read(content: Any, path: Path, raw: Any) -> TextBlock:
    if not isinstance(raw, dict):
        _refuse(content, path, Problem.WRONG_TYPE, expected=("object",))
    for name, value in raw.items():
        if name not in (*_TEXTS, "hidden"):
            _refuse(content, path, Problem.UNKNOWN_PROPERTY, found=(shorten(name),))
        wanted = bool if name == "hidden" else str
        if not isinstance(value, wanted):
            _refuse(content, (*path, name), Problem.WRONG_TYPE, expected=("boolean" if wanted is bool else "string",))
    for name in ("shortcut",) if raw.get("hidden") else ("shortcut", "text"):
        if name not in raw:
            _refuse(content, path, Problem.MISSING_PROPERTY, expected=(name,))
        if not raw[name].strip():
            _refuse(content, (*path, name), Problem.TOO_SHORT)
    return TextBlock(**{**raw, "hidden": raw.get("hidden") or None})


def _refuse(
    content: Any, path: Path, problem: Problem, *, found: tuple[str, ...] = (), expected: tuple[str, ...] = ()
) -> NoReturn:
    raise InvalidFileError(problem, pointer(path), found=found, expected=expected, near=near(content, path))
