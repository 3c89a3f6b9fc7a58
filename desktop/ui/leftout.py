"""What the public edition of a meeting leaves out, in numbers."""

from dataclasses import dataclass

from desktop.models.values import AgendaItem, Entry, Meeting, SessionFile
from desktop.text import ui_plural as _n
from desktop.text import ui_text as _


@dataclass(frozen=True, slots=True)
class Counted:
    """How much of a meeting there is to read. ``prepared`` entries were written before and are not confirmed."""

    items: int
    entries: int
    prepared: int
    files: int
    papers: int


def counted(session: SessionFile) -> Counted:
    """Counts what a session holds of its one meeting."""
    meeting = session.meetings[0]
    entries = _entries(meeting)
    return Counted(
        items=sum(1 for item in meeting.agenda if item.public),
        entries=sum(1 for entry in entries if not entry.prepared),
        prepared=sum(1 for entry in entries if entry.prepared),
        files=len(meeting.files)
        + sum(len(item.files) for item in meeting.agenda)
        + sum(len(paper.files) for paper in session.papers),
        papers=len(session.papers),
    )


def _entries(meeting: Meeting) -> list[Entry]:
    items: tuple[AgendaItem, ...] = meeting.agenda
    return [*meeting.opening, *(entry for item in items for entry in item.proceedings), *meeting.closing]


def sentence(whole: SessionFile, public: SessionFile) -> str:
    """»Weggelassen: 2 nichtöffentliche TOP, 5 Einträge, 1 Anlage.« Empty where nothing was."""
    hidden = sum(1 for item in whole.meetings[0].agenda if not item.public)
    before, after = counted(whole), counted(public)
    entries, prepared = before.entries - after.entries, before.prepared - after.prepared
    files, papers = before.files - after.files, before.papers - after.papers
    parts = [
        _n("{number} non-public item", "{number} non-public items", hidden) if hidden else "",
        _n("{number} entry", "{number} entries", entries) if entries else "",
        _n("{number} unconfirmed entry", "{number} unconfirmed entries", prepared) if prepared else "",
        _n("{number} attachment", "{number} attachments", files) if files else "",
        _n("{number} paper", "{number} papers", papers) if papers else "",
    ]
    told = [part for part in parts if part]
    return _("Left out: {what}.", what=", ".join(told)) if told else ""
