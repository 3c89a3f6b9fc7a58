"""What is public: a thing is, only if everything above it is (session file, PUBLICITY).

``public`` absent inherits on entries, objections and corrections, and means not public on files and papers.
"""

from desktop.models.values import (
    AgendaItem,
    Consultation,
    Correction,
    Entry,
    File,
    Meeting,
    Objection,
    Paper,
    Publicity,
)


def meeting_is_open(meeting: Meeting) -> bool:
    """Whether anything of the meeting can be public; absent publicity means that each item decides."""
    return meeting.publicity is not Publicity.NONPUBLIC


def item_is_public(meeting: Meeting, item: AgendaItem) -> bool:
    """Whether an agenda item of the meeting is public."""
    return meeting_is_open(meeting) and item.public


def entry_is_public(entry: Entry) -> bool:
    """Whether an entry is public where what it stands in is."""
    return entry.public is not False


def file_is_public(file: File) -> bool:
    """Whether a file is public where what it belongs to is."""
    return file.public is True


def paper_is_public(paper: Paper) -> bool:
    """Whether a paper as such is public; it also needs a public place to occur in."""
    return paper.public is True


def remark_is_public(remark: Objection | Correction | Consultation) -> bool:
    """Whether a remark or a line of the Beratungsfolge is public where what it speaks of is."""
    return remark.public is not False
