"""Questions to the book. They run on the writer thread: ``book.query(queries.meetings)``."""

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from peewee import Database, fn

from desktop.models import schema
from desktop.models.errors import Damaged, MeetingUnknown
from desktop.models.exchange.plans import TARGETS
from desktop.models.history import loaded
from desktop.models.rows import SHAPES, Record, decode, record_from_columns
from desktop.models.shelf import references
from desktop.models.values import Elsewhere, Paper, Person, Publicity


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """A meeting as the list shows it. ``body`` is the Körperschaft, ``organization`` the lead committee."""

    key: str
    id: str | None
    name: str
    number: str | None
    start: str
    state: str | None
    body_key: str
    body: str
    organization: str


def meetings(db: Database) -> list[MeetingLine]:
    """All meetings, the newest first."""
    bodies = {row.key: row.name for row in schema.Body.select().execute(db)}
    committees = {row.key: row.name for row in schema.Organization.select().execute(db)}
    m = schema.Meeting
    query = m.select(m.key, m.id, m.name, m.number, m.start, m.state, m.parent, m.organizations)
    lines = []
    for row in query.order_by(m.start.desc(), m.key).tuples().execute(db):
        key, id_, name, number, start, state, body, organizations = row
        lead = committees.get(json.loads(organizations)[0], "") if organizations else ""
        lines.append(MeetingLine(key, id_, name, number, start, state, body, bodies.get(body, ""), lead))
    return lines


def find_meeting(db: Database, wanted: str) -> str:
    """The key of the meeting that answers to a key or id. Raises MeetingUnknown."""
    m = schema.Meeting
    keys = [row[0] for row in m.select(m.key).where((m.key == wanted) | (m.id == wanted)).tuples().execute(db)]
    if len(keys) != 1:
        raise MeetingUnknown(wanted, ambiguous=len(keys) > 1)
    return str(keys[0])


def _records(db: Database, table: str, condition: object) -> list[Record]:
    rows = SHAPES[table].table.select().where(condition).dicts().execute(db)
    return [_record(table, row) for row in rows]


def _record(table: str, row: dict[str, Any]) -> Record:
    try:
        return record_from_columns(table, row)
    except (ValueError, TypeError, KeyError) as error:
        raise Damaged(table, row["key"], str(error)) from error


def body_records(db: Database, body: str) -> list[Record]:
    """A body with its organizations, persons, memberships and text blocks; its papers come with the meetings."""
    person, organization = schema.Person, schema.Organization
    people = person.select(person.key).where(person.parent == body)
    organizations = organization.select(organization.key).where(organization.parent == body)
    return [
        *_records(db, "Body", schema.Body.key == body),
        *_records(db, "Organization", schema.Organization.parent == body),
        *_records(db, "Person", schema.Person.parent == body),
        *_records(db, "Membership", schema.Membership.parent.in_(people)),
        *_records(db, "TextBlock", schema.TextBlock.parent == body),
        *template_records(db, organizations),
    ]


def template_records(db: Database, organizations: Any) -> list[Record]:
    """The templates of organizations (keys or a query of them) with their items."""
    template = schema.MeetingTemplate
    templates = template.select(template.key).where(template.parent.in_(organizations))
    return [
        *_records(db, "MeetingTemplate", template.parent.in_(organizations)),
        *_records(db, "StandingItem", schema.StandingItem.parent.in_(templates)),
    ]


def meeting_records(db: Database, meeting: str) -> list[Record]:
    """A meeting with all its rows, the papers of its roster and those it refers to. Raises MeetingUnknown."""
    found = _records(db, "Meeting", schema.Meeting.key == meeting)
    if not found:
        raise MeetingUnknown(meeting)
    for table in schema.OF_MEETING:
        found += _records(db, table.__name__, table.meeting == meeting)
    papers = _papers_of(db, found)
    return found + papers + _files_of(db, papers)


def _papers_of(db: Database, records: list[Record]) -> list[Record]:
    """The papers that rows refer to, those of a roster included, and the papers that these refer to in turn."""
    found: dict[str, Record] = {}
    while records:
        rows = (record.shape.cls(key=record.key, **record.data) for record in records)
        wanted = {key for row in rows for key in references(row)} - found.keys()
        records = _records(db, "Paper", schema.Paper.key.in_(sorted(wanted)))
        found.update({paper.key: paper for paper in records})
    return list(found.values())


def floor_records(db: Database, meeting: str) -> list[Record]:
    """Who asked for the floor in a meeting, and how long one may speak there."""
    turns = _records(db, "SpeakerTurn", schema.SpeakerTurn.meeting == meeting)
    return turns + _records(db, "FloorLimit", schema.FloorLimit.meeting == meeting)


def paper_records(db: Database, papers: list[str]) -> list[Record]:
    """Papers with their files, by key."""
    found = _records(db, "Paper", schema.Paper.key.in_(papers))
    return found + _files_of(db, found)


def _files_of(db: Database, papers: list[Record]) -> list[Record]:
    return _records(db, "File", schema.File.parent.in_([paper.key for paper in papers]))


def elsewhere(db: Database, meeting: str) -> Elsewhere:
    """What the rest of the book says about the publicity of a meeting."""
    m, item = schema.Meeting, schema.AgendaItem
    body = m.select(m.parent).where(m.key == meeting)
    closed = m.select(m.key).where(m.publicity == Publicity.NONPUBLIC)
    hidden = item.select(item.key).where(~item.public | item.meeting.in_(closed))
    named = schema.Person.parent.in_(body) & schema.Person.protected
    persons = _records(db, "Person", named)
    return Elsewhere(
        papers=frozenset(_papers_in_other_meetings(db, meeting)),
        hidden=frozenset(row[0] for query in (closed, hidden) for row in query.tuples().execute(db)),
        protected=tuple(Person(key=person.key, **person.data) for person in persons),
    )


