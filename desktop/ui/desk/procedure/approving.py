"""»Niederschrift der letzten Sitzung«: its sentence here, and what becomes of that meeting (desk.md §6). No widgets."""

import re
from datetime import datetime

from desktop.clock import stamp
from desktop.models import approvals
from desktop.models.approvals import Earlier
from desktop.models.book import Book
from desktop.models.values import AgendaItem, Approval, ApprovalMode, TextEntry
from desktop.ui import house
from desktop.ui.desk.procedure import course
from desktop.ui.desk.writing import add_entry


def is_here(book: Book, shown: str | None) -> bool:
    """Whether the item that runs, else the one in front, is about the minutes of a meeting."""
    place = _place(book, shown)
    value = book.shelf.value(place) if place is not None else None
    words = house.profile(book).agenda.minutes_words
    return isinstance(value, AgendaItem) and not set(words).isdisjoint(re.findall(r"\w+", value.name.casefold()))


def last_meeting(book: Book) -> Earlier | None:
    """The meeting before this one whose minutes wait; asked of the disk, so only where it is wanted."""
    key = book.meeting.key
    return book.read(lambda db: approvals.waiting(db, key))


def sentence(book: Book) -> str:
    """How the law words it; where it knows no approval, the minutes are noted in the words of the house."""
    return house.law(book).minutes.approval_words or house.profile(book).agenda.minutes_noted


def approve(book: Book, earlier: Earlier, shown: str | None, at: datetime) -> None:
    """The sentence stands in the running item, and the other meeting has its approval and state, as one step."""
    place = _place(book, shown)
    law = house.law(book).minutes
    mode = law.approval if law.approval_words else ApprovalMode.NOTED
    approval = Approval(mode=mode, date=stamp(at)[:10], meeting=book.meeting.name)
    with book.step("procedure.approve"):
        if place is not None:
            add_entry(book, TextEntry(text=sentence(book), at=stamp(at)), place)
        book.adopt(approvals.changes(earlier, approval), "procedure.approve", {}, {})


def _place(book: Book, shown: str | None) -> str | None:
    running = course.running_item(book)
    return running.key if running is not None else shown
