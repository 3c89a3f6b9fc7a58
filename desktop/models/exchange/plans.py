"""How each value class looks in a session file, derived once from its fields.

Property names are those of the fields in camelCase (``from_`` is ``from``), in the order of the fields.
"""

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, get_args

from desktop.models.codec import element_type, field_types
from desktop.models.values import (
    PRIVATE,
    REFERENCE,
    AgendaItem,
    Election,
    ElectionRound,
    Entry,
    EntryKind,
    File,
    Identified,
    Meeting,
    Motion,
    Organization,
    Paper,
    Person,
    SessionFile,
    Value,
    Vote,
)

#: what a reference may point to, by the name of the field that holds it
TARGETS: dict[str, tuple[type[Identified], ...]] = {
    "agenda_item": (AgendaItem,),
    # A motion changes another motion; one on paper changes the paper.
    "amends": (Motion, Paper),
    "deputy_for": (Person,),
    "files": (File,),
    "from_item": (AgendaItem,),
    "item": (AgendaItem,),
    "meeting": (Meeting,),
    "minute_takers": (Person,),
    "movers": (Organization, Person),
    "on": (Motion, AgendaItem),
    "on_behalf_of": (Organization,),
    "organization": (Organization,),
    "organizations": (Organization,),
    "paper": (Paper,),
    "papers": (Paper,),
    "person": (Person,),
    "recused_persons": (Person,),
    "speaker": (Person,),
    "treated_with": (AgendaItem,),
    "until_item": (AgendaItem,),
    "voids": (Vote,),
}

#: lists that are written even when empty, because the schema demands them
REQUIRED_LISTS = {
    (SessionFile, "meetings"),
    (Meeting, "agenda"),
    (Election, "rounds"),
    (ElectionRound, "candidates"),
}

#: classes that the schema demands an id of
WITH_ID: tuple[type[Identified], ...] = (Organization, Person, Paper, Meeting, AgendaItem, Motion)

ENTRY_CLASSES: dict[EntryKind, type[Any]] = {cls.kind: cls for cls in get_args(Entry)}


@dataclass(frozen=True, slots=True)
class Property:
    """One field of a value class: its name in the file and what stands there."""

    attribute: str
    name: str
    many: bool
    #: a list that must be written, or a reference without which the whole value is meaningless
    required: bool
    #: what a reference may point to; empty for anything that is no reference
    targets: tuple[type[Identified], ...]
    #: value classes that stand here; several only for entries
    nested: tuple[type[Value], ...]
    choices: type[StrEnum] | None
    number: bool
    #: only in the complete session file
    private: bool


#: a row's key, and what a session brings along from the rest of its book
_OURS = {"key", "elsewhere"}

_PROPERTIES: dict[type[Value], tuple[Property, ...]] = {}


def properties(cls: type[Value]) -> tuple[Property, ...]:
    """The properties of a value class in canonical order; what never leaves the book is none."""
    if cls not in _PROPERTIES:
        types = field_types(cls)
        fields = (field for field in dataclasses.fields(cls) if field.name not in _OURS)
        _PROPERTIES[cls] = tuple(_property(cls, field, types[field.name]) for field in fields)
    return _PROPERTIES[cls]


def _property(cls: type[Value], field: Any, hint: Any) -> Property:
    element = element_type(hint)
    many = element is not None
    inner = element if many else hint
    classes = tuple(part for part in (get_args(inner) or (inner,)) if isinstance(part, type))
    reference = REFERENCE in field.metadata
    first = classes[0] if classes else object
    return Property(
        attribute=field.name,
        name=_camel(field.name),
        many=many,
        required=(cls, field.name) in REQUIRED_LISTS or (reference and not many and field.default is not None),
        targets=TARGETS[field.name] if reference else (),
        nested=classes if issubclass(first, Value) else (),
        choices=first if issubclass(first, StrEnum) else None,
        number=first is int,
        private=PRIVATE in field.metadata,
    )


def _camel(name: str) -> str:
    head, *rest = name.rstrip("_").split("_")
    return head + "".join(word.capitalize() for word in rest)


def class_of(nested: tuple[type[Value], ...], data: dict[str, Any]) -> type[Value]:
    """Which class an object of the file is; entries say it by their kind."""
    return nested[0] if len(nested) == 1 else ENTRY_CLASSES[data["kind"]]


def inside(value: Value) -> Iterator[Value]:
    """A value and all values within, in the order of the file."""
    yield value
    for prop in properties(type(value)):
        if prop.nested:
            content = getattr(value, prop.attribute)
            for part in content if prop.many else (content,):
                if part is not None:
                    yield from inside(part)


def references(value: Value) -> list[str]:
    """The keys that a value itself refers to, not what is inside it."""
    found: list[str] = []
    for prop in properties(type(value)):
        if prop.targets:
            content = getattr(value, prop.attribute)
            found.extend(content if prop.many else [content] if content else [])
    return found
