"""What a new meeting of a body can begin with: its earlier meetings, and the agendas shipped for a first one."""

import json
import re
import tomllib
from collections.abc import Sequence
from fnmatch import fnmatchcase

from peewee import Database

from desktop.models import queries, schema
from desktop.models.shelf import Shelf
from desktop.models.values import ItemKind, Meeting
from desktop.models.values.aside import MeetingTemplate, StandingItem
from desktop.paths import resource

#: how many earlier meetings are looked through for what was put off
_MEETINGS = 4


def last_meetings(db: Database, organization: str, before: str) -> tuple[Meeting, ...]:
    """The last meetings of a body (its key) that began ``before`` an ISO moment, the newest first."""
    m = schema.Meeting
    earlier = m.organizations.contains(organization) & (m.start < before)
    asked = m.select(m.key, m.organizations).where(earlier).order_by(m.start.desc())
    keys = [str(key) for key, found in asked.tuples().execute(db) if organization in json.loads(found)]
    return tuple(_meeting(db, key) for key in keys[:_MEETINGS])


def _meeting(db: Database, key: str) -> Meeting:
    meeting = Shelf(queries.meeting_records(db, key)).value(key)
    assert isinstance(meeting, Meeting)
    return meeting


def templates(db: Database, organization: str) -> tuple[MeetingTemplate, ...]:
    """The templates of a body, in order."""
    rows = Shelf(queries.template_records(db, [organization]))
    found = [rows.value(key) for key in rows.children(organization, "templates")]
    return tuple(row for row in found if isinstance(row, MeetingTemplate))


def papers_named(db: Database, body: str, references: Sequence[str]) -> dict[str, str]:
    """The keys of the papers of a body by their numbers, as far as they are known."""
    paper = schema.Paper
    query = paper.select(paper.reference, paper.key).where(
        (paper.parent == body) & paper.reference.in_(list(references))
    )
    return {str(reference): str(key) for reference, key in query.tuples().execute(db)}


def starters(body: str = "") -> tuple[MeetingTemplate, ...]:
    """The agendas shipped with the program; those made for a body of this name first."""
    raw = tomllib.loads(resource("agendas", "standard.toml").read_text(encoding="utf-8"))["template"]
    words = re.findall(r"\w+", body.casefold())
    fitting = next(
        (one for one in raw if any(fnmatchcase(word, kind) for word in words for kind in one["bodies"])), None
    )
    return tuple(
        MeetingTemplate(name=one["name"], items=tuple(_standing(item) for item in one["items"]))
        for one in sorted(raw, key=lambda one: one is not fitting)
    )


def _standing(item: dict[str, str | bool]) -> StandingItem:
    kind = item.get("kind")
    text = item.get("text")
    return StandingItem(
        name=str(item["name"]),
        public=bool(item.get("public", True)),
        kind=ItemKind(str(kind)) if kind else None,
        text=str(text) if text else None,
    )
