"""Values to plain JSON data and back, by reflection over the dataclasses.

The one place that knows how a field is typed. Rows use it for their JSON columns and the history.
"""

import dataclasses
import types
import typing
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from desktop.models.values import REFERENCE, Value

_REFERENCES: dict[type[Value], frozenset[str]] = {}
_KNOWN: dict[type[Value], dict[str, Any]] = {}


def field_types(cls: type[Value]) -> dict[str, Any]:
    """The fields of a value class with their types, ``None`` taken off, in order; ClassVars left out."""
    if cls not in _KNOWN:
        hints = typing.get_type_hints(cls)
        _KNOWN[cls] = {field.name: _without_none(hints[field.name]) for field in dataclasses.fields(cls)}
    return _KNOWN[cls]


def reference_fields(cls: type[Value]) -> frozenset[str]:
    """The fields of a value class that hold keys of other rows."""
    if cls not in _REFERENCES:
        _REFERENCES[cls] = frozenset(field.name for field in dataclasses.fields(cls) if REFERENCE in field.metadata)
    return _REFERENCES[cls]


def map_references(value: Any, keys: Mapping[str, str]) -> Any:
    """The value with every key and every reference in it replaced by ``keys``, where it is named there."""
    if isinstance(value, tuple):
        return tuple(map_references(item, keys) for item in value)
    if not isinstance(value, Value):
        return value
    changed = {}
    for name in field_types(type(value)):
        item = getattr(value, name)
        if name == "key" or name in reference_fields(type(value)):
            new = tuple(keys.get(key, key) for key in item) if isinstance(item, tuple) else keys.get(item, item)
        else:
            new = map_references(item, keys)
        if new != item:
            changed[name] = new
    return dataclasses.replace(value, **changed) if changed else value


def _without_none(hint: Any) -> Any:
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        rest = [part for part in typing.get_args(hint) if part is not type(None)]
        return rest[0] if len(rest) == 1 else typing.Union[tuple(rest)]  # noqa: UP007 - built at run time
    return hint


def element_type(hint: Any) -> Any:
    """What a ``tuple[X, ...]`` holds; None for any other type."""
    return typing.get_args(hint)[0] if typing.get_origin(hint) is tuple else None


def to_plain(value: Any) -> Any:
    """A field's value as JSON data; absent properties of nested values are left out."""
    if isinstance(value, Value):
        pairs = ((name, getattr(value, name)) for name in field_types(type(value)))
        return {name: to_plain(item) for name, item in pairs if item is not None and item != ()}
    if isinstance(value, tuple):
        return [to_plain(item) for item in value]
    if isinstance(value, Mapping):
        return dict(value)
    return value


def from_plain(hint: Any, data: Any) -> Any:
    """The inverse of ``to_plain`` for a field of type ``hint``."""
    if data is None:
        return None
    element = element_type(hint)
    if element is not None:
        return tuple(from_plain(element, item) for item in data)
    if isinstance(hint, type):
        if issubclass(hint, Value):
            known = field_types(hint)
            return hint(**{name: from_plain(known[name], item) for name, item in data.items()})
        if issubclass(hint, StrEnum | bool):
            return hint(data)
    return data
