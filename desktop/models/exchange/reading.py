"""Plain data of a valid session file to values: new keys for all rows, references resolved to them."""

import base64
import binascii
import hashlib
from dataclasses import dataclass, field
from typing import Any, NoReturn
from uuid import uuid4

from desktop.models.exchange.errors import BrokenReferenceError, InvalidFileError, Problem, shorten
from desktop.models.exchange.json_text import Path, near, pointer
from desktop.models.exchange.plans import Property, class_of, properties
from desktop.models.values import File, Identified, Row, SessionFile, Value

ATTACHMENT_LIMIT = 50 * 1024 * 1024


@dataclass(slots=True)
class _Known:
    """What an id of the file stands for."""

    key: str
    cls: type[Identified]
    path: Path


@dataclass(slots=True)
class Reading:
    """One pass over one file; ``attachments`` collects the bytes of its files by their SHA-512."""

    content: dict[str, Any]
    attachments: dict[str, bytes] = field(default_factory=dict)
    _known: dict[str, _Known] = field(default_factory=dict)

    def session(self) -> SessionFile:
        """The values. Raises BrokenReferenceError and, for attachments, InvalidFileError."""
        self._collect(SessionFile, self.content, ())
        return self._value(SessionFile, self.content, ())  # type: ignore[return-value]

    def _collect(self, cls: type[Value], data: dict[str, Any], path: Path) -> None:
        if issubclass(cls, Identified) and "id" in data:
            first = self._known.setdefault(data["id"], _Known(str(uuid4()), cls, path))
            if first.path != path:
                self._refuse(Problem.DUPLICATE_ID, (*path, "id"), (data["id"],), (pointer(first.path),))
        for prop in properties(cls):
            if prop.nested and prop.name in data:
                for part, place in self._parts(prop, data, path):
                    self._collect(class_of(prop.nested, part), part, place)

    @staticmethod
    def _parts(prop: Property, data: dict[str, Any], path: Path) -> list[tuple[Any, Path]]:
        content = data[prop.name]
        if not prop.many:
            return [(content, (*path, prop.name))]
        return [(part, (*path, prop.name, index)) for index, part in enumerate(content)]

    def _value(self, cls: type[Value], data: dict[str, Any], path: Path) -> Value:
        fields: dict[str, Any] = {}
        for prop in properties(cls):
            if prop.name in data:
                parts = [self._part(prop, part, place) for part, place in self._parts(prop, data, path)]
                fields[prop.attribute] = tuple(parts) if prop.many else parts[0]
        if issubclass(cls, Row):
            known = self._known.get(data["id"]) if "id" in data else None
            fields["key"] = known.key if known else str(uuid4())
        if cls is File and "content" in data:
            fields["content"] = self._attachment(data["content"], (*path, "content"))
        return cls(**fields)

    def _part(self, prop: Property, data: Any, path: Path) -> Any:
        if prop.targets:
            return self._reference(prop, data, path)
        if prop.nested:
            return self._value(class_of(prop.nested, data), data, path)
        if prop.choices:
            return prop.choices(data)
        # 1.0 is an integer for JSON Schema.
        return int(data) if prop.number else data

    def _reference(self, prop: Property, wanted: str, path: Path) -> str:
        known = self._known.get(wanted)
        if known is None:
            self._refuse(Problem.DANGLING_REFERENCE, path, (wanted,), ())
        if known.cls not in prop.targets:
            kinds = tuple(cls.__name__ for cls in prop.targets)
            self._refuse(Problem.WRONG_REFERENCE, path, (wanted, known.cls.__name__), kinds)
        return known.key

    def _refuse(self, problem: Problem, path: Path, found: tuple[str, ...], expected: tuple[str, ...]) -> NoReturn:
        short = tuple(shorten(text) for text in found)
        raise BrokenReferenceError(
            problem, pointer(path), found=short, expected=expected, near=near(self.content, path)
        )

    def _attachment(self, text: str, path: Path) -> str:
        around = near(self.content, path)
        try:
            data = base64.b64decode(text, validate=True)
        except (binascii.Error, ValueError):
            raise InvalidFileError(Problem.BAD_BASE64, pointer(path), near=around) from None
        if len(data) > ATTACHMENT_LIMIT:
            limit = (str(ATTACHMENT_LIMIT),)
            raise InvalidFileError(Problem.ATTACHMENT_TOO_LARGE, pointer(path), expected=limit, near=around)
        digest = hashlib.sha512(data).hexdigest()
        self.attachments[digest] = data
        return digest
