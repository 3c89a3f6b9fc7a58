"""A canary in every text of a session file, and which of them the public must not see."""

import base64
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from tests.strategies import DEFINITIONS, KINDS, SCHEMA, TARGETS


@dataclass
class Canaries:
    """Puts a token of its own into every text and id of a session file, and knows which the public must not see.

    The rules stand here a second time, read from the schema and not from the code.
    """

    content: dict[str, Any]
    prefix: str = "K"
    count: int = 0
    hidden: dict[str, str] = field(default_factory=dict)
    shown: dict[str, str] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)
    votes: set[str] = field(default_factory=set)

    def token(self, path: str, hidden: bool, kind: str = "") -> str:
        self.count += 1
        token = f"{self.prefix}{kind}{self.count}E"
        (self.hidden if hidden else self.shown)[token] = path
        return token

    def place(self) -> None:
        visible = set(self.visible_ids())
        self.votes = set(votes_shown(self.content["meetings"][0]))
        papers = {paper["id"] for paper in self.content.get("papers", ()) if paper.get("public") and self.used(paper)}
        for name, part in self.content.items():
            schema = SCHEMA["properties"][name]
            if name == "body":
                self.mark(part, DEFINITIONS["body"], name, False)
            elif name in ("persons", "organizations"):
                for one in part:
                    gone = one["id"] not in visible
                    self.mark(one, DEFINITIONS[name[:-1]], name, gone or bool(one.get("protected")))
            elif name == "papers":
                for paper in part:
                    self.mark(paper, DEFINITIONS["paper"], name, paper["id"] not in papers)
            elif name == "meetings":
                for meeting in part:
                    closed = meeting is not part[0] or meeting.get("publicity") == "nonpublic"
                    self.mark(meeting, schema["items"], name, closed)
        rename(self.content, self.ids)

    def mark(self, data: Any, schema: dict[str, Any], path: str, hidden: bool) -> None:
        if "$ref" in schema:
            name = schema["$ref"].rsplit("/", 1)[1]
            if name == "entry":
                name = KINDS[data["kind"]]
                hidden = hidden or data.get("public") is False or bool(data.get("prepared"))
            elif name == "agendaItem":
                hidden = hidden or not data["public"]
            elif name == "file":
                hidden = hidden or data.get("public") is not True
            self.mark(data, DEFINITIONS[name], path, hidden)
        elif isinstance(data, list):
            for part in data:
                self.mark(part, schema["items"], path, hidden)
        elif isinstance(data, dict) and "properties" not in schema:
            for name in data:
                data[name] = self.marked(data[name], f"{path}/{name}", hidden)
        elif isinstance(data, dict):
            hidden = hidden or (path.endswith("consultations") and data.get("public") is False)
            hidden = hidden or (path.endswith(("objections", "corrections")) and data.get("public") is False)
            hidden = hidden or (path.endswith("invitation") and data["public"] is False)
            for name in data:
                self.mark_property(data, name, schema["properties"][name], f"{path}/{name}", hidden)

    def mark_property(self, data: dict[str, Any], name: str, schema: dict[str, Any], path: str, hidden: bool) -> None:
        if name == "id":
            self.ids[data["id"]] = self.token(path, hidden, "ID")
        elif is_text(schema) and name not in ("profile", "mimeType", "sha512Checksum"):
            never = name in ("note", "draft") or (
                name == "reason" and path.split("/")[-2] in ("attendance", "recusals")
            )
            never = never or (name == "voidReason" and data.get("voids") not in self.votes)
            announced = name == "announcement" or name == "publicName"
            data[name] = self.marked(data[name], path, never or (hidden and not announced))
        elif schema.get("contentEncoding"):
            token = self.token(path, hidden, "B")
            data[name] = base64.b64encode(token.encode()).decode()
        elif isinstance(data[name], list | dict):
            if schema.get("items", {}).get("type") == "string":
                data[name] = [self.marked(text, path, hidden) for text in data[name]]
            else:
                self.mark(data[name], schema, path, hidden)

    def marked(self, text: str, path: str, hidden: bool) -> str:
        redacted = self.token(path + " ⟦⟧", True, "R")
        return f"{self.token(path, hidden)} ⟦{redacted}⟧ {text}"

    def used(self, paper: dict[str, Any]) -> bool:
        """Whether a paper occurs in a visible part, or nowhere at all."""
        return paper["id"] in {*self.visible_ids()} or paper["id"] not in {*references(self.content, hide=False)}

    def visible_ids(self) -> Iterator[str]:
        """What the visible parts of the first meeting and the public papers refer to, to begin with."""
        meeting = self.content["meetings"][0]
        papers = [paper for paper in self.content.get("papers", ()) if paper.get("public")]
        yield from references([meeting], hide=True)
        yield from references(papers, hide=True)
        for person in self.content.get("persons", ()):
            yield from references(person.get("memberships", []), hide=True)


def votes_shown(meeting: dict[str, Any]) -> Iterator[str]:
    """The ids of the votes that are public."""
    courses = [item.get("proceedings", []) for item in meeting["agenda"] if item["public"]]
    for entries in (meeting.get("opening", []), *courses, meeting.get("closing", [])):
        for one in entries:
            if one["kind"] == "vote" and one.get("public") is not False and not one.get("prepared"):
                yield one.get("id", "")


def is_text(schema: dict[str, Any]) -> bool:
    if schema.get("$ref") == "#/$defs/text":
        return True
    return schema.get("type") == "string" and not {"pattern", "format", "contentEncoding", "enum"} & schema.keys()


def references(data: Any, *, hide: bool) -> Iterator[str]:
    if isinstance(data, list):
        for part in data:
            if isinstance(part, dict):
                yield from references(part, hide=hide)
    elif isinstance(data, dict):
        if hide and (data.get("public") is False or data.get("prepared") or data.get("publicity") == "nonpublic"):
            return
        for name, part in data.items():
            if name in TARGETS and not isinstance(part, dict):
                yield from [one for one in (part if isinstance(part, list) else [part]) if isinstance(one, str)]
            if isinstance(part, list | dict):
                yield from references(part, hide=hide)


def rename(data: Any, ids: dict[str, str]) -> None:
    """Gives things the ids they are to have, and all that refer to them."""
    for name, part in data.items() if isinstance(data, dict) else ():
        if (name == "id" or name in TARGETS) and isinstance(part, str):
            data[name] = ids.get(part, part)
        elif name in TARGETS and isinstance(part, list) and part and isinstance(part[0], str):
            data[name] = [ids[one] for one in part]
    for part in data.values() if isinstance(data, dict) else data:
        if isinstance(part, list | dict):
            rename(part, ids)
