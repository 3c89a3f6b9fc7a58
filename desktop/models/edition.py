"""The one filter of publicity: what a reader is given of a meeting.

``make_edition`` gives the values a reader may have; what is left out is not there to be printed. All three editions are
valid session files. ``for_print`` takes away what no document prints and resolves the redaction marks.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from desktop.models.exchange.plans import inside, references
from desktop.models.protected import Names
from desktop.models.restored import with_restorations
from desktop.models.richtext import redact, reveal
from desktop.models.rules import publicity as rules
from desktop.models.rules.attachments import numbers as file_numbers
from desktop.models.rules.numbering import counted_through
from desktop.models.rules.presence import treated_items
from desktop.models.rules.telling import told_elsewhere, voided_elsewhere
from desktop.models.values import (
    AgendaItem,
    Consultation,
    Correction,
    Edition,
    Elsewhere,
    Entry,
    File,
    InvitationItem,
    ItemKind,
    Meeting,
    Objection,
    Paper,
    Person,
    Reader,
    SessionFile,
    Value,
    Vote,
)
from desktop.models.visible import (
    clipped,
    keys,
    occurring,
    pruned,
    rebuilt,
    with_occurring,
    without_hidden_recusals,
    without_hidden_times,
    without_private,
    without_result,
    without_void_reason,
)

T = TypeVar("T")
V = TypeVar("V", bound=Value)

#: numbers of items that say nothing but their place
_HARMLESS = re.compile(r"[0-9]{1,3}(\.[0-9]{1,3}){0,3}[a-z]?")


def make_edition(
    session: SessionFile, reader: Reader, meeting: str, attachments: Mapping[str, bytes], mark: str
) -> Edition:
    """The edition of one meeting for a reader. ``meeting`` is its key, ``mark`` stands for what is redacted.

    public: what everybody may read. A hidden item remains as a stub with its number and its Bekanntgabe; marks are
    resolved except for literal brackets. complete: everything as it is. nonpublic: what is not public, with the frame
    of the meeting and of the items it stands in. Notes, drafts, prepared entries and reasons are in complete only.
    The other meetings, of the session or elsewhere in its book, have their say in what is public, and are left out.
    """
    whole = next(one for one in session.meetings if one.key == meeting)
    around = _around(session)
    session = replace(session, meetings=(whole,), elsewhere=Elsewhere())
    if reader is Reader.PUBLIC:
        session = _public(session, whole, around, mark)
    elif reader is Reader.NONPUBLIC:
        session = _nonpublic(session, whole)
    digests = {part.content for part in inside(session) if isinstance(part, File)}
    (shown,) = session.meetings
    void = voided_elsewhere(whole, shown)
    numbered = {item.key for item in shown.agenda if item.number}
    files = keys(shown)
    return Edition(
        reader=reader,
        session=rebuilt(session, lambda part: without_result(part, void), str) if void else session,
        told=told_elsewhere(whole, shown),
        void=void,
        numbers={key: number for key, number in counted_through(whole.agenda).items() if key in numbered},
        file_numbers={key: number for key, number in file_numbers(whole).items() if key in files},
        correction_numbers=_correction_numbers(reader, whole, around.hidden)[: len(shown.corrections)],
        attachments={digest: data for digest, data in attachments.items() if digest in digests},
    )


def _correction_numbers(reader: Reader, meeting: Meeting, hidden: Collection[str]) -> tuple[int, ...]:
    """The places in the whole meeting of the Berichtigungsvermerke that a reader has."""
    heard = [_is_heard(one, hidden) for one in meeting.corrections]
    if reader is Reader.COMPLETE or not rules.meeting_is_open(meeting):
        return tuple(range(1, len(heard) + 1))
    return tuple(number for number, open_ in enumerate(heard, 1) if open_ is (reader is Reader.PUBLIC))


def for_print(edition: Edition) -> Edition:
    """The edition as documents print it: no notes, drafts, prepared entries and reasons, marks resolved."""
    return replace(edition, session=rebuilt(without_private(edition.session), _same, reveal))


# --- public


def _around(session: SessionFile) -> Elsewhere:
    """What the session says itself of where papers occur and what is not public, with what its book says."""
    elsewhere = session.elsewhere
    closed = {meeting.key for meeting in session.meetings if not rules.meeting_is_open(meeting)}
    items = {item.key for one in session.meetings for item in one.agenda if not rules.item_is_public(one, item)}
    return replace(
        elsewhere,
        papers=elsewhere.papers | occurring(*session.meetings, *session.papers),
        hidden=elsewhere.hidden | closed | items,
    )


def _public(session: SessionFile, meeting: Meeting, around: Elsewhere, mark: str) -> SessionFile:
    hidden = around.hidden
    shown = _public_meeting(meeting, hidden) if rules.meeting_is_open(meeting) else _unseen(meeting)
    names = Names(session, around.protected, mark)
    session = replace(session, meetings=(shown,), papers=_public_papers(session, shown, around.papers, hidden))
    session = pruned(with_occurring(pruned(session, hidden)), hidden)
    session = rebuilt(session, lambda part: names.hide(without_void_reason(part)), lambda text: redact(text, mark))
    return replace(
        session,
        # Names of other persons stay, also where they are those of a protected one; the body is named after nobody.
        persons=tuple(names.shown(_renamed(person, names)) for person in session.persons),
        organizations=tuple(rebuilt(one, _same, names.replaced) for one in session.organizations),
        papers=tuple(rebuilt(paper, _same, names.replaced) for paper in session.papers),
        meetings=tuple(rebuilt(one, _same, names.replaced) for one in session.meetings),
    )


def _renamed(person: Person, names: Names) -> Person:
    """A person without names of protected ones in what they are and do."""
    memberships = tuple(rebuilt(one, _same, names.replaced) for one in person.memberships)
    function = names.replaced(person.function) if person.function else person.function
    return replace(person, function=function, memberships=memberships)


def _same(value: V) -> V:
    return value


def _unseen(meeting: Meeting) -> Meeting:
    """Of a non-public meeting: that there was one, and what of it may be announced."""
    number = meeting.number if meeting.number and _HARMLESS.fullmatch(meeting.number) else None
    stubs = tuple(_stub(item) for item in meeting.agenda if item.announcement is not None)
    agenda = _as_treated(meeting, stubs)
    return Meeting(key=meeting.key, number=number, start=meeting.start, publicity=meeting.publicity, agenda=agenda)


def _public_meeting(meeting: Meeting, hidden: Collection[str]) -> Meeting:
    open_names = {_plain(item.name) for item in meeting.agenda if item.key not in hidden}
    silent = {_plain(item.name) for item in meeting.agenda if item.key in hidden} - open_names
    agenda = tuple(
        _stub(item) if item.key in hidden else _public_item(item)
        for item in meeting.agenda
        if item.key not in hidden or item.kind is not ItemKind.DIVIDER
    )
    shown = replace(
        without_private(clipped(without_hidden_times(meeting, hidden), hidden)),
        agenda=_as_treated(meeting, agenda),
        files=_of(rules.file_is_public, meeting.files),
        opening=_public_entries(meeting.opening),
        closing=_public_entries(meeting.closing),
        invitation=tuple(_public_line(line, hidden, silent) for line in meeting.invitation),
        objections=tuple(one for one in meeting.objections if _is_heard(one, hidden)),
        corrections=tuple(one for one in meeting.corrections if _is_heard(one, hidden)),
    )
    shown = with_restorations(shown, meeting, hidden)
    present = keys(shown).difference(hidden)
    return _with_entries(shown, lambda entry: not (isinstance(entry, Vote) and _on_hidden_only(entry, present)))


def _stub(item: AgendaItem) -> AgendaItem:
    """That there is an item, and what of it may be announced; nothing else, its id neither."""
    number = item.number if item.number and _HARMLESS.fullmatch(item.number) else None
    return AgendaItem(key=item.key, number=number, public=False, announcement=item.announcement)


def _as_treated(meeting: Meeting, shown: tuple[AgendaItem, ...]) -> tuple[AgendaItem, ...]:
    """The items in the order in which the meeting treated them, counted among those that are shown."""
    known = {item.key for item in shown}
    treated = [item for item in treated_items(meeting) if item.key in known]
    places = {item.key: place for place, item in enumerate(treated, start=1) if item.treated_order is not None}
    return tuple(replace(item, treated_order=places.get(item.key)) for item in shown)


def _public_item(item: AgendaItem) -> AgendaItem:
    item = without_hidden_recusals(item)
    return replace(
        without_private(item),
        proceedings=_public_entries(item.proceedings),
        files=_of(rules.file_is_public, item.files),
    )


def _public_entries(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(without_private(entry) for entry in entries if rules.entry_is_public(entry) and not entry.prepared)


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


def _public_line(line: InvitationItem, hidden: Collection[str], silent: Collection[str]) -> InvitationItem:
    """A line of the invitation; one of an item that is not public any more is as silent as that item.

    ``silent`` has the names of such items, for lines that are of none.
    """
    if line.public and line.item not in hidden and not (line.item is None and _plain(line.name) in silent):
        return line
    number = line.number if line.number and _HARMLESS.fullmatch(line.number) else None
    return InvitationItem(number=number, name="", public=False)


def _is_heard(remark: Objection | Correction | Consultation, hidden: Collection[str]) -> bool:
    return rules.remark_is_public(remark) and not any(key in hidden for key in references(remark))


def _on_hidden_only(vote: Vote, present: Collection[str]) -> bool:
    """A vote on hidden motions would, without them, pass for a vote on the resolution."""
    return bool(vote.on) and not any(key in present for key in vote.on)


def _public_papers(
    session: SessionFile, shown: Meeting, somewhere: Collection[str], hidden: Collection[str]
) -> tuple[Paper, ...]:
    """Public papers that occur in a visible place or in another such paper, not those only hidden.

    One that occurs nowhere is public where it came with a file: one made here was public as the item it was made for.
    """
    papers = {paper.key: _public_paper(paper, hidden) for paper in session.papers if rules.paper_is_public(paper)}
    seen = {key for key, paper in papers.items() if paper.id is not None and key not in somewhere}
    found = occurring(shown) & papers.keys()
    while found:
        seen |= found
        found = occurring(*(papers[key] for key in found)) & papers.keys() - seen
    return tuple(paper for key, paper in papers.items() if key in seen)


def _public_paper(paper: Paper, hidden: Collection[str]) -> Paper:
    lines = tuple(line for line in paper.consultations if _is_heard(line, hidden))
    return replace(paper, files=_of(rules.file_is_public, paper.files), consultations=lines)


# --- not public


def _nonpublic(session: SessionFile, meeting: Meeting) -> SessionFile:
    if not rules.meeting_is_open(meeting):
        return pruned(with_occurring(replace(session, meetings=(without_private(meeting),))))
    clean = without_private(meeting)
    closed = {item.key for item in meeting.agenda if not item.public}
    papers = {paper.key for paper in session.papers if not rules.paper_is_public(paper)}
    parts = (item if item.key in closed else _hidden_part(item, papers) for item in clean.agenda)
    agenda = tuple(item for item in parts if item is not None)
    left_out = {item.key for item in meeting.agenda} - {item.key for item in agenda}
    shown = replace(
        clipped(clean, left_out),
        agenda=_as_treated(meeting, agenda),
        files=_of(_file_is_hidden, clean.files),
        opening=_of(_entry_is_hidden, clean.opening),
        closing=_of(_entry_is_hidden, clean.closing),
        invitation=tuple(line for line in clean.invitation if not line.public or line.item in closed),
        objections=tuple(one for one in clean.objections if not _is_heard(one, closed)),
        corrections=tuple(one for one in clean.corrections if not _is_heard(one, closed)),
    )
    used = occurring(shown)
    session = replace(session, meetings=(shown,), papers=tuple(one for one in session.papers if one.key in used))
    return pruned(with_occurring(pruned(session)))


def _hidden_part(item: AgendaItem, hidden_papers: Collection[str]) -> AgendaItem | None:
    """The frame of a public item with what in it is not public; None where all of it is."""
    proceedings = _of(_entry_is_hidden, item.proceedings)
    files = _of(_file_is_hidden, item.files)
    papers = tuple(key for key in item.papers if key in hidden_papers)
    if not (proceedings or files or papers):
        return None
    return AgendaItem(
        key=item.key,
        id=item.id,
        number=item.number,
        name=item.name,
        public=True,
        kind=item.kind,
        proceedings=proceedings,
        files=files,
        papers=papers,
    )


def _entry_is_hidden(entry: Entry) -> bool:
    return not rules.entry_is_public(entry)


def _file_is_hidden(file: File) -> bool:
    return not rules.file_is_public(file)


def _of(holds: Callable[[T], bool], rows: Iterable[T]) -> tuple[T, ...]:
    return tuple(filter(holds, rows))


def _with_entries(meeting: Meeting, holds: Callable[[Entry], bool]) -> Meeting:
    agenda = tuple(replace(item, proceedings=_of(holds, item.proceedings)) for item in meeting.agenda)
    return replace(meeting, agenda=agenda, opening=_of(holds, meeting.opening), closing=_of(holds, meeting.closing))
