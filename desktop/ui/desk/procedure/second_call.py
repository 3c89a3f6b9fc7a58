"""A body that was called a second time for the same matter: fewer will do, where the law says so. No widgets here."""

from datetime import datetime

from desktop.clock import stamp
from desktop.models.book import Book
from desktop.models.rules.quorum import Quorum
from desktop.models.values import Event, EventType
from desktop.ui import house
from desktop.ui.desk.presence.quorum_line import quorum_now
from desktop.ui.desk.procedure import course
from desktop.ui.desk.writing import add_entry


def second_call(book: Book, now: datetime) -> Quorum | None:
    """The quorum of a second call while a meeting runs, where only this one is met; else None."""
    if not course.state(book).opened:
        return None
    usual, again = quorum_now(book, now), quorum_now(book, now, second_call=True)
    if usual is None or again is None or usual.met or not again.met:
        return None
    return again


def state(book: Book, shown: str | None, at: datetime) -> None:
    """States the quorum of a second call in the running item, without one in the item that is shown."""
    running, found = course.running_item(book), second_call(book, at)
    place = running.key if running is not None else shown
    if place is None or found is None:
        return
    phrases = house.profile(book).agenda
    words = phrases.second_call_any if found.needed == 1 else phrases.second_call_enough
    paragraph = house.law(book).quorum.paragraph or "dem Gesetz"
    rule = words.format(paragraph=paragraph, needed=found.needed, here=found.entitled)
    event = Event(event_type=EventType.QUORUM_STATED, from_=stamp(at), text=phrases.second_call.format(rule=rule))
    with book.step("procedure.second_call"):
        add_entry(book, event, place)
