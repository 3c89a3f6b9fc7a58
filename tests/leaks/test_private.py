"""What only the complete session file holds: marked in the values as the schema says, and never named by documents."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop.models.exchange.plans import properties
from desktop.models.values import SessionFile, Value
from tests.strategies import SCHEMA
from tests.test_architecture import MODULES, name_of

#: the house's word for a draft
_ALLOWED = {("export.compose.running", "draft")}


def classes(cls: type[Value]) -> set[type[Value]]:
    """A class and all that can stand within it."""
    return {cls}.union(*(classes(inner) for prop in properties(cls) for inner in prop.nested))


def said_by(schema: Any) -> Iterator[str]:
    """The names of the fields of which a schema says it."""
    if isinstance(schema, list):
        for part in schema:
            yield from said_by(part)
    elif isinstance(schema, dict):
        for name, part in schema.get("properties", {}).items():
            if "only in the complete session file" in part.get("description", ""):
                yield name
        for part in schema.values():
            yield from said_by(part)


def test_the_values_mark_what_the_schema_says() -> None:
    marked = [prop.name for cls in classes(SessionFile) for prop in properties(cls) if prop.private]
    assert sorted(marked) == sorted(said_by(SCHEMA))
    assert set(marked) == {"reason", "note", "prepared", "draft"}


PRIVATE = {prop.attribute for cls in classes(SessionFile) for prop in properties(cls) if prop.private}


@pytest.mark.parametrize(
    "path", [p for p in MODULES if name_of(p).startswith(("export.compose", "export.pdf", "export.word"))], ids=name_of
)
def test_no_document_names_what_it_must_not_print(path: Path) -> None:
    named = {node.attr for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Attribute)}
    assert {name for name in named & PRIVATE if (name_of(path), name) not in _ALLOWED} == set()
