"""Random session files, made from the schema itself, so that no property is ever forgotten.

``session_files()`` gives plain data that follows the schema and whose references resolve; ``everything=True`` gives
all kinds of entry with all properties. ``texts()`` are texts as a file may carry them, rich in markup and redaction
marks.
"""

import json
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import timedelta, timezone
from typing import Any

from hypothesis import strategies as st

from desktop.paths import resource

SCHEMA = json.loads(resource("session-file.schema.json").read_text("utf-8"))
DEFINITIONS = SCHEMA["$defs"]
KINDS = {kind: "textEntry" if kind == "text" else kind for kind in DEFINITIONS["entry"]["properties"]["kind"]["enum"]}

_PERSONS, _ORGANIZATIONS, _ITEMS, _FILES, _PAPERS = ["person"], ["organization"], ["agendaItem"], ["file"], ["paper"]
#: what a property of the type id refers to, by its name
TARGETS = {
    "agendaItem": _ITEMS,
    "amends": ["motion"],
    "deputyFor": _PERSONS,
    "files": _FILES,
    "fromItem": _ITEMS,
    "item": _ITEMS,
    "meeting": ["meeting"],
    "minuteTakers": _PERSONS,
    "movers": _PERSONS + _ORGANIZATIONS,
    "on": ["motion", *_ITEMS],
    "onBehalfOf": _ORGANIZATIONS,
    "organization": _ORGANIZATIONS,
    "organizations": _ORGANIZATIONS,
    "paper": _PAPERS,
    "papers": _PAPERS,
    "person": _PERSONS,
    "recusedPersons": _PERSONS,
    "speaker": _PERSONS,
    "treatedWith": _ITEMS,
    "untilItem": _ITEMS,
    "voids": ["vote"],
}
#: given where one of several properties must be there and none was drawn
_FALLBACK = {"familyName": "Muster", "text": "x", "speakerName": "Muster", "accepted": True, "label": "Gruppe"}

_CHARACTERS = st.one_of(
    st.sampled_from(list("aZ19 äßé.,:-–\n\t\\*_#>|⟦⟧¦~`<&+()[]😀\u00a0\u00ad")),
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"),
)


def _writable(text: str) -> bool:
    return not any(ord(char) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(char) <= 0xFDEF for char in text)


def texts(max_size: int = 12) -> st.SearchStrategy[str]:
    """Any text that a file may carry, the empty one included."""
    return st.text(_CHARACTERS, max_size=max_size).filter(_writable)


_ZONES = st.integers(-23 * 60, 23 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
_DATES = st.dates().map(str)
_DATE_TIMES = st.datetimes(timezones=_ZONES).map(lambda moment: moment.isoformat(timespec="seconds"))


@dataclass(frozen=True)
class _Reference:
    targets: list[str]


@dataclass
class _Maker:
    draw: st.DrawFn
    everything: bool
    ids: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    checks: list[tuple[dict[str, Any], dict[str, Any]]] = field(default_factory=list)

    def make(self, schema: dict[str, Any], name: str = "", kind: str = "") -> Any:
        if "$ref" in schema:
            target = schema["$ref"].rsplit("/", 1)[1]
            if target == "id":
                return self.new_id(kind) if name == "id" else _Reference(TARGETS[name])
            if target == "start":
                return self.draw(st.one_of(_DATES, _DATE_TIMES))
            if target == "entry":
                return self.entry(self.draw(st.sampled_from(list(KINDS))))
            return self.make(DEFINITIONS[target], name, target)
        if "const" in schema:
            return schema["const"]
        if "enum" in schema:
            return self.draw(st.sampled_from(schema["enum"]))
        return getattr(self, schema["type"])(schema, name, kind)

    def entry(self, kind: str) -> Any:
        return self.make(DEFINITIONS[KINDS[kind]], kind=kind)

    def new_id(self, kind: str) -> str:
        number = sum(map(len, self.ids.values()))
        self.ids[kind].append(f"{kind[:2]}{self.draw(texts(3))}{number}")
        return self.ids[kind][-1]

    def object(self, schema: dict[str, Any], _name: str, kind: str) -> dict[str, Any]:
        if "properties" not in schema:
            return self.draw(st.dictionaries(texts(), texts(), min_size=1, max_size=2))
        required = schema.get("required", [])
        optional = [name for name in schema["properties"] if name not in required]
        chosen = (1 << len(optional)) - 1
        if not self.everything:
            chosen &= self.draw(st.integers(0, chosen)) & self.draw(st.integers(0, chosen))
        wanted = {*required, *(name for bit, name in enumerate(optional) if chosen >> bit & 1)}
        made = {name: self.make(part, name, kind) for name, part in schema["properties"].items() if name in wanted}
        self.checks.append((schema, made))
        return made

    def array(self, schema: dict[str, Any], name: str, kind: str) -> list[Any]:
        if self.everything and schema["items"].get("$ref", "").endswith("/entry"):
            return [self.entry(kind) for kind in KINDS]
        return [self.make(schema["items"], name, kind) for _ in range(self.draw(st.integers(1, 2)))]

    def string(self, schema: dict[str, Any], _name: str, _kind: str) -> str:
        if "pattern" in schema:
            return self.draw(st.from_regex(schema["pattern"].replace("$", r"\Z")))
        if schema.get("contentEncoding"):
            return self.draw(st.sampled_from(["", "AA==", "S2FuYXJpZQ=="]))
        if "format" in schema:
            return self.draw(_DATES if schema["format"] == "date" else _DATE_TIMES)
        return self.draw(texts()) or "x" * schema.get("minLength", 0)

    def integer(self, schema: dict[str, Any], _name: str, _kind: str) -> int:
        return self.draw(st.integers(schema.get("minimum", -5), 60))

    def boolean(self, _schema: dict[str, Any], _name: str, _kind: str) -> bool:
        return self.draw(st.booleans())

    def resolve(self, data: Any) -> Any:
        """The data with ids in the place of references; None for one that has nothing to refer to."""
        if isinstance(data, _Reference):
            known = [identity for kind in data.targets for identity in self.ids[kind]]
            return self.draw(st.sampled_from(known)) if known else None
        if isinstance(data, list):
            return [part for part in map(self.resolve, data) if part is not None]
        if not isinstance(data, dict):
            return data
        schema = next((schema for schema, made in self.checks if made is data), {})
        for name in list(data):
            data[name] = self.resolve(data[name])
            required = name in schema.get("required", ())
            if required and data[name] is None:
                return None
            if data[name] is None or (data[name] == [] and not required):
                del data[name]
        self.complete(schema, data)
        return data

    @staticmethod
    def complete(schema: dict[str, Any], data: dict[str, Any]) -> None:
        if data.get("method") == "secret":
            data.pop("ballots", None)
            data.pop("byFaction", None)
        names = [branch["required"][0] for branch in schema.get("anyOf", ())]
        if names and not any(name in data for name in names):
            name = next(name for name in names if name in _FALLBACK)
            data[name] = _FALLBACK[name]


@st.composite
def session_files(draw: st.DrawFn, *, everything: bool = False) -> dict[str, Any]:
    """Plain data of a session file that follows the schema, all ids unique, all references resolving."""
    maker = _Maker(draw, everything)
    return maker.resolve(maker.make(SCHEMA))
