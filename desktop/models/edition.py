"""The one filter of publicity: what a reader is given of a meeting.

``make_edition`` builds the values a reader may have from nothing but what is allowed; what is left out is not there to
be printed. ``for_print`` takes away what no document prints and resolves the redaction marks.
"""

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from desktop.models.codec import field_types, reference_fields
from desktop.models.protected import Names
from desktop.models.richtext import redact, reveal
from desktop.models.rules import publicity as rules
from desktop.models.shelf import references
from desktop.models.values import (
    AgendaItem,
    Edition,
    Entry,
    File,
    ItemKind,
    Meeting,
    Motion,
    Paper,
    Reader,
    Row,
    SessionFile,
    Speech,
    TextEntry,
    Value,
)

V = TypeVar("V", bound=Value)

_NOT_TEXT = frozenset({"key", "id", "content", "sha512_checksum", "mime_type"})
"""Fields that are never printed as text."""


def make_edition(
    session: SessionFile, reader: Reader, meeting: str, attachments: Mapping[str, bytes], mark: str
) -> Edition:
    """The edition of one meeting for a reader. ``meeting`` is its key, ``mark`` stands for what is redacted."""
    whole = next(one for one in session.meetings if one.key == meeting)
    session = replace(session, meetings=(whole,))
    if reader is Reader.PUBLIC:
        session = _public(session, whole, mark)
    elif reader is Reader.NONPUBLIC:
        session = _nonpublic(session, whole)
    digests = {row.content for row in _rows(session) if isinstance(row, File)}
    return Edition(
        reader=reader,
        session=session,
        attachments={digest: data for digest, data in attachments.items() if digest in digests},
    )


def for_print(edition: Edition) -> Edition:
    """The edition as documents print it: no notes, drafts, prepared entries and reasons, marks resolved."""
    session = replace(edition.session, meetings=tuple(_without_private(m) for m in edition.session.meetings))
    return replace(edition, session=_map_text(session, reveal))


# --- public


def _public(session: SessionFile, meeting: Meeting, mark: str) -> SessionFile:
    agenda = tuple(
        _public_item(item) if rules.item_is_public(meeting, item) else _stub(item)
        for item in meeting.agenda
        if rules.item_is_public(meeting, item) or item.kind is not ItemKind.DIVIDER
    )
    hidden = {item.key for item in meeting.agenda if not rules.item_is_public(meeting, item)}
    shown = replace(_public_frame(meeting, hidden), agenda=agenda)
    papers = tuple(_public_paper(paper) for paper in _public_papers(session, meeting, shown))
    names = Names(session.persons, mark)
    session = replace(session, meetings=(shown,), papers=papers, persons=tuple(map(names.shown, session.persons)))
    session = names.hide(_with_occurring(session))
    return _map_text(_pruned(session, hidden), lambda text: names.replaced(redact(text, mark)))


def _public_frame(meeting: Meeting, hidden: set[str]) -> Meeting:
    """The meeting without its agenda; of a non-public meeting only that it took place."""
    if not rules.meeting_is_open(meeting):
        kept = ("key", "id", "name", "number", "legislative_term", "organizations", "start", "end", "publicity")
        return Meeting(**{name: getattr(meeting, name) for name in kept})
    return replace(
        _without_private(meeting),
        files=_public_files(meeting.files),
        opening=_public_entries(meeting.opening),
        closing=_public_entries(meeting.closing),
        invitation=tuple(line if line.public else replace(line, name="") for line in meeting.invitation),
        objections=tuple(o for o in meeting.objections if rules.remark_is_public(o) and o.item not in hidden),
        corrections=tuple(c for c in meeting.corrections if rules.remark_is_public(c) and c.item not in hidden),
    )


def _stub(item: AgendaItem) -> AgendaItem:
    """That there is an item, and what of it may be announced; nothing else."""
    return AgendaItem(key=item.key, number=item.number, public=False, announcement=item.announcement)


def _public_item(item: AgendaItem) -> AgendaItem:
    return replace(
        _item_without_private(item),
        proceedings=_public_entries(item.proceedings),
        files=_public_files(item.files),
    )