def _papers_in_other_meetings(db: Database, meeting: str) -> Iterator[str]:
    for table in schema.OF_MEETING:
        for name, hint in SHAPES[table.__name__].columns.items():
            if Paper in TARGETS.get(name, ()):
                column = getattr(table, name)
                rows = table.select(column).where((table.meeting != meeting) & column.is_null(False))
                for row in rows.tuples().execute(db):
                    found = decode(hint, row[0])
                    yield from found if isinstance(found, tuple) else (found,)


def subtree_keys(db: Database, meeting: str) -> list[tuple[str, str]]:
    """Table and key of every row of a meeting, children before parents."""
    rows = [
        (table.__name__, row[0])
        for table in reversed(schema.OF_MEETING)
        for row in table.select(table.key).where(table.meeting == meeting).tuples().execute(db)
    ]
    return [*rows, ("Meeting", meeting)]


def ids_below(db: Database, meeting: str) -> dict[tuple[str, str], str]:
    """The keys of the rows of a meeting by table and id, as a file names them: its key where a row has no id."""
    found = {}
    for table in schema.OF_MEETING:
        if "id" in SHAPES[table.__name__].columns:
            column = table._meta.fields["id"]
            query = table.select(column, table.key).where(table.meeting == meeting)
            found.update({(table.__name__, id_ or key): key for id_, key in query.tuples().execute(db)})
    return found


def bodies(db: Database) -> list[Record]:
    """All bodies, by name."""
    return sorted(_records(db, "Body", schema.Body.key.is_null(False)), key=lambda record: str(record.data["name"]))


def master_records(db: Database, body: str) -> list[Record]:
    """All master data of a body, its papers with their files included."""
    papers = _records(db, "Paper", schema.Paper.parent == body)
    return [*body_records(db, body), *papers, *_files_of(db, papers)]


def meeting_by_id(db: Database, body: str, id_or_key: str) -> str | None:
    """The key of the meeting of a body that has this id or key; None where there is none."""
    m = schema.Meeting
    wanted = (m.parent == body) & ((m.id == id_or_key) | (m.key == id_or_key))
    rows = list(m.select(m.key).where(wanted).tuples().execute(db))
    return str(rows[0][0]) if rows else None


def attachments(db: Database, digests: list[str]) -> dict[str, bytes]:
    """The bytes of attachments by their SHA-512."""
    blob = schema.Blob
    query = blob.select(blob.sha512, blob.data).where(blob.sha512.in_(digests))
    return {row[0]: bytes(row[1]) for row in query.tuples().execute(db)}


def uses(db: Database, key: str) -> int:
    """How many rows outside its own subtree refer to a row of master data."""
    count = 0
    for shape in SHAPES.values():
        for name in shape.referring:
            column = getattr(shape.table, name)
            count += shape.table.select(fn.COUNT("*")).where(column.contains(key)).scalar(db)
    return count


def rows(db: Database, keys: Mapping[str, Collection[str]]) -> list[Record]:
    """Single rows, their keys by table; what is not there is left out."""
    return [row for table, few in keys.items() for row in _records(db, table, SHAPES[table].table.key.in_(list(few)))]


def column(db: Database, table: str, key: str, name: str) -> Any:
    """One column of one row as it is stored; None where the row is not there."""
    node = SHAPES[table].table
    rows = list(node.select(getattr(node, name)).where(node.key == key).tuples().execute(db))
    return rows[0][0] if rows else None


def last_before_emptied(db: Database, key: str, name: str) -> Any:
    """What a field of a row held when it was emptied last; None where it never was."""
    h = schema.History
    query = h.select(h.old).where((h.key == key) & (h.field == name) & h.old.is_null(False) & h.new.is_null())
    rows = list(query.order_by(h.seq.desc()).limit(1).tuples().execute(db))
    return loaded(rows[0][0]) if rows else None


def integrity(db: Database) -> list[str]:
    """What the database finds wrong with itself; empty where all is well."""
    found = [str(row[0]) for row in db.execute_sql("PRAGMA integrity_check").fetchall()]
    broken = [str(row) for row in db.execute_sql("PRAGMA foreign_key_check").fetchall()]
    return [line for line in found if line != "ok"] + broken


def setting(db: Database, name: str) -> str | None:
    """A value the book keeps for itself."""
    row = schema.Setting
    found = list(row.select(row.value).where(row.name == name).tuples().execute(db))
    return str(found[0][0]) if found else None


def settings(db: Database, prefix: str) -> list[tuple[str, str]]:
    """The settings whose names begin so: name and value."""
    row = schema.Setting
    found = row.select(row.name, row.value).where(row.name.startswith(prefix)).tuples().execute(db)
    return [(str(name), str(value)) for name, value in found]


def keep_setting(db: Database, name: str, value: str) -> None:
    """Sets a value the book keeps for itself."""
    schema.Setting.insert(name=name, value=value).on_conflict_replace().execute(db)


def keep_settings(db: Database, values: Mapping[str, str]) -> None:
    """Sets several values the book keeps for itself."""
    for name, value in values.items():
        keep_setting(db, name, value)


def last_rank(db: Database, table: str, parent: str | None) -> int:
    """The highest rank below a parent, 0 where there is none."""
    node = SHAPES[table].table
    return int(node.select(fn.MAX(node.rank)).where(node.parent == parent).scalar(db) or 0)
