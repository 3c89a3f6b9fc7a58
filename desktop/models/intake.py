"""Takes parsed session files into the book: matches master data, refuses or replaces meetings, all or nothing.

A body is matched by id, else by name; organizations, persons and papers by id within their body, organizations without
an id by name. What is there already stays as it is, and the differences are reported.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from peewee import Database

from desktop.models import queries
from desktop.models.book import Book
from desktop.models.codec import map_references, to_plain
from desktop.models.errors import MeetingExists
from desktop.models.exchange.session_file import Parsed
from desktop.models.history import IMPORT, Change
from desktop.models.logbook import row_text
from desktop.models.rows import RANK_STEP, Record, flatten
from desktop.models.shelf import MASTER_SLOTS, ROSTER, Shelf
from desktop.models.values import Body, Identified, Meeting, Organization, SessionFile
from desktop.models.values.aside import RosterEntry

BODY_SLOT = "bodies"
MEETING_SLOT = "meetings"


@dataclass(frozen=True, slots=True)
class Difference:
    """Master data that the file and the book tell differently; the book's stays. ``fields`` are names of values."""

    table: str
    id: str
    name: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Intake:
    """What was taken in: keys of the meetings, how many rows of master data were new, what differs."""

    meetings: tuple[str, ...]
    added: int
    differences: tuple[Difference, ...]


def take_in_all(book: Book, files: Sequence[Parsed], *, replace: bool = False, dry_run: bool = False) -> list[Intake]:
    """Imports several files, each as one undoable act, or none of them. Raises MeetingExists."""
    if not replace:
        _refuse_twins(files)
    reports = [take_in(book, parsed, replace=replace, dry_run=True) for parsed in files]
    return reports if dry_run else [take_in(book, parsed, replace=replace) for parsed in files]


def _refuse_twins(files: Sequence[Parsed]) -> None:
    seen: set[tuple[str, str]] = set()
    for parsed in files:
        body = parsed.session.body or Body()
        for meeting in parsed.session.meetings:
            if meeting.id is not None and (body.id or body.name, meeting.id) in seen:
                raise MeetingExists(meeting.id, meeting.name)
            seen.add((body.id or body.name, meeting.id or meeting.key))


def take_in(book: Book, parsed: Parsed, *, replace: bool = False, dry_run: bool = False) -> Intake:
    """Imports what a file holds as one undoable act.

    ``replace`` puts meetings in the place of those already there; ``dry_run`` only tells. Raises MeetingExists.
    """
    plan = book.read(lambda db: _Planning(db, replace).plan(parsed.session))
    if not dry_run:
        names = [meeting.name for meeting in parsed.session.meetings]
        book.adopt(plan.changes, IMPORT, {"meetings": names}, parsed.attachments)
    return Intake(tuple(plan.meetings), plan.added, tuple(plan.differences))


@dataclass(slots=True)
class _Plan:
    changes: list[Change] = field(default_factory=list)
    meetings: list[str] = field(default_factory=list)
    differences: list[Difference] = field(default_factory=list)
    added: int = 0