def _public_entries(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(_without_draft(entry) for entry in entries if rules.entry_is_public(entry) and not entry.prepared)


def _public_files(files: Iterable[File]) -> tuple[File, ...]:
    return tuple(file for file in files if rules.file_is_public(file))


def _public_papers(session: SessionFile, whole: Meeting, shown: Meeting) -> Iterator[Paper]:
    """Public papers, but not those that occur in hidden parts only."""
    occurring, seen = set(references(whole)), set(references(shown))
    for paper in session.papers:
        if rules.paper_is_public(paper) and (paper.key in seen or paper.key not in occurring):
            yield paper


def _public_paper(paper: Paper) -> Paper:
    lines = tuple(line for line in paper.consultations if rules.remark_is_public(line))
    return replace(paper, files=_public_files(paper.files), consultations=lines)


# --- not public


def _nonpublic(session: SessionFile, meeting: Meeting) -> SessionFile:
    open_ = rules.meeting_is_open(meeting)
    clean = _without_private(meeting)
    agenda = [
        item if not rules.item_is_public(meeting, item) else _hidden_part(item)
        for item in clean.agenda
        if not rules.item_is_public(meeting, item) or _has_hidden_part(item)
    ]
    shown = replace(
        clean,
        agenda=tuple(agenda),
        files=tuple(file for file in clean.files if not open_ or not rules.file_is_public(file)),
        opening=tuple(entry for entry in clean.opening if not open_ or not rules.entry_is_public(entry)),
        closing=tuple(entry for entry in clean.closing if not open_ or not rules.entry_is_public(entry)),
        invitation=tuple(line for line in clean.invitation if not open_ or not line.public),
    )
    hidden = {item.key for item in meeting.agenda} - {item.key for item in agenda}
    used = set(references(shown))
    papers = tuple(paper for paper in session.papers if paper.key in used)
    return _pruned(_with_occurring(replace(session, meetings=(shown,), papers=papers)), hidden)


def _has_hidden_part(item: AgendaItem) -> bool:
    return bool(_hidden_part(item).proceedings or _hidden_part(item).files)


def _hidden_part(item: AgendaItem) -> AgendaItem:
    """The frame of a public item with what in it is not public."""
    frame = AgendaItem(key=item.key, id=item.id, number=item.number, name=item.name, public=True, kind=item.kind)
    return replace(
        frame,
        proceedings=tuple(entry for entry in item.proceedings if not rules.entry_is_public(entry)),
        files=tuple(file for file in item.files if not rules.file_is_public(file)),
    )


# --- what no document prints


def _without_private(meeting: Meeting) -> Meeting:
    return replace(
        meeting,
        note=None,
        attendance=tuple(replace(line, reason=None) for line in meeting.attendance),
        agenda=tuple(_item_without_private(item) for item in meeting.agenda),
        opening=_printed(meeting.opening),
        closing=_printed(meeting.closing),
    )


def _item_without_private(item: AgendaItem) -> AgendaItem:
    return replace(
        item,
        note=None,
        recusals=tuple(replace(recusal, reason=None) for recusal in item.recusals),
        proceedings=_printed(item.proceedings),
    )


def _printed(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(_without_draft(entry) for entry in entries if not entry.prepared)


def _without_draft(entry: Entry) -> Entry:
    return replace(entry, draft=None) if isinstance(entry, TextEntry | Speech) else entry


# --- what refers to what


def _with_occurring(session: SessionFile) -> SessionFile:
    """The session with the persons and organizations that occur in its meeting and papers, and no others."""
    occurring = {key for part in (*session.meetings, *session.papers) for key in references(part)}
    persons = tuple(person for person in session.persons if person.key in occurring)
    for person in persons:
        for membership in person.memberships:
            occurring.update(filter(None, (membership.organization, membership.on_behalf_of)))
    organizations = tuple(one for one in session.organizations if one.key in occurring)
    return replace(session, persons=persons, organizations=organizations)


def _rows(value: Value) -> Iterator[Row]:
    if isinstance(value, Row):
        yield value
    for name in field_types(type(value)):
        item = getattr(value, name)
        for part in item if isinstance(item, tuple) else (item,):
            if isinstance(part, Value):
                yield from _rows(part)


def _pruned(session: SessionFile, hidden: set[str]) -> SessionFile:
    """The session without references to what is not in it, or hidden; a value that cannot do without goes as well."""
    present = {row.key for row in _rows(session)} - hidden
    found = _prune(session, present)
    assert found is not None
    return found


def _prune(value: V, present: set[str]) -> V | None:
    changed: dict[str, Any] = {}
    for name in field_types(type(value)):
        item = getattr(value, name)
        if name in reference_fields(type(value)):
            if isinstance(item, tuple):
                changed[name] = tuple(key for key in item if key in present)
            elif item and item not in present:
                if _is_required(type(value), name):
                    return None
                changed[name] = None
        elif isinstance(item, Value):
            changed[name] = _prune(item, present)
        elif isinstance(item, tuple):
            parts = (_prune(part, present) if isinstance(part, Value) else part for part in item)
            changed[name] = tuple(part for part in parts if part is not None)
    pruned = replace(value, **{name: new for name, new in changed.items() if new != getattr(value, name)})
    return _still_valid(pruned)


def _is_required(cls: type[Value], name: str) -> bool:
    return any(field.name == name and field.default == "" for field in dataclasses.fields(cls))


def _still_valid(value: V) -> V:
    """A motion that only named a paper still needs a wording."""
    if isinstance(value, Motion) and value.text is None and value.title is None and value.paper is None:
        return replace(value, text="")
    return value


def _map_text(value: V, change: Callable[[str], str]) -> V:
    """The value with ``change`` applied to every text in it."""
    changed: dict[str, Any] = {}
    for name in field_types(type(value)):
        item = getattr(value, name)
        if name in _NOT_TEXT or name in reference_fields(type(value)):
            continue
        new = _mapped(item, change)
        if new is not item:
            changed[name] = new
    return replace(value, **changed) if changed else value


def _mapped(item: Any, change: Callable[[str], str]) -> Any:
    if type(item) is str:
        new = change(item)
        return item if new == item else new
    if isinstance(item, Value):
        return _map_text(item, change)
    if isinstance(item, tuple):
        parts = tuple(_mapped(part, change) for part in item)
        return item if all(new is old for new, old in zip(parts, item, strict=True)) else parts
    if isinstance(item, Mapping):
        return {name: change(text) for name, text in item.items()}
    return item
