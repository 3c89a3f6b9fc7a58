"""A fresh book is what the tables say, and the tables mirror the values and the session file."""

import dataclasses
import json
import re

from playhouse.sqlcipher_ext import SqlCipherDatabase

from desktop.models import migrations, schema
from desktop.models.rows import SHAPES
from desktop.paths import resource


def _definitions(db: SqlCipherDatabase) -> dict[str, str]:
    rows = db.execute_sql("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    return {name: re.sub(r"\s+", " ", sql).replace("IF NOT EXISTS ", "").strip() for name, sql in rows}


def test_a_migrated_book_has_the_tables_of_the_schema() -> None:
    migrated, declared = SqlCipherDatabase(":memory:"), SqlCipherDatabase(":memory:")
    migrations.run(migrated, 0)
    with declared.bind_ctx(schema.TABLES):
        declared.create_tables(schema.TABLES)
    assert _definitions(migrated) == _definitions(declared)


def test_every_table_has_exactly_the_columns_of_its_value() -> None:
    place = {"key", "parent", "slot", "rank", "meeting"}
    for shape in SHAPES.values():
        assert set(shape.table._meta.fields) - place == set(shape.columns), shape.cls


def test_the_values_have_exactly_the_properties_of_the_session_file() -> None:
    definitions = json.loads(resource("session-file.schema.json").read_text("utf-8"))["$defs"]
    for name, shape in SHAPES.items():
        definition = definitions.get(name[0].lower() + name[1:])
        if definition is not None:
            fields = {field.name for field in dataclasses.fields(shape.cls)} - {"key"}
            properties = {re.sub("([A-Z])", r"_\1", prop).lower() for prop in definition["properties"]} - {"kind"}
            if name == "AgendaItem":
                properties.add("kind")
            assert {field.rstrip("_") for field in fields} == properties | {"id"} & fields, name


def test_all_tables_are_strict() -> None:
    db = SqlCipherDatabase(":memory:")
    migrations.run(db, 0)
    assert all(
        row[0]
        for row in db.execute_sql(
            "SELECT strict FROM pragma_table_list WHERE schema='main' AND name NOT LIKE 'sqlite_%'"
        ).fetchall()
    )