class _Planning:
    """Reads the book and works out what an import would change. ``keys`` maps the file's keys to the book's."""

    def __init__(self, db: Database, replace: bool) -> None:
        self._db = db
        self._replace = replace
        self._result = _Plan()
        self._keys: dict[str, str] = {}
        self._body = ""

    def plan(self, session: SessionFile) -> _Plan:
        """The changes that take the session in, in an order that can be carried out."""
        self._take_body(session.body or Body())
        master: list[Identified] = [*session.organizations, *session.persons, *session.papers]
        known = _Known(Shelf(queries.master_records(self._db, self._body)))
        self._keys.update({row.key: known.counterpart(row) or row.key for row in master})
        taken = {meeting.key: self._existing(meeting) for meeting in session.meetings}
        self._keys.update({key: old for key, old in taken.items() if old})
        for meeting in session.meetings:
            if old := taken[meeting.key]:
                self._keep_keys(queries.ids_below(self._db, old), meeting)
        for place, row in enumerate(master, start=1):
            if self._keys[row.key] == row.key:
                self._arrive(row, self._body, MASTER_SLOTS[type(row)], self._last_rank(row) + place * RANK_STEP)
                self._result.added += 1
            else:
                self._compare(known.shelf.value(self._keys[row.key]), row)
        for meeting in session.meetings:
            self._take_meeting(meeting, taken[meeting.key], [self._keys[row.key] for row in master])
        return self._result

    def _take_body(self, body: Body) -> None:
        known = queries.bodies(self._db)
        by_id = [record for record in known if body.id and body.id in (record.data["id"], record.key)]
        found = by_id or [record for record in known if record.data["name"] == body.name]
        self._body = found[0].key if found else body.key
        if found:
            self._compare(Shelf([found[0]]).value(found[0].key), body)
        else:
            rank = queries.last_rank(self._db, "Body", None) + RANK_STEP
            self._came(flatten(body, None, BODY_SLOT, rank, None))
            self._body = self._result.changes[0].key

    def _existing(self, meeting: Meeting) -> str | None:
        found = queries.meeting_by_id(self._db, self._body, meeting.id or meeting.key)
        if found and not self._replace:
            raise MeetingExists(meeting.id or meeting.key, meeting.name)
        return found

    def _take_meeting(self, meeting: Meeting, old: str | None, roster: list[str]) -> None:
        key = old or meeting.key
        if old:
            stay = self._staying(old, meeting)
            keys = queries.subtree_keys(self._db, old)
            self._result.changes += [Change(table, row, None) for table, row in keys if row not in stay]
        rank = queries.last_rank(self._db, "Meeting", self._body) + RANK_STEP
        self._arrive(meeting, self._body, MEETING_SLOT, rank)
        for place, member in enumerate(roster, start=1):
            self._came(flatten(RosterEntry(member=member), key, ROSTER, place * RANK_STEP, key))
        self._result.meetings.append(key)

    def _staying(self, old: str, meeting: Meeting) -> set[str]:
        """Who asked for the floor and how long one may speak: no file carries it. Of items that are gone it goes."""
        items = {None, old, *(self._keys.get(item.key, item.key) for item in meeting.agenda)}
        return {record.key for record in queries.floor_records(self._db, old) if record.data["item"] in items}

    def _keep_keys(self, known: dict[tuple[str, str], str], meeting: Meeting) -> None:
        """What has the same id in the meeting it replaces keeps its key, because others refer to it."""
        entries = [entry for item in meeting.agenda for entry in item.proceedings]
        files = [*meeting.files, *(file for item in meeting.agenda for file in item.files)]
        for row in (*meeting.agenda, *meeting.opening, *meeting.closing, *entries, *files):
            old = known.get((type(row).__name__, row.id or ""))
            if old is not None:
                self._keys[row.key] = old

    def _arrive(self, row: Identified, parent: str, slot: str, rank: int) -> None:
        self._came(flatten(map_references(row, self._keys), parent, slot, rank, None))

    def _came(self, records: Iterator[Record]) -> None:
        self._result.changes += [
            Change(record.table, record.key, None, None, row_text(record.columns()), came=True) for record in records
        ]

    def _last_rank(self, row: Identified) -> int:
        return queries.last_rank(self._db, type(row).__name__, self._body)

    def _compare(self, here: Any, there: Identified) -> None:
        ours, theirs = _content(here), _content(map_references(there, self._keys))
        fields = tuple(name for name in sorted({*ours, *theirs}) if ours.get(name) != theirs.get(name))
        if fields:
            name = getattr(there, "name", None) or getattr(there, "family_name", None) or ""
            self._result.differences.append(Difference(type(there).__name__, there.id or "", name, fields))


class _Known:
    """Master data of a body that is there already, to be found by id or by name."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self._by_id: dict[tuple[str, str], str] = {}
        self._by_name: dict[tuple[str, str], str] = {}
        for key, record in shelf.records.items():
            if record.table in ("Organization", "Person", "Paper"):
                self._by_id[record.table, record.data["id"] or key] = key
            if record.table == "Organization" and record.data["id"] is None:  # made by hand, in no file yet
                self._by_name[record.data["organization_type"], record.data["name"]] = key

    def counterpart(self, row: Identified) -> str | None:
        """The key of the row that is the same thing, None where it is new."""
        found = self._by_id.get((type(row).__name__, row.id or row.key))
        if found is None and isinstance(row, Organization):
            found = self._by_name.pop((row.organization_type, row.name), None)
        return found


def _content(row: Any) -> dict[str, Any]:
    """What a row says, without the keys and ids by which it is known."""
    plain: dict[str, Any] = _without_keys(to_plain(row))
    plain.pop("id", None)
    return plain


def _without_keys(data: Any) -> Any:
    if isinstance(data, dict):
        return {name: _without_keys(value) for name, value in data.items() if name != "key"}
    return [_without_keys(value) for value in data] if isinstance(data, list) else data
