"""JSON text to plain data, strictly: what Python's json module lets through and a session must not carry is refused.

Sources: RFC 8259 §4 (names unique), §6 (no NaN), §8.1 (UTF-8); the limits are those of the book.
"""

import codecs
import json
import math
from collections import Counter
from collections.abc import Iterator
from typing import Any

from desktop.models.clean import first_forbidden
from desktop.models.exchange.errors import Problem, UnreadableFileError

#: an attachment of 50 MB is 67 MB of base64, and a file may carry several
LIMIT = 200 * 1024 * 1024
#: what an integer column of the book holds
BIGGEST = 2**63 - 1
_TOO_BIG = BIGGEST + 1

Path = tuple[Any, ...]


def pointer(path: Path) -> str:
    """A JSON pointer (RFC 6901) to a place in a file."""
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in path)


def near(data: Any, path: Path) -> str:
    """The id, number or name of the closest thing on the way to ``path`` that has one."""
    name = ""
    for part in (*path, None):
        if isinstance(data, dict):
            named = (data.get(key) for key in ("id", "number", "name"))
            name = next((value for value in named if isinstance(value, str) and value), name)
        if part is None or not isinstance(data, dict | list):
            break
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            break
    return name


def parse(data: bytes) -> Any:
    """Plain data of a JSON text in UTF-8, with or without a byte order mark. Raises UnreadableFileError."""
    if len(data) > LIMIT:
        raise UnreadableFileError(Problem.TOO_LARGE, expected=(str(LIMIT),))
    repeated: list[tuple[dict[str, Any], str]] = []
    try:
        content = json.loads(
            _decode(data),
            object_pairs_hook=lambda pairs: _unique(pairs, repeated),
            parse_int=_integer,
            parse_constant=lambda _: math.nan,
        )
    except json.JSONDecodeError as error:
        raise UnreadableFileError(Problem.BROKEN_JSON, line=error.lineno, column=error.colno) from None
    except RecursionError:
        raise UnreadableFileError(Problem.TOO_DEEP) from None
    if repeated:
        # The outermost object is noted last; only that one is sure to be part of the content.
        owner, name = repeated[-1]
        path = next(path for path, value in walk(content) if value is owner)
        raise UnreadableFileError(Problem.DUPLICATE_PROPERTY, pointer(path), found=(name,), near=near(content, path))
    _check_leaves(content)
    return content


def _decode(data: bytes) -> str:
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8")) + 1
        raise UnreadableFileError(Problem.NOT_UTF8, line=line, column=column) from None


def _unique(pairs: list[tuple[str, Any]], repeated: list[tuple[dict[str, Any], str]]) -> dict[str, Any]:
    content = dict(pairs)
    if len(content) != len(pairs):
        twice = Counter(name for name, _ in pairs).most_common(1)[0][0]
        repeated.append((content, twice))
    return content


def _integer(text: str) -> int:
    """Python refuses integers beyond 4,300 digits and is slow before that; the place is found when walking."""
    return int(text) if len(text) <= len(str(_TOO_BIG)) else _TOO_BIG


def walk(content: Any) -> Iterator[tuple[Path, Any]]:
    """Everything in plain data with its path, in the order of the file; property names are left to the caller."""
    waiting: list[tuple[Path, Any]] = [((), content)]
    while waiting:
        path, value = waiting.pop()
        yield path, value
        if isinstance(value, dict):
            waiting.extend(((*path, name), value[name]) for name in reversed(value))
        elif isinstance(value, list):
            waiting.extend(((*path, index), value[index]) for index in reversed(range(len(value))))


def _check_leaves(content: Any) -> None:
    for path, value in walk(content):
        wrong = _wrong_with(value)
        if wrong:
            problem, found = wrong
            raise UnreadableFileError(problem, pointer(path), found=found, near=near(content, path))


def _wrong_with(value: Any) -> tuple[Problem, tuple[str, ...]] | None:
    if isinstance(value, str | dict):
        for text in (value,) if isinstance(value, str) else value:
            forbidden = first_forbidden(text)
            if forbidden:
                return Problem.FORBIDDEN_CHARACTER, (forbidden[1],)
    elif isinstance(value, float) and not math.isfinite(value):
        return Problem.NOT_A_NUMBER, ()
    elif isinstance(value, int | float) and abs(value) > BIGGEST:
        return Problem.NUMBER_TOO_BIG, ()
    return None
