"""What a public document leaves out of its meeting, in numbers; Anlagen by name, because they are easily forgotten.

And what a document does not print or prints unfilled."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from desktop.export.kinds import Kind
from desktop.export.order import Order
from desktop.models.rules.telling import entries
from desktop.models.values import AgendaItem, Election, Entry, File, Meeting, Motion, SessionFile, Value, Vote
from desktop.text import ui_plural as _n
from desktop.text import ui_text as _

#: the kinds of document that list the items without their course, and the entries they tell of
IN_SHORT: Mapping[Kind, tuple[type[Entry], ...]] = {
    Kind.BESCHLUESSE: (Motion, Vote, Election),
    Kind.TAGESORDNUNG: (),
}

#: so many Anlagen are named
_NAMED = 3


@dataclass(frozen=True, slots=True)
class Part:
    """»5 Einträge«, and which."""

    words: str
    gone: tuple[Value, ...]


def sentence(whole: SessionFile, public: SessionFile, order: Order, *, named: bool = True) -> str:
    """»Weggelassen: 2 nichtöffentliche TOP, 5 Einträge, 1 Anlage (Lageplan).« Empty where nothing was.

    Anlagen are told by name where ``named``.
    """
    told = [
        part.words + (_named(part.gone) if named and isinstance(part.gone[0], File) else "")
        for part in parts(whole, public, order)
    ]
    return _("Left out: {what}.", what=", ".join(told)) if told else ""


def parts(whole: SessionFile, public: SessionFile, order: Order) -> list[Part]:
    """What is left out of the documents that are ordered: an Auszug of an item tells nothing of the others."""
    whole, public = _in_documents(whole, order), _in_documents(public, order)
    shown = {entry.key for entry in entries(public.meetings[0])}
    gone = [entry for entry in entries(whole.meetings[0]) if entry.key not in shown]
    kept = {one.key for one in (*_files(public), *public.papers)}
    hidden = [item for item in whole.meetings[0].agenda if not item.public]
    written = [entry for entry in gone if not entry.prepared]
    prepared = [entry for entry in gone if entry.prepared]
    files = [file for file in _files(whole) if file.key not in kept]
    papers = [paper for paper in whole.papers if paper.key not in kept]
    found: list[tuple[str, Sequence[Value]]] = [
        (_n("{number} non-public item", "{number} non-public items", len(hidden)), hidden),
        (_n("{number} entry", "{number} entries", len(written)), written),
        (_n("{number} unconfirmed entry", "{number} unconfirmed entries", len(prepared)), prepared),
        (_n("{number} attachment", "{number} attachments", len(files)), files),
        (_n("{number} paper", "{number} papers", len(papers)), papers),
    ]
    return [Part(words, tuple(values)) for words, values in found if values]


def _named(gone: Sequence[Value]) -> str:
    files = [file.name or file.file_name or "" for file in gone if isinstance(file, File)]
    names = [name for name in files if name][:_NAMED]
    more = ["…"] if len(files) > len(names) else []
    return f" ({', '.join((*names, *more))})" if names else ""


def _in_documents(session: SessionFile, order: Order) -> SessionFile:
    """The session with what can stand in the documents of an order."""
    (meeting,) = session.meetings
    if order.kind is Kind.NIEDERSCHRIFT:
        return session
    if order.kind is Kind.VORLAGE:
        return replace(session, meetings=(Meeting(key=meeting.key),))
    if order.kind is Kind.ANWESENHEIT:
        return replace(session, meetings=(Meeting(key=meeting.key),), papers=())
    agenda = tuple(item for item in meeting.agenda if order.item in (None, item.key))
    papers = session.papers
    if order.kind in IN_SHORT:
        agenda = tuple(_in_short(item, order.kind) for item in agenda)
        papers = tuple(replace(paper, files=()) for paper in papers)
    referred = {key for item in agenda for key in item.papers}
    return replace(
        session,
        meetings=(Meeting(key=meeting.key, agenda=agenda),),
        papers=tuple(paper for paper in papers if paper.key in referred),
    )


def _in_short(item: AgendaItem, kind: Kind) -> AgendaItem:
    """An item with what a list of items can tell of it."""
    entries = tuple(entry for entry in item.proceedings if isinstance(entry, IN_SHORT[kind]))
    return replace(item, files=(), proceedings=entries)


def _files(session: SessionFile) -> Iterator[File]:
    (meeting,) = session.meetings
    yield from meeting.files
    for item in meeting.agenda:
        yield from item.files
    for paper in session.papers:
        yield from paper.files


def record_told(left_out: int) -> str:
    """How many entries the kind of minutes does not print; empty where it prints all."""
    if not left_out:
        return ""
    return _n(
        "This kind of minutes does not print {number} entry.",
        "This kind of minutes does not print {number} entries.",
        left_out,
    )


def holes_told(holes: Sequence[str]) -> str:
    """What nobody has filled in of the text blocks in a document; empty where there is nothing."""
    if not holes:
        return ""
    return _n(
        "Not filled in yet and printed as it stands: {names}.",
        "Not filled in yet and printed as they stand: {names}.",
        len(holes),
        names=", ".join(holes),
    )
