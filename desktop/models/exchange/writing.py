"""Values to plain data of a session file, in canonical order and always valid.

Keys become ids again. What refers to something that is not in the file is left out, as is a value that is nothing
without it (the membership in a body that is not there). What the desk may hold half done and the schema does not allow
gets the emptiest valid form: a motion without wording an empty one, a secret vote no names.
"""

import base64
from collections.abc import Mapping
from typing import Any

from desktop.models.exchange.plans import ENTRY_CLASSES, WITH_ID, Property, inside, properties, references
from desktop.models.values import (
    Election,
    FactionRow,
    File,
    Identified,
    Motion,
    Person,
    SessionFile,
    Speech,
    TextEntry,
    Value,
    Vote,
    VoteMethod,
)

#: of these properties one must be there; where none is, the last is written with this content
_ONE_OF: dict[type[Value], tuple[tuple[str, ...], Any]] = {
    Person: (("function", "familyName"), ""),
    FactionRow: (("organization", "person", "label"), ""),
    TextEntry: (("heading", "text"), ""),
    Speech: (("speaker", "speakerName"), ""),
    Motion: (("title", "paper", "text"), ""),
    Vote: (
        (
            *("yes", "no", "abstentions", "ballots", "verdict", "accepted", "unanimous", "rest"),
            *("options", "byFaction"),
        ),
        [],
    ),
}
_NOT_IN_SECRET = {"ballots", "byFaction"}


class Writing:
    """One pass over one session; ``attachments`` maps the SHA-512 of files to their bytes."""

    def __init__(self, session: SessionFile, attachments: Mapping[str, bytes]) -> None:
        self._session = session
        self._attachments = attachments
        self._ids = _allocate(session)

    def content(self) -> dict[str, Any]:
        """The plain data of the session, without format and version."""
        return self._object(self._session) or {}

    def _object(self, value: Value) -> dict[str, Any] | None:
        """The object of a value; None where a reference it cannot do without points out of the file."""
        cls = type(value)
        data: dict[str, Any] = {"kind": cls.kind.value} if cls in ENTRY_CLASSES.values() else {}  # type: ignore[attr-defined]
        for prop in properties(cls):
            content = self._content(value, prop)
            if content is not None and (content != [] or prop.required):
                data[prop.name] = content
            elif prop.required:
                return None
        self._complete(value, data)
        return data

    def _content(self, value: Value, prop: Property) -> Any:
        if prop.attribute == "id" and isinstance(value, Identified):
            return self._ids.get(value.key)
        content = getattr(value, prop.attribute)
        if content is None:
            return None
        if isinstance(value, File) and prop.attribute == "content":
            return self._base64(content)
        if not prop.many:
            return self._part(prop, content)
        parts = (self._part(prop, part) for part in content)
        return [part for part in parts if part is not None]

    def _part(self, prop: Property, part: Any) -> Any:
        if prop.targets:
            return self._ids.get(part)
        if prop.nested:
            return self._object(part)
        if prop.choices:
            return part.value
        return dict(part) if isinstance(part, Mapping) else part

    def _base64(self, digest: str) -> str | None:
        data = self._attachments.get(digest)
        return None if data is None else base64.b64encode(data).decode("ascii")

    @staticmethod
    def _complete(value: Value, data: dict[str, Any]) -> None:
        secret = isinstance(value, Vote) and value.method is VoteMethod.SECRET
        if secret:
            for name in _NOT_IN_SECRET:
                data.pop(name, None)
        names, emptiest = _ONE_OF.get(type(value), ((), None))
        if names and not any(name in data for name in names):
            data["options" if secret else names[-1]] = emptiest
        if isinstance(value, Election) and not value.rounds:
            data["rounds"] = [{"candidates": []}]


def _allocate(session: SessionFile) -> dict[str, str]:
    """Ids by key for all that carries one, needs one or is referred to; unique in the file, given ones first."""
    values = list(inside(session))
    rows = [value for value in values if isinstance(value, Identified)]
    wanted = {key for value in values for key in references(value)}
    ids: dict[str, str] = {}
    used: set[str] = set()
    for row in rows:
        if row.id and row.id not in used:
            ids[row.key] = row.id
            used.add(row.id)
    for row in rows:
        if row.key not in ids and (row.id or row.key in wanted or isinstance(row, WITH_ID)):
            ids[row.key] = _unused(row.id or row.key, used)
            used.add(ids[row.key])
    return ids


def _unused(wanted: str, used: set[str]) -> str:
    candidate, number = wanted, 1
    while candidate in used:
        number += 1
        candidate = f"{wanted}-{number}"
    return candidate
