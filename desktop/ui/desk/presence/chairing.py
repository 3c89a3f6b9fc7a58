"""Who is in the chair, and how the chair changes hands, as acts on the book (desk.md §5). No widgets here."""

from datetime import datetime

from desktop.clock import stamp
from desktop.models.book import Book
from desktop.models.rules import convening, timeline
from desktop.models.values import Event, EventType
from desktop.ui.desk.presence.attendance_acts import membership_of, seats_now
from desktop.ui.desk.procedure.course import running_item
from desktop.ui.desk.writing import add_entry


def in_chair(book: Book) -> str | None:
    """Who is in the chair now; the key of the person."""
    running = running_item(book)
    return timeline.in_chair(book.meeting, running.key if running else None)


def is_due(book: Book, now: datetime) -> bool:
    """Whether whoever is in the chair is not there, or recused in the running item."""
    chair = in_chair(book) if running_item(book) is not None else None
    if chair is None or book.meeting.end is not None:
        return False
    return not any(seat.here and not seat.recused for seat in seats_now(book, now) if seat.person == chair)


def candidates(book: Book, now: datetime) -> list[str]:
    """Who can take the chair: those present and entitled, who chairs usually and the vice chairs first."""
    chair = in_chair(book)
    free = [seat.person for seat in seats_now(book, now) if seat.entitled and seat.person != chair]
    usual = [one.person for one in book.meeting.chairs]
    return sorted(dict.fromkeys(free), key=lambda person: (person not in usual, not _is_vice_chair(book, person)))


def _is_vice_chair(book: Book, person: str) -> bool:
    membership = membership_of(book, person)
    return membership is not None and convening.is_vice_chair(membership)


def take(book: Book, person: str, now: datetime) -> None:
    """Somebody takes the chair in the running item.

    Where its holder is recused it is for this item, and the holder is back at the next; else until it changes again.
    """
    running, chair = running_item(book), in_chair(book)
    if running is None or person == chair:
        return
    recused = any(recusal.person == chair for recusal in running.recusals)
    change = timeline.chair_for_item if recused else timeline.chair_from_item
    with book.step("procedure.chair"):
        book.change(book.meeting.key, chairs=change(book.meeting, person, running.key))
        add_entry(book, Event(event_type=EventType.CHAIR_CHANGE, person=person, from_=stamp(now)), running.key)
